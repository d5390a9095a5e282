//! The comparison with another model's answers: folders of gzipped JSON lines, one household a line.
//!
//! Following OpenFisca on every rule, the naive implementation must give its answers within a cent. Following the law,
//! each household that gets another answer must be explained by named [`Difference`]s: the smallest set of rules which,
//! turned to OpenFisca's way while all others stay with the law, gives OpenFisca's answer again. The engine must follow
//! the law to the cent.

use std::collections::BTreeMap;
use std::fmt;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use rust_decimal::Decimal;
use serde_json::Value;
use tarif_social::units::Month;

use crate::engine::disagreements;
use crate::naive::case::Role;
use crate::naive::{Case, Difference, Model, PersonAnswer, Rsa, RsaAnswer, exact};

/// OpenFisca computes in 32-bit floats: what it gives is known to a cent.
const TOLERANCE: &str = "0.01";

/// What came out of one file.
pub struct Comparison {
    pub file: PathBuf,
    pub households: usize,
    /// Households where the law gives another answer than OpenFisca.
    pub differing: usize,
    /// How many of them each difference helps to explain.
    pub explained_by: BTreeMap<Difference, usize>,
    /// What is wrong: answers of OpenFisca not reproduced or not explained, answers of the engine that are not the law.
    pub unexplained: Vec<String>,
}

/// Compares every `*.jsonl.gz` of `folder`, in order of name.
pub fn compare_folder(folder: &Path) -> Vec<Comparison> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{error}: `{}`", folder.display()));
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().ends_with(".jsonl.gz"))
        .collect();
    files.sort();
    files.iter().map(|file| compare_file(file)).collect()
}

/// Reads the households of one file.
pub fn read(file: &Path) -> impl Iterator<Item = Case> {
    let lines = BufReader::new(GzDecoder::new(File::open(file).unwrap())).lines();
    lines.map(|line| Case::parse(&line.unwrap()))
}

fn compare_file(file: &Path) -> Comparison {
    let mut comparison = Comparison {
        file: file.to_owned(),
        households: 0,
        differing: 0,
        explained_by: BTreeMap::new(),
        unexplained: Vec::new(),
    };
    for case in read(file) {
        comparison.households += 1;
        let theirs = other_model(&case);
        let gaps = gaps(&Model::OPENFISCA.rsa(&case), &theirs);
        if !gaps.is_empty() {
            comparison
                .unexplained
                .push(format!("{}: OpenFisca is not reproduced: {gaps:?}", case.id));
            continue;
        }
        let disagreements = disagreements(&case);
        if !disagreements.is_empty() {
            comparison
                .unexplained
                .push(format!("{}: the engine is not the law: {disagreements:?}", case.id));
            continue;
        }
        let law = Model::LAW.rsa(&case);
        if self::gaps(&law, &theirs).is_empty() {
            continue;
        }
        comparison.differing += 1;
        let explanation = explain(&case, &theirs);
        for difference in &explanation {
            *comparison.explained_by.entry(*difference).or_default() += 1;
        }
        if explanation.is_empty() || explanation.iter().any(|difference| !difference.may_concern(&case)) {
            comparison
                .unexplained
                .push(format!("{}: {law:?} {explanation:?} {theirs:?}", case.id));
        } else if explanation == [Difference::PublishedRounding] && !within_rounding(&case, &law, &theirs) {
            comparison
                .unexplained
                .push(format!("{}: more than rounding: {law:?} {theirs:?}", case.id));
        }
    }
    comparison
}

/// The smallest set of differences that leads from the law to the other model's answer; empty when there is none.
fn explain(case: &Case, theirs: &RsaAnswer) -> Vec<Difference> {
    let (law, other) = (Model::LAW.rsa(case), Model::OPENFISCA.rsa(case));
    let active: Vec<Difference> = Difference::ALL
        .into_iter()
        .filter(|rule| Model::LAW.with(*rule).rsa(case) != law || Model::OPENFISCA.without(*rule).rsa(case) != other)
        .collect();
    let mut sets: Vec<Vec<Difference>> = (1..1_u32 << active.len())
        .map(|set| {
            active
                .iter()
                .enumerate()
                .filter(|(bit, _)| set >> bit & 1 == 1)
                .map(|(_, rule)| *rule)
                .collect()
        })
        .collect();
    sets.sort_by_key(Vec::len);
    let reproduces = |set: &Vec<Difference>| {
        let model = set.iter().fold(Model::LAW, |model, rule| model.with(*rule));
        gaps(&model.rsa(case), theirs).is_empty()
    };
    sets.into_iter().find(reproduces).unwrap_or_default()
}

/// Half a cent for each amount the law rounds: two increments and two rates of the scale, each child's share of it, the
/// flat housing and the two increments under it, the share of earnings kept, four family benefits and one more ASF for each child,
/// and one line for each income of each person.
fn within_rounding(case: &Case, law: &RsaAnswer, theirs: &RsaAnswer) -> bool {
    let persons = case.inputs.persons.len();
    let lines: usize = case.inputs.persons.iter().map(|person| person.income.len() + 1).sum();
    let roundings = 4 + 2 * persons + 3 + 1 + 4 + lines;
    let bound = exact("0.005") * Decimal::from(roundings) + exact(TOLERANCE);
    let prime = |answer: &RsaAnswer| answer.prime_activite.unwrap_or_default();
    (law.total - theirs.total).abs() <= bound && (prime(law) - prime(theirs)).abs() <= bound
}

/// Where two answers are more than a cent apart.
fn gaps(ours: &RsaAnswer, theirs: &RsaAnswer) -> Vec<(String, Decimal, Decimal)> {
    let (ours, theirs) = (ours.fields(), theirs.fields());
    assert_eq!(ours.len(), theirs.len(), "as many persons on both sides");
    let pairs = ours
        .into_iter()
        .zip(theirs)
        .map(|((name, ours), (_, theirs))| (name, ours, theirs));
    pairs
        .filter(|(_, ours, theirs)| (ours - theirs).abs() > exact(TOLERANCE))
        .collect()
}

/// OpenFisca's outputs in our words. Its `rsa_socle` and `rsa_socle_majore` are guaranteed amounts; its socle part is
/// what its RSA activité leaves.
fn other_model(case: &Case) -> RsaAnswer {
    let outputs = &case.outputs;
    let amount = |name: &str| match &outputs[name] {
        Value::Number(number) => exact(&number.to_string()),
        Value::Null => Decimal::ZERO, // `rsa_activite` after 2015
        other => panic!("`{name}` is no amount: {other}"),
    };
    let children = amount("rsa_nb_enfants");
    let persons: Vec<PersonAnswer> = outputs["persons"]
        .as_array()
        .unwrap()
        .iter()
        .zip(&case.inputs.persons)
        .map(|(person, described)| PersonAnswer {
            counted: described.role != Role::Child || person["rsa_enfant_a_charge"].as_bool().unwrap(),
            from_work: exact(&person["rsa_revenu_activite_individu"].to_string()),
            other: exact(&person["rsa_base_ressources_individu"].to_string()),
        })
        .collect();
    // the share of the ASF the RSA counts has its own output since that share is not the whole (2014-04)
    let asf = amount(if case.period < Month::new(2014, 4) {
        "asf"
    } else {
        "rsa_forfait_asf"
    });
    let cf = if amount("cf") > Decimal::ZERO {
        amount("cf_non_majore_avant_cumul")
    } else {
        Decimal::ZERO
    };
    RsaAnswer {
        dependants: usize::try_from(children).unwrap(),
        persons,
        af: amount("af_base"),
        cf,
        paje: amount("paje_base"),
        asf,
        minimum_incomes: amount("rsa_base_ressources_minima_sociaux"),
        resources: amount("rsa_base_ressources"),
        guaranteed: amount("rsa_socle").max(amount("rsa_socle_majore")),
        increased: outputs["rsa_majore_eligibilite"].as_bool().unwrap(),
        flat_housing: amount("rsa_forfait_logement"),
        socle: amount("rsa") - amount("rsa_activite"),
        activite: amount("rsa_activite"),
        total: amount("rsa"),
        prime_activite: Some(amount("ppa")),
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            households,
            differing,
            explained_by,
            unexplained,
        } = self;
        writeln!(
            f,
            "{}: {households} households, {differing} where the law differs, {} unexplained",
            file.display(),
            unexplained.len()
        )?;
        for (difference, count) in explained_by {
            writeln!(f, "  DIFFERENCE {} {count}: {}", difference.name(), difference.source())?;
        }
        for line in unexplained.iter().take(10) {
            writeln!(f, "  UNEXPLAINED {line}")?;
        }
        Ok(())
    }
}
