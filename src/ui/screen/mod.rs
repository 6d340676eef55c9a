//! Every screen, where it is reached, and `open`: the one place a screen is entered.

use super::command::{AnyScreen, Ctx};
use crate::text::{self, Lang};

pub mod keys;
pub mod today;

/// A place to go to, with what it needs to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    Today,
    Keys,
}

/// A line of the menu under F9.
pub struct MenuLine {
    pub route: Route,
    pub name: fn(Lang) -> &'static str,
    pub help: fn(Lang) -> &'static str,
}

pub const MENU: &[MenuLine] = &[
    MenuLine { route: Route::Today, name: text::shell::today_page, help: text::shell::today_page_about },
    MenuLine { route: Route::Keys, name: text::shell::keys_page, help: text::shell::keys_page_about },
];

/// Where F3 leads from a screen that has no search of its own.
pub const SEARCH: Route = Route::Today;

/// A screen of its own for every route, or a sentence why not.
pub fn open(route: &Route, _ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    Ok(match route {
        Route::Today => Box::new(today::Today),
        Route::Keys => Box::new(keys::Keys::default()),
    })
}
