use tarif_social::api::{self, CheckRequest};

use super::{COUPLE, couple, file, in_order, run, run_with};

#[test]
fn the_text_goes_from_the_claim_to_the_ruleset() {
    let text = run(&["check", COUPLE]).well();
    in_order(
        &text,
        &[
            "Situation en juin 2012",
            "À DEMANDER D'ABORD",
            "Demandez d'abord le RSA",
            "TARIFS",
            "R1   Label de 2012, RSA socle",
            "NON",
            "R3   RSA entier, socle ou activité",
            "OUI",
            "23,00\u{a0}€ par mois, aujourd'hui 33,90\u{a0}€\u{a0}: 10,90\u{a0}€ de moins par mois, 130,80\u{a0}€ par an.",
            "RSA DU MOIS",
            "Montant garanti",
            "854,88\u{a0}€",
            "Forfait logement",
            "141,06\u{a0}€",
            "dont activité",
            "379,42\u{a0}€",
            "DÉPENSES CONTRAINTES",
            "Avec R3",
            "QUESTION SUIVANTE",
            "`rfr`",
            "Règles\u{a0}: tarif-social",
        ],
    );
    assert!(text.contains(api::ruleset().hash.as_ref()));
}

#[test]
fn the_language_is_the_requests_unless_the_command_line_says() {
    let english = couple().replace("\"schema_version\": 1,", "\"schema_version\": 1, \"language\": \"en\",");
    let text = run_with(&["check"], &english).well();
    in_order(
        &text,
        &[
            "Situation in June 2012",
            "CLAIM FIRST",
            "TARIFFS",
            "NO",
            "YES",
            "€10.90 less a month",
            "RSA OF THE MONTH",
        ],
    );
    assert_eq!(run_with(&["check", "--language", "en"], &couple()).well(), text);
    assert_eq!(
        run_with(&["check", "--language", "fr"], &english).well(),
        run(&["check", COUPLE]).well()
    );
}

#[test]
fn the_json_is_the_answer_of_the_library() {
    let request: CheckRequest = serde_json::from_str(&couple()).unwrap();
    let answer = api::check(&request);
    let laid_out = run(&["check", "--json", COUPLE]).well();
    assert_eq!(laid_out, serde_json::to_string_pretty(&answer).unwrap() + "\n");
    let compact = run_with(&["check", "--json", "--compact", "-"], &couple()).well();
    assert_eq!(compact, serde_json::to_string(&answer).unwrap() + "\n");
}

#[test]
fn a_request_without_month_is_looked_at_today() {
    let without = couple().replace("\"month\": \"2012-06\",", "");
    let ran = run_with(&["check", "--json", "--today", "2012-06-30"], &without);
    assert_eq!(ran.code, 0);
    assert_eq!(
        ran.err,
        "tarif-social: 1 request had no `month`: looked at in 2012-06\n"
    );
    assert_eq!(ran.out, run(&["check", "--json", COUPLE]).well());
    // The clock of the machine: some month of this century that the sources may or may not cover.
    let ran = run_with(&["check", "--json"], &without);
    assert!(
        ran.err
            .starts_with("tarif-social: 1 request had no `month`: looked at in 20"),
        "{}",
        ran.err
    );
}

#[test]
fn a_request_to_correct_ends_with_1_and_says_every_problem() {
    let wrong = r#"{"schema_version":1,"month":"2014-11","household":{"persons":[{"role":"applicant","age":30,"incomes":{"net_wage":"12,5"}}],"internet":{"price":"10.005"}}}"#;
    let ran = run_with(&["check"], wrong);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    in_order(
        &ran.out,
        &[
            "à corriger",
            "household.persons[0].incomes.net_wage (`12,5`)",
            "household.internet.price (`10.005`)",
        ],
    );
    let ran = run_with(&["check", "--json"], wrong);
    assert_eq!(ran.code, 1);
    let answer: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(answer["outcome"], "failure");
    assert_eq!(answer["problems"].as_array().unwrap().len(), 2);
}

#[test]
fn what_is_no_request_ends_with_1_and_says_every_problem() {
    let wrong = r#"{"month":"2014-11","houshold":{},"household":{"persons":[{"age":"30"},{"role":"boss"}]}}"#;
    let ran = run_with(&["check", "--language", "en"], wrong);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    in_order(
        &ran.out,
        &[
            "houshold: no field has this name here",
            "household.persons[0].age (`30`): a whole number is expected",
            "household.persons[1].role (`boss`): one of these words is expected: applicant, partner,",
            "schema_version: this field is needed",
        ],
    );
    assert_eq!(run_with(&["explain"], wrong).code, 1);
    in_order(
        &run_with(&["check"], "[]").out,
        &["à corriger", "des champs sont attendus"],
    );
}

#[test]
fn what_cannot_be_read_ends_with_2() {
    run(&["check", "nowhere.json"]).unusable("`nowhere.json` cannot be read: check the name");
    run_with(&["check"], "{\n \"month\": ")
        .unusable("standard input is not JSON: EOF while parsing a value at line 2 column 10");
    run_with(&["check"], "{").unusable("compare it with `tarif-social schema request`");
    let huge = format!("{}{}", " ".repeat(1 << 20), couple());
    run_with(&["check"], &huge).unusable("larger than a request can be (1048576 bytes)");
    let latin = file("latin-1.json", b"{\"month\":\"\xe9\"}");
    run(&["check", latin.to_str().unwrap()]).unusable("latin-1.json` is not JSON");
}

#[test]
fn amounts_written_as_numbers_are_exact() {
    let texts = run(&["check", "--json", COUPLE]).well();
    let numbers = couple()
        .replace("\"880\"", "880.00")
        .replace("\"280.50\"", "280.5")
        .replace("\"33.90\"", "33.9");
    assert_eq!(run_with(&["check", "--json"], &numbers).well(), texts);
}

#[test]
fn explain_gives_the_steps_in_two_registers() {
    let citizen = run(&["explain", COUPLE]).well();
    in_order(
        &citizen,
        &[
            "ÉTAPES",
            "Montant garanti pour votre foyer\u{a0}: 854,88\u{a0}€ par mois.",
            "RÉGIMES",
            "R1   Label de 2012, RSA socle",
            "NON",
            "limite 854,88\u{a0}€, écart 166,18\u{a0}€",
        ],
    );
    assert!(!citizen.contains("VALEURS"));
    let adviser = run(&["explain", "--register", "adviser", "--language", "en", COUPLE]).well();
    in_order(
        &adviser,
        &[
            "STEPS",
            "Guaranteed amount (CASF L262-2, R262-1): €854.88",
            "REGIMES",
            "VALUES",
            "`rsa.montant_de_base`, CASF",
            "Since 2012-01-01, published on",
            "https://",
            "Rules: tarif-social",
        ],
    );
}

#[test]
fn explain_says_whose_the_amounts_are_when_the_place_is_not_known() {
    let request = |territory: &str| {
        format!(
            r#"{{"schema_version":1,"month":"2026-11","household":{{{territory}"persons":[{{"role":"applicant","age":40}}]}}}}"#
        )
    };
    let nowhere = run_with(&["explain"], &request("")).well();
    in_order(&nowhere, &["Le lieu n'est pas dit", "ceux de la métropole", "ÉTAPES"]);
    let somewhere = run_with(&["explain"], &request(r#""territory":"metropolitan","#)).well();
    assert!(!somewhere.contains("Le lieu n'est pas dit"));
}

#[test]
fn explain_says_the_problems_too() {
    let ran = run_with(&["explain"], r#"{"schema_version":1,"month":"2014-13"}"#);
    assert_eq!(ran.code, 1);
    in_order(&ran.out, &["month (`2014-13`)"]);
}

#[test]
fn a_file_kept_from_the_page_is_read_by_its_request() {
    let bare = std::fs::read_to_string(COUPLE).unwrap();
    let kept = format!(r#"{{"tarif_social": 1, "ruleset": {{}}, "request": {bare}, "done": []}}"#);
    let [bare, kept] = [bare, kept].map(|text| run_with(&["check", "--json"], &text).well());
    assert_eq!(bare, kept);
}
