//! A page as lines: read from its own drawing, so that no screen is written twice. Numbers what can be chosen, and
//! tells what is new.

use crate::text::shell as words;
use crate::ui::paint::{Click, Marks};
use crate::ui::shell::Shell;
use crate::ui::shell::plain::Facing;
use crate::ui::snapshot::text_between;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::HashSet;

/// Narrow, so that no panel stands beside a list; long, so that hardly anything is out of sight.
const COLS: u16 = 80;
const ROWS: u16 = 200;
/// Place and rule above; rule, message and keys below.
const HEAD: u16 = 2;
const FOOT: u16 = 3;

#[derive(Debug, Default)]
pub(super) struct Page {
    /// Place and status, as they stand in the first row.
    pub(super) place: String,
    /// Which page it is, and what it is called now.
    pub(super) called: (usize, String),
    pub(super) lines: Vec<String>,
    pub(super) note: String,
    /// What the numbers on the page stand for.
    pub(super) targets: Vec<Click>,
    /// The field that is written in, with what it holds; empty where there is none.
    pub(super) field: String,
    /// Which field of a form that is.
    pub(super) nth: Option<usize>,
    pub(super) caret: Option<(u16, u16)>,
}

/// What has been said already.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) called: (usize, String),
    exact: HashSet<String>,
    unmarked: HashSet<String>,
}

impl Page {
    pub(super) fn read(shell: &mut Shell) -> Self {
        let mut buffer = Buffer::empty(Rect::new(0, 0, COLS, ROWS));
        let marks = shell.view(&mut buffer);
        let facing = shell.facing();
        let mut page = Self {
            called: shell.called(),
            place: squeezed(&row(&buffer, 0)),
            note: row(&buffer, ROWS - 2).trim().to_owned(),
            ..Self::default()
        };
        page.focus(&buffer, &marks, facing);
        page.body(&buffer, &marks, facing, shell);
        shell.seen(marks, buffer.area.as_size());
        page
    }

    fn focus(&mut self, buffer: &Buffer, marks: &Marks, facing: Facing) {
        let Some(caret) = marks.caret.filter(|caret| caret.shown) else { return };
        self.caret = Some((caret.at.x, caret.at.y));
        if !matches!(facing, Facing::Page | Facing::Gate) {
            return;
        }
        self.nth = marks.clicks.iter().find_map(|(area, click)| match click {
            Click::Field(nth) if area.contains(caret.at) => Some(*nth),
            _ => None,
        });
        let line = without_rests(&row(buffer, caret.at.y));
        self.field = line.trim_start_matches([' ', '>', '*']).trim_end().to_owned();
        if self.field.is_empty() {
            self.field = "_".to_owned();
        }
    }

    fn body(&mut self, buffer: &Buffer, marks: &Marks, facing: Facing, shell: &Shell) {
        let is_box = !matches!(facing, Facing::Page | Facing::Help);
        let hints = [
            words::confirm_hint(shell.lang),
            words::pick_hint(shell.lang),
            words::prompt_hint(shell.lang),
            words::palette_hint(shell.lang),
        ];
        // names side by side are told one after the other
        let mut beside: Vec<(usize, Click, String)> = Vec::new();
        for y in HEAD.min(if is_box { 1 } else { HEAD })..ROWS - FOOT {
            let text = without_rests(&row(buffer, y));
            if matches!(text.trim(), "" | ">") || is_box && hints.contains(&text.trim()) {
                continue;
            }
            let here: Vec<(Rect, Click)> = marks
                .clicks
                .iter()
                .copied()
                .filter(|(area, click)| area.y == y && counts(*click, is_box))
                .collect();
            if here.len() > 1 && !is_box {
                beside.extend(here.iter().map(|(area, click)| {
                    let piece = text_between(buffer, y, area.left(), area.right());
                    (place(*click), *click, without_rests(&piece))
                }));
                continue;
            }
            self.flush(&mut beside);
            match here.as_slice() {
                [] => self.lines.push(text),
                [(_, click)] => self.numbered(*click, &text, is_box),
                several => {
                    for (area, click) in several {
                        let piece = text_between(buffer, y, area.left(), area.right());
                        self.numbered(*click, piece.trim_start(), is_box);
                    }
                }
            }
        }
        self.flush(&mut beside);
    }

    fn flush(&mut self, beside: &mut Vec<(usize, Click, String)>) {
        beside.sort_by_key(|(at, ..)| *at);
        for (_, click, text) in beside.drain(..) {
            self.numbered(click, &text, false);
        }
    }

    fn numbered(&mut self, click: Click, text: &str, is_box: bool) {
        self.targets.push(click);
        let sign = if is_box { "" } else { "#" };
        self.lines.push(format!("{sign}{} {}", self.targets.len(), text.trim_end()));
    }

    /// Another page than that, not the same one that counts something else in its title.
    pub(super) fn is_other(&self, known: &Known) -> bool {
        let head = |called: &str| called.split('>').next().unwrap_or_default().trim().to_owned();
        self.called.0 != known.called.0 || head(&self.called.1) != head(&known.called.1)
    }

    pub(super) fn known(&self) -> Known {
        let bare = || self.lines.iter().map(|line| bare(line));
        Known {
            called: self.called.clone(),
            exact: bare().map(str::to_owned).collect(),
            unmarked: bare().map(unmarked).collect(),
        }
    }

    /// The lines that were not said; that a row is no longer the chosen one is not worth a line.
    pub(super) fn news(&self, said: &[&Known]) -> Vec<&str> {
        let is_known = |line: &str| {
            let bare = bare(line);
            if is_marked(bare) {
                said.iter().any(|known| known.exact.contains(bare))
            } else {
                said.iter().any(|known| known.unmarked.contains(&unmarked(bare)))
            }
        };
        self.lines.iter().map(String::as_str).filter(|line| !is_known(line)).collect()
    }
}

fn row(buffer: &Buffer, y: u16) -> String {
    text_between(buffer, y, 0, COLS)
}

/// In a box its buttons are answers; on a page keys are under `?` anyway.
const fn counts(click: Click, is_box: bool) -> bool {
    match click {
        Click::Row(_) | Click::Field(_) => true,
        Click::Key(_) | Click::Target(_) => is_box,
    }
}

const fn place(click: Click) -> usize {
    match click {
        Click::Row(nth) | Click::Field(nth) | Click::Target(nth) => nth,
        Click::Key(_) => 0,
    }
}

/// Without the line that shows how long a field is.
fn without_rests(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("__") {
        let (before, line) = rest.split_at(at);
        out.push_str(before);
        rest = line.trim_start_matches('_');
    }
    (out + rest).trim_end().to_owned()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without its number, which moves when rows do.
fn bare(line: &str) -> &str {
    let rest = line.trim_start_matches('#').trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() < line.len() && rest.starts_with(' ') { rest } else { line }
}

fn is_marked(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

fn unmarked(line: &str) -> String {
    squeezed(line.trim_start().trim_start_matches('>'))
}
