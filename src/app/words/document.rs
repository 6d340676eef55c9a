//! Where a number comes from, as people are told it. Our tables name a source by an id of our own notes, the document
//! and how well it was read, in Chinese and sometimes English; whoever reads the screen needs the document.

use crate::domain::written::is_hanzi;
use crate::text::{Lang, common, desk as t};

/// The documents of a source in one language; one that has a name in one language only keeps it.
pub fn document(lang: Lang, source: &str) -> String {
    let named: Vec<String> =
        source.split(';').map(|one| named(lang, one)).filter(|one| !one.is_empty()).collect();
    if named.is_empty() { t::usual_practice(lang).to_owned() } else { named.join(common::clause(lang)) }
}

fn named(lang: Lang, source: &str) -> String {
    let words = source.split_whitespace().filter(|word| !is_note(word));
    let (zh, en): (Vec<&str>, Vec<&str>) = words.partition(|word| word.chars().any(is_hanzi));
    let (ours, other) = match lang {
        Lang::Zh => (zh, en),
        Lang::En => (en, zh),
    };
    if ours.is_empty() { other.join(" ") } else { ours.join(" ") }
}

/// An id in brackets, or how well the document was read.
fn is_note(word: &str) -> bool {
    matches!(word, "F1" | "F2" | "F3" | "GK") || word.starts_with('[') && word.ends_with(']')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::codes;

    #[test]
    fn a_document_is_named_in_one_language_and_without_ids() {
        for (source, zh, en) in [
            ("[S10] 甲通知 F3", "甲通知", "甲通知"),
            ("内置规则 built-in rule", "内置规则", "built-in rule"),
            ("[S5] 甲规程; [S7] 乙发〔2022〕60号 F1", "甲规程；乙发〔2022〕60号", "甲规程; 乙发〔2022〕60号"),
            ("[F3] 旧标准 L5–L2，参考 old standard", "旧标准 L5–L2，参考", "old standard"),
            ("GK", "通行做法", "usual practice"),
        ] {
            assert_eq!([Lang::Zh, Lang::En].map(|lang| document(lang, source)), [zh, en]);
        }
    }

    #[test]
    fn no_source_of_the_catalogue_reads_like_a_key() {
        for course in codes::COURSES.iter() {
            for lang in Lang::ALL {
                let told = document(lang, &course.hours_source);
                assert!(!told.contains(['[', ']']) && !told.contains("GK"), "{told}");
            }
        }
    }
}
