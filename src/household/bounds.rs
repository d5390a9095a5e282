//! The largest amounts that are accepted. What is not told is anything from nothing to them.

use crate::units::Cents;

/// An income or a benefit, a month.
pub(crate) const MONTHLY: Cents = Cents::new(5_000_000);
/// A tax income or the resources of a year.
pub(crate) const YEARLY: Cents = Cents::new(100_000_000);
/// What is on savings books.
pub(crate) const BALANCE: Cents = Cents::new(500_000_000);
/// A bill or a line of spending that nobody told, a month.
pub(crate) const BILL: Cents = Cents::new(1_000_000);
/// A family benefit that cannot be worked out, a month.
pub(crate) const FAMILY_BENEFIT: Cents = Cents::new(500_000);
/// A prime d'activité that cannot be worked out, a month.
pub(crate) const PRIME_ACTIVITE: Cents = Cents::new(200_000);
