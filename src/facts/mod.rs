//! What the law looks at: [`Facts`], a flat record, and [`assess`], which works it out of a household.
//!
//! The rules of [`crate::benefits`] and [`crate::regimes`] are functions of facts and of dated values, and of
//! nothing else: a citizen's household, a row of a population and a visitor of the widget all pass through here.

mod assess;
mod disposable;
mod either;
mod family;
mod health_cover;
pub(crate) mod month;
mod quarter;
mod values;

pub use assess::{Assessment, assess, units_by_head};
pub use family::FamilyBenefits;
#[cfg(feature = "population")]
pub use health_cover::{YearOfAbatements, months_looked_at};
pub use quarter::{ResourceLine, Treatment};
pub use values::{Increases, NotComputable, Values};

use crate::algebra::Domain;
use crate::household::{Benefit, Territory};

/// Everything the rules look at, in one reading. Amounts in euros a month unless they say a year.
#[derive(Clone, Debug)]
pub struct Facts<D: Domain> {
    /// Where the household lives.
    pub territory: Territory,
    /// Applicant and partner counted for the RSA: 1 or 2 (CASF L262-5).
    pub adults: D::Count,
    /// Children and other dependants counted for the RSA (CASF R262-3), those living by turns with both parents included.
    pub dependants: D::Count,
    /// What the household would be for the RSA without the children living by turns; `None` when there is none.
    pub without_by_turns: Option<WithoutByTurns<D>>,
    /// The conditions of the RSA are met: age or dependants, not a student, nationality or permit (CASF L262-4).
    pub entitled: D::Truth,
    /// The conditions of the lone-parent increase are met (CASF L262-9).
    pub lone_parent: D::Truth,
    /// Earnings counted for the RSA, mean of the reference quarter (CASF R262-7).
    pub earnings: D::Amount,
    /// Applicant or partner worked in one of the three months before (CSS L861-2).
    pub worked_lately: D::Truth,
    /// Which conditions of the RSA are met by nobody who may claim it; none is told of a population.
    pub unmet: Unmet,
    /// Other incomes counted for the RSA, mean of the reference quarter.
    pub other_income: D::Amount,
    /// Minimum incomes (ASS, AAH, ASI, ASPA) counted for the RSA.
    pub minimum_incomes: D::Amount,
    /// Family benefits counted for the RSA (CASF R262-10, R262-10-1, R262-11).
    pub family_benefits: D::Amount,
    /// Housing benefit.
    pub housing_benefit: D::Amount,
    /// Housed without rent nor instalment: owner without a loan, or lodged free (CASF R262-9).
    pub housed_free: D::Truth,
    /// Benefits received, in the order of [`Benefit::ALL`].
    pub receives: [D::Truth; Benefit::ALL.len()],
    /// Prime d'activité as computed; from 2016.
    pub prime_activite: D::Amount,
    /// Persons counted for the complementary health cover.
    pub health_cover_persons: D::Count,
    /// Half of what minors who live by turns with both parents would add to the ceiling (CSS R861-3), in hundredths of that of
    /// one person; none when there is none.
    pub health_cover_by_turns: Option<D::Count>,
    /// Resources of the last twelve months counted for the complementary health cover, a year (CSS R861-4 and following),
    /// flat housing amount left out.
    pub resources_12_months: D::Amount,
    /// Reference tax income, a year.
    pub rfr: D::Amount,
    /// Tax parts, in hundredths.
    pub parts: D::Count,
    /// Consumption units of the energy cheque, by head, in hundredths (code de l'énergie R124-1).
    pub energy_units: D::Count,
    /// Consumption units of the modified OECD scale, in tenths.
    pub consumption_units: D::Count,
    /// Family quotient of the CAF.
    pub quotient_familial_caf: D::Amount,
    /// Disposable income.
    pub disposable_income: D::Amount,
    /// The disposable income has the RSA and the prime d'activité received in it; otherwise the rules add them.
    pub disposable_is_complete: D::Truth,
    /// Pre-committed spending (DREES definition).
    pub pre_committed: D::Amount,
    /// Price of the fixed internet access, taxes included; nothing when there is none.
    pub internet_price: D::Amount,
    /// Price of the fixed telephone line without internet; nothing when there is none.
    pub landline_price: D::Amount,
    /// All telecommunications bills, internet included.
    pub telecom_bills: D::Amount,
    /// The applicant, then the partner if any.
    pub described: [AdultFacts<D>; 2],
    /// Everybody in the household.
    pub persons: D::Count,
    /// Those without any income this month.
    pub persons_without_income: D::Count,
    /// Collective cable service in the building.
    pub collective_cable: D::Truth,
    /// A fixed telephone line.
    pub fixed_line: D::Truth,
    /// A line of the household has a social tariff already.
    pub social_line: D::Truth,
}

/// A household without its children living by turns with both parents, who bring half of what others do (CE 21 July
/// 2017, n° 398911).
#[derive(Clone, Debug)]
pub struct WithoutByTurns<D: Domain> {
    /// One of these children is counted: otherwise they change nothing.
    pub counted: D::Truth,
    /// Dependants counted for the RSA.
    pub dependants: D::Count,
    /// The conditions of the lone-parent increase would be met.
    pub lone_parent: D::Truth,
}

/// What a description of an adult looks at.
#[derive(Clone, Debug)]
pub struct AdultFacts<D: Domain> {
    /// There is such an adult.
    pub present: D::Truth,
    /// Age in whole years on the first day of the month.
    pub age: D::Count,
    /// Looking for work.
    pub jobseeker: D::Truth,
}

/// Conditions of the RSA (CASF L262-4) that each adult of a household fails alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unmet {
    /// Under 25, without child nor pregnancy, nor the hours of the young worker where they count.
    pub age: bool,
    /// Where they do.
    pub hours_count: bool,
    /// Neither the nationality nor the permit.
    pub residence: bool,
    /// A student.
    pub studies: bool,
    /// On leave.
    pub leave: bool,
    /// The RSO is received instead (CASF L522-14).
    pub rso: bool,
}

impl<D: Domain> Facts<D> {
    /// Whether a benefit is received.
    #[must_use]
    pub fn receives(&self, benefit: Benefit) -> D::Truth {
        self.receives
            .get(benefit.index())
            .copied()
            .unwrap_or_else(|| D::Truth::from(false))
    }
}
