/// A whole number of small parts as decimal text, written in place: answers hold hundreds of amounts.
pub struct Digits {
    text: [u8; Digits::ROOM],
    begins: usize,
}

impl Digits {
    /// A sign, the 19 digits of the largest number, a point, a zero before it, and six separators of three bytes.
    const ROOM: usize = 40;

    const fn none() -> Self {
        Self {
            text: [b'0'; Self::ROOM],
            begins: Self::ROOM,
        }
    }

    /// `count` parts of which 10 to the power `places` make one, without the zeros at the end that come after the
    /// first `kept` places.
    pub fn of(count: i64, places: usize, kept: usize) -> Self {
        let mut digits = Self::none();
        let mut rest = count.unsigned_abs();
        let mut place = 0;
        let mut written = false;
        while place < places {
            written |= place + kept >= places || !rest.is_multiple_of(10);
            if written {
                digits.push(b'0' + (rest % 10) as u8);
            }
            rest /= 10;
            place += 1;
        }
        if written {
            digits.push(b'.');
        }
        loop {
            digits.push(b'0' + (rest % 10) as u8);
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        if count < 0 {
            digits.push(b'-');
        }
        digits
    }

    /// The same as people write it: all the decimals, after `point`, and `separator` between thousands.
    pub fn grouped(count: i64, places: usize, point: &str, separator: &str) -> Self {
        let mut digits = Self::none();
        let mut rest = count.unsigned_abs();
        for _ in 0..places {
            digits.push(b'0' + (rest % 10) as u8);
            rest /= 10;
        }
        if places > 0 {
            digits.push_all(point);
        }
        let mut written = 0;
        while rest > 0 || written == 0 {
            if written > 0 && written % 3 == 0 {
                digits.push_all(separator);
            }
            digits.push(b'0' + (rest % 10) as u8);
            rest /= 10;
            written += 1;
        }
        if count < 0 {
            digits.push(b'-');
        }
        digits
    }

    /// A month or a day: `2014-11`, `2014-11-30`.
    pub fn date(year: i32, month: u8, day: Option<u8>) -> Self {
        let mut digits = Self::none();
        for part in day.into_iter().chain([month]) {
            digits.push(b'0' + part % 10);
            digits.push(b'0' + part / 10 % 10);
            digits.push(b'-');
        }
        let mut rest = year.unsigned_abs();
        let mut least = 4;
        while rest > 0 || least > 0 {
            digits.push(b'0' + (rest % 10) as u8);
            rest /= 10;
            least -= i32::from(least > 0);
        }
        if year < 0 {
            digits.push(b'-');
        }
        digits
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        let written = self.text.get(self.begins..).unwrap_or_default();
        core::str::from_utf8(written).unwrap_or_default()
    }

    fn push_all(&mut self, text: &str) {
        text.bytes().rev().for_each(|byte| self.push(byte));
    }

    fn push(&mut self, byte: u8) {
        self.begins = self.begins.saturating_sub(1);
        if let Some(room) = self.text.get_mut(self.begins) {
            *room = byte;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Digits;

    #[test]
    fn months_and_days() {
        for (year, month, day, text) in [
            (2014, 11, None, "2014-11"),
            (2014, 1, Some(9), "2014-01-09"),
            (800, 12, Some(25), "0800-12-25"),
            (12_345, 10, Some(30), "12345-10-30"),
            (-44, 3, Some(15), "-0044-03-15"),
        ] {
            assert_eq!(Digits::date(year, month, day).as_str(), text);
        }
    }

    #[test]
    fn numbers_as_people_write_them() {
        for (count, places, text) in [
            (0, 2, "0,00"),
            (-5, 2, "-0,05"),
            (99_999, 2, "999,99"),
            (100_000, 2, "1 000,00"),
            (30_907_289, 0, "30 907 289"),
            (i64::MIN, 2, "-92 233 720 368 547 758,08"),
        ] {
            assert_eq!(Digits::grouped(count, places, ",", " ").as_str(), text);
        }
        let widest = Digits::grouped(i64::MIN, 0, ",", "\u{202f}");
        assert_eq!(widest.as_str().chars().filter(char::is_ascii_digit).count(), 19);
    }

    #[test]
    fn parts_as_decimals() {
        for (count, places, kept, text) in [
            (0, 2, 2, "0.00"),
            (5, 2, 2, "0.05"),
            (-5, 2, 2, "-0.05"),
            (64652, 2, 2, "646.52"),
            (64650, 2, 2, "646.50"),
            (0, 6, 0, "0"),
            (620_000, 6, 0, "0.62"),
            (-1_350_000, 6, 0, "-1.35"),
            (1_000_000, 6, 0, "1"),
            (1, 6, 0, "0.000001"),
            (i64::MAX, 2, 2, "92233720368547758.07"),
            (i64::MIN, 6, 0, "-9223372036854.775808"),
            (i64::MIN, 19, 0, "-0.9223372036854775808"),
        ] {
            assert_eq!(Digits::of(count, places, kept).as_str(), text);
        }
    }
}
