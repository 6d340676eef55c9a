//! A week of a class, people by sessions, one sign a cell: to see where marks are missing and to set many at once.
//! Everything is saved at once and can be taken back; the rules of the roll hold for every cell.

mod commands;
mod grid;
mod marking;
mod moving;
mod view;

use crate::app::attend::{Roll, RollSeat};
use crate::app::week;
use crate::app::words::timetable as say;
use crate::app::{codes, words};
use crate::domain::ids::{ClassId, EnrolmentId, SessionId};
use crate::domain::instructor::teaches;
use crate::domain::mark::Timing;
use crate::domain::scan::Scanned;
use crate::store::rows::{ClassRow, EnrolmentRow, MarkLine};
use crate::text::{Lang, Words, roll as r, week as t};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen};
use crate::ui::input::Input;
use crate::ui::overlay::dialog::{Answer, Dialog};
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::roll::cell::{Cell, OverCell};
use crate::ui::screen::seek::Seeker;
use crate::ui::screen::seek::jump::Jump;
use crate::ui::screen::{Route, WeekWanted, person};
use crate::ui::widget::picker::Item;
use commands::COMMANDS;
pub(super) use commands::Cmd;
use grid::{Grid, Spot};
use marking::{Pending, Work};

/// Classes that the list offers.
const CLASSES: u32 = 500;

pub(super) fn open(wanted: WeekWanted, ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let fail = |trouble| words::trouble(ctx.lang, &trouble);
    let class = match wanted.class {
        Some(class) => class,
        None => {
            let classes = ctx.desk.classes(CLASSES).map_err(fail)?;
            likely(&classes, ctx.desk.operator()).ok_or(t::no_class(ctx.lang))?
        }
    };
    let day = wanted.day.unwrap_or_else(|| ctx.desk.today());
    let week = ctx.desk.week(class, day).map_err(fail)?;
    let mut page = WeekPage {
        today: ctx.desk.today(),
        at: Spot::default(),
        anchor: None,
        jump: Jump::default(),
        reason: String::new(),
        reasoned: Vec::new(),
        pending: None,
        form: OverCell::default(),
        story: Vec::new(),
        grid: Grid::default(),
        week,
    };
    page.at = page.spot(page.home());
    Ok(Box::new(page))
}

/// The first that the operator teaches, else the first that anybody sits in: a class still to be filled has no marks
/// to look at.
fn likely(classes: &[ClassRow], operator: &str) -> Option<ClassId> {
    let filled = || classes.iter().filter(|class| class.seats_taken > 0);
    let own = filled().find(|class| teaches(&class.instructor, operator));
    own.or_else(|| filled().next()).or(classes.first()).map(|class| class.id)
}

pub(super) struct WeekPage {
    week: week::Week,
    today: chrono::NaiveDate,
    at: Spot,
    /// Where the block was begun, while there is one.
    anchor: Option<Spot>,
    jump: Jump,
    /// Why past days are marked, as last written.
    reason: String,
    /// The sessions it was given for.
    reasoned: Vec<SessionId>,
    pending: Option<Pending>,
    form: OverCell,
    /// Every line of the chosen cell.
    story: Vec<MarkLine>,
    grid: Grid,
}

impl WeekPage {
    fn roll(&self) -> Option<&Roll> {
        self.week.rolls.get(self.session_at()?)
    }

    fn person(&self) -> Option<&EnrolmentRow> {
        self.week.people.get(self.person_at()?)
    }

    /// The chosen cell, where the person is expected.
    fn seat(&self) -> Option<&RollSeat> {
        self.roll()?.seat_of(self.person()?.id)
    }

    fn cell(&self) -> Option<(SessionId, EnrolmentId)> {
        Some((self.roll()?.session.id, self.person()?.id))
    }

    /// The week of this day as it is on file now; what was chosen stays chosen where it is still there.
    fn read(&mut self, day: chrono::NaiveDate, ctx: &mut Ctx<'_>) {
        match ctx.desk.week(self.week.class.id, day) {
            Ok(week) => {
                let is_other = week.monday != self.week.monday;
                self.week = week;
                self.settle(is_other);
                self.today = ctx.desk.today();
                self.jump.refresh(&self.week.people);
                self.tell(ctx);
            }
            Err(trouble) => ctx.fail(&trouble),
        }
    }

    fn reread(&mut self, ctx: &mut Ctx<'_>) {
        self.read(self.week.monday, ctx);
    }

    /// Reads what was ever said in the chosen cell.
    fn tell(&mut self, ctx: &mut Ctx<'_>) {
        let lines = self.cell().map(|(session, who)| ctx.desk.history(session, who));
        self.story = match lines {
            Some(Ok(lines)) => lines,
            Some(Err(trouble)) => {
                ctx.fail(&trouble);
                Vec::new()
            }
            None => Vec::new(),
        };
    }

    fn turn_to(&mut self, day: Option<chrono::NaiveDate>, ctx: &mut Ctx<'_>) {
        if let Some(day) = day {
            self.anchor = None;
            self.read(day, ctx);
        }
    }

    fn open_form(&mut self, ctx: &Ctx<'_>) {
        let (Some(roll), Some(seat)) = (self.roll(), self.seat()) else { return };
        let session = &roll.session;
        let cell = Cell {
            session: session.id,
            enrolment: seat.enrolment.id,
            name: format!("{} {}", seat.enrolment.name, say::when(session.day, session.slot)),
            mark: seat.line.as_ref().map(|line| line.mark),
            minutes: roll.minutes(),
            timing: roll.timing,
        };
        let reason = if roll.timing == Timing::Past { self.reason.as_str() } else { "" };
        let reason = reason.to_owned();
        self.form.open(cell, &reason, ctx.lang);
    }

    fn save_form(&mut self, ctx: &mut Ctx<'_>) {
        if self.form.save(ctx).is_some() {
            self.reread(ctx);
        }
    }

    fn history(&self, ctx: &mut Ctx<'_>) -> Flow {
        // the form that lies over the week says that F4 lists
        if let Some(flow) = self.form.choose(ctx.lang) {
            return flow;
        }
        let (Some(roll), Some(person)) = (self.roll(), self.person()) else { return Flow::Stay };
        if self.story.is_empty() {
            ctx.note.warn(r::history_none(ctx.lang, &person.name));
            return Flow::Stay;
        }
        let item = |line: &MarkLine| Item {
            label: r::said(ctx.lang, line.mark),
            detail: person::written(ctx.lang, line, roll.session.day),
            ..Item::default()
        };
        let items = self.story.iter().map(item).collect();
        Flow::Ask(Dialog::pick(r::history_title(ctx.lang, &person.name), items))
    }

    fn other_class(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let classes = match ctx.desk.classes(CLASSES) {
            Ok(classes) => classes,
            Err(trouble) => {
                ctx.fail(&trouble);
                return Flow::Stay;
            }
        };
        let item = |class: &crate::store::rows::ClassRow| Item {
            label: class.code.as_str().to_owned(),
            detail: codes::named(&class.course.0).name(ctx.lang).to_owned(),
            ..Item::default()
        };
        let items = classes.iter().map(item).collect();
        let at = classes.iter().position(|class| class.id == self.week.class.id);
        self.pending = Some(Pending::Class(classes.iter().map(|class| class.id).collect()));
        Flow::Ask(Dialog::pick(t::which_class(ctx.lang), items).at(at.unwrap_or(0)))
    }

    fn person_ledger(&self, class: ClassId) -> Flow {
        self.person().map_or(Flow::Stay, |person| Flow::Go(Route::PersonLedger(class, person.id)))
    }
}

impl Screen for WeekPage {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = COMMANDS;

    fn title(&self, lang: Lang) -> String {
        let class = &self.week.class;
        t::place(lang, codes::named(&class.course.0).name(lang), class.code.as_str())
    }

    fn status(&self, lang: Lang) -> String {
        t::status(lang, self.week.people.len(), self.week.rolls.len())
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        let has_form = self.form.is_open();
        let words: Words = match cmd {
            Cmd::Save if !has_form => crate::text::ledger::no_form,
            // Enter goes on to the next field there
            Cmd::Save | Cmd::Roll | Cmd::History if has_form => return None,
            _ if has_form => r::form_open,
            Cmd::Earlier if self.week.before.is_none() => t::no_earlier,
            Cmd::Later if self.week.after.is_none() => t::no_later,
            Cmd::Roll | Cmd::AllPresent | Cmd::Column | Cmd::Paper if self.roll().is_none() => t::no_session,
            Cmd::Block | Cmd::Row | Cmd::History if self.cell().is_none() => t::nothing_chosen,
            Cmd::PersonLedger | Cmd::Announce if self.person().is_none() => r::nobody_chosen,
            Cmd::Cycle if self.anchor.is_some() => r::block_open,
            Cmd::Cycle | Cmd::Detail if self.seat().is_none() => t::nothing_chosen,
            _ => return None,
        };
        Some(Reason::Words(words))
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        let class = self.week.class.id;
        match cmd {
            Cmd::Roll => return self.enter_key(ctx),
            Cmd::Block => self.toggle_block(),
            Cmd::Column => self.take_column(ctx),
            Cmd::Row => self.take_row(ctx),
            Cmd::AllPresent => return self.write(Work::All, ctx),
            Cmd::Earlier => self.turn_to(self.week.before, ctx),
            Cmd::Later => self.turn_to(self.week.after, ctx),
            Cmd::Detail => self.open_form(ctx),
            Cmd::Save => self.save_form(ctx),
            Cmd::Seat => self.jump.start_seat(),
            Cmd::History => return self.history(ctx),
            Cmd::OtherClass => return self.other_class(ctx),
            Cmd::Paper => {
                return self.roll().map_or(Flow::Stay, |roll| Flow::Go(Route::Paper(roll.session.id)));
            }
            Cmd::PersonLedger => return self.person_ledger(class),
            Cmd::Announce => {
                if let Some(person) = self.person() {
                    return Flow::Go(Route::Leave(class, person.id));
                }
            }
            Cmd::BackEntry => return Flow::Go(Route::BackEntry(Some(class))),
            Cmd::ClassPage => return Flow::Go(Route::Class(class)),
            Cmd::Mark(digit) => return self.digit_key(digit, ctx),
            Cmd::Cycle => return self.cycle(ctx),
        }
        Flow::Stay
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(flow) = self.form.input(input, ctx.lang) {
            return flow;
        }
        match input {
            Input::Text(text) | Input::Paste(text) => self.typed_text(text, ctx),
            Input::Key(key) if self.seek_key(*key, ctx) => Flow::Stay,
            Input::Key(key) => self.walk(*key, ctx),
            _ => Flow::Unused,
        }
    }

    fn scanned(&mut self, scanned: &Scanned, ctx: &mut Ctx<'_>) -> Flow {
        self.find_scanned(scanned, ctx)
    }

    fn has_field(&self) -> bool {
        self.form.is_open()
    }

    fn field_help(&self, lang: Lang) -> Option<String> {
        self.form.help(lang)
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        self.reread(ctx);
    }

    fn leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if self.form.leave(ctx) { Flow::Stay } else { Flow::Back }
    }

    fn undo(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if self.form.is_open() {
            return Flow::Unused;
        }
        if ctx.take_back() {
            self.read_and_follow(ctx);
        }
        Flow::Stay
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        if self.form.answered(&answer) {
            return Flow::Stay;
        }
        self.answer(answer, ctx)
    }

    fn click(&mut self, target: Click, ctx: &mut Ctx<'_>) -> Flow {
        if self.form.click(target) {
            return Flow::Stay;
        }
        self.clicked(target, ctx)
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
        self.form.view(paint);
    }
}
