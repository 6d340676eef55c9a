//! Words of timetables: clashes, holidays, moved and made-up sessions.

use super::Lang;
use crate::domain::calendar::Half;

texts! {
    // Clashes.
    room_taken(room: &str, when: &str, class: &str) = "{room} {when} 已有 {class}" | "{room} {when} is taken by {class}";
    instructor_taken(name: &str, when: &str, class: &str) = "{name} {when} 已在 {class} 上课" | "{name} {when} teaches {class}";
    trainee_taken(name: &str, when: &str, class: &str) = "{name} {when} 同时在 {class} 上课" | "{name} {when} is in {class} too";
    seated(name: &str, seat: u32) = "{name}(座 {seat})" | "{name} (seat {seat})";
    more_times(clash: &str, more: usize) = "{clash}，另有 {more} 次" | "{clash}, and {more} more";
    clash(what: &str) = "! 冲突：{what}" | "! Clash: {what}";
    more_clashes(more: usize) = "! 还有 {more} 处冲突，见班次的“冲突”" | "! More clashes: {more}, see Clashes of the class";

    // Holidays.
    on_holidays = "节假日" | "Holidays";
    on_holidays_help = "默认放假不上课。调休上班的周末只在选了以后才当作工作日；F4 选择" | "Days off by default. Weekends worked in exchange count as working days only when chosen; F4 lists";
    rest = "放假，不上课" | "days off";
    rest_and_work = "放假；调休上班的周末上课" | "days off; exchange weekends are taught";
    teach = "照常上课" | "taught like other days";
    left_out(days: &str) = "放假不排：{days}" | "Left out: {days}";
    brought_in(days: &str) = "调休上班也排：{days}" | "Taken in as worked: {days}";
    one_day(name: &str, day: &str) = "{name} {day}" | "{name} {day}";
    some_days(name: &str, first: &str, last: &str, count: usize) = "{name} {first} 至 {last} 的 {count} 天" | "{name} {count} days from {first} to {last}";
    unknown_years(years: &str) = "! 没有 {years} 年的节假日表，那年的节假日不知道，没有跳过。" | "! The holidays of {years} are not on file; none of that year was left out.";
    put_year(year: i32) = "国务院办公厅的通知出来后，请把表放到数据文件夹的 holidays/{year}.tsv" | "Once the notice is out, put a table into holidays/{year}.tsv of the data folder";
    refused(file: &str, why: &str) = "! 节假日表 {file} 没有采用：{why}" | "! The table of holidays {file} is not used: {why}";
    more_faults(first: &str, more: usize) = "{first}；另有 {more} 处" | "{first}; {more} more";
    at_line(line: usize, what: &str) = "第 {line} 行，{what}" | "line {line}, {what}";
    unreadable(why: &str) = "读不了（{why}）" | "cannot be read ({why})";
    file_name = "文件名应是年份，如 2027.tsv" | "the name must be a year, like 2027.tsv";
    flaw_empty = "没有一天" | "there is no day in it";
    flaw_cells(cells: usize) = "应有四栏（日期、holiday 或 workday、中文名、英文名），用制表符分开，现在是 {cells} 栏" | "four cells apart by tabs are needed (date, holiday or workday, Chinese, English), there are {cells}";
    flaw_day = "日期看不懂，写法如 2027-01-01" | "the date is not understood, write 2027-01-01";
    flaw_year(year: i32) = "这一天是 {year} 年的" | "this day belongs to {year}";
    flaw_kind = "第二栏只能是 holiday（放假）或 workday（调休上班）" | "the second cell is holiday (day off) or workday (weekend worked)";
    flaw_weekend = "workday 只能是星期六或星期日" | "a workday is a Saturday or a Sunday";
    flaw_name = "缺中文名或英文名" | "the Chinese or the English name is missing";
    flaw_twice = "这一天前面已经写过" | "this day stands in an earlier line";

    named_cancelled(when: &str, why: &str) = "{when} 的课已停（{why}）。请写一次要上的课；补上的课写补课的日期和时间。" | "The session of {when} is cancelled ({why}). Name one that is held; a make-up goes by its own day and time.";

    // Moving sessions.
    moved_verb = "调课" | "Move";
    move_about = "把这次课，或这次和以后的课，调到别的日子" | "This session, or it and all later ones, to other days";
    move_title(when: &str) = "调课 {when}" | "move {when}";
    why_moved(when: &str) = "调到 {when}，原因：" | "Why is it moved to {when}?";
    not_moved = "没有写原因，未调课。" | "No reason was given; nothing was moved.";
    how = "怎么调" | "How";
    how_help = "只调这一次，还是连同后面的课一起调；F4 选择" | "This session alone, or all that follow it too; F4 lists";
    move_one = "只调这一次，到另一天" | "this session, to another day";
    move_teaching = "这次和以后的，顺延到后面的上课日" | "this and later ones, to later teaching days";
    move_days = "这次和以后的，推后或提前几天" | "this and later ones, by a number of days";
    new_day = "新日期" | "New date";
    new_slot = "新时段" | "New time";
    how_far = "天数" | "Days";
    days_help = "推后几天；提前写负数，如 -7" | "How many days later; a minus brings forward, like -7";
    teaching_help = "顺延几个上课日，一般是 1" | "How many teaching days later, usually 1";
    weekdays = "上课日" | "Taught on";
    reason = "原因" | "Reason";
    reason_help = "为什么调，会留在变更记录里" | "Why they move; it stays in the list of changes";
    days_fault = "写 1 到 366 的整数；提前写负数。" | "Write a whole number from 1 to 366, with a minus to bring forward.";
    teaching_fault = "写 1 到 366 的整数。" | "Write a whole number from 1 to 366.";
    move_save = "调课" | "Move";
    move_save_about = "照下面列的调；一次撤销就全部回来" | "Move them as listed below; one undo brings all of them back";
    page_down = "往下看" | "Further down";
    page_down_about = "看列表的后面" | "The list further down";
    page_up = "往上看" | "Further up";
    page_up_about = "看列表的前面" | "The list further up";
    will_move(sessions: usize) = "调 {sessions} 次课：" | "Sessions that move ({sessions}):";
    moves(from: &str, to: &str) = "{from} -> {to}" | "{from} -> {to}";
    stays(when: &str) = "{when}  不动：已有考勤" | "{when}  stays: it has marks";
    leave_along(people: usize, names: &str) = "{people} 人的提前请假一起移过去：{names}" | "Announced leave goes along ({people}): {names}";
    own_overlap(when: &str) = "! 与本班 {when} 的课重叠，不能这样调" | "! It overlaps {when} of this class and cannot be moved so";
    after_end(last: &str) = "! 晚于结业日：请把结业日改到 {last}" | "! Past the end: move it to {last}";
    after_end_note = "! 晚于结业日，请改结业日" | "! Past the end: move it";
    on_holiday(days: &str) = "! 放假：{days}" | "! A day off: {days}";
    on_past(day: &str) = "! {day} 已经过去：学时马上算作已上，请补录考勤" | "! {day} is past: its hours count as taught at once; enter its roll";
    did_move(sessions: usize) = "已调课 {sessions} 次    Ctrl+Z 撤销" | "Moved: {sessions}    Ctrl+Z takes it back";
    moved_from(when: &str) = "原 {when}" | "was {when}";

    // Cancelling what was held.
    loses_marks(people: usize, hours: u32) = "这次课已有 {people} 人的考勤；停课后不再计学时，共少 {hours} 学时。" | "People with marks in this session: {people}; cancelled it earns nothing: {hours} h less in all.";
    loses_title = "这次课已有考勤" | "This session has marks";
    loses_yes = "仍要停课" | "Cancel it";

    // Making up.
    make_up = "补课" | "Make up";
    make_up_about = "给停了的这次课另排一次" | "Another session in place of this cancelled one";
    make_up_title(when: &str) = "补课 {when}" | "make up for {when}";
    making_up(what: &str, owed: u32) = "补 {what}，还要补 {owed} 学时" | "Makes up for {what}, {owed} h to be made up";
    still_owed(hours: u32) = "! 这样还差 {hours} 学时没补" | "! {hours} h remain to be made up then";
    did_make_up(what: &str, when: &str) = "已补 {what}：{when}    Ctrl+Z 撤销" | "{what} is made up on {when}    Ctrl+Z takes it back";
    not_cancelled = "这次课没有停，不用补" | "this session is not cancelled";
    made_up = "这次课已经补够了" | "this session is made up already";
    made_up_by(when: &str) = "补于 {when}" | "made up on {when}";
    makes_up(when: &str) = "补 {when}" | "for {when}";
    owed(hours: u32) = "! 待补 {hours} 学时" | "! {hours} h to make up";

    // Dated changes.
    start = "开班" | "start";
    end = "结业" | "end";
    hours = "学时" | "class hours";
    capacity = "名额" | "seats";
    instructor = "教师" | "instructor";
    place = "地点" | "place";
    moved = "调课" | "moved";
    cancelled = "停课" | "cancelled";
    makeup = "补课" | "make-up";
    changed(what: &str, was: &str, becomes: &str) = "{what} {was} -> {becomes}" | "{what} {was} -> {becomes}";
    why_changed(what: &str) = "原因：{what}" | "Why: {what}";
    why_changes(what: &str, more: usize) = "原因：{what}，另有 {more} 项" | "Why: {what}, and {more} more";
    before_new_start(sessions: usize, which: &str) = "! 开班日之前还有 {sessions} 次课：{which}" | "! Sessions before the start ({sessions}): {which}";
    after_new_end(sessions: usize, which: &str) = "! 结业日之后还有 {sessions} 次课：{which}" | "! Sessions after the end ({sessions}): {which}";
    // Clashes and changes of a class.
    matters = "冲突与变更" | "Clashes and changes";
    matters_verb = "冲突变更" | "Clashes";
    matters_about = "与别的班的冲突；开班后的变更、停课、补课，谁、何时、为什么" | "Clashes with other classes; what was changed, cancelled or made up, by whom and why";
    clashes = "冲突" | "Clashes";
    changes = "变更" | "Changes";
    no_clashes = "没有冲突：教室、教师和学员都没有同时排在别的班。" | "No clashes: no room, instructor or trainee is asked for by another class at the same time.";
    no_changes = "开班以后没有变更。结业延期、换教师、调课、停课、补课都会记在这里。" | "Nothing was changed since the class began. A later end, another instructor, a moved, cancelled or made-up session is noted here.";
    open_other = "看那个班" | "That class";
    open_other_about = "打开与本班冲突的那个班" | "Opens the class that this one clashes with";
    other_list_about = "在冲突与变更之间换" | "Between clashes and changes";
    no_clash_chosen = "没有选中的冲突" | "no clash is chosen";
    clash_kind = "冲突的是" | "Shared";
    shared = "哪个" | "Which";
    trainee = "学员" | "trainee";
    other_class = "别的班" | "Other class";
    their_time = "那边时段" | "Their time";
    changed_on = "时间" | "When";
    changed_by = "操作员" | "By";
    changed_what = "改了什么" | "What";
    was = "原来" | "Was";
    becomes = "改为" | "Becomes";
    clashing = "! 冲突" | "! clash";
    some_clashes(count: usize) = "! {count} 处冲突" | "! Clashes: {count}";
    some_before_start(count: usize) = "! 开班前 {count} 次" | "! {count} before the start";
    some_after_end(count: usize) = "! 结业后 {count} 次" | "! {count} after the end";

    // The weeks at a glance, one short word a session.
    week_off = "停课" | "off";
    week_taken = "已点" | "done";
    week_open = "未点" | "open";
    week_extra = "补课" | "extra";
    week_class = "课" | "class";

    comma = "，" | ", ";
    and_so_on = " 等" | " ...";

    half_day(day: &str, half: &str) = "{day} {half}" | "{day} {half}";
    morning = "上午" | "morning";
    afternoon = "下午" | "afternoon";
    evening = "晚上" | "evening";
}

/// The part of a day in which something begins.
pub const fn half(lang: Lang, half: Half) -> &'static str {
    match half {
        Half::Morning => morning(lang),
        Half::Afternoon => afternoon(lang),
        Half::Evening => evening(lang),
    }
}
