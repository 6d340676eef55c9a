//! The week: signs in cells, digits as on the roll, blocks with one undo, two layers in sight.

use crate::desk::{TestDesk, class, opened, seated};
use crate::mouse::click;
use baodao::app::{Desk, demo};
use baodao::domain::calendar::parse_day;
use baodao::domain::ids::{ClassId, SessionId};
use baodao::domain::mark::{LeaveKind, Mark, MarkKind};
use baodao::text::Lang;
use baodao::ui::input::Input;
use baodao::ui::paint::Click;
use baodao::ui::screen::{Route, WeekWanted};
use ratatui::layout::Size;

struct Page {
    desk: TestDesk,
    class: ClassId,
    sessions: Vec<SessionId>,
}

/// Twelve people in QZ-01, two sessions a day from 2026-09-07, the week open at a time.
fn week_at(lang: Lang, columns: u16, rows: u16, at: &str) -> Page {
    let mut made = None;
    let desk = TestDesk::prepared(lang, columns, rows, |desk| {
        let class = class(desk, "QZ-01");
        seated(desk, class, 12);
        made = Some(class);
    });
    let (mut desk, class) = (desk.restarted(at), made.unwrap());
    let sessions = desk.desk.sessions(class).unwrap().iter().map(|session| session.id).collect();
    desk.go(Route::Week(WeekWanted { class: Some(class), day: None }));
    Page { desk, class, sessions }
}

fn today() -> Page {
    week_at(Lang::Zh, 80, 24, "2026-09-08 09:00")
}

impl Page {
    fn mark(&self, session: usize, seat: usize) -> Option<Mark> {
        let roll = self.desk.desk.roll(self.sessions[session]).unwrap();
        roll.seats[seat - 1].line.as_ref().map(|line| line.mark)
    }

    fn count(&self, session: usize, kind: MarkKind) -> usize {
        self.desk.desk.roll(self.sessions[session]).unwrap().count(kind)
    }

    /// The row of a person, without the name.
    fn row(&self, name: &str) -> String {
        let line = self.desk.page.lines().find(|line| line.contains(name)).unwrap();
        line.split(name).nth(1).unwrap().trim_end().to_owned()
    }

    /// Monday taken, with one absent, one late, one leave; Tuesday morning corrected from the sheet.
    fn filled(mut self) -> Self {
        let people: Vec<_> = self
            .desk
            .desk
            .class_view(self.class)
            .unwrap()
            .enrolments
            .iter()
            .map(|person| person.id)
            .collect();
        let monday = self.sessions[0];
        let desk = &mut self.desk.desk;
        desk.mark_unmarked(monday, Mark::PRESENT, "补录").unwrap();
        desk.mark(monday, &people[5..6], Mark::Absent, "签到表第3页").unwrap();
        desk.mark_unmarked(self.sessions[2], Mark::PRESENT, "").unwrap();
        desk.mark(self.sessions[2], &people[2..3], Mark::Absent, "").unwrap();
        desk.take_paper(self.sessions[2], "签到表第3页", &[(people[2], Mark::Leave(LeaveKind::Sick))])
            .unwrap();
        desk.mark(self.sessions[5], &people[..1], Mark::Leave(LeaveKind::Personal), "").unwrap();
        self.desk.keys("F5");
        self
    }
}

#[test]
fn cells_say_what_they_hold_and_who_said_so() {
    let page = today().filled();
    page.desk.shows("09-07 至 09-13 ]").shows("[08 二]").shows("上  下  上").shows("> 01 王建国");
    let row = page.row("赵拴柱");
    assert!(row.trim_start().starts_with("到^ .   假^ ."), "{row}");
    page.desk.shows("实到").shows("未点");
}

#[test]
fn both_layers_of_a_cell_are_told_in_one_line() {
    let mut page = today().filled();
    page.desk.keys("zsz");
    page.desk.shows("03 赵拴柱   09-08 周二 08:30-12:00");
    page.desk.shows("缺 王芳 09:00 -> 办公室 假 病 王芳 09:00 纸质签到 签到表第3页");
    page.desk.keys("1").shows("办公室已改为病假（王芳 09-08 09:00 签到表第3页）");
    assert_eq!(page.mark(2, 3), Some(Mark::Leave(LeaveKind::Sick)));
    // with a reason, the office corrects itself
    page.desk.keys("F2").keys("Up Up F4").shows("事假");
    page.desk.keys("缺 Enter").keys("Enter Enter 本人说明 F8");
    assert_eq!(page.mark(2, 3), Some(Mark::Absent));
    page.desk.is_sound();
}

#[test]
fn a_form_that_clears_says_cleared() {
    let mut page = today();
    page.desk.keys("1 Up F2 Up F4 未点 Enter F8").shows("已清除 王建国").hides("已标记");
    assert_eq!(page.mark(2, 1), None);
}

#[test]
fn digits_mark_the_cell_and_go_on() {
    let mut page = today();
    page.desk.keys("1 5 4").shows("未点").shows("> 04 尉迟明");
    assert_eq!(page.mark(2, 1), Some(Mark::PRESENT));
    assert_eq!(page.mark(2, 2), Some(Mark::Absent));
    assert_eq!(page.mark(2, 3), Some(Mark::Leave(LeaveKind::Sick)));
    page.desk.keys("Up 4");
    assert_eq!(page.mark(2, 3), Some(Mark::Leave(LeaveKind::Personal)));
    page.desk.keys("2");
    assert_eq!(page.mark(2, 4).unwrap().minutes().0.get(), 30);
    page.desk.keys("Ctrl+Z").shows("已撤销").shows("> 04 尉迟明");
    assert_eq!(page.mark(2, 4), None);
    page.desk.keys("*").shows("人记为到");
    assert_eq!(page.count(2, MarkKind::NotTaken), 0);
    page.desk.is_sound();
}

#[test]
fn space_goes_through_the_marks_of_the_cell() {
    let mut page = today();
    let mut kinds = Vec::new();
    for _ in 0..5 {
        page.desk.input(&Input::text(" "));
        kinds.push(page.mark(2, 1).map_or(MarkKind::NotTaken, Mark::kind));
    }
    use MarkKind::{Absent, Late, Leave, NotTaken, Present};
    assert_eq!(kinds, [Present, Late, Absent, Leave, NotTaken]);
    assert_eq!(page.mark(2, 2), None, "the cursor stays");
    page.desk.keys("F6 Down").input(&Input::text(" "));
    page.desk.shows("正在选一段");
}

#[test]
fn a_past_day_asks_once_and_a_coming_one_takes_leave_only() {
    let mut page = today();
    page.desk.keys("Left 5").shows("写明原因");
    page.desk.keys("签到表第3页 Enter");
    page.desk.keys("5").hides("写明原因");
    assert_eq!((page.mark(1, 1), page.mark(1, 2)), (Some(Mark::Absent), Some(Mark::Absent)));
    // another lesson has another reason: the last one is offered, not taken for granted
    page.desk.keys("Left 5").shows("写明原因").shows("签到表第3页");
    page.desk.keys("Esc Right");
    page.desk.keys("Right Right 1").shows("课还没开始");
    page.desk.keys("2").shows("课还没开始");
    page.desk.keys("4");
    assert_eq!(page.mark(3, 3), Some(Mark::Leave(LeaveKind::Sick)));
}

#[test]
fn a_block_marks_in_one_step_and_shows_what_it_replaces() {
    let mut page = today();
    page.desk
        .keys("5 Home F6 Down Down Right")
        .shows("区块 3 人 x 2 节 = 6 格")
        .shows("缺 1")
        .shows("未点 5");
    page.desk.keys("1").shows("将标记 3 格").shows("缺 1").shows("跳过 3 格（未开始");
    page.desk.keys("Enter").hides("将标记");
    assert_eq!(page.mark(2, 1), Some(Mark::Absent));
    page.desk.keys("1 F8").shows("3 格记为到").hides("区块 3 人");
    assert_eq!(page.count(2, MarkKind::Present), 3);
    page.desk.keys("Ctrl+Z").shows("已撤销：区块点名");
    assert_eq!((page.mark(2, 1), page.mark(2, 2)), (Some(Mark::Absent), None));
    page.desk.keys("Home Left F6 Down Down 0").shows("清为未点 1 格").shows("这些考勤会清掉：缺 1");
    page.desk.keys("F8").shows("1 格清为未点").hides("记为未点");
    assert_eq!(page.mark(2, 1), None);
    page.desk.keys("F6 Esc").hides("区块 1 人");
    page.desk.is_sound();
}

#[test]
fn a_click_is_the_other_corner_of_a_block() {
    let mut page = today();
    page.desk.keys("Home F6").shows("区块 1 人 x 1 节");
    let sessions =
        page.desk.marks.clicks.iter().filter(|(_, target)| matches!(target, Click::Target(_))).count();
    click(&mut page.desk, Click::Row(2 * sessions + 1));
    page.desk.shows("区块 3 人 x 2 节 = 6 格");
}

#[test]
fn a_whole_column_and_a_whole_row() {
    let mut page = today();
    page.desk.keys("Home F6 End 1").shows("12 格记为到");
    assert_eq!(page.count(2, MarkKind::Present), 12);
    page.desk.keys("Home").shows("到 王芳");
    page.desk.keys("F9").keys("整行 Enter").shows("区块 1 人 x 10 节").hides("到 王芳");
    page.desk.keys("4").shows("写明原因");
    page.desk.keys("住院 Enter").shows("将标记 10 格");
    page.desk.keys("F8");
    page.desk.shows("10 格记为病假");
    let leave: usize = (0..10).map(|session| page.count(session, MarkKind::Leave)).sum();
    assert_eq!(leave, 10);
    page.desk.keys("F6 End End").shows("> 12").shows("09-11").shows("= 12 格");
}

#[test]
fn enter_opens_that_roll_at_that_person() {
    let mut page = today();
    page.desk.keys("Left zw Down Enter").shows("点名").shows("09-07 周一 14:00-17:30").shows("> 06  张玮");
    page.desk.keys("F9").keys("周表 Enter").shows("考勤周表");
}

#[test]
fn weeks_turn_and_classes_change() {
    let mut page = today();
    page.desk.keys("]").shows("09-14 至 09-20");
    page.desk.keys("]").shows("! 现在不能下一周");
    page.desk.keys("[").shows("09-07 至 09-13").shows("[08 二]");
    page.desk.keys("Tab").shows("哪个班").shows("QZ-01");
    page.desk.keys("Esc").shows("09-07 至 09-13");
}

#[test]
fn a_scan_finds_and_marks_nobody() {
    let mut page = today();
    let id = crate::desk::person(1).id_number;
    page.desk.device(&format!("{id}\n"), 8).shows("扫到 李秀兰").shows("> 02 李秀兰");
    // half a scan is no series of marks
    page.desk.device("14099919\n", 3);
    assert_eq!((0..4).map(|session| page.count(session, MarkKind::NotTaken)).sum::<usize>(), 48);
}

#[test]
fn twenty_sessions_fit_eighty_columns() {
    let mut made = None;
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        let class = class(desk, "QZ-01");
        seated(desk, class, 3);
        let slots: Vec<_> = ["18:00-19:00", "19:00-20:00"]
            .map(|slot| baodao::domain::calendar::Slot::parse(slot).unwrap())
            .into();
        let days = baodao::domain::calendar::Weekdays::parse("mon-fri").unwrap();
        desk.fill_timetable(class, days, &slots).unwrap();
        made = Some(class);
    });
    desk.go(Route::Week(WeekWanted { class: made, day: parse_day("2026-09-07") }));
    desk.shows("20 节");
    let heads = desk.line(4).to_owned();
    assert_eq!(heads.matches(['上', '下', '晚']).count(), 20, "{heads}");
    for lang in [Lang::Zh, Lang::En] {
        let line = desk.page.lines().find(|line| line.contains("王建国")).unwrap();
        assert_eq!(line.matches('.').count(), 20, "{lang:?} {line}");
    }
}

#[test]
fn the_mouse_reaches_cells_and_columns() {
    let mut page = today();
    let find = |page: &Page, name: &str| page.desk.page.lines().position(|line| line.contains(name)).unwrap();
    let y = u16::try_from(find(&page, "尉迟明")).unwrap();
    let click =
        |x, y| Input::Mouse(baodao::ui::input::Mouse { x, y, act: baodao::ui::input::MouseAct::Click });
    page.desk.input(&click(18, y));
    page.desk.shows("> 04 尉迟明").shows("09-07 周一 08:30-12:00");
    page.desk.input(&click(24, 4));
    page.desk.shows("区块 12 人 x 1 节");
}

#[test]
fn without_a_class_it_says_what_to_do_first() {
    let mut desk = TestDesk::new(Lang::Zh);
    desk.go(Route::Week(WeekWanted::default())).shows("还没有班次");
    let mut desk = TestDesk::prepared(Lang::En, 80, 24, |desk| {
        let class = class(desk, "QZ-01");
        let _ = class;
    });
    desk.go(Route::Week(WeekWanted::default())).shows("Nobody is in the class");
}

#[test]
fn without_a_wish_it_shows_a_class_with_people() {
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        class(desk, "KD-02");
        let filled = class(desk, "QZ-01");
        seated(desk, filled, 2);
    });
    desk.go(Route::Week(WeekWanted::default())).shows("QZ-01 > 考勤周表").shows("王建国");
}

#[test]
fn pages() {
    for (lang, name) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for (columns, rows) in [(80, 24), (140, 40)] {
            let mut page = week_at(lang, columns, rows, "2026-09-08 09:00").filled();
            page.desk.keys("zsz Esc");
            insta::assert_snapshot!(format!("week_{name}_{columns}"), page.desk.page);
        }
    }
    let mut page = today().filled();
    page.desk.keys("F6 Down Down Right Right");
    insta::assert_snapshot!("week_block", page.desk.page);
}

#[test]
fn a_class_of_fifty_is_drawn_at_every_size() {
    let mut desk = TestDesk::new(Lang::Zh);
    let folder = desk.folder.path().join("demo");
    demo::make(&folder, 50, opened("2026-09-07 08:47"), &mut |_| ()).unwrap();
    desk.desk = Desk::open(&folder, opened("2026-09-07 08:47")).unwrap();
    desk.go(Route::Week(WeekWanted::default()));
    for (columns, rows) in [(80, 24), (100, 30), (140, 40), (81, 24)] {
        desk.resize(Size::new(columns, rows));
        desk.keys("PgDn PgDn PgUp End Home");
        desk.shows("考勤周表").hides("##");
    }
}

/// Every sign of a cell is explained at any width, in both languages.
#[test]
fn signs_are_explained_where_there_is_little_room() {
    for (columns, rows) in [(80, 24), (140, 40)] {
        let page = week_at(Lang::En, columns, rows, "2026-09-08 09:00");
        page.desk.shows("^ office").shows("* all at once").shows(". not taken").shows("V leave");
    }
}
