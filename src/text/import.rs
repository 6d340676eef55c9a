//! Words of the pages where a list of people comes in.

texts! {
    title = "导入名单" | "Import a list";
    about = "村里、企业报来的 Excel 名单" | "A list of people in Excel, as villages send it";
    here_about = "一张 Excel 名单进这个班" | "An Excel list of people comes into this class";
    of_class(class: &str) = "{class} > 导入名单" | "{class} > Import a list";
    review_of(file: &str) = "导入 > {file}" | "Import > {file}";

    f_file = "文件" | "File";
    h_file = "Excel 名单（.xlsx）；F4 列出桌面、下载、文档里的，也可以把文件拖进窗口" | "A list in Excel (.xlsx); F4 lists those on the desktop, in downloads and documents; a file may be dragged in";
    f_class = "班次" | "Class";
    h_class = "进哪个班；空着只建档，不进班" | "Whose class they sit in; empty: they come on file only";
    f_joined = "入班日期" | "Joined";
    h_joined = "空着就是开班那天" | "Empty: the first day of the class";
    rows = "表头在第一行，要有姓名和身份证号；先核对，这时什么都不写。" | "The header stands in the first row, with name and ID number. It is looked over first; nothing is written by that.";

    look = "核对" | "Look over";
    look_about = "读名单，一行一行说收不收；先不写" | "Reads the list and says row by row what comes in; writes nothing yet";
    file_needed = "请选名单文件" | "choose the file of the list";
    file_gone = "没有这个文件，请检查" | "there is no such file";
    only_xlsx = "只读 .xlsx；旧的 .xls 请在 Excel 里另存为 .xlsx" | "only .xlsx is read; save an old .xls as .xlsx in Excel";
    not_a_day = "日期像 2026-09-01 或 20260901" | "a day is written 2026-09-01 or 20260901";
    needs_class = "没有选班次，不用填" | "of no use without a class";
    class_choice(code: &str, course: &str, people: u32) = "{code} {course} {people}人" | "{code} {course}, people: {people}";

    into_class(class: &str) = "进班 {class}，尚未写入" | "into {class}, nothing written yet";
    onto_file = "只建档，尚未写入" | "on file only, nothing written yet";
    sums(accepted: u32, known: u32, rejected: usize) = "能收 {accepted} 人  已有 {known} 人  不收 {rejected} 行" | "Can come in: {accepted}   known: {known}   rejected: {rejected}";
    c_row = "行" | "Row";
    c_name = "姓名" | "Name";
    c_result = "结果" | "Result";
    c_why = "原因" | "Why";
    rejected = "不收" | "rejected";
    doubted = "收，请核实" | "in, check it";
    differs = "收，档案未改" | "in, differs";
    differs_why(field: &str, have: &str, file: &str) = "{field}不同：档案“{have}”，名单“{file}”" | "{field}: \"{have}\" on file, \"{file}\" in the list";
    known = "已有，不写" | "known, left";
    row_says(row: u32, name: &str, why: &str) = "第 {row} 行 {name}：{why}" | "Row {row} {name}: {why}";
    all_good = "每一行都没有问题。" | "Nothing is to be said of any row.";
    none_to_take = "没有能收的人" | "nobody can come in";
    take = "导入" | "Import";
    take_about = "把能收的人一次写入；Ctrl+Z 整批撤销" | "Writes all who can come in, at once; Ctrl+Z takes all of it back";
    taken(accepted: u32) = "已导入 {accepted} 人  Ctrl+Z 整批撤销" | "Imported: {accepted}  Ctrl+Z takes all of it back";
    changed_since = "名单或档案刚才变了，下面是新的核对结果，还没有写入" | "The list or the file has changed since; this is how it is now, and nothing was written";
}
