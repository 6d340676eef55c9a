//! What stands beside the form, or under it on a narrow screen: who is alike, what to look at, what was before.

use super::{Cmd, Enrol, view};
use crate::app::enrol::Likeness;
use crate::app::limits::EnrolWarning;
use crate::app::words::timetable as say;
use crate::app::{codes, words};
use crate::domain::status::Standing;
use crate::store::rows::{ClassRow, DepartureRow, PastClass};
use crate::text::{Lang, card, enrol as t, seats};
use crate::ui::command::{Command, Screen};
use crate::ui::theme::Ink;
use crate::ui::widget::facts::{Fact, block};

impl Enrol {
    /// Most pressing first, because a low screen shows only the first few.
    pub(super) fn panel(&self, lang: Lang) -> Vec<Fact> {
        let mut lines = self.alike_lines(lang);
        lines.extend(block(
            t::watch(lang),
            self.said
                .iter()
                .cloned()
                .chain(self.doubts(lang))
                .map(|words| (Ink::Warning, format!("! {words}"))),
        ));
        lines.extend(block(t::waits(lang), self.waits(lang)));
        lines.extend(block(t::status_line(lang), self.standing(lang)));
        lines.extend(self.past(lang));
        lines
    }

    fn alike_lines(&self, lang: Lang) -> Vec<Fact> {
        let alike = self.alike();
        if alike.is_empty() {
            return Vec::new();
        }
        let people = alike.iter().map(|alike| {
            let who = if alike.likeness == Likeness::SameId {
                view::brief_words(lang, &alike.row.trainee, self.today)
            } else {
                view::person_words(lang, &alike.row.trainee, self.today)
            };
            let ink = if alike.likeness == Likeness::SameId { Ink::Error } else { Ink::Warning };
            (ink, format!("! {}  {who}", words::likeness(lang, alike.likeness)))
        });
        let key = Self::COMMANDS.iter().find(|command| command.run == Cmd::OpenKnown).and_then(first_key);
        let hint = key.map(|key| (Ink::Accent, t::alike_key(lang, &key.label(lang))));
        block(t::alike(lang), people.chain(hint))
    }

    /// Nothing here keeps anybody out.
    fn doubts(&self, lang: Lang) -> Vec<String> {
        let mut said = self.class_minds(lang);
        if let Some(Ok((_, doubts))) = self.checked.as_ref().map(|checked| &checked.parsed) {
            said.extend(doubts.iter().map(|(_, doubt)| words::trainee_doubt(lang, *doubt)));
        }
        said
    }

    /// What the chosen class may mind, and what has to be known of it, before anything is saved.
    fn class_minds(&self, lang: Lang) -> Vec<String> {
        let Some(class) = self.class() else { return Vec::new() };
        let mut said = Vec::new();
        let admits = self.admits(class);
        if !admits {
            said.push(t::no_room(lang, class.code.as_str(), &seats::room(lang, class.room())));
        }
        // how many seats there are and how many wait is said already
        let told = |warning: &&EnrolWarning| {
            admits || !matches!(warning, EnrolWarning::OverCapacity { .. } | EnrolWarning::OutOfTurn { .. })
        };
        said.extend(self.warnings.iter().filter(told).map(|warning| words::enrol_warning(lang, *warning)));
        said.extend(words::elsewhere(lang, &self.elsewhere));
        if let Some(past) = self.known.as_ref().and_then(|known| known.was_in(class.id)) {
            said.push(seats::hours_apart(lang, past.class.seat, &ending(lang, &past.class), past.credited));
        }
        said
    }

    /// Whether the class has a seat for this person: whoever waits has asked before.
    pub(super) fn admits(&self, class: &ClassRow) -> bool {
        let place = self.known.as_ref().and_then(|known| known.waits_for(class.id));
        class.room().admits(place.map_or(class.waiting, |place| place.saturating_sub(1)))
    }

    fn waits(&self, lang: Lang) -> Vec<(Ink, String)> {
        let waiting = self.known.as_ref().map_or(&[][..], |known| &known.person.waiting);
        waiting.iter().map(|waits| (Ink::Text, t::waits_at(lang, waits.code.as_str(), waits.place))).collect()
    }

    /// The newest status on file, judged on the first day of the class.
    fn standing(&self, lang: Lang) -> Vec<(Ink, String)> {
        let Some(status) = self.known.as_ref().and_then(|known| known.status()) else { return Vec::new() };
        let name = codes::CATEGORIES.name(&status.category.0, lang);
        let day = self.class().map_or(self.today, |class| class.start);
        let standing = status.standing_on(day);
        let proven = standing == Standing::Proven;
        let sign = if proven { "" } else { "! " };
        let ink = if proven { Ink::Text } else { Ink::Warning };
        let mut lines = vec![(ink, format!("{sign}{name}  {}", words::standing(lang, standing)))];
        if self.class().is_some() && matches!(standing, Standing::Expired(_)) {
            lines.push((Ink::Dim, t::expired_on(lang, &day.to_string())));
        }
        lines
    }

    fn past(&self, lang: Lang) -> Vec<Fact> {
        let Some(known) = &self.known else { return Vec::new() };
        if known.past.is_empty() {
            return block(t::classes_before(lang), [(Ink::Dim, card::no_classes(lang).to_owned())]);
        }
        let classes = known.past.iter().map(|past| {
            let class = &past.class;
            let course = codes::named(&class.course.0).full(lang);
            let left = ending(lang, class);
            let hours = t::hours_of(lang, past.credited, past.required);
            let words = format!("{} {course} {}  {hours} {left}", class.start.format("%Y-%m"), class.code);
            (Ink::Text, words.trim_end().to_owned())
        });
        block(t::classes_before(lang), classes)
    }
}

/// When and how somebody left a class; nothing for one they did not leave.
fn ending(lang: Lang, class: &PastClass) -> String {
    let kind = DepartureRow::kind_of(class.departure.as_ref());
    let left = class.left.map(|day| seats::ended(lang, &say::short(day), seats::kind(lang, kind)));
    left.unwrap_or_default()
}

fn first_key(command: &Command<Cmd>) -> Option<crate::ui::key::Key> {
    command.keys.first().copied()
}
