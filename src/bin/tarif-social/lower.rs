//! `lower`: the rules of the widget, as a TypeScript module.

use tarif_social::bindings::row::typescript;

use crate::fault::{Done, Fault};
use crate::output::print;

pub fn run() -> Result<Done, Fault> {
    print(&typescript())?;
    Ok(Done::Well)
}
