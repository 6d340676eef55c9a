//! A course (培训项目): an occupation by edition and code, at a level. Codes collide between editions of the
//! 职业分类大典, so an occupation is its edition and its code together.

use super::hours::ClassHours;

/// Skill level. A smaller number is a higher level, so levels have no order here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Level {
    /// 五级, 初级工.
    L5,
    L4,
    L3,
    L2,
    /// 一级, 高级技师.
    L1,
}

impl Level {
    pub fn from_number(number: u8) -> Option<Self> {
        match number {
            5 => Some(Self::L5),
            4 => Some(Self::L4),
            3 => Some(Self::L3),
            2 => Some(Self::L2),
            1 => Some(Self::L1),
            _ => None,
        }
    }

    pub const fn number(self) -> u8 {
        match self {
            Self::L5 => 5,
            Self::L4 => 4,
            Self::L3 => 3,
            Self::L2 => 2,
            Self::L1 => 1,
        }
    }
}

/// Names a course of the catalogue, once per level: `2022/6-29-01-01/5`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CourseKey(pub String);

/// One line of the catalogue, with its names in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    pub key: CourseKey,
    pub zh: String,
    pub en: String,
    pub level: Option<Level>,
    /// Edition of the occupation code, empty for courses without an occupation.
    pub edition: String,
    pub occupation_code: String,
    /// Keys of training lines (培训方式), at least one.
    pub lines: Vec<String>,
    /// Key of the field.
    pub field: String,
    /// Required class hours where a source gives them.
    pub hours: Option<ClassHours>,
    /// Where the hours come from.
    pub hours_source: String,
}
