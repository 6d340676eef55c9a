//! The class page as drawn: facts, the two lists' names, the list that is chosen.

use super::roster::promote_key;
use super::{Class, List, weeks};
use crate::app::codes;
use crate::app::words as say;
use crate::domain::hours::ClassHours;
use crate::text::class as words;
use crate::text::roster as people_words;
use crate::text::seats;
use crate::text::{Lang, ledger, timetable};
use crate::ui::paint::{Click, Paint, Span};
use crate::ui::screen::classes::dates;
use crate::ui::theme::Ink;

/// Rows above the list: facts, counts, blank, names of the lists.
const HEAD: u16 = 4;
const WIDEST: u16 = 112;
/// From this width on the weeks stand beside the list, so far apart.
const WITH_WEEKS: u16 = 136;
const GAP: u16 = 4;

impl Class {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (cols, rows) = (paint.width(), paint.height());
        self.facts(paint);
        self.counts(paint);
        if self.jump.is_empty() {
            self.next_in_line(paint);
        } else {
            self.jump.view(paint, 2, self.people.here.rows(), Click::Row);
        }
        self.names(paint);
        let lang = paint.lang;
        let told = match self.list {
            List::Timetable => self.lessons.chosen().map(|lesson| lesson.told(lang)),
            people => self.people.told(people, lang),
        };
        let below = 1 + told.map_or(1, |told| paint.foot(3, cols - 4, &told, Ink::Text));
        let room = rows.saturating_sub(HEAD + below);
        let weeks = weeks::columns(lang);
        let has_weeks = self.list == List::Timetable && cols >= WITH_WEEKS;
        if has_weeks {
            let mut beside = paint.sub(cols - weeks, HEAD, weeks, room);
            weeks::draw(&mut beside, self.lessons.rows(), self.lessons.at(), &self.told.holidays);
        }
        // rows that are too long cannot be followed by eye
        let wide = if has_weeks { cols - weeks - GAP } else { (cols - 1).min(WIDEST) };
        let mut list = paint.sub(1, HEAD, wide, room);
        match self.list {
            List::Timetable if self.lessons.rows().is_empty() => {
                list.paragraph(2, 1, cols - 6, words::no_sessions(lang), Ink::Text);
            }
            List::Timetable => self.lessons.view(&mut list, true),
            people => self.people.view(people, &mut list),
        }
    }

    fn facts(&self, paint: &mut Paint<'_>) {
        let class = &self.view.class;
        let course = codes::named(&class.course.0).full(paint.lang);
        let days = dates(class.start, class.end);
        let mut spans: Vec<Span<'_>> = vec![(Ink::Title, &course)];
        for fact in [&days, &class.place, &class.instructor] {
            if !fact.is_empty() {
                spans.push((Ink::Text, "   "));
                spans.push((Ink::Text, fact));
            }
        }
        paint.line(1, 0, &spans);
    }

    /// People and hours; what does not agree is said beside the number, with a sign.
    fn counts(&self, paint: &mut Paint<'_>) {
        let (lang, class) = (paint.lang, &self.view.class);
        let mut spans: Vec<(Ink, String)> = Vec::new();
        match class.capacity {
            Some(most) => spans.push((Ink::Text, words::seats_of(lang, class.seats_taken, most))),
            None => spans.push((Ink::Text, words::seats(lang, class.seats_taken))),
        }
        let room = class.room();
        if room.over() > 0 {
            spans.push((Ink::Warning, format!("! {}", seats::room(lang, room))));
        } else if room.is_full() || room.waiting > 0 {
            spans.push((Ink::Text, seats::room(lang, room)));
        }
        spans.push((Ink::Text, words::planned(lang, class.planned.get(), class.hours.get())));
        spans.extend(self.to_settle(lang).into_iter().map(|words| (Ink::Warning, words)));
        let roll = self.view.roll;
        spans.push((Ink::Text, words::rolled(lang, roll.taken, roll.begun)));
        if let Some(rules) = self.rules {
            spans.push((Ink::Dim, ledger::rules(lang, say::pack(lang, rules))));
        }
        let mut x = 1;
        for (ink, text) in &spans {
            // what has no room is left out whole; the sentence on the rules is last
            if x + paint.columns(text) > paint.width() {
                break;
            }
            x += paint.text(x, 1, text, *ink) + 3;
        }
    }

    /// A seat is free and somebody waits for it.
    fn next_in_line(&self, paint: &mut Paint<'_>) {
        let Some(next) = &self.next else { return };
        let line = people_words::next_line(paint.lang, &next.name, &promote_key(paint.lang));
        paint.text(1, 2, &format!("! {line}"), Ink::Warning);
    }

    /// Hours that are missing or too many, and sessions that somebody must see to.
    fn to_settle(&self, lang: Lang) -> Vec<String> {
        let (class, told) = (&self.view.class, &self.told);
        let owed = (told.owed > ClassHours::ZERO).then(|| timetable::owed(lang, told.owed.get()));
        // what is to be made up may be all that is missing: then it is said once
        let is_all = class.hours.minus(class.planned) == told.owed;
        let differs = self.differs(lang).filter(|_| owed.is_none() || !is_all);
        let some = |count: usize, words: fn(Lang, usize) -> String| (count > 0).then(|| words(lang, count));
        let before_start = some(told.before_start, timetable::some_before_start);
        let after_end = some(told.after_end, timetable::some_after_end);
        let clashes = (!told.clashes.is_empty()).then(|| timetable::some_clashes(lang, told.clashes.len()));
        [differs, owed, before_start, after_end, clashes].into_iter().flatten().collect()
    }

    fn differs(&self, lang: Lang) -> Option<String> {
        let (planned, required) = (self.view.class.planned, self.view.class.hours);
        match planned.cmp(&required) {
            std::cmp::Ordering::Less => Some(words::short_by(lang, required.minus(planned).get())),
            std::cmp::Ordering::Greater => Some(words::over_by(lang, planned.minus(required).get())),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// The list that is shown stands in brackets: colour only repeats it.
    fn names(&self, paint: &mut Paint<'_>) {
        let lang = paint.lang;
        let mut x = 1;
        for (nth, list) in self.lists().enumerate() {
            let (name, count) = match list {
                List::Timetable => (words::timetable(lang), self.lessons.rows().len()),
                List::Roster => (people_words::roster(lang), self.people.count(list)),
                List::Waiting => (people_words::waiting(lang), self.people.count(list)),
                List::Gone => (people_words::gone(lang), self.people.count(list)),
            };
            let shown = list == self.list;
            let text = if shown { format!("[{name} {count}]") } else { format!(" {name} {count} ") };
            let used = paint.text(x, 3, &text, if shown { Ink::Title } else { Ink::Dim });
            if !shown {
                paint.click(x, 3, used, 1, Click::Target(nth));
            }
            x += used + 2;
        }
        let lacking = self.people.lacking();
        if lacking > 0 {
            paint.text(x + 1, 3, &people_words::lacking(lang, lacking), Ink::Warning);
        }
    }
}
