//! Reads src/regimes/builtin/*.toml with the crate's own types, checks them with the crate's own checker,
//! and writes them as constant tables: no TOML parser reaches the program.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

#[path = "../src/regimes/check/mod.rs"]
mod check;
#[path = "../src/regimes/file.rs"]
mod file;
#[path = "../src/regimes/model/mod.rs"]
#[allow(dead_code, reason = "the build uses a part of what the crate offers")]
mod model;

use super::household::{Benefit, Territory};
use super::law::Confidence;
use super::units::{Cents, Day, Rate};
use file::{Fault, Written};
use model::*;

/// The tables of the regimes among `sources`, or what is wrong with which file at which line.
pub fn tables(sources: &BTreeMap<String, String>) -> Result<String, Vec<String>> {
    let mut tables = Tables::default();
    let mut regimes = Vec::new();
    let mut problems = Vec::new();
    let mut ids = BTreeSet::new();
    for (path, text) in sources
        .iter()
        .filter(|(path, _)| path.starts_with("src/regimes/builtin/"))
    {
        match read(text) {
            Ok(found) => {
                for regime in found {
                    if !ids.insert(regime.id.to_string()) {
                        problems.push(format!("{path}:1: another regime is called `{}`", regime.id));
                    }
                    regimes.push(kept(regime).emit(&mut tables));
                }
            }
            Err(Fault { line, message }) => problems.push(format!("{path}:{line}: {message}")),
        }
    }
    if problems.is_empty() {
        Ok(format!(
            "{}pub(super) static BUILTIN: &[Regime] = &[\n{},\n];\n",
            tables.statics,
            regimes.join(",\n")
        ))
    } else {
        Err(problems)
    }
}

/// A built-in regime may have cliffs, which its own tests list; any other remark fails the build where it stands.
fn check_regime(written: &Written<'_>) -> Result<(), Fault> {
    let regime = &written.regime;
    match check::check(regime).into_iter().find(|remark| !remark.is_note()) {
        None => Ok(()),
        Some(remark) => Err(Fault {
            line: written.line(&remark.path),
            message: format!("{} at `{}`: {}", regime.id, remark.path, remark.words().en),
        }),
    }
}

/// The regimes of a file, checked.
fn read(text: &str) -> Result<Vec<Regime>, Fault> {
    file::read(text)?
        .into_iter()
        .map(|written| check_regime(&written).map(|()| written.regime))
        .collect()
}

/// The regime without what only the catalogue shows, when the engine is built without it.
fn kept(regime: Regime) -> Regime {
    if cfg!(feature = "words") {
        return regime;
    }
    let nothing = || Text::Borrowed("");
    Regime {
        description: Words {
            fr: nothing(),
            en: nothing(),
        },
        sources: List::Borrowed(&[]),
        doubts: List::Borrowed(&[]),
        granting: Granting {
            source: Source {
                title: nothing(),
                url: nothing(),
                date: None,
                ..regime.granting.source
            },
            ..regime.granting
        },
        ..regime
    }
}

/// The statics written so far. A list becomes a static of its own: a constant cannot borrow a list of values that
/// could need dropping.
#[derive(Default)]
struct Tables {
    statics: String,
    names: BTreeMap<String, String>,
}

/// A value as the Rust expression that makes it.
trait Emit {
    fn emit(&self, tables: &mut Tables) -> String;
}

impl Emit for Text {
    fn emit(&self, _: &mut Tables) -> String {
        format!("Text::Borrowed({self:?})")
    }
}

impl<T: Emit + Clone + Typed> Emit for List<T> {
    fn emit(&self, tables: &mut Tables) -> String {
        if self.is_empty() {
            return "List::Borrowed(&[])".to_owned();
        }
        let items: Vec<String> = self.iter().map(|item| item.emit(tables)).collect();
        let list = format!("[{}; {}] = [{}]", T::NAME, items.len(), items.join(", "));
        let next = format!("LIST_{}", tables.names.len());
        let name = tables.names.entry(list.clone()).or_insert_with(|| {
            // writing to a String cannot fail
            let _ = writeln!(tables.statics, "static {next}: {list};");
            next
        });
        format!("List::Borrowed(&{name})")
    }
}

impl<T: Emit> Emit for Option<T> {
    fn emit(&self, tables: &mut Tables) -> String {
        self.as_ref()
            .map_or("None".to_owned(), |value| format!("Some({})", value.emit(tables)))
    }
}

impl Emit for Cents {
    fn emit(&self, _: &mut Tables) -> String {
        format!("Cents::new({})", self.count())
    }
}

impl Emit for Rate {
    fn emit(&self, _: &mut Tables) -> String {
        format!("Rate::new({})", self.millionths())
    }
}

impl Emit for Day {
    fn emit(&self, _: &mut Tables) -> String {
        let month = self.month();
        format!(
            "Day::new(Month::new({}, {}), {})",
            month.year(),
            month.number(),
            self.number()
        )
    }
}

/// The name a static list is declared with.
trait Typed {
    const NAME: &'static str;
}

macro_rules! plain {
    ($($type:ident),*) => {$(
        impl Emit for $type {
            fn emit(&self, _: &mut Tables) -> String {
                format!("{self:?}")
            }
        }
    )*};
}

/// `home`: what stands before the type where the tables are.
macro_rules! fieldless {
    ($home:literal: $($type:ident),*) => {$(
        impl Emit for $type {
            fn emit(&self, _: &mut Tables) -> String {
                format!("{}::{self:?}", Self::NAME)
            }
        }
        impl Typed for $type {
            const NAME: &'static str = concat!($home, stringify!($type));
        }
    )*};
}

macro_rules! structs {
    ($($type:ident { $($field:ident),* })*) => {$(
        impl Emit for $type {
            fn emit(&self, tables: &mut Tables) -> String {
                let fields = [$(format!("{}: {}", stringify!($field), self.$field.emit(tables))),*];
                format!("{} {{ {} }}", stringify!($type), fields.join(", "))
            }
        }
        impl Typed for $type {
            const NAME: &'static str = stringify!($type);
        }
    )*};
}

macro_rules! enums {
    ($($type:ident { $($variant:ident),*; $($unit:ident),* })*) => {$(
        impl Emit for $type {
            fn emit(&self, tables: &mut Tables) -> String {
                match self {
                    $(Self::$variant(value) => {
                        format!("{}::{}({})", stringify!($type), stringify!($variant), value.emit(tables))
                    })*
                    $(Self::$unit => format!("{}::{}", stringify!($type), stringify!($unit)),)*
                }
            }
        }
        impl Typed for $type {
            const NAME: &'static str = stringify!($type);
        }
    )*};
}

plain! { bool, u8 }

fieldless! { "": Status, Confidence, Right, Side, Quantity, Per, Counting, Parameter, Fact, Service, Payer, Way }
fieldless! { "crate::household::": Benefit, Territory }

structs! {
    Words { fr, en }
    Regime {
        id, variant_of, name, description, status, in_force, sources, doubts, criteria, service, tariff, payers,
        granting, one_per_household, checked
    }
    InForce { announced, from, until, obliged_until, seen }
    Source { title, url, date, confidence }
    Comparison { of, is, limit }
    EurosPer { amount, per }
    Scale { first, further, counting, per }
    Multiple { name, times }
    Share { of, rate }
    Adult { age_at_least, age_below, jobseeker }
    Price { ttc, ht, per }
    PriceCap { price, ordinary }
    ReductionShare { rate, reference }
    Bands { by, bands, reference }
    Band { from, below, off }
    VoucherBand { from, below, one_unit, under_two_units, two_units_or_more }
    EffortCap { rate, ordinary }
    PayerShare { payer, share }
    Granting { way, take_up, source }
    TakeUp { low, central, high }
}

enums! {
    Criterion { All, Any, Not, Right, Receives, Amount, Adult, Territory, Fact, NotComputable; Always }
    Limit { Euros, Scale, Parameter, Share; }
    Tariff { PriceCap, Reduction, ReductionShare, Bands, Voucher, EffortCap; NotSet }
    Off { Share, Euros; }
}
