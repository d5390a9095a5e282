use serde::{Deserialize, Serialize};

use crate::units::{Cents, Day, Month, Rate};

/// What a value counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Euros, once.
    Euro,
    /// Euros an hour.
    EuroPerHour,
    /// Euros a day.
    EuroPerDay,
    /// Euros a month.
    EuroPerMonth,
    /// Euros a year.
    EuroPerYear,
    /// A share, a rate or a multiple.
    Ratio,
    /// Whole years.
    Years,
    /// Whole months.
    Months,
    /// Whole hours.
    Hours,
    /// A number of persons.
    Persons,
}

impl Unit {
    /// Its name in the files: `EUR/month`, `ratio`, `years`...
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Euro => "EUR",
            Self::EuroPerHour => "EUR/hour",
            Self::EuroPerDay => "EUR/day",
            Self::EuroPerMonth => "EUR/month",
            Self::EuroPerYear => "EUR/year",
            Self::Ratio => "ratio",
            Self::Years => "years",
            Self::Months => "months",
            Self::Hours => "hours",
            Self::Persons => "persons",
        }
    }

    /// Whether values of this unit are money.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(
            self,
            Self::Euro | Self::EuroPerHour | Self::EuroPerDay | Self::EuroPerMonth | Self::EuroPerYear
        )
    }
}

/// How sure a value is, surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// The law, decree or order that sets it is cited.
    Law,
    /// A circular, an instruction or an official page gives it.
    Official,
    /// Press, quoting an official source.
    Press,
    /// A third party gives it; the text itself was not found.
    Secondary,
    /// Computed by us from other values; the title says how.
    Derived,
    /// No good source: to be confirmed before relying on it.
    Unverified,
}

impl Confidence {
    /// Its name in the files: `law`, `official`, `press`, `secondary`, `derived`, `unverified`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Official => "official",
            Self::Press => "press",
            Self::Secondary => "secondary",
            Self::Derived => "derived",
            Self::Unverified => "unverified",
        }
    }
}

/// What a source is. Legal texts keep their French names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// An act of Parliament.
    Loi,
    /// An ordinance.
    Ordonnance,
    /// A decree.
    Decret,
    /// A ministerial order.
    Arrete,
    /// An article of a code.
    Code,
    /// A circular or an instruction to the funds.
    Circulaire,
    /// A published notice or opinion.
    Avis,
    /// A page of an administration or of the statistics office.
    OfficialPage,
    /// A newspaper or a trade paper.
    Press,
    /// Another model, a blog, an association.
    Secondary,
    /// A computation of ours.
    Computed,
}

impl SourceKind {
    /// Its name in the files: `loi`, `decret`, `official_page`...
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Loi => "loi",
            Self::Ordonnance => "ordonnance",
            Self::Decret => "decret",
            Self::Arrete => "arrete",
            Self::Code => "code",
            Self::Circulaire => "circulaire",
            Self::Avis => "avis",
            Self::OfficialPage => "official_page",
            Self::Press => "press",
            Self::Secondary => "secondary",
            Self::Computed => "computed",
        }
    }
}

/// A text in the two languages of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// French.
    pub fr: &'static str,
    /// English.
    pub en: &'static str,
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it is.
    pub kind: SourceKind,
    /// Its title, in French, as cited.
    pub title: &'static str,
    /// Its https address; empty when it has none.
    pub url: &'static str,
}

/// A value from a day on, until the next one of its parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedValue {
    /// The first day it applies.
    pub from: Day,
    /// Cents for money, millionths for ratios, a plain number otherwise; `None` when the rule is repealed from that day.
    pub scaled: Option<i64>,
    /// The day of the Journal officiel (or of the publication of a statistic), when recorded.
    pub published: Option<Day>,
    /// The last day on which somebody verified that it holds.
    pub checked: Day,
    /// How sure it is.
    pub confidence: Confidence,
    /// The text or page that gives it.
    pub source: &'static Source,
}

impl DatedValue {
    /// The day it became known: its publication, or its first day when that is not recorded.
    #[must_use]
    pub const fn known_from(&self) -> Day {
        match self.published {
            Some(published) => published,
            None => self.from,
        }
    }
}

/// A value of the law and its history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// `benefit.name`, in the words of the law: `rsa.montant_de_base`.
    pub id: &'static str,
    /// What its values count.
    pub unit: Unit,
    /// What it is, in a few words.
    pub label: Text,
    /// What a reader must know before relying on it: a doubt, a correction, a convention on its dates.
    pub note: Option<Text>,
    /// The article that holds it (`CASF R262-1`); empty when there is none.
    pub article: &'static str,
    /// The last month its sources cover, when they stop before the registry does.
    pub until: Option<Month>,
    /// Its values, oldest first.
    pub values: &'static [DatedValue],
}

/// The two clocks: the month the right is looked at, and the day on which one is looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The month of the right.
    pub month: Month,
    /// What was published later is ignored; `None` to use all that is known.
    pub known_on: Option<Day>,
}

impl Clock {
    /// The same day of looking, for another month.
    #[must_use]
    pub const fn in_month(self, month: Month) -> Self {
        Self {
            month,
            known_on: self.known_on,
        }
    }
}

impl Parameter {
    /// The value in force on the first day of the month, leaving out what was not yet published on `known_on`.
    ///
    /// `None` before its first value, once it is repealed, and after the last month its sources cover.
    ///
    /// # Example
    /// ```
    /// use tarif_social::law::{Clock, params};
    /// use tarif_social::units::{Cents, Day, Month};
    /// // The rise of 1 July 2022 was published on 17 August.
    /// let july = |known_on: &str| Clock { month: Month::new(2022, 7), known_on: Day::parse(known_on).ok() };
    /// let base = |clock| params::RSA_MONTANT_DE_BASE.at(clock).unwrap().cents();
    /// assert_eq!(base(july("2022-07-31")), Cents::new(57552));
    /// assert_eq!(base(july("2022-08-31")), Cents::new(59854));
    /// ```
    #[must_use]
    pub fn at(&'static self, clock: Clock) -> Option<Known> {
        if self.until.is_some_and(|last| clock.month > last) {
            return None;
        }
        let first_day = clock.month.first_day();
        let known = |dated: &&DatedValue| clock.known_on.is_none_or(|day| dated.known_from() <= day);
        let dated = self
            .values
            .iter()
            .rev()
            .filter(|dated| dated.from <= first_day)
            .find(known)?;
        Some(Known {
            parameter: self,
            dated,
            scaled: dated.scaled?,
        })
    }
}

/// A value in force, with where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// The parameter.
    pub parameter: &'static Parameter,
    /// The value, with its dates and its source.
    pub dated: &'static DatedValue,
    scaled: i64,
}

impl Known {
    /// The value of an amount of money.
    #[must_use]
    pub fn cents(self) -> Cents {
        debug_assert!(self.parameter.unit.is_money(), "{} is not money", self.parameter.id);
        Cents::new(self.scaled)
    }

    /// The value of a ratio.
    #[must_use]
    pub fn rate(self) -> Rate {
        debug_assert!(
            self.parameter.unit == Unit::Ratio,
            "{} is not a ratio",
            self.parameter.id
        );
        Rate::new(self.scaled)
    }

    /// The value of an age, a duration or a number of persons.
    #[must_use]
    pub fn number(self) -> i64 {
        debug_assert!(
            !self.parameter.unit.is_money() && self.parameter.unit != Unit::Ratio,
            "{} is not a number",
            self.parameter.id
        );
        self.scaled
    }
}
