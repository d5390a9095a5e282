//! From the widget's answers to what the rules look at.

use crate::algebra::{Amount, Count, Domain, Truth};
use crate::facts::{AdultFacts, Facts, Unmet, Values, units_by_head};
use crate::household::bounds::{FAMILY_BENEFIT, PRIME_ACTIVITE, YEARLY};
use crate::household::{Benefit, Territory};
use crate::law::{DatedValue, Known, Parameter, params};
use crate::units::{Cents, Rate};

/// What an answer of the form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Yes or no.
    Truth,
    /// A whole number between two bounds.
    Count(i64, i64),
    /// An amount in cents, from nothing to this.
    Amount(i64),
}

impl Kind {
    /// The lowest and the highest answer.
    #[must_use]
    pub const fn bounds(self) -> (i64, i64) {
        match self {
            Self::Truth => (0, 1),
            Self::Count(low, high) => (low, high),
            Self::Amount(high) => (0, high),
        }
    }
}

/// Where a row's answers come from: the visitor, a random draw, or the names of the variables of a program.
pub trait Answers<D: Domain> {
    /// The answer to the question at this place of [`INPUTS`].
    fn truth(&mut self, place: usize) -> D::Truth;
    /// See [`Answers::truth`].
    fn count(&mut self, place: usize) -> D::Count;
    /// See [`Answers::truth`].
    fn amount(&mut self, place: usize) -> D::Amount;
}

macro_rules! inputs {
    ($($(#[$doc:meta])* $name:ident: $type:ident by $read:ident = $kind:expr;)+) => {
        /// The answers of the short form.
        #[derive(Clone, Debug)]
        pub struct Row<D: Domain> {
            $($(#[$doc])* pub $name: D::$type,)+
        }

        /// Each question: its name, and what answers it.
        pub const INPUTS: &[(&str, Kind)] = &[$((stringify!($name), $kind)),+];

        impl<D: Domain> Row<D> {
            /// A row of these answers.
            pub fn of(answers: &mut impl Answers<D>) -> Self {
                let mut places = 0..;
                let mut place = || places.next().unwrap_or_default();
                Self { $($name: answers.$read(place()),)+ }
            }
        }
    };
}

/// As many as the full page takes.
const MOST_DEPENDANTS: i64 = 13;

/// A hundred thousand euros a month: products with rates stay below 2^52, where JavaScript's numbers are exact.
const MONTHLY: Kind = Kind::Amount(10_000_000);

inputs! {
    /// Applicant and partner.
    adults: Count by count = Kind::Count(1, 2);
    /// Children under 3.
    infants: Count by count = Kind::Count(0, MOST_DEPENDANTS);
    /// Children from 3 to 13 years old.
    children: Count by count = Kind::Count(0, MOST_DEPENDANTS);
    /// Children and other dependants from 14 to 24, without resources.
    grown: Count by count = Kind::Count(0, MOST_DEPENDANTS);
    /// Age of the applicant, in years.
    age: Count by count = Kind::Count(0, 120);
    /// The applicant is a student or an unpaid trainee.
    student: Truth by truth = Kind::Truth;
    /// Age of the partner.
    partner_age: Count by count = Kind::Count(0, 120);
    /// The partner is a student or an unpaid trainee.
    partner_student: Truth by truth = Kind::Truth;
    /// One of the adults is French, or has the permit the RSA asks for.
    residence: Truth by truth = Kind::Truth;
    /// One of the adults is pregnant.
    pregnant: Truth by truth = Kind::Truth;
    /// A child lives by turns with both parents.
    shared_custody: Truth by truth = Kind::Truth;
    /// Alone with a child for less than 18 months.
    recent_isolation: Truth by truth = Kind::Truth;
    /// Net wages and self-employed profits of everybody, the same every month for a year.
    wages: Amount by amount = MONTHLY;
    /// Unemployment benefit, pensions, alimony and the like, the same every month for a year.
    other_income: Amount by amount = MONTHLY;
    /// Savings whose yield is not taxed, as they stand.
    savings: Amount by amount = Kind::Amount(100_000_000);
    /// AAH, ASS, ASI and ASPA, the same every month for a year.
    minimum_incomes: Amount by amount = MONTHLY;
    /// Housing benefit.
    housing_benefit: Amount by amount = MONTHLY;
    /// Neither rent nor instalment.
    housed_free: Truth by truth = Kind::Truth;
    /// RSA received.
    rsa: Truth by truth = Kind::Truth;
    /// Prime d'activité received.
    prime_activite: Truth by truth = Kind::Truth;
    /// AAH received.
    aah: Truth by truth = Kind::Truth;
    /// ASS received.
    ass: Truth by truth = Kind::Truth;
    /// ASPA received.
    aspa: Truth by truth = Kind::Truth;
    /// ASI received.
    asi: Truth by truth = Kind::Truth;
    /// Any other benefit a regime may name.
    other_benefit: Truth by truth = Kind::Truth;
    /// A line of the household has a social tariff already.
    social_line: Truth by truth = Kind::Truth;
    /// Reference tax income, a year.
    rfr: Amount by amount = Kind::Amount(YEARLY.count());
    /// Family quotient of the CAF, a month.
    quotient: Amount by amount = MONTHLY;
    /// Monthly price of the internet access.
    internet: Amount by amount = Kind::Amount(1_000_000);
}

impl<D: Domain> Row<D> {
    /// What the rules look at. What the form does not ask is left open between bounds.
    pub fn facts(&self, values: &Values) -> Facts<D> {
        let zero = D::Amount::from(Cents::ZERO);
        let dependants = self.dependants();
        let persons = self.adults + dependants;
        let couple = self.adults.at_least(2);
        // Nothing, but in the months after December: a form this short does not tell them apart.
        let interest = between::<D>(zero, self.savings.ratio(highest_rate(), 3_000_000));
        let alone = couple.not();
        // Family benefits are not asked: anything up to the most the law can give.
        let most = self.most_family_benefits(values);
        let [counted, received, without_paje] =
            [most.counted, most.received, most.without_paje].map(|most| between::<D>(zero, most));
        let monthly = self.wages + self.other_income + self.minimum_incomes + self.housing_benefit;
        let unsettled = D::unsettled();
        // The RSA counts half of what a child by turns adds, which depends on its rank: the full page works it out.
        let by_turns = self.shared_custody.and(unsettled).not();
        // One of the two may have the permit, and a lone parent may need none of five years: the full page asks.
        let unless = |open: D::Truth| self.residence.or(open.and(unsettled)).and(by_turns);
        let mut receives = [unsettled; Benefit::ALL.len()];
        for (place, benefit) in receives.iter_mut().zip(Benefit::ALL) {
            *place = self.receives(*benefit);
        }
        Facts {
            territory: values.territory,
            adults: self.adults,
            dependants,
            without_by_turns: None,
            unmet: Unmet::default(),
            entitled: self.entitled(values, dependants).and(unless(couple)),
            lone_parent: alone
                .and(D::Truth::from(values.increases_lone_parents()))
                .and(self.pregnant.or(dependants.at_least(1)))
                .and(self.infants.at_least(1).or(self.recent_isolation).or(self.pregnant))
                .and(unless(alone)),
            earnings: self.wages,
            worked_lately: zero.below(self.wages),
            other_income: self.other_income + interest,
            minimum_incomes: self.minimum_incomes,
            family_benefits: counted,
            housing_benefit: self.housing_benefit,
            housed_free: self.housed_free,
            receives,
            prime_activite: between::<D>(zero, D::Amount::from(PRIME_ACTIVITE)),
            health_cover_persons: persons,
            health_cover_by_turns: None,
            resources_12_months: self.or_more_by_turns(self.resources_12_months(values, without_paje)),
            rfr: self.or_more_by_turns(self.rfr),
            parts: persons.convert(|_| 100),
            energy_units: persons.convert(units_by_head),
            consumption_units: self.adults.convert(|adults| 5 + 5 * adults)
                + (self.infants + self.children).convert(|children| 3 * children)
                + self.grown.convert(|grown| 5 * grown),
            quotient_familial_caf: self.quotient,
            disposable_income: monthly + received,
            disposable_is_complete: D::Truth::from(false),
            pre_committed: zero,
            internet_price: self.internet,
            landline_price: zero,
            telecom_bills: self.internet,
            described: [
                described(D::Truth::from(true), self.age),
                described(couple, self.partner_age),
            ],
            persons,
            persons_without_income: dependants,
            collective_cable: unsettled,
            fixed_line: unsettled,
            social_line: self.social_line,
        }
    }

    /// Children and other dependants, as many as a household may have.
    fn dependants(&self) -> D::Count {
        (self.infants + self.children + self.grown).convert(|count| count.min(MOST_DEPENDANTS))
    }

    /// A child by turns counts half in the units of the energy cheque (code de l'énergie R124-1) and in the ceiling of the
    /// health cover (CSS R861-3), which depends on its place: the income set against them is at least what it would be
    /// without, and the full page asks.
    fn or_more_by_turns(&self, income: D::Amount) -> D::Amount {
        let open = self.shared_custody.and(D::unsettled());
        D::select(open, D::Amount::from(YEARLY), income)
    }

    /// CASF L262-4, but for the permit: an adult of 25, or with a child born or to be born, or the young worker's hours,
    /// which are not asked; not a student.
    fn entitled(&self, values: &Values, dependants: D::Count) -> D::Truth {
        let no = D::Truth::from(false);
        let adult = |age: D::Count, student: D::Truth| {
            let young = values.young_age.map_or(no, |least| age.at_least(least.number()));
            let opened = age
                .at_least(values.claimant_age.number())
                .or(dependants.at_least(1))
                .or(self.pregnant)
                .or(young.and(D::unsettled()));
            student.not().and(opened)
        };
        let partner = self
            .adults
            .at_least(2)
            .and(adult(self.partner_age, self.partner_student));
        adult(self.age, self.student).or(partner)
    }

    fn receives(&self, benefit: Benefit) -> D::Truth {
        match benefit {
            Benefit::Rsa => self.rsa,
            Benefit::PrimeActivite => self.prime_activite,
            Benefit::Aah => self.aah,
            Benefit::Ass => self.ass,
            Benefit::Aspa => self.aspa,
            Benefit::Asi => self.asi,
            _ => self.other_benefit.and(D::unsettled()),
        }
    }
}

/// What the family benefits can come to at most, in euros a month.
struct Family<D: Domain> {
    /// What the RSA counts of them.
    counted: D::Amount,
    /// All of them.
    received: D::Amount,
    /// What the health cover counts: not the base allowance of the PAJE.
    without_paje: D::Amount,
}

impl<D: Domain> Row<D> {
    /// The children's ages and last year's incomes are not asked: each benefit is taken at its highest rate.
    fn most_family_benefits(&self, values: &Values) -> Family<D> {
        let zero = D::Amount::from(Cents::ZERO);
        let clock = values.clock;
        let money = |parameter: &'static Parameter| parameter.at(clock).map_or(Cents::ZERO, Known::cents);
        let bmaf = money(&params::BMAF_MONTANT);
        let share = |parameter: &'static Parameter| {
            parameter
                .at(clock)
                .map_or(Cents::ZERO, |known| bmaf.times(known.rate()))
        };

        let children = self.dependants();
        // Overseas has its own family allowances and supplement, Mayotte its own of everything: not worked out.
        let unknown_allowances = values.territory != Territory::Metropolitan;
        let unknown_all = values.territory == Territory::Mayotte;
        let any = |amount: Cents| children.look_up(|count| if count == 0 { Cents::ZERO } else { amount });
        let allowances = if unknown_allowances {
            any(FAMILY_BENEFIT + FAMILY_BENEFIT)
        } else {
            children.look_up(|count| match count {
                ..2 => Cents::ZERO,
                _ => {
                    share(&params::AF_TAUX_DEUX_ENFANTS)
                        + share(&params::AF_TAUX_ENFANT_SUPPLEMENTAIRE).multiplied(count - 2)
                }
            }) + children.look_up(|count| match count {
                ..3 => Cents::ZERO,
                // Each may be in the year of the flat allowance.
                _ => {
                    share(&params::CF_TAUX).max(share(&params::CF_TAUX_MAJORE))
                        + share(&params::AF_TAUX_ALLOCATION_FORFAITAIRE).multiplied(count)
                }
            })
        };
        let increases = children.look_up(|count| match count {
            ..2 => Cents::ZERO,
            _ => share(&params::AF_TAUX_MAJORATION_AGE).multiplied(count),
        });
        let support = |most: Cents| {
            D::select(
                self.adults.at_least(2),
                zero,
                children.look_up(|count| most.multiplied(count)),
            )
        };
        let rate = share(&params::ASF_TAUX_UN_PARENT);
        let counted = match params::RSA_PLAFOND_ASF_UN_PARENT.at(clock) {
            Some(share) => bmaf.times(share.rate()).min(rate),
            None => rate,
        };
        let (paje, support, counted_support) = if unknown_all {
            (any(FAMILY_BENEFIT), any(FAMILY_BENEFIT), any(FAMILY_BENEFIT))
        } else {
            let most = PAJE.iter().map(|parameter| money(parameter)).max().unwrap_or_default();
            let paje = self
                .infants
                .look_up(|count| if count == 0 { Cents::ZERO } else { most });
            (paje, support(rate), support(counted))
        };
        let without_paje = allowances + increases + support;
        Family {
            counted: allowances + counted_support + paje,
            received: without_paje + paje,
            without_paje,
        }
    }

    /// CSS L861-2, R861-4 to R861-10: as in `facts::health_cover`, with what the form does not tell apart left open.
    fn resources_12_months(&self, values: &Values, family: D::Amount) -> D::Amount {
        let zero = D::Amount::from(Cents::ZERO);
        // CSS R861-8: 30 % off the wages of whoever is on sick leave, out of work, on the ASS or in training.
        let stopped = zero
            .below(self.other_income)
            .or(zero.below(self.minimum_incomes))
            .and(D::unsettled());
        let wages = match params::C2S_ABATTEMENT_CHOMAGE.at(values.clock) {
            Some(abatement) => D::select(stopped, self.wages.without(abatement.rate()), self.wages),
            None => self.wages,
        };
        let untaxed = values
            .untaxed_interest()
            .map_or(Rate::default(), |_| Rate::new(highest_rate()));
        // The monthly abatement on AAH, ASI and ASPA goes by who receives which: it is not told.
        let minimum = between::<D>(zero, self.minimum_incomes);
        (wages + self.other_income + minimum + family).ratio(12, 1) + between::<D>(zero, self.savings.times(untaxed))
    }
}

/// The highest rate of savings books, in millionths a year.
fn highest_rate() -> i64 {
    let rates = params::LIVRET_A_TAUX.values.iter();
    rates.filter_map(DatedValue::scaled).max().unwrap_or_default()
}

/// Anything between the two.
fn between<D: Domain>(least: D::Amount, most: D::Amount) -> D::Amount {
    D::select(D::unsettled(), most, least)
}

fn described<D: Domain>(present: D::Truth, age: D::Count) -> AdultFacts<D> {
    AdultFacts {
        present,
        age,
        jobseeker: D::unsettled(),
    }
}

/// The base allowance of the PAJE, by birth of the youngest.
const PAJE: [&Parameter; 2] = [
    &params::PAJE_BASE_NE_AVANT_2018_04,
    &params::PAJE_BASE_NE_DEPUIS_2018_04,
];
