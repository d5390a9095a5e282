//! What simulated households cannot tell about a regime: benefits that none of them receives, limits that no source gives.

use super::facts::Setting;
use super::tally::leaves;
use crate::explain::{Language, Named};
use crate::household::Benefit;
use crate::regimes::evaluate::limit_is_known;
use crate::regimes::{Criterion, Limit, Parameter, Regime, Words};

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

impl Setting {
    /// What the figures of a regime do not allow for: those who receive a benefit of its lists that is not drawn, and a limit
    /// that stands where it was last published while incomes move on.
    pub(super) fn caveat(&self, regime: &Regime) -> Option<Words> {
        let mut benefits = Vec::new();
        let mut limits = Vec::new();
        for leaf in leaves(&regime.criteria) {
            match leaf {
                Criterion::Receives(list) => benefits.extend_from_slice(list),
                Criterion::Amount(comparison) => limits.push(&comparison.limit),
                _ => {}
            }
        }
        let mut seen = Vec::new();
        benefits.retain(|benefit| {
            let first = !DRAWN.contains(benefit) && !seen.contains(benefit);
            seen.push(*benefit);
            first
        });
        let still = limits.iter().find_map(|limit| self.stands_still(limit));
        match (nobody_receives(&benefits), still) {
            (Some(who), Some(still)) => Some(Words {
                fr: [&*who.fr, " ", &*still.fr].concat().into(),
                en: [&*who.en, " ", &*still.en].concat().into(),
            }),
            (who, still) => who.or(still),
        }
    }

    /// The limit is the poverty line, whose last published year is over.
    fn stands_still(&self, limit: &Limit) -> Option<Words> {
        let Limit::Parameter(multiple) = limit else { return None };
        let line = self
            .values
            .poverty_line
            .filter(|_| multiple.name == Parameter::PovertyLine)?;
        let year = line.dated.from().month().year();
        (year < self.month.year()).then(|| Words {
            fr: format!("Le seuil de pauvreté est celui de {year}, le dernier publié ; les revenus ont continué : la règle en couvre moins.").into(),
            en: format!("The poverty line is that of {year}, the last one published; incomes went on: the rule covers fewer.").into(),
        })
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
