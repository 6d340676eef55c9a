//! Words of the form with which somebody leaves a class, withdraws, or moves to another.

texts! {
    title(code: &str, seat: u32, name: &str, how: &str) = "班次 > {code} > {seat} 号 {name} {how}" | "Class > {code} > seat {seat}, {name} {how}";
    save_about = "登记离班、退学或转班，一步完成，可撤销" | "Records it in one act; can be taken back";

    how = "方式" | "How";
    how_help = "离班、退学或转班；F4 选择" | "Leaves, withdraws or moves; F4 lists";
    left = "离班" | "leaves";
    withdrawn = "退学" | "withdraws";
    transferred = "转班" | "moves to another class";
    to = "转入班次" | "Into class";
    to_help = "F4 列出在训和将开的班，同一项目的在前" | "F4 lists running and coming classes, those of the same course first";
    day = "离班日期" | "Last day";
    day_help = "当天仍在点名表上；可写以前的日期，要有原因" | "On that day still on the roll; may be before today, with a reason";
    joined = "转入日期" | "First day there";
    joined_help = "空着：离班次日，或新班开班日" | "Left empty: the next day, or the first day of the class";
    reason = "原因" | "Reason";
    reason_help = "退学、补记以前的日期必须写" | "Needed for withdrawing and for a day before today";

    so_far(hours: u32, of: u32) = "已得 {hours}/{of} 学时" | "{hours}/{of} h earned";
    last_mark(day: &str) = "最后一次考勤 {day}" | "newest mark {day}";
    no_mark = "还没有考勤" | "no mark yet";
    seat_stays = "座号留空，考勤和学时都保留。" | "The seat number stays empty; marks and hours are kept.";
    next_gets(name: &str) = "空出的名额：候补第一位 {name}" | "The seat that is freed: {name} is first on the waiting list";
    choose_class = "先选转入班次（F4）" | "Choose the class first (F4)";
    default_joined(day: &str) = "默认 {day}" | "{day} if left empty";
    sits_there = "此人已在这个班里" | "sits in that class already";
    meets(code: &str) = "与 {code} 冲突" | "clashes with {code}";
    no_classes = "没有可转入的班次" | "there is no class to move to";

    marks_title = "离班日期之后有考勤" | "Marks after the last day";
    marks_lines(day: &str, last: &str) = "离班日期 {day}，可最后一次考勤在 {last}。考勤和学时仍会保留。确实在 {day} 离班吗？"
        | "The last day is {day}, but the newest mark is of {last}. Marks and hours are kept. Was {day} really the last day?";
    marks_yes = "照此登记" | "Record it";
    full_title(room: &str) = "转入班次{room}" | "That class: {room}";
    full_wait(place: u32) = "排候补，第 {place} 位；人先留在原班" | "Wait there, place {place}; stays in this class";
    full_over = "超员转入" | "Move beyond the capacity";
    over_title = "超员转入" | "Beyond the capacity";
    over_lines(code: &str, name: &str) = "{code} 没有名额给{name}。超员请先问过负责人。仍要转入吗？" | "{code} has no seat for {name}. Going beyond is for the head of the centre to decide: ask first. Move all the same?";
    over_yes = "超员转入" | "Move";

    did(name: &str, how: &str) = "{name} 已{how}    Ctrl+Z 撤销" | "{name} {how}    Ctrl+Z takes it back";
    did_next(name: &str, how: &str, next: &str, key: &str) = "{name} 已{how}；候补第一位 {next}，按 {key} 递补    Ctrl+Z 撤销"
        | "{name} {how}; first on the waiting list is {next}, {key} seats them    Ctrl+Z takes it back";
    moved(how: &str, code: &str, seat: u32) = "{how}，{code} {seat} 号" | "{how} to {code}, seat {seat}";
    waits(name: &str, code: &str, place: u32) = "{name} 已排候补：{code} 第 {place} 位，仍在原班    Ctrl+Z 撤销"
        | "{name} waits for {code}, place {place}, and stays here    Ctrl+Z takes it back";
    stale = "这条报名刚被别人改过，已重新读取，请核对。" | "Somebody else has just changed this enrolment. It was read again; check it.";
}
