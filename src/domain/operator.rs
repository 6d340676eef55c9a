//! Who works at the desk: what each role may do, the PIN one signs in with, and how long wrong tries keep one out.
//! Knows neither the file nor how a PIN is kept.

use std::time::Duration;

/// Who acts before anybody gave a name. On file it is this key; whoever shows it says the role instead.
pub const NAMELESS: &str = "desk";

/// What an operator is at this centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Front desk.
    Desk,
    Instructor,
    /// Head of the centre.
    Head,
    /// Reads everything and changes nothing.
    Auditor,
    /// The program itself; nobody signs in as it.
    System,
}

/// What a role may or may not do. Reading is free to everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Right {
    /// Records of people and their enrolments.
    People,
    /// Classes and their timetables.
    Classes,
    /// The rolls of one's own classes, of today and to come.
    OwnRolls,
    /// The rolls of any class.
    AnyRoll,
    /// Corrections of past days: the office layer.
    PastDays,
    /// Sheets of one's own classes, that leave the program.
    Export,
    /// Sheets of any class, and copies of the whole file.
    AnySheet,
    /// How the screen looks and speaks: whoever sits before it.
    Looks,
    /// Settings, operators, restoring.
    Manage,
}

impl Right {
    pub const ALL: [Self; 9] = [
        Self::People,
        Self::Classes,
        Self::OwnRolls,
        Self::AnyRoll,
        Self::PastDays,
        Self::Export,
        Self::AnySheet,
        Self::Looks,
        Self::Manage,
    ];
}

impl Role {
    /// Roles that a person can have, in the order of a list.
    pub const PEOPLE: [Self; 4] = [Self::Desk, Self::Instructor, Self::Head, Self::Auditor];

    /// The one table of rights.
    pub const fn may(self, right: Right) -> bool {
        match self {
            Self::Head => true,
            Self::Desk => !matches!(right, Right::Manage),
            Self::Instructor => matches!(right, Right::OwnRolls | Right::Export | Right::Looks),
            Self::Auditor => matches!(right, Right::Export | Right::AnySheet | Right::Looks),
            Self::System => false,
        }
    }

    /// As the file and the command line write it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Instructor => "instructor",
            Self::Head => "head",
            Self::Auditor => "auditor",
            Self::System => "system",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::PEOPLE.into_iter().chain([Self::System]).find(|role| role.key() == key)
    }
}

/// Digits of a PIN.
pub const PIN_DIGITS: usize = 6;

/// Six digits. It keeps colleagues apart, never a thief from the file: all there are can be tried in hours.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin([u8; PIN_DIGITS]);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PinFault {
    #[error("a PIN is six digits")]
    Digits,
    /// Among the first that anybody would try.
    #[error("a PIN that is easily guessed")]
    Simple,
}

impl Pin {
    /// Reads six digits, full-width ones too.
    pub fn parse(text: &str) -> Result<Self, PinFault> {
        let digits: Vec<u8> = super::written::code(text).bytes().collect();
        let digits: [u8; PIN_DIGITS] = digits.try_into().map_err(|_| PinFault::Digits)?;
        if digits.iter().all(u8::is_ascii_digit) { Ok(Self(digits)) } else { Err(PinFault::Digits) }
    }

    /// Reads a PIN that somebody wants to have; one that is easily guessed is refused.
    pub fn choose(text: &str) -> Result<Self, PinFault> {
        let pin = Self::parse(text)?;
        if pin.is_simple() { Err(PinFault::Simple) } else { Ok(pin) }
    }

    /// Equal steps (`000000`, `123456`, `864208`), or a pair or a group of three said again (`121212`, `123123`).
    fn is_simple(&self) -> bool {
        let repeats = |period: usize| self.0.iter().zip(self.0.iter().skip(period)).all(|(a, b)| a == b);
        let step = |(a, b): (&u8, &u8)| (b + 10 - a) % 10;
        let mut steps = self.0.iter().zip(self.0.iter().skip(1)).map(step);
        let first = steps.next();
        steps.all(|step| Some(step) == first) || repeats(2) || repeats(3)
    }

    /// For whoever keeps it as a hash.
    pub const fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// A PIN never stands in a log.
impl std::fmt::Debug for Pin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pin(******)")
    }
}

/// Wrong tries since one last got in, and the wait that each from there on brings.
const STEPS: [(u32, Duration); 3] =
    [(3, Duration::from_secs(30)), (5, Duration::from_secs(5 * 60)), (8, Duration::from_secs(30 * 60))];

/// How long so many wrong tries in a row keep one out, counted from the last.
pub fn wait_after(wrong: u32) -> Duration {
    STEPS.iter().rev().find(|(from, _)| wrong >= *from).map_or(Duration::ZERO, |(_, wait)| *wait)
}

/// Tries that are left before the first wait.
pub fn tries_left(wrong: u32) -> u32 {
    STEPS[0].0.saturating_sub(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_table_of_rights() {
        let may = |role: Role| Right::ALL.into_iter().filter(|right| role.may(*right)).collect::<Vec<_>>();
        assert_eq!(may(Role::Head), Right::ALL);
        assert_eq!(may(Role::Desk).len(), Right::ALL.len() - 1);
        assert!(!Role::Desk.may(Right::Manage));
        assert_eq!(may(Role::Instructor), [Right::OwnRolls, Right::Export, Right::Looks]);
        assert_eq!(may(Role::Auditor), [Right::Export, Right::AnySheet, Right::Looks]);
        assert_eq!(may(Role::System), []);
    }

    #[test]
    fn roles_read_back() {
        for role in Role::PEOPLE.into_iter().chain([Role::System]) {
            assert_eq!(Role::from_key(role.key()), Some(role));
        }
        assert_eq!(Role::from_key("king"), None);
    }

    #[test]
    fn what_anybody_would_try_first_is_refused() {
        for simple in
            ["000000", "999999", "123456", "654321", "890123", "135791", "121212", "909090", "123123"]
        {
            assert_eq!(Pin::choose(simple), Err(PinFault::Simple), "{simple}");
            assert!(Pin::parse(simple).is_ok(), "{simple} may be typed");
        }
        for fine in ["271828", "112358", "100000", "123457"] {
            assert!(Pin::choose(fine).is_ok(), "{fine}");
        }
    }

    proptest! {
        #[test]
        fn only_six_digits_are_a_pin(text in "\\PC{0,9}") {
            let digits: String = crate::domain::written::code(&text);
            let is_six = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit());
            prop_assert_eq!(Pin::parse(&text).is_ok(), is_six);
        }

        #[test]
        fn a_pin_is_what_was_typed_in_any_width(number in 0_u32..1_000_000) {
            let text = format!("{number:06}");
            let wide: String = text.bytes().filter_map(|b| char::from_u32(0xff10 + u32::from(b - b'0'))).collect();
            let pin = Pin::parse(&text).unwrap();
            prop_assert_eq!(&Pin::parse(&wide).unwrap(), &pin);
            prop_assert_eq!(pin.bytes(), text.as_bytes());
            let told = format!("{pin:?}");
            prop_assert!(!told.contains(&text));
        }

        #[test]
        fn one_more_wrong_try_never_waits_less(wrong in 0_u32..100) {
            prop_assert!(wait_after(wrong + 1) >= wait_after(wrong));
            prop_assert_eq!(wait_after(wrong).is_zero(), tries_left(wrong) > 0);
        }
    }
}
