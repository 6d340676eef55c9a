//! Who may do what in a guarded centre: which right an act needs, and whose class a roll is. Asked where acts are
//! written, so that no screen and no command can forget it.

use super::operators::Guard;
use super::{Desk, Outcome, Trouble, clock};
use crate::domain::instructor::teaches;
use crate::domain::operator::{Right, Role};
use crate::store::rows::{ActRow, ClassRow};
use crate::store::{Verb, Writer};
use chrono::NaiveDate;

/// The right that an act needs; none for what the program records of itself.
pub(super) const fn needed(verb: Verb) -> Option<Right> {
    Some(match verb {
        Verb::Init | Verb::Load | Verb::SignIn | Verb::PinFailed => return None,
        Verb::AddTrainee
        | Verb::ChangeTrainee
        | Verb::Enrol
        | Verb::ImportRoster
        | Verb::Leave
        | Verb::Withdraw
        | Verb::Transfer
        | Verb::Wait
        | Verb::Promote
        | Verb::StopWaiting
        | Verb::RevealNumbers => Right::People,
        Verb::AddClass
        | Verb::ChangeClass
        | Verb::FillTimetable
        | Verb::AddSession
        | Verb::ChangeSession
        | Verb::MoveSession
        | Verb::CancelSession
        | Verb::MakeUp
        | Verb::MoveEnd => Right::Classes,
        Verb::Mark
        | Verb::MarkAll
        | Verb::MarkBlock
        | Verb::PasteMarks
        | Verb::AnnounceLeave
        | Verb::CompleteRoll
        | Verb::ComparePaper
        // an act is taken back with the right to it; the least of them opens the way there
        | Verb::Undo => Right::OwnRolls,
        Verb::BackEntry => Right::PastDays,
        Verb::Export => Right::Export,
        Verb::ChangeLooks => Right::Looks,
        Verb::ChangeSetting | Verb::AddOperator | Verb::ChangeOperator | Verb::Restore => Right::Manage,
    })
}

/// Refuses an act of somebody who may not, as the file says while nobody else can write. The role that binds them
/// comes back; none where everybody may do everything.
pub(super) fn check(writer: &Writer<'_>, signed_in: bool, needed: Option<Right>) -> Outcome<Option<Role>> {
    let Some(right) = needed else { return Ok(None) };
    if !writer.is_guarded()? {
        return Ok(None);
    }
    let role = writer.acting()?.credential.filter(|credential| !credential.retired).map(|here| here.role);
    match role.filter(|_| signed_in) {
        None => Err(Trouble::SignIn),
        Some(role) if !role.may(right) => Err(Trouble::NotAllowed { role, right }),
        Some(role) => Ok(Some(role)),
    }
}

/// Instructors write the rolls of their own classes; past days and corrections are the office's. Asked of what the act wrote,
/// whichever way it came there.
pub(super) fn check_rolls(
    writer: &Writer<'_>,
    role: Option<Role>,
    operator: &str,
    today: NaiveDate,
) -> Outcome<()> {
    let Some(role) = role.filter(|role| !role.may(Right::AnyRoll)) else { return Ok(()) };
    for roll in writer.rolls_written()? {
        if (roll.day < today || roll.of_office) && !role.may(Right::PastDays) {
            return Err(Trouble::NotAllowed { role, right: Right::PastDays });
        }
        let named = [&roll.of_session, &roll.of_class];
        if !named.iter().any(|named| teaches(named, operator)) {
            let whose = named.into_iter().find(|named| !named.is_empty());
            return Err(Trouble::NotOwnClass(whose.cloned().unwrap_or_default()));
        }
    }
    Ok(())
}

impl Desk {
    /// The role that binds whoever acts here; none where everybody may do everything.
    pub fn role(&self) -> Outcome<Option<Role>> {
        if !Guard::read(&self.store)?.is_guarded {
            return Ok(None);
        }
        let row = self.store.operator(&self.operator)?.and_then(|row| row.credential);
        match row.filter(|credential| self.signed_in && !credential.retired) {
            Some(credential) => Ok(Some(credential.role)),
            None => Err(Trouble::SignIn),
        }
    }

    /// Refuses what cannot be asked inside an act: before a form is filled for nothing, and what no act of this file
    /// will tell of.
    pub fn may(&self, right: Right) -> Outcome<()> {
        match self.role()? {
            Some(role) if !role.may(right) => Err(Trouble::NotAllowed { role, right }),
            _ => Ok(()),
        }
    }

    /// Instructors take out the sheets of classes that name them.
    pub fn may_export(&self, class: &ClassRow) -> Outcome<()> {
        self.may(if teaches(&class.instructor, &self.operator) { Right::Export } else { Right::AnySheet })
    }

    /// The right to take an act back is the right to it; who may not correct past days takes back only their own
    /// acts of today.
    pub(super) fn may_take_back(&self, act: &ActRow) -> Outcome<Option<Right>> {
        let right = Verb::from_key(&act.verb).and_then(needed);
        let Some(role) = self.role()? else { return Ok(right) };
        let own = act.operator == self.operator && clock::moment(act.wall_ms).day == self.clock.now().day;
        if own || role.may(Right::PastDays) { Ok(right) } else { Err(Trouble::NotOwnAct) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_auditor_writes_nothing_but_exports_and_looks() {
        let may = |verb: &&Verb| needed(**verb).is_some_and(|right| Role::Auditor.may(right));
        assert_eq!(Verb::ALL.iter().filter(may).collect::<Vec<_>>(), [&Verb::ChangeLooks, &Verb::Export]);
    }

    #[test]
    fn the_head_may_do_all_and_the_program_nothing() {
        for right in Verb::ALL.iter().filter_map(|verb| needed(*verb)) {
            assert!(Role::Head.may(right) && !Role::System.may(right));
        }
    }
}
