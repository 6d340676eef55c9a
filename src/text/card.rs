//! Words of the history card, on the screen and on the command line.

texts! {
    title(name: &str) = "学员履历 > {name}" | "History > {name}";
    number(number: &str) = "编号 {number}" | "number {number}";

    // Verbs.
    open = "履历" | "Card";
    open_about = "学员履历卡：类别、每一个班、要办的事" | "Categories, every class, what is due";
    ledger = "学时台账" | "Ledger";
    ledger_about = "选中的班里，这个人的学时从哪里来" | "Where this person's hours in the chosen class come from";
    edit = "资料" | "Record";
    edit_about = "打开这个人的资料：改资料、补证明、报名" | "Opens the record: to change it, add a proof, enrol";
    class = "班次" | "Class";
    class_about = "到选中的班次页" | "To the page of the chosen class";
    reveal = "显示号码" | "Numbers";
    reveal_about = "显示或遮住完整的证件号、手机号和银行账号；显示会记入操作记录" | "Shows or masks the whole ID number, phone and account; showing is recorded";
    revealed = "完整号码已显示，并已记入操作记录" | "The whole numbers are shown; that was recorded";
    hidden = "号码已遮住" | "The numbers are masked again";
    no_class = "没有选中一个班" | "no class is chosen";

    // Who it is.
    id = "证件" | "ID";
    phone = "手机" | "Phone";
    address = "住址" | "Address";
    account = "银行账号" | "Account";
    employer = "单位" | "Employer";
    remarks = "备注" | "Remarks";
    none = "未登记" | "none";

    // What stands on file.
    categories = "类别" | "Category";
    no_category = "未登记人员类别" | "no category on file";
    valid(from: &str, to: &str) = "{from} 至 {to}" | "{from} to {to}";
    valid_from(from: &str) = "{from} 起" | "from {from}";
    valid_to(to: &str) = "至 {to}" | "to {to}";
    this_year = "今年" | "This year";
    classes_this_year(n: usize) = "参训 {n} 期" | "classes begun: {n}";
    waiting = "候补" | "Waiting";
    waits(code: &str, course: &str, place: u32, day: &str) = "{code} {course}  第 {place} 位，{day} 登记" | "{code} {course}  place {place}, since {day}";
    waited_seated(code: &str, course: &str, day: &str) = "{code} {course}  {day} 登记，已转正" | "{code} {course}  since {day}, got a seat";
    waited_stopped(code: &str, course: &str, day: &str) = "{code} {course}  {day} 登记，已取消" | "{code} {course}  since {day}, taken off";

    // What is due.
    due = "要办" | "Due";
    nothing_due = "没有" | "nothing";
    due_expired(category: &str, day: &str) = "{category}的证明 {day} 已到期，须重新取得" | "{category}: the proof ended {day}; a new one is needed";
    due_seat(code: &str) = "{code} 有空座，可以递补：到班次页" | "{code}: a seat is free; seat them on the class page";
    due_make_up(code: &str, hours: u32) = "{code} 须补 {hours} 学时" | "{code}: {hours} class hours to make up";
    due_no_category = "登记人员类别" | "record a category";
    due_unproven(category: &str) = "{category}的证明待补" | "{category}: the proof is missing";
    due_ends(category: &str, day: &str) = "{category}的证明 {day} 到期" | "{category}: the proof ends {day}";
    due_no_phone = "补登手机号" | "record a phone number";

    // Classes.
    classes = "参训" | "Classes";
    no_classes = "没有参加过培训" | "in no class so far";
    start = "开班" | "Began";
    code = "班号" | "Code";
    course = "培训项目" | "Course";
    seat = "座" | "No.";
    hours = "学时" | "Hours";
    attendance = "考勤" | "Attendance";
    state = "情况" | "State";
    left = "中途离班" | "left";
    transferred(code: &str) = "转到 {code}" | "moved to {code}";
    on_day(state: &str, day: &str) = "{day} {state}" | "{state} {day}";
    /// One kind of mark and how often.
    counted(kind: &str, n: u32) = "{kind}{n}" | "{kind} {n}";
}
