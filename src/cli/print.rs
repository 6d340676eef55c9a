//! What a verb answers, and how it is written: JSON for programs, lines for people. Nothing that a terminal
//! could take for a command leaves here.

use crate::domain::phone::mask;
use crate::domain::written::is_unseen;
use crate::ui::width::width;
use serde_json::Value;

/// Done, warnings included.
pub(super) const DONE: u8 = 0;
/// Done with rejected rows or blocking findings.
pub(super) const FINDINGS: u8 = 1;
/// Wrong use, refused input, no such class.
pub(super) const REFUSED: u8 = 2;
/// Our own data or output could not be opened or written.
pub(super) const BROKEN: u8 = 3;

#[derive(Debug)]
pub(super) struct Printed {
    pub(super) json: Value,
    pub(super) lines: Vec<String>,
    pub(super) exit: u8,
}

impl Printed {
    pub(super) fn new(json: Value, lines: Vec<String>) -> Self {
        Self { json, lines, exit: DONE }
    }

    #[must_use]
    pub(super) fn exit(self, exit: u8) -> Self {
        Self { exit, ..self }
    }

    pub(super) fn text(&self, json: bool) -> String {
        let lines: Vec<String> = if json {
            vec![json_text(&self.json)]
        } else {
            self.lines.iter().map(|line| clean(line)).collect()
        };
        lines.into_iter().map(|line| line + "\n").collect()
    }
}

/// Indented JSON whose strings show what they are.
pub(super) fn json_text(value: &Value) -> String {
    // a value of our own making always becomes text
    serde_json::to_string_pretty(&cleaned(value)).unwrap_or_default()
}

fn cleaned(value: &Value) -> Value {
    match value {
        Value::String(text) => {
            Value::String(text.chars().filter(|c| *c == '\n' || !is_unseen(*c)).collect::<String>())
        }
        Value::Array(items) => Value::Array(items.iter().map(cleaned).collect()),
        Value::Object(pairs) => {
            Value::Object(pairs.iter().map(|(name, item)| (name.clone(), cleaned(item))).collect())
        }
        other => other.clone(),
    }
}

/// One line without characters that show nothing, turn the reading direction or steer the terminal.
pub(super) fn clean(line: &str) -> String {
    line.chars().filter(|c| !is_unseen(*c)).collect()
}

/// The same with every ID and mobile number masked: for sentences that repeat what was typed.
pub(super) fn discreet(text: &str) -> String {
    let mut shown = String::new();
    let mut run = String::new();
    for c in clean(text).chars().chain(['\n']) {
        let ends_id = matches!(c, 'x' | 'X') && run.len() == 17;
        if c.is_ascii_digit() || ends_id {
            run.push(c);
        } else {
            match run.len() {
                15 | 18 => shown.push_str(&mask(&run, 6, 4)),
                11 if run.starts_with('1') => shown.push_str(&mask(&run, 3, 4)),
                _ => shown.push_str(&run),
            }
            run.clear();
            shown.push(c);
        }
    }
    shown.pop();
    shown
}

/// Rows under each other, columns two apart, by what a terminal shows.
pub(super) fn table(rows: &[Vec<String>]) -> Vec<String> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest =
        |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count).map(widest).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(cell, widest)| {
            let gap = widest.saturating_sub(width(cell)) + 2;
            format!("{cell}{}", " ".repeat(gap))
        });
        cells.collect::<String>().trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_printed_steers_a_terminal() {
        let printed = Printed::new(
            serde_json::json!({"name": "王\u{1b}[2J\u{202e}芳", "list": ["a\u{7}"]}),
            vec!["王\u{1b}[2J\u{9b}芳".to_owned()],
        );
        assert_eq!(printed.text(false), "王[2J芳\n");
        assert!(printed.text(true).contains("王[2J芳") && !printed.text(true).contains("\\u0007"));
    }

    #[test]
    fn typed_numbers_are_masked() {
        assert_eq!(discreet("no 14099919970313004X here"), "no 140999********004X here");
        assert_eq!(discreet("13812345678"), "138****5678");
        assert_eq!(discreet("20260907-083000"), "20260907-083000");
    }

    #[test]
    fn hanzi_take_two_columns() {
        let rows = [vec!["王芳".to_owned(), "1".to_owned()], vec!["a".to_owned(), "2".to_owned()]];
        assert_eq!(table(&rows), ["王芳  1", "a     2"]);
    }
}
