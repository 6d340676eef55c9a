//! Words of the class page, of the form that fills a timetable and of the form of a session.

use super::Lang;
use crate::domain::class::SessionKind;

texts! {
    titled(code: &str) = "班次 > {code}" | "Class > {code}";
    part(code: &str, part: &str) = "班次 > {code} > {part}" | "Class > {code} > {part}";

    seats_of(taken: u32, of: u32) = "{taken}/{of} 人" | "{taken}/{of} seats";
    seats(taken: u32) = "{taken} 人" | "{taken} enrolled";
    planned(planned: u32, required: u32) = "排课 {planned} / 应 {required} 学时" | "planned {planned} / required {required} h";
    short_by(hours: u32) = "! 少排 {hours} 学时" | "! {hours} h short";
    over_by(hours: u32) = "! 多排 {hours} 学时" | "! {hours} h too many";
    rolled(taken: u32, begun: u32) = "已点名 {taken}/{begun} 次" | "rolls {taken}/{begun}";
    timetable = "课程表" | "Timetable";
    no_sessions = "还没有课次。按 1 按星期和时段排出全部课次，或按 F6 加一次。"
        | "There are no sessions yet. 1 fills the timetable by weekdays and slots, F6 adds one.";

    day = "日期" | "Date";
    slot = "时段" | "Time";
    hours = "学时" | "Hours";
    kind = "方式" | "Kind";
    topic = "内容" | "Topic";
    instructor = "教师" | "Instructor";
    room = "教室" | "Room";
    roll = "点名" | "Roll";
    theory = "理论" | "theory";
    practice = "实操" | "practice";
    online = "线上" | "online";
    mixed = "混合" | "mixed";
    cancelled = "停课" | "cancelled";
    cancelled_why(reason: &str) = "停课：{reason}" | "cancelled: {reason}";
    roll_done(taken: u32, expected: u32) = "已点 {taken}/{expected}" | "taken {taken}/{expected}";
    roll_open(taken: u32, expected: u32) = "! 未点 {taken}/{expected}" | "! open {taken}/{expected}";
    roll_empty = "没有人" | "nobody";

    open = "打开" | "Open";
    open_about = "课程表：去点名；名单：看这个人的学时" | "Timetable: take the roll; roster: the hours of this person";
    other = "切换" | "Switch";
    other_about = "换到下一张：课程表、名单、候补、离班" | "To the next list: timetable, roster, waiting, left";
    edit = "修改" | "Edit";
    edit_about = "课程表：改这一次课；名单、候补、离班：改这个人的资料" | "Timetable: change this session; lists of people: this person";
    add = "增加" | "Add";
    add_about = "课程表：加一次课；名单、候补：报名；离班：为选中的人重新报名" | "Timetable: add a session; roster and waiting list: enrol somebody; left: enrol the chosen one again";
    remove = "停课/离班" | "Cancel/leave";
    remove_about = "课程表：写明原因取消这次课；名单：离班或退学；候补：移出候补" | "Timetable: cancel this session with a reason; roster: this person leaves or withdraws; waiting list: taken off it";
    fill = "排课" | "Fill";
    fill_about = "按星期和时段排出全部课次" | "All sessions by weekdays and slots";
    ledger = "学时" | "Hours";
    ledger_about = "全班的学时台账" | "The hours of everybody";
    export = "导出" | "Export";
    export_about = "名单、签到表、考勤表" | "Roster, sign-in sheet, attendance";
    change = "改班次" | "Edit class";
    change_about = "改日期、学时、名额、地点" | "Change dates, hours, seats, place";
    week = "周表" | "Week";
    week_about = "一周的考勤：人和课次" | "The attendance of a week: people by sessions";
    no_session_chosen = "没有选中的课次" | "no session is chosen";
    is_cancelled = "这次课已停课" | "this session is cancelled";
    why_cancel(what: &str) = "停课原因：{what}" | "Why is {what} cancelled?";
    did_cancel(what: &str) = "已停课：{what}    Ctrl+Z 撤销" | "Cancelled: {what}    Ctrl+Z takes it back";

    fill_title = "排课" | "Fill the timetable";
    fill_save_about = "照这样排课；已有的课次不动" | "Fill it so; sessions already there stay";
    f_days = "星期" | "Weekdays";
    f_slots = "时段" | "Slots";
    h_days = "如 周一至周五、周一三五、1-5；F4 选择" | "Like mon-fri, mon,wed,fri or 1-5; 1 is Monday; F4 lists";
    h_slots = "如 08:30-12:00,14:00-17:30；F4 选择" | "Like 08:30-12:00,14:00-17:30; F4 lists";
    day_off = "放假" | "off";
    every_day = "每天" | "every day";
    days_from_to(first: &str, last: &str) = "{first}至{last}" | "{first} to {last}";
    days_fault = "没看懂星期。写法如 周一至周五 或 周一三五。" | "These weekdays are not understood. Write mon-fri or 1,3,5.";
    slots_fault(slot: &str) = "没看懂“{slot}”。写法如 08:30-12:00,14:00-17:30。"
        | "\"{slot}\" is not understood. Write 08:30-12:00,14:00-17:30.";
    within(start: &str, end: &str, required: u32) = "{start} 至 {end}，应 {required} 学时" | "{start} to {end}, {required} h required";
    will_add(sessions: usize, hours: u32) = "将加 {sessions} 次课，{hours} 学时" | "Sessions to be added: {sessions}, {hours} h";
    will_keep(sessions: u32) = "已有的 {sessions} 次课不动" | "Sessions that stay as they are: {sessions}";
    sum(planned: u32, required: u32) = "排完共 {planned} 学时，应 {required} 学时" | "{planned} h in all, {required} h required";
    sum_fits = "正好" | "they agree";
    long_day(day: &str, hours: u32, most: u32) = "! {day} 有 {hours} 学时，规则每天最多 {most}"
        | "! {day} has {hours} h, the rules allow {most} a day";
    will_leave(sessions: u32) = "停过或调走的 {sessions} 次不再排" | "{sessions} that were cancelled or moved away are not filled again";
    in_the_past(sessions: u32) = "其中 {sessions} 次在今天以前" | "{sessions} of them are before today";
    filled(added: usize, planned: u32) = "已加 {added} 次课，共 {planned} 学时    Ctrl+Z 撤销"
        | "Sessions added: {added}, {planned} h in all    Ctrl+Z takes it back";
    filled_of(added: usize, planned: u32, required: u32) = "已加 {added} 次课，共 {planned}/{required} 学时"
        | "Sessions added: {added}, {planned}/{required} h";
    required_is(required: u32) = "! 应 {required} 学时" | "! {required} h required";
    filled_none = "没有可加的课次：都已在课程表里。" | "Nothing to add: all of them are in the timetable.";

    new_session = "加课次" | "New session";
    edit_session = "改课次" | "Edit session";
    h_day = "如 9月7日、9-7 或 2026-09-07；不写年份是离今天最近的那天" | "Like 9-7 or 2026-09-07; without a year, the day nearest to today";
    h_slot = "如 08:30-12:00；满一个学时才算" | "Like 08:30-12:00; at least one class hour";
    h_kind = "理论、实操、线上或混合，F4 选择" | "Theory, practice, online or mixed; F4 lists";
    h_instructor = "谁上这次课" | "Who teaches it";
    h_room = "在哪里上" | "Where it is taught";
    h_topic = "可以空着" | "May stay empty";
    day_fault = "没有看懂日期。写法如 9月7日 或 2026-09-07。" | "This date is not understood. Write 9-7 or 2026-09-07.";
    slot_fault = "时段写法如 08:30-12:00。" | "Write the time like 08:30-12:00.";
    worth(weekday: &str, hours: u32) = "{weekday}，{hours} 学时" | "{weekday}, {hours} h";
    session_save_about = "保存这次课" | "Keep this session";
    session_saved(what: &str) = "已保存课次 {what}    Ctrl+Z 撤销" | "Saved: {what}    Ctrl+Z takes it back";
    session_stale = "这次课刚被别人改过，已重新读取，请核对后再改。" | "Somebody else has just changed this session. It was read again; check and change it once more.";
}

pub const fn session_kind(lang: Lang, of: SessionKind) -> &'static str {
    match of {
        SessionKind::Theory => theory(lang),
        SessionKind::Practice => practice(lang),
        SessionKind::Online => online(lang),
        SessionKind::Mixed => mixed(lang),
    }
}
