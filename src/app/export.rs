//! Sheets out: the facts of a class poured into a layout. Every export is an act, because full ID numbers leave.

mod cells;
mod facts;

use super::packs::layouts::{self, Loaded, Refused};
use super::{Desk, Outcome, Trouble};
use crate::sheet::layout::{Both, Column};
use crate::sheet::{self, Book, Fact, Layout, Target, Value};
use crate::store::Verb;
use crate::store::rows::ClassRow;
use crate::text::{Lang, common, export as t};
use facts::Facts;
use std::ops::ControlFlow;
use std::path::Path;

/// What went out.
#[derive(Debug, Clone, PartialEq)]
pub struct Exported {
    pub layout: String,
    pub people: usize,
    pub pages: usize,
    pub empty: Vec<EmptyColumn>,
    /// Files of the centre's own folder that could not be used.
    pub refused: Vec<Refused>,
}

/// A column that went out empty in every row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmptyColumn {
    /// As it stands on a sheet of either language.
    pub label: Both,
    pub why: WhyEmpty,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyEmpty {
    /// No table of ours holds this fact yet.
    NotKept,
    /// It could be known, and is not, of anybody in the class.
    NotEntered,
}

impl WhyEmpty {
    /// For programs.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotKept => "not-kept",
            Self::NotEntered => "not-entered",
        }
    }
}

impl Desk {
    /// Built-in layouts and those of the `sheets` folder beside the data.
    pub fn layouts(&self) -> Loaded {
        layouts::load(&self.folder().join("sheets"))
    }

    /// Writes a class through a layout into `to`; stopped or failed leaves no file.
    pub fn export(
        &mut self,
        layout: &str,
        class: &ClassRow,
        to: &Path,
        lang: Lang,
        progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
    ) -> Outcome<Exported> {
        self.may_export(class)?;
        let Loaded { layouts, refused } = self.layouts();
        let Some(layout) = layouts::find(&layouts, layout) else {
            return Err(Trouble::NoSuchLayout { key: layout.to_owned(), refused });
        };
        self.store.refuse_export_to(to)?;
        let facts = self.store.at_once(|| self.facts(class))?;
        let pages = facts.pages(layout, lang);
        let exported = Exported {
            layout: layout.key.clone(),
            people: facts.rows.iter().filter(|row| row.enrolment.left.is_none()).count(),
            pages: pages.len(),
            empty: facts.empty_columns(layout, lang),
            refused,
        };
        let total = facts.rows.len() * pages.len();
        let book = Book { on: facts.today, total, pages: Box::new(pages.into_iter()) };
        // A place that cannot be written is told of before anything is said to have gone out.
        let target = Target::create(to)?;
        // Recorded before the first row: numbers must not leave unrecorded because the disk is full a moment later.
        self.act(Verb::Export, |writer| -> Outcome<()> {
            writer.about_class(class);
            Ok(())
        })?;
        sheet::write(layout, book, target, lang, progress)?;
        Ok(exported)
    }
}

impl Facts {
    /// Columns nobody has anything in, and why. Those left for a hand to write are not among them.
    fn empty_columns(&self, layout: &Layout, lang: Lang) -> Vec<EmptyColumn> {
        let rows: Vec<_> = self.rows.iter().filter(|row| row.enrolment.left.is_none()).collect();
        let empty = |column: &Column| {
            let why = match column.source {
                Fact::Blank | Fact::Number | Fact::Sessions | Fact::Remarks => return None,
                source if !source.is_kept() => WhyEmpty::NotKept,
                source if rows.iter().all(|row| self.value(source, row, &[], lang) == Value::Empty) => {
                    WhyEmpty::NotEntered
                }
                _ => return None,
            };
            Some(EmptyColumn { label: column.label.clone(), why })
        };
        if rows.is_empty() { Vec::new() } else { layout.columns.iter().filter_map(empty).collect() }
    }
}

impl Exported {
    /// What whoever hands the sheet in has to know: columns that stay empty and why, layouts that were not used.
    pub fn remarks(&self, lang: Lang) -> Vec<String> {
        let refused = |one: &Refused| t::not_used(lang, &one.name(), &one.faults(lang).join(" "));
        self.empty_remarks(lang).into_iter().chain(self.refused.iter().map(refused)).collect()
    }

    pub fn empty_remarks(&self, lang: Lang) -> Vec<String> {
        let of = |why: WhyEmpty| {
            let labels: Vec<&str> = self
                .empty
                .iter()
                .filter(|column| column.why == why)
                .map(|column| column.label.get(lang))
                .collect();
            let list = labels.join(common::separator(lang));
            match why {
                _ if labels.is_empty() => None,
                WhyEmpty::NotKept => Some(t::empty_not_kept(lang, &list)),
                WhyEmpty::NotEntered => Some(t::empty_not_entered(lang, &list)),
            }
        };
        [WhyEmpty::NotKept, WhyEmpty::NotEntered].into_iter().filter_map(of).collect()
    }
}
