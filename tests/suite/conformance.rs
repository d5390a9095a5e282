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
        assert!(
            found == committed,
            "line {}: another answer than the committed one; `make vectors` if that is meant\n{found}",
            place + 1
        );
    }
}
