//! A telephone number. A wrong one is kept and doubted: it never keeps a person out of a class.

use super::written::code;

/// Digits as typed, cleaned, at most 20 characters; perhaps not a mobile number.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneDoubt {
    Missing,
    /// Not eleven digits: how many there are.
    Length(usize),
    /// Eleven digits that no mobile number begins with, or other characters.
    Form,
}

/// Debug output ends in logs and panics, so it is masked.
impl std::fmt::Debug for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Phone({})", self.masked())
    }
}

impl Phone {
    /// `None` for an empty field.
    pub fn read(text: &str) -> Option<Self> {
        let cleaned = code(text);
        let cleaned = cleaned.strip_prefix("+86").unwrap_or(&cleaned);
        (!cleaned.is_empty()).then(|| Self(cleaned.chars().take(20).collect()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Mobile numbers are `1[3-9]` and nine more digits.
    pub fn doubt(&self) -> Option<PhoneDoubt> {
        let bytes = self.0.as_bytes();
        if !bytes.iter().all(u8::is_ascii_digit) {
            return Some(PhoneDoubt::Form);
        }
        match bytes {
            [b'1', b'3'..=b'9', ..] if bytes.len() == 11 => None,
            _ if bytes.len() == 11 => Some(PhoneDoubt::Form),
            _ => Some(PhoneDoubt::Length(bytes.len())),
        }
    }

    /// `138****5678`, for every list.
    pub fn masked(&self) -> String {
        mask(&self.0, 3, 4)
    }
}

/// The first and last characters with stars between; all stars when nothing could stay hidden otherwise.
pub fn mask(text: &str, first: usize, last: usize) -> String {
    let count = text.chars().count();
    if count <= first + last {
        return "*".repeat(count);
    }
    let kept = |(at, c): (usize, char)| if at < first || at >= count - last { c } else { '*' };
    text.chars().enumerate().map(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_doubted_never_lost() {
        assert_eq!(Phone::read("１８０７０１４１６９０").unwrap().doubt(), None);
        assert_eq!(Phone::read("+86 138-0000-0000").unwrap().as_str(), "13800000000");
        assert_eq!(Phone::read("181829018").unwrap().doubt(), Some(PhoneDoubt::Length(9)));
        assert_eq!(Phone::read("12800000000").unwrap().doubt(), Some(PhoneDoubt::Form));
        assert_eq!(Phone::read("  "), None);
    }

    #[test]
    fn a_mask_never_shows_all() {
        assert_eq!(Phone::read("13800005678").unwrap().masked(), "138****5678");
        assert_eq!(mask("1234567", 3, 4), "*******");
    }
}
