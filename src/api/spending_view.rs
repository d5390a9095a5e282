//! Constrained spending as answers show it.

use super::answer::{
    BoundsAnswer, DefinitionAnswer, EffectAnswer, EffortAnswer, EnergyPovertyAnswer, FamilyAnswer, FigureAnswer,
    LeftAnswer, MeanAnswer, MovedAnswer, ReferenceAnswer, SourceAnswer, SpendingAnswer, TenthAnswer,
};
use super::view::View;
use crate::algebra::Range;
use crate::explain::Language;
use crate::household::Post;
use crate::regimes::Text;
use crate::spending::{
    Bounds, Budget, Cell, Cited, Comparison, Definition, ENERGY_RULE, Effect, Figure, Left, Missing, Placement, Table,
    cells_like,
};
use crate::units::Cents;

/// A regime that gives something off the internet bill, and how much a month.
pub(super) struct Saving<'a> {
    pub id: &'a Text,
    pub post: Post,
    pub amount: Range,
}

impl View<'_> {
    pub fn spending(&self, savings: &[Saving<'_>]) -> SpendingAnswer {
        let facts = &self.outcome.assessment.facts;
        let budget = Budget::of(self.household, facts.disposable_income, facts.consumption_units);
        let year = u16::try_from(self.values.clock.month.year()).unwrap_or(u16::MAX);
        let poverty = budget.energy_poverty(year);
        SpendingAnswer {
            income: bounds(amount_bounds(facts.disposable_income), FigureAnswer::Money),
            consumption_units: facts.consumption_units.into(),
            definitions: Definition::ALL
                .into_iter()
                .map(|definition| self.definition(&budget, definition, savings))
                .collect(),
            efforts: self.efforts(&budget),
            energy_poverty: EnergyPovertyAnswer {
                holds: poverty.holds.into(),
                above_effort: poverty.above_effort.into(),
                in_low_tenths: poverty.in_low_tenths.into(),
                source: cited(&ENERGY_RULE),
            },
            tenth: poverty.placement.map(tenth),
            references: cells_like(self.household, poverty.placement)
                .into_iter()
                .map(|(table, cell)| self.reference(&budget, table, cell, year))
                .collect(),
        }
    }

    fn definition(&self, budget: &Budget, definition: Definition, savings: &[Saving<'_>]) -> DefinitionAnswer {
        let language = self.language;
        let statement = budget.statement(definition);
        DefinitionAnswer {
            name: match definition {
                Definition::Insee => "insee",
                Definition::Drees => "drees",
                Definition::FourPosts => "four_posts",
            }
            .into(),
            label: language.of(definition.name()).into(),
            scope: language.of(definition.scope()).into(),
            source: cited(&definition.cited()),
            families: statement
                .families
                .iter()
                .map(|(family, total)| FamilyAnswer {
                    label: language.of(family.label()).into(),
                    total: bounds(total.value, FigureAnswer::Money),
                })
                .collect(),
            total: bounds(statement.total.value, FigureAnswer::Money),
            income: bounds(statement.income.value, FigureAnswer::Money),
            share: bounds(statement.share.value, FigureAnswer::Share),
            missing: missing(&statement.share, language),
            left: left(&statement.left),
            with: savings
                .iter()
                .map(|saving| effect(saving.id, &budget.effect(definition, saving.post, saving.amount)))
                .collect(),
        }
    }

    fn efforts(&self, budget: &Budget) -> Vec<EffortAnswer> {
        let rates = budget.effort_rates();
        [
            ("housing", &rates.housing),
            ("energy", &rates.energy),
            ("internet", &rates.internet),
            ("telecoms", &rates.telecoms),
        ]
        .into_iter()
        .map(|(name, figure)| EffortAnswer {
            name: name.into(),
            rate: bounds(figure.value, FigureAnswer::Share),
            missing: missing(figure, self.language),
        })
        .collect()
    }

    fn reference(&self, budget: &Budget, table: &Table, cell: &Cell, year: u16) -> ReferenceAnswer {
        let language = self.language;
        ReferenceAnswer {
            group: language.of(cell.name).into(),
            table: language.of(table.name).into(),
            field: language.of(table.field).into(),
            year: table.year,
            means: budget
                .compare(cell)
                .iter()
                .map(|row| MeanAnswer {
                    headings: row
                        .headings
                        .iter()
                        .map(|heading| language.of(heading.name).into())
                        .collect(),
                    mean: row.mean,
                    moved: moved(row, table, cell, year, language),
                    own: bounds(row.own.value, FigureAnswer::Money),
                    missing: missing(&row.own, language),
                })
                .collect(),
            source: cited(&table.cited),
        }
    }
}

/// The mean of a row moved heading by heading to the prices of `year`, when all of them have an index.
fn moved(row: &Comparison, table: &Table, cell: &Cell, year: u16, language: Language) -> Option<MovedAnswer> {
    let mut total = Cents::ZERO;
    let mut prices = table.year;
    let mut indices = Vec::new();
    for heading in &row.headings {
        let (_, amount) = cell.amount(heading.key)?;
        let moved = heading.prices?.moved(amount, table.year, year)?;
        total += moved.amount;
        prices = moved.to.0;
        let [from, to] = [moved.from.1, moved.to.1].map(|tenths| {
            let point = language.pick(',', '.');
            format!("{}{point}{}", tenths / 10, tenths % 10)
        });
        indices.push(format!("{} : {from} → {to}", language.of(moved.series.name)));
    }
    Some(MovedAnswer {
        mean: total.divided(12),
        year: prices,
        index: indices.join(" ; ").into(),
    })
}

fn effect(id: &Text, effect: &Effect) -> EffectAnswer {
    EffectAnswer {
        id: id.clone(),
        left: left(&effect.after),
        gain: bounds(effect.gain.month.value, FigureAnswer::Money),
        gain_year: bounds(effect.gain_year, FigureAnswer::Money),
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
        source: cited(&placement.table.cited),
    }
}

fn missing<T>(figure: &Figure<T>, language: Language) -> Vec<Text> {
    figure
        .missing
        .iter()
        .map(|missing: &Missing| language.of(missing.label()).into())
        .collect()
}

fn amount_bounds(range: Range) -> Bounds<Cents> {
    Bounds {
        at_least: Some(range.low()),
        at_most: Some(range.high()),
    }
}

fn bounds<T>(bounds: Bounds<T>, figure: impl Fn(T) -> FigureAnswer) -> BoundsAnswer {
    BoundsAnswer {
        at_least: bounds.at_least.map(&figure),
        at_most: bounds.at_most.map(&figure),
    }
}

fn cited(cited: &Cited) -> SourceAnswer {
    SourceAnswer {
        title: cited.source.title.into(),
        url: cited.source.url.into(),
        date: Text::default(),
        confidence: cited.confidence.name().into(),
    }
}
