//! `population`: simulated households, what they are made of, how they stand beside published totals.

use tarif_social::explain::Language;
use tarif_social::population::{
    ASSUMPTIONS, Base, Board, Line, MARGINS, Model, Published, Question, Setting, Standing, Study, board, group_words,
};
use tarif_social::regimes;

use crate::arguments::{Describe, Draw, Populations, Validate};
use crate::compare::{assumptions, spread};
use crate::fault::{Done, Fault};
use crate::figures::decimal;
use crate::households;
use crate::output::{print, print_json};
use crate::page::{Page, estimate, estimated_euros, estimated_share};

pub fn run(command: &Populations) -> Result<Done, Fault> {
    match command {
        Populations::Draw(arguments) => draw(arguments),
        Populations::Describe(arguments) => describe(arguments),
        Populations::Validate(arguments) => validate(arguments),
        Populations::Export(arguments) => households::export(arguments),
        Populations::Columns(arguments) => households::columns(arguments),
    }
}

/// The margins and the assumptions.
fn describe(arguments: &Describe) -> Result<Done, Fault> {
    let language = arguments.words.language;
    let place = Base::ALL
        .iter()
        .position(|base| *base == arguments.base)
        .unwrap_or_default();
    let mut page = Page::new(language);
    page.heading("Totaux publiés", "Published totals");
    for margin in MARGINS {
        let name = language.pick(margin.name.fr, margin.name.en);
        let assumption = margin.moved_by.map(|id| match language {
            Language::French => format!(" (hypothèse : {id})"),
            Language::English => format!(" (assumption: {id})"),
        });
        page.paragraph(0, &format!("{name}{}", assumption.unwrap_or_default()));
        let values = margin.values.get(place).copied().unwrap_or_default();
        for (key, value) in margin.keys.iter().zip(values) {
            let supposed = margin.supposed.contains(key);
            let mark = if supposed {
                language.pick(" (supposé)", " (supposed)")
            } else {
                ""
            };
            page.row(2, key, &format!("{}{mark}", decimal(*value, language)));
        }
        if let Some(note) = margin.note {
            page.paragraph(1, language.pick(note.fr, note.en));
        }
        page.paragraph(1, &format!("{} {}", margin.cited.source.title, margin.cited.source.url));
    }
    page.heading("Hypothèses", "Assumptions");
    for assumption in ASSUMPTIONS {
        page.paragraph(0, language.pick(assumption.name.fr, assumption.name.en));
        let [value, low, high] =
            [assumption.value, assumption.low, assumption.high].map(|value| decimal(value, language));
        let range = language.pick(
            format!("{value} (de {low} à {high})"),
            format!("{value} (from {low} to {high})"),
        );
        page.row(2, assumption.id, &range);
        page.paragraph(1, language.pick(assumption.why.fr, assumption.why.en));
    }
    print(&page.finish())?;
    Ok(Done::Well)
}

/// Who was drawn.
fn draw(arguments: &Draw) -> Result<Done, Fault> {
    let (population, language) = (&arguments.population, arguments.words.language);
    let question = Question {
        month: None,
        size: population.size,
        seed: population.seed,
        base: population.base,
        assumptions: assumptions(population)?,
        hypotheses: false,
        regimes: regimes::by_id("R20").into_iter().collect(), // everybody
    };
    let study = Study::new(question).map_err(Fault::unusable)?;
    let comparison = spread(&study, population.workers());
    if arguments.json {
        print_json(&comparison.groups, false)?;
        return Ok(Done::Well);
    }
    let mut page = Page::new(language);
    let statement = &comparison.statement;
    page.paragraph(0, language.pick(&statement.fr, &statement.en));
    page.gap();
    let rows: Vec<Vec<String>> = comparison
        .groups
        .iter()
        .map(|group| {
            let words = group_words(group.group).map_or(group.group, |words| language.of(words));
            vec![
                words.to_owned(),
                estimate(group.households.value, 0, language),
                estimated_share(group.poor.value, 1, language),
            ]
        })
        .collect();
    let headings = [
        "",
        language.pick("ménages", "households"),
        language.pick("pauvres", "poor"),
    ];
    page.table(0, &headings, &rows);
    print(&page.finish())?;
    Ok(Done::Well)
}

/// The board; a missed target ends with exit code 1.
fn validate(arguments: &Validate) -> Result<Done, Fault> {
    let population = &arguments.population;
    let base = population.base;
    let model = Model::new(base, assumptions(population)?);
    let model = model.ok_or_else(|| Fault::unusable("the table of standards of living lacks this year"))?;
    let setting = Setting::new(base, Setting::usual_month(base)).map_err(Fault::unusable)?;
    let most = base.households().min(LARGEST_BOARD);
    let size = population.size;
    if !(1..=most).contains(&size) {
        return Err(Fault::unusable(format_args!(
            "`{size}` households cannot be validated: choose from 1 to {most}"
        )));
    }
    let board = board(&model, &setting, size, population.seed);
    if arguments.json {
        print_json(&board, false)?;
    } else {
        print(&text(&board, arguments.words.language))?;
    }
    let missed = board.lines.iter().any(|line| line.standing == Standing::Missed);
    Ok(if missed { Done::WithProblems } else { Done::Well })
}

/// The board sorts its households: it holds two numbers of each.
const LARGEST_BOARD: u64 = 5_000_000;

fn text(board: &Board, language: Language) -> String {
    let mut page = Page::new(language);
    let statement = &board.statement;
    page.paragraph(0, language.pick(&statement.fr, &statement.en));
    page.heading("Face aux totaux publiés", "Beside published totals");
    let headings = [
        language.pick("Quantité", "Quantity"),
        language.pick("cible", "target"),
        language.pick("obtenu", "obtained"),
        language.pick("tolérance", "tolerance"),
        language.pick("verdict", "verdict"),
    ];
    let rows: Vec<Vec<String>> = board.lines.iter().map(|line| row(line, language)).collect();
    page.table(0, &headings, &rows);
    for line in &board.lines {
        if let Some(note) = &line.note {
            let name = language.pick(&line.name.fr, &line.name.en);
            page.labelled(0, name, language.pick(&note.fr, &note.en));
        }
    }
    let mut sources: Vec<Published> = Vec::new();
    for source in board.lines.iter().filter_map(|line| line.source) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    page.gap();
    for Published { title, url } in sources {
        page.labelled(0, "Source", format!("{title} {url}").trim_end());
    }
    page.heading(
        "Gardés à part : sans cible, rien n'a été réglé dessus",
        "Held back: no target, nothing was set on them",
    );
    let rows: Vec<Vec<String>> = board.held_back.iter().map(|line| row(line, language)).collect();
    page.table(0, &headings, &rows);
    page.finish()
}

fn row(line: &Line, language: Language) -> Vec<String> {
    let shown = |value: Option<f64>| match line.unit {
        "share" => estimated_share(value, 2, language),
        "index" => estimate(value, 4, language),
        "euros" => estimated_euros(value, 2, language),
        _ => estimate(value, 0, language),
    };
    let standing = match line.standing {
        Standing::Met => language.pick("tenu", "met"),
        Standing::Missed => language.pick("MANQUÉ", "MISSED"),
        Standing::WithoutTarget => "—",
    };
    vec![
        language.pick(&line.name.fr, &line.name.en).to_string(),
        shown(line.target),
        shown(line.obtained),
        shown(line.tolerance),
        standing.to_owned(),
    ]
}
