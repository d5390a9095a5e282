//! Regimes as answers show them.

use super::answer::{
    AidAnswer, BillAnswer, ClaimAnswer, ComparedAnswer, CriterionAnswer, RegimeAnswer, TogetherAnswer, TruthAnswer,
    VerdictAnswer,
};
use super::check::{Outcome, asked};
use super::pointers;
use super::spending_view::Saving;
use super::view::View;
use crate::algebra::{Range, Ranges, Verdict};
use crate::explain::{Language, Named, money, say};
use crate::facts::{Treatment, Values};
use crate::household::{Benefit, Post, Question};
use crate::law::Clock;
use crate::regimes::bill::{Bill, bill, together};
use crate::regimes::evaluate::{Change, Examined, changes, claim_first, entitled, examine_regime};
use crate::regimes::{Criterion, Regime, Right, Service, Status, Text, builtin, words};
use crate::units::{Cents, Day, Month, Rate};

impl View<'_> {
    /// A regime and its verdict, which may rest on more than this household: see the territory that is not known.
    pub fn regime(&self, regime: &Regime, verdict: Verdict) -> RegimeAnswer {
        let language = self.language;
        let (facts, rights) = (&self.outcome.assessment.facts, &self.outcome.rights);
        let examined = examine_regime(regime, facts, rights, self.values);
        let computable = !matches!(regime.criteria, Criterion::NotComputable(_));
        // Settled with the values of one place, open because those of another settle it otherwise.
        let elsewhere = computable && examined.truth.open().is_empty() && !verdict.open().is_empty();
        let answer = match verdict {
            _ if !computable => VerdictAnswer::NotComputable,
            Verdict::Yes => VerdictAnswer::Eligible,
            Verdict::No => VerdictAnswer::NotEligible,
            Verdict::Maybe(_) => VerdictAnswer::Unknown,
        };
        let in_force = in_force(regime, self.values.clock);
        RegimeAnswer {
            id: regime.id.clone(),
            name: words::pick(&regime.name, language),
            status: regime.status_in(self.values.clock.month).name().into(),
            in_force,
            verdict: answer,
            reason: if elsewhere {
                words::depends_on_place(regime, language).into()
            } else {
                self.of_this_place(words::reason(regime, &examined, language)).into()
            },
            claim_first: match verdict {
                Verdict::Yes => claim_first(&examined, facts)
                    .into_iter()
                    .map(|benefit| self.claim(benefit, regime, in_force))
                    .collect(),
                _ => Vec::new(),
            },
            missing: Question::among(verdict.open())
                .filter(|_| computable)
                .map(|question| asked(self.household, question))
                .collect(),
            changes: match verdict {
                Verdict::No => self.changes(regime, &examined),
                _ => Vec::new(),
            },
            criteria: (self.full && computable && !elsewhere).then(|| criterion(&examined, language)),
            bill: self.bill(regime).map(|bill| BillAnswer {
                before: bill.before.into(),
                after: bill.after.into(),
                saving: bill.saving.into(),
                saving_year: bill.saving_year.into(),
                cheaper_already: bill.cheaper_already == Verdict::Yes,
            }),
        }
    }

    /// A sentence whose amounts are those of one place, while the household may live in another: it says so.
    fn of_this_place(&self, sentence: String) -> String {
        let mut letters = sentence.chars(); // searching a text brings 4 kB of std to the page
        if self.elsewhere.is_empty() || letters.all(|letter| letter != '€') {
            return sentence;
        }
        let words = self.language.pick(
            "Ces montants sont ceux de la métropole.",
            "These are the amounts of the mainland.",
        );
        [&*sentence, " ", words].concat()
    }

    /// What the regime would do to the bill, in whichever territory the household may live.
    fn bill(&self, regime: &Regime) -> Option<Bill<Ranges>> {
        let of = |outcome: &Outcome, values: &Values| {
            let (facts, rights) = (&outcome.assessment.facts, &outcome.rights);
            bill(regime, facts, rights, values)
        };
        let mut here = of(self.outcome, self.values)?;
        for (outcome, law) in self.elsewhere.iter().flatten() {
            if let Some(there) = of(outcome, &law.values) {
                here.allow_for(&there, Question::Territory.open());
            }
        }
        Some(here)
    }

    /// The smallest changes that would turn a refusal, then the variants that would not refuse.
    fn changes(&self, regime: &Regime, examined: &Examined<'_>) -> Vec<Text> {
        let language = self.language;
        let (facts, rights) = (&self.outcome.assessment.facts, &self.outcome.rights);
        let wider = builtin().iter().filter(|variant| {
            variant.variant_of.as_deref() == Some(&*regime.id)
                // A variant that nobody ever sold is no hope for who asks about an offer.
                && (variant.status == regime.status || variant.status != Status::Proposal)
                && entitled(variant, facts, rights, self.values) == Verdict::Yes
        });
        // The law leaves it out longer than we do.
        let stopped = self
            .outcome
            .assessment
            .lines
            .iter()
            .any(|line| line.treatment == Treatment::StoppedBefore);
        let stopped = (stopped && examined.of_rsa()).then(|| {
            let words = language.pick(
                "Un de vos revenus s'est arrêté : la CAF ou la MSA peut ne plus le compter (CASF R262-13), et la réponse peut alors changer. Demandez-le-lui.",
                "One of your incomes stopped: the CAF or the MSA may leave it out (CASF R262-13), and the answer may then change. Ask them.",
            );
            words.to_owned()
        });
        let exists = |benefit: Benefit| self.is_within_reach(benefit);
        changes(examined, &self.outcome.assessment.facts)
            .iter()
            .filter(|change| change.exists(&exists))
            .flat_map(|change| [Some(words::change(change, &exists, language)), self.in_wages(change)])
            .flatten()
            .chain(stopped)
            .chain(wider.map(|variant| {
                let name = words::pick(&variant.name, language);
                say!(
                    language,
                    "Avec une variante («\u{a0}{name}\u{a0}»), la réponse serait oui.",
                    "With a variant (“{name}”), the answer would be yes."
                )
            }))
            .map(Text::from)
            .collect()
    }

    /// What a change of what the RSA deducts comes to in wages, of which it deducted a part only until December 2015.
    fn in_wages(&self, change: &Change<'_>) -> Option<String> {
        let kept = self.values.pente?.rate();
        let deducted = Rate::ONE.millionths() - kept.millionths();
        let earns = self.outcome.assessment.facts.earnings.low() > Cents::ZERO;
        let of_rsa = matches!(change.criterion, Criterion::Right(Right::Rsa)) && change.holds;
        let by = change.by.and_then(Range::exact).filter(|_| earns && of_rsa)?;
        let cents = by.count().saturating_mul(Rate::ONE.millionths());
        let wages = money(Cents::new(cents.div_euclid(deducted) + 1), self.language);
        Some(say!(
            self.language,
            "Si c'est le salaire qui baisse\u{a0}: d'environ {wages} par mois, car le RSA n'en déduit qu'une part.",
            "If it is the wage that falls: by about {wages} a month, as the RSA deducts a part of it only."
        ))
    }

    /// Whether a benefit can be received there and then, at the age of an adult.
    fn is_within_reach(&self, benefit: Benefit) -> bool {
        let ages = benefit.ages();
        benefit.exists(self.values.clock.month, self.values.territory)
            && self.household.adults().any(|adult| {
                let years = adult.years();
                years.high() >= ages.start && years.low() < ages.end
            })
    }

    /// What the regimes the household is entitled to take off its bills.
    pub fn savings<'r>(&self, regimes: &[&'r Regime], verdicts: &[Verdict]) -> Vec<Saving<'r>> {
        regimes
            .iter()
            .zip(verdicts)
            .filter_map(|(regime, verdict)| {
                let bill = self.bill(regime)?;
                (*verdict == Verdict::Yes).then_some(Saving {
                    id: &regime.id,
                    bills: match regime.service {
                        Service::FixedInternet => &[Post::FixedInternet],
                        Service::FixedTelephone => &[Post::Landline],
                        Service::AllTelecoms => &Post::TELECOMS,
                    },
                    amount: bill.saving,
                })
            })
            .collect()
    }

    /// Several aids on the one bill, each capped by what the ones before it left.
    pub fn together(&self, regimes: &[&Regime]) -> Option<TogetherAnswer> {
        if regimes.is_empty() {
            return None;
        }
        let of =
            |outcome: &Outcome, values: &Values| together(regimes, &outcome.assessment.facts, &outcome.rights, values);
        let mut put = of(self.outcome, self.values);
        for (outcome, law) in self.elsewhere.iter().flatten() {
            put.allow_for(&of(outcome, &law.values), Question::Territory.open());
        }
        Some(TogetherAnswer {
            before: put.before.into(),
            aids: regimes
                .iter()
                .zip(&put.savings)
                .map(|(regime, saving)| AidAnswer {
                    id: regime.id.clone(),
                    saving: (*saving).into(),
                })
                .collect(),
            after: put.after.into(),
        })
    }

    pub fn pointers(&self) -> Vec<Text> {
        pointers::of(self.values.clock.month)
    }

    /// A right to claim. Who is of the age of the full pension claims the minimum pension first: the RSA comes after it.
    fn claim(&self, benefit: Benefit, regime: &Regime, in_force: TruthAnswer) -> ClaimAnswer {
        let mut claim = claim(benefit, regime, in_force, self.language);
        if matches!(self.outcome.assessment.facts.receives(benefit), Verdict::Maybe(_)) {
            let words = self
                .language
                .pick(" À moins que vous ne l'ayez déjà.", " Unless you have it already.");
            claim.sentence = format!("{}{words}", claim.sentence).into();
        }
        if benefit != Benefit::Rsa {
            return claim;
        }
        let month = self.values.clock.month;
        let some = |test: &dyn Fn(i64) -> bool| self.household.adults().any(|adult| test(adult.age.low()));
        // In months: somebody so old was born before the age of 65 began to rise.
        let before_the_rise = i64::from(month.since(PENSION_RISE));
        if some(&|age| age >= FULL_PENSION * 12 || age >= PENSION * 12 && age > before_the_rise) {
            let words = self.language.pick(
                "À votre âge, demandez d'abord l'ASPA (minimum vieillesse) à votre caisse de retraite\u{a0}: le RSA ne vient qu'après (CASF L262-10). D'après vos réponses vous avez droit au RSA.",
                "At your age, first claim the ASPA (minimum pension) from your pension fund: the RSA only comes after it (CASF L262-10). By your answers you are entitled to the RSA.",
            );
            claim.sentence = words.into();
        } else if some(&|age| age >= PENSION * 12) {
            let words = self.language.pick(
                " À partir de 65 ans, demandez aussi l'ASPA (minimum vieillesse) à votre caisse de retraite\u{a0}: elle est plus élevée (CSS L815-1).",
                " From 65 on, claim the ASPA (minimum pension) from your pension fund too: it is higher (CSS L815-1).",
            );
            claim.sentence = format!("{}{words}", claim.sentence).into();
        }
        claim
    }
}

/// The age at which nobody's pension is reduced any more, in years (CSS L351-8), and that of who was born before July 1951, which
/// is that of the minimum pension (CSS R815-1).
const FULL_PENSION: i64 = 67;
const PENSION: i64 = 65;
/// First month of birth from which the former rises from 65 to 67.
const PENSION_RISE: Month = Month::new(1951, 7);

/// A right to claim; who sells a tariff of the month asks for the certificate.
fn claim(benefit: Benefit, regime: &Regime, in_force: TruthAnswer, language: Language) -> ClaimAnswer {
    let (name, tariff) = (language.of(benefit.name_text()), words::pick(&regime.name, language));
    let asks = if in_force == TruthAnswer::Yes && regime.status != Status::StatutoryList {
        say!(
            language,
            ", et «\u{a0}{tariff}\u{a0}» en demande l'attestation",
            ", and “{tariff}” asks for the certificate"
        )
    } else {
        String::new()
    };
    ClaimAnswer {
        benefit: benefit.name().into(),
        sentence: say!(
            language,
            "Demandez d'abord {name} à la CAF ou à la MSA : d'après vos réponses vous y avez droit{asks}.",
            "First claim {name} from the CAF or the MSA: by your answers you are entitled to it{asks}."
        )
        .into(),
    }
}

fn criterion(examined: &Examined<'_>, language: Language) -> CriterionAnswer {
    CriterionAnswer {
        kind: words::kind(examined.criterion).into(),
        truth: examined.truth.into(),
        sentence: words::in_full(examined, language).into(),
        compared: examined.compared.map(|compared| ComparedAnswer {
            value: compared.value.into(),
            limit: compared.limit.into(),
            margin: examined.margin().map(Into::into),
        }),
        of: examined.of.iter().map(|inner| criterion(inner, language)).collect(),
    }
}

/// Whether somebody could have it that month, as far as one could know. An end nobody found leaves a lapsed regime open, and
/// any regime after the last day on which a source shows it.
fn in_force(regime: &Regime, Clock { month, known_on }: Clock) -> TruthAnswer {
    let period = &regime.in_force;
    let known = |day: &Day| known_on.is_none_or(|on| *day <= on);
    let begins = period.from.or(period.announced);
    match (regime.status, begins, period.until) {
        (Status::Proposal | Status::Transposed, ..) => TruthAnswer::No,
        (_, Some(from), _) if month < from.month() || !known(&period.announced.unwrap_or(from)) => TruthAnswer::No,
        (_, _, Some(until)) if until.month() < month && known(&until) => TruthAnswer::No,
        (_, Some(_), Some(_)) => TruthAnswer::Yes,
        _ if period.seen.is_some_and(|seen| month <= seen.month()) => TruthAnswer::Yes,
        (Status::Lapsed, ..) | (_, None, _) => TruthAnswer::Unknown,
        _ if period.seen.is_some() => TruthAnswer::Unknown,
        _ => TruthAnswer::Yes,
    }
}
