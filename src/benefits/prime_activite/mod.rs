//! Prime d'activité (CSS L841-1 and following), from January 2016: the mean of what is due for each month of the
//! reference quarter.
//!
//! Scope and what is left out: `README.md` in this folder.

mod quarter;
mod values;

pub use quarter::of_household;
pub use values::{MonthValues, PrimeValues};

use crate::algebra::{Amount, Count, Domain, Ranges, Truth, Unknowns};
use crate::benefits::rsa;
use crate::law::Known;
use crate::units::{Cents, Month, Rate};

/// What the prime looks at in a month of the reference quarter. Amounts of that month, in euros.
#[derive(Clone, Debug)]
pub struct MonthFacts<D: Domain> {
    /// The month.
    pub month: Month,
    /// Applicant and partner: 1 or 2.
    pub adults: D::Count,
    /// Dependants counted, as for the RSA.
    pub dependants: D::Count,
    /// An adult of 18 years and more who is French or has the permit (CSS L842-2).
    pub entitled: D::Truth,
    /// The conditions of the lone-parent increase are met (CSS L842-7).
    pub lone_parent: D::Truth,
    /// Whoever may earn something.
    pub earners: Vec<Earner<D>>,
    /// Other incomes of everybody, minimum incomes (AAH left out) and family benefits included.
    pub other_income: D::Amount,
    /// Housing benefit.
    pub housing_benefit: D::Amount,
    /// Housed without rent nor instalment.
    pub housed_free: D::Truth,
}

/// What a person earns in a month.
#[derive(Clone, Copy, Debug)]
pub struct Earner<D: Domain> {
    /// Earnings (CSS R844-1).
    pub earnings: D::Amount,
    /// Allowance for disabled adults.
    pub aah: D::Amount,
}

/// The prime d'activité of a month, in euros a month, before the CRDS.
#[derive(Clone, Debug)]
pub struct PrimeActivite<D: Domain> {
    /// What is due for each month of the reference quarter; empty when the prime could not be worked out, or nobody works.
    pub months: Vec<PrimeMonth<D>>,
    /// Somebody works, or the lone-parent increase applies (CSS L842-1, L842-2).
    pub active: D::Truth,
    /// What is due.
    pub total: D::Amount,
}

impl PrimeActivite<Ranges> {
    /// Allows for another household too, told apart by the questions in `open`.
    pub fn allow_for(&mut self, other: &Self, open: Unknowns) {
        self.active.allow_for(&other.active, open);
        self.total.allow_for(&other.total, open);
        if other.months.is_empty() {
            self.months.clear();
        }
        for (here, there) in self.months.iter_mut().zip(&other.months) {
            here.guaranteed.allow_for(&there.guaranteed, open);
            here.earnings.allow_for(&there.earnings, open);
            here.bonus.allow_for(&there.bonus, open);
            here.other_income.allow_for(&there.other_income, open);
            here.flat_housing.allow_for(&there.flat_housing, open);
            here.amount.allow_for(&there.amount, open);
        }
    }
}

/// What is due for a month of the reference quarter.
#[derive(Clone, Copy, Debug)]
pub struct PrimeMonth<D: Domain> {
    /// The month.
    pub month: Month,
    /// Guaranteed amount (montant forfaitaire), with the lone-parent increase when it is due.
    pub guaranteed: D::Amount,
    /// Earnings, the AAH of those who earn enough included.
    pub earnings: D::Amount,
    /// Bonuses of those who earn enough.
    pub bonus: D::Amount,
    /// Other incomes.
    pub other_income: D::Amount,
    /// Flat housing amount.
    pub flat_housing: D::Amount,
    /// What is due.
    pub amount: D::Amount,
}

/// CSS R843-1: the mean of the months, nothing below the minimum.
pub fn prime_activite<D: Domain>(
    reading: &mut D,
    months: &[(MonthFacts<D>, &MonthValues)],
    active: D::Truth,
    minimum_paid: Known,
) -> PrimeActivite<D> {
    let zero = D::Amount::from(Cents::ZERO);
    let months: Vec<PrimeMonth<D>> = months
        .iter()
        .map(|(facts, values)| {
            reading.about(Some(facts.month));
            month(reading, facts, values)
        })
        .collect();
    reading.about(None);
    let sum = months.iter().fold(zero, |sum, month| sum + month.amount);
    let mean = sum.ratio(1, i64::try_from(months.len()).unwrap_or(1));
    let paid = active.and(mean.below(D::Amount::from(minimum_paid.cents())).not());
    let total = reading.note("prime_activite.total", D::select(paid, mean, zero), &[minimum_paid]);
    PrimeActivite { months, active, total }
}

/// CSS L842-3: guaranteed amount, bonuses and the share of earnings kept, less the larger of all resources and of the
/// guaranteed amount.
fn month<D: Domain>(reading: &mut D, facts: &MonthFacts<D>, values: &MonthValues) -> PrimeMonth<D> {
    let zero = D::Amount::from(Cents::ZERO);
    let guaranteed = reading.note(
        "prime_activite.guaranteed",
        guaranteed(facts, &values.scale),
        &[values.scale.montant_de_base_source],
    );
    let scale = Scale::of(values);
    let (mut earnings, mut bonus, mut other_income) = (zero, zero, facts.other_income);
    let (mut lost, mut gained) = (zero, zero);
    for earner in &facts.earners {
        let enough = values.counts_aah(earner);
        let of_person = earner.earnings + D::select(enough, earner.aah, zero);
        other_income = other_income + D::select(enough, zero, earner.aah);
        earnings = earnings + of_person;
        bonus = bonus + scale.bonus(of_person);
        lost = lost + scale.lost(of_person);
        gained = gained + scale.gained(of_person);
    }
    let earnings = reading.note("prime_activite.earnings", earnings, &[values.share]);
    let bonus = reading.note("prime_activite.bonus", bonus, &values.bonus);
    let other_income = reading.note("prime_activite.other_income", other_income, &[]);
    let flat_housing = reading.note(
        "prime_activite.flat_housing",
        flat_housing(facts, &values.scale),
        &values.scale.flat_housing,
    );
    // guaranteed + bonus + share of earnings − the larger of (earnings + other income + flat housing) and guaranteed
    // is the smaller of these two, where earnings come once: an unknown wage cannot be high in one and low in the other.
    let above = guaranteed - other_income - flat_housing - lost;
    let amount = D::select(facts.entitled, above.lesser(gained).positive(), zero);
    PrimeMonth {
        month: facts.month,
        guaranteed,
        earnings,
        bonus,
        other_income,
        flat_housing,
        amount: reading.note("prime_activite.month", amount, &[]),
    }
}

fn guaranteed<D: Domain>(facts: &MonthFacts<D>, scale: &crate::facts::Values) -> D::Amount {
    let of = |adults: i64| facts.dependants.look_up(|children| rsa::scale(scale, adults, children));
    let lone = facts
        .dependants
        .look_up(|children| rsa::lone_parent_amount(scale, children));
    let usual = D::select(facts.adults.at_least(2), of(2), of(1));
    D::select(facts.lone_parent, lone, usual)
}

/// CSS R844-3: as for the RSA.
fn flat_housing<D: Domain>(facts: &MonthFacts<D>, scale: &crate::facts::Values) -> D::Amount {
    let persons = facts.adults + facts.dependants;
    let flat = rsa::of_persons::<D>(persons, scale.flat_housing_amounts);
    rsa::housing_deduction::<D>(facts.housing_benefit, facts.housed_free, flat)
}

/// What a person's earnings bring: functions that only go up with the earnings, cut in straight pieces, so that each keeps
/// a range of earnings exact.
struct Scale {
    /// Share kept.
    kept: Rate,
    /// Largest bonus (CSS D843-2), rounded to the cent.
    most: Cents,
    /// Earnings at which the bonus starts.
    start: Cents,
    /// Earnings between its start and its largest.
    span: Cents,
}

impl Scale {
    fn of(values: &MonthValues) -> Self {
        let [start, full, rate] = values.bonus;
        let start = values.hours_of_smic(start);
        Self {
            kept: values.share.rate(),
            most: values.scale.montant_de_base.times(rate.rate()),
            start,
            span: values.hours_of_smic(full) - start,
        }
    }

    /// CSS D843-2: nothing up to 59 hours of SMIC, then in proportion up to its largest.
    fn bonus<A: Amount>(&self, earnings: A) -> A {
        (earnings - A::from(self.start))
            .ratio(self.most.count(), self.span.count())
            .positive()
            .lesser(A::from(self.most))
    }

    /// Earnings, less the share kept, less the bonus.
    fn lost<A: Amount>(&self, earnings: A) -> A {
        let deducted = earnings.without(self.kept);
        let rising = self.rising(earnings, Rate::ONE.millionths() - self.kept.millionths(), -1);
        deducted.lesser(rising).greater(deducted - A::from(self.most))
    }

    /// The share kept and the bonus.
    fn gained<A: Amount>(&self, earnings: A) -> A {
        let kept = earnings.times(self.kept);
        let rising = self.rising(earnings, self.kept.millionths(), 1);
        kept.greater(rising).lesser(kept + A::from(self.most))
    }

    /// `share` of the earnings and (or less) the rising piece of the bonus, carried on below its start and beyond its
    /// largest; rounded once.
    fn rising<A: Amount>(&self, earnings: A, share: i64, sign: i64) -> A {
        let one = Rate::ONE.millionths();
        let most = self.most.count().saturating_mul(one).saturating_mul(sign);
        let slope = share.saturating_mul(self.span.count()).saturating_add(most);
        let at_start = Cents::new(most).multiplied(self.start.count());
        (earnings.ratio(slope, 1) - A::from(at_start)).ratio(1, self.span.count().saturating_mul(one))
    }
}
