//! Words of the today page.

texts! {
    title = "今日" | "Today";
    about = "今天的课、未点的名、学时不足的人" | "Sessions of today and what is to be done";
    status(centre: &str, operator: &str, day: &str, weekday: &str, time: &str) = "{centre} · {operator} · {day} {weekday} {time}" | "{centre} · {operator} · {day} {weekday} {time}";

    // Verbs.
    find = "查找" | "Search";
    find_about = "找人报名；在本页直接打字也可以" | "Find people; typing on this page does the same";
    open = "打开" | "Open";
    open_about = "选中一行：点名、继续报名、看学时、撤销、备份" | "What the chosen row is about";
    new_person = "新学员" | "New person";
    new_person_about = "打开空的报名表" | "Opens an empty enrolment";
    drop_draft = "丢弃草稿" | "Drop the draft";
    drop_draft_about = "丢弃没有保存的报名" | "Drops the enrolment that was not saved";
    back_up = "备份" | "Back up";
    back_up_about = "现在做一份备份" | "Makes a backup now";
    not_a_draft = "选中的不是草稿" | "the chosen row is no draft";
    nothing_chosen = "这里没有可打开的" | "there is nothing to open";
    read_only(found: i32) = "数据文件由更新的版本（{found}）写成，只能查看。请升级程序。" | "A newer version ({found}) wrote this data file. It can be read only; upgrade the program.";

    // The page.
    search_label = "查找" | "Search";
    search_hint = "姓名 拼音 身份证 电话，直接打字" | "name, pinyin, ID number, phone: just type";
    sessions = "今天的课" | "Sessions today";
    no_sessions = "今天没有课。各班在“班次”里：按 F9，键入 banci，回车" | "None. The classes are under F9: type \"classes\", Enter";
    expected = "应到" | "due";
    present = "实到" | "here";
    not_taken = "未点" | "open";
    cancelled = "已取消" | "cancelled";
    due = "要办的事" | "To do";
    draft(who: &str, at: &str) = "上次有 1 份未保存的报名（{who}，{at}），回车继续，Del 丢弃" | "An enrolment was not saved ({who}, {at}); Enter goes on, Del drops it";
    at_risk(people: u32, least: u32, most: u32) = "{people} 人学时恐不足，最多还能缺 {least}-{most} 学时" | "{people} may fall short; can miss {least}-{most} h more";
    at_risk_one(people: u32, most: u32) = "{people} 人学时恐不足，最多还能缺 {most} 学时" | "{people} may fall short; can miss {most} h more";
    lost(people: u32) = "{people} 人须补课才够学时" | "{people} need make-up lessons for their hours";
    at_risk_none(people: u32) = "{people} 人不能再缺课" | "{people} cannot miss another lesson";
    and = "；" | "; ";
    untaken(day: &str, slot: &str, open: u32) = "{day} {slot} 还有 {open} 人未点" | "{day} {slot}: {open} not taken";
    untaken_more(sessions: u32, since: &str) = "{sessions} 节课没点完，最早 {since}" | "{sessions} rolls not taken, the first {since}";
    starts(day: &str, seats: &str) = "{day}开班，{seats}" | "begins {day}, {seats}";
    seats_of(taken: u32, capacity: u32) = "已报 {taken}/{capacity} 人" | "{taken}/{capacity} enrolled";
    seats(taken: u32) = "已报 {taken} 人" | "{taken} enrolled";
    no_timetable = "，还没排课" | ", no timetable yet";
    timetable_short(planned: u32, required: u32) = "，排课 {planned}/{required} 学时" | ", {planned}/{required} h planned";
    can_sit(people: u32) = "有空座，候补的 {people} 人可以递补" | "seats are free: {people} of the waiting list can sit down";
    proofs(people: u32) = "{people} 人开班那天没有有效的类别证明" | "{people} without a proof valid on its first day";
    make_up(hours: u32, by: &str) = "停课还欠 {hours} 学时没补，{by}结业" | "{hours} h of cancelled sessions to make up, ends {by}";
    make_up_late(hours: u32, by: &str) = "停课还欠 {hours} 学时没补，{by}已结业" | "{hours} h of cancelled sessions not made up, ended {by}";
    holidays = "节假日" | "Holidays";
    holidays_missing(year: i32) = "{year} 年的节假日表还没有，排课时认不出假日" | "no table for {year}: filling a timetable cannot skip them";
    undo = "撤销" | "Undo";
    undo_words(what: &str) = "可撤销：{what}" | "{what}";
    backup = "备份" | "Backup";
    backup_at(when: &str) = "{when}，已校验，可用" | "{when}, checked and usable";
    backup_none = "还没有备份，回车现在备份" | "none yet; Enter makes one now";
    backup_running = "正在备份…" | "backing up...";
    backup_done(path: &str) = "已备份：{path}" | "Backed up: {path}";
    backup_broken = "备份没有完成，数据没有受影响" | "The backup was not finished; the data is untouched";
    today_at(time: &str) = "今天 {time}" | "today {time}";
    yesterday_at(time: &str) = "昨天 {time}" | "yesterday {time}";
    yesterday = "昨天" | "yesterday";
    today = "今天" | "today";
    tomorrow = "明天" | "tomorrow";
    after_tomorrow = "后天" | "in two days";
    on_file(people: u32) = "在册学员 {people} 人" | "People on file: {people}";
    drop_ask(who: &str, at: &str) = "{who}（{at}）的报名没有保存，丢弃后找不回来。" | "The enrolment of {who} ({at}) was not saved; dropped, it is gone.";
    draft_dropped = "草稿已丢弃" | "The draft was dropped";
    draft_is_another = "这份草稿已不在，或刚被改过，没有丢弃" | "That draft is gone or was just changed: nothing was dropped";
    undo_title = "撤销" | "Undo";
    undo_ask(what: &str) = "撤销这一步：{what}。操作记录里两者都会留下。" | "Take back: {what}. Both stay in the audit.";

    // An empty file.
    begin = "开始使用" | "To begin";
    step_class = "建班次" | "Add a class";
    step_class_how = "选培训项目，定日期，排课" | "choose a course, set its dates, fill the timetable";
    step_people = "报名" | "Enrol people";
    step_people_how = "一个一个登记；整村名单按 F9 选“导入名单”" | "one by one; a whole list by F9, \"Import a list\"";
    step_print = "打印" | "Print";
    step_print_how = "签到表、花名册" | "sign-in sheets and rosters";
    step_operator = "写上姓名" | "Say who you are";
    step_operator_how = "操作员、机构、语言，记录里写的是谁" | "operator, centre, language: whom the audit names";
    done = "已有" | "done";
}
