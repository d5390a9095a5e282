//! The sample of OpenFisca's answers kept with the sources; `cargo run --release --features cli --example reference -- DIR`
//! compares any other folder of such files.

use std::path::Path;

use crate::naive::Difference;
use crate::reference::{Comparison, compare_folder};

#[test]
fn openfisca_is_reproduced_and_every_difference_is_named() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference/openfisca");
    let comparisons = compare_folder(&folder);
    assert!(comparisons.len() >= 4, "one file for each period at least");
    for comparison in &comparisons {
        println!("{comparison}");
        assert!(comparison.unexplained.is_empty(), "{comparison}");
    }
    let total = |count: fn(&Comparison) -> usize| comparisons.iter().map(count).sum::<usize>();
    assert!(total(|comparison| comparison.households) >= 5_000);
    for difference in Difference::ALL {
        let seen: usize = comparisons
            .iter()
            .filter_map(|comparison| comparison.explained_by.get(&difference))
            .sum();
        assert!(seen > 0, "{} explains no household of the sample", difference.name());
    }
}
