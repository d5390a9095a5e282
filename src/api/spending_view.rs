//! Constrained spending as answers show it.

use super::answer::{
    BoundsAnswer, DefinitionAnswer, EffectAnswer, EffortAnswer, EnergyPovertyAnswer, FamilyAnswer, FigureAnswer,
    GainAnswer, LeftAnswer, MeanAnswer, MovedAnswer, ReferenceAnswer, SpendingAnswer, TenthAnswer,
};
use super::view::View;
use crate::algebra::Range;
use crate::household::Post;
use crate::regimes::Text;
use crate::spending::{Bounds, Budget, Cell, Definition, Effect, Figure, Left, Placement, Row, Table, cells_like};
use crate::units::Cents;

/// A regime that gives something off some bills, and how much a month in all.
pub(super) struct Saving<'a> {
    pub id: &'a Text,
    pub bills: &'static [Post],
    pub amount: Range,
}

impl View<'_> {
    pub fn spending(&self, savings: &[Saving<'_>]) -> SpendingAnswer {
        let facts = &self.outcome.assessment.facts;
        let income = self.anywhere(facts.disposable_income, |here, there, open| {
            here.allow_for(&there.assessment.facts.disposable_income, open);
        });
        let budget = Budget::of(self.household, income, facts.consumption_units);
        let year = u16::try_from(self.values.clock.month.year()).unwrap_or(u16::MAX);
        let poverty = budget.energy_poverty(year);
        let savings: Vec<_> = savings
            .iter()
            .filter(|saving| saving.amount.exact() != Some(Cents::ZERO))
            .collect();
        let effects = |definition: Definition| -> Vec<(&Text, Effect)> {
            let effect = |saving: &&Saving<'_>| budget.effect(definition, saving.bills, saving.amount);
            savings.iter().map(|saving| (saving.id, effect(saving))).collect()
        };
        let effects = Definition::ALL.map(|definition| (definition, effects(definition)));
        // The same whatever the definition.
        let [(_, gained), ..] = &effects;
        SpendingAnswer {
            gains: gained.iter().map(|(id, effect)| gain(id, effect)).collect(),
            income: bounds(amount_bounds(income), FigureAnswer::Money),
            consumption_units: facts.consumption_units.into(),
            definitions: effects
                .iter()
                .map(|(definition, effects)| applied(&budget, *definition, effects))
                .collect(),
            efforts: efforts(&budget),
            energy_poverty: EnergyPovertyAnswer {
                holds: poverty.holds.into(),
                above_effort: poverty.above_effort.into(),
                in_low_tenths: poverty.in_low_tenths.into(),
            },
            tenth: poverty.placement.map(tenth),
            references: cells_like(self.household, poverty.placement)
                .into_iter()
                .map(|(table, cell)| reference(&budget, table, cell, year))
                .collect(),
        }
    }
}

fn applied(budget: &Budget, definition: Definition, effects: &[(&Text, Effect)]) -> DefinitionAnswer {
    let statement = budget.statement(definition);
    DefinitionAnswer {
        name: definition.id().into(),
        families: statement
            .families
            .iter()
            .map(|(family, total)| FamilyAnswer {
                name: family.id().into(),
                total: bounds(total.value, FigureAnswer::Money),
            })
            .collect(),
        total: bounds(statement.total.value, FigureAnswer::Money),
        income: bounds(statement.income.value, FigureAnswer::Money),
        share: bounds(statement.share.value, FigureAnswer::Share),
        missing: missing(&statement.share),
        left: left(&statement.left),
        with: effects.iter().map(|(id, effect)| with(id, effect)).collect(),
    }
}

fn efforts(budget: &Budget) -> Vec<EffortAnswer> {
    let rates = budget.effort_rates();
    [
        ("housing", &rates.housing),
        ("energy", &rates.energy),
        ("internet", &rates.internet),
        ("telecoms", &rates.telecoms),
        ("transport", &rates.transport),
    ]
    .into_iter()
    .map(|(name, figure)| EffortAnswer {
        name: name.into(),
        rate: bounds(figure.value, FigureAnswer::Share),
    })
    .collect()
}

fn reference(budget: &Budget, table: &Table, cell: &Cell, year: u16) -> ReferenceAnswer {
    ReferenceAnswer {
        table: table.id.into(),
        group: cell.key.into(),
        means: budget
            .compare(cell)
            .iter()
            .map(|compared| MeanAnswer {
                mean: compared.mean,
                moved: moved(&compared.row, table, cell, year),
                own: bounds(compared.own.value, FigureAnswer::Money),
            })
            .collect(),
    }
}

/// The mean of a row moved heading by heading to the prices of `year`, when all of them have an index.
fn moved(row: &Row, table: &Table, cell: &Cell, year: u16) -> Option<MovedAnswer> {
    let mut total = Cents::ZERO;
    let mut prices = table.year;
    for heading in &row.headings {
        let (_, amount) = cell.amount(heading.key)?;
        let moved = heading.prices?.moved(amount, table.year, year)?;
        total += moved.amount;
        prices = moved.to.0;
    }
    Some(MovedAnswer {
        mean: total.divided(12),
        year: prices,
    })
}

fn gain(id: &Text, effect: &Effect) -> GainAnswer {
    GainAnswer {
        id: id.clone(),
        month: bounds(effect.gain.month.value, FigureAnswer::Money),
        year: bounds(effect.gain_year, FigureAnswer::Money),
    }
}

fn with(id: &Text, effect: &Effect) -> EffectAnswer {
    EffectAnswer {
        id: id.clone(),
        left: left(&effect.after),
        gain_over_left: bounds(effect.gain_over_left, FigureAnswer::Share),
    }
}

fn left(left: &Left) -> LeftAnswer {
    LeftAnswer {
        month: bounds(left.month.value, FigureAnswer::Money),
        month_per_unit: bounds(left.month_per_unit, FigureAnswer::Money),
        day: bounds(left.day, FigureAnswer::Money),
        day_per_unit: bounds(left.day_per_unit, FigureAnswer::Money),
    }
}

fn tenth(placement: Placement) -> TenthAnswer {
    TenthAnswer {
        lowest: placement.lowest,
        highest: placement.highest,
        year: placement.table.year,
        published: placement.published,
    }
}

fn missing<T>(figure: &Figure<T>) -> Vec<Text> {
    figure.missing.iter().map(|missing| missing.id().into()).collect()
}

fn amount_bounds(range: Range) -> Bounds<Cents> {
    Bounds {
        at_least: Some(range.low()),
        at_most: Some(range.high()),
    }
}

fn bounds<T: PartialEq>(bounds: Bounds<T>, figure: impl Fn(T) -> FigureAnswer) -> BoundsAnswer {
    match bounds {
        Bounds {
            at_least: Some(low),
            at_most: Some(high),
        } if low == high => BoundsAnswer::Exactly(figure(low)),
        Bounds { at_least, at_most } => BoundsAnswer::Between {
            from: at_least.map(&figure),
            to: at_most.map(&figure),
        },
    }
}
