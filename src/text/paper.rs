//! Words of the page that compares the signed sheet with the screen.

texts! {
    place(course: &str, code: &str) = "{course} {code} > 核对签到表" | "{course} {code} > Paper";
    open = "核对签到表" | "Check paper";
    open_about = "录签到表上的例外，找出与点名不符的人" | "Key the exceptions of the signed sheet; see who differs";

    // Keying.
    counts(due: usize, exceptions: usize) = "应到 {due}   例外 {exceptions}   其余算已签名" | "due {due}   exceptions {exceptions}   all others have signed";
    sheet(sheet: &str) = "签到表  {sheet}" | "Sheet  {sheet}";
    no_sheet = "签到表  还没写编号或页码，F2 写" | "Sheet  not named yet; F2 names it";
    signed = "签名" | "signed";
    unsigned = "没签" | "not signed";
    keyed(name: &str, what: &str) = "{name}：纸上{what}  Ctrl+Z 撤销" | "{name}: {what} on paper  Ctrl+Z takes it back";
    rekeyed(name: &str) = "已退回 {name} 的一步" | "One step back: {name}";
    ask_sheet = "哪一张签到表，如“9-7 上午 第1页”" | "Which sheet, like \"9-7 am, page 1\"";
    hint = "只录例外：.座号或拼音，再按数字；其余的人算已签名；F8 核对，不改任何考勤" | "Key exceptions only: .seat or letters, then a digit; F8 compares";
    loses(n: usize) = "录下的 {n} 处例外还没核对。F8 核对，再按 Esc 放弃" | "{n} exceptions are not compared yet. F8 compares; Esc again drops them";
    not_begun = "课还没开始，没有签到表" | "not begun: there is no sheet";
    is_cancelled = "这节课已停课" | "this session is cancelled";
    ask_late(name: &str) = "{name} 纸上写迟到多少分钟" | "{name}: minutes late on paper";
    ask_early(name: &str) = "{name} 纸上写早退多少分钟" | "{name}: minutes early on paper";

    // The list.
    all_same(n: usize) = "{n} 人全部相符，已记下这次核对。" | "All {n} agree; the comparison is on file.";
    result(same: usize, differs: usize) = "相符 {same}   不符 {differs}" | "agree {same}   differ {differs}";
    screen = "屏幕" | "Screen";
    paper = "纸上" | "Paper";
    compared(same: usize, differs: usize) = "已核对并记下：相符 {same}，不符 {differs}；没有改考勤" | "Compared and on file: {same} agree, {differs} differ; no mark changed";
    took(name: &str, mark: &str) = "{name} 已照纸改为{mark}  Ctrl+Z 撤销" | "{name} is now {mark}, from the paper  Ctrl+Z takes it back";
    took_all(n: usize) = "{n} 人已照纸更正  Ctrl+Z 撤销" | "Corrected from the paper: {n}  Ctrl+Z takes it back";
    nothing_left = "没有不符的人了" | "nobody differs";

    // Verbs.
    compare = "核对" | "Compare";
    compare_about = "与点名比较，记下结果；不改任何考勤" | "Compares with the roll and keeps the outcome; changes no mark";
    take = "照纸改" | "Take over";
    take_about = "这个人照签到表更正，作为办公室更正" | "Corrects this person from the sheet, as the office";
    take_all = "全部照纸改" | "Take all over";
    take_all_about = "不符的人全部照签到表更正，一步撤销" | "Corrects everybody who differs, one undo";
    name_sheet = "签到表" | "Sheet";
    name_sheet_about = "写签到表的编号或页码" | "Names the sheet: number or page";
    sign_about = "已签名，不是例外" | "Has signed: no exception";
    late_about = "纸上写着迟到，问分钟" | "Late by the sheet; the minutes are asked";
    early_about = "纸上写着早退，问分钟" | "Left early by the sheet; the minutes are asked";
    leave_about = "纸上写着请假；再按一次改事假" | "Leave by the sheet; again makes it personal";
    absent_about = "没有签名" | "No signature: absent";
    roll = "点名页" | "Roll page";
    roll_about = "到这节课的点名页" | "To the roll of this session";
    compare_first = "先按 F8 核对" | "compare with F8 first";
    back_first = "先按 Esc 回去录" | "Esc goes back to keying first";
}
