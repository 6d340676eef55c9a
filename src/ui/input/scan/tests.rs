//! Recorded lists of what arrives when, and what must come out: at any pace, in one read or many, through input methods.

use super::super::{Decoder, RawEvent};
use super::*;
use crate::domain::id_number::{IdFault, IdNumber};
use crate::domain::ids::TraineeNumber;
use crate::domain::reader::{CardField, Escape, Suffix};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use proptest::prelude::*;

const ID: &str = "14099919920229002X";

#[expect(clippy::disallowed_methods, reason = "a test needs some moment to count from")]
fn moment() -> Instant {
    Instant::now()
}

fn event(c: char) -> RawEvent {
    let code = match c {
        '\n' => KeyCode::Enter,
        '\t' => KeyCode::Tab,
        '\u{8}' => KeyCode::Backspace,
        c => KeyCode::Char(c),
    };
    RawEvent::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

/// Reads of several characters each, with the milliseconds before each; then silence, in which the loop wakes up
/// whenever it is asked to.
fn reads(decoder: &mut Decoder, start: Instant, list: &[(&str, u64)]) -> (Vec<Input>, Instant) {
    let (mut now, mut out) = (start, Vec::new());
    let silence = ("", 5_000);
    for (text, gap) in list.iter().chain(std::iter::once(&silence)) {
        let next = now + Duration::from_millis(*gap);
        while let Some(at) = decoder.wakes_at().filter(|at| *at < next) {
            out.extend(decoder.feed(&[], at));
        }
        now = next;
        let batch: Vec<RawEvent> = text.chars().map(event).collect();
        out.extend(decoder.feed(&batch, now));
    }
    (out, now)
}

fn heard(reader: &Reader, list: &[(&str, u64)]) -> Vec<Input> {
    let mut decoder = Decoder::new(false);
    decoder.listen_to(reader.clone());
    reads(&mut decoder, moment(), list).0
}

/// A key at a time.
fn paced(text: &str, gap: u64) -> Vec<(String, u64)> {
    text.chars().map(|c| (c.to_string(), gap)).collect()
}

fn out(text: &str, gap: u64) -> Vec<Input> {
    let list = paced(text, gap);
    let list: Vec<(&str, u64)> = list.iter().map(|(text, gap)| (text.as_str(), *gap)).collect();
    heard(&Reader::default(), &list)
}

fn id() -> Input {
    Input::Scan(Scanned::Id(IdNumber::parse(ID).unwrap()))
}

fn again() -> Input {
    Input::ScanAgain(Scanned::Id(IdNumber::parse(ID).unwrap()))
}

fn typed(text: &str) -> Vec<Input> {
    let mut out = Vec::new();
    replay(text, &mut out);
    out
}

fn joined(inputs: Vec<Input>) -> Vec<Input> {
    let mut out: Vec<Input> = Vec::new();
    for input in inputs {
        match (out.last_mut(), input) {
            (Some(Input::Text(before)), Input::Text(more)) => before.push_str(&more),
            (_, input) => out.push(input),
        }
    }
    out
}

#[test]
fn a_scan_at_any_pace_of_a_scanner_is_one_scan() {
    for gap in [0, 2, 8, 16, 30, 55, 64] {
        for end in ["\n", "\t", "", "\n\n", "\n\t"] {
            assert_eq!(out(&format!("{ID}{end}"), gap), [id()], "{gap} ms, {end:?}");
        }
    }
}

#[test]
fn what_comes_at_the_pace_of_a_hand_stays_text() {
    for gap in [65, 90, 200] {
        assert_eq!(joined(out(&format!("{ID}\n"), gap)), typed(&format!("{ID}\n")), "{gap} ms");
    }
    // a station with a slow reader says so
    let slow = Reader { pace: Pace::new(100).unwrap(), ..Reader::default() };
    let list = paced(&format!("{ID}\n"), 90);
    let list: Vec<(&str, u64)> = list.iter().map(|(text, gap)| (text.as_str(), *gap)).collect();
    assert_eq!(heard(&slow, &list), [id()]);
}

#[test]
fn bunched_and_split_reads_are_put_together() {
    let list = [("14", 0), ("0999199202", 7), ("29002", 40), ("X\n", 60)];
    assert_eq!(heard(&Reader::default(), &list), [id()]);
    assert_eq!(heard(&Reader::default(), &[("140999199202", 0), ("29002X", 12), ("\n", 140)]), [id()]);
    // torn by the network: nothing is lost, and it is what a hand would have typed
    let torn = [("1409991992", 0), ("0229002X", 300), ("\n", 0)];
    let out = joined(heard(&Reader::default(), &torn));
    assert_eq!(out.first(), Some(&Input::text("1409991992")));
}

#[test]
fn numbers_of_ours_and_of_telephones_are_told_apart() {
    let number = TraineeNumber::of_count(12).unwrap();
    assert_eq!(out(&format!("{number}\n"), 8), [Input::Scan(Scanned::Trainee(number))]);
    assert!(matches!(out("13800000000\n", 8).as_slice(), [Input::Scan(Scanned::Phone(_))]));
    assert!(matches!(
        out("140999199202290021\n", 8).as_slice(),
        [Input::Scan(Scanned::Wrong(_, IdFault::CheckDigit { expected: 'X' }))]
    ));
    assert_eq!(out("6901234567892\n", 8), [Input::Scan(Scanned::Unknown("6901234567892".into()))]);
    // without an Enter it may have been a hand
    assert_eq!(out("6901234567892", 8), typed("6901234567892"));
    for short in ["12345\n", "5\n", "12\t"] {
        assert_eq!(joined(out(short, 8)), typed(short), "{short:?}");
    }
}

#[test]
fn the_x_may_come_late_in_any_form_or_not_at_all() {
    let digits = "14099919920229002";
    for x in ["x", "X", "Ｘ", "ｘ"] {
        assert_eq!(heard(&Reader::default(), &[(digits, 0), (x, 300)]), [id()], "{x}");
        assert_eq!(heard(&Reader::default(), &[(digits, 0), (x, 300), ("\n", 10)]), [id()], "{x}");
    }
    let lost = Input::Scan(Scanned::LacksX(IdNumber::parse(ID).unwrap()));
    assert_eq!(heard(&Reader::default(), &[(digits, 0), ("\n", 8)]), [lost]);
    assert_eq!(heard(&Reader::default(), &[(digits, 0)]), typed(digits));
    // seventeen digits whose number ends otherwise
    assert_eq!(out("14099919850612001\n", 8), [Input::Scan(Scanned::Unknown("14099919850612001".into()))]);
    // full-width digits of an input method in that mode
    assert_eq!(out("１４０９９９１９９２０２２９００２Ｘ\n", 8), [id()]);
}

#[test]
fn what_an_input_method_commits_is_no_scan() {
    for text in ["王小明", "买买提·艾力", "二〇二六年九月七日", "zhangsan", "2026年9月7日", "a1b2c3d4"]
    {
        assert_eq!(heard(&Reader::default(), &[(text, 0)]), typed(text), "{text}");
        let list = [(text, 0), ("\n", 90)];
        assert_eq!(joined(heard(&Reader::default(), &list)), typed(&format!("{text}\n")), "{text}");
    }
}

#[test]
fn a_paste_is_a_paste() {
    let mut decoder = Decoder::new(false);
    let paste = RawEvent::Paste(format!("{ID}\n"));
    assert_eq!(decoder.feed(&[paste], moment()), [Input::Paste(ID.into())]);
}

#[test]
fn the_same_card_held_too_long_is_one_scan() {
    let (mut decoder, start) = (Decoder::new(false), moment());
    let scan = format!("{ID}\n");
    let (first, now) = reads(&mut decoder, start, &[(&scan, 0)]);
    assert_eq!(first, [id()]);
    // `reads` waits five seconds
    assert_eq!(reads(&mut decoder, now, &[(&scan, 0), (&scan, 1_900)]).0, [id(), again()]);
    let other = "140999198506120017\n";
    let (out, _) =
        reads(&mut decoder, now + Duration::from_secs(9), &[(&scan, 0), (other, 500), (&scan, 500)]);
    assert!(matches!(out.as_slice(), [_, Input::Scan(_), Input::Scan(_)]), "{out:?}");
}

#[test]
fn an_enter_of_a_hand_is_kept() {
    let list = [(ID, 0), ("\n", 20), ("\n", 400)];
    assert_eq!(heard(&Reader::default(), &list), [id(), Input::Key(Key::Enter)]);
}

#[test]
fn keys_between_keep_their_place() {
    let out = heard(&Reader::default(), &[("123\u{8}4", 0)]);
    assert_eq!(out, [Input::text("123"), Input::Key(Key::Backspace), Input::text("4")]);
}

#[test]
fn a_key_held_down_is_not_held_back_for_ever() {
    let list = paced(&"5".repeat(40), 33);
    let list: Vec<(&str, u64)> = list.iter().map(|(text, gap)| (text.as_str(), *gap)).collect();
    let mut decoder = Decoder::new(false);
    let (mut now, mut seen) = (moment(), 0);
    for (text, gap) in list {
        now += Duration::from_millis(gap);
        let batch: Vec<RawEvent> = text.chars().map(event).collect();
        seen += decoder.feed(&batch, now).len();
    }
    assert!(seen >= 3, "{seen}");
}

fn card_reader(separator: char, fields: Vec<CardField>, escape: Escape, suffix: Suffix) -> Reader {
    Reader { profile: Profile::new(separator, fields, escape, suffix), ..Reader::default() }
}

#[test]
fn a_record_is_one_card_whatever_parts_its_fields() {
    let fields = vec![CardField::Name, CardField::Sex, CardField::Id, CardField::Address];
    for (separator, suffix) in [
        ('|', Suffix::Enter),
        ('\t', Suffix::Enter),
        ('\t', Suffix::None),
        ('\n', Suffix::None),
        (',', Suffix::Tab),
    ] {
        let end = match suffix {
            Suffix::Enter => "\n",
            Suffix::Tab => "\t",
            Suffix::None => "",
        };
        let text = ["王小明", "男", ID, "某街1号"].join(&separator.to_string()) + end;
        let reader = card_reader(separator, fields.clone(), Escape::Plain, suffix);
        for gap in [0, 8, 30] {
            let list = paced(&text, gap);
            let list: Vec<(&str, u64)> = list.iter().map(|(text, gap)| (text.as_str(), *gap)).collect();
            let out = heard(&reader, &list);
            let [Input::Scan(Scanned::Card(card))] = out.as_slice() else {
                panic!("{separator:?} {suffix:?} {gap}: {out:?}");
            };
            assert_eq!(
                (card.name.as_str(), card.address.as_str(), card.id.as_str()),
                ("王小明", "某街1号", ID)
            );
        }
    }
    let escaped = card_reader('|', fields[..3].to_vec(), Escape::Unicode, Suffix::Enter);
    let out = heard(&escaped, &[("\\u738b\\u5C0F|2|", 0), (ID, 20), ("\n", 10)]);
    assert!(matches!(out.as_slice(), [Input::Scan(Scanned::Card(card))] if card.name == "王小"), "{out:?}");
}

#[test]
fn a_plain_scanner_beside_a_card_reader_still_works() {
    let fields = vec![CardField::Name, CardField::Id];
    for separator in ['|', '\t', '\n'] {
        let reader = card_reader(separator, fields.clone(), Escape::Plain, Suffix::None);
        assert_eq!(heard(&reader, &[(ID, 0), ("\n", 5)]), [id()], "{separator:?}");
        let out = heard(&reader, &[("王小明", 0), ("\t", 200), ("13", 200), ("\n", 200)]);
        assert_eq!(joined(out), typed("王小明\t13\n"), "{separator:?}");
    }
}

#[test]
fn a_page_that_hears_devices_gets_all_of_it() {
    let mut decoder = Decoder::new(false);
    assert_eq!(decoder.listen_raw(true), []);
    let text = "王小明\t男\tABC\n";
    let list = paced(text, 20);
    let list: Vec<(&str, u64)> = list.iter().map(|(text, gap)| (text.as_str(), *gap)).collect();
    let (out, now) = reads(&mut decoder, moment(), &list);
    let [Input::Heard(heard)] = out.as_slice() else { panic!("{out:?}") };
    assert_eq!(
        (heard.text(), heard.suffix(), heard.longest_gap()),
        ("王小明\t男\tABC".into(), Suffix::Enter, 20)
    );
    // a hand still walks and types
    assert_eq!(joined(reads(&mut decoder, now, &[("\t", 0), ("ab", 0), ("\n", 500)]).0), typed("\tab\n"));
    decoder.feed(&[event('7')], now);
    assert_eq!(decoder.listen_raw(false), [Input::text("7")], "what was held comes out");
}

/// What a list of inputs stands for, scans as the text they were made of.
fn written(inputs: &[Input]) -> String {
    let (mut text, mut last) = (String::new(), String::new());
    for input in inputs {
        match input {
            Input::Text(part) => text.push_str(part),
            Input::Scan(scanned) => {
                let payload = match scanned {
                    Scanned::Id(id) => id.to_string(),
                    Scanned::LacksX(id) => id.as_str().trim_end_matches('X').to_owned(),
                    Scanned::Trainee(number) => number.to_string(),
                    Scanned::Phone(phone) => phone.as_str().to_owned(),
                    Scanned::Wrong(text, _) | Scanned::Unknown(text) => text.clone(),
                    Scanned::Card(_) => panic!("no profile, no card"),
                };
                text.push_str(&payload);
                // only a card or label is known again
                if matches!(scanned, Scanned::Id(_) | Scanned::Trainee(_)) {
                    last = payload;
                }
            }
            Input::ScanAgain(_) => text.push_str(&last),
            _ => {}
        }
    }
    text
}

fn enters(inputs: &[Input]) -> usize {
    inputs.iter().filter(|input| matches!(input, Input::Key(Key::Enter | Key::Tab))).count()
}

/// Single keys, commits of an input method, whole numbers; Enter and Tab; any pause. No signs that part a record: of
/// one in an unknown format only the number is taken.
fn arrivals() -> impl Strategy<Value = Vec<(String, u64)>> {
    let piece = prop_oneof![
        8 => "[0-9]",
        2 => "[a-wyz]",
        2 => "[王小明年月]{1,3}",
        2 => Just("\n".to_owned()),
        1 => Just("\t".to_owned()),
        1 => Just(ID.to_owned()),
        1 => Just("000000125".to_owned()),
        1 => Just("1409991992022900".to_owned()),
    ];
    let gap = prop_oneof![Just(0_u64), 1_u64..20, 20_u64..70, 70_u64..3_000];
    proptest::collection::vec((piece, gap), 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]
    #[test]
    fn no_character_is_lost_or_doubled(list in arrivals(), pace in Pace::LEAST..=Pace::MOST, windows in any::<bool>()) {
        let mut decoder = Decoder::new(windows);
        decoder.listen_to(Reader { pace: Pace::new(pace).unwrap(), ..Reader::default() });
        let borrowed: Vec<(&str, u64)> = list.iter().map(|(text, gap)| (text.as_str(), *gap)).collect();
        let (out, _) = reads(&mut decoder, moment(), &borrowed);
        let arrived: String = list.iter().map(|(text, _)| text.as_str()).collect();
        let ends = arrived.chars().filter(|c| matches!(c, '\n' | '\t')).count();
        // a number that does not check is told as the code it was read as, in capitals
        let sent = arrived.replace(['\n', '\t'], "").to_uppercase();
        prop_assert_eq!(written(&out).to_uppercase(), sent, "{:?}", out);
        let scans = out.iter().any(|input| matches!(input, Input::Scan(_) | Input::ScanAgain(_)));
        let kept = if scans { enters(&out) <= ends } else { enters(&out) == ends };
        prop_assert!(kept, "{:?}", out);
        prop_assert_eq!(decoder.wakes_at(), None);
    }

    /// Around a scan at any pace of a scanner stands what a hand typed, and nothing of the scan is in it.
    #[test]
    fn a_scan_among_typing_is_found(before in "[王小明a-z]{0,4}", gaps in proptest::collection::vec(0_u64..65, 19), after in "[王小明a-z]{1,4}") {
        let mut list = vec![(before.clone(), 0)];
        list.extend(ID.chars().chain(['\n']).map(|c| c.to_string()).zip(gaps));
        list.push((after.clone(), 300));
        let borrowed: Vec<(&str, u64)> = list.iter().map(|(text, gap)| (text.as_str(), *gap)).collect();
        let out = heard(&Reader::default(), &borrowed);
        let expected: Vec<Input> =
            typed(&before).into_iter().chain([id()]).chain(typed(&after)).collect();
        prop_assert_eq!(out, expected);
    }
}

/// With a reader as slow as a fast hand, content decides: a name in letters stays what was typed, its Enter too.
#[test]
fn letters_alone_are_typed_whatever_the_pace() {
    let fields = vec![CardField::Name, CardField::Id];
    let profile = crate::domain::reader::Profile::new('|', fields, Escape::Plain, Suffix::Enter);
    let slow = Reader { pace: Pace::new(110).unwrap(), profile, ..Reader::default() };
    for (reader, gap) in [(&slow, 100), (&slow, 30), (&Reader::default(), 20)] {
        for text in ["zhangfenglan", "zhangfenglan\n", "zhangfenglan\t"] {
            let list = paced(text, gap);
            let list: Vec<(&str, u64)> = list.iter().map(|(text, gap)| (text.as_str(), *gap)).collect();
            assert_eq!(joined(heard(reader, &list)), joined(typed(text)), "{text:?}");
        }
    }
}
