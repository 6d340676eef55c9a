//! The stable codes of what can be wrong with a spreadsheet.

use crate::sheet::{SheetFault, What};

pub(super) const fn sheet(fault: &SheetFault) -> &'static str {
    match &fault.what {
        What::Missing => "no-such-file",
        What::Locked => "locked",
        What::Denied => "denied",
        What::Unreadable(_) => "unreadable-input",
        What::Kind(_) => "file-kind",
        What::OldOrLocked => "old-or-locked-workbook",
        What::NotWorkbook => "not-a-workbook",
        What::Broken => "broken-workbook",
        What::Encrypted => "encrypted-workbook",
        What::Empty => "empty-workbook",
        What::FileTooBig { .. }
        | What::Parts { .. }
        | What::Inflates { .. }
        | What::Squeezed
        | What::Rows { .. }
        | What::Columns { .. }
        | What::LongCell { .. }
        | What::TotalText { .. } => "workbook-too-big",
        What::PartName | What::FalseCount { .. } | What::Disorder => "hostile-workbook",
        What::NoHead { .. } => "no-header",
        What::Twice { .. } => "column-twice",
        What::Stopped => "stopped",
        What::NoFolder => "no-such-folder",
        What::TargetBusy => "output-in-use",
        What::DiskFull => "disk-full",
        What::Unwritable(_) => "unwritable-output",
        What::RowWidth { .. } | What::Writer(_) => "writer",
        What::RowsOut { .. } | What::PagesOut { .. } | What::LongText => "too-much-output",
        What::NoPages => "nothing-to-export",
    }
}
