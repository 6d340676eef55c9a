//! Person categories (人员类别) with their proofs: dated rows, judged on the day a class starts.
//! 财社〔2023〕181号; the audit of Xiangyang 2019 refunded statuses obtained after the class.

use chrono::NaiveDate;

/// A category of a person: a key of the status list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Category(pub String);

/// One category of one person with what proves it. Dates are days on which it holds, both included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    pub category: Category,
    /// A key of the proof list; empty when none was seen yet.
    pub proof_kind: String,
    pub proof_number: String,
    pub obtained: Option<NaiveDate>,
    pub expires: Option<NaiveDate>,
}

/// Whether a status may be relied on for a class that starts on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Proven,
    /// No proof recorded: may enrol, is to be checked.
    Unproven,
    /// The proof ended before the day.
    Expired(NaiveDate),
    /// The proof was obtained after the day.
    NotYet(NaiveDate),
}

impl Status {
    /// The number of the proof for lists: it may be the ID number itself, or that of a card.
    pub fn proof_masked(&self) -> String {
        super::phone::mask(&self.proof_number, 0, 4)
    }

    pub fn standing_on(&self, day: NaiveDate) -> Standing {
        match (self.obtained, self.expires) {
            (_, Some(expires)) if expires < day => Standing::Expired(expires),
            (Some(obtained), _) if obtained > day => Standing::NotYet(obtained),
            _ if self.proof_kind.is_empty() => Standing::Unproven,
            _ => Standing::Proven,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_judged_on_the_day_the_class_starts() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 9, d).unwrap();
        let status = Status {
            category: Category("returnee".into()),
            proof_kind: "village-certificate".into(),
            proof_number: String::new(),
            obtained: Some(day(5)),
            expires: Some(day(20)),
        };
        assert_eq!(status.standing_on(day(4)), Standing::NotYet(day(5)));
        assert_eq!(status.standing_on(day(5)), Standing::Proven);
        assert_eq!(status.standing_on(day(20)), Standing::Proven);
        assert_eq!(status.standing_on(day(21)), Standing::Expired(day(20)));
        assert_eq!(Status { proof_kind: String::new(), ..status }.standing_on(day(9)), Standing::Unproven);
    }
}
