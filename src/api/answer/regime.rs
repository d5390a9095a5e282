//! Regimes and their verdicts.

use serde::Serialize;

use super::{AmountAnswer, TruthAnswer};
use crate::regimes::Text;

/// The verdict of a regime.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub enum VerdictAnswer {
    /// Entitled, whatever the missing answers are.
    Eligible,
    /// Not entitled, whatever the missing answers are.
    NotEligible,
    /// It depends on missing answers.
    Unknown,
    /// The regime has no rule to compute (a social worker decides).
    NotComputable,
}

answer! {
    /// A regime applied to the household; its record in the catalogue says what it is, who pays, and where it was read.
    RegimeAnswer {
        /// Its id.
        id: Text,
        /// Its name.
        name: Text,
        /// What it was that month: a law in force, an offer, a proposal; one of the words of `status` in the schema of regimes.
        status: Text,
        /// Whether it was in force, or on sale, that month.
        in_force: TruthAnswer,
        /// The verdict.
        verdict: VerdictAnswer,
        /// Why, in a sentence one can read out on the phone.
        reason: Text,
        /// Benefits to claim first: the right is computed, the benefit not received.
        claim_first: Vec<ClaimAnswer>,
        /// What would settle the verdict, when it is not settled.
        missing: Vec<QuestionAnswer>,
        /// The criteria, with their margins; absent when only verdicts are wanted.
        criteria: Option<CriterionAnswer>,
        /// The smallest changes that would turn a refusal.
        changes: Vec<Text>,
        /// What it would do to the bill, a month; absent when the regime has no price.
        bill: Option<BillAnswer>,
    }
}

answer! {
    /// A benefit to claim first.
    ClaimAnswer {
        /// Its name in a request.
        benefit: Text,
        /// What to do, in a sentence.
        sentence: Text,
    }
}

answer! {
    /// A question whose answer is missing.
    QuestionAnswer {
        /// Its name: `tenure`, `income.net_wage`, `receives.aah`, `spending.rent`.
        question: Text,
        /// Places in the request, from 0, of the persons concerned; empty when it concerns the household.
        persons: Vec<usize>,
    }
}

answer! {
    /// A criterion and what it gave.
    CriterionAnswer {
        /// `all`, `any`, `not`, `right`, `receives`, `amount`, `age`, `jobseeker`, `territory`, `fact`, `always`.
        kind: Text,
        /// Whether it holds.
        truth: TruthAnswer,
        /// The criterion in words.
        sentence: Text,
        /// What was compared, when it is a matter of amounts.
        compared: Option<ComparedAnswer>,
        /// The criteria inside.
        of: Vec<CriterionAnswer>,
    }
}

answer! {
    /// An amount of the household beside its limit, in euros over the same period.
    ComparedAnswer {
        /// The amount.
        value: AmountAnswer,
        /// The limit.
        limit: AmountAnswer,
        /// How far apart they are; when they are exact.
        margin: Option<AmountAnswer>,
    }
}

answer! {
    /// A tariff on the household's own bill, in euros a month.
    BillAnswer {
        /// Price of the internet access before.
        before: AmountAnswer,
        /// After.
        after: AmountAnswer,
        /// Saved a month.
        saving: AmountAnswer,
        /// Saved a year.
        saving_year: AmountAnswer,
        /// The household pays less than the regime's price already.
        cheaper_already: bool,
    }
}

answer! {
    /// Several aids on one bill, each capped by what the ones before it left.
    TogetherAnswer {
        /// The bill before, a month.
        before: AmountAnswer,
        /// Each aid, in the declared order.
        aids: Vec<AidAnswer>,
        /// The bill after all of them.
        after: AmountAnswer,
    }
}

answer! {
    /// One aid of several.
    AidAnswer {
        /// The regime.
        id: Text,
        /// What it takes off the bill, a month.
        saving: AmountAnswer,
    }
}
