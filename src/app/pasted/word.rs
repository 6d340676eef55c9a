//! One cell of somebody else's spreadsheet as a mark: the only parser of words of attendance. Every character must be
//! understood; what is not whole is never a mark.

use crate::domain::hours::Minutes;
use crate::domain::mark::{LeaveKind, Mark};
use crate::text::mark_words::{WORDS, Word};
use unicode_normalization::UnicodeNormalization;

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// Nothing: the cell of the roll stays as it is.
    Nothing,
    Mark(Mark),
    /// Late or early, and by how much is not said.
    NoMinutes,
    Unknown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    Word(Word),
    Number(u16),
}

/// Reads what a cell says: the words of the roll in both languages, the usual signs, `1` for present.
pub(super) fn said(text: &str) -> Said {
    let plain: String = text.nfkc().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace()).collect();
    if plain.is_empty() {
        return Said::Nothing;
    }
    let Some(mut pieces) = pieces(&plain) else { return Said::Unknown };
    pieces.retain(|piece| *piece != Piece::Word(Word::Filler));
    match pieces.as_slice() {
        [Piece::Number(1)] => Said::Mark(Mark::PRESENT),
        [Piece::Word(word)] => alone(*word),
        [Piece::Word(Word::Late), Piece::Number(late)] => present(*late, 0),
        [Piece::Word(Word::Early), Piece::Number(early)] => present(0, *early),
        [Piece::Word(Word::Late), Piece::Number(late), Piece::Word(Word::Early), Piece::Number(early)]
        | [Piece::Word(Word::Early), Piece::Number(early), Piece::Word(Word::Late), Piece::Number(late)]
            if *late > 0 && *early > 0 =>
        {
            present(*late, *early)
        }
        _ => Said::Unknown,
    }
}

const fn alone(word: Word) -> Said {
    match word {
        Word::Present => Said::Mark(Mark::PRESENT),
        Word::Late | Word::Early => Said::NoMinutes,
        Word::Sick => Said::Mark(Mark::Leave(LeaveKind::Sick)),
        Word::Personal => Said::Mark(Mark::Leave(LeaveKind::Personal)),
        Word::Absent => Said::Mark(Mark::Absent),
        Word::NotTaken => Said::Mark(Mark::Cleared),
        Word::Filler => Said::Unknown,
    }
}

fn present(late: u16, early: u16) -> Said {
    match Minutes::new(late).zip(Minutes::new(early)) {
        Some((late, early)) if late.is_none() && early.is_none() => Said::NoMinutes,
        Some((late, early)) => Said::Mark(Mark::Present { late, early }),
        None => Said::Unknown,
    }
}

/// Words and numbers, the longest word first; `None` if anything is left over.
fn pieces(text: &str) -> Option<Vec<Piece>> {
    let mut rest = text;
    let mut pieces = Vec::new();
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            let (number, after) = rest.split_at_checked(digits)?;
            pieces.push(Piece::Number(number.parse().ok()?));
            rest = after;
            continue;
        }
        let (word, said) =
            WORDS.iter().filter(|(word, _)| rest.starts_with(word)).max_by_key(|(word, _)| word.len())?;
        pieces.push(Piece::Word(*said));
        rest = rest.strip_prefix(word)?;
    }
    Some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, common, roll};
    use proptest::prelude::*;

    fn marks() -> impl Strategy<Value = Mark> {
        let minutes = || (0_u16..=1440).prop_map(|minutes| Minutes::new(minutes).unwrap());
        prop_oneof![
            (minutes(), minutes()).prop_map(|(late, early)| Mark::Present { late, early }),
            Just(Mark::Leave(LeaveKind::Sick)),
            Just(Mark::Leave(LeaveKind::Personal)),
            Just(Mark::Absent),
            Just(Mark::Cleared),
        ]
    }

    #[test]
    fn the_usual_words_and_signs_are_understood() {
        let late = |minutes| Mark::Present { late: Minutes::new(minutes).unwrap(), early: Minutes::ZERO };
        for text in ["到", "出勤", "√", "1", "１", " 到 ", "Present", "✓", "到 *"] {
            assert_eq!(said(text), Said::Mark(Mark::PRESENT), "{text}");
        }
        for text in ["迟到17分", "迟 17分", "迟17", "迟到１７分钟", "late 17", "Late 17 min", "迟到：17"]
        {
            assert_eq!(said(text), Said::Mark(late(17)), "{text}");
        }
        for text in ["缺", "缺勤", "旷课", "×", "x", "absent", "未到"] {
            assert_eq!(said(text), Said::Mark(Mark::Absent), "{text}");
        }
        for text in ["假", "病假", "请假", "sick"] {
            assert_eq!(said(text), Said::Mark(Mark::Leave(LeaveKind::Sick)), "{text}");
        }
        assert_eq!(said("事假"), Said::Mark(Mark::Leave(LeaveKind::Personal)));
        for text in ["迟到", "早退", "late", "迟0"] {
            assert_eq!(said(text), Said::NoMinutes, "{text}");
        }
        for text in ["", " ", "\u{3000}"] {
            assert_eq!(said(text), Said::Nothing);
        }
    }

    #[test]
    fn what_is_not_whole_is_no_mark() {
        for text in [
            "没到",
            "不到",
            "0",
            "2",
            "11",
            "到缺",
            "迟到迟到",
            "迟到5分缺",
            "5迟到",
            "-",
            "*",
            "。",
            "：",
            "到了吗",
            "王建国",
        ] {
            assert_eq!(said(text), Said::Unknown, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_the_program_prints_reads_back(mark in marks(), zh in any::<bool>()) {
            let lang = if zh { Lang::Zh } else { Lang::En };
            prop_assert_eq!(said(&roll::said(lang, mark)), Said::Mark(mark));
            prop_assert_eq!(said(&common::mark(lang, mark)), Said::Mark(mark));
        }

        #[test]
        fn a_stranger_among_the_characters_makes_it_no_mark(mark in marks(), at in 0_usize..9, c in "[的了ßqz?#]") {
            let mut text: Vec<char> = roll::said(Lang::Zh, mark).chars().collect();
            text.insert(at.min(text.len()), c.chars().next().unwrap());
            let text: String = text.into_iter().collect();
            prop_assert_eq!(said(&text), Said::Unknown);
        }

        #[test]
        fn nothing_breaks_it(text in "\\PC{0,20}") {
            let _ = said(&text);
        }
    }
}
