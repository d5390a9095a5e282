//! Problems of a request, in the language asked for.

use super::answer::ProblemAnswer;
use super::check::{DEFAULT_REGIMES, MOST_REGIMES};
use super::request::{CheckRequest, SCHEMA_VERSION};
use crate::explain::Language;
use crate::facts::NotComputable;
use crate::household::Problem;
use crate::reading::{self, Fault, Read, Reader, Tree};
use crate::regimes::{self, Regime, Text};

/// The problems found so far.
pub(super) struct Problems {
    pub language: Language,
    pub found: Vec<ProblemAnswer>,
}

/// What can be wrong with a request, the household apart.
#[derive(Clone, Copy)]
pub(super) enum Trouble {
    SchemaVersion,
    Month,
    Day,
    NoSuchRegime,
    IdTaken,
    TooManyRegimes,
    /// The checker is made of words. The page has none either, and never sends a regime.
    #[cfg(not(any(feature = "words", feature = "check")))]
    NoChecker,
}

impl Trouble {
    const fn code(self) -> &'static str {
        match self {
            Self::SchemaVersion => "schema_version",
            Self::Month => "not_a_month",
            Self::Day => "not_a_day",
            Self::NoSuchRegime => "no_such_regime",
            Self::IdTaken => "id_taken",
            Self::TooManyRegimes => "too_many_regimes",
            #[cfg(not(any(feature = "words", feature = "check")))]
            Self::NoChecker => "no_checker",
        }
    }

    fn message(self, language: Language) -> String {
        let (fr, en) = match self {
            Self::SchemaVersion => (
                format!("cette version lit la structure {SCHEMA_VERSION} : refaites la demande avec elle"),
                format!("this version reads structure {SCHEMA_VERSION}: make the request again with it"),
            ),
            Self::Month => (
                "ce n'est pas un mois : écrivez-le comme `2014-11`".into(),
                "not a month: write it like `2014-11`".into(),
            ),
            Self::Day => (
                "ce jour n'existe pas : écrivez-le comme `2014-11-30`".into(),
                "not a day that exists: write it like `2014-11-30`".into(),
            ),
            Self::NoSuchRegime => (
                "aucun régime ne porte ce nom : prenez-le dans la liste des régimes".into(),
                "no regime has this id: take one from the list of regimes".into(),
            ),
            Self::IdTaken => (
                "un autre régime porte ce nom : donnez-en un qui n'est qu'à lui".into(),
                "another regime has this id: give it one of its own".into(),
            ),
            Self::TooManyRegimes => (
                format!("au plus {MOST_REGIMES} régimes à la fois : retirez-en"),
                format!("at most {MOST_REGIMES} regimes at a time: leave some out"),
            ),
            #[cfg(not(any(feature = "words", feature = "check")))]
            Self::NoChecker => (
                "ce moteur ne vérifie pas les régimes : prenez le paquet complet".into(),
                "this engine does not check regimes: take the whole package".into(),
            ),
        };
        language.pick(fr, en)
    }
}

impl Problems {
    pub fn push(&mut self, field: &str, value: impl Into<Text>, trouble: Trouble) {
        self.found.push(ProblemAnswer {
            field: field.to_owned().into(),
            value: value.into(),
            code: trouble.code().into(),
            message: trouble.message(self.language).into(),
        });
    }

    /// Problems of the household, under their path into the request.
    pub fn household(&mut self, problems: Vec<Problem>) {
        let language = self.language;
        self.found.extend(problems.into_iter().map(|problem| ProblemAnswer {
            field: format!("household.{}", problem.field).into(),
            code: problem.kind.code().into(),
            message: language.pick(problem.kind.french(), problem.kind.to_string()).into(),
            value: problem.value.into(),
        }));
    }

    /// A month or a place nothing can be worked out for.
    pub fn not_computable(&mut self, reason: NotComputable, request: &CheckRequest) {
        let (field, value, code) = match reason {
            NotComputable::Month(_) => ("month", request.month.clone(), "month_not_covered"),
            NotComputable::NotThereYet(territory, _) => {
                ("household.territory", territory.name().to_owned(), "not_there_yet")
            }
            NotComputable::NotPublishedYet(_) => (
                "known_on",
                request.known_on.clone().unwrap_or_default(),
                "not_published_yet",
            ),
        };
        self.found.push(ProblemAnswer {
            field: field.into(),
            value: value.into(),
            code: code.into(),
            message: self.language.pick(reason.french(), reason.to_string()).into(),
        });
    }

    /// The regimes asked for: by id, then the caller's own.
    pub fn regimes<'r>(&mut self, request: &'r CheckRequest) -> Vec<&'r Regime> {
        let mut regimes = match &request.regimes {
            Some(ids) => self.named(ids, "regimes", &request.own_regimes),
            None => DEFAULT_REGIMES.iter().filter_map(|id| regimes::by_id(id)).collect(),
        };
        for regime in &request.own_regimes {
            if regimes.iter().all(|known| known.id != regime.id) {
                regimes.push(regime);
            }
        }
        self.own(&request.own_regimes);
        if regimes.len() > MOST_REGIMES {
            self.push("regimes", regimes.len().to_string(), Trouble::TooManyRegimes);
        }
        regimes
    }

    /// Regimes of the caller's own: an id that tells them apart, and no fault that the checker finds.
    fn own(&mut self, own: &[Regime]) {
        if let Some(taken) = regimes::taken(own) {
            self.push("own_regimes", taken.id.clone(), Trouble::IdTaken);
        }
        #[cfg(not(any(feature = "words", feature = "check")))]
        if let Some(regime) = own.first() {
            self.push("own_regimes", regime.id.clone(), Trouble::NoChecker);
        }
        #[cfg(feature = "words")]
        for regime in own {
            for remark in regimes::check::check(regime)
                .into_iter()
                .filter(|remark| !remark.is_note())
            {
                let words = remark.words();
                self.found.push(ProblemAnswer {
                    field: "own_regimes".into(),
                    value: regime.id.clone(),
                    code: "faulty_rule".into(),
                    message: format!("{}: {}", remark.path, self.language.pick(words.fr, words.en)).into(),
                });
            }
        }
    }

    /// Regimes by id, among the caller's own and the built-in ones.
    pub fn named<'r>(&mut self, ids: &[String], field: &str, own: &'r [Regime]) -> Vec<&'r Regime> {
        let mut found = Vec::with_capacity(ids.len());
        for (place, id) in ids.iter().enumerate() {
            match own
                .iter()
                .find(|regime| regime.id == id.as_str())
                .or_else(|| regimes::by_id(id))
            {
                Some(regime) if found.iter().all(|known: &&Regime| known.id != regime.id) => found.push(regime),
                Some(_) => {} // named twice, it is answered once
                None => self.push(&format!("{field}[{place}]"), id.clone(), Trouble::NoSuchRegime),
            }
        }
        found
    }
}

/// Something that is no request: why, in the language it asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    /// The language it asks for; French when that cannot be read either.
    pub language: Language,
    /// Every field that cannot be read, or is missing.
    pub problems: Vec<ProblemAnswer>,
}

/// Reads a request.
///
/// # Errors
/// Every field that is missing, unknown or of the wrong kind.
///
/// # Example
/// ```
/// use tarif_social::api;
/// use tarif_social::reading::Tree;
/// let unread = api::read(&Tree::Record(vec![("month".into(), Tree::Text("2014-11".into()))])).unwrap_err();
/// assert_eq!(unread.problems[0].field, "schema_version");
/// ```
pub fn read(tree: &Tree) -> Result<CheckRequest, Unread> {
    reading::read(tree).map_err(|faults| {
        let mut language = Language::default();
        if let Some(asked) = tree.field("language") {
            language.read(asked, &mut Reader::default());
        }
        let problem = |fault: Fault| ProblemAnswer {
            field: fault.field.into(),
            value: fault.value.into(),
            code: fault.refusal.code().into(),
            message: language.pick(fault.refusal.french(), fault.refusal.to_string()).into(),
        };
        Unread {
            language,
            problems: faults.into_iter().map(problem).collect(),
        }
    })
}
