//! What a verb of the command line is: one declaration feeds parsing, help, faults and the run.

use super::call::Call;
use super::fault::Failure;
use super::print::Printed;
use crate::text::Words;
use crate::text::cli as t;

pub(super) struct Verb {
    /// `["class", "add"]`.
    pub(super) words: &'static [&'static str],
    /// Placeholders of what stands without a name, all needed.
    pub(super) operands: &'static [&'static str],
    pub(super) options: &'static [Opt],
    pub(super) does: Does,
    pub(super) help: Words,
    pub(super) run: fn(&mut Call<'_>) -> Result<Printed, Failure>,
}

/// What a verb does with the file, and so whether somebody must answer for it in a guarded centre.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Does {
    /// Tells what a notice board may: classes, catalogues, whether the data is sound.
    Looks,
    /// Tells of people, or copies what does: on the screen that is covered until somebody signs in.
    Tells,
    Changes,
}

impl Does {
    pub(super) const fn signs_in(self) -> bool {
        matches!(self, Self::Tells | Self::Changes)
    }
}

#[derive(Clone, Copy)]
pub(super) struct Opt {
    /// Without the two hyphens.
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) needed: bool,
    pub(super) help: Words,
}

/// What the value of an option is; a flag has none.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Flag,
    /// Free words, with their placeholder.
    Text(&'static str),
    /// A file or folder, with its placeholder.
    Path(&'static str),
    Day,
    /// A whole number from 0 to so much.
    Whole(u32),
    One(&'static [&'static str]),
}

impl Verb {
    pub(super) fn name(&self) -> String {
        self.words.join(" ")
    }

    /// An option of this verb or of all.
    pub(super) fn option(&self, name: &str) -> Option<&'static Opt> {
        // as if it were another day: only for looking
        let global = GLOBALS.iter().filter(|opt| self.does != Does::Changes || opt.name != "on");
        self.options.iter().chain(global).find(|opt| opt.name == name)
    }
}

impl Opt {
    pub(super) const fn new(name: &'static str, kind: Kind, help: Words) -> Self {
        Self { name, kind, needed: false, help }
    }

    pub(super) const fn needed(name: &'static str, kind: Kind, help: Words) -> Self {
        Self { name, kind, needed: true, help }
    }

    /// `--class CODE`.
    pub(super) fn shown(&self) -> String {
        match self.kind {
            Kind::Flag => format!("--{}", self.name),
            Kind::Text(value) | Kind::Path(value) => format!("--{} {value}", self.name),
            Kind::Day => format!("--{} DATE", self.name),
            Kind::Whole(_) => format!("--{} N", self.name),
            Kind::One(words) => format!("--{} {}", self.name, words.join("|")),
        }
    }
}

/// The class that a verb is about.
pub(super) const CLASS: Opt = Opt::needed("class", Kind::Text("CODE"), t::opt_class);

/// Options of every verb; they stand anywhere on the line.
pub(super) const GLOBALS: &[Opt] = &[
    Opt::new("data", Kind::Path("DIR"), t::opt_data),
    Opt::new("lang", Kind::One(&["zh", "en"]), t::opt_lang),
    Opt::new("json", Kind::Flag, t::opt_json),
    Opt::new("operator", Kind::Text("NAME"), t::opt_operator),
    Opt::new("on", Kind::Day, t::opt_on),
    Opt::new("help", Kind::Flag, t::opt_help),
    Opt::new("version", Kind::Flag, t::opt_version),
];

/// Every verb, in the order of a class's life.
pub(super) fn all() -> impl Iterator<Item = &'static Verb> + Clone {
    const FAMILIES: &[&[Verb]] = &[
        super::init::VERBS,
        super::demo::VERBS,
        super::courses::VERBS,
        super::classes::VERBS,
        super::timetable::VERBS,
        super::sessions::VERBS,
        super::holidays::VERBS,
        super::import::VERBS,
        super::enrol::VERBS,
        super::waiting::VERBS,
        super::departures::VERBS,
        super::find::VERBS,
        super::people::VERBS,
        super::mark::VERBS,
        super::leave::VERBS,
        super::hours::VERBS,
        super::export::VERBS,
        super::layouts::VERBS,
        super::operators::VERBS,
        super::backup::VERBS,
        super::audit::VERBS,
    ];
    FAMILIES.iter().flat_map(|family| family.iter())
}

/// The option of this name, whatever verb has it; all verbs agree on its kind.
pub(super) fn any_option(name: &str) -> Option<&'static Opt> {
    GLOBALS.iter().chain(all().flat_map(|verb| verb.options)).find(|opt| opt.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn an_option_takes_a_value_in_every_verb_or_in_none() {
        for opt in all().flat_map(|verb| verb.options) {
            let other = any_option(opt.name).unwrap();
            assert_eq!(opt.kind == Kind::Flag, other.kind == Kind::Flag, "{}", opt.name);
            assert!(GLOBALS.iter().all(|global| global.name != opt.name), "{}", opt.name);
        }
    }

    #[test]
    fn every_verb_and_option_has_help_in_both_languages() {
        for verb in all() {
            let helps = verb.options.iter().map(|opt| opt.help).chain([verb.help]);
            for help in helps {
                assert_ne!(help(Lang::Zh), help(Lang::En));
                assert!(!help(Lang::Zh).is_empty() && !help(Lang::En).is_empty());
            }
        }
        let mut names: Vec<String> = all().map(Verb::name).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all().count());
    }
}
