//! Learns how the scanner or card reader at this station types: a card is scanned two or three times, the page shows
//! what arrived and proposes the format, the clerk corrects and saves it in one act. While it is open nothing is
//! enrolled by a scan.

mod fields;
mod view;

use crate::app::codes;
use crate::app::words::joined;
use crate::domain::reader::{Heard, Pace, learn, unescaped};
use crate::domain::scan::Scanned;
use crate::text::{Lang, form as form_words, reader as t};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Hears, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::paint::Paint;
use crate::ui::screen::form_page::{FormCmd, FormPage, choose, save};
use crate::ui::widget::form::Form;
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
/// Characters of an ID number.
const ID_CHARS: usize = 18;
/// Tags the line that is pasted to be tried.
const SAMPLE: &str = "sample";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Own {
    Test,
    Forget,
}

impl FormPage for Reader {
    type Field = F;
    type Own = Own;
    const COMMANDS: &'static [Command<FormCmd<Own>>] = &[
        save(form_words::save, t::save_about),
        choose(),
        shown(FormCmd::Own(Own::Test), &[Key::F(6)], t::test, t::test_about),
        shown(FormCmd::Own(Own::Forget), &[], t::forget, t::forget_about),
    ];

    fn form(&self) -> &Form<F> {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form<F> {
        &mut self.form
    }

    fn title(&self, lang: Lang) -> String {
        t::title(lang).to_owned()
    }

    fn hears(&self) -> Hears {
        Hears::Devices
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        fields::set_lists(&mut self.form, ctx.lang);
        if !self.form.is_dirty() {
            self.take_from_file(ctx);
        }
    }

    fn taken_back(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        self.take_from_file(ctx);
        Flow::Listen(ctx.desk.reader())
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
                ctx.fail(&trouble);
                Flow::Stay
            }
        }
    }

    fn changed(&mut self, _: F, _: &mut Ctx<'_>) {
        self.settle();
    }

    /// A format is judged as a whole, when it is saved.
    fn left(&mut self, _: F, _: &mut Ctx<'_>) {}

    fn own(&mut self, own: Own, ctx: &mut Ctx<'_>) -> Flow {
        match own {
            Own::Test => return self.test(ctx),
            Own::Forget => {
                self.samples.clear();
                self.settle();
                ctx.note.ok(t::forgotten(ctx.lang));
            }
        }
        Flow::Stay
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        let Input::Heard(heard) = input else { return Flow::Unused };
        self.hear(heard, ctx);
        Flow::Stay
    }

    fn answered(&mut self, answer: &Answer, ctx: &mut Ctx<'_>) -> Flow {
        if answer.tag != SAMPLE {
            return Flow::Unused;
        }
        if let Said::Text(text) = &answer.said {
            self.read(text, ctx);
        }
        Flow::Stay
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
        // a number that was scanned before says nothing about a record of more
        if !is_number(heard) {
            self.samples.retain(|sample| !is_number(sample));
        }
        self.samples.push(heard.clone());
        if self.samples.len() > SAMPLES {
            self.samples.remove(0);
        }
        let is_nation = |text: &str| codes::NATIONS.meant(text).is_some();
        match learn(&self.samples, is_nation) {
            Some(learned) if learned.profile().is_some() => {
                fields::propose(&mut self.form, &learned);
                say(t::proposed(ctx.lang), learned.pace, ctx);
            }
            Some(learned) if Scanned::of(&heard.text(), None).id().is_some() => {
                fields::propose(&mut self.form, &learned);
                say(t::number_only(ctx.lang), learned.pace, ctx);
            }
            _ => ctx.note.warn(t::not_learned(ctx.lang)),
        }
        self.settle();
    }

    fn test(&self, ctx: &mut Ctx<'_>) -> Flow {
        let Some(heard) = self.samples.last() else {
            return Flow::Ask(Dialog::prompt(t::paste_sample(ctx.lang), "").tagged(SAMPLE).hearing());
        };
        self.read(&heard.text(), ctx);
        Flow::Stay
    }

    fn read(&self, text: &str, ctx: &mut Ctx<'_>) {
        let profile = fields::reader(&self.form).ok().and_then(|reader| reader.profile);
        match Scanned::of(text, profile.as_ref()) {
            Scanned::Card(card) => {
                let more = [card.nation, card.address, card.issuer, card.validity];
                ctx.note.ok(t::read_as(ctx.lang, &card.name, &card.id.masked(), &joined(more)));
            }
            Scanned::Id(id) if profile.is_none() => ctx.note.ok(t::read_alone(ctx.lang, &id.masked())),
            Scanned::Id(id) => ctx.note.ok(t::read_number(ctx.lang, &id.masked())),
            _ => ctx.note.warn(t::not_read(ctx.lang)),
        }
    }
}

/// No more than a number came.
fn is_number(heard: &Heard) -> bool {
    heard.text().trim().chars().count() <= ID_CHARS
}

/// What was learned; of a slow device also what that costs.
fn say(learned: &str, pace: Pace, ctx: &mut Ctx<'_>) {
    if pace.is_like_typing() {
        ctx.note.warn(t::slow(ctx.lang, learned, pace.ms()));
    } else {
        ctx.note.ok(learned);
    }
}
