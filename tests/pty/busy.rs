//! Another program holds the file: that is said while one waits, and the key still does its work.

use crate::alone;
use crate::centre::Centre;

#[test]
fn a_busy_file_is_said_while_waiting() {
    let _alone = alone();
    let centre = Centre::new();
    for (mut desk, busy, done) in [
        (centre.start(), "数据文件正忙", "已标记 赵拴 缺勤"),
        (centre.start_in_english(), "The data file is busy", "赵拴: sick leave"),
    ] {
        desk.shows("QZ-01");
        desk.keys(centre.to_roll());
        desk.shows("康辉");
        desk.keys("zs");
        desk.shows("zs");
        let holder = rusqlite::Connection::open(centre.data().join("baodao.db")).unwrap();
        holder.execute_batch("BEGIN IMMEDIATE").unwrap();
        desk.keys(if busy.is_ascii() { "4" } else { "5" });
        desk.shows(busy);
        let page = desk.page();
        assert!(page.lines().nth(22).unwrap().contains(busy), "{page}");
        assert!(page.lines().nth(23).unwrap().contains("F1"), "nothing scrolled: {page}");
        holder.execute_batch("ROLLBACK").unwrap();
        desk.shows(done).hides(busy);
        assert!(desk.page().lines().nth(22).unwrap().contains(done));
        assert!(desk.quit());
    }
    centre.is_sound();
}
