//! Rules read as code: each operation becomes a node of a program instead of an amount.

use core::cell::RefCell;
use core::marker::PhantomData;
use core::ops::{Add, Sub};

use super::facts::{Answers, INPUTS, Kind};
use crate::algebra::{self, Domain};
use crate::law::Known;
use crate::units::{Cents, Rate};

/// Writes rules down. One program at a time and a thread, begun by [`Code::program`].
#[derive(Clone, Copy, Debug, Default)]
pub struct Code;

/// An operation. Operands are earlier nodes of the program.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// The answer at this place of the row.
    Input(usize),
    /// An amount or a number of the law or of a regime.
    Number(i64),
    /// A condition that is settled.
    Settled(bool),
    /// A condition that no answer settles.
    Unsettled,
    /// An operation on nodes and numbers, by its name in the JavaScript algebra.
    Apply(&'static str, Vec<usize>, Vec<Constant>),
}

/// What an operation takes besides nodes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Constant {
    /// A number.
    Number(i64),
    /// A table over whole numbers, in straight pieces: where each begins, its first value and its step.
    Table(Vec<[i64; 3]>),
}

/// What an amount is: the place of its node.
#[derive(Debug)]
pub struct Of<T> {
    place: usize,
    kind: PhantomData<T>,
}

/// Marks an amount.
#[derive(Clone, Copy, Debug)]
pub struct Amount;
/// Marks a condition.
#[derive(Clone, Copy, Debug)]
pub struct Truth;
/// Marks a whole number.
#[derive(Clone, Copy, Debug)]
pub struct Count;

impl<T> Clone for Of<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Of<T> {}

impl<T> Of<T> {
    /// The place of the node in the program.
    #[must_use]
    pub const fn place(self) -> usize {
        self.place
    }
}

/// A program being written: nodes, each written once, and the bounds of those that are whole numbers.
#[derive(Debug, Default)]
struct Program {
    nodes: Vec<Node>,
    bounds: Vec<(i64, i64)>,
}

thread_local! {
    static PROGRAM: RefCell<Program> = RefCell::default();
}

impl Code {
    /// What `write` makes of the rules, and the nodes behind it.
    pub fn program<T>(write: impl FnOnce(&mut Self) -> T) -> (T, Vec<Node>) {
        PROGRAM.take();
        let made = write(&mut Self);
        (made, PROGRAM.take().nodes)
    }
}

fn node<T>(node: Node, bounds: (i64, i64)) -> Of<T> {
    PROGRAM.with_borrow_mut(|program| {
        // Numbers of the law stay apart even when equal: next year they may differ, and the program must not.
        let shared = !matches!(node, Node::Number(number) if number != 0);
        let found = program.nodes.iter().position(|known| shared && *known == node);
        let place = found.unwrap_or_else(|| {
            program.nodes.push(node);
            program.bounds.push(bounds);
            program.nodes.len() - 1
        });
        Of {
            place,
            kind: PhantomData,
        }
    })
}

fn apply<T>(name: &'static str, operands: &[usize], constants: Vec<Constant>) -> Of<T> {
    node(Node::Apply(name, operands.to_vec(), constants), (0, 0))
}

/// What a condition is already known to be.
fn settled(truth: Of<Truth>) -> Option<bool> {
    PROGRAM.with_borrow(|program| match program.nodes.get(truth.place) {
        Some(Node::Settled(settled)) => Some(*settled),
        _ => None,
    })
}

/// The condition that this one is the contrary of.
fn negated(truth: Of<Truth>) -> Option<Of<Truth>> {
    PROGRAM.with_borrow(|program| match program.nodes.get(truth.place) {
        Some(Node::Apply("not", operands, _)) => operands.first().map(|place| Of {
            place: *place,
            kind: PhantomData,
        }),
        _ => None,
    })
}

fn bounds(count: Of<Count>) -> (i64, i64) {
    PROGRAM.with_borrow(|program| program.bounds.get(count.place).copied().unwrap_or_default())
}

/// A table from `low` to `high` in straight pieces.
fn pieces(low: i64, high: i64, table: impl Fn(i64) -> i64) -> Constant {
    let mut pieces: Vec<[i64; 3]> = Vec::new();
    for number in low..=high {
        let value = table(number);
        if let Some([from, first, step]) = pieces.last_mut() {
            if number == *from + 1 {
                *step = value - *first;
                continue;
            }
            if value == *first + *step * (number - *from) {
                continue;
            }
        }
        pieces.push([number, value, 0]);
    }
    Constant::Table(pieces)
}

impl Answers<Code> for Code {
    fn truth(&mut self, place: usize) -> Of<Truth> {
        node(Node::Input(place), (0, 0))
    }

    fn count(&mut self, place: usize) -> Of<Count> {
        let bounds = INPUTS.get(place).map_or((0, 0), |(_, kind): &(_, Kind)| kind.bounds());
        node(Node::Input(place), bounds)
    }

    fn amount(&mut self, place: usize) -> Of<Amount> {
        node(Node::Input(place), (0, 0))
    }
}

impl From<Cents> for Of<Amount> {
    fn from(amount: Cents) -> Self {
        node(Node::Number(amount.count()), (0, 0))
    }
}

impl From<bool> for Of<Truth> {
    fn from(truth: bool) -> Self {
        node(Node::Settled(truth), (0, 0))
    }
}

impl From<i64> for Of<Count> {
    fn from(number: i64) -> Self {
        node(Node::Number(number), (number, number))
    }
}

impl Add for Of<Amount> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        apply("add", &[self.place, other.place], vec![])
    }
}

impl Sub for Of<Amount> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        apply("sub", &[self.place, other.place], vec![])
    }
}

impl Add for Of<Count> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        let ((low, high), (other_low, other_high)) = (bounds(self), bounds(other));
        let sum = Node::Apply("add", vec![self.place, other.place], vec![]);
        node(sum, (low + other_low, high + other_high))
    }
}

impl algebra::Amount for Of<Amount> {
    type Truth = Of<Truth>;

    fn times(self, rate: Rate) -> Self {
        self.ratio(rate.millionths(), Rate::ONE.millionths())
    }

    fn without(self, rate: Rate) -> Self {
        apply("without", &[self.place], vec![Constant::Number(rate.millionths())])
    }

    fn ratio(self, numerator: i64, denominator: i64) -> Self {
        if numerator == denominator {
            return self;
        }
        let numbers = [numerator, denominator].map(Constant::Number).to_vec();
        apply("ratio", &[self.place], numbers)
    }

    fn lesser(self, other: Self) -> Self {
        apply("lesser", &[self.place, other.place], vec![])
    }

    fn greater(self, other: Self) -> Self {
        apply("greater", &[self.place, other.place], vec![])
    }

    fn at_most(self, other: Self) -> Of<Truth> {
        apply("atMost", &[self.place, other.place], vec![])
    }

    fn below(self, other: Self) -> Of<Truth> {
        algebra::Truth::not(other.at_most(self))
    }
}

impl algebra::Truth for Of<Truth> {
    fn and(self, other: Self) -> Self {
        match (settled(self), settled(other)) {
            (Some(true), _) | (_, Some(false)) => other,
            (_, Some(true)) | (Some(false), _) => self,
            _ if self.place == other.place => self,
            _ => apply("and", &[self.place, other.place], vec![]),
        }
    }

    fn or(self, other: Self) -> Self {
        match (settled(self), settled(other)) {
            (Some(false), _) | (_, Some(true)) => other,
            (_, Some(false)) | (Some(true), _) => self,
            _ if self.place == other.place => self,
            _ => apply("or", &[self.place, other.place], vec![]),
        }
    }

    fn not(self) -> Self {
        match settled(self) {
            Some(truth) => Self::from(!truth),
            None => negated(self).unwrap_or_else(|| apply("not", &[self.place], vec![])),
        }
    }

    fn is(self, wanted: bool) -> bool {
        settled(self) == Some(wanted)
    }
}

impl algebra::Count for Of<Count> {
    type Truth = Of<Truth>;
    type Amount = Of<Amount>;

    fn at_least(self, least: i64) -> Of<Truth> {
        apply("atLeast", &[self.place], vec![Constant::Number(least)])
    }

    fn convert(self, table: impl Fn(i64) -> i64) -> Self {
        let (low, high) = bounds(self);
        let values = || (low..=high).map(&table);
        let range = (values().min().unwrap_or_default(), values().max().unwrap_or_default());
        let pieces = pieces(low, high, &table);
        node(Node::Apply("lookUp", vec![self.place], vec![pieces]), range)
    }

    fn look_up(self, table: impl Fn(i64) -> Cents) -> Of<Amount> {
        let (low, high) = bounds(self);
        let table = pieces(low, high, |number| table(number).count());
        apply("lookUp", &[self.place], vec![table])
    }

    fn share(self, amount: Of<Amount>, scale: i64) -> Of<Amount> {
        apply("share", &[amount.place, self.place], vec![Constant::Number(scale)])
    }
}

/// Notes are for the explanation: a program keeps none.
#[derive(Clone, Copy, Debug)]
pub struct Noted;

impl<T> From<Of<T>> for Noted {
    fn from(_: Of<T>) -> Self {
        Self
    }
}

impl Domain for Code {
    type Amount = Of<Amount>;
    type Truth = Of<Truth>;
    type Count = Of<Count>;
    type Noted = Noted;

    fn select(condition: Of<Truth>, yes: Of<Amount>, no: Of<Amount>) -> Of<Amount> {
        match settled(condition) {
            Some(true) => yes,
            Some(false) => no,
            None => apply("select", &[condition.place, yes.place, no.place], vec![]),
        }
    }

    fn unsettled() -> Of<Truth> {
        node(Node::Unsettled, (0, 0))
    }

    fn note<V: Copy + Into<Noted>>(&mut self, _: &'static str, value: V, _: &[Known]) -> V {
        value
    }
}
