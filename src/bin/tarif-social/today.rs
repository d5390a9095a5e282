//! The day it is: asked of the machine here and nowhere else.

use std::time::{SystemTime, UNIX_EPOCH};

use tarif_social::units::Month;

const SECONDS_A_DAY: u64 = 86_400;

/// The month it is by the machine's clock, in universal time.
pub fn month() -> Month {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    month_of(elapsed.as_secs() / SECONDS_A_DAY)
}

/// The month of the day that comes `days` after 1 January 1970, in the Gregorian calendar.
fn month_of(days: u64) -> Month {
    // Counted from 1 March of the year 0: leap days then end their year, and 400 years have 146,097 days.
    let days = days + 719_468;
    let (cycle, day_of_cycle) = (days / 146_097, days % 146_097);
    let year_of_cycle = (day_of_cycle - day_of_cycle / 1_460 + day_of_cycle / 36_524 - day_of_cycle / 146_096) / 365;
    let day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    let months_since_march = (5 * day_of_year + 2) / 153;
    let year = i32::try_from(cycle * 400 + year_of_cycle).unwrap_or(i32::MAX / 12 - 1);
    let march = Month::new(year, 3);
    march.plus(i32::try_from(months_since_march).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_month_of_a_day() {
        for (days, expected) in [
            (0, "1970-01"),
            (30, "1970-01"),
            (31, "1970-02"),
            (11_016, "2000-02"), // 29 February 2000
            (11_017, "2000-03"),
            (20_787, "2026-11"), // 30 November 2026
            (20_788, "2026-12"),
            (47_540, "2100-02"), // 28 February 2100, not a leap year
            (47_541, "2100-03"),
        ] {
            assert_eq!(month_of(days).to_string(), expected, "{days}");
        }
    }
}
