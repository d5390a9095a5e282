//! The engine behind the same trait as the naive implementation, through its public interface: a household as somebody
//! would describe it, checked, assessed, and the rule read in ranges.

use rust_decimal::Decimal;
use tarif_social::algebra::{Range, Ranges, Verdict, Whole};
use tarif_social::benefits::prime_activite::{PrimeActivite, PrimeValues};
use tarif_social::benefits::{prime_activite, rsa};
use tarif_social::facts::{Assessment, Treatment, Values, assess};
use tarif_social::household::{
    AmountInput, BenefitsInput, FamilyInput, FlowInput, Household, HouseholdInput, HousingInput, IncomeKind,
    IncomesInput, LineInput, MonthsInput, Period, PersonInput, Post, Role, ScalarInput, SpendingInput, Tenure,
    Territory,
};
use tarif_social::law::Clock;
use tarif_social::units::Month;

use crate::naive::{Case, Model, PersonAnswer, Rsa, RsaAnswer, case};

/// The engine, given everything exactly.
pub struct Engine;

impl Rsa for Engine {
    fn rsa(&self, case: &Case) -> RsaAnswer {
        answer(&describe(case), case.period).exact()
    }
}

/// Where the engine and the law as the naive implementation reads it are not equal to the cent.
pub fn disagreements(case: &Case) -> Vec<(String, Decimal, Decimal)> {
    // what a child who is not counted brings is not worked out by the engine
    let mut law = Model::LAW.rsa(case);
    for person in law.persons.iter_mut().filter(|person| !person.counted) {
        (person.from_work, person.other) = (Decimal::ZERO, Decimal::ZERO);
    }
    let pairs = Engine.rsa(case).fields().into_iter().zip(law.fields());
    pairs
        .map(|((name, ours), (_, theirs))| (name, ours, theirs))
        .filter(|(_, ours, theirs)| ours != theirs)
        .collect()
}

/// What the engine makes of a description: intervals where something is not known.
pub struct EngineAnswer {
    /// Applicant and partner, counted in the guaranteed amount or not.
    pub parents: usize,
    pub assessment: Assessment,
    pub rsa: rsa::Rsa<Ranges>,
    /// None in Mayotte.
    pub prime_activite: Option<Range>,
}

/// The prime of a household, with the values of its month.
pub fn prime(
    reading: &mut Ranges,
    household: &Household,
    values: &Values,
    assessment: &Assessment,
) -> PrimeActivite<Ranges> {
    prime_activite::of_household(reading, household, values, PrimeValues::at(values).as_ref(), assessment)
}

/// Asks the engine.
pub fn answer(input: &HouseholdInput, month: Month) -> EngineAnswer {
    let household = input.check(month).unwrap_or_else(|problems| panic!("{problems:?}"));
    let territory = household.territory.unwrap_or(Territory::Metropolitan);
    let values = Values::for_household(Clock { month, known_on: None }, territory).unwrap();
    let mut reading = Ranges::silent();
    let assessment = assess(&household, &values, &mut reading);
    let rsa = rsa::rsa(&mut reading, &assessment.facts, &values);
    let prime = prime(&mut reading, &household, &values, &assessment);
    EngineAnswer {
        parents: household.adults().count(),
        assessment,
        rsa,
        prime_activite: (territory != Territory::Mayotte).then_some(prime.total),
    }
}

impl EngineAnswer {
    /// The answer in the words of the naive implementation; everything must be settled.
    fn exact(&self) -> RsaAnswer {
        let Self {
            assessment,
            rsa,
            prime_activite,
            ..
        } = self;
        let facts = &assessment.facts;
        let [af, cf, paje, asf] = assessment.family.each().map(|benefit| euros(benefit.counted));
        RsaAnswer {
            persons: (0..assessment.counted_children.len())
                .map(|place| self.person(place))
                .collect(),
            dependants: usize::try_from(number(facts.dependants)).unwrap(),
            af,
            cf,
            paje,
            asf,
            minimum_incomes: euros(facts.minimum_incomes),
            resources: euros(rsa.resources),
            guaranteed: euros(rsa.guaranteed),
            increased: truth(facts.lone_parent),
            flat_housing: euros(rsa.flat_housing),
            socle: euros(rsa.socle),
            activite: euros(rsa.activite),
            total: euros(rsa.total),
            prime_activite: prime_activite.map(euros),
        }
    }

    /// What a counted person brings; nothing for a child who is not counted.
    fn person(&self, place: usize) -> PersonAnswer {
        let (mut from_work, mut other) = (Decimal::ZERO, Decimal::ZERO);
        let mut sick_pay_lines = 0;
        for line in self.assessment.lines.iter().filter(|line| line.person == place) {
            // Sick pay comes as two lines: the months counted as pay, then the others.
            sick_pay_lines += u8::from(line.kind == IncomeKind::SickPay);
            match line.treatment {
                Treatment::MinimumIncome => {}
                _ if line.as_earnings => from_work += euros(line.counted),
                _ => other += euros(line.counted),
            }
        }
        assert!(sick_pay_lines <= 2, "sick pay in more than two lines");
        let counted = place < self.parents || truth(self.assessment.counted_children[place]);
        PersonAnswer {
            counted,
            from_work,
            other,
        }
    }
}

fn euros(amount: Range) -> Decimal {
    Decimal::new(amount.exact().unwrap().count(), 2)
}

fn truth(verdict: Verdict) -> bool {
    match verdict {
        Verdict::Yes => true,
        Verdict::No => false,
        Verdict::Maybe(open) => panic!("not settled: {open:?}"),
    }
}

fn number(count: Whole) -> i64 {
    count.exact().unwrap()
}

/// The household as somebody who knows everything would describe it.
pub fn describe(case: &Case) -> HouseholdInput {
    let inputs = &case.inputs;
    let (housing, family) = (&inputs.housing, &inputs.family);
    let is_repaying = housing.status == case::Tenure::OwnerMortgage;
    let cost = if is_repaying {
        housing.monthly_housing_cost
    } else {
        Decimal::ZERO
    };
    let mut persons: Vec<PersonInput> = inputs
        .persons
        .iter()
        .map(|person| describe_person(case, person))
        .collect();
    persons[0].incomes.aspa = Some(FlowInput::Every(exactly(family.aspa)));
    // those of Mayotte are other benefits, which the engine wants declared: the cases there have none
    let none = (inputs.territory == case::Territory::Mayotte).then(|| exactly(Decimal::ZERO));
    HouseholdInput {
        territory: Some(match inputs.territory {
            case::Territory::Metropolitan => Territory::Metropolitan,
            case::Territory::Mayotte => Territory::Mayotte,
        }),
        persons,
        family: FamilyInput {
            recent_isolation: Some(family.recent_isolation),
            resources_n2: Some(exactly(family.n2_resources)),
            dual_earner_n2: Some(family.dual_earner_n2),
            allocations_familiales: none.clone(),
            complement_familial: none.clone(),
            paje_base: none.clone(),
            allocation_soutien_familial: none,
        },
        housing: HousingInput {
            tenure: Some(tenure(housing.status)),
            housing_benefit: Some(exactly(housing.housing_benefit)),
            ..HousingInput::default()
        },
        benefits: BenefitsInput {
            ada: Some(false), // nobody asks for asylum
            ..BenefitsInput::default()
        },
        spending: SpendingInput {
            complete: true,
            lines: vec![LineInput {
                post: Post::LoanInstalment,
                amount: exactly(cost),
                per: Period::Month,
            }],
        },
        ..HouseholdInput::default()
    }
}

fn tenure(status: case::Tenure) -> Tenure {
    match status {
        case::Tenure::Tenant => Tenure::Tenant,
        case::Tenure::TenantSocial => Tenure::SocialTenant,
        case::Tenure::TenantFurnished => Tenure::FurnishedTenant,
        case::Tenure::Owner => Tenure::Owner,
        case::Tenure::OwnerMortgage => Tenure::OwnerWithLoan,
        case::Tenure::Free => Tenure::LodgedFree,
        case::Tenure::FreeContributing => Tenure::LodgedSharingCosts,
        case::Tenure::Hostel => Tenure::Hostel,
        case::Tenure::Homeless => Tenure::Homeless,
    }
}

fn describe_person(case: &Case, person: &case::Person) -> PersonInput {
    let flow = |kind| {
        person.income.get(&kind).map(|months: &[Decimal; 5]| {
            let by_month = months
                .iter()
                .zip(-4..)
                .map(|(amount, offset)| (case.period.plus(offset).to_string(), exactly(*amount)));
            FlowInput::Months(MonthsInput {
                by_month: by_month.collect(),
                otherwise: Some(exactly(months[0])),
            })
        })
    };
    PersonInput {
        role: Some(match person.role {
            case::Role::Applicant => Role::Applicant,
            case::Role::Partner => Role::Partner,
            case::Role::Child => Role::Child,
        }),
        birth_date: Some(person.birth_date.to_string()),
        student: Some(person.student),
        on_leave: Some(person.on_leave),
        apprentice: Some(false),
        pregnant: Some(person.pregnant),
        shared_custody: Some(person.shared_custody),
        residence_condition: Some(person.residence_ok),
        regular_stay: Some(person.regular_stay),
        young_worker_hours: Some(person.young_hours_ok),
        incomes: IncomesInput {
            complete: true,
            net_wage: flow(case::Kind::NetWage),
            unemployment: flow(case::Kind::Unemployment),
            sick_pay: flow(case::Kind::SickPay),
            pension: flow(case::Kind::Pension),
            invalidity_pension: flow(case::Kind::InvalidityPension),
            alimony_received: flow(case::Kind::AlimonyReceived),
            alimony_paid: flow(case::Kind::AlimonyPaid),
            exceptional: flow(case::Kind::Exceptional),
            savings: Some(FlowInput::Every(exactly(person.savings))),
            aah: flow(case::Kind::Aah),
            ass: flow(case::Kind::Ass),
            ..IncomesInput::default()
        },
        ..PersonInput::default()
    }
}

/// An amount given exactly.
pub fn exactly(amount: Decimal) -> AmountInput {
    AmountInput::Exactly(ScalarInput(amount.to_string()))
}
