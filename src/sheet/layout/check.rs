//! What can be wrong with a layout that was read. All faults at once, each with the part that has it.

use super::{Both, Column, Fact, Field, Kind, Layout, Orientation, Pair, Piece, RowsPer, pieces};
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
        key: &'static str,
        have: f64,
        least: f64,
        most: f64,
    },
    NoFont,
    Share {
        have: u32,
        most: u32,
    },
    /// Letters of one text, its fields not yet filled in.
    Letters {
        have: usize,
        most: usize,
    },
    /// Items of one line.
    Pairs {
        have: usize,
        most: usize,
    },
    /// Neither a label nor a value.
    EmptyPair,
    /// A line whose pairs have cells of their own in part only, or none in one of them.
    MixedCells,
    CellsOut {
        have: usize,
        most: usize,
    },
    TitleOver {
        have: usize,
        least: usize,
        most: usize,
    },
    Blocks {
        have: usize,
        most: usize,
    },
    SessionsInBlocks,
    NumberedOther,
    Numbered {
        have: usize,
        most: usize,
    },
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
const BLOCKS: usize = 4;
const WIDTH: f64 = 80.0;
const SHARE: u32 = 1000;
/// The tallest row of a page shows no more than this. Spreadsheets take 32,767 letters a cell, fields filled in.
const LETTERS: usize = 1000;
/// Spreadsheets take 31 letters of a font's name.
const FONT: usize = 31;
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

/// A session column narrower than this cannot be read; below it the whole page is made smaller.
pub(crate) const NARROWEST: f64 = 2.6;

impl Flaw {
    /// The key in the file that has to be mended, where it is one.
    pub const fn key(&self) -> Option<&'static str> {
        Some(match self {
            Self::Key(_) => "key",
            Self::Version => "version",
            Self::Size { key, .. } => key,
            Self::Width { .. } => "width",
            Self::MustBeText(_) | Self::SignHasSource | Self::BlankHasKind | Self::SessionsKind => "kind",
            Self::CodeTwice(_) => "codes",
            Self::TitleOver { .. } => "title_over",
            Self::Blocks { .. } | Self::SessionsInBlocks => "blocks",
            Self::NumberedOther | Self::Numbered { .. } => "numbered",
            Self::SessionsPerDay => "rows_per",
            _ => return None,
        })
    }
}

pub fn check(layout: &Layout) -> Vec<LayoutFault> {
    let mut faults = Faults(Vec::new());
    let key_fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if layout.key.is_empty() || !layout.key.chars().all(key_fits) {
        faults.add(Part::Whole, Flaw::Key(layout.key.clone()));
    }
    if layout.version == 0 {
        faults.add(Part::Whole, Flaw::Version);
    }
    faults.words(Part::Title, &layout.title);
    faults.pattern(Part::Title, &layout.title.zh);
    faults.pattern(Part::Title, &layout.title.en);
    faults.looks(layout);
    for (line, pairs) in layout.header.iter().enumerate() {
        faults.pairs(layout, pairs, |pair| Part::Header { line, pair });
    }
    for (line, pairs) in layout.footer.iter().enumerate() {
        faults.pairs(layout, pairs, |pair| Part::Footer { line, pair });
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
        for lang in Lang::ALL {
            let text = words.get(lang);
            if text.trim().is_empty() {
                self.add(at, Flaw::NoWords(lang));
            }
            self.letters(at, text, LETTERS);
        }
    }

    fn letters(&mut self, at: Part, text: &str, most: usize) {
        let have = text.chars().count();
        if have > most {
            self.add(at, Flaw::Letters { have, most });
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

    fn pairs(&mut self, layout: &Layout, pairs: &[Pair], part: impl Fn(usize) -> Part) {
        let (placed, mut taken) = (pairs.iter().any(|pair| pair.cells.is_some()), 0_usize);
        // how many columns sessions take is known on the page only
        let most = if layout.has_sessions() {
            COLUMNS
        } else {
            layout.columns.len() * layout.blocks.clamp(1, BLOCKS)
        };
        if pairs.len() > COLUMNS {
            self.add(part(COLUMNS), Flaw::Pairs { have: pairs.len(), most: COLUMNS });
        }
        for (index, pair) in pairs.iter().enumerate() {
            let at = part(index);
            match (pair.label == Both::default(), pair.value.is_empty()) {
                (true, true) => self.add(at, Flaw::EmptyPair),
                (true, false) => {}
                (false, _) => self.words(at, &pair.label),
            }
            self.pattern(at, &pair.value);
            self.letters(at, &pair.value, LETTERS);
            if !(1..=SHARE).contains(&pair.share) {
                self.add(at, Flaw::Share { have: pair.share, most: SHARE });
            }
            let [label, value] = pair.cells.unwrap_or_default();
            taken = taken.saturating_add(label).saturating_add(value);
            if placed && (label == 0 || value == 0) {
                self.add(at, Flaw::MixedCells);
            }
            if taken > most {
                self.add(at, Flaw::CellsOut { have: taken, most });
            }
        }
    }

    fn looks(&mut self, layout: &Layout) {
        let looks = &layout.looks;
        if looks.font.trim().is_empty() || looks.title_font.trim().is_empty() {
            self.add(Part::Looks, Flaw::NoFont);
        }
        self.letters(Part::Looks, &looks.font, FONT);
        self.letters(Part::Looks, &looks.title_font, FONT);
        let sizes = [
            ("title_size", looks.title_size, 8.0, 36.0),
            ("text_size", looks.text_size, 6.0, 20.0),
            ("row_height", looks.row_height, 10.0, 100.0),
            ("head_height", looks.head_height, 10.0, 200.0),
        ];
        for (key, have, least, most) in sizes {
            // not `<`: a NaN is out of range too
            if !(least..=most).contains(&have) {
                self.add(Part::Looks, Flaw::Size { key, have, least, most });
            }
        }
    }

    fn columns(&mut self, layout: &Layout) {
        // a class without sessions would leave a page without columns
        if layout.columns.iter().all(|column| column.source == Fact::Sessions) {
            self.add(Part::Whole, Flaw::NoColumns);
        }
        for (index, column) in layout.columns.iter().enumerate() {
            self.column(Part::Column(index), column);
        }
        let sessions = layout.columns.iter().filter(|column| column.source == Fact::Sessions).count();
        if sessions > 1 {
            self.add(Part::Whole, Flaw::SessionsTwice);
        }
        if sessions > 0 && matches!(layout.rows_per, RowsPer::Day | RowsPer::HalfDay) {
            self.add(Part::Whole, Flaw::SessionsPerDay);
        }
        if sessions > 0 && layout.blocks > 1 {
            self.add(Part::Whole, Flaw::SessionsInBlocks);
        }
        if !(1..=BLOCKS).contains(&layout.blocks) {
            self.add(Part::Whole, Flaw::Blocks { have: layout.blocks, most: BLOCKS });
            return;
        }
        let count = |column: &Column| match column.source {
            Fact::Sessions => column.numbered.unwrap_or(0).min(COLUMNS),
            _ => 1,
        };
        let have = layout.columns.iter().map(count).sum::<usize>() * layout.blocks;
        if have > COLUMNS {
            self.add(Part::Whole, Flaw::Columns { have, most: COLUMNS });
        }
        if let Some(over) = layout.title_over.filter(|over| !(have..=COLUMNS).contains(over)) {
            self.add(Part::Whole, Flaw::TitleOver { have: over, least: have, most: COLUMNS });
        }
        let width = |column: &Column| match column.numbered {
            Some(count) => count as f64 * (NARROWEST + PADDING),
            None => column.width + PADDING,
        };
        let sum = layout.columns.iter().map(width).sum::<f64>() * layout.blocks as f64;
        let percent = (100.0 * page_width(layout.orientation) / sum.max(1.0)) as u32;
        if percent < LEAST_PERCENT {
            self.add(Part::Whole, Flaw::TooWide { percent, least: LEAST_PERCENT });
        }
    }

    fn column(&mut self, at: Part, column: &Column) {
        self.words(at, &column.label);
        if let Some(group) = &column.group {
            self.words(at, group);
            self.pattern(at, &group.zh);
            self.pattern(at, &group.en);
        }
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
        match (column.numbered, column.source) {
            (None, _) => {}
            (Some(have), Fact::Sessions) if (1..=COLUMNS).contains(&have) => {}
            (Some(have), Fact::Sessions) => self.add(at, Flaw::Numbered { have, most: COLUMNS }),
            (Some(_), _) => self.add(at, Flaw::NumberedOther),
        }
        for (n, code) in column.codes.iter().enumerate() {
            self.letters(at, &code.word.zh, LETTERS);
            self.letters(at, &code.word.en, LETTERS);
            if column.codes.iter().take(n).any(|earlier| earlier.value == code.value) {
                self.add(at, Flaw::CodeTwice(code.value.clone()));
            }
        }
    }
}
