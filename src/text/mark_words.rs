//! The words of attendance as they stand in other people's spreadsheets, both languages together.

/// What a word says about a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    Present,
    /// Needs minutes.
    Late,
    /// Needs minutes.
    Early,
    Sick,
    Personal,
    Absent,
    NotTaken,
    /// Says nothing: units, signs between words.
    Filler,
}

/// Lower case, half width, without spaces. Leave of no kind is sick leave, as the key for leave has it.
pub const WORDS: &[(&str, Word)] = &[
    ("到", Word::Present),
    ("出勤", Word::Present),
    ("到课", Word::Present),
    ("已到", Word::Present),
    ("√", Word::Present),
    ("✓", Word::Present),
    ("✔", Word::Present),
    ("present", Word::Present),
    ("迟", Word::Late),
    ("迟到", Word::Late),
    ("late", Word::Late),
    ("l", Word::Late),
    ("早", Word::Early),
    ("早退", Word::Early),
    ("early", Word::Early),
    ("leftearly", Word::Early),
    ("e", Word::Early),
    ("假", Word::Sick),
    ("请假", Word::Sick),
    ("病", Word::Sick),
    ("病假", Word::Sick),
    ("假病", Word::Sick),
    ("leave", Word::Sick),
    ("sick", Word::Sick),
    ("sickleave", Word::Sick),
    ("leave,sick", Word::Sick),
    ("事", Word::Personal),
    ("事假", Word::Personal),
    ("假事", Word::Personal),
    ("personal", Word::Personal),
    ("personalleave", Word::Personal),
    ("leave,pers.", Word::Personal),
    ("leave,personal", Word::Personal),
    ("缺", Word::Absent),
    ("缺勤", Word::Absent),
    ("缺课", Word::Absent),
    ("旷课", Word::Absent),
    ("旷", Word::Absent),
    ("未到", Word::Absent),
    ("×", Word::Absent),
    ("x", Word::Absent),
    ("✗", Word::Absent),
    ("✘", Word::Absent),
    ("absent", Word::Absent),
    ("未点", Word::NotTaken),
    ("nottaken", Word::NotTaken),
    ("分", Word::Filler),
    ("分钟", Word::Filler),
    ("min", Word::Filler),
    ("mins", Word::Filler),
    ("minutes", Word::Filler),
    ("and", Word::Filler),
    ("、", Word::Filler),
    (",", Word::Filler),
    (";", Word::Filler),
    (":", Word::Filler),
    (".", Word::Filler),
    ("。", Word::Filler),
    ("*", Word::Filler),
];

/// What stands above a column instead of a name or a mark.
pub const HEADERS: &[&str] = &["姓名", "考勤", "出勤", "考勤情况", "出勤情况", "name", "mark", "attendance"];
