//! The labels of foreign rosters from `assets/sheets/synonyms.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::layouts::{Slip, line_of};
use crate::sheet::head::{Concept, Synonyms};
use crate::sheet::words;
use crate::text::{Lang, sheet as t};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SynonymFault {
    pub line: usize,
    pub what: SynonymFlaw,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SynonymFlaw {
    Syntax(Slip),
    UnknownConcept(String),
    /// The label belongs to another concept already.
    Taken {
        label: String,
        owner: Concept,
    },
}

impl SynonymFault {
    pub fn text(&self, lang: Lang) -> String {
        let what = match &self.what {
            SynonymFlaw::Syntax(slip) => slip.words(lang).to_owned(),
            SynonymFlaw::UnknownConcept(have) => {
                let known: Vec<_> = Concept::ALL.iter().map(|concept| concept.key()).collect();
                t::flaw_unknown_word(lang, have, &known.join(", "))
            }
            SynonymFlaw::Taken { label, owner } => {
                t::flaw_label_taken(lang, label, words::concept(lang, *owner))
            }
        };
        format!("{}{what}", t::at_line(lang, self.line))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    hints: Vec<String>,
    labels: BTreeMap<toml::Spanned<String>, Vec<toml::Spanned<String>>>,
}

pub fn parse(text: &str) -> Result<Synonyms, SynonymFault> {
    let fault = |byte, what| SynonymFault { line: line_of(text, byte), what };
    let shape: Shape = toml::from_str(text).map_err(|error| {
        fault(error.span().map_or(0, |span| span.start), SynonymFlaw::Syntax(Slip::of(error.message())))
    })?;
    let mut synonyms = Synonyms::new(shape.hints);
    for (key, labels) in shape.labels {
        let Some(concept) = Concept::from_key(key.get_ref()) else {
            return Err(fault(key.span().start, SynonymFlaw::UnknownConcept(key.into_inner())));
        };
        for label in labels {
            if let Some(owner) = synonyms.add(concept, label.get_ref()) {
                let at = label.span().start;
                return Err(fault(at, SynonymFlaw::Taken { label: label.into_inner(), owner }));
            }
        }
    }
    Ok(synonyms)
}

/// Ours. A test reads it, so it is never empty.
pub fn builtin() -> Synonyms {
    parse(include_str!("../../../assets/sheets/synonyms.toml")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::sheet::{find_head, read_xlsx};

    #[test]
    fn ours_is_sound() {
        assert_eq!(parse(include_str!("../../../assets/sheets/synonyms.toml")).err(), None);
        for concept in Concept::ALL {
            let label = words::concept(Lang::Zh, *concept);
            assert_eq!(builtin().concept(label), Some(*concept), "{label}");
        }
    }

    #[test]
    fn both_samples_have_their_header_in_the_first_row() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sheets");
        let village = read_xlsx(&folder.join("village-list.xlsx")).unwrap();
        let head = find_head(&village, &builtin()).unwrap();
        use Concept::*;
        let columns =
            [Seq, Name, Sex, Nation, IdNumber, Education, Phone, Address, Category, Remarks].map(Some);
        for (index, concept) in columns.into_iter().flatten().enumerate() {
            assert_eq!(head.column(concept), Some(index));
        }
        assert_eq!((head.row, head.unknown.len(), head.data(&village).count()), (1, 0, 50));

        let damaged = read_xlsx(&folder.join("damaged-ids.xlsx")).unwrap();
        let head = find_head(&damaged, &builtin()).unwrap();
        assert_eq!(head.columns, [(Name, 0), (IdNumber, 1), (Phone, 2), (Education, 3), (Category, 4)]);
        let first = head.data(&damaged).next().unwrap();
        assert_eq!((first.number, first.cell(1).text().as_ref()), (2, "140999197010191079"));
    }

    #[test]
    fn faults_name_their_line() {
        let taken =
            parse("hints = []\n[labels]\nname = [\"姓名\"]\nsex = [\"性别\",\n\"姓 名\"]").unwrap_err();
        assert_eq!(taken.line, 5);
        assert_eq!(taken.what, SynonymFlaw::Taken { label: "姓 名".into(), owner: Concept::Name });
        let unknown = parse("hints = []\n[labels]\nnmae = [\"姓名\"]").unwrap_err();
        assert_eq!(unknown.text(Lang::Zh).split('，').next(), Some("第 3 行"));
        assert_eq!(unknown.what, SynonymFlaw::UnknownConcept("nmae".into()));
    }
}
