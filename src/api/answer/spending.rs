//! Constrained spending.

use serde::Serialize;

use super::{AmountAnswer, SourceAnswer, TruthAnswer};

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
