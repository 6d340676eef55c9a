//! The command line as given: split by lexopt, given its meaning by the table of verbs. All of it is read before
//! anything is refused, so that a fault is told in the language and form that were asked for.

use super::fault::UseFault;
use super::near::nearest;
use super::screen::OPTIONS;
use super::verb::{GLOBALS, Kind, Opt, Verb, all, any_option};
use crate::domain::calendar::parse_day;
use crate::text::Lang;
use std::ffi::OsString;

/// What was typed, before it is known whether it makes sense.
#[derive(Default)]
pub(super) struct Line {
    pub(super) given: Given,
    words: Vec<OsString>,
    fault: Option<UseFault>,
    unknown: Option<String>,
}

/// The options with their values, and what stands without a name.
#[derive(Default)]
pub(super) struct Given {
    values: Vec<(&'static Opt, OsString)>,
    pub(super) operands: Vec<OsString>,
}

impl Given {
    pub(super) fn has(&self, name: &str) -> bool {
        self.values.iter().any(|(opt, _)| opt.name == name)
    }

    pub(super) fn value(&self, name: &str) -> Option<&OsString> {
        self.values.iter().find(|(opt, _)| opt.name == name).map(|(_, value)| value)
    }

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.value(name).and_then(|value| value.to_str())
    }

    pub(super) fn lang(&self) -> Option<Lang> {
        self.text("lang").and_then(Lang::from_key)
    }
}

/// What a line asks for.
pub(super) enum Asked {
    Run(&'static Verb),
    /// The words name a verb, the first of several, or none.
    Help(Option<&'static Verb>, Vec<String>),
    Version,
    Screen,
}

impl Line {
    pub(super) fn read(args: Vec<OsString>) -> Self {
        let mut line = Self::default();
        let mut parser = lexopt::Parser::from_args(args);
        loop {
            let long = match parser.next() {
                Ok(Some(lexopt::Arg::Value(word))) => {
                    line.words.push(word);
                    continue;
                }
                Ok(Some(lexopt::Arg::Long(name))) => name.to_owned(),
                Ok(Some(lexopt::Arg::Short('h'))) => "help".to_owned(),
                Ok(Some(lexopt::Arg::Short('V'))) => "version".to_owned(),
                Ok(Some(lexopt::Arg::Short(letter))) => format!("-{letter}"),
                Ok(None) | Err(_) => return line,
            };
            let attached = parser.optional_value();
            line.option(&long, attached, &mut parser);
        }
    }

    fn option(&mut self, name: &str, attached: Option<OsString>, parser: &mut lexopt::Parser) {
        let Some(opt) = any_option(name) else {
            self.unknown.get_or_insert_with(|| name.to_owned());
            return;
        };
        let value = match (opt.kind, attached) {
            (Kind::Flag, None) => OsString::new(),
            (Kind::Flag, Some(_)) => return self.wrong(UseFault::NeedlessValue(opt.name)),
            (_, Some(value)) => value,
            (_, None) => match next_value(parser) {
                Some(value) => value,
                None => return self.wrong(UseFault::NoValue(opt.name)),
            },
        };
        if self.given.has(opt.name) && opt.kind != Kind::Flag {
            return self.wrong(UseFault::Twice(opt.name));
        }
        if let Some(fault) = value_fault(opt, &value) {
            return self.wrong(fault);
        }
        self.given.values.push((opt, value));
    }

    /// The first fault is the one that is told.
    fn wrong(&mut self, fault: UseFault) {
        self.fault.get_or_insert(fault);
    }

    /// What the line means.
    pub(super) fn asked(&mut self) -> Result<Asked, UseFault> {
        let words: Vec<String> = self.words.iter().map(|word| word.to_string_lossy().into_owned()).collect();
        if self.given.has("version") {
            return Ok(Asked::Version);
        }
        if words.first().is_some_and(|word| word == "help") || self.given.has("help") {
            let words: Vec<String> = words.into_iter().filter(|word| word != "help").collect();
            return Ok(Asked::Help(verb_of(&words), words));
        }
        let verb =
            if words.is_empty() { None } else { Some(verb_of(&words).ok_or_else(|| unknown_verb(&words))?) };
        if let Some(fault) =
            self.unknown.take().map(|typed| unknown_option(typed, verb)).or(self.fault.take())
        {
            return Err(fault);
        }
        let Some(verb) = verb else {
            let alone = self
                .given
                .values
                .iter()
                .find(|(opt, _)| !GLOBALS.iter().chain(OPTIONS).any(|known| known.name == opt.name));
            return match alone {
                Some((opt, _)) => Err(UseFault::Alone(opt.name)),
                None if self.given.has("on") => Err(UseFault::Alone("on")),
                None if self.given.has("json") => Err(UseFault::JsonScreen),
                None => Ok(Asked::Screen),
            };
        };
        self.given.operands = self.words.split_off(verb.words.len());
        fits(verb, &self.given).map(|()| Asked::Run(verb))
    }
}

/// The next word, unless it is an option of ours: then the value was forgotten.
fn next_value(parser: &mut lexopt::Parser) -> Option<OsString> {
    let mut rest = parser.try_raw_args()?;
    let next = rest.peek()?.to_string_lossy().into_owned();
    let name = next.strip_prefix("--").map(|name| name.split('=').next().unwrap_or_default().to_owned());
    if name.is_some_and(|name| any_option(&name).is_some()) {
        return None;
    }
    rest.next()
}

fn value_fault(opt: &'static Opt, value: &OsString) -> Option<UseFault> {
    let text = value.to_str();
    if text.is_none() && !matches!(opt.kind, Kind::Path(_)) {
        return Some(UseFault::NotText(opt.name));
    }
    let text = text.unwrap_or_default();
    match opt.kind {
        Kind::Flag => None,
        Kind::Text(_) | Kind::Path(_) => value.is_empty().then_some(UseFault::NoValue(opt.name)),
        Kind::Day => parse_day(text).is_none().then_some(UseFault::Day(opt.name)),
        Kind::Whole(most) => {
            let fits = text.parse::<u32>().is_ok_and(|number| number <= most);
            (!fits).then_some(UseFault::Number { option: opt.name, most })
        }
        Kind::One(words) => {
            let known = words.contains(&text);
            (!known).then(|| UseFault::Choice { option: opt.name, choices: words.join(", ") })
        }
    }
}

/// The verb that the first words name.
fn verb_of(words: &[String]) -> Option<&'static Verb> {
    all().find(|verb| {
        words.len() >= verb.words.len() && verb.words.iter().zip(words).all(|(known, typed)| known == typed)
    })
}

fn unknown_verb(words: &[String]) -> UseFault {
    let names: Vec<String> = all().map(Verb::name).collect();
    let known = || names.iter().map(String::as_str);
    let typed = words.iter().take(2).cloned().collect::<Vec<_>>().join(" ");
    let first = words.first().cloned().unwrap_or_default();
    let group: Vec<&str> = known().filter(|name| name.split(' ').next() == Some(first.as_str())).collect();
    if !group.is_empty() {
        let near = nearest(&typed, group.iter().copied()).map_or_else(|| group.join(", "), str::to_owned);
        return UseFault::UnknownVerb { typed, near: Some(near) };
    }
    let one = known().filter(|name| !name.contains(' '));
    let near = nearest(&first, one).or_else(|| nearest(&typed, known()));
    let typed = if near.is_some_and(|near| near.contains(' ')) { typed } else { first };
    UseFault::UnknownVerb { typed, near: near.map(str::to_owned) }
}

fn unknown_option(typed: String, verb: Option<&'static Verb>) -> UseFault {
    let own = verb.map_or(OPTIONS, |verb| verb.options);
    let known = own.iter().chain(GLOBALS).map(|opt| opt.name);
    let near = nearest(&typed, known).map(|name| format!("--{name}"));
    let typed = if typed.starts_with('-') { typed } else { format!("--{typed}") };
    UseFault::UnknownOption { typed, near }
}

/// Whether the verb takes what was given, and has what it needs.
fn fits(verb: &'static Verb, given: &Given) -> Result<(), UseFault> {
    for (opt, value) in &given.values {
        let own =
            verb.option(opt.name).ok_or_else(|| UseFault::NotHere { option: opt.name, verb: verb.name() })?;
        // the value was looked at as another verb's option of this name
        if let Some(fault) = value_fault(own, value) {
            return Err(fault);
        }
    }
    if let Some(operand) = verb.operands.get(given.operands.len()) {
        return Err(UseFault::MissingOperand { operand, verb: verb.name() });
    }
    if let Some(more) = given.operands.get(verb.operands.len()) {
        return Err(UseFault::TooMany { typed: more.to_string_lossy().into_owned(), verb: verb.name() });
    }
    match verb.options.iter().find(|opt| opt.needed && !given.has(opt.name)) {
        Some(missing) => Err(UseFault::MissingOption { option: missing.shown(), verb: verb.name() }),
        None => Ok(()),
    }
}
