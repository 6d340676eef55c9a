//! Words of the roll page.

use super::Lang;
use crate::domain::mark::{LeaveKind, Mark};

texts! {
    place(course: &str, code: &str) = "{course} {code} > 点名" | "{course} {code} > Roll";

    // Counts and headers.
    expected(n: usize) = "应到 {n}" | "due {n}";
    count(word: &str, n: usize) = "{word} {n}" | "{word} {n}";
    of_all(n: usize) = "（*{n}）" | " (*{n})";
    find_hint = "找人: zw  .17  张" | "find: zw  .17";
    finding(typed: &str) = "找人 {typed}" | "find {typed}";
    nobody = "没有符合的人" | "nobody";
    more_found(n: usize) = "还有 {n} 人" | "{n} more";
    seat = "座" | "No";
    name = "姓名" | "Name";
    mark = "考勤" | "Mark";
    seat_of(seat: u32) = "座号 {seat:02}" | "seat {seat:02}";
    legend = "F6 选一段  Ctrl+E 记录  * 未点全到时一并记入  ^ 办公室更正" | "F6 block  Ctrl+E history  * set for all at once  ^ by the office";
    shown(from: usize, to: usize, of: usize) = "{from}-{to} / {of}" | "{from}-{to} / {of}";
    empty = "这节课没有应到的人：还没有人报名，或都在这天以后入班。Esc 返回，到班次的名单上报名。"
        | "Nobody is due in this session: nobody is enrolled, or all joined later. Esc goes back; people are enrolled on the roster of the class.";
    both_short(late: u16, early: u16) = "迟{late}早{early}" | "L{late} E{early}";

    // The chosen person.
    phone(masked: &str) = "手机 {masked}" | "phone {masked}";
    hours_of(have: u32, of: u32) = "学时 {have}/{of}" | "hours {have}/{of}";
    missed(n: u32) = "已缺 {n}" | "missed {n}";
    can_miss(n: u32) = "还能缺 {n}" | "can miss {n}";
    make_up(n: u32) = "须补 {n}" | "make up {n}";

    // What kind of day it is.
    is_ahead = "课还没开始：现在只能登记请假（4）" | "Not begun: only leave can be announced (4)";
    is_past = "过去的课：第一次标记时问一次原因" | "A past session: the first mark asks for the reason once";
    past_reason(reason: &str) = "过去的课，原因：{reason}" | "A past session, reason: {reason}";
    complete_already(said: &str) = "之后没有改动。{said}" | "nothing changed since. {said}";
    completed(who: &str) = "点名完成 {who}" | "Complete: {who}";
    was_completed(who: &str) = "曾经点完 {who}" | "Was complete: {who}";
    changed_since(n: usize, last: &str) = "  此后改 {n} 人，最后 {last}" | "  {n} changed since, last {last}";
    block_words(from: u32, to: u32, n: usize, counts: &str) = "选中 {from:02}-{to:02} 共 {n} 人{counts}   1-5、0 一起标，Esc 取消" | "Block {from:02}-{to:02}, {n} people{counts}   1-5 or 0 marks all, Esc: none";
    is_cancelled(why: &str) = "这节课已取消：{why}" | "This session is cancelled: {why}";

    // Verbs.
    all_present = "未点全到" | "All present";
    all_present_about = "把所有未点的记为到；已登记的请假等不动" | "Everybody not taken is present; other marks stay";
    present_about = "记为到，去掉迟到早退" | "Present, without minutes late or early";
    late_about = "记迟到：课上取时钟，课外问分钟；再按一次改分钟" | "Late: by the clock, else asked; again changes it";
    early_about = "记早退：课上取时钟，课外问分钟；再按一次改分钟" | "Left early: by the clock, else asked; again changes";
    leave_about = "记请假：先记病假；要事假，回到此人再按一次" | "Sick leave; personal: go back and press again";
    absent_about = "记缺勤" | "Absent";
    clear = "清" | "clear";
    clear_about = "清除，回到未点" | "Takes the mark away: not taken";
    cycle = "换一个" | "Next mark";
    cycle_about = "到、迟、缺、假、未点轮换，不换人；课外跳过迟" | "Marks in turn; late only during the session";
    undo_elsewhere(what: &str) = "上一步不在这节课：{what}。到今日页或“记录”里撤销" | "The last step was not in this roll: {what}. Take it back on the first page or in the audit";
    jump_seat = "按座号找" | "By seat";
    jump_seat_about = "再打两位座号，如 .07" | "Then two digits of the seat, like .07";
    detail = "备注" | "Minutes";
    detail_about = "分钟、备注和种类，F8 保存" | "Minutes, remark and kind; F8 saves";
    history = "记录" | "History";
    history_about = "这一格写过的每一行：谁、何时、为何" | "Every line of this cell: who, when, why";
    ways_key = "方式" | "Ways";
    ways_about = "换一种点名方式：表格、逐个、扫码、粘贴" | "Page, names called, scanner, pasted column";
    ways = "怎样点名" | "Ways to take the roll";
    way_page = "表格" | "All on one page";
    way_page_about = "未点全到，再标例外" | "all present, then the exceptions";
    way_call = "逐个点名" | "Call names";
    way_call_about = "一次一个名字，按数字就到下一个" | "one name at a time, a digit goes on";
    way_scan = "扫码签到" | "Scan cards";
    way_scan_about = "刷身份证或扫学员号，记为到" | "an ID card or trainee number is present";
    way_paste = "粘贴一列" | "Paste a column";
    way_paste_about = "从表格软件复制来，先看再写" | "from a spreadsheet, seen before it is written";
    block = "选一段" | "Block";
    block_about = "用方向键选一段人，一个数字一起标" | "With the arrows; one digit marks all of it";
    block_open = "正在选一段：按数字一起标，或 Esc 取消" | "a block is open: a digit marks it, Esc gives it up";
    paste = "粘贴一列" | "Paste a column";
    paste_about = "表格软件里的一列考勤，先核对再写" | "From a spreadsheet, checked before writing";
    ledger = "学时" | "Class hours";
    ledger_about = "这个人的学时台账" | "The ledger of this person";
    week = "考勤周表" | "Week";
    week_about = "本班这一周：人和课次" | "The week of this class: people by sessions";
    class_page = "班次页" | "Class page";
    class_page_about = "到本班的班次页" | "To the page of this class";
    class_ledger = "全班学时" | "Class ledger";
    class_ledger_about = "全班的学时台账" | "The ledger of everybody in the class";
    complete = "点完" | "Complete";
    complete_about = "说明点完了，记下谁、几点；备注开着时保存它" | "The roll is complete; in a form: saves it";
    nobody_chosen = "没有选中人" | "nobody is chosen";
    form_open = "先 F8 保存或 Esc 关闭" | "save with F8 or close with Esc first";
    not_begun = "课还没开始" | "the session has not begun";
    cancelled = "这节课已取消" | "the session is cancelled";
    nobody_due = "没有应到的人" | "nobody is due";
    still_left(n: usize) = "还有 {n} 人未点" | "{n} not taken yet";

    // What was done.
    marked(name: &str, mark: &str) = "已标记 {name} {mark}  Ctrl+Z 撤销" | "{name}: {mark}  Ctrl+Z takes it back";
    cleared(name: &str) = "已清除 {name}  Ctrl+Z 撤销" | "{name}: cleared  Ctrl+Z takes it back";
    again_for_personal = "  再对此人按 4 改事假" | "  4 again on this person: personal";
    back_for_personal = "  ↑ 回到此人再按 4 改事假" | "  Up goes back, then 4: personal";
    which(typed: &str, n: usize) = "{typed} 有 {n} 人符合，标给谁？" | "{n} people match {typed}: who is to be marked?";
    replaced(operator: &str, mark: &str) = "（换掉了 {operator} 刚记的 {mark}）" | " (in place of {operator}'s {mark})";
    all_marked(n: usize) = "{n} 人记为到  Ctrl+Z 撤销" | "Set to present: {n}  Ctrl+Z takes it back";
    block_people(n: usize) = "{n} 人" | "{n} people";
    block_marked(n: usize, mark: &str) = "{n} 人一起标为 {mark}  Ctrl+Z 撤销" | "{n} people: {mark}  Ctrl+Z takes it back";
    pasted(n: usize) = "按贴进来的一列写入 {n} 人  Ctrl+Z 撤销" | "Set from the pasted column: {n}  Ctrl+Z takes it back";
    completed_now(counts: &str) = "点名完成：{counts}" | "The roll is complete: {counts}";
    none_left = "没有未点的人" | "Everybody has a mark already";
    not_found(typed: &str) = "没有人符合 {typed}，什么也没有做" | "Nobody matches {typed}; nothing was done";
    no_match(typed: &str) = "没有人符合 {typed}，Esc 清除" | "Nobody matches {typed}; Esc clears it";
    no_seat(seat: u32) = "没有 {seat} 号" | "There is no seat {seat}";
    scanned(name: &str) = "扫到 {name}，已选中，没有标记" | "Scanned {name}: chosen, not marked";
    scanned_stranger = "扫到的号码不在这节课的名单上" | "The scanned number is not on this roll";
    scan_ignored = "一串字符，像是扫码或粘贴：没有标记任何人" | "That looked like a scan or a paste; nobody was marked";
    not_left(code: &str, day: &str, n: usize) = "{code} {day} 还有 {n} 人未点" | "{code} {day}: {n} people not taken yet";

    // Questions.
    ask_late(name: &str) = "{name} 迟到多少分钟" | "{name}: minutes late";
    ask_early(name: &str) = "{name} 早退多少分钟" | "{name}: minutes early";
    ask_reason = "过去的课，写明原因（这节课都用它）" | "A past session: the reason, used for all its marks";
    history_title(name: &str) = "{name} 这节课的记录" | "{name} in this session";
    history_none(name: &str) = "{name} 这节课还没有记录" | "Nothing was written about {name} in this session";

    // The form of one cell.
    form_title(name: &str) = "{name} 的考勤" | "{name}";
    form_mark = "考勤" | "Mark";
    form_mark_help = "到、病假、事假、缺勤、未点；迟到早退是“到”加分钟" | "Present, leave, absent, not taken; late and early are present with minutes";
    form_late = "迟到分钟" | "Minutes late";
    form_late_help = "空着就是不迟到" | "Empty means not late";
    form_early = "早退分钟" | "Minutes early";
    form_early_help = "空着就是不早退" | "Empty means not early";
    form_reason = "说明" | "Reason";
    form_reason_help = "过去的课必须写，如“签到表第3页”" | "Needed for a past session, like \"sign-in sheet, page 3\"";
    form_hint = "F8 保存  F4 选择  Esc 关闭" | "F8 saves  F4 lists  Esc closes";
    mark_needed = "请选一种考勤" | "choose a mark";
    minutes_fault(most: u16) = "0 到 {most} 的整数" | "a whole number from 0 to {most}";
    minutes_idle = "请假、缺勤、未点没有分钟" | "only for people present";
    reason_needed = "过去的课要写明原因" | "a past session needs a reason";

    // Marks in a sentence.
    said_present = "到" | "present";
    said_late(minutes: u16) = "迟到 {minutes} 分" | "late {minutes} min";
    said_early(minutes: u16) = "早退 {minutes} 分" | "early {minutes} min";
    said_both(late: u16, early: u16) = "迟到 {late} 分早退 {early} 分" | "late {late} and early {early} min";
    said_sick = "病假" | "sick leave";
    said_personal = "事假" | "personal leave";
    said_absent = "缺勤" | "absent";
    said_cleared = "未点" | "not taken";
}

/// A mark in full, for messages, lists and ledgers.
pub fn said(lang: Lang, mark: Mark) -> String {
    match mark {
        Mark::Present { late, early } => match (late.get(), early.get()) {
            (0, 0) => said_present(lang).to_owned(),
            (late, 0) => said_late(lang, late),
            (0, early) => said_early(lang, early),
            (late, early) => said_both(lang, late, early),
        },
        Mark::Leave(LeaveKind::Sick) => said_sick(lang).to_owned(),
        Mark::Leave(LeaveKind::Personal) => said_personal(lang).to_owned(),
        Mark::Absent => said_absent(lang).to_owned(),
        Mark::Cleared => said_cleared(lang).to_owned(),
    }
}
