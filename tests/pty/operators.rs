//! A guarded centre in a real terminal: signing in, a wrong PIN, a switch in eight keys, the lock over a form.

use crate::alone;
use crate::centre::Centre;
use crate::terminal::Terminal;
use baodao::app::Desk;
use baodao::app::operators::{NewPin, OperatorDraft};
use baodao::domain::operator::{Pin, Role};

fn add(desk: &mut Desk, name: &str, role: Role, pin: &str) {
    let pin = NewPin::Set(Pin::choose(pin).unwrap());
    desk.add_operator(&OperatorDraft { name: name.into(), role, pin }).unwrap();
}

#[test]
#[expect(clippy::print_stdout, reason = "the number is asked for")]
fn a_guarded_day() {
    let _alone = alone();
    let centre = Centre::new();
    let mut desk = centre.desk();
    add(&mut desk, "赵校长", Role::Head, "271828");
    let head = desk.operator_named("赵校长").unwrap();
    desk.sign_in(&head, Some(&Pin::parse("271828").unwrap())).unwrap();
    add(&mut desk, "李师傅", Role::Instructor, "141421");
    add(&mut desk, "王芳", Role::Desk, "314159");
    drop(desk);

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
    let keys = screen.keys("Ctrl+O") + screen.keys("3") + screen.keys("141421");
    screen.shows("现在由 李师傅（教师）操作；王芳 没写完的留着").hides("王新来");
    println!("a switch of operators in the terminal: {keys} keys");
    assert_eq!(keys, 8);
    screen.keys(centre.to_roll());
    screen.shows("康辉");
    screen.keys("zs 5");
    screen.shows("教师只点自己的课");
    screen.keys("Ctrl+O 1 314159");
    screen.shows("王新来");
    screen.keys("Ctrl+Q");
    screen.shows("再按 Esc 放弃");
    assert!(screen.quit());

    let acts = centre.ok(&["audit", "--limit", "20"]);
    let count = |verb: &str| acts.as_array().unwrap().iter().filter(|act| act["verb"] == verb).count();
    assert_eq!((count("pin-failed"), count("sign-in"), count("mark")), (1, 5, 0));
    centre.is_sound();
}
