//! The settings as drawn: form, region's name, facts of the file, copies.

use super::{Field, REGION_COLS, SPECS, Settings};
use crate::app::clock;
use crate::app::regions::Place;
use crate::domain::region::RegionCode;
use crate::store::rows::BackupRow;
use crate::text::settings as words;
use crate::text::{Lang, operators, shell};
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;
use crate::ui::widget::table::{Column, Width};

pub(super) const COLUMNS: &[Column<BackupRow>] = &[
    Column::text(words::made, Width::Fixed(16), |row, _| {
        clock::local(row.made_ms).format("%Y-%m-%d %H:%M").to_string().into()
    }),
    Column::figure(words::size, 8, |row, lang| size(lang, row.bytes).into()),
    Column::text(words::file, Width::Rest(20), |row, _| {
        row.path.file_name().unwrap_or_default().to_string_lossy()
    }),
];

/// As people say it.
pub(in crate::ui::screen) fn size(lang: Lang, bytes: u64) -> String {
    let kb = bytes.div_ceil(1024);
    if kb < 10_000 { words::kb(lang, kb) } else { words::mb(lang, kb.div_ceil(1024)) }
}

impl Settings {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (lang, cols, rows) = (paint.lang, paint.width(), paint.height());
        let high = self.form.rows(paint);
        self.form.view(&mut paint.sub(1, 1, cols - 2, high));
        self.region(paint);
        let mut y = high + 2;
        if let Some(help) = self.form.help(lang) {
            y += paint.paragraph(5, y, cols - 7, &help, Ink::Dim) + 1;
        }
        paint.text(1, y, words::data(lang), Ink::Title);
        let acts = words::acts_are(lang, self.acts);
        let guard = match (self.is_guarded, self.may_manage) {
            (false, _) => operators::open_short(lang),
            (true, true) => operators::guarded_short(lang),
            (true, false) => words::looks_only(lang),
        };
        let facts = [
            (words::folder(lang), self.folder.as_str()),
            (words::acts(lang), acts.as_str()),
            (operators::title(lang), guard),
        ];
        let label_cols = facts.iter().map(|(label, _)| paint.columns(label)).max().unwrap_or(0);
        y += 1;
        for (label, value) in facts {
            paint.text(3, y, label, Ink::Dim);
            let x = 3 + label_cols + 2;
            // a path is read to its end, so it goes on below and is not cut
            y += paint.paragraph(x, y, cols.saturating_sub(x + 1), value, Ink::Text);
        }
        if let Some(version) = self.read_only {
            y += paint.paragraph(3, y, cols - 4, &words::read_only(lang, version), Ink::Warning);
        }
        y += 1;
        let count = self.backups.rows().len();
        if count == 0 {
            paint.text(1, y, words::no_backups(lang), Ink::Warning);
            return;
        }
        paint.text(1, y, &words::backups(lang, count), Ink::Title);
        self.backups.view(&mut paint.sub(1, y + 1, cols - 2, rows.saturating_sub(y + 1)), false);
    }

    /// The code, beside the name that it means; while a fault stands there, the fault is what matters.
    fn region(&self, paint: &mut Paint<'_>) {
        let Some(code) = RegionCode::parse(self.form.get(Field::Region)) else { return };
        if self.form.has_faults() {
            return;
        }
        let lang = paint.lang;
        let label_cols = SPECS.iter().map(|spec| paint.columns((spec.label)(lang))).max().unwrap_or(0);
        let known = Place::of(code).is_some();
        // marker, required sign and gap of the form, then the field
        let x = 1 + 4 + label_cols + 2;
        if known {
            paint.text(x + REGION_COLS + 2, 2, code.as_str(), Ink::Dim);
        } else {
            // the code itself stands in the field, and little of it is needed
            paint.text(x + paint.columns(code.as_str()) + 2, 2, shell::not_in_table(lang), Ink::Warning);
        }
    }
}
