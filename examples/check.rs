//! A couple with a child in June 2012: which tariffs, and what they save.
//!
//! `cargo run --example check` prints
//! ```text
//! R1: NotEligible
//! R3: 10.90 euros less a month
//! ```
#![allow(clippy::print_stdout, reason = "this is a program")]

use tarif_social::api::{AmountAnswer, CheckAnswer, CheckRequest, VerdictAnswer, check};
use tarif_social::household::{
    AmountInput, BenefitsInput, FlowInput, HouseholdInput, HousingInput, IncomesInput, InternetInput, PersonInput,
    Role, ScalarInput, Tenure, Territory,
};
use tarif_social::units::Cents;

fn amount(euros: &str) -> AmountInput {
    AmountInput::Exactly(ScalarInput(euros.into()))
}

fn person(role: Role, age: i64, net_wage: Option<&str>) -> PersonInput {
    PersonInput {
        role: Some(role),
        age: Some(age),
        student: Some(false),
        on_leave: Some(false),
        residence_condition: Some(true),
        pregnant: Some(false),
        incomes: IncomesInput {
            complete: true, // the kinds left out are nothing, not unknown
            net_wage: net_wage.map(|euros| FlowInput::Every(amount(euros))),
            ..IncomesInput::default()
        },
        ..PersonInput::default()
    }
}

/// The amount, or the least it can be as long as something is missing.
fn least(amount: AmountAnswer) -> Cents {
    match amount {
        AmountAnswer::Exactly(amount) => amount,
        AmountAnswer::Between { from, .. } => from,
    }
}

fn main() {
    let request = CheckRequest {
        month: "2012-06".into(),
        regimes: Some(vec!["R1".into(), "R3".into()]),
        household: HouseholdInput {
            territory: Some(Territory::Metropolitan),
            persons: vec![
                person(Role::Applicant, 36, Some("880")),
                person(Role::Partner, 34, None),
                person(Role::Child, 9, None),
            ],
            benefits: BenefitsInput {
                complete: true,
                ..BenefitsInput::default()
            },
            housing: HousingInput {
                tenure: Some(Tenure::Tenant),
                housing_benefit: Some(amount("280.50")),
                social_line: Some(false),
                ..HousingInput::default()
            },
            internet: InternetInput {
                price: Some(amount("33.90")),
                ..InternetInput::default()
            },
            ..HouseholdInput::default()
        },
        ..CheckRequest::default()
    };
    match check(&request) {
        CheckAnswer::Success(assessed) => {
            for regime in &assessed.regimes {
                match &regime.bill {
                    Some(bill) if regime.verdict == VerdictAnswer::Eligible => {
                        println!("{}: {} euros less a month", regime.id, least(bill.saving));
                    }
                    _ => println!("{}: {:?}", regime.id, regime.verdict),
                }
            }
        }
        CheckAnswer::Failure { problems } => {
            for problem in problems {
                println!("{}: {}", problem.field, problem.message);
            }
        }
    }
}
