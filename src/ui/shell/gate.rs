//! Who may see the page: signing in, switching, the lock after a pause. Every operator has a stack of pages of their
//! own; whoever comes back finds it as they left it.

use super::{Over, Shell, Turn};
use crate::app::operators::Refusal;
use crate::app::{Trouble, words as say};
use crate::domain::operator::Pin;
use crate::store::rows::OperatorRow;
use crate::text::{Lang, common, operators as words};
use crate::ui::command::{AnyScreen, Flow};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::sign_in::{SignIn, Want};
use crate::ui::screen::Route;
use std::time::{Duration, Instant};

/// Who is used to ending a PIN with Enter presses it by then; a later one is meant for the page.
const SWALLOWS: Duration = Duration::from_secs(1);

/// The pages of somebody who is not at the desk now.
pub(super) struct Parked {
    pub(super) operator: String,
    pub(super) stack: Vec<(Route, Box<dyn AnyScreen>)>,
}

impl Shell {
    /// After each turn: what the desk knows now of who is here.
    pub(super) fn mind(&mut self, turn: &Turn<'_>) {
        let guard = turn.desk.guard();
        self.lock_after = guard.lock_after;
        let is_in = guard.is_guarded && !turn.desk.needs_sign_in();
        if self.signed_in.as_deref() != is_in.then(|| turn.desk.operator()) {
            self.signed_in = is_in.then(|| turn.desk.operator().to_owned());
        }
    }

    /// Covers the page where the centre wants to know who is here; uncovers it where it no longer does.
    pub(super) fn guard(&mut self, turn: &mut Turn<'_>) {
        self.mind(turn);
        if turn.desk.needs_sign_in() && !self.is_covered() {
            match self.was_open {
                true => self.cover_because(words::pin_is_set(self.lang), turn),
                false => self.cover(turn),
            }
        }
        self.was_open = !turn.desk.guard().is_guarded;
        if self.is_covered() && !turn.desk.guard().is_guarded {
            self.uncover();
        }
    }

    pub(super) fn is_covered(&self) -> bool {
        self.gate.as_ref().is_some_and(SignIn::covers)
    }

    pub(super) fn locks_at(&self) -> Option<Instant> {
        if self.is_covered() || self.signed_in.is_none() {
            return None;
        }
        Some(self.last_input? + self.lock_after?)
    }

    /// A pause was long enough; true if the page is covered for it.
    pub(super) fn locks(&mut self, turn: &mut Turn<'_>) -> bool {
        let is_due = self.locks_at().is_some_and(|at| turn.now >= at);
        if is_due {
            self.cover(turn);
        }
        is_due
    }

    /// What is half typed is kept as a draft and stays in memory; nothing of it can be read.
    pub(super) fn cover(&mut self, turn: &mut Turn<'_>) {
        self.keep_all(turn);
        self.note.clear();
        // a file that cannot be read now covers the page all the same; who may come in is asked for again at a key
        let (people, why) = match turn.desk.sign_in_list() {
            Ok(people) => (people, None),
            Err(trouble) => (Vec::new(), Some(say::trouble(self.lang, &trouble))),
        };
        let mut gate = SignIn::instead_of_page(people, turn.desk.operator(), self.lang);
        if let Some(why) = why {
            gate.refuse(why, None, turn.now);
        }
        self.gate = Some(gate);
        self.repaint = true;
    }

    /// The same, and why stands there.
    pub(super) fn cover_because(&mut self, why: &str, turn: &mut Turn<'_>) {
        self.cover(turn);
        if let Some(gate) = &mut self.gate {
            gate.tell(why);
        }
    }

    fn uncover(&mut self) {
        self.gate = None;
        self.repaint = true;
    }

    /// Ctrl+O: who takes over. At the cover it is the way to the list.
    pub(super) fn switch(&mut self, turn: &mut Turn<'_>) {
        match turn.desk.sign_in_list() {
            Ok(people) => self.gate = Some(SignIn::over_page(people, turn.desk.operator(), self.lang)),
            Err(trouble) => self.note.error(say::trouble(self.lang, &trouble)),
        }
    }

    pub(super) fn lock_now(&mut self, turn: &mut Turn<'_>) {
        if self.signed_in.is_some() {
            self.cover(turn);
        } else {
            self.note.warn(words::cannot_lock(self.lang));
        }
    }

    /// The gate takes everything but leaving the program.
    pub(super) fn gated(&mut self, input: &Input, turn: &mut Turn<'_>) -> bool {
        let Some(gate) = &mut self.gate else { return false };
        if *input == Input::Key(Key::Ctrl('q')) {
            self.quit(turn);
            return true;
        }
        if gate.covers() && gate.person(0).is_none() {
            self.cover(turn);
            return true;
        }
        let want = gate.input(input, self.house.matches, self.lang);
        self.want(want, turn);
        true
    }

    pub(super) fn want(&mut self, want: Want, turn: &mut Turn<'_>) {
        match want {
            Want::Nothing => {}
            Want::Close => self.uncover(),
            Want::Enter(nth, pin) => {
                let row = self.gate.as_ref().and_then(|gate| gate.person(nth)).cloned();
                if let Some(row) = row {
                    self.let_in(&row, pin.as_ref(), turn);
                }
            }
        }
    }

    fn let_in(&mut self, row: &OperatorRow, pin: Option<&Pin>, turn: &mut Turn<'_>) {
        let before = turn.desk.operator().to_owned();
        if row.name != before {
            // a draft is that of whoever acts while it is kept
            self.keep_all(turn);
        }
        if let Err(trouble) = turn.desk.sign_in(row, pin) {
            let wait = match trouble {
                Trouble::Refused(Refusal::Wait(wait) | Refusal::WrongNow(wait)) => Some(wait),
                _ => None,
            };
            if let Some(gate) = &mut self.gate {
                gate.refuse(say::trouble(self.lang, &trouble), wait, turn.now);
            }
            return;
        }
        let was_covered = self.is_covered();
        self.uncover();
        let kept = if row.name == before { None } else { self.change_hands(before, row, turn) };
        self.greet(row, was_covered, kept, turn);
        self.swallows_enter = pin.map(|_| turn.now + SWALLOWS);
    }

    /// The pages of the one who leaves are put aside, those of the one who comes are opened; who left something half
    /// typed.
    fn change_hands(&mut self, before: String, row: &OperatorRow, turn: &mut Turn<'_>) -> Option<String> {
        self.over = Over::Nothing;
        let theirs = self.parked.iter().position(|parked| parked.operator == row.name);
        let stack = theirs.map_or_else(Vec::new, |nth| self.parked.swap_remove(nth).stack);
        let left = std::mem::replace(&mut self.stack, stack);
        let kept = left.iter().any(|(_, screen)| screen.is_dirty()).then(|| before.clone());
        // the first page alone keeps nothing
        if left.len() > 1 {
            self.parked.push(Parked { operator: before, stack: left });
        }
        if self.stack.is_empty() {
            self.open(self.home.clone(), false, turn);
        } else {
            self.with_top(turn, |screen, ctx| screen.enter(ctx));
        }
        kept
    }

    fn greet(&mut self, row: &OperatorRow, was_covered: bool, kept: Option<String>, turn: &mut Turn<'_>) {
        let lang = self.lang;
        if was_covered && kept.is_none() && self.stack.len() > 1 {
            self.note.ok(words::welcome_back(lang, words::called(lang, &row.name)));
        } else {
            self.note.ok(Self::now_works(row, kept, lang));
        }
        // whoever comes in the morning sees the morning, not the evening before
        self.with_top(turn, |screen, ctx| screen.refresh(ctx));
    }

    fn now_works(row: &OperatorRow, kept: Option<String>, lang: Lang) -> String {
        let role = row.credential.as_ref().map(|here| say::sign_in::role(lang, here.role));
        let mut said = role.map_or_else(
            || words::works_now_name(lang, words::called(lang, &row.name)),
            |role| words::works_now(lang, words::called(lang, &row.name), role),
        );
        if let Some(before) = kept {
            said.push_str(&words::kept_for(lang, words::called(lang, &before)));
        }
        said
    }

    /// Every page that is open keeps what is half typed.
    pub(super) fn keep_all(&mut self, turn: &mut Turn<'_>) {
        let Self { stack, note, waker, lang, .. } = self;
        for (_, screen) in stack {
            screen.closing(&mut turn.ctx(*lang, note, waker));
        }
    }

    /// Others left something unsaved on their pages, and it goes with the program: said once, by name.
    pub(super) fn warns_of_parked(&mut self, turn: &mut Turn<'_>) -> bool {
        if self.warned_of_parked {
            return false;
        }
        let now = turn.desk.operator().to_owned();
        let Self { parked, note, waker, lang, .. } = self;
        let mut names = Vec::new();
        for Parked { operator, stack } in parked {
            // what is kept now is still theirs
            turn.desk.act_as(operator);
            let mut ctx = turn.ctx(*lang, note, waker);
            if stack.iter_mut().any(|(_, screen)| !matches!(screen.leave(&mut ctx), Flow::Back)) {
                names.push(operator.as_str());
            }
        }
        turn.desk.act_as(&now);
        let names = names.join(common::separator(*lang));
        self.warned_of_parked = !names.is_empty();
        if self.warned_of_parked {
            self.note.warn(words::parked(self.lang, &names));
        }
        self.warned_of_parked
    }
}
