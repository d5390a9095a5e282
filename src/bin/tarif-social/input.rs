//! Reading requests and files.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use tarif_social::api::Detail;
use tarif_social::reading::Tree;
use tarif_social::units::Month;

use crate::arguments::Reading;
use crate::fault::Fault;
use crate::today;

/// Most bytes in one request: a household with every field filled in takes less than a hundredth of it.
pub const LARGEST_REQUEST: usize = 1 << 20;

/// What some editors begin a text with.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// What the user calls standard input.
const STANDARD_INPUT: &str = "-";

/// The file, or standard input when there is none.
pub fn open(file: Option<&Path>) -> Result<Box<dyn Read>, Fault> {
    match file.filter(|path| path.as_os_str() != STANDARD_INPUT) {
        None => Ok(Box::new(io::stdin().lock())),
        Some(path) => match File::open(path) {
            Ok(file) => Ok(Box::new(file)),
            Err(error) => Err(unreadable(Some(path), &error)),
        },
    }
}

/// The whole text of a file, or of standard input.
pub fn text(path: &Path) -> Result<String, Fault> {
    let mut text = String::new();
    open(Some(path))?
        .read_to_string(&mut text)
        .map_err(|error| unreadable(Some(path), &error))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// That a file cannot be read, and what to do.
pub fn unreadable(file: Option<&Path>, error: &io::Error) -> Fault {
    let name = name(file);
    let next = match error.kind() {
        io::ErrorKind::NotFound => "check the name".to_owned(),
        io::ErrorKind::PermissionDenied => "check that you may read it".to_owned(),
        io::ErrorKind::InvalidData => "give a text file in UTF-8".to_owned(),
        _ => error.to_string(),
    };
    Fault::unusable(format_args!("{name} cannot be read: {next}"))
}

fn name(file: Option<&Path>) -> String {
    match file.filter(|path| path.as_os_str() != STANDARD_INPUT) {
        None => "standard input".to_owned(),
        Some(path) => format!("`{}`", path.display()),
    }
}

/// The one request of a file.
pub fn request(file: Option<&Path>, reading: &Reading, detail: Option<Detail>) -> Result<Tree, Fault> {
    let mut text = Vec::new();
    let limit = LARGEST_REQUEST as u64;
    open(file)?
        .take(limit + 1)
        .read_to_end(&mut text)
        .map_err(|error| unreadable(file, &error))?;
    let name = name(file);
    if text.len() > LARGEST_REQUEST {
        return Err(Fault::unusable(format_args!(
            "{name} is larger than a request can be ({limit} bytes): for many households give --jsonl, one a line"
        )));
    }
    let mut requests = Requests::new(reading, detail);
    let request = requests.read(&text).map_err(|error| {
        Fault::unusable(format_args!(
            "{name} is not JSON: {error}; compare it with `tarif-social schema request`"
        ))
    })?;
    requests.say_without_month();
    Ok(request)
}

/// A file that the page keeps holds the request beside what the visitor saw: the request, then.
fn within_kept(tree: Tree) -> Tree {
    match (tree.field("tarif_social"), tree.field("request")) {
        (Some(_), Some(request)) => request.clone(),
        _ => tree,
    }
}

/// Reads requests with what the command line says about them.
pub struct Requests<'a> {
    reading: &'a Reading,
    detail: Option<Detail>,
    this_month: Option<Month>,
    /// How many requests had no month, and got the current one.
    without_month: u64,
}

impl<'a> Requests<'a> {
    pub const fn new(reading: &'a Reading, detail: Option<Detail>) -> Self {
        Self {
            reading,
            detail,
            this_month: None,
            without_month: 0,
        }
    }

    /// The request in `json`, in the month and the language of the command line when it must be.
    pub fn read(&mut self, json: &[u8]) -> Result<Tree, serde_json::Error> {
        let mut tree = within_kept(serde_json::from_slice(
            json.strip_prefix(BYTE_ORDER_MARK).unwrap_or(json),
        )?);
        let without_month = tree.field("month").is_none();
        if let Tree::Record(fields) = &mut tree {
            if without_month {
                self.without_month += 1;
                fields.push(("month".into(), Tree::Text(self.this_month().to_string())));
            }
            let language = self.reading.language.map(|language| ("language", language.name()));
            let detail = self.detail.map(|detail| ("detail", detail.name()));
            for (field, said) in [language, detail].into_iter().flatten() {
                fields.retain(|(name, _)| name != field);
                fields.push((field.into(), Tree::Text(said.into())));
            }
        }
        Ok(tree)
    }

    /// Says on stderr that requests were looked at in a month they did not name.
    pub fn say_without_month(&self) {
        let (count, Some(month)) = (self.without_month, self.this_month) else {
            return;
        };
        match count {
            0 => {}
            1 => eprintln!("tarif-social: 1 request had no `month`: looked at in {month}"),
            _ => eprintln!("tarif-social: {count} requests had no `month`: looked at in {month}"),
        }
    }

    /// The month of today, asked of the clock once, so that a run is the same from end to end.
    fn this_month(&mut self) -> Month {
        let today = self.reading.today;
        *self
            .this_month
            .get_or_insert_with(|| today.map_or_else(today::month, |day| day.month()))
    }
}
