//! Words of timetables: clashes, holidays, moved and made-up sessions.

use super::Lang;

texts! {
    // Clashes.
    room_taken(room: &str, when: &str, class: &str) = "{room} {when} 已有 {class}" | "{room} {when} is taken by {class}";
    instructor_taken(name: &str, when: &str, class: &str) = "{name} {when} 已在 {class} 上课" | "{name} {when} teaches {class}";
    trainee_taken(name: &str, when: &str, class: &str) = "{name} {when} 同时在 {class} 上课" | "{name} {when} is in {class} too";
    seated(name: &str, seat: u32) = "{name}(座 {seat})" | "{name} (seat {seat})";
    more_times(clash: &str, more: usize) = "{clash}，另有 {more} 次" | "{clash}, and {more} times more";
    clash(what: &str) = "! 冲突：{what}" | "! Clash: {what}";
    more_clashes(more: usize) = "! 还有 {more} 处冲突，见班次的“冲突”" | "! {more} more clashes, see Clashes of the class";
    and_clashes(clashes: usize, first: &str) = "；{clashes} 处冲突：{first}" | "; clashes: {clashes}, first: {first}";

    // Holidays.
    on_holidays = "节假日" | "Holidays";
    on_holidays_help = "默认放假不上课。调休上班的周末只在选了以后才当作工作日；F4 选择" | "Days off by default. Weekends worked in exchange count as working days only when chosen; F4 lists";
    rest = "放假，不上课" | "days off";
    rest_and_work = "放假；调休上班的周末上课" | "days off; weekends worked in exchange are taught";
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

    morning = "上午" | "morning";
    afternoon = "下午" | "afternoon";
    evening = "晚上" | "evening";
}

/// The part of a day in which something begins, by its minute.
pub const fn half(lang: Lang, minute: u16) -> &'static str {
    match minute {
        0..720 => morning(lang),
        720..1080 => afternoon(lang),
        _ => evening(lang),
    }
}
