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

    list = "整份名单进班" | "A whole list comes in";
    list_file = "选 Excel 名单，或把文件拖进窗口；再选班次" | "Choose the list in Excel, or drag the file in; then the class";
    list_look = "先核对：一行一行说收不收、为什么，这时不写" | "Look it over: row by row what comes in and why not; nothing is written";
    list_take = "能收的一次写入；弄错了，整批撤销" | "All who can come in, at once; Undo takes all of it back";

    roll = "点名" | "Take the roll";
    roll_open = "今日页选中这节课" | "Choose the session on the first page";
    roll_all = "没点的人全记“到”，请过假的不动" | "Everybody not taken is present; announced leave stays";
    roll_find = "打两个拼音首字母找到人，再按数字：2 迟 3 早 4 假 5 缺" | "Type two initials, then a digit: 2 late 3 early 4 leave 5 absent";
    roll_seat = "不打字也行：先按这个键，再打两位座号" | "Without letters: this key, then two digits of the seat";
    roll_minutes = "迟到早退的分钟、请假种类、原因在这里改" | "Minutes, kind of leave and reasons are set here";

    roll_ways = "也可以一个一个叫名字、扫码签到，或粘贴表格里的一列" | "Or call names one by one, scan cards, or paste a column of a spreadsheet";
    roll_complete = "都点到了，记下是谁、几点点完的" | "Everybody taken: say that it is complete, by whom and when";

    week = "看一周的考勤，成片地记" | "Mark a whole week";
    week_walk = "人是行，课是列；方向键走，打字母找人" | "People are rows, sessions columns; arrows walk, letters find somebody";
    week_sign = "按数字就记：1 到 2 迟 3 早 4 假 5 缺，0 取消" | "A digit marks: 1 present 2 late 3 early 4 leave 5 absent, 0 clears";
    week_block = "选一片：按这个键，走到对角，再按数字；撤销也是一步" | "A block: this key, walk to the other corner, a digit; undo takes it back in one step";
    week_all = "这节课没点的都到了" | "Everybody not taken in this session is present";
    week_later = "看下一周；上一周用旁边那个键" | "The next week; the key beside it goes back";
    week_save = "过去的日子是更正：先写原因，办公室的更正算数" | "Days gone by are corrections: a reason first, and the office's word counts";

    leave = "有人要请假" | "Somebody asks for leave";
    leave_who = "在查找、班次、点名或周表里选中这个人" | "Choose the person in a search, a class, a roll or the week";
    leave_days = "提前请假：哪几天、事假还是病假、为什么" | "Announce leave: which days, which kind, why";
    leave_filled = "那几天的点名已先记上“假”，来了再改成“到”" | "Those rolls are filled ahead; whoever comes after all is marked present";

    late = "停电了，过后补录" | "Rolls after a power cut";
    late_reason = "选那节课，写一次原因和纸质签到表的编号" | "Choose the session; one reason and the number of the paper sheet";
    late_roll = "照纸点名：先全到，再改例外" | "Take the roll from paper: all present, then the exceptions";
    late_said = "原因和表号会跟着这节课，稽核时看得到" | "Reason and sheet stay with the session, for the auditor to see";

    paper = "签到表和屏幕对一对" | "Paper against screen";
    paper_open = "走到那节课，再找“核对签到表”" | "Walk to the session, then find \"Check paper\"";
    paper_key = "只键入纸上的例外：.座号，再按数字" | "Key only the exceptions on paper: .seat, then a digit";
    paper_compare = "核对：列出纸上和屏幕不一样的人" | "Compare: those on whom paper and screen differ";
    paper_take = "照纸改这一个" | "Take this one over from paper";

    hours = "还差多少学时" | "How many hours are missing";
    hours_find = "查找里选中本人，看他的学时" | "Choose the person in the search: the hours";
    hours_open = "每一学时都能打开：哪节课、怎么记的、谁改过、哪条规则" | "Each hour opens: which session, which mark, who corrected it, which rule";
    hours_correct = "记错了在这里更正，要写原因；原来的记录还在" | "Correct a mark here, with a reason; the old line stays";

    class = "开一个新班" | "Begin a class";
    class_course = "选培训项目" | "Choose the course";
    class_save = "填代码、日期、名额、教师、教室，保存" | "Code, dates, seats, instructor, room; save";
    class_fill = "排课：选星期和时段，一次排满" | "Fill the timetable: weekdays and times, all at once";

    moving_sessions = "调课、停课、补课" | "Move or cancel a session";
    move_class = "打开班次，选中那节课" | "Open the class, choose the session";
    move_day = "调到别的日子；后面的课可以一起顺延" | "To another day; those that follow may move along";
    move_cancel = "停课，写原因；欠下的学时会一直提醒" | "Cancel it, with a reason; the hours owed stay in sight";
    move_make_up = "给停掉的课排一节补课" | "A make-up session for the cancelled one";
    move_matters = "教室、教师、学员撞课，结业日期怎么变的" | "Clashes of room, instructor and people; how the end has moved";

    full = "满员、转班、退学" | "Full classes, moving, leaving";
    full_waits = "班满了还来报名的，登记候补，按先后排" | "Whoever comes to a full class waits, in the order of asking";
    full_next = "有人走了，下一位递补；今日页也会提醒" | "A seat is free: the next one sits down; the first page tells too";
    full_moves = "转到别的班，学时各算各的" | "To another class; each counts its own hours";
    full_leaves = "离班或退学，写原因；座号不给别人" | "Leaves or withdraws, with a reason; the seat number stays theirs";
    full_again = "回来再学：重新报名就行" | "Comes back: enrol again";

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
    backup_back = "负责人把一份备份放回来：先看会丢失什么，再确认" | "The head puts a copy back: first what would be lost, then yes";
    backup_check = "从头到尾校验数据文件" | "Check the whole data file";

    reader = "接读卡器、扫码枪" | "A card reader or scanner";
    reader_scan = "刷身份证两三次，格式自动填好" | "Scan a card two or three times: the format fills in";
    reader_test = "试读最近一张，看读出了哪几栏" | "Try the last one: which fields came out";
    reader_save = "栏目对了就保存，以后哪一页都认得" | "Right? Save it; every page knows it from then on";
    reader_anywhere = "刷卡不会自己提交，总要人按回车或 F8" | "A scan never submits by itself; somebody presses Enter or F8";

    strange = "屏幕或按键不对" | "Screen or keys look wrong";
    strange_repaint = "字叠在一起，重画" | "Letters on letters: repaint";
    strange_keys = "按键没反应，到“按键测试”看终端送来了什么" | "A key does nothing: the key test shows what arrives";
    strange_more = "每个动作都能在这里找到：打拼音首字母，回车" | "Every verb is found here: type, Enter";
}
