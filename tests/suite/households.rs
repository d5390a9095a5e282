//! Random households, for every month the RSA existed.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use tarif_social::units::{Day, Month};

use crate::naive::case::{Case, Family, Housing, Inputs, Kind, Person, Quarter, Role, Tenure, Territory};

pub const KINDS: [Kind; 10] = [
    Kind::NetWage,
    Kind::Unemployment,
    Kind::Pension,
    Kind::InvalidityPension,
    Kind::AlimonyReceived,
    Kind::Exceptional,
    Kind::SickPay,
    Kind::Ass,
    Kind::Aah,
    Kind::AlimonyPaid,
];

const TENURES: [Tenure; 9] = [
    Tenure::Tenant,
    Tenure::TenantSocial,
    Tenure::TenantFurnished,
    Tenure::Owner,
    Tenure::OwnerMortgage,
    Tenure::Free,
    Tenure::FreeContributing,
    Tenure::Hostel,
    Tenure::Homeless,
];

/// Any month from the first of the RSA to the last one covered.
pub fn month() -> impl Strategy<Value = Month> {
    let (first, last) = (Month::new(2009, 6), Month::new(2026, 12));
    (0..=last.since(first)).prop_map(move |after| first.plus(after))
}

/// Who lives there: whether there is a partner, and how many children.
pub fn composition() -> impl Strategy<Value = (bool, usize)> {
    (any::<bool>(), prop_oneof![3 => 0..=2_usize, 1 => 3..=6_usize])
}

/// A household of a given composition in a given month.
pub fn household(month: Month, (couple, children): (bool, usize)) -> impl Strategy<Value = Case> {
    let adults = vec(person(month, Role::Applicant), 1 + usize::from(couple));
    let children = vec(person(month, Role::Child), children);
    (adults, children, family(), housing()).prop_map(move |(mut persons, children, family, housing)| {
        if let Some(partner) = persons.get_mut(1) {
            partner.role = Role::Partner;
        }
        persons.extend(children);
        Case {
            id: String::new(),
            period: month,
            quarter: Quarter::default(),
            inputs: Inputs {
                territory: Territory::Metropolitan,
                housing,
                family,
                persons,
            },
            outputs: serde_json::Value::Null,
        }
    })
}

/// Amounts below the thresholds mostly, sometimes far above, sometimes a cent or nothing.
fn amount() -> impl Strategy<Value = Decimal> {
    prop_oneof![1 => Just(0), 1 => 1..=700_i64, 6 => 1..=150_000_i64, 1 => 1..=5_000_000_i64]
        .prop_map(|cents| Decimal::new(cents, 2))
}

fn family() -> impl Strategy<Value = Family> {
    let yearly = prop_oneof![Just(0), 0..=12_000_000_i64].prop_map(|cents| Decimal::new(cents, 2));
    let aspa = prop_oneof![4 => Just(Decimal::ZERO), 1 => amount()];
    (any::<bool>(), yearly, any::<bool>(), aspa).prop_map(|(recent_isolation, n2_resources, dual_earner_n2, aspa)| {
        Family {
            recent_isolation,
            n2_resources,
            dual_earner_n2,
            aspa,
        }
    })
}

fn housing() -> impl Strategy<Value = Housing> {
    let benefit = prop_oneof![
        Just(Decimal::ZERO),
        (0..=50_000_i64).prop_map(|cents| Decimal::new(cents, 2))
    ];
    let cost = prop_oneof![Just(Decimal::ZERO), amount()];
    (prop::sample::select(&TENURES[..]), benefit, cost).prop_map(|(status, housing_benefit, cost)| {
        let has_cost = !matches!(status, Tenure::Owner | Tenure::Free | Tenure::Homeless);
        let monthly_housing_cost = if has_cost { cost } else { Decimal::ZERO };
        Housing {
            status,
            housing_benefit,
            monthly_housing_cost,
        }
    })
}

fn person(month: Month, role: Role) -> impl Strategy<Value = Person> {
    // 17 to 90 years; a child from some months before its birth to 29 years, the young ones more often
    let months_old = if role == Role::Child {
        prop_oneof![1 => -9..0_i32, 4 => 0..40_i32, 4 => 0..350_i32].boxed()
    } else {
        prop_oneof![1 => 17 * 12..26 * 12_i32, 2 => 17 * 12..90 * 12_i32].boxed()
    };
    let birth_date = (months_old, 1..=28_u8).prop_map(move |(old, day)| Day::new(month.plus(-old), day));
    let savings = prop_oneof![4 => Just(Decimal::ZERO), 1 => amount()];
    let mostly = |yes: u32, no: u32| prop_oneof![yes => Just(true), no => Just(false)];
    (
        birth_date,
        mostly(1, 3),
        mostly(5, 1),
        any::<bool>(),
        mostly(1, 6),
        any::<bool>(),
        mostly(1, 2),
        mostly(1, 6),
        savings,
        incomes(role),
    )
        .prop_map(
            move |(
                birth_date,
                student,
                residence_ok,
                young_hours_ok,
                pregnant,
                stay,
                by_turns,
                on_leave,
                savings,
                income,
            )| {
                Person {
                    role,
                    birth_date,
                    student,
                    on_leave: on_leave && role != Role::Child,
                    residence_ok,
                    regular_stay: residence_ok || stay,
                    young_hours_ok,
                    pregnant: pregnant && role != Role::Child,
                    shared_custody: by_turns && role == Role::Child,
                    savings,
                    income,
                }
            },
        )
}

/// At most three kinds for an adult, one for a child, who pays no alimony: steady, begun, ended, or month by month.
fn incomes(role: Role) -> impl Strategy<Value = BTreeMap<Kind, [Decimal; 5]>> {
    let (most, kinds) = if role == Role::Child {
        (1, KINDS.len() - 1)
    } else {
        (3, KINDS.len())
    };
    vec((prop::sample::select(&KINDS[..kinds]), flow()), 0..=most).prop_map(BTreeMap::from_iter)
}

fn flow() -> impl Strategy<Value = [Decimal; 5]> {
    let changes = (amount(), 1..5_usize, any::<bool>()).prop_map(|(amount, at, ends)| {
        std::array::from_fn(|month| if (month < at) == ends { amount } else { Decimal::ZERO })
    });
    let months = prop::array::uniform5(amount());
    prop_oneof![2 => amount().prop_map(|amount| [amount; 5]), 2 => changes, 1 => months]
}
