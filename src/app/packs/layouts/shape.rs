//! The shape of a layout file. Unknown keys are faults: a misspelt one would otherwise do nothing, silently.

use serde::{Deserialize, Deserializer, de::Error as _};
use toml::Spanned;

use super::Spots;
use crate::sheet::layout as plain;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Layout {
    key: String,
    version: u32,
    #[serde(default)]
    source: String,
    title: Spanned<Both>,
    title_over: Option<usize>,
    #[serde(deserialize_with = "paper")]
    paper: plain::Paper,
    #[serde(deserialize_with = "orientation")]
    orientation: plain::Orientation,
    #[serde(deserialize_with = "rows_per")]
    rows_per: plain::RowsPer,
    #[serde(default = "dash", deserialize_with = "dates")]
    dates: plain::Dates,
    #[serde(default = "one_block")]
    blocks: usize,
    repeat_header: bool,
    looks: Spanned<Looks>,
    #[serde(default)]
    header: Vec<Vec<Spanned<Pair>>>,
    #[serde(default, rename = "column")]
    columns: Vec<Spanned<Column>>,
    legend: Option<Spanned<Both>>,
    #[serde(default)]
    footer: Vec<Vec<Spanned<Pair>>>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Both {
    zh: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Looks {
    font: String,
    title_font: String,
    title_size: f64,
    text_size: f64,
    row_height: f64,
    head_height: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    #[serde(default)]
    label: Both,
    #[serde(default)]
    value: String,
    #[serde(default = "one")]
    share: u32,
    cells: Option<[usize; 2]>,
}

fn one() -> u32 {
    1
}

fn one_block() -> usize {
    1
}

fn dash() -> plain::Dates {
    plain::Dates::Dash
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Column {
    group: Option<Both>,
    label: Both,
    width: f64,
    #[serde(deserialize_with = "kind")]
    kind: plain::Kind,
    #[serde(deserialize_with = "fact")]
    source: plain::Fact,
    numbered: Option<usize>,
    #[serde(default)]
    codes: Vec<Code>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Code {
    value: String,
    word: Both,
}

/// Stands between a word that is not known and those that are; `fault` takes them apart again.
pub(super) const EXPECTED: &str = ": expected one of ";

macro_rules! words {
    ($($name:ident: $kind:ty),+) => {$(
        fn $name<'de, D: Deserializer<'de>>(input: D) -> Result<$kind, D::Error> {
            let key = String::deserialize(input)?;
            <$kind>::from_key(&key).ok_or_else(|| {
                let known: Vec<_> = <$kind>::ALL.iter().map(|known| known.key()).collect();
                D::Error::custom(format_args!("{key}{EXPECTED}{}", known.join(", ")))
            })
        }
    )+};
}

words! {
    paper: plain::Paper, orientation: plain::Orientation, rows_per: plain::RowsPer, dates: plain::Dates,
    kind: plain::Kind, fact: plain::Fact
}

impl Layout {
    pub(super) fn spots(&self) -> Spots {
        let starts = |lines: &[Vec<Spanned<Pair>>]| {
            lines.iter().map(|line| line.iter().map(|pair| pair.span().start).collect()).collect()
        };
        Spots {
            title: self.title.span().start,
            looks: self.looks.span().start,
            legend: self.legend.as_ref().map_or(0, |legend| legend.span().start),
            columns: self.columns.iter().map(|column| column.span().start).collect(),
            header: starts(&self.header),
            footer: starts(&self.footer),
        }
    }

    pub(super) fn into_layout(self) -> plain::Layout {
        let looks = self.looks.into_inner();
        plain::Layout {
            key: self.key,
            version: self.version,
            source: self.source,
            title: self.title.into_inner().into(),
            title_over: self.title_over,
            paper: self.paper,
            orientation: self.orientation,
            rows_per: self.rows_per,
            dates: self.dates,
            blocks: self.blocks,
            looks: plain::Looks {
                font: looks.font,
                title_font: looks.title_font,
                title_size: looks.title_size,
                text_size: looks.text_size,
                row_height: looks.row_height,
                head_height: looks.head_height,
            },
            header: pairs(self.header),
            columns: self.columns.into_iter().map(|column| column.into_inner().into()).collect(),
            legend: self.legend.map(|legend| legend.into_inner().into()),
            footer: pairs(self.footer),
            repeat_header: self.repeat_header,
        }
    }
}

fn pairs(lines: Vec<Vec<Spanned<Pair>>>) -> Vec<Vec<plain::Pair>> {
    lines.into_iter().map(|line| line.into_iter().map(|pair| pair.into_inner().into()).collect()).collect()
}

impl From<Both> for plain::Both {
    fn from(both: Both) -> Self {
        Self { zh: both.zh, en: both.en }
    }
}

impl From<Pair> for plain::Pair {
    fn from(pair: Pair) -> Self {
        Self { label: pair.label.into(), value: pair.value, share: pair.share, cells: pair.cells }
    }
}

impl From<Column> for plain::Column {
    fn from(column: Column) -> Self {
        let code = |code: Code| plain::Code { value: code.value, word: code.word.into() };
        Self {
            group: column.group.map(Into::into),
            label: column.label.into(),
            width: column.width,
            kind: column.kind,
            source: column.source,
            numbered: column.numbered,
            codes: column.codes.into_iter().map(code).collect(),
        }
    }
}
