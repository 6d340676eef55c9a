//! A page as lines: read from its own drawing, so that no screen is written twice. Numbers what can be chosen, and
//! tells what is new.

use crate::text::shell as words;
use crate::ui::paint::{Click, Marks};
use crate::ui::shell::Shell;
use crate::ui::shell::plain::Facing;
use crate::ui::snapshot::text_between;
use crate::ui::width::width;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::HashSet;

/// Narrow, so that no panel stands beside a list; long, so that hardly anything is out of sight.
const COLS: u16 = 80;
const ROWS: u16 = 200;
/// Place and rule above; rule, message and keys below.
const HEAD: u16 = 2;
const FOOT: u16 = 3;
/// Narrower than any name: a cell of a grid.
const CELL: u16 = 6;

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
    /// It must be filled in.
    pub(super) required: bool,
    /// What is written there is for nobody's eyes.
    pub(super) secret: bool,
    /// It is a list, not a form.
    pub(super) has_rows: bool,
    pub(super) caret: Option<(u16, u16)>,
    /// Something lies over the page, and only that is told.
    pub(super) is_box: bool,
}

/// What has been said already.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) called: (usize, String),
    exact: HashSet<String>,
    unmarked: HashSet<String>,
}

impl Known {
    /// Nothing was said yet.
    pub(super) fn is_empty(&self) -> bool {
        self.exact.is_empty()
    }
}

impl Page {
    pub(super) fn read(shell: &mut Shell) -> Self {
        // the settings may have dressed the shell for eyes
        shell.theme = super::theme();
        let mut buffer = Buffer::empty(Rect::new(0, 0, COLS, ROWS));
        let marks = shell.view(&mut buffer);
        let facing = shell.facing();
        let mut page = Self {
            called: shell.called(),
            place: squeezed(&row(&buffer, 0)),
            note: row(&buffer, ROWS - 2).trim().to_owned(),
            ..Self::default()
        };
        let area = marks.inside.unwrap_or(Rect::new(0, HEAD, COLS, ROWS - HEAD - FOOT));
        page.is_box = marks.inside.is_some();
        page.focus(&buffer, &marks, area, facing);
        page.body(&buffer, &marks, area, shell);
        page.has_rows = page.targets.iter().any(|target| matches!(target, Click::Row(_)));
        shell.seen(marks, buffer.area.as_size());
        page
    }

    fn focus(&mut self, buffer: &Buffer, marks: &Marks, area: Rect, facing: Facing) {
        let Some(caret) = marks.caret.filter(|caret| caret.shown) else { return };
        self.caret = Some((caret.at.x, caret.at.y));
        if !matches!(facing, Facing::Page | Facing::Gate) {
            return;
        }
        self.nth = marks.clicks.iter().find_map(|(area, click)| match click {
            Click::Field(nth) if area.contains(caret.at) => Some(*nth),
            _ => None,
        });
        self.secret = caret.secret;
        let line = written(buffer, area, caret.at);
        let label = line.trim_start_matches([' ', '>']);
        self.required = self.nth.is_some() && label.starts_with('*');
        self.field = label.trim_start_matches(['*', ' ']).trim_end().to_owned();
        if self.field.is_empty() {
            self.field = "_".to_owned();
        }
    }

    fn body(&mut self, buffer: &Buffer, marks: &Marks, area: Rect, shell: &Shell) {
        let (lang, facing) = (shell.lang, shell.facing());
        let is_asked = !matches!(facing, Facing::Page | Facing::Help);
        let hints = [
            words::confirm_hint(lang),
            words::pick_hint(lang),
            words::place_hint(lang),
            words::prompt_hint(lang),
            words::palette_hint(lang),
        ];
        // names side by side are told one after the other
        let mut beside: Vec<(usize, Click, String)> = Vec::new();
        // what stands right of a list is told after it
        let mut aside: Vec<String> = Vec::new();
        for y in area.top()..area.bottom() {
            let caret = marks.caret.filter(|caret| caret.shown && caret.at.y == y);
            // the question itself names the one box of a page
            if caret.is_some() && facing == Facing::Page && self.nth.is_none() {
                continue;
            }
            let text = match caret {
                Some(caret) => written(buffer, area, caret.at),
                None => piece(buffer, y, area.left(), area.right()),
            };
            if matches!(text.trim(), "" | ">") || is_asked && hints.contains(&text.trim()) {
                continue;
            }
            let text = if self.is_box { text.trim_start() } else { &text };
            let here: Vec<(Rect, Click)> = marks
                .clicks
                .iter()
                .copied()
                .filter(|(area, click)| area.y == y && counts(*click, is_asked))
                .collect();
            // a row of a grid is one line, however many cells it has
            let is_grid = here.iter().any(|(area, _)| area.width < CELL);
            // a shorter column may leave a longer one alone
            if !is_grid && (here.len() > 1 || here.len() == 1 && !beside.is_empty()) {
                beside.extend(here.iter().map(|(area, click)| {
                    let piece = piece(buffer, y, area.left(), area.right());
                    (place(*click), *click, if is_asked { piece.trim_start().to_owned() } else { piece })
                }));
                continue;
            }
            self.flush(&mut beside, is_asked);
            match here.first() {
                Some((target, click)) if !is_grid && target.width < area.width / 2 => {
                    self.numbered(*click, &piece(buffer, y, target.left(), target.right()), is_asked);
                    aside.push(piece(buffer, y, target.right(), area.right()));
                }
                Some((_, click)) => self.numbered(*click, text, is_asked),
                None if aside.is_empty() => self.lines.push(text.to_owned()),
                None => aside.push(text.to_owned()),
            }
        }
        self.flush(&mut beside, is_asked);
        self.lines.extend(aside.into_iter().filter(|text| !text.is_empty()));
    }

    fn flush(&mut self, beside: &mut Vec<(usize, Click, String)>, is_asked: bool) {
        beside.sort_by_key(|(at, ..)| *at);
        for (_, click, text) in beside.drain(..) {
            self.numbered(click, &text, is_asked);
        }
    }

    fn numbered(&mut self, click: Click, text: &str, is_asked: bool) {
        self.targets.push(click);
        let sign = if is_asked { "" } else { "#" };
        self.lines.push(format!("{sign}{} {}", self.targets.len(), text.trim_end()));
    }

    /// Another page than that, not the same one that counts something else in its title.
    pub(super) fn is_other(&self, called: &(usize, String)) -> bool {
        let head = |called: &str| called.split('>').next().unwrap_or_default().trim().to_owned();
        self.called.0 != called.0 || head(&self.called.1) != head(&called.1)
    }

    /// The line that has this number.
    pub(super) fn numbered_line(&self, n: usize) -> Option<&str> {
        let sign = format!("#{n} ");
        self.lines.iter().map(String::as_str).find(|line| line.starts_with(&sign))
    }

    /// Of what is read again: the question names the field that is written in, and what was emptied for the next
    /// record is no news.
    pub(super) fn is_worth_a_line(&self, line: &str) -> bool {
        self.nth.is_none() || !is_chosen(line) && !is_empty_field(line)
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
    pub(super) fn news(&self, said: &Known) -> Vec<&str> {
        let is_known = |line: &str| {
            let bare = bare(line);
            if is_marked(bare) { said.exact.contains(bare) } else { said.unmarked.contains(&unmarked(bare)) }
        };
        self.lines.iter().map(String::as_str).filter(|line| !is_known(line)).collect()
    }
}

/// A part of a row as it is read.
fn piece(buffer: &Buffer, y: u16, from: u16, to: u16) -> String {
    without_rests(&text_between(buffer, y, from, to))
}

/// The row in which somebody writes, without the line that shows how long the field is.
fn written(buffer: &Buffer, area: Rect, caret: Position) -> String {
    let mut text = text_between(buffer, caret.y, area.left(), caret.x);
    let gap = usize::from(caret.x - area.left()).saturating_sub(width(&text));
    text.extend(std::iter::repeat_n(' ', gap));
    text.push_str(text_between(buffer, caret.y, caret.x, area.right()).trim_start_matches('_'));
    without_rests(&text)
}

/// Something that can be chosen by its number.
pub(super) fn is_row(line: &str) -> bool {
    line.starts_with('#')
}

/// A field of a form that holds nothing: its name alone.
pub(super) fn is_empty_field(line: &str) -> bool {
    let label = bare(line).trim_start_matches([' ', '*', '>']);
    is_row(line) && !label.contains([' ', '='])
}

pub(super) fn is_chosen(line: &str) -> bool {
    is_marked(bare(line))
}

fn row(buffer: &Buffer, y: u16) -> String {
    text_between(buffer, y, 0, COLS)
}

/// In a box its buttons are answers; on a page keys are under `?` anyway.
const fn counts(click: Click, is_asked: bool) -> bool {
    match click {
        Click::Row(_) | Click::Field(_) => true,
        Click::Key(_) | Click::Target(_) => is_asked,
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
