//! The printed page: paper, margins, widths, the pairs of a header line, heights for wrapped text.

use rust_xlsxwriter::{Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr as _;

use super::layout::{Layout, NARROWEST, Orientation, PADDING, PageColumn, Pair, Paper, RowsPer, page_width};
use crate::text::{Lang, sheet as words};

/// Left, right, top, bottom, header, footer, in inches: what desk printers reach.
const MARGINS: [f64; 6] = [0.4, 0.4, 0.5, 0.6, 0.3, 0.3];
const A4: u8 = 9;
/// A line of text in a cell, as a multiple of its size.
const LINE: f64 = 1.25;

pub(crate) fn set_up(sheet: &mut Worksheet, layout: &Layout, lang: Lang) {
    match layout.paper {
        Paper::A4 => sheet.set_paper_size(A4),
    };
    match layout.orientation {
        Orientation::Portrait => sheet.set_portrait(),
        Orientation::Landscape => sheet.set_landscape(),
    };
    let [left, right, top, bottom, header, footer] = MARGINS;
    sheet.set_margins(left, right, top, bottom, header, footer);
    // one page wide, as many long as it takes
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_print_center_horizontally(true);
    // each part's sheet is a paper of its own and counts from 1; the number of all pages would count all of them
    let page = match layout.rows_per {
        RowsPer::Person => words::page_of_pages(lang),
        RowsPer::Day | RowsPer::HalfDay | RowsPer::Month => words::page_of_day(lang),
    };
    sheet.set_footer(format!("&C{page}"));
    sheet.set_print_first_page_number(1);
}

/// Session columns share what the others leave of the page, within reason.
pub(crate) fn widths(layout: &Layout, columns: &[PageColumn<'_>]) -> Vec<f64> {
    let (mut fixed, mut sessions) = (0.0, 0.0);
    for column in columns {
        match column.session {
            Some(_) => sessions += 1.0,
            None => fixed += column.column.width + PADDING,
        }
    }
    let room = (page_width(layout.orientation) - fixed) / f64::max(sessions, 1.0) - PADDING;
    let width = |column: &PageColumn<'_>| match column.session {
        Some(_) => room.clamp(NARROWEST, f64::max(column.column.width, NARROWEST)),
        None => column.column.width,
    };
    columns.iter().map(width).collect()
}

/// First and last column of each cell, one behind the other: label, value, label, value.
pub(crate) fn placed(pairs: &[Pair]) -> Vec<[(u16, u16); 2]> {
    let mut next = 0;
    let mut take = |count: usize| {
        let first = next;
        next += count.max(1);
        (narrow(first), narrow(next - 1))
    };
    pairs.iter().map(|pair| pair.cells.unwrap_or([1, 1]).map(&mut take)).collect()
}

/// First and last column of each pair on a line, cut where the columns come nearest to the shares asked for.
pub(crate) fn spans(pairs: &[Pair], widths: &[f64]) -> Vec<(u16, u16)> {
    let whole: f64 = widths.iter().sum();
    let shares: u32 = pairs.iter().map(|pair| pair.share).sum();
    let (mut first, mut taken) = (0, 0);
    let mut spans = Vec::new();
    for (index, pair) in pairs.iter().enumerate() {
        taken += pair.share;
        let behind = pairs.len() - index - 1;
        // each pair behind this one needs a column too
        let most = widths.len().saturating_sub(behind).max(first + 1);
        let until = whole * f64::from(taken) / f64::from(shares.max(1));
        let cut = if behind == 0 { widths.len() } else { nearest(widths, until).clamp(first + 1, most) };
        spans.push((narrow(first), narrow(cut.max(first + 1) - 1)));
        first = cut;
    }
    spans
}

/// How many columns together come nearest to a width.
fn nearest(widths: &[f64], until: f64) -> usize {
    let mut sum = 0.0;
    for (count, width) in widths.iter().enumerate() {
        if sum + width / 2.0 > until {
            return count;
        }
        sum += width;
    }
    widths.len()
}

pub(crate) fn narrow(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

/// Lines a text of a size takes in a column. Spreadsheets do not measure rows whose height is set, and a height
/// not set is measured differently by each of them.
pub(crate) fn lines(text: &str, width: f64, size: f64) -> u32 {
    text.lines().map(|line| lines_of(line.width() as f64 * size / DIGIT, width)).sum::<u32>().max(1)
}

/// A digit of the standard font is 7 pixels wide, half a hanzi of n points n × 2/3 of them.
const DIGIT: f64 = 10.5;

fn lines_of(wide: f64, width: f64) -> u32 {
    if wide <= width - 0.2 {
        return 1;
    }
    // hanzi leave up to one digit unused at the end of each line
    (wide / f64::max(width - 1.0, 1.0)).ceil() as u32
}

pub(crate) fn height(lines: u32, size: f64, least: f64) -> f64 {
    f64::max(f64::from(lines) * size * LINE + 4.0, least).min(TALLEST)
}

/// What a spreadsheet allows.
const TALLEST: f64 = 409.0;

/// A column that only the title reaches: a sliver, so that the table stays in the middle of the page.
const SLIVER: f64 = 0.5;

pub(crate) fn set_widths(sheet: &mut Worksheet, widths: &[f64], reach: usize) -> Result<(), XlsxError> {
    for (column, width) in widths.iter().enumerate() {
        sheet.set_column_width(narrow(column), *width)?;
    }
    for column in widths.len()..reach {
        sheet.set_column_width(narrow(column), SLIVER)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(shares: &[u32]) -> Vec<Pair> {
        shares
            .iter()
            .map(|share| Pair { label: Default::default(), value: String::new(), share: *share, cells: None })
            .collect()
    }

    #[test]
    fn pairs_fall_on_columns() {
        assert_eq!(spans(&pairs(&[1, 1]), &[5.0, 10.0, 20.0, 10.0, 5.0]), [(0, 2), (3, 4)]);
        assert_eq!(spans(&pairs(&[2, 1, 1]), &[10.0; 8]), [(0, 3), (4, 5), (6, 7)]);
        assert_eq!(spans(&pairs(&[1, 1, 1]), &[50.0, 1.0, 1.0]), [(0, 0), (1, 1), (2, 2)]);
        assert_eq!(spans(&pairs(&[1]), &[5.0]), [(0, 0)]);
    }

    #[test]
    fn cells_follow_one_another() {
        let pair = |cells| Pair { cells: Some(cells), ..pairs(&[1]).remove(0) };
        assert_eq!(placed(&[pair([1, 2]), pair([2, 1])]), [[(0, 0), (1, 2)], [(3, 4), (5, 5)]]);
    }

    #[test]
    fn wrapped_text_is_counted_in_columns() {
        assert_eq!(lines("山西省忻州市忻府区播明镇下佐村3号", 17.0, 10.0), 2);
        assert_eq!(lines("140999196706019475", 18.5, 10.0), 1);
        assert_eq!(lines("", 5.0, 10.0), 1);
        assert_eq!(lines("a\nb", 5.0, 10.0), 2);
    }
}
