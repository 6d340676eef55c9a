//! Sheets as a bureau wants them, written by the real program: a layout chosen on the page, a centre's own layout with
//! a fault named by its line.

use crate::alone;
use crate::centre::Centre;
use crate::terminal::until;
use baodao::sheet::read_xlsx;

/// A layout whose third line is broken.
const BROKEN: &str = "key = \"mine\"\ntitle = \"本校花名册\"\n[[column]\n";

#[test]
fn the_layouts_of_other_cities_are_chosen_and_written() {
    let _alone = alone();
    let centre = Centre::new();
    std::fs::create_dir_all(centre.data().join("sheets")).unwrap();
    std::fs::write(centre.data().join("sheets/mine.toml"), BROKEN).unwrap();
    let mut desk = centre.start();
    desk.shows("今天的课");
    desk.keys(centre.to_roll());
    desk.shows("未点 50");
    desk.keys("* zs 5");
    desk.shows("已标记 赵拴 缺勤");
    desk.palette("导出");
    desk.row("mine.toml", "第 3 行").caret_in("班次");
    desk.keys("F4");
    desk.shows("打字筛选");
    desk.keys("QZ Enter");
    desk.hides("打字筛选").caret_in("版式");
    // half of the class stands beside the other half on the last one
    for (layout, blocks) in
        [("roster-qingdao", 1), ("roster-chengdu", 1), ("attendance-qingdao", 1), ("signin-halfday", 2)]
    {
        desk.keys("F4");
        desk.shows("打字筛选");
        desk.keys(&format!("{layout} Enter"));
        desk.hides("打字筛选").row("文件", layout);
        desk.keys("F8");
        let file = centre.data().join(format!("exports/QZ-01-{layout}.xlsx"));
        // in the field and, once it is written, below it
        let name = format!("{layout}.xlsx");
        let page = || desk.page().split_whitespace().collect::<String>();
        until(layout, || file.exists() && page().matches(&name).count() == 2);
        desk.shows("已写出 50 人");
        let rows = read_xlsx(&file).unwrap().rows;
        let text = format!("{rows:?}");
        assert!(text.contains("赵拴") && text.contains("康辉"), "{layout}: {text}");
        assert_eq!(text.matches("\"姓名\"").count(), blocks, "{layout}: {text}");
        desk.keys("Shift+Tab");
        desk.caret_in("版式");
    }
    assert!(desk.quit());
    centre.is_sound();
}
