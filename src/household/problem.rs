use core::fmt;

use crate::units::{Cents, Month};

/// Something in a description that cannot be: where, what was given, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field, as a path into the request: `persons[1].incomes.net_wage`.
    pub field: String,
    /// What was given, as text; empty when the field is missing.
    pub value: String,
    /// What is wrong with it.
    pub kind: ProblemKind,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Not an amount of money.
    NotAnAmount,
    /// More than two decimals.
    TooManyDecimals,
    /// An amount outside the accepted range, bounds included.
    AmountOutOfRange(Cents, Cents),
    /// A number outside the accepted range, bounds included.
    NumberOutOfRange(i64, i64),
    /// Tax parts go by quarters.
    NotAQuarter,
    /// The lower end of an interval is above the upper one.
    UpsideDown,
    /// Not a day that exists.
    NotADay,
    /// Not a month.
    NotAMonth,
    /// A day after the month looked at.
    AfterTheMonth(Month),
    /// A period that ends before it begins.
    EndsBeforeItBegins,
    /// A field that must be given.
    Missing,
    /// Nobody is the applicant.
    NoApplicant,
    /// A second applicant or partner.
    OnlyOne,
    /// More persons than accepted.
    TooManyPersons(i64),
    /// An applicant or a partner younger than this age.
    TooYoung(i64),
    /// Both an age and a day of birth that do not agree.
    AgeDisagrees(i64),
    /// A text longer than accepted.
    TooLong(usize),
    /// A benefit said not to be received while an amount of it is.
    ReceivedAndNot,
    /// A price that stands among the spending too.
    PriceTwice,
}

impl ProblemKind {
    /// A short name for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotAnAmount => "not_an_amount",
            Self::TooManyDecimals => "too_many_decimals",
            Self::AmountOutOfRange(..) => "amount_out_of_range",
            Self::NumberOutOfRange(..) => "number_out_of_range",
            Self::NotAQuarter => "not_a_quarter",
            Self::UpsideDown => "upside_down",
            Self::NotADay => "not_a_day",
            Self::NotAMonth => "not_a_month",
            Self::AfterTheMonth(_) => "after_the_month",
            Self::EndsBeforeItBegins => "ends_before_it_begins",
            Self::Missing => "missing",
            Self::NoApplicant => "no_applicant",
            Self::OnlyOne => "only_one",
            Self::TooManyPersons(_) => "too_many_persons",
            Self::TooYoung(_) => "too_young",
            Self::AgeDisagrees(_) => "age_disagrees",
            Self::TooLong(_) => "too_long",
            Self::ReceivedAndNot => "received_and_not",
            Self::PriceTwice => "price_given_twice",
        }
    }

    /// What is wrong and what to do, in French.
    #[must_use]
    pub fn french(self) -> String {
        match self {
            Self::NotAnAmount => "ce n'est pas un montant : écrivez-le comme `646.52`".into(),
            Self::TooManyDecimals => {
                "plus de deux décimales : un montant s'arrête au centime (mille deux cents s'écrit `1200`)".into()
            }
            Self::AmountOutOfRange(low, high) => {
                let [low, high] = [low, high].map(|bound| bound.to_string().replace('.', ","));
                format!("écrivez un nombre entre {low} et {high}")
            }
            Self::NumberOutOfRange(low, high) => format!("le nombre doit être compris entre {low} et {high}"),
            Self::NotAQuarter => "les parts vont par quarts : 1 ; 1,25 ; 1,5 ; 1,75 ; 2…".into(),
            Self::UpsideDown => "le début de l'intervalle dépasse sa fin : échangez les deux montants".into(),
            Self::NotADay => "ce jour n'existe pas : écrivez-le comme `1980-05-12`".into(),
            Self::NotAMonth => "ce n'est pas un mois : écrivez-le comme `2014-11`".into(),
            Self::AfterTheMonth(month) => {
                format!("cette date vient après le mois examiné ({month}) : corrigez l'une des deux")
            }
            Self::EndsBeforeItBegins => "la période se termine avant de commencer : échangez les deux mois".into(),
            Self::Missing => "ce champ est nécessaire : remplissez-le".into(),
            Self::NoApplicant => "personne n'est désigné comme demandeur : donnez ce rôle à un adulte".into(),
            Self::OnlyOne => "ce rôle est déjà pris : un seul demandeur et un seul conjoint".into(),
            Self::TooManyPersons(most) => {
                format!("au plus {most} personnes : retirez celles qui ne vivent pas au foyer")
            }
            Self::TooYoung(least) => {
                format!("un demandeur ou un conjoint a au moins {least} ans : vérifiez l'âge ou la date")
            }
            Self::AgeDisagrees(age) => {
                format!("la date de naissance donne {age} ans : retirez l'âge ou corrigez la date")
            }
            Self::TooLong(most) => format!("au plus {most} caractères : raccourcissez le texte"),
            Self::ReceivedAndNot => {
                "le montant de cette aide, plus haut, dit le contraire : corrigez l'un des deux".into()
            }
            Self::PriceTwice => "ce prix est aussi parmi les dépenses : gardez l'un des deux".into(),
        }
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnAmount => f.write_str("not an amount: write it like `646.52`"),
            Self::TooManyDecimals => {
                f.write_str("more than two decimals: an amount stops at the cent (twelve hundred is `1200`)")
            }
            Self::AmountOutOfRange(low, high) => write!(f, "write a number between {low} and {high}"),
            Self::NumberOutOfRange(low, high) => write!(f, "the number must lie between {low} and {high}"),
            Self::NotAQuarter => f.write_str("tax parts go by quarters: 1, 1.25, 1.5, 1.75, 2..."),
            Self::UpsideDown => f.write_str("the interval begins above its end: swap the two amounts"),
            Self::NotADay => f.write_str("not a day that exists: write it like `1980-05-12`"),
            Self::NotAMonth => f.write_str("not a month: write it like `2014-11`"),
            Self::AfterTheMonth(month) => write!(f, "after the month looked at ({month}): correct one of the two"),
            Self::EndsBeforeItBegins => f.write_str("the period ends before it begins: swap the two months"),
            Self::Missing => f.write_str("this field is needed: fill it in"),
            Self::NoApplicant => f.write_str("nobody is the applicant: give that role to an adult"),
            Self::OnlyOne => f.write_str("this role is taken: one applicant and one partner at most"),
            Self::TooManyPersons(most) => write!(f, "at most {most} persons: leave out those who do not live there"),
            Self::TooYoung(least) => write!(
                f,
                "an applicant or a partner is {least} at least: check the age or the date"
            ),
            Self::AgeDisagrees(age) => write!(
                f,
                "the day of birth gives {age} years: leave the age out or correct the day"
            ),
            Self::TooLong(most) => write!(f, "at most {most} characters: shorten the text"),
            Self::ReceivedAndNot => {
                f.write_str("the amount of this benefit, above, says otherwise: correct one of the two")
            }
            Self::PriceTwice => f.write_str("this price is among the spending too: keep one of the two"),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.value.is_empty() {
            write!(f, "{}: {}", self.field, self.kind)
        } else {
            write!(f, "{}: `{}`: {}", self.field, self.value, self.kind)
        }
    }
}

impl core::error::Error for Problem {}
