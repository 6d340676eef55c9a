//! The page that learns a reader's format, what a record then fills, and the key test's count of a device.

use crate::desk::{TestDesk, class, seated};
use baodao::domain::id_number::IdNumber;
use baodao::text::Lang;
use baodao::ui::screen::{EnrolWanted, Route};

fn id() -> String {
    let body = "14099919900102001";
    "0123456789X".chars().map(|c| format!("{body}{c}")).find(|id| IdNumber::parse(id).is_ok()).unwrap()
}

/// The line order of forms.md 9.1, an invented person.
fn record(separator: &str) -> String {
    let id = id();
    let fields = [
        "王小明",
        "男",
        "汉",
        "1990年01月02日",
        "山西省忻州市忻府区某街1号",
        &id,
        "忻州市公安局忻府分局",
        "2015.03.04-2035.03.04",
    ];
    fields.join(separator)
}

fn centre(lang: Lang, columns: u16, rows: u16) -> TestDesk {
    TestDesk::prepared(lang, columns, rows, |desk| {
        let first = class(desk, "QZ-01");
        seated(desk, first, 3);
    })
}

#[test]
fn a_reader_is_learned_corrected_saved_and_taken_back() {
    let mut desk = centre(Lang::Zh, 80, 24);
    let before = desk.audit().len();
    desk.go(Route::Reader).shows("还没有收到读卡");
    let text = record("|") + "\n";
    desk.device(&text, 8).shows("收到 1 次").shows("最长间隔 8 毫秒").shows("回车结尾").shows("王小明|男|汉");
    desk.device(&text, 16).shows("收到 2 次").shows("格式已填出").shows("第 1 段");
    assert_eq!(desk.audit().len(), before, "learning keeps nothing");
    desk.keys("F6").shows("读出：王小明 140999********001").shows("忻州市公安局忻府分局");
    // the clerk corrects: what no field holds is "none"
    desk.keys("F8").shows("已保存");
    assert_eq!(desk.audit().last().map(String::as_str), Some("change-setting"));
    desk.keys("F8").shows("和原来一样");
    desk.keys("Esc").go(Route::Today);
    desk.device(&text, 8).shows("王小明").shows(&id()).shows("现住县区  山西省忻州市忻府区").shows("汉族");
    desk.keys("Esc Esc").go(Route::Reader).shows("|");
    let kept = desk.desk.draft("enrol").unwrap().unwrap();
    assert_eq!(kept.fields.get("address").map(String::as_str), Some("某街1号"));
    desk.keys("Ctrl+Z").shows("已撤销").shows("只有号码");
    desk.is_sound();
}

#[test]
fn a_new_person_with_a_record_takes_few_keys() {
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.go(Route::Reader);
    let text = record("\t") + "\n";
    desk.device(&text, 8).device(&text, 8).keys("F8").shows("已保存");
    desk.keys("Esc").go(Route::Today);
    let mut keys = 1;
    desk.device(&text, 8).shows("王小明").shows("1990-01-02").caret_in("手机号码");
    let typed = "13800000021";
    desk.keys(typed).keys("F4").shows("QZ-01");
    desk.keys("Enter F8").shows("已为王小明报名：QZ-01 座号 4");
    keys += typed.len() + 3;
    counted("a new person with a reader's record, 11 of them the telephone number", keys, 20);
}

#[expect(clippy::print_stdout, reason = "the numbers are to be seen with --nocapture")]
fn counted(what: &str, keys: usize, most: usize) {
    println!("{what}: {keys} keys");
    assert!(keys <= most, "{what} took {keys} keys, more than {most}");
}

#[test]
fn a_record_fills_the_open_form_and_writes_over_nothing() {
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.go(Route::Reader);
    let text = record(",") + "\n";
    desk.device(&text, 8).keys("F8").shows("已保存");
    desk.keys("Esc");
    desk.go(Route::Enrol(EnrolWanted::default())).keys("Down 王晓明");
    desk.device(&text, 30).shows("王晓明").hides("王小明").shows(&id()).shows("某街1号").caret_in("手机号码");
}

#[test]
fn what_cannot_be_a_format_is_said() {
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.go(Route::Reader);
    desk.device("ABC|DEF|GHI\n", 8).shows("没有有效的身份证号").shows("ABC|DEF|GHI");
    desk.device("14099919920229002X\n", 8).shows("只送号码");
    desk.keys("5 F8").shows("20 到 200 的整数");
    // a pasted line is tried in the format as it stands
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.go(Route::Reader).keys("F6").shows("粘贴或键入一条");
    desk.keys("14099919920229002X|李秀兰 Enter").shows("读出号码 140999********002X");
    desk.keys("F6").keys("没有号码 Enter").shows("按现在的格式读不出");
}

#[test]
fn a_slow_device_is_warned_of_and_a_record_counts_more_than_a_number() {
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.go(Route::Reader);
    desk.device(&format!("{}\n", id()), 8).shows("只送号码");
    desk.keys("F6").shows("读出号码").hides("其余");
    let text = record("|") + "\n";
    desk.device(&text, 8).hides("只送号码").shows("格式已填出").shows("收到 1 次");
    desk.device(&text, 90).shows("打字快时也像读卡");
}

#[test]
fn the_line_to_be_tried_may_be_scanned() {
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.go(Route::Reader).keys("F6").shows("粘贴或键入一条");
    desk.device(&(record("|") + "\n"), 8).shows("读出号码 140999********001").hides("粘贴或键入一条");
}

#[test]
fn a_format_that_was_heard_is_not_an_act_to_be_taken_back() {
    let mut desk = centre(Lang::Zh, 80, 24);
    let acts = desk.audit().len();
    desk.go(Route::Reader);
    let text = record("|") + "\n";
    desk.device(&text, 8).device(&text, 16);
    desk.keys("Ctrl+Z").shows("第 8 段");
    assert_eq!(desk.audit().len(), acts, "nobody's enrolment was taken back");
}

#[test]
fn the_key_test_counts_what_came() {
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.go(Route::Keys).hides("已到");
    desk.keys("F8").shows("已到");
    assert_eq!(desk.page.matches("已到").count(), 1);
    // a stand-in is not the key itself
    desk.keys("Ctrl+S F7");
    assert_eq!(desk.page.matches("已到").count(), 1);
    desk.device("14099919920229002X\n", 12).shows("设备连发 19 键，最长间隔 12 毫秒");
    desk.keys("Esc").shows("今天的课");
}

#[test]
fn pages_are_calm() {
    for lang in Lang::ALL {
        for (columns, rows) in [(80, 24), (140, 40)] {
            let mut desk = centre(lang, columns, rows);
            desk.go(Route::Reader);
            let text = record("|") + "\n";
            desk.device(&text, 8).device(&text, 16);
            insta::assert_snapshot!(format!("reader_{}_{columns}", lang.key()), desk.page);
        }
        let mut desk = centre(lang, 80, 24);
        desk.go(Route::Keys).keys("F1 F8 Up Enter").device("14099919920229002X\n", 12);
        insta::assert_snapshot!(format!("keys_{}_80", lang.key()), desk.page);
    }
}

#[test]
fn what_is_below_the_edge_is_counted_and_can_be_reached() {
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.go(Route::Reader);
    let text = record("|") + "|1\n";
    desk.device(&text, 8).device(&text, 16).shows("下面还有").hides("第 9 段");
    desk.keys("End Down Down Down Down Down Down Down Down Down Down Down Down Down")
        .shows("第 9 段")
        .hides("下面还有");
}
