//! Characters that arrived together: typed fast, or from a scanner. A scan never marks anybody.

use crate::ui::key::Key;

#[derive(Debug, PartialEq, Eq)]
pub(in crate::ui::screen) enum Burst {
    /// As if typed one by one, full-width forms folded.
    Typed(Vec<char>),
    /// Neither: nothing is done.
    Unclear,
}

/// More characters than this without a letter are no series of marks.
const MARKS: usize = 4;
/// More digits than this in a row are no marks after a name either; three after a point are seat and mark.
const DIGITS: usize = 2;

pub(in crate::ui::screen) fn judge(text: &str) -> Burst {
    let chars: Vec<char> = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if let Key::Char(c) = Key::typed(c) { c } else { c })
        .collect();
    let known = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '*');
    let has_letter = chars.iter().any(|c| c.is_alphabetic());
    let is_short = has_letter || chars.contains(&'.') || chars.len() <= MARKS;
    if chars.is_empty() || !chars.iter().all(known) || !is_short || long_run(&chars, has_letter) {
        return Burst::Unclear;
    }
    Burst::Typed(chars)
}

fn long_run(chars: &[char], has_letter: bool) -> bool {
    let (mut run, mut most) = (0, if has_letter { DIGITS } else { MARKS });
    for c in chars {
        if c.is_ascii_digit() {
            run += 1;
        } else {
            run = 0;
            most = if *c == '.' { DIGITS + 1 } else { DIGITS };
        }
        if run > most {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Option<String> {
        match judge(text) {
            Burst::Typed(chars) => Some(chars.into_iter().collect()),
            _ => None,
        }
    }

    #[test]
    fn fast_fingers_are_understood() {
        for text in ["zw5", "zw5lx2", "zhangwei5", ".175", ".175.182", "55", "5zw", "张玮5"] {
            assert_eq!(typed(text).as_deref(), Some(text));
        }
        assert_eq!(typed("ｚｗ５").as_deref(), Some("zw5"));
        assert_eq!(typed("。１７").as_deref(), Some(".17"));
    }

    #[test]
    fn a_scan_is_never_a_series_of_marks() {
        for text in
            ["12345", "6901234567892", "1234567", "AB12345", "zw555", "1-2-3", "QZ/01", "14099919920229002X"]
        {
            assert_eq!(judge(text), Burst::Unclear, "{text}");
        }
    }
}
