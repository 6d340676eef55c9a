//! Words of the ledger pages: of a class and of a person.

texts! {
    place(course: &str, code: &str) = "{course} {code} > 学时" | "{course} {code} > Class hours";
    person_place(course: &str, code: &str, seat: u32, name: &str) = "{course} {code} > 学时 > {seat:02} {name}" | "{course} {code} > Class hours > {seat:02} {name}";
    rules(name: &str) = "规则 {name}" | "rules {name}";

    // The table of a class.
    seat = "座" | "No.";
    name = "姓名" | "Name";
    credited = "已得/须达" | "Have/need";
    delivered = "已上" | "Given";
    missing = "还差" | "Short";
    can_miss = "还能缺" | "Can miss";
    percent = "出勤率" | "Attended";
    state = "情况" | "State";
    reached = "已达标" | "reached";
    on_course = "可达标" | "on course";
    at_risk = "恐不足" | "at risk";
    make_up(hours: u32) = "须补 {hours}" | "make up {hours}";
    left_class = "已离班" | "left";
    summary(people: usize, reached: usize, on_course: usize) = "{people} 人   已达标 {reached}   可达标 {on_course}" | "People {people}   reached {reached}   on course {on_course}";
    summary_risk(at_risk: usize) = "恐不足 {at_risk}" | "at risk {at_risk}";
    summary_make_up(people: usize) = "须补课 {people}" | "need make-up {people}";
    rule_line(name: &str, percent: u32, source: &str) = "规则 {name}：出勤率不到 {percent}% 记为恐不足（来源：{source}）" | "Rules {name}: below {percent}% at risk (source: {source})";
    empty = "这个班还没有学员。Esc 回班次页，在名单上按 F6 报名。" | "Nobody is in this class yet. Esc goes back; F6 on the roster enrols.";

    // The one-line answer.
    answer(have: u32, planned: u32) = "{have} / {planned} 学时" | "{have} / {planned} class hours";
    required(n: u32) = "须达 {n}" | "needs {n}";
    given(n: u32) = "已上 {n}" | "given {n}";
    missed(n: u32) = "缺 {n}" | "missed {n}";
    still_needs(n: u32) = "还差 {n}" | "still {n}";
    may_miss(n: u32) = "还能缺 {n}" | "can miss {n}";
    ratio(have: u32, of: u32, percent: &str) = "出勤率 {have}/{of} = {percent}" | "attended {have}/{of} = {percent}";

    // Its entries.
    day = "日期" | "Date";
    slot = "时段" | "Session";
    mark = "考勤" | "Mark";
    hours = "得" | "Got";
    origin = "来源与原因" | "From whom, and why";
    corrected(times: usize) = "更正 {times} 次" | "corrected {times}x";
    folded_full(n: usize) = "其余 {n} 次 到" | "{n} more, present";
    folded_ahead(n: usize) = "未开始 {n} 次" | "{n} not begun";
    unfold_hint = "空格展开" | "Space unfolds";
    rule(text: &str) = "依据  {text}" | "Rule  {text}";
    no_line = "没有记录" | "Nothing was written";
    no_sessions = "这个班还没有排课。到班次页按 1 排课。" | "This class has no sessions yet. 1 on the page of the class fills its timetable.";

    // Verbs.
    open = "展开" | "Open";
    open_about = "这一次课写过的每一行和所依规则；再按一次收起" | "Every line about this session and its rule; again to close";
    person = "明细" | "Details";
    person_about = "这个人的学时从哪里来" | "Where this person's hours come from";
    fold = "全部展开" | "Unfold";
    fold_about = "收起或展开全勤的和未开始的课" | "Folds or unfolds sessions in full and those to come";
    correct = "更正" | "Correct";
    correct_about = "更正这一次考勤，须说明原因，原记录保留" | "Corrects this mark with a reason; the old line stays";
    roll = "点名" | "Roll";
    roll_about = "到这节课的点名页" | "To the roll of this session";
    export = "导出" | "Export";
    export_about = "把本班写成表格" | "Writes this class into a spreadsheet";
    save = "保存" | "Save";
    save_about = "保存更正" | "Saves the correction";
    entered_later(reason: &str, sheet: &str, who: &str) = "事后补录：{reason}，{sheet}  {who}" | "Entered later: {reason}, {sheet}  {who}";
    compared(sheet: &str, who: &str) = "已对照签到表 {sheet}  {who}" | "Compared with sheet {sheet}  {who}";
    no_entry = "没有选中一次课" | "no session is chosen";
    no_form = "先按 F2" | "press F2 first";
}
