//! Words of the search page.

texts! {
    title = "查找" | "Search";
    about = "找人：学时、履历、请假" | "Find people: hours, card, leave";
    status(found: usize) = "{found} 人" | "{found} found";
    status_misheard(found: usize, misheard: usize) = "{found} 人，近音 {misheard} 人" | "{found} found, {misheard} alike";
    status_more(found: usize) = "前 {found} 人" | "first {found}";

    // Verbs.
    enrol = "报名" | "Enrol";
    enrol_about = "为选中的人报名；没找到时按键入的内容建新学员" | "Enrols the chosen person; if nobody is found, a new one with what was typed";
    new = "新学员" | "New person";
    new_about = "不管找到了谁，建新学员，键入的内容放进对应的栏" | "A new person whoever was found; what was typed lands in its field";
    ledger = "学时" | "Hours";
    ledger_about = "选中的人最近一个班的学时台账" | "The ledger of the chosen person's latest class";
    clear = "清空" | "Clear";
    clear_about = "清空查找框" | "Empties the box";

    // The box and its answers.
    label = "查找" | "Search";
    field_help = "姓名、拼音首字母或全拼、身份证号或后四位、手机号或后四位、学员编号" | "Name, pinyin initials or full pinyin, ID number or its last four, phone or its last four, trainee number";
    how = "可以这样找" | "You can type";
    how_name = "姓名" | "a name";
    how_name_example = "张三、艾力" | "in hanzi or letters, any part of a dotted name";
    how_pinyin = "拼音" | "pinyin";
    how_pinyin_example = "zs、zhangsan" | "zs, zhangsan";
    how_id = "身份证" | "ID number";
    how_id_example = "扫描，或后四位" | "scanned, or its last four";
    how_phone = "手机" | "phone";
    how_phone_example = "号码，或后四位" | "the number, or its last four";
    how_number = "编号" | "number";
    how_number_example = "学员编号九位" | "the nine digits of a trainee number";
    nobody = "没有找到" | "Nobody found";
    nobody_then(key: &str, field: &str) = "{key}：建新学员，键入的内容放进“{field}”" | "{key}: a new person; what was typed goes into \"{field}\"";
    nothing_typed = "先输入姓名、拼音、证件或电话" | "type a name, pinyin, a number first";
    nobody_chosen = "没有选中的人" | "nobody is chosen";
    misheard = "也许听错了" | "perhaps misheard";
    near = "证号差一处" | "one slip";

    // Columns.
    name = "姓名" | "Name";
    born = "出生" | "Born";
    id = "身份证号" | "ID number";
    phone = "手机" | "Phone";
    number = "编号" | "Number";
    why = "依据" | "Found by";

    // The chosen person.
    status_line = "类别" | "Category";
    classes = "班次" | "Classes";
    class_line(day: &str, course: &str, code: &str, seat: u32) = "{day} {course} {code} 座号{seat}" | "{day} {course} {code} seat {seat}";
    no_status = "未登记类别" | "no category";
}
