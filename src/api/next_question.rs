//! Which question to ask next.

use super::check::MOST_REGIMES;
use crate::algebra::{Unknowns, Verdict};
use crate::household::{Guess, Household, Question};

/// A set of verdicts, one bit each, in the order of the regimes.
pub(super) type Verdicts = u64;
const _: () = assert!(MOST_REGIMES <= Verdicts::BITS as usize);

/// The verdicts for which something holds.
pub(super) fn which(verdicts: &[Verdict], holds: impl Fn(Unknowns) -> bool) -> Verdicts {
    let bits = verdicts.iter().map(|verdict| Verdicts::from(holds(verdict.open())));
    bits.rev().fold(0, |all, bit| all << 1 | bit)
}

/// The question whose answer would settle most verdicts, whatever it turns out to be; none when no verdict is open.
/// `settled` says which verdicts of a household are settled, in the place where it lives or may live.
pub(super) fn next_question(
    household: &Household,
    verdicts: &[Verdict],
    settled: &dyn Fn(&Household) -> Verdicts,
) -> Option<Question> {
    let open = verdicts
        .iter()
        .fold(Unknowns::NONE, |open, verdict| open.union(verdict.open()));
    let already = which(verdicts, Unknowns::is_empty);
    let trials = Trials {
        household,
        already,
        // Somewhere else they may be open, and stay so until the place is known.
        here: already | settled(household),
        settled,
    };
    let mut best: Option<(u32, Question)> = None;
    for at_most in (1..=verdicts.len() as u32).rev() {
        if best.is_some_and(|(most, _)| 3 * at_most <= most) {
            break; // a question settles no other verdict than those that depend on it
        }
        let concerned = |question: &Question| which(verdicts, |open| open.has(question.bit())).count_ones();
        let questions = Question::among(open).filter(|question| concerned(question) == at_most);
        let mut tried: Vec<_> = questions.map(|question| Tried { question, settled: 0 }).collect();
        for guess in Guess::ALL {
            // Another place has other values: it is tried alone.
            for tried in tried.chunk_by_mut(|first, _| first.question != Question::Territory) {
                trials.together(guess, tried);
            }
        }
        for Tried { question, settled } in tried {
            if best.is_none_or(|(most, _)| settled > most) {
                best = Some((settled, question));
            }
        }
    }
    best.map(|(_, question)| question)
}

/// A question, and how many verdicts three guesses at its answer settle in all.
struct Tried {
    question: Question,
    settled: u32,
}

struct Trials<'a> {
    household: &'a Household,
    /// The verdicts that are settled wherever one lives.
    already: Verdicts,
    /// Those that are settled in the place first supposed.
    here: Verdicts,
    settled: &'a dyn Fn(&Household) -> Verdicts,
}

impl Trials<'_> {
    /// Counts what one guess at each question settles. To know more never opens a verdict again, so that questions which
    /// settle nothing together settle nothing one by one: only when they do is each half tried.
    fn together(&self, guess: Guess, tried: &mut [Tried]) {
        let counted = tried.iter().filter(|tried| tried.question.times(guess) > 0);
        let answered = counted.fold(Unknowns::NONE, |all, tried| all.union(tried.question.open()));
        if answered.is_empty() {
            return;
        }
        let before = if answered == Question::Territory.open() {
            self.already
        } else {
            self.here
        };
        let settled = ((self.settled)(&self.household.supposing(answered, guess)) & !before).count_ones();
        match tried {
            [only] => only.settled += only.question.times(guess) * settled,
            several if settled > 0 => {
                let (first, second) = several.split_at_mut(several.len() / 2);
                self.together(guess, first);
                self.together(guess, second);
            }
            _ => {}
        }
    }
}
