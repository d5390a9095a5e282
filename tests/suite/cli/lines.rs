use std::fs;

use serde_json::Value;

use super::{couple, file, folder, run, run_with, shell};

/// A household on one line, told apart from others by its bill.
fn line(price: usize) -> String {
    let mut request: Value = serde_json::from_str(&couple()).unwrap();
    request["regimes"] = serde_json::json!(["R20"]);
    request["household"]["internet"]["price"] = price.into();
    request.to_string()
}

fn answers(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn each_line_is_answered_in_its_place() {
    let lines: Vec<String> = (21..121).map(line).collect();
    let out = run_with(&["check", "--jsonl"], &(lines.join("\n") + "\n")).well();
    let before: Vec<_> = answers(&out)
        .iter()
        .map(|answer| answer["regimes"][0]["bill"]["before"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(before, (21..121).map(|price| format!("{price}.00")).collect::<Vec<_>>());
    // One by one, the answers are the same; a last line without an end is a line.
    let alone = run_with(&["check", "--json", "--compact"], &lines[7]).well();
    assert_eq!(out.lines().nth(7), Some(alone.trim_end()));
    assert_eq!(run_with(&["check", "--jsonl"], &lines.join("\r\n")).well(), out);
}

#[test]
fn a_bad_line_is_answered_and_the_run_goes_on() {
    let long = " ".repeat((1 << 20) + 1);
    let wrong = line(30).replace("2012-06", "2012-66");
    let input = [
        line(30),
        "{\"schema_version\":1,".into(),
        String::new(),
        wrong,
        long,
        line(40),
    ]
    .join("\n");
    let ran = run_with(&["check", "--jsonl"], &input);
    assert_eq!(ran.code, 1);
    assert_eq!(
        ran.err,
        "tarif-social: 4 of 6 lines have problems, said in their answers\n"
    );
    let answers = answers(&ran.out);
    let outcomes: Vec<_> = answers
        .iter()
        .map(|answer| answer["outcome"].as_str().unwrap())
        .collect();
    assert_eq!(
        outcomes,
        ["success", "failure", "failure", "failure", "failure", "success"]
    );
    let problem = |line: usize| &answers[line - 1]["problems"][0];
    let message = |line: usize| problem(line)["message"].as_str().unwrap();
    assert_eq!(problem(2)["field"], "line 2");
    assert!(
        message(2).contains("EOF while parsing a value at column 20"),
        "{}",
        message(2)
    );
    assert_eq!(problem(3)["field"], "line 3");
    assert_eq!(problem(4)["field"], "month");
    assert_eq!(problem(5)["field"], "line 5");
    assert!(message(5).contains("longer than 1048576 bytes"), "{}", message(5));
}

#[test]
fn lines_without_month_are_looked_at_today() {
    let without = line(30).replace("\"month\":\"2012-06\",", "");
    assert!(!without.contains("month\""));
    let ran = run_with(
        &["check", "--jsonl", "--today", "2012-06-01"],
        &[without, line(30)].join("\n"),
    );
    assert_eq!(ran.code, 0);
    assert_eq!(
        ran.err,
        "tarif-social: 1 request had no `month`: looked at in 2012-06\n"
    );
    let answers = answers(&ran.out);
    assert_eq!(answers[0], answers[1]);
}

#[test]
fn nothing_in_nothing_out() {
    assert_eq!(run_with(&["check", "--jsonl"], "").well(), "");
}

#[test]
fn a_reader_that_leaves_is_no_fault() {
    let many = file("many.jsonl", vec![line(30); 200].join("\n"));
    let ran = shell(
        &format!("tarif-social check --jsonl \"{}\" | head -n 1", many.display()),
        &folder("files"),
    );
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(ran.out.lines().count(), 1);
    let ran = shell("tarif-social params | head -n 1", &folder("files"));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn an_output_that_cannot_be_written_ends_with_3() {
    if fs::metadata("/dev/full").is_err() {
        return; // only Linux has it
    }
    for command in [
        "params",
        "params --csv",
        "regimes list",
        "schema request",
        "regimes list --json",
    ] {
        let ran = shell(&format!("tarif-social {command} > /dev/full"), &folder("files"));
        assert_eq!(ran.code, 3, "{command}");
        assert!(
            ran.err.starts_with("tarif-social: the output cannot be written: "),
            "{command}: {}",
            ran.err
        );
    }
}

#[test]
fn an_answer_does_not_wait_for_the_next_line() {
    // The second request is only sent once the first is answered: a program that held its answer would hang.
    let request = file("one-line.json", line(30));
    let talk = format!(
        "mkfifo in out 2>/dev/null; tarif-social check --jsonl < in > out & exec 3> in 4< out; \
         cat \"{0}\" >&3; echo >&3; read -r first <&4; cat \"{0}\" >&3; echo >&3; read -r second <&4; exec 3>&-; \
         [ -n \"$first\" ] && [ \"$first\" = \"$second\" ]",
        request.display()
    );
    assert_eq!(shell(&talk, &folder("talk")).code, 0);
}

#[test]
fn jsonl_is_not_json() {
    assert_eq!(run(&["check", "--jsonl", "--json"]).code, 2);
    assert_eq!(run(&["check", "--compact"]).code, 2);
}
