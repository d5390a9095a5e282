//! From a drawn household to what the rules look at, and the rules.

use super::data::{Assumptions, Base, margins};
use super::draw::{Activity, Drawn, Equipment, Housing};
use super::families::{Kind, RETIREMENT_BAND};
use super::model::Model;
use super::spending::post;
use crate::algebra::{Domain, Points};
use crate::benefits::rsa::{housing_deduction, montant_forfaitaire, of_persons};
use crate::benefits::{Rights, Scales, rights};
use crate::facts::{
    AdultFacts, Facts, NotComputable, Unmet, Values, YearOfAbatements, months_looked_at, units_by_head,
};
use crate::household::{Benefit, Territory};
use crate::law::{Clock, Known, params};
use crate::units::{Cents, Month};

/// The law of a month, read once for any number of households.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The month.
    pub month: Month,
    /// The dated values of the month.
    pub values: Values,
    scales: Scales,
    /// Incomes of the month over those of the base.
    pub(super) index: f64,
    /// Incomes of the twelve months that the complementary health cover looks at, over twelve times those of the month.
    twelve_months: f64,
    /// Incomes of two years before, which the tax notice and the family quotient are about, over those of the month.
    two_years_before: f64,
    /// Orange's ordinary telephone line, in euros a month.
    telephone_line: f64,
    abatements: YearOfAbatements,
    bmaf: f64,
    /// Family allowances: for two children, for each further one; complement; support for a lone parent's child.
    family: [f64; 4],
    amounts: [f64; 5],
    tax: [f64; 4],
}

/// A household and what the rules give it, before any regime.
#[derive(Clone, Debug)]
pub struct Judged<D: Domain = Points> {
    /// What the rules look at.
    pub facts: Facts<D>,
    /// What the benefits give.
    pub rights: Rights<D>,
}

impl Setting {
    /// The month whose law goes with the incomes of a base: October of its year.
    #[must_use]
    pub fn usual_month(base: Base) -> Month {
        Month::new(i32::from(base.year()), 10)
    }

    /// Reads the law.
    ///
    /// # Errors
    /// A month that the sources do not cover.
    pub fn new(base: Base, month: Month) -> Result<Self, NotComputable> {
        let at = |month: Month| {
            let clock = Clock { month, known_on: None };
            Values::at(clock, Territory::Metropolitan)
        };
        let values = at(month)?;
        let usual = at(Self::usual_month(base))?;
        let index = moved(&values, &usual, at)?;
        let first = Month::new(FIRST_INCOMES, 6);
        let mut twelve_months = 0.0;
        for month in months_looked_at(&values) {
            twelve_months += moved(&at(month.max(first))?, &usual, at)? / (12.0 * index);
        }
        let before = Month::new((month.year() - 2).max(FIRST_INCOMES), 10);
        let money = |known: Option<Known>| known.map_or(0.0, |known| known.cents().count() as f64 / 100.0);
        let rate = |known: Option<Known>| known.map_or(0.0, |known| known.rate().millionths() as f64 / 1e6);
        let clock = values.clock;
        Ok(Self {
            month,
            scales: Scales::at(&values),
            index,
            twelve_months,
            two_years_before: moved(&at(before)?, &usual, at)? / index,
            abatements: YearOfAbatements::at(&values),
            telephone_line: money(params::TELEPHONE_ABONNEMENT.at(clock)),
            bmaf: money(params::BMAF_MONTANT.at(clock)),
            family: [
                rate(params::AF_TAUX_DEUX_ENFANTS.at(clock)),
                rate(params::AF_TAUX_ENFANT_SUPPLEMENTAIRE.at(clock)),
                rate(params::CF_TAUX.at(clock)),
                rate(params::ASF_TAUX_UN_PARENT.at(clock)),
            ],
            amounts: base.of(&margins::AMOUNTS),
            tax: base.of(&margins::INCOME_TAX),
            values,
        })
    }

    /// The tax incomes that a month looks at, over those of the base.
    pub(super) fn tax_incomes(&self) -> f64 {
        self.index * self.two_years_before
    }

    /// Looks at a household with the rules of the benefits.
    #[must_use]
    pub fn judge(&self, model: &Model, drawn: &Drawn) -> Judged {
        let mut facts = self.facts(model, drawn);
        let rights = rights(&mut Points, &mut facts, &self.values, &self.scales);
        if let Some(cover) = &rights.c2s {
            // Those who receive RSA have the free cover without asking.
            let free = cover.free & (drawn.claims_health_cover | drawn.receives_rsa);
            receive(&mut facts, Benefit::C2sGratuite, free);
            let paying = cover.with_contribution & drawn.claims_health_cover;
            receive(&mut facts, Benefit::C2sParticipation, paying);
        }
        receive(
            &mut facts,
            Benefit::EnergyCheque,
            rights.energy_cheque.as_ref().is_some_and(|cheque| cheque.entitled),
        );
        Judged { facts, rights }
    }

    fn facts(&self, model: &Model, drawn: &Drawn) -> Facts<Points> {
        let x = drawn.living / model.median;
        let units = drawn.units as f64 / 10.0;
        let disposable = self.index * drawn.living * units / 12.0;
        let assumed = &model.assumptions;
        let [aah, aspa, prime, home, ass] = self.amounts.map(|amount| amount * assumed.benefit_amounts_times);
        let if_so = |receives: bool, amount: f64| if receives { self.index * amount } else { 0.0 };
        let around = assumed.housing_benefit_around(x) * model.housing_benefit_times;
        let housing_benefit = if_so(drawn.housing_benefit, home * around);
        let minimum = if_so(drawn.aah, aah) + if_so(drawn.aspa, aspa) + if_so(drawn.ass, ass);
        let receives_prime = drawn.prime_activite && Benefit::PrimeActivite.exists(self.month, Territory::Metropolitan);
        let prime_activite = if_so(receives_prime, prime);
        let family = self.family_benefits(drawn, x < assumed.family_complement_to);
        // Mean amounts may be more than somebody has: nobody receives more than the disposable income.
        let all = minimum + prime_activite + family + housing_benefit;
        let within = if all > disposable { disposable / all } else { 1.0 };
        let [minimum, prime_activite, family, housing_benefit] =
            [minimum, prime_activite, family, housing_benefit].map(|amount| amount * within);

        // A grown child, or one of several people, claims alone: the rest of the household keeps its own income.
        let alone = drawn.rsa.is_some() && drawn.minors == 0 && !matches!(drawn.kind, Kind::Single | Kind::Couple);
        let dependants = i64::from(drawn.minors);
        let couple = matches!(drawn.kind, Kind::Couple | Kind::CoupleWithChildren) && !alone;
        let adults = if couple { 2 } else { 1 };
        let lone_parent = drawn.kind == Kind::LoneParent && dependants > 0 && drawn.infant;
        let mut facts = Facts {
            territory: Territory::Metropolitan,
            adults,
            dependants,
            without_by_turns: None,
            // Who is of the age of the minimum pension claims that (CASF L262-10).
            unmet: Unmet::default(),
            entitled: drawn.rsa.is_some() || (drawn.band < RETIREMENT_BAND && (drawn.age >= 25 || dependants > 0)),
            lone_parent,
            earnings: Cents::ZERO,
            worked_lately: drawn.activity == Activity::Worker,
            other_income: Cents::ZERO,
            minimum_incomes: cents(minimum),
            family_benefits: cents(family),
            housing_benefit: cents(housing_benefit),
            housed_free: matches!(drawn.housing, Housing::Owner | Housing::LodgedFree),
            receives: [false; Benefit::ALL.len()],
            prime_activite: cents(prime_activite),
            health_cover_persons: i64::from(drawn.adults + drawn.minors + drawn.grown),
            health_cover_by_turns: None,
            resources_12_months: Cents::ZERO,
            rfr: Cents::ZERO,
            parts: parts(drawn),
            energy_units: units_by_head(i64::from(drawn.adults + drawn.minors + drawn.grown)),
            consumption_units: drawn.units,
            quotient_familial_caf: Cents::ZERO,
            disposable_income: cents(disposable),
            disposable_is_complete: true,
            pre_committed: cents(pre_committed(drawn) / 12.0 + housing_benefit),
            internet_price: Cents::ZERO,
            landline_price: Cents::ZERO,
            telecom_bills: cents(telecom(drawn)),
            described: described(drawn),
            persons: i64::from(drawn.adults + drawn.minors + drawn.grown),
            persons_without_income: dependants + i64::from(drawn.one_income && drawn.adults == 2),
            collective_cable: drawn.cable,
            fixed_line: drawn.equipment == Equipment::Offline,
            social_line: false,
        };
        if drawn.equipment == Equipment::Fixed {
            let share = model
                .internet_share
                .get(drawn.kind as usize)
                .copied()
                .unwrap_or_default();
            facts.internet_price = cents(telecom(drawn) * share);
        } else if drawn.equipment == Equipment::Offline {
            // The rest of the bills is that of mobile telephones.
            facts.landline_price = cents(telecom(drawn).min(self.telephone_line));
        }
        for (benefit, receives) in [
            (Benefit::Rsa, drawn.receives_rsa),
            (Benefit::PrimeActivite, receives_prime),
            (Benefit::Aah, drawn.aah),
            (Benefit::Aspa, drawn.aspa),
            (Benefit::Ass, drawn.ass),
            (Benefit::HousingBenefit, drawn.housing_benefit),
            (
                Benefit::UnemploymentBenefit,
                drawn.activity == Activity::Unemployed && drawn.rsa.is_none() && !drawn.ass,
            ),
        ] {
            receive(&mut facts, benefit, receives);
        }
        self.incomes(&mut facts, drawn, assumed, x);
        facts
    }

    /// Own resources. Those of the year are what the benefits leave of the disposable income, with the income tax put back.
    /// Those of the quarter that the RSA looks at are what it leaves to those drawn as eligible; the others have those of
    /// the year, never so little that the rules would find them eligible.
    fn incomes(&self, facts: &mut Facts<Points>, drawn: &Drawn, assumed: &Assumptions, x: f64) {
        let guaranteed = montant_forfaitaire(facts, &self.values);
        let benefits = facts.family_benefits + facts.minimum_incomes;
        let flat = of_persons::<Points>(facts.adults + facts.dependants, self.values.flat_housing_amounts);
        let room = (guaranteed - benefits - flat - self.values.minimum_paid.cents()).max(Cents::ZERO);
        let level = drawn.rsa.map(|level| cents(level * room.count() as f64 / 100.0));
        let rsa = match level {
            Some(level) if drawn.receives_rsa => {
                let housing = housing_deduction::<Points>(facts.housing_benefit, facts.housed_free, flat);
                guaranteed - benefits - level - housing
            }
            _ => Cents::ZERO,
        };
        let transfers = benefits + facts.housing_benefit + facts.prime_activite;
        let after = (facts.disposable_income - transfers - rsa).max(Cents::ZERO);
        let own = cents(after.count() as f64 / 100.0 * (1.0 + tax(&self.tax, x) * assumed.income_tax_times));
        let of_quarter = match level {
            Some(level) => level,
            None if facts.entitled || facts.lone_parent => own.max(guaranteed - benefits),
            None => own,
        };
        match drawn.activity {
            Activity::Worker => facts.earnings = of_quarter,
            _ => facts.other_income = of_quarter,
        }
        let counted = own + benefits;
        let [aah, aspa] = [Benefit::Aah, Benefit::Aspa].map(|benefit| facts.receives(benefit));
        let abated = self
            .abatements
            .of::<Points>([aah, aspa], facts.adults >= 2, facts.minimum_incomes);
        let year = cents(counted.count() as f64 / 100.0 * 12.0 * self.twelve_months);
        facts.resources_12_months = (year - abated).max(Cents::ZERO);
        let own_before = own.count() as f64 / 100.0 * self.two_years_before;
        facts.rfr = cents(own_before * 12.0 * assumed.taxable_over_paid * AFTER_DEDUCTION);
        let all = cents(own_before) + transfers;
        facts.quotient_familial_caf = all.ratio(100, caf_parts(drawn));
    }

    fn family_benefits(&self, drawn: &Drawn, modest: bool) -> f64 {
        let [two, further, complement, support] = self.family;
        let children = f64::from(drawn.minors);
        let mut rate = 0.0;
        if drawn.minors >= 2 {
            rate += two + further * (children - 2.0);
        }
        if drawn.minors >= 3 && modest {
            rate += complement;
        }
        if drawn.kind == Kind::LoneParent && drawn.rsa.is_some() {
            rate += support * children;
        }
        self.bmaf * rate
    }
}

/// Incomes of no earlier year are known.
const FIRST_INCOMES: i32 = 2009;

/// How much incomes moved from a month to another: as the poverty line, which follows them, as long as one of its own year is
/// published; beyond, as the base amount of the RSA.
fn moved(
    values: &Values,
    usual: &Values,
    at: impl Fn(Month) -> Result<Values, NotComputable>,
) -> Result<f64, NotComputable> {
    let ratio = |now: Cents, then: Cents| now.count() as f64 / then.count() as f64;
    let (Some(line), Some(usual_line)) = (values.poverty_line, usual.poverty_line) else {
        return Ok(ratio(values.montant_de_base, usual.montant_de_base));
    };
    let year = line.dated.from().month().year();
    let since = if year < values.clock.month.year() {
        ratio(values.montant_de_base, at(Month::new(year, 10))?.montant_de_base)
    } else {
        1.0
    };
    Ok(ratio(line.cents(), usual_line.cents()) * since)
}

/// What is left after the flat deduction for work expenses, or for pensions (CGI art. 83 and 158), whose bounds are not
/// looked at.
const AFTER_DEDUCTION: f64 = 0.9;

fn receive(facts: &mut Facts<Points>, benefit: Benefit, receives: bool) {
    if let Some(place) = facts.receives.get_mut(benefit.index()) {
        *place |= receives;
    }
}

/// Euros, none of them owed, to the nearest cent, the half upwards.
pub(super) fn cents(euros: f64) -> Cents {
    Cents::new((euros * 100.0 + 0.5) as i64)
}

/// Telecom bills, euros a month.
fn telecom(drawn: &Drawn) -> f64 {
    let [_, _, _, _, telecom, _, _] = drawn.spending;
    telecom / 12.0
}

/// Pre-committed spending a year (DREES definition, as far as it is drawn), rents net of housing benefit.
pub(super) fn pre_committed(drawn: &Drawn) -> f64 {
    let all: f64 = drawn.spending.iter().sum();
    all - drawn.spending.get(post::FUEL).copied().unwrap_or_default()
}

/// Straight lines between the four points of the margin, none below the first.
fn tax(rates: &[f64; 4], x: f64) -> f64 {
    let [first, second, third, last] = *rates;
    let between = |x0: f64, x1: f64, y0: f64, y1: f64| y0 + (y1 - y0) * ((x - x0) / (x1 - x0)).clamp(0.0, 1.0);
    if x < 1.2 {
        between(0.8, 1.2, first, second)
    } else if x < 2.0 {
        between(1.2, 2.0, second, third)
    } else {
        between(2.0, 4.0, third, last)
    }
}

/// Tax parts, in hundredths (CGI art. 194).
fn parts(drawn: &Drawn) -> i64 {
    let adults = if drawn.adults == 2 && drawn.kind != Kind::Other {
        200
    } else {
        100
    };
    let children = i64::from(drawn.minors);
    let lone = if drawn.kind == Kind::LoneParent && children > 0 {
        50
    } else {
        0
    };
    adults + lone + 50 * children.min(2) + 100 * (children - 2).max(0)
}

/// Parts of the family quotient of the CAF, in hundredths: two for the adults, whether one or two.
fn caf_parts(drawn: &Drawn) -> i64 {
    let children = i64::from(drawn.minors);
    200 + 50 * children.min(2) + 100 * i64::from(children >= 3) + 50 * (children - 3).max(0)
}

fn described(drawn: &Drawn) -> [AdultFacts<Points>; 2] {
    let looks = drawn.activity == Activity::Unemployed;
    let adult = |present: bool, jobseeker: bool| AdultFacts {
        present,
        age: i64::from(drawn.age),
        jobseeker: present && jobseeker,
    };
    [adult(true, looks), adult(drawn.adults == 2, false)]
}
