use tarif_social::regimes::{Regime, builtin, by_id};

use super::{file, in_order, run};

const R15: &str = include_str!("../../../src/regimes/builtin/r15.toml");

#[test]
fn all_regimes_are_listed() {
    let list = run(&["regimes", "list", "--language", "en"]).well();
    let ids: Vec<_> = list
        .lines()
        .skip(1)
        .map(|line| line.split(' ').next().unwrap())
        .collect();
    let expected: Vec<_> = builtin().iter().map(|regime| regime.id.as_ref()).collect();
    assert_eq!(ids, expected);
    in_order(&list, &["R5 ", "list in the law, no obliged operator"]);
    let json: serde_json::Value = serde_json::from_str(&run(&["regimes", "list", "--json"]).well()).unwrap();
    assert_eq!(json.as_array().unwrap().len(), expected.len());
}

#[test]
fn a_regime_is_shown_with_its_doubts_and_sources() {
    let text = run(&["regimes", "show", "R1"]).well();
    in_order(
        &text,
        &[
            "R1 Label de 2012",
            "Statut\u{a0}: disparu",
            "Recours bas, central, haut",
            "Payeur",
            "Doute",
            "Source",
            "Vérifié le",
        ],
    );
    run(&["regimes", "show", "R99"]).unusable("no regime is called `R99`: `tarif-social regimes list` lists them");
}

#[test]
fn the_json_of_a_regime_is_the_regime() {
    for regime in builtin() {
        let text = run(&["regimes", "show", &regime.id, "--json"]).well();
        assert_eq!(&serde_json::from_str::<Regime>(&text).unwrap(), regime);
    }
}

#[test]
fn lint_reads_toml_and_says_each_remark_at_its_line() {
    let wrong = R15.replace("share = \"1\"", "share = \"0.9\"");
    let path = file("wrong.toml", &wrong);
    let line = wrong[..wrong.find("payers").unwrap()].lines().count() + 1;
    let ran = run(&["regimes", "lint", "--language", "en", path.to_str().unwrap()]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    in_order(
        &ran.out,
        &[
            &format!("wrong.toml:{line}: R15, mistake, `payers`: the shares of the payers sum to 0.9 instead of 1"),
            "R15b, mistake",
        ],
    );
}

#[test]
fn lint_is_content_with_the_built_in_files_and_notes_their_cliffs() {
    let ran = run(&["regimes", "lint", "src/regimes/builtin/r14.toml"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    in_order(
        &ran.out,
        &["r14.toml:", "R14, note, `criteria", "un euro de trop fait perdre"],
    );
    let ran = run(&["regimes", "lint", "--language", "en", "src/regimes/builtin/r20.toml"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "nothing to say\n"));
}

#[test]
fn lint_reads_json_one_regime_or_several() {
    let r20 = serde_json::to_value(by_id("R20").unwrap()).unwrap();
    let mut bad = r20.clone();
    bad["payers"][0]["share"] = "2".into();
    let alone = file("alone.json", r20.to_string());
    assert_eq!(
        run(&["regimes", "lint", alone.to_str().unwrap()]).well(),
        "rien à redire\n"
    );
    let both = file("both.json", serde_json::json!([r20, bad]).to_string());
    let ran = run(&["regimes", "lint", both.to_str().unwrap()]);
    assert_eq!(ran.code, 1);
    in_order(&ran.out, &["both.json: R20, erreur, `payers`"]);
    // What lint reads, the comparison reads too.
    let [mut first, mut second] = [r20.clone(), r20];
    (first["id"], second["id"]) = ("FIRST".into(), "SECOND".into());
    let good = file("good.json", serde_json::json!([first, second]).to_string());
    let good = good.to_str().unwrap();
    let ran = run(&[
        "compare",
        "--size",
        "1000",
        "--no-hypotheses",
        "--regime-file",
        good,
        "--regimes",
        "FIRST,SECOND",
    ]);
    in_order(&ran.well(), &["FIRST", "SECOND"]);
}

#[test]
fn lint_refuses_what_is_no_regime() {
    let broken = file("broken.toml", R15.replace("\"fixed_bill\"", "\"fixed_bil\""));
    let line = R15[..R15.find("\"fixed_bill\"").unwrap()].lines().count();
    run(&["regimes", "lint", broken.to_str().unwrap()]).unusable(&format!(
        "broken.toml:{line}` cannot be read: criteria.all[0].amount.of: `fixed_bil`: one of these words is expected"
    ));
    let broken = file("broken.json", "{}");
    run(&["regimes", "lint", broken.to_str().unwrap()])
        .unusable("broken.json` is not a regime: id: this field is needed");
    run(&["regimes", "lint", "nowhere.toml"]).unusable("`nowhere.toml` cannot be read: check the name");
}
