//! A terminal that does not show what is typed, for as long as a PIN is asked for. Only where the system lets one
//! say so; elsewhere the question warns. Reads nothing.

/// The terminal shows nothing until this is dropped.
#[cfg(unix)]
pub(super) struct Unseen(rustix::termios::Termios);

#[cfg(unix)]
impl Unseen {
    /// `None` where standard input is no terminal, or one that cannot.
    pub(super) fn begin() -> Option<Self> {
        use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
        let before = tcgetattr(rustix::stdio::stdin()).ok()?;
        let mut now = before.clone();
        now.local_modes.remove(LocalModes::ECHO);
        // the end of the line still moves the cursor on
        now.local_modes.insert(LocalModes::ECHONL);
        tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, &now).ok()?;
        Some(Self(before))
    }
}

#[cfg(unix)]
impl Drop for Unseen {
    fn drop(&mut self) {
        use rustix::termios::{OptionalActions, tcsetattr};
        // a terminal that has gone has nothing to show
        let _ = tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, &self.0);
    }
}

#[cfg(not(unix))]
pub(super) struct Unseen;

#[cfg(not(unix))]
impl Unseen {
    pub(super) fn begin() -> Option<Self> {
        None
    }
}
