use super::bounds::Figure;
use super::budget::Budget;
use super::{Cell, Heading, Placement, Table, tables};
use crate::household::{Household, Post, Tenure};
use crate::units::Cents;

/// Headings of a cell that are compared together, because they share a post with each other: the survey and the household
/// do not always split alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The headings on the side of the mean.
    pub headings: Vec<&'static Heading>,
    /// The posts on the side of the household: those the headings cover together, no finer.
    pub posts: Vec<Post>,
    /// The mean, a year, at the prices of the table.
    pub year: Cents,
}

impl Cell {
    /// Its rows; the cells of a table have the same ones.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::with_capacity(self.amounts.len());
        for &(heading, amount) in self.amounts {
            let shares = |posts: &[Post]| posts.iter().any(|post| heading.posts.contains(post));
            let mut row = Row {
                headings: Vec::new(),
                posts: heading.posts.to_vec(),
                year: amount,
            };
            for other in rows.extract_if(.., |row| shares(&row.posts)) {
                row.headings.extend(other.headings);
                row.posts.extend(other.posts);
                row.year += other.year;
            }
            row.headings.push(heading);
            let each_once = Post::ALL.iter().filter(|post| row.posts.contains(post));
            row.posts = each_once.copied().collect();
            rows.push(row);
        }
        rows
    }
}

/// A household's own spending beside the mean of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What is compared.
    pub row: Row,
    /// The mean, a month (a twelfth of the year, to the nearest cent), at the prices of the table.
    pub mean: Cents,
    /// The household's own, a month; the rent net of housing benefit, like the mean.
    pub own: Figure<Cents>,
}

impl Budget {
    /// This budget beside a cell, row by row. The housing benefit is deducted from the rent, as in the survey, and from
    /// nothing else.
    ///
    /// # Example
    /// ```
    /// use tarif_social::algebra::{Range, Whole};
    /// use tarif_social::household::Post;
    /// use tarif_social::spending::{Budget, cell};
    /// use tarif_social::units::Cents;
    /// let euros = |count: i64| Range::from(Cents::new(count * 100));
    /// let lines = [(Post::FixedInternet, euros(38)), (Post::Mobile, euros(12)), (Post::Landline, euros(0))];
    /// let budget = Budget::from_lines(&lines, euros(900), Whole::from(10));
    /// let rows = budget.compare(cell("deciles", "D1").unwrap());
    /// let telecoms = rows.iter().find(|found| found.row.posts.contains(&Post::Mobile)).unwrap();
    /// assert_eq!((telecoms.own.value.exact(), telecoms.mean), (Some(Cents::new(5_000)), Cents::new(4_725)));
    /// ```
    #[must_use]
    pub fn compare(&self, cell: &Cell) -> Vec<Comparison> {
        let own = |posts: &[Post]| {
            let costs = self.costs(posts.iter().copied());
            let costs = if posts.contains(&Post::Rent) {
                costs
            } else {
                costs.without_benefit()
            };
            costs.total()
        };
        let comparison = |row: Row| Comparison {
            own: own(&row.posts),
            mean: row.year.divided(12),
            row,
        };
        cell.rows().into_iter().map(comparison).collect()
    }
}

/// The cells a household belongs to: its tenth, its type, its tenure and fifth. Where the tenth is not settled, all
/// households or all of the tenure. Not the place: a household does not say the size of its town, whoever asks does.
#[must_use]
pub fn cells_like(household: &Household, placement: Option<Placement>) -> Vec<(&'static Table, &'static Cell)> {
    let placed = placement.map(|placed| (placed.lowest, placed.highest));
    let tenth = placed.filter(|(low, high)| low == high).map(|(tenth, _)| tenth);
    let fifth = placed.map(|(low, high)| (low.div_ceil(2), high.div_ceil(2)));
    let fifth = fifth.filter(|(low, high)| low == high).map(|(fifth, _)| fifth);
    let childless = household.children().all(|child| child.age.high() < 0);
    let is_open = household.partner_not_known || (household.children_not_known && childless);
    let household_type = match (household.is_couple(), childless) {
        (false, true) => "single",
        (false, false) => "lone_parent",
        (true, true) => "couple",
        (true, false) => "couple_children",
    };
    let tenure = match household.tenure {
        Some(Tenure::Owner | Tenure::OwnerWithLoan) => Some("owner"),
        Some(Tenure::Tenant | Tenure::SocialTenant | Tenure::FurnishedTenant) => Some("tenant"),
        _ => None,
    };
    let tenure = tenure.map(|tenure| fifth.map_or_else(|| tenure.to_owned(), |fifth| format!("{tenure}_q{fifth}")));
    let keys = [
        (
            "deciles",
            Some(tenth.map_or_else(|| "all".to_owned(), |tenth| format!("D{tenth}"))),
        ),
        ("household_types", (!is_open).then(|| household_type.to_owned())),
        ("tenure_by_fifth", tenure),
    ];
    let found = keys.into_iter().filter_map(|(id, key)| {
        let (table, key) = (tables().iter().find(|table| table.id == id)?, key?);
        Some((table, table.cells.iter().find(|cell| cell.key == key)?))
    });
    found.collect()
}
