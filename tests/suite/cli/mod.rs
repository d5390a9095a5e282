//! The program, run as its users run it.

mod check;
mod help;
mod lines;
mod own;
mod population;
mod robust;
mod regimes;
mod tables;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_tarif-social");
pub const COUPLE: &str = "tests/conformance/requests/couple-2012.json";

/// How a run ended and what it said.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// The output of a run that must have gone well, without a word on stderr.
    pub fn well(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// Whether it stopped for this reason, with nothing on stdout and one line in the house style on stderr.
    pub fn unusable(&self, words: &str) {
        assert_eq!((self.code, self.out.as_str()), (2, ""), "{}", self.err);
        assert!(self.err.contains(words), "`{words}` is not in {}", self.err);
        assert!(self.err.starts_with("tarif-social: ") && self.err.lines().count() == 1);
        assert!(!self.err.trim_end().ends_with('.'), "{}", self.err);
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self {
            code: output.status.code().unwrap(),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }
}

/// Runs the program at the root of the package, with nothing on standard input.
pub fn run(arguments: &[&str]) -> Ran {
    run_with(arguments, "")
}

/// Runs the program at the root of the package.
pub fn run_with(arguments: &[&str], input: &str) -> Ran {
    let mut child = Command::new(PROGRAM)
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // From another thread: the program may fill its output before it has read everything, or read nothing at all.
    let writing = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let ran = child.wait_with_output().unwrap().into();
    writing.join().unwrap();
    ran
}

/// Runs a line of shell in `folder`, where `tarif-social` is the program.
pub fn shell(line: &str, folder: &Path) -> Ran {
    let programs = Path::new(PROGRAM).parent().unwrap().to_str().unwrap();
    let path = format!("{programs}:{}", std::env::var("PATH").unwrap());
    let output = Command::new("sh")
        .args(["-c", line])
        .current_dir(folder)
        .env("PATH", path)
        .output();
    output.unwrap().into()
}

/// A file of this test alone.
pub fn file(name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    let path = folder("files").join(name);
    fs::write(&path, text).unwrap();
    path
}

/// A folder to write in.
pub fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    fs::create_dir_all(&path).unwrap();
    path
}

pub fn couple() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(COUPLE)).unwrap()
}

/// Whether these texts come in this order.
pub fn in_order(text: &str, parts: &[&str]) {
    let mut rest = text;
    for part in parts {
        let Some(at) = rest.find(part) else {
            panic!("`{part}` does not come next in:\n{text}");
        };
        rest = &rest[at + part.len()..];
    }
}
