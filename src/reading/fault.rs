use core::fmt;

/// Something that cannot be read: where, what stands there, and what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The place: `household.persons[1].incomes.net_wage`; empty for the whole.
    pub field: String,
    /// What stands there, when it is a text, a number or a yes or no.
    pub value: String,
    /// What was expected.
    pub refusal: Refusal,
}

/// Why something cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A field that must be given.
    Missing,
    /// A field nobody knows.
    UnknownField,
    /// A field given twice.
    GivenTwice,
    /// Fields were expected.
    NotARecord,
    /// A list was expected.
    NotAList,
    /// A text was expected.
    NotAText,
    /// Yes or no was expected.
    NotATruth,
    /// A whole number was expected.
    NotAWholeNumber,
    /// An amount of money was expected.
    NotAnAmount,
    /// A rate was expected.
    NotARate,
    /// A month was expected.
    NotAMonth,
    /// A day was expected.
    NotADay,
    /// One of these words was expected.
    NotOneOf(&'static [&'static str]),
}

impl Refusal {
    /// A short name for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::UnknownField => "unknown_field",
            Self::GivenTwice => "given_twice",
            Self::NotARecord => "not_a_record",
            Self::NotAList => "not_a_list",
            Self::NotAText => "not_a_text",
            Self::NotATruth => "not_a_truth",
            Self::NotAWholeNumber => "not_a_whole_number",
            Self::NotAnAmount => "not_an_amount",
            Self::NotARate => "not_a_rate",
            Self::NotAMonth => "not_a_month",
            Self::NotADay => "not_a_day",
            Self::NotOneOf(_) => "not_one_of",
        }
    }

    /// What was expected and what to do, in French.
    #[must_use]
    pub fn french(self) -> String {
        let text = match self {
            Self::Missing => "ce champ est nécessaire : remplissez-le",
            Self::UnknownField => "aucun champ ne porte ce nom ici : corrigez-le ou retirez-le",
            Self::GivenTwice => "ce champ est donné deux fois : gardez-en un",
            Self::NotARecord => "des champs sont attendus, entre accolades",
            Self::NotAList => "une liste est attendue, entre crochets",
            Self::NotAText => "un texte est attendu",
            Self::NotATruth => "`true` ou `false` est attendu",
            Self::NotAWholeNumber => "un nombre entier est attendu, comme `25`",
            Self::NotAnAmount => "ce n'est pas un montant : écrivez-le comme `646.52`, deux décimales au plus",
            Self::NotARate => "ce n'est pas un taux : écrivez 62 % comme `0.62`, six décimales au plus",
            Self::NotAMonth => "ce n'est pas un mois : écrivez-le comme `2014-11`",
            Self::NotADay => "ce n'est pas un jour qui existe : écrivez-le comme `2014-11-30`",
            Self::NotOneOf(words) => return format!("un de ces mots est attendu : {}", words.join(", ")),
        };
        text.to_owned()
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "this field is needed: fill it in",
            Self::UnknownField => "no field has this name here: correct it or leave it out",
            Self::GivenTwice => "this field is given twice: keep one",
            Self::NotARecord => "fields are expected, between braces",
            Self::NotAList => "a list is expected, between brackets",
            Self::NotAText => "a text is expected",
            Self::NotATruth => "`true` or `false` is expected",
            Self::NotAWholeNumber => "a whole number is expected, like `25`",
            Self::NotAnAmount => "not an amount: write it like `646.52`, two decimals at most",
            Self::NotARate => "not a rate: write 62 % as `0.62`, six decimals at most",
            Self::NotAMonth => "not a month: write it like `2014-11`",
            Self::NotADay => "not a day that exists: write it like `2014-11-30`",
            Self::NotOneOf(words) => return write!(f, "one of these words is expected: {}", words.join(", ")),
        })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.field.is_empty() {
            write!(f, "{}: ", self.field)?;
        }
        if !self.value.is_empty() {
            write!(f, "`{}`: ", self.value)?;
        }
        self.refusal.fmt(f)
    }
}

impl core::error::Error for Fault {}
