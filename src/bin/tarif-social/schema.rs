//! `schema`: JSON Schemas.

use schemars::schema_for;
use tarif_social::api::{Catalogue, CheckAnswer, CheckRequest};
use tarif_social::regimes::Regime;

use crate::arguments::{Schema, SchemaOf};
use crate::fault::{Done, Fault};
use crate::output::print_json;

pub fn run(arguments: &Schema) -> Result<Done, Fault> {
    let schema = match arguments.of {
        SchemaOf::Request => schema_for!(CheckRequest),
        SchemaOf::Answer => schema_for!(CheckAnswer),
        SchemaOf::Regime => schema_for!(Regime),
        SchemaOf::Catalogue => schema_for!(Catalogue),
    };
    print_json(&schema, false)?;
    Ok(Done::Well)
}
