//! Writing to standard output.

use std::io::{self, BufWriter, Write};

use serde::Serialize;

use crate::fault::Fault;

/// Writes a text.
pub fn print(text: &str) -> Result<(), Fault> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
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
