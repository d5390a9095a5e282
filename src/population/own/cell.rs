//! The text of a cell: read as a whole number of what its column holds, and written again.

use super::columns::{Column, Kind, TRUTHS};
use super::fault::RowFault;
use crate::law::Text;
use crate::units::digits::Digits;

/// What a cell says; nothing when it says that this is not known.
pub(super) fn read(text: &str, kind: Kind) -> Result<Option<i64>, RowFault> {
    let text = text.trim();
    if matches!(text, "" | "?" | "NA") {
        return Ok(None);
    }
    let value = match kind {
        Kind::Truth => truth(text).ok_or(RowFault::Not(kind))?,
        Kind::Word(words) => place(words, text).ok_or(RowFault::Not(kind))?,
        Kind::Whole(..) | Kind::Euros { .. } | Kind::Parts | Kind::Weight => decimal(text, kind)?,
    };
    let (low, high) = kind.bounds();
    if (low..=high).contains(&value) {
        Ok(Some(value))
    } else {
        Err(RowFault::OutOf(kind))
    }
}

/// What a cell that says `value` is written as.
pub(super) fn written(value: i64, column: &Column, french: bool) -> String {
    let word = |text: &Text| if french { text.fr } else { text.en };
    let of = |words: &[Text]| {
        let place = usize::try_from(value).unwrap_or_default();
        words.get(place).map(word).unwrap_or_default().to_owned()
    };
    match column.kind {
        Kind::Truth => of(&TRUTHS),
        Kind::Word(words) => of(words),
        _ => number(value, column.kind.decimals(), if french { ',' } else { '.' }),
    }
}

/// A whole number of 10 to the power `-decimals`, without zeros at the end.
pub(super) fn number(value: i64, decimals: usize, mark: char) -> String {
    let digits = Digits::of(value, decimals, 0);
    digits.as_str().replace('.', mark.encode_utf8(&mut [0; 4]))
}

fn truth(text: &str) -> Option<i64> {
    match plain(text).as_str() {
        "0" | "non" | "no" | "faux" | "false" | "n" => Some(0),
        "1" | "oui" | "yes" | "vrai" | "true" | "o" | "y" => Some(1),
        _ => None,
    }
}

fn place(words: &[Text], text: &str) -> Option<i64> {
    let text = plain(text);
    let place = words.iter().position(|word| word.fr == text || word.en == text);
    place.and_then(|place| i64::try_from(place).ok())
}

/// Small letters without accents, `_` for spaces and hyphens: what names and words are compared in.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::new();
    for letter in text.trim().chars() {
        let letter = match letter {
            'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' => 'e',
            'à' | 'â' | 'À' | 'Â' => 'a',
            'ô' | 'Ô' => 'o',
            'î' | 'ï' | 'Î' => 'i',
            'û' | 'ù' | 'Û' => 'u',
            'ç' | 'Ç' => 'c',
            ' ' | '-' | '\u{a0}' => '_',
            '\u{300}'..='\u{36f}' => continue, // an accent apart from its letter
            _ => letter.to_ascii_lowercase(),
        };
        if letter != '_' || !plain.ends_with('_') {
            plain.push(letter);
        }
    }
    plain
}

/// Digits with a point or a comma before the decimals; spaces between thousands and the sign of the euro are passed over.
fn decimal(text: &str, kind: Kind) -> Result<i64, RowFault> {
    let not = RowFault::Not(kind);
    let text = text.strip_suffix('€').unwrap_or(text).trim_end();
    let mut value: i64 = 0;
    let (mut negative, mut digits) = (false, 0);
    // Digits after the mark, and whether they are all zero.
    let mut after_mark = None;
    let mut whole = true;
    // Digits since the last space: between thousands, a space comes before three of them, and after three at most.
    let mut group: Option<usize> = None;
    let is_grouped = |group: Option<usize>, digits: usize| group.map_or(digits <= 3, |digits| digits == 3);
    for (at, letter) in text.char_indices() {
        match letter {
            '-' | '\u{2212}' if at == 0 => negative = true,
            ' ' | '\u{a0}' | '\u{202f}' if digits == 0 => {}
            ' ' | '\u{a0}' | '\u{202f}' if after_mark.is_none() && is_grouped(group, digits) => group = Some(0),
            '.' | ',' if after_mark.is_none() && digits > 0 => after_mark = Some(0),
            '0'..='9' => {
                let digit = i64::from(u32::from(letter) - u32::from('0'));
                value = value.saturating_mul(10).saturating_add(digit);
                digits += 1;
                if after_mark.is_none() {
                    group = group.map(|count| count + 1);
                }
                after_mark = after_mark.map(|count| count + 1);
                whole &= digit == 0 || after_mark.is_none();
            }
            _ => return Err(not),
        }
    }
    let decimals = kind.decimals();
    let found = after_mark.unwrap_or(0);
    match (digits, kind) {
        (0, _) => return Err(not),
        _ if group.is_some() && !is_grouped(group, digits) => return Err(not),
        (_, Kind::Whole(..)) if !whole => return Err(not),
        // Other programs write 24 as 24.0. A survey's weight may have many digits: it is taken to the thousandth.
        (_, Kind::Whole(..) | Kind::Weight) => {}
        _ if found > decimals => return Err(RowFault::TooManyDecimals(decimals)),
        _ => {}
    }
    let mut places = found;
    while places < decimals {
        value = value.saturating_mul(10);
        places += 1;
    }
    if places > decimals {
        let over = 10_i64.saturating_pow(u32::try_from(places - decimals).unwrap_or(u32::MAX));
        let rounded = value.saturating_add(over / 2) / over;
        // A hundredth of it at most is lost.
        let lost = rounded.saturating_mul(over).saturating_sub(value).saturating_abs();
        if matches!(kind, Kind::Weight) && lost.saturating_mul(100) > value {
            return Err(RowFault::TooSmall);
        }
        value = rounded;
    }
    Ok(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    const EUROS: Kind = Kind::Euros { negative: true };

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, cents) in [
            ("1234,56", 123_456),
            ("1234.5", 123_450),
            ("1 234,50 €", 123_450),
            ("1\u{202f}234", 123_400),
            ("1 234 567", 123_456_700),
            (" 0 ", 0),
            ("-12,3", -1230),
            ("10000000", 1_000_000_000),
        ] {
            assert_eq!(read(text, EUROS), Ok(Some(cents)), "{text}");
        }
        for text in ["", "?", "NA", "  "] {
            assert_eq!(read(text, EUROS), Ok(None), "{text}");
        }
        for text in [
            "abc", "1,2,3", "1.234,56", ",5", "-", "€", "1e3", "12-", "1 2", "9 0 0", "12 50", "1234 567", "1,2 3",
        ] {
            assert_eq!(read(text, EUROS), Err(RowFault::Not(EUROS)), "{text}");
        }
        assert_eq!(read("1,234", EUROS), Err(RowFault::TooManyDecimals(2)));
        assert_eq!(read("10000000,01", EUROS), Err(RowFault::OutOf(EUROS)));
        assert_eq!(read("99999999999999999999", EUROS), Err(RowFault::OutOf(EUROS)));
    }

    #[test]
    fn a_weight_is_taken_to_the_thousandth_and_is_never_nothing() {
        assert_eq!(read("1523,48291", Kind::Weight), Ok(Some(1_523_483)));
        assert_eq!(read("3090.729", Kind::Weight), Ok(Some(3_090_729)));
        assert_eq!(read("0.05", Kind::Weight), Ok(Some(50)));
        assert_eq!(read("0,0004", Kind::Weight), Err(RowFault::TooSmall));
        assert_eq!(read("0,0014", Kind::Weight), Err(RowFault::TooSmall));
        assert_eq!(read("0", Kind::Weight), Err(RowFault::OutOf(Kind::Weight)));
        assert_eq!(read("-1", Kind::Weight), Err(RowFault::OutOf(Kind::Weight)));
    }

    #[test]
    fn words_and_yes_or_no_are_read_in_both_languages() {
        for (text, value) in [("OUI", 1), ("Vrai", 1), ("0", 0), ("no", 0)] {
            assert_eq!(read(text, Kind::Truth), Ok(Some(value)), "{text}");
        }
        let kind = Kind::Word(&[Text {
            fr: "chomage",
            en: "unemployed",
        }]);
        assert_eq!(read("Chômage", kind), Ok(Some(0)));
        assert_eq!(read("unemployed", kind), Ok(Some(0)));
        assert_eq!(read("job", kind), Err(RowFault::Not(kind)));
        let whole = Kind::Whole(0, 99);
        for text in ["2,5", "24.01", "24.5000"] {
            assert_eq!(read(text, whole), Err(RowFault::Not(whole)), "{text}");
        }
        // What programs write of a whole column with blanks in it.
        for text in ["24", "24.0", "24,00"] {
            assert_eq!(read(text, whole), Ok(Some(24)), "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for column in super::super::columns::COLUMNS {
            let (low, high) = column.kind.bounds();
            for value in [low, high, (low + high) / 2] {
                for french in [false, true] {
                    let text = written(value, column, french);
                    assert_eq!(read(&text, column.kind), Ok(Some(value)), "{} `{text}`", column.name.fr);
                }
            }
        }
    }
}
