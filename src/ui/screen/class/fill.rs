//! Fills a timetable from weekdays and slots; what would come of it stands below while it is typed.

use super::days;
use super::rows::weekday;
use crate::app::timetable::Filling;
use crate::app::words as say;
use crate::domain::calendar::{Slot, Weekdays};
use crate::domain::holiday::{OnHolidays, TeachingDays};
use crate::domain::hours::ClassHours;
use crate::domain::ids::ClassId;
use crate::domain::rules::RulePack;
use crate::store::rows::ClassRow;
use crate::text::class as words;
use crate::text::classes as form_words;
use crate::text::{Lang, timetable};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::Answer;
use crate::ui::paint::{Click, Paint};
use crate::ui::theme::Ink;
use crate::ui::widget::form::{Choice, Form, FormEvent, Spec};
use crate::ui::widget::kind::Kind;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Days,
    Slots,
    Holidays,
}

const SPECS: &[Spec<Field>] = &[
    Spec {
        id: Field::Days,
        label: words::f_days,
        kind: Kind::Code,
        width: 24,
        help: words::h_days,
        required: true,
    },
    Spec {
        id: Field::Slots,
        label: words::f_slots,
        kind: Kind::Time,
        width: 40,
        help: words::h_slots,
        required: true,
    },
    Spec {
        id: Field::Holidays,
        label: timetable::on_holidays,
        kind: Kind::Choice,
        width: 42,
        help: timetable::on_holidays_help,
        required: false,
    },
];

/// What most centres do: Monday to Friday, mornings and afternoons.
const USUAL_DAYS: &str = "mon-fri";
const USUAL_SLOTS: &str = "08:30-12:00,14:00-17:30";
const SLOTS: [&str; 5] =
    [USUAL_SLOTS, "08:30-12:00", "14:00-17:30", "19:00-21:15", "08:00-12:00,14:00-18:00"];

pub(in crate::ui::screen) fn open(id: ClassId, ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let fail = |error| say::trouble(ctx.lang, &error);
    let class = ctx.desk.class(id).map_err(fail)?;
    let rules = ctx.desk.rules_of(&class.pack_id);
    let mut form = Form::new(SPECS);
    form.set_choices(Field::Days, days::weekday_choices(ctx.lang));
    let slots = |slots: &&str| Choice { key: (*slots).to_owned(), label: (*slots).to_owned() };
    form.set_choices(Field::Slots, SLOTS.iter().map(slots).collect());
    form.set_choices(Field::Holidays, days::holiday_choices(ctx.lang));
    form.set(Field::Days, USUAL_DAYS);
    form.set(Field::Slots, USUAL_SLOTS);
    form.set(Field::Holidays, days::USUAL);
    // typing replaces what stands there
    form.focus(Field::Days);
    form.mark_saved();
    let refused = days::refused(ctx.desk, ctx.lang);
    let mut screen = Fill { class, rules, form, preview: None, refused };
    Screen::refresh(&mut screen, ctx);
    Ok(Box::new(screen))
}

struct Fill {
    class: ClassRow,
    rules: &'static RulePack,
    form: Form<Field>,
    /// What filling would do; none while something is not understood.
    preview: Option<Filling>,
    /// Tables of holidays that cannot be used, in words.
    refused: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cmd {
    Save,
    Choose,
}

type Faults = Vec<(Field, String)>;

impl Fill {
    /// Weekdays and slots, or all that is not understood, in words.
    fn read(&self, lang: Lang) -> Result<(TeachingDays, Vec<Slot>), Faults> {
        let weekdays = Weekdays::parse(self.form.get(Field::Days));
        let mut faults = Vec::new();
        if weekdays.is_none() {
            faults.push((Field::Days, words::days_fault(lang).to_owned()));
        }
        let mut slots = Vec::new();
        for part in self.form.get(Field::Slots).split(',').filter(|part| !part.trim().is_empty()) {
            match Slot::parse(part) {
                Some(slot) => slots.push(slot),
                None => {
                    faults.push((Field::Slots, words::slots_fault(lang, part)));
                    break;
                }
            }
        }
        let on_holidays = days::on_holidays(self.form.get(Field::Holidays));
        match weekdays {
            Some(weekdays) if faults.is_empty() => Ok((TeachingDays { weekdays, on_holidays }, slots)),
            _ => Err(faults),
        }
    }

    /// What would come of it; a fault of the timetable itself is told when it is saved.
    fn look(&mut self, ctx: &Ctx<'_>) {
        let read = self.read(ctx.lang).ok();
        self.preview =
            read.and_then(|(days, slots)| ctx.desk.plan_timetable(self.class.id, days, &slots).ok());
    }

    fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        let (days, slots) = match self.read(lang) {
            Ok(read) => read,
            Err(faults) => {
                ctx.note.error(form_words::faults(lang, faults.len()));
                self.form.set_faults(faults);
                return Flow::Stay;
            }
        };
        match ctx.desk.fill_timetable(self.class.id, days, &slots) {
            Ok(filled) => self.say(&filled, ctx),
            Err(error) => {
                ctx.note.error(say::trouble(lang, &error));
                return Flow::Stay;
            }
        }
        self.form.mark_saved();
        Flow::Back
    }

    /// What was done; what does not agree with class or rules goes with it.
    fn say(&self, filled: &Filling, ctx: &mut Ctx<'_>) {
        let (lang, planned) = (ctx.lang, filled.planned.get());
        let required = filled.required.get();
        let long = filled.long_day.map_or(String::new(), |(day, hours)| {
            words::long_day(lang, &weekday(day, lang), hours, self.rules.max_hours_per_day.value)
        });
        let clashes = say::timetable::clash_sums(lang, &filled.clashes);
        let clash = clashes.first().map_or(String::new(), |first| timetable::clash(lang, first));
        match filled.new.len() {
            0 => ctx.note.warn(words::filled_none(lang)),
            added if planned == required && long.is_empty() && clash.is_empty() => {
                ctx.note.ok(words::filled(lang, added, planned));
            }
            added => ctx.note.warn(words::filled_but(lang, added, planned, required, &(long + &clash))),
        }
    }

    fn event(&mut self, event: FormEvent<Field>, ctx: &Ctx<'_>) -> Flow {
        if matches!(event, FormEvent::Changed(_) | FormEvent::Left(_)) {
            self.look(ctx);
        }
        match event {
            FormEvent::Unused => return Flow::Unused,
            FormEvent::Ask(dialog) => return Flow::Ask(dialog),
            FormEvent::Left(field) => {
                self.form.clear_fault(field);
                let faults = self.read(ctx.lang).err().unwrap_or_default();
                for (of, words) in faults.into_iter().filter(|(of, _)| *of == field) {
                    self.form.fault(of, words);
                }
            }
            FormEvent::Moved | FormEvent::Changed(_) => {}
        }
        Flow::Stay
    }

    /// What would come of it, line by line; what warns has a sign.
    fn outcome(&self, lang: Lang) -> Vec<(Ink, String)> {
        let (start, end) = (self.class.start.to_string(), self.class.end.to_string());
        let required = self.class.hours.get();
        let mut lines = vec![(Ink::Text, words::within(lang, &start, &end, required))];
        let Some(preview) = &self.preview else { return lines };
        let hours = preview.new.iter().map(|plan| plan.hours).sum::<ClassHours>().get();
        lines.push((Ink::Text, words::will_add(lang, preview.new.len(), hours)));
        if preview.kept > 0 {
            lines.push((Ink::Text, words::will_keep(lang, preview.kept)));
        }
        let sum = words::sum(lang, preview.planned.get(), required);
        lines.push(if preview.planned == preview.required {
            (Ink::Ok, format!("{sum}  {}", words::sum_fits(lang)))
        } else {
            (Ink::Warning, format!("! {sum}"))
        });
        if let Some((day, hours)) = preview.long_day {
            let most = self.rules.max_hours_per_day.value;
            lines.push((Ink::Warning, words::long_day(lang, &weekday(day, lang), hours, most)));
        }
        if days::on_holidays(self.form.get(Field::Holidays)) != OnHolidays::Teach {
            let special = (preview.left_out.as_slice(), preview.brought_in.as_slice());
            lines.extend(days::told(lang, special, &preview.unknown_years, &self.refused));
        }
        lines.extend(days::clashes(lang, &preview.clashes));
        lines
    }
}

impl Screen for Fill {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        Command {
            run: Cmd::Save,
            keys: &[Key::F(8)],
            name: words::fill,
            help: words::fill_save_about,
            in_bar: true,
        },
        Command {
            run: Cmd::Choose,
            keys: &[Key::F(4)],
            name: form_words::choose,
            help: form_words::choose_about,
            in_bar: true,
        },
    ];

    fn title(&self, lang: Lang) -> String {
        words::part(lang, self.class.code.as_str(), words::fill_title(lang))
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Save => self.save(ctx),
            Cmd::Choose => self.form.choose(ctx.lang).map_or(Flow::Unused, Flow::Ask),
        }
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        let event = self.form.input(input, ctx.lang);
        self.event(event, ctx)
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        let event = self.form.answered(&answer);
        self.event(event, ctx)
    }

    fn click(&mut self, target: Click, ctx: &mut Ctx<'_>) -> Flow {
        let event = self.form.click(target);
        self.event(event, ctx)
    }

    fn has_field(&self) -> bool {
        true
    }

    fn field_help(&self, lang: Lang) -> Option<String> {
        self.form.help(lang)
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        match ctx.desk.class(self.class.id) {
            Ok(class) => self.class = class,
            Err(error) => ctx.note.error(say::trouble(ctx.lang, &error)),
        }
        self.look(ctx);
    }

    fn leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        self.form.leave(ctx)
    }

    fn view(&self, paint: &mut Paint<'_>) {
        let (lang, cols) = (paint.lang, paint.width());
        let high = self.form.rows(paint);
        self.form.view(&mut paint.sub(1, 1, cols - 2, high));
        let mut y = high + 2;
        if let Some(help) = self.form.help(lang) {
            y += paint.paragraph(5, y, cols - 7, &help, Ink::Dim) + 1;
        }
        for (ink, line) in self.outcome(lang) {
            y += paint.paragraph(5, y, cols - 7, &line, ink);
        }
    }
}
