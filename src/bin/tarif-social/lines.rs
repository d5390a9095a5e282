//! `check --jsonl`: one request a line, one answer a line, in the same order.

use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Read, Write};
use std::time::{Duration, Instant};

use tarif_social::api::{self, CheckAnswer};

use crate::arguments::Check;
use crate::fault::{Done, Fault};
use crate::input::{self, LARGEST_REQUEST, Requests};

const BUFFER: usize = 1 << 18;

pub fn run(arguments: &Check) -> Result<Done, Fault> {
    let file = arguments.file.as_deref();
    let mut lines = Lines::new(input::open(file)?);
    let mut out = BufWriter::with_capacity(BUFFER, io::stdout().lock());
    let mut written = Vec::new();
    let mut requests = Requests::new(&arguments.reading, arguments.detail);
    let mut progress = Progress::new();
    let mut refused = 0_u64;
    while let Some((number, line)) = lines.next().map_err(|error| input::unreadable(file, &error))? {
        let answer = answer(line, number, &mut requests);
        refused += u64::from(matches!(answer, CheckAnswer::Failure { .. }));
        written.clear();
        sonic_rs::to_writer(&mut written, &answer).map_err(io::Error::other)?;
        written.push(b'\n');
        out.write_all(&written)?;
        if lines.nothing_waiting() {
            out.flush()?; // whoever feeds us line by line is waiting for this answer
        }
        progress.tell(number);
    }
    out.flush()?;
    progress.end();
    requests.say_without_month();
    if refused == 0 {
        return Ok(Done::Well);
    }
    eprintln!(
        "tarif-social: {refused} of {} lines have problems, said in their answers",
        lines.number
    );
    Ok(Done::WithProblems)
}

fn answer(line: Line<'_>, number: u64, requests: &mut Requests<'_>) -> CheckAnswer {
    match line {
        Line::TooLong => unreadable(number, &format!("longer than {LARGEST_REQUEST} bytes")),
        Line::Text(text) => match requests.read(text) {
            Ok(tree) => api::answer(&tree),
            Err(error) => unreadable(number, &without_line(&error)),
        },
    }
}

/// The answer to a line that is no request: the place of the problem is the line.
fn unreadable(number: u64, reason: &str) -> CheckAnswer {
    let mut answer = api::unreadable(reason);
    if let CheckAnswer::Failure { problems } = &mut answer {
        for problem in problems {
            problem.field = format!("line {number}").into();
        }
    }
    answer
}

/// The reader's own words. It begins again at line 1 with each of ours.
fn without_line(error: &serde_json::Error) -> String {
    let (line, column) = (error.line(), error.column());
    let text = error.to_string();
    match text.strip_suffix(&format!(" at line {line} column {column}")) {
        Some(reason) => format!("{reason} at column {column}"),
        None => text,
    }
}

/// A line without its end.
enum Line<'a> {
    Text(&'a [u8]),
    TooLong,
}

/// The lines of a text, read into one buffer.
struct Lines<R> {
    reader: BufReader<R>,
    line: Vec<u8>,
    /// The number of the last line read, from 1.
    number: u64,
}

impl<R: Read> Lines<R> {
    fn new(reader: R) -> Self {
        Self {
            reader: BufReader::with_capacity(BUFFER, reader),
            line: Vec::with_capacity(BUFFER),
            number: 0,
        }
    }

    /// The next line and its number.
    fn next(&mut self) -> io::Result<Option<(u64, Line<'_>)>> {
        self.line.clear();
        let limit = LARGEST_REQUEST as u64 + 1;
        if (&mut self.reader).take(limit).read_until(b'\n', &mut self.line)? == 0 {
            return Ok(None);
        }
        self.number += 1;
        if self.line.last() != Some(&b'\n') && self.line.len() > LARGEST_REQUEST {
            self.reader.skip_until(b'\n')?;
            return Ok(Some((self.number, Line::TooLong)));
        }
        let text = self.line.strip_suffix(b"\n").unwrap_or(&self.line);
        Ok(Some((self.number, Line::Text(text))))
    }

    /// Whether the next line has to be waited for.
    fn nothing_waiting(&self) -> bool {
        self.reader.buffer().is_empty()
    }
}

/// Lines done and their rate, on stderr, when somebody watches.
struct Progress {
    watched: bool,
    begun: Instant,
    told: Duration,
}

impl Progress {
    const EVERY: Duration = Duration::from_millis(500);

    fn new() -> Self {
        Self {
            // When the answers go to the same terminal, they are the progress.
            watched: io::stderr().is_terminal() && !io::stdout().is_terminal(),
            begun: Instant::now(),
            told: Duration::ZERO,
        }
    }

    fn tell(&mut self, lines: u64) {
        if !self.watched || !lines.is_multiple_of(64) {
            return;
        }
        let elapsed = self.begun.elapsed();
        if elapsed >= self.told + Self::EVERY {
            self.told = elapsed;
            let rate = u128::from(lines) * 1000 / elapsed.as_millis().max(1);
            eprint!("\r{lines} lines, {rate} a second ");
        }
    }

    fn end(&self) {
        if self.told > Duration::ZERO {
            eprintln!();
        }
    }
}
