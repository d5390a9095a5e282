use super::{Cited, Definition, Series};
use crate::household::Post;
use crate::law::Text;
use crate::units::Cents;

/// What a cell's figures are. Never "normal": half of a group, and more among the poorest, spends less or differently.
pub const STATISTIC: Text = Text {
    fr: "moyenne",
    en: "mean",
};

/// A published table of the household budget survey: one cell a group of households.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// `deciles`, `household_types`, `places` or `tenure_by_fifth`.
    pub id: &'static str,
    /// The year whose prices it is in.
    pub year: u16,
    /// How it splits households.
    pub name: Text,
    /// The households and the unit.
    pub field: Text,
    /// Where it was published.
    pub cited: Cited,
    /// Its groups.
    pub cells: &'static [Cell],
}

/// The means of a group of households, euros of the table's year, per household and year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its identifier in the table: `D1`, `lone_parent`, `rural`, `tenant_q1`, `all`…
    pub key: &'static str,
    /// The group.
    pub name: Text,
    /// All consumption, in the sense of the national accounts without imputed rents: no loan repayment, no tax.
    pub consumption: Cents,
    /// The headings the table publishes, with their amounts.
    pub amounts: &'static [(&'static Heading, Cents)],
}

/// A heading of the survey, as it is read into posts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its identifier: `rent`, `telecoms`…
    pub key: &'static str,
    /// The published codes it is made of.
    pub codes: &'static str,
    /// The posts it covers together; one heading may cover several, and several headings the same post.
    pub posts: &'static [Post],
    /// Its name.
    pub name: Text,
    /// What has to be known to read it rightly.
    pub remark: Option<Text>,
    /// The price index that moves it to another year; without one it stays at the prices of its table.
    pub prices: Option<&'static Series>,
}

/// The constrained spending of a cell under a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mean {
    /// The headings the definition counts, per household and year, at the prices of the table: at least this much when
    /// something is missing.
    pub at_least: Cents,
    /// Posts the definition counts and the table does not publish.
    pub missing: Vec<Post>,
    /// Whether imputed rents, which the definition counts, are missing: they always are, the survey has none.
    pub imputed_rent_missing: bool,
}

/// The tables, in the order in which they are shown.
#[must_use]
pub fn tables() -> &'static [Table] {
    super::built::TABLES
}

/// A cell by table and key.
///
/// # Example
/// ```
/// use tarif_social::spending::cell;
/// use tarif_social::units::Cents;
/// let (_, telecoms) = cell("deciles", "D1").unwrap().amount("telecoms").unwrap();
/// assert_eq!(telecoms.divided(12), Cents::new(4_725)); // 567 € a year: 47 € a month in the lowest tenth
/// ```
#[must_use]
pub fn cell(table: &str, key: &str) -> Option<&'static Cell> {
    let table = tables().iter().find(|known| known.id == table)?;
    table.cells.iter().find(|cell| cell.key == key)
}

impl Cell {
    /// A heading and its amount, when the table publishes it.
    #[must_use]
    pub fn amount(&self, heading: &str) -> Option<(&'static Heading, Cents)> {
        self.amounts.iter().copied().find(|(known, _)| known.key == heading)
    }

    /// The headings that cover `post`, added up: a heading that covers several posts is counted whole. `None` when there
    /// is none.
    #[must_use]
    pub fn around(&self, post: Post) -> Option<Cents> {
        let mut covering = self
            .amounts
            .iter()
            .filter(|(heading, _)| heading.posts.contains(&post))
            .peekable();
        covering.peek()?;
        Some(covering.map(|(_, amount)| *amount).sum())
    }

    /// What `definition` counts in this cell.
    ///
    /// # Example
    /// ```
    /// use tarif_social::spending::{Definition, cell};
    /// use tarif_social::units::Cents;
    /// let tenants = cell("tenure_by_fifth", "tenant_q1").unwrap().mean(Definition::FourPosts);
    /// // rent, water, charges, energy, loans, taxes, vehicles, public transport, telecoms
    /// assert_eq!(tenants.at_least, Cents::new(100 * (3023 + 153 + 759 + 857 + 44 + 164 + 814 + 435 + 558)));
    /// assert!(tenants.missing.is_empty());
    /// ```
    #[must_use]
    pub fn mean(&self, definition: Definition) -> Mean {
        let counted = |heading: &Heading| heading.posts.iter().all(|post| post.counts_in(definition));
        let at_least = self
            .amounts
            .iter()
            .filter(|(heading, _)| counted(heading))
            .map(|(_, amount)| *amount)
            .sum();
        let posts = Post::ALL.iter().copied().filter(|post| post.counts_in(definition));
        Mean {
            at_least,
            missing: posts.filter(|post| self.around(*post).is_none()).collect(),
            imputed_rent_missing: definition.counts_imputed_rent(),
        }
    }
}
