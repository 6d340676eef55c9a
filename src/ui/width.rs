//! Text measured in terminal columns: the only place that cuts, pads and wraps what is shown.
//! Never counts chars or bytes. What a terminal cannot draw surely is replaced in `certain`.

use crate::text::marks;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Marks a cut. ASCII, because the ellipsis is two columns wide on Chinese consoles.
const CUT: &str = "..";

/// Columns of a text, by the tables that ratatui draws with.
pub fn width(text: &str) -> usize {
    text.graphemes(true).map(columns).sum()
}

/// Columns of one grapheme. Controls are never drawn, so they have none.
fn columns(grapheme: &str) -> usize {
    if grapheme.chars().any(char::is_control) { 0 } else { grapheme.width() }
}

/// The text if it fits, else its start and `..`; never wider than `cols`.
pub fn fit(text: &str, cols: usize) -> Cow<'_, str> {
    if width(text) <= cols {
        return text.into();
    }
    let mark = CUT.get(..cols.min(CUT.len())).unwrap_or_default();
    format!("{}{mark}", head(text, cols - mark.len())).into()
}

/// The longest start of a text that is not wider than `cols`.
pub fn head(text: &str, cols: usize) -> &str {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += columns(grapheme);
        if used > cols {
            return text.get(..at).unwrap_or_default();
        }
    }
    text
}

/// Exactly `cols` wide, text at the left.
pub fn pad_right(text: &str, cols: usize) -> String {
    let text = fit(text, cols);
    format!("{text}{}", spaces(cols - width(&text)))
}

/// Exactly `cols` wide, text in the middle.
pub fn centre(text: &str, cols: usize) -> String {
    let text = fit(text, cols);
    let left = (cols - width(&text)) / 2;
    pad_right(&format!("{}{text}", spaces(left)), cols)
}

fn spaces(count: usize) -> String {
    " ".repeat(count)
}

/// Chinese and Latin text in lines of at most `cols` columns. Breaks between hanzi and at spaces,
/// keeps Latin words and numbers whole while they fit, starts no line with closing punctuation.
/// A line feed in the text is a line feed on the screen; a space at a break is not drawn.
pub fn wrap(text: &str, cols: usize) -> Vec<String> {
    let cols = cols.max(2);
    text.split('\n').flat_map(|paragraph| wrap_paragraph(paragraph, cols)).collect()
}

fn wrap_paragraph(text: &str, cols: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if width(&line) + width(piece.trim_end()) <= cols {
            line.push_str(piece);
            continue;
        }
        if !line.trim_end().is_empty() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        line.clear();
        let mut rest = piece;
        while width(rest.trim_end()) > cols {
            let start = head(rest, cols);
            if start.is_empty() {
                break;
            }
            lines.push(start.to_owned());
            rest = rest.get(start.len()..).unwrap_or_default();
        }
        line.push_str(rest);
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// Runs of text with no break inside; the spaces after a run belong to it.
fn pieces(text: &str) -> Vec<&str> {
    let mut cuts = Vec::new();
    let mut before: Option<&str> = None;
    for (at, grapheme) in text.grapheme_indices(true) {
        if before.is_some_and(|before| may_break(before, grapheme)) {
            cuts.push(at);
        }
        before = Some(grapheme);
    }
    cuts.push(text.len());
    let mut from = 0;
    cuts.into_iter().filter_map(|to| text.get(std::mem::replace(&mut from, to)..to)).collect()
}

fn may_break(before: &str, after: &str) -> bool {
    let blank = |g: &str| g.chars().all(char::is_whitespace);
    if blank(after) || marks::CLOSING.contains(after) || marks::OPENING.contains(before) {
        return false;
    }
    blank(before) || columns(before) > 1 || columns(after) > 1
}

/// The text with everything replaced that terminals draw differently. Picture sequences always;
/// characters of ambiguous width only when the theme says that this terminal is not to be trusted.
pub fn certain(text: &str, distrust: bool) -> Cow<'_, str> {
    if text.is_ascii() {
        return text.into();
    }
    let mut changed = String::new();
    let mut any = false;
    for grapheme in text.graphemes(true) {
        let sure = sure(grapheme, distrust);
        any |= sure != grapheme;
        changed.push_str(&sure);
    }
    if any { changed.into() } else { text.into() }
}

fn sure(grapheme: &str, distrust: bool) -> Cow<'_, str> {
    let shown = if is_picture(grapheme) { marks::NO_PICTURE } else { grapheme };
    if !distrust || shown.is_ascii() {
        return shown.into();
    }
    if let Some((_, certain)) = marks::CERTAIN.iter().find(|(from, _)| *from == shown) {
        return (*certain).into();
    }
    if is_certain(shown) { shown.into() } else { bare(shown).into() }
}

/// Whether all terminals give this grapheme the same columns. Accented Latin, Greek and Cyrillic letters are two
/// columns wide in Chinese fonts, which the tables of `unicode-width` leave out.
fn is_certain(grapheme: &str) -> bool {
    let is_foreign = |c: char| matches!(c, '\u{A1}'..='\u{451}');
    grapheme.width() == grapheme.width_cjk() && !grapheme.chars().any(is_foreign)
}

/// A letter without its accent, a sign in its plain form; what has none cannot be shown on such a terminal.
fn bare(grapheme: &str) -> String {
    let plain: String = grapheme.nfkd().filter(|c| columns(c.encode_utf8(&mut [0; 4])) > 0).collect();
    if !plain.is_empty() && is_certain(&plain) { plain } else { marks::NO_SIGN.to_owned() }
}

/// Emoji, keycaps and anything forced to picture form. Their width is nobody's guess.
fn is_picture(grapheme: &str) -> bool {
    let mut chars = grapheme.chars();
    let first = chars.next().unwrap_or(' ');
    let joined = chars.any(|c| matches!(c, '\u{FE0F}' | '\u{20E3}' | '\u{200D}'));
    joined
        || matches!(u32::from(first), 0x1F000..=0x1FAFF | 0x2600..=0x2604 | 0x2607..=0x27BF | 0x2B50..=0x2B55)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hanzi_are_two_columns() {
        assert_eq!(width("买买提·艾力"), 11);
        assert_eq!(width("𠮷𬭎"), 4);
        assert_eq!(width("a\tb"), 2);
        assert_eq!(fit("张三丰", 5), "张..");
        assert_eq!(fit("张三丰", 6), "张三丰");
        assert_eq!(fit("张三", 1), ".");
        assert_eq!(pad_right("张", 5), "张   ");
        assert_eq!(centre("张", 6), "  张  ");
    }

    #[test]
    fn wrapping_respects_words_and_punctuation() {
        assert_eq!(wrap("逾期不候。This is it", 10), ["逾期不候。", "This is it"]);
        assert_eq!(wrap("一二三四五，六", 10), ["一二三四", "五，六"]);
        assert_eq!(wrap("共 13800138000 号", 12), ["共", "13800138000", "号"]);
        assert_eq!(wrap("一\n\n二", 10), ["一", "", "二"]);
        assert_eq!(wrap("", 10), [""]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
    }

    #[test]
    fn uncertain_signs_are_replaced_only_on_distrust() {
        assert_eq!(certain("买买提·艾力", false), "买买提·艾力");
        assert_eq!(certain("买买提·艾力", true), "买买提・艾力");
        assert_eq!(certain("好👍🏽1️⃣", false), "好□□");
        assert_eq!(certain("好👍🏽", true), "好[]");
        assert_eq!(certain("lǜ sè é ½ α", true), "lu se e 1/2 ?");
        assert_eq!(certain("㐀︀", true), "㐀︀");
    }

    proptest! {
        #[test]
        fn nothing_uncertain_is_left(text in "[\\PC─│┌┐└┘·…—■“éα①½]{0,20}") {
            let certain = certain(&text, true);
            prop_assert_eq!(certain.width(), certain.width_cjk(), "{}", certain);
        }

        #[test]
        fn fit_never_exceeds(text in "\\PC{0,30}", cols in 0usize..20) {
            prop_assert!(width(&fit(&text, cols)) <= cols);
            prop_assert_eq!(width(&pad_right(&text, cols)), cols.max(width(&pad_right(&text, cols))).min(cols));
        }

        #[test]
        fn wrap_loses_nothing(text in "[张王李，。（）a-z0-9 ]{0,60}", cols in 2usize..24) {
            let lines = wrap(&text, cols);
            let kept: String = lines.concat().split_whitespace().collect();
            let had: String = text.split_whitespace().collect();
            prop_assert_eq!(kept, had);
            prop_assert!(lines.iter().all(|line| width(line) <= cols), "{:?}", lines);
        }
    }
}
