//! An invented centre: for looking at, for pictures, for measuring. Nobody in it exists; their ID numbers use area
//! 140999, which is assigned to no place.

use super::codes::{self, CATEGORIES};
use super::{Chance, Desk, Outcome, pinyin};
use crate::domain::calendar::{Slot, Weekdays};
use crate::domain::class::ClassDraft;
use crate::domain::id_number::IdNumber;
use crate::domain::ids::ClassId;
use crate::domain::mark::{LeaveKind, Mark};
use crate::domain::name::PersonName;
use crate::domain::person::{Document, Trainee};
use crate::domain::phone::Phone;
use crate::domain::status::{Category, Status};
use crate::store::{NewTrainee, Verb};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::HashSet;
use std::path::Path;

/// People of one class; bulk loading is one act per class.
const CLASS_SIZE: usize = 50;
/// So many classes at most get the marks of all their days.
const MARKED: usize = 60;
/// Days of a week on which a class is taught.
const TAUGHT: usize = 5;
/// Classes that run today.
const RUNNING: usize = 3;

const COURSES: [(&str, &str); 5] = [
    ("2022/6-29-01-01/5", "QZ"),
    ("2022/4-10-08-01/5", "PS"),
    ("2022/4-02-07-08/5", "KD"),
    ("2022/4-01-06-02/livestream-salesperson/5", "ZB"),
    ("2022/4-10-01-05/5", "YL"),
];

/// Where invented names come from.
struct Names {
    surnames: Vec<&'static str>,
    given: Vec<(&'static str, &'static str)>,
    dotted: Vec<(&'static str, &'static str)>,
    villages: Vec<String>,
}

impl Names {
    fn read() -> Self {
        let lines =
            |text: &'static str| text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let mut surnames = Vec::new();
        for line in lines(include_str!("../../assets/demo/surnames.tsv")) {
            let (surname, weight) = line.split_once('\t').unwrap_or((line, "1"));
            surnames.extend(std::iter::repeat_n(surname, weight.trim().parse().unwrap_or(1)));
        }
        let villages = lines(include_str!("../../assets/demo/villages.tsv"))
            .map(|line| line.replace('\t', ""))
            .collect();
        Self {
            surnames,
            given: lines(include_str!("../../assets/demo/given.tsv"))
                .filter_map(|line| line.split_once('\t'))
                .collect(),
            dotted: lines(include_str!("../../assets/demo/ethnic.tsv"))
                .filter_map(|line| line.split_once('\t'))
                .collect(),
            villages,
        }
    }

    /// A name for a man or a woman.
    fn name(&self, chance: &mut Chance, male: bool) -> PersonName {
        let pick = |chance: &mut Chance, list: &[&'static str]| {
            list.get(chance.below(list.len())).copied().unwrap_or_default()
        };
        let other = if male { "f" } else { "m" };
        let theirs = |names: &[(&'static str, &'static str)]| -> Vec<&'static str> {
            names.iter().filter(|(_, sex)| *sex != other).map(|(name, _)| *name).collect()
        };
        if chance.below(200) == 0
            && let Ok(name) = PersonName::parse(pick(chance, &theirs(&self.dotted)))
        {
            return name;
        }
        let given = theirs(&self.given);
        let mut text = pick(chance, &self.surnames).to_owned();
        text.push_str(pick(chance, &given));
        if text.chars().count() == 2 && chance.below(3) > 0 {
            text.push_str(pick(chance, &given));
        }
        let short: String = text.chars().take(4).collect();
        PersonName::parse(&short).expect("invented names are names")
    }
}

/// Makes a centre with `people` trainees in `folder`; its first three classes run today, whatever the weekday. Its
/// clerk has a name, unless another is given.
pub fn make(
    folder: &Path,
    people: usize,
    mut opened: super::Opened,
    told: &mut dyn FnMut(usize),
) -> Outcome<Desk> {
    opened.operator.get_or_insert_with(|| CLERK.to_owned());
    let mut desk = Desk::init(folder, CENTRE, "140902", opened)?;
    let names = Names::read();
    let mut chance = Chance::Seeded(20_200_911);
    let mut ids = HashSet::new();
    let classes = people.div_ceil(CLASS_SIZE).max(1);
    let mut done = 0;
    desk.store.load_in_bulk(true)?;
    for nth in 0..classes {
        let size = CLASS_SIZE.min(people - done);
        let class = desk.invent_class(nth, classes)?;
        desk.invent_people(class, size, &names, &mut chance, &mut ids)?;
        // Ended classes have their marks too, unless a whole county is invented.
        if nth < RUNNING || classes <= MARKED {
            desk.invent_marks(class, &mut chance)?;
        }
        done += size;
        told(done);
    }
    desk.store.load_in_bulk(false)?;
    Ok(desk)
}

const CENTRE: &str = include_str!("../../assets/demo/centre.txt");
const CLERK: &str = include_str!("../../assets/demo/clerk.txt");

impl Desk {
    fn invent_class(&mut self, nth: usize, classes: usize) -> Outcome<ClassId> {
        let today = self.clock.now().day;
        let (course, prefix) = COURSES[nth % COURSES.len()];
        // The first few run now, the others lie one after another in the past.
        let start = if nth < RUNNING {
            week_of(today) - Days::new(7 * (nth as u64 % 2))
        } else {
            monday(monday(today) - Days::new(21 + (nth as u64 - RUNNING as u64) * 2000 / classes as u64))
        };
        let days = start.iter_days().take(TAUGHT);
        let draft = ClassDraft {
            code: format!("{prefix}-{:02}", nth / COURSES.len() + 1),
            course: course.to_owned(),
            start: start.to_string(),
            end: (start + Days::new(11)).to_string(),
            hours: "80".to_owned(),
            capacity: "50".to_owned(),
            place: ROOMS.lines().nth(nth % ROOMS.lines().count()).unwrap_or_default().to_owned(),
            instructor: TEACHERS.lines().nth(nth % TEACHERS.lines().count()).unwrap_or_default().to_owned(),
        };
        let id = self.add_class(&draft)?;
        let slots: Vec<Slot> = ["08:30-12:00", "14:00-17:30"].into_iter().filter_map(Slot::parse).collect();
        self.fill_timetable(id, Weekdays::of(days).expect("some days"), &slots)?;
        Ok(id)
    }

    fn invent_people(
        &mut self,
        class: ClassId,
        size: usize,
        names: &Names,
        chance: &mut Chance,
        ids: &mut HashSet<IdNumber>,
    ) -> Outcome<()> {
        let class = self.store.class(class)?;
        let categories = CATEGORIES.all();
        let people: Vec<(Trainee, String, String)> = (0..size)
            .map(|_| {
                let person = invent_person(class.start, names, chance, ids);
                let keys = pinyin::keys(&person.name);
                let category = categories
                    .get(chance.below(categories.len()))
                    .map_or(String::new(), |category| category.key.clone());
                (person, keys, category)
            })
            .collect();
        self.act(Verb::Load, |writer| -> Outcome<()> {
            writer.about_class(&class);
            for (trainee, keys, category) in &people {
                let id = writer.add_trainee(NewTrainee { trainee, keys })?;
                let proof_kind = codes::proofs_of(category).into_iter().next().unwrap_or_default();
                let status = Status {
                    category: Category(category.clone()),
                    proof_kind,
                    proof_number: String::new(),
                    obtained: Some(class.start - Days::new(60)),
                    expires: Some(class.start + Days::new(120)),
                };
                writer.add_status(id, &status)?;
                writer.enrol(class.id, id, class.start, category)?;
            }
            Ok(())
        })
    }

    /// Marks of the days that have passed, with a few exceptions.
    fn invent_marks(&mut self, class: ClassId, chance: &mut Chance) -> Outcome<()> {
        let today = self.clock.now().day;
        let reason = REASON.trim();
        for session in self.store.sessions(class)? {
            if session.day >= today {
                continue;
            }
            let roll = self.roll(session.id)?;
            for seat in &roll.seats {
                let late = || crate::domain::hours::Minutes::new(20).unwrap_or_default();
                let mark = match chance.below(60) {
                    0 => Mark::Absent,
                    1 => Mark::Leave(LeaveKind::Sick),
                    2 => Mark::Present { late: late(), early: crate::domain::hours::Minutes::ZERO },
                    _ => continue,
                };
                self.mark(session.id, &[seat.enrolment.id], mark, reason)?;
            }
            self.mark_unmarked(session.id, Mark::PRESENT, reason)?;
        }
        Ok(())
    }
}

const ROOMS: &str = include_str!("../../assets/demo/rooms.txt");
const TEACHERS: &str = include_str!("../../assets/demo/teachers.txt");
const REASON: &str = include_str!("../../assets/demo/reason.txt");

fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

/// Where the taught days of this week begin: on Monday, and at a weekend so much later that today is the last of them.
fn week_of(today: NaiveDate) -> NaiveDate {
    monday(today).max(today - Days::new(TAUGHT as u64 - 1))
}

fn invent_person(
    start: NaiveDate,
    names: &Names,
    chance: &mut Chance,
    ids: &mut HashSet<IdNumber>,
) -> Trainee {
    let id = loop {
        let birth = start - Days::new((18 * 366 + chance.below(42 * 365)) as u64);
        let body = format!("140999{}{:03}", birth.format("%Y%m%d"), chance.below(1000));
        let found = "0123456789X".chars().find_map(|check| IdNumber::parse(&format!("{body}{check}")).ok());
        if let Some(id) = found.filter(|id| ids.insert(*id)) {
            break id;
        }
    };
    let male = id.sex() == crate::domain::person::Sex::Male;
    let pick = |chance: &mut Chance, list: &codes::CodeList, most: usize| {
        list.all().get(chance.below(most)).map_or(String::new(), |coded| coded.key.clone())
    };
    let village = names.villages.get(chance.below(names.villages.len())).cloned().unwrap_or_default();
    Trainee {
        document: Document::Id(id),
        name: names.name(chance, male),
        sex: id.sex(),
        birth: id.birth(),
        nation: pick(chance, &codes::NATIONS, 1),
        education: pick(chance, &codes::EDUCATION, codes::EDUCATION.all().len()),
        hukou: String::new(),
        address: village,
        phone: Phone::read(&format!("1{}{:09}", 3 + chance.below(7), chance.below(1_000_000_000))),
        bank_holder: String::new(),
        bank: String::new(),
        account: None,
        employer: String::new(),
        remarks: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Clock, Opened};
    use crate::domain::calendar::TimeOfDay;

    #[test]
    fn invented_people_have_names_of_their_sex_and_nothing_else() {
        let names = Names::read();
        let (mut chance, mut women) = (Chance::Seeded(1), HashSet::new());
        for _ in 0..5_000 {
            let name = names.name(&mut chance, true);
            assert!(name.as_str().chars().all(|c| c == '·' || !c.is_ascii()), "{name}");
            women.insert(names.name(&mut chance, false).to_string());
        }
        let dotted = women.iter().filter(|name| name.contains('·')).collect::<Vec<_>>();
        assert!(dotted.iter().all(|name| names.dotted.contains(&(name.as_str(), "f"))), "{dotted:?}");
        assert!(!dotted.is_empty());
    }

    #[test]
    fn there_are_rolls_to_take_whatever_the_weekday() {
        for day in NaiveDate::from_ymd_opt(2026, 9, 7).unwrap().iter_days().take(7) {
            let folder = tempfile::tempdir().unwrap();
            let clock = Clock::fixed(day, TimeOfDay::parse("08:30").unwrap());
            let opened = Opened { clock, chance: Chance::Seeded(7), ..Opened::default() };
            let desk = make(&folder.path().join("data"), 10, opened, &mut |_| ()).unwrap();
            let class = desk.classes(1).unwrap().remove(0);
            assert_eq!(class.planned, class.hours, "{day}");
            let sessions = desk.sessions(class.id).unwrap();
            let today: Vec<_> = sessions.iter().filter(|session| session.day == day).collect();
            assert_eq!(today.len(), 2, "{day}");
            assert!(desk.roll(today[0].id).unwrap().seats.iter().all(|seat| seat.line.is_none()), "{day}");
        }
    }
}
