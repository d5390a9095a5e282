//! `threshold`: every threshold of some regimes at once: the best for a budget, the cheapest for a coverage, the frontier.

use serde::Serialize;
use tarif_social::explain::Language;
use tarif_social::population::own::FileReport;
use tarif_social::population::{Figure, Intervals, Marginal, Question, Threshold, ThresholdIntervals, Thresholds};
use tarif_social::units::Rate;

use crate::arguments;
use crate::compare::{assumptions, chosen, own_regimes};
use crate::fault::{Done, Fault};
use crate::households;
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
    /// What was read, when the households were read from a file.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<FileReport>,
}

/// A regime along its thresholds.
#[derive(Serialize)]
struct Along {
    id: String,
    /// It has a threshold that may be moved.
    moves: bool,
    /// Households of a file for which it cannot be told from which threshold they are in, or what they save.
    #[serde(skip_serializing_if = "Option::is_none")]
    undetermined: Option<f64>,
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
    let (sorted, file) = match &arguments.households {
        Some(file) => {
            let (sorted, report) = households::thresholds(file, arguments.month, &regimes)?;
            (sorted, Some(report))
        }
        None => {
            let question = Question {
                month: arguments.month,
                size: arguments.population.size,
                seed: arguments.population.seed,
                base: arguments.population.base,
                assumptions: assumptions(&arguments.population)?,
                hypotheses: !arguments.no_hypotheses,
                regimes: Vec::new(),
            };
            (Thresholds::new(&question, &regimes).map_err(Fault::unusable)?, None)
        }
    };
    let answer = answer(&sorted, file, arguments);
    if arguments.json {
        print_json(&answer, false)?;
    } else {
        print(&text(&sorted, &answer, arguments.words.language))?;
    }
    Ok(answer.file.as_ref().map_or(Done::Well, households::done))
}

fn answer(sorted: &[Thresholds<'_>], file: Option<FileReport>, arguments: &arguments::Threshold) -> Answer {
    let along = |sorted: &Thresholds<'_>| {
        let central = sorted.regime().granting.take_up.central;
        Along {
            id: sorted.regime().id.to_string(),
            moves: sorted.moves(),
            undetermined: file.is_some().then(|| sorted.undetermined()),
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
    // Of equals, the first asked.
    let best = regimes
        .iter()
        .rev()
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
        file,
    }
}

fn text(sorted: &[Thresholds<'_>], answer: &Answer, language: Language) -> String {
    let mut page = Page::new(language);
    if let Some(file) = &answer.file {
        households::report(&mut page, file);
    }
    let cost = Cost {
        in_millions: answer.file.is_none(),
        language,
    };
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
            cost.heading(),
        ];
        let today = language.pick("la règle, recours moyen", "the rule, central");
        let mut rows = rows(today, along.today.as_ref(), cost);
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
                    rows.extend(self::rows(&name, threshold.as_ref(), cost));
                }
            }
        }
        page.table(0, &headings, &rows);
        match &along.marginal {
            Some(marginal) => page.paragraph(0, &added(marginal, cost)),
            None => page.paragraph(
                0,
                language.pick(
                    "Cette règle n'a pas de seuil à bouger.",
                    "This rule has no threshold to move.",
                ),
            ),
        }
        if along.undetermined.is_some() {
            let count = estimate(along.undetermined, 0, language);
            let fr = format!("Ménages pour lesquels on ne peut pas dire, comptés dans aucun de ces chiffres : {count}");
            let en = format!("Households for which one cannot tell, counted in none of these figures: {count}");
            page.paragraph(0, language.pick(&fr, &en));
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

/// How costs are told: a file is rarely a country, and its costs are told to the euro.
#[derive(Clone, Copy)]
struct Cost {
    in_millions: bool,
    language: Language,
}

impl Cost {
    fn heading(self) -> &'static str {
        if self.in_millions {
            self.language.pick("coût, M€ par an", "cost, M€ a year")
        } else {
            self.language.pick("coût par an", "cost a year")
        }
    }

    fn cell(self, cost: Option<f64>) -> String {
        if self.in_millions {
            estimate(cost.map(|cost| cost * 1e-6), 1, self.language)
        } else {
            estimated_euros(cost, 0, self.language)
        }
    }
}

/// A threshold, and under it between what and what each number may be.
fn rows(name: &str, threshold: Option<&Threshold>, cost: Cost) -> Vec<Vec<String>> {
    let language = cost.language;
    let times = |value| estimate(value, 6, language);
    let count = |value| estimate(value, 0, language);
    let share = |value| estimated_share(value, 1, language);
    let of = |f: fn(&Threshold) -> f64| threshold.map(f);
    let numbers = vec![
        name.to_owned(),
        times(of(|threshold| threshold.times)),
        estimated_euros(threshold.and_then(|threshold| threshold.euros), 2, language),
        count(of(|threshold| threshold.covered)),
        share(of(|threshold| threshold.poor_covered)),
        cost.cell(of(|threshold| threshold.cost)),
    ];
    let Some(Threshold { intervals, .. }) = threshold else {
        return vec![numbers];
    };
    let between = |of: fn(&ThresholdIntervals) -> Intervals, tell: &dyn Fn(Option<f64>) -> String| {
        // A threshold that was chosen does not move.
        let ends = of(intervals).together.filter(|[low, high]| low < high);
        ends.map_or_else(String::new, |[low, high]| {
            format!("{} – {}", tell(Some(low)), tell(Some(high)))
        })
    };
    let ends = [
        between(|of| of.times, &times),
        String::new(),
        between(|of| of.covered, &count),
        between(|of| of.poor_covered, &share),
        between(|of| of.cost, &|value| cost.cell(value)),
    ];
    if ends.iter().all(String::is_empty) {
        return vec![numbers];
    }
    let mut around = vec![language.pick("  entre", "  between").to_owned()];
    around.extend(ends);
    vec![numbers, around]
}

fn added(marginal: &Marginal, cost: Cost) -> String {
    let language = cost.language;
    let told = |figure: &Figure, tell: &dyn Fn(Option<f64>) -> String| {
        let value = tell(figure.value);
        let ends = figure.together.map(|ends| ends.map(|end| tell(Some(end))));
        ends.map_or_else(|| value.clone(), |[low, high]| format!("{value} ({low} – {high})"))
    };
    let count = |value| estimate(value, 0, language);
    let [covered, poor] = [told(&marginal.covered, &count), told(&marginal.poor, &count)];
    let more = told(&marginal.cost, &|value| cost.cell(value));
    let millions = if cost.in_millions { " M€" } else { "" };
    let fr = format!(
        "Seuil relevé de 1 % : {covered} ménages de plus, dont {poor} pauvres, {more}{millions} par an de plus."
    );
    let en = format!(
        "Threshold raised by 1 %: {covered} more households, {poor} of them poor, {more}{millions} a year more."
    );
    language.pick(fr, en)
}
