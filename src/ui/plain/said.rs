//! What a line means that somebody wrote in plain mode. Knows no page.

use crate::ui::key::Key;
use unicode_normalization::UnicodeNormalization;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    Nothing,
    /// `?`
    List,
    /// `??`
    All,
    /// `=`
    Again,
    /// `3`: the nth verb of the list, where digits have no meaning of their own.
    Number(usize),
    /// `=3`: the nth verb of the list.
    Nth(usize),
    /// `#3`: the nth thing on the page.
    Item(usize),
    /// `=F8`, `=Down Enter`
    Keys(Vec<Key>),
    /// `=Export`
    Name(String),
    Text(String),
}

/// Before something that is not to be taken for a number or a sign.
const QUOTES: [char; 6] = ['"', '\'', '\u{201C}', '\u{201D}', '\u{2018}', '\u{2019}'];

impl Said {
    /// `in_field`: bare digits are text there, for that is how phone numbers are written.
    pub(super) fn read(line: &str, in_field: bool) -> Self {
        let line = line.trim_end_matches(['\r', '\n']);
        if line.trim().is_empty() {
            return Self::Nothing;
        }
        if let Some(text) = line.strip_prefix(QUOTES) {
            return Self::Text(text.to_owned());
        }
        let plain: String = line.trim().nfkc().collect();
        match plain.as_str() {
            "?" => return Self::List,
            "??" => return Self::All,
            "=" => return Self::Again,
            _ => {}
        }
        if let Some(n) = plain.strip_prefix('#').and_then(number) {
            return Self::Item(n);
        }
        if let Some(rest) = plain.strip_prefix('=') {
            return Self::command(rest.trim());
        }
        match number(&plain) {
            Some(n) if !in_field => Self::Number(n),
            _ => Self::Text(line.to_owned()),
        }
    }

    fn command(rest: &str) -> Self {
        if let Some(n) = number(rest) {
            return Self::Nth(n);
        }
        let keys: Option<Vec<Key>> = rest.split_whitespace().map(Key::parse).collect();
        keys.filter(|keys| !keys.is_empty()).map_or_else(|| Self::Name(rest.to_owned()), Self::Keys)
    }
}

/// A short run of digits; a longer one is somebody's number.
fn number(text: &str) -> Option<usize> {
    let is_short = text.len() <= 4 && !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    if is_short { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_tell_verbs_keys_and_text_apart() {
        let read = |line| Said::read(line, false);
        assert_eq!(read("  "), Said::Nothing);
        assert_eq!(read("？\r\n"), Said::List);
        assert_eq!(read("12"), Said::Number(12));
        assert_eq!(read("＃3"), Said::Item(3));
        assert_eq!(read("=F8"), Said::Keys(vec![Key::F(8)]));
        assert_eq!(read("=下 Enter"), Said::Keys(vec![Key::Down, Key::Enter]));
        assert_eq!(read("=3"), Said::Nth(3));
        assert_eq!(read("＝"), Said::Again);
        assert_eq!(read("？？"), Said::All);
        assert_eq!(read("=导出"), Said::Name("导出".into()));
        assert_eq!(read("“2"), Said::Text("2".into()));
        assert_eq!(read(".03"), Said::Text(".03".into()));
        assert_eq!(read("13800138000"), Said::Text("13800138000".into()));
        assert_eq!(Said::read("2026", true), Said::Text("2026".into()));
        assert_eq!(Said::read("=4", true), Said::Nth(4));
    }
}
