//! Parts that screens are made of. They take `Input`, give back what happened, and know no screen.

pub mod facts;
pub mod field;
pub mod filtered;
pub mod form;
mod form_view;
pub mod kind;
pub mod picker;
pub mod place;
pub mod table;

/// What a widget made of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// Not for this widget; somebody else may have it.
    Unused,
    /// Caret or choice moved; the values are as before.
    Moved,
    Changed,
}

impl Typed {
    /// For screens that only need to know whether the input is used up.
    pub fn flow(self) -> super::command::Flow {
        match self {
            Self::Unused => super::command::Flow::Unused,
            Self::Moved | Self::Changed => super::command::Flow::Stay,
        }
    }
}
