//! Centre, operator, language and looks; below them where the data lies and its copies.

mod view;

use super::Route;
use crate::app::settings::{Settings as Values, parse_lock};
use crate::app::{Trouble, words as say};
use crate::domain::region::RegionCode;
use crate::store::rows::BackupRow;
use crate::text::settings as words;
use crate::text::{Lang, common, desk as facts, operators, shell};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::look::Look;
use crate::ui::overlay::dialog::Answer;
use crate::ui::paint::{Click, Paint};
use crate::ui::widget::Typed;
use crate::ui::widget::form::{Choice, Form, FormEvent, Spec};
use crate::ui::widget::kind::Kind;
use crate::ui::widget::table::Table;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Centre,
    Region,
    Operator,
    Lock,
    Language,
    Theme,
    Lines,
}

const fn spec(
    id: Field,
    label: fn(Lang) -> &'static str,
    kind: Kind,
    width: u16,
    help: fn(Lang) -> &'static str,
) -> Spec<Field> {
    Spec {
        id,
        label,
        kind,
        width,
        help,
        required: !matches!(id, Field::Lock | Field::Language | Field::Theme | Field::Lines),
    }
}

const SPECS: &[Spec<Field>] = &[
    spec(Field::Centre, words::f_centre, Kind::Text, 40, words::h_centre),
    spec(Field::Region, words::f_region, Kind::Number, 8, words::h_region),
    spec(Field::Operator, words::f_operator, Kind::Name, 20, words::h_operator),
    spec(Field::Lock, words::f_lock, Kind::Number, 4, words::h_lock),
    spec(Field::Language, words::f_language, Kind::Choice, 16, words::h_language),
    spec(Field::Theme, words::f_theme, Kind::Choice, 20, words::h_theme),
    spec(Field::Lines, words::f_lines, Kind::Choice, 16, words::h_lines),
];

pub(super) fn open(ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let values = ctx.desk.settings().map_err(|error| say::trouble(ctx.lang, &error))?;
    let mut form = Form::new(SPECS);
    form.set_choices(
        Field::Language,
        vec![
            choice("", words::SYSTEM),
            choice(Lang::Zh.key(), words::CHINESE),
            choice(Lang::En.key(), words::ENGLISH),
        ],
    );
    looks(&mut form, ctx.lang);
    put(&mut form, &values);
    form.focus(Field::Centre);
    let folder = ctx.desk.folder().display().to_string();
    let backups = Table::new(view::COLUMNS, |row: &BackupRow| row.made_ms);
    Ok(Box::new(Settings {
        form,
        folder,
        acts: 0,
        read_only: ctx.desk.read_only(),
        backups,
        is_guarded: false,
    }))
}

fn choice(key: &str, label: &str) -> Choice {
    Choice { key: key.to_owned(), label: label.to_owned() }
}

/// What may be chosen for the look, in this language.
fn looks(form: &mut Form<Field>, lang: Lang) {
    form.set_choices(
        Field::Theme,
        vec![
            choice("", shell::palette_dark(lang)),
            choice("light", shell::palette_light(lang)),
            choice("contrast", shell::palette_contrast(lang)),
            choice("mono", shell::palette_mono(lang)),
        ],
    );
    form.set_choices(
        Field::Lines,
        vec![
            choice("", words::lines_auto(lang)),
            choice("box", shell::lines_box(lang)),
            choice("ascii", shell::lines_ascii(lang)),
            choice("none", shell::lines_none(lang)),
        ],
    );
    form.note(Field::Lines, words::lines_broken(lang));
}

fn put(form: &mut Form<Field>, values: &Values) {
    let all = [
        (Field::Centre, &values.centre),
        (Field::Region, &values.region),
        (Field::Operator, &values.operator),
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
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cmd {
    Save,
    Choose,
    Backup,
    Verify,
    Operators,
}

impl Settings {
    fn region_fault(&self, lang: Lang) -> Option<String> {
        let wrong = RegionCode::parse(self.form.get(Field::Region)).is_none();
        wrong.then(|| facts::not_a_region(lang).to_owned())
    }

    fn lock_fault(&self, lang: Lang) -> Option<String> {
        let wrong = parse_lock(self.form.get(Field::Lock)).is_none();
        wrong.then(|| operators::lock_fault(lang).to_owned())
    }

    fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        if !self.form.is_dirty() {
            ctx.note.warn(words::unchanged(lang));
            return Flow::Stay;
        }
        let empty = [Field::Centre, Field::Operator]
            .into_iter()
            .filter(|field| self.form.get(*field).trim().is_empty());
        let mut faults: Vec<(Field, String)> =
            empty.map(|field| (field, facts::empty_setting(lang).to_owned())).collect();
        faults.extend(self.region_fault(lang).map(|fault| (Field::Region, fault)));
        faults.extend(self.lock_fault(lang).map(|fault| (Field::Lock, fault)));
        if !faults.is_empty() {
            ctx.note.error(crate::text::classes::faults(lang, faults.len()));
            self.form.set_faults(faults);
            return Flow::Stay;
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
            ctx.note.error(say::trouble(lang, &error));
            return Flow::Stay;
        }
        // from now on somebody else acts, whose Ctrl+Z does not reach this
        let own = before == ctx.desk.operator();
        self.form.mark_saved();
        Screen::refresh(self, ctx);
        self.speak(changed, own, ctx)
    }

    /// The language that is set is spoken from now on, the sentence that says so included.
    fn speak(&mut self, changed: bool, own: bool, ctx: &mut Ctx<'_>) -> Flow {
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
            looks(&mut self.form, lang);
        }
        Flow::Dress(lang, Look::set(self.form.get(Field::Theme), self.form.get(Field::Lines)))
    }

    fn backup(&mut self, ctx: &mut Ctx<'_>) {
        match ctx.desk.backup(None) {
            Ok(report) => {
                let name =
                    report.path.file_name().map_or(String::new(), |name| name.to_string_lossy().into_owned());
                ctx.note.ok(words::backed_up(ctx.lang, &name, report.acts, report.trainees));
                Screen::refresh(self, ctx);
                self.backups.choose(0);
            }
            Err(error) => ctx.note.error(say::trouble(ctx.lang, &error)),
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
            Err(error) => ctx.note.error(say::trouble(lang, &error)),
        }
    }

    fn event(&mut self, event: FormEvent<Field>, ctx: &Ctx<'_>) -> Flow {
        match event {
            FormEvent::Unused => return Flow::Unused,
            FormEvent::Ask(dialog) => return Flow::Ask(dialog),
            FormEvent::Left(Field::Region) => {
                self.form.clear_fault(Field::Region);
                if let Some(fault) = self.region_fault(ctx.lang) {
                    self.form.fault(Field::Region, fault);
                }
            }
            FormEvent::Left(Field::Lock) => {
                self.form.clear_fault(Field::Lock);
                if let Some(fault) = self.lock_fault(ctx.lang) {
                    self.form.fault(Field::Lock, fault);
                }
            }
            FormEvent::Left(_) | FormEvent::Moved | FormEvent::Changed(_) => {}
        }
        Flow::Stay
    }
}

const fn command(
    run: Cmd,
    keys: &'static [Key],
    name: fn(Lang) -> &'static str,
    help: fn(Lang) -> &'static str,
) -> Command<Cmd> {
    Command { run, keys, name, help, in_bar: true }
}

impl Screen for Settings {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        command(Cmd::Save, &[Key::F(8)], words::save, words::save_about),
        command(Cmd::Choose, &[Key::F(4)], crate::text::classes::choose, crate::text::classes::choose_about),
        command(Cmd::Backup, &[Key::F(6)], words::backup, words::backup_about),
        command(Cmd::Verify, &[Key::Ctrl('k')], words::verify, words::verify_about),
        command(Cmd::Operators, &[Key::F(2)], operators::title, operators::about),
    ];

    fn title(&self, lang: Lang) -> String {
        words::title(lang).to_owned()
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Save => return self.save(ctx),
            Cmd::Choose => return self.form.choose(ctx.lang).map_or(Flow::Unused, Flow::Ask),
            Cmd::Backup => self.backup(ctx),
            Cmd::Verify => self.verify(ctx),
            Cmd::Operators => return Flow::Go(Route::Operators),
        }
        Flow::Stay
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        if matches!(input, Input::Key(Key::PgUp | Key::PgDn)) && self.backups.input(input) != Typed::Unused {
            return Flow::Stay;
        }
        let event = self.form.input(input, ctx.lang);
        self.event(event, ctx)
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        let event = self.form.answered(&answer);
        self.event(event, ctx)
    }

    fn click(&mut self, target: Click, ctx: &mut Ctx<'_>) -> Flow {
        if self.backups.click(target) != Typed::Unused {
            return Flow::Stay;
        }
        let event = self.form.click(target);
        self.event(event, ctx)
    }

    fn has_field(&self) -> bool {
        true
    }

    fn field_help(&self, lang: Lang) -> Option<String> {
        self.form.help(lang)
    }

    /// What is typed stays; what was changed elsewhere comes in only while nothing is typed.
    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        let read = |ctx: &Ctx<'_>| -> Result<_, Trouble> {
            let newest = ctx.desk.acts(None, 1)?.first().map_or(0, |act| act.id.0);
            Ok((ctx.desk.settings()?, ctx.desk.backups()?, newest))
        };
        self.is_guarded = ctx.desk.guard().is_guarded;
        match read(ctx) {
            Ok((values, backups, acts)) => {
                if !self.form.is_dirty() {
                    put(&mut self.form, &values);
                }
                self.backups.set_rows(backups);
                self.acts = acts;
            }
            Err(error) => ctx.note.error(say::trouble(ctx.lang, &error)),
        }
    }

    fn undo(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        ctx.take_back();
        self.form.mark_saved();
        Screen::refresh(self, ctx);
        self.dress(Lang::from_key(self.form.get(Field::Language)))
    }

    fn leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        self.form.leave(ctx)
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
