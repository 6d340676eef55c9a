//! What a digit says of somebody, on every page that marks.

use crate::domain::mark::{End, Mark};

/// Minutes and the kind of leave follow from who gets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::screen) enum Wish {
    Plain(Mark),
    /// Sick; for people on sick leave, personal.
    Leave,
    /// By the clock the first time, asked when the clock cannot know or when the minutes stand already.
    End(End),
}

impl Wish {
    pub(in crate::ui::screen) const fn of(digit: char) -> Option<Self> {
        Some(match digit {
            '0' => Self::Plain(Mark::Cleared),
            '1' => Self::Plain(Mark::PRESENT),
            '2' => Self::End(End::Late),
            '3' => Self::End(End::Early),
            '4' => Self::Leave,
            '5' => Self::Plain(Mark::Absent),
            _ => return None,
        })
    }
}
