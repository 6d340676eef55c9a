//! Which column means what. Every roster spells its header differently (forms.md 2.2), so labels are matched
//! by synonym, never by position; the synonyms are data in `assets/sheets/synonyms.toml`.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization as _;

use super::cell::{Row, Table};
use super::fault::{SheetFault, Spot, What};

macro_rules! concepts {
    ($($name:ident = $key:literal),+ $(,)?) => {
        /// What a column of a roster can be about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Concept { $($name),+ }

        impl Concept {
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// As in `synonyms.toml`.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }
        }
    };
}

concepts! {
    Seq = "seq",
    Name = "name",
    IdNumber = "id_number",
    IdKind = "id_kind",
    Sex = "sex",
    Nation = "nation",
    Education = "education",
    Phone = "phone",
    Address = "address",
    HukouKind = "hukou_kind",
    HukouPlace = "hukou_place",
    Category = "category",
    Employer = "employer",
    BankHolder = "bank_holder",
    Bank = "bank",
    BankAccount = "bank_account",
    Remarks = "remarks",
}

/// Without these two a row names nobody.
pub const NEEDED: [Concept; 2] = [Concept::Name, Concept::IdNumber];

impl Concept {
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|concept| concept.key() == key)
    }
}

/// Labels by their bare form. The first concept to claim a label keeps it.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    labels: HashMap<String, Concept>,
    hints: Vec<String>,
}

impl Synonyms {
    /// `hints` are words that stand in brackets behind a label and say nothing of its meaning.
    pub fn new(hints: Vec<String>) -> Self {
        Self { labels: HashMap::new(), hints }
    }

    /// The concept that has this label already, if it is another one.
    pub fn add(&mut self, concept: Concept, label: &str) -> Option<Concept> {
        let owner = *self.labels.entry(bare(label)).or_insert(concept);
        (owner != concept).then_some(owner)
    }

    pub fn concept(&self, label: &str) -> Option<Concept> {
        self.labels.get(&bare(label)).or_else(|| self.labels.get(&bare(&self.unhinted(label)))).copied()
    }

    fn unhinted(&self, label: &str) -> String {
        let mut kept = String::new();
        let mut rest = label;
        while let Some((before, after)) = rest.split_once(OPENING) {
            let Some((inside, behind)) = after.split_once(CLOSING) else { break };
            kept.push_str(before);
            if !self.hints.iter().any(|hint| bare(hint) == bare(inside)) {
                kept.push_str(inside);
            }
            rest = behind;
        }
        kept.push_str(rest);
        kept
    }
}

const OPENING: [char; 6] = ['(', '（', '[', '【', '〔', '［'];
const CLOSING: [char; 6] = [')', '）', ']', '】', '〕', '］'];

/// Wide letters narrowed, letters small, without white space, brackets, stars and colons: `＊姓　名：` is the
/// label 姓名.
fn bare(label: &str) -> String {
    let dropped = |c: char| {
        let mark = matches!(c, '*' | ':' | '：' | '/' | '、' | '\u{200b}' | '\u{feff}' | '_' | '-' | '.');
        c.is_whitespace() || c.is_control() || mark || OPENING.contains(&c) || CLOSING.contains(&c)
    };
    label.nfkc().filter(|c| !dropped(*c)).flat_map(char::to_lowercase).collect()
}

/// The header row and its columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Head {
    /// Place in `Table::rows`; data starts behind it.
    pub index: usize,
    /// As the spreadsheet shows it.
    pub row: u32,
    pub columns: Vec<(Concept, usize)>,
    /// Labels nobody knows, with their columns: shown to the clerk, not a fault.
    pub unknown: Vec<(usize, String)>,
}

impl Head {
    pub fn column(&self, concept: Concept) -> Option<usize> {
        self.columns.iter().find(|(known, _)| *known == concept).map(|(_, column)| *column)
    }

    /// The rows below the header.
    pub fn data<'t>(&self, table: &'t Table) -> impl Iterator<Item = &'t Row> + use<'t> {
        table.rows.iter().skip(self.index + 1).filter(|row| !row.is_empty())
    }
}

/// The first row that holds anything is the header. A search through ten rows by score would begin here: it
/// asks `name_columns` for each and takes the best.
pub fn find_head(table: &Table, synonyms: &Synonyms) -> Result<Head, SheetFault> {
    let first = table.rows.iter().position(|row| !row.is_empty());
    let Some((index, row)) = first.and_then(|index| Some((index, table.rows.get(index)?))) else {
        return Err(What::Empty.at(Spot::sheet(&table.sheet)));
    };
    name_columns(&table.sheet, index, row, synonyms)
}

fn name_columns(sheet: &str, index: usize, row: &Row, synonyms: &Synonyms) -> Result<Head, SheetFault> {
    let mut head = Head { index, row: row.number, ..Head::default() };
    for (column, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let label = cell.text();
        let Some(concept) = synonyms.concept(&label) else {
            head.unknown.push((column, label.trim().to_owned()));
            continue;
        };
        if let Some(first) = head.column(concept) {
            let (first, second) = (first as u32, column as u32);
            return Err(What::Twice { concept, first, second }.at(Spot::cell(sheet, row.number, second)));
        }
        head.columns.push((concept, column));
    }
    let missing: Vec<_> = NEEDED.into_iter().filter(|concept| head.column(*concept).is_none()).collect();
    if missing.is_empty() {
        return Ok(head);
    }
    let texts = row.cells.iter().filter(|cell| !cell.is_empty()).map(|cell| cell.text().trim().to_owned());
    Err(What::NoHead { found: texts.collect(), missing }.at(Spot::row(sheet, row.number)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::cell::Cell;

    fn synonyms() -> Synonyms {
        let mut synonyms = Synonyms::new(vec!["必填".into()]);
        for (concept, label) in
            [(Concept::Name, "姓名"), (Concept::IdNumber, "身份证号"), (Concept::BankHolder, "户名")]
        {
            assert_eq!(synonyms.add(concept, label), None);
        }
        synonyms
    }

    fn table(labels: &[&str]) -> Table {
        let cells = labels.iter().map(|label| Cell::Text((*label).into())).collect();
        Table { sheet: "名单".into(), rows: vec![Row { number: 3, cells }], ..Table::default() }
    }

    #[test]
    fn labels_are_met_loosely() {
        let head = find_head(&table(&["＊姓　名：", "乡镇", "身份证号\n（必填）"]), &synonyms()).unwrap();
        assert_eq!(head.columns, [(Concept::Name, 0), (Concept::IdNumber, 2)]);
        assert_eq!(head.unknown, [(1, "乡镇".to_owned())]);
        assert_eq!((head.row, head.index), (3, 0));
    }

    #[test]
    fn the_last_four_digits_are_no_id_number() {
        let fault = find_head(&table(&["姓名", "身份证号(后四位)"]), &synonyms()).unwrap_err();
        let found = vec!["姓名".to_owned(), "身份证号(后四位)".to_owned()];
        assert_eq!(fault.what, What::NoHead { found, missing: vec![Concept::IdNumber] });
        assert_eq!(fault.at.row, Some(3));
    }

    #[test]
    fn two_columns_for_one_concept_are_a_fault() {
        let fault = find_head(&table(&["姓名", "身份证号", "姓 名"]), &synonyms()).unwrap_err();
        assert_eq!(fault.what, What::Twice { concept: Concept::Name, first: 0, second: 2 });
        assert_eq!(fault.at.column, Some(2));
    }

    #[test]
    fn a_label_belongs_to_one_concept() {
        assert_eq!(synonyms().add(Concept::Sex, " 姓名 "), Some(Concept::Name));
    }
}
