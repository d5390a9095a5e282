//! `threshold`: every threshold of some regimes at once: the best for a budget, the cheapest for a coverage, the frontier.

use serde::Serialize;
use tarif_social::explain::Language;
use tarif_social::population::own::{self, FileReport};
use tarif_social::population::{
    Assumptions, Figure, Intervals, Marginal, Moved, Question, STATEMENT, Setting, Threshold, ThresholdIntervals,
    Thresholds,
};
use tarif_social::regimes::Words;
use tarif_social::units::Rate;

use crate::arguments;
use crate::compare::{assumptions, chosen, own_regimes};
use crate::fault::{Done, Fault};
use crate::figures::{About, about};
use crate::households;
use crate::intervals::{Cost, between, lines};
use crate::output::{print, print_json};
use crate::page::{Page, estimate, estimated_euros, estimated_share};
use crate::today;

/// What was found.
#[derive(Serialize)]
struct Answer {
    /// What it is, and is not.
    statement: Words,
    regimes: Vec<Along>,
    /// The regime that reaches the most poor within the budget, at the central take-up, by its best threshold.
    best: Option<String>,
    /// The regime that covers the share of the poor for the least if all claim, by its cheapest threshold.
    cheapest: Option<String>,
    /// What was read, when the households were read from a file.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<FileReport>,
    /// The population; `file` when the households were read from one.
    base: &'static str,
    /// The month whose law was applied.
    month: String,
    /// Assumptions that were moved.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    moved: Vec<Moved>,
    /// Households drawn, or rows used.
    size: u64,
    /// What the draw began with; nothing for a file.
    seed: u64,
}

/// A regime along its thresholds.
#[derive(Serialize)]
struct Along {
    id: String,
    /// It has a threshold that may be moved.
    moves: bool,
    /// The highest threshold looked at, in euros over its own period: above, no band of the tariff gives anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    highest: Option<f64>,
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
            highest: sorted.highest(),
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
    // A rule that cannot tell for some households is no better than another.
    let certain = || {
        regimes
            .iter()
            .filter(|along| along.undetermined.unwrap_or_default() == 0.0)
    };
    // Of equals, the first asked.
    let best = certain()
        .rev()
        .filter_map(|along| Some((&along.id, central(&along.within)?.poor_reached())))
        .max_by(|(_, one), (_, other)| one.total_cmp(other));
    let cheapest = certain()
        .filter_map(|along| Some((&along.id, central(&along.reaching)?.full_cost)))
        .min_by(|(_, one), (_, other)| one.total_cmp(other));
    let population = &arguments.population;
    let (statement, base, usual, size, seed) = match &file {
        Some(file) => (own::STATEMENT, "file", today::month(), file.rows, 0),
        None => (
            STATEMENT,
            population.base.name(),
            Setting::usual_month(population.base),
            population.size,
            population.seed,
        ),
    };
    let moved = if file.is_some() {
        Vec::new()
    } else {
        assumptions(population).map(Assumptions::moved).unwrap_or_default()
    };
    Answer {
        moved,
        statement,
        month: arguments.month.unwrap_or(usual).to_string(),
        base,
        size,
        seed,
        best: best.map(|(id, _)| id.clone()),
        cheapest: cheapest.map(|(id, _)| id.clone()),
        regimes,
        file,
    }
}

fn text(sorted: &[Thresholds<'_>], answer: &Answer, language: Language) -> String {
    let mut page = Page::new(language);
    about(
        &mut page,
        &About {
            statement: &answer.statement,
            base: answer.base,
            size: answer.size,
            effective: None,
            seed: answer.seed,
            month: &answer.month,
            moved: &answer.moved,
            file: answer.file.as_ref(),
        },
    );
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
            language.pick("ménages y ayant droit", "households entitled"),
            language.pick("pauvres y ayant droit", "poor entitled"),
            language.pick("la demandent", "claim"),
            cost.heading(),
            language.pick("si tous la demandent", "if all claim"),
        ];
        let today = language.pick("la règle, recours moyen", "the rule, central");
        let mut rows = rows(today, along.today.as_ref(), cost);
        for (levels, fr, en) in [
            (&along.within, "dans le budget", "within the budget"),
            (
                &along.reaching,
                "cette part des pauvres y a droit",
                "this share of the poor entitled",
            ),
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
        if let Some(highest) = along.highest {
            let highest = estimated_euros(Some(highest), if highest.fract() == 0.0 { 0 } else { 2 }, language);
            let fr = format!("Seuil bougé jusqu'à {highest}\u{a0}: au-dessus, aucune tranche du tarif ne donne rien.");
            let en = format!("Threshold moved up to {highest}: above, no band of the tariff gives anything.");
            page.paragraph(0, language.pick(&fr, &en));
        }
        match &along.marginal {
            Some(marginal) => page.paragraph(0, &added(marginal, cost)),
            None if along.moves => {}
            None => page.paragraph(
                0,
                language.pick(
                    "Cette règle n'a pas un seul seuil à bouger.",
                    "This rule has no single threshold to move.",
                ),
            ),
        }
        if along.undetermined.is_some() {
            let count = estimate(along.undetermined, 0, language);
            let fr = format!(
                "Ménages pour lesquels on ne peut pas dire, comptés dans aucun de ces chiffres, qui sont donc des minimums : {count}"
            );
            let en = format!(
                "Households for which one cannot tell, counted in none of these figures, which are thus the least it may be: {count}"
            );
            page.paragraph(0, language.pick(&fr, &en));
        }
    }
    let left_out: Vec<&str> = answer
        .regimes
        .iter()
        .filter(|along| along.undetermined.is_some_and(|count| count > 0.0))
        .map(|along| along.id.as_str())
        .collect();
    if !left_out.is_empty() && (answer.best.is_some() || answer.cheapest.is_some()) {
        page.gap();
        let words = language.pick(
            "Écartées de ce qui suit, faute de pouvoir conclure pour tous les ménages",
            "Left out of what follows, as they cannot tell for every household",
        );
        page.labelled(0, words, &left_out.join(", "));
    }
    let found = |id: &String, of: fn(&Along) -> Option<&Levels>| {
        let along = answer.regimes.iter().find(|along| &along.id == id)?;
        of(along)?.central.as_ref()
    };
    for (id, of, fr, en) in [
        (
            &answer.best,
            (|along| along.within.as_ref()) as fn(&Along) -> Option<&Levels>,
            "Avec ce budget, la règle que le plus de pauvres demanderaient, au recours moyen, est",
            "Within this budget, the rule that the most poor would claim, at the central take-up, is",
        ),
        (
            &answer.cheapest,
            |along| along.reaching.as_ref(),
            "Pour ouvrir le droit à cette part des pauvres, la règle la moins chère, si tous la demandent, est",
            "To entitle this share of the poor, the cheapest rule, if all claim, is",
        ),
    ] {
        if let Some((id, threshold)) = id.as_ref().and_then(|id| Some((id, found(id, of)?))) {
            let said = said(threshold, cost);
            page.gap();
            page.labelled(0, &format!("{} {id}", language.pick(fr, en)), &said);
        }
    }
    page.finish()
}

/// Who is entitled, and what that costs: the two do not suppose the same take-up, and each says which.
fn said(threshold: &Threshold, cost: Cost) -> String {
    let language = cost.language;
    let poor = estimated_share(Some(threshold.poor_covered), 1, language);
    let reached = estimated_share(Some(threshold.poor_reached()), 1, language);
    let claim = estimated_share(Some(threshold.take_up), 0, language);
    let millions = if cost.in_millions { " M€" } else { "" };
    let [some, all] = [threshold.cost, threshold.full_cost].map(|euros| cost.cell(Some(euros)));
    language.pick(
        format!(
            "{poor} des ménages pauvres y ont droit, {reached} la demanderaient ; coût par an {some}{millions} si {claim} de ceux qui y ont droit la \
             demandent, {all}{millions} si tous la demandent."
        ),
        format!(
            "{poor} of poor households are entitled, {reached} would claim; {some}{millions} a year if {claim} of those entitled claim, \
             {all}{millions} if all do."
        ),
    )
}

/// A threshold, and under it between what and what each number may be.
fn rows(name: &str, threshold: Option<&Threshold>, cost: Cost) -> Vec<Vec<String>> {
    let language = cost.language;
    let times = |value| estimate(value, 6, language);
    let count = |value| estimate(value, 0, language);
    let share = |value| estimated_share(value, 1, language);
    let of = |f: fn(&Threshold) -> f64| threshold.map(f);
    let moving = threshold.filter(|threshold| !threshold.everybody);
    let at = match (threshold, moving) {
        (Some(_), None) => language
            .pick("tout seuil : tous y sont", "any: everybody is in")
            .to_owned(),
        _ => times(of(|threshold| threshold.times)),
    };
    let ends = |of: fn(&ThresholdIntervals) -> Intervals, tell: &dyn Fn(Option<f64>) -> String| {
        between(threshold.and_then(|threshold| of(&threshold.intervals).together), tell)
    };
    let in_cost = |value| cost.cell(value);
    let alone = String::new;
    let cells = vec![
        (at, ends(|of| of.times, &times)),
        (
            estimated_euros(moving.and_then(|threshold| threshold.euros), 2, language),
            alone(),
        ),
        (count(of(|threshold| threshold.covered)), ends(|of| of.covered, &count)),
        (
            share(of(|threshold| threshold.poor_covered)),
            ends(|of| of.poor_covered, &share),
        ),
        (estimated_share(of(|threshold| threshold.take_up), 0, language), alone()),
        (in_cost(of(|threshold| threshold.cost)), ends(|of| of.cost, &in_cost)),
        (in_cost(of(|threshold| threshold.full_cost)), alone()),
    ];
    lines(name.to_owned(), cells, language)
}

fn added(marginal: &Marginal, cost: Cost) -> String {
    let language = cost.language;
    if marginal.covered.value.is_none() {
        let words = language.pick(
            "Seuil relevé de 1 % : trop peu de ménages de plus y ont droit pour les compter.",
            "Threshold raised by 1 %: too few more households entitled to be counted.",
        );
        return words.to_owned();
    }
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
        "Seuil relevé de 1 % : {covered} ménages de plus y ont droit, dont {poor} pauvres, {more}{millions} par an de plus au recours moyen."
    );
    let en = format!(
        "Threshold raised by 1 %: {covered} more households entitled, {poor} of them poor, {more}{millions} a year more at central take-up."
    );
    language.pick(fr, en)
}
