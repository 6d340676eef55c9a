//! Centre, operator, language and looks; below them where the data lies and its copies.

mod view;

pub(super) use view::size;

use super::Route;
use super::form_page::{Faults, FormCmd, FormPage, choose, save};
use crate::app::settings::{Settings as Values, parse_lock};
use crate::app::{Trouble, words as say};
use crate::domain::operator::Right;
use crate::domain::region::RegionCode;
use crate::store::rows::BackupRow;
use crate::text::settings as words;
use crate::text::{Lang, common, desk as facts, form as form_words, operators, restore, shell};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, quiet, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::look::Look;
use crate::ui::paint::{Click, Paint};
use crate::ui::widget::Typed;
use crate::ui::widget::form::{Choice, Form, Spec};
use crate::ui::widget::kind::Kind;
use crate::ui::widget::place::Near;
use crate::ui::widget::table::{Table, id_of};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Centre,
    Region,
    Operator,
    Lock,
    Language,
    Theme,
    Lines,
}

/// Columns of the longest usual path, in either language.
const REGION_COLS: u16 = 46;

const SPECS: &[Spec<Field>] = &[
    Spec::needed(Field::Centre, words::f_centre, Kind::Text, 40, words::h_centre),
    Spec::needed(Field::Region, words::f_region, Kind::Place, REGION_COLS, words::h_region),
    Spec::needed(Field::Operator, words::f_operator, Kind::Name, 20, words::h_operator),
    Spec::free(Field::Lock, words::f_lock, Kind::Number, 4, words::h_lock),
    Spec::free(Field::Language, words::f_language, Kind::Choice, 16, words::h_language),
    Spec::free(Field::Theme, words::f_theme, Kind::Choice, 20, words::h_theme),
    Spec::free(Field::Lines, words::f_lines, Kind::Choice, 16, words::h_lines),
];

pub(super) fn open(ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let values = ctx.desk.settings().map_err(|error| say::trouble(ctx.lang, &error))?;
    let mut form = Form::new(SPECS);
    offer_looks(&mut form, ctx.lang, &values.region);
    put(&mut form, &values, ctx.lang);
    let first = if ctx.desk.may(Right::Manage).is_ok() { Field::Centre } else { Field::Language };
    form.focus(first);
    let folder = ctx.desk.folder().display().to_string();
    let backups = Table::new(view::COLUMNS, |row: &BackupRow| id_of(&row.path));
    Ok(Box::new(Settings {
        form,
        folder,
        acts: 0,
        read_only: ctx.desk.read_only(),
        backups,
        is_guarded: false,
        may_manage: true,
    }))
}

/// Places and what may be chosen for the look, in this language.
fn offer_looks(form: &mut Form<Field>, lang: Lang, region: &str) {
    form.set_places(Field::Region, Near { lang, home: RegionCode::parse(region), takes_unknown: true });
    form.set_choices(
        Field::Language,
        vec![
            Choice::new("", words::system(lang)),
            Choice::new(Lang::Zh.key(), words::CHINESE),
            Choice::new(Lang::En.key(), words::ENGLISH),
        ],
    );
    form.set_choices(
        Field::Theme,
        vec![
            Choice::new("", shell::palette_dark(lang)),
            Choice::new("light", shell::palette_light(lang)),
            Choice::new("contrast", shell::palette_contrast(lang)),
            Choice::new("mono", shell::palette_mono(lang)),
        ],
    );
    form.set_choices(
        Field::Lines,
        vec![
            Choice::new("", words::lines_auto(lang)),
            Choice::new("box", shell::lines_box(lang)),
            Choice::new("ascii", shell::lines_ascii(lang)),
            Choice::new("none", shell::lines_none(lang)),
        ],
    );
    form.note(Field::Lines, words::lines_broken(lang));
}

fn put(form: &mut Form<Field>, values: &Values, lang: Lang) {
    let all = [
        (Field::Centre, values.centre.as_str()),
        (Field::Region, &values.region),
        (Field::Operator, operators::called(lang, &values.operator)),
        (Field::Lock, &values.lock_minutes),
        (Field::Language, &values.lang),
        (Field::Theme, &values.theme),
        (Field::Lines, &values.lines),
    ];
    // a field that stays as it is keeps caret and selection
    for (field, value) in all {
        if form.get(field) != value {
            form.set(field, value);
        }
    }
    form.mark_saved();
}

pub(super) struct Settings {
    form: Form<Field>,
    folder: String,
    acts: i64,
    /// The version that wrote a file too new for us.
    read_only: Option<i32>,
    backups: Table<BackupRow>,
    is_guarded: bool,
    /// All of the form is for whoever acts, not only the looks.
    may_manage: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Own {
    Backup,
    Verify,
    Operators,
    Restore,
}

impl Settings {
    /// The language that is set is spoken from now on, the sentence that says so included.
    fn say_saved(&mut self, changed: bool, own: bool, ctx: &mut Ctx<'_>) -> Flow {
        match Lang::from_key(self.form.get(Field::Language)) {
            Some(lang) => {
                ctx.note.ok(if own { words::saved(lang) } else { words::saved_for(lang) });
                self.dress(Some(lang))
            }
            None => {
                let lang = ctx.lang;
                ctx.note.ok(match (changed, own) {
                    (true, _) => words::next_start(lang),
                    (false, true) => words::saved(lang),
                    (false, false) => words::saved_for(lang),
                });
                self.dress(None)
            }
        }
    }

    /// What stands in the form counts from now on.
    fn dress(&mut self, lang: Option<Lang>) -> Flow {
        if let Some(lang) = lang {
            let region = self.form.get(Field::Region).to_owned();
            offer_looks(&mut self.form, lang, &region);
        }
        Flow::Dress(lang, Look::set(self.form.get(Field::Theme), self.form.get(Field::Lines)))
    }

    fn backup(&mut self, ctx: &mut Ctx<'_>) {
        match ctx.desk.backup(None) {
            Ok(report) => {
                let name =
                    report.path.file_name().map_or(String::new(), |name| name.to_string_lossy().into_owned());
                ctx.note.ok(words::backed_up(ctx.lang, &name, report.acts, report.trainees));
                FormPage::refresh(self, ctx);
                self.backups.choose(0);
            }
            Err(error) => ctx.fail(&error),
        }
    }

    fn verify(&self, ctx: &mut Ctx<'_>) {
        let lang = ctx.lang;
        match ctx.desk.verify() {
            Ok(found) if found.faults.is_empty() => {
                ctx.note.ok(words::sound(lang, found.acts, found.revisions, found.marks));
            }
            Ok(found) => {
                let faults: Vec<String> = found.faults.iter().map(|fault| say::fault(lang, *fault)).collect();
                ctx.note.error(words::unsound(lang, &faults.join(common::separator(lang))));
            }
            Err(error) => ctx.fail(&error),
        }
    }
}

impl FormPage for Settings {
    type Field = Field;
    type Own = Own;
    const COMMANDS: &'static [Command<FormCmd<Own>>] = &[
        save(words::save, words::save_about),
        choose(),
        shown(FormCmd::Own(Own::Backup), &[Key::F(6)], words::backup, words::backup_about),
        shown(FormCmd::Own(Own::Verify), &[Key::Ctrl('k')], words::verify, words::verify_about),
        shown(FormCmd::Own(Own::Operators), &[Key::F(2)], operators::title, operators::about),
        quiet(FormCmd::Own(Own::Restore), &[Key::Ctrl('r')], restore::title, restore::about),
    ];

    fn form(&self) -> &Form<Field> {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form<Field> {
        &mut self.form
    }

    fn title(&self, lang: Lang) -> String {
        words::title(lang).to_owned()
    }

    fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        if !self.form.is_dirty() {
            ctx.note.warn(form_words::unchanged(lang));
            return Flow::Stay;
        }
        let faults = self.faults(ctx);
        if !faults.is_empty() {
            return self.refuse(faults, ctx);
        }
        let text = |field| self.form.get(field).to_owned();
        let values = Values {
            centre: text(Field::Centre),
            region: text(Field::Region),
            operator: text(Field::Operator),
            lang: text(Field::Language),
            lock_minutes: text(Field::Lock),
            theme: text(Field::Theme),
            lines: text(Field::Lines),
        };
        let before = ctx.desk.operator().to_owned();
        let changed = self.form.changed().any(|(field, _)| field == Field::Language);
        if let Err(error) = ctx.desk.change_settings(&values) {
            ctx.fail(&error);
            return Flow::Stay;
        }
        // from now on somebody else acts, whose Ctrl+Z does not reach this
        let own = before == ctx.desk.operator();
        self.form.mark_saved();
        FormPage::refresh(self, ctx);
        self.say_saved(changed, own, ctx)
    }

    fn faults(&self, ctx: &Ctx<'_>) -> Faults<Field> {
        let lang = ctx.lang;
        let get = |field| self.form.get(field);
        let is_empty = |field| get(field).trim().is_empty();
        let wrong = [
            (Field::Centre, is_empty(Field::Centre), facts::empty_setting(lang)),
            (Field::Operator, is_empty(Field::Operator), facts::empty_setting(lang)),
            (Field::Region, RegionCode::parse(get(Field::Region)).is_none(), facts::not_a_region(lang)),
            (Field::Lock, parse_lock(get(Field::Lock)).is_none(), operators::lock_fault(lang)),
        ];
        wrong.into_iter().filter(|(_, wrong, _)| *wrong).map(|(of, _, said)| (of, said.to_owned())).collect()
    }

    fn own(&mut self, own: Own, ctx: &mut Ctx<'_>) -> Flow {
        match own {
            Own::Backup => self.backup(ctx),
            Own::Verify => self.verify(ctx),
            Own::Operators => return Flow::Go(Route::Operators),
            Own::Restore => return Flow::Go(Route::Restore),
        }
        Flow::Stay
    }

    fn typed(&mut self, input: &Input, _: &mut Ctx<'_>) -> Flow {
        let pages = matches!(input, Input::Key(Key::PgUp | Key::PgDn));
        if pages { self.backups.input(input).flow() } else { Flow::Unused }
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        match self.backups.click(target) {
            Typed::Unused => Flow::Unused,
            Typed::Moved | Typed::Changed => Flow::Go(Route::Restore),
        }
    }

    /// What is typed stays; what was changed elsewhere comes in only while nothing is typed.
    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        let read = |ctx: &Ctx<'_>| -> Result<_, Trouble> {
            let newest = ctx.desk.acts(None, 1)?.first().map_or(0, |act| act.id.0);
            Ok((ctx.desk.settings()?, ctx.desk.backups()?, newest))
        };
        self.is_guarded = ctx.desk.guard().is_guarded;
        self.may_manage = ctx.desk.may(Right::Manage).is_ok();
        // who acts is then who signed in, as the first row says
        self.form.hide(Field::Operator, self.is_guarded);
        match read(ctx) {
            Ok((values, backups, acts)) => {
                if !self.form.is_dirty() {
                    put(&mut self.form, &values, ctx.lang);
                }
                self.backups.set_rows(backups);
                self.acts = acts;
            }
            Err(error) => ctx.fail(&error),
        }
    }

    fn taken_back(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        self.form.mark_saved();
        FormPage::refresh(self, ctx);
        self.dress(Lang::from_key(self.form.get(Field::Language)))
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
