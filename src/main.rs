//! The program `baodao`: hands the command line to `cli`, and sees to it that a crash leaves a sane terminal.

use baodao::cli;
use baodao::text::Lang;
use baodao::text::shell;
use std::io::{self, Write};
use std::panic;
use std::process::ExitCode;

/// Our own data or output could not be used: what a crash comes to.
const BROKEN: u8 = 3;

fn main() -> ExitCode {
    let lang = cli::system_lang(|name| std::env::var(name).ok());
    panic::set_hook(Box::new(move |_| crashed(lang)));
    let ran =
        panic::catch_unwind(|| cli::run(std::env::args_os().skip(1), &mut io::stdout(), &mut io::stderr()));
    ExitCode::from(ran.unwrap_or(BROKEN))
}

/// One sentence without any data. The screen puts its own hook before this one and restores the terminal first;
/// a job that panics beside the screen is news for the loop and says nothing here.
fn crashed(lang: Lang) {
    if std::thread::current().name() == Some("main") {
        // nobody may be there to read it
        let _ = writeln!(io::stderr(), "{}", shell::broken_off(lang));
    }
}
