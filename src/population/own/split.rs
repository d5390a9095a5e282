//! CSV text, cut into the cells of each row as it comes. By hand: a row is told by its line in the file, whatever stands
//! between quotation marks, and one that is never closed is told by its own.

/// The most bytes of a row.
pub(super) const LONGEST_ROW: usize = 1 << 16;

/// Cuts rows.
#[derive(Clone, Debug)]
pub(super) struct Splitter {
    delimiter: u8,
    state: State,
    /// The bytes of the cells of the row, one after the other.
    bytes: Vec<u8>,
    /// Where each cell ends.
    ends: Vec<usize>,
    /// The line being read, from 1.
    line: u32,
    /// The line on which the row begins.
    first: u32,
    /// A carriage return ended the row: a line feed that follows belongs to it.
    after_return: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing of the cell was read.
    Start,
    Plain,
    Quoted,
    /// A quotation mark within a quoted cell: its end, or the first of two.
    Closing,
}

/// A row.
pub(super) struct Cells<'a> {
    pub line: u32,
    bytes: &'a [u8],
    ends: &'a [usize],
}

impl<'a> Cells<'a> {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn iter(&self) -> impl Iterator<Item = &'a [u8]> {
        let (bytes, mut start) = (self.bytes, 0);
        self.ends.iter().map(move |end| {
            let cell = bytes.get(start..*end).unwrap_or_default();
            start = *end;
            cell
        })
    }
}

/// A quotation mark was opened on this line and not closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Endless(pub u32);

impl Splitter {
    /// Begins at this line of the file, the first being 1.
    pub fn new(delimiter: u8, line: u32) -> Self {
        Self {
            delimiter,
            state: State::Start,
            bytes: Vec::new(),
            ends: Vec::new(),
            line,
            first: line,
            after_return: false,
        }
    }

    /// Reads on. Each row that ends is handed over.
    pub fn push(&mut self, text: &[u8], each: &mut impl FnMut(Cells<'_>)) -> Result<(), Endless> {
        for byte in text {
            let byte = *byte;
            if core::mem::take(&mut self.after_return) && byte == b'\n' {
                continue;
            }
            match self.state {
                State::Quoted => {
                    if byte == b'"' {
                        self.state = State::Closing;
                        continue;
                    }
                    self.line += u32::from(byte == b'\n');
                    self.bytes.push(byte);
                    if self.bytes.len() > LONGEST_ROW {
                        return Err(Endless(self.first));
                    }
                }
                State::Closing if byte == b'"' => {
                    self.bytes.push(byte);
                    self.state = State::Quoted;
                }
                State::Start if byte == b'"' => self.state = State::Quoted,
                _ if byte == self.delimiter => self.end_cell(),
                _ if byte == b'\n' || byte == b'\r' => {
                    self.after_return = byte == b'\r';
                    self.end_row(each);
                    self.line += 1;
                    self.first = self.line;
                }
                // What follows a closing mark belongs to the cell: `"a"b` is `ab`.
                _ => {
                    self.bytes.push(byte);
                    self.state = State::Plain;
                    if self.bytes.len() > LONGEST_ROW {
                        return Err(Endless(self.first));
                    }
                }
            }
        }
        Ok(())
    }

    /// The last row, when no line ends it.
    pub fn finish(&mut self, each: &mut impl FnMut(Cells<'_>)) -> Result<(), Endless> {
        if self.state == State::Quoted {
            return Err(Endless(self.first));
        }
        self.end_row(each);
        Ok(())
    }

    fn end_cell(&mut self) {
        self.ends.push(self.bytes.len());
        self.state = State::Start;
    }

    /// An empty line is no row.
    fn end_row(&mut self, each: &mut impl FnMut(Cells<'_>)) {
        if self.state != State::Start || !self.ends.is_empty() {
            self.end_cell();
            each(Cells {
                line: self.first,
                bytes: &self.bytes,
                ends: &self.ends,
            });
        }
        self.bytes.clear();
        self.ends.clear();
        self.state = State::Start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, piece: usize) -> Vec<(u32, Vec<String>)> {
        let mut found = Vec::new();
        let mut splitter = Splitter::new(b';', 1);
        let mut each = |cells: Cells<'_>| {
            let texts = cells.iter().map(|cell| String::from_utf8(cell.to_vec()).unwrap());
            found.push((cells.line, texts.collect()));
        };
        for piece in text.as_bytes().chunks(piece) {
            splitter.push(piece, &mut each).unwrap();
        }
        splitter.finish(&mut each).unwrap();
        found
    }

    #[test]
    fn rows_are_cut_the_same_in_any_pieces() {
        let text = "a;b\r\n\"x;\"\"y\"\"\";\"two\nlines\"\r\n\r\n;\nlast;cell";
        for piece in [1, 2, 3, 7, 100] {
            let wanted = [
                (1, vec!["a", "b"]),
                (2, vec!["x;\"y\"", "two\nlines"]),
                (5, vec!["", ""]),
                (6, vec!["last", "cell"]),
            ];
            let found = rows(text, piece);
            assert_eq!(found.len(), wanted.len(), "{found:?}");
            for (found, wanted) in found.into_iter().zip(wanted) {
                assert!(found.0 == wanted.0 && found.1 == wanted.1, "{piece}: {found:?}");
            }
        }
        assert_eq!(rows("a;b\rc;d\r", 1).len(), 2, "carriage returns alone end rows");
    }

    #[test]
    fn a_quotation_mark_never_closed_is_told_by_its_line() {
        let mut splitter = Splitter::new(b';', 1);
        let mut each = |_: Cells<'_>| {};
        splitter.push(b"a;b\n1;\"2\n3;4\n", &mut each).unwrap();
        assert_eq!(splitter.finish(&mut each), Err(Endless(2)));
        let mut splitter = Splitter::new(b';', 1);
        let long = vec![b'x'; LONGEST_ROW + 2];
        assert_eq!(splitter.push(&long, &mut each), Err(Endless(1)));
    }
}
