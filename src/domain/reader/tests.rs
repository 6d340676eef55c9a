//! Records of several readers, with invented people; the field order of forms.md 9.1 and others.

use super::*;
use proptest::prelude::*;

fn id() -> String {
    // the sample of forms.md 9.1 with its check character made right
    "0123456789X"
        .chars()
        .map(|c| format!("14090219900102001{c}"))
        .find(|id| IdNumber::parse(id).is_ok())
        .unwrap()
}

fn heard(text: &str, gap: u16) -> Heard {
    Heard { keys: text.chars().enumerate().map(|(at, c)| (c, if at == 0 { 0 } else { gap })).collect() }
}

fn nation(text: &str) -> bool {
    matches!(text, "汉" | "汉族" | "01" | "回族")
}

fn sample(separator: char, end: &str) -> String {
    let fields = [
        "王小明",
        "男",
        "汉",
        "1990年01月02日",
        "山西省忻州市忻府区某街1号",
        &id(),
        "忻州市公安局忻府分局",
        "2015.03.04-2035.03.04",
    ];
    fields.join(&separator.to_string()) + end
}

#[test]
fn the_line_order_of_the_readers_is_learned() {
    for separator in ['\t', '|', ',', ';', '#'] {
        let samples = [heard(&sample(separator, "\n"), 8), heard(&sample(separator, "\n"), 16)];
        let learned = learn(&samples, nation).unwrap();
        assert_eq!(
            learned.fields,
            [
                CardField::Name,
                CardField::Sex,
                CardField::Nation,
                CardField::Birth,
                CardField::Address,
                CardField::Id,
                CardField::Issuer,
                CardField::Validity
            ],
            "{separator:?}"
        );
        assert_eq!(
            (learned.separator, learned.suffix, learned.pace.ms()),
            (Some(separator), Suffix::Enter, 50)
        );
        let card = learned.profile().unwrap().read(&sample(separator, "")).unwrap();
        assert_eq!(
            (card.name.as_str(), card.nation.as_str(), card.id.as_str()),
            ("王小明", "汉", id().as_str())
        );
        assert_eq!(card.address, "山西省忻州市忻府区某街1号");
        assert_eq!(card.validity, "2015.03.04-2035.03.04");
    }
}

#[test]
fn fields_parted_by_enter_end_with_silence() {
    let learned = learn(&[heard(&sample('\n', "\n"), 8)], nation).unwrap();
    assert_eq!((learned.separator, learned.suffix), (Some('\n'), Suffix::None));
    assert!(learned.profile().unwrap().read(&sample('\n', "\n")).is_some());
}

#[test]
fn escapes_in_either_case_are_read() {
    let text = format!("\\u738B\\U5C0F\\u660e|2|01|{}|19900102|20150304|20350304", id());
    let learned = learn(&[heard(&text, 30), heard(&text, 55)], nation).unwrap();
    assert_eq!((learned.escape, learned.suffix, learned.pace.ms()), (Escape::Unicode, Suffix::None, 90));
    assert_eq!(
        learned.fields,
        [
            CardField::Name,
            CardField::Sex,
            CardField::Nation,
            CardField::Id,
            CardField::Birth,
            CardField::ValidFrom,
            CardField::ValidUntil
        ]
    );
    let profile = learned.profile().unwrap();
    let card = profile.read(&text).unwrap();
    assert_eq!((card.name.as_str(), card.validity.as_str()), ("王小明", "20150304-20350304"));
    assert!(profile.may_begin('\\') && !profile.may_begin('1') && !profile.may_begin('王'));
    // beyond the first plane a character is two escapes
    assert_eq!(unescaped("\\ud842\\udfb7梅\\u12", Escape::Unicode), "𠮷梅\\u12");
}

#[test]
fn a_number_alone_needs_no_profile() {
    let learned = learn(&[heard("14099919920229002X\n", 2)], nation).unwrap();
    assert_eq!((learned.separator, learned.profile()), (None, None));
    assert_eq!(learn(&[], nation), None);
}

#[test]
fn a_record_that_does_not_fit_is_none() {
    let fields = vec![CardField::Id, CardField::Name];
    let profile = Profile::new('|', fields.clone(), Escape::Plain, Suffix::Enter).unwrap();
    assert!(profile.read(&format!("{}|王小明", id())).is_some());
    assert!(profile.read(&format!("{}|王小明|", id())).is_some());
    for text in ["140902199001020019|王小明", "王小明", &format!("王小明|{}", id()), &id(), ""] {
        assert!(profile.read(text).is_none(), "{text}");
    }
    assert!(!format!("{:?}", profile.read(&format!("{}|王小明", id()))).contains("王小明"));
    for (separator, fields, suffix) in [
        ('a', fields.clone(), Suffix::Enter),
        ('\t', fields.clone(), Suffix::Tab),
        ('\n', fields, Suffix::Enter),
        ('|', vec![CardField::Id], Suffix::Enter),
        ('|', vec![CardField::Name, CardField::Sex], Suffix::Enter),
        ('|', vec![CardField::Id, CardField::Id], Suffix::Enter),
    ] {
        assert_eq!(Profile::new(separator, fields, Escape::Plain, suffix), None);
    }
}

fn any_reader() -> impl Strategy<Value = Reader> {
    let fields = Just(CardField::ALL.to_vec()).prop_shuffle();
    let separators = proptest::sample::select(vec!['\t', '\n', '|', ',', ' ', '=']);
    (Pace::LEAST..=Pace::MOST, any::<bool>(), separators, fields, 2_usize..12, 0_usize..2, 0_usize..3)
        .prop_map(|(pace, bell, separator, fields, count, escape, suffix)| Reader {
            pace: Pace::new(pace).unwrap(),
            bell,
            profile: Profile::new(
                separator,
                fields.into_iter().take(count).collect(),
                Escape::ALL[escape],
                Suffix::ALL[suffix],
            ),
        })
}

proptest! {
    #[test]
    fn what_is_kept_reads_back(reader in any_reader()) {
        prop_assert_eq!(Reader::parse(&reader.to_string()), reader);
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,60}", reader in any_reader()) {
        let _ = Reader::parse(&text);
        if let Some(profile) = reader.profile {
            let _ = profile.read(&text);
        }
        let _ = learn(&[heard(&text, 9)], nation);
        let _ = unescaped(&text, Escape::Unicode);
    }
}
