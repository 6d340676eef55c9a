//! Fills a timetable from weekdays and slots; what would come of it stands below while it is typed.

use super::days;
use crate::app::timetable::Filling;
use crate::app::words as say;
use crate::domain::calendar::{Slot, Weekdays};
use crate::domain::holiday::{OnHolidays, TeachingDays};
use crate::domain::hours::ClassHours;
use crate::domain::ids::ClassId;
use crate::domain::rules::RulePack;
use crate::store::rows::ClassRow;
use crate::text::class as words;
use crate::text::{Lang, timetable};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow};
use crate::ui::screen::form_page::{Faults, FormCmd, FormPage, choose, save};
use crate::ui::theme::Ink;
use crate::ui::widget::form::{Choice, Form, Spec};
use crate::ui::widget::kind::Kind;
use std::convert::Infallible;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Days,
    Slots,
    Holidays,
}

const SPECS: &[Spec<Field>] = &[
    Spec::needed(Field::Days, words::f_days, Kind::Code, 24, words::h_days),
    Spec::needed(Field::Slots, words::f_slots, Kind::Time, 40, words::h_slots),
    Spec::free(Field::Holidays, timetable::on_holidays, Kind::Choice, 42, timetable::on_holidays_help),
];

/// What most centres do: Monday to Friday, mornings and afternoons.
const USUAL_DAYS: &str = "mon-fri";
const USUAL_SLOTS: &str = "08:30-12:00,14:00-17:30";
const SLOTS: [&str; 5] =
    [USUAL_SLOTS, "08:30-12:00", "14:00-17:30", "19:00-21:15", "08:00-12:00,14:00-18:00"];

pub(in crate::ui::screen) fn open(id: ClassId, ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let fail = |error| say::trouble(ctx.lang, &error);
    let class = ctx.desk.class(id).map_err(fail)?;
    let rules = ctx.desk.rules_of(&class);
    let mut form = Form::new(SPECS);
    form.set_choices(Field::Days, days::weekday_choices(ctx.lang, None));
    let slots = |slots: &&str| Choice::new(*slots, *slots);
    form.set_choices(Field::Slots, SLOTS.iter().map(slots).collect());
    form.set_choices(Field::Holidays, days::holiday_choices(ctx.lang));
    form.set(Field::Days, USUAL_DAYS);
    form.set(Field::Slots, USUAL_SLOTS);
    form.set(Field::Holidays, days::USUAL);
    // typing replaces what stands there
    form.focus(Field::Days);
    form.mark_saved();
    let refused = days::refused(ctx.desk, ctx.lang);
    let mut screen = Fill { class, rules, form, preview: Err(Vec::new()), refused };
    screen.look(ctx);
    Ok(Box::new(screen))
}

struct Fill {
    class: ClassRow,
    rules: &'static RulePack,
    form: Form<Field>,
    /// What filling would do, or in words why nothing can be said yet.
    preview: Result<Filling, Vec<String>>,
    /// Tables of holidays that cannot be used, in words.
    refused: Vec<String>,
}

impl Fill {
    /// Weekdays and slots, or all that is not understood, in words.
    fn read(&self, lang: Lang) -> Result<(TeachingDays, Vec<Slot>), Faults<Field>> {
        let weekdays = Weekdays::parse(self.form.get(Field::Days));
        let mut faults = Vec::new();
        if weekdays.is_none() {
            faults.push((Field::Days, words::days_fault(lang).to_owned()));
        }
        let slots = Slot::parse_list(self.form.get(Field::Slots));
        if let Err(part) = slots {
            faults.push((Field::Slots, words::slots_fault(lang, part)));
        }
        let on_holidays = days::on_holidays(self.form.get(Field::Holidays));
        match (weekdays, slots) {
            (Some(weekdays), Ok(slots)) => Ok((TeachingDays { weekdays, on_holidays }, slots)),
            _ => Err(faults),
        }
    }

    /// What would come of it; while something is not understood, what.
    fn look(&mut self, ctx: &Ctx<'_>) {
        self.preview = match self.read(ctx.lang) {
            Ok((days, slots)) => {
                let plan = ctx.desk.plan_timetable(self.class.id, days, &slots);
                plan.map_err(|trouble| vec![say::trouble(ctx.lang, &trouble)])
            }
            Err(faults) => Err(faults.into_iter().map(|(_, said)| said).collect()),
        };
    }

    /// What was done; what does not agree with class or rules goes with it.
    fn say(&self, filled: &Filling, ctx: &mut Ctx<'_>) {
        let (lang, added) = (ctx.lang, filled.new.len());
        if added == 0 {
            ctx.note.warn(words::filled_none(lang));
            return;
        }
        let (planned, required) = (filled.planned.get(), filled.required.get());
        let long = filled.long_day.map(|(day, hours)| {
            words::long_day(
                lang,
                &say::timetable::named(lang, day),
                hours,
                self.rules.max_hours_per_day.value,
            )
        });
        let clashes = say::timetable::clash_sums(lang, &filled.clashes);
        let clash = clashes.first().map(|first| timetable::clash(lang, first));
        let differs = (planned != required).then(|| words::required_is(lang, required));
        match long.or(clash) {
            // one line has no room for more
            Some(but) if differs.is_some() => {
                ctx.note.ok_but(words::filled_of(lang, added, planned, required), Some(&but));
            }
            but => ctx.note.ok_but(words::filled(lang, added, planned), but.or(differs).as_deref()),
        }
    }
}

impl FormPage for Fill {
    type Field = Field;
    type Own = Infallible;
    const COMMANDS: &'static [Command<FormCmd<Infallible>>] =
        &[save(words::fill, words::fill_save_about), choose()];

    fn form(&self) -> &Form<Field> {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form<Field> {
        &mut self.form
    }

    fn title(&self, lang: Lang) -> String {
        words::part(lang, self.class.code.as_str(), words::fill_title(lang))
    }

    fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        let (days, slots) = match self.read(lang) {
            Ok(read) => read,
            Err(faults) => return self.refuse(faults, ctx),
        };
        match ctx.desk.fill_timetable(self.class.id, days, &slots) {
            Ok(filled) => self.say(&filled, ctx),
            Err(error) => {
                ctx.fail(&error);
                return Flow::Stay;
            }
        }
        self.form.mark_saved();
        Flow::Back
    }

    fn faults(&self, ctx: &Ctx<'_>) -> Faults<Field> {
        self.read(ctx.lang).err().unwrap_or_default()
    }

    fn changed(&mut self, _: Field, ctx: &mut Ctx<'_>) {
        self.look(ctx);
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        match ctx.desk.class(self.class.id) {
            Ok(class) => self.class = class,
            Err(error) => ctx.fail(&error),
        }
        self.look(ctx);
    }

    /// What would come of it, line by line; what warns has a sign.
    fn outcome(&self, lang: Lang) -> Vec<(Ink, String)> {
        let (start, end) = (self.class.start.to_string(), self.class.end.to_string());
        let required = self.class.hours.get();
        let mut lines = vec![(Ink::Text, words::within(lang, &start, &end, required))];
        let preview = match &self.preview {
            Ok(preview) => preview,
            Err(faults) => {
                lines.extend(faults.iter().map(|said| (Ink::Warning, format!("! {said}"))));
                return lines;
            }
        };
        let hours = preview.new.iter().map(|plan| plan.hours).sum::<ClassHours>().get();
        lines.push((Ink::Text, words::will_add(lang, preview.new.len(), hours)));
        if preview.past > 0 {
            lines.push((Ink::Warning, format!("! {}", words::in_the_past(lang, preview.past))));
        }
        if preview.kept > 0 {
            lines.push((Ink::Text, words::will_keep(lang, preview.kept)));
        }
        if preview.settled > 0 {
            lines.push((Ink::Text, words::will_leave(lang, preview.settled)));
        }
        let sum = words::sum(lang, preview.planned.get(), required);
        lines.push(if preview.planned == preview.required {
            (Ink::Ok, format!("{sum}  {}", words::sum_fits(lang)))
        } else {
            (Ink::Warning, format!("! {sum}"))
        });
        if let Some((day, hours)) = preview.long_day {
            let most = self.rules.max_hours_per_day.value;
            lines.push((Ink::Warning, words::long_day(lang, &say::timetable::named(lang, day), hours, most)));
        }
        if days::on_holidays(self.form.get(Field::Holidays)) != OnHolidays::Teach {
            let special = (preview.left_out.as_slice(), preview.brought_in.as_slice());
            lines.extend(days::told(lang, special, &preview.unknown_years, &self.refused));
        }
        lines.extend(days::clashes(lang, &preview.clashes));
        lines
    }
}
