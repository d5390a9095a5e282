//! A program as text, with places for the numbers of the law.

use core::fmt::Write;
use std::collections::BTreeMap;

use super::code::{Code, Constant, Node};
use super::{Judged, Law, Row, judge, regimes};

/// Stands in the text of a program for its next number.
pub const NUMBER: char = '#';

/// Rules written down for one month: their text, with [`NUMBER`] for each number, and the numbers in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Written {
    pub program: String,
    pub numbers: Vec<Constant>,
}

/// Writes the rules of a month down.
#[must_use]
pub fn write(law: &Law) -> Written {
    let (judged, nodes) = Code::program(|code| {
        let row = Row::of(code);
        judge(&row, law, code, regimes())
    });
    Writer::of(&nodes, &judged).written
}

/// Writes a program: what is used twice has a name, the rest stands where it is used.
struct Writer<'n> {
    nodes: &'n [Node],
    uses: Vec<usize>,
    names: BTreeMap<usize, String>,
    written: Written,
}

impl<'n> Writer<'n> {
    fn of(nodes: &'n [Node], judged: &[Judged<'_, Code>]) -> Self {
        let mut uses = vec![0; nodes.len()];
        let roots = judged.iter().flat_map(roots).collect::<Vec<_>>();
        for root in &roots {
            count(nodes, *root, &mut uses);
        }
        let mut writer = Self {
            nodes,
            uses,
            names: BTreeMap::new(),
            written: Written::default(),
        };
        for place in 0..nodes.len() {
            writer.name(place);
        }
        let regimes: Vec<String> = judged.iter().map(|judged| writer.regime(judged)).collect();
        let _ = write!(writer.written.program, "return[{}]", regimes.join(","));
        writer
    }

    /// Gives a name to what is used more than once.
    fn name(&mut self, place: usize) {
        let shared = self.uses.get(place).is_some_and(|uses| *uses > 1);
        if shared && matches!(self.nodes.get(place), Some(Node::Apply(..))) {
            let value = self.spell(place);
            let name = format!("v{}", self.names.len());
            let _ = write!(self.written.program, "const {name}={value};");
            self.names.insert(place, name);
        }
    }

    fn expression(&mut self, place: usize) -> String {
        match self.names.get(&place) {
            Some(name) => name.clone(),
            None => self.spell(place),
        }
    }

    fn spell(&mut self, place: usize) -> String {
        match self.nodes.get(place) {
            None => String::new(),
            Some(Node::Input(input)) => format!("i[{input}]"),
            Some(Node::Settled(truth)) => truth.to_string(),
            Some(Node::Unsettled) => "0".into(),
            Some(Node::Number(number)) => format!("n({})", self.number(Constant::Number(*number))),
            Some(Node::Apply(name, operands, constants)) => {
                let operands = operands
                    .iter()
                    .map(|operand| self.expression(*operand))
                    .collect::<Vec<_>>();
                let constants = constants.iter().map(|constant| self.number(constant.clone()));
                let all: Vec<String> = operands.into_iter().chain(constants).collect();
                format!("{name}({})", all.join(","))
            }
        }
    }

    /// Numbers are met in the order of the text.
    fn number(&mut self, number: Constant) -> String {
        self.written.numbers.push(number);
        NUMBER.into()
    }

    /// Whether entitled; the saving on the bill, whether it is cheaper already; each leaf.
    fn regime(&mut self, judged: &Judged<'_, Code>) -> String {
        let truth = self.expression(judged.truth.place());
        let bill = match &judged.bill {
            None => "null".into(),
            Some(bill) => {
                let saving = self.expression(bill.saving.place());
                format!("[{saving},{}]", self.expression(bill.cheaper_already.place()))
            }
        };
        let leaves: Vec<String> = judged
            .leaves
            .iter()
            .map(|leaf| {
                let truth = self.expression(leaf.truth.place());
                match leaf.compared {
                    None => format!("[{truth}]"),
                    Some((value, limit)) => {
                        let [value, limit] = [value, limit].map(|amount| self.expression(amount.place()));
                        format!("[{truth},{value},{limit}]")
                    }
                }
            })
            .collect();
        format!("[{truth},{bill},[{}]]", leaves.join(","))
    }
}

/// The nodes of what is answered, in the order of [`Writer::regime`].
fn roots(judged: &Judged<'_, Code>) -> Vec<usize> {
    let mut roots = vec![judged.truth.place()];
    if let Some(bill) = &judged.bill {
        roots.extend([bill.saving.place(), bill.cheaper_already.place()]);
    }
    for leaf in &judged.leaves {
        roots.push(leaf.truth.place());
        roots.extend(
            leaf.compared
                .iter()
                .flat_map(|(value, limit)| [value.place(), limit.place()]),
        );
    }
    roots
}

/// Counts the uses of a node and, the first time, of what it is made of.
fn count(nodes: &[Node], place: usize, uses: &mut [usize]) {
    let Some(seen) = uses.get_mut(place) else {
        return;
    };
    *seen += 1;
    if *seen == 1
        && let Some(Node::Apply(_, operands, _)) = nodes.get(place)
    {
        for operand in operands {
            count(nodes, *operand, uses);
        }
    }
}
