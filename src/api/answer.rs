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
    /// The RSA of the month, in euros a month.
    RsaAnswer {
        /// The conditions are met, whatever the amount.
        entitled: TruthAnswer,
        /// Dependants counted.
        dependants: CountAnswer,
        /// With the lone-parent increase.
        lone_parent: TruthAnswer,
        /// Guaranteed amount.
        guaranteed: AmountAnswer,
        /// Months looked at.
        quarter: Vec<String>,
        /// Each resource, counted or left out and why.
        lines: Vec<ResourceAnswer>,
        /// Family benefits counted.
        family_benefits: Vec<FamilyBenefitAnswer>,
        /// All resources counted, the flat housing amount left out.
        resources: AmountAnswer,
        /// Flat housing amount.
        flat_housing: AmountAnswer,
        /// The socle part.
        socle: AmountAnswer,
        /// The activité part; nothing from 2016.
        activite: AmountAnswer,
        /// What is due.
        total: AmountAnswer,
        /// `none`, `socle_only`, `socle_and_activite`, `activite_only` (both before 2016), `rsa` (from 2016), `unknown`.
        situation: String,
    }
}

answer! {
    /// A number, exactly or between two.
    CountAnswer {
        /// The lowest it can be.
        from: i64,
        /// The highest it can be.
        to: i64,
    }
}

answer! {
    /// A resource of the reference quarter, a month.
    ResourceAnswer {
        /// Place of the person in the household, applicant first, then partner, then children.
        person: usize,
        /// Kind of income.
        kind: String,
        /// Mean received.
        received: AmountAnswer,
        /// What is counted.
        counted: AmountAnswer,
        /// `earnings`, `other`, `stopped`, `reduced`, `assumed_yield`, `minimum_income`, `child_not_counted`.
        treatment: String,
        /// What was done with it and why.
        sentence: String,
    }
}

answer! {
    /// A family benefit, a month.
    FamilyBenefitAnswer {
        /// Which one.
        name: String,
        /// What is received, before the CRDS.
        amount: AmountAnswer,
        /// What the RSA counts.
        counted: AmountAnswer,
        /// Worked out by us, because the household did not say.
        computed: bool,
    }
}

answer! {
    /// Complementary health cover (CMU-C and ACS until October 2019), a year.
    HealthCoverAnswer {
        /// Resources counted.
        resources: AmountAnswer,
        /// Ceiling of the cover free of charge.
        ceiling: AmountAnswer,
        /// Ceiling of the cover with a contribution.
        ceiling_with_contribution: AmountAnswer,
        /// Free of charge.
        free: TruthAnswer,
        /// With a contribution.
        with_contribution: TruthAnswer,
    }
}

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
    /// A regime applied to the household.
    RegimeAnswer {
        /// Its id.
        id: String,
        /// Its name.
        name: String,
        /// What it is, in a sentence.
        description: String,
        /// `in-force`, `lapsed`, `voluntary-offer`, `statutory-list`, `proposal`, `transposed`.
        status: String,
        /// Whether it was in force, or on sale, that month.
        in_force: TruthAnswer,
        /// The verdict.
        verdict: VerdictAnswer,
        /// Why, in a sentence one can read out on the phone.
        reason: String,
        /// Benefits to claim first: the right is computed, the benefit not received.
        claim_first: Vec<ClaimAnswer>,
        /// What would settle the verdict, when it is not settled.
        missing: Vec<QuestionAnswer>,
        /// The criteria, with their margins.
        criteria: Option<CriterionAnswer>,
        /// The smallest changes that would turn a refusal.
        changes: Vec<String>,
        /// What it would do to the bill, a month; absent when the regime has no price.
        bill: Option<BillAnswer>,
        /// How it is granted.
        granting: String,
        /// Who pays, and which share (`"0.5"`).
        payers: Vec<PayerAnswer>,
        /// What is not sure about it.
        doubts: Vec<String>,
        /// Where it comes from.
        sources: Vec<SourceAnswer>,
        /// Last day on which somebody verified it.
        checked: String,
    }
}

answer! {
    /// A benefit to claim first.
    ClaimAnswer {
        /// Its name in a request.
        benefit: String,
        /// What to do, in a sentence.
        sentence: String,
    }
}

answer! {
    /// A question whose answer is missing.
    QuestionAnswer {
        /// Its name: `tenure`, `income.net_wage`, `receives.aah`, `spending.rent`.
        question: String,
        /// Places of the persons concerned; empty when it concerns the household.
        persons: Vec<usize>,
    }
}

answer! {
    /// A criterion and what it gave.
    CriterionAnswer {
        /// `all`, `any`, `not`, `right`, `receives`, `amount`, `age`, `jobseeker`, `territory`, `fact`, `always`.
        kind: String,
        /// Whether it holds.
        truth: TruthAnswer,
        /// The criterion in words.
        sentence: String,
        /// What was compared.
        value: Option<AmountAnswer>,
        /// With what.
        limit: Option<AmountAnswer>,
        /// How far apart they are; when they are exact.
        margin: Option<AmountAnswer>,
        /// The criteria inside.
        of: Vec<CriterionAnswer>,
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
        id: String,
        /// What it takes off the bill, a month.
        saving: AmountAnswer,
    }
}

answer! {
    /// Who pays.
    PayerAnswer {
        /// Name of the payer.
        payer: String,
        /// Share, `"1"` for all.
        share: String,
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

answer! {
    /// Constrained spending and what it leaves.
    SpendingAnswer {
        /// Disposable income of the month.
        disposable_income: AmountAnswer,
        /// Consumption units, decimal text.
        consumption_units: AmountAnswer,
        /// The three definitions.
        definitions: Vec<DefinitionAnswer>,
        /// Effort rates.
        efforts: Vec<EffortAnswer>,
        /// Published means to stand beside.
        references: Vec<ReferenceAnswer>,
    }
}

answer! {
    /// A definition of constrained spending, applied; euros a month.
    DefinitionAnswer {
        /// `insee`, `drees`, `four_posts`.
        name: String,
        /// What it counts, in a sentence.
        description: String,
        /// What is known of the total.
        total: AmountAnswer,
        /// Share of the disposable income, decimal text; absent when it cannot be said.
        share: Option<AmountAnswer>,
        /// Posts that were not answered.
        missing: Vec<String>,
        /// What is left, before any tariff.
        left: LeftAnswer,
        /// What is left once each regime's saving is taken, in the order of the regimes that give one.
        left_after: Vec<LeftAfterAnswer>,
    }
}

answer! {
    /// What is left, in euros.
    LeftAnswer {
        /// A month.
        month: AmountAnswer,
        /// A month and consumption unit.
        per_unit: AmountAnswer,
        /// A day.
        day: AmountAnswer,
    }
}

answer! {
    /// What is left with a regime.
    LeftAfterAnswer {
        /// The regime.
        id: String,
        /// What is left.
        left: LeftAnswer,
    }
}

answer! {
    /// Spending on something as a share of the disposable income.
    EffortAnswer {
        /// `housing`, `energy`, `internet`, `telecoms`, `transport`.
        name: String,
        /// The share, decimal text (`"0.083"`), at least and at most.
        rate: Option<AmountAnswer>,
        /// A rule about it, when one exists: energy above 8 % and income in the first three tenths.
        rule: Option<TruthAnswer>,
    }
}

answer! {
    /// A published mean.
    ReferenceAnswer {
        /// Which published group: `decile 3`, `tenants of the first fifth`...
        group: String,
        /// Which table.
        table: String,
        /// Year of the figures, and of the prices.
        year: String,
        /// The means by heading, a month.
        means: Vec<MeanAnswer>,
        /// Where it comes from.
        source: SourceAnswer,
    }
}

answer! {
    /// A mean of a published group.
    MeanAnswer {
        /// The heading.
        heading: String,
        /// The mean, euros a month, at the prices of its year.
        mean: String,
        /// The same moved by the price index, when there is one.
        moved: Option<String>,
        /// The index used, in words.
        index: String,
        /// What the household spends on it.
        own: Option<AmountAnswer>,
    }
}
