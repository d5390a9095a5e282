//! A household as a row of a file: what each column says of it, and what the rules look at.

use super::super::draw::{Activity, Drawn, Housing};
use super::super::facts::cents;
use super::super::families::Kind as Family;
use super::super::spending::post;
use super::super::tally::Counted;
use super::columns::{COLUMNS, COUNT, FIRST_BENEFIT, Id, MOST_CENTS, MOST_PARTS};
use super::fault::RowFault;
use crate::algebra::{Amount, Count, Domain, Range, Ranges, Truth, Unknowns, Verdict, Whole};
use crate::facts::{AdultFacts, Facts, Unmet, Values, YearOfAbatements, units_by_head};
use crate::household::{Benefit, Territory};
use crate::spending::place;
use crate::units::Cents;

/// What each column says, as a whole number of what it holds; nothing where it says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row([Option<i64>; COUNT]);

impl Default for Row {
    fn default() -> Self {
        Self([None; COUNT])
    }
}

/// The places of [`Family::ALL`] of the two types of couple.
const COUPLES: [i64; 2] = [Family::Couple as i64, Family::CoupleWithChildren as i64];

impl Row {
    pub(super) fn get(&self, id: Id) -> Option<i64> {
        self.at(id as usize)
    }

    /// What the column at this place of [`COLUMNS`] says.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<i64> {
        self.0.get(place).copied().flatten()
    }

    pub(super) fn set_at(&mut self, place: usize, value: Option<i64>) {
        if let Some(cell) = self.0.get_mut(place) {
            *cell = value;
        }
    }

    fn set(&mut self, id: Id, value: impl Into<i64>) {
        self.set_at(id as usize, Some(value.into()));
    }

    /// Weight, in thousandths.
    pub(super) fn weight(&self) -> u64 {
        self.get(Id::Weight)
            .and_then(|weight| u64::try_from(weight).ok())
            .unwrap_or(1000)
    }

    pub(super) fn territory(&self) -> Territory {
        let place = self.get(Id::Territory).and_then(|place| usize::try_from(place).ok());
        place
            .and_then(|place| Territory::ALL.get(place))
            .copied()
            .unwrap_or(Territory::Metropolitan)
    }

    /// What does not go together, by the column to look at.
    pub(super) fn faults(&self) -> Vec<(Id, RowFault)> {
        let number = |id: Id| self.get(id).unwrap_or_default();
        let (adults, children) = (number(Id::Adults), number(Id::Young) + number(Id::Teenagers));
        let mut faults = Vec::new();
        let name = |id: Id| COLUMNS.get(id as usize).map(|column| column.name);
        for (part, whole) in [
            (Id::Infants, Id::Young),
            (Id::RsaAdults, Id::Adults),
            (Id::Internet, Id::Telecoms),
            (Id::Landline, Id::Telecoms),
        ] {
            let both = self.get(part).zip(self.get(whole));
            if both.is_some_and(|(part, whole)| part > whole) {
                faults.extend(name(whole).map(|name| (part, RowFault::MoreThan(name))));
            }
        }
        for (part, persons) in [
            (Id::RsaChildren, adults - 1 + children),
            (Id::WithoutIncome, adults + children),
        ] {
            if number(part) > persons {
                faults.push((part, RowFault::MoreThanPersons));
            }
        }
        for (amount, said) in [(Id::HousingBenefit, Id::Housing), (Id::Prime, Id::PrimeActivite)] {
            if number(amount) > 0 && self.get(said) == Some(0) {
                faults.extend(name(said).map(|name| (amount, RowFault::Contradicts(name))));
            }
        }
        let fits = match self.get(Id::Family) {
            None => true,
            Some(kind) if kind == Family::Single as i64 => adults == 1 && children == 0,
            Some(kind) if kind == Family::Couple as i64 => adults >= 2 && children == 0,
            Some(kind) if kind == Family::CoupleWithChildren as i64 => adults > 2 || (adults == 2 && children > 0),
            Some(kind) if kind == Family::LoneParent as i64 => adults > 1 || children > 0,
            Some(_) => true,
        };
        if !fits {
            faults.push((Id::Family, RowFault::NotOfThisType));
        }
        faults
    }

    /// The type of household, given or, for one adult, seen.
    fn family(&self) -> Option<i64> {
        let children = self.get(Id::Young).zip(self.get(Id::Teenagers));
        let seen = || match (self.get(Id::Adults), children) {
            (Some(1), Some((0, 0))) => Some(Family::Single as i64),
            (Some(1), Some(_)) => Some(Family::LoneParent as i64),
            _ => None,
        };
        self.get(Id::Family).or_else(seen)
    }

    fn truth(&self, id: Id) -> Verdict {
        self.get(id)
            .map_or_else(Ranges::unsettled, |value| Verdict::from(value != 0))
    }

    /// An amount of which nothing is known lies between nothing and the most.
    fn amount(&self, id: Id) -> Range {
        self.known(id).unwrap_or_else(|| open(Cents::ZERO))
    }

    fn known(&self, id: Id) -> Option<Range> {
        self.get(id).map(|cents| Range::from(Cents::new(cents)))
    }

    fn whole(&self, id: Id, low: i64, high: i64) -> Whole {
        let given = self.get(id).map(Whole::from);
        given.unwrap_or_else(|| Whole::new(low, high, Unknowns::NONE))
    }

    fn receives(&self, benefit: Benefit) -> Verdict {
        let amount = match benefit {
            Benefit::HousingBenefit => self.get(Id::HousingBenefit),
            Benefit::PrimeActivite => self.get(Id::Prime),
            _ => None,
        };
        let said = self.at(FIRST_BENEFIT + benefit.index()).map(|value| value != 0);
        let received = said.or(amount.map(|amount| amount > 0));
        received.map_or_else(Ranges::unsettled, Verdict::from)
    }

    /// An amount, or nothing when none of these benefits is received.
    fn unless_none(&self, id: Id, benefits: &[Benefit]) -> Range {
        let none = benefits.iter().all(|benefit| self.receives(*benefit) == Verdict::No);
        self.known(id).unwrap_or_else(|| {
            if none {
                Range::from(Cents::ZERO)
            } else {
                open(Cents::ZERO)
            }
        })
    }

    /// What the rules look at; what is not known lies between bounds.
    pub(super) fn facts(&self, values: &Values, abatements: YearOfAbatements) -> Facts<Ranges> {
        let number = |id: Id| self.get(id).unwrap_or_default();
        let (adults, young, teenagers) = (number(Id::Adults), number(Id::Young), number(Id::Teenagers));
        let (children, persons) = (young + teenagers, adults + young + teenagers);
        let family = self.family();
        let (least, most) = match family {
            Some(kind) if COUPLES.contains(&kind) => (2, 2),
            Some(_) => (1, 1),
            None => (1, 2),
        };
        let heads = self.whole(Id::RsaAdults, least, most);
        let couple = Whole::new(least, most, Unknowns::NONE).at_least(2);
        // Grown children of a family may be dependants; people who share a home are not.
        let others = match family {
            Some(kind) if kind == Family::Other as i64 => 0,
            _ => (adults - least).max(0),
        };
        let dependants = self.whole(Id::RsaChildren, children, children + others);
        let infants = self.whole(Id::Infants, 0, young);
        let second = match family {
            Some(kind) if kind == Family::Other as i64 => Verdict::from(adults >= 2),
            _ => couple,
        };
        let described = [
            AdultFacts {
                present: Verdict::Yes,
                age: self.whole(Id::Age, 15, 120),
                jobseeker: match self.get(Id::Activity) {
                    Some(activity) => Verdict::from(activity == Activity::Unemployed as i64),
                    None => Ranges::unsettled(),
                },
            },
            AdultFacts {
                present: second,
                age: self.whole(Id::PartnerAge, 15, 120),
                jobseeker: self.truth(Id::PartnerSeeks),
            },
        ];
        let earnings = self.amount(Id::Earnings);
        let other_income = self.amount(Id::Other);
        let minimum_incomes = self.unless_none(Id::Minimum, &[Benefit::Aah, Benefit::Ass, Benefit::Aspa, Benefit::Asi]);
        let family_benefits = match self.known(Id::FamilyBenefits) {
            None if persons == 1 => Range::from(Cents::ZERO),
            known => known.unwrap_or_else(|| open(Cents::ZERO)),
        };
        let [aah, aspa] = [Benefit::Aah, Benefit::Aspa].map(|benefit| self.receives(benefit));
        let abated = abatements.of::<Ranges>([aah, aspa], couple, minimum_incomes);
        let resources = || (earnings + other_income + minimum_incomes + family_benefits).ratio(12, 1) - abated;
        let internet_price = self.amount(Id::Internet);
        let landline_price = self.amount(Id::Landline);
        let telecom_bills = self.known(Id::Telecoms).unwrap_or_else(|| open(internet_price.low()));
        let mut receives = [Verdict::No; Benefit::ALL.len()];
        for (place, benefit) in receives.iter_mut().zip(Benefit::ALL) {
            *place = self.receives(*benefit);
        }
        let entitled = match self.get(Id::RsaConditions) {
            Some(met) => Verdict::from(met != 0),
            None => conditions(values, &described, couple, dependants),
        };
        let isolated = match self.get(Id::Isolated) {
            Some(met) => Verdict::from(met != 0),
            None => couple
                .not()
                .and(dependants.at_least(1))
                .and(infants.at_least(1).or(Ranges::unsettled())),
        };
        Facts {
            territory: values.territory,
            adults: heads,
            dependants,
            without_by_turns: None,
            entitled,
            unmet: Unmet::default(),
            lone_parent: isolated.and(Verdict::from(values.increases_lone_parents())),
            earnings,
            worked_lately: Range::from(Cents::ZERO).below(earnings),
            other_income,
            minimum_incomes,
            family_benefits,
            housing_benefit: self.unless_none(Id::HousingBenefit, &[Benefit::HousingBenefit]),
            housed_free: match self.get(Id::Tenure) {
                Some(tenure) => Verdict::from([Housing::Owner as i64, Housing::LodgedFree as i64].contains(&tenure)),
                None => Ranges::unsettled(),
            },
            receives,
            prime_activite: self.unless_none(Id::Prime, &[Benefit::PrimeActivite]),
            health_cover_persons: Whole::from(persons),
            health_cover_by_turns: None,
            resources_12_months: self.known(Id::Resources).unwrap_or_else(resources),
            rfr: self.amount(Id::Rfr),
            parts: self.whole(Id::TaxParts, 100, (100 * persons + 100).min(MOST_PARTS)),
            energy_units: Whole::from(units_by_head(persons)),
            consumption_units: Whole::from(self.units()),
            quotient_familial_caf: self.amount(Id::Quotient),
            disposable_income: self.amount(Id::Disposable),
            disposable_is_complete: Verdict::Yes,
            pre_committed: self.pre_committed(),
            internet_price,
            landline_price,
            telecom_bills,
            described,
            persons: Whole::from(persons),
            persons_without_income: self.whole(Id::WithoutIncome, 0, persons),
            collective_cable: self.truth(Id::Cable),
            fixed_line: Range::from(Cents::ZERO).below(landline_price),
            social_line: Verdict::from(self.get(Id::SocialLine) == Some(1)),
        }
    }

    /// Consumption units, in tenths.
    fn units(&self) -> i64 {
        let number = |id: Id| self.get(id).unwrap_or_default();
        10 + 5 * (number(Id::Adults) - 1 + number(Id::Teenagers)) + 3 * number(Id::Young)
    }

    /// The total, or the sum of its posts.
    fn pre_committed(&self) -> Range {
        const POSTS: [Id; 6] = [Id::Rent, Id::Charges, Id::Energy, Id::Insurance, Id::Loan, Id::Telecoms];
        let sum = || POSTS.iter().map(|post| self.amount(*post)).sum();
        self.known(Id::Constrained).unwrap_or_else(sum)
    }

    /// Standard of living, a month.
    fn living(&self) -> Cents {
        let disposable = Cents::new(self.get(Id::Disposable).unwrap_or_default());
        disposable.ratio(10, self.units())
    }

    pub(super) fn is_poor(&self, values: &Values) -> bool {
        match (self.get(Id::Poor), values.poverty_line) {
            (Some(poor), _) => poor != 0,
            (None, line) => line.is_some_and(|line| self.living() < line.cents()),
        }
    }

    /// Its group in each of the groupings of the population.
    pub(super) fn groups(&self, values: &Values) -> [Option<usize>; 7] {
        let group = |value: Option<i64>| value.and_then(|value| usize::try_from(value).ok());
        let year = u16::try_from(values.clock.month.year()).unwrap_or_default();
        let a_year = self.living().multiplied(12);
        let placed = || {
            let placed = place(a_year, a_year, year)?;
            (placed.lowest == placed.highest).then_some(i64::from(placed.lowest))
        };
        let tenth = self.get(Id::Tenth).or_else(placed);
        let age = self.get(Id::Age).map(|age| match age {
            ..30 => 0,
            30..50 => 1,
            50..65 => 2,
            _ => 3,
        });
        [
            Some(0),
            group(tenth.map(|tenth| tenth - 1)),
            group(self.family()),
            age,
            group(self.get(Id::Tenure)),
            group(self.get(Id::Place)),
            group(self.get(Id::Activity)),
        ]
    }

    /// A simulated household as a row that says everything of it: read again, it is counted the same.
    #[must_use]
    pub fn of(drawn: &Drawn, counted: &Counted, weight: u64) -> Self {
        let facts = &counted.judged.facts;
        let mut row = Self::default();
        row.set(Id::Weight, i64::try_from(weight).unwrap_or(i64::MAX));
        row.set(Id::Adults, drawn.adults + drawn.grown);
        row.set(Id::Young, drawn.minors - drawn.teenagers);
        row.set(Id::Teenagers, drawn.teenagers);
        row.set(Id::Infants, drawn.infant);
        row.set(Id::Family, drawn.kind as u8);
        row.set(Id::Age, drawn.age);
        row.set(Id::PartnerSeeks, false);
        if drawn.adults == 2 {
            row.set(Id::PartnerAge, drawn.age);
        }
        row.set(Id::Activity, drawn.activity as u8);
        row.set(Id::Territory, facts.territory.index() as u8);
        row.set(Id::Place, drawn.place as u8);
        row.set(Id::Tenure, drawn.housing as u8);
        for (id, amount) in [
            (Id::Disposable, facts.disposable_income),
            (Id::Earnings, facts.earnings),
            (Id::Other, facts.other_income),
            (Id::Minimum, facts.minimum_incomes),
            (Id::FamilyBenefits, facts.family_benefits),
            (Id::HousingBenefit, facts.housing_benefit),
            (Id::Prime, facts.prime_activite),
            (Id::Resources, facts.resources_12_months),
            (Id::Rfr, facts.rfr),
            (Id::Quotient, facts.quotient_familial_caf),
            (Id::Constrained, facts.pre_committed),
            (Id::Internet, facts.internet_price),
            (Id::Landline, facts.landline_price),
            (Id::Telecoms, facts.telecom_bills),
        ] {
            row.set(id, amount.count());
        }
        let spent = |place: usize| drawn.spending.get(place).copied().unwrap_or_default() / 12.0;
        let rent = cents(spent(post::RENT)) + facts.housing_benefit;
        row.set(Id::Rent, rent.count());
        for (id, place) in [
            (Id::Charges, post::CHARGES),
            (Id::Energy, post::ENERGY),
            (Id::Insurance, post::INSURANCE),
            (Id::Loan, post::LOAN),
        ] {
            row.set(id, cents(spent(place)).count());
        }
        row.set(Id::RsaAdults, facts.adults);
        row.set(Id::RsaChildren, facts.dependants);
        row.set(Id::RsaConditions, facts.entitled);
        row.set(Id::Isolated, facts.lone_parent);
        row.set(Id::TaxParts, facts.parts);
        row.set(Id::WithoutIncome, facts.persons_without_income);
        row.set(Id::Cable, facts.collective_cable);
        row.set(Id::SocialLine, facts.social_line);
        row.set(Id::Poor, counted.poor);
        row.set(Id::Tenth, drawn.tenth as u8 + 1);
        for (place, received) in facts.receives.into_iter().enumerate() {
            row.set_at(FIRST_BENEFIT + place, Some(i64::from(received)));
        }
        row
    }
}

/// Anything from `low` to the most.
fn open(low: Cents) -> Range {
    Range::new(low, Cents::new(MOST_CENTS), Unknowns::NONE)
}

/// CASF L262-4: 25 years or a dependant; a younger one may have worked enough (L262-7-1).
fn conditions(values: &Values, described: &[AdultFacts<Ranges>; 2], couple: Verdict, dependants: Whole) -> Verdict {
    let [first, second] = described;
    let adult = |age: Whole| {
        let young = values
            .young_age
            .map_or(Verdict::No, |least| age.at_least(least.number()));
        age.at_least(values.claimant_age.number())
            .or(young.and(Ranges::unsettled()))
    };
    dependants
        .at_least(1)
        .or(adult(first.age))
        .or(couple.and(adult(second.age)))
}
