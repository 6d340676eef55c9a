//! What an export needs to know, as a form. Judges only what it can judge without writing.

use crate::text::export as t;
use crate::ui::widget::form::Spec;
use crate::ui::widget::kind::Kind;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::screen) enum ExportField {
    Class,
    Layout,
    Language,
    File,
}

pub(super) const FIELDS: &[Spec<ExportField>] = &[
    Spec::needed(ExportField::Class, t::class, Kind::Choice, 50, t::class_help),
    Spec::needed(ExportField::Layout, t::layout, Kind::Choice, 60, t::layout_help),
    Spec::needed(ExportField::Language, t::language, Kind::Choice, 12, t::language_help),
    Spec::needed(ExportField::File, t::file, Kind::Text, 64, t::file_help),
];
