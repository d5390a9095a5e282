//! The figures of a comparison: as a text for a reader, as CSV for a spreadsheet.

use tarif_social::explain::Language;
use tarif_social::population::own::FileReport;
use tarif_social::population::{CompareAnswer, Compared, Figure, Moved, Outcome, Parting};
use tarif_social::regimes::{self, Criterion, Regime, Words, words};

use crate::households;
use crate::intervals::{Cost, between, lines};
use crate::page::{Page, estimate, estimated_euros, estimated_share};

/// Whose figures they are.
pub struct About<'a> {
    pub statement: &'a Words,
    pub base: &'a str,
    pub size: u64,
    pub effective: Option<f64>,
    pub seed: u64,
    pub month: &'a str,
    pub moved: &'a [Moved],
    pub file: Option<&'a FileReport>,
}

/// What the households are and are not, which these are, and under the law of which month.
pub fn about(page: &mut Page, about: &About<'_>) {
    let language = page.language;
    page.paragraph(0, language.pick(&about.statement.fr, &about.statement.en));
    page.gap();
    let About {
        base,
        size,
        seed,
        month,
        ..
    } = about;
    let size = estimate(Some(*size as f64), 0, language);
    // The households keep their year, whatever the month of the rules; their incomes follow it.
    let year = base.rsplit('-').next().unwrap_or(base);
    let effective = about.effective.map(|effective| estimate(Some(effective), 0, language));
    let (fr, en) = if let Some(file) = about.file {
        households::report(page, file);
        page.gap();
        let [fr, en] = ["Taille effective", "Effective size"].map(|words| {
            effective
                .as_ref()
                .map(|effective| format!("{words} {effective}, "))
                .unwrap_or_default()
        });
        (format!("{fr}droit de {month}"), format!("{en}law of {month}"))
    } else {
        let [fr, en] = ["taille effective", "effective size"].map(|words| {
            effective
                .as_ref()
                .map(|effective| format!(" ({words} {effective})"))
                .unwrap_or_default()
        });
        (
            format!("{base}, {size} ménages{fr}, graine {seed}, ménages de {year}, revenus et règles de {month}"),
            format!("{base}, {size} households{en}, seed {seed}, households of {year}, incomes and rules of {month}"),
        )
    };
    page.paragraph(0, language.pick(&fr, &en));
    for moved in about.moved {
        let name = language.pick(&moved.name.fr, &moved.name.en);
        let [value, usual] = [moved.value, moved.usual].map(|value| decimal(value, language));
        let fr = format!("Hypothèse bougée\u{a0}: {name}, {value} au lieu de {usual}");
        let en = format!("Assumption moved: {name}, {value} instead of {usual}");
        page.paragraph(0, language.pick(&fr, &en));
    }
}

/// The comparison for a reader: what each regime does, whom it relieves, and each two of them side by side.
pub fn text(comparison: &CompareAnswer, regimes: &[&Regime], language: Language) -> String {
    let mut page = Page::new(language);
    about(
        &mut page,
        &About {
            statement: &comparison.statement,
            base: comparison.base,
            size: comparison.size,
            effective: Some(comparison.effective_size),
            seed: comparison.seed,
            month: &comparison.month,
            moved: &comparison.moved,
            file: comparison.file.as_ref(),
        },
    );
    page.heading("Régimes", "Regimes");
    let mut headings = vec![
        language.pick("Régime", "Regime"),
        language.pick("Ménages y ayant droit", "Households entitled"),
        language.pick("part", "share"),
        language.pick("pauvres laissés", "poor left out"),
        language.pick("non pauvres", "not poor"),
        language.pick("paient moins", "pay less"),
        language.pick("gain moyen par an", "mean saving a year"),
        language.pick("recours moyen", "central take-up"),
        language.pick("coût M€ bas", "cost M€ low"),
        language.pick("central", "central"),
        language.pick("haut", "high"),
        language.pick("si tous la demandent", "if all claim"),
    ];
    if comparison.file.is_some() {
        headings.insert(2, language.pick("on ne peut pas dire", "cannot tell"));
        if let Some(heading) = headings.get_mut(9) {
            *heading = language.pick("coût bas", "low cost");
        }
        headings.push(language.pick("gain inconnu", "saving not known"));
    }
    let rows: Vec<Vec<String>> = comparison
        .regimes
        .iter()
        .flat_map(|outcome| rows(outcome, language))
        .collect();
    page.table(0, &headings, &rows);
    page.paragraph(0, of_intervals(comparison, language));
    without(&mut page, comparison);
    relief(&mut page, comparison);
    pairs(&mut page, comparison, regimes);
    page.finish()
}

/// What an interval holds, and what it leaves out.
fn of_intervals(comparison: &CompareAnswer, language: Language) -> &'static str {
    let with_hypotheses = comparison.regimes.iter().any(|outcome| outcome.covered.model.is_some());
    match (comparison.file.is_some(), with_hypotheses) {
        (true, _) => language.pick(
            "Intervalle\u{a0}: celui du tirage. Une part est celle des ménages dont la règle peut dire quelque chose\u{a0}; l'intervalle \
             va jusqu'à ce qu'elle serait si tous les autres étaient dehors, puis dedans.",
            "Interval: that of the drawing. A share is that of the households of which the rule can tell; the interval reaches to \
             what it would be if all the others were out, then in.",
        ),
        (_, false) => language.pick(
            "Intervalle\u{a0}: celui du tirage. Les hypothèses (--assume) n'y sont pas.",
            "Interval: that of the drawing. Assumptions (--assume) are not in it.",
        ),
        _ => language.pick(
            "Intervalle\u{a0}: tirage, revenus plus bas ou plus hauts de 5\u{a0}%, autre source sur le logement. Les autres hypothèses \
             (--assume) n'y sont pas.",
            "Interval: drawing, incomes 5% lower or higher, another source on housing. The other assumptions (--assume) are not in it.",
        ),
    }
}

/// The regimes that lack some figures, and why.
fn without(page: &mut Page, comparison: &CompareAnswer) {
    let language = page.language;
    for outcome in &comparison.regimes {
        let id = &outcome.id;
        if let Some(reason) = &outcome.not_computable {
            let label = language.pick(format!("{id}, non calculable"), format!("{id}, not computable"));
            page.labelled(0, &label, language.pick(&reason.fr, &reason.en));
        } else if !outcome.priced {
            page.labelled(0, id, &no_price(language));
        }
        if let Some(who) = &outcome.caveat {
            page.labelled(0, id, language.pick(&who.fr, &who.en));
        }
    }
}

/// Why a regime without a price has neither saving nor cost.
fn no_price(language: Language) -> String {
    let words = language.pick(
        "prix à fixer, donc ni gain ni coût, et on ne peut pas dire qui gagnerait plus avec elle qu'avec une autre.",
        "its price is yet to be set: neither saving nor cost, and one cannot tell who would save more with it than with another.",
    );
    words.to_owned()
}

/// Internet bills that weigh too much, and those that no longer do.
fn relief(page: &mut Page, comparison: &CompareAnswer) {
    let language = page.language;
    let priced = || comparison.regimes.iter().filter(|outcome| !outcome.relief.is_empty());
    let Some(first) = priced().next() else {
        return;
    };
    page.heading("Factures internet trop lourdes", "Internet bills that weigh too much");
    let mut headings = vec![language.pick("Régime", "Regime").to_owned()];
    for relief in &first.relief {
        let (above, before) = (relief.above, count(&relief.before, language));
        headings.push(language.pick(
            format!("sur {before} à plus de {above}\u{a0}% du revenu, soulagés"),
            format!("of {before} above {above}% of income, relieved"),
        ));
        headings.push(language.pick("intervalle", "interval").to_owned());
    }
    let rows = priced().map(|outcome| {
        let cells = outcome.relief.iter().flat_map(|relief| {
            let relieved = &relief.relieved;
            [count(relieved, language), counts(relieved, language)]
        });
        std::iter::once(outcome.id.to_string()).chain(cells).collect()
    });
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    page.table(0, &headings, &rows.collect::<Vec<Vec<String>>>());
}

/// Who is covered by one of two regimes alone, who saves more with it, and the criterion that would let most of them into
/// the other.
fn pairs(page: &mut Page, comparison: &CompareAnswer, regimes: &[&Regime]) {
    let language = page.language;
    if comparison.pairs.is_empty() {
        return;
    }
    page.heading("Deux à deux", "Side by side");
    let headings = [
        language.pick("Celui-ci", "This one"),
        language.pick("face à", "against"),
        language.pick("y ont droit par lui seul", "entitled by it alone"),
        language.pick("intervalle", "interval"),
        language.pick("y gagnent plus", "save more with it"),
        language.pick("plus de pauvres, part des tirages", "more poor, share of draws"),
        language.pick(
            "ce qui suffirait à les faire entrer dans l'autre",
            "what would be enough to let them into the other",
        ),
    ];
    let compared = Compared::new(regimes.to_vec());
    let mut rows = Vec::new();
    for pair in &comparison.pairs {
        let (first, second) = (pair.first.to_string(), pair.second.to_string());
        let mut both = comparison
            .regimes
            .iter()
            .filter(|of| [&pair.first, &pair.second].contains(&&of.id));
        if both.any(|of| of.not_computable.is_some()) {
            let untold = language.pick("non calculable", "not computable").to_owned();
            rows.push(vec![first, second, untold]);
            continue;
        }
        if pair.same {
            let same = language.pick("les mêmes ménages", "the same households");
            for (one, other, better) in [
                (&first, &second, &pair.better_with_first),
                (&second, &first, &pair.better_with_second),
            ] {
                let row = [one, other, same, "—", &count(better, language)];
                rows.push(row.map(str::to_owned).to_vec());
            }
            continue;
        }
        let [out_of_second, out_of_first] = &pair.part_at;
        let (only, better, more) = (&pair.only_first, &pair.better_with_first, pair.first_covers_more_poor);
        let (other_only, other_better) = (&pair.only_second, &pair.better_with_second);
        for (one, other, only, better, more, out) in [
            (&first, &second, only, better, more, out_of_second),
            (
                &second,
                &first,
                other_only,
                other_better,
                pair.second_covers_more_poor,
                out_of_first,
            ),
        ] {
            let keeping_out = regimes.iter().position(|regime| regime.id == other.as_str());
            let criteria = keeping_out.map_or(&[][..], |regime| compared.leaves(regime));
            rows.push(vec![
                one.clone(),
                other.clone(),
                count(only, language),
                counts(only, language),
                count(better, language),
                estimated_share(more, 0, language),
                parting(criteria, out, language),
            ]);
        }
    }
    page.table(0, &headings, &rows);
    if comparison
        .pairs
        .iter()
        .any(|pair| pair.first_covers_more_poor.is_some())
    {
        let (fr, en) = match comparison.file {
            Some(_) => (DRAWS_OF_FILE_FR, DRAWS_OF_FILE_EN),
            None => (DRAWS_FR, DRAWS_EN),
        };
        page.paragraph(0, language.pick(fr, en));
    }
}

/// How the share of draws is worked out.
const DRAWS_FR: &str = "Part des tirages : parmi d'autres tirages de cette taille, autant sous chaque hypothèse, d'après l'écart \
                        moyen entre les deux règles sur vingt parts de la population et sa dispersion (loi normale).";
const DRAWS_EN: &str = "Share of draws: of other draws of this size, as many under each hypothesis, from the mean difference between \
                        the two rules over twenty pieces of the population and its spread (normal distribution).";

const DRAWS_OF_FILE_FR: &str = "Part des tirages : parmi d'autres fichiers de ménages semblables, d'après l'écart moyen entre les deux règles \
                                sur vingt parts du fichier et sa dispersion (loi normale).";
const DRAWS_OF_FILE_EN: &str = "Share of draws: of other files of similar households, from the mean difference between the two rules \
                                over twenty pieces of the file and its spread (normal distribution).";

/// The criterion of a regime that keeps most households out, in words.
fn parting(criteria: &[&Criterion], out: &[Parting], language: Language) -> String {
    let Some(most) = out.iter().map(|parting| parting.share).max_by(f64::total_cmp) else {
        return "—".to_owned();
    };
    let share = estimated_share(Some(most), 0, language);
    // Of conditions of which one is enough, each would let as many in.
    let names: Vec<String> = out
        .iter()
        .filter(|parting| estimated_share(Some(parting.share), 0, language) == share)
        .filter_map(|parting| criteria.get(parting.criterion))
        .map(|criterion| theirs(&words::criterion(criterion, language)))
        .collect();
    format!("{}, {share}", names.join(language.pick(" ou ", " or ")))
}

/// Words said to a household, said of households.
fn theirs(words: &str) -> String {
    let pairs = [("votre ", "leur "), ("vos ", "leurs "), ("your ", "their ")];
    pairs.iter().fold(words.to_owned(), |said, (of_one, of_many)| {
        said.replace(of_one, of_many)
    })
}

fn count(figure: &Figure, language: Language) -> String {
    estimate(figure.value, 0, language)
}

fn counts(figure: &Figure, language: Language) -> String {
    figure.together.map_or_else(
        || "—".to_owned(),
        |[low, high]| {
            format!(
                "{} – {}",
                estimate(Some(low), 0, language),
                estimate(Some(high), 0, language)
            )
        },
    )
}

/// A regime, and under it between what and what each figure may be.
fn rows(outcome: &Outcome, language: Language) -> Vec<Vec<String>> {
    let id = outcome.id.to_string();
    if outcome.not_computable.is_some() {
        return vec![vec![id, language.pick("non calculable", "not computable").to_owned()]];
    }
    let households = |value| estimate(value, 0, language);
    let share = |value| estimated_share(value, 1, language);
    let euros = |value| estimated_euros(value, 0, language);
    let of_costs = Cost {
        in_millions: outcome.undetermined.is_none(),
        language,
    };
    let cost = |value| of_costs.cell(value);
    let told =
        |figure: &Figure, tell: &dyn Fn(Option<f64>) -> String| (tell(figure.value), between(figure.together, tell));
    let claim = estimated_share(Some(central(outcome)).filter(|_| outcome.priced), 0, language);
    let mut cells = vec![
        told(&outcome.covered, &households),
        told(&outcome.share, &share),
        told(&outcome.poor_left_out, &share),
        told(&outcome.covered_not_poor, &share),
        told(&outcome.better_off, &households),
        told(&outcome.saving, &euros),
        (claim, String::new()),
    ];
    let hidden = [Figure::HIDDEN; 3];
    let [low, middle, high] = outcome
        .costs
        .first()
        .map_or(hidden, |cost| [cost.low, cost.central, cost.high]);
    cells.extend([low, middle, high, outcome.full_cost].map(|figure| told(&figure, &cost)));
    if let (Some(undetermined), Some(unpriced)) = (&outcome.undetermined, &outcome.unpriced) {
        cells.insert(1, (households(undetermined.value), String::new()));
        cells.push((households(unpriced.value), String::new()));
    }
    lines(id, cells, language)
}

/// The share of those entitled who claim, in the middle.
fn central(outcome: &Outcome) -> f64 {
    outcome.take_up.central.millionths() as f64 / 1e6
}

/// What the run was, then one line a figure: regime, group, figure, value, intervals and unit. In French for a French spreadsheet. A figure that rests
/// on too few households, or that cannot be computed, is a line without a value.
pub fn csv(comparison: &CompareAnswer, language: Language) -> String {
    let mut csv = Csv::new(language);
    for (name, text) in [
        ("base", comparison.base),
        ("month", &comparison.month),
        ("version", comparison.version),
        ("ruleset", comparison.ruleset),
        ("seed", &comparison.seed.to_string()),
    ] {
        csv.number(["", "run", text, name], None, 0);
    }
    csv.number(["", "run", "all", "size"], Some(comparison.size as f64), 0);
    csv.number(["", "run", "all", "poverty_line"], Some(comparison.poverty_line), 2);
    for moved in &comparison.moved {
        csv.number(["", "assumption", moved.id, "moved"], Some(moved.value), 6);
    }
    for group in &comparison.groups {
        csv.line(["", group.by, group.group, "households"], &group.households, 0);
        csv.line(["", group.by, group.group, "poor"], &group.poor, 6);
    }
    for outcome in &comparison.regimes {
        let id = &*outcome.id;
        for (name, figure, decimals) in [
            ("covered", &outcome.covered, 0),
            ("share", &outcome.share, 6),
            ("better_off", &outcome.better_off, 0),
            ("poor_left_out", &outcome.poor_left_out, 6),
            ("covered_not_poor", &outcome.covered_not_poor, 6),
            ("saving", &outcome.saving, 2),
            ("saving_of_left", &outcome.saving_of_left, 6),
            ("cost_per_poor", &outcome.cost_per_poor, 2),
            ("full_cost", &outcome.full_cost, 0),
        ] {
            csv.line([id, "all", "all", name], figure, decimals);
        }
        for (name, figure) in [("undetermined", &outcome.undetermined), ("unpriced", &outcome.unpriced)] {
            if let Some(figure) = figure {
                csv.line([id, "all", "all", name], figure, 0);
            }
        }
        csv.number([id, "all", "all", "take_up_central"], Some(central(outcome)), 6);
        for cost in &outcome.costs {
            let payer = cost.payer.map_or("all", regimes::Payer::name);
            csv.line([id, "payer", payer, "cost_low"], &cost.low, 0);
            csv.line([id, "payer", payer, "cost_central"], &cost.central, 0);
            csv.line([id, "payer", payer, "cost_high"], &cost.high, 0);
        }
        for relief in &outcome.relief {
            let above = format!("{}%", relief.above);
            csv.line([id, "effort", &above, "before"], &relief.before, 0);
            csv.line([id, "effort", &above, "relieved"], &relief.relieved, 0);
        }
        for group in &outcome.groups {
            csv.line([id, group.by, group.group, "covered"], &group.covered, 0);
            csv.line([id, group.by, group.group, "share"], &group.share, 6);
            csv.line([id, group.by, group.group, "saving"], &group.saving, 2);
            csv.line([id, group.by, group.group, "saving_of_left"], &group.saving_of_left, 6);
            if let Some(figure) = &group.undetermined {
                csv.line([id, group.by, group.group, "undetermined"], figure, 0);
            }
        }
    }
    for pair in &comparison.pairs {
        let [first, second] = [&*pair.first, &*pair.second];
        csv.line([first, "against", second, "only_first"], &pair.only_first, 0);
        csv.line([first, "against", second, "only_second"], &pair.only_second, 0);
        csv.line(
            [first, "against", second, "better_with_first"],
            &pair.better_with_first,
            0,
        );
        csv.line(
            [first, "against", second, "better_with_second"],
            &pair.better_with_second,
            0,
        );
        for (name, share) in [
            ("first_covers_more_poor", pair.first_covers_more_poor),
            ("second_covers_more_poor", pair.second_covers_more_poor),
        ] {
            csv.number([first, "against", second, name], share, 6);
        }
        let [out_of_second, out_of_first] = &pair.part_at;
        for (name, partings) in [
            ("kept_out_of_second", out_of_second),
            ("kept_out_of_first", out_of_first),
        ] {
            for parting in partings {
                let name = format!("{name}_by_{}", parting.criterion);
                csv.number([first, "against", second, &name], Some(parting.share), 6);
            }
        }
    }
    csv.text
}

/// The lines written so far.
struct Csv {
    text: String,
    language: Language,
}

impl Csv {
    fn new(language: Language) -> Self {
        let text = language.pick("\u{feff}", "").to_owned();
        let mut csv = Self { text, language };
        let names = [
            "regime",
            "by",
            "group",
            "figure",
            "value",
            "effective",
            "sampling_low",
            "sampling_high",
            "model_low",
            "model_high",
            "together_low",
            "together_high",
            "unit",
        ];
        csv.write(names.map(str::to_owned).to_vec());
        csv
    }

    /// A figure, with every digit that it can bear, and no more: households and costs whole, shares in millionths.
    fn line(&mut self, about: [&str; 4], figure: &Figure, decimals: i32) {
        let mut fields = vec![self.rounded(figure.value, decimals), self.rounded(figure.effective, 0)];
        for interval in [figure.sampling, figure.model, figure.together] {
            fields.push(self.rounded(interval.map(|[low, _]| low), decimals));
            fields.push(self.rounded(interval.map(|[_, high]| high), decimals));
        }
        let [.., name] = about;
        fields.push(unit(name).to_owned());
        self.write(about.map(str::to_owned).into_iter().chain(fields).collect());
    }

    /// A number without intervals.
    fn number(&mut self, about: [&str; 4], value: Option<f64>, decimals: i32) {
        let figure = Figure {
            value,
            ..Figure::HIDDEN
        };
        self.line(about, &figure, decimals);
    }

    fn rounded(&self, value: Option<f64>, decimals: i32) -> String {
        let scale = 10_f64.powi(decimals);
        value.map_or_else(String::new, |value| {
            decimal((value * scale).round() / scale, self.language)
        })
    }

    fn write(&mut self, fields: Vec<String>) {
        self.text.push_str(&fields.join(self.language.pick(";", ",")));
        self.text.push('\n');
    }
}

/// What a figure counts, as values write it: households, a share of one, euros a year; nothing for what the run was.
fn unit(figure: &str) -> &'static str {
    match figure {
        "base" | "month" | "version" | "ruleset" | "seed" | "moved" => "",
        "poverty_line" | "saving" | "cost_per_poor" | "full_cost" | "cost_low" | "cost_central" | "cost_high" => {
            "EUR/year"
        }
        "share" | "poor" | "poor_left_out" | "covered_not_poor" | "saving_of_left" | "take_up_central" => "share",
        name if name.ends_with("covers_more_poor") || name.starts_with("kept_out") => "share",
        _ => "households",
    }
}

/// A number as it is written in a language.
pub fn decimal(value: f64, language: Language) -> String {
    let number = value.to_string();
    language.pick(number.replace('.', ","), number)
}
