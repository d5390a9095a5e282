//! Households of one's own, read piece by piece from a file of the visitor's.

use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::super::js::object;
use super::super::refusal::{read, refusal};
use super::choices::both;
use super::thresholds::{Frontiers, priced};
use super::{CompareRequest, month, named_all};
use crate::population::MOST_SORTED;
use crate::population::own::{COLUMNS, EXAMPLE, FileFault, FileStudy, FileThresholds, LARGEST_FILE};
use crate::regimes::Words;
use crate::units::Month;

/// Why nothing of a file can be used.
#[derive(Clone, Debug, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct FileRefusal {
    /// A short name for programs.
    pub code: &'static str,
    /// The reason and what to do.
    pub reason: Words,
}

impl From<&FileFault> for FileRefusal {
    fn from(fault: &FileFault) -> Self {
        Self {
            code: fault.code(),
            reason: Words {
                fr: fault.french().into(),
                en: fault.to_string().into(),
            },
        }
    }
}

/// What becomes of a file as it is read, or why nothing of it can be used.
struct Reading<T>(Result<T, FileFault>);

impl<T> Reading<T> {
    /// Begins a file of so many bytes.
    fn of(study: T, size: f64) -> Self {
        Self(if size > LARGEST_FILE as f64 {
            Err(FileFault::TooLarge)
        } else {
            Ok(study)
        })
    }

    /// Reads on, by `push`; `false` when nothing of the file can be used, and the rest need not be given.
    fn push(&mut self, push: impl FnOnce(&mut T) -> Result<(), FileFault>) -> bool {
        let Ok(study) = &mut self.0 else {
            return false;
        };
        if let Err(fault) = push(study) {
            self.0 = Err(fault);
        }
        self.0.is_ok()
    }
}

/// A comparison over the households of a CSV file, given piece by piece. Of the request, `month` must be there, and nothing
/// is drawn: `base`, `size`, `seed`, `hypotheses` and `assumptions` do not matter.
#[wasm_bindgen]
pub struct FileLab(Reading<FileStudy<'static>>);

#[wasm_bindgen]
impl FileLab {
    /// Prepares a comparison over a file of so many bytes. The request stays in memory as long as the worker does.
    ///
    /// # Errors
    /// A `Refusal` with the problems of the request.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "CompareRequest")] request: JsValue,
        size: f64,
    ) -> Result<Self, JsValue> {
        let request: &CompareRequest = Box::leak(Box::new(read(&request)?));
        let study = FileStudy::new(file_month(request)?, named_all(request)?);
        let study = study.map_err(|message| refusal("", "not_computable", message))?;
        Ok(Self(Reading::of(study, size)))
    }

    /// Reads on; `false` when nothing of the file can be used, and the rest need not be given.
    pub fn push(&mut self, bytes: &[u8]) -> bool {
        self.0.push(|study| study.push(bytes))
    }

    /// The comparison, once the whole file was given, or why there is none.
    #[wasm_bindgen(unchecked_return_type = "CompareAnswer | FileRefusal")]
    #[must_use]
    pub fn answer(self) -> JsValue {
        match self.0.0.and_then(FileStudy::finish) {
            Ok(comparison) => object(&comparison),
            Err(fault) => object(&FileRefusal::from(&fault)),
        }
    }
}

/// Every threshold of the regimes of a request over the households of a CSV file, given piece by piece, as [`FileLab`].
#[wasm_bindgen]
pub struct FileFrontiers(Reading<FileThresholds<'static>>);

#[wasm_bindgen]
impl FileFrontiers {
    /// Prepares to sort the households of a file of so many bytes; regimes without a price are left out. The request stays
    /// in memory as long as the worker does.
    ///
    /// # Errors
    /// A `Refusal` with the problems of the request.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "CompareRequest")] request: JsValue,
        size: f64,
    ) -> Result<Self, JsValue> {
        let request: &CompareRequest = Box::leak(Box::new(read(&request)?));
        let told = priced(named_all(request)?, |regime| regime.criteria.not_computable().is_none());
        let sorted = FileThresholds::new(file_month(request)?, &told);
        let sorted = sorted.map_err(|message| refusal("", "not_computable", message))?;
        Ok(Self(Reading::of(sorted, size)))
    }

    /// Reads on; `false` when nothing of the file can be used, or it has more households than are sorted here (a million).
    pub fn push(&mut self, bytes: &[u8]) -> bool {
        self.0.push(|sorted| {
            sorted.push(bytes)?;
            if sorted.rows() > MOST_SORTED {
                return Err(FileFault::TooManyToSort);
            }
            Ok(())
        })
    }

    /// The households sorted, once the whole file was given.
    ///
    /// # Errors
    /// A `Refusal` that says why nothing of the file can be used.
    pub fn finish(self) -> Result<Frontiers, JsValue> {
        let finished = self.0.0.and_then(FileThresholds::finish);
        let (sorted, _) = finished.map_err(|fault| refusal("", fault.code(), fault.to_string()))?;
        Ok(Frontiers::of(sorted))
    }
}

fn file_month(request: &CompareRequest) -> Result<Month, JsValue> {
    month(request)?.ok_or_else(|| refusal("month", "missing", "a file needs the month of its incomes".to_owned()))
}

/// A column of a file of households.
#[derive(Clone, Debug, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct ColumnAnswer {
    /// Its name: a file may use either.
    pub name: Words,
    /// What its cells hold.
    pub holds: Words,
    /// What it is, and what an empty cell means when that is not "unknown".
    pub about: Words,
    /// A file must have it, and each row must fill it in.
    pub needed: bool,
}

/// What a file of households may be.
#[derive(Clone, Debug, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct FileGuide {
    /// The columns.
    pub columns: Vec<ColumnAnswer>,
    /// A few households in these columns.
    pub example: &'static str,
}

/// What a file of households may be.
#[wasm_bindgen(js_name = fileGuide, unchecked_return_type = "FileGuide")]
#[must_use]
pub fn file_guide() -> JsValue {
    let words = |[fr, en]: [String; 2]| Words {
        fr: fr.into(),
        en: en.into(),
    };
    let columns = COLUMNS.iter().map(|column| ColumnAnswer {
        name: both(&column.name),
        holds: words(column.holds()),
        about: words(column.described()),
        needed: column.needed,
    });
    object(&FileGuide {
        columns: columns.collect(),
        example: EXAMPLE,
    })
}
