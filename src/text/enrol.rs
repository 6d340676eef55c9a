//! Words of the enrol page.

texts! {
    title = "报名" | "Enrol";
    about = "登记学员并排进班次" | "Put a person on file and into a class";
    title_class(class: &str) = "报名 > {class}" | "Enrol > {class}";
    status_room(room: &str, operator: &str, when: &str) = "{room} · {operator} · {when}" | "{room} · {operator} · {when}";
    status(operator: &str, when: &str) = "{operator} · {when}" | "{operator} · {when}";

    // Verbs.
    save = "保存" | "Save";
    save_about = "建档或更新资料并排进班次，一步完成，可撤销" | "Puts the person on file and into the class in one step; can be undone";
    open_known = "打开已有档案" | "Open record";
    open_known_about = "改用右边（下方）列出的已有档案" | "Goes on with the record on file that is listed as alike";
    fresh = "新学员" | "New person";
    fresh_about = "清空表单，从下一位开始；清掉的内容留作草稿" | "Empties the form for the next person; what stood there is kept as a draft";
    choose = "选择" | "Choose";
    choose_about = "列出这一栏可选的值；没有列表的栏上列出班次" | "Lists the values of this field; on a field without a list, the classes";
    copy_previous = "同上一人" | "As before";
    copy_previous_about = "这一栏照抄上一位" | "Copies this field from the person before";
    find = "查找" | "Search";
    find_about = "查找下一位；没保存的内容留作草稿" | "Looks for the next person; what is not saved is kept as a draft";
    drop_draft_about = "丢弃上次没有保存的报名" | "Drops the enrolment that was not saved last time";

    // Fields.
    id = "身份证号" | "ID number";
    id_help = "18 位，扫描或键入；没有身份证的在“无证原因”里说明" | "18 characters, scanned or typed; without one, say why under \"No ID because\"";
    name = "姓名" | "Name";
    name_help = "与身份证完全一致，间隔号用 ·" | "Exactly as on the card";
    phone = "手机号码" | "Phone";
    phone_help = "11 位；没有可以先空着，待补" | "11 digits; may be left empty and added later";
    education = "文化程度" | "Education";
    education_help = "F4 选择" | "F4 lists them";
    nation = "民族" | "Ethnic group";
    nation_help = "F4 选择" | "F4 lists them";
    hukou = "户口性质" | "Household reg.";
    hukou_help = "F4 选择" | "F4 lists them";
    category = "人员类别" | "Category";
    category_help = "凭什么身份享受补贴；以开班第一天为准" | "Why public money may pay for the person; judged on the first day of the class";
    proof_kind = "证明材料" | "Proof";
    proof_kind_help = "这一类别常用的证明排在前面" | "Proofs usual for the category come first";
    proof_number = "证明编号" | "Proof number";
    proof_number_help = "证件或证明上的号码" | "The number on the paper";
    obtained = "取得日期" | "Proof from";
    obtained_help = "写法如 9月7日、2026-09-07 或 20260907" | "Written 9-7, 2026-09-07 or 20260907";
    expires = "有效期至" | "Proof until";
    expires_help = "长期有效可空着" | "May be empty if it does not end";
    county = "现住县区" | "Lives in";
    county_help = "键入拼音、汉字或六位代码，F4 逐级选；灰字是证件地，按右箭头采用" | "Type pinyin, hanzi or six digits, F4 goes down from the province; what is grey is the ID's, Right takes it";
    address = "详细地址" | "Street";
    address_help = "乡镇、村、门牌" | "Village, street, house";
    bank_holder = "开户人" | "Account holder";
    bank_holder_help = "通常是本人" | "Usually the person";
    bank = "开户银行" | "Bank";
    bank_help = "如 农业银行忻府支行" | "Name of the bank and branch";
    account = "银行账号" | "Account";
    account_help = "16–19 位；校验不符会提醒，不会拒绝" | "16 to 19 digits; a failed check is said, never refused";
    employer = "工作单位" | "Employer";
    employer_help = "没有可空着" | "May be empty";
    remarks = "备注" | "Remarks";
    remarks_help = "随便写" | "Anything";
    other_reason = "无证原因" | "No ID because";
    other_reason_help = "没有身份证号时写明，如 遗失补办中；性别和出生日期随后填写" | "Why there is no ID number; then sex and birth are to be typed";
    sex = "性别" | "Sex";
    sex_help = "没有身份证号时填写" | "Needed without an ID number";
    birth = "出生日期" | "Born";
    birth_help = "写法如 1985-06-12" | "Written 1985-06-12";
    class = "班次" | "Class";
    class_help = "F4 列出在训和将开的班；可空着，只建档" | "F4 lists running and coming classes; left empty, the person is only put on file";

    // Beside the fields and on the card.
    derived(sex: &str, birth: &str, age: &str) = "{sex} {birth} {age}" | "{sex} {birth} {age}";
    region_unknown = "证件地未列入区划表（不影响）" | "ID area unknown (no matter)";
    region_of(place: &str) = "证件地 {place}（仅供参考）" | "ID from {place} (for reference)";
    class_choice(code: &str, course: &str, day: &str) = "{code} {course} {day}开班" | "{code} {course} from {day}";
    class_named(course: &str, code: &str) = "{course} {code}" | "{course} {code}";
    new_person = "新学员" | "New person";
    known_person(number: &str) = "已有档案 {number}" | "on file {number}";
    classes_before = "曾参加" | "Was in";
    waits = "候补" | "Waiting";
    waits_at(code: &str, place: u32) = "{code} 第 {place} 位" | "{code}, place {place}";
    no_room(code: &str, room: &str) = "{code} {room}：保存时选择排候补或超员" | "{code}: {room}; saving asks whether to wait or to go beyond";
    clash_title(name: &str) = "{name} 同一时间已在别的班上课" | "{name} is in another class at the same time";
    clash_save = "仍然报名" | "Enrol all the same";
    waits_here(place: u32) = "已在候补，第 {place} 位；有名额后到班次页递补" | "waits already, place {place}; seated on the class page once a seat is free";
    hours_of(have: u32, of: u32) = "{have}/{of}学时" | "{have}/{of} h";
    status_line = "类别" | "Category";
    alike = "疑似同人" | "Alike";
    alike_key(key: &str) = "{key} 打开已有档案" | "{key} opens the record";
    watch = "留意" | "Note";
    sits_already(name: &str, code: &str, seat: u32) = "{name} 已在 {code}，{seat} 号；报别的班按 F4 选班次" | "{name} is in {code} already, seat {seat}; for another class press F4";
    in_this_class = "此人已在这个班里" | "is in this class already";
    expired_on(day: &str) = "开班日 {day} 前须补证明；现可报名，列入待核" | "Proof needed by {day}; may enrol now, to be checked";
    ready = "核对无误后按 F8 报名" | "If all is right, F8 enrols";
    choose_class = "F4 选班次，F8 报名" | "F4 chooses the class, F8 enrols";
    nth_field(nth: usize, of: usize) = "第 {nth}/{of} 栏" | "field {nth} of {of}";

    // What happened.
    enrolled(name: &str, code: &str, seat: u32) = "已为{name}报名：{code} 座号 {seat} · Ctrl+Z 撤销" | "{name} enrolled: {code} seat {seat} · Ctrl+Z undoes";
    waits_now(name: &str, code: &str, place: u32) = "已为{name}登记候补：{code} 第 {place} 位 · Ctrl+Z 撤销" | "{name} waits for {code}, place {place} · Ctrl+Z undoes";
    full_title(code: &str, room: &str) = "{code} {room}" | "{code}: {room}";
    full_wait(place: u32) = "排候补，第 {place} 位" | "Wait, place {place}";
    full_over = "超员报名" | "Enrol beyond the capacity";
    over_lines(code: &str, name: &str, taken: u32) = "{code} 没有名额给{name}，报名后是 {taken} 人。超员请先问过负责人。仍要报名吗？" | "{code} has no seat for {name}; with them there are {taken} people. Going beyond is for the head of the centre to decide: ask first. Enrol all the same?";
    on_file(name: &str) = "已为{name}建档，未排班 · Ctrl+Z 撤销" | "{name} is on file, in no class · Ctrl+Z undoes";
    changed(name: &str) = "已改{name}的资料 · Ctrl+Z 撤销" | "{name} changed · Ctrl+Z undoes";
    nothing_changed = "资料没有变化；报名请先选班次（F4）" | "Nothing changed; to enrol, choose a class (F4)";
    not_obtained_yet = "取得日期在今天以后；年份不对就写全，如 2026-09-07" | "That day is still to come; write the year, as in 2026-09-07";
    ends_before = "早于取得日期" | "Before the day it was obtained";
    category_needed = "有证明，请先选人员类别" | "There is a proof; choose the category";
    resumed(time: &str) = "已取回 {time} 未保存的报名，F8 保存，F9 可丢弃" | "Here is the unsaved enrolment of {time}; F8 saves, F9 can drop it";
    resumed_as_new = "这份草稿所改的档案不在这份数据里，按新学员继续" | "The record of this draft is not in this file: saving adds a new person";
    resumed_without_class = "这份草稿所选的班次不能报了，按 F4 另选" | "The class of this draft is not to be had any more: F4 chooses another";
    other_draft(name: &str) = "另有一份未保存的报名（{name}），在今日页可继续" | "Another unsaved enrolment ({name}) waits on the first page";
    unsaved = "还没保存：F8 保存，再按 Esc 离开（留作草稿），其他键继续" | "Not saved: F8 saves, Esc again leaves and keeps a draft, other keys go on";
    draft_gone(who: &str) = "草稿太多，最早的一份（{who}）没有留" | "Too many drafts: the oldest ({who}) was not kept";
    draft_kept = "没保存的内容已留作草稿，在今日页可继续" | "Not saved; kept as a draft on the first page";
    spread(filled: &str) = "已填入 {filled}" | "Filled in: {filled}";
    spread_left(filled: &str, left: &str) = "已填入 {filled}；没有用上 {left}" | "Filled in: {filled}; not used: {left}";
    spread_none(left: &str) = "没有用上 {left}" | "Not used: {left}";
    phone_stands = "扫到的是手机号；电话一栏已有号码，先到那一栏再扫" | "A telephone number was scanned; one is there already. Go to that field and scan again";
    scanned_too_early = "扫描了另一张身份证：先按 F8 保存这一位，或 F6 换下一位" | "Another card was scanned: save this person with F8 first, or F6 for the next";
    opened(name: &str) = "已打开{name}的档案" | "The record of {name} is open";
    nobody_alike = "没有相同或相近的档案" | "nobody on file is alike";
    no_classes = "没有在训或将开的班次；先到“班次”页新建" | "No running or coming class; add one on the page of classes";
    read_only = "数据文件由更新的版本写成，只能查看" | "the data file is of a newer version and can be read only";
}
