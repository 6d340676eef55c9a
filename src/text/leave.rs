//! Words of announced leave and of rolls entered after their day.

texts! {
    title(code: &str, name: &str) = "{code} > 提前请假 > {name}" | "{code} > Announce leave > {name}";
    announce = "提前请假" | "Announce leave";
    announce_about = "给这个人登记还没上的课的请假，如来电请病假" | "Leave of this person for sessions still to come, as when they phone in sick";
    has_left = "已经离开这个班" | "has left this class";
    in_no_class = "没有在读或将要开的班" | "is in no running or coming class";
    which_class = "在几个班里：先选班，再按 F9 选“提前请假”" | "In several classes: choose one, then F9 and Announce leave";
    save = "登记" | "Announce";
    save_about = "给这几天还没上的课一并登记请假，一步可撤销" | "Marks the sessions to come of these days as leave, in one step that can be undone";

    f_from = "从" | "From";
    h_from = "请假的第一天，如 9月8日、明天 或 2026-09-08" | "The first day of the leave, as 9-8, tomorrow or 2026-09-08";
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
    not_a_day = "没有看懂日期。写法如 9月8日 或 2026-09-08" | "not a date; write it as 9-8 or 2026-09-08";
    backwards = "结束早于开始" | "ends before it begins";

    sets(sessions: usize) = "登记 {sessions} 节课：" | "Sessions that get the leave ({sessions}):";
    none = "这几天没有还没上的课" | "No session to come lies in these days";
    kept(sessions: usize) = "已有考勤的 {sessions} 节不动：" | "{sessions} marked already stay as they are:";
    begun(sessions: usize) = "已经开始的 {sessions} 节在点名里记" | "{sessions} have begun: their roll takes the leave";
    more(sessions: usize) = "还有 {sessions} 节" | "{sessions} more";
    announced(name: &str, sessions: usize) = "{name} 已提前请假 {sessions} 节课  Ctrl+Z 撤销" | "{name}: leave announced, sessions: {sessions}  Ctrl+Z takes it back";

    gaps = "补录点名" | "Late rolls";
    gaps_about = "停电等没能当天点的名，凭纸质签到表补录" | "Past rolls, entered from the signed sheet";
    gaps_of(code: &str) = "{code} > 补录点名" | "{code} > Late rolls";
    gaps_count(rolls: usize) = "{rolls} 节没点完" | "{rolls} not taken";
    gaps_empty = "这个班今天以前的课都点完了名。" | "Every roll of this class before today is taken.";
    gaps_empty_since(since: &str) = "{since} 起、今天以前的课都点完了名；更早的到那个班的班次页看。" | "Every roll from {since} to yesterday is taken; for earlier ones look at the page of the class.";
    gaps_more(n: usize) = "只列最近的 {n} 节，更早的还有" | "Only the newest {n} are listed; there are older ones";
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
