//! What simulated households cannot tell about a regime: benefits that none of them receives, limits that no source gives.

use super::facts::Setting;
use crate::explain::{Language, Named};
use crate::household::Benefit;
use crate::regimes::evaluate::limit_is_known;
use crate::regimes::{Criterion, Regime, Words};

/// The benefits that simulated households may receive.
const DRAWN: [Benefit; 10] = [
    Benefit::Rsa,
    Benefit::PrimeActivite,
    Benefit::Aah,
    Benefit::Ass,
    Benefit::Aspa,
    Benefit::C2sGratuite,
    Benefit::C2sParticipation,
    Benefit::EnergyCheque,
    Benefit::UnemploymentBenefit,
    Benefit::HousingBenefit,
];

impl Setting {
    /// Why a regime has no figure over simulated households: whatever else is known of them, this decides.
    #[must_use]
    pub fn untold(&self, regime: &Regime) -> Option<Words> {
        self.decided_by(&regime.criteria)
    }

    fn decided_by(&self, criterion: &Criterion) -> Option<Words> {
        match criterion {
            Criterion::NotComputable(reason) => Some(reason.clone()),
            Criterion::All(list) | Criterion::Not(list) => list.iter().find_map(|inner| self.decided_by(inner)),
            // One way in that can be told is enough to count those it lets in.
            Criterion::Any(list) => {
                let mut reason = None;
                for inner in list.iter() {
                    reason = Some(self.decided_by(inner)?);
                }
                reason
            }
            Criterion::Receives(list) => {
                let drawn = list.iter().any(|benefit| DRAWN.contains(benefit));
                (!drawn).then(|| nobody_receives(list)).flatten()
            }
            Criterion::Amount(comparison) if !limit_is_known(&comparison.limit, &self.values) => Some(Words {
                fr: "Aucune source ne donne sa limite pour ce mois.".into(),
                en: "No source gives its limit for this month.".into(),
            }),
            _ => None,
        }
    }
}

/// Whom a regime that has figures covers without their being counted: those who receive a benefit of its lists that is not
/// drawn.
pub(super) fn uncounted(regime: &Regime) -> Option<Words> {
    let mut benefits = Vec::new();
    listed(&regime.criteria, &mut benefits);
    benefits.retain(|benefit| !DRAWN.contains(benefit));
    nobody_receives(&benefits)
}

fn listed(criterion: &Criterion, benefits: &mut Vec<Benefit>) {
    match criterion {
        Criterion::All(list) | Criterion::Any(list) | Criterion::Not(list) => {
            list.iter().for_each(|inner| listed(inner, benefits));
        }
        Criterion::Receives(list) => {
            for benefit in list.iter() {
                if !benefits.contains(benefit) {
                    benefits.push(*benefit);
                }
            }
        }
        _ => {}
    }
}

fn nobody_receives(benefits: &[Benefit]) -> Option<Words> {
    if benefits.is_empty() {
        return None;
    }
    let list = |begin: &str, language: Language| {
        let names: Vec<&str> = benefits
            .iter()
            .map(|benefit| language.of(benefit.name_text()))
            .collect();
        [begin, &names.join(", "), "."].concat().into()
    };
    Some(Words {
        fr: list("Aucun ménage simulé ne reçoit ceci\u{a0}: ", Language::French),
        en: list("No simulated household receives this: ", Language::English),
    })
}
