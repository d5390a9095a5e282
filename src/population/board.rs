//! The validation board: what the drawn population gives, beside what was published. A target that is missed is shown as
//! missed. Quantities held back are given without target: nothing was set on them.

use serde::Serialize;

use super::comparison::STATEMENT;
use super::data::{Base, Published, Target, targets};
use super::draw::{Drawn, Equipment, Source};
use super::facts::{Setting, pre_committed};
use super::families::Kind;
use super::model::{Model, TENTHS};
use super::spending::{TENTH_KEYS, post, published};
use crate::household::Benefit;
use crate::law::Text;
use crate::regimes::Words;
use crate::spending::{ENERGY_EFFORT, ENERGY_TENTHS, cell};
use crate::units::Month;

/// How a quantity stands beside its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Within the tolerance.
    Met,
    /// Beyond it.
    Missed,
    /// Held back, or not published for this base.
    WithoutTarget,
}

/// A line of the board.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Line {
    /// The quantity.
    pub id: &'static str,
    /// Its name.
    pub name: Words,
    /// `share`, `index`, `households`, `persons` or `euros`.
    pub unit: &'static str,
    /// The published value.
    pub target: Option<f64>,
    /// What the population gives; nothing where the base cannot tell.
    pub obtained: Option<f64>,
    /// How far it may be, in the unit of the quantity.
    pub tolerance: Option<f64>,
    /// The verdict.
    pub standing: Standing,
    /// What must be known to read it.
    pub note: Option<Words>,
    /// Where the target was published.
    pub source: Option<Published>,
}

/// The board of a population.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Board {
    /// What the population is, and is not.
    pub statement: Words,
    /// The population.
    pub base: &'static str,
    /// Households drawn.
    pub size: u64,
    /// What the draw begins with.
    pub seed: u64,
    /// Against published totals.
    pub lines: Vec<Line>,
    /// Computed, and set against nothing.
    pub held_back: Vec<Line>,
}

/// Sums over the households.
#[derive(Clone, Debug, Default)]
struct Sums {
    households: f64,
    persons: f64,
    poor_persons: f64,
    below_half: f64,
    /// Persons and poor persons: lone parents, couples with children, singles of 65 and more.
    of_kind: [(f64, f64); 3],
    owners: f64,
    /// Households and owners, by fifth.
    fifths: [(f64, f64); 5],
    /// Singles, lone parents, couples.
    rsa: [f64; 3],
    /// Persons of households that receive RSA, and those who are poor.
    rsa_persons: (f64, f64),
    cover: f64,
    cover_received: f64,
    aah: f64,
    aspa: f64,
    prime: f64,
    ass: f64,
    housing_benefit: f64,
    /// Couples with children, and their loan instalments of a year.
    loans: (f64, f64),
    /// Fixed accesses, and their bills of a month.
    accesses: (f64, f64),
    /// Households, six posts, telecoms, by tenth.
    tenths: [(f64, f64, f64); TENTHS],
    pre_committed: (f64, f64),
    pre_committed_poor: (f64, f64),
    energy_poor: f64,
    cheque: f64,
    cheque_lowest: f64,
    incomes: Vec<(f64, f64)>,
}

/// Ceiling of the energy cheque of 2023 and first threshold, in cents a year and consumption unit.
const CHEQUE: [f64; 2] = [1_100_000.0, 570_000.0];

impl Sums {
    /// `to_cheque`: what brings the tax income of the month to the one that the energy cheque of the year after looks at.
    fn add(&mut self, model: &Model, setting: &Setting, to_cheque: f64, drawn: &Drawn) {
        let judged = setting.judge(model, drawn);
        let facts = &judged.facts;
        let persons = facts.persons as f64;
        let is_poor = drawn.living < model.poverty_line;
        self.households += 1.0;
        self.persons += persons;
        self.incomes.push((drawn.living, persons));
        self.poor_persons += if is_poor { persons } else { 0.0 };
        self.below_half += if drawn.living < model.poverty_line * 5.0 / 6.0 {
            persons
        } else {
            0.0
        };
        let of_kind = match drawn.kind {
            Kind::LoneParent => Some(0),
            Kind::CoupleWithChildren => Some(1),
            Kind::Single if drawn.age >= 65 => Some(2),
            _ => None,
        };
        if let Some((all, poor)) = of_kind.and_then(|place| self.of_kind.get_mut(place)) {
            *all += persons;
            *poor += if is_poor { persons } else { 0.0 };
        }
        let owns = f64::from(u8::from(drawn.housing.owns()));
        self.owners += owns;
        if let Some((all, owners)) = self.fifths.get_mut(drawn.tenth / 2) {
            *all += 1.0;
            *owners += owns;
        }
        let couple = matches!(drawn.kind, Kind::Couple | Kind::CoupleWithChildren);
        let group = match (drawn.kind, drawn.minors) {
            (Kind::LoneParent, 1..) => 1,
            (Kind::Couple, _) => 2,
            (_, 1..) if couple => 2,
            _ => 0,
        };
        let one_if = |truth: bool| f64::from(u8::from(truth));
        if let Some(rsa) = self.rsa.get_mut(group) {
            *rsa += one_if(drawn.receives_rsa);
        }
        if drawn.receives_rsa {
            self.rsa_persons.0 += persons;
            self.rsa_persons.1 += if is_poor { persons } else { 0.0 };
        }
        let cover = judged.rights.c2s.as_ref();
        let entitled = cover.is_some_and(|cover| cover.free || cover.with_contribution);
        self.cover += one_if(entitled) * persons;
        let received = facts.receives(Benefit::C2sGratuite) || facts.receives(Benefit::C2sParticipation);
        self.cover_received += one_if(received) * persons;
        self.aah += one_if(drawn.aah);
        self.aspa += one_if(drawn.aspa);
        self.prime += one_if(drawn.prime_activite);
        self.ass += one_if(drawn.ass);
        self.housing_benefit += one_if(drawn.housing_benefit);
        if drawn.equipment == Equipment::Fixed {
            self.accesses.0 += 1.0;
            self.accesses.1 += facts.internet_price.count() as f64 / 100.0;
        }
        self.spending(model, drawn, is_poor);
        let by_unit = to_cheque * facts.rfr.ratio(100, facts.energy_units).count() as f64;
        let [ceiling, lowest] = CHEQUE;
        self.cheque += one_if(by_unit < ceiling);
        self.cheque_lowest += one_if(by_unit < lowest);
    }

    fn spending(&mut self, model: &Model, drawn: &Drawn, is_poor: bool) {
        let [rent, charges, energy, fuel, telecom, insurance, loan] = drawn.spending;
        if let Some((households, posts, telecoms)) = self.tenths.get_mut(drawn.tenth) {
            *households += 1.0;
            *posts += rent + charges + energy + fuel + telecom + insurance;
            *telecoms += telecom;
        }
        if drawn.kind == Kind::CoupleWithChildren {
            self.loans.0 += 1.0;
            self.loans.1 += loan;
        }
        let fifth = drawn.tenth / 2 + 1;
        let key = format!("{}_q{fifth}", if drawn.housing.owns() { "owner" } else { "tenant" });
        let consumption = cell("tenure_by_fifth", &key).map_or(0.0, |cell| cell.consumption.count() as f64 / 100.0);
        let (part, whole) = (pre_committed(drawn), consumption + loan);
        self.pre_committed.0 += part;
        self.pre_committed.1 += whole;
        if is_poor {
            self.pre_committed_poor.0 += part;
            self.pre_committed_poor.1 += whole;
        }
        let heating = energy + model.assumptions.collective_heating * charges;
        let income = drawn.living * drawn.units as f64 / 10.0;
        let effort = ENERGY_EFFORT.millionths() as f64 / 1e6;
        if heating > effort * income && drawn.tenth < usize::from(ENERGY_TENTHS) {
            self.energy_poor += 1.0;
        }
    }

    /// Gini index, share of the poorest 20 % and of the poorest 80 % of persons.
    fn inequality(&mut self) -> (f64, f64, f64) {
        self.incomes.sort_by(|one, other| one.0.total_cmp(&other.0));
        let whole: f64 = self.incomes.iter().map(|(living, persons)| living * persons).sum();
        let (mut people, mut income, mut area) = (0.0, 0.0, 0.0);
        let (mut s20, mut s80) = (0.0, 0.0);
        for (living, persons) in &self.incomes {
            let (share, of_income) = (persons / self.persons, living * persons / whole);
            area += share * (income + of_income / 2.0);
            let upto = |end: f64| ((end - people) / share).clamp(0.0, 1.0) * of_income;
            s20 += upto(0.2);
            s80 += upto(0.8);
            people += share;
            income += of_income;
        }
        (1.0 - 2.0 * area, s20, s80)
    }
}

/// Draws a population and sets it beside what was published.
#[must_use]
pub fn board(model: &Model, setting: &Setting, size: u64, seed: u64) -> Board {
    let mut sums = Sums::default();
    let mut source = Source::new(seed, 0);
    let base = model.base;
    let after = Setting::new(base, Month::new(setting.month.year() + 1, 4));
    let to_cheque = after.map_or(1.0, |after| after.tax_incomes() / setting.tax_incomes());
    for _ in 0..size {
        sums.add(model, setting, to_cheque, &model.draw(&mut source));
    }
    let times = base.households() as f64 / sums.households;
    let (gini, s20, s80) = sums.inequality();
    let ratio = |(whole, part): (f64, f64)| part / whole;
    let [lone, couples, old] = sums.of_kind.map(ratio);
    let [q1, q2, q3, q4, q5] = sums.fifths.map(ratio);
    let [single_rsa, lone_rsa, couple_rsa] = sums.rsa;
    let rsa: f64 = sums.rsa.iter().sum();
    let telecoms: f64 = sums.tenths.iter().map(|(_, _, telecoms)| telecoms).sum();
    let of_tenth = |tenth: usize| {
        sums.tenths
            .get(tenth)
            .map(|(count, _, telecoms)| telecoms / count / 12.0)
    };
    let share = |(part, whole): (f64, f64)| (base == Base::France2017).then_some(part / whole);
    let line = |target: Target, obtained: f64| line(base, target, Some(obtained));
    let maybe = |target: Target, obtained: Option<f64>| self::line(base, target, obtained);
    let lines = vec![
        line(targets::GINI, gini),
        line(targets::S20, s20),
        line(targets::S80, s80),
        line(targets::POVERTY, sums.poor_persons / sums.persons),
        line(targets::POVERTY_LONE_PARENT, lone),
        line(targets::POVERTY_COUPLE_CHILDREN, couples),
        line(targets::POVERTY_SINGLE_65, old),
        line(targets::POVERTY_50, sums.below_half / sums.persons),
        line(targets::OWNERS, sums.owners / sums.households),
        line(targets::OWNERS_Q1, q1),
        line(targets::OWNERS_Q2, q2),
        line(targets::OWNERS_Q3, q3),
        line(targets::OWNERS_Q4, q4),
        line(targets::OWNERS_Q5, q5),
        maybe(targets::CONSUMPTION, consumption_gap(base, &sums)),
        maybe(targets::PRE_COMMITTED, share(sums.pre_committed)),
        line(targets::TELECOM_MEAN, telecoms / sums.households / 12.0),
        maybe(targets::TELECOM_D1, of_tenth(0)),
        maybe(targets::TELECOM_D10, of_tenth(9)),
        line(targets::RSA, rsa * times),
        line(targets::RSA_SINGLE, single_rsa / rsa),
        line(targets::RSA_LONE_PARENT, lone_rsa / rsa),
        line(targets::RSA_COUPLE, couple_rsa / rsa),
        line(targets::RSA_POVERTY, ratio(sums.rsa_persons)),
        line(targets::HEALTH_COVER, sums.cover * times),
        line(targets::HEALTH_COVER_RECEIVED, sums.cover_received * times),
        line(targets::AAH, sums.aah * times),
        line(targets::ASPA, sums.aspa * times),
        line(targets::PRIME_ACTIVITE, sums.prime * times),
        line(targets::ASS, sums.ass * times),
        line(targets::HOUSING_BENEFIT, sums.housing_benefit * times),
        line(targets::HOME_LOAN, ratio(sums.loans) / 12.0),
        line(targets::FIXED_BILL, ratio(sums.accesses)),
    ];
    let held_back = vec![
        line(targets::ENERGY_POVERTY, sums.energy_poor / sums.households),
        line(targets::ENERGY_CHEQUE, sums.cheque * times),
        line(targets::ENERGY_CHEQUE_LOWEST, sums.cheque_lowest / sums.cheque),
        maybe(targets::PRE_COMMITTED_POOR, share(sums.pre_committed_poor)),
    ];
    Board {
        statement: STATEMENT,
        base: base.name(),
        size,
        seed,
        lines,
        held_back,
    }
}

/// The largest gap, over the tenths, between the posts that are drawn and the published ones, all added up.
fn consumption_gap(base: Base, sums: &Sums) -> Option<f64> {
    if base != Base::France2017 {
        return None;
    }
    let mut largest = 0.0_f64;
    for ((households, posts, _), key) in sums.tenths.iter().zip(TENTH_KEYS) {
        let cell = cell("deciles", key)?;
        let mut wanted = 0.0;
        for post in post::RENT..=post::INSURANCE {
            wanted += published(cell, post, i32::from(base.year()))?;
        }
        largest = largest.max((posts / households / wanted - 1.0).abs());
    }
    Some(largest)
}

fn line(base: Base, target: Target, obtained: Option<f64>) -> Line {
    let words = |text: Text| Words {
        fr: text.fr.into(),
        en: text.en.into(),
    };
    let wanted = base.of(&target.wanted);
    let tolerance = wanted.map(|wanted| {
        if target.relative {
            target.tolerance * wanted
        } else {
            target.tolerance
        }
    });
    let standing = match (wanted, tolerance, obtained) {
        (Some(wanted), Some(tolerance), Some(obtained)) if (obtained - wanted).abs() <= tolerance => Standing::Met,
        (Some(_), Some(_), Some(_)) => Standing::Missed,
        _ => Standing::WithoutTarget,
    };
    Line {
        id: target.id,
        name: words(target.name),
        unit: target.unit,
        target: wanted,
        obtained,
        tolerance,
        standing,
        note: target.note.map(words),
        source: target.source,
    }
}
