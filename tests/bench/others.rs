//! The export against what most people write sheets with: the libraries of Python, each in its mode for many rows. Only
//! those that this machine has.

use crate::measure::{Goal, report};
use crate::sheets::{COLUMNS, RUNS};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// A tenth of the large sheet: both take their time by the row, and a minute each is too long to wait for.
pub(super) const ROWS: usize = 30_000;
/// How much longer they are to take.
const AHEAD: f64 = 6.0;
/// The exit code of a script whose library is not there.
const MISSING: i32 = 3;

/// Writes the words of the sheet and prints the seconds, without those that starting Python takes.
const SCRIPT: &str = r#"
import sys, time
library, rows, columns, to = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
try:
    module = __import__(library)
except ImportError:
    sys.exit(3)
began = time.perf_counter()
words = lambda row: [f"王建国{row}-{column}" for column in range(columns)]
if library == "openpyxl":
    book = module.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in range(rows):
        sheet.append(words(row))
    book.save(to)
else:
    book = module.Workbook(to, {"constant_memory": True})
    sheet = book.add_worksheet()
    for row in range(rows):
        for column, word in enumerate(words(row)):
            sheet.write_string(row, column, word)
    book.close()
print(time.perf_counter() - began)
"#;

pub(super) fn measure(folder: &Path, ours: &[Duration]) {
    for library in ["openpyxl", "xlsxwriter"] {
        let theirs: Result<Vec<Duration>, String> =
            (0..RUNS).map(|_| write(library, &folder.join("theirs.xlsx"))).collect();
        match theirs {
            Ok(mut theirs) => {
                theirs.sort();
                report("export  30,000 x 20 cells", ours, Goal::Ahead(AHEAD), library, &theirs);
            }
            Err(why) => println!("export  30,000 x 20 cells against {library}: not measured, {why}"),
        }
    }
}

fn write(library: &str, to: &Path) -> Result<Duration, String> {
    let size = [ROWS, COLUMNS].map(|n| n.to_string());
    let ran = Command::new("python3").args(["-c", SCRIPT, library]).args(size).arg(to).output();
    let ran = ran.map_err(|_| "python3 is not installed".to_owned())?;
    if ran.status.code() == Some(MISSING) {
        return Err("it is not installed".to_owned());
    }
    let printed = String::from_utf8_lossy(&ran.stdout);
    let seconds = printed.trim().parse().map_err(|_| String::from_utf8_lossy(&ran.stderr).into_owned())?;
    Ok(Duration::from_secs_f64(seconds))
}
