//! Recorded event lists of terminals and platforms, and what must come out of them.

use super::*;
use crossterm::event::KeyEventState;

#[expect(clippy::disallowed_methods, reason = "a test needs some moment to count from")]
fn moment() -> Instant {
    Instant::now()
}

fn event(code: KeyCode, modifiers: KeyModifiers, kind: KeyEventKind) -> RawEvent {
    RawEvent::Key(KeyEvent { code, modifiers, kind, state: KeyEventState::NONE })
}

fn press(code: KeyCode) -> RawEvent {
    event(code, KeyModifiers::NONE, KeyEventKind::Press)
}

fn release(code: KeyCode) -> RawEvent {
    event(code, KeyModifiers::NONE, KeyEventKind::Release)
}

fn chars(text: &str) -> Vec<RawEvent> {
    text.chars().map(|c| press(KeyCode::Char(c))).collect()
}

fn unix(batch: &[RawEvent]) -> Vec<Input> {
    Decoder::new(false).feed(batch, moment())
}

fn windows(batch: &[RawEvent]) -> Vec<Input> {
    Decoder::new(true).feed(batch, moment())
}

#[test]
fn committed_text_is_one_input() {
    assert_eq!(unix(&chars("买买提·艾力")), [Input::text("买买提·艾力")]);
    let mut batch = chars("张三");
    batch.push(press(KeyCode::Enter));
    batch.extend(chars("李"));
    assert_eq!(unix(&batch), [Input::text("张三"), Input::Key(Key::Enter), Input::text("李")]);
}

#[test]
fn windows_keys_come_once() {
    let a = KeyCode::Char('a');
    assert_eq!(windows(&[press(a), release(a)]), [Input::text("a")]);
    let f8 = KeyCode::F(8);
    assert_eq!(windows(&[press(f8), release(f8)]), [Input::Key(Key::F(8))]);
    let repeat = event(a, KeyModifiers::NONE, KeyEventKind::Repeat);
    assert_eq!(windows(&[press(a), repeat, release(a)]), [Input::text("aa")]);
    assert_eq!(windows(&[press(KeyCode::Esc)]), [Input::Key(Key::Esc)]);
}

#[test]
fn windows_text_that_comes_on_the_release_alone_is_kept() {
    assert_eq!(windows(&[release(KeyCode::Char('·'))]), [Input::text("·")]);
    let zhang = KeyCode::Char('张');
    assert_eq!(windows(&[press(zhang), release(zhang)]), [Input::text("张")]);
    assert_eq!(windows(&[release(KeyCode::Char('a'))]), []);
    assert_eq!(windows(&[release(KeyCode::Char('张')), release(KeyCode::Char('张'))]), [Input::text("张张")]);
}

#[test]
fn windows_paste_is_told_from_typing() {
    let mut batch = chars("张三");
    batch.push(press(KeyCode::Enter));
    batch.extend(chars("李四"));
    assert_eq!(windows(&batch), [Input::Paste("张三\n李四".into())]);
    let mut scan = chars("140999198803160023");
    scan.push(press(KeyCode::Enter));
    assert!(matches!(windows(&scan).as_slice(), [Input::Scan(_)]), "the Enter of a scan makes no paste");
}

#[test]
fn a_torn_arrow_is_put_together() {
    let (mut decoder, start) = (Decoder::new(false), moment());
    assert_eq!(decoder.feed(&[press(KeyCode::Esc)], start), []);
    assert_eq!(decoder.wakes_at(), Some(start + ESC_PATIENCE));
    assert_eq!(decoder.feed(&chars("["), start + Duration::from_millis(5)), []);
    assert_eq!(decoder.feed(&chars("A"), start + Duration::from_millis(9)), [Input::Key(Key::Up)]);
    assert_eq!(decoder.wakes_at(), None);
    let mut batch = vec![press(KeyCode::Esc)];
    batch.extend(chars("[19~张"));
    assert_eq!(decoder.feed(&batch, start), [Input::Key(Key::F(8)), Input::text("张")]);
}

#[test]
fn a_lone_esc_comes_out_at_its_deadline() {
    let (mut decoder, start) = (Decoder::new(false), moment());
    assert_eq!(decoder.feed(&[press(KeyCode::Esc)], start), []);
    assert_eq!(decoder.feed(&[], start + ESC_PATIENCE), [Input::Key(Key::Esc)]);
    assert_eq!(decoder.feed(&[press(KeyCode::Esc)], start), []);
    assert_eq!(decoder.feed(&chars("a"), start), [Input::Key(Key::Esc), Input::text("a")]);
    assert_eq!(decoder.feed(&[press(KeyCode::Esc)], start), []);
    assert_eq!(decoder.feed(&chars("["), start), []);
    assert_eq!(decoder.feed(&chars("张"), start), [Input::Key(Key::Esc), Input::text("[张")]);
    assert_eq!(decoder.feed(&[press(KeyCode::Esc), press(KeyCode::Esc)], start), [Input::Key(Key::Esc)]);
}

#[test]
fn alt_with_hanzi_is_esc_and_text() {
    let alt = |c| event(KeyCode::Char(c), KeyModifiers::ALT, KeyEventKind::Press);
    assert_eq!(unix(&[alt('张')]), [Input::Key(Key::Esc), Input::text("张")]);
    assert_eq!(unix(&[alt('x')]), []);
}

#[test]
fn keys_that_terminals_send_as_control_letters() {
    let ctrl = |c| event(KeyCode::Char(c), KeyModifiers::CONTROL, KeyEventKind::Press);
    assert_eq!(unix(&[ctrl('h')]), [Input::Key(Key::Backspace)]);
    assert_eq!(unix(&[ctrl('j')]), [Input::Key(Key::Enter)]);
    assert_eq!(unix(&[ctrl('m')]), [Input::Key(Key::Enter)]);
    assert_eq!(unix(&[ctrl('i')]), [Input::Key(Key::Tab)]);
    assert_eq!(unix(&[ctrl('d')]), [Input::Key(Key::Ctrl('d'))]);
}

#[test]
fn pasted_line_ends_are_one() {
    for text in ["甲\r\n乙\n", "甲\r\r乙", "甲\n\n\n乙", "甲\u{7}\r乙"] {
        assert_eq!(unix(&[RawEvent::Paste(text.into())]), [Input::Paste("甲\n乙".into())]);
    }
}

#[test]
fn empty_cells_of_a_pasted_column_stay() {
    let cases = [
        ("甲\r\n\r\n乙\r\n丙\r\n", "甲\n\n乙\n丙"),
        ("甲\r\r乙\r丙", "甲\n\n乙\n丙"),
        // every line end doubled on the way
        ("甲\r\r\r\r乙\r\r丙\r\r", "甲\n\n乙\n丙"),
        ("\r甲\r乙\r", "\n甲\n乙"),
        ("甲\t\r乙\t迟", "甲\n乙\t迟"),
    ];
    for (sent, cells) in cases {
        assert_eq!(unix(&[RawEvent::Paste(sent.into())]), [Input::Paste(cells.into())], "{sent:?}");
    }
}

#[test]
fn two_clicks_in_one_cell_are_a_double_click() {
    let (mut decoder, start) = (Decoder::new(false), moment());
    let down = |column| {
        RawEvent::Mouse(MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column,
            row: 3,
            modifiers: KeyModifiers::NONE,
        })
    };
    let acts = |inputs: Vec<Input>| -> Vec<MouseAct> {
        inputs.into_iter().filter_map(|i| if let Input::Mouse(m) = i { Some(m.act) } else { None }).collect()
    };
    assert_eq!(
        acts(decoder.feed(&[down(1), down(1), down(1)], start)),
        [MouseAct::Click, MouseAct::DoubleClick, MouseAct::Click]
    );
    assert_eq!(acts(decoder.feed(&[down(2)], start)), [MouseAct::Click]);
    assert_eq!(acts(decoder.feed(&[down(2)], start + DOUBLE_CLICK)), [MouseAct::Click]);
}

#[test]
fn scripts_name_keys_and_text() {
    assert_eq!(
        Input::script("王小明 ⏎ F8 Ctrl+D 下"),
        [
            Input::text("王小明"),
            Input::Key(Key::Enter),
            Input::Key(Key::F(8)),
            Input::Key(Key::Ctrl('d')),
            Input::Key(Key::Down),
        ]
    );
}
