//! What was worked out, as answers show it.

use super::answer::{
    CountAnswer, EnergyChequeAnswer, FamilyBenefitAnswer, HealthCoverAnswer, PrimeActiviteAnswer, PrimeMonthAnswer,
    ResourceAnswer, RsaAnswer, StepAnswer, UsedValueAnswer,
};
use super::check::{Law, Outcome};
use crate::algebra::{Ranges, Step, Truth, Unknowns, Verdict, Whole};
use crate::benefits::rsa::Rsa;
use crate::explain::{self, Language};
use crate::facts::{Treatment, Values};
use crate::household::{Household, Question};
use crate::law::{Known, Unit};
use crate::regimes::Text;
use crate::units::digits::Digits;
use crate::units::{Cents, Rate};

/// A household and what it comes to, in a language.
pub(super) struct View<'a> {
    pub language: Language,
    pub household: &'a Household,
    pub values: &'a Values,
    pub outcome: &'a Outcome,
    /// What it comes to in the other territories it may live in.
    pub elsewhere: &'a [Option<(Outcome, Law)>],
    /// More than verdicts is wanted.
    pub full: bool,
}

impl View<'_> {
    /// The steps, and the dated values they used, each value once.
    pub fn steps(&self, steps: &[Step]) -> (Vec<StepAnswer>, Vec<UsedValueAnswer>) {
        let mut used: Vec<Known> = Vec::new();
        let answers = steps
            .iter()
            .filter_map(|step| {
                let entry = explain::entry(step.name)?;
                let uses = step.uses.iter().map(|known| place(&mut used, *known)).collect();
                let value = explain::value_text(step.value, self.language);
                Some(StepAnswer {
                    name: step.name.into(),
                    month: step.month.map(|month| text(month.digits())),
                    citizen: explain::citizen(entry, step.value, &value, self.language),
                    value,
                    uses,
                })
            })
            .collect();
        let values = used.into_iter().map(used_value).collect();
        (answers, values)
    }

    pub fn rsa(&self) -> RsaAnswer {
        let facts = &self.outcome.assessment.facts;
        let rsa = &self.anywhere(self.outcome.rights.rsa.clone(), |here, there, open| {
            here.allow_for(&there.rights.rsa, open);
        });
        let lone_parent = self.anywhere(facts.lone_parent, |here, there, open| {
            here.allow_for(&there.assessment.facts.lone_parent, open);
        });
        let dependants = self.anywhere(facts.dependants, |here, there, open| {
            here.allow_for(&there.assessment.facts.dependants, open);
        });
        RsaAnswer {
            entitled: rsa.entitled.into(),
            dependants: dependants.into(),
            lone_parent: lone_parent.into(),
            guaranteed: rsa.guaranteed.into(),
            quarter: self
                .outcome
                .assessment
                .quarter
                .iter()
                .map(|month| text(month.digits()))
                .collect(),
            lines: self.lines(),
            family_benefits: self.family_benefits(),
            resources: rsa.resources.into(),
            flat_housing: rsa.flat_housing.into(),
            socle: rsa.socle.into(),
            activite: rsa.activite.into(),
            total: rsa.total.into(),
            situation: self.situation(rsa).into(),
        }
    }

    /// What is found here, allowing for what is found in the other territories the household may live in.
    pub(super) fn anywhere<T>(&self, mut here: T, allow_for: impl Fn(&mut T, &Outcome, Unknowns)) -> T {
        for (there, _) in self.elsewhere.iter().flatten() {
            allow_for(&mut here, there, Question::Territory.open());
        }
        here
    }

    pub fn prime_activite(&self) -> Option<PrimeActiviteAnswer> {
        let prime = self.anywhere(self.outcome.prime_activite.clone(), |here, there, open| {
            here.allow_for(&there.prime_activite, open);
        });
        (!self.values.has_rsa_activite()).then(|| PrimeActiviteAnswer {
            active: prime.active.into(),
            months: prime
                .months
                .iter()
                .map(|month| PrimeMonthAnswer {
                    month: text(month.month.digits()),
                    guaranteed: month.guaranteed.into(),
                    earnings: month.earnings.into(),
                    bonus: month.bonus.into(),
                    other_income: month.other_income.into(),
                    flat_housing: month.flat_housing.into(),
                    amount: month.amount.into(),
                })
                .collect(),
            total: prime.total.into(),
        })
    }

    pub fn health_cover(&self) -> Option<HealthCoverAnswer> {
        let cover = self.anywhere(self.outcome.rights.c2s.clone(), |here, there, open| {
            match (here, &there.rights.c2s) {
                (Some(here), Some(there)) => here.allow_for(there, open),
                // There is no such cover there.
                (Some(here), None) => {
                    here.free.allow_for(&Verdict::No, open);
                    here.with_contribution.allow_for(&Verdict::No, open);
                }
                (None, _) => {}
            }
        });
        cover.map(|cover| HealthCoverAnswer {
            resources: cover.resources.into(),
            ceiling: cover.ceiling.into(),
            ceiling_with_contribution: cover.ceiling_with_contribution.into(),
            free: cover.free.into(),
            with_contribution: cover.with_contribution.into(),
        })
    }

    pub fn energy_cheque(&self) -> Option<EnergyChequeAnswer> {
        self.outcome
            .rights
            .energy_cheque
            .as_ref()
            .map(|cheque| EnergyChequeAnswer {
                entitled: cheque.entitled.into(),
                amount: cheque.amount.into(),
            })
    }

    /// Which part of the RSA is due; told apart until December 2015 only.
    fn situation(&self, rsa: &Rsa<Ranges>) -> &'static str {
        use crate::algebra::Amount;
        let nothing = Cents::ZERO.into();
        let (due, socle, activite) = (
            rsa.total.at_most(nothing).not(),
            rsa.socle.at_most(nothing).not(),
            rsa.activite.at_most(nothing).not(),
        );
        match (due, socle, activite) {
            (Verdict::No, ..) => "none",
            (Verdict::Yes, ..) if !self.values.has_rsa_activite() => "rsa",
            (Verdict::Yes, Verdict::Yes, Verdict::No) => "socle_only",
            (Verdict::Yes, Verdict::Yes, Verdict::Yes) => "socle_and_activite",
            (Verdict::Yes, Verdict::No, _) => "activite_only",
            _ => "unknown",
        }
    }

    fn lines(&self) -> Vec<ResourceAnswer> {
        self.outcome
            .assessment
            .lines
            .iter()
            .map(|line| ResourceAnswer {
                person: line.person,
                kind: line.kind.name().into(),
                received: line.received.into(),
                counted: line.counted.into(),
                treatment: treatment(line.treatment).into(),
                sentence: explain::resource(line, self.language).into(),
            })
            .collect()
    }

    fn family_benefits(&self) -> Vec<FamilyBenefitAnswer> {
        const NAMES: [&str; 4] = [
            "allocations_familiales",
            "complement_familial",
            "paje_base",
            "allocation_soutien_familial",
        ];
        let family = self.anywhere(self.outcome.assessment.family, |here, there, open| {
            here.allow_for(&there.assessment.family, open);
        });
        NAMES
            .iter()
            .zip(family.each())
            .filter(|(_, benefit)| benefit.amount.exact() != Some(Cents::ZERO))
            .map(|(name, benefit)| FamilyBenefitAnswer {
                name: (*name).into(),
                amount: benefit.amount.into(),
                counted: benefit.counted.into(),
                computed: benefit.computed,
            })
            .collect()
    }
}

impl From<Whole> for CountAnswer {
    fn from(count: Whole) -> Self {
        Self {
            from: count.low(),
            to: count.high(),
        }
    }
}

const fn treatment(treatment: Treatment) -> &'static str {
    match treatment {
        Treatment::Earnings => "earnings",
        Treatment::Other => "other",
        Treatment::Stopped(_) => "stopped",
        Treatment::StoppedBefore => "stopped_before",
        Treatment::Reduced(_) => "reduced",
        Treatment::Interest { .. } => "interest",
        Treatment::MinimumIncome => "minimum_income",
        Treatment::ChildNotCounted(_) => "child_not_counted",
    }
}

/// The place of a dated value among those used, added when new.
fn place(used: &mut Vec<Known>, known: Known) -> usize {
    // Not by address: two parameters with the same values may share them.
    let same = |other: &Known| other.parameter.id == known.parameter.id && other.dated.from() == known.dated.from();
    used.iter().position(same).unwrap_or_else(|| {
        used.push(known);
        used.len() - 1
    })
}

fn used_value(known: Known) -> UsedValueAnswer {
    let dated = known.dated;
    UsedValueAnswer {
        id: known.parameter.id.into(),
        from: text(dated.from().digits()),
        value: dated
            .scaled()
            .map_or(Text::default(), |scaled| decimal(known.parameter.unit, scaled)),
        confidence: dated.confidence.name().into(),
    }
}

/// A value as exact decimal text.
pub(super) fn decimal(unit: Unit, scaled: i64) -> Text {
    text(match unit {
        Unit::Ratio => Rate::new(scaled).digits(),
        unit if unit.is_money() => Cents::new(scaled).digits(),
        _ => Digits::of(scaled, 0, 0),
    })
}

fn text(digits: Digits) -> Text {
    digits.as_str().to_owned().into()
}
