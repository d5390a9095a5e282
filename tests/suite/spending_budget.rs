//! Constrained spending of a household: totals, shares, effort rates and what is left, exact and with answers missing.

use proptest::prelude::*;
use tarif_social::algebra::{Range, Verdict, Whole};
use tarif_social::household::{Post, Question};
use tarif_social::spending::{Bounds, Budget, Definition, Family, Left, Missing, Statement, cell};
use tarif_social::units::{Cents, Rate};

fn euros(count: i64) -> Range {
    Range::from(Cents::new(count * 100))
}

fn between(low: i64, high: i64) -> Range {
    Range::new(
        Cents::new(low * 100),
        Cents::new(high * 100),
        Question::Spending(Post::Rent).open(),
    )
}

fn one_person(lines: &[(Post, Range)], income: i64) -> Budget {
    Budget::from_lines(lines, euros(income), Whole::from(10)).complete()
}

/// A tenant with a car: 560 € of rent less 210 € of benefit, on 1,150 € for a lone parent and a child of six.
fn tenant() -> Budget {
    let lines = [
        (Post::Rent, 560),
        (Post::Charges, 60),
        (Post::Water, 25),
        (Post::Electricity, 70),
        (Post::Gas, 30),
        (Post::MotorFuel, 90),
        (Post::VehicleUpkeep, 20),
        (Post::FixedInternet, 38),
        (Post::Mobile, 12),
        (Post::Television, 5),
        (Post::HomeInsurance, 10),
        (Post::VehicleInsurance, 45),
        (Post::Canteen, 30),
        (Post::SchoolFees, 8),
        (Post::Bank, 4),
        (Post::PropertyTax, 2),
    ];
    let lines = lines.map(|(post, amount)| (post, euros(amount)));
    let mut budget = Budget::from_lines(&lines, euros(1_150), Whole::from(13)).complete();
    budget.housing_benefit = euros(210);
    budget
}

fn total(statement: &Statement) -> Cents {
    statement.total.value.exact().unwrap()
}

#[test]
fn the_three_definitions_on_one_tenant() {
    let [insee, drees, four] = Definition::ALL.map(|definition| tenant().statement(definition));
    let common = 560 - 210 + 60 + 25 + 70 + 30 + 38 + 12;
    let committed = 5 + 10 + 45 + 30 + 4;
    assert_eq!(total(&insee), Cents::new(100 * (common + committed)));
    assert_eq!(total(&drees), Cents::new(100 * (common + committed + 8)));
    assert_eq!(total(&four), Cents::new(100 * (common + 90 + 20 + 2)));
    for statement in [&insee, &drees, &four] {
        assert_eq!(statement.income.value.exact(), Some(Cents::new(94_000))); // 1,150 − 210
        assert!(statement.total.missing.is_empty());
        let families: Cents = statement
            .families
            .iter()
            .map(|(_, figure)| figure.value.exact().unwrap())
            .sum();
        assert_eq!(families, total(statement));
    }
    let family = |statement: &Statement, family: Family| {
        let found = statement.families.iter().find(|(known, _)| *known == family);
        found.and_then(|(_, figure)| figure.value.exact()).unwrap()
    };
    assert_eq!(family(&four, Family::Housing), Cents::new(100 * (350 + 60 + 25 + 2)));
    assert_eq!(family(&drees, Family::Transport), Cents::ZERO);
    assert_eq!(family(&four, Family::Other), Cents::ZERO);
    assert_eq!(drees.share.value.exact(), Some(Rate::new(730_851))); // 687 ÷ 940 = 0.7308510…
}

#[test]
fn what_is_left_is_stated_a_month_a_unit_and_a_day() {
    let left = tenant().statement(Definition::Drees).left;
    assert_eq!(left.month.value.exact(), Some(Cents::new(25_300))); // 940 − 687
    assert_eq!(left.month_per_unit.exact(), Some(Cents::new(19_462))); // ÷ 1.3 = 194.615…
    assert_eq!(left.day.exact(), Some(Cents::new(832))); // × 12 ÷ 365 = 8.317…
    assert_eq!(left.day_per_unit.exact(), Some(Cents::new(640))); // 6.398…
    let debt = one_person(&[(Post::Rent, euros(500))], 400)
        .statement(Definition::Drees)
        .left;
    assert_eq!(debt.month.value.exact(), Some(Cents::new(-10_000)));
    assert_eq!(debt.day.exact(), Some(Cents::new(-329))); // −3.287…
}

#[test]
fn an_owner_under_each_definition() {
    let mut owner = one_person(
        &[(Post::LoanInstalment, euros(600)), (Post::PropertyTax, euros(80))],
        2_000,
    );
    owner.imputed_rent = Some(euros(700));
    let [insee, drees, four] = Definition::ALL.map(|definition| owner.statement(definition));
    assert_eq!(
        [&insee, &drees, &four].map(total),
        [70_000, 60_000, 68_000].map(Cents::new)
    );
    assert_eq!(insee.share.value.exact(), Some(Rate::new(259_259))); // 700 ÷ 2,700
    assert_eq!(insee.left.month.value.exact(), Some(Cents::new(200_000))); // imputed on both sides
    owner.imputed_rent = None;
    let insee = owner.statement(Definition::Insee);
    assert_eq!(
        insee.total.value,
        Bounds {
            at_least: Some(Cents::ZERO),
            at_most: None
        }
    );
    assert_eq!(insee.total.missing, [Missing::ImputedRent]);
    assert_eq!(insee.share.missing, [Missing::ImputedRent]);
    assert_eq!(insee.left.month.value.exact(), Some(Cents::new(200_000)));
    assert!(insee.left.month.missing.is_empty());
}

#[test]
fn housing_benefit_is_deducted_up_to_what_it_helps_to_pay() {
    let mut budget = one_person(&[(Post::Rent, euros(200)), (Post::Charges, euros(50))], 800);
    budget.housing_benefit = euros(260);
    let four = budget.statement(Definition::FourPosts);
    assert_eq!(total(&four), Cents::new(5_000)); // the charges remain
    assert_eq!(four.income.value.exact(), Some(Cents::new(60_000)));
    assert_eq!(four.left.month.value.exact(), Some(Cents::new(55_000)));
    // Insee does not count an instalment, so there is nothing to deduct the benefit of an owner from.
    let mut owner = one_person(&[(Post::LoanInstalment, euros(300))], 1_000);
    owner.housing_benefit = euros(100);
    assert_eq!(total(&owner.statement(Definition::Insee)), Cents::ZERO);
    assert_eq!(
        owner.statement(Definition::Insee).income.value.exact(),
        Some(Cents::new(100_000))
    );
    assert_eq!(total(&owner.statement(Definition::Drees)), Cents::new(20_000));
}

#[test]
fn an_unanswered_line_is_never_a_silent_zero() {
    let budget = Budget::from_lines(
        &[(Post::Rent, euros(400)), (Post::Mobile, euros(10))],
        euros(900),
        Whole::from(10),
    );
    for definition in Definition::ALL {
        let statement = budget.statement(definition);
        assert_eq!(
            statement.total.value,
            Bounds {
                at_least: Some(Cents::new(41_000)),
                at_most: None
            }
        );
        let counted = Post::ALL
            .iter()
            .filter(|post| post.counts_in(definition) && ![Post::Rent, Post::Mobile].contains(post));
        let counted: Vec<_> = counted.map(|post| Missing::Post(*post)).collect();
        assert_eq!(statement.total.missing, counted);
        assert_eq!(
            statement.share.value,
            Bounds {
                at_least: Some(Rate::new(455_556)),
                at_most: None
            }
        );
        assert_eq!(
            statement.left.month.value,
            Bounds {
                at_least: None,
                at_most: Some(Cents::new(49_000))
            }
        );
        assert_eq!(statement.left.day.at_least, None);
    }
}

#[test]
fn unknown_benefit_and_income_leave_sound_bounds() {
    let unknown = Range::new(Cents::ZERO, Cents::new(5_000_000), Question::HousingBenefit.open());
    let mut budget = one_person(&[(Post::Rent, euros(400)), (Post::Mobile, euros(10))], 900);
    budget.housing_benefit = unknown;
    let four = budget.statement(Definition::FourPosts);
    let bounds = |low: i64, high: i64| Bounds {
        at_least: Some(Cents::new(low)),
        at_most: Some(Cents::new(high)),
    };
    assert_eq!(four.total.value, bounds(1_000, 41_000));
    assert_eq!(four.total.missing, [Missing::HousingBenefit]);
    assert_eq!(four.left.month.value.exact(), Some(Cents::new(49_000))); // whatever the benefit is
    assert_eq!(
        four.share.value,
        Bounds {
            at_least: Some(Rate::new(20_000)),
            at_most: Some(Rate::new(455_556))
        } // 10 ÷ 500 to 410 ÷ 900
    );
    budget.housing_benefit = euros(0);
    budget.income = Range::new(Cents::ZERO, Cents::new(5_000_000), Question::DisposableIncome.open());
    let four = budget.statement(Definition::FourPosts);
    assert_eq!(total(&four), Cents::new(41_000));
    assert_eq!(
        four.share.value,
        Bounds {
            at_least: None,
            at_most: None
        }
    );
    assert_eq!(
        (four.share.missing, four.left.month.missing),
        (vec![Missing::Income], vec![Missing::Income])
    );
    let nothing = one_person(&[(Post::Rent, euros(400))], 0).statement(Definition::FourPosts);
    assert_eq!(
        nothing.share.value,
        Bounds {
            at_least: None,
            at_most: None
        }
    ); // no share of nothing
    assert!(nothing.share.missing.is_empty());
}

#[test]
fn effort_rates_follow_their_sources() {
    let rates = tenant().effort_rates();
    let exact = |figure: &tarif_social::spending::Figure<Rate>| figure.value.exact().unwrap().millionths();
    assert_eq!(exact(&rates.housing), 571_277); // (350 + 60 + 25 + 100 + 2) ÷ 940
    assert_eq!(exact(&rates.energy), 86_957); // 100 ÷ 1,150
    assert_eq!(exact(&rates.internet), 33_043); // 38 ÷ 1,150
    assert_eq!(exact(&rates.telecoms), 43_478); // 50 ÷ 1,150
    assert_eq!(exact(&rates.transport), 95_652); // 110 ÷ 1,150
    let partly = Budget::from_lines(&[(Post::FixedInternet, euros(38))], euros(1_000), Whole::from(10)).effort_rates();
    assert_eq!(exact(&partly.internet), 38_000);
    assert_eq!(
        partly.telecoms.value,
        Bounds {
            at_least: Some(Rate::new(38_000)),
            at_most: None
        }
    );
    assert_eq!(
        partly.telecoms.missing,
        [Missing::Post(Post::Mobile), Missing::Post(Post::Landline)]
    );
}

/// Electricity alone, in cents, for one person on an income in cents.
fn energy(bill: i64, income: i64) -> Budget {
    let lines = [(Post::Electricity, Range::from(Cents::new(bill)))];
    Budget::from_lines(&lines, Range::from(Cents::new(income)), Whole::from(10)).complete()
}

#[test]
fn energy_poverty_on_both_sides_of_each_threshold() {
    let holds = |budget: &Budget, year: u16| budget.energy_poverty(year).holds;
    // 8 % of 1,000 €: at it no, a cent above yes.
    assert_eq!(holds(&energy(8_000, 100_000), 2022), Verdict::No);
    assert_eq!(holds(&energy(8_001, 100_000), 2022), Verdict::Yes);
    // D3 of 2022 is 19,296 € a year: 1,608 € a month is in the third tenth, a cent more a month is in the fourth.
    assert_eq!(holds(&energy(20_000, 160_800), 2022), Verdict::Yes);
    let above = energy(20_000, 160_801).energy_poverty(2022);
    assert_eq!(
        (above.holds, above.above_effort, above.in_low_tenths),
        (Verdict::No, Verdict::Yes, Verdict::No)
    );
    assert_eq!(
        above.placement.map(|placed| (placed.lowest, placed.table.year)),
        Some((4, 2022))
    );
    // Nothing coming in: any energy is too much.
    assert_eq!(holds(&energy(1, 0), 2022), Verdict::Yes);
    assert_eq!(holds(&energy(0, 0), 2022), Verdict::No);
    // The published bounds of 2014 do not give D3: below D1 yes, above the median no, between the two not known.
    assert_eq!(holds(&energy(20_000, 89_750), 2014), Verdict::Yes); // 10,770 € a year
    assert!(matches!(holds(&energy(20_000, 89_751), 2014), Verdict::Maybe(open) if open.is_empty()));
    assert_eq!(holds(&energy(20_000, 200_000), 2014), Verdict::No);
    assert!(matches!(holds(&energy(20_000, 89_750), 2009), Verdict::Maybe(_)));
}

#[test]
fn energy_poverty_waits_for_the_answers_it_needs() {
    let mut budget = energy(8_000, 100_000);
    budget.income = between(900, 1_100);
    assert!(matches!(budget.energy_poverty(2022).holds, Verdict::Maybe(_)));
    budget.income = between(2_000, 2_100);
    assert_eq!(budget.energy_poverty(2022).holds, Verdict::No);
    let unsaid = Budget::from_lines(&[(Post::Electricity, euros(90))], euros(1_000), Whole::from(10));
    assert_eq!(unsaid.energy_poverty(2022).holds, Verdict::Yes); // gas and wood could only add to it
    let unsaid = Budget::from_lines(&[(Post::Electricity, euros(70))], euros(1_000), Whole::from(10));
    assert!(
        matches!(unsaid.energy_poverty(2022).holds, Verdict::Maybe(open) if open.has(Question::Spending(Post::Gas).bit()))
    );
}

#[test]
fn a_tariff_before_and_after() {
    let effect = tenant().effect(Definition::Drees, &[Post::FixedInternet], euros(15));
    let left = |left: &Left| left.month.value.exact().unwrap();
    let before = tenant().left(Definition::Drees);
    assert_eq!(before, tenant().statement(Definition::Drees).left);
    assert_eq!(
        (left(&before), left(&effect.after)),
        (Cents::new(25_300), Cents::new(26_800))
    );
    assert_eq!(effect.gain.month.value.exact(), Some(Cents::new(1_500)));
    assert_eq!(effect.gain.month_per_unit.exact(), Some(Cents::new(1_154))); // 11.538…
    assert_eq!(effect.gain.day.exact(), Some(Cents::new(49))); // 0.493…
    assert_eq!(effect.gain_year.exact(), Some(Cents::new(18_000)));
    assert_eq!(effect.gain_over_left.exact(), Some(Rate::new(59_289))); // 15 ÷ 253
    // Never more than the bill.
    let effect = tenant().effect(Definition::Drees, &[Post::FixedInternet], euros(50));
    assert_eq!(effect.gain.month.value.exact(), Some(Cents::new(3_800)));
    assert_eq!(left(&effect.after), Cents::new(29_100));
    // A bill nobody gave: the gain is the saving at most, and the total does not become known.
    let unsaid = Budget::from_lines(&[(Post::Rent, euros(400))], euros(900), Whole::from(10));
    let effect = unsaid.effect(Definition::Drees, &[Post::FixedInternet], euros(15));
    assert_eq!(
        effect.gain.month.value,
        Bounds {
            at_least: Some(Cents::ZERO),
            at_most: Some(Cents::new(1_500))
        }
    );
    assert_eq!(effect.gain.month.missing, [Missing::Post(Post::FixedInternet)]);
    assert_eq!(effect.after.month.missing, unsaid.left(Definition::Drees).month.missing);
}

#[test]
fn a_comparison_is_no_finer_than_the_survey() {
    let rows = tenant().compare(cell("deciles", "D1").unwrap());
    let row = |post: Post| rows.iter().find(|row| row.row.posts.contains(&post)).unwrap();
    let energy = row(Post::Gas);
    assert_eq!(energy.row.posts, [Post::Electricity, Post::Gas, Post::OtherHeating]);
    assert_eq!(
        energy
            .row
            .headings
            .iter()
            .map(|heading| heading.key)
            .collect::<Vec<_>>(),
        ["electricity", "gas", "electricity_and_gas", "other_heating"]
    );
    assert_eq!(energy.mean, Cents::new(8_058)); // 967 ÷ 12
    assert_eq!(energy.own.value.exact(), Some(Cents::new(10_000)));
    let rent = row(Post::Rent);
    assert_eq!(
        (rent.own.value.exact(), rent.mean),
        (Some(Cents::new(35_000)), Cents::new(15_583))
    );
    assert_eq!(row(Post::Charges).own.value.exact(), Some(Cents::new(6_000)));
    // Every heading once, no post twice.
    let mut posts: Vec<Post> = rows.iter().flat_map(|row| row.row.posts.clone()).collect();
    posts.sort_unstable();
    posts.dedup();
    assert_eq!(posts.len(), rows.iter().map(|row| row.row.posts.len()).sum::<usize>());
    let headings: usize = rows.iter().map(|row| row.row.headings.len()).sum();
    assert_eq!(headings, cell("deciles", "D1").unwrap().amounts.len());
}

/// A household that exists, and what it said of itself: each amount exactly, roughly, or not at all.
#[derive(Clone, Debug)]
struct Told {
    truth: Vec<i64>,
    said: Vec<u8>,
    width: i64,
    units: (i64, i64),
}

const LINES: usize = Post::ALL.len();

impl Told {
    fn range(&self, place: usize, question: Question) -> Range {
        let amount = self.truth[place];
        match self.said[place] {
            0 => Range::new(Cents::ZERO, Cents::new(5_000_000), question.open()),
            1 => Range::new(
                Cents::new((amount - self.width).max(0)),
                Cents::new(amount + self.width),
                question.open(),
            ),
            _ => Range::from(Cents::new(amount)),
        }
    }

    fn exactly(&self) -> Budget {
        let mut all = self.clone();
        all.said.fill(2);
        all.units.1 = all.units.0;
        all.as_said()
    }

    fn as_said(&self) -> Budget {
        let lines: Vec<_> = (0..LINES)
            .map(|place| {
                (
                    Post::ALL[place],
                    self.range(place, Question::Spending(Post::ALL[place])),
                )
            })
            .collect();
        let units = Whole::new(self.units.0, self.units.1, Question::BirthDate.open());
        let mut budget = Budget::from_lines(&lines, self.range(LINES, Question::DisposableIncome), units);
        budget.housing_benefit = self.range(LINES + 1, Question::HousingBenefit);
        budget.imputed_rent = (self.said[LINES + 2] > 0).then(|| self.range(LINES + 2, Question::Tenure));
        budget
    }
}

fn told() -> impl Strategy<Value = Told> {
    let line = prop_oneof![3 => 0..100_000_i64, 1 => Just(0_i64)];
    let amounts = (
        prop::collection::vec(line, LINES),
        0..600_000_i64,
        0..60_000_i64,
        0..120_000_i64,
    );
    let truth = amounts.prop_map(|(mut lines, income, benefit, imputed)| {
        lines.extend([income, benefit, imputed]);
        lines
    });
    let said = prop::collection::vec(prop_oneof![1 => Just(0_u8), 3 => Just(1), 12 => Just(2)], LINES + 3);
    (truth, said, 1..20_000_i64, 10..30_i64, 0..6_i64).prop_map(|(truth, said, width, units, more)| Told {
        truth,
        said,
        width,
        units: (units, units + more),
    })
}

fn holds<T: Ord + Copy + core::fmt::Debug>(said: Bounds<T>, truth: T, what: &str) {
    assert!(
        said.at_least.is_none_or(|low| low <= truth),
        "{what}: {truth:?} is below {said:?}"
    );
    assert!(
        said.at_most.is_none_or(|high| truth <= high),
        "{what}: {truth:?} is above {said:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Exact answers against the plain formula.
    #[test]
    fn exact_figures_are_the_plain_sums(told in told()) {
        let amounts = &told.truth;
        let (income, benefit, imputed) = (amounts[LINES], amounts[LINES + 1], amounts[LINES + 2]);
        for definition in Definition::ALL {
            let counted = |post: &Post| post.counts_in(definition);
            let paid: i64 = Post::ALL.iter().filter(|post| counted(post)).map(|post| amounts[post.index()]).sum();
            let home: i64 = [Post::Rent, Post::LoanInstalment].iter().filter(|post| counted(post)).map(|post| amounts[post.index()]).sum();
            let deducted = home.min(benefit);
            let imputed = if definition == Definition::Insee { imputed } else { 0 };
            let (spent, base) = (paid - deducted + imputed, income - deducted + imputed);
            let mut budget = told.exactly();
            budget.imputed_rent = Some(Range::from(Cents::new(amounts[LINES + 2])));
            let statement = budget.statement(definition);
            prop_assert_eq!(statement.total.value.exact(), Some(Cents::new(spent)));
            prop_assert_eq!(statement.income.value.exact(), Some(Cents::new(base)));
            prop_assert_eq!(statement.left.month.value.exact(), Some(Cents::new(income - paid)));
            prop_assert_eq!(statement.left.month.value.exact(), Some(Cents::new(base - spent)));
            let share = (base > 0).then(|| Rate::new((2_000_000 * spent + base).div_euclid(2 * base)));
            prop_assert_eq!(statement.share.value.exact(), share);
            prop_assert_eq!(budget.paid(definition).exact(), Some(Cents::new(paid)));
        }
    }

    /// Whatever is left unsaid or approximate, the truth stays within the bounds; and what is said to be missing is.
    #[test]
    fn bounds_hold_for_every_completion(told in told(), saving in 0..5_000_i64) {
        let (said, mut exact) = (told.as_said(), told.exactly());
        exact.imputed_rent = Some(Range::from(Cents::new(told.truth[LINES + 2])));
        for definition in Definition::ALL {
            let (said, exact) = (said.statement(definition), exact.statement(definition));
            holds(said.total.value, exact.total.value.exact().unwrap(), "total");
            holds(said.income.value, exact.income.value.exact().unwrap(), "income");
            holds(said.left.month.value, exact.left.month.value.exact().unwrap(), "left a month");
            holds(said.left.month_per_unit, exact.left.month_per_unit.exact().unwrap(), "left a unit");
            holds(said.left.day, exact.left.day.exact().unwrap(), "left a day");
            holds(said.left.day_per_unit, exact.left.day_per_unit.exact().unwrap(), "left a day and unit");
            if let Some(share) = exact.share.value.exact() {
                holds(said.share.value, share, "share");
            }
            for ((family, said), (_, exact)) in said.families.iter().zip(&exact.families) {
                holds(said.value, exact.value.exact().unwrap(), &format!("{family:?}"));
                prop_assert!(said.value.at_most.is_some() || !said.missing.is_empty());
            }
            prop_assert!(said.total.value.at_most.is_some() || !said.total.missing.is_empty());
        }
        let (rates, truth) = (said.effort_rates(), exact.effort_rates());
        for (said, truth) in [(rates.housing, truth.housing), (rates.energy, truth.energy), (rates.internet, truth.internet), (rates.telecoms, truth.telecoms)] {
            if let Some(truth) = truth.value.exact() {
                holds(said.value, truth, "effort rate");
            }
        }
        for year in [2014, 2022] {
            let (said, truth) = (said.energy_poverty(year).holds, exact.energy_poverty(year).holds);
            prop_assert!(matches!(said, Verdict::Maybe(_)) || said == truth);
        }
        let saving = Range::from(Cents::new(saving));
        let (said, truth) = [&said, &exact].map(|budget| budget.effect(Definition::Drees, &[Post::FixedInternet], saving)).into();
        holds(said.gain.month.value, truth.gain.month.value.exact().unwrap(), "gain");
        holds(said.after.month.value, truth.after.month.value.exact().unwrap(), "left after");
        if let Some(share) = truth.gain_over_left.exact() {
            holds(said.gain_over_left, share, "gain over left");
        }
    }
}
