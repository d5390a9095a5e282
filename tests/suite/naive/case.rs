//! One household as the reference files write it (their SOURCE.txt describes every field).

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer};
use tarif_social::units::{Day, Month};

use super::exact;

/// One household and the month its right is looked at.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    #[serde(default)]
    pub id: String,
    #[serde(deserialize_with = "month")]
    pub period: Month,
    /// The reference quarter the other model used for this household.
    #[serde(default)]
    pub quarter: Quarter,
    pub inputs: Inputs,
    /// The other model's answers; empty in a household of our own.
    #[serde(default)]
    pub outputs: serde_json::Value,
}

/// A reference quarter, counted back from the month M of the right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Quarter {
    #[default]
    #[serde(rename = "M-3..M-1")]
    Previous,
    #[serde(rename = "M-4..M-2")]
    Shifted,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inputs {
    #[serde(default)]
    pub territory: Territory,
    pub housing: Housing,
    #[serde(default)]
    pub family: Family,
    pub persons: Vec<Person>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Territory {
    /// Metropolitan France, and the overseas departments that share its amounts.
    #[default]
    Metropolitan,
    Mayotte,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Housing {
    pub status: Tenure,
    /// Housing benefit of the month.
    #[serde(default, deserialize_with = "amount")]
    pub housing_benefit: Decimal,
    /// Rent, or loan instalment.
    #[serde(default, deserialize_with = "amount")]
    pub monthly_housing_cost: Decimal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tenure {
    Tenant,
    TenantSocial,
    TenantFurnished,
    Owner,
    OwnerMortgage,
    Free,
    FreeContributing,
    Hostel,
    Homeless,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Family {
    /// Alone for less than 18 months.
    pub recent_isolation: bool,
    /// Yearly income of N-2, for family benefits only.
    #[serde(deserialize_with = "amount")]
    pub n2_resources: Decimal,
    pub dual_earner_n2: bool,
    #[serde(deserialize_with = "amount")]
    pub aspa: Decimal,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub role: Role,
    #[serde(deserialize_with = "day")]
    pub birth_date: Day,
    #[serde(default)]
    pub student: bool,
    /// On parental, sabbatical or unpaid leave.
    #[serde(default)]
    pub on_leave: bool,
    /// Meets the conditions of nationality and residence permit.
    #[serde(default = "yes")]
    pub residence_ok: bool,
    /// Stays regularly in France.
    #[serde(default = "yes")]
    pub regular_stay: bool,
    /// Worked 3,214 hours in three years (RSA jeune).
    #[serde(default)]
    pub young_hours_ok: bool,
    #[serde(default)]
    pub pregnant: bool,
    /// For a child: lives by turns with both parents.
    #[serde(default)]
    pub shared_custody: bool,
    /// Capital of untaxed savings.
    #[serde(default, deserialize_with = "amount")]
    pub savings: Decimal,
    #[serde(default, deserialize_with = "incomes")]
    pub income: BTreeMap<Kind, [Decimal; 5]>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Applicant,
    Partner,
    Child,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    NetWage,
    Unemployment,
    Pension,
    InvalidityPension,
    AlimonyReceived,
    /// Nobody's income; neither the RSA nor the prime d'activité looks at it.
    AlimonyPaid,
    Exceptional,
    SickPay,
    Ass,
    Aah,
}

impl Case {
    pub fn parse(line: &str) -> Self {
        serde_json::from_str(line).unwrap_or_else(|error| panic!("{error} in `{line}`"))
    }

    #[cfg(test)] // the runner on reference files needs none
    /// A household of our own, without another model's answers.
    pub fn of(period: &str, inputs: Inputs) -> Self {
        let period = Month::parse(period).unwrap();
        Self {
            id: String::new(),
            period,
            quarter: Quarter::default(),
            inputs,
            outputs: serde_json::Value::Null,
        }
    }

    /// The same household in the month `back` months before M.
    pub fn seen_from(&self, back: usize) -> Self {
        let mut earlier = self.clone();
        earlier.period = self.period.plus(-i32::try_from(back).unwrap());
        for (person, now) in earlier.inputs.persons.iter_mut().zip(&self.inputs.persons) {
            for (kind, months) in &mut person.income {
                *months = [4, 3, 2, 1, 0].map(|before| now.income(*kind, before + back));
            }
        }
        earlier
    }

    pub fn parents(&self) -> impl Iterator<Item = &Person> {
        self.inputs.persons.iter().filter(|person| person.role != Role::Child)
    }

    pub fn children(&self) -> impl Iterator<Item = &Person> {
        self.inputs.persons.iter().filter(|person| person.role == Role::Child)
    }

    pub fn is_couple(&self) -> bool {
        self.inputs.persons.iter().any(|person| person.role == Role::Partner)
    }
}

impl Person {
    /// Its income of `kind` in the month `back` months before M. Months before M-4 are like M-4.
    pub fn income(&self, kind: Kind, back: usize) -> Decimal {
        self.income
            .get(&kind)
            .map_or(Decimal::ZERO, |months| months[4 - back.min(4)])
    }
}

fn yes() -> bool {
    true
}

fn month<'a, D: Deserializer<'a>>(input: D) -> Result<Month, D::Error> {
    Month::parse(&String::deserialize(input)?).map_err(serde::de::Error::custom)
}

fn day<'a, D: Deserializer<'a>>(input: D) -> Result<Day, D::Error> {
    Day::parse(&String::deserialize(input)?).map_err(serde::de::Error::custom)
}

/// A JSON number with the decimals it is written with: the shortest text of a float is the text it was read from.
fn amount<'a, D: Deserializer<'a>>(input: D) -> Result<Decimal, D::Error> {
    Ok(exact(&serde_json::Number::deserialize(input)?.to_string()))
}

fn incomes<'a, D: Deserializer<'a>>(input: D) -> Result<BTreeMap<Kind, [Decimal; 5]>, D::Error> {
    let read = BTreeMap::<Kind, [serde_json::Number; 5]>::deserialize(input)?;
    Ok(read
        .into_iter()
        .map(|(kind, months)| (kind, months.map(|number| exact(&number.to_string()))))
        .collect())
}
