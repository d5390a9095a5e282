//! The files a result depends on, and their hash.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

/// The modules whose sources are part of the ruleset; TOML data counts wherever it stands.
const RULE_MODULES: [&str; 8] = [
    "units",
    "law",
    "algebra",
    "household",
    "facts",
    "benefits",
    "regimes",
    "spending",
];

/// Every text file under `folder`, by path with `/`, in order.
pub fn files(folder: &Path) -> Result<BTreeMap<String, String>, Vec<String>> {
    let mut found = BTreeMap::new();
    walk(folder, &mut found).map_err(|error| vec![format!("{}: {error}", folder.display())])?;
    Ok(found)
}

fn walk(folder: &Path, found: &mut BTreeMap<String, String>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, found)?;
        } else if path
            .extension()
            .is_some_and(|ending| ending == "rs" || ending == "toml")
        {
            // A checkout may rewrite line ends: the hash must not depend on that.
            let text = fs::read_to_string(&path)?.replace("\r\n", "\n");
            found.insert(path.to_string_lossy().replace('\\', "/"), text);
        }
    }
    Ok(())
}

/// SHA-256 over the names and contents of the rules and the data, in the order of their names: first 16 bytes, in hexadecimal.
pub fn hash(files: &BTreeMap<String, String>) -> String {
    let mut digest = Sha256::new();
    for (path, text) in files {
        let module = path.split('/').nth(1).unwrap_or_default();
        if path.ends_with(".toml") || RULE_MODULES.contains(&module) {
            digest.update(format!("{path} {}\n", text.len()));
            digest.update(text);
        }
    }
    digest
        .finalize()
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
