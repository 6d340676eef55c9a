//! Words of the people on a class page: who sits there, who waits, who left.

texts! {
    roster = "名单" | "Roster";
    waiting = "候补" | "Waiting";
    gone = "离班" | "Left";
    lacking(people: usize) = "! {people} 人缺证明" | "! {people} without proof";
    lacks_proof = "! 缺开班时有效的证明" | "! lacks a valid proof";
    nobody = "还没有学员。按 F6 报名；整份 Excel 名单按 F9 选“导入名单”。"
        | "Nobody is enrolled yet. F6 enrols; for a whole list in Excel, F9 and \"Import a list\".";
    next_line(name: &str, key: &str) = "空出名额，候补第一位 {name}：按 {key} 递补" | "A seat is free; first on the waiting list is {name}: {key} seats them";

    seat = "座" | "No.";
    name = "姓名" | "Name";
    age = "年龄" | "Age";
    id_number = "证件号" | "ID number";
    phone = "手机" | "Phone";
    category = "类别" | "Category";
    joined = "入班" | "Joined";
    joined_on(day: &str) = "{day} 入班" | "joined {day}";
    hours = "学时" | "Hours";
    place = "位" | "No.";
    asked = "登记" | "Asked";
    asked_on(day: &str) = "{day} 登记候补" | "asked on {day}";
    how = "方式" | "How";
    last_day = "日期" | "Day";
    why = "去向、原因" | "Where to, why";

    transfer = "转班" | "Transfer";
    transfer_about = "名单：让这个人转到另一个班" | "Roster: this person moves to another class";
    promote = "递补" | "Seat next";
    promote_about = "候补第一位入班；在候补名单里则是选中的人" | "Seats the first of the waiting list; on that list, whoever is chosen";
    before = "往回切换" | "Switch back";
    before_about = "切换到前一张名单" | "To the list before";
    nobody_chosen = "没有选中的人" | "nobody is chosen";
    nobody_waits = "没有人候补" | "nobody waits";
    choose_in_roster = "先在名单里选一个在班的人" | "choose somebody on the roster first";
    has_left = "这个人已经离班" | "this person has left";

    promote_full(name: &str, taken: u32, capacity: u32) = "班次已满，{taken}/{capacity} 人。仍让{name}入班，就超出名额。超员请先问过负责人。"
        | "The class is full, {taken}/{capacity}. Seating {name} goes beyond its capacity; the head of the centre decides that.";
    promote_before(name: &str, ahead: u32, first: &str) = "{name}前面还有 {ahead} 人候补，第一位是{first}。仍让{name}先入班吗？"
        | "Waiting before {name}: {ahead}; the first is {first}. Seat {name} before them?";
    promote_ask(name: &str, code: &str) = "{name}入班 {code} 吗？" | "Seat {name} in {code}?";
    promote_both(name: &str) = "入班后{name}两个班都在。要转班的，请到那个班的名单上选中此人按 5。" | "{name} would sit in both. For a transfer, choose them on the roster of that class and press 5.";
    still_finding = "正在找人，先按 Esc 收起" | "somebody is being looked for; Esc ends it";
    promote_yes = "入班" | "Seat";
    promoted(name: &str, code: &str, seat: u32) = "{name} 已递补入班：{code} {seat} 号    Ctrl+Z 撤销" | "{name} is seated: {code}, seat {seat}    Ctrl+Z takes it back";
    promoted_next(name: &str, seat: u32, next: &str) = "{name} 已递补入班 {seat} 号；下一位候补 {next}    Ctrl+Z 撤销"
        | "{name} is seated on {seat}; next on the list is {next}    Ctrl+Z takes it back";
    stop_title = "移出候补" | "Take off the waiting list";
    stop_lines(name: &str, place: u32) = "{name}（第 {place} 位）不再候补，后面的人依次前移。" | "{name}, place {place}, waits no more; those behind move up.";
    stop_yes = "移出" | "Take off";
    stopped(name: &str) = "{name} 已移出候补    Ctrl+Z 撤销" | "{name} waits no more    Ctrl+Z takes it back";
}
