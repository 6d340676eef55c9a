//! Class hours (学时) and minutes: whole numbers only, never mixed.

use std::iter::Sum;
use std::ops::{Add, AddAssign};

/// Class hours. 45 minutes each unless the rule pack says otherwise; a session has at most 24.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct ClassHours(u32);

impl ClassHours {
    pub const ZERO: Self = Self(0);

    pub const fn new(hours: u32) -> Self {
        Self(hours)
    }

    pub const fn get(self) -> u32 {
        self.0
    }

    /// What is left, never below nothing.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Add for ClassHours {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for ClassHours {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for ClassHours {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Add::add)
    }
}

/// Minutes of a day that were missed, 0 to 1440.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Minutes(u16);

impl Minutes {
    pub const ZERO: Self = Self(0);

    pub fn new(minutes: u16) -> Option<Self> {
        (minutes <= 1440).then_some(Self(minutes))
    }

    pub const fn get(self) -> u16 {
        self.0
    }

    pub const fn is_none(self) -> bool {
        self.0 == 0
    }
}
