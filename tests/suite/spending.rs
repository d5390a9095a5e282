//! Constrained spending: the definitions differ as documented, published figures, tenths of standard of living, prices.

use tarif_social::household::Post;
use tarif_social::spending::{Definition, Family, STATISTIC, cell, place, tables, year_for};
use tarif_social::units::Cents;

fn euros(count: i64) -> Cents {
    Cents::new(count * 100)
}

#[track_caller]
fn published(table: &str, group: &str, heading: &str, amount: i64) {
    let cell = cell(table, group).unwrap_or_else(|| panic!("no cell {table}/{group}"));
    assert_eq!(
        cell.amount(heading).map(|(_, amount)| amount),
        Some(euros(amount)),
        "{table}/{group}/{heading}"
    );
}

#[test]
fn the_definitions_differ_by_what_their_sources_say() {
    let only_in = |definition: Definition, other: Definition| -> Vec<Post> {
        Post::ALL
            .iter()
            .copied()
            .filter(|post| post.counts_in(definition) && !post.counts_in(other))
            .collect()
    };
    use Definition::{Drees, FourPosts, Insee};
    assert_eq!(only_in(Drees, Insee), [Post::LoanInstalment, Post::SchoolFees]);
    assert_eq!(only_in(Insee, Drees), []);
    assert!(Insee.counts_imputed_rent() && !Drees.counts_imputed_rent() && !FourPosts.counts_imputed_rent());
    assert_eq!(
        only_in(FourPosts, Drees),
        [
            Post::PropertyTax,
            Post::MotorFuel,
            Post::VehicleUpkeep,
            Post::PublicTransport
        ]
    );
    for post in Post::ALL {
        // Neither Insee nor DREES counts transport; the four posts are the four families and nothing else.
        assert_eq!(post.counts_in(FourPosts), post.family() != Family::Other, "{post:?}");
        let counted = Definition::ALL.map(|definition| post.counts_in(definition));
        if post.family() == Family::Transport {
            assert_eq!(counted, [false, false, true]);
        }
        assert!(counted.contains(&true), "{post:?}");
    }
}

#[test]
fn every_heading_counts_whole_in_a_definition_or_not_at_all() {
    for heading in tables()
        .iter()
        .flat_map(|table| table.cells)
        .flat_map(|cell| cell.amounts)
        .map(|(heading, _)| heading)
    {
        for definition in Definition::ALL {
            let counted = heading.posts.iter().filter(|post| post.counts_in(definition)).count();
            assert!(
                counted == 0 || counted == heading.posts.len(),
                "{} under {definition:?}",
                heading.key
            );
        }
    }
}

#[test]
fn telecoms_weigh_alike_from_the_lowest_to_the_highest_tenth() {
    let month = |group: &str| {
        cell("deciles", group)
            .unwrap()
            .around(Post::FixedInternet)
            .unwrap()
            .divided(12)
    };
    assert_eq!(month("D1"), Cents::new(4_725)); // 47 €
    assert_eq!(month("all"), Cents::new(5_292)); // 53 €
    assert_eq!(month("D10"), Cents::new(6_175)); // 62 €
    let share = |group: &str| {
        let cell = cell("deciles", group).unwrap();
        cell.around(Post::Mobile).unwrap().ratio(1000, cell.consumption.count())
    };
    assert_eq!((share("D1"), share("D10")), (Cents::new(35), Cents::new(15))); // 3.5 % and 1.5 % of consumption
}

#[test]
fn cells_are_the_published_ones() {
    assert_eq!(STATISTIC.en, "mean");
    assert_eq!(cell("deciles", "D1").unwrap().consumption, euros(16_123));
    assert_eq!(cell("tenure_by_fifth", "owner_q5").unwrap().consumption, euros(42_058));
    published("deciles", "D1", "rent", 1870);
    published("deciles", "D10", "public_transport", 1278);
    published("deciles", "D5", "motor_fuel", 1174);
    published("deciles", "D5", "vehicle_upkeep", 1717 - 1174);
    published("deciles", "all", "other_insurance", 147);
    published("deciles", "all", "canteen", 358);
    published("deciles", "all", "bank", 148);
    published("household_types", "lone_parent", "telecoms", 666);
    published("household_types", "single", "telecoms", 464);
    published("household_types", "couple_children", "loan_instalment", 5945);
    published("places", "rural", "motor_fuel", 1562);
    published("places", "paris", "motor_fuel", 663);
    published("places", "paris", "charges", 1459);
    published("tenure_by_fifth", "tenant_q1", "rent", 3023);
    published("tenure_by_fifth", "tenant_q1", "telecoms", 558);
    published("tenure_by_fifth", "owner_q1", "property_tax", 913);
    published("tenure_by_fifth", "owner_q5", "telecoms", 732);
    for (group, energy) in [("D1", 967), ("D4", 1279), ("D10", 1925)] {
        let cell = cell("deciles", group).unwrap();
        let parts =
            ["electricity", "gas", "electricity_and_gas", "other_heating"].map(|key| cell.amount(key).unwrap().1);
        let gap = parts.into_iter().sum::<Cents>() - euros(energy);
        assert!(gap >= euros(-3) && gap <= euros(3), "{group}: {gap}"); // parts rounded one by one
    }
}

#[test]
fn a_mean_says_what_its_table_does_not_publish() {
    let all = cell("household_types", "all").unwrap();
    let drees = all.mean(Definition::Drees);
    assert_eq!(drees.at_least, euros(2022 + 256 + 578 + 1353 + 2671 + 635 + 2325));
    // With bank services (148 €, from the table by tenth), a third of consumption and loans: France Stratégie says 32 %.
    let share = (drees.at_least + euros(148)).ratio(1000, (all.consumption + euros(2671)).count());
    assert_eq!(share, Cents::new(332));
    assert_eq!(
        drees.missing,
        [Post::Television, Post::Canteen, Post::SchoolFees, Post::Bank]
    );
    assert!(!drees.imputed_rent_missing);
    let insee = cell("deciles", "all").unwrap().mean(Definition::Insee);
    assert_eq!(insee.missing, [Post::Television]);
    assert!(insee.imputed_rent_missing);
    let four = cell("deciles", "D1").unwrap().mean(Definition::FourPosts);
    assert_eq!(four.missing, [Post::LoanInstalment, Post::PropertyTax]);
}

#[test]
fn a_bound_belongs_to_the_tenth_below_it() {
    let tenth = |amount: Cents| place(amount, amount, 2022).map(|placed| (placed.lowest, placed.highest));
    assert_eq!(tenth(euros(19_296)), Some((3, 3)));
    assert_eq!(tenth(Cents::new(1_929_601)), Some((4, 4)));
    assert_eq!(tenth(euros(-500)), Some((1, 1)));
    assert_eq!(tenth(euros(43_840)), Some((9, 9)));
    assert_eq!(tenth(Cents::new(4_384_001)), Some((10, 10)));
    let wide = place(euros(12_000), euros(20_000), 2022).unwrap();
    assert_eq!((wide.lowest, wide.highest), (1, 4));
}

#[test]
fn the_table_used_is_the_latest_not_after_the_year() {
    let used = |year: u16| year_for(year).map(|table| table.year);
    assert_eq!(
        [2009, 2010, 2012, 2014, 2020, 2022, 2026].map(used),
        [
            None,
            Some(2010),
            Some(2011),
            Some(2014),
            Some(2019),
            Some(2022),
            Some(2023)
        ]
    );
    assert!(
        !place(euros(16_000), euros(16_000), 2022).unwrap().published,
        "D2 of 2022 was fitted"
    );
    assert!(place(euros(13_000), euros(13_000), 2014).unwrap().published);
}

#[test]
fn prices_move_by_the_exact_ratio_of_two_indices() {
    let (heading, fuel) = cell("places", "rural").unwrap().amount("motor_fuel").unwrap();
    let series = heading.prices.unwrap();
    let moved = series.moved(fuel, 2017, 2023).unwrap();
    assert_eq!(moved.amount, Cents::new(219_597)); // 1562 × 138.9 ÷ 98.8 = 2195.970…
    assert_eq!((moved.from, moved.to), ((2017, 988), (2023, 1389)));
    // After the series: its last year, shown. In a gap of the series: not moved.
    assert_eq!(
        series.moved(fuel, 2017, 2026).map(|moved| (moved.to.0, moved.amount)),
        Some((2023, moved.amount))
    );
    assert_eq!(series.moved(fuel, 2017, 2014), None);
    assert_eq!(series.moved(fuel, 2016, 2023), None);
    let (telecoms, mean) = cell("deciles", "all").unwrap().amount("telecoms").unwrap();
    let moved = telecoms.prices.unwrap().moved(mean, 2017, 2014).unwrap();
    assert_eq!(moved.amount, Cents::new(65_901)); // 635 × 104.3 ÷ 100.5 = 659.009…
    let (rent, mean) = cell("deciles", "all").unwrap().amount("rent").unwrap();
    assert_eq!(
        rent.prices.unwrap().moved(mean, 2017, 2017).map(|moved| moved.amount),
        Some(mean)
    );
    let (water, _) = cell("deciles", "all").unwrap().amount("water").unwrap();
    assert!(water.prices.is_none());
}
