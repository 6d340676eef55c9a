//! A bank account. Old passbooks fail the Luhn check: it is doubted, never refused.

use super::written::code;

/// Digits of an account, cleaned, at most 32.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct BankAccount(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountDoubt {
    /// Not digits only.
    Form,
    /// Debit cards have 16 to 19 digits.
    Length(usize),
    Luhn,
}

/// Debug output ends in logs and panics, so it is masked.
impl std::fmt::Debug for BankAccount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BankAccount({})", self.masked())
    }
}

impl BankAccount {
    /// `None` for an empty field.
    pub fn read(text: &str) -> Option<Self> {
        let cleaned: String = code(text).chars().take(32).collect();
        (!cleaned.is_empty()).then_some(Self(cleaned))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn doubt(&self) -> Option<AccountDoubt> {
        if !self.0.bytes().all(|b| b.is_ascii_digit()) {
            return Some(AccountDoubt::Form);
        }
        let digits: Vec<u8> = self.0.bytes().map(|b| b - b'0').collect();
        match digits.len() {
            16..=19 => (!luhn(&digits)).then_some(AccountDoubt::Luhn),
            n => Some(AccountDoubt::Length(n)),
        }
    }

    /// The last four only.
    pub fn masked(&self) -> String {
        super::phone::mask(&self.0, 0, 4)
    }
}

/// Whether the last digit checks the others, ISO/IEC 7812-1.
pub(super) fn luhn(digits: &[u8]) -> bool {
    luhn_sum(digits.iter().rev().enumerate()) % 10 == 0
}

/// The digit that makes `digits` followed by it pass.
pub(super) fn luhn_digit(digits: &[u8]) -> u8 {
    let sum = luhn_sum(digits.iter().rev().enumerate().map(|(at, d)| (at + 1, d)));
    u8::try_from((10 - sum % 10) % 10).unwrap_or_default()
}

fn luhn_sum<'a>(digits: impl Iterator<Item = (usize, &'a u8)>) -> u32 {
    digits
        .map(|(at, digit)| match (at % 2, u32::from(*digit)) {
            (0, digit) => digit,
            (_, digit) if digit > 4 => digit * 2 - 9,
            (_, digit) => digit * 2,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_vectors() {
        for good in ["4111111111111111", "6200000000000005", "6205500000000000004"] {
            assert_eq!(BankAccount::read(good).unwrap().doubt(), None, "{good}");
        }
        for bad in ["6200000000000006", "6222021234567890123"] {
            assert_eq!(BankAccount::read(bad).unwrap().doubt(), Some(AccountDoubt::Luhn), "{bad}");
        }
        assert_eq!(BankAccount::read("622202").unwrap().doubt(), Some(AccountDoubt::Length(6)));
        assert_eq!(BankAccount::read("6205 5000 0000 0000 004").unwrap().masked(), "***************0004");
    }
}
