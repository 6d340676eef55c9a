//! Who works at the desk: putting operators on file, their roles and PINs, signing in, and who stays out for how long.
//! A centre is open while nobody has a PIN: everybody may do everything. With the first PIN it is guarded.

use super::settings::{self, DEFAULT_LOCK};
use super::{Desk, Outcome, Trouble, pins};
use crate::domain::ids::{ActId, OperatorId};
use crate::domain::name::{NameFault, PersonName};
use crate::domain::operator::{Pin, PinFault, Role, tries_left, wait_after};
use crate::store::rows::OperatorRow;
use crate::store::{Access, NewCredential, Store, Verb, Writer, Wrong};
use crate::text::operators::meant;
use std::time::Duration;

/// The operator in whose name the program itself records.
pub const SYSTEM: &str = "baodao";

/// How the centre is kept, as last read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guard {
    pub is_guarded: bool,
    /// How long the page stays uncovered without a key; none for ever.
    pub lock_after: Option<Duration>,
}

impl Guard {
    pub(super) fn read(store: &Store) -> Outcome<Self> {
        // A newer program may keep PINs in another way: what cannot be asked counts as guarded, and there nobody gets
        // in, because a sign-in is an act and acts are that program's.
        let is_guarded = match store.access() {
            Access::Full => store.is_guarded()?,
            Access::ReadOnly { .. } => store.is_guarded().unwrap_or(true),
        };
        let minutes = store.setting(settings::LOCK_MINUTES)?.and_then(|text| settings::parse_lock(&text));
        let minutes = minutes.unwrap_or(DEFAULT_LOCK);
        let lock_after = (is_guarded && minutes > 0).then(|| Duration::from_secs(u64::from(minutes) * 60));
        Ok(Self { is_guarded, lock_after })
    }
}

/// An operator as wanted.
#[derive(Debug, Clone)]
pub struct OperatorDraft {
    pub name: String,
    pub role: Role,
    pub pin: NewPin,
}

/// What is to become of a PIN.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewPin {
    Keep,
    Set(Pin),
    /// Signs in without one from now on.
    Drop,
}

/// Why an operator cannot be as wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OperatorFault {
    Name(NameFault),
    /// The name of the program itself.
    Reserved,
    Pin(PinFault),
    /// The first PIN is that of a head of the centre, or nobody could manage.
    HeadFirst,
    /// Without this one nobody could manage.
    LastHead,
    /// Where PINs are, a head of the centre has one: by number alone nobody manages.
    HeadWithoutPin,
    /// There is no old PIN to give: the first one is the head's to set.
    NoPin,
    NoSuch(String),
}

/// Why somebody does not get in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// On file as a name only: the head of the centre gave no role.
    NoRole,
    Retired,
    PinNeeded,
    /// A head of the centre from before the first PIN: another head gives them one.
    HeadWithoutPin,
    /// So many tries are left before the first wait.
    Wrong {
        left: u32,
    },
    /// Wrong, and now there is a wait.
    WrongNow(Duration),
    /// Too many wrong ones before: so long yet.
    Wait(Duration),
}

impl Desk {
    /// All who may sign in or ever acted; the program itself is nobody.
    pub fn operators(&self) -> Outcome<Vec<OperatorRow>> {
        let mut rows = self.store.operators()?;
        rows.retain(|row| row.name != SYSTEM);
        Ok(rows)
    }

    /// Those among whom one chooses when signing in.
    pub fn sign_in_list(&self) -> Outcome<Vec<OperatorRow>> {
        let mut rows = self.operators()?;
        let is_guarded = self.guard.is_guarded;
        rows.retain(|row| row.credential.as_ref().map_or(!is_guarded, |here| !here.retired));
        Ok(rows)
    }

    fn parse_name(&self, text: &str) -> Outcome<String> {
        let fault = |fault| Trouble::Operator(fault);
        let typed = meant_in(&self.store, &crate::domain::written::line(text))?;
        let name = PersonName::parse(&typed).map_err(|why| fault(OperatorFault::Name(why)))?.to_string();
        if name == SYSTEM { Err(fault(OperatorFault::Reserved)) } else { Ok(name) }
    }

    pub fn operator_named(&self, name: &str) -> Outcome<OperatorRow> {
        let name = meant_in(&self.store, &crate::domain::written::line(name))?;
        let row = self.store.operator(&name)?.filter(|row| row.name != SYSTEM);
        row.ok_or(Trouble::Operator(OperatorFault::NoSuch(name)))
    }

    pub const fn guard(&self) -> Guard {
        self.guard
    }

    /// Whether somebody must sign in before anything can be done.
    pub const fn needs_sign_in(&self) -> bool {
        self.guard.is_guarded && !self.signed_in
    }

    /// Puts an operator on file, or gives a role to a name that only ever acted.
    pub fn add_operator(&mut self, draft: &OperatorDraft) -> Outcome<()> {
        let name = self.parse_name(&draft.name)?;
        let pin = self.hashed(&draft.pin);
        self.act(Verb::AddOperator, |writer| -> Outcome<()> {
            let was_guarded = writer.is_guarded()?;
            let row = writer.new_operator(&name)?;
            let new = NewCredential { role: draft.role, pin: pin.as_deref(), retired: false };
            writer.set_credential(row.id, new)?;
            can_be_managed(writer, was_guarded, false)?;
            proves_itself(writer, new)
        })?;
        self.known_by_pin(&name, &draft.pin);
        Ok(())
    }

    /// Changes name, role or PIN of an operator as read.
    pub fn change_operator(&mut self, id: OperatorId, version: ActId, draft: &OperatorDraft) -> Outcome<()> {
        let name = self.parse_name(&draft.name)?;
        let pin = match draft.pin {
            NewPin::Keep => self.store.pin(id)?,
            NewPin::Set(_) | NewPin::Drop => self.hashed(&draft.pin),
        };
        let by_default = self.store.setting(settings::OPERATOR)?;
        let old = self.act(Verb::ChangeOperator, |writer| -> Outcome<String> {
            let was_guarded = writer.is_guarded()?;
            let row = writer.operator_as_read(id, version)?;
            let here = row.credential.as_ref();
            if row.name != name {
                writer.rename_operator(&row, &name)?;
                if by_default.as_ref() == Some(&row.name) {
                    writer.set(settings::OPERATOR, &name)?;
                }
            }
            let retired = here.is_some_and(|here| here.retired);
            let new = NewCredential { role: draft.role, pin: pin.as_deref(), retired };
            writer.set_credential(id, new)?;
            let only_pin = here.is_some_and(|here| here.role == draft.role);
            can_be_managed(writer, was_guarded, only_pin)?;
            proves_itself(writer, new)?;
            Ok(row.name)
        })?;
        if self.operator == old {
            self.operator.clone_from(&name);
        }
        self.known_by_pin(&name, &draft.pin);
        Ok(())
    }

    /// Lets an operator go, or come back. What they recorded stays theirs.
    pub fn retire_operator(&mut self, id: OperatorId, version: ActId, retired: bool) -> Outcome<()> {
        let pin = self.store.pin(id)?;
        self.act(Verb::ChangeOperator, |writer| -> Outcome<()> {
            let was_guarded = writer.is_guarded()?;
            let row = writer.operator_as_read(id, version)?;
            let role = row.credential.map_or(Role::Desk, |here| here.role);
            let new = NewCredential { role, pin: pin.as_deref(), retired };
            writer.set_credential(id, new)?;
            can_be_managed(writer, was_guarded, false)?;
            proves_itself(writer, new)
        })
    }

    /// From now on this operator acts. In an open centre the name is enough.
    pub fn sign_in(&mut self, row: &OperatorRow, pin: Option<&Pin>) -> Outcome<()> {
        if self.guard.is_guarded {
            self.admit(row, pin)?;
            self.signed_in = true;
        }
        let theirs = self.theirs.remove(&row.name).unwrap_or_default();
        let before = std::mem::replace(&mut self.operator, row.name.clone());
        if before != self.operator {
            // Ctrl+Z reaches what one did oneself
            let mine = std::mem::replace(&mut self.mine, theirs);
            self.theirs.insert(before, mine);
        }
        Ok(())
    }

    fn admit(&mut self, row: &OperatorRow, pin: Option<&Pin>) -> Outcome<()> {
        let refused = |why| Err(Trouble::Refused(why));
        match self.store.operator(&row.name)?.and_then(|row| row.credential) {
            None => return refused(Refusal::NoRole),
            Some(here) if here.role == Role::System => return refused(Refusal::NoRole),
            Some(here) if here.retired => return refused(Refusal::Retired),
            Some(here) if here.role == Role::Head && !here.has_pin => {
                return refused(Refusal::HeadWithoutPin);
            }
            Some(_) => {}
        }
        let wrong = self.store.wrong_pins(row)?;
        if let Some(kept) = self.store.pin(row.id)? {
            let Some(pin) = pin else { return refused(Refusal::PinNeeded) };
            self.prove(row, pin, &kept, &wrong)?;
        }
        let now = self.clock.now_ms();
        self.record(&row.name, Verb::SignIn, |writer| {
            wrong_by_now(writer, row, &wrong, now)?;
            writer.about_operator(row);
            Ok(())
        })?;
        self.held = None;
        Ok(())
    }

    /// A new PIN for whoever works here, who gives the old one; it is their own, so it needs no right.
    pub fn change_own_pin(&mut self, old: &Pin, new: &Pin) -> Outcome<()> {
        if self.needs_sign_in() {
            return Err(Trouble::SignIn);
        }
        let row = self.operator_named(&self.operator)?;
        let no_pin = || Trouble::Operator(OperatorFault::NoPin);
        let kept = self.store.pin(row.id)?.ok_or_else(no_pin)?;
        let wrong = self.store.wrong_pins(&row)?;
        self.prove(&row, old, &kept, &wrong)?;
        let pin = pins::hash(new, self.chance.sixteen());
        let now = self.clock.now_ms();
        self.record(&row.name, Verb::ChangeOperator, |writer| {
            wrong_by_now(writer, &row, &wrong, now)?;
            let here = writer.operator_as_read(row.id, row.version)?.credential.ok_or_else(no_pin)?;
            let new = NewCredential { role: here.role, pin: Some(&pin), retired: here.retired };
            Ok(writer.set_credential(row.id, new)?)
        })
    }

    /// Whether this is the PIN of that operator: a wrong one counts, and too many bring a wait.
    fn prove(&mut self, row: &OperatorRow, pin: &Pin, kept: &str, wrong: &Wrong) -> Outcome<()> {
        let wait = self.wait(wrong);
        if !wait.is_zero() {
            return Err(Trouble::Refused(Refusal::Wait(wait)));
        }
        if pins::is(pin, kept) { Ok(()) } else { self.refuse_pin(row, wrong) }
    }

    /// A wrong PIN is a line of the audit, so that neither a restart nor a second program forgets it.
    fn refuse_pin(&mut self, row: &OperatorRow, wrong: &Wrong) -> Outcome<()> {
        let now = self.clock.now_ms();
        let count = self.record(SYSTEM, Verb::PinFailed, |writer| {
            let before = wrong_by_now(writer, row, wrong, now)?;
            writer.about_operator(row);
            let program = writer.acting()?;
            if program.credential.is_none() {
                let new = NewCredential { role: Role::System, pin: None, retired: false };
                writer.set_credential(program.id, new)?;
            }
            Ok(before.count + 1)
        })?;
        let wait = wait_after(count);
        Err(Trouble::Refused(if wait.is_zero() {
            Refusal::Wrong { left: tries_left(count) }
        } else {
            Refusal::WrongNow(wait)
        }))
    }

    /// What is left of the wait. A clock that was set back neither ends it nor makes it last for years: it then counts
    /// from the first time that this program sees it.
    fn wait(&mut self, wrong: &Wrong) -> Duration {
        let now = self.clock.now_ms();
        let since = match self.held {
            _ if now >= wrong.last_ms => wrong.last_ms,
            Some((act, since)) if act == wrong.last && since <= now => since,
            _ => {
                self.held = Some((wrong.last, now));
                now
            }
        };
        wait_left(wrong.count, since, now)
    }

    fn hashed(&mut self, pin: &NewPin) -> Option<String> {
        match pin {
            NewPin::Set(pin) => Some(pins::hash(pin, self.chance.sixteen())),
            NewPin::Keep | NewPin::Drop => None,
        }
    }

    /// Whoever sets a PIN for the name under which they act need not be asked for it in the next moment.
    fn known_by_pin(&mut self, name: &str, pin: &NewPin) {
        self.signed_in |= *name == *self.operator && matches!(pin, NewPin::Set(_));
    }
}

fn wait_left(count: u32, since_ms: i64, now_ms: i64) -> Duration {
    let passed = Duration::from_millis(u64::try_from(now_ms - since_ms).unwrap_or(0));
    wait_after(count).saturating_sub(passed)
}

/// The wrong PINs before this try, asked inside its act. A PIN takes its time to be proven, and others may have been
/// tried meanwhile: the wait that those brought is for this one too, right or wrong, or many programs at once would be
/// told which one is right.
fn wrong_by_now(writer: &Writer<'_>, row: &OperatorRow, read: &Wrong, now_ms: i64) -> Outcome<Wrong> {
    let wrong = writer.wrong_pins(row)?;
    let wait = wait_left(wrong.count, wrong.last_ms, now_ms);
    if wrong.last != read.last && !wait.is_zero() {
        return Err(Trouble::Refused(Refusal::Wait(wait)));
    }
    Ok(wrong)
}

/// The name that was typed. The word shown where there is none yet is no name, unless somebody is called so.
pub(super) fn meant_in(store: &Store, typed: &str) -> Outcome<String> {
    let name = if store.operator(typed)?.is_some() { typed } else { meant(typed) };
    Ok(name.to_owned())
}

/// A guarded centre has a head with a PIN. It is opened again only by taking the last PIN away on purpose.
fn can_be_managed(writer: &Writer<'_>, was_guarded: bool, only_pin: bool) -> Outcome<()> {
    let stays_open = !writer.is_guarded()? && (!was_guarded || only_pin);
    if stays_open || writer.has_guarding_head()? {
        return Ok(());
    }
    Err(Trouble::Operator(if was_guarded { OperatorFault::LastHead } else { OperatorFault::HeadFirst }))
}

/// Whoever manages a guarded centre says by a PIN that it is them.
fn proves_itself(writer: &Writer<'_>, new: NewCredential<'_>) -> Outcome<()> {
    let by_number_alone = new.role == Role::Head && new.pin.is_none() && !new.retired;
    if by_number_alone && writer.is_guarded()? {
        return Err(Trouble::Operator(OperatorFault::HeadWithoutPin));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Chance, Clock, Opened};

    const MINUTE: i64 = 60_000;

    fn desk(folder: &std::path::Path) -> Desk {
        let opened =
            Opened { clock: Clock::Fixed(10 * MINUTE), chance: Chance::Seeded(3), ..Opened::default() };
        let mut desk = Desk::init(folder, "学校", "140902", opened).unwrap();
        let pin = NewPin::Set(Pin::choose("271828").unwrap());
        desk.add_operator(&OperatorDraft { name: "赵校长".into(), role: Role::Head, pin }).unwrap();
        desk
    }

    fn enters(desk: &mut Desk, at_ms: i64, pin: &str) -> Result<(), Refusal> {
        desk.clock = Clock::Fixed(at_ms);
        let row = desk.operator_named("赵校长").unwrap();
        match desk.sign_in(&row, Some(&Pin::parse(pin).unwrap())) {
            Err(Trouble::Refused(why)) => Err(why),
            other => other.map_err(|trouble| panic!("{trouble}")),
        }
    }

    #[test]
    fn many_programs_at_once_try_no_more_pins_than_one() {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = desk(folder.path());
        let row = desk.operator_named("赵校长").unwrap();
        let read = desk.store.wrong_pins(&row).unwrap();
        let told: Vec<String> = (0..5)
            .map(|_| match desk.refuse_pin(&row, &read) {
                Err(Trouble::Refused(why)) => format!("{why:?}"),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(told[..3], ["Wrong { left: 2 }", "Wrong { left: 1 }", "WrongNow(30s)"]);
        assert_eq!(told[3..], ["Wait(30s)", "Wait(30s)"]);
        assert_eq!(desk.store.wrong_pins(&row).unwrap().count, 3);
        // one that was proven meanwhile is told the same
        let now = desk.clock.now_ms();
        let right = desk.record("赵校长", Verb::SignIn, |writer| wrong_by_now(writer, &row, &read, now));
        assert!(matches!(right, Err(Trouble::Refused(Refusal::Wait(wait))) if wait.as_secs() == 30));
    }

    #[test]
    fn a_clock_set_back_neither_ends_the_wait_nor_makes_it_endless() {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = desk(folder.path());
        let start = 1000 * MINUTE;
        for _ in 0..3 {
            assert!(enters(&mut desk, start, "314159").is_err());
        }
        let half = Duration::from_secs(30);
        assert_eq!(enters(&mut desk, start - 500 * MINUTE, "271828"), Err(Refusal::Wait(half)));
        let later = start - 500 * MINUTE + 20_000;
        assert_eq!(enters(&mut desk, later, "271828"), Err(Refusal::Wait(Duration::from_secs(10))));
        assert_eq!(enters(&mut desk, start - 900 * MINUTE, "271828"), Err(Refusal::Wait(half)));
        assert_eq!(enters(&mut desk, start - 900 * MINUTE + 30_000, "271828"), Ok(()));
    }
}
