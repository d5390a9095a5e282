//! Answers, as every outlet shows them.

use serde::Serialize;

use crate::algebra::{Range, Verdict};
use crate::regimes::Text;
use crate::units::Cents;

macro_rules! answer {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
        pub struct $name {
            $($(#[$doc])* pub $field: $type),+
        }
    };
}

#[cfg(feature = "words")]
mod catalogue;
mod regime;
mod rsa;
mod spending;

#[cfg(feature = "words")]
pub use catalogue::*;
pub use regime::*;
pub use rsa::*;
pub use spending::*;

/// An amount in euros, decimal text: exactly, or between two bounds as long as something is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub enum AmountAnswer {
    /// Exactly: `"646.52"`.
    Exactly(
        #[cfg_attr(feature = "cli", schemars(with = "String"))]
        #[cfg_attr(feature = "wasm", tsify(type = "string"))]
        Cents,
    ),
    /// Between two, both included.
    Between {
        /// The lowest it can be.
        #[cfg_attr(feature = "cli", schemars(with = "String"))]
        #[cfg_attr(feature = "wasm", tsify(type = "string"))]
        from: Cents,
        /// The highest it can be.
        #[cfg_attr(feature = "cli", schemars(with = "String"))]
        #[cfg_attr(feature = "wasm", tsify(type = "string"))]
        to: Cents,
    },
}

impl From<Range> for AmountAnswer {
    fn from(range: Range) -> Self {
        match range.exact() {
            Some(amount) => Self::Exactly(amount),
            None => Self::Between {
                from: range.low(),
                to: range.high(),
            },
        }
    }
}

impl From<Cents> for AmountAnswer {
    fn from(amount: Cents) -> Self {
        Self::Exactly(amount)
    }
}

/// Whether something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub enum TruthAnswer {
    /// Whatever the missing answers are.
    Yes,
    /// Whatever the missing answers are, it does not.
    No,
    /// It depends on missing answers.
    Unknown,
}

impl From<Verdict> for TruthAnswer {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Yes => Self::Yes,
            Verdict::No => Self::No,
            Verdict::Maybe(_) => Self::Unknown,
        }
    }
}

/// The answer to a request.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub enum CheckAnswer {
    /// The household could be looked at.
    Success(Box<Assessed>),
    /// It could not: every problem found.
    Failure {
        /// The problems.
        problems: Vec<ProblemAnswer>,
    },
}

answer! {
    /// Something to correct in a request.
    ProblemAnswer {
        /// Path into the request: `household.persons[1].incomes.net_wage`.
        field: Text,
        /// What was given, as text; empty when the field is missing.
        value: Text,
        /// Short name of the problem, for programs.
        code: Text,
        /// What is wrong and what to do, in the language asked for.
        message: Text,
    }
}

answer! {
    /// What was worked out for a household. What is the same for everybody (names, articles, sources with their links)
    /// stands once in the catalogue, under the ids given here.
    Assessed {
        /// Version of this structure.
        schema_version: u32,
        /// The rules and values used.
        ruleset: Ruleset,
        /// The month looked at.
        month: Text,
        /// The day of knowledge, when one was asked for.
        known_on: Option<Text>,
        /// The verdicts, in the order asked for.
        regimes: Vec<RegimeAnswer>,
        /// Several aids put together on the one bill; absent when none were asked for.
        together: Option<TogetherAnswer>,
        /// The RSA.
        rsa: RsaAnswer,
        /// Prime d'activité; absent before 2016, July in Mayotte.
        prime_activite: Option<PrimeActiviteAnswer>,
        /// Complementary health cover; absent where there is none.
        health_cover: Option<HealthCoverAnswer>,
        /// Energy cheque; absent before 2018 and when its figures are not known.
        energy_cheque: Option<EnergyChequeAnswer>,
        /// Constrained spending and what is left; absent when only verdicts are wanted.
        spending: Option<SpendingAnswer>,
        /// The question that would settle most, when one would.
        next_question: Option<QuestionAnswer>,
        /// Every step, in the order of the computation; none when only verdicts are wanted.
        steps: Vec<StepAnswer>,
        /// The dated values the steps used; steps point here by place.
        values: Vec<UsedValueAnswer>,
        /// What exists for this month beside the regimes, by id in the catalogue.
        pointers: Vec<Text>,
    }
}

answer! {
    /// Which rules and values.
    Ruleset {
        /// Version of the engine.
        version: Text,
        /// Hash of the rules and values, in hexadecimal.
        hash: Text,
    }
}

answer! {
    /// A step of the computation, in two registers: a sentence for the citizen, and for an adviser the value after the
    /// term and the article that the catalogue gives under this name.
    StepAnswer {
        /// Its name.
        name: Text,
        /// The month it is about, when it is about a single one of several: `2026-08`.
        month: Option<Text>,
        /// For somebody who reads it out on the phone.
        citizen: Text,
        /// What came out, as people write it.
        value: Text,
        /// Dated values used, by place in `values`.
        uses: Vec<usize>,
    }
}

answer! {
    /// A dated value that was used: its words and its source stand in the catalogue under the same id and day.
    UsedValueAnswer {
        /// Its id: `rsa.montant_de_base`.
        id: Text,
        /// First day it applies.
        from: Text,
        /// The value, exact decimal text.
        value: Text,
        /// How sure it is: `law`, `official`, `press`, `secondary`, `derived`, `unverified`.
        confidence: Text,
    }
}
