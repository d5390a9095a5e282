//! Regimes read with unknowns agree with every completion; the checker agrees with every household.

use proptest::prelude::*;
use tarif_social::algebra::{Domain, Points, Range, Ranges, Unknowns, Verdict, Whole};
use tarif_social::benefits::{Scales, rights};
use tarif_social::facts::{AdultFacts, Facts, Values, WithoutByTurns};
use tarif_social::household::{Benefit, Territory};
use tarif_social::law::Clock;
use tarif_social::regimes::bill::{bill, together};
use tarif_social::regimes::check::{Oddity, check};
use tarif_social::regimes::evaluate::{entitled, examine_regime, holds};
use tarif_social::regimes::{self, Comparison, Criterion, EurosPer, Limit, Per, Quantity, Regime, Side};
use tarif_social::units::{Cents, Month};

/// A value, and the bounds it is known by.
type Between = (i64, i64, i64);

/// What a household is made of, in the order [`facts`] takes it.
#[derive(Clone, Debug)]
struct Row {
    amounts: Vec<Between>,
    counts: Vec<Between>,
    truths: Vec<(bool, bool)>,
}

const AMOUNTS: usize = 16;
const COUNTS: usize = 10;
const TRUTHS: usize = 10 + Benefit::ALL.len();

fn row() -> impl Strategy<Value = Row> {
    let between = |most: i64| {
        (0..most, 0..most, prop::bool::weighted(0.4)).prop_map(move |(value, other, open)| {
            if open {
                (value, value.min(other), value.max(other))
            } else {
                (value, value, value)
            }
        })
    };
    (
        prop::collection::vec(between(160_000), AMOUNTS),
        prop::collection::vec(between(100), COUNTS),
        prop::collection::vec((any::<bool>(), prop::bool::weighted(0.3)), TRUTHS),
    )
        .prop_map(|(amounts, counts, truths)| Row {
            amounts,
            counts,
            truths,
        })
}

/// One text for both readings of a row.
fn facts<D: Domain>(
    row: &Row,
    amount: impl Fn(Between) -> D::Amount,
    count: impl Fn(Between) -> D::Count,
    truth: impl Fn((bool, bool)) -> D::Truth,
) -> Facts<D> {
    let scaled = |place: usize, times: i64| {
        let (value, low, high) = row.amounts[place];
        amount((value * times, low * times, high * times))
    };
    let euros = |place: usize| scaled(place, 1);
    let number = |place: usize, least: i64, most: i64| {
        let fit = |of: i64| least + of * (most - least) / 99;
        let (value, low, high) = row.counts[place];
        count((fit(value), fit(low), fit(high)))
    };
    let yes = |place: usize| truth(row.truths[place]);
    Facts {
        unmet: Default::default(),
        territory: Territory::Metropolitan,
        adults: number(0, 1, 2),
        dependants: number(1, 0, 4),
        // A household without its children by turns may be anything here: the readings are compared, not the law.
        without_by_turns: (row.counts[9].0 % 2 == 0).then(|| WithoutByTurns {
            counted: yes(8),
            dependants: number(9, 0, 4),
            lone_parent: yes(9),
        }),
        entitled: yes(0),
        lone_parent: yes(1),
        earnings: euros(0),
        worked_lately: yes(3),
        other_income: euros(1),
        minimum_incomes: euros(2),
        family_benefits: euros(3),
        housing_benefit: euros(4),
        housed_free: yes(2),
        receives: std::array::from_fn(|place| yes(10 + place)),
        prime_activite: euros(5),
        health_cover_persons: number(2, 1, 6),
        health_cover_by_turns: None,
        resources_12_months: scaled(6, 12),
        rfr: scaled(7, 12),
        parts: number(3, 100, 400),
        energy_units: number(4, 100, 280),
        consumption_units: number(5, 10, 30),
        quotient_familial_caf: euros(8),
        disposable_income: scaled(9, 2),
        disposable_is_complete: yes(3),
        pre_committed: euros(10),
        internet_price: scaled(11, 1),
        landline_price: euros(12),
        telecom_bills: euros(13),
        described: [0, 1].map(|place| AdultFacts {
            present: yes(4 + place),
            age: number(6 + place, 18, 80),
            jobseeker: yes(6 + place),
        }),
        persons: number(8, 1, 8),
        persons_without_income: number(9, 0, 6),
        collective_cable: yes(8),
        fixed_line: yes(9),
        social_line: yes(3),
    }
}

fn points(row: &Row) -> Facts<Points> {
    facts(
        row,
        |(value, ..)| Cents::new(value),
        |(value, ..)| value,
        |(truth, _)| truth,
    )
}

fn ranges(row: &Row) -> Facts<Ranges> {
    let open = Unknowns::one(3);
    facts(
        row,
        |(_, low, high)| Range::new(Cents::new(low), Cents::new(high), open),
        |(_, low, high)| Whole::new(low, high, open),
        |(truth, unknown)| {
            if unknown {
                Verdict::Maybe(open)
            } else {
                Verdict::from(truth)
            }
        },
    )
}

/// The same row with every unknown answered.
fn answered(row: &Row) -> Row {
    let close = |of: &[Between]| of.iter().map(|(value, ..)| (*value, *value, *value)).collect();
    Row {
        amounts: close(&row.amounts),
        counts: close(&row.counts),
        truths: row.truths.iter().map(|(truth, _)| (*truth, false)).collect(),
    }
}

fn values(month: Month) -> Values {
    Values::at(Clock { month, known_on: None }, Territory::Metropolitan).unwrap()
}

fn holds_in(range: Range, value: Cents) -> bool {
    range.low() <= value && value <= range.high()
}

fn leaf() -> impl Strategy<Value = Criterion> {
    let quantity = prop::sample::select(vec![
        Quantity::FixedBill,
        Quantity::QuotientFamilialCaf,
        Quantity::MoneyLeft,
    ]);
    let side = prop::sample::select(vec![Side::AtMost, Side::Below, Side::AtLeast, Side::Above]);
    (quantity, side, 0..4_i64).prop_map(|(of, is, hundreds)| {
        let limit = Limit::Euros(EurosPer {
            amount: Cents::new(hundreds * 40_000),
            per: Per::Month,
        });
        Criterion::Amount(Comparison { of, is, limit })
    })
}

fn criteria() -> impl Strategy<Value = Criterion> {
    leaf().prop_recursive(3, 12, 3, |inner| {
        let list = || prop::collection::vec(inner.clone(), 0..4);
        prop_oneof![
            list().prop_map(|list| Criterion::All(list.into())),
            list().prop_map(|list| Criterion::Any(list.into())),
            list().prop_map(|list| Criterion::Not(list.into())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// What is said to be settled stands whatever the answers turn out to be, bills included.
    #[test]
    fn a_settled_verdict_stands_in_every_completion(row in row(), year in 0..3_usize) {
        let values = values([Month::new(2014, 11), Month::new(2018, 5), Month::new(2026, 6)][year]);
        let (mut exact, mut open, mut closed) = (points(&row), ranges(&row), ranges(&answered(&row)));
        let exact_rights = rights(&mut Points, &mut exact, &values, &Scales::at(&values));
        let open_rights = rights(&mut Ranges::silent(), &mut open, &values, &Scales::at(&values));
        let closed_rights = rights(&mut Ranges::silent(), &mut closed, &values, &Scales::at(&values));
        let computable = |regime: &&Regime| !matches!(regime.criteria, Criterion::NotComputable(_));
        for regime in regimes::builtin().iter().filter(computable) {
            let truth = entitled(regime, &exact, &exact_rights, &values);
            let seen = entitled(regime, &open, &open_rights, &values);
            prop_assert!(matches!(seen, Verdict::Maybe(_)) || seen == Verdict::from(truth), "{} {seen:?}", regime.id);
            prop_assert_eq!(examine_regime(regime, &open, &open_rights, &values).truth, seen, "{}", regime.id);
            let answer = entitled(regime, &closed, &closed_rights, &values);
            prop_assert_eq!(answer, Verdict::from(truth), "{} once everything is answered", regime.id);

            if let Some(seen) = bill(regime, &open, &open_rights, &values) {
                let exact = bill(regime, &exact, &exact_rights, &values).unwrap();
                for (range, value) in [
                    (seen.before, exact.before),
                    (seen.after, exact.after),
                    (seen.saving, exact.saving),
                    (seen.saving_year, exact.saving_year),
                ] {
                    prop_assert!(holds_in(range, value), "{}: {value} outside {range:?}", regime.id);
                }
                // Who pays nothing is told the price of the tariff, and saves nothing.
                let paid = if exact.before == Cents::ZERO { exact.after } else { exact.before };
                prop_assert_eq!(paid, exact.after + exact.saving, "{}", regime.id);
                prop_assert!(exact.after >= Cents::ZERO && exact.saving >= Cents::ZERO, "{}", regime.id);
            }
        }
        let all: Vec<&Regime> = regimes::builtin().iter().filter(computable).collect();
        let put = together(&all, &exact, &exact_rights, &values);
        let taken: Cents = put.savings.iter().copied().sum();
        prop_assert!(put.after >= Cents::ZERO && taken <= put.before);
        let seen = together(&all, &open, &open_rights, &values);
        prop_assert!(holds_in(seen.after, put.after));
        for (range, value) in seen.savings.iter().zip(&put.savings) {
            prop_assert!(holds_in(*range, *value));
        }
    }

    /// "Can never hold" and "always holds" are true of every household.
    #[test]
    fn the_checker_is_right_about_everybody(criteria in criteria(), rows in prop::collection::vec(row(), 20)) {
        let mut regime = regimes::by_id("R20").unwrap().clone();
        regime.criteria = criteria;
        let root = ["criteria", "criteria.all", "criteria.any"];
        let said = check(&regime).into_iter().find(|remark| root.contains(&remark.path.as_str()));
        let values = values(Month::new(2026, 6));
        for row in rows {
            let mut facts = points(&row);
            let rights = rights(&mut Points, &mut facts, &values, &Scales::at(&values));
            let truth = holds(&regime.criteria, &facts, &rights, &values);
            match said.as_ref().map(|remark| &remark.oddity) {
                Some(Oddity::NeverHolds) => prop_assert!(!truth),
                Some(Oddity::AlwaysHolds) => prop_assert!(truth),
                _ => {}
            }
        }
    }
}
