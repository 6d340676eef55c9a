//! Words of spreadsheets in and out: what is wrong with a file, where, and what to do about it.
//! `sheet::words` picks among them; the direction of modules forbids this file to know the faults.

texts! {
    sheet = "工作表" | "Sheet";
    page_of_pages = "第 &P 页 共 &N 页" | "Page &P of &N";
    /// `&A` is the name on the worksheet's tab: the day.
    /// Half of a day and the number of its column.
    session_number(half: &str, number: usize) = "{half}{number}" | "{half} {number}";
    day_in_hanzi(year: i32, month: u32, day: u32) = "{year}年{month}月{day}日" | "{year}-{month:02}-{day:02}";
    month_in_hanzi(year: i32, month: u32) = "{year}年{month}月" | "{year}-{month:02}";
    /// A number format of spreadsheets.
    hanzi_format = "yyyy\"年\"m\"月\"d\"日\"" | "yyyy-mm-dd";
    page_of_day = "&A　第 &P 页" | "&A, page &P";
    per_day = "每天一页" | "a page a day";
    per_half_day = "每半天一页" | "a page a half-day";
    per_month = "每月一页" | "a page a month";
    pair(label: &str, value: &str) = "{label}：{value}" | "{label}: {value}";
    and_so_on(list: &str) = "{list}等" | "{list} and more";

    at_sheet(sheet: &str) = "工作表“{sheet}”：" | "Worksheet “{sheet}”: ";
    at_row(sheet: &str, row: u32) = "工作表“{sheet}”第 {row} 行：" | "Worksheet “{sheet}”, row {row}: ";
    at_cell(sheet: &str, row: u32, column: &str) =
        "工作表“{sheet}”单元格 {column}{row}：" | "Worksheet “{sheet}”, cell {column}{row}: ";

    missing = "找不到这个文件。请检查路径，或重新选择文件。"
        | "This file is not there. Check the path or choose the file again.";
    locked = "文件正被其他程序占用。请先在 WPS 或 Excel 中关闭它，再试一次。"
        | "Another program holds this file. Close it in WPS or Excel and try again.";
    denied = "没有读取这个文件的权限。请把它复制到“文档”里再试。"
        | "You may not read this file. Copy it to your documents folder and try again.";
    unreadable(why: &str) = "文件读不出来（{why}）。请把它复制到本机硬盘再试。"
        | "The file cannot be read ({why}). Copy it to this computer's disk and try again.";
    kind(ending: &str) = "暂不支持“.{ending}”文件。请在 WPS 或 Excel 中另存为 .xlsx 再导入。"
        | "Files of the kind “.{ending}” are not read yet. Save it as .xlsx in WPS or Excel and import that.";
    kind_none = "文件名没有扩展名。请选择 .xlsx 文件。" | "The file name has no ending. Choose an .xlsx file.";
    old_or_locked = "这是旧格式（.xls）或加了密码的工作簿。请去掉密码，另存为 .xlsx 再导入。"
        | "This is an old (.xls) workbook or one with a password. Remove the password, save it as .xlsx and import that.";
    not_workbook = "这不是 Excel 工作簿，只是扩展名相同。请向提供者要原文件。"
        | "This is no Excel workbook, only its name looks like one. Ask the sender for the original.";
    broken = "工作簿已损坏，没有读入任何内容。请用 WPS 或 Excel 打开修复，另存为新文件。"
        | "The workbook is damaged; nothing was read. Open it in WPS or Excel, repair it and save a new file.";
    encrypted = "工作簿加了密码。请去掉密码后另存，再导入。"
        | "The workbook has a password. Remove it, save the file and import again.";
    empty = "表里没有内容。请确认名单在可见的工作表里。"
        | "There is nothing in it. Make sure the list is on a visible worksheet.";
    file_too_big(limit: u64) = "文件超过 {limit} MB，不像是名单。请删去图片，或分成几个文件。"
        | "The file is over {limit} MB, too much for a list. Remove pictures or split it.";
    parts(have: usize, limit: usize) = "文件内部有 {have} 个部件（最多 {limit} 个），不像是名单。请把名单复制到新工作簿。"
        | "The file has {have} inner parts (at most {limit}), too many for a list. Copy the list into a new workbook.";
    inflates(limit: u64) = "文件解开后超过 {limit} MB，可能会占满内存，已拒绝。请把名单复制到新工作簿。"
        | "Unpacked, a part of the file is over {limit} MB and could fill the memory; refused. Copy the list into a new workbook.";
    squeezed = "文件压缩得不正常，可能会占满内存，已拒绝。请把名单复制到新工作簿。"
        | "The file is packed abnormally and could fill the memory; refused. Copy the list into a new workbook.";
    part_name = "文件内部有指向外面的路径，已拒绝。请向提供者要干净的文件。"
        | "The file has inner names that point outside it; refused. Ask the sender for a clean file.";
    false_count(declared: u64) = "文件自称有 {declared} 条文字，与内容不符，已拒绝。请向提供者要干净的文件。"
        | "The file claims {declared} texts, which it does not hold; refused. Ask the sender for a clean file.";
    rows(limit: u32) = "内容超过 {limit} 行。请删去多余的行，或分成几个文件。"
        | "There is something beyond row {limit}. Delete what is too much or split the file.";
    columns(limit: u32) = "内容超过 {limit} 列。请删去多余的列。"
        | "There is something beyond column {limit}. Delete the columns that are too many.";
    long_cell(limit: usize) = "一个单元格超过 {limit} 字节。请缩短它的文字。"
        | "A cell holds over {limit} bytes. Shorten its text.";
    total_text(limit: usize) = "文字合计超过 {limit} MB。请分成几个文件。"
        | "The texts together are over {limit} MB. Split the file.";
    disorder = "行的次序错乱，文件不是由表格软件保存的。请在 WPS 或 Excel 中打开并另存。"
        | "Rows are out of order; no spreadsheet program saved this. Open it in WPS or Excel and save it again.";
    no_head(missing: &str, found: &str) = "表头缺少{missing}列，现有：{found}。请在第一行写上这些列名。"
        | "The header lacks {missing}; it has: {found}. Write these labels into the first row.";
    twice(concept: &str, first: &str, second: &str) =
        "{first} 列和 {second} 列都是{concept}。请删去一列，或改它的列名。"
        | "Columns {first} and {second} are both {concept}. Delete one or rename it.";

    stopped = "已停止，没有留下文件。" | "Stopped; no file was left behind.";
    no_folder = "要保存到的文件夹不存在。请先建好，或换一个位置。"
        | "The folder to save into does not exist. Make it or choose another place.";
    target_busy = "目标文件正被打开，或不允许改写。请先关闭它，或换一个文件名。"
        | "The file to write is open or protected. Close it or choose another name.";
    disk_full = "磁盘已满，没有留下文件。请腾出空间再试。"
        | "The disk is full; no file was left behind. Free some space and try again.";
    unwritable(why: &str) = "文件写不出去（{why}），没有留下文件。请换一个位置再试。"
        | "The file cannot be written ({why}); none was left behind. Try another place.";
    row_width(have: usize, need: usize) = "这一行有 {have} 个值，版式要 {need} 个。这是程序的错误，请报告。"
        | "This row has {have} values, the layout needs {need}. This is our mistake; please report it.";
    rows_out(limit: u32) = "一张工作表最多 {limit} 行。请按班级分开导出。"
        | "A worksheet holds {limit} rows. Export class by class.";
    pages_out(limit: usize) = "一个文件最多 {limit} 张工作表。请缩短日期范围。"
        | "A file holds {limit} worksheets. Choose fewer days.";
    long_text = "有一格的文字超过 32767 个字符，表格装不下。请在版式里少写几个字段，或缩短授课内容。"
        | "A text is over 32,767 letters, more than a cell takes. Use fewer fields in the layout or shorten the topics.";
    no_pages = "没有可导出的内容。请先排课或录入学员。"
        | "There is nothing to export. Plan sessions or enrol people first.";
    writer(why: &str) = "写表格时出错（{why}）。请报告这条信息。"
        | "Writing the spreadsheet failed ({why}). Please report this.";

    seq = "序号" | "number";
    name = "姓名" | "name";
    id_number = "身份证号码" | "ID number";
    id_kind = "证件类型" | "kind of ID";
    sex = "性别" | "sex";
    nation = "民族" | "ethnic group";
    education = "文化程度" | "education";
    phone = "联系电话" | "phone";
    address = "家庭地址" | "address";
    hukou_kind = "户口性质" | "kind of household registration";
    hukou_place = "户口所在地" | "place of household registration";
    category = "人员类别" | "category";
    employer = "工作单位" | "employer";
    bank_holder = "银行户名" | "account holder";
    bank = "开户银行" | "bank";
    bank_account = "银行账号" | "bank account";
    remarks = "备注" | "remarks";

    in_layout = "版式：" | "Layout: ";
    in_title = "标题：" | "Title: ";
    in_looks = "字体与尺寸：" | "Fonts and sizes: ";
    in_header(line: usize, pair: usize) = "表头第 {line} 行第 {pair} 项：" | "Header line {line}, item {pair}: ";
    in_column(column: usize) = "第 {column} 列：" | "Column {column}: ";
    in_legend = "图例：" | "Legend: ";
    in_footer(line: usize, pair: usize) = "表尾第 {line} 行第 {pair} 项：" | "Footer line {line}, item {pair}: ";
    at_line(line: usize) = "第 {line} 行，" | "Line {line}, ";

    flaw_key(have: &str) = "key“{have}”只能用小写字母、数字和连字符。"
        | "The key “{have}” may have small letters, digits and hyphens only.";
    flaw_version = "version 从 1 开始。" | "version begins at 1.";
    flaw_no_words(lang: &str) = "缺少 {lang} 的文字。请补上。" | "There are no words for {lang}. Add them.";
    flaw_unknown_field(field: &str, known: &str) = "没有字段 {{{field}}}。可用：{known}。"
        | "There is no field {{{field}}}. Known are: {known}.";
    flaw_open_brace = "花括号没有闭合。" | "A brace is not closed.";
    flaw_no_columns = "除 sessions 外没有任何列。请至少写一列。"
        | "There are no columns besides sessions. Write at least one.";
    flaw_columns(have: usize, most: usize) = "有 {have} 列，最多 {most} 列。" | "{have} columns; at most {most}.";
    flaw_width(have: f64, most: f64) = "列宽 {have} 应在 1 到 {most} 之间。"
        | "A width of {have}; it must be from 1 to {most}.";
    flaw_size(key: &str, have: f64, least: f64, most: f64) = "{key} = {have} 应在 {least} 到 {most} 之间。"
        | "{key} = {have}; it must be from {least} to {most}.";
    flaw_no_font = "缺少字体名。" | "A font name is missing.";
    flaw_share(have: u32, most: u32) = "share = {have} 应在 1 到 {most} 之间。"
        | "share = {have}; it must be from 1 to {most}.";
    flaw_letters(have: usize, most: usize) = "一段文字有 {have} 个字，最多 {most} 个。请缩短。"
        | "A text of {have} letters; at most {most}. Shorten it.";
    flaw_pairs(have: usize, most: usize) = "这一行有 {have} 项，最多 {most} 项。请分成几行。"
        | "This line has {have} items; at most {most}. Make several lines of it.";
    flaw_must_be_text(fact: &str) = "{fact} 是号码，kind 只能是 text，否则会丢失数字。"
        | "{fact} is a name made of digits; its kind must be text or digits are lost.";
    flaw_sign_has_source = "签字列要留空，source 只能是 blank。"
        | "A column for signatures stays empty; its source must be blank.";
    flaw_blank_has_kind = "空白列的 kind 只能是 text 或 sign。" | "A blank column is of kind text or sign.";
    flaw_sessions_twice = "sessions 只能出现一次。" | "sessions may stand once only.";
    flaw_sessions_kind = "sessions 列的 kind 只能是 text。" | "A sessions column is of kind text.";
    flaw_sessions_per_day = "有 sessions 列的版式，rows_per 只能是 person 或 month。"
        | "With a sessions column, rows_per must be person or month.";
    flaw_empty_pair = "label 和 value 都空着。请至少写一个。" | "Both label and value are empty. Write one of them.";
    flaw_mixed_cells = "同一行里要么都写 cells，要么都不写；cells 的两个数都至少是 1。"
        | "Either every item of a line has cells or none has, and both of its numbers are at least 1.";
    flaw_cells_out(have: usize, most: usize) = "cells 合计 {have} 列，最多 {most} 列。请减少。"
        | "The cells take {have} columns together; at most {most}. Take fewer.";
    flaw_title_over(have: usize, least: usize, most: usize) = "title_over = {have} 应在 {least}（表的列数）到 {most} 之间。"
        | "title_over = {have}; it must be from {least}, the columns of the table, to {most}.";
    flaw_blocks(have: usize, most: usize) = "blocks = {have} 应在 1 到 {most} 之间。"
        | "blocks = {have}; it must be from 1 to {most}.";
    flaw_sessions_in_blocks = "有 sessions 列时 blocks 只能是 1。" | "With a sessions column, blocks must be 1.";
    flaw_numbered_other = "numbered 只能写在 sessions 列。" | "Only a sessions column may have numbered.";
    flaw_numbered(have: usize, most: usize) = "numbered = {have} 应在 1 到 {most} 之间。"
        | "numbered = {have}; it must be from 1 to {most}.";
    flaw_code_twice(value: &str) = "代码“{value}”写了两次。" | "The code “{value}” stands twice.";
    flaw_too_wide(percent: u32, least: u32) = "列太宽，打印会缩到 {percent}%（至少 {least}%）。请减少或收窄列。"
        | "The columns are too wide and would be printed at {percent}% (at least {least}%). Narrow or remove some.";
    flaw_unknown_key(have: &str, known: &str) = "没有“{have}”这个键。可用：{known}。"
        | "There is no key “{have}”. Known are: {known}.";
    flaw_key_taken(key: &str) = "文件夹里另一个文件的 key 也是“{key}”。请改其中一个。"
        | "Another file of the folder has the key “{key}” too. Change one of them.";
    flaw_missing_key(key: &str) = "缺少“{key}”。请补上。" | "“{key}” is missing. Add it.";
    flaw_wrong_kind(want: &str) = "这里的值不对，要写：{want}。" | "the value does not fit; write {want}.";
    want_words = "带引号的文字，如 \"文字\"" | "a text in quotes, like \"text\"";
    want_both = "中英文两种文字，如 { zh = \"…\", en = \"…\" }"
        | "words in both languages, like { zh = \"…\", en = \"…\" }";
    want_number = "数字，不加引号，如 18.5" | "a number without quotes, like 18.5";
    want_whole = "不太大的整数，不加引号，如 1" | "a whole number, not too large, without quotes, like 1";
    want_two_whole = "方括号里的两个整数，如 [1, 2]" | "two whole numbers in brackets, like [1, 2]";
    want_flag = "true（是）或 false（否），不加引号" | "true or false without quotes";
    want_list = "方括号里的列表" | "a list in brackets";
    want_table = "花括号里的一组“键 = 值”" | "keys and values in braces";
    slip_unquoted = "文字要放在英文引号里，如 key = \"roster\"；数字、true 和 false 不加引号。"
        | "a text stands in straight quotes, like key = \"roster\"; numbers, true and false have none.";
    slip_open_quote = "引号没有闭合，或文字里有不能用的字符（反斜杠要写两个）。"
        | "a quote is not closed, or the text has a character that cannot stand there (write a backslash twice).";
    slip_open_bracket = "括号没有闭合，请把方括号、花括号配成对。" | "a bracket is not closed; brackets and braces come in pairs.";
    slip_no_comma = "两项之间缺逗号，或上一项的引号没有闭合。"
        | "a comma is missing between two items, or the quote of the one before is not closed.";
    slip_no_equals = "缺等号，每一行写成 键 = 值。" | "the equals sign is missing; a line is key = value.";
    slip_twice = "这个名称前面已经写过，请删去一处；列各写 [[column]]，方括号是两层。"
        | "this name stands further up already; remove one. Columns each begin with [[column]], in double brackets.";
    slip_other = "这一行不是 TOML 的写法，请对照 baodao layouts show 的内容改。"
        | "the line cannot be read as TOML; compare it with what baodao layouts show prints.";
    perhaps_more = "后面可能还有，改好再检查一次。" | " There may be more after it; check again once it is mended.";
    flaw_unknown_word(have: &str, known: &str) = "没有“{have}”这个词。可用：{known}。"
        | "There is no word “{have}”. Known are: {known}.";
    flaw_label_taken(label: &str, owner: &str) = "列名“{label}”已属于{owner}。"
        | "The label “{label}” belongs to {owner} already.";
}
