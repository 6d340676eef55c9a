//! Words of announced leave and of rolls entered after their day.

texts! {
    title(code: &str, name: &str) = "{code} > 预请假 > {name}" | "{code} > Announced leave > {name}";
    save = "登记" | "Announce";
    save_about = "给这几天还没上的课一并登记请假，一步可撤销" | "Marks the sessions to come of these days as leave, in one step that can be undone";
    choose = "选择" | "Choose";
    choose_about = "选请假种类、上午下午" | "Kind of leave, morning or afternoon";

    f_from = "从" | "From";
    h_from = "请假的第一天，如 2026-09-08" | "The first day of the leave, as 2026-09-08";
    f_from_half = "起于" | "Beginning";
    h_from_half = "第一天从上午还是下午起" | "Whether the first day begins in the morning or the afternoon";
    f_to = "到" | "To";
    h_to = "请假的最后一天" | "The last day of the leave";
    f_to_half = "止于" | "Ending";
    h_to_half = "最后一天到上午还是下午为止" | "Whether the last day ends with the morning or the afternoon";
    f_kind = "种类" | "Kind";
    h_kind = "病假或事假" | "Sick or personal";
    f_reason = "事由" | "Reason";
    h_reason = "写在每一条考勤里，可以不填" | "Stands in each mark; may be empty";
    morning = "上午" | "morning";
    afternoon = "下午" | "afternoon";
    not_a_day = "日期不对，要写成 2026-09-08" | "no such date; write it as 2026-09-08";
    backwards = "结束早于开始" | "ends before it begins";

    sets(sessions: usize) = "登记 {sessions} 节课：" | "{sessions} sessions get the leave:";
    none = "这几天没有还没上的课" | "No session to come lies in these days";
    kept(sessions: usize) = "已有考勤的 {sessions} 节不动：" | "{sessions} marked already stay as they are:";
    begun(sessions: usize) = "已经开始的 {sessions} 节在点名里记" | "{sessions} have begun: their roll takes the leave";
    session(day: &str, weekday: &str, slot: &str) = "{day} {weekday} {slot}" | "{day} {weekday} {slot}";
    more(sessions: usize) = "还有 {sessions} 节" | "{sessions} more";
    announced(name: &str, sessions: usize) = "{name} 已预请假 {sessions} 节课  Ctrl+Z 撤销" | "{name}: leave announced for {sessions} sessions  Ctrl+Z takes it back";

    gaps = "补录点名" | "Late rolls";
    gaps_about = "停电等没能当天点的名，凭纸质签到表补录" | "Past rolls, entered from the signed sheet";
    gaps_of(code: &str) = "{code} > 补录点名" | "{code} > Late rolls";
    gaps_count(rolls: usize) = "{rolls} 节没点完" | "{rolls} not taken";
    gaps_empty = "过去的课都点完了名。" | "Every past roll is taken.";
    enter = "补录" | "Enter it";
    enter_about = "写明原因和签到表，然后打开点名" | "Asks the reason and the sheet, then opens the roll";
    none_chosen = "没有选中的课" | "no session is chosen";
    c_class = "班次" | "Class";
    c_when = "课次" | "Session";
    c_open = "未点" | "Open";
    c_entry = "补录依据" | "Entered from";
    ask_reason = "为什么没有当天点名" | "Why it was not taken on the day";
    ask_sheet = "凭哪张签到表（如 9-7 上午 第1页）" | "From which sheet (as 7 Sept morning, page 1)";
    resumed(ground: &str) = "接着补录：{ground}" | "Going on: {ground}";
    begun_entry(ground: &str) = "补录依据已记下：{ground}" | "Put on file: {ground}";
}
