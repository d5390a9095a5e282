//! The programs of `examples` run, and print what they say they print.

use std::fs;
use std::path::Path;
use std::process::Command;

/// What the documentation of a program says it prints.
fn promised(source: &str) -> String {
    let documentation = source.lines().map_while(|line| line.strip_prefix("//!"));
    let printed = documentation
        .skip_while(|line| *line != " ```text")
        .skip(1)
        .take_while(|line| *line != " ```");
    printed.map(|line| format!("{}\n", &line[1..])).collect()
}

#[test]
fn every_example_prints_what_it_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut names: Vec<String> = fs::read_dir(root.join("examples"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| Some(name.strip_suffix(".rs")?.to_owned()))
        .collect();
    names.sort();
    assert_eq!(names, ["check", "compare", "parameters", "regime"]);
    for name in names {
        let promised = promised(&fs::read_to_string(root.join(format!("examples/{name}.rs"))).unwrap());
        assert!(!promised.is_empty(), "examples/{name}.rs does not say what it prints");
        let ran = Command::new(env!("CARGO"))
            .args([
                "run",
                "--quiet",
                "--profile",
                "test",
                "--features",
                "cli",
                "--example",
                &name,
            ])
            .current_dir(root)
            .output()
            .unwrap();
        let printed = String::from_utf8(ran.stdout).unwrap();
        assert_eq!(printed, promised, "{name}: {}", String::from_utf8_lossy(&ran.stderr));
        assert!(ran.status.success(), "{name}");
    }
}
