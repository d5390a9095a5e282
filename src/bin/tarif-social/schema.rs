//! `schema`: JSON Schemas.

use schemars::schema_for;
use serde_json::Value;
use tarif_social::api::{Catalogue, CheckAnswer, CheckRequest};
use tarif_social::regimes::Regime;

use crate::arguments::{Schema, SchemaOf};
use crate::fault::{Done, Fault};
use crate::households;
use crate::output::print_json;

pub fn run(arguments: &Schema) -> Result<Done, Fault> {
    let schema: Value = match arguments.of {
        SchemaOf::Households => households::schema(),
        SchemaOf::Request => schema_for!(CheckRequest).into(),
        SchemaOf::Answer => schema_for!(CheckAnswer).into(),
        SchemaOf::Regime => schema_for!(Regime).into(),
        SchemaOf::Catalogue => schema_for!(Catalogue).into(),
    };
    print_json(&schema, false)?;
    Ok(Done::Well)
}
