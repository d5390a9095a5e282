//! Regimes as answers show them.

use super::answer::{
    AidAnswer, AmountAnswer, BillAnswer, ClaimAnswer, CriterionAnswer, PayerAnswer, RegimeAnswer, SourceAnswer,
    TogetherAnswer, TruthAnswer, VerdictAnswer,
};
use super::check::asked;
use super::pointers;
use super::view::{View, rate};
use crate::algebra::{Amount, Range, Verdict};
use crate::explain::{Language, Named};
use crate::household::{Benefit, Question};
use crate::regimes::bill::{bill, together};
use crate::regimes::evaluate::{Examined, changes, claim_first, examine};
use crate::regimes::{Criterion, Regime, Source, Status, words};
use crate::units::Month;

impl View<'_> {
    /// A regime and its verdict, which may rest on more than this household: see the territory that is not known.
    pub fn regime(&self, regime: &Regime, verdict: Verdict) -> RegimeAnswer {
        let language = self.language;
        let (facts, rights) = (&self.outcome.assessment.facts, &self.outcome.rights);
        let examined = examine(&regime.criteria, facts, rights, self.values);
        let computable = !matches!(regime.criteria, Criterion::NotComputable(_));
        let answer = match verdict {
            _ if !computable => VerdictAnswer::NotComputable,
            Verdict::Yes => VerdictAnswer::Eligible,
            Verdict::No => VerdictAnswer::NotEligible,
            Verdict::Maybe(_) => VerdictAnswer::Unknown,
        };
        RegimeAnswer {
            id: regime.id.to_string(),
            name: words::pick(&regime.name, language),
            description: words::pick(&regime.description, language),
            status: status(regime.status).into(),
            in_force: in_force(regime, self.values.clock.month),
            verdict: answer,
            reason: words::reason(regime, &examined, language),
            claim_first: match verdict {
                Verdict::Yes => claim_first(&examined, facts).into_iter().map(|benefit| claim(benefit, language)).collect(),
                _ => Vec::new(),
            },
            missing: Question::among(verdict.open()).map(|question| asked(self.household, question)).collect(),
            changes: match verdict {
                Verdict::No => changes(&examined).iter().map(|change| words::change(change, language)).collect(),
                _ => Vec::new(),
            },
            criteria: computable.then(|| criterion(&examined, language)),
            bill: bill(regime, facts, rights, self.values).map(|bill| BillAnswer {
                before: bill.before.into(),
                after: bill.after.into(),
                saving: bill.saving.into(),
                saving_year: bill.saving.ratio(12, 1).into(),
                cheaper_already: bill.cheaper_already == Verdict::Yes,
            }),
            granting: words::way(regime.granting.way, language),
            payers: regime
                .payers
                .iter()
                .map(|part| PayerAnswer { payer: words::payer(part.payer, language), share: rate(part.share) })
                .collect(),
            doubts: regime.doubts.iter().map(|doubt| words::pick(doubt, language)).collect(),
            sources: regime.sources.iter().map(source).collect(),
            checked: regime.checked.to_string(),
        }
    }

    /// Several aids on the one bill, each capped by what the ones before it left.
    pub fn together(&self, regimes: &[&Regime]) -> Option<TogetherAnswer> {
        if regimes.is_empty() {
            return None;
        }
        let (facts, rights) = (&self.outcome.assessment.facts, &self.outcome.rights);
        let put = together(regimes, facts, rights, self.values);
        Some(TogetherAnswer {
            before: put.before.into(),
            aids: regimes
                .iter()
                .zip(&put.savings)
                .map(|(regime, saving)| AidAnswer { id: regime.id.to_string(), saving: (*saving).into() })
                .collect(),
            after: put.after.into(),
        })
    }

    pub fn pointers(&self) -> Vec<super::answer::PointerAnswer> {
        pointers::of(self.values.clock.month, self.language)
    }
}

fn claim(benefit: Benefit, language: Language) -> ClaimAnswer {
    let name = language.of(benefit.name_text());
    ClaimAnswer {
        benefit: benefit.name().into(),
        sentence: language.pick(
            format!("Demandez d'abord {name} : d'après vos réponses vous y avez droit, et ce tarif en demande l'attestation."),
            format!("First claim {name}: by your answers you are entitled to it, and this tariff asks for the certificate."),
        ),
    }
}

fn criterion(examined: &Examined<'_>, language: Language) -> CriterionAnswer {
    let compared = examined.compared;
    CriterionAnswer {
        kind: words::kind(examined.criterion).into(),
        truth: examined.truth.into(),
        sentence: words::sentence(examined, language),
        value: compared.map(|compared| compared.value.into()),
        limit: compared.map(|compared| compared.limit.into()),
        margin: compared.and_then(|compared| margin(compared.value, compared.limit)),
        of: examined.of.iter().map(|inner| criterion(inner, language)).collect(),
    }
}

/// How far apart two exact amounts are.
fn margin(value: Range, limit: Range) -> Option<AmountAnswer> {
    let (value, limit) = (value.exact()?, limit.exact()?);
    Some((value.max(limit) - value.min(limit)).into())
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::InForce => "in-force",
        Status::Lapsed => "lapsed",
        Status::VoluntaryOffer => "voluntary-offer",
        Status::StatutoryList => "statutory-list",
        Status::Proposal => "proposal",
        Status::Transposed => "transposed",
    }
}

/// Whether somebody could have it that month. An end nobody found leaves a lapsed regime open.
fn in_force(regime: &Regime, month: Month) -> TruthAnswer {
    let period = &regime.in_force;
    let begins = period.from.or(period.announced);
    match (regime.status, begins, period.until) {
        (Status::Proposal | Status::Transposed, ..) => TruthAnswer::No,
        (_, Some(from), _) if month < from.month() => TruthAnswer::No,
        (_, _, Some(until)) if until.month() < month => TruthAnswer::No,
        (_, Some(_), Some(_)) => TruthAnswer::Yes,
        (Status::Lapsed, ..) | (_, None, _) => TruthAnswer::Unknown,
        _ => TruthAnswer::Yes,
    }
}

fn source(source: &Source) -> SourceAnswer {
    SourceAnswer {
        title: source.title.to_string(),
        url: source.url.to_string(),
        date: source.date.as_ref().map(ToString::to_string).unwrap_or_default(),
        confidence: source.confidence.name().into(),
    }
}
