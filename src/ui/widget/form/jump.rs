//! A form that goes on by itself, because a field is full, and the key that the hand had begun by then.

use super::Form;
use crate::ui::input::Input;
use crate::ui::key::Key;

impl<F: Copy + PartialEq + 'static> Form<F> {
    /// Goes on to a field by itself. An Enter, Tab or Down that comes next was begun before that and is spent.
    pub fn jump(&mut self, id: F) {
        self.focus(id);
        self.jumped = true;
    }

    /// Whether this key was meant to do what the form has just done. Only the first key after a jump can be.
    pub(super) fn spends(&mut self, input: &Input) -> bool {
        std::mem::take(&mut self.jumped) && matches!(input, Input::Key(Key::Enter | Key::Tab | Key::Down))
    }
}
