//! A second implementation of the RSA and of the prime d'activité, written from the texts in the plainest style: one household, exact decimals,
//! its own table of values, nothing of the engine's rules. The engine is held against it, and it is held against
//! OpenFisca, from which it parts only by the [`Difference`]s it can switch on and off.

pub mod case;
pub mod values;

mod difference;
mod family;
mod prime_activite;
mod resources;
mod rsa;

pub use case::Case;
pub use difference::{Difference, Model};

use rust_decimal::{Decimal, RoundingStrategy};

/// Anything that answers what RSA a household is due, and what prime d'activité.
pub trait Rsa {
    fn rsa(&self, case: &Case) -> RsaAnswer;
}

impl Rsa for Model {
    fn rsa(&self, case: &Case) -> RsaAnswer {
        rsa::answer(*self, case)
    }
}

/// The right of one month, in euros.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RsaAnswer {
    /// Every person, in the order of the household.
    pub persons: Vec<PersonAnswer>,
    /// Children counted.
    pub dependants: usize,
    /// Allocations familiales counted: their base part.
    pub af: Decimal,
    pub cf: Decimal,
    pub paje: Decimal,
    pub asf: Decimal,
    /// ASPA, ASS and AAH of the whole household.
    pub minimum_incomes: Decimal,
    /// All that is counted: family benefits, minimum incomes, resources of the counted persons.
    pub resources: Decimal,
    /// Montant forfaitaire, with the lone-parent increase if any; zero when nobody may claim.
    pub guaranteed: Decimal,
    /// Whether it is increased for a lone parent.
    pub increased: bool,
    pub flat_housing: Decimal,
    pub socle: Decimal,
    pub activite: Decimal,
    pub total: Decimal,
    /// Prime d'activité of the month; none in Mayotte, whose amounts are not among the sources.
    pub prime_activite: Option<Decimal>,
}

impl RsaAnswer {
    /// Every part of the answer with its name; yes is 1.
    pub fn fields(&self) -> Vec<(String, Decimal)> {
        let mut fields: Vec<(String, Decimal)> = [
            ("dependants", Decimal::from(self.dependants)),
            ("af", self.af),
            ("cf", self.cf),
            ("paje", self.paje),
            ("asf", self.asf),
            ("minimum_incomes", self.minimum_incomes),
            ("resources", self.resources),
            ("guaranteed", self.guaranteed),
            ("increased", Decimal::from(u8::from(self.increased))),
            ("flat_housing", self.flat_housing),
            ("socle", self.socle),
            ("activite", self.activite),
            ("total", self.total),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into();
        if let Some(prime) = self.prime_activite {
            fields.push(("prime_activite".to_owned(), prime));
        }
        for (rank, person) in self.persons.iter().enumerate() {
            fields.push((
                format!("persons[{rank}].counted"),
                Decimal::from(u8::from(person.counted)),
            ));
            fields.push((format!("persons[{rank}].from_work"), person.from_work));
            fields.push((format!("persons[{rank}].other"), person.other));
        }
        fields
    }
}

/// What one person brings, whether or not the household counts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonAnswer {
    pub counted: bool,
    pub from_work: Decimal,
    pub other: Decimal,
}

/// A number as written.
pub fn exact(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap_or_else(|error| panic!("{error}: `{text}`"))
}

/// To the nearest cent, the half upwards.
pub fn to_the_cent(amount: Decimal) -> Decimal {
    amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}
