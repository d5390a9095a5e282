//! Constrained spending.

use serde::Serialize;

use super::{CountAnswer, TruthAnswer};
use crate::regimes::Text;
use crate::units::{Cents, Rate};

answer! {
    /// Constrained spending and what it leaves.
    SpendingAnswer {
        /// Disposable income of the month, in euros.
        income: BoundsAnswer,
        /// Consumption units, in tenths.
        consumption_units: CountAnswer,
        /// The three definitions.
        definitions: Vec<DefinitionAnswer>,
        /// What each regime adds, in the order of the verdicts; those that take nothing off a bill are left out.
        gains: Vec<GainAnswer>,
        /// Shares of the disposable income spent on one thing.
        efforts: Vec<EffortAnswer>,
        /// The rule on energy.
        energy_poverty: EnergyPovertyAnswer,
        /// Where the standard of living stands; absent before the first published table.
        tenth: Option<TenthAnswer>,
        /// Published means to stand beside, never called normal.
        references: Vec<ReferenceAnswer>,
    }
}

/// A figure: exactly, or between two bounds, `null` where nothing bounds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum BoundsAnswer {
    /// Exactly.
    Exactly(FigureAnswer),
    /// Between two, both included.
    Between {
        /// It is this much at least.
        from: Option<FigureAnswer>,
        /// It is this much at most.
        to: Option<FigureAnswer>,
    },
}

/// A figure, decimal text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub enum FigureAnswer {
    /// Euros: `"378.30"`.
    Money(
        #[cfg_attr(feature = "cli", schemars(with = "String"))]
        #[cfg_attr(feature = "wasm", tsify(type = "string"))]
        Cents,
    ),
    /// A share: `"0.42"`.
    Share(
        #[cfg_attr(feature = "cli", schemars(with = "String"))]
        #[cfg_attr(feature = "wasm", tsify(type = "string"))]
        Rate,
    ),
}

answer! {
    /// A definition of constrained spending, applied; euros a month. The catalogue says what it counts.
    DefinitionAnswer {
        /// `insee`, `drees`, `four_posts`.
        name: Text,
        /// By family; housing is net of housing benefit.
        families: Vec<FamilyAnswer>,
        /// The total.
        total: BoundsAnswer,
        /// The income it is compared with.
        income: BoundsAnswer,
        /// Share of that income: `"0.42"`.
        share: BoundsAnswer,
        /// What was not answered and the total needs, by its name in a question.
        missing: Vec<Text>,
        /// What is left, before any tariff.
        left: LeftAnswer,
        /// What is left with each regime of `gains`, in that order.
        with: Vec<EffectAnswer>,
    }
}

answer! {
    /// A family of posts.
    FamilyAnswer {
        /// `housing`, `energy`, `transport`, `communication`, `other`.
        name: Text,
        /// What it costs a month.
        total: BoundsAnswer,
    }
}

answer! {
    /// What is left, in euros.
    LeftAnswer {
        /// A month.
        month: BoundsAnswer,
        /// A month and consumption unit.
        month_per_unit: BoundsAnswer,
        /// A day.
        day: BoundsAnswer,
        /// A day and consumption unit.
        day_per_unit: BoundsAnswer,
    }
}

answer! {
    /// What a regime adds, in euros.
    GainAnswer {
        /// The regime.
        id: Text,
        /// A month.
        month: BoundsAnswer,
        /// A year.
        year: BoundsAnswer,
    }
}

answer! {
    /// What is left with a regime.
    EffectAnswer {
        /// The regime.
        id: Text,
        /// What is left with it.
        left: LeftAnswer,
        /// The gain over what was left before it: `"0.05"`.
        gain_over_left: BoundsAnswer,
    }
}

answer! {
    /// Spending on something as a share of the disposable income.
    EffortAnswer {
        /// `housing`, `energy`, `internet`, `telecoms`.
        name: Text,
        /// The share: `"0.083"`.
        rate: BoundsAnswer,
    }
}

answer! {
    /// Energy above 8 % of the income, and income in the first three tenths.
    EnergyPovertyAnswer {
        /// Both hold.
        holds: TruthAnswer,
        /// Energy is above 8 % of the income.
        above_effort: TruthAnswer,
        /// The standard of living is in the first three tenths.
        in_low_tenths: TruthAnswer,
    }
}

answer! {
    /// A tenth of standard of living.
    TenthAnswer {
        /// The lowest it can be, 1 to 10.
        lowest: u8,
        /// The highest it can be.
        highest: u8,
        /// Year of the table used; it may come before the month looked at.
        year: u16,
        /// Every bound it rests on was read in the source; otherwise fitted between published ones.
        published: bool,
    }
}

answer! {
    /// Published means of a group of households.
    ReferenceAnswer {
        /// The table, by its id in the catalogue.
        table: Text,
        /// The group: tenants of the first fifth, by its id in the table.
        group: Text,
        /// The means, a month: one a row of the table, in the order of the catalogue.
        means: Vec<MeanAnswer>,
    }
}

answer! {
    /// A mean of a published group beside the household's own spending, euros a month.
    MeanAnswer {
        /// The mean, at the prices of the table's year.
        #[cfg_attr(feature = "cli", schemars(with = "String"))]
        #[cfg_attr(feature = "wasm", tsify(type = "string"))]
        mean: Cents,
        /// The same moved by price index; absent where there is no index.
        moved: Option<MovedAnswer>,
        /// What the household spends on it.
        own: BoundsAnswer,
    }
}

answer! {
    /// A mean moved to the prices of another year, by the index that the catalogue gives for each heading.
    MovedAnswer {
        /// The mean, a month.
        #[cfg_attr(feature = "cli", schemars(with = "String"))]
        #[cfg_attr(feature = "wasm", tsify(type = "string"))]
        mean: Cents,
        /// The year of the prices.
        year: u16,
    }
}
