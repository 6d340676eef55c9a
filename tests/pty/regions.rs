//! Addresses in the real program: a county found by pinyin, another by the columns, both read again from the file; and
//! the centre's own region set by hanzi.

use crate::alone;
use crate::centre::Centre;

#[test]
fn an_address_by_pinyin_and_one_by_the_columns() {
    let _alone = alone();
    let centre = Centre::empty();
    centre.is_patient();
    let mut desk = centre.start();
    desk.shows("开始使用");

    // the newcomer lives far away: initials of city and county
    desk.keys("F6");
    desk.caret_in("身份证号");
    desk.device("140999199003070016\r");
    desk.caret_in("姓名");
    desk.keys("王新来");
    desk.shows("王新来");
    desk.keys(&"Enter ".repeat(10));
    desk.caret_in("现住县区");
    desk.keys("gzpy");
    desk.shows("广东省广州市番禺区").shows("440113");
    desk.keys("Enter");
    desk.caret_in("详细地址");
    desk.keys("市桥街1号 F8");
    desk.shows("已为王新来建档");

    // the next lives nearby: the columns open at the centre's own county, and its neighbours are an arrow away
    desk.device("140999199112120027\r");
    desk.caret_in("姓名");
    desk.keys("赵新来");
    desk.shows("赵新来");
    desk.keys(&"Enter ".repeat(10));
    desk.caret_in("现住县区");
    desk.keys("F4");
    desk.shows("> 山西省").shows("> 忻州市").shows("> 忻府区");
    desk.keys("Left");
    desk.shows("山西省忻州市 ").shows("140900");
    desk.keys("Right Down Down");
    desk.shows("山西省忻州市五台县").shows("140922");
    desk.keys("Enter");
    desk.caret_in("详细地址").shows("山西省忻州市五台县");
    desk.keys("台怀镇2号 F8");
    desk.shows("已为赵新来建档");

    let kept = |centre: &Centre, name: &str| {
        let desk = centre.desk();
        let id = desk.find(name, 5).unwrap()[0].id;
        desk.person(id).unwrap().row.trainee.address
    };
    assert_eq!(kept(&centre, "王新来"), "广东省广州市番禺区市桥街1号");
    assert_eq!(kept(&centre, "赵新来"), "山西省忻州市五台县台怀镇2号");

    // the record comes back in its parts; a committed word of an input method finds another county
    desk.keys("F3");
    desk.caret_in("查找");
    desk.keys("赵新来 Enter");
    desk.shows("已有档案");
    desk.keys(&"Enter ".repeat(9));
    desk.caret_in("现住县区").shows("山西省忻州市五台县").shows("台怀镇2号");
    desk.keys("定襄");
    desk.shows("山西省忻州市定襄县").shows("140921");
    desk.keys("Enter F8");
    desk.shows("已改赵新来的资料");
    assert_eq!(kept(&centre, "赵新来"), "山西省忻州市定襄县台怀镇2号");
    desk.keys("Ctrl+Z");
    desk.shows("已撤销");
    assert_eq!(kept(&centre, "赵新来"), "山西省忻州市五台县台怀镇2号");
    assert!(desk.quit());
    centre.is_sound();
}
