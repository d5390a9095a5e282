//! Whether a household is entitled: one reading of the criteria for a population, a visitor and an explained answer.

mod changes;
mod quantities;

use std::borrow::Cow;

pub(super) use changes::a_year;
pub use changes::{Change, changes, claim_first};
pub use quantities::limit_is_known;

use super::{Adult, Comparison, Criterion, Fact, Regime, Right, Side};
use crate::algebra::{Amount, Count, Domain, Range, Ranges, Truth, Verdict};
use crate::benefits::Rights;
use crate::facts::{Facts, Unmet, Values};
use crate::household::Benefit;
use crate::units::Cents;

/// A criterion as it was found, with those inside it.
#[derive(Clone, Debug)]
pub struct Examined<'r> {
    /// The criterion.
    pub criterion: &'r Criterion,
    /// Whether it holds.
    pub truth: Verdict,
    /// What was compared, when it is a matter of amounts.
    pub compared: Option<Compared>,
    /// The first of the benefits asked for that is received.
    pub received: Option<Benefit>,
    /// The conditions of the RSA that nobody meets, when it is a matter of the RSA.
    pub unmet: Unmet,
    /// The criteria inside.
    pub of: Vec<Examined<'r>>,
}

/// An amount against its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The amount of the household.
    pub value: Range,
    /// The limit.
    pub limit: Range,
    /// By how much the amount must move to its side of the limit, to the cent; nothing to do when it is not positive.
    pub short: Range,
}

/// What a household is looked at with.
pub(super) struct Looked<'a, D: Domain> {
    pub(super) facts: &'a Facts<D>,
    pub(super) rights: &'a Rights<D>,
    pub(super) values: &'a Values,
}

/// What a reading of the criteria keeps besides the truth.
trait Keep<'r, D: Domain> {
    /// Whether criteria are read that no longer change the truth.
    const WHOLE: bool;
    /// A criterion begins.
    fn enter(&mut self, criterion: &'r Criterion);
    /// Amounts were compared, and the comparison decides where `decides` holds.
    fn compare(&mut self, value: D::Amount, limit: D::Amount, short: D::Amount, decides: D::Truth);
    /// A benefit of a list was looked for.
    fn look(&mut self, benefit: Benefit, received: D::Truth);
    /// The conditions of the RSA that nobody meets.
    fn fail(&mut self, _: Unmet) {}
    /// The criterion ends.
    fn leave(&mut self, truth: D::Truth);
}

/// Keeps nothing.
struct Truths;

impl<D: Domain> Keep<'_, D> for Truths {
    const WHOLE: bool = false;

    fn enter(&mut self, _: &Criterion) {}
    fn compare(&mut self, _: D::Amount, _: D::Amount, _: D::Amount, _: D::Truth) {}
    fn look(&mut self, _: Benefit, _: D::Truth) {}
    fn leave(&mut self, _: D::Truth) {}
}

/// Keeps the whole tree.
#[derive(Default)]
struct Tree<'r> {
    open: Vec<Examined<'r>>,
    done: Option<Examined<'r>>,
}

impl<'r> Keep<'r, Ranges> for Tree<'r> {
    const WHOLE: bool = true;

    fn enter(&mut self, criterion: &'r Criterion) {
        self.open.push(Examined {
            criterion,
            truth: Ranges::unsettled(),
            compared: None,
            received: None,
            unmet: Unmet::default(),
            of: Vec::new(),
        });
    }

    fn compare(&mut self, value: Range, limit: Range, short: Range, decides: Verdict) {
        match self.open.last_mut() {
            Some(examined) if decides != Verdict::No => examined.compared = Some(Compared { value, limit, short }),
            _ => {}
        }
    }

    fn look(&mut self, benefit: Benefit, received: Verdict) {
        if let Some(examined) = self.open.last_mut().filter(|_| received == Verdict::Yes) {
            examined.received.get_or_insert(benefit);
        }
    }

    fn fail(&mut self, unmet: Unmet) {
        if let Some(examined) = self.open.last_mut() {
            examined.unmet = unmet;
        }
    }

    fn leave(&mut self, truth: Verdict) {
        if let Some(mut examined) = self.open.pop() {
            examined.truth = truth;
            match self.open.last_mut() {
                Some(parent) => parent.of.push(examined),
                None => self.done = Some(examined),
            }
        }
    }
}

/// A criterion that looks at the household itself: a right, a benefit, an amount, an adult, a fact.
#[derive(Clone, Debug)]
pub struct Leaf<'r, D: Domain> {
    /// The criterion.
    pub criterion: &'r Criterion,
    /// Whether it holds.
    pub truth: D::Truth,
    /// The amount of the household and its limit, when it is a matter of amounts.
    pub compared: Option<(D::Amount, D::Amount)>,
}

/// Keeps the leaves, in the order of the criteria.
struct Leaves<'r, D: Domain> {
    compared: Option<(D::Amount, D::Amount)>,
    read: Vec<Leaf<'r, D>>,
    entered: Vec<&'r Criterion>,
}

impl<'r, D: Domain> Keep<'r, D> for Leaves<'r, D> {
    const WHOLE: bool = true;

    fn enter(&mut self, criterion: &'r Criterion) {
        self.entered.push(criterion);
    }

    fn compare(&mut self, value: D::Amount, limit: D::Amount, _: D::Amount, _: D::Truth) {
        self.compared = Some((value, limit));
    }

    fn look(&mut self, _: Benefit, _: D::Truth) {}

    fn leave(&mut self, truth: D::Truth) {
        let compared = self.compared.take();
        match self.entered.pop() {
            None | Some(Criterion::All(_) | Criterion::Any(_) | Criterion::Not(_)) => {}
            Some(criterion) => self.read.push(Leaf {
                criterion,
                truth,
                compared,
            }),
        }
    }
}

/// What criteria look at, one by one, with what was found.
pub fn leaves<'r, D: Domain>(
    criteria: &'r Criterion,
    facts: &Facts<D>,
    rights: &Rights<D>,
    values: &Values,
) -> Vec<Leaf<'r, D>> {
    let mut leaves = Leaves {
        compared: None,
        read: Vec::new(),
        entered: Vec::new(),
    };
    read(criteria, &Looked { facts, rights, values }, &mut leaves);
    leaves.read
}

/// Whether the criteria hold.
pub fn holds<D: Domain>(criteria: &Criterion, facts: &Facts<D>, rights: &Rights<D>, values: &Values) -> D::Truth {
    read(criteria, &Looked { facts, rights, values }, &mut Truths)
}

/// The same reading with the tree kept.
#[must_use]
pub fn examine<'r>(
    criteria: &'r Criterion,
    facts: &Facts<Ranges>,
    rights: &Rights<Ranges>,
    values: &Values,
) -> Examined<'r> {
    let mut tree = Tree::default();
    let truth = read(criteria, &Looked { facts, rights, values }, &mut tree);
    tree.done.unwrap_or(Examined {
        criterion: criteria,
        truth,
        compared: None,
        received: None,
        unmet: Unmet::default(),
        of: Vec::new(),
    })
}

/// Whether a household is entitled to a regime: its criteria hold and, when a home has it once only, no line has a
/// social tariff yet.
pub fn entitled<D: Domain>(regime: &Regime, facts: &Facts<D>, rights: &Rights<D>, values: &Values) -> D::Truth {
    let criteria = holds(&regime.criteria, facts, rights, values);
    if regime.one_per_household {
        criteria.and(facts.social_line.not())
    } else {
        criteria
    }
}

/// The same with the tree kept: under an `all`, the criteria and the line already there.
#[must_use]
pub fn examine_regime<'r>(
    regime: &'r Regime,
    facts: &Facts<Ranges>,
    rights: &Rights<Ranges>,
    values: &Values,
) -> Examined<'r> {
    let criteria = examine(&regime.criteria, facts, rights, values);
    if !regime.one_per_household {
        return criteria;
    }
    let line = examine(&NO_OTHER_LINE, facts, rights, values);
    Examined {
        criterion: &BOTH,
        truth: criteria.truth.and(line.truth),
        compared: None,
        received: None,
        unmet: Unmet::default(),
        of: vec![criteria, line],
    }
}

/// What "once per household" adds to the criteria.
static NO_OTHER_LINE: Criterion = Criterion::Not(Cow::Borrowed(&SOCIAL_LINE));
static SOCIAL_LINE: [Criterion; 1] = [Criterion::Fact(Fact::SocialLine)];
/// Stands for the criteria and [`NO_OTHER_LINE`] together: a regime has no such `all` of its own to point at.
static BOTH: Criterion = Criterion::All(Cow::Borrowed(&[]));

fn read<'r, D: Domain, K: Keep<'r, D>>(criterion: &'r Criterion, looked: &Looked<'_, D>, keep: &mut K) -> D::Truth {
    keep.enter(criterion);
    let yes = || D::Truth::from(true);
    let truth = match criterion {
        Criterion::All(list) => read_each(list, false, looked, keep),
        Criterion::Any(list) => read_each(list, true, looked, keep),
        Criterion::Not(list) => read_each(list, true, looked, keep).not(),
        Criterion::Right(right) => looked.right(*right, keep),
        Criterion::Receives(list) => looked.receives_any(list, keep),
        Criterion::Amount(comparison) => looked.compare(comparison, keep),
        Criterion::Adult(adult) => looked.adult(*adult),
        Criterion::Territory(list) => D::Truth::from(list.contains(&looked.facts.territory)),
        Criterion::Fact(Fact::CollectiveCable) => looked.facts.collective_cable,
        Criterion::Fact(Fact::FixedPhoneLine) => looked.facts.fixed_line,
        Criterion::Fact(Fact::SocialLine) => looked.facts.social_line,
        Criterion::Always => yes(),
        Criterion::NotComputable(_) => D::unsettled(),
    };
    keep.leave(truth);
    truth
}

/// Whether one of the criteria holds (`any`), or all of them: each is read until one settles it.
fn read_each<'r, D: Domain, K: Keep<'r, D>>(
    list: &'r [Criterion],
    any: bool,
    looked: &Looked<'_, D>,
    keep: &mut K,
) -> D::Truth {
    let mut truth = D::Truth::from(!any);
    for inner in list {
        let inner = read(inner, looked, keep);
        truth = if any { truth.or(inner) } else { truth.and(inner) };
        if truth.is(any) && !K::WHOLE {
            break;
        }
    }
    truth
}

impl<D: Domain> Looked<'_, D> {
    /// Each benefit is looked for until one is found.
    fn receives_any<'r, K: Keep<'r, D>>(&self, list: &[Benefit], keep: &mut K) -> D::Truth {
        let mut any = D::Truth::from(false);
        for benefit in list {
            let received = self.facts.receives(*benefit);
            keep.look(*benefit, received);
            any = any.or(received);
            if any.is(true) && !K::WHOLE {
                break;
            }
        }
        any
    }

    fn compare<'r, K: Keep<'r, D>>(&self, comparison: &Comparison, keep: &mut K) -> D::Truth {
        let value = self.quantity(comparison.of);
        let Some(limit) = self.limit(&comparison.limit, comparison.of.per()) else {
            return D::unsettled();
        };
        let cent = D::Amount::from(CENT);
        let (short, truth) = match comparison.is {
            Side::AtMost => (value - limit, value.at_most(limit)),
            Side::Below => (value - limit + cent, value.below(limit)),
            Side::AtLeast => (limit - value, limit.at_most(value)),
            Side::Above => (limit - value + cent, limit.below(value)),
        };
        keep.compare(value, limit, short, D::Truth::from(true));
        truth
    }

    /// A right is there when it is computed, or received: who receives it has shown more papers than we ask for.
    fn right<'r, K: Keep<'r, D>>(&self, right: Right, keep: &mut K) -> D::Truth {
        let Self { facts, rights, values } = self;
        let none = D::Amount::from(Cents::ZERO);
        let rsa = &rights.rsa;
        let received = facts.receives(Benefit::Rsa);
        // Where there is no part for those who earn, the socle is the RSA.
        let right = match right {
            Right::RsaSocle if !values.has_rsa_activite() => Right::Rsa,
            right => right,
        };
        match right {
            Right::Rsa => {
                keep.fail(facts.unmet);
                self.rsa_margin(keep);
                none.below(rsa.total).or(received)
            }
            Right::RsaSocle => {
                keep.fail(facts.unmet);
                let value = rsa.resources + rsa.flat_housing;
                let paid = D::Amount::from(values.minimum_paid.cents()) - self.earnings_kept();
                let short = value - rsa.guaranteed + paid.greater(D::Amount::from(CENT));
                keep.compare(value, rsa.guaranteed, short, rsa.entitled);
                self.has_socle()
            }
            Right::RsaActivite if !values.has_rsa_activite() => D::Truth::from(false),
            Right::RsaActivite => none.below(rsa.total).or(received).and(self.has_socle().not()),
            Right::PrimeActivite if values.has_rsa_activite() => D::Truth::from(false),
            Right::PrimeActivite => none
                .below(facts.prime_activite)
                .or(facts.receives(Benefit::PrimeActivite)),
        }
    }

    /// Until December 2015, who receives the RSA and earns has the part that the amounts say; who earns nothing has the socle.
    fn has_socle(&self) -> D::Truth {
        let none = D::Amount::from(Cents::ZERO);
        let received = self.facts.receives(Benefit::Rsa);
        none.below(self.rights.rsa.socle)
            .or(received.and(self.facts.earnings.at_most(none)))
    }

    /// What is deducted against the guaranteed amount: RSA is due when at least the minimum paid is left.
    fn rsa_margin<'r, K: Keep<'r, D>>(&self, keep: &mut K) {
        let rsa = &self.rights.rsa;
        let deducted = rsa.resources + rsa.flat_housing - self.earnings_kept();
        let paid = D::Amount::from(self.values.minimum_paid.cents());
        keep.compare(deducted, rsa.guaranteed, deducted - rsa.guaranteed + paid, rsa.entitled);
    }

    /// The share of earnings kept until December 2015 (CASF L262-2).
    fn earnings_kept(&self) -> D::Amount {
        match self.values.pente {
            Some(share) => self.facts.earnings.times(share.rate()),
            None => D::Amount::from(Cents::ZERO),
        }
    }

    fn adult(&self, adult: Adult) -> D::Truth {
        self.facts
            .described
            .iter()
            .fold(D::Truth::from(false), |any, described| {
                let mut fits = described.present;
                if let Some(least) = adult.age_at_least {
                    fits = fits.and(described.age.at_least(i64::from(least)));
                }
                if let Some(below) = adult.age_below {
                    fits = fits.and(described.age.at_least(i64::from(below)).not());
                }
                if let Some(jobseeker) = adult.jobseeker {
                    fits = fits.and(if jobseeker {
                        described.jobseeker
                    } else {
                        described.jobseeker.not()
                    });
                }
                any.or(fits)
            })
    }
}

const CENT: Cents = Cents::new(1);
