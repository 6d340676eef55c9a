//! Keys of rows, one type each, so that a class can never be passed where a trainee is meant.

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        $($(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub i64);)+
    };
}

keys!(
    /// A person; one record for life.
    TraineeId,
    /// One run of a course.
    ClassId,
    /// One lesson block of a timetable.
    SessionId,
    /// A trainee in a class.
    EnrolmentId,
    /// One line about one cell of the roll.
    MarkId,
    /// A dated category of a person.
    StatusId,
    /// Who works at the desk.
    OperatorId,
    /// Somebody who wants a seat in a full class.
    WaitingId,
    /// A dated change of a class or of a session.
    ChangeId,
    /// One line of the audit: its sequence number, from 1, without gaps.
    ActId,
);

/// What a row is called outside this file: a UUIDv7, never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Uid(pub [u8; 16]);

impl Uid {
    /// Reads the 32 hexadecimal digits that it is written as: no row number is as long.
    pub fn parse(text: &str) -> Option<Self> {
        let is_uid = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = is_uid.then(|| u128::from_str_radix(text, 16).ok()).flatten()?;
        Some(Self(number.to_be_bytes()))
    }
}

impl std::fmt::Display for Uid {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

/// A trainee's number on cards and labels: digits only, because an input method swallows letters
/// (a scanner types through it). Eight digits of the desk's counter and a Luhn digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TraineeNumber(u32);

impl TraineeNumber {
    /// The number of the `count`-th trainee of a desk, 1 to 99,999,999.
    pub fn of_count(count: u32) -> Option<Self> {
        (1..=99_999_999).contains(&count).then_some(Self(count))
    }

    /// Reads nine digits whose last one checks the others.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u8> = text.bytes().map(|b| b.wrapping_sub(b'0')).collect();
        if digits.len() != 9 || digits.iter().any(|d| *d > 9) || !super::bank::luhn(&digits) {
            return None;
        }
        let count = digits.iter().take(8).fold(0, |sum, d| sum * 10 + u32::from(*d));
        Self::of_count(count)
    }

    pub fn count(self) -> u32 {
        self.0
    }
}

impl std::fmt::Display for TraineeNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let body = format!("{:08}", self.0);
        let digits: Vec<u8> = body.bytes().map(|b| b - b'0').collect();
        write!(f, "{body}{}", super::bank::luhn_digit(&digits))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uid_reads_back_and_nothing_else_is_one() {
        let uid = Uid([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255]);
        assert_eq!(uid.to_string(), "000102030405060708090a0b0c0d0eff");
        assert_eq!(Uid::parse(&uid.to_string()), Some(uid));
        let signed = format!("+{}", "0".repeat(31));
        for other in ["", "2", "9223372036854775807", signed.as_str()] {
            assert_eq!(Uid::parse(other), None, "{other}");
        }
    }

    #[test]
    fn a_number_reads_back_and_a_slip_is_noticed() {
        for count in [1, 7, 10, 4711, 99_999_999] {
            let number = TraineeNumber::of_count(count).unwrap();
            assert_eq!(TraineeNumber::parse(&number.to_string()), Some(number));
        }
        let text = TraineeNumber::of_count(4711).unwrap().to_string();
        assert_eq!(TraineeNumber::parse(&text.replace('7', "1")), None);
        assert_eq!(TraineeNumber::parse("17"), None);
    }
}
