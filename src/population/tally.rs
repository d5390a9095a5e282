//! What is counted while households go by: whole numbers only, so that the tallies of any pieces of a population, made in
//! any order by any number of workers, add up to the same.

use super::draw::{Drawn, PLACE_NAMES, Source};
use super::facts::{Judged, Setting};
use super::model::Model;
use crate::algebra::{Domain, Points, Ranges, Truth};
use crate::facts::Values;
use crate::regimes::bill::bill;
use crate::regimes::evaluate::{entitled, holds};
use crate::regimes::{Criterion, Regime, Words};
use crate::units::Cents;

/// A way of grouping households, and the names of its groups.
pub type Grouping = (&'static str, &'static [&'static str]);

/// The groupings, in the order in which they are shown.
pub static GROUPINGS: [Grouping; 7] = [
    ("all", &["all"]),
    ("tenth", &["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10"]),
    ("type", &["single", "lone_parent", "couple", "couple_children", "other"]),
    ("age", &["18_29", "30_49", "50_64", "65_up"]),
    (
        "tenure",
        &[
            "owner",
            "owner_with_loan",
            "social_tenant",
            "private_tenant",
            "lodged_free",
        ],
    ),
    ("place", &PLACE_NAMES),
    ("activity", &["worker", "unemployed", "inactive", "retired"]),
];

/// Place among [`GROUPINGS`] of the grouping whose one group is everybody.
pub const EVERYBODY: usize = 0;

/// Groups in all.
const GROUPS: usize = 34;
/// A number for each group, and one for the rows of a file that does not say theirs: nobody reads it.
type ByGroup<T> = [T; GROUPS + 1];

/// Shares of income above which the internet bill is counted as heavy, in hundredths.
pub const EFFORTS: [i64; 2] = [2, 3];

/// A reading whose amounts can be counted when they are known: a drawn household has no other, a row of a file may.
pub trait Told: Domain {
    /// The amount, when it is known to the cent.
    fn told(amount: Self::Amount) -> Option<Cents>;
}

impl Told for Points {
    fn told(amount: Cents) -> Option<Cents> {
        Some(amount)
    }
}

impl Told for Ranges {
    fn told(amount: Self::Amount) -> Option<Cents> {
        amount.exact()
    }
}

/// A household as it is counted.
#[derive(Clone, Debug)]
pub struct Counted<D: Domain = Points> {
    /// Its group in each grouping; none where a file does not say.
    pub groups: [Option<usize>; 7],
    /// Its weight, in thousandths.
    pub weight: u64,
    /// Its standard of living is below the poverty line.
    pub poor: bool,
    /// What the rules look at, and what the benefits give.
    pub judged: Judged<D>,
}

impl Counted {
    /// A drawn household, with weight one.
    #[must_use]
    pub fn of(model: &Model, setting: &Setting, drawn: &Drawn) -> Self {
        let age = match drawn.age {
            ..30 => 0,
            30..50 => 1,
            50..65 => 2,
            _ => 3,
        };
        Self {
            groups: [
                0,
                drawn.tenth,
                drawn.kind as usize,
                age,
                drawn.housing as usize,
                drawn.place,
                drawn.activity as usize,
            ]
            .map(Some),
            weight: 1000,
            poor: drawn.living < model.poverty_line,
            judged: setting.judge(model, drawn),
        }
    }
}

/// What is counted of the households of a group, whatever the regimes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Households that were looked at, without their weights.
    pub rows: u64,
    /// Households, in thousandths.
    pub households: u64,
    /// Of which poor.
    pub poor: u64,
    /// Whose internet bill takes more of their income than each of [`EFFORTS`].
    pub heavy: [u64; 2],
    /// Whose internet bill is not known.
    pub without_bill: u64,
    /// Whose pre-committed spending is not known.
    pub without_left: u64,
}

/// What is counted of the households of a group that a regime covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Covered {
    /// Households, in thousandths.
    pub households: u64,
    /// Of which poor.
    pub poor: u64,
    /// Of which pay less with the regime.
    pub saving_households: u64,
    /// Whose saving cannot be told: it counts for nothing below.
    pub unpriced: u64,
    /// What they save a year, in thousandths of a cent.
    pub saving: i128,
    /// What they have left a year after pre-committed spending, in thousandths of a cent.
    pub left: i128,
    /// Whose internet bill no longer takes more of their income than each of [`EFFORTS`].
    pub relieved: [u64; 2],
}

/// Households for which a regime cannot tell, in thousandths: what a file does not say may decide either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Undetermined {
    /// Households.
    pub households: u64,
    /// Of which poor.
    pub poor: u64,
}

/// Two regimes on the same households, in thousandths. Those for which one of the two cannot tell are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Versus {
    /// Covered by the first, not by the second.
    pub only_first: u64,
    /// Save more with the first.
    pub gain_more: u64,
    /// Of the households looked at for reasons, covered by the first alone: how many.
    pub examined: u64,
    /// Of these, how many each criterion of the second alone keeps out.
    pub kept_out: Vec<u64>,
}

/// Everything that is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    counts: Box<ByGroup<Count>>,
    /// Sum of the squared weights, in millionths.
    squares: i128,
    /// By regime.
    covered: Vec<ByGroup<Covered>>,
    /// By regime; a drawn population has none.
    undetermined: Vec<ByGroup<Undetermined>>,
    /// By first regime, then second.
    versus: Vec<Versus>,
    regimes: usize,
}

/// The regimes that are compared, with their criteria one by one.
#[derive(Clone, Debug)]
pub struct Compared<'r> {
    /// The regimes, in the order in which they are shown.
    pub regimes: Vec<&'r Regime>,
    leaves: Vec<Vec<&'r Criterion>>,
    untold: Vec<Option<Words>>,
}

impl<'r> Compared<'r> {
    /// Regimes side by side, over the households of a file.
    #[must_use]
    pub fn new(regimes: Vec<&'r Regime>) -> Self {
        Self::untold(regimes, |regime| regime.criteria.not_computable().cloned())
    }

    /// The same over simulated households, which do not have all that rules look at.
    #[must_use]
    pub fn drawn(regimes: Vec<&'r Regime>, setting: &Setting) -> Self {
        Self::untold(regimes, |regime| setting.untold(regime))
    }

    fn untold(regimes: Vec<&'r Regime>, why: impl Fn(&Regime) -> Option<Words>) -> Self {
        Self {
            leaves: regimes.iter().map(|regime| leaves(&regime.criteria)).collect(),
            untold: regimes.iter().map(|regime| why(regime)).collect(),
            regimes,
        }
    }

    /// Why a regime has no figure, when nothing tells whom it covers.
    #[must_use]
    pub fn not_computable(&self, regime: usize) -> Option<&Words> {
        self.untold.get(regime)?.as_ref()
    }

    /// The criteria of a regime without any inside, in the order in which they are written.
    #[must_use]
    pub fn leaves(&self, regime: usize) -> &[&'r Criterion] {
        self.leaves.get(regime).map_or(&[], Vec::as_slice)
    }
}

/// The criteria without any inside.
pub(super) fn leaves(criterion: &Criterion) -> Vec<&Criterion> {
    match criterion {
        Criterion::All(list) | Criterion::Any(list) | Criterion::Not(list) => list.iter().flat_map(leaves).collect(),
        leaf => vec![leaf],
    }
}

/// The truth of a tree, given that of each leaf in the order in which they are written.
fn truth<T: Truth>(criterion: &Criterion, leaves: &mut impl Iterator<Item = T>) -> T {
    // Every leaf is taken, whether it still decides or not, so that the next one is in its place.
    match criterion {
        Criterion::All(list) => list
            .iter()
            .fold(T::from(true), |all, inner| all.and(truth(inner, leaves))),
        Criterion::Any(list) => list
            .iter()
            .fold(T::from(false), |any, inner| any.or(truth(inner, leaves))),
        Criterion::Not(list) => list
            .iter()
            .fold(T::from(false), |any, inner| any.or(truth(inner, leaves)))
            .not(),
        _ => leaves.next().unwrap_or(T::from(false)),
    }
}

impl Tally {
    /// Nothing counted yet.
    #[must_use]
    pub fn new(compared: &Compared<'_>) -> Self {
        let regimes = compared.regimes.len();
        let versus = (0..regimes).flat_map(|_| 0..regimes).map(|second| Versus {
            kept_out: vec![0; compared.leaves(second).len()],
            ..Versus::default()
        });
        Self {
            counts: Box::new([Count::default(); GROUPS + 1]),
            squares: 0,
            covered: vec![[Covered::default(); GROUPS + 1]; regimes],
            undetermined: vec![[Undetermined::default(); GROUPS + 1]; regimes],
            versus: versus.collect(),
            regimes,
        }
    }

    /// Counts simulated households `first` to `end`, `end` left out; `every`: one household in so many is examined for
    /// what keeps it out.
    pub fn draw(
        &mut self,
        compared: &Compared<'_>,
        model: &Model,
        setting: &Setting,
        seed: u64,
        range: core::ops::Range<u64>,
        every: u64,
    ) {
        let mut source = Source::new(seed, range.start);
        let mut next = range.start.next_multiple_of(every);
        for place in range {
            let counted = Counted::of(model, setting, &model.draw(&mut source));
            let examine = place == next;
            self.add(compared, &setting.values, &counted, examine);
            if examine {
                next += every;
            }
        }
    }

    /// Counts a household.
    pub fn add<D: Told>(&mut self, compared: &Compared<'_>, values: &Values, household: &Counted<D>, examine: bool) {
        let Judged { facts, rights } = &household.judged;
        let weight = household.weight;
        self.squares += i128::from(weight) * i128::from(weight);
        let poor = if household.poor { weight } else { 0 };
        let income = D::told(facts.disposable_income);
        let internet = D::told(facts.internet_price);
        let left = D::told(facts.disposable_income - facts.pre_committed);
        // A bill held to a share of income is rounded to the cent: so is the share it is compared with.
        let limits = EFFORTS.map(|effort| income.map(|income| income.ratio(effort, 100)));
        let heavy = limits.map(|limit| limit.is_some() && limit < internet);
        let groups = places(&household.groups);
        for group in groups {
            if let Some(count) = self.counts.get_mut(group) {
                count.rows += 1;
                count.households += weight;
                count.poor += poor;
                for (sum, heavy) in count.heavy.iter_mut().zip(heavy) {
                    *sum += if heavy { weight } else { 0 };
                }
                count.without_bill += if internet.is_none() { weight } else { 0 };
                count.without_left += if left.is_none() { weight } else { 0 };
            }
        }
        // Most comparisons are of a few regimes: what is not there is not written anew for each household.
        let (mut few, mut many);
        let verdicts: &mut [Cents] = if self.regimes <= FEW_REGIMES {
            few = [OUT; FEW_REGIMES];
            &mut few
        } else {
            many = [OUT; MOST_REGIMES];
            &mut many
        };
        for (place, (regime, saved)) in compared.regimes.iter().zip(&mut *verdicts).enumerate() {
            let entitled = entitled(regime, facts, rights, values);
            if entitled.is(true) {
                let bill = bill(regime, facts, rights, values);
                *saved = bill.map_or(Cents::ZERO, |bill| D::told(bill.saving_year).unwrap_or(UNPRICED));
            } else if !entitled.is(false) {
                *saved = UNTOLD;
                for group in groups {
                    if let Some(sum) = self.undetermined.get_mut(place).and_then(|sums| sums.get_mut(group)) {
                        sum.households += weight;
                        sum.poor += poor;
                    }
                }
            }
        }
        let left = left.unwrap_or_default().multiplied(12);
        let left = i128::from(left.count()) * i128::from(weight);
        let by_regime = self.versus.chunks_mut(self.regimes.max(1));
        let by_regime = by_regime.zip(&mut self.covered);
        for (verdict, (versus, sums)) in verdicts.iter().zip(by_regime) {
            if *verdict == OUT || *verdict == UNTOLD {
                continue;
            }
            let saved = if *verdict == UNPRICED { Cents::ZERO } else { *verdict };
            let after = internet.unwrap_or_default() - saved.divided(12);
            let mut covered = Covered {
                households: weight,
                poor,
                saving_households: if saved > Cents::ZERO { weight } else { 0 },
                unpriced: if *verdict == UNPRICED { weight } else { 0 },
                saving: i128::from(saved.count()) * i128::from(weight),
                left,
                relieved: [0; 2],
            };
            if heavy.contains(&true) {
                for ((relieved, heavy), limit) in covered.relieved.iter_mut().zip(heavy).zip(limits) {
                    *relieved = if heavy && Some(after) <= limit { weight } else { 0 };
                }
            }
            for group in groups {
                if let Some(sum) = sums.get_mut(group) {
                    sum.add(&covered);
                }
            }
            for (other, versus) in verdicts.iter().zip(versus) {
                versus.gain_more += weight * u64::from(saved > (*other).max(Cents::ZERO));
                versus.only_first += weight * u64::from(*other == OUT);
            }
        }
        if examine {
            self.examine(compared, values, household, verdicts);
        }
    }

    /// For each regime that leaves the household out, which single criterion, were it otherwise, would let it in; counted
    /// beside each regime that covers it.
    fn examine<D: Domain>(
        &mut self,
        compared: &Compared<'_>,
        values: &Values,
        household: &Counted<D>,
        verdicts: &[Cents],
    ) {
        let Judged { facts, rights } = &household.judged;
        let weight = household.weight;
        let covers = |verdict: &Cents| *verdict != OUT && *verdict != UNTOLD;
        let (mut found, mut lets_in) = (Vec::new(), Vec::new());
        for (second, (regime, verdict)) in compared.regimes.iter().zip(verdicts).enumerate() {
            if *verdict != OUT {
                continue;
            }
            let of = |leaf: &&Criterion| holds(leaf, facts, rights, values);
            found.clear();
            found.extend(compared.leaves(second).iter().map(of));
            lets_in.clear();
            lets_in.extend((0..found.len()).map(|turned| {
                let mut leaves = found.iter().enumerate();
                let mut leaves = core::iter::from_fn(|| {
                    leaves
                        .next()
                        .map(|(place, holds)| if place == turned { holds.not() } else { *holds })
                });
                truth(&regime.criteria, &mut leaves).is(true)
            }));
            for (first, verdict) in verdicts.iter().take(self.regimes).enumerate() {
                let versus = self.versus.get_mut(first * self.regimes + second);
                if let Some(versus) = versus.filter(|_| covers(verdict)) {
                    versus.examined += weight;
                    for (count, lets_in) in versus.kept_out.iter_mut().zip(&lets_in) {
                        *count += if *lets_in { weight } else { 0 };
                    }
                }
            }
        }
    }

    /// Adds what another tally of the same regimes counted.
    pub fn merge(&mut self, other: &Self) {
        self.squares += other.squares;
        for (sum, count) in self.counts.iter_mut().zip(other.counts.iter()) {
            sum.rows += count.rows;
            sum.households += count.households;
            sum.poor += count.poor;
            for (sum, count) in sum.heavy.iter_mut().zip(count.heavy) {
                *sum += count;
            }
            sum.without_bill += count.without_bill;
            sum.without_left += count.without_left;
        }
        for (sum, covered) in self.covered.iter_mut().flatten().zip(other.covered.iter().flatten()) {
            sum.add(covered);
        }
        for (sum, undetermined) in self
            .undetermined
            .iter_mut()
            .flatten()
            .zip(other.undetermined.iter().flatten())
        {
            sum.households += undetermined.households;
            sum.poor += undetermined.poor;
        }
        for (sum, versus) in self.versus.iter_mut().zip(&other.versus) {
            sum.only_first += versus.only_first;
            sum.gain_more += versus.gain_more;
            sum.examined += versus.examined;
            for (sum, count) in sum.kept_out.iter_mut().zip(&versus.kept_out) {
                *sum += count;
            }
        }
    }

    /// Shows every number of a drawn population, where nothing is unknown; each may be changed.
    pub(super) fn visit(&mut self, see: &mut impl FnMut(&mut i128)) {
        let mut count = |number: &mut u64| {
            let mut wide = i128::from(*number);
            see(&mut wide);
            *number = u64::try_from(wide).unwrap_or_default();
        };
        for of in self.counts.iter_mut() {
            [&mut of.rows, &mut of.households, &mut of.poor]
                .into_iter()
                .for_each(&mut count);
            of.heavy.iter_mut().for_each(&mut count);
        }
        for of in self.covered.iter_mut().flatten() {
            [&mut of.households, &mut of.poor, &mut of.saving_households]
                .into_iter()
                .for_each(&mut count);
            of.relieved.iter_mut().for_each(&mut count);
        }
        for of in &mut self.versus {
            [&mut of.only_first, &mut of.gain_more, &mut of.examined]
                .into_iter()
                .for_each(&mut count);
            of.kept_out.iter_mut().for_each(&mut count);
        }
        see(&mut self.squares);
        for of in self.covered.iter_mut().flatten() {
            see(&mut of.saving);
            see(&mut of.left);
        }
    }

    /// Households of equal weight that would be as precise as those counted (Kish): the square of the sum of the weights over
    /// the sum of their squares; none when nothing was counted.
    #[must_use]
    pub fn effective_size(&self) -> f64 {
        let sum = self.count(EVERYBODY, 0).households as f64;
        if self.squares > 0 {
            sum * sum / self.squares as f64
        } else {
            0.0
        }
    }

    /// What was counted in a group: by grouping and place in it.
    #[must_use]
    pub fn count(&self, grouping: usize, group: usize) -> Count {
        self.counts.get(start(grouping) + group).copied().unwrap_or_default()
    }

    /// What was counted of those a regime covers, in a group.
    #[must_use]
    pub fn covered(&self, regime: usize, grouping: usize, group: usize) -> Covered {
        let groups = self.covered.get(regime);
        groups
            .and_then(|groups| groups.get(start(grouping) + group))
            .copied()
            .unwrap_or_default()
    }

    /// Those of a group for which a regime cannot tell.
    #[must_use]
    pub fn undetermined(&self, regime: usize, grouping: usize, group: usize) -> Undetermined {
        let groups = self.undetermined.get(regime);
        groups
            .and_then(|groups| groups.get(start(grouping) + group))
            .copied()
            .unwrap_or_default()
    }

    /// Two regimes side by side.
    #[must_use]
    pub fn versus(&self, first: usize, second: usize) -> Option<&Versus> {
        self.versus.get(first * self.regimes + second)
    }
}

/// So many regimes are compared without room for the most.
const FEW_REGIMES: usize = 12;

/// The most regimes that one comparison holds: all the built-in ones, with their variants, and as many again.
pub const MOST_REGIMES: usize = 96;

// What stands in the place of a yearly saving: no saving is more than what cannot be told.
/// Not covered.
const OUT: Cents = Cents::new(-1);
/// The regime cannot tell.
const UNTOLD: Cents = Cents::new(i64::MAX);
/// Covered, but the saving cannot be told.
const UNPRICED: Cents = Cents::new(i64::MAX - 1);

impl Covered {
    fn add(&mut self, other: &Self) {
        self.households += other.households;
        self.poor += other.poor;
        self.saving_households += other.saving_households;
        self.unpriced += other.unpriced;
        self.saving += other.saving;
        self.left += other.left;
        if other.relieved != [0; 2] {
            for (sum, count) in self.relieved.iter_mut().zip(other.relieved) {
                *sum += count;
            }
        }
    }
}

/// Where the groups of a grouping begin.
fn start(grouping: usize) -> usize {
    GROUPINGS.iter().take(grouping).map(|(_, groups)| groups.len()).sum()
}

/// The places of a household in a [`ByGroup`].
fn places(groups: &[Option<usize>; 7]) -> [usize; 7] {
    let mut start = 0;
    let mut places = [GROUPS; 7];
    for ((place, group), (_, names)) in places.iter_mut().zip(groups).zip(&GROUPINGS) {
        if let Some(group) = group {
            *place = start + group;
        }
        start += names.len();
    }
    places
}

#[cfg(test)]
mod tests {
    use super::super::{Activity, Housing, Kind};
    use super::*;

    #[test]
    fn the_groups_are_those_of_the_households() {
        assert_eq!(start(GROUPINGS.len()), GROUPS);
        let names = |grouping: usize| GROUPINGS[grouping].1.to_vec();
        assert_eq!(names(2), Kind::ALL.map(Kind::name));
        assert_eq!(names(4), Housing::ALL.map(Housing::name));
        assert_eq!(names(6), Activity::ALL.map(Activity::name));
    }
}
