//! Words of operators: roles, rights, PINs, signing in, the page and the locked screen.

use super::Lang;
use crate::domain::operator::NAMELESS;

texts! {
    title = "操作员" | "Operators";
    about = "谁用本机：角色、口令、停用" | "Who works here: roles, PINs, who left";

    role_desk = "前台" | "front desk";
    role_instructor = "教师" | "instructor";
    role_head = "负责人" | "head of centre";
    role_auditor = "稽核" | "auditor";
    role_system = "系统" | "system";

    right_people = "办报名和学员资料" | "Enrolling and records";
    right_classes = "改班次和课表" | "Classes and timetables";
    right_own_rolls = "点名" | "Taking rolls";
    right_any_roll = "点别人的课" | "Rolls of others' classes";
    right_past_days = "改以前日子的考勤" | "Correcting past days";
    right_export = "导出" | "Exporting";
    right_any_sheet = "导出别人的班、把数据拷走" | "Sheets of others' classes, copies of the data";
    right_looks = "改外观和语言" | "Looks and language";
    right_manage = "改设置、管操作员、恢复备份" | "Settings, operators, restoring";
    not_allowed(role: &str, what: &str, who: &str) = "{role}不能{what}，请{who}来做。" | "{what}: only {who}; you are {role}.";
    not_own_class(who: &str) = "这节课由{who}教；教师只点自己的课，请本人或前台来点。" | "{who} teaches this; instructors mark only their own classes.";
    not_own_class_nobody = "这节课没有写教师；教师只点自己的课，请前台来点。" | "No instructor is named; instructors mark only their own classes.";
    not_own_act = "教师只能撤销自己今天记的；其他请前台或负责人来撤。" | "Instructors take back only what they themselves recorded today.";
    sign_in_first = "本机构设了口令，请先登录。" | "This centre uses PINs; sign in first.";

    reserved = "baodao 是程序自己的名字，请换一个。" | "baodao is the name of the program itself; take another.";
    taken = "已有这个操作员。" | "There is an operator of this name.";
    head_first = "请先给负责人设口令：不然以后谁也不能管操作员和设置。" | "Give a head of centre a PIN first; without one nobody could manage.";
    last_head = "最后一位有口令的负责人要留着；请先给另一位负责人设口令。" | "The last head with a PIN must stay; give another head of centre one first.";
    no_such(name: &str) = "没有操作员“{name}”。" | "There is no operator \"{name}\".";
    pin_digits = "口令是六位数字。" | "A PIN is six digits.";
    pin_simple = "这个口令太好猜，请换六位不成规律的数字。" | "This PIN is too easy to guess; take six digits without a pattern.";
    pins_differ = "两次输入的口令不一样。" | "The two PINs differ.";
    lock_fault = "写 0 到 240 的整数，0 为不锁。" | "A whole number from 0 to 240; 0 never locks.";

    no_role = "负责人还没有给这个名字定角色。" | "The head of centre has given this name no role.";
    head_needs_pin = "设了口令的机构里，负责人也要有口令。" | "Where PINs are used, a head of centre has one too.";
    head_has_no_pin = "负责人凭口令登录；请有口令的负责人在“操作员”里设一个。" | "A head of centre signs in by PIN; ask a head who has one to set yours.";
    is_retired = "这个操作员已停用。" | "This operator has left.";
    pin_needed = "请输入六位口令。" | "Type the six digits of the PIN.";
    wrong(left: u32) = "口令不对，还可以试 {left} 次。" | "Wrong PIN; tries left: {left}.";
    wrong_wait(wait: &str) = "口令不对。请等 {wait}再试。" | "Wrong PIN. Wait {wait}, then try again.";
    wait(wait: &str) = "输错多次，请等 {wait}再试。" | "Too many wrong PINs; wait {wait}, then try again.";
    try_again = "可以再试了。" | "You can try again.";
    seconds(n: u64) = "{n} 秒" | "{n} s";
    minutes(n: u64) = "{n} 分钟" | "{n} min";

    // Signing in.
    sign_in = "登录" | "Sign in";
    switch = "换人" | "Switch";
    switch_about = "换一个操作员：选名字，再按六位口令；没写完的留给原来的人" | "Another operator takes over: pick the name, then six digits; what is half typed stays with the one before";
    lock = "锁屏" | "Lock";
    lock_about = "盖住这一页，按口令回到原处" | "Cover the page; the PIN brings you back to where you were";
    locked = "已锁屏" | "Locked";
    who = "谁在用？按序号，或打姓名、拼音" | "Who is it? Press the number, or type a name or pinyin";
    pin_of(name: &str, role: &str) = "{name}（{role}）的口令" | "PIN of {name} ({role})";
    pin_hint = "六位数字，按完自动进入" | "six digits; the sixth lets you in";
    list_hint = "上下选择，回车选定" | "Up and Down choose, Enter takes";
    esc_close = "Esc 取消" | "Esc cancels";
    esc_list = "Esc 换一个人" | "Esc: somebody else";
    quit_hint = "Ctrl+Q 退出程序" | "Ctrl+Q quits";
    forgotten_pin = "忘了口令：请负责人在“操作员”里重设" | "PIN forgotten? A head sets another on the Operators page";
    help_list = "选人：上下键，或按序号、打姓名、拼音。" | "Choose: arrows, the number, the name or pinyin.";
    help_pin = "口令六位，按完自动进入。输错三次要等，先等 30 秒。" | "The sixth digit lets you in. Three wrong PINs make you wait, at first 30 s.";
    help_key = "F1 帮助" | "F1 help";
    pin_is_set = "口令已设，请登录" | "PINs are set now: please sign in";
    cannot_lock = "没有设口令，锁不了屏：到“操作员”里设" | "No PINs are set, so nothing can be locked; set them on the Operators page";
    no_pin = "无口令" | "no PIN";
    now_here = "现在用" | "now";
    nobody_else = "这里只有你一个名字；在“操作员”页可以添加。" | "Yours is the only name here; add others on the Operators page.";
    works_now(name: &str, role: &str) = "现在由 {name}（{role}）操作" | "{name} ({role}) works now";
    works_now_name(name: &str) = "现在由 {name} 操作" | "{name} works now";
    kept_for(name: &str) = "；{name} 没写完的留着" | "; what {name} had half typed is kept";
    welcome_back(name: &str) = "欢迎回来，{name}" | "Welcome back, {name}";
    parked(names: &str) = "{names} 还有没保存的内容（报名已留作草稿）。再按一次 Ctrl+Q 退出。" | "Not saved yet: {names} (enrolments are kept as drafts). Ctrl+Q again quits.";

    // The page.
    c_pin = "口令" | "PIN";
    c_state = "状态" | "State";
    has_pin = "已设" | "set";
    without_pin = "免口令" | "none";
    state_active = "在用" | "active";
    state_retired = "已停用" | "left";
    state_name_only = "只有名字" | "name only";
    counted(active: usize) = "{active} 人在用" | "{active} active";
    open_words = "未设口令：谁都可以操作，记录里写所选的名字。一个人的机构可以这样用。" | "No PINs: anybody may do everything. Fine for a centre with one person.";
    open_short = "未设口令：谁都可以操作" | "No PINs: anybody may do everything";
    open_how = "给负责人设口令后，每个人都要登录，各按角色办事。" | "Once a head of centre has a PIN, everybody signs in and works by their role.";
    guarded_words = "已设口令：先登录再操作，各按角色办事。Ctrl+O 换人。" | "PINs are set: everybody signs in and works by their role. Ctrl+O switches.";
    guarded_short = "已设口令：登录后各按角色办事" | "PINs are set: everybody works by their role";

    add = "新操作员" | "Add";
    add_about = "添加一个操作员" | "Put an operator on file";
    edit = "修改" | "Edit";
    edit_about = "改姓名、角色、口令" | "Change name, role or PIN";
    retire = "停用" | "Retire";
    retire_about = "停用选中的人，或重新启用；以前的记录不变" | "The chosen one leaves, or comes back; what they recorded stays";
    drop_pin = "取消口令" | "Drop the PIN";
    drop_pin_about = "选中的人以后不用口令登录" | "The chosen one signs in without a PIN from now on";
    save_about = "保存这个操作员" | "Keep this operator";
    none_chosen = "没有选中的人" | "nobody is chosen";
    has_none = "选中的人没有口令" | "the chosen one has no PIN";
    new_title = "新操作员" | "New operator";
    edit_title(name: &str) = "修改 {name}" | "Change {name}";
    f_name = "姓名" | "Name";
    f_role = "角色" | "Role";
    f_pin = "口令" | "PIN";
    f_again = "再输一次" | "Again";
    h_name = "记录里写的名字；教师的名字要和班次上写的一样" | "As the audit will name them; an instructor's name as it stands in the class";
    h_role = "按 F4 选择：前台、教师、负责人、稽核" | "F4 lists: front desk, instructor, head of centre, auditor";
    h_pin = "六位数字；空着就是不改，新操作员空着就是免口令登录" | "Six digits. Empty: unchanged; for a new operator: signs in without one";
    h_again = "口令再输一次，免得按错" | "The PIN once more, against slips";
    no_digits = "姓名里不写数字；口令写在下面“口令”一栏" | "A name has no digits; the PIN goes into its own field";
    teaches_none(name: &str) = "没有班次写着教师“{name}”：和班次上写的一样才能点名" | "No class names \"{name}\" as its instructor; only then can they take rolls";
    role_needed = "请选角色" | "Choose a role";
    is_desk = "报名、班次、点名、改以前的考勤、导出" | "enrols, plans classes, takes rolls, corrects past days, exports";
    is_instructor = "点自己班的名，导出自己的班" | "takes the rolls of their own classes, exports them";
    is_head = "全部，还有设置、操作员、恢复备份" | "everything, and settings, operators, restoring";
    is_auditor = "只看，可以导出" | "looks and exports, changes nothing";
    added(name: &str) = "已添加 {name}" | "{name} is on file";
    changed(name: &str) = "已保存 {name}" | "{name} is saved";
    retired(name: &str) = "已停用 {name}；以前的记录不变" | "{name} has left; what they recorded stays";
    returned(name: &str) = "{name} 重新启用" | "{name} is back";
    pin_dropped(name: &str) = "{name} 以后免口令登录" | "{name} signs in without a PIN from now on";
    retire_title(name: &str) = "停用 {name}" | "Retire {name}";
    retire_lines(name: &str) = "{name} 以后不能登录和操作，以前的记录不变。可以再启用。" | "{name} can no longer sign in; what they recorded stays. They can come back.";
    drop_title(name: &str) = "取消 {name} 的口令" | "Drop the PIN of {name}";
    drop_lines(name: &str) = "以后谁都可以用 {name} 的名字操作。" | "Anybody can then work under the name of {name}.";
    drop_opens = "这是最后一个口令：取消后不用登录，谁都可以操作。" | "It is the last PIN: afterwards nobody signs in and anybody may do everything.";
    forgotten = "负责人忘了口令就没人能管：最好有两位负责人。" | "If the head forgets the PIN, nobody can manage: better have two heads.";

    // One's own PIN.
    own_pin = "改我的口令" | "My PIN";
    own_pin_about = "先输现在的口令，再输两次新的" | "The PIN you have, then the new one twice";
    own_of(name: &str) = "改口令 > {name}" | "My PIN > {name}";
    own_save_about = "从现在起用新口令登录" | "From now on the new PIN lets you in";
    f_old = "现在的口令" | "PIN now";
    f_new = "新口令" | "New PIN";
    h_old = "您现在登录用的六位数字" | "The six digits that let you in now";
    h_new = "六位数字，不要太好猜" | "Six digits that are not easy to guess";
    own_changed = "口令已换，下次登录用新的" | "The PIN is changed; the new one lets you in from now on";
    own_none = "您还没有口令；第一个口令请负责人在“操作员”页设。" | "You have no PIN yet; a head of centre sets the first one on the Operators page.";
}

/// An operator as shown: the role where nobody gave a name yet.
pub fn called(lang: Lang, name: &str) -> &str {
    if name == NAMELESS { role_desk(lang) } else { name }
}

/// The name that was typed; the word shown where there is none is no name, in whatever language it was read.
pub fn meant(typed: &str) -> &str {
    if Lang::ALL.into_iter().any(|lang| typed.trim() == role_desk(lang)) { NAMELESS } else { typed }
}
