//! Regions in the real program: an address by pinyin and one by the columns, both read again from the file; the centre's
//! own region by hanzi and by pinyin; codes and names that are out of use.

use crate::alone;
use crate::centre::Centre;

/// The address of somebody on file.
fn kept(centre: &Centre, name: &str) -> String {
    let desk = centre.desk();
    let id = desk.find(name, 5).unwrap()[0].id;
    desk.person(id).unwrap().row.trainee.address
}

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

#[test]
fn the_region_of_the_centre_is_set_by_hanzi_and_by_pinyin_and_kept() {
    let _alone = alone();
    let centre = Centre::empty();
    let regions = [("番禺", "广东省广州市番禺区", "440113"), ("xzdx", "山西省忻州市定襄县", "140921")];
    let mut before = "山西省忻州市忻府区";
    for (typed, path, code) in regions {
        let mut desk = centre.start();
        desk.shows("报到  今日");
        desk.palette("设置");
        desk.row("行政区划", before).caret_in("机构名称");
        desk.keys("Down");
        desk.caret_in("行政区划");
        desk.keys(typed);
        desk.row("> ", path).shows(code);
        desk.keys("Enter");
        desk.row("行政区划", path).caret_in("操作员");
        desk.keys("F8");
        desk.shows("设置已保存");
        assert!(desk.quit());
        assert_eq!(centre.desk().settings().unwrap().region, code);
        before = path;
    }
    let mut desk = centre.start();
    desk.shows("报到  今日");
    desk.palette("设置");
    desk.row("行政区划", before);
    assert!(desk.quit());
    centre.is_sound();
}

#[test]
fn a_retired_code_names_its_old_place_and_a_retired_name_what_bears_it_today() {
    let _alone = alone();
    let centre = Centre::empty();
    centre.is_patient();
    let mut desk = centre.start();
    desk.shows("开始使用");
    // a card of the city of Xinzhou, as it was called until the year 2000
    desk.keys("F6");
    desk.caret_in("身份证号");
    desk.device("142201199003070014\r");
    desk.caret_in("姓名").shows("1990-03-07").shows("证件地 山西省忻州地区忻州市");
    desk.keys("王新来");
    desk.shows("王新来");
    desk.keys(&"Enter ".repeat(10));
    desk.caret_in("现住县区");
    // a county that became a district
    desk.keys("长寿县");
    desk.row("> 重庆市长寿县", "停用 2001，今 长寿区").shows("停用 2001，今 重庆市长寿区");
    // the name that both bear finds the one of today first
    desk.keys("Backspace");
    desk.row("> 重庆市长寿区", "500115");
    desk.keys("Enter");
    desk.caret_in("详细地址").row("现住县区", "重庆市长寿区");
    desk.keys("凤城街道3号 F8");
    desk.shows("已为王新来建档");
    assert!(desk.quit());
    assert_eq!(kept(&centre, "王新来"), "重庆市长寿区凤城街道3号");
    centre.is_sound();
}
