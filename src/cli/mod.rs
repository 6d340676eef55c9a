//! The command line: every verb once, for scripts, tests and other programs. The screens do the same things with
//! the same words.

mod audit;
mod backup;
mod call;
mod classes;
mod code;
mod courses;
mod demo;
mod departures;
mod enrol;
mod export;
mod fault;
mod find;
mod help;
mod holidays;
mod hours;
mod import;
mod init;
mod layouts;
mod leave;
mod line;
mod mark;
mod near;
mod operators;
mod people;
mod print;
mod screen;
mod sessions;
mod timetable;
mod verb;
mod waiting;

use crate::app::Opened;
use crate::text::Lang;
use call::Call;
use fault::Failure;
use line::{Asked, Line};
use print::Printed;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// What the program finds around itself; tests give another.
#[derive(Debug, Clone)]
pub struct Env {
    /// Clock and chance, and an operator or a day where the line names none.
    pub opened: Opened,
    /// The platform's folder for this program's data.
    pub home: Option<PathBuf>,
    /// The system's language.
    pub lang: Lang,
    /// A person sits at both ends: the screen can be shown.
    pub is_terminal: bool,
    /// Progress is read by a person.
    pub is_watched: bool,
    /// The PIN of whoever acts, and one that is to be set. From the environment: a command line is seen by everybody
    /// on the machine and kept by the shell.
    pub pin: Option<String>,
    pub new_pin: Option<String>,
}

/// Where verbs that change something find the PIN of the operator.
pub const PIN: &str = "BAODAO_PIN";
/// Where `operator add` and `operator change` find the PIN to be set.
pub const NEW_PIN: &str = "BAODAO_NEW_PIN";

impl Env {
    pub fn system() -> Self {
        let home = directories::ProjectDirs::from("", "", "baodao").map(|dirs| dirs.data_dir().to_owned());
        Self {
            opened: Opened { folders: folders(), ..Opened::default() },
            home,
            lang: system_lang(|name| std::env::var(name).ok()),
            is_terminal: io::stdin().is_terminal() && io::stdout().is_terminal(),
            is_watched: io::stderr().is_terminal(),
            pin: std::env::var(PIN).ok(),
            new_pin: std::env::var(NEW_PIN).ok(),
        }
    }
}

/// Desktop, downloads and documents.
fn folders() -> Vec<PathBuf> {
    let Some(dirs) = directories::UserDirs::new() else { return Vec::new() };
    let folders = [dirs.desktop_dir(), dirs.download_dir(), dirs.document_dir()];
    folders.into_iter().flatten().map(Path::to_owned).collect()
}

/// Chinese for a Chinese system and for one that says nothing, English for any other.
pub fn system_lang(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(variable)
        .find(|value| !value.is_empty())
        .unwrap_or_default()
        .to_lowercase();
    let name = said.split('.').next().unwrap_or_default();
    let is_chinese = name.starts_with("zh") || matches!(name, "" | "c" | "posix");
    if is_chinese { Lang::Zh } else { Lang::En }
}

/// Runs one command line, without the program's own name; returns the exit code.
pub fn run(args: impl IntoIterator<Item = OsString>, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    run_with(args, &Env::system(), out, err)
}

#[doc(hidden)]
pub fn run_with(
    args: impl IntoIterator<Item = OsString>,
    env: &Env,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let mut line = Line::read(args.into_iter().collect());
    let asked = line.asked();
    let lang = line.given.lang().unwrap_or(env.lang);
    let json = line.given.has("json");
    let answer = asked.map_err(Failure::from).and_then(|asked| {
        let mut call = Call { lang, given: &line.given, env, err, signs_in: false };
        match asked {
            Asked::Run(verb) => {
                call.signs_in = verb.does.signs_in();
                (verb.run)(&mut call).map(Some)
            }
            Asked::Help(verb, words) => Ok(Some(help::help(lang, verb, &words))),
            Asked::Version => Ok(Some(help::version())),
            Asked::Screen => screen::run(&mut call).map(|()| None),
        }
    });
    match answer {
        Ok(None) => print::DONE,
        Ok(Some(printed)) => written(printed.exit, out.write_all(printed.text(json).as_bytes()), out),
        Err(failure) => {
            let (code, text) = (failure.code(), failure.text(lang));
            if json {
                let told = serde_json::json!({ "error": { "code": code, "text": text } });
                written(failure.exit(), writeln!(out, "{}", print::json_text(&told)), out)
            } else {
                // nobody reads it: the exit code still tells
                let _ = writeln!(err, "{text}");
                failure.exit()
            }
        }
    }
}

/// A reader that has seen enough ends us quietly; an answer that cannot be written is a failure.
fn written(exit: u8, answer: io::Result<()>, out: &mut dyn Write) -> u8 {
    match answer.and_then(|()| out.flush()) {
        Ok(()) => exit,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => print::DONE,
        Err(_) => print::BROKEN,
    }
}

/// Shared by families whose verbs answer with nothing but facts and lines.
fn answer(json: serde_json::Value, lines: Vec<String>) -> Result<Printed, Failure> {
    Ok(Printed::new(json, lines))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_comes_first() {
        let lang = |pairs: &'static [(&str, &str)]| {
            system_lang(|name| {
                pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(lang(&[]), Lang::Zh);
        assert_eq!(lang(&[("LANG", "C.UTF-8")]), Lang::Zh);
        assert_eq!(lang(&[("LANG", "en_US.UTF-8")]), Lang::En);
        assert_eq!(
            lang(&[("LC_ALL", ""), ("LC_MESSAGES", "zh_CN.UTF-8"), ("LANG", "en_US.UTF-8")]),
            Lang::Zh
        );
        assert_eq!(lang(&[("LC_ALL", "de_DE"), ("LANG", "zh_CN.UTF-8")]), Lang::En);
    }
}
