//! The nearest single change that would turn a refusal, and the benefit to claim first.

use super::super::{Comparison, Criterion, Per, Quantity, Right, Side};
use super::Examined;
use crate::algebra::{Range, Ranges, Truth, Verdict};
use crate::facts::{AdultFacts, Facts};
use crate::household::Benefit;
use crate::units::Cents;

/// A change of one criterion that turns a refusal into a right.
#[derive(Clone, Debug)]
pub struct Change<'r> {
    /// The criterion that changes.
    pub criterion: &'r Criterion,
    /// Whether it comes to hold, or no longer does (inside a `not`).
    pub holds: bool,
    /// By how much its amount must move, to the cent, over the period of the amount; when it is a matter of amounts.
    pub by: Option<Range>,
    /// What the household has now.
    pub value: Option<Range>,
    /// The limit, as it is now.
    pub limit: Option<Range>,
}

/// The single changes that turn a refusal into a right, the smallest amount first, then those that are not a matter of
/// amounts. None when the verdict is not a refusal.
#[must_use]
pub fn changes<'r>(examined: &Examined<'r>, facts: &Facts<Ranges>) -> Vec<Change<'r>> {
    let mut found = Vec::new();
    if examined.truth != Verdict::No {
        return found;
    }
    let mut leaves = Vec::new();
    collect(examined, &mut leaves);
    for leaf in leaves {
        let other = leaf.truth.not();
        if matches!(leaf.truth, Verdict::Maybe(_))
            || matches!(leaf.criterion, Criterion::Always | Criterion::Territory(_))
        {
            // Nobody is told to move.
            continue;
        }
        // Which condition of the RSA is not met is said already.
        let unmet = leaf.of_rsa() && leaf.compared.is_none() && other == Verdict::Yes;
        if unmet
            || asks_to_pay_more(leaf.criterion, other == Verdict::Yes)
            || asks_another_age(leaf.criterion, other == Verdict::Yes, facts)
        {
            continue;
        }
        let instead = |examined: &Examined<'_>| core::ptr::eq(examined, leaf).then_some(other);
        if supposing(examined, &instead) == Verdict::Yes {
            let holds = other == Verdict::Yes;
            let cent = Range::from(Cents::new(1));
            let by = leaf
                .compared
                .map(|compared| if holds { compared.short } else { cent - compared.short });
            let change = Change {
                criterion: leaf.criterion,
                holds,
                by: by.filter(|by| by.high() > Cents::ZERO),
                value: leaf.compared.map(|compared| compared.value),
                limit: leaf.compared.map(|compared| compared.limit),
            };
            let place = found.iter().position(|other| change.is_smaller_than(other));
            found.insert(place.unwrap_or(found.len()), change);
        }
    }
    found
}

impl Change<'_> {
    /// Whether what it asks for exists: nobody is told to receive what cannot be received there and then.
    pub fn exists(&self, exists: &dyn Fn(Benefit) -> bool) -> bool {
        match self.criterion {
            Criterion::Right(right) => exists(benefit(*right)),
            Criterion::Receives(list) => list.iter().any(|benefit| exists(*benefit)),
            _ => true,
        }
    }

    /// In euros a year; what is not a matter of amounts is larger than any amount.
    fn is_smaller_than(&self, other: &Self) -> bool {
        let size = |change: &Self| change.by.map(|by| a_year(change.criterion, by.low()));
        match (size(self), size(other)) {
            (Some(own), Some(other)) => own < other,
            (own, other) => own.is_some() && other.is_none(),
        }
    }
}

/// Nobody is told to pay more to be helped.
fn asks_to_pay_more(criterion: &Criterion, holds: bool) -> bool {
    match criterion {
        Criterion::Amount(Comparison { of, is, .. }) => {
            let upper = matches!(is, Side::AtMost | Side::Below);
            matches!(of, Quantity::FixedBill | Quantity::TelecomBills) && upper != holds
        }
        _ => false,
    }
}

/// Nobody is told to be of another age: older, younger.
fn asks_another_age(criterion: &Criterion, holds: bool, facts: &Facts<Ranges>) -> bool {
    let Criterion::Adult(adult) = criterion else {
        return false;
    };
    if !holds {
        return adult.jobseeker.is_none();
    }
    let fits = |described: &AdultFacts<Ranges>| {
        adult
            .age_below
            .is_none_or(|below| described.age.low() < i64::from(below))
            && adult
                .age_at_least
                .is_none_or(|least| described.age.high() >= i64::from(least))
    };
    let mut adults = facts.described.iter().filter(|adult| adult.present != Verdict::No);
    !adults.any(fits)
}

/// An amount of a criterion brought to the year, to compare it with others.
pub(in crate::regimes) fn a_year(criterion: &Criterion, amount: Cents) -> Cents {
    match criterion {
        Criterion::Amount(Comparison { of, .. }) if of.per() == Per::Year => amount,
        _ => amount.multiplied(12),
    }
}

/// The benefits to claim before anything else: rights that are computed but not received, without which the verdict
/// would not be yes.
#[must_use]
pub fn claim_first(examined: &Examined<'_>, facts: &Facts<Ranges>) -> Vec<Benefit> {
    if examined.truth != Verdict::Yes {
        return Vec::new();
    }
    let to_claim = |leaf: &Examined<'_>| match leaf.criterion {
        Criterion::Right(right) if leaf.truth == Verdict::Yes => {
            Some(benefit(*right)).filter(|benefit| facts.receives(*benefit) != Verdict::Yes)
        }
        _ => None,
    };
    let without_but = |kept: Option<Benefit>| {
        supposing(examined, &|leaf| {
            to_claim(leaf)
                .filter(|benefit| Some(*benefit) != kept)
                .map(|_| Verdict::No)
        })
    };
    if without_but(None) == Verdict::Yes {
        return Vec::new();
    }
    let mut benefits = Vec::new();
    let mut leaves = Vec::new();
    collect(examined, &mut leaves);
    for benefit in leaves.into_iter().filter_map(to_claim) {
        if !benefits.contains(&benefit) {
            benefits.push(benefit);
        }
    }
    // One that is enough by itself, or all of them together.
    match benefits
        .iter()
        .find(|benefit| without_but(Some(**benefit)) == Verdict::Yes)
    {
        Some(enough) => vec![*enough],
        None => benefits,
    }
}

fn benefit(right: Right) -> Benefit {
    match right {
        Right::Rsa | Right::RsaSocle | Right::RsaActivite => Benefit::Rsa,
        Right::PrimeActivite => Benefit::PrimeActivite,
    }
}

/// The criteria without any inside.
fn collect<'a, 'r>(examined: &'a Examined<'r>, leaves: &mut Vec<&'a Examined<'r>>) {
    match examined.criterion {
        Criterion::All(_) | Criterion::Any(_) | Criterion::Not(_) => {
            examined.of.iter().for_each(|inner| collect(inner, leaves));
        }
        _ => leaves.push(examined),
    }
}

/// The verdict, had some criteria another truth.
fn supposing(examined: &Examined<'_>, instead: &impl Fn(&Examined<'_>) -> Option<Verdict>) -> Verdict {
    let inner = || examined.of.iter().map(|inner| supposing(inner, instead));
    match examined.criterion {
        Criterion::All(_) => inner().fold(Verdict::Yes, Truth::and),
        Criterion::Any(_) => inner().fold(Verdict::No, Truth::or),
        Criterion::Not(_) => inner().fold(Verdict::No, Truth::or).not(),
        _ => instead(examined).unwrap_or(examined.truth),
    }
}

impl Examined<'_> {
    /// Whether a right to RSA is among the criteria.
    #[must_use]
    pub fn of_rsa(&self) -> bool {
        matches!(self.criterion, Criterion::Right(right) if benefit(*right) == Benefit::Rsa)
            || self.of.iter().any(Self::of_rsa)
    }

    /// How far the amount stands from its limit, whichever side: exact, or not at all.
    #[must_use]
    pub fn margin(&self) -> Option<Cents> {
        let compared = self.compared?;
        let gap = compared.value.exact()? - compared.limit.exact()?;
        Some(gap.max(-gap))
    }
}
