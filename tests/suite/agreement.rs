//! The engine and the naive implementation give the same answer to the cent, whatever the household and the month.

use proptest::prelude::*;

use crate::engine::disagreements;
use crate::households::{composition, household, month};
use crate::naive::Case;

fn any_household() -> impl Strategy<Value = Case> {
    (month(), composition()).prop_flat_map(|(month, composition)| household(month, composition))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_engine_is_the_law(case in any_household()) {
        prop_assert_eq!(disagreements(&case), vec![]);
    }
}
