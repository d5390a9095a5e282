use super::budget::Budget;
use super::{Cited, Figure, Placement, place};
use crate::algebra::{Truth, Unknowns, Verdict};
use crate::household::Post;
use crate::law::{Confidence, Source, SourceKind};
use crate::units::{Cents, Day, Month, Rate};

/// Shares of the disposable income spent on one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EffortRates {
    /// Housing, net: rent or instalment less housing benefit, charges, property and dwelling taxes, water, energy, over the
    /// income without housing benefit. Insee takes the income before tax; here it is disposable income.
    pub housing: Figure<Rate>,
    /// Energy in the home.
    pub energy: Figure<Rate>,
    /// Fixed internet access.
    pub internet: Figure<Rate>,
    /// Fixed internet, mobile lines and landline.
    pub telecoms: Figure<Rate>,
    /// Fuel, upkeep of vehicles and public transport; the insurance and the purchase of vehicles left out.
    pub transport: Figure<Rate>,
}

/// Where the housing effort rate is defined.
pub const HOUSING_EFFORT: Cited = Cited {
    source: Source {
        kind: SourceKind::OfficialPage,
        title: "Insee, définition c1809 « Taux d'effort des ménages lié à l'occupation de leur résidence principale »",
        url: "https://www.insee.fr/fr/metadonnees/definition/c1809",
    },
    confidence: Confidence::Official,
    checked: Day::new(Month::new(2026, 11), 23),
};

/// Energy poverty as the national observatory measures it (TEE_3D): energy in the home above [`ENERGY_EFFORT`] of disposable
/// income, **and** a standard of living in the first [`ENERGY_TENTHS`] tenths.
pub const ENERGY_RULE: Cited = Cited {
    source: Source {
        kind: SourceKind::OfficialPage,
        title: "ONPE, définition des indicateurs, TEE_3D",
        url: "https://onpe.org/definition_indicateurs/definition_des_indicateurs",
    },
    confidence: Confidence::Official,
    checked: Day::new(Month::new(2026, 11), 23),
};

/// Above 8 % of disposable income: about twice the median. 10 % in the observatory's first reports.
pub const ENERGY_EFFORT: Rate = Rate::new(80_000);

/// The first three tenths of disposable income per consumption unit.
pub const ENERGY_TENTHS: u8 = 3;

/// Whether a household is in energy poverty, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnergyPoverty {
    /// Both conditions hold.
    pub holds: Verdict,
    /// More than 8 % of the income goes on energy.
    pub above_effort: Verdict,
    /// The standard of living is in the first three tenths. A maybe with nothing open: the table of that year lacks a bound.
    pub in_low_tenths: Verdict,
    /// The tenth, with the year of the table used; `None` before the first table.
    pub placement: Option<Placement>,
}

const ENERGY: [Post; 3] = [Post::Electricity, Post::Gas, Post::OtherHeating];

impl Budget {
    /// The effort rates.
    #[must_use]
    pub fn effort_rates(&self) -> EffortRates {
        let costs = |posts: &[Post]| self.costs(posts.iter().copied());
        let home = [
            Post::Rent,
            Post::LoanInstalment,
            Post::Charges,
            Post::Water,
            Post::PropertyTax,
            Post::Electricity,
            Post::Gas,
            Post::OtherHeating,
        ];
        EffortRates {
            housing: costs(&home).share(),
            energy: costs(&ENERGY).without_benefit().share(),
            internet: costs(&[Post::FixedInternet]).without_benefit().share(),
            telecoms: costs(&Post::TELECOMS).without_benefit().share(),
            transport: costs(&[Post::MotorFuel, Post::VehicleUpkeep, Post::PublicTransport])
                .without_benefit()
                .share(),
        }
    }

    /// The tenth of the standard of living: the month's income times twelve, per consumption unit, in the latest table not
    /// after `year`. `None` before the first table.
    #[must_use]
    pub fn placement(&self, year: u16) -> Option<Placement> {
        let units = [
            self.consumption_units.low().max(1),
            self.consumption_units.high().max(1),
        ];
        let standard = |income: Cents| {
            units.map(|units| {
                // Rounded up: at or under a bound in whole cents exactly when the unrounded amount is.
                let year_in_tenths = income.count().saturating_mul(120);
                Cents::new(-(year_in_tenths.saturating_neg().div_euclid(units)))
            })
        };
        let [low, high] = [standard(self.income.low()), standard(self.income.high())];
        place(low.into_iter().min()?, high.into_iter().max()?, year)
    }

    /// Energy poverty, on the month's income and bills.
    ///
    /// # Example
    /// ```
    /// use tarif_social::algebra::{Range, Verdict, Whole};
    /// use tarif_social::household::Post;
    /// use tarif_social::spending::Budget;
    /// use tarif_social::units::Cents;
    /// let euros = |count: i64| Range::from(Cents::new(count * 100));
    /// let poverty = |bill: i64| {
    ///     let lines = [(Post::Electricity, euros(bill)), (Post::Gas, euros(0)), (Post::OtherHeating, euros(0))];
    ///     Budget::from_lines(&lines, euros(1_000), Whole::from(10)).energy_poverty(2022).holds
    /// };
    /// assert_eq!((poverty(80), poverty(81)), (Verdict::No, Verdict::Yes)); // above 8 %, not at 8 %
    /// ```
    #[must_use]
    pub fn energy_poverty(&self, year: u16) -> EnergyPoverty {
        let energy = ENERGY.map(|post| self.spent(post));
        let open = energy
            .iter()
            .fold(self.income.open(), |open, range| open.union(range.open()));
        let energy: crate::algebra::Range = energy.into_iter().sum();
        let above = |energy: Cents, income: Cents| {
            energy.count().saturating_mul(Rate::ONE.millionths())
                > income.count().saturating_mul(ENERGY_EFFORT.millionths())
        };
        let above_effort = settled(
            above(energy.low(), self.income.high()),
            above(energy.high(), self.income.low()),
            open,
        );
        let placement = self.placement(year);
        let open = self.income.open().union(self.consumption_units.open());
        let in_low_tenths = placement.map_or(Verdict::Maybe(open), |placed| {
            settled(placed.highest <= ENERGY_TENTHS, placed.lowest <= ENERGY_TENTHS, open)
        });
        EnergyPoverty {
            holds: above_effort.and(in_low_tenths),
            above_effort,
            in_low_tenths,
            placement,
        }
    }
}

/// True in the least favourable case: yes; false in the most favourable: no.
fn settled(at_worst: bool, at_best: bool, open: Unknowns) -> Verdict {
    match (at_worst, at_best) {
        (true, _) => Verdict::Yes,
        (false, false) => Verdict::No,
        (false, true) => Verdict::Maybe(open),
    }
}
