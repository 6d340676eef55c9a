//! What can be wrong with a layout that was read. All faults at once, each with the part that has it.

use super::{Both, Fact, Field, Kind, Layout, Orientation, Pair, Piece, pieces};
use crate::text::Lang;

#[derive(Debug, Clone, PartialEq)]
pub struct LayoutFault {
    pub at: Part,
    pub what: Flaw,
}

/// Counted from 0, as in the file's arrays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Whole,
    Title,
    Looks,
    Header { line: usize, pair: usize },
    Column(usize),
    Legend,
    Footer { line: usize, pair: usize },
}

#[derive(Debug, Clone, PartialEq)]
pub enum Flaw {
    /// Small letters, digits and hyphens.
    Key(String),
    Version,
    NoTitle(Lang),
    NoWords(Lang),
    UnknownField(String),
    OpenBrace,
    NoColumns,
    Columns {
        have: usize,
        most: usize,
    },
    Width {
        have: f64,
        most: f64,
    },
    Size {
        have: f64,
        least: f64,
        most: f64,
    },
    NoFont,
    NoShare,
    /// ID, phone and account numbers lose their digits in any other kind.
    MustBeText(Fact),
    SignHasSource,
    BlankHasKind,
    SessionsTwice,
    SessionsKind,
    SessionsPerDay,
    CodeTwice(String),
    /// Squeezed to less than `least` percent on one page.
    TooWide {
        percent: u32,
        least: u32,
    },
}

/// The reader's own limit: what we print stays readable for others of our kind.
const COLUMNS: usize = 64;
const WIDTH: f64 = 80.0;
/// Smaller print is refused at the counter.
const LEAST_PERCENT: u32 = 60;

/// Digits across an A4 page inside our margins; see `print::MARGINS`.
pub(crate) const fn page_width(orientation: Orientation) -> f64 {
    match orientation {
        Orientation::Portrait => 97.0,
        Orientation::Landscape => 144.0,
    }
}

/// Padding a spreadsheet adds to each column, in digits.
pub(crate) const PADDING: f64 = 0.72;

pub fn check(layout: &Layout) -> Vec<LayoutFault> {
    let mut faults = Faults(Vec::new());
    let key_fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if layout.key.is_empty() || !layout.key.chars().all(key_fits) {
        faults.add(Part::Whole, Flaw::Key(layout.key.clone()));
    }
    if layout.version == 0 {
        faults.add(Part::Whole, Flaw::Version);
    }
    for lang in Lang::ALL.into_iter().filter(|lang| layout.title.get(*lang).trim().is_empty()) {
        faults.add(Part::Title, Flaw::NoTitle(lang));
    }
    faults.pattern(Part::Title, &layout.title.zh);
    faults.pattern(Part::Title, &layout.title.en);
    faults.looks(layout);
    for (line, pairs) in layout.header.iter().enumerate() {
        pairs.iter().enumerate().for_each(|(pair, it)| faults.pair(Part::Header { line, pair }, it));
    }
    for (line, pairs) in layout.footer.iter().enumerate() {
        pairs.iter().enumerate().for_each(|(pair, it)| faults.pair(Part::Footer { line, pair }, it));
    }
    if let Some(legend) = &layout.legend {
        faults.words(Part::Legend, legend);
    }
    faults.columns(layout);
    faults.0
}

struct Faults(Vec<LayoutFault>);

impl Faults {
    fn add(&mut self, at: Part, what: Flaw) {
        self.0.push(LayoutFault { at, what });
    }

    fn words(&mut self, at: Part, words: &Both) {
        for lang in Lang::ALL.into_iter().filter(|lang| words.get(*lang).trim().is_empty()) {
            self.add(at, Flaw::NoWords(lang));
        }
    }

    fn pattern(&mut self, at: Part, pattern: &str) {
        for piece in pieces(pattern) {
            match piece {
                Piece::Field(key) if Field::from_key(key).is_none() => {
                    self.add(at, Flaw::UnknownField(key.to_owned()));
                }
                Piece::Open(_) => self.add(at, Flaw::OpenBrace),
                Piece::Words(_) | Piece::Field(_) => {}
            }
        }
    }

    fn pair(&mut self, at: Part, pair: &Pair) {
        self.words(at, &pair.label);
        self.pattern(at, &pair.value);
        if pair.share == 0 {
            self.add(at, Flaw::NoShare);
        }
    }

    fn looks(&mut self, layout: &Layout) {
        let looks = &layout.looks;
        if looks.font.trim().is_empty() || looks.title_font.trim().is_empty() {
            self.add(Part::Looks, Flaw::NoFont);
        }
        let sizes = [(looks.title_size, 8.0, 36.0), (looks.text_size, 6.0, 20.0)];
        let heights = [(looks.row_height, 10.0, 100.0), (looks.head_height, 10.0, 200.0)];
        for (have, least, most) in sizes.into_iter().chain(heights) {
            // not `<`: a NaN is out of range too
            if !(least..=most).contains(&have) {
                self.add(Part::Looks, Flaw::Size { have, least, most });
            }
        }
    }

    fn columns(&mut self, layout: &Layout) {
        let have = layout.columns.len();
        if have == 0 {
            self.add(Part::Whole, Flaw::NoColumns);
        }
        if have > COLUMNS {
            self.add(Part::Whole, Flaw::Columns { have, most: COLUMNS });
        }
        let mut sessions = 0;
        for (index, column) in layout.columns.iter().enumerate() {
            let at = Part::Column(index);
            self.words(at, &column.label);
            if !(1.0..=WIDTH).contains(&column.width) {
                self.add(at, Flaw::Width { have: column.width, most: WIDTH });
            }
            match (column.kind, column.source) {
                (Kind::Sign, Fact::Blank) | (Kind::Text, _) => {}
                (Kind::Sign, _) => self.add(at, Flaw::SignHasSource),
                (Kind::Integer | Kind::Hours | Kind::Date, Fact::Blank) => self.add(at, Flaw::BlankHasKind),
                (_, fact) if fact.must_be_text() => self.add(at, Flaw::MustBeText(fact)),
                (_, Fact::Sessions) => self.add(at, Flaw::SessionsKind),
                _ => {}
            }
            sessions += usize::from(column.source == Fact::Sessions);
            for (n, code) in column.codes.iter().enumerate() {
                if column.codes.iter().take(n).any(|earlier| earlier.value == code.value) {
                    self.add(at, Flaw::CodeTwice(code.value.clone()));
                }
            }
        }
        if sessions > 1 {
            self.add(Part::Whole, Flaw::SessionsTwice);
        }
        if sessions > 0 && layout.rows_per == super::RowsPer::Day {
            self.add(Part::Whole, Flaw::SessionsPerDay);
        }
        let sum: f64 = layout.columns.iter().map(|column| column.width + PADDING).sum();
        let percent = (100.0 * page_width(layout.orientation) / sum.max(1.0)) as u32;
        if percent < LEAST_PERCENT {
            self.add(Part::Whole, Flaw::TooWide { percent, least: LEAST_PERCENT });
        }
    }
}
