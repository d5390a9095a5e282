//! Complementary health cover: CMU-C and ACS until October 2019, complémentaire santé solidaire since (CSS L861-1 and
//! following).
//!
//! Scope and what is left out: `README.md` in this folder.

use crate::algebra::{Amount, Count, Domain, Ranges, Truth, Unknowns};
use crate::benefits::rsa::{self, Rsa};
use crate::facts::{Facts, Values};
use crate::household::{Benefit, Territory};
use crate::law::{Known, params};
use crate::units::{Cents, Rate};

/// The cover a household may claim. Amounts in euros a year.
#[derive(Clone, Copy, Debug)]
pub struct C2s<D: Domain> {
    /// Resources of the last twelve months, flat housing amount included.
    pub resources: D::Amount,
    /// Ceiling of the cover free of charge (CMU-C before November 2019).
    pub ceiling: D::Amount,
    /// Ceiling of the cover with a contribution (ACS before November 2019).
    pub ceiling_with_contribution: D::Amount,
    /// Free of charge: by the resources, or as of right with the RSA.
    pub free: D::Truth,
    /// With a contribution: above the first ceiling and not above the second one.
    pub with_contribution: D::Truth,
}

impl C2s<Ranges> {
    /// Allows for another cover too, told apart by the questions in `open`.
    pub fn allow_for(&mut self, other: &Self, open: Unknowns) {
        for (here, there) in [
            (&mut self.resources, &other.resources),
            (&mut self.ceiling, &other.ceiling),
            (&mut self.ceiling_with_contribution, &other.ceiling_with_contribution),
        ] {
            here.allow_for(there, open);
        }
        self.free.allow_for(&other.free, open);
        self.with_contribution.allow_for(&other.with_contribution, open);
    }
}

/// The ceilings and flat housing rates of a month and a territory.
#[derive(Clone, Copy, Debug)]
pub struct Ceilings {
    /// One person, in metropolitan France, in euros a year.
    pub base: Known,
    /// What the second person, each of the next two, then each further one adds (CSS R861-3).
    pub persons: [Known; 3],
    /// What is added overseas; `None` in metropolitan France.
    pub overseas: Option<Known>,
    /// What is added to be covered with a contribution.
    pub contribution: Known,
    /// Months without work after which recipients of the ASPA, of the ASI and, living alone, of the ASS are taken to be below
    /// the ceiling with a contribution (CSS L861-2).
    pub presumed: [Option<Known>; 3],
    /// Flat housing rates with housing benefit, for one, two, three persons and more (CSS R861-7).
    pub flat_with_benefit: [Known; 3],
    /// Flat housing rates for whoever is housed free (CSS R861-5).
    pub flat_housed_free: [Known; 3],
    /// The amounts they give, in their order, in euros a month.
    flat_amounts: [[Cents; 3]; 2],
}

impl Ceilings {
    /// The ceilings in force. `None` in Mayotte before 2024, where there was no such cover, and when a value was not published
    /// yet.
    #[must_use]
    pub fn at(values: &Values) -> Option<Self> {
        let clock = values.clock;
        let overseas = match values.territory {
            Territory::Metropolitan => None,
            Territory::Overseas => Some(params::C2S_MAJORATION_DOM.at(clock)?),
            Territory::Mayotte => Some(params::C2S_MAJORATION_MAYOTTE.at(clock)?),
        };
        let flat_with_benefit = [
            params::C2S_FORFAIT_LOGEMENT_AVEC_AIDE_UNE_PERSONNE.at(clock)?,
            params::C2S_FORFAIT_LOGEMENT_AVEC_AIDE_DEUX_PERSONNES.at(clock)?,
            params::C2S_FORFAIT_LOGEMENT_AVEC_AIDE_TROIS_PERSONNES.at(clock)?,
        ];
        let flat_housed_free = [
            params::C2S_FORFAIT_LOGEMENT_SANS_AIDE_UNE_PERSONNE.at(clock)?,
            params::C2S_FORFAIT_LOGEMENT_SANS_AIDE_DEUX_PERSONNES.at(clock)?,
            params::C2S_FORFAIT_LOGEMENT_SANS_AIDE_TROIS_PERSONNES.at(clock)?,
        ];
        Some(Self {
            base: params::C2S_PLAFOND.at(clock)?,
            persons: [
                params::C2S_PART_DEUXIEME_PERSONNE.at(clock)?,
                params::C2S_PART_TROISIEME_QUATRIEME_PERSONNE.at(clock)?,
                params::C2S_PART_PERSONNE_SUIVANTE.at(clock)?,
            ],
            overseas,
            contribution: params::C2S_MAJORATION_PARTICIPATION.at(clock)?,
            presumed: [
                params::C2S_PRESOMPTION_ASPA.at(clock),
                params::C2S_PRESOMPTION_ASI.at(clock),
                params::C2S_PRESOMPTION_ASS.at(clock),
            ],
            flat_with_benefit,
            flat_housed_free,
            flat_amounts: [flat_with_benefit, flat_housed_free]
                .map(|rates| values.increases.flat(values.montant_de_base, rates)),
        })
    }

    /// Ceiling of the free cover for so many persons, in euros a year, before it is rounded to the euro.
    ///
    /// # Example
    /// ```
    /// use tarif_social::benefits::c2s::Ceilings;
    /// use tarif_social::facts::Values;
    /// use tarif_social::household::Territory;
    /// use tarif_social::law::Clock;
    /// use tarif_social::units::{Cents, Month};
    /// let clock = Clock { month: Month::new(2025, 4), known_on: None };
    /// let values = Values::at(clock, Territory::Metropolitan).unwrap();
    /// let ceilings = Ceilings::at(&values).unwrap();
    /// assert_eq!(ceilings.of(1), Cents::new(1_033_900));
    /// assert_eq!(ceilings.of(4), Cents::new(2_171_190)); // 21,712 € once rounded
    /// ```
    #[must_use]
    pub fn of(&self, persons: i64) -> Cents {
        let [second, next_two, further] = self.persons.map(|share| share.rate().millionths());
        let shares = Rate::ONE.millionths()
            + second.saturating_mul((persons - 1).clamp(0, 1))
            + next_two.saturating_mul((persons - 2).clamp(0, 2))
            + further.saturating_mul((persons - 4).max(0));
        self.base.cents().times(Rate::new(shares))
    }

    /// CSS R861-3: what the ceiling of a household is; half of what a minor living by turns would add.
    fn of_household<D: Domain>(&self, facts: &Facts<D>) -> D::Amount {
        let mut ceiling = facts.health_cover_persons.look_up(|persons| self.of(persons));
        if let Some(halves) = facts.health_cover_by_turns {
            ceiling = ceiling - halves.look_up(|hundredths| self.base.cents().ratio(hundredths, 100));
        }
        match self.overseas {
            Some(more) => ceiling + ceiling.times(more.rate()),
            None => ceiling,
        }
    }

    /// Who receives one of these and has not worked in the three months before.
    fn presumes<D: Domain>(&self, facts: &Facts<D>) -> D::Truth {
        let always = D::Truth::from(true);
        let alone = facts.health_cover_persons.at_least(2).not();
        let of = [(Benefit::Aspa, always), (Benefit::Asi, always), (Benefit::Ass, alone)];
        let received = self.presumed.iter().zip(of).filter(|(known, _)| known.is_some());
        let any = received.fold(D::Truth::from(false), |any, (_, (benefit, lives_so))| {
            any.or(facts.receives(benefit).and(lives_so))
        });
        any.and(facts.worked_lately.not())
    }
}

/// CSS L861-1, L861-2.
pub fn c2s<D: Domain>(reading: &mut D, facts: &Facts<D>, rsa: &Rsa<D>, values: &Values, ceilings: &Ceilings) -> C2s<D> {
    let zero = D::Amount::from(Cents::ZERO);
    let flat_housing = flat_housing(reading, facts, ceilings);
    let resources = facts.resources_12_months + flat_housing;
    let resources = reading.note("c2s.resources", resources, &[]);
    let unrounded = ceilings.of_household(facts);
    let ceiling = reading.note("c2s.ceiling", published::<D>(unrounded), &[ceilings.base]);
    let ceiling_with_contribution = reading.note(
        "c2s.ceiling_with_contribution",
        published::<D>(unrounded + unrounded.times(ceilings.contribution.rate())),
        &[ceilings.base, ceilings.contribution],
    );

    // CSS L861-2: the RSA opens it as of right; until 2015, its socle part alone, which receiving the RSA does not tell.
    let by_rsa = if values.has_rsa_activite() {
        zero.below(rsa.socle)
    } else {
        zero.below(rsa.total).or(facts.receives(Benefit::Rsa))
    };
    let free = resources.at_most(ceiling).or(by_rsa);
    let below = resources.at_most(ceiling_with_contribution);
    let with_contribution = free.not().and(below.or(ceilings.presumes(facts)));
    C2s {
        resources,
        ceiling,
        ceiling_with_contribution,
        free: reading.note("c2s.free", free, &[]),
        with_contribution: reading.note("c2s.with_contribution", with_contribution, &[]),
    }
}

/// CSS L861-1, L863-1 (since the loi de financement for 2007): to the nearest euro, the half upwards.
fn published<D: Domain>(ceiling: D::Amount) -> D::Amount {
    ceiling.ratio(1, 100).ratio(100, 1)
}

/// CSS R861-5, R861-7: shares of the RSA of one, two, three persons and more: the housing benefit up to 12, 16 and
/// 16.5 %; 12, 14 and 14 % for whoever is housed free. A year.
fn flat_housing<D: Domain>(reading: &mut D, facts: &Facts<D>, ceilings: &Ceilings) -> D::Amount {
    let zero = D::Amount::from(Cents::ZERO);
    let flat = |amounts| rsa::of_persons::<D>(facts.health_cover_persons, amounts);
    let [with_benefit, housed_free] = ceilings.flat_amounts;
    let month =
        facts
            .housing_benefit
            .lesser(flat(with_benefit))
            .greater(D::select(facts.housed_free, flat(housed_free), zero));
    let [a, b, c] = ceilings.flat_with_benefit;
    let [d, e, f] = ceilings.flat_housed_free;
    reading.note("c2s.flat_housing", month.ratio(12, 1), &[a, b, c, d, e, f])
}
