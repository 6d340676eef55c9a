//! The harness: a real file in a folder of its own, a clock that stands still, keys in, page out, what the file keeps.

use baodao::app::departures::{Departed, Departure, Way};
use baodao::app::enrol::{Registration, Who, draft_of};
use baodao::app::{Chance, Clock, Desk, Opened, pinyin};
use baodao::domain::calendar::{Slot, TimeOfDay, Weekdays, parse_day};
use baodao::domain::class::ClassDraft;
use baodao::domain::id_number::IdNumber;
use baodao::domain::ids::{ClassId, TraineeId};
use baodao::domain::person::TraineeDraft;
use baodao::domain::scan::Scanned;
use baodao::store::rows::EnrolmentRow;
use baodao::text::Lang;
use baodao::text::today::backup_running;
use baodao::ui::event::{Event, Waker};
use baodao::ui::harness::Harness;
use baodao::ui::input::Input;
use baodao::ui::screen::{self, Route};
use baodao::ui::shell::{House, Shell};
use baodao::ui::theme::Theme;
use ratatui::layout::Size;
use std::ops::{Deref, DerefMut};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Invented people: area 140999 is assigned to no place.
pub const PEOPLE: [(&str, &str, &str); 12] = [
    ("王建国", "140999198506120017", "13800000001"),
    ("李秀兰", "14099919920229002X", "13800000002"),
    ("赵拴柱", "140999200308151170", "13800000003"),
    ("尉迟明", "140999196301010042", "13800000004"),
    ("张伟", "140999197511300288", "13800000005"),
    ("张玮", "140999197902030019", "13800000006"),
    ("刘改变", "140999198811110027", "13800000007"),
    ("买买提·艾力", "140999199003030031", "13800000008"),
    ("陈福银", "140999199505050059", "13800000009"),
    ("杨喜凤", "140999197212120063", "13800000010"),
    ("吴桂兰", "140999196806060082", "13800000011"),
    ("𬭎梅", "140999199909090101", "13800000012"),
];

/// The nth invented person, with a number made right.
pub fn person(nth: usize) -> TraineeDraft {
    let (name, id, phone) = PEOPLE[nth];
    let body: String = id.chars().take(17).collect();
    let id = "0123456789X"
        .chars()
        .map(|check| format!("{body}{check}"))
        .find(|id| IdNumber::parse(id).is_ok())
        .unwrap();
    TraineeDraft {
        id_number: id,
        name: name.into(),
        phone: phone.into(),
        education: "初中".into(),
        ..TraineeDraft::default()
    }
}

pub struct TestDesk {
    harness: Harness,
    /// What work in the background says.
    news: Receiver<Event>,
    pub folder: TempDir,
    pub lang: Lang,
}

/// A clock that stands at `2026-09-07 08:26`.
pub fn clock(text: &str) -> Clock {
    let (day, time) = text.split_once(' ').unwrap();
    Clock::fixed(parse_day(day).unwrap(), TimeOfDay::parse(time).unwrap())
}

pub fn opened(at: &str) -> Opened {
    let operator = Some("王芳".into());
    Opened { clock: clock(at), chance: Chance::Seeded(7), operator, ..Opened::default() }
}

#[expect(clippy::disallowed_methods, reason = "tests need some moment to count from")]
fn moment() -> Instant {
    Instant::now()
}

impl TestDesk {
    /// An empty centre at 80×24 on Monday 2026-09-07 08:26, on the Today screen, colours off.
    pub fn new(lang: Lang) -> Self {
        Self::sized(lang, 80, 24)
    }

    pub fn sized(lang: Lang, columns: u16, rows: u16) -> Self {
        Self::prepared(lang, columns, rows, |_| ())
    }

    /// With whatever `prepare` puts on file before the first page is drawn.
    pub fn prepared(lang: Lang, columns: u16, rows: u16, prepare: impl FnOnce(&mut Desk)) -> Self {
        let folder = short_folder();
        let mut desk = Desk::init(
            &folder.path().join("data"),
            "忻府区育才培训学校",
            "140902",
            opened("2026-09-07 08:26"),
        )
        .unwrap();
        prepare(&mut desk);
        let (harness, news) = harness(desk, lang, columns, rows);
        Self { harness, news, folder, lang }
    }

    /// The program is started again at another time; drafts and undo must live on.
    pub fn restarted(mut self, at: &str) -> Self {
        let folder = self.folder.path().join("data");
        let size = self.harness.buffer.area.as_size();
        drop(self.harness);
        let desk = Desk::open(&folder, opened(at)).unwrap();
        (self.harness, self.news) = harness(desk, self.lang, size.width, size.height);
        self
    }

    /// The program is still open at another time: the same pages, a desk whose clock went on.
    pub fn left_on(&mut self, at: &str) -> &mut Self {
        self.harness.desk = Desk::open(&self.folder.path().join("data"), opened(at)).unwrap();
        self
    }

    pub fn go(&mut self, route: Route) -> &mut Self {
        self.harness.turn(|shell, turn| shell.go(route, turn));
        self
    }

    /// Types a script: keys by their label, anything else as text, apart by spaces: `F3 zs ⏎ F8`.
    pub fn keys(&mut self, script: &str) -> &mut Self {
        self.harness.keys(script);
        self
    }

    /// Waits for the copy that is being made, if the page says that one is: all else is done at once.
    pub fn copied(&mut self) -> &mut Self {
        while self.page.contains(backup_running(self.lang)) {
            let news = self.news.recv_timeout(Duration::from_secs(60)).unwrap();
            self.turn(|shell, turn| shell.handle(news, turn));
        }
        self
    }

    /// A card or label under the scanner, as the input layer tells of it.
    pub fn scan(&mut self, text: &str) -> &mut Self {
        self.harness.input(&Input::Scan(Scanned::of(text, None)));
        self
    }

    /// A device that types, with so many milliseconds between its keys; Enter is a line feed.
    pub fn device(&mut self, text: &str, gap: u64) -> &mut Self {
        self.harness.device(text, Duration::from_millis(gap));
        self
    }

    #[track_caller]
    pub fn shows(&self, words: &str) -> &Self {
        assert!(self.page.contains(words), "no {words:?} in\n{}", self.page);
        self
    }

    #[track_caller]
    pub fn hides(&self, words: &str) -> &Self {
        assert!(!self.page.contains(words), "{words:?} in\n{}", self.page);
        self
    }

    /// The real cursor stands in the row of this label.
    #[track_caller]
    pub fn caret_in(&self, label: &str) -> &Self {
        let line = self.caret_line().unwrap_or_else(|| panic!("no caret in\n{}", self.page));
        assert!(line.contains(label), "the caret is in {line:?}, not at {label:?}\n{}", self.page);
        self
    }

    /// Keys of the acts on file, oldest first.
    pub fn audit(&self) -> Vec<String> {
        let mut acts: Vec<String> =
            self.desk.acts(None, 1000).unwrap().into_iter().map(|act| act.verb).collect();
        acts.reverse();
        acts
    }

    /// All is one true story: pages, references, chain, roll.
    #[track_caller]
    pub fn is_sound(&self) {
        assert_eq!(self.desk.verify().unwrap().faults, []);
    }
}

impl Deref for TestDesk {
    type Target = Harness;

    fn deref(&self) -> &Harness {
        &self.harness
    }
}

impl DerefMut for TestDesk {
    fn deref_mut(&mut self) -> &mut Harness {
        &mut self.harness
    }
}

fn harness(desk: Desk, lang: Lang, columns: u16, rows: u16) -> (Harness, Receiver<Event>) {
    let house = House {
        open: screen::open,
        menu: screen::MENU,
        search: screen::SEARCH,
        guide: screen::GUIDE,
        scanned: screen::scanned,
        matches: pinyin::fit,
    };
    let (sender, news) = channel();
    let shell = Shell::new(house, lang, Theme::mono().distrusting(false), Waker::new(sender));
    let mut harness = Harness::new(shell, desk, Size::new(columns, rows), moment());
    harness.turn(|shell, turn| shell.go(Route::Today, turn));
    (harness, news)
}

/// With a short name on any machine: pages show it, and where a line is full they wrap or cut it.
fn short_folder() -> TempDir {
    tempfile::tempdir_in("/tmp").or_else(|_| tempfile::tempdir()).unwrap()
}

/// A desk alone, without a screen, and the folder that holds it.
pub fn desk_at(time: &str) -> (Desk, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::init(&folder.path().join("data"), "忻府区育才培训学校", "140902", opened(time)).unwrap();
    (desk, folder)
}

/// A class of 砌筑工 level 5, 80 class hours, 2026-09-07 to 18, Monday to Friday, mornings and afternoons.
pub fn class(desk: &mut Desk, code: &str) -> ClassId {
    class_of(desk, code, 50)
}

/// The same with so many seats.
pub fn class_of(desk: &mut Desk, code: &str, capacity: u32) -> ClassId {
    let draft = ClassDraft {
        code: code.into(),
        course: "2022/6-29-01-01/5".into(),
        start: "2026-09-07".into(),
        end: "2026-09-18".into(),
        hours: "80".into(),
        capacity: capacity.to_string(),
        place: "一号教室".into(),
        instructor: "李师傅".into(),
    };
    let id = desk.add_class(&draft).unwrap();
    let slots: Vec<Slot> =
        ["08:30-12:00", "14:00-17:30"].into_iter().map(|slot| Slot::parse(slot).unwrap()).collect();
    desk.fill_timetable(id, Weekdays::parse("mon-fri").unwrap(), &slots).unwrap();
    id
}

/// The first `count` invented people sit in a class.
pub fn seated(desk: &mut Desk, class: ClassId, count: usize) {
    for nth in 0..count {
        let who = Who::New(person(nth));
        let registration = Registration {
            who,
            statuses: Vec::new(),
            class: Some(class),
            joined: None,
            category: "returnee".into(),
        };
        desk.register(&registration).unwrap();
    }
}

/// The nth invented person, on file and in no class.
pub fn on_file(desk: &mut Desk, nth: usize) -> TraineeId {
    let registration = Registration {
        who: Who::New(person(nth)),
        statuses: Vec::new(),
        class: None,
        joined: None,
        category: String::new(),
    };
    desk.register(&registration).unwrap().trainee
}

/// Somebody on file who wants a seat.
pub fn wants(desk: &Desk, trainee: TraineeId, class: ClassId) -> Registration {
    let row = desk.person(trainee).unwrap().row;
    Registration {
        who: Who::Known { id: trainee, version: row.version, draft: draft_of(&row.trainee) },
        statuses: Vec::new(),
        class: Some(class),
        joined: None,
        category: String::new(),
    }
}

/// Somebody leaves their class today.
pub fn leaves(desk: &mut Desk, who: &EnrolmentRow) -> Departed {
    let departure =
        Departure { way: Way::Left, day: desk.today(), reason: String::new(), knows_marks: false };
    desk.depart(who, &departure).unwrap()
}
