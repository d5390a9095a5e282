use std::fs;
use std::path::Path;

use super::{COUPLE, folder, run, shell};

const COMMANDS: [&[&str]; 18] = [
    &[],
    &["check"],
    &["explain"],
    &["params"],
    &["catalogue"],
    &["regimes"],
    &["regimes", "list"],
    &["regimes", "show"],
    &["regimes", "lint"],
    &["schema"],
    &["compare"],
    &["threshold"],
    &["population"],
    &["population", "draw"],
    &["population", "describe"],
    &["population", "validate"],
    &["population", "export"],
    &["population", "columns"],
];

fn help(command: &[&str]) -> String {
    run(&[command, &["--help"]].concat()).well()
}

#[test]
fn the_examples_of_the_help_work() {
    let here = folder("examples");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let requests = fs::read_to_string(root.join("tests/conformance/requests.jsonl")).unwrap();
    let some: Vec<_> = requests.lines().take(3).collect();
    fs::copy(root.join(COUPLE), here.join("household.json")).unwrap();
    fs::write(here.join("households.jsonl"), some.join("\n")).unwrap();
    fs::copy(root.join("src/regimes/builtin/r15.toml"), here.join("regime.toml")).unwrap();
    fs::copy(root.join("src/population/own/example.csv"), here.join("households.csv")).unwrap();
    fs::write(
        here.join("regime.json"),
        run(&["regimes", "show", "R15", "--json"]).well(),
    )
    .unwrap();
    for command in COMMANDS.iter().filter(|command| !command.is_empty()) {
        let help = help(command);
        let examples: Vec<_> = help
            .lines()
            .filter(|line| line.starts_with("  tarif-social "))
            .collect();
        assert!(examples.len() >= 2, "{command:?} has {} examples", examples.len());
        for example in examples {
            let ran = shell(example, &here);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{example}");
            let called = format!("tarif-social {}", command.join(" "));
            assert!(example.trim().starts_with(&called), "{example}");
        }
    }
}

#[test]
fn the_help_names_every_command_and_every_exit_code() {
    let help = help(&[]);
    for word in [
        "check",
        "explain",
        "params",
        "catalogue",
        "regimes",
        "schema",
        "compare",
        "population",
        "Exit codes:",
        "\n  0  ",
        "\n  1  ",
        "\n  2  ",
        "\n  3  ",
    ] {
        assert!(help.contains(word), "{word}");
    }
}

#[test]
fn what_cannot_be_asked_ends_with_2() {
    for wrong in [
        &["chek"][..],
        &[],
        &["regimes"],
        &["schema"],
        &["check", "--language", "de"],
        &["check", "--today", "2014-02-30"],
    ] {
        let ran = run(wrong);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{wrong:?}");
    }
    assert!(
        run(&["check", "--today", "2014-02-30"])
            .err
            .contains("write a month like `2014-11`")
    );
    assert_eq!(
        run(&["--version"]).well(),
        concat!("tarif-social ", env!("CARGO_PKG_VERSION"), "\n")
    );
}
