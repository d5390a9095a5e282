//! Plain text for a reader: paragraphs, rows and tables of a fixed width, amounts as each language writes them.

use tarif_social::api::{AmountAnswer, BoundsAnswer, DatedValueAnswer, FigureAnswer, SourceAnswer};
use tarif_social::explain::{Language, Named, between, money, number, percent, telling};
use tarif_social::household::Question;
use tarif_social::units::{Cents, Rate};

const WIDTH: usize = 92;
const INDENT: usize = 3;

/// A text being written.
pub struct Page {
    text: String,
    /// The language it is written in.
    pub language: Language,
}

impl Page {
    pub const fn new(language: Language) -> Self {
        Self {
            text: String::new(),
            language,
        }
    }

    pub fn finish(self) -> String {
        self.text
    }

    /// A paragraph that says what it is about: `Doute : …`, with the space French wants before its colon.
    pub fn labelled(&mut self, depth: usize, label: &str, words: &str) {
        let colon = self.language.pick("\u{a0}:", ":");
        self.paragraph(depth, &format!("{label}{colon} {words}"));
    }

    /// A heading, after an empty line.
    pub fn heading(&mut self, french: &str, english: &str) {
        let words = self.language.pick(french, english).to_uppercase();
        if !self.text.ends_with("\n\n") {
            self.gap();
        }
        self.text.push_str(&words);
        self.text.push('\n');
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// A paragraph, `depth` steps from the margin, broken between words.
    pub fn paragraph(&mut self, depth: usize, words: &str) {
        let indent = depth * INDENT;
        let mut column = 0;
        for word in words.split([' ', '\n']).filter(|word| !word.is_empty()) {
            let length = word.chars().count();
            if column == 0 {
                self.pad(indent);
                column = indent;
            } else if column + 1 + length > WIDTH {
                self.text.push('\n');
                self.pad(indent);
                column = indent;
            } else {
                self.text.push(' ');
                column += 1;
            }
            self.text.push_str(word);
            column += length;
        }
        self.text.push('\n');
    }

    /// Words on the left, words on the right edge; on two lines when they do not fit on one.
    pub fn row(&mut self, depth: usize, left: &str, right: &str) {
        let taken = depth * INDENT + left.chars().count();
        let wanted = right.chars().count();
        if taken + 2 + wanted > WIDTH {
            self.paragraph(depth, left);
            self.pad(WIDTH.saturating_sub(wanted));
        } else {
            self.pad(depth * INDENT);
            self.text.push_str(left);
            self.pad(WIDTH - taken - wanted);
        }
        self.text.push_str(right);
        self.text.push('\n');
    }

    /// Where something comes from, and how sure that is.
    pub fn source(&mut self, depth: usize, source: &SourceAnswer) {
        let SourceAnswer {
            title,
            url,
            date,
            confidence,
        } = source;
        let confidence = confidence_words(confidence, self.language);
        let parts = [title.as_ref(), date.as_ref(), confidence, url.as_ref()];
        let known: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        self.labelled(depth, "Source", &known.join(", "));
    }

    /// Since when a value holds, when it was published and checked, and where it comes from.
    pub fn provenance(&mut self, depth: usize, value: &DatedValueAnswer) {
        let language = self.language;
        let (from, checked) = (&value.from, &value.checked);
        let published = match (&value.published, language) {
            (None, _) => String::new(),
            (Some(day), Language::French) => format!(", publié le {day}"),
            (Some(day), Language::English) => format!(", published on {day}"),
        };
        let (fr, en) = (
            format!("Depuis le {from}{published}, vérifié le {checked}."),
            format!("Since {from}{published}, checked on {checked}."),
        );
        self.paragraph(depth, language.pick(&fr, &en));
        self.source(depth, &value.source);
    }

    /// Rows under their headings, each column as wide as its widest cell.
    pub fn table(&mut self, depth: usize, headings: &[&str], rows: &[Vec<impl AsRef<str>>]) {
        let width = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column).map(AsRef::as_ref));
            let heading = headings.get(column).copied();
            cells.chain(heading).map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..headings.len()).map(width).collect();
        self.cells(depth, &widths, headings);
        for row in rows {
            self.cells(depth, &widths, row);
        }
    }

    fn cells(&mut self, depth: usize, widths: &[usize], cells: &[impl AsRef<str>]) {
        self.pad(depth * INDENT);
        for (place, (cell, width)) in cells.iter().map(AsRef::as_ref).zip(widths).enumerate() {
            self.text.push_str(cell);
            if place + 1 < cells.len() {
                self.pad(width.saturating_sub(cell.chars().count()) + 2);
            }
        }
        self.text.push('\n');
    }

    fn pad(&mut self, count: usize) {
        self.text.extend(std::iter::repeat_n(' ', count));
    }

    /// An amount of euros, as much as is known of it.
    pub fn amount(&self, answer: &AmountAnswer) -> String {
        let (low, high) = known(answer);
        let written = |amount: Cents| money(amount, self.language);
        between(low.map(written), high.map(written), self.language).to_string()
    }

    /// Whether anything is known of an amount.
    pub fn tells(&self, answer: &AmountAnswer) -> bool {
        known(answer) != (None, None)
    }

    /// A figure that may have no bound on a side; shares to a tenth of a per cent.
    pub fn bounds(&self, answer: &BoundsAnswer) -> String {
        let figure = |figure: FigureAnswer| match figure {
            FigureAnswer::Money(amount) => self.money(amount),
            FigureAnswer::Share(rate) => percent(tenths_of_a_per_cent(rate), self.language).to_string(),
        };
        let bounds = match *answer {
            BoundsAnswer::Exactly(exact) => (Some(exact), Some(exact)),
            BoundsAnswer::Between { from, to } => (from, to),
        };
        let (at_least, at_most) = match bounds {
            (Some(FigureAnswer::Money(low)), Some(FigureAnswer::Money(high))) => {
                let (low, high) = telling(low, high);
                (low.map(FigureAnswer::Money), high.map(FigureAnswer::Money))
            }
            (Some(FigureAnswer::Money(Cents::ZERO)), None) => (None, None),
            bounds => bounds,
        };
        between(at_least.map(figure), at_most.map(figure), self.language).to_string()
    }

    /// Euros.
    pub fn money(&self, amount: Cents) -> String {
        money(amount, self.language).to_string()
    }

    /// A question by its name in an answer, in words.
    pub fn question(&self, name: &str) -> String {
        Question::all()
            .find(|question| question.name() == name)
            .map_or(name, |question| self.language.of(question.name_text()))
            .to_owned()
    }
}

fn known(answer: &AmountAnswer) -> (Option<Cents>, Option<Cents>) {
    match *answer {
        AmountAnswer::Exactly(amount) => telling(amount, amount),
        AmountAnswer::Between { from, to } => telling(from, to),
    }
}

fn tenths_of_a_per_cent(rate: Rate) -> Rate {
    Rate::new((rate.millionths() + 500).div_euclid(1_000) * 1_000)
}

/// An estimate, rounded to so many decimals; a dash where there is none.
pub fn estimate(value: Option<f64>, decimals: u8, language: Language) -> String {
    value.map_or_else(
        || "—".to_owned(),
        |value| {
            let scaled = value * 10_f64.powi(decimals.into());
            number(scaled.round() as i64, decimals.into(), language).to_string()
        },
    )
}

/// A share, in per cent, as [`estimate`].
pub fn estimated_share(value: Option<f64>, decimals: u8, language: Language) -> String {
    let per_cent = estimate(value.map(|share| share * 100.0), decimals, language);
    if value.is_none() {
        return per_cent;
    }
    per_cent + language.pick("\u{a0}%", "%")
}

/// Euros, as [`estimate`].
pub fn estimated_euros(value: Option<f64>, decimals: u8, language: Language) -> String {
    let euros = estimate(value, decimals, language);
    match (value, language) {
        (None, _) => euros,
        (Some(_), Language::French) => euros + "\u{a0}€",
        (Some(_), Language::English) => "€".to_owned() + &euros,
    }
}

/// How sure a source is, in a word.
pub fn confidence_words(name: &str, language: Language) -> &str {
    match (language, name) {
        (Language::English, name) => name,
        (_, "law") => "loi",
        (_, "official") => "officiel",
        (_, "press") => "presse",
        (_, "secondary") => "de seconde main",
        (_, "derived") => "calculé",
        (_, "unverified") => "non vérifié",
        (_, other) => other,
    }
}

/// What a dated value is, as people write it.
pub fn figure(value: &DatedValueAnswer, language: Language) -> String {
    match (&value.value, language) {
        (None, _) => language.pick("abrogé", "repealed").to_owned(),
        (Some(figure), Language::French) => figure.replace('.', ","),
        (Some(figure), Language::English) => figure.to_string(),
    }
}

/// A unit as people write it after a number.
pub fn unit_words(name: &str, language: Language) -> &str {
    match (language, name) {
        (Language::English, name) => name,
        (_, "EUR") => "€",
        (_, "EUR/hour") => "€/heure",
        (_, "EUR/day") => "€/jour",
        (_, "EUR/month") => "€/mois",
        (_, "EUR/year") => "€/an",
        (_, "ratio") => "part",
        (_, "years") => "ans",
        (_, "months") => "mois",
        (_, "hours") => "heures",
        (_, "persons") => "personnes",
        (_, other) => other,
    }
}
