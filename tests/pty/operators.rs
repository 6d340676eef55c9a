//! Operators in a real terminal: signing in, a wrong PIN, a switch in eight keys, the lock over a form; how PINs come to
//! be, how wrong ones keep somebody out, and a centre that has none.

use crate::alone;
use crate::centre::{Centre, OFFICE};
use crate::terminal::{Terminal, now};
use baodao::app::{Clock, Desk, Opened};
use baodao::domain::operator::Pin;

#[test]
#[expect(clippy::print_stdout, reason = "the numbers are asked for")]
fn a_guarded_day() {
    let _alone = alone();
    let centre = Centre::new();
    centre.guard();
    let mut screen = Terminal::start(&centre.data(), &["--operator", "王芳"]);
    screen.shows("报到  登录").shows("王芳（前台）的口令").caret_in("_ _ _").hides("QZ-01");
    screen.keys("314158");
    screen.shows("! 口令不对，还可以试 2 次。").hides("QZ-01");
    screen.keys("314159");
    screen.shows("现在由 王芳（前台）操作").shows("QZ-01");

    // a form half typed, covered, and there again
    screen.keys("F6");
    screen.shows("身份证号");
    screen.keys("Enter 王新来");
    screen.shows("王新来");
    screen.keys("F9");
    screen.shows("命令");
    screen.keys("锁屏 Enter");
    screen.shows("已锁屏").hides("王新来");
    screen.keys("314159");
    screen.shows("王新来").caret_in("姓名");

    // the instructor takes over
    let began = now();
    let keys = screen.keys("Ctrl+O") + screen.keys("3") + screen.keys("141421");
    screen.shows("现在由 李师傅（教师）操作；王芳 没写完的留着").hides("王新来");
    let took = began.elapsed().as_millis();
    println!("a switch of operators in the terminal: {keys} keys, {took} ms from the first to the new name");
    assert_eq!(keys, 8);
    // an Enter right behind the PIN is the end of it, not a wish to open something
    screen.keys("Up");
    screen.keys(centre.to_roll());
    screen.shows("康辉");
    screen.keys("zs 5");
    screen.shows("教师只点自己的课");
    screen.keys("Ctrl+O 1 314159");
    screen.shows("王新来");
    screen.keys("Ctrl+Q");
    screen.shows("再按 Ctrl+Q 退出");
    assert!(screen.quit());

    let acts = centre.acts(20);
    let count = |verb: &str| acts.iter().filter(|act| *act == verb).count();
    assert_eq!((count("pin-failed"), count("sign-in"), count("mark")), (1, 5, 0));
    centre.is_sound();
}

#[test]
fn wrong_pins_bring_a_wait_that_a_restart_does_not_end() {
    let _alone = alone();
    let centre = Centre::empty();
    centre.guard();
    // so many that the next one brings a wait of minutes: two programs start within it on any machine
    let now = Clock::System.now_ms();
    for minutes in [20, 20, 20, 10] {
        let clock = Clock::Fixed(now - minutes * 60_000);
        let mut desk = Desk::open(&centre.data(), Opened { clock, ..Opened::default() }).unwrap();
        let office = desk.operator_named(OFFICE.name).unwrap();
        desk.sign_in(&office, Some(&Pin::parse("314158").unwrap())).unwrap_err();
    }
    let start = || {
        let desk = Terminal::start(&centre.data(), &["--operator", "王芳"]);
        desk.shows("王芳（前台）的口令").caret_in("_ _ _");
        desk
    };
    let mut desk = start();
    desk.keys("314157");
    desk.shows("! 口令不对。请等 5 分钟再试。");
    assert!(desk.quit());
    // the right one, in another program
    let mut desk = start();
    desk.keys("314159");
    desk.shows("! 输错多次，请等 ").shows("分钟再试").hides("今天的课");
    assert!(desk.quit());
    assert_eq!(centre.acts(5), ["pin-failed"; 5]);
    centre.is_sound();
}

/// Puts somebody on file, on the page of operators.
#[track_caller]
fn adds(desk: &mut Terminal, name: &str, role: &str, pin: &str) {
    desk.palette("操作员");
    desk.shows("在用");
    desk.keys("F6");
    desk.caret_in("姓名");
    desk.keys(&format!("{name} Tab F4"));
    desk.shows("稽核");
    desk.keys(&format!("{role} Enter"));
    desk.hides("稽核").caret_in("口令");
    desk.keys(pin);
    desk.caret_in(if pin.is_empty() { "口令" } else { "再输一次" });
    desk.keys(&format!("{pin} F8"));
}

#[test]
fn the_head_gives_pins_and_a_clerk_changes_their_own() {
    let _alone = alone();
    let centre = Centre::empty();
    let mut desk = centre.start();
    desk.shows("报到  今日");
    adds(&mut desk, "赵校长", "负责人", "271828");
    // from now on everybody signs in
    desk.shows("报到  登录").shows("口令已设，请登录");
    desk.keys("1");
    desk.shows("赵校长（负责人）的口令");
    desk.keys("271828");
    desk.shows("现在由 赵校长（负责人）操作");
    adds(&mut desk, "孙丽", "前台", "161803");
    desk.shows("已添加 孙丽").row("孙丽", "已设");

    desk.keys("Ctrl+O 2 161803");
    desk.shows("现在由 孙丽（前台）操作");
    desk.palette("改我的口令");
    desk.shows("改口令 > 孙丽").caret_in("现在的口令");
    for (pin, next) in [("161803", "新口令"), ("602214", "再输一次"), ("602214", "再输一次")] {
        desk.keys(pin);
        desk.caret_in(next);
    }
    desk.keys("F8");
    desk.shows("口令已换，下次登录用新的").hides("602214");
    assert!(desk.quit());

    let mut desk = Terminal::start(&centre.data(), &["--operator", "孙丽"]);
    desk.shows("孙丽（前台）的口令").caret_in("_ _ _");
    desk.keys("161803");
    desk.shows("! 口令不对，还可以试 2 次。");
    desk.keys("602214");
    desk.shows("现在由 孙丽（前台）操作");
    assert!(desk.quit());
    centre.is_sound();
}

#[test]
fn a_centre_may_go_without_pins_and_it_is_said() {
    let _alone = alone();
    let centre = Centre::empty();
    let mut desk = centre.start();
    desk.shows("报到  今日");
    adds(&mut desk, "李师傅", "教师", "");
    desk.shows("已添加 李师傅").row("李师傅", "免口令");
    desk.shows("! 未设口令：谁都可以操作").shows("一个人的机构可以这样用");
    // a name is enough, and there is nothing to lock with
    desk.keys("Ctrl+O");
    desk.shows("谁在用？");
    desk.keys("李师傅");
    desk.shows("现在由 李师傅（教师）操作");
    desk.palette("锁屏");
    desk.shows("! 没有设口令，锁不了屏");
    desk.palette("设置");
    desk.shows("未设口令：谁都可以操作");
    assert!(desk.quit());
    assert_eq!(centre.acts(1), ["add-operator"]);
    centre.is_sound();
}
