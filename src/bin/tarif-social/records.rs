//! The words and sources that an answer points at by id.

use tarif_social::api::{
    Catalogue, CheckRequest, DatedValueAnswer, DefinitionRecord, PointerRecord, RegimeRecord, UsedValueAnswer,
    WordsRecord, catalogue, regime_record,
};
use tarif_social::regimes::Text;

/// The catalogue in the language of a request, and the regimes it brings.
pub struct Records {
    catalogue: Catalogue,
    own: Vec<RegimeRecord>,
}

impl Records {
    pub fn of(request: &CheckRequest) -> Self {
        Self {
            catalogue: catalogue(request.language),
            own: request
                .own_regimes
                .iter()
                .map(|regime| regime_record(regime, request.language))
                .collect(),
        }
    }

    /// A regime: the caller's own first, as in the answer.
    pub fn regime(&self, id: &str) -> Option<&RegimeRecord> {
        self.own
            .iter()
            .chain(&self.catalogue.regimes)
            .find(|record| record.id == id)
    }

    /// A dated value that an answer used.
    pub fn value(&self, used: &UsedValueAnswer) -> Option<&DatedValueAnswer> {
        self.catalogue
            .values
            .iter()
            .find(|value| value.id == used.id && value.from == used.from)
    }

    /// The term of the law for a step, and its article.
    pub fn step(&self, name: &str) -> (&str, &str) {
        self.catalogue
            .steps
            .iter()
            .find(|step| step.name == name)
            .map_or(("", ""), |step| (&step.term, &step.article))
    }

    pub fn definition(&self, name: &str) -> Option<&DefinitionRecord> {
        self.catalogue.definitions.iter().find(|record| record.name == name)
    }

    pub fn pointer(&self, id: &str) -> Option<&PointerRecord> {
        self.catalogue.pointers.iter().find(|record| record.id == id)
    }

    /// A family of spending, in words.
    pub fn family<'a>(&'a self, id: &'a str) -> &'a str {
        words(&self.catalogue.families, id)
    }

    /// What figures lack, in words.
    pub fn missing(&self, ids: &[Text]) -> String {
        let names: Vec<_> = ids.iter().map(|id| words(&self.catalogue.missing, id)).collect();
        names.join(", ")
    }
}

fn words<'a>(records: &'a [WordsRecord], id: &'a str) -> &'a str {
    records
        .iter()
        .find(|record| record.id == id)
        .map_or(id, |record| &record.label)
}
