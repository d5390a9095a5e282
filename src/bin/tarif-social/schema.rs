//! `schema`: JSON Schemas.

use schemars::schema_for;
use tarif_social::api::{CheckAnswer, CheckRequest};
use tarif_social::regimes::Regime;

use crate::arguments::{Schema, SchemaOf};
use crate::fault::{Done, Fault};
use crate::households;
use crate::output::print_json;

pub fn run(arguments: &Schema) -> Result<Done, Fault> {
    let schema = match arguments.of {
        SchemaOf::Households => return Ok(print_json(&households::schema(), false).map(|()| Done::Well)?),
        SchemaOf::Request => schema_for!(CheckRequest),
        SchemaOf::Answer => schema_for!(CheckAnswer),
        SchemaOf::Regime => schema_for!(Regime),
    };
    print_json(&schema, false)?;
    Ok(Done::Well)
}
