//! The guide: what a clerk wants to do, and how, step by step. Keys are not written here; the page takes them from
//! the tables of commands.

texts! {
    title = "使用说明" | "How to";
    about = "想做的事，一步一步怎么做" | "What you may want to do, step by step";
    moving = "上下键选一件事，回车就去做" | "Up and Down choose, Enter goes and does it";
    go = "去做" | "Go there";
    go_about = "打开做这件事的页面" | "Opens the page where it is done";
    no_page = "这件事在刚才的页面上做，按 Esc 回去" | "this is done on the page you came from: Esc";
    counted(nth: usize, of: usize) = "{nth} / {of}" | "{nth} of {of}";

    enrol = "有人来报名" | "Somebody comes to enrol";
    enrol_type = "首页直接打字：姓名、拼音首字母、证号或手机后四位；刷身份证也行" | "Type on the first page: name, initials, last four of ID or phone; or scan the card";
    enrol_open = "选中本人；资料、证书、账户都在，只补变了的" | "Choose the person: everything is there, mend only what changed";
    enrol_new = "查不到就建新学员，打过的字已填好；性别、出生由证号带出" | "Nobody there: a new person, with what you typed filled in; sex and birth come from the number";
    enrol_choose = "类别、班次等从列表里选，打拼音首字母就能找" | "Choose status, class and the like from lists; type to find";
    enrol_same = "和上一人一样的一栏，照抄" | "A field that is as for the person before: copy it";
    enrol_save = "保存，座号马上给出" | "Save; the seat is given at once";

    roll = "点名" | "Take the roll";
    roll_open = "今日页选中这节课" | "Choose the session on the first page";
    roll_all = "没点的人全记“到”，请过假的不动" | "Everybody not taken is present; announced leave stays";
    roll_find = "打两个拼音首字母找到人，再按数字：2 迟 3 早 4 假 5 缺" | "Type two initials, then a digit: 2 late 3 early 4 leave 5 absent";
    roll_seat = "不打字也行：先按这个键，再打两位座号" | "Without letters: this key, then two digits of the seat";
    roll_minutes = "迟到早退的分钟、请假种类、原因在这里改" | "Minutes, kind of leave and reasons are set here";

    roll_ways = "也可以一个一个叫名字、扫码签到，或粘贴表格里的一列" | "Or call names one by one, scan cards, or paste a column of a spreadsheet";
    roll_complete = "都点到了，记下是谁、几点点完的" | "Everybody taken: say that it is complete, by whom and when";

    hours = "还差多少学时" | "How many hours are missing";
    hours_find = "查找里选中本人，看他的学时" | "Choose the person in the search: the hours";
    hours_open = "每一学时都能打开：哪节课、怎么记的、谁改过、哪条规则" | "Each hour opens: which session, which mark, who corrected it, which rule";
    hours_correct = "记错了在这里更正，要写原因；原来的记录还在" | "Correct a mark here, with a reason; the old line stays";

    class = "开一个新班" | "Begin a class";
    class_course = "选培训项目" | "Choose the course";
    class_save = "填代码、日期、名额、教师、教室，保存" | "Code, dates, seats, instructor, room; save";
    class_fill = "排课：选星期和时段，一次排满" | "Fill the timetable: weekdays and times, all at once";

    print = "打签到表，交花名册" | "Print and hand in";
    print_choose = "选班次和表：签到表、花名册、考勤表、学时台账" | "Choose class and sheet: sign-in, roster, attendance, hours";
    print_write = "导出；证号、账号都是文本，表头一字不差" | "Write it: numbers are text, headers exactly as asked";

    wrong = "按错了" | "A slip";
    wrong_undo = "撤销上一步；换了页面也行" | "Take the last step back, on any page";
    wrong_audit = "更早的在“记录”里选中，撤销那一步" | "Earlier ones: choose the act in the audit and take it back";
    wrong_safe = "什么都不会被删掉，撤销也留下一条记录" | "Nothing is ever deleted; taking back leaves a line too";

    people = "几个人用一台电脑" | "Several people at one desk";
    people_open = "“操作员”页：负责人先给自己定角色、设口令，再添加别人" | "The Operators page: the head takes a role and a PIN first, then adds the others";
    people_add = "添加一个人：前台、教师、负责人、稽核；口令由本人按" | "Add somebody: front desk, instructor, head, auditor; they type their own PIN";
    people_switch = "换人：按序号或打两个字母，再按六位口令；没写完的给原来的人留着" | "Switch: the number or two letters, then six digits; what is half typed waits for its owner";
    people_lock = "走开一下，先锁屏；闲置久了自动锁，按口令回到原处" | "Leaving for a moment: lock. A long pause locks by itself; the PIN brings you back";

    backup = "备份，换电脑" | "Backups";
    backup_daily = "每天自动备份一份，今日页最后一行写着是什么时候" | "A copy is made every day; the last line of the first page says when";
    backup_now = "插上 U 盘，现在就备一份" | "Put in a stick and make one now";
    backup_check = "从头到尾校验数据文件" | "Check the whole data file";

    strange = "屏幕或按键不对" | "Screen or keys look wrong";
    strange_repaint = "字叠在一起，重画" | "Letters on letters: repaint";
    strange_keys = "按键没反应，到“按键测试”看终端送来了什么" | "A key does nothing: the key test shows what arrives";
    strange_more = "每个动作都能在这里找到：打拼音首字母，回车" | "Every verb is found here: type, Enter";
}
