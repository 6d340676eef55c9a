//! The plain mode: whole flows in lines, and that no line steers a terminal.

use crate::commands::everywhere;
use crate::desk::{TestDesk, class, person, seated};
use baodao::text::Lang;
use baodao::ui::event::Event;
use baodao::ui::look::Measured;
use baodao::ui::theme::Theme;
use baodao::ui::{plain, talk};
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;

/// What is said to these lines, until the input ends.
fn conversation(desk: &mut TestDesk, lines: &[&str]) -> String {
    desk.shell.theme = Theme::fitting(plain::look(), Measured::NotAsked, true);
    let (sender, events) = channel();
    for line in lines {
        sender.send(Event::Line(format!("{line}\n"))).unwrap();
    }
    sender.send(Event::Closing).unwrap();
    let mut out = Vec::new();
    let desk: &mut baodao::ui::harness::Harness = desk;
    talk(&mut desk.shell, &mut desk.desk, &events, &mut out, true).unwrap();
    String::from_utf8(out).unwrap()
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
    let said = conversation(&mut desk, &["?"]);
    let line = said.lines().find(|line| line.contains("导出") && line.contains("页面")).unwrap().to_owned();
    let number = line.split(' ').next().unwrap();
    let mut desk = centre(Lang::Zh, 1);
    let said = conversation(&mut desk, &["?", number]);
    assert!(said.contains("== 报到 导出"), "{said}");
    let blocked = said.lines().find(|line| line.contains("（现在不能）")).unwrap();
    let number = blocked.split(' ').next().unwrap();
    let mut desk = centre(Lang::Zh, 1);
    let said = conversation(&mut desk, &["", number, "999", "=没有的事", "#99"]);
    for words in ["! 现在不能", "没有编号 999", "没有叫“没有的事”的", "没有第 99 项"]
    {
        assert!(said.contains(words), "{words}\n{said}");
    }
}

#[test]
fn a_list_takes_the_only_one_that_fits() {
    let mut desk = centre(Lang::Zh, 2);
    let said = conversation(&mut desk, &["=设置", "=Tab Tab Tab Tab", "Eng", "=F8", "=Today"]);
    assert!(said.contains("The settings are saved") && said.contains("== Baodao Today"), "{said}");
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
            let said = conversation(&mut desk, &["?", "=F1", "=F9"]);
            let steers = |c: char| c.is_control() && c != '\n';
            assert!(!said.chars().any(steers), "{place}: {said:?}");
            assert!(!said.contains("──") && !said.contains("----"), "{place}: lines\n{said}");
            // the conversation ended the shell; the next page begins with a new one
            desk = everywhere(lang).0;
        }
    }
}

#[test]
fn the_real_program_talks_through_a_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let program = |args: &[&str], lines: &str| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_baodao"))
            .args(args)
            .args(["--data", data.to_str().unwrap()])
            .env("LANG", "zh_CN.UTF-8")
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
