//! How cells look: fonts from the layout, thin borders, one format for each kind of column.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use super::layout::{Column, Dates, Fact, Kind, Layout};
use crate::text::{Lang, sheet as words};

pub(crate) struct Face {
    pub(crate) title: Format,
    pub(crate) pair: Format,
    /// Label or value with a cell of its own.
    pub(crate) placed: Format,
    pub(crate) head: Format,
    /// Date and hour of a session, upright, so that thirty of them fit on a page.
    pub(crate) session: Format,
    pub(crate) note: Format,
    text: Format,
    centred: Format,
    number: Format,
    date: Format,
}

/// Hanzi that stand for a grid need no more than this to be read.
const HEAD_GREY: u32 = 0x00F2_F2F2;

impl Face {
    pub(crate) fn new(layout: &Layout, lang: Lang) -> Self {
        let looks = &layout.looks;
        let plain = Format::new()
            .set_font_name(&looks.font)
            .set_font_size(looks.text_size)
            .set_align(FormatAlign::VerticalCenter);
        let boxed = plain.clone().set_border(FormatBorder::Thin);
        let head = boxed
            .clone()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Center)
            .set_background_color(HEAD_GREY);
        let title = Format::new()
            .set_text_wrap()
            .set_font_name(&looks.title_font)
            .set_font_size(looks.title_size)
            .set_bold()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter);
        Self {
            title,
            // a long class name is made smaller rather than cut
            pair: plain.clone().set_shrink().set_num_format("@"),
            placed: boxed.clone().set_text_wrap().set_num_format("@").set_align(FormatAlign::Center),
            session: head.clone().set_rotation(90),
            head,
            note: plain.set_text_wrap().set_num_format("@"),
            text: boxed.clone().set_text_wrap().set_num_format("@"),
            centred: boxed.clone().set_text_wrap().set_num_format("@").set_align(FormatAlign::Center),
            number: boxed.clone().set_num_format("0").set_align(FormatAlign::Center),
            date: boxed.set_num_format(date_format(layout.dates, lang)).set_align(FormatAlign::Center),
        }
    }

    /// For everything a column holds as words.
    pub(crate) fn words(&self, column: &Column) -> &Format {
        // running text starts at the left edge, short values stand in the middle
        let running = matches!(
            column.source,
            Fact::Address
                | Fact::HukouPlace
                | Fact::Remarks
                | Fact::Employer
                | Fact::PromisedEmployer
                | Fact::Bank
        );
        if running { &self.text } else { &self.centred }
    }

    pub(crate) fn number(&self) -> &Format {
        &self.number
    }

    pub(crate) fn date(&self) -> &Format {
        &self.date
    }

    pub(crate) fn empty(&self, column: &Column) -> &Format {
        match column.kind {
            Kind::Integer | Kind::Hours => &self.number,
            Kind::Date => &self.date,
            Kind::Text | Kind::Sign => self.words(column),
        }
    }
}

const fn date_format(dates: Dates, lang: Lang) -> &'static str {
    match dates {
        Dates::Dash => "yyyy-mm-dd",
        Dates::Dot => "yyyy.mm.dd",
        Dates::Hanzi => words::hanzi_format(lang),
    }
}
