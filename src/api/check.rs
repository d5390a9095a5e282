//! From a request to an answer.

use super::answer::{Assessed, CheckAnswer, ProblemAnswer, QuestionAnswer, Ruleset};
use super::next_question::{Verdicts, next_question, which};
use super::problems::{Problems, Trouble, read};
use super::request::{CheckRequest, Detail, SCHEMA_VERSION};
use super::view::View;
use crate::algebra::{Ranges, Unknowns, Verdict};
use crate::benefits::prime_activite::{self, PrimeActivite, PrimeValues};
use crate::benefits::{Rights, Scales, rights};
use crate::facts::{Assessment, NotComputable, Values, assess};
use crate::household::{Household, Question, Territory};
use crate::law::{Clock, RULESET_HASH, RULESET_VERSION};
use crate::reading::Tree;
use crate::regimes::evaluate::entitled;
use crate::regimes::{Regime, Text};
use crate::spending::{Budget, Definition};
use crate::units::{Day, Month};

/// The regimes compared when a request names none.
pub const DEFAULT_REGIMES: [&str; 8] = ["R1", "R3", "R5", "R6", "R9", "R14", "R15", "R20"];
/// Most regimes in a request: every built-in one, variants included, and some of one's own.
pub(super) const MOST_REGIMES: usize = 64;

/// Looks at a household: the RSA of the month, the verdict of each regime, the bill, constrained spending, and what is
/// still missing.
///
/// # Example
/// ```
/// use tarif_social::api::{CheckAnswer, CheckRequest, check};
///
/// let request = CheckRequest { month: "2014-11".into(), ..CheckRequest::default() };
/// // Nobody in the household: a problem, not a guess.
/// assert!(matches!(check(&request), CheckAnswer::Failure { .. }));
/// ```
#[must_use]
pub fn check(request: &CheckRequest) -> CheckAnswer {
    match prepare(request) {
        Ok(prepared) => CheckAnswer::Success(Box::new(prepared.answer())),
        Err(problems) => CheckAnswer::Failure { problems },
    }
}

/// Reads a request and answers it, or says every field that cannot be read.
#[must_use]
pub fn answer(tree: &Tree) -> CheckAnswer {
    match read(tree) {
        Ok(request) => check(&request),
        Err(unread) => CheckAnswer::Failure {
            problems: unread.problems,
        },
    }
}

/// Which rules and values this is.
#[must_use]
pub fn ruleset() -> Ruleset {
    Ruleset {
        version: RULESET_VERSION.into(),
        hash: RULESET_HASH.into(),
    }
}

/// The answer to something that is not a request at all; `reason` says where reading stopped.
#[must_use]
pub fn unreadable(reason: &str) -> CheckAnswer {
    CheckAnswer::Failure {
        problems: vec![ProblemAnswer {
            field: Text::default(),
            value: Text::default(),
            code: "unreadable".into(),
            message: format!("the request cannot be read: {reason}; compare it with the schema of requests").into(),
        }],
    }
}

/// A request that can be worked on.
struct Prepared<'a> {
    request: &'a CheckRequest,
    clock: Clock,
    household: Household,
    /// The other households it may be, with the questions that tell them apart.
    others: Vec<(Unknowns, Household)>,
    law: Law,
    regimes: Vec<&'a Regime>,
    together: Vec<&'a Regime>,
}

/// The dated values of a month and a place, read once for every household supposed there.
pub(super) struct Law {
    pub values: Values,
    scales: Scales,
    prime_activite: Option<PrimeValues>,
}

impl Law {
    fn at(clock: Clock, territory: Territory) -> Result<Self, NotComputable> {
        let values = Values::for_household(clock, territory)?;
        Ok(Self {
            scales: Scales::at(&values),
            prime_activite: PrimeValues::at(&values),
            values,
        })
    }
}

/// What a household comes to.
pub(super) struct Outcome {
    pub assessment: Assessment,
    pub prime_activite: PrimeActivite<Ranges>,
    pub rights: Rights<Ranges>,
}

fn prepare(request: &CheckRequest) -> Result<Prepared<'_>, Vec<ProblemAnswer>> {
    let mut problems = Problems {
        language: request.language,
        found: Vec::new(),
    };
    if request.schema_version != SCHEMA_VERSION {
        problems.push(
            "schema_version",
            request.schema_version.to_string(),
            Trouble::SchemaVersion,
        );
    }
    let known_on = request.known_on.as_ref().and_then(|text| {
        Day::parse(text)
            .map_err(|_| problems.push("known_on", text.clone(), Trouble::Day))
            .ok()
    });
    let regimes = problems.regimes(request);
    let mut together = problems.named(&request.together, "together", &request.own_regimes);
    // Named twice, it is put once on the bill.
    let mut seen = Vec::new();
    together.retain(|regime| {
        let first = !seen.contains(&&regime.id);
        seen.push(&regime.id);
        first
    });
    let Ok(month) = Month::parse(&request.month) else {
        problems.push("month", request.month.clone(), Trouble::Month);
        return Err(problems.found);
    };
    let clock = Clock { month, known_on };
    let territory = request.household.territory.unwrap_or(Territory::Metropolitan);
    let law = Law::at(clock, territory)
        .map_err(|reason| problems.not_computable(reason, request))
        .ok();
    let household = request.household.check(month);
    let household = household.and_then(|household| Ok((household, request.household.others(month)?)));
    let household = household.map_err(|found| problems.household(found)).ok();
    match (household, law) {
        (Some((household, others)), Some(law)) if problems.found.is_empty() => Ok(Prepared {
            request,
            clock,
            household,
            others,
            law,
            regimes,
            together,
        }),
        _ => Err(problems.found),
    }
}

impl Prepared<'_> {
    fn answer(&self) -> Assessed {
        let language = self.request.language;
        let full = self.request.detail == Detail::Full;
        let mut reading = if full { Ranges::traced() } else { Ranges::silent() };
        let outcome = work_out(&self.household, &self.others, &self.law, &mut reading);
        let steps = reading.into_steps();
        let elsewhere = self.elsewhere();
        let verdicts = self.verdicts(&outcome, &elsewhere);
        let view = View {
            language,
            household: &self.household,
            values: &self.law.values,
            outcome: &outcome,
            elsewhere: &elsewhere,
            full,
        };
        let (steps, values) = view.steps(&steps);
        let answers = self.regimes.iter().zip(&verdicts);
        Assessed {
            schema_version: SCHEMA_VERSION,
            ruleset: ruleset(),
            month: self.request.month.clone().into(),
            known_on: self.request.known_on.clone().map(Text::from),
            together: view.together(&self.together),
            rsa: view.rsa(),
            prime_activite: view.prime_activite(),
            health_cover: view.health_cover(),
            energy_cheque: view.energy_cheque(),
            spending: full.then(|| view.spending(&view.savings(&self.regimes, &verdicts))),
            pointers: if full { view.pointers() } else { Vec::new() },
            regimes: answers.map(|(regime, verdict)| view.regime(regime, *verdict)).collect(),
            next_question: next_question(&self.household, &verdicts, &|household| {
                self.settled(household, &elsewhere)
            })
            .map(|question| asked(&self.household, question)),
            steps,
            values,
        }
    }

    /// The household in the other territories it may live in, and their values; nothing where they cannot be worked out.
    fn elsewhere(&self) -> Vec<Option<(Outcome, Law)>> {
        let others: &[Territory] = match self.household.territory {
            Some(_) => &[],
            None => &[Territory::Overseas, Territory::Mayotte],
        };
        let work_out_in = |territory: &Territory| {
            let law = Law::at(self.clock, *territory).ok()?;
            let there = |household: &Household| Household {
                territory: Some(*territory),
                ..household.clone()
            };
            let others: Vec<_> = self.others.iter().map(|(open, other)| (*open, there(other))).collect();
            let outcome = work_out(&there(&self.household), &others, &law, &mut Ranges::silent());
            Some((outcome, law))
        };
        others.iter().map(work_out_in).collect()
    }

    /// The verdict of each regime. A territory that is not known makes a verdict open unless the three agree.
    fn verdicts(&self, outcome: &Outcome, elsewhere: &[Option<(Outcome, Law)>]) -> Vec<Verdict> {
        let mut verdicts = self.verdicts_of(outcome, &self.law);
        for there in elsewhere {
            let there = there.as_ref().map(|(outcome, law)| self.verdicts_of(outcome, law));
            for (place, verdict) in verdicts.iter_mut().enumerate() {
                *verdict = agree(*verdict, there.as_ref().and_then(|there| there.get(place)).copied());
            }
        }
        verdicts
    }

    fn verdicts_of(&self, outcome: &Outcome, law: &Law) -> Vec<Verdict> {
        self.regimes
            .iter()
            .map(|regime| entitled(regime, &outcome.assessment.facts, &outcome.rights, &law.values))
            .collect()
    }

    /// The verdicts a household settles in the place where it lives, supposing nobody more in it: who is not known settles
    /// nothing.
    fn settled(&self, household: &Household, elsewhere: &[Option<(Outcome, Law)>]) -> Verdicts {
        let territory = household.territory.unwrap_or(self.law.values.territory);
        let laws = elsewhere.iter().flatten().map(|(_, law)| law);
        let Some(law) = laws.chain([&self.law]).find(|law| law.values.territory == territory) else {
            return 0; // nothing can be worked out there
        };
        let outcome = work_out(household, &[], law, &mut Ranges::silent());
        which(&self.verdicts_of(&outcome, law), Unknowns::is_empty)
    }
}

/// Assesses a household and the others it may be, and reads the rules of the benefits on what allows for all of them.
fn work_out(household: &Household, others: &[(Unknowns, Household)], law: &Law, reading: &mut Ranges) -> Outcome {
    let Law { values, scales, .. } = law;
    let facts_of = |household: &Household, reading: &mut Ranges| {
        let assessment = assess(household, values, reading);
        let prime = law.prime_activite.as_ref();
        let prime_activite = prime_activite::of_household(reading, household, values, prime, &assessment);
        (assessment, prime_activite)
    };
    let mut silent = Ranges::silent();
    // The steps of one household would not be those of the others.
    let telling = if others.is_empty() { &mut *reading } else { &mut silent };
    let (mut assessment, mut prime_activite) = facts_of(household, telling);
    for (open, other) in others {
        let (there, prime_there) = facts_of(other, &mut Ranges::silent());
        assessment.allow_for(&there, *open);
        prime_activite.allow_for(&prime_there, *open);
    }
    let facts = &mut assessment.facts;
    facts.prime_activite = prime_activite.total;
    let rights = rights(reading, facts, values, scales);
    let budget = Budget::of(household, facts.disposable_income, facts.consumption_units);
    facts.pre_committed = budget.paid(Definition::Drees);
    Outcome {
        assessment,
        prime_activite,
        rights,
    }
}

fn agree(here: Verdict, there: Option<Verdict>) -> Verdict {
    let territory = Question::Territory.open();
    match (here, there) {
        (Verdict::Yes, Some(Verdict::Yes)) => Verdict::Yes,
        (Verdict::No, Some(Verdict::No)) => Verdict::No,
        // Somebody decides it, here as there.
        (Verdict::Maybe(one), Some(Verdict::Maybe(other))) if one.union(other).is_empty() => here,
        (here, there) => Verdict::Maybe(
            here.open()
                .union(there.map_or(Unknowns::NONE, Verdict::open))
                .union(territory),
        ),
    }
}

/// A question as an answer names it.
pub(super) fn asked(household: &Household, question: Question) -> QuestionAnswer {
    QuestionAnswer {
        question: question.name().into(),
        persons: household.unanswered_by(question),
    }
}
