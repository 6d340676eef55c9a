//! The desk: an open file with its clock, its operator and its source of chance.

use super::operators::Guard;
use super::packs::rules;
use super::{Chance, Clock, Outcome, Trouble, operators, rights, settings};
use crate::domain::calendar::{Moment, TimeOfDay};
use crate::domain::ids::ActId;
use crate::domain::operator::{NAMELESS, Right};
use crate::domain::region::RegionCode;
use crate::domain::rules::RulePack;
use crate::domain::written::line;
use crate::store::rows::ClassRow;
use crate::store::{Access, Birth, Hand, Key, Store, Verb, Waiting, Writer};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;
use std::time::Duration;

/// How a desk is opened.
#[derive(Debug, Clone)]
pub struct Opened {
    pub clock: Clock,
    pub chance: Chance,
    /// Who acts; `None` for the operator of the settings.
    pub operator: Option<String>,
    /// As if this day were today, for reading; what is recorded now counts.
    pub on: Option<NaiveDate>,
    /// Where people keep spreadsheets that they were sent.
    pub folders: Vec<PathBuf>,
}

impl Default for Opened {
    fn default() -> Self {
        Self { clock: Clock::System, chance: Chance::System, operator: None, on: None, folders: Vec::new() }
    }
}

pub struct Desk {
    pub(super) store: Store,
    pub(super) clock: Clock,
    pub(super) chance: Chance,
    pub(super) operator: String,
    /// The operator has shown that they are who they say; asked for in a guarded centre only.
    pub(super) signed_in: bool,
    pub(super) guard: Guard,
    /// While the clock is behind the last wrong PIN: that act, and since when this program sees it.
    pub(super) held: Option<(ActId, i64)>,
    pub(super) on: Option<NaiveDate>,
    pub(super) folders: Vec<PathBuf>,
    /// Acts of this program since it was opened that can be taken back, oldest first.
    pub(super) mine: Vec<ActId>,
    /// Those of operators who worked at this program before the present one.
    pub(super) theirs: HashMap<String, Vec<ActId>>,
    /// The last act when it was opened.
    pub(super) opened_at: ActId,
    /// Closes when the copy of the day that is under way is made.
    pub(super) copied: Option<Receiver<()>>,
}

impl Desk {
    /// Makes the data file of a centre in `folder`.
    pub fn init(folder: &Path, centre: &str, region: &str, mut opened: Opened) -> Outcome<Self> {
        let region = RegionCode::parse(region).ok_or(Trouble::Region)?;
        let centre = crate::domain::written::line(centre);
        if centre.is_empty() {
            return Err(Trouble::EmptySetting);
        }
        let birth = Birth { desk: opened.chance.sixteen(), epoch: opened.chance.sixteen() };
        let store = Store::create(folder, Key::Plain, birth)?;
        let operator = opened.operator.clone().unwrap_or_else(|| NAMELESS.to_owned());
        let mut desk = Self::on(store, operator, opened)?;
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
        let operator = Self::who_acts(&store, opened.operator.as_deref())?;
        Self::on(store, operator, opened)
    }

    /// The operator who was named, or the one of the settings.
    pub(super) fn who_acts(store: &Store, named: Option<&str>) -> Outcome<String> {
        match named.map(line).filter(|name| !name.is_empty()) {
            Some(typed) => operators::meant_in(store, &typed),
            None => Ok(store.setting(settings::OPERATOR)?.unwrap_or_else(|| NAMELESS.to_owned())),
        }
    }

    pub(super) fn on(store: Store, operator: String, opened: Opened) -> Outcome<Self> {
        let opened_at = ActId(store.head()?.0);
        Ok(Self {
            guard: Guard::read(&store)?,
            store,
            clock: opened.clock,
            chance: opened.chance,
            operator,
            signed_in: false,
            held: None,
            on: opened.on,
            folders: opened.folders,
            mine: Vec::new(),
            theirs: HashMap::new(),
            opened_at,
            copied: None,
        })
    }

    pub fn operator(&self) -> &str {
        &self.operator
    }

    /// From now on somebody else acts.
    pub fn act_as(&mut self, operator: &str) {
        self.operator = line(operator);
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
        let changed = self.store.changed_elsewhere()?;
        if changed {
            self.guard = Guard::read(&self.store)?;
        }
        Ok(changed)
    }

    /// The pack that judges a class: the one it remembers, or where this program does not hold it, the one of its
    /// first day; the ledger says then that they differ.
    pub fn rules_of(&self, class: &ClassRow) -> &'static RulePack {
        rules::known(&class.pack_hash).unwrap_or_else(|| rules::on(class.start))
    }

    /// One user action: one transaction, one line of the audit. Refused to whoever may not do it.
    pub(super) fn act<T, E>(
        &mut self,
        verb: Verb,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Outcome<T>
    where
        Trouble: From<E>,
    {
        self.act_under(rights::needed(verb), verb, work)
    }

    /// The same where another right is needed than the verb says: taking back.
    pub(super) fn act_under<T, E>(
        &mut self,
        needed: Option<Right>,
        verb: Verb,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Outcome<T>
    where
        Trouble: From<E>,
    {
        let (operator, signed_in) = (self.operator.clone(), self.signed_in);
        let today = self.clock.now().day;
        let mut seq = None;
        let done = self.record(&operator, verb, |writer| {
            let role = rights::check(writer, signed_in, needed)?;
            seq = Some(writer.seq());
            let done = work(writer)?;
            rights::check_rolls(writer, role, &operator, today)?;
            Ok(done)
        })?;
        if verb.undoable() {
            self.mine.extend(seq);
        }
        if needed == Some(Right::Manage) {
            self.guard = Guard::read(&self.store)?;
        }
        Ok(done)
    }

    /// One line of the audit that needs no right: what the program says of itself and of who signs in.
    pub(super) fn record<T>(
        &mut self,
        operator: &str,
        verb: Verb,
        work: impl FnOnce(&mut Writer<'_>) -> Outcome<T>,
    ) -> Outcome<T> {
        record(&mut self.store, self.clock, &mut self.chance, operator, verb, work)
    }

    /// How far the clock is behind the newest act, if it is by more than five minutes: it was set back, or was wrong
    /// before.
    pub fn clock_behind(&self) -> Outcome<Option<Duration>> {
        let behind = self.store.last_stamp()?.ms - self.clock.now_ms();
        Ok((behind > 5 * 60 * 1000).then(|| Duration::from_millis(u64::try_from(behind).unwrap_or(0))))
    }
}

/// The same on a file that is not the desk's yet.
pub(super) fn record<T>(
    store: &mut Store,
    clock: Clock,
    chance: &mut Chance,
    operator: &str,
    verb: Verb,
    work: impl FnOnce(&mut Writer<'_>) -> Outcome<T>,
) -> Outcome<T> {
    let mut fill = |bytes: &mut [u8]| chance.fill(bytes);
    let mut hand = Hand { operator, now_ms: clock.now_ms(), chance: &mut fill };
    store.act(verb, &mut hand, work)
}
