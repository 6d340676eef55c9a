//! What lies over a screen: help, palette, dialogs, signing in. All fed by commands, none knows a screen.

pub mod dialog;
pub mod help;
pub mod line;
pub mod palette;
pub mod popup;
pub mod sign_in;
