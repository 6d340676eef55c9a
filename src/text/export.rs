//! Words of the export page.

texts! {
    title = "导出" | "Export";
    about = "导出打印：花名册、签到表、考勤表、学时台账" | "Rosters, sign-in and hour sheets to print";
    /// In the title of a sheet, while no class is chosen.
    some_class = "某班" | "a class";

    class = "班次" | "Class";
    class_help = "要写成表格的班次，F4 列出全部" | "The class to be written; F4 lists them";
    layout = "版式" | "Layout";
    layout_help = "花名册、签到表、考勤表、学时台账，或自己的版式" | "Roster, sign-in sheet, attendance, ledger, or one of your own";
    language = "语言" | "Language";
    language_help = "表格的语言" | "The language of the sheet";
    file = "文件" | "File";
    file_help = "写到哪里；只写 .xlsx" | "Where to; only .xlsx is written";
    zh = "中文" | "Chinese";
    en = "英文" | "English";
    class_choice(code: &str, course: &str, people: u32) = "{code} {course} {people}人" | "{code} {course}, people: {people}";

    write = "导出" | "Write";
    write_about = "写出表格；身份证号等不隐去，会记入操作记录" | "Writes the sheet; numbers are not masked in it, and the audit says so";
    class_page = "班次页" | "Class page";
    class_page_about = "到所选班次的班次页" | "To the page of the chosen class";
    no_class_chosen = "还没有选班次" | "no class is chosen";

    choose_class = "请选班次" | "choose a class";
    choose_layout = "请选版式" | "choose a layout";
    choose_language = "请选语言" | "choose a language";
    file_needed = "请写文件名" | "type a file name";
    only_xlsx = "文件名须以 .xlsx 结尾" | "the name must end in .xlsx";
    cannot_make(folder: &str, why: &str) = "建不了文件夹 {folder}（{why}）" | "Cannot make the folder {folder} ({why})";

    exists_title = "文件已在" | "The file is there already";
    exists(path: &str) = "{path} 已经存在。覆盖后原来的内容没有了。" | "{path} exists. What is in it will be gone.";
    overwrite = "覆盖" | "Overwrite";
    written(people: usize, pages: usize) = "已写出 {people} 人，{pages} 页" | "Written: people {people}, sheets {pages}";
    empty_not_kept(columns: &str) = "空着的列：{columns}。程序还不登记这些，请在表里补填。" | "Empty columns: {columns}. The program keeps no such facts yet; fill them in on the sheet.";
    empty_not_entered(columns: &str) = "空着的列：{columns}。班里没有一个人填过，补进学员档案后再导出。" | "Empty columns: {columns}. Nobody in the class has them on file; add them there and export again.";
    not_used(file: &str, why: &str) = "版式文件 {file} 没有采用：{why}" | "The layout file {file} was not used: {why}";
    kept = "没有写，文件照旧" | "Nothing was written";
    last(people: usize, pages: usize) = "上次写出：{people} 人，{pages} 页" | "Last written: people {people}, sheets {pages}";
    full_numbers = "表格里身份证号、手机号、账号不隐去，请妥善保管。" | "ID, phone and account numbers are not masked in the sheet; keep it safe.";
    no_classes = "还没有班次。按 F9 打开“班次”，F6 开新班。" | "There is no class yet. F9 opens Classes, F6 there adds one.";
    refused = "不能用的版式：" | "Layouts that cannot be used:";
    refused_line(file: &str, why: &str) = "{file}  {why}" | "{file}  {why}";
}
