//! `threshold`: the best threshold of a regime for a budget.

use serde::Serialize;
use tarif_social::population::{Question, Threshold, Thresholds};
use tarif_social::units::Rate;

use crate::arguments;
use crate::compare::{assumptions, chosen, own_regimes};
use crate::fault::{Done, Fault};
use crate::output::{print, print_json};
use crate::page::{Page, estimate, estimated_euros, estimated_share};

/// The best threshold at each level of take-up, and the regime as it is at the central one.
#[derive(Serialize)]
struct Levels {
    low: Option<Threshold>,
    central: Option<Threshold>,
    high: Option<Threshold>,
    today: Option<Threshold>,
}

pub fn run(arguments: &arguments::Threshold) -> Result<Done, Fault> {
    let own = own_regimes(&arguments.regime_file)?;
    let regimes = chosen(std::slice::from_ref(&arguments.regime), &own)?;
    let Some(regime) = regimes.iter().find(|regime| regime.id == arguments.regime.as_str()) else {
        return Err(Fault::unusable("no regime to look at"));
    };
    let question = Question {
        month: arguments.month,
        size: arguments.population.size,
        seed: arguments.population.seed,
        base: arguments.population.base,
        assumptions: assumptions(&arguments.population)?,
        hypotheses: false,
        regimes: Vec::new(),
    };
    let sorted = Thresholds::new(&question, regime).map_err(Fault::unusable)?;
    let take_up = regime.granting.take_up;
    let budget = arguments.budget * 1e6;
    let found: Vec<(&str, &str, Option<Threshold>)> = [
        ("faible", "low", take_up.low),
        ("moyen", "central", take_up.central),
        ("fort", "high", take_up.high),
    ]
    .into_iter()
    .map(|(fr, en, level)| (fr, en, sorted.within(budget, level)))
    .collect();
    let today = sorted.at(Rate::ONE, take_up.central);
    if arguments.json {
        let of = |level: usize| found.get(level).and_then(|(_, _, threshold)| threshold.clone());
        let levels = Levels {
            low: of(0),
            central: of(1),
            high: of(2),
            today,
        };
        print_json(&levels, false)?;
        return Ok(Done::Well);
    }
    let language = arguments.words.language;
    let mut page = Page::new(language);
    page.paragraph(0, language.pick(&regime.name.fr, &regime.name.en));
    let headings = [
        language.pick("Recours", "Take-up"),
        language.pick("seuil, fois celui de la règle", "threshold, times that of the rule"),
        language.pick("en euros", "in euros"),
        language.pick("ménages couverts", "households covered"),
        language.pick("pauvres couverts", "poor covered"),
        language.pick("coût, M€ par an", "cost, M€ a year"),
    ];
    let row = |name: &str, threshold: Option<&Threshold>| {
        let of = |f: fn(&Threshold) -> f64| threshold.map(f);
        vec![
            name.to_owned(),
            estimate(of(|threshold| threshold.times), 6, language),
            estimated_euros(threshold.and_then(|threshold| threshold.euros), 2, language),
            estimate(of(|threshold| threshold.covered), 0, language),
            estimated_share(of(|threshold| threshold.poor_covered), 1, language),
            estimate(of(|threshold| threshold.cost * 1e-6), 1, language),
        ]
    };
    let mut rows: Vec<Vec<String>> = found
        .iter()
        .map(|(fr, en, threshold)| row(language.pick(fr, en), threshold.as_ref()))
        .collect();
    rows.push(row(
        language.pick("la règle, recours moyen", "the rule, central"),
        today.as_ref(),
    ));
    page.table(0, &headings, &rows);
    print(&page.finish())?;
    Ok(Done::Well)
}
