//! The settings of a centre, by name.

use super::operators::meant_in;
use super::{Desk, Outcome, Trouble};
use crate::domain::reader::Reader;
use crate::domain::region::RegionCode;
use crate::store::Verb;

pub const CENTRE: &str = "centre";
pub const REGION: &str = "region";
pub const OPERATOR: &str = "operator";
pub const LANG: &str = "lang";
pub const LOCK_MINUTES: &str = "lock_minutes";
/// Minutes without a key after which the page is covered, unless the centre says otherwise.
pub const DEFAULT_LOCK: u16 = 10;
/// A longer wait than this is none.
const LONGEST_LOCK: u16 = 240;
pub const THEME: &str = "theme";
pub const LINES: &str = "lines";
pub const READER: &str = "reader";

/// What a settings form holds. Language is `zh`, `en` or empty for the system's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    pub centre: String,
    pub region: String,
    pub operator: String,
    pub lang: String,
    /// 0 for never.
    pub lock_minutes: String,
    /// A palette by its key, or empty for the usual one.
    pub theme: String,
    /// What lines are drawn with, or empty for what the terminal is measured to do.
    pub lines: String,
}

/// Reads minutes until the page is covered; nothing typed is the usual.
pub fn parse_lock(text: &str) -> Option<u16> {
    let text = crate::domain::written::code(text);
    if text.is_empty() {
        return Some(DEFAULT_LOCK);
    }
    text.parse().ok().filter(|minutes| *minutes <= LONGEST_LOCK)
}

impl Desk {
    pub fn settings(&self) -> Outcome<Settings> {
        let read = |name| self.store.setting(name).map(Option::unwrap_or_default);
        Ok(Settings {
            centre: read(CENTRE)?,
            region: read(REGION)?,
            operator: read(OPERATOR)?,
            lang: read(LANG)?,
            lock_minutes: self.store.setting(LOCK_MINUTES)?.unwrap_or_else(|| DEFAULT_LOCK.to_string()),
            theme: read(THEME)?,
            lines: read(LINES)?,
        })
    }

    /// What is known of the scanner or card reader; the usual one where nothing is.
    pub fn reader(&self) -> Reader {
        self.store.setting(READER).ok().flatten().map_or_else(Reader::default, |text| Reader::parse(&text))
    }

    /// Keeps what was learned of the device, in one act; true if it was news.
    pub fn change_reader(&mut self, reader: &Reader) -> Outcome<bool> {
        if self.store.setting(READER)?.is_some() && self.reader() == *reader {
            return Ok(false);
        }
        self.act(Verb::ChangeSetting, |writer| writer.set(READER, &reader.to_string()))?;
        Ok(true)
    }

    pub fn centre(&self) -> Outcome<String> {
        Ok(self.store.setting(CENTRE)?.unwrap_or_default())
    }

    /// Changes what differs, in one act, of which no more is asked than what it changes; where nobody signs in, the operator of the settings acts from then on.
    pub fn change_settings(&mut self, new: &Settings) -> Outcome<()> {
        let line = crate::domain::written::line;
        let (centre, operator) = (line(&new.centre), meant_in(&self.store, &line(&new.operator))?);
        if centre.is_empty() || operator.is_empty() {
            return Err(Trouble::EmptySetting);
        }
        let region = RegionCode::parse(&new.region).ok_or(Trouble::Region)?;
        let lock = parse_lock(&new.lock_minutes).ok_or(Trouble::LockMinutes)?.to_string();
        let old = self.settings()?;
        let wanted = [
            (CENTRE, old.centre.as_str(), centre.as_str()),
            (REGION, &old.region, region.as_str()),
            (OPERATOR, &old.operator, &operator),
            (LANG, &old.lang, &new.lang),
            (LOCK_MINUTES, &old.lock_minutes, &lock),
            (THEME, &old.theme, &new.theme),
            (LINES, &old.lines, &new.lines),
        ];
        let changed: Vec<_> = wanted.into_iter().filter(|(_, old, new)| old != new).collect();
        if changed.is_empty() {
            return Ok(());
        }
        let only_looks = changed.iter().all(|(name, ..)| matches!(*name, LANG | THEME | LINES));
        let verb = if only_looks { Verb::ChangeLooks } else { Verb::ChangeSetting };
        self.act(verb, |writer| changed.iter().try_for_each(|(name, _, value)| writer.set(name, value)))?;
        if !self.guard.is_guarded {
            self.act_as(&operator);
        }
        Ok(())
    }
}
