//! Simulated households and the comparison of regimes over them. What it is, its recipe and its sources: `README.md`.
//!
//! Households are drawn from published totals, one by one, and pass through the very rules a citizen's household does;
//! what comes out is counted in whole numbers, so that the counts of any pieces of the population add up exactly.

mod benefits;
mod board;
mod comparison;
mod curve;
mod data;
mod draw;
mod facts;
mod families;
mod figures;
mod income;
mod model;
pub mod own;
mod sorted;
mod spending;
mod study;
mod tally;
mod tenure;
mod threshold;
mod untold;
mod words;

pub use board::{Board, Line, Standing, board};
pub use comparison::{Cost, Group, GroupOutcome, Outcome, Pair, Parting, Relief, STATEMENT, groups, outcomes, pairs};
pub use data::{ASSUMPTIONS, Assumption, Assumptions, Base, MARGINS, Margin, Moved, Published, Target};
pub use draw::{Activity, Drawn, Equipment, Housing, PLACE_NAMES, Source};
pub use facts::{Judged, Setting};
pub use families::Kind;
pub use figures::{FEWEST_HOUSEHOLDS, FEWEST_ROWS, Figure, Intervals, REPLICATES, Run, Runs, pieces};
pub use model::Model;
pub use study::{CompareAnswer, Question, Study, Sums, Task};
pub use tally::{
    Compared, Count, Counted, Covered, EFFORTS, GROUPINGS, Grouping, MOST_REGIMES, Tally, Told, Undetermined, Versus,
};
pub use threshold::{MOST_SORTED, Marginal, Threshold, ThresholdIntervals, Thresholds, threshold_of};
pub use words::group_words;
