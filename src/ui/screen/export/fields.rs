//! What an export needs to know, as a form. Judges only what it can judge without writing.

use crate::text::export as t;
use crate::ui::widget::form::Spec;
use crate::ui::widget::kind::Kind;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ExportField {
    Class,
    Layout,
    Language,
    File,
}

pub(super) const FIELDS: &[Spec<ExportField>] = &[
    Spec {
        id: ExportField::Class,
        label: t::class,
        kind: Kind::Choice,
        width: 50,
        help: t::class_help,
        required: true,
    },
    Spec {
        id: ExportField::Layout,
        label: t::layout,
        kind: Kind::Choice,
        width: 50,
        help: t::layout_help,
        required: true,
    },
    Spec {
        id: ExportField::Language,
        label: t::language,
        kind: Kind::Choice,
        width: 12,
        help: t::language_help,
        required: true,
    },
    Spec {
        id: ExportField::File,
        label: t::file,
        kind: Kind::Text,
        width: 64,
        help: t::file_help,
        required: true,
    },
];
