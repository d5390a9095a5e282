//! Writing to standard output.

use std::borrow::Cow;
use std::io::{self, BufWriter, Write};

use serde::Serialize;

use crate::fault::Fault;

/// A text without what would move the cursor, colour the screen or rename the window: names and cells come from files.
pub fn plain(text: &str) -> Cow<'_, str> {
    let commands = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t');
    if text.contains(commands) {
        Cow::Owned(text.replace(commands, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Writes a text.
pub fn print(text: &str) -> Result<(), Fault> {
    let mut out = io::stdout().lock();
    out.write_all(plain(text).as_bytes())?;
    Ok(out.flush()?)
}

/// Writes JSON, on one line or laid out.
pub fn print_json(value: &impl Serialize, compact: bool) -> Result<(), Fault> {
    let mut out = BufWriter::new(io::stdout().lock());
    if compact {
        serde_json::to_writer(&mut out, value)?;
    } else {
        serde_json::to_writer_pretty(&mut out, value)?;
    }
    out.write_all(b"\n")?;
    Ok(out.flush()?)
}
