//! `threshold`: every threshold of some regimes at once: the best for a budget, the cheapest for a coverage, the frontier.

use serde::Serialize;
use tarif_social::explain::Language;
use tarif_social::population::{Marginal, Question, Threshold, Thresholds};
use tarif_social::units::Rate;

use crate::arguments;
use crate::compare::{assumptions, chosen, own_regimes};
use crate::fault::{Done, Fault};
use crate::output::{print, print_json};
use crate::page::{Page, estimate, estimated_euros, estimated_share};

/// What was found.
#[derive(Serialize)]
struct Answer {
    regimes: Vec<Along>,
    /// The regime that covers the most poor within the budget, at the central take-up, by its best threshold.
    best: Option<String>,
    /// The regime that covers the share of the poor for the least, at the central take-up, by its cheapest threshold.
    cheapest: Option<String>,
}

/// A regime along its thresholds.
#[derive(Serialize)]
struct Along {
    id: String,
    /// It has a threshold that may be moved.
    moves: bool,
    /// As it is, at the central take-up.
    today: Option<Threshold>,
    /// What a threshold 1 % higher adds.
    marginal: Option<Marginal>,
    /// The best within the budget.
    within: Option<Levels>,
    /// The cheapest that covers the share of the poor.
    reaching: Option<Levels>,
    /// The thresholds that none beats, at the central take-up.
    frontier: Vec<Threshold>,
}

/// A threshold at each level of take-up.
#[derive(Serialize)]
struct Levels {
    low: Option<Threshold>,
    central: Option<Threshold>,
    high: Option<Threshold>,
}

impl Levels {
    fn of(sorted: &Thresholds<'_>, f: impl Fn(Rate) -> Option<Threshold>) -> Self {
        let take_up = sorted.regime().granting.take_up;
        Self {
            low: f(take_up.low),
            central: f(take_up.central),
            high: f(take_up.high),
        }
    }
}

pub fn run(arguments: &arguments::Threshold) -> Result<Done, Fault> {
    let own = own_regimes(&arguments.regime_file)?;
    let regimes = chosen(&arguments.regimes, &own)?;
    let question = Question {
        month: arguments.month,
        size: arguments.population.size,
        seed: arguments.population.seed,
        base: arguments.population.base,
        assumptions: assumptions(&arguments.population)?,
        hypotheses: false,
        regimes: Vec::new(),
    };
    let sorted = Thresholds::new(&question, &regimes).map_err(Fault::unusable)?;
    let answer = answer(&sorted, arguments);
    if arguments.json {
        print_json(&answer, false)?;
    } else {
        print(&text(&sorted, &answer, arguments))?;
    }
    Ok(Done::Well)
}

fn answer(sorted: &[Thresholds<'_>], arguments: &arguments::Threshold) -> Answer {
    let along = |sorted: &Thresholds<'_>| {
        let central = sorted.regime().granting.take_up.central;
        Along {
            id: sorted.regime().id.to_string(),
            moves: sorted.moves(),
            today: sorted.at(Rate::ONE, central),
            marginal: sorted.marginal(),
            within: arguments
                .budget
                .map(|budget| Levels::of(sorted, |level| sorted.within(budget * 1e6, level))),
            reaching: arguments
                .cover
                .map(|percent| Levels::of(sorted, |level| sorted.reaching(percent / 100.0, level))),
            frontier: sorted.frontier(arguments.points, central),
        }
    };
    let regimes: Vec<Along> = sorted.iter().map(along).collect();
    let central = |levels: &Option<Levels>| levels.as_ref().and_then(|levels| levels.central.clone());
    let best = regimes
        .iter()
        .filter_map(|along| Some((&along.id, central(&along.within)?.poor_covered)))
        .max_by(|(_, one), (_, other)| one.total_cmp(other));
    let cheapest = regimes
        .iter()
        .filter_map(|along| Some((&along.id, central(&along.reaching)?.cost)))
        .min_by(|(_, one), (_, other)| one.total_cmp(other));
    Answer {
        best: best.map(|(id, _)| id.clone()),
        cheapest: cheapest.map(|(id, _)| id.clone()),
        regimes,
    }
}

fn text(sorted: &[Thresholds<'_>], answer: &Answer, arguments: &arguments::Threshold) -> String {
    let language = arguments.words.language;
    let mut page = Page::new(language);
    for (sorted, along) in sorted.iter().zip(&answer.regimes) {
        let regime = sorted.regime();
        page.heading(
            &format!("{}. {}", regime.id, regime.name.fr),
            &format!("{}. {}", regime.id, regime.name.en),
        );
        let headings = [
            language.pick("Recours", "Take-up"),
            language.pick("seuil, fois celui de la règle", "threshold, times that of the rule"),
            language.pick("en euros", "in euros"),
            language.pick("ménages couverts", "households covered"),
            language.pick("pauvres couverts", "poor covered"),
            language.pick("coût, M€ par an", "cost, M€ a year"),
        ];
        let today = language.pick("la règle, recours moyen", "the rule, central");
        let mut rows = vec![row(today, along.today.as_ref(), language)];
        for (levels, fr, en) in [
            (&along.within, "dans le budget", "within the budget"),
            (&along.reaching, "couverture atteinte", "coverage reached"),
        ] {
            if let Some(levels) = levels {
                for (name, threshold) in [
                    (language.pick("faible", "low"), &levels.low),
                    (language.pick("moyen", "central"), &levels.central),
                    (language.pick("fort", "high"), &levels.high),
                ] {
                    let name = format!("{}, {name}", language.pick(fr, en));
                    rows.push(row(&name, threshold.as_ref(), language));
                }
            }
        }
        page.table(0, &headings, &rows);
        match &along.marginal {
            Some(marginal) => page.paragraph(0, &added(marginal, language)),
            None => page.paragraph(
                0,
                language.pick(
                    "Cette règle n'a pas de seuil à bouger.",
                    "This rule has no threshold to move.",
                ),
            ),
        }
    }
    for (id, fr, en) in [
        (
            &answer.best,
            "Avec ce budget, la règle qui couvre le plus de pauvres",
            "Within this budget, the rule that covers the most poor",
        ),
        (
            &answer.cheapest,
            "Pour cette couverture, la règle la moins chère",
            "For this coverage, the cheapest rule",
        ),
    ] {
        if let Some(id) = id {
            page.gap();
            page.row(0, language.pick(fr, en), id);
        }
    }
    page.finish()
}

fn row(name: &str, threshold: Option<&Threshold>, language: Language) -> Vec<String> {
    let of = |f: fn(&Threshold) -> f64| threshold.map(f);
    vec![
        name.to_owned(),
        estimate(of(|threshold| threshold.times), 6, language),
        estimated_euros(threshold.and_then(|threshold| threshold.euros), 2, language),
        estimate(of(|threshold| threshold.covered), 0, language),
        estimated_share(of(|threshold| threshold.poor_covered), 1, language),
        estimate(of(|threshold| threshold.cost * 1e-6), 1, language),
    ]
}

fn added(marginal: &Marginal, language: Language) -> String {
    let count = |value: Option<f64>| estimate(value, 0, language);
    let [covered, poor] = [count(marginal.covered), count(marginal.poor)];
    let cost = estimate(marginal.cost.map(|cost| cost * 1e-6), 1, language);
    let fr = format!("Seuil relevé de 1 % : {covered} ménages de plus, dont {poor} pauvres, {cost} M€ par an de plus.");
    let en = format!("Threshold raised by 1 %: {covered} more households, {poor} of them poor, {cost} M€ a year more.");
    language.pick(fr, en)
}
