//! Where this project follows the law and OpenFisca-France 176.1.8 does not.

use super::case::{Case, Kind, Person, Quarter};
use super::values;
use rust_decimal::Decimal;
use tarif_social::units::Month;

/// One rule on which the law and OpenFisca part, with its legal source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    LoneParentRatesBefore2016,
    PublishedRounding,
    ReferenceQuarter,
    PregnantUnder25,
    EighteenWithHours,
    YoungWorkersFromSeptember2010,
    PartnerWithoutPermit,
    LoneParentSoclePart,
    ChildToBeBorn,
    SickPayStop,
    InfantWage,
    PrimeClaimant,
    OneClaimant,
    MonthOfTheBirthday,
    PrimeValuesOfTheRight,
    PrimeWorkQuarter,
    SickPayReduced,
    SubstituteIncomes,
    ChildNotCounted,
    InterestOfSavings,
    BornTogether,
    AlimonyOfEachChild,
    PajeFrozen,
    AlimonyBefore2016,
}

impl Difference {
    pub const ALL: [Self; 24] = [
        Self::LoneParentRatesBefore2016,
        Self::PublishedRounding,
        Self::ReferenceQuarter,
        Self::PregnantUnder25,
        Self::EighteenWithHours,
        Self::YoungWorkersFromSeptember2010,
        Self::PartnerWithoutPermit,
        Self::LoneParentSoclePart,
        Self::ChildToBeBorn,
        Self::SickPayStop,
        Self::InfantWage,
        Self::PrimeClaimant,
        Self::OneClaimant,
        Self::MonthOfTheBirthday,
        Self::PrimeValuesOfTheRight,
        Self::PrimeWorkQuarter,
        Self::SickPayReduced,
        Self::SubstituteIncomes,
        Self::ChildNotCounted,
        Self::InterestOfSavings,
        Self::BornTogether,
        Self::AlimonyOfEachChild,
        Self::PajeFrozen,
        Self::AlimonyBefore2016,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::LoneParentRatesBefore2016 => "LONE_PARENT_RATES_BEFORE_2016",
            Self::PublishedRounding => "PUBLISHED_ROUNDING",
            Self::ReferenceQuarter => "REFERENCE_QUARTER",
            Self::PregnantUnder25 => "PREGNANT_UNDER_25",
            Self::EighteenWithHours => "EIGHTEEN_WITH_HOURS",
            Self::YoungWorkersFromSeptember2010 => "YOUNG_WORKERS_FROM_2010_09",
            Self::PartnerWithoutPermit => "PARTNER_WITHOUT_PERMIT",
            Self::LoneParentSoclePart => "LONE_PARENT_SOCLE_PART",
            Self::ChildToBeBorn => "CHILD_TO_BE_BORN",
            Self::SickPayStop => "SICK_PAY_STOP",
            Self::InfantWage => "INFANT_WAGE",
            Self::PrimeClaimant => "PRIME_CLAIMANT",
            Self::OneClaimant => "ONE_CLAIMANT",
            Self::MonthOfTheBirthday => "MONTH_OF_THE_BIRTHDAY",
            Self::PrimeValuesOfTheRight => "PRIME_VALUES_OF_THE_RIGHT",
            Self::PrimeWorkQuarter => "PRIME_WORK_QUARTER",
            Self::SickPayReduced => "SICK_PAY_REDUCED",
            Self::SubstituteIncomes => "SUBSTITUTE_INCOMES",
            Self::ChildNotCounted => "CHILD_NOT_COUNTED",
            Self::InterestOfSavings => "INTEREST_OF_SAVINGS",
            Self::BornTogether => "BORN_TOGETHER",
            Self::AlimonyOfEachChild => "ALIMONY_OF_EACH_CHILD",
            Self::PajeFrozen => "PAJE_FROZEN",
            Self::AlimonyBefore2016 => "ALIMONY_BEFORE_2016",
        }
    }

    /// What the law says, where, and what OpenFisca does instead.
    pub const fn source(self) -> &'static str {
        match self {
            Self::LoneParentRatesBefore2016 => {
                "amounts published for 2014-01 (641.17 and 213.72 per child) are 1.28412 and 0.42804 of the base from \
                 2009-06 (CASF R262-1); OpenFisca has 1.284 and 0.428 until 2015-12"
            }
            Self::PublishedRounding => {
                "published scales add increments rounded to the cent (couple with two children 2025-04: 1,357.70; flat \
                 housing for two 2014-01: 119.84); OpenFisca rounds only the allocations familiales"
            }
            Self::ReferenceQuarter => {
                "M-4 to M-2 from 2025-03 (CASF R262-7, décret 2025-185); OpenFisca stays at M-3 to M-1 unless asked"
            }
            Self::PregnantUnder25 => {
                "children born or to be born waive the age of 25 (CASF L262-4 1°); OpenFisca looks at those born"
            }
            Self::EighteenWithHours => "from 18 to 24 with the hours (CASF L262-7-1); OpenFisca wants more than 18",
            Self::YoungWorkersFromSeptember2010 => {
                "RSA jeune opens on 2010-09-01 (décret 2010-961); OpenFisca opens it in 2010-01"
            }
            Self::PartnerWithoutPermit => {
                "a partner without the nationality or the permit is not counted in the guaranteed amount (CASF L262-5, CSS \
                 R842-2); OpenFisca counts both"
            }
            Self::LoneParentSoclePart => {
                "the socle part is taken on the amount with the lone-parent increase (CASF L262-2, L262-9); OpenFisca's \
                 RSA activité subtracts the amount without it"
            }
            Self::ChildToBeBorn => {
                "a child is a dependant and opens the PAJE once born (CASF R262-1, CSS L531-3); OpenFisca counts one \
                 whose day of birth is still to come, by the scale of that day, which may not be there yet, and holds six \
                 months before it for five"
            }
            Self::SickPayStop => {
                "daily allowances stop when none is received any more (CASF R262-13); OpenFisca tests those counted with \
                 work and the others apart, so that passing from one to the other is a stop"
            }
            Self::InfantWage => {
                "a child under 3 opens the PAJE whatever is paid in its name (CSS L531-3); OpenFisca wants it without a \
                 wage above 55 % of the SMIC"
            }
            Self::PrimeClaimant => {
                "whoever claims the prime d'activité is 18 and has the permit in the month of the right (CSS L842-2, R842-2); \
                 OpenFisca is content with any member of the family for each, in each month of the quarter"
            }
            Self::OneClaimant => {
                "one person, who claims, meets the conditions of age, studies and permit together (CASF L262-4); OpenFisca is \
                 content with one adult for the age and another for the permit"
            }
            Self::MonthOfTheBirthday => {
                "a family benefit is due from the month after that in which a child reaches an age, and no longer in that in \
                 which it reaches the limit (CSS R552-2, R552-3, L552-1 before 2015); OpenFisca looks at the age on the first day"
            }
            Self::PrimeValuesOfTheRight => {
                "a new value is for the primes due from its date on, whatever the quarter (décrets 2018-836, 2025-292, 2026-222), \
                 and the bonus of 2018 for the primes paid from February 2019 on (décret 2018-1197); OpenFisca gives each \
                 month of the quarter the values of that month"
            }
            Self::PrimeWorkQuarter => {
                "work is looked for in the reference quarter (CSS R842-2), M-4 to M-2 from 2025-03; OpenFisca stays at M-3 to \
                 M-1 for that condition, even when asked to move the quarter"
            }
            Self::SickPayReduced => {
                "daily allowances stand for work, however long they were paid: once they stop and nothing replaces them, they \
                 are left out whole (CASF R262-13, first paragraph); OpenFisca reduces by the base amount those that it \
                 counts with the rest"
            }
            Self::SubstituteIncomes => {
                "an invalidity pension or the ASS replaces an income that stops (CASF R262-13: no substitute income); OpenFisca \
                 looks for unemployment benefit, daily allowances and pensions alone"
            }
            Self::ChildNotCounted => {
                "the resources of the members of the household count, all of them (CASF L262-3, CSS L842-3), and a child whose \
                 resources reach a limit is none (CASF R262-3); OpenFisca leaves the AAH and the ASS out of that limit, deducts \
                 them from the RSA of the parents all the same, and all the incomes of the child from their prime d'activité"
            }
            Self::InterestOfSavings => {
                "the interest of savings books counts as it is, in the month in which it is received (CASF R262-7; Conseil d'État, \
                 14 June 2017, 401637, and 11 February 2022, 449400), and 3 % of capital that yields nothing (CASF R132-1); \
                 the cases of OpenFisca count 3 % of the savings, a twelfth each month"
            }
            Self::BornTogether => {
                "each child of a multiple birth opens a base allowance of the PAJE (CSS L531-3, L532-1); OpenFisca gives one to the \
                 family"
            }
            Self::AlimonyOfEachChild => {
                "the ASF of a child is what its own alimony lacks, and the RSA counts a share of the BMAF at most for each child \
                 of whom it is due (CSS L523-1, CASF R262-10-1); OpenFisca takes the alimony of all off the ASF of all"
            }
            Self::PajeFrozen => {
                "the PAJE of children born before April 2018 stays at its amount of April 2013 (loi 2013-1203, art. 74; instruction \
                 DSS/SD2B/2019/65); OpenFisca lets it follow the BMAF from April 2018 on"
            }
            Self::AlimonyBefore2016 => {
                "the ASF that completes an alimony paid in full is due from April 2016 on (CSS L523-1 I 4°, loi 2015-1702, art. 44); \
                 OpenFisca gives the difference in every year"
            }
        }
    }

    /// Whether a household could show it at all, judged from its description alone.
    pub fn may_concern(self, case: &Case) -> bool {
        let lone = !case.is_couple();
        let before_2016 = case.period < Month::new(2016, 1);
        let young_with_hours = |from: i32, below: i32| {
            case.parents().any(|parent| {
                parent.young_hours_ok && (from * 12..below * 12).contains(&parent.birth_date.age_in_months(case.period))
            })
        };
        match self {
            Self::LoneParentRatesBefore2016 | Self::LoneParentSoclePart => lone && before_2016,
            Self::PublishedRounding => true,
            Self::ReferenceQuarter => case.period >= Month::new(2025, 3) && case.quarter == Quarter::Previous,
            Self::PregnantUnder25 => case
                .parents()
                .any(|parent| parent.birth_date.age_in_months(case.period) < 25 * 12),
            Self::EighteenWithHours => young_with_hours(18, 19),
            Self::YoungWorkersFromSeptember2010 => young_with_hours(18, 25) && case.period.year() == 2010,
            // not born yet, or at least in some month of the quarter the prime d'activité is worked out on
            Self::ChildToBeBorn => case
                .children()
                .any(|child| child.birth_date.age_in_months(case.period) < 4),
            Self::SickPayStop | Self::SickPayReduced => case
                .inputs
                .persons
                .iter()
                .any(|person| person.income.contains_key(&Kind::SickPay)),
            Self::InfantWage => case.children().any(|child| {
                child.birth_date.age_in_months(case.period) < 36 && child.income.contains_key(&Kind::NetWage)
            }),
            Self::PrimeClaimant => {
                let is_of_age = |parent: &Person| parent.birth_date.age_in_months(case.period.plus(-4)) >= 18 * 12;
                !case.parents().any(|parent| parent.residence_ok && is_of_age(parent))
            }
            // a birthday in the month, or in one of the quarter the prime d'activité is worked out on
            Self::MonthOfTheBirthday => case.children().any(|child| {
                let months = case.period.since(child.birth_date.month());
                [0, 3, 20, 21]
                    .iter()
                    .any(|years| (0..5).contains(&(months - years * 12)))
            }),
            // a value that changed in the quarter, or since
            Self::PrimeValuesOfTheRight => {
                let first = |month: Month| {
                    (
                        values::at(values::PRIME_BASE, month),
                        values::at(values::PRIME_RATES, month),
                    )
                };
                !before_2016 && (1..5).any(|back| first(case.period.plus(-back)) != first(case.period))
            }
            Self::SubstituteIncomes => case.inputs.persons.iter().any(|person| {
                [Kind::InvalidityPension, Kind::Ass]
                    .iter()
                    .any(|kind| person.income.contains_key(kind))
            }),
            Self::ChildNotCounted => case.children().any(|child| !child.income.is_empty()),
            Self::BornTogether => case.children().any(|child| {
                let same = |other: &&Person| other.birth_date == child.birth_date;
                child.birth_date.age_in_months(case.period) < 41 && case.children().filter(same).count() > 1
            }),
            Self::AlimonyOfEachChild => {
                lone && case
                    .children()
                    .any(|child| child.income.contains_key(&Kind::AlimonyReceived))
            }
            // in the month, or in one of the quarter of the prime d'activité
            Self::PajeFrozen => {
                (Month::new(2018, 4)..Month::new(2021, 8)).contains(&case.period)
                    && case
                        .children()
                        .any(|child| child.birth_date.month() < Month::new(2018, 4))
            }
            Self::AlimonyBefore2016 => {
                lone && case.period < Month::new(2016, 8)
                    && case
                        .inputs
                        .persons
                        .iter()
                        .any(|person| person.income.contains_key(&Kind::AlimonyReceived))
            }
            Self::InterestOfSavings => case.inputs.persons.iter().any(|person| person.savings > Decimal::ZERO),
            Self::PrimeWorkQuarter => case.period >= Month::new(2025, 3),
            Self::PartnerWithoutPermit | Self::OneClaimant => case.parents().any(|parent| !parent.residence_ok),
        }
    }
}

/// The law, except on the rules where OpenFisca is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Model(u32);

impl Model {
    /// The law on every rule: what the engine must answer.
    pub const LAW: Self = Self(0);
    /// OpenFisca on every rule.
    pub const OPENFISCA: Self = Self((1 << Difference::ALL.len()) - 1);

    /// Follows OpenFisca on `rule` as well.
    pub const fn with(self, rule: Difference) -> Self {
        Self(self.0 | 1 << rule as u32)
    }

    /// Follows the law on `rule`.
    pub const fn without(self, rule: Difference) -> Self {
        Self(self.0 & !(1 << rule as u32))
    }

    /// Whether it follows OpenFisca on `rule`.
    pub const fn departs(self, rule: Difference) -> bool {
        self.0 & 1 << rule as u32 != 0
    }
}
