//! The rules as a TypeScript module: a program for each shape the law had, and the dated numbers it takes.

use core::fmt::Write;

use super::code::Constant;
use super::writer::{NUMBER, Written, write};
use super::{INPUTS, Kind, Law, regimes};
use crate::household::Territory;
use crate::law::{COVERAGE, RULESET_HASH, RULESET_VERSION};
use crate::regimes::{Criterion, Regime, Status};

/// Months in a row that one program covers, in one place.
struct Era {
    territory: Territory,
    /// The first, counted from the first month covered.
    from: usize,
    program: usize,
    /// For each month, the numbers of the program.
    months: Vec<Vec<Constant>>,
}

/// The module.
#[must_use]
pub fn typescript() -> String {
    let (first, last) = COVERAGE;
    let months = usize::try_from(last.since(first)).unwrap_or_default() + 1;
    let mut programs: Vec<String> = Vec::new();
    let mut eras: Vec<Era> = Vec::new();
    for territory in Territory::ALL {
        for place in 0..months {
            let month = first.plus(i32::try_from(place).unwrap_or_default());
            let Ok(law) = Law::at(month, *territory) else {
                continue;
            };
            let Written { program, numbers } = write(&law);
            let program = place_of(&mut programs, program);
            match eras.last_mut() {
                Some(era) if era.is_followed_by(*territory, place, program) => era.months.push(numbers),
                _ => eras.push(Era {
                    territory: *territory,
                    from: place,
                    program,
                    months: vec![numbers],
                }),
            }
        }
    }
    let mut text = String::from(
        "// Written by `tarif-social lower` from the rules of the engine: not to be edited.\n\
         // @ts-nocheck: what is exported has its types, what is in the programs was checked as Rust.\n\
         import{add,sub,lesser,greater,atMost,and,or,not,atLeast,lookUp,ratio,without,share,select,n,\
         type Program,type Era,type Column,type Input,type RegimeWords}from\"../src/widget/algebra\";\n",
    );
    let _ = writeln!(
        text,
        "export const version={RULESET_VERSION:?},ruleset={RULESET_HASH:?},first=\"{first}\",months={months};"
    );
    describe_inputs(&mut text);
    text.push_str("export const regimes:RegimeWords[]=[");
    for regime in regimes() {
        describe(&mut text, regime);
    }
    text.push_str("];\n");
    write_programs(&mut text, &programs, &eras);
    text
}

impl Era {
    fn is_followed_by(&self, territory: Territory, place: usize, program: usize) -> bool {
        (self.territory, self.from + self.months.len(), self.program) == (territory, place, program)
    }
}

fn place_of<T: PartialEq>(list: &mut Vec<T>, wanted: T) -> usize {
    list.iter().position(|known| *known == wanted).unwrap_or_else(|| {
        list.push(wanted);
        list.len() - 1
    })
}

/// The programs, with the numbers that never changed written in; the others by column; which program covers which months.
fn write_programs(text: &mut String, programs: &[String], eras: &[Era]) {
    let mut columns: Vec<String> = Vec::new();
    let mut changes: Vec<String> = Vec::new();
    let mut laws: Vec<(&Era, Vec<usize>)> = eras.iter().map(|era| (era, Vec::new())).collect();
    for (place, program) in programs.iter().enumerate() {
        let mut written = String::new();
        let mut moving = 0;
        for (slot, part) in program.split(NUMBER).enumerate() {
            if slot > 0 {
                let using = || eras.iter().filter(|era| era.program == place);
                let mut values = using()
                    .flat_map(|era| &era.months)
                    .filter_map(|numbers| numbers.get(slot - 1));
                match values.next() {
                    Some(first) if values.all(|value| value == first) => written.push_str(&constant(first)),
                    _ => {
                        let _ = write!(written, "k[{moving}]");
                        moving += 1;
                        for (era, slots) in laws.iter_mut().filter(|(era, _)| era.program == place) {
                            let column = column(era, slot - 1, &mut changes);
                            slots.push(place_of(&mut columns, column));
                        }
                    }
                }
            }
            written.push_str(part);
        }
        let _ = writeln!(text, "const p{place}:Program=(k,i)=>{{{written}}};");
    }
    let _ = writeln!(text, "export const changes:number[][]=[{}];", changes.join(","));
    let _ = writeln!(text, "export const columns:Column[]=[{}];", columns.join(","));
    text.push_str("export const eras:Era[]=[");
    for (era, slots) in laws {
        let places: Vec<String> = slots.iter().map(ToString::to_string).collect();
        let (territory, from, program) = (era.territory.name(), era.from, era.program);
        let _ = write!(
            text,
            "[\"{territory}\",{from},{},p{program},[{}]],",
            from + era.months.len(),
            places.join(",")
        );
    }
    text.push_str("];\n");
}

/// What a number of a program was, month after month: the place in `changes` of the months it changed, then its first value
/// and each new one.
fn column(era: &Era, slot: usize, changes: &mut Vec<String>) -> String {
    let mut months: Vec<String> = Vec::new();
    let mut values: Vec<String> = Vec::new();
    let mut before: Option<&Constant> = None;
    for (place, numbers) in (era.from..).zip(&era.months) {
        let now = numbers.get(slot);
        if now != before {
            if before.is_some() {
                months.push(place.to_string());
            }
            values.extend(now.map(constant));
            before = now;
        }
    }
    let months = place_of(changes, format!("[{}]", months.join(",")));
    format!("[{months},{}]", values.join(","))
}

fn constant(constant: &Constant) -> String {
    match constant {
        Constant::Number(number) => number.to_string(),
        Constant::Table(pieces) => {
            let numbers: Vec<String> = pieces.iter().flatten().map(ToString::to_string).collect();
            format!("[{}]", numbers.join(","))
        }
    }
}

fn describe_inputs(text: &mut String) {
    text.push_str("export const inputs:Input[]=[");
    for (name, kind) in INPUTS {
        let (low, high) = kind.bounds();
        let kind = match kind {
            Kind::Truth => "truth",
            Kind::Count(..) => "count",
            Kind::Amount(_) => "amount",
        };
        let _ = write!(text, "[\"{name}\",\"{kind}\",{low},{high}],");
    }
    text.push_str("];\n");
}

fn describe(text: &mut String, regime: &Regime) {
    let _ = write!(
        text,
        "{{id:{:?},status:{:?},name:{{fr:{:?},en:{:?}}},",
        regime.id,
        regime.status.name(),
        regime.name.fr,
        regime.name.en
    );
    if let Some(source) = regime.sources.first() {
        let _ = write!(text, "source:{:?},", source.url);
    }
    if let Some(period) = period(regime) {
        let _ = write!(text, "period:{period},");
    }
    text.push_str("leaves:[");
    leaves(text, &regime.criteria);
    text.push_str("]},");
}

/// From which day it was in force or on sale, and until which when that is known; none for a proposal.
fn period(regime: &Regime) -> Option<String> {
    if matches!(regime.status, Status::Proposal | Status::Transposed) {
        return None;
    }
    let from = regime.in_force.from?;
    let until = regime.in_force.until;
    let until = until.map_or_else(|| "null".to_owned(), |day| format!("\"{day}\""));
    Some(format!("{{from:\"{from}\",until:{until}}}"))
}

/// In the order of [`crate::regimes::evaluate::leaves`].
fn leaves(text: &mut String, criterion: &Criterion) {
    match criterion {
        Criterion::All(list) | Criterion::Any(list) | Criterion::Not(list) => {
            for inner in list.iter() {
                leaves(text, inner);
            }
        }
        Criterion::Right(right) => {
            let _ = write!(text, "[\"right\",\"{}\"],", right.name());
        }
        Criterion::Amount(comparison) => {
            let _ = write!(
                text,
                "[\"amount\",\"{}\",\"{}\"],",
                comparison.of.name(),
                comparison.is.name()
            );
        }
        Criterion::Receives(list) => {
            let names: Vec<String> = list.iter().map(|benefit| format!("\"{}\"", benefit.name())).collect();
            let _ = write!(text, "[\"receives\",{}],", names.join(","));
        }
        _ => text.push_str("[\"other\"],"),
    }
}
