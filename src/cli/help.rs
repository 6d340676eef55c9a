//! Help made of the verb table: all verbs, those of one family, or one verb with its options.

use super::print::{Printed, table};
use super::verb::{GLOBALS, Opt, Verb, all};
use crate::text::Lang;
use crate::text::cli as t;
use serde_json::json;

pub(super) fn help(lang: Lang, verb: Option<&'static Verb>, words: &[String]) -> Printed {
    let lines = match verb {
        Some(verb) => of_verb(lang, verb),
        None => of_all(lang, words.first().map(String::as_str)),
    };
    Printed::new(json!({ "help": lines.join("\n") }), lines)
}

pub(super) fn version() -> Printed {
    let version = env!("CARGO_PKG_VERSION");
    Printed::new(json!({ "version": version }), vec![format!("baodao {version}")])
}

fn of_all(lang: Lang, family: Option<&str>) -> Vec<String> {
    let in_family = |verb: &&Verb| family.is_none_or(|first| verb.words.first() == Some(&first));
    let chosen: Vec<&Verb> = all().filter(in_family).collect();
    // an unknown word gets the whole help
    let verbs: Vec<&Verb> = if chosen.is_empty() { all().collect() } else { chosen };
    let mut lines =
        vec![t::about(lang).to_owned(), String::new(), t::usage_all(lang).to_owned(), String::new()];
    let row = |verb: &&Verb| vec![format!("  {}", bare(verb)), (verb.help)(lang).to_owned()];
    lines.extend(table(&verbs.iter().map(row).collect::<Vec<_>>()));
    lines.extend([String::new(), t::of_screen(lang).to_owned()]);
    lines.extend(options(lang, super::screen::OPTIONS));
    lines.extend([String::new(), t::everywhere(lang).to_owned()]);
    lines.extend(options(lang, GLOBALS));
    lines.extend([String::new(), t::exit_codes(lang).to_owned()]);
    lines
}

fn of_verb(lang: Lang, verb: &'static Verb) -> Vec<String> {
    let mut lines =
        vec![format!("{}{}", t::usage(lang), full(verb)), String::new(), (verb.help)(lang).to_owned()];
    if !verb.options.is_empty() {
        lines.extend([String::new(), t::options(lang).to_owned()]);
        lines.extend(options(lang, verb.options));
    }
    let global: Vec<Opt> = GLOBALS.iter().filter(|opt| verb.option(opt.name).is_some()).copied().collect();
    lines.extend([String::new(), t::everywhere(lang).to_owned()]);
    lines.extend(options(lang, &global));
    lines
}

fn options(lang: Lang, options: &[Opt]) -> Vec<String> {
    let row = |opt: &Opt| {
        let needed = if opt.needed { t::needed(lang) } else { "" };
        vec![format!("  {}", opt.shown()), format!("{}{needed}", (opt.help)(lang))]
    };
    table(&options.iter().map(row).collect::<Vec<_>>())
}

/// The verb with its operands.
fn bare(verb: &Verb) -> String {
    verb.words.iter().chain(verb.operands).copied().collect::<Vec<_>>().join(" ")
}

/// The whole line: needed options bare, the others in brackets.
fn full(verb: &Verb) -> String {
    let option = |opt: &Opt| if opt.needed { opt.shown() } else { format!("[{}]", opt.shown()) };
    let words = ["baodao".to_owned(), bare(verb)];
    words.into_iter().chain(verb.options.iter().map(option)).collect::<Vec<_>>().join(" ")
}
