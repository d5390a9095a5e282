//! Households read from a file: the same figures as the population it was written from, nothing dropped without a word,
//! and nothing unknown counted as a no.

use std::fmt::Write as _;

use tarif_social::api::DEFAULT_REGIMES;
use tarif_social::population::own::{
    COLUMNS, EXAMPLE, FileFault, FileStudy, FileThresholds, LARGEST_FILE, MOST_FAULTS, header, line, weight_of,
};
use tarif_social::population::{
    Assumptions, Base, CompareAnswer, Counted, Figure, Model, Outcome, Question, Setting, Source, Study, Threshold,
    Thresholds,
};
use tarif_social::regimes::{Regime, by_id};
use tarif_social::units::{Month, Rate};

const OCTOBER: Month = Month::new(2022, 10);

fn regimes(ids: &[&str]) -> Vec<&'static Regime> {
    ids.iter().map(|id| by_id(id).unwrap()).collect()
}

fn read_with(bytes: &[u8], ids: &[&str], month: Month, piece: usize) -> Result<CompareAnswer, FileFault> {
    let mut study = FileStudy::new(month, regimes(ids)).unwrap();
    for piece in bytes.chunks(piece) {
        study.push(piece)?;
    }
    study.finish()
}

fn read(bytes: impl AsRef<[u8]>) -> Result<CompareAnswer, FileFault> {
    read_with(bytes.as_ref(), &DEFAULT_REGIMES, OCTOBER, 4096)
}

/// What spreadsheets write before the names changes nothing but the places of the rows, however the file is cut.
#[test]
fn what_stands_before_the_names_is_passed_over() {
    let rows = "adultes;enfants moins  14;enfants_14_17;revenu disponible\n1;0;0;900\n1;0;0;peu\n";
    let plain = read(rows).unwrap();
    for (before, lines) in [("\n", 1), ("\u{feff}sep=;\r\n", 1), ("SEP=;\r\r\n \n", 3)] {
        for piece in [1, 2, 7, 4096] {
            let text = format!("{before}{rows}");
            let found = read_with(text.as_bytes(), &DEFAULT_REGIMES, OCTOBER, piece).unwrap();
            let (report, usual) = (found.file.as_ref().unwrap(), plain.file.as_ref().unwrap());
            assert_eq!((report.rows, report.bad_rows), (1, 1), "{before:?}");
            assert_eq!(
                report.faults[0].line,
                usual.faults[0].line + lines,
                "{before:?} {piece}"
            );
            assert_eq!(
                outcome(&found, "R14").covered,
                outcome(&plain, "R14").covered,
                "{before:?}"
            );
        }
    }
}

fn outcome<'a>(comparison: &'a CompareAnswer, id: &str) -> &'a Outcome {
    comparison.regimes.iter().find(|outcome| outcome.id == id).unwrap()
}

fn exported(size: u64, seed: u64, french: bool) -> String {
    let base = Base::France2022;
    let model = Model::new(base, Assumptions::default()).unwrap();
    let setting = Setting::new(base, OCTOBER).unwrap();
    let mut source = Source::new(seed, 0);
    let mut text = header(french) + "\n";
    for _ in 0..size {
        let drawn = model.draw(&mut source);
        let counted = Counted::of(&model, &setting, &drawn);
        writeln!(text, "{}", line(&drawn, &counted, weight_of(base, size), french)).unwrap();
    }
    text
}

fn question(size: u64, seed: u64) -> Question<'static> {
    Question {
        regimes: regimes(&ALL),
        ..super::population::question(size, seed)
    }
}

/// Every kind of criterion and of tariff.
const ALL: [&str; 14] = [
    "R1", "R2", "R3", "R5", "R6", "R7", "R9", "R12", "R14", "R15", "R17", "R18", "R20", "R21",
];

/// 7,000 is one of the sizes for which the weight of a household of France is a whole number of thousandths.
const SIZE: u64 = 7_000;

#[test]
fn a_population_written_and_read_again_gives_the_same_statistics() {
    let drawn = Study::new(question(SIZE, 7)).unwrap().run();
    for french in [true, false] {
        let file = read_with(exported(SIZE, 7, french).as_bytes(), &ALL, OCTOBER, 1 << 16).unwrap();
        let report = file.file.as_ref().unwrap();
        assert_eq!((report.rows, report.bad_rows, &report.faults), (SIZE, 0, &Vec::new()));
        assert_eq!(report.unused, Vec::<String>::new());
        let near = |name: &str, drawn: &Figure, read: &Figure| {
            let Some(wanted) = drawn.value else { return };
            let found = read.value.unwrap();
            assert!(
                (found - wanted).abs() <= 1e-9 * wanted.abs().max(1.0),
                "{name}: {found} for {wanted}"
            );
        };
        let mut shown = 0;
        for (drawn, read) in drawn.groups.iter().zip(&file.groups) {
            assert_eq!((drawn.by, drawn.group), (read.by, read.group));
            near(drawn.group, &drawn.households, &read.households);
            near(drawn.group, &drawn.poor, &read.poor);
        }
        for (drawn, read) in drawn.regimes.iter().zip(&file.regimes) {
            let id = drawn.id.as_ref();
            // A regime that rests on somebody's decision cannot tell for anybody, here as there.
            let undetermined = read.undetermined.unwrap().value.unwrap();
            let whole = undetermined.abs() < 1e-9 || (undetermined - file.households).abs() < 1e-6;
            assert!(whole, "{id}: {undetermined}");
            assert_eq!(read.unpriced.unwrap().value, Some(0.0), "{id}");
            if undetermined > 1.0 {
                assert!(
                    read.share.value.is_none(),
                    "{id}: a share of nothing would pass for a no"
                );
                continue;
            }
            for (drawn, read) in [
                (drawn.covered, read.covered),
                (drawn.share, read.share),
                (drawn.better_off, read.better_off),
                (drawn.covered_not_poor, read.covered_not_poor),
                (drawn.saving, read.saving),
                (drawn.saving_of_left, read.saving_of_left),
                (drawn.cost_per_poor, read.cost_per_poor),
            ] {
                near(id, &drawn, &read);
                shown += usize::from(drawn.value.is_some());
            }
            near(id, &drawn.poor_left_out, &read.poor_left_out);
            for (drawn, read) in drawn.costs.iter().zip(&read.costs) {
                near(id, &drawn.central, &read.central);
            }
            for (drawn, read) in drawn.relief.iter().zip(&read.relief) {
                near(id, &drawn.before, &read.before);
                near(id, &drawn.relieved, &read.relieved);
            }
            for (drawn, read) in drawn.groups.iter().zip(&read.groups) {
                near(id, &drawn.share, &read.share);
                near(id, &drawn.saving, &read.saving);
            }
        }
        assert!(shown > 40, "{shown}");
        for (drawn, read) in drawn.pairs.iter().zip(&file.pairs) {
            if [&drawn.first, &drawn.second]
                .iter()
                .any(|id| by_id(id).is_some_and(undecided))
            {
                continue;
            }
            near(&drawn.first, &drawn.only_first, &read.only_first);
            near(&drawn.first, &drawn.better_with_second, &read.better_with_second);
        }
        assert!((file.households - drawn.households).abs() < 1e-3);
    }
}

/// Nobody can be told for whom it is.
fn undecided(regime: &Regime) -> bool {
    format!("{:?}", regime.criteria).contains("NotComputable")
}

#[test]
fn every_threshold_of_a_file_is_that_of_the_population_it_was_written_from() {
    // R3 rests on a benefit: it has no threshold to move.
    let regimes = regimes(&["R6", "R9", "R14", "R3"]);
    let drawn = Thresholds::new(&question(SIZE, 7), &regimes).unwrap();
    let mut file = FileThresholds::new(OCTOBER, &regimes).unwrap();
    file.push(exported(SIZE, 7, true).as_bytes()).unwrap();
    let (file, report) = file.finish().unwrap();
    assert_eq!(report.rows, SIZE);
    let same = |one: &Threshold, other: &Threshold| {
        is(other.times, one.times);
        assert_eq!(other.euros, one.euros);
        is(other.covered, one.covered);
        is(other.poor_covered, one.poor_covered);
        is(other.cost, one.cost);
    };
    for (drawn, file) in drawn.iter().zip(&file) {
        assert_eq!(
            (drawn.regime().id.as_ref(), drawn.moves()),
            (file.regime().id.as_ref(), file.moves())
        );
        is(file.undetermined(), 0.0);
        for (one, other) in [
            (drawn.within(100e6, Rate::ONE), file.within(100e6, Rate::ONE)),
            (drawn.reaching(0.3, Rate::ONE), file.reaching(0.3, Rate::ONE)),
            (drawn.at(Rate::ONE, Rate::ONE), file.at(Rate::ONE, Rate::ONE)),
        ] {
            assert_eq!(one.is_some(), other.is_some());
            if let (Some(one), Some(other)) = (one, other) {
                same(&one, &other);
            }
        }
        let [one, other] = [drawn, file].map(|sorted| sorted.frontier(50, Rate::ONE));
        assert_eq!((one.len(), one.is_empty()), (other.len(), false));
        one.iter().zip(&other).for_each(|(one, other)| same(one, other));
        let [one, other] = [drawn, file].map(|sorted| sorted.marginal().and_then(|marginal| marginal.covered.value));
        assert_eq!(one.is_some(), other.is_some());
        is(other.unwrap_or_default(), one.unwrap_or_default());
    }
    assert!(file[0].within(100e6, Rate::ONE).is_some() && file[0].reaching(0.3, Rate::ONE).is_some());
    let without_price = by_id("R5").unwrap();
    let refused = FileThresholds::new(OCTOBER, &[without_price]).unwrap_err();
    assert!(refused.contains("names no price"), "{refused}");
}

/// A file stands for itself: its thresholds are shown under 500 households, from 20 rows of equal weight.
#[test]
fn thresholds_of_a_small_file_are_shown_and_tell_apart_what_they_cannot() {
    let sorted = |rows: usize, unknown: usize, weights: [&str; 2], id: &str| {
        let mut text = format!("{NEEDED};recoit_rsa;facture_internet;poids\n");
        for row in 0..rows {
            text.push_str(&format!("1;0;0;700;oui;30;{}\n", weights[row % 2]));
        }
        text.push_str(&"1;0;0;700;;30;2\n".repeat(unknown));
        let mut file = FileThresholds::new(OCTOBER, &regimes(&[id])).unwrap();
        file.push(text.as_bytes()).unwrap();
        file.finish().unwrap().0.remove(0)
    };
    // A rule on a benefit: nothing to move, those of whom it is not known whether they receive it apart.
    let three = sorted(20, 0, ["1", "1"], "R3");
    assert!(!three.moves() && three.marginal().is_none());
    is(three.at(Rate::ONE, Rate::ONE).unwrap().covered, 20.0);
    is(three.at(Rate::ONE, Rate::ONE).unwrap().poor_covered, 1.0);
    let three = sorted(40, 5, ["1", "1"], "R3");
    is(three.undetermined(), 10.0);
    is(three.at(Rate::ONE, Rate::ONE).unwrap().covered, 40.0);
    // Too few rows, or too uneven: by Kish, 820² ÷ 32,020 is 21, and 779² ÷ 30,419 is less than 20.
    assert_eq!(sorted(19, 0, ["1", "1"], "R3").at(Rate::ONE, Rate::ONE), None);
    is(
        sorted(40, 0, ["1", "40"], "R3")
            .at(Rate::ONE, Rate::ONE)
            .unwrap()
            .covered,
        820.0,
    );
    assert_eq!(sorted(38, 0, ["1", "40"], "R3").at(Rate::ONE, Rate::ONE), None);
    // Nothing is known of the incomes that the rule looks at: nobody comes in at any threshold.
    let six = sorted(30, 0, ["1", "1"], "R6");
    is(six.undetermined(), 30.0);
    assert!(six.moves() && six.frontier(10, Rate::ONE).is_empty() && six.marginal().unwrap().covered == Figure::HIDDEN);
}

#[test]
fn the_example_is_read_whole_in_any_pieces() {
    let whole = read(EXAMPLE).unwrap();
    let report = whole.file.as_ref().unwrap();
    assert_eq!(
        (report.rows, report.bad_rows, report.delimiter),
        (10, 0, ";"),
        "{:?}",
        report.faults
    );
    assert!((whole.households - 11.5).abs() < 1e-9);
    // Nine rows of weight one, one of two and a half: 11.5² ÷ 15.25.
    assert!((whole.effective_size - 132.25 / 15.25).abs() < 1e-9);
    let text = |comparison: &CompareAnswer| serde_json::to_string(comparison).unwrap();
    for piece in [1, 7, 100] {
        let pieces = read_with(EXAMPLE.as_bytes(), &DEFAULT_REGIMES, OCTOBER, piece).unwrap();
        assert_eq!(text(&pieces), text(&whole), "{piece}");
    }
    // The last two rows leave out what the rules need; the others do not.
    let undetermined = |id: &str| outcome(&whole, id).undetermined.unwrap().value.unwrap();
    is(undetermined("R20"), 0.0);
    assert!(undetermined("R6") >= 1.0, "the incomes of a shared home are not known");
    for outcome in &whole.regimes {
        let names = outcome.undetermined.unwrap().value.unwrap();
        assert!(names <= 2.0, "{}: {names}", outcome.id);
    }
}

fn is(found: f64, wanted: f64) {
    assert!(
        (found - wanted).abs() < 1e-9 * wanted.abs().max(1.0),
        "{found} for {wanted}"
    );
}

const NEEDED: &str = "adultes;enfants_moins_14;enfants_14_17;revenu_disponible";

#[test]
fn what_is_not_known_is_told_apart_and_never_a_no() {
    // Five-and-twenty households of which nothing but the size and the income is known, and as many known to receive RSA.
    let mut text = format!("{NEEDED};recoit_rsa;facture_internet\n");
    for _ in 0..25 {
        text.push_str("1;0;0;700;;\n1;0;0;700;oui;30\n1;0;0;700;oui;\n");
    }
    let comparison = read(&text).unwrap();
    let three = outcome(&comparison, "R3");
    let value = |figure: Figure| figure.value.unwrap();
    is(value(three.covered), 50.0);
    is(value(three.undetermined.unwrap()), 25.0);
    is(value(three.unpriced.unwrap()), 25.0);
    // Half of those covered have a bill: the mean is theirs.
    let only = read(
        text.lines()
            .take(1)
            .chain(["1;0;0;700;oui;30"; 25])
            .collect::<Vec<_>>()
            .join("\n"),
    )
    .unwrap();
    is(value(three.saving), value(outcome(&only, "R3").saving));
    is(value(three.poor_left_out), 0.0);
    assert_eq!(three.cost_per_poor.value, None, "some of the cost is not known");
    assert!(three.relief.iter().all(|relief| relief.before.value.is_none()));
    assert!(three.saving_of_left.value.is_none(), "spending is not known");
    // Pairs count only those for whom both can tell.
    let pair = comparison
        .pairs
        .iter()
        .find(|pair| pair.first == "R3" && pair.second == "R20")
        .unwrap();
    assert!(pair.only_first.value.is_none() && pair.only_second.value.is_none());
    assert!(!pair.same, "R3 cannot tell of everybody");
    assert_eq!([pair.first_covers_more_poor, pair.second_covers_more_poor], [None; 2]);
    // Nothing is known of incomes: no share, no cost stands for a no.
    let six = outcome(&comparison, "R6");
    is(value(six.undetermined.unwrap()), 75.0);
    assert!(six.share.value.is_none() && six.poor_left_out.value.is_none());
    assert!(six.costs.iter().all(|cost| cost.central.value.is_none()));
    // Too rich for RSA; whether one of the benefits of a list is received is another matter.
    let listed = |benefits: &str, said: &str| {
        let row = format!("1;0;0;3000;4000;{said}\n");
        let comparison = read(format!("{NEEDED};revenus_activite;{benefits}\n{}", row.repeat(25))).unwrap();
        value(outcome(&comparison, "R5").undetermined.unwrap())
    };
    let names: Vec<&str> = COLUMNS.iter().map(|column| column.name.fr).collect();
    let names: Vec<&str> = names.into_iter().filter(|name| name.starts_with("recoit_")).collect();
    is(listed("recoit_rsa;age", "non;40"), 25.0);
    is(listed(&names.join(";"), &vec!["non"; names.len()].join(";")), 0.0);
    // With the group, in the group.
    let single = three.groups.iter().find(|group| group.group == "single").unwrap();
    is(value(single.undetermined.unwrap()), 25.0);
}

#[test]
fn weights_count_as_so_many_rows() {
    let row = "1;0;0;700;oui;30";
    let other = "1;0;0;2500;non;40";
    let head = format!("{NEEDED};recoit_rsa;facture_internet");
    let many: Vec<&str> = std::iter::repeat_n(row, 60)
        .chain(std::iter::repeat_n(other, 120))
        .collect();
    let spelled = read(format!("{head}\n{}", many.join("\n"))).unwrap();
    let weighted: Vec<String> = [row; 20]
        .map(|row| format!("{row};3"))
        .into_iter()
        .chain([other; 80].map(|row| format!("{row};1,5")))
        .collect();
    let weighted = read(format!("{head};poids\n{}", weighted.join("\n"))).unwrap();
    assert!((weighted.households - spelled.households).abs() < 1e-9);
    assert!(weighted.effective_size < 100.0 && spelled.effective_size > 179.9);
    let [one, other] = [&spelled, &weighted].map(|comparison| outcome(comparison, "R3"));
    for (one, other) in [
        (one.covered, other.covered),
        (one.share, other.share),
        (one.saving, other.saving),
        (one.poor_left_out, other.poor_left_out),
    ] {
        assert!(
            (one.value.unwrap() - other.value.unwrap()).abs() < 1e-9,
            "{one:?} {other:?}"
        );
    }
    // Of the sixty of whom the rule can tell, all are covered; the others may be too.
    assert_eq!(one.share.value, Some(1.0));
    assert_eq!(one.share.together, Some([60.0 / 180.0, 1.0]));
}

/// The faults of rows under these names: line, column and value of each.
fn faults(text: &str) -> Vec<(u32, String, String)> {
    let comparison = read(text).unwrap();
    let report = comparison.file.unwrap();
    assert!(
        report
            .faults
            .iter()
            .all(|fault| !fault.reason.fr.ends_with('.') && fault.reason.fr != fault.reason.en)
    );
    report
        .faults
        .into_iter()
        .map(|fault| (fault.line, fault.column, fault.value))
        .collect()
}

#[test]
fn bad_rows_are_told_by_line_column_and_value() {
    let text = format!(
        "{NEEDED};age;type;territoire;poids\n\
         1;0;0;900;40;seul;metropole;1\n\
         ;0;0;900;40;;;\n\
         1;0;0;beaucoup;40;;;\n\
         1;0;0;900,123;quarante;;;\n\
         1;0;0;900;400;;;\n\
         1;0;0\n\
         1;2;0;900;40;seul;;\n\
         1;0;0;900;40;;lune;\n\
         1;0;0;900;40;;;0\n\
         ;;;;;;;\n\
         \n\
         1;0;0;\"9\n00\";40;;;\n\
         1;0;0;900;40;;;\n"
    );
    let told: Vec<(u32, &str, &str)> = vec![
        (3, "adultes", ""),
        (4, "revenu_disponible", "beaucoup"),
        (5, "revenu_disponible", "900,123"),
        (5, "age", "quarante"),
        (6, "age", "400"),
        (7, "", ""),
        (8, "type", "seul"),
        (9, "territoire", "lune"),
        (10, "poids", "0"),
        (13, "revenu_disponible", "9\n00"),
    ];
    let wanted: Vec<_> = told
        .into_iter()
        .map(|(line, column, value)| (line, column.to_owned(), value.to_owned()))
        .collect();
    assert_eq!(faults(&text), wanted);
    let report = read(&text).unwrap().file.unwrap();
    assert_eq!((report.rows, report.bad_rows), (2, 9));
    // A place whose rules do not exist yet in the month asked for.
    let early = format!("{NEEDED};territory\n1;0;0;900;overseas\n1;0;0;900;\n");
    let comparison = read_with(early.as_bytes(), &["R20"], Month::new(2010, 3), 64).unwrap();
    let report = comparison.file.unwrap();
    assert_eq!(
        (report.rows, report.faults[0].line, report.faults[0].column.as_str()),
        (1, 2, "territory")
    );
    let reason = &report.faults[0].reason.en;
    assert!(reason.contains("the amounts of the RSA begin in 2011-01"), "{reason}");
}

#[test]
fn a_file_is_read_however_it_was_written() {
    let rows = ["1;0;0;1234,5;oui", "2;1;0;2000;non"];
    let reference = read(format!("{NEEDED};recoit_rsa\n{}\n", rows.join("\n"))).unwrap();
    let same = |bytes: &[u8], delimiter: &str, encoding: &str| {
        let comparison = read(bytes).unwrap_or_else(|fault| panic!("{fault}"));
        let report = comparison.file.as_ref().unwrap();
        assert_eq!((report.rows, report.bad_rows), (2, 0), "{:?}", report.faults);
        assert_eq!((report.delimiter, report.encoding), (delimiter, encoding));
        let text = |groups| serde_json::to_string(groups).unwrap();
        assert_eq!(text(&comparison.groups), text(&reference.groups));
    };
    let head = "Adultes;Enfants moins 14;ENFANTS-14-17;revenu_disponible;Reçoit RSA";
    let french = format!("\u{feff}{head}\r\n1;0;0;\"1 234,50 €\";Oui\r\n2;1;0;2\u{202f}000;NON");
    same(french.as_bytes(), ";", "utf-8");
    // As a French Excel keeps it: one byte a letter.
    let latin: Vec<u8> = format!("{head}\r\n1;0;0;1 234,50;oui\r\n2;1;0;2000;non\r\n")
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect();
    same(&latin, ";", "windows-1252");
    let euro = [
        &b"adultes;enfants_moins_14;enfants_14_17;revenu_disponible;recoit_rsa\n1;0;0;1234,5 \x80;1\n2;1;0;2000;0"[..],
    ]
    .concat();
    same(&euro, ";", "windows-1252");
    let english =
        "adults,children_under_14,children_14_17,disposable_income,receives_rsa\n1,0,0,1234.5,yes\n2,1,0,\"2000\",no\n";
    same(english.as_bytes(), ",", "utf-8");
    same(english.replace(',', "\t").as_bytes(), "\t", "utf-8");
    same(english.replace('\n', "\r").as_bytes(), ",", "utf-8");
}

#[test]
fn columns_nobody_knows_are_told() {
    let text = format!("nom;{NEEDED};salaire brut\nDupont;1;0;0;900;2000\n");
    let report = read(&text).unwrap().file.unwrap();
    assert_eq!(
        (report.rows, report.unused),
        (1, vec!["nom".to_owned(), "salaire brut".to_owned()])
    );
}

#[test]
fn what_is_no_file_of_households_is_refused_with_what_to_do() {
    let refused = |bytes: &[u8], code: &str, words: &str| {
        let fault = read(bytes).unwrap_err();
        assert_eq!(fault.code(), code, "{fault}");
        let (fr, en) = (fault.french(), fault.to_string());
        assert!(en.contains(words), "{en}");
        assert!(!fr.ends_with('.') && !en.ends_with('.') && fr != en);
    };
    refused(b"", "empty", "one household a line");
    refused(b" \r\n", "empty", "one household a line");
    refused(NEEDED.as_bytes(), "empty", "one household a line");
    refused(format!("{NEEDED}\n;;;\n").as_bytes(), "empty", "one household a line");
    refused(b"PK\x03\x04\x14\0\x06\0", "spreadsheet", "save it as");
    refused(b"\xD0\xCF\x11\xE0\xA1\xB1", "spreadsheet", "save it as");
    refused(b"\xFF\xFEa\0;\0b\0", "utf_16", "CSV UTF-8");
    refused(b"\x89PNG\r\n\x1a\n\0\0", "not_text", "give a CSV file");
    refused(b"{\"household\": 1}\n", "no_header", "names of the columns");
    refused(&[b'x'; 70_000], "no_header", "names of the columns");
    refused(
        b"adultes;age\n1;40\n",
        "missing_columns",
        "`children_under_14`, `children_14_17`, `disposable_income`",
    );
    refused(
        format!("{NEEDED};adults\n").as_bytes(),
        "column_given_twice",
        "`adults`",
    );
    refused(
        format!("{NEEDED}\n1;0;0;900\n1;0;\"0;900\n1;0;0;900\n").as_bytes(),
        "open_quote",
        "line 3",
    );
    let wrong = format!("{NEEDED}\n{}", "1;0;0;x\n".repeat(MOST_FAULTS + 1));
    refused(
        wrong.as_bytes(),
        "too_many_faults",
        "line 2, column `revenu_disponible`, `x`",
    );
    // Without reading half a gigabyte: the size is that of what was pushed.
    let mut study = FileStudy::new(OCTOBER, regimes(&["R20"])).unwrap();
    let piece = vec![b'\n'; 10_000_000];
    study.push(format!("{NEEDED}\n").as_bytes()).unwrap();
    let fault = (0..).find_map(|_| study.push(&piece).err()).unwrap();
    assert_eq!((fault.code(), LARGEST_FILE), ("too_large", 500_000_000));
    assert!(fault.to_string().contains("more than 500 MB"));
}

#[test]
fn what_cannot_be_compared_is_refused() {
    assert!(
        FileStudy::new(OCTOBER, Vec::new())
            .unwrap_err()
            .contains("choose from 1")
    );
    assert!(
        FileStudy::new(Month::new(1999, 1), regimes(&["R1"]))
            .unwrap_err()
            .contains("1999-01")
    );
}

#[test]
fn the_readme_of_the_population_has_every_column() {
    let readme = include_str!("../../src/population/README.md");
    for column in COLUMNS {
        let [_, about] = column.described();
        let row = format!("| `{}` | `{}` |", column.name.en, column.name.fr);
        assert!(
            readme.contains(&row) && readme.contains(&about),
            "{row}: see `population columns --language en`"
        );
    }
}

/// A decimal comma between commas makes one cell more, which shifts the others: told even when the last one is empty.
#[test]
fn a_row_with_one_cell_more_is_told() {
    let header = "adultes,enfants_moins_14,enfants_14_17,revenu_disponible,facture_internet";
    let file = read(format!("{header}\n1,0,0,801,50,\n1,0,0,801,50\n"))
        .unwrap()
        .file
        .unwrap();
    assert_eq!((file.rows, file.bad_rows), (1, 1));
    assert!(
        file.faults[0].reason.fr.contains("6 cases pour 5 colonnes"),
        "{}",
        file.faults[0].reason.fr
    );
}

/// Rows of a file sorted by income are not dealt in turn, which would make the pieces alike and the intervals narrow.
#[test]
fn the_interval_of_a_sorted_file_is_that_of_a_sample() {
    let mut text = "adultes;enfants_moins_14;enfants_14_17;revenu_disponible\n".to_owned();
    for row in 0..4_000 {
        writeln!(text, "1;0;0;{}", 400 + row / 2).unwrap();
    }
    let comparison = read(text).unwrap();
    let share = &outcome(&comparison, "R14").share;
    let (value, [low, high]) = (share.value.unwrap(), share.sampling.unwrap());
    // Twice the standard error of a share of 4,000 rows, give or take what twenty pieces tell of it.
    let half = 2.0 * (value * (1.0 - value) / 4_000.0).sqrt();
    assert!(
        (0.6 * half..1.7 * half).contains(&((high - low) / 2.0)),
        "{low} {value} {high}: {half}"
    );
}
