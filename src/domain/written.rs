//! How typed or imported text becomes comparable: one cleaning for codes, one for words.
//! Nothing here decides whether a value is right.

use unicode_normalization::UnicodeNormalization;

/// Characters that show nothing or turn the reading direction: they are taken out of data at the edge,
/// because a terminal, a spreadsheet and a bank each treat them differently.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// ID, phone, account, date, amount: half-width, upper case, without spaces, hyphens and the apostrophe
/// that spreadsheets put before a number kept as text. The ideographic full stop and comma, which NFKC leaves
/// alone, become `.` and `,`.
pub fn code(text: &str) -> String {
    text.nfkc()
        .filter(|c| {
            !c.is_whitespace() && !is_unseen(*c) && !matches!(c, '-' | '\'' | '\u{2018}' | '\u{2019}' | '`')
        })
        .map(|c| match c {
            '\u{3002}' => '.',
            '\u{3001}' => ',',
            c => c.to_ascii_uppercase(),
        })
        .collect()
}

/// Whether a number was typed with a sign before it, which [`code`] would drop like a hyphen.
pub fn has_minus(text: &str) -> bool {
    text.trim_start().starts_with(['-', '\u{2212}', '\u{ff0d}'])
}

/// `1.40999E+17`: what a spreadsheet shows of a number too long for it. Digits, perhaps a point, `E`, perhaps `+`,
/// digits; wide forms come from input methods.
pub fn is_scientific(text: &str) -> bool {
    let plain: String = text.trim().trim_start_matches('\'').nfkc().collect();
    let Some((digits, power)) = plain.split_once(['E', 'e']) else { return false };
    let power = power.strip_prefix('+').unwrap_or(power);
    let only_digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    only_digits(power) && only_digits(&digits.replacen('.', "", 1))
}

/// Free text on one line: NFC, unseen characters out, white space to single spaces.
pub fn line(text: &str) -> String {
    let shown: String =
        text.nfc().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !is_unseen(*c)).collect();
    shown.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a character is written without spaces to its neighbours: hanzi of any plane.
pub fn is_hanzi(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{3005}' | '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_half_width_and_bare() {
        assert_eq!(code(" １３８-0000 ００００ｘ"), "13800000000X");
        assert_eq!(code("'140999200004149696"), "140999200004149696");
        assert_eq!(code("2026。09。07"), "2026.09.07");
    }

    #[test]
    fn what_a_spreadsheet_shows_of_a_long_number_is_known() {
        for shown in ["1.40999E+17", "1.40999e17", "'１.40999Ｅ+17", " 1E+17 ", "1.4E+017"] {
            assert!(is_scientific(shown), "{shown}");
        }
        for other in
            ["", "E", "1.4E", "E17", "1.4.0E+17", "infE2", "1.4E-17", "3-2E5", "14099919920229002X", "QZE01"]
        {
            assert!(!is_scientific(other), "{other}");
        }
    }

    #[test]
    fn lines_lose_what_cannot_be_seen() {
        assert_eq!(line(" 忻府区\u{200b}\t兰村乡\u{202e} "), "忻府区 兰村乡");
    }
}
