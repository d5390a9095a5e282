//! The shape of the source: who imports whom, who knows JSON or the machine, and how long a file may be.

use std::fs;
use std::path::{Path, PathBuf};

/// Reading order: a module imports only from those before it.
const ORDER: [&str; 14] = [
    "reading",
    "units",
    "law",
    "algebra",
    "household",
    "facts",
    "explain",
    "benefits",
    "spending",
    "regimes",
    "population",
    "api",
    "bindings",
    "bin",
];

const KNOW_JSON: [&str; 3] = ["api", "bindings", "bin"];
const MACHINE: [&str; 5] = ["std::fs", "std::env", "std::time", "std::net", "std::process"];
const LONGEST: usize = 600;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under `folder` with one of these extensions, leaving out what is built.
fn files(folder: &Path, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else {
        return found;
    };
    for path in entries.map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir()
            && !["dist", "node_modules", "target", "pkg", "pkg-lab"].contains(&name)
            && !name.starts_with('.')
        {
            found.extend(files(&path, extensions));
        } else if path
            .extension()
            .is_some_and(|extension| extensions.contains(&extension.to_str().unwrap()))
        {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The modules a source file lies in, from the root: `src/benefits/rsa/scale.rs` is `benefits`, `rsa`, `scale`.
fn module_path(file: &Path) -> Vec<String> {
    let relative = file.strip_prefix(root().join("src")).unwrap().with_extension("");
    let mut names: Vec<String> = relative.iter().map(|name| name.to_str().unwrap().to_owned()).collect();
    if matches!(names.last().map(String::as_str), Some("mod" | "lib")) {
        names.pop();
    }
    names
}

/// The code of a file without its comments. (A string that holds `//` loses its end, which hides no import.)
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    text.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The code of every source file of a module.
pub fn sources(module: &str) -> Vec<String> {
    files(&root().join("src").join(module), &["rs"])
        .iter()
        .map(|file| code(file))
        .collect()
}

/// The first name of each path in `rest`, which begins where a `use` may name one item or, in braces, several.
fn first_names(rest: &str) -> Vec<String> {
    let name = |text: &str| -> String {
        text.trim_start()
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    let Some(group) = rest.trim_start().strip_prefix('{') else {
        return vec![name(rest)];
    };
    let mut names = Vec::new();
    let mut depth = 0;
    let mut start = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                names.push(name(&group[start..at]));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    names
}

/// The top modules that `code`, lying in `module`, names through `crate::` or through enough `super::`.
fn imports(code: &str, module: &[String]) -> Vec<String> {
    let to_root = "super::".repeat(module.len());
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        found.extend(first_names(&code[at + "crate::".len()..]));
    }
    if !module.is_empty() {
        for (at, _) in code.match_indices(&to_root) {
            found.extend(first_names(&code[at + to_root.len()..]));
        }
    }
    found
}

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|name| *name == module)
}

#[test]
fn a_module_imports_only_from_those_before_it() {
    let mut faults = Vec::new();
    for file in files(&root().join("src"), &["rs"]) {
        let module = module_path(&file);
        let Some(own) = module.first() else { continue };
        let Some(own_rank) = rank(own) else {
            faults.push(format!("{}: `{own}` has no place in the reading order", file.display()));
            continue;
        };
        for import in imports(&code(&file), &module) {
            if rank(&import).is_some_and(|rank| rank > own_rank) {
                faults.push(format!(
                    "{}: imports `{import}`, which comes after `{own}`",
                    file.display()
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_library_lists_its_modules_in_reading_order() {
    let library = code(&root().join("src/lib.rs"));
    let listed: Vec<_> = library
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    let ranks: Vec<_> = listed.iter().map(|module| rank(module)).collect();
    assert!(
        !ranks.is_empty() && ranks.is_sorted() && ranks.iter().all(Option::is_some),
        "{listed:?}"
    );
}

#[test]
fn imports_are_seen_in_every_form() {
    let module = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let seen = |code: &str| imports(code, &module(&["units", "money"]));
    assert_eq!(seen("use crate::api::Answer;"), ["api"]);
    assert_eq!(
        seen("use crate::{law::{Dated, Source}, facts, api::Answer as A};"),
        ["law", "facts", "api"]
    );
    assert_eq!(seen("fn f() -> crate::regimes::Regime"), ["regimes"]);
    assert_eq!(seen("use super::super::population::Row;"), ["population"]);
    assert_eq!(seen("use super::time::Month;"), Vec::<String>::new());
}

#[test]
fn only_the_boundary_knows_json_and_only_the_program_knows_the_machine() {
    let mut faults = Vec::new();
    for file in files(&root().join("src"), &["rs"]) {
        let module = module_path(&file);
        let own = module.first().map_or("lib", String::as_str);
        let code = code(&file);
        if code.contains("serde_json") && !KNOW_JSON.contains(&own) {
            faults.push(format!("{}: knows JSON", file.display()));
        }
        for name in MACHINE.iter().filter(|name| own != "bin" && code.contains(**name)) {
            faults.push(format!("{}: uses `{name}`", file.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_file_is_longer_than_600_lines() {
    let mut faults = Vec::new();
    for file in files(root(), &["rs", "ts", "tsx", "css", "js", "mjs"]) {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        if lines > LONGEST {
            faults.push(format!("{}: {lines} lines", file.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
