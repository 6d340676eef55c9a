//! Words of the audit: who did what, when, and what it changed.

use super::Lang;

texts! {
    title = "记录" | "Audit";
    about = "操作记录：谁、何时、做了什么" | "Who did what, and when";
    detail_title(act: i64) = "记录 > {act}" | "Audit > {act}";
    number = "编号" | "No.";
    at = "时间" | "When";
    operator = "操作员" | "Operator";
    what = "做了什么" | "What";
    undone_by(act: i64) = "已被 {act} 撤销" | "undone by {act}";
    undoes(act: i64) = "撤销了 {act}" | "undoes {act}";
    counted(shown: usize, all: i64) = "{shown} / {all} 条" | "{shown} of {all}";
    counted_without(shown: usize, all: i64, sign_ins: i64) = "{shown} / {all} 条，登录 {sign_ins} 条未列" | "{shown} of {all}, sign-ins left out: {sign_ins}";
    sign_ins = "登录" | "Sign-ins";
    sign_ins_about = "列出或不列登录和错误口令；它们照样记着" | "Shows or leaves out signing in and wrong PINs; they are recorded all the same";
    open = "详情" | "Details";
    open_about = "这一步改了什么：改前与改后" | "What it changed: before and after";
    take_back = "撤销这一步" | "Take back";
    take_back_about = "撤销选中的操作；之后又改过同一处的不能撤销" | "Take the chosen act back; refused when a later one touched the same";
    take_back_lines(act: i64, what: &str) = "撤销操作 {act}：{what}。记录本身不会消失，会再添一条撤销记录。"
        | "Take act {act} back: {what}. The record stays; one more act says that it was undone.";
    yes = "撤销" | "Take back";
    none_chosen = "没有选中的操作" | "no act is chosen";
    already(act: i64) = "已被操作 {act} 撤销" | "act {act} took it back already";
    not_this_kind = "这类操作不能撤销" | "this kind of act cannot be undone";

    added = "新增" | "added";
    changed = "修改" | "changed";
    removed = "撤去" | "removed";
    erased = "内容已按规定抹去" | "erased as the rules demand";
    nothing = "空" | "empty";
    no_rows = "这一步没有改动资料。考勤写在点名里：请看学时页，每一条都有来历。"
        | "It changed no record. Marks stand in the roll: see the hours page, where each has its history.";
    became(before: &str, after: &str) = "{before} -> {after}" | "{before} -> {after}";

    k_operator = "操作员" | "Operator";
    k_setting = "设置" | "Setting";
    k_trainee = "学员" | "Trainee";
    k_status = "人员类别" | "Status";
    k_class = "班次" | "Class";
    k_session = "课次" | "Session";
    k_enrolment = "报名" | "Enrolment";
    k_credential = "操作员权限" | "Operator's role";
    k_waiting = "候补" | "Waiting";
    k_departure = "离班" | "Departure";
    k_roll_line = "点名记录" | "Line of a roll";
    k_makeup = "补课" | "Make-up";
    k_change_line = "变更" | "Change";
    k_other = "其他" | "Other";

    c_name = "姓名" | "name";
    c_setting_name = "项目" | "item";
    c_value = "值" | "value";
    c_id_kind = "证件" | "kind of ID";
    c_id_number = "证件号" | "ID number";
    c_other_reason = "无证原因" | "No ID because";
    c_sex = "性别" | "sex";
    c_birth = "出生" | "born";
    c_nation = "民族" | "ethnic group";
    c_education = "文化程度" | "education";
    c_hukou = "户口" | "household reg.";
    c_address = "地址" | "address";
    c_phone = "手机" | "phone";
    c_bank_holder = "户名" | "account holder";
    c_bank = "银行" | "bank";
    c_account = "账号" | "account";
    c_employer = "用人单位" | "employer";
    c_remarks = "备注" | "remarks";
    c_trainee = "学员" | "trainee";
    c_category = "类别" | "category";
    c_proof_kind = "证明" | "proof";
    c_proof_number = "证明编号" | "proof number";
    c_obtained = "取得" | "obtained";
    c_expires = "到期" | "expires";
    c_code = "代码" | "code";
    c_course = "培训项目" | "course";
    c_hours = "学时" | "hours";
    c_start = "开班" | "start";
    c_end = "结业" | "end";
    c_capacity = "名额" | "seats";
    c_place = "地点" | "place";
    c_instructor = "教师" | "instructor";
    mark_of(day: &str, slot: &str) = "{day} {slot}" | "{day}, {slot}";
    c_pack_hash = "规则包校验值" | "rule pack hash";
    c_pack = "规则包" | "rule pack";
    c_class = "班次" | "class";
    c_day = "日期" | "date";
    c_from = "开始" | "from";
    c_to = "结束" | "to";
    c_kind = "方式" | "kind";
    c_room = "教室" | "room";
    c_topic = "内容" | "topic";
    c_cancelled = "停课原因" | "cancelled";
    c_seat = "座号" | "seat";
    c_joined = "入班" | "joined";
    c_left = "离班" | "left";
    c_enrolment = "报名" | "enrolment";
    c_session = "课次" | "session";
    c_role = "角色" | "role";
    c_retired = "停用" | "retired";
    c_asked = "登记候补" | "asked on";
    c_ended = "候补结果" | "outcome";
    c_reason = "原因" | "reason";
    c_moved_to = "转入" | "moved to";
    c_sheet = "签到表" | "paper sheet";
    c_note = "说明" | "note";
    c_replaces = "补的课" | "makes up for";
    c_what = "变更项" | "what";
    c_was = "原为" | "was";
    c_becomes = "改为" | "becomes";
    roll_completed = "点名完成" | "roll complete";
    roll_back_entry = "补录" | "back entry";
    roll_paper = "与签到表核对" | "compared with the paper";
    id_resident = "居民身份证" | "resident ID";
    id_permit = "港澳台居民居住证" | "residence permit (HK, Macau, Taiwan)";
    id_foreign = "外国人永久居留证" | "foreigner's permanent residence";
    id_other = "其他" | "other";

    c_centre = "机构名称" | "centre";
    c_region = "行政区划" | "region";
    c_operator = "操作员" | "operator";
    c_lang = "语言" | "language";
}

/// A table of the file by the word of the desk.
pub fn kind(lang: Lang, table: &str) -> &'static str {
    match table {
        "operator" => k_operator(lang),
        "setting" => k_setting(lang),
        "trainee" => k_trainee(lang),
        "status" => k_status(lang),
        "class" => k_class(lang),
        "session" => k_session(lang),
        "enrolment" => k_enrolment(lang),
        "credential" => k_credential(lang),
        "waiting" => k_waiting(lang),
        "departure" => k_departure(lang),
        "roll_line" => k_roll_line(lang),
        "makeup" => k_makeup(lang),
        "change_line" => k_change_line(lang),
        _ => k_other(lang),
    }
}

/// A kind of document by its key in the file.
pub fn id_kind(lang: Lang, key: &str) -> &str {
    match key {
        "resident" => id_resident(lang),
        "permit" => id_permit(lang),
        "foreign" => id_foreign(lang),
        "other" => id_other(lang),
        unknown => unknown,
    }
}

/// A setting by its name in the file.
pub fn setting(lang: Lang, name: &str) -> Option<&'static str> {
    Some(match name {
        "centre" => c_centre(lang),
        "region" => c_region(lang),
        "operator" => c_operator(lang),
        "lang" => c_lang(lang),
        "lock_minutes" => super::settings::f_lock(lang),
        "theme" => super::settings::f_theme(lang),
        "lines" => super::settings::f_lines(lang),
        "reader" => super::reader::title(lang),
        _ => return None,
    })
}

/// What was said of a whole roll, by the word of the desk.
pub fn roll_line(lang: Lang, kind: &str) -> Option<&'static str> {
    Some(match kind {
        "completed" => roll_completed(lang),
        "back-entry" => roll_back_entry(lang),
        "paper" => roll_paper(lang),
        _ => return None,
    })
}
