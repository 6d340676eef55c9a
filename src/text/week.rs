//! Words of the week page: people by sessions.

use super::Lang;
use crate::domain::mark::MarkKind;
use chrono::Weekday;

texts! {
    title = "考勤周表" | "Week";
    about = "一个班一周的考勤、请假，一格一节课" | "A week of one class, with leave";
    place(course: &str, code: &str) = "{course} {code} > 考勤周表" | "{course} {code} > Week";
    status(people: usize, sessions: usize) = "{people} 人  {sessions} 节" | "{people} people  {sessions} sessions";
    no_class = "还没有班次。F9 到班次，先建一个班并排课。" | "There is no class yet. F9, Classes: make one and fill its timetable.";
    span(from: &str, to: &str) = "{from} 至 {to}" | "{from} to {to}";
    signs = "^ 办公室更正  * 一并记到  . 未点" | "^ office  * all at once  . not taken";
    letters = "P 到  L 迟  E 早  V 假  A 缺" | "P present  L late  E early  V leave  A absent";
    narrow = ". 未点" | "P present L late E early V leave A absent . not taken";
    sign_office = "^ 办公室更正" | "^ office";
    sign_at_once = "* 一并记到" | "* all at once";
    empty = "这一周没有课。[ 上一周，] 下一周；课次在班次页排。"
        | "No sessions this week. [ goes back, ] goes on; the page of the class fills the timetable.";
    nobody = "这一周没有人在班，报名在班次页的名单上。Tab 换班次。" | "Nobody is in the class this week: its roster enrols. Tab: another class.";

    back_entry = "补录" | "Late rolls";
    back_entry_about = "这个班过去没点完的课，凭签到表补录" | "Past rolls of this class not taken, entered from the sheet";

    cell_present = "到" | "P";
    cell_late = "迟" | "L";
    cell_early = "早" | "E";
    cell_leave = "假" | "V";
    cell_absent = "缺" | "A";
    cell_none = "." | ".";
    morning = "上" | "am";
    afternoon = "下" | "pm";
    evening = "晚" | "ev";
    cancelled = "停" | "x";
    monday = "一" | "Mo";
    tuesday = "二" | "Tu";
    wednesday = "三" | "We";
    thursday = "四" | "Th";
    friday = "五" | "Fr";
    saturday = "六" | "Sa";
    sunday = "日" | "Su";
    there = "实到" | "present";
    open = "未点" | "not taken";

    // The chosen cell.
    not_taken = "未点" | "Not taken";
    not_begun = "还没上课：只能登记请假（4）" | "Not begun: only leave can be announced (4)";
    not_on_roll = "这天不在班" | "Not in the class that day";
    is_cancelled(why: &str) = "这节课已停课：{why}" | "Cancelled: {why}";
    office = "办公室" | "office";
    corrected(was: &str, is: &str) = "{was} -> {is}" | "{was} -> {is}";

    // The block.
    block(people: usize, sessions: usize, cells: usize) = "区块 {people} 人 x {sessions} 节 = {cells} 格" | "Block {people} x {sessions} = {cells} cells";
    block_hint = "按数字标记，Esc 取消" | "a digit marks, Esc lets go";
    overwrite_title(mark: &str) = "区块标记 {mark}" | "Mark the block: {mark}";
    overwrite(set: usize, counts: &str) = "将标记 {set} 格，其中换掉已有的考勤：{counts}。" | "{set} cells will be marked; marks in place of which: {counts}.";
    overwrite_yes(set: usize) = "标记 {set} 格" | "Mark {set} cells";
    clear_title(set: usize) = "清为未点 {set} 格" | "Clear {set} cells";
    clear(counts: &str) = "这些考勤会清掉：{counts}。" | "These marks are cleared: {counts}.";
    clear_yes(set: usize) = "清 {set} 格" | "Clear {set} cells";
    block_cleared(set: usize) = "{set} 格清为未点  Ctrl+Z 撤销" | "{set} cells cleared  Ctrl+Z takes it back";
    block_same(n: usize) = "已经是的 {n} 格不动。" | "{n} are so already.";
    block_skipped(n: usize, why: &str) = "跳过 {n} 格（{why}）。" | "{n} skipped ({why}).";
    block_marked(set: usize, mark: &str) = "{set} 格记为{mark}  Ctrl+Z 撤销" | "{set} cells: {mark}  Ctrl+Z takes it back";
    block_none = "没有可以标记的格子。" | "No cell takes this mark.";
    skip_ahead(n: usize) = "未开始 {n}" | "not begun {n}";
    skip_cancelled(n: usize) = "已停课 {n}" | "cancelled {n}";
    skip_not_on_roll(n: usize) = "不在班 {n}" | "not in class {n}";
    skip_office(n: usize) = "办公室已更正 {n}" | "corrected by the office {n}";
    skip_instructor(n: usize) = "教师已点 {n}，F2 写原因更正" | "marked by the instructor {n}; F2 with a reason corrects";
    skip_minutes(n: usize) = "分钟超过课长 {n}" | "longer than the session {n}";
    the_block = "区块" | "The block";

    // Verbs.
    roll = "点名" | "Roll";
    roll_about = "到这节课的点名页，停在这个人上" | "To the roll of this session, at this person";
    block_verb = "区块" | "Block";
    block_about = "开始选区块：方向键、Home、End 扩大，数字标记全部，一步撤销" | "Starts a block: arrows, Home, End extend; a digit marks all, one undo";
    column = "整列" | "Whole column";
    column_about = "区块为这节课的所有人" | "The block is everybody in this session";
    row = "整行" | "Whole row";
    row_about = "区块为这个人的一周" | "The block is this person's week";
    earlier = "上一周" | "Earlier";
    earlier_about = "有课的上一周" | "The week with sessions before";
    later = "下一周" | "Later";
    later_about = "有课的下一周" | "The week with sessions after";
    no_earlier = "前面没有课了" | "there are no sessions before";
    no_later = "后面没有课了" | "there are no sessions after";
    other_class = "换班次" | "Other class";
    other_class_about = "看另一个班的周表" | "The week of another class";
    which_class = "哪个班" | "Which class";
    class_page = "班次页" | "Class page";
    class_page_about = "到本班的班次页" | "To the page of this class";
    no_session = "这一周没有课" | "there is no session this week";
    all_present_about = "把这节课所有未点的记为到；其他不动" | "Everybody not taken in this session is present; other marks stay";
    nothing_chosen = "没有选中格子" | "no cell is chosen";
}

/// The one sign of a kind in a cell.
pub const fn cell_of(lang: Lang, kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Present => cell_present(lang),
        MarkKind::Late => cell_late(lang),
        MarkKind::Early => cell_early(lang),
        MarkKind::Leave => cell_leave(lang),
        MarkKind::Absent => cell_absent(lang),
        MarkKind::NotTaken => cell_none(lang),
    }
}

/// As short as a narrow column needs.
pub const fn weekday(lang: Lang, day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => monday(lang),
        Weekday::Tue => tuesday(lang),
        Weekday::Wed => wednesday(lang),
        Weekday::Thu => thursday(lang),
        Weekday::Fri => friday(lang),
        Weekday::Sat => saturday(lang),
        Weekday::Sun => sunday(lang),
    }
}
