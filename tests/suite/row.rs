//! The widget's short form against the engine: what it settles, the engine settles the same way.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use tarif_social::algebra::{Range, Ranges, Unknowns, Verdict, Whole};
use tarif_social::api::{self, AmountAnswer, CheckAnswer, VerdictAnswer};
use tarif_social::bindings::row::{Answers, INPUTS, Kind, Law, Row, judge, regimes};
use tarif_social::household::Territory;
use tarif_social::reading::Tree;
use tarif_social::units::{Cents, Month};

/// What somebody answers to the form, and the rest of her household, which the form does not ask.
#[derive(Clone, Debug)]
struct Visitor {
    /// By name, in the order of [`INPUTS`].
    answers: Vec<i64>,
    ages: [i64; 18],
    month: Month,
    territory: Territory,
    other_kind: &'static str,
    earned_kind: &'static str,
    young_worker_hours: bool,
    jobseeker: bool,
}

/// Sick pay and the pay of a training are left to the full page, as the form says.
const OTHER_KINDS: [&str; 6] = [
    "pension",
    "invalidity_pension",
    "alimony_received",
    "unemployment",
    "rents",
    "capital",
];
const EARNED_KINDS: [&str; 2] = ["net_wage", "self_employed"];
const MINIMUM_INCOMES: [&str; 4] = ["aah", "ass", "aspa", "asi"];

fn visitor() -> impl Strategy<Value = Visitor> {
    let answers: Vec<BoxedStrategy<i64>> = INPUTS
        .iter()
        .map(|(name, kind)| match (*name, *kind) {
            (_, Kind::Truth) => (0..=1_i64).boxed(),
            ("age" | "partner_age", _) => (18..=80_i64).boxed(),
            (_, Kind::Count(low, high)) => prop_oneof![3 => Just(low), 1 => low..=high.min(4)].boxed(),
            ("rfr", _) => (0..=3_000_000_i64).boxed(),
            ("internet", _) => (0..=6_000_i64).boxed(),
            ("savings", _) => prop_oneof![2 => Just(0), 1 => 0..=5_000_000_i64].boxed(),
            ("housing_benefit", _) => prop_oneof![Just(0), 0..=40_000_i64].boxed(),
            (_, Kind::Amount(_)) => prop_oneof![2 => Just(0), 3 => 0..=150_000_i64].boxed(),
        })
        .collect();
    let place =
        prop_oneof![6 => Just(Territory::Metropolitan), 1 => Just(Territory::Overseas), 1 => Just(Territory::Mayotte)];
    (
        answers,
        proptest::array::uniform18(0..=10_i64),
        0..=210_i32,
        place,
        prop::sample::select(&OTHER_KINDS[..]),
        prop::sample::select(&EARNED_KINDS[..]),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(
            |(answers, ages, months, territory, other_kind, earned_kind, young_worker_hours, jobseeker)| Visitor {
                answers,
                ages,
                month: Month::new(2009, 6).plus(months),
                territory,
                other_kind,
                earned_kind,
                young_worker_hours,
                jobseeker,
            },
        )
}

impl Visitor {
    fn get(&self, name: &str) -> i64 {
        let place = INPUTS.iter().position(|(known, _)| *known == name).unwrap();
        self.answers[place]
    }

    fn is(&self, name: &str) -> bool {
        self.get(name) == 1
    }

    fn euros(&self, name: &str) -> String {
        Cents::new(self.get(name)).to_string()
    }

    /// The one minimum income received, when there is an amount.
    fn minimum_income(&self) -> Option<&'static str> {
        let asked = MINIMUM_INCOMES.into_iter().find(|name| self.is(name)).unwrap_or("ass");
        (self.get("minimum_incomes") > 0).then_some(asked)
    }

    /// The form, answered consistently: who receives a minimum income says which, and nobody claims a benefit without
    /// an amount.
    fn consistent(mut self) -> Self {
        if Law::at(self.month, self.territory).is_err() {
            self.territory = Territory::Metropolitan;
        }
        let minimum = self.minimum_income();
        for (place, (name, _)) in INPUTS.iter().enumerate() {
            if MINIMUM_INCOMES.contains(name) {
                self.answers[place] = i64::from(minimum == Some(*name));
            }
            if *name == "prime_activite" && self.month < Month::new(2016, 1) {
                self.answers[place] = 0;
            }
            if *name == "other_benefit" || (*name == "recent_isolation" && self.get("adults") == 2) {
                self.answers[place] = 0;
            }
        }
        self
    }

    /// The same household, described to the engine in full.
    fn request(&self) -> Value {
        let residence = self.is("residence");
        let mut applicant = json!({
            "role": "applicant", "age": self.get("age"), "student": self.is("student"), "on_leave": false, "apprentice": false,
            "jobseeker": self.jobseeker, "pregnant": self.is("pregnant"), "residence_condition": residence,
            "young_worker_hours": self.young_worker_hours,
            "incomes": {
                "complete": true, self.earned_kind: self.euros("wages"), self.other_kind: self.euros("other_income"),
                "savings": self.euros("savings"),
            }
        });
        if let Some(kind) = self.minimum_income() {
            applicant["incomes"][kind] = self.euros("minimum_incomes").into();
        }
        let mut persons = vec![applicant];
        if self.get("adults") == 2 {
            persons.push(json!({
                "role": "partner", "age": self.get("partner_age"), "student": self.is("partner_student"), "on_leave": false,
                "apprentice": false, "jobseeker": false, "pregnant": false, "residence_condition": residence,
                "young_worker_hours": false, "incomes": { "complete": true }
            }));
        }
        let mut ages = self.ages.iter();
        for (name, youngest, years) in [("infants", 0, 3), ("children", 3, 11), ("grown", 14, 11)] {
            for age in ages.by_ref().take(self.get(name) as usize) {
                persons.push(json!({
                    "role": "child", "age": youngest + age % years,
                    // Some of them, or all.
                    "shared_custody": self.is("shared_custody") && age % 3 != 0, "incomes": { "complete": true }
                }));
            }
        }
        let tenure = if self.is("housed_free") {
            "lodged_free"
        } else {
            "tenant"
        };
        json!({
            "schema_version": 1, "month": self.month.to_string(), "language": "en",
            "regimes": regimes().map(|regime| &regime.id).collect::<Vec<_>>(),
            "household": {
                "territory": self.territory.name(), "persons": persons,
                "family": { "recent_isolation": self.is("recent_isolation") },
                "benefits": { "complete": true, "rsa": self.is("rsa"), "prime_activite": self.is("prime_activite") },
                "housing": {
                    "tenure": tenure, "housing_benefit": self.euros("housing_benefit"), "social_line": self.is("social_line")
                },
                "tax": { "rfr": self.euros("rfr") },
                "quotient_familial_caf": self.euros("quotient"),
                "internet": { "price": self.euros("internet") }
            }
        })
    }
}

impl Answers<Ranges> for &Visitor {
    fn truth(&mut self, place: usize) -> Verdict {
        Verdict::from(self.answers[place] == 1)
    }
    fn count(&mut self, place: usize) -> Whole {
        Whole::from(self.answers[place])
    }
    fn amount(&mut self, place: usize) -> Range {
        Range::new(
            Cents::new(self.answers[place]),
            Cents::new(self.answers[place]),
            Unknowns::NONE,
        )
    }
}

/// Households tried.
const CASES: u32 = 6_000;

#[test]
fn the_short_form_never_contradicts_the_engine() {
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    let mut runner = TestRunner::new_with_rng(
        ProptestConfig::with_cases(CASES),
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    for _ in 0..CASES {
        let visitor = visitor().new_tree(&mut runner).unwrap().current().consistent();
        let tree: Tree = serde_json::from_value(visitor.request()).unwrap();
        let CheckAnswer::Success(answer) = api::answer(&tree) else {
            panic!("refused: {}", visitor.request());
        };
        let law = Law::at(visitor.month, visitor.territory).unwrap();
        let row = Row::of(&mut &visitor);
        for judged in judge(&row, &law, &mut Ranges::silent(), regimes()) {
            let engine = answer
                .regimes
                .iter()
                .find(|regime| regime.id == judged.regime.id)
                .unwrap();
            let said = match judged.truth {
                Verdict::Yes => Some(VerdictAnswer::Eligible),
                Verdict::No => Some(VerdictAnswer::NotEligible),
                Verdict::Maybe(_) => None,
            };
            let (id, request) = (&engine.id, || visitor.request().to_string());
            if let Some(said) = said {
                assert_eq!(said, engine.verdict, "{id}: {:?}\n{}", judged.leaves, request());
            }
            if let (Some(bill), Some(of_engine)) = (&judged.bill, &engine.bill)
                && let Some(saving) = bill.saving.exact()
            {
                assert_eq!(of_engine.saving, AmountAnswer::Exactly(saving), "{id}\n{}", request());
            }
            let key = format!("{id} {}", if said.is_some() { "settled" } else { "left open" });
            *found.entry(key).or_default() += 1;
        }
    }
    // The form settles most of what it asks about; what it leaves open, the full check asks.
    for regime in regimes() {
        let settled = found.get(&format!("{} settled", regime.id)).copied().unwrap_or(0);
        assert!(
            settled > CASES as usize * 2 / 5,
            "{}: {settled} of {CASES} settled: {found:?}",
            regime.id
        );
    }
}
