//! What no source gives: said, within its range, and never without effect.

use tarif_social::population::{ASSUMPTIONS, Assumptions, Base, MARGINS, Model, Setting, Source};

#[test]
fn margins_and_assumptions_say_where_they_come_from() {
    assert!(MARGINS.len() > 30);
    for margin in MARGINS {
        assert!(
            !margin.name.en.is_empty() && !margin.cited.source.title.is_empty(),
            "{}",
            margin.id
        );
    }
    let mut assumptions = Assumptions::default();
    for assumption in ASSUMPTIONS {
        assert!(assumptions.set(assumption.id, assumption.low).is_ok());
        let beyond = assumptions.set(assumption.id, assumption.high + 1.0).unwrap_err();
        assert!(beyond.contains("choose from"), "{beyond}");
    }
    assert!(
        assumptions
            .set("luck", 0.0)
            .unwrap_err()
            .contains("no assumption is called `luck`")
    );
}

/// No assumption is a word without effect: moved to either end of its range, each gives other figures.
#[test]
fn every_assumption_moves_something() {
    // What a household is, and what the rules look at.
    let seen = |assumptions: Assumptions| {
        let base = Base::France2017;
        let (model, setting) = (
            Model::new(base, assumptions).unwrap(),
            Setting::new(base, Setting::usual_month(base)).unwrap(),
        );
        let mut source = Source::new(4, 0);
        let households = (0..1_500).map(|_| {
            let drawn = model.draw(&mut source);
            let judged = setting.judge(&model, &drawn);
            format!("{drawn:?}{:?}{:?}", judged.facts, judged.rights)
        });
        households.collect::<Vec<String>>()
    };
    let usual = seen(Assumptions::default());
    for assumption in ASSUMPTIONS {
        for value in [assumption.low, assumption.high] {
            let mut assumptions = Assumptions::default();
            assumptions.set(assumption.id, value).unwrap();
            // Only the board looks at collective heating.
            if (value - assumption.value).abs() > 0.0 && assumption.id != "collective_heating" {
                assert!(seen(assumptions) != usual, "{} at {value}", assumption.id);
            }
        }
    }
}

/// Minors of 14 or more are the share supposed, and the others are of any age below, whatever that share.
#[test]
fn the_share_of_teenagers_is_the_one_supposed() {
    for share in [0.15, 0.25, 0.31] {
        let mut assumptions = Assumptions::default();
        assumptions.set("teenagers", share).unwrap();
        let (model, mut source) = (Model::new(Base::France2022, assumptions).unwrap(), Source::new(4, 0));
        let (mut one_child, mut teenagers, mut infants) = (0.0, 0.0, 0.0);
        for _ in 0..200_000 {
            let drawn = model.draw(&mut source);
            if drawn.minors == 1 && (35..=50).contains(&drawn.age) {
                one_child += 1.0;
                teenagers += f64::from(drawn.teenagers);
                infants += f64::from(u8::from(drawn.infant));
            }
        }
        // Ages 0 to 13 are alike: three in fourteen are below three.
        let (found, below_three) = (teenagers / one_child, infants / (one_child - teenagers));
        assert!((found - share).abs() < 0.012, "{found} for {share}");
        assert!((below_three - 3.0 / 14.0).abs() < 0.012, "{below_three} of {share}");
    }
}
