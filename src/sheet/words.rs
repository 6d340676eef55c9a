//! Facts about files become sentences: where, what, and what to do. The sentences stand in `text::sheet`.

use super::fault::{SheetFault, Spot, What, letters};
use super::head::Concept;
use super::layout::{Field, Flaw, LayoutFault, Part};
use crate::text::{Lang, common, sheet as t, system};

const MIB: u64 = 1 << 20;
/// Labels of a foreign header named in one sentence.
const NAMED: usize = 12;

pub fn fault(lang: Lang, fault: &SheetFault) -> String {
    format!("{}{}", spot(lang, &fault.at), what(lang, &fault.what))
}

fn spot(lang: Lang, at: &Spot) -> String {
    match (&at.sheet, at.row, at.column) {
        (Some(sheet), Some(row), Some(column)) => t::at_cell(lang, sheet, row, &letters(column)),
        (Some(sheet), Some(row), None) => t::at_row(lang, sheet, row),
        (Some(sheet), None, _) => t::at_sheet(lang, sheet),
        (None, ..) => String::new(),
    }
}

fn what(lang: Lang, what: &What) -> String {
    match what {
        What::Missing => t::missing(lang).into(),
        What::Locked => t::locked(lang).into(),
        What::Denied => t::denied(lang).into(),
        What::Unreadable(kind) => t::unreadable(lang, system::why(lang, *kind)),
        What::Kind(ending) if ending.is_empty() => t::kind_none(lang).into(),
        What::Kind(ending) => t::kind(lang, ending),
        What::OldOrLocked => t::old_or_locked(lang).into(),
        What::NotWorkbook => t::not_workbook(lang).into(),
        What::Broken => t::broken(lang).into(),
        What::Encrypted => t::encrypted(lang).into(),
        What::Empty => t::empty(lang).into(),
        What::FileTooBig { limit } => t::file_too_big(lang, limit / MIB),
        What::Parts { have, limit } => t::parts(lang, *have, *limit),
        What::Inflates { limit } => t::inflates(lang, limit / MIB),
        What::Squeezed => t::squeezed(lang).into(),
        What::PartName => t::part_name(lang).into(),
        What::FalseCount { declared } => t::false_count(lang, *declared),
        What::Rows { limit } => t::rows(lang, *limit),
        What::Columns { limit } => t::columns(lang, *limit),
        What::LongCell { limit } => t::long_cell(lang, *limit),
        What::TotalText { limit } => t::total_text(lang, limit >> 20),
        What::Disorder => t::disorder(lang).into(),
        What::NoHead { found, missing } => t::no_head(lang, &concepts(lang, missing), &labels(lang, found)),
        What::Twice { concept: known, first, second } => {
            t::twice(lang, concept(lang, *known), &letters(*first), &letters(*second))
        }
        What::Stopped => t::stopped(lang).into(),
        What::NoFolder => t::no_folder(lang).into(),
        What::TargetBusy => t::target_busy(lang).into(),
        What::DiskFull => t::disk_full(lang).into(),
        What::Unwritable(kind) => t::unwritable(lang, system::why(lang, *kind)),
        What::RowWidth { have, need } => t::row_width(lang, *have, *need),
        What::RowsOut { limit } => t::rows_out(lang, *limit),
        What::PagesOut { limit } => t::pages_out(lang, *limit),
        What::LongText => t::long_text(lang).into(),
        What::NoPages => t::no_pages(lang).into(),
        What::Writer(why) => t::writer(lang, why),
    }
}

/// The name of a column, as in our own rosters.
pub fn concept(lang: Lang, concept: Concept) -> &'static str {
    match concept {
        Concept::Seq => t::seq(lang),
        Concept::Name => t::name(lang),
        Concept::IdNumber => t::id_number(lang),
        Concept::IdKind => t::id_kind(lang),
        Concept::Sex => t::sex(lang),
        Concept::Nation => t::nation(lang),
        Concept::Education => t::education(lang),
        Concept::Phone => t::phone(lang),
        Concept::Address => t::address(lang),
        Concept::HukouKind => t::hukou_kind(lang),
        Concept::HukouPlace => t::hukou_place(lang),
        Concept::Category => t::category(lang),
        Concept::Employer => t::employer(lang),
        Concept::BankHolder => t::bank_holder(lang),
        Concept::Bank => t::bank(lang),
        Concept::BankAccount => t::bank_account(lang),
        Concept::Remarks => t::remarks(lang),
    }
}

fn concepts(lang: Lang, all: &[Concept]) -> String {
    join(lang, all.iter().map(|one| concept(lang, *one)))
}

/// A header out of control is cut: a label may be 4 KB long and there may be 64 of them.
fn labels(lang: Lang, all: &[String]) -> String {
    let short: Vec<String> = all.iter().take(NAMED).map(|label| label.chars().take(16).collect()).collect();
    let list = join(lang, short.iter().map(|label| label.trim()));
    if all.len() > NAMED { t::and_so_on(lang, &list) } else { list }
}

fn join<'w>(lang: Lang, words: impl Iterator<Item = &'w str>) -> String {
    words.collect::<Vec<_>>().join(common::separator(lang))
}

pub fn layout_fault(lang: Lang, fault: &LayoutFault) -> String {
    let part = match fault.at {
        Part::Whole => t::in_layout(lang).into(),
        Part::Title => t::in_title(lang).into(),
        Part::Looks => t::in_looks(lang).into(),
        Part::Header { line, pair } => t::in_header(lang, line + 1, pair + 1),
        Part::Column(column) => t::in_column(lang, column + 1),
        Part::Legend => t::in_legend(lang).into(),
        Part::Footer { line, pair } => t::in_footer(lang, line + 1, pair + 1),
    };
    format!("{part}{}", flaw(lang, &fault.what))
}

fn flaw(lang: Lang, flaw: &Flaw) -> String {
    match flaw {
        Flaw::Key(have) => t::flaw_key(lang, have),
        Flaw::Version => t::flaw_version(lang).into(),
        Flaw::NoWords(missing) => t::flaw_no_words(lang, missing.key()),
        Flaw::UnknownField(field) => {
            t::flaw_unknown_field(lang, field, &join(lang, Field::ALL.iter().map(|field| field.key())))
        }
        Flaw::OpenBrace => t::flaw_open_brace(lang).into(),
        Flaw::NoColumns => t::flaw_no_columns(lang).into(),
        Flaw::Columns { have, most } => t::flaw_columns(lang, *have, *most),
        Flaw::Width { have, most } => t::flaw_width(lang, *have, *most),
        Flaw::Size { key, have, least, most } => t::flaw_size(lang, key, *have, *least, *most),
        Flaw::NoFont => t::flaw_no_font(lang).into(),
        Flaw::Share { have, most } => t::flaw_share(lang, *have, *most),
        Flaw::Letters { have, most } => t::flaw_letters(lang, *have, *most),
        Flaw::Pairs { have, most } => t::flaw_pairs(lang, *have, *most),
        Flaw::EmptyPair => t::flaw_empty_pair(lang).into(),
        Flaw::MixedCells => t::flaw_mixed_cells(lang).into(),
        Flaw::CellsOut { have, most } => t::flaw_cells_out(lang, *have, *most),
        Flaw::TitleOver { have, least, most } => t::flaw_title_over(lang, *have, *least, *most),
        Flaw::Blocks { have, most } => t::flaw_blocks(lang, *have, *most),
        Flaw::SessionsInBlocks => t::flaw_sessions_in_blocks(lang).into(),
        Flaw::NumberedOther => t::flaw_numbered_other(lang).into(),
        Flaw::Numbered { have, most } => t::flaw_numbered(lang, *have, *most),
        Flaw::MustBeText(fact) => t::flaw_must_be_text(lang, fact.key()),
        Flaw::SignHasSource => t::flaw_sign_has_source(lang).into(),
        Flaw::BlankHasKind => t::flaw_blank_has_kind(lang).into(),
        Flaw::SessionsTwice => t::flaw_sessions_twice(lang).into(),
        Flaw::SessionsKind => t::flaw_sessions_kind(lang).into(),
        Flaw::SessionsPerDay => t::flaw_sessions_per_day(lang).into(),
        Flaw::CodeTwice(value) => t::flaw_code_twice(lang, value),
        Flaw::TooWide { percent, least } => t::flaw_too_wide(lang, *percent, *least),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_says_where_what_and_what_to_do() {
        let what = What::NoHead { found: vec!["名字".into()], missing: vec![Concept::IdNumber] };
        let fault_at = what.at(Spot::row("名单", 1));
        assert_eq!(
            fault(Lang::Zh, &fault_at),
            "工作表“名单”第 1 行：表头缺少身份证号码列，现有：名字。请在第一行写上这些列名。"
        );
        assert_eq!(
            fault(Lang::En, &fault_at),
            "Worksheet “名单”, row 1: The header lacks ID number; it has: 名字. Write these labels into the first row."
        );
    }
}
