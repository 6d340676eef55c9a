//! The desk: an open file with its clock, its operator and its source of chance.

use super::packs::rules;
use super::{Chance, Clock, Outcome, settings};
use crate::domain::calendar::{Moment, TimeOfDay};
use crate::domain::region::RegionCode;
use crate::domain::rules::RulePack;
use crate::store::{Access, Birth, Hand, Key, Store, StoreError, Verb, Waiting, Writer};
use chrono::NaiveDate;
use std::path::Path;

/// How a desk is opened.
#[derive(Debug, Clone)]
pub struct Opened {
    pub clock: Clock,
    pub chance: Chance,
    /// Who acts; `None` for the operator of the settings.
    pub operator: Option<String>,
    /// As if this day were today, for reading; what is recorded now counts.
    pub on: Option<NaiveDate>,
}

impl Default for Opened {
    fn default() -> Self {
        Self { clock: Clock::System, chance: Chance::System, operator: None, on: None }
    }
}

pub struct Desk {
    pub(super) store: Store,
    pub(super) clock: Clock,
    pub(super) chance: Chance,
    pub(super) operator: String,
    pub(super) on: Option<NaiveDate>,
}

impl Desk {
    /// Makes the data file of a centre in `folder`.
    pub fn init(folder: &Path, centre: &str, region: &str, mut opened: Opened) -> Outcome<Self> {
        let region = RegionCode::parse(region).ok_or(super::Trouble::Region)?;
        let centre = crate::domain::written::line(centre);
        if centre.is_empty() {
            return Err(super::Trouble::EmptySetting);
        }
        let birth = Birth { desk: opened.chance.sixteen(), epoch: opened.chance.sixteen() };
        let store = Store::create(folder, Key::Plain, birth)?;
        let operator = opened.operator.clone().unwrap_or_else(|| settings::FIRST_OPERATOR.to_owned());
        let mut desk = Self { store, clock: opened.clock, chance: opened.chance, operator, on: opened.on };
        let operator = desk.operator.clone();
        desk.act(Verb::Init, |writer| {
            writer.set(settings::CENTRE, &centre)?;
            writer.set(settings::REGION, region.as_str())?;
            writer.set(settings::OPERATOR, &operator)
        })?;
        Ok(desk)
    }

    /// Opens the data file of `folder`.
    pub fn open(folder: &Path, opened: Opened) -> Outcome<Self> {
        let store = Store::open(folder, Key::Plain)?;
        let named =
            opened.operator.map(|name| crate::domain::written::line(&name)).filter(|name| !name.is_empty());
        let operator = match named {
            Some(name) => name,
            None => store.setting(settings::OPERATOR)?.unwrap_or_else(|| settings::FIRST_OPERATOR.to_owned()),
        };
        Ok(Self { store, clock: opened.clock, chance: opened.chance, operator, on: opened.on })
    }

    pub fn operator(&self) -> &str {
        &self.operator
    }

    /// From now on somebody else acts.
    pub fn act_as(&mut self, operator: &str) {
        self.operator = crate::domain::written::line(operator);
    }

    pub fn folder(&self) -> &Path {
        self.store.folder()
    }

    /// UTC milliseconds.
    pub fn now_ms(&self) -> i64 {
        self.clock.now_ms()
    }

    /// The civil moment, or the end of the day that was asked for instead.
    pub fn now(&self) -> Moment {
        let now = self.clock.now();
        match self.on {
            Some(day) if day != now.day => Moment { day, time: TimeOfDay::END },
            _ => now,
        }
    }

    pub fn today(&self) -> NaiveDate {
        self.now().day
    }

    /// The version of the program that wrote a file too new for us, if it is.
    pub fn read_only(&self) -> Option<i32> {
        match self.store.access() {
            Access::Full => None,
            Access::ReadOnly { found } => Some(found),
        }
    }

    pub fn on_wait(&mut self, waiting: Waiting) {
        self.store.on_wait(waiting);
    }

    /// Whether another process changed the file since this was last asked.
    pub fn changed_elsewhere(&mut self) -> Outcome<bool> {
        Ok(self.store.changed_elsewhere()?)
    }

    /// The pack that judges a class.
    pub fn rules_of(&self, _pack_id: &str) -> &'static RulePack {
        &rules::DEFAULT
    }

    /// One user action: one transaction, one line of the audit.
    pub(super) fn act<T, E: From<StoreError>>(
        &mut self,
        verb: Verb,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let chance = &mut self.chance;
        let mut fill = |bytes: &mut [u8]| chance.fill(bytes);
        let mut hand = Hand { operator: &self.operator, now_ms: self.clock.now_ms(), chance: &mut fill };
        self.store.act(verb, &mut hand, work)
    }
}
