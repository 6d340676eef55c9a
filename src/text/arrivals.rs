//! Words of the page on which a scanner takes the roll.

texts! {
    place(roll: &str) = "{roll} > 扫码" | "{roll} > Scan";
    label = "扫码" | "Scan";
    hint = "身份证号或学员号；手打的按回车" | "ID or trainee number; typed ones: Enter";
    field_help = "扫描枪打进来的号码认得出就记到，它带的回车不算。手打的号码按回车。"
        | "A number from a scanner marks at once; the Enter it sends means nothing. After typing one, press Enter.";
    take = "记到" | "Mark";
    take_about = "记手打的号码；空着按，问没记的人怎么办" | "The typed number; empty: whoever was not marked";
    late_after(time: &str) = "{time} 以后扫到的记迟到，分钟按时钟" | "Scanned after {time}: late, minutes by the clock";
    on_time = "都算准时" | "All on time";
    on_time_about = "收齐卡再扫的时候用：扫到的都记到，不按时钟算迟到；再按一次改回" | "For cards collected at the door: whoever is scanned is on time, whatever the clock says; again: by the clock";
    all_on_time = "扫到的都记到，不算迟到；F2 改回按时钟" | "Whoever is scanned is on time; F2: by the clock again";
    begins(time: &str) = "课 {time} 开始，之前扫的不记" | "The session begins at {time}; nobody is marked before";
    over = "课已结束，扫码不再记到，请在表格里标" | "The session is over: mark on the page instead";
    nothing_marked = "没有标记" | "Not marked";
    /// Stands with the mark in the reason of the line: how it arose.
    evidence = "扫码" | "scanned";
    instead_of(mark: &str) = "原记{mark}，已换掉  Ctrl+Z 撤销" | "in place of {mark}  Ctrl+Z takes it back";
    stands(mark: &str) = "已经记过：{mark}" | "marked before: {mark}";
    in_class(code: &str, seat: u32) = "在 {code}，座号 {seat}；不在这节课的名单上，没有标记" | "in {code}, seat {seat}; not due in this session, not marked";
    not_this_day = "在本班，这一天不在名单上（以后入班），没有标记" | "in this class, but joins later; not marked";
    left_class(code: &str) = "已从 {code} 离班；不在这节课的名单上，没有标记" | "left {code}; not due in this session, not marked";
    in_no_class = "有档案，没有报任何班，没有标记" | "on file, in no class; not marked";
    unknown = "没有这个号码的档案，没有标记" | "nobody on file has this number; not marked";
    wrong(why: &str) = "{why}没有标记，请重扫" | "{why} Not marked; scan again";
    lacks_x = "少了末位 X，没有标记；与证件核对，是这个号码就按回车" | "The X at the end was missing; not marked. Compare with the card; Enter if it is right";
    no_number = "不是身份证号，也不是学员号（校验位也要对），没有标记" | "No ID number and no trainee number whose check digit is right; not marked";
    enter_asks = "回车 选怎么办；接着扫就不记" | "Enter: what to do; scanning on leaves it";
    leave_it = "不记，接着扫" | "Leave it, scan on";
    open_theirs(code: &str) = "打开 {code} 现在这节课的点名" | "Open the roll of {code} that is on now";
    enrol_here(code: &str) = "报名到本班 {code}" | "Enrol in this class, {code}";
    enrol_new(code: &str) = "新报名到本班 {code}" | "A new person for this class, {code}";
    came(n: usize) = "刚到的 {n} 人" | "Came just now: {n}";
}
