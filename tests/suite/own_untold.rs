//! What a file leaves open is no conclusion: those who may be in are counted in the intervals, and nothing is best or for
//! everybody that cannot be told of everybody.

use tarif_social::population::CompareAnswer;
use tarif_social::population::own::{FileStudy, FileThresholds};
use tarif_social::regimes::by_id;
use tarif_social::units::{Month, Rate};

const OCTOBER: Month = Month::new(2022, 10);
const NEEDED: &str = "adultes;enfants_moins_14;enfants_14_17;revenu_disponible";

fn read(text: &str, ids: &[&str]) -> CompareAnswer {
    let regimes = ids.iter().map(|id| by_id(id).unwrap()).collect();
    let mut study = FileStudy::new(OCTOBER, regimes).unwrap();
    study.push(text.as_bytes()).unwrap();
    study.finish().unwrap()
}

/// Two hundred who receive the RSA, a hundred of whom nobody says.
fn half_told() -> String {
    let row = |received: &str| format!("1;0;0;700;{received};30\n");
    format!("{NEEDED};recoit_rsa;facture_internet\n") + &row("oui").repeat(200) + &row("").repeat(100)
}

#[test]
fn counts_and_costs_reach_to_those_who_may_be_in() {
    let answer = read(&half_told(), &["R3", "R20"]);
    let three = &answer.regimes[0];
    assert_eq!(three.covered.value, Some(200.0));
    assert_eq!(three.covered.model, Some([200.0, 300.0]));
    assert!(three.covered.together.unwrap()[1] >= 300.0);
    let cost = three.full_cost.value.unwrap();
    assert_eq!(three.full_cost.model, Some([cost, cost * 1.5]));
    // A rule for all covers every row of any file.
    let all = &answer.regimes[1];
    assert_eq!((all.share.value, all.share.together), (Some(1.0), Some([1.0, 1.0])));
    assert!((answer.households - 300.0).abs() < 1e-9);
}

#[test]
fn a_threshold_for_everybody_is_told_of_everybody() {
    let sorted = |text: &str| {
        let mut file = FileThresholds::new(OCTOBER, &[by_id("R6").unwrap()]).unwrap();
        file.push(text.as_bytes()).unwrap();
        file.finish().unwrap().0.remove(0)
    };
    let row = |income: &str| format!("1;0;0;700;{income};30;locataire_prive;0\n");
    let text = |untold: usize| {
        format!("{NEEDED};ressources_12_mois;facture_internet;logement;aide_logement\n")
            + &row("6000").repeat(200)
            + &row("").repeat(untold)
    };
    let everybody = |untold| {
        sorted(&text(untold))
            .reaching(0.5, Rate::ONE)
            .map(|found| found.everybody)
    };
    assert_eq!(everybody(0), Some(true));
    assert_eq!(everybody(100), Some(false));
    // Those of whom it cannot tell are in no number: the truth may be beyond any interval.
    let estimated = |untold| {
        let found = sorted(&text(untold)).at(Rate::ONE, Rate::ONE).unwrap().intervals;
        [found.covered, found.poor_covered, found.cost].map(|interval| interval.together.is_some())
    };
    assert_eq!((estimated(0), estimated(100)), ([true; 3], [false; 3]));
}

#[test]
fn what_is_saved_is_no_share_of_less_than_nothing() {
    let text = |left: &str| {
        let row = format!("1;0;0;700;30;{left}\n");
        format!("{NEEDED};facture_internet;depenses_contraintes\n") + &row.repeat(200)
    };
    assert!(read(&text("300"), &["R20"]).regimes[0].saving_of_left.value.is_some());
    assert_eq!(read(&text("900"), &["R20"]).regimes[0].saving_of_left.value, None);
}

#[test]
fn a_minus_and_accents_of_print_are_read() {
    let row = "1;0;0;\u{2212}200;cho\u{302}mage\n1;0;0;900;cho\u{302}mage\n";
    let report = read(&format!("{NEEDED};activite\n{row}"), &["R20"]).file.unwrap();
    assert_eq!((report.rows, report.bad_rows), (2, 0), "{:?}", report.faults);
}

/// As for a household that is checked: a monthly abatement of 68 € on the AAH (loi 2017-1836, art. 40) leaves 8,184 € of twelve
/// months of 750 €, below the ceiling of 9,571 € with the flat housing amount.
#[test]
fn the_abatements_of_the_health_cover_count_in_a_file() {
    let columns =
        "revenus_activite;autres_revenus;minima_sociaux;aide_logement;logement;recoit_aah;recoit_aspa;facture_internet";
    let row = |aah: &str| format!("1;0;0;950;0;0;750;200;locataire_prive;{aah};non;30\n");
    let covered = |aah: &str| {
        let answer = read(&(format!("{NEEDED};{columns}\n") + &row(aah).repeat(30)), &["R6"]);
        (
            answer.regimes[0].covered.value,
            answer.regimes[0].undetermined.as_ref().unwrap().value,
        )
    };
    assert_eq!(covered("oui"), (Some(30.0), Some(0.0)));
    assert_eq!(covered("non"), (None, Some(0.0)));
    assert_eq!(covered("").1, Some(30.0));
}

/// What a row says twice must agree.
#[test]
fn a_row_that_contradicts_itself_is_to_correct() {
    let fault = |columns: &str, cells: &str| {
        let text = format!("{NEEDED};{columns}\n1;0;1;1500;{cells}\n2;0;0;2000;;\n");
        let answer = read(&text, &["R20"]);
        let file = answer.file.unwrap();
        let fault = file
            .faults
            .first()
            .map(|fault| (fault.line, fault.column.clone(), fault.reason.fr.to_string()));
        (file.bad_rows, fault)
    };
    for (columns, cells, at, reason) in [
        (
            "personnes_sans_revenu;x",
            "3;",
            "personnes_sans_revenu",
            "plus que de personnes dans le ménage",
        ),
        (
            "rsa_enfants;x",
            "2;",
            "rsa_enfants",
            "plus que de personnes dans le ménage",
        ),
        ("rsa_adultes;x", "2;", "rsa_adultes", "plus que `adultes`"),
        (
            "facture_internet;factures_telecom",
            "40;30",
            "facture_internet",
            "plus que `factures_telecom`",
        ),
        (
            "aide_logement;recoit_aide_logement",
            "300;non",
            "aide_logement",
            "contredit `recoit_aide_logement`",
        ),
        (
            "prime_activite;recoit_prime_activite",
            "80;non",
            "prime_activite",
            "contredit `recoit_prime_activite`",
        ),
    ] {
        let (bad, found) = fault(columns, cells);
        let (line, column, why) = found.unwrap();
        assert_eq!((bad, line, column.as_str()), (1, 2, at));
        assert!(why.starts_with(reason), "{why}");
    }
    for (columns, cells) in [
        ("personnes_sans_revenu;x", "2;"),
        ("rsa_enfants;x", "1;"),
        ("facture_internet;factures_telecom", "30;30"),
        ("aide_logement;recoit_aide_logement", "0;non"),
    ] {
        assert_eq!(fault(columns, cells).0, 0, "{columns} {cells}");
    }
}
