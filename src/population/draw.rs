//! One simulated household: what is drawn, in which order. Household `i` of a seed depends on the seed and on `i`, on
//! nothing else: not on how many are drawn, nor in which pieces, nor by how many workers.

use rand_core::RngCore;
use rand_pcg::Pcg32;

use super::benefits::Window;
use super::curve::{chance, unit};
use super::families::{BANDS, Family, Kind, PARENT_OF_GROWN, RETIREMENT_BAND};
use super::model::{Model, TENTHS, at_age, cell, telecom_factors, tenth};
use super::spending::{POSTS, post};

/// How a household is housed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Housing {
    /// Owner without a loan.
    Owner,
    /// Owner who repays.
    OwnerWithLoan,
    /// Tenant of social housing.
    SocialTenant,
    /// Tenant of somebody else.
    PrivateTenant,
    /// Lodged free.
    LodgedFree,
}

impl Housing {
    /// Every one, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::Owner,
        Self::OwnerWithLoan,
        Self::SocialTenant,
        Self::PrivateTenant,
        Self::LodgedFree,
    ];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::OwnerWithLoan => "owner_with_loan",
            Self::SocialTenant => "social_tenant",
            Self::PrivateTenant => "private_tenant",
            Self::LodgedFree => "lodged_free",
        }
    }

    /// Owns its home.
    #[must_use]
    pub const fn owns(self) -> bool {
        matches!(self, Self::Owner | Self::OwnerWithLoan)
    }
}

/// What the reference person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activity {
    /// Works.
    Worker,
    /// Looks for work.
    Unemployed,
    /// Neither.
    Inactive,
    /// Retired.
    Retired,
}

impl Activity {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Worker, Self::Unemployed, Self::Inactive, Self::Retired];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Worker => "worker",
            Self::Unemployed => "unemployed",
            Self::Inactive => "inactive",
            Self::Retired => "retired",
        }
    }
}

/// How a household reaches the internet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Equipment {
    /// A fixed access, and mobile.
    Fixed,
    /// Mobile alone.
    MobileOnly,
    /// Neither.
    Offline,
}

/// The places, in the order of the margin `places`.
pub const PLACE_NAMES: [&str; 5] = ["rural", "under_20k", "under_100k", "over_100k", "paris"];

/// A simulated household. Amounts in euros: a year for what the surveys publish, before any rounding to the cent.
#[derive(Clone, Copy, Debug)]
pub struct Drawn {
    /// Its type.
    pub kind: Kind,
    /// Age of the reference person.
    pub age: u8,
    /// Place of the age band.
    pub band: usize,
    /// Adults: the reference person and the partner.
    pub adults: u8,
    /// Children below 18.
    pub minors: u8,
    /// Children of 18 and more.
    pub grown: u8,
    /// Minors of 14 and more.
    pub teenagers: u8,
    /// A child is below three.
    pub infant: bool,
    /// Standard of living, a year.
    pub living: f64,
    /// Tenth of standard of living of households, from 0.
    pub tenth: usize,
    /// Consumption units, in tenths.
    pub units: i64,
    /// How it is housed.
    pub housing: Housing,
    /// Place of [`PLACE_NAMES`].
    pub place: usize,
    /// What the reference person does.
    pub activity: Activity,
    /// How it reaches the internet.
    pub equipment: Equipment,
    /// Spending a year, by post: rent net of housing benefit, charges and water, energy, motor fuel, telecoms, insurance,
    /// loan instalments.
    pub spending: [f64; POSTS],
    /// Eligible for RSA: its own resources, as a share of the guaranteed amount.
    pub rsa: Option<f64>,
    /// Eligible, and receives it.
    pub receives_rsa: bool,
    /// Receives the allowance for disabled adults.
    pub aah: bool,
    /// Receives the minimum pension.
    pub aspa: bool,
    /// Receives the prime d'activité.
    pub prime_activite: bool,
    /// Receives housing benefit.
    pub housing_benefit: bool,
    /// Receives the specific solidarity allowance.
    pub ass: bool,
    /// Claims the health cover, were it entitled.
    pub claims_health_cover: bool,
    /// A collective cable service in the building.
    pub cable: bool,
    /// Nobody but the reference person has an income.
    pub one_income: bool,
}

/// Random numbers of a household.
const WORDS: usize = 24;

/// Random numbers of consecutive households.
#[derive(Clone, Debug)]
pub struct Source {
    numbers: Pcg32,
    /// Two coordinates that spread evenly over the unit square from one household to the next (the additive sequence of
    /// the plastic number): type and age, standard of living.
    even: [u64; 2],
}

/// 2^64 ÷ ρ and 2^64 ÷ ρ², ρ being the plastic number, the root of x³ = x + 1.
const STEPS: [u64; 2] = [0xC13F_A9A9_02A6_328F, 0x91E1_0DA5_C79E_7B1D];
/// The stream of the generator.
const STREAM: u64 = 2014;

impl Source {
    /// Begins at household `first`.
    #[must_use]
    pub fn new(seed: u64, first: u64) -> Self {
        let mut numbers = Pcg32::new(seed, STREAM);
        let even = [(); 2].map(|()| numbers.next_u64());
        numbers.advance(first.wrapping_mul(WORDS as u64));
        let mut source = Self { numbers, even };
        for (even, step) in source.even.iter_mut().zip(STEPS) {
            *even = even.wrapping_add(step.wrapping_mul(first));
        }
        source
    }

    fn next(&mut self) -> ([u32; 2], [u32; WORDS]) {
        let even = self.even.map(|even| (even >> 32) as u32);
        for (even, step) in self.even.iter_mut().zip(STEPS) {
            *even = even.wrapping_add(step);
        }
        (even, [(); WORDS].map(|()| self.numbers.next_u32()))
    }
}

impl Model {
    /// The next household.
    #[must_use]
    pub fn draw(&self, source: &mut Source) -> Drawn {
        let ([who, rank], words) = source.next();
        let [
            ages,
            children,
            own,
            kind_of_home,
            place,
            work,
            digital,
            rsa,
            rsa_level,
            rsa_claim,
            aah,
            aspa,
            prime,
            home,
            ass,
            health,
            rent,
            charges,
            energy,
            fuel,
            telecom,
            insurance,
            loan,
            other,
        ] = words;

        let family = self.family(who);
        let kind = family.kind;
        let band = family.band;
        let (first, last) = BANDS.get(band).copied().unwrap_or((18, 18));
        let first = if family.grown > 0 {
            first.max(PARENT_OF_GROWN)
        } else {
            first
        };
        let years = u32::from(last - first) + 1;
        // Among the oldest, the older the fewer.
        let part = if band == 7 {
            let fall = self.assumptions.oldest_fall;
            unit(ages) * (1.0 - fall + fall * unit(ages.rotate_left(16)))
        } else {
            unit(ages)
        };
        let age = first + (part * f64::from(years)) as u8;
        let (teenagers, infant) = minors(family.minors, age, children, self.teenagers);

        let living = self.living.get(family.stratum).map_or(0.0, |curve| curve.at(rank));
        let tenth = tenth(living, &self.tenths);
        let adults = family.adults();
        let units =
            10 + 5 * i64::from(adults - 1 + family.grown + teenagers) + 3 * i64::from(family.minors - teenagers);

        let housing = self.housing(kind, band, tenth, own, kind_of_home);
        let places = match (&self.place, housing.owns()) {
            ([owners, _], true) => owners,
            ([_, others], false) => others,
        };
        let place = places.iter().take(4).map(|end| usize::from(place >= *end)).sum();
        let (alone, without) = at_age(&self.offline, band, tenth);
        let equipment = if digital < alone {
            Equipment::MobileOnly
        } else if digital < without {
            Equipment::Offline
        } else {
            Equipment::Fixed
        };

        let mut spending = self.means(housing, tenth, kind, place);
        let numbers = [rent, charges, energy, fuel, telecom, insurance, loan];
        for ((amount, curve), number) in spending.iter_mut().zip(&self.spread).zip(numbers) {
            *amount *= curve.at(number);
        }
        let [_, _, _, fuel, telecom, _, loan] = &mut spending;
        if other < at(&self.without_car, tenth) {
            *fuel = 0.0;
        }
        if housing != Housing::OwnerWithLoan {
            *loan = 0.0;
        }
        let [full, mobile, none] = telecom_factors(&self.assumptions);
        *telecom *= at_age(&self.telecom_scale, band, tenth)
            * match equipment {
                Equipment::Fixed => full,
                Equipment::MobileOnly => mobile,
                Equipment::Offline => none,
            };

        let x = living / self.median;
        let hit = |window: &Window, number: u32| window.reaches(x) && number < chance(window.chance(x));
        let eligible = family.may_claim() && self.rsa.get(family.rsa_group).is_some_and(|window| hit(window, rsa));
        let tenure = match housing {
            Housing::Owner | Housing::OwnerWithLoan => 0,
            Housing::SocialTenant => 1,
            Housing::PrivateTenant => 2,
            Housing::LodgedFree => 3,
        };
        let [without, claims_cover, cable, one_income] = self.chances;
        let level = if rsa_level < without {
            0.0
        } else {
            unit(rsa_level - without) / (1.0 - self.assumptions.rsa_without_resources)
        };
        let working_age = band < RETIREMENT_BAND;
        let receives_aah = working_age && !eligible && hit(&self.aah, aah);
        let [with_rsa, with_aah] = self.in_work;
        let activity = if work < self.retired.get(band).copied().unwrap_or_default() {
            Activity::Retired
        } else {
            // The same number again, spread over the line: what is left of it is uniform.
            let work = work.wrapping_mul(SPREAD);
            let works = if eligible {
                // Who has no resources does not work.
                level > 0.0 && work < with_rsa
            } else if receives_aah && ass < u32::MAX / u32::from(family.grown_ups()) {
                // Of the grown-ups, it is the reference person who receives it.
                work < with_aah
            } else {
                work >= at(&self.out_of_work, tenth)
            };
            match works {
                true => Activity::Worker,
                false if work.wrapping_mul(SPREAD) < at(&self.unemployed, tenth) => Activity::Unemployed,
                false => Activity::Inactive,
            }
        };
        Drawn {
            kind,
            age,
            band,
            adults,
            minors: family.minors,
            grown: family.grown,
            teenagers,
            infant,
            living,
            tenth,
            units,
            housing,
            place,
            activity,
            equipment,
            spending,
            rsa: eligible.then_some(level),
            receives_rsa: eligible && rsa_claim < self.claims(family, tenure),
            aah: receives_aah,
            aspa: !working_age && hit(&self.aspa, aspa),
            prime_activite: activity == Activity::Worker && !eligible && hit(&self.prime_activite, prime),
            housing_benefit: !housing.owns() && housing != Housing::LodgedFree && hit(&self.housing_benefit, home),
            ass: activity == Activity::Unemployed
                && !eligible
                && !receives_aah
                && self.may_have_ass(band)
                && hit(&self.ass, ass),
            claims_health_cover: health < claims_cover,
            cable: !housing.owns() && health.rotate_left(16) < cable,
            one_income: other.rotate_left(16) < one_income,
        }
    }

    /// The family whose piece of the line holds `number`, looked for from the first that its leading bits allow.
    fn family(&self, number: u32) -> &Family {
        let start = self.first.get((number >> 24) as usize).copied().unwrap_or_default();
        let place = self
            .ends
            .iter()
            .skip(start)
            .position(|end| number < *end)
            .unwrap_or_default();
        self.families.get(start + place).unwrap_or(&NOBODY)
    }

    fn housing(&self, kind: Kind, band: usize, tenth: usize, own: u32, other: u32) -> Housing {
        let of = |list: &[u32]| list.get(band).copied().unwrap_or_default();
        if own < cell(&self.owner, kind, band, tenth) {
            return if other < of(&self.repaying) {
                Housing::OwnerWithLoan
            } else {
                Housing::Owner
            };
        }
        if other < of(&self.free) {
            return Housing::LodgedFree;
        }
        // What is left of the line, spread over it again.
        let other = other.wrapping_mul(SPREAD);
        if other < cell(&self.social, kind, band, tenth) {
            Housing::SocialTenant
        } else {
            Housing::PrivateTenant
        }
    }

    fn means(&self, housing: Housing, tenth: usize, kind: Kind, place: usize) -> [f64; POSTS] {
        let tenure = self.means.get(usize::from(!housing.owns()));
        let kinds = tenure.and_then(|tenths| tenths.get(tenth));
        let places = kinds.and_then(|kinds| kinds.get(kind as usize));
        let mut means = places.and_then(|places| places.get(place)).copied().unwrap_or_default();
        if housing == Housing::LodgedFree
            && let Some(rent) = means.get_mut(post::RENT)
        {
            *rent = 0.0;
        }
        means
    }

    fn claims(&self, family: &Family, tenure: usize) -> u32 {
        self.take_up
            .get(family.rsa_group)
            .and_then(|by_tenure| by_tenure.get(tenure))
            .copied()
            .unwrap_or_default()
    }
}

/// 2^32 divided by the golden number: multiples spread evenly.
const SPREAD: u32 = 0x9E37_79B1;

const NOBODY: Family = Family {
    kind: Kind::Single,
    band: 0,
    minors: 0,
    grown: 0,
    share: 0.0,
    stratum: 0,
    rsa_group: 0,
};

fn at(list: &[u32; TENTHS], place: usize) -> u32 {
    list.get(place).copied().unwrap_or_default()
}

/// How many minors are 14 or more, and whether one is below three: so many of 65,536 minors are 14 or more, as far as their
/// parent's age lets them, from 18 to 50 years older, and the others are of any age below.
fn minors(count: u8, parent: u8, number: u32, of_14: u32) -> (u8, bool) {
    let (youngest, oldest) = (parent.saturating_sub(50), parent.saturating_sub(18).min(17));
    let (mut teenagers, mut infant) = (0, false);
    for child in 0..count {
        let own = number.rotate_left(u32::from(child) * 8) >> 16;
        if youngest >= 14 || (own < of_14 && oldest >= 14) {
            teenagers += 1;
        } else {
            // What is left of the line, in equal pieces, each spread over the whole line.
            let (left, pieces) = if oldest >= 14 { (own - of_14, 3) } else { (own, 4) };
            let piece = (LINE - if oldest >= 14 { of_14 } else { 0 }) / pieces;
            let spread = (left % piece) * LINE / piece;
            let years = oldest.min(13) + 1 - youngest;
            let age = u32::from(youngest) + ((spread * u32::from(years)) >> 16);
            infant |= age < 3;
        }
    }
    (teenagers, infant)
}

/// Half of the 32 bits are enough for a child.
const LINE: u32 = 1 << 16;
