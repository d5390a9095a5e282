use crate::reading::word;

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

word! {
    /// How sure a value is, surest first.
    Confidence {
        /// The law, decree or order that sets it is cited.
        Law = "law",
        /// A circular, an instruction or an official page gives it.
        Official = "official",
        /// Press, quoting an official source.
        Press = "press",
        /// A third party gives it; the text itself was not found.
        Secondary = "secondary",
        /// Computed by us from other values; the title says how.
        Derived = "derived",
        /// No good source: to be confirmed before relying on it.
        Unverified = "unverified",
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
