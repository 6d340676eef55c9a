//! A rule pack (政策包): dated, local numbers, each with its source document. No number of a province stands in code.

use chrono::NaiveDate;

/// A number with the document it comes from and one line of explanation in each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sourced<T> {
    pub value: T,
    pub source: String,
    pub zh: String,
    pub en: String,
}

/// The numbers by which a class is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulePack {
    pub id: String,
    pub zh: String,
    pub en: String,
    pub valid_from: NaiveDate,
    /// SHA-256 of the file as read, in hexadecimal: what a class remembers beside the id.
    pub hash: String,
    /// Minutes of one class hour.
    pub minutes_per_hour: Sourced<u16>,
    /// Minutes late or early that cost nothing.
    pub grace_minutes: Sourced<u16>,
    /// Beyond the grace, each started block of so many minutes costs one class hour.
    pub minutes_per_lost_hour: Sourced<u16>,
    /// Attendance of a person below which a subsidy is not paid, percent.
    pub person_attendance_pct: Sourced<u32>,
    pub class_size_max: Sourced<u32>,
    pub age_min: Sourced<u32>,
    pub max_hours_per_day: Sourced<u32>,
}
