//! Answers, as every outlet shows them.

use serde::Serialize;

use crate::algebra::{Range, Verdict};
use crate::units::Cents;

macro_rules! answer {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
        pub struct $name {
            $($(#[$doc])* pub $field: $type),+
        }
    };
}

mod regime;
mod rsa;
mod spending;

pub use regime::*;
pub use rsa::*;
pub use spending::*;

/// An amount in euros: exactly, or between two bounds as long as something is missing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub enum AmountAnswer {
    /// Exactly: `"646.52"`.
    Exactly(String),
    /// Between two, both included.
    Between {
        /// The lowest it can be.
        from: String,
        /// The highest it can be.
        to: String,
    },
}

impl From<Range> for AmountAnswer {
    fn from(range: Range) -> Self {
        match range.exact() {
            Some(amount) => Self::from(amount),
            None => Self::Between {
                from: range.low().to_string(),
                to: range.high().to_string(),
            },
        }
    }
}

impl From<Cents> for AmountAnswer {
    fn from(amount: Cents) -> Self {
        Self::Exactly(amount.to_string())
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
        field: String,
        /// What was given, as text; empty when the field is missing.
        value: String,
        /// Short name of the problem, for programs.
        code: String,
        /// What is wrong and what to do, in the language asked for.
        message: String,
    }
}

answer! {
    /// What was worked out for a household.
    Assessed {
        /// Version of this structure.
        schema_version: u32,
        /// The rules and values used.
        ruleset: Ruleset,
        /// The month looked at.
        month: String,
        /// The day of knowledge, when one was asked for.
        known_on: Option<String>,
        /// The verdicts, in the order asked for.
        regimes: Vec<RegimeAnswer>,
        /// Several aids put together on the one bill; absent when none were asked for.
        together: Option<TogetherAnswer>,
        /// The RSA.
        rsa: RsaAnswer,
        /// Prime d'activité, in euros a month; absent before 2016.
        prime_activite: Option<AmountAnswer>,
        /// Complementary health cover.
        health_cover: Option<HealthCoverAnswer>,
        /// Constrained spending and what is left.
        spending: SpendingAnswer,
        /// The question that would settle most, when one would.
        next_question: Option<QuestionAnswer>,
        /// Every step, in the order of the computation.
        steps: Vec<StepAnswer>,
        /// The dated values the steps used; steps point here by place.
        values: Vec<DatedValueAnswer>,
        /// What exists for this month beside the regimes, with its doubts.
        pointers: Vec<PointerAnswer>,
    }
}

answer! {
    /// Which rules and values.
    Ruleset {
        /// Version of the engine.
        version: String,
        /// Hash of the rules and values, in hexadecimal.
        hash: String,
    }
}

answer! {
    /// A source.
    SourceAnswer {
        /// Its title.
        title: String,
        /// Its address; empty when it has none.
        url: String,
        /// Its date, as known.
        date: String,
        /// `law`, `official`, `press`, `secondary`, `derived`, `unverified`.
        confidence: String,
    }
}

answer! {
    /// A step of the computation.
    StepAnswer {
        /// Its name.
        name: String,
        /// The article it follows.
        article: String,
        /// For somebody who reads it out on the phone.
        citizen: String,
        /// For an adviser, with article, values and dates.
        adviser: String,
        /// Dated values used, by place in `values`.
        uses: Vec<usize>,
    }
}

answer! {
    /// A dated value.
    DatedValueAnswer {
        /// Its id: `rsa.montant_de_base`.
        id: String,
        /// What it is.
        label: String,
        /// The article it implements.
        article: String,
        /// The value, exact decimal text; `null` once repealed.
        value: Option<String>,
        /// Its unit: `EUR/month`, `ratio`...
        unit: String,
        /// First day it applies.
        from: String,
        /// Day it was published, when recorded.
        published: Option<String>,
        /// Last day on which somebody verified that it holds.
        checked: String,
        /// Where it comes from, and how sure that is.
        source: SourceAnswer,
    }
}

answer! {
    /// Something to know about this month that is not a verdict: an offer, a fund, a right without an obliged operator.
    PointerAnswer {
        /// What it is.
        title: String,
        /// What to know.
        text: String,
        /// What is not sure about it.
        doubt: String,
        /// Where it comes from.
        source: SourceAnswer,
        /// Last day on which somebody verified it.
        checked: String,
    }
}
