//! Learns how the scanner or card reader at this station types: a card is scanned two or three times, the page shows
//! what arrived and proposes the format, the clerk corrects and saves it in one act. While it is open nothing is
//! enrolled by a scan.

mod fields;
mod view;

use crate::app::{codes, words};
use crate::domain::reader::{Heard, learn, unescaped};
use crate::domain::scan::Scanned;
use crate::text::{Lang, reader as t};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Hears, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::paint::{Click, Paint};
use crate::ui::widget::form::{Form, FormEvent};
use fields::{F, Fault, PARTS, SPECS};

pub(super) fn open(ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let mut page = Reader { form: Form::new(SPECS), samples: Vec::new() };
    fields::set_lists(&mut page.form, ctx.lang);
    page.take_from_file(ctx);
    page.form.focus(F::Pace);
    Ok(Box::new(page))
}

pub(super) struct Reader {
    form: Form<F>,
    /// What was heard, the newest last.
    samples: Vec<Heard>,
}

/// Two scans prove a format; more are kept for the pace.
const SAMPLES: usize = 5;
/// Tags the line that is pasted to be tried.
const SAMPLE: &str = "sample";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cmd {
    Save,
    Choose,
    Test,
    Forget,
}

const fn verb(
    run: Cmd,
    keys: &'static [Key],
    name: fn(Lang) -> &'static str,
    help: fn(Lang) -> &'static str,
) -> Command<Cmd> {
    Command { run, keys, name, help, in_bar: true }
}

impl Screen for Reader {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        verb(Cmd::Save, &[Key::F(8)], t::save, t::save_about),
        verb(Cmd::Choose, &[Key::F(4)], t::choose, t::choose_about),
        verb(Cmd::Test, &[Key::F(6)], t::test, t::test_about),
        verb(Cmd::Forget, &[], t::forget, t::forget_about),
    ];

    fn title(&self, lang: Lang) -> String {
        t::title(lang).to_owned()
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Save => return self.save(ctx),
            Cmd::Choose => return self.form.choose(ctx.lang).map_or(Flow::Unused, Flow::Ask),
            Cmd::Test => return self.test(ctx),
            Cmd::Forget => {
                self.samples.clear();
                self.settle();
                ctx.note.ok(t::forgotten(ctx.lang));
            }
        }
        Flow::Stay
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        if let Input::Heard(heard) = input {
            self.hear(heard, ctx);
            return Flow::Stay;
        }
        let event = self.form.input(input, ctx.lang);
        self.after(event)
    }

    fn hears(&self) -> Hears {
        Hears::Devices
    }

    fn has_field(&self) -> bool {
        true
    }

    fn field_help(&self, lang: Lang) -> Option<String> {
        self.form.help(lang)
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        fields::set_lists(&mut self.form, ctx.lang);
        if !self.form.is_dirty() {
            self.take_from_file(ctx);
        }
    }

    fn undo(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if !ctx.take_back() {
            return Flow::Stay;
        }
        self.take_from_file(ctx);
        Flow::Listen(ctx.desk.reader())
    }

    fn leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        self.form.leave(ctx)
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        match (answer.tag, &answer.said) {
            (SAMPLE, Said::Text(text)) => {
                self.read(text, ctx);
                Flow::Stay
            }
            (SAMPLE, _) => Flow::Stay,
            _ => {
                let event = self.form.answered(&answer);
                self.after(event)
            }
        }
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        let event = self.form.click(target);
        self.after(event)
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}

impl Reader {
    fn take_from_file(&mut self, ctx: &Ctx<'_>) {
        fields::put(&mut self.form, &ctx.desk.reader());
        self.form.mark_saved();
        self.settle();
    }

    fn after(&mut self, event: FormEvent<F>) -> Flow {
        match event {
            FormEvent::Unused => return Flow::Unused,
            FormEvent::Ask(dialog) => return Flow::Ask(dialog),
            FormEvent::Changed(_) => self.settle(),
            FormEvent::Moved | FormEvent::Left(_) => {}
        }
        Flow::Stay
    }

    /// What follows from the format as it stands: which fields there are, and what was read into each.
    fn settle(&mut self) {
        let values = self.values();
        fields::hide(&mut self.form, values.len());
        for nth in 0..PARTS {
            self.form.note(F::Part(nth), values.get(nth).cloned().unwrap_or_default());
        }
    }

    /// The newest sample, taken apart.
    fn values(&self) -> Vec<String> {
        let (Some(heard), Some(separator)) = (self.samples.last(), fields::separator(&self.form)) else {
            return Vec::new();
        };
        let escape = fields::escape(&self.form);
        heard.text().split(separator).map(|value| unescaped(value, escape)).collect()
    }

    fn hear(&mut self, heard: &Heard, ctx: &mut Ctx<'_>) {
        self.samples.push(heard.clone());
        if self.samples.len() > SAMPLES {
            self.samples.remove(0);
        }
        let is_nation = |text: &str| codes::NATIONS.meant(text).is_some();
        match learn(&self.samples, is_nation) {
            Some(learned) if learned.profile().is_some() => {
                fields::propose(&mut self.form, &learned);
                ctx.note.ok(t::proposed(ctx.lang));
            }
            Some(learned) if Scanned::of(&heard.text(), None).id().is_some() => {
                fields::propose(&mut self.form, &learned);
                ctx.note.ok(t::number_only(ctx.lang));
            }
            _ => ctx.note.warn(t::not_learned(ctx.lang)),
        }
        self.settle();
    }

    fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let reader = match fields::reader(&self.form) {
            Ok(reader) => reader,
            Err(fault) => {
                let (field, why) = match fault {
                    Fault::Pace => (F::Pace, t::pace_fault(ctx.lang)),
                    Fault::Profile => (F::Separator, t::profile_fault(ctx.lang)),
                };
                self.form.set_faults([(field, why.to_owned())]);
                return Flow::Stay;
            }
        };
        match ctx.desk.change_reader(&reader) {
            Ok(true) => {
                self.form.mark_saved();
                ctx.note.ok(t::saved(ctx.lang));
                Flow::Listen(reader)
            }
            Ok(false) => {
                self.form.mark_saved();
                ctx.note.warn(t::unchanged(ctx.lang));
                Flow::Stay
            }
            Err(trouble) => {
                ctx.note.error(words::trouble(ctx.lang, &trouble));
                Flow::Stay
            }
        }
    }

    fn test(&self, ctx: &mut Ctx<'_>) -> Flow {
        let Some(heard) = self.samples.last() else {
            return Flow::Ask(Dialog::prompt(t::paste_sample(ctx.lang), "").tagged(SAMPLE));
        };
        self.read(&heard.text(), ctx);
        Flow::Stay
    }

    fn read(&self, text: &str, ctx: &mut Ctx<'_>) {
        let profile = fields::reader(&self.form).ok().and_then(|reader| reader.profile);
        match Scanned::of(text, profile.as_ref()) {
            Scanned::Card(card) => {
                let more = [card.nation, card.address, card.issuer, card.validity];
                let more: Vec<String> = more.into_iter().filter(|part| !part.is_empty()).collect();
                ctx.note.ok(t::read_as(ctx.lang, &card.name, &card.id.masked(), &more.join("  ")));
            }
            Scanned::Id(id) => ctx.note.ok(t::read_number(ctx.lang, &id.masked())),
            _ => ctx.note.warn(t::not_read(ctx.lang)),
        }
    }
}
