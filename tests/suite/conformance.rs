//! The committed requests have their committed answers, byte for byte; tests/node and tests/browser ask the same of WASM.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;

use tarif_social::api::ruleset;

use crate::cli::run;

#[test]
fn every_request_has_its_committed_answer() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    let mut committed = String::new();
    let answers = File::open(folder.join("answers.jsonl.gz")).unwrap();
    GzDecoder::new(answers).read_to_string(&mut committed).unwrap();
    // The hash is that of every source file: it moves when answers do not.
    let answer: serde_json::Value = serde_json::from_str(committed.lines().next().unwrap()).unwrap();
    let committed = committed.replace(answer["ruleset"]["hash"].as_str().unwrap(), &ruleset().hash);
    let found = run(&["check", "--jsonl", "tests/conformance/requests.jsonl"]).out;
    assert_eq!(
        found.lines().count(),
        committed.lines().count(),
        "`make vectors` writes the answers again"
    );
    for (place, (found, committed)) in found.lines().zip(committed.lines()).enumerate() {
        if let Some(at) = found
            .chars()
            .zip(committed.chars())
            .position(|(found, committed)| found != committed)
        {
            let around = |answer: &str| answer.chars().skip(at.saturating_sub(80)).take(160).collect::<String>();
            panic!(
                "line {}: another answer than the committed one; `make vectors` if that is meant\n{}\n{}",
                place + 1,
                around(found),
                around(committed)
            );
        }
        assert_eq!(found.len(), committed.len(), "line {}", place + 1);
    }
}
