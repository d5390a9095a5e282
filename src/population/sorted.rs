//! Households in the order in which a rising threshold lets them in, as a whole and piece by piece.

use super::figures::{Intervals, REPLICATES, moved};
use crate::units::{Cents, Rate};

/// A household, and the threshold from which it is in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// In millionths of the threshold as the regime has it.
    pub at: i64,
    /// What it would save a year.
    pub saving: Cents,
    /// In thousandths.
    pub weight: u64,
    /// Below the poverty line.
    pub poor: bool,
    /// Its piece of the population.
    pub piece: usize,
}

/// Whom something is counted over.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// Everybody.
    All,
    /// A piece of the population, a small population by itself: its place among [`REPLICATES`].
    Piece(usize),
}

/// Those looked at, covered or not, in thousandths.
#[derive(Clone, Copy, Debug, Default)]
struct Looked {
    households: u64,
    poor: u64,
}

impl Looked {
    fn add(&mut self, weight: u64, poor: bool) {
        self.households += weight;
        self.poor += if poor { weight } else { 0 };
    }
}

/// What the households let in come to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    /// In thousandths.
    pub households: u64,
    /// In thousandths.
    pub poor: u64,
    /// In thousandths of a cent a year.
    pub saving: i128,
}

impl Sum {
    fn add(&mut self, entry: &Entry) {
        self.households += entry.weight;
        self.poor += if entry.poor { entry.weight } else { 0 };
        self.saving += i128::from(entry.saving.count()) * i128::from(entry.weight);
    }

    /// What a higher threshold adds to it.
    pub fn up_to(self, raised: Self) -> Self {
        Self {
            households: raised.households - self.households,
            poor: raised.poor - self.poor,
            saving: raised.saving - self.saving,
        }
    }
}

/// A threshold, in millionths of that of the regime, and whom it lets in.
pub(super) type Reached = (i64, Sum);

/// Households under one hypothesis.
#[derive(Clone, Debug)]
pub(super) struct Sorted {
    entries: Vec<Entry>,
    /// Places among `entries` of those of each piece.
    pieces: Vec<Vec<u32>>,
    whole: Looked,
    of_pieces: [Looked; REPLICATES],
    /// Sum of the squared weights, in millionths.
    squares: i128,
    /// Those of a file of whom it cannot be told from which threshold they are in, or what they save, in thousandths.
    pub undetermined: u64,
    /// Real households that a household of weight one stands for.
    weight: f64,
}

impl Sorted {
    /// Nobody yet.
    pub fn new(weight: f64) -> Self {
        Self {
            entries: Vec::new(),
            pieces: Vec::new(),
            whole: Looked::default(),
            of_pieces: Default::default(),
            squares: 0,
            undetermined: 0,
            weight,
        }
    }

    /// Looks at a household, whatever the threshold.
    pub fn look(&mut self, weight: u64, poor: bool, piece: usize) {
        self.whole.add(weight, poor);
        if let Some(of) = self.of_pieces.get_mut(piece) {
            of.add(weight, poor);
        }
        self.squares += i128::from(weight) * i128::from(weight);
    }

    /// Keeps one that some threshold lets in.
    pub fn keep(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// Puts them in order, once all are kept.
    pub fn sort(&mut self) {
        self.entries.sort_unstable_by_key(|entry| entry.at);
        self.pieces = vec![Vec::new(); REPLICATES];
        for (place, entry) in (0..).zip(&self.entries) {
            if let Some(piece) = self.pieces.get_mut(entry.piece) {
                piece.push(place);
            }
        }
    }

    /// Shows each threshold that lets somebody of a part in, from the lowest, as long as `see` says to go on.
    // Not generic: it would be compiled anew for every search.
    pub fn walk(&self, part: Part, see: &mut dyn FnMut(Reached) -> bool) {
        match part {
            Part::All => step(self.entries.iter(), see),
            Part::Piece(piece) => {
                let places = self.pieces.get(piece).into_iter().flatten();
                step(places.filter_map(|place| self.entries.get(*place as usize)), see);
            }
        }
    }

    /// The threshold that lets everybody in.
    pub fn last(&self) -> Option<i64> {
        self.entries.last().map(|entry| entry.at)
    }

    /// Those whom each of these thresholds, from the lowest, lets in.
    pub fn at_each(&self, part: Part, thresholds: &[i64]) -> Vec<Reached> {
        let mut reached: Vec<Reached> = thresholds.iter().map(|at| (*at, Sum::default())).collect();
        let (mut next, mut last) = (0, Sum::default());
        self.walk(part, &mut |(at, sum)| {
            while let Some(passed) = reached.get_mut(next).filter(|passed| passed.0 < at) {
                passed.1 = last;
                next += 1;
            }
            last = sum;
            next < reached.len()
        });
        reached.iter_mut().skip(next).for_each(|beyond| beyond.1 = last);
        reached
    }

    /// Those whom a threshold lets in.
    pub fn at(&self, part: Part, threshold: i64) -> Sum {
        let reached = self.at_each(part, &[threshold]);
        reached.first().map_or(Sum::default(), |(_, sum)| *sum)
    }

    /// The highest threshold whose yearly cost stays within a budget, in euros.
    pub fn within(&self, part: Part, budget: f64, take_up: Rate) -> Option<Reached> {
        let mut found = None;
        self.walk(part, &mut |(at, sum)| {
            let affordable = self.cost(part, &sum, take_up) <= budget;
            if affordable {
                found = Some((at, sum));
            }
            affordable
        });
        found
    }

    /// The cheapest threshold that covers a share of the poor, and enough households.
    pub fn reaching(&self, part: Part, share: f64, enough: &dyn Fn(u64) -> bool) -> Option<Reached> {
        let mut found: Option<Reached> = None;
        let mut poor = 0;
        self.walk(part, &mut |(at, sum)| {
            let more = sum.poor > poor;
            poor = sum.poor;
            match &found {
                // More of the poor for the same money.
                Some((_, last)) if sum.saving > last.saving => return false,
                None if self.poor_covered(part, &sum) < share || !enough(self.whole_for(part, sum.households)) => {}
                _ if more => found = Some((at, sum)),
                _ => {}
            }
            true
        });
        found
    }

    /// The thresholds that none beats, from the cheapest: none covers as many of the poor for less, or more of them for as
    /// much. Every threshold is looked at.
    pub fn unbeaten(&self) -> Vec<Reached> {
        let mut unbeaten: Vec<Reached> = Vec::new();
        self.walk(Part::All, &mut |(at, sum)| {
            match unbeaten.last_mut() {
                Some((_, last)) if sum.poor <= last.poor => {}
                // More of the poor for the same money.
                Some(last) if sum.saving <= last.1.saving => *last = (at, sum),
                _ => unbeaten.push((at, sum)),
            }
            true
        });
        unbeaten
    }

    fn looked(&self, part: Part) -> Looked {
        match part {
            Part::All => self.whole,
            Part::Piece(piece) => self.of_pieces.get(piece).copied().unwrap_or_default(),
        }
    }

    /// How many times a part goes into the whole.
    fn parts_of_whole(&self, part: Part) -> f64 {
        match part {
            Part::All => 1.0,
            Part::Piece(_) => self.whole.households as f64 / self.looked(part).households as f64,
        }
    }

    fn whole_for(&self, part: Part, thousandths: u64) -> u64 {
        (thousandths as f64 * self.parts_of_whole(part)) as u64
    }

    /// Real households that so many thousandths of a part stand for, were everybody like the part.
    pub fn stands_for(&self, part: Part, thousandths: u64) -> f64 {
        self.weight * self.parts_of_whole(part) * thousandths as f64 / 1000.0
    }

    /// Simulated households, or rows of a file, of equal weight that so many thousandths come to, as if those counted had
    /// weights as uneven as all of them (Kish).
    pub fn effective(&self, thousandths: u64) -> f64 {
        thousandths as f64 * self.whole.households as f64 / self.squares as f64
    }

    /// Poor households looked at, as so many of equal weight.
    pub fn poor(&self) -> f64 {
        self.effective(self.whole.poor)
    }

    /// Yearly cost, in euros.
    pub fn cost(&self, part: Part, sum: &Sum, take_up: Rate) -> f64 {
        let rate = take_up.millionths() as f64 / 1e6;
        self.weight * self.parts_of_whole(part) * rate * sum.saving as f64 / 100_000.0
    }

    /// Share of the poor covered.
    pub fn poor_covered(&self, part: Part, sum: &Sum) -> f64 {
        sum.poor as f64 / self.looked(part).poor as f64
    }
}

/// What a search finds elsewhere than among everybody.
pub(super) struct Elsewhere<T> {
    /// In each piece of the population.
    pieces: Vec<T>,
    /// Under the main hypothesis, with as many households as the others, then under each other; nothing without others.
    others: Option<(T, Vec<T>)>,
}

impl<T> Elsewhere<T> {
    pub fn new(
        main: &Sorted,
        reference: Option<&Sorted>,
        others: &[Sorted],
        find: impl Fn(&Sorted, Part) -> T,
    ) -> Self {
        let pieces = (0..REPLICATES).map(|piece| find(main, Part::Piece(piece)));
        let under = || others.iter().map(|other| find(other, Part::All)).collect();
        let reference = || find(reference.unwrap_or(main), Part::All);
        Self {
            pieces: pieces.collect(),
            others: (!others.is_empty()).then(|| (reference(), under())),
        }
    }

    /// Around `values`, from the `numbers` of what was found; none of a kind when something of it was not found.
    pub fn intervals<const N: usize>(
        &self,
        values: [f64; N],
        numbers: impl Fn(&T) -> Option<[f64; N]>,
    ) -> [Intervals; N] {
        let pieces: Option<Vec<[f64; N]>> = self.pieces.iter().map(&numbers).collect();
        let others = self.others.as_ref().and_then(|(reference, others)| {
            let others: Option<Vec<[f64; N]>> = others.iter().map(&numbers).collect();
            Some((numbers(reference)?, others?))
        });
        let mut places = 0..;
        values.map(|value| {
            let place = places.next().unwrap_or_default();
            let number = |numbers: &[f64; N]| numbers.get(place).copied().unwrap_or(f64::NAN);
            let pieces: Vec<f64> = pieces.iter().flatten().map(number).collect();
            let moved = others
                .as_ref()
                .map(|(reference, others)| moved(number(reference), others.iter().map(number)));
            Intervals::new(value, &pieces, moved)
        })
    }
}

/// Those whom the same threshold lets in come in together.
fn step<'a>(entries: impl Iterator<Item = &'a Entry>, see: &mut dyn FnMut(Reached) -> bool) {
    let mut sum = Sum::default();
    let mut entries = entries.peekable();
    while let Some(entry) = entries.next() {
        sum.add(entry);
        let together = entries.peek().is_some_and(|next| next.at == entry.at);
        if !together && !see((entry.at, sum)) {
            return;
        }
    }
}
