//! The RSA and the complementary health cover.

use serde::Serialize;

use super::{AmountAnswer, TruthAnswer};
use crate::regimes::Text;

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
        quarter: Vec<Text>,
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
        /// The activité part; nothing from 2016 (July in Mayotte).
        activite: AmountAnswer,
        /// What is due.
        total: AmountAnswer,
        /// `none`, `socle_only`, `socle_and_activite`, `activite_only` (both before 2016, July in Mayotte), `rsa` (since), `unknown`.
        situation: Text,
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
        /// Place of the person in the request, from 0.
        person: usize,
        /// Kind of income.
        kind: Text,
        /// Mean received.
        received: AmountAnswer,
        /// What is counted.
        counted: AmountAnswer,
        /// `earnings`, `other`, `stopped`, `stopped_before`, `reduced`, `interest`, `minimum_income`, `child_not_counted`.
        treatment: Text,
        /// What was done with it and why.
        sentence: Text,
    }
}

answer! {
    /// A family benefit, a month.
    FamilyBenefitAnswer {
        /// Which one.
        name: Text,
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

answer! {
    /// Prime d'activité, in euros a month, before the CRDS.
    PrimeActiviteAnswer {
        /// Somebody works, or the lone-parent increase applies.
        active: TruthAnswer,
        /// What is due for each month of the reference quarter; empty when it could not be worked out.
        months: Vec<PrimeMonthAnswer>,
        /// What is due: their mean, nothing below the minimum paid.
        total: AmountAnswer,
    }
}

answer! {
    /// Prime d'activité for a month of the reference quarter, in euros.
    PrimeMonthAnswer {
        /// The month.
        month: Text,
        /// Guaranteed amount.
        guaranteed: AmountAnswer,
        /// Earnings counted.
        earnings: AmountAnswer,
        /// Bonuses.
        bonus: AmountAnswer,
        /// Other incomes counted.
        other_income: AmountAnswer,
        /// Flat housing amount.
        flat_housing: AmountAnswer,
        /// What is due for the month.
        amount: AmountAnswer,
    }
}

answer! {
    /// Energy cheque of the year.
    EnergyChequeAnswer {
        /// The tax income per consumption unit is below the last threshold.
        entitled: TruthAnswer,
        /// Amount, in euros for the year.
        amount: AmountAnswer,
    }
}
