//! The plain mode: whole flows in lines, and that no line steers a terminal.

use crate::app::operators::guard;
use crate::commands::everywhere;
use crate::desk::{TestDesk, class, on_file, person, seated};
use crate::environment::environment;
use baodao::domain::mark::MarkKind;
use baodao::text::Lang;
use baodao::ui::event::Event;
use baodao::ui::talk;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;

/// What is said to these lines, until the input ends.
fn conversation(desk: &mut TestDesk, lines: &[&str]) -> String {
    heard(desk, lines.iter().map(line).collect())
}

fn line(line: &&str) -> Event {
    Event::Line(format!("{line}\n"))
}

/// What is said when these events come, then the end of the input.
fn heard(desk: &mut TestDesk, events: Vec<Event>) -> String {
    let (sender, heard) = channel();
    events.into_iter().chain([Event::Closing]).for_each(|event| sender.send(event).unwrap());
    let mut out = Vec::new();
    let desk: &mut baodao::ui::harness::Harness = desk;
    talk(&mut desk.shell, &mut desk.desk, &heard, &mut out, true).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn whoever_says_nothing_is_not_asked_again() {
    let lines = ["=新学员", "140999200308151170", "王新来"];
    // whatever else may wake the program: another desk, a job
    let wakes = || [Event::Elsewhere, Event::Job(7), Event::Elsewhere];
    let mut quiet = centre(Lang::Zh, 1);
    let asked = conversation(&mut quiet, &lines);
    let mut woken = centre(Lang::Zh, 1);
    let events = lines.iter().flat_map(|said| [line(said)].into_iter().chain(wakes())).collect();
    assert_eq!(heard(&mut woken, events), asked);
}

fn centre(lang: Lang, people: usize) -> TestDesk {
    TestDesk::prepared(lang, 80, 24, |desk| {
        let id = class(desk, "QZ-01");
        seated(desk, id, people);
    })
}

#[test]
fn what_can_be_done_is_numbered_and_a_number_does_it() {
    let mut desk = centre(Lang::Zh, 1);
    let said = conversation(&mut desk, &["??"]);
    let line = said.lines().find(|line| line.contains("导出") && line.contains("页面")).unwrap().to_owned();
    let number = line.split(' ').next().unwrap();
    let mut desk = centre(Lang::Zh, 1);
    let said = conversation(&mut desk, &["??", number]);
    assert!(said.contains("== 报到 导出"), "{said}");
    let blocked = said.lines().find(|line| line.contains("（现在不能）")).unwrap();
    let number = blocked.split(' ').next().unwrap();
    let mut desk = centre(Lang::Zh, 1);
    let said = conversation(&mut desk, &["??", number, "999", "=没有的事", "#99"]);
    for words in ["! 现在不能", "没有编号 999", "没有叫“没有的事”的", "没有第 99 项"]
    {
        assert!(said.contains(words), "{words}\n{said}");
    }
}

#[test]
fn a_list_takes_the_only_one_that_fits() {
    let mut desk = centre(Lang::Zh, 2);
    let said = conversation(&mut desk, &["=设置", "=Tab Tab Tab Tab", "Eng", "=F8", "=F4", "=Esc", "=Today"]);
    assert!(said.contains("The settings are saved") && said.contains("== Baodao Today"), "{said}");
    // the looks that were saved with it are not for lines
    assert!(!said.contains("+-") && !said.contains('│'), "{said}");
}

#[test]
fn a_region_is_found_by_a_word_or_gone_down_to_by_numbers() {
    let mut desk = centre(Lang::Zh, 1);
    // provinces, then the cities of the chosen one, then its counties; the third number is a county and is the answer
    let said = conversation(&mut desk, &["=设置", "=Tab", "=F4", "3", "36", "46", "=F8"]);
    for line in ["3 > 河北省", "37 秦皇岛市", "36 > 唐山市", "46 > 路南区"] {
        assert!(said.lines().any(|said| said.trim() == line), "{line}\n{said}");
    }
    assert!(said.contains("河北省唐山市路南区") && said.contains("设置已保存"), "{said}");
    let mut desk = centre(Lang::En, 1);
    let said = conversation(&mut desk, &["=Settings", "=Tab", "panyuqu", "=F8"]);
    assert!(said.contains("Panyu District, Guangzhou City") && said.contains("saved"), "{said}");
    assert_eq!(desk.desk.settings().unwrap().region, "440113");
}

#[test]
fn half_typed_text_is_kept_when_the_input_ends() {
    let mut desk = centre(Lang::Zh, 1);
    let new = person(6);
    conversation(&mut desk, &["=新学员", &new.id_number, &new.name]);
    let kept = desk.desk.draft("enrol").unwrap().unwrap();
    assert_eq!(kept.fields.get("name").map(String::as_str), Some(new.name.as_str()));
}

#[test]
fn no_page_steers_a_terminal() {
    for lang in Lang::ALL {
        let (mut desk, places) = everywhere(lang);
        for (_, place, route) in places {
            desk.go(route);
            let said = conversation(&mut desk, &["??", "=F1", "=F9"]);
            let steers = |c: char| c.is_control() && c != '\n';
            assert!(!said.chars().any(steers), "{place}: {said:?}");
            assert!(!said.contains("──") && !said.contains("----"), "{place}: lines\n{said}");
            // the conversation ended the shell; the next page begins with a new one
            desk = desk.restarted("2026-09-07 08:26");
        }
    }
}

/// What was said to each of these lines, up to the next question; the first is what was said before any.
fn answers(said: &str, lines: &[&str]) -> Vec<String> {
    let (mut answers, mut rest) = (Vec::new(), said);
    for line in lines {
        let (answer, after) =
            rest.split_once(&format!("> {line}\n")).unwrap_or_else(|| panic!("{line}\n{said}"));
        answers.push(answer.to_owned());
        rest = after;
    }
    answers.push(rest.to_owned());
    answers
}

/// A class of five, a sixth on file, the first session running.
fn morning(lang: Lang) -> TestDesk {
    let desk = TestDesk::prepared(lang, 80, 24, |desk| {
        let id = class(desk, "QZ-01");
        seated(desk, id, 5);
        on_file(desk, 5);
    });
    desk.restarted("2026-09-07 08:47")
}

#[test]
fn a_morning_is_worked_in_lines() {
    let mut desk = morning(Lang::Zh);
    let new = person(7);
    let lines = [
        // somebody who was here before
        "张玮",
        "",
        "#7",
        "返乡",
        "#19",
        "QZ",
        "=F8",
        // somebody new
        "=新学员",
        &new.id_number,
        &new.name,
        &new.phone,
        "#7",
        "返乡",
        "#19",
        "QZ",
        "=F8",
        // the roll: all but two
        "=今日",
        "#1",
        "",
        "=未点全到",
        ".03",
        "5",
        ".05",
        "4",
        "=点完",
        "=Esc",
        // hours, a roster, and the last act taken back
        "=班次",
        "",
        "=学时",
        "=导出",
        "=F8",
        "=撤销",
        "=退出",
    ];
    let said = conversation(&mut desk, &lines);
    let roll = desk.desk.today_page().unwrap().sessions[0].session.id;
    let roll = desk.desk.roll(roll).unwrap();
    let counts = [MarkKind::Present, MarkKind::Absent, MarkKind::Leave].map(|kind| roll.count(kind));
    assert_eq!((roll.seats.len(), counts), (7, [5, 1, 1]), "{said}");
    assert!(desk.folder.path().join("data/exports/QZ-01-roster-default.xlsx").is_file(), "{said}");
    let folder = desk.folder.path().display().to_string();
    insta::assert_snapshot!("plain_morning_zh", said.replace(&folder, "FOLDER"));
    desk.is_sound();
}

#[test]
fn an_english_clerk_hears_english() {
    let mut desk = morning(Lang::En);
    let lines = ["?", "#1", "", "=All present", ".03", "5", "=Esc", "=Classes", "", "=Quit"];
    let said = conversation(&mut desk, &lines);
    insta::assert_snapshot!("plain_morning_en", said);
}

#[test]
fn what_was_said_is_not_said_again() {
    let mut desk = centre(Lang::Zh, 12).restarted("2026-09-07 08:47");
    let lines = ["=打开", "=未点全到", ".07", "5", "=Esc", "#1", "", "=", "=退出"];
    let said = conversation(&mut desk, &lines);
    let heard = answers(&said, &lines);
    let rows = |answer: &str| answer.lines().filter(|line| line.starts_with('#')).count();
    assert_eq!(rows(&heard[1]), 12, "{said}");
    // twelve rows changed at once: they are counted, and the one that is chosen is read
    assert!(heard[2].contains("有 12 行变了，= 重读本页") && rows(&heard[2]) == 1, "{}", heard[2]);
    assert!(heard[2].trim_start().starts_with("12 人记为到"), "the answer comes first\n{}", heard[2]);
    assert_eq!(heard[3].lines().count(), 3, "{}", heard[3]);
    assert!(heard[4].starts_with("已标记 刘改变 缺勤"), "{}", heard[4]);
    assert_eq!(rows(&heard[4]), 2, "{}", heard[4]);
    // back on a page that was read before
    assert!(heard[5].contains("== 报到 今日") && rows(&heard[5]) <= 3, "{}", heard[5]);
    assert!(heard[6].contains("#1  >") && heard[6].contains("空行：打开"), "{}", heard[6]);
    assert_eq!(rows(&heard[8]), 12, "read again\n{}", heard[8]);
}

#[test]
fn a_digit_on_the_roll_is_a_mark_and_never_a_line_of_the_list() {
    let mut desk = centre(Lang::Zh, 3).restarted("2026-09-07 08:47");
    let lines = ["=打开", "?", "5", "12", "=1", "=退出"];
    let said = conversation(&mut desk, &lines);
    let heard = answers(&said, &lines);
    assert!(heard[2].contains("\n=1  未点全到"), "{}", heard[2]);
    assert!(heard[3].starts_with("已标记 王建国 缺勤"), "{}", heard[3]);
    assert!(heard[4].contains("选第 12 项用 #12"), "{}", heard[4]);
    assert!(heard[5].contains("2 人记为到"), "{}", heard[5]);
}

#[test]
fn what_lies_over_a_page_is_told_alone() {
    let mut desk = centre(Lang::Zh, 12).restarted("2026-09-07 08:47");
    let lines = ["=打开", "=方式", "=Esc", "=备注", "=Esc", "=退出"];
    let said = conversation(&mut desk, &lines);
    let heard = answers(&said, &lines);
    // the page underneath is not read, neither what stands beside the box nor what it half covers
    assert!(heard[2].contains("扫码签到") && !heard[2].contains("王建国"), "{}", heard[2]);
    assert!(!heard[3].contains("王建国"), "nothing is new\n{}", heard[3]);
    assert!(heard[4].contains("王建国 的考勤") && !heard[4].contains("李秀兰"), "{said}");
    assert!(!heard[5].contains('#'), "back on the page nothing is new\n{}", heard[5]);
}

#[test]
fn a_grid_is_read_a_line_for_each_person_and_a_panel_after_its_list() {
    let mut desk = centre(Lang::Zh, 3).restarted("2026-09-07 08:47");
    let lines = ["=考勤周表", "5", "=使用说明", "#2", "=退出"];
    let said = conversation(&mut desk, &lines);
    let heard = answers(&said, &lines);
    let rows: Vec<&str> = heard[1].lines().filter(|line| line.starts_with('#')).collect();
    assert!(rows.len() == 3 && rows[1].contains("02 李秀兰  "), "{}", heard[1]);
    assert!(heard[2].contains("已标记 王建国 缺勤") && heard[2].lines().count() < 9, "{}", heard[2]);
    let after_list = heard[3].lines().rev().take_while(|line| !line.starts_with('#')).count();
    assert!(after_list > 4, "{}", heard[3]);
    assert!(heard[4].lines().count() > 4 && !heard[4].contains("行变了"), "{}", heard[4]);
}

#[test]
fn the_question_says_what_is_asked() {
    let mut desk = centre(Lang::Zh, 1);
    let lines = ["=新学员", "140999198506120011", "", "?", "=F8", "=Esc", "=Esc", "=退出"];
    let said = conversation(&mut desk, &lines);
    let question = |nth: usize| answers(&said, &lines)[nth].lines().last().unwrap().to_owned();
    assert_eq!(question(0), "做什么 ");
    assert_eq!(question(1), "身份证号（必填） ");
    assert_eq!(question(2), "姓名（必填） ");
    assert_eq!(question(3), "手机号码 ");
    let heard = answers(&said, &lines);
    assert!(heard[4].contains("手机号码  ") && heard[4].contains("?? 全部列出"), "{}", heard[4]);
    // what is wrong, where, and what to do; and the question is the field that has the fault
    assert!(heard[5].starts_with("! 还有 2 处要改，已到第一处"), "{}", heard[5]);
    assert!(
        question(5).contains("身份证号  140999198506120011  ! 校验位不符（应为 7）：请逐位对照证件。"),
        "{}",
        question(5)
    );
    assert!(heard[6].contains("再按 Esc 离开"), "{}", heard[6]);
}

#[test]
fn a_pin_is_asked_for_and_stands_nowhere() {
    let desk = TestDesk::prepared(Lang::Zh, 80, 24, guard);
    let mut desk = desk.restarted("2026-09-07 08:47");
    let said = conversation(&mut desk, &["314158", "314159", "=退出"]);
    assert!(said.contains("的口令\n") && said.contains("口令（输入时不显示） > "), "{said}");
    assert!(said.contains("口令不对") && said.contains("现在由 王芳"), "{said}");
    assert!(!said.contains("31415"), "{said}");
    // a form that sets one
    let mut desk = TestDesk::new(Lang::Zh);
    let said = conversation(
        &mut desk,
        &["=操作员", "=新操作员", "赵校长", "负责", "271828", "271828", "=F8", "=退出"],
    );
    assert!(said.contains("口令（输入时不显示） > \n") && !said.contains("271828"), "{said}");
    assert!(desk.desk.guard().is_guarded, "{said}");
    insta::assert_snapshot!("plain_operator_zh", said);
}

/// A script waits for nobody: what follows a PIN at once is meant.
#[test]
fn a_row_chosen_behind_a_pin_is_opened_by_the_next_empty_line() {
    let desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        let id = class(desk, "QZ-01");
        seated(desk, id, 3);
        guard(desk);
    });
    let mut desk = desk.restarted("2026-09-07 08:47");
    let said = conversation(&mut desk, &["314159", "#1", "", "=退出"]);
    assert!(said.contains("空行：打开") && said.contains("> 点名"), "{said}");
}

#[test]
fn the_real_program_talks_through_a_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let program = |args: &[&str], lines: &str| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_baodao"))
            .args(args)
            .args(["--data", data.to_str().unwrap()])
            .env_clear()
            .envs(environment(&data))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
        let ran = child.wait_with_output().unwrap();
        assert!(ran.status.success(), "{args:?}");
        String::from_utf8(ran.stdout).unwrap()
    };
    program(&["init", "--centre", "育才培训学校", "--region", "140902"], "");
    let new = person(2);
    let said = program(&["--plain"], &format!("=新学员\n{}\n{}\n=F8\n=退出\n", new.id_number, new.name));
    assert!(said.contains("== 报到 今日") && said.ends_with("已结束。\n"), "{said}");
    assert!(!said.contains('\u{1b}'), "{said:?}");
    assert!(program(&["find", &new.name], "").contains(&new.name));
}
