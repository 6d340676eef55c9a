//! Words of the command line: help, what was done, what was wrong with the line.

use super::Lang;
use crate::domain::holiday::DayKind;

texts! {
    // Help.
    about = "报到：职业技能培训机构的前台程序，离线，一个数据文件。" | "Baodao: the front desk of a vocational training centre, offline, one data file.";
    usage = "用法：" | "Usage: ";
    usage_all = "用法：baodao [命令] [选项]；不写命令则打开界面。baodao 命令 --help 看这个命令的说明。" | "Usage: baodao [verb] [options]; without a verb the screen opens. baodao VERB --help explains one verb.";
    options = "选项：" | "Options:";
    of_screen = "界面的选项（不写命令，或 demo）：" | "Options of the screen (without a verb, or demo):";
    everywhere = "到处可用的选项（可写在任何位置）：" | "Options of every verb, anywhere on the line:";
    needed = "（必填）" | " (needed)";
    exit_codes = "退出码：0 完成（含提醒）；1 完成，但有未收的行或问题；2 拒绝（用法不对、文件不收、没有这个班次）；3 数据文件或输出打不开、写不进。" | "Exit codes: 0 done (warnings included); 1 done, with rejected rows or findings; 2 refused (wrong use, refused file, no such class); 3 the data file or the output could not be opened or written.";
    help_init = "建立培训机构的数据文件" | "Make the data file of a centre";
    help_demo = "打开一个虚构机构的界面，用完即删；写 --data 则建在那里并保留" | "Open the screen on an invented centre, thrown away after; with --data it is made there and stays";
    help_course_list = "培训项目目录，class add 的 --course 从这里取" | "The catalogue of courses; --course of class add takes its keys";
    help_class_add = "新建班次" | "Add a class";
    help_class_list = "所有班次及其状态" | "All classes and how they stand";
    help_class_show = "一个班次：状态、课次、学员" | "One class: state, sessions, people";
    help_timetable_fill = "从开班到结业按星期和时段排课" | "Fill the timetable from start to end by weekdays and slots";
    help_session_list = "一个班的课次：时间、停课与补课、调课、冲突" | "The sessions of a class: times, cancelled and made-up ones, moves, clashes";
    help_session_move = "调课：一次到另一天（--day、--slot），或连同以后的推后（--by-days、--by-teaching-days）" | "Move one session (--day, --slot), or it and all that follow (--by-days, --by-teaching-days)";
    help_session_cancel = "停课，写明原因" | "Cancel a session, with the reason";
    help_session_makeup = "给停了的一次课补课；时段、教师、教室默认照原来的" | "Make up for a cancelled session; time, instructor and room as before unless given";
    help_holidays_list = "节假日和调休上班日，按年；自己的表放在数据文件夹的 holidays/年份.tsv" | "Holidays and weekends worked, by year; tables of your own go into holidays/YEAR.tsv of the data folder";
    help_holidays_check = "检查自己写的节假日表（文件名是年份，如 2027.tsv）" | "Check a table of holidays of your own (named by its year, like 2027.tsv)";
    help_import_roster = "导入学员名单（.xlsx），逐行说明收了什么、为什么没收" | "Import a list of people (.xlsx), told row by row";
    help_find = "按姓名、拼音、身份证、手机或编号找人" | "Find people by name, pinyin, ID, phone or number";
    help_mark = "登记一节课的考勤：一个人，或所有未点的人" | "Mark one session: one person, or all not yet taken";
    help_person_show = "一个人的履历：类别、每一个班、候补、要办的事；T 是身份证号、学员编号或姓名" | "The history of a person: categories, classes, waiting lists, what is due; T is an ID number, a trainee number or a name";
    help_hours = "学时台账；写 --trainee 则列出每一节的来历" | "Class hours; with --trainee where each comes from";
    help_export = "按版式导出一个班：roster、signin、attendance、ledger 或自己的版式" | "Export a class: roster, signin, attendance, ledger or a layout of your own";
    help_layouts_list = "可用的版式" | "The layouts there are";
    help_layouts_show = "一个版式的文件内容，可复制后修改" | "The file of a layout, to be copied and changed";
    help_layouts_check = "检查自己写的版式文件" | "Check a layout file of your own";
    help_backup = "备份数据文件，并打开核对" | "Copy the data file, then open and check the copy";
    help_restore = "用备份换回数据；现在的文件会另存" | "Put a copy back; the present file is set aside";
    help_verify = "核对数据文件：页、引用、操作记录链、考勤" | "Check the data file: pages, references, the chain of acts, the roll";
    help_undo = "撤销本人今天最近一次操作，或指定的一次" | "Take back your last act of today, or a given one";
    help_audit = "操作记录，最新的在前" | "Who did what when, newest first";

    // Options.
    opt_theme = "深色、浅色、高对比、单色（默认：设置里的；有 NO_COLOR 时总是单色）" | "Colours (default: the setting; always mono where NO_COLOR is set)";
    opt_borders = "线条用什么画（默认：启动时测量终端）" | "What lines are drawn with (default: the terminal is measured)";
    opt_ambiguous = "宽度不定的字符（· … “ ─）占一列还是两列（默认：测量）" | "Columns of signs like · … “ ─: one or two (default: measured)";
    opt_data = "数据文件夹（默认：系统的程序数据文件夹）" | "The data folder (default: the platform's)";
    opt_lang = "文字的语言（默认：系统的）" | "Language of all words (default: the system's)";
    opt_json = "只输出 JSON" | "Print JSON and nothing else";
    help_operator_list = "操作员：角色、有没有口令、是否在用" | "Operators: role, whether with a PIN, whether active";
    help_operator_add = "添加操作员；口令取自环境变量 BAODAO_NEW_PIN" | "Put an operator on file; the PIN comes from BAODAO_NEW_PIN";
    help_operator_change = "改姓名、角色、口令；新口令取自环境变量 BAODAO_NEW_PIN" | "Change name, role or PIN; a new PIN comes from BAODAO_NEW_PIN";
    help_operator_retire = "停用操作员；以前的记录不变" | "Retire an operator; what they recorded stays";
    opt_role = "角色：前台、教师、负责人、稽核" | "Role: front desk, instructor, head of centre, auditor";
    opt_rename = "新的姓名" | "The new name";
    opt_pin = "设口令：六位数字，在环境变量 BAODAO_NEW_PIN 里" | "Set a PIN: the six digits in BAODAO_NEW_PIN";
    opt_no_pin = "取消口令，以后免口令登录" | "Take the PIN away; signs in without one";
    opt_back = "重新启用" | "Back in service";
    head_role = "角色" | "role";
    head_pin = "口令" | "PIN";
    pin_needed(name: &str, variable: &str) = "本机构设了口令：请把 {name} 的口令放进环境变量 {variable}，或用 --operator 换一个操作员。" | "This centre uses PINs: put the PIN of {name} into {variable}, or name another with --operator.";
    no_pin(name: &str) = "{name} 没有口令，不能用命令改数据；请用 --operator 写一个有口令的操作员。" | "{name} has no PIN and cannot change data by command; name one who has with --operator.";
    new_pin_needed(variable: &str) = "新口令请放进环境变量 {variable}（六位数字），不要写在命令里。" | "Put the new PIN (six digits) into {variable}, not on the command line.";
    opt_operator = "操作员（默认：设置里的）" | "Who acts (default: the setting)";
    opt_on = "当作那天是今天来看（只用于查看）" | "As if that day were today (for looking only)";
    opt_help = "看说明" | "Show this help";
    opt_version = "看版本" | "Show the version";
    opt_centre = "机构名称" | "Name of the centre";
    opt_region = "行政区划代码，六位，如 140902" | "Region code, six digits, like 140902";
    opt_trainees = "虚构多少人（默认 300）" | "How many invented people (default 300)";
    opt_class = "班次代码" | "Code of the class";
    opt_code = "班次代码，如 QZ-01" | "Code of the class, like QZ-01";
    opt_course = "培训项目，见 course list" | "The course, see course list";
    opt_start = "开班日期，如 2026-09-07；过去的也行" | "First day, like 2026-09-07; may be past";
    opt_end = "结业日期" | "Last day";
    opt_hours = "应学学时（默认：该项目的）" | "Required class hours (default: the course's)";
    opt_capacity = "名额" | "Seats";
    opt_place = "地点" | "Place";
    opt_instructor = "教师" | "Instructor";
    opt_limit = "最多列出多少" | "How many at most";
    opt_days = "星期几，如 mon-fri 或 1,3,5" | "Weekdays, like mon-fri or 1,3,5";
    opt_slots = "时段，如 08:30-12:00,14:00-17:30" | "Slots, like 08:30-12:00,14:00-17:30";
    opt_skip_holidays = "跳过节假日（按每年的节假日表）" | "Leave out public holidays (by the table of each year)";
    opt_teach_workdays = "跳过节假日，调休上班的周末当作工作日上课" | "Leave out holidays, and teach on weekends worked in exchange";
    opt_joined = "报名日期（默认：开班日期）" | "Day of joining (default: the class's first day)";
    opt_dry_run = "只看结果，不写入" | "Tell what would happen, write nothing";
    opt_session = "课次，如 2026-09-07T08:30 或 2026-09-07/1（当天第一节）" | "Session: 2026-09-07T08:30 or 2026-09-07/1 (first slot of the day)";
    opt_as = "到、迟到、早退、请假、缺勤、清除" | "What the mark says";
    opt_trainee = "座号、身份证号、学员编号或姓名" | "Seat, ID number, trainee number or name";
    opt_all_unmarked = "所有还没点的人，已点的不动" | "Everybody not yet taken, and only them";
    opt_minutes_late = "迟到多少分钟" | "Minutes late";
    opt_minutes_early = "早退多少分钟" | "Minutes early";
    opt_leave = "病假或事假（默认病假）" | "Kind of leave (default: sick)";
    opt_reason = "原因；过去的日期必须写" | "Reason; a past day needs one";
    opt_why = "原因" | "The reason";
    opt_new_day = "新的日期" | "The new day";
    opt_slot = "新的时段，如 08:30-12:00（默认不变）" | "The new time, like 08:30-12:00 (default: as before)";
    opt_by_days = "这次和以后的推后几天；提前写负数" | "This session and all later ones so many days later; a minus brings forward";
    opt_by_teaching_days = "这次和以后的顺延几个上课日" | "This session and all later ones so many teaching days later";
    opt_taught_days = "上课日是星期几（默认照课程表）" | "Weekdays taught on (default: those of the timetable)";
    opt_cancelled_session = "停了的那次课，如 2026-09-07T08:30" | "The cancelled session, like 2026-09-07T08:30";
    opt_room = "教室" | "Room";
    opt_year = "只看这一年" | "This year only";
    opt_out = "写到哪个文件（.xlsx）" | "The file to write (.xlsx)";
    opt_to = "备份到哪个文件（默认：数据文件夹的 backups）" | "The file to write (default: backups in the data folder)";
    opt_act = "操作的编号，见 audit" | "Number of the act, see audit";

    // Heads of tables.
    head_key = "代码" | "key";
    head_code = "代码" | "code";
    head_name = "名称" | "name";
    head_person = "姓名" | "name";
    head_course = "培训项目" | "course";
    head_level = "等级" | "level";
    head_hours = "学时" | "hours";
    head_field = "领域" | "field";
    head_start = "开班" | "start";
    head_end = "结业" | "end";
    head_state = "状态" | "state";
    head_seats = "人数" | "people";
    head_planned = "计划" | "planned";
    head_roll = "点名" | "rolls";
    head_seat = "座号" | "seat";
    head_delivered = "已上" | "delivered";
    head_credited = "已得" | "credited";
    head_required = "应学" | "required";
    head_missing = "还差" | "missing";
    head_can_miss = "还可缺" | "can miss";
    head_ratio = "出勤" | "attendance";
    birth = "出生日期" | "birth date";

    // What was done.
    made(centre: &str, folder: &str) = "已为“{centre}”建立数据文件：{folder}" | "The data file of {centre} was made in {folder}";
    demo_made(people: u32, folder: &str) = "已建立虚构的机构（{people} 人）：{folder}" | "An invented centre of {people} people was made in {folder}";
    demo_progress(done: usize, of: u32) = "正在虚构学员 {done}/{of}" | "Inventing people {done}/{of}";
    class_added(code: &str, course: &str, hours: u32) = "已新建班次 {code}：{course}，{hours} 学时。" | "Class {code} was added: {course}, {hours} h.";
    class_dates(start: &str, end: &str, state: &str) = "{start} 至 {end}，{state}" | "{start} to {end}, {state}";
    class_hours(planned: u32, required: u32) = "排课 {planned} 学时，应学 {required} 学时" | "{planned} h planned, {required} h required";
    class_roll(taken: u32, begun: u32, sessions: usize) = "共 {sessions} 节课，已开始 {begun} 节，已点齐 {taken} 节" | "{sessions} sessions, {begun} begun, {taken} with the roll taken";
    class_people(people: u32) = "学员 {people} 人" | "{people} people";
    left_on(day: &str) = "{day} 离班" | "left on {day}";
    timetable_filled(added: usize, kept: u32, planned: u32, required: u32) = "新排 {added} 节，已有 {kept} 节不动；共 {planned} 学时，应学 {required} 学时。" | "{added} sessions added, {kept} kept; {planned} h planned, {required} h required.";
    hours_differ(planned: u32, required: u32) = "提醒：排课 {planned} 学时，与应学的 {required} 学时不符。" | "Warning: {planned} h are planned, {required} h are required.";
    overlaps(sessions: u32) = "有 {sessions} 节与已有课次时间重叠，没有排；请改时段，或先取消原来的课次。" | "{sessions} of them overlap sessions that are there and were not added; change the slots, or cancel the old ones first.";
    long_day(day: &str, hours: u32) = "提醒：{day} 排了 {hours} 学时，超过一天的上限。" | "Warning: {day} has {hours} h, more than a day may have.";
    row_rejected(row: u32, why: &str) = "第 {row} 行未收：{why}" | "Row {row} rejected: {why}";
    row_warned(row: u32, what: &str) = "第 {row} 行提醒：{what}" | "Row {row} warned: {what}";
    row_differs(row: u32, field: &str, have: &str, file: &str) = "第 {row} 行{field}与档案不同：档案“{have}”，表格“{file}”；未改档案。" | "Row {row}, {field} differs: \"{have}\" on file, \"{file}\" in the list; the record stays.";
    unknown_columns(columns: &str) = "没有读这些列：{columns}" | "Columns not read: {columns}";
    other_sheets(sheets: &str) = "没有读这些工作表：{sheets}" | "Worksheets not read: {sheets}";
    imported(accepted: u32, known: u32, rejected: usize) = "收下 {accepted} 人，已有 {known} 人，未收 {rejected} 行。" | "{accepted} accepted, {known} known, {rejected} rejected.";
    dry_run = "只是试看，没有写入。" | "Dry run; nothing was written.";
    nobody = "没有找到。" | "Nobody found.";
    marked_one(session: &str, seat: u32, name: &str, mark: &str) = "{session} {seat} 号 {name}：{mark}" | "{session} seat {seat} {name}: {mark}";
    marked_all(session: &str, count: usize, mark: &str) = "{session} 未点的 {count} 人：{mark}" | "{session}, {count} not yet taken: {mark}";
    exported(layout: &str, people: usize, pages: usize, file: &str) = "已导出 {layout}：{people} 人，{pages} 张表，{file}" | "{layout} exported: {people} people, {pages} sheets, {file}";
    layout_refused(file: &str) = "未采用：{file}" | "Not used: {file}";
    holidays_fine(file: &str) = "节假日表没有问题：{file}" | "The table of holidays is sound: {file}";
    day_off = "放假" | "day off";
    day_worked = "调休上班" | "worked";
    layout_fine = "版式没有问题。" | "The layout is sound.";
    copied(file: &str, acts: i64, people: u32) = "已备份并核对：{file}（{acts} 次操作，{people} 人）" | "Copied and checked: {file} ({acts} acts, {people} people)";
    other_desk = "注意：这份备份出自另一个前台的数据文件。" | "Mind: this copy was made from the file of another desk.";
    would_restore(file: &str, lost: i64) = "如果换回 {file}，会失去之后的 {lost} 次操作。没有改动。" | "Putting {file} back would lose {lost} later acts. Nothing was changed.";
    restored(file: &str, lost: i64) = "已换回 {file}，失去之后的 {lost} 次操作。" | "{file} was put back; {lost} later acts are lost.";
    set_aside(file: &str) = "原来的文件另存为：{file}" | "The file that was there is now {file}";
    nothing_readable = "现在没有能打开的数据文件，无法说出会失去多少操作。" | "There is no data file now that can be opened, so it cannot be told how many acts are lost.";
    sound(acts: i64, marks: i64) = "数据完好：{acts} 次操作，{marks} 行考勤，全部相符。" | "The data is sound: {acts} acts and {marks} lines of the roll all agree.";
    unsound = "数据有问题。请保留现在的文件，用 baodao restore 换回最近的备份。" | "The data is not sound. Keep the present file and put the newest copy back with baodao restore.";
    undone_by(act: i64) = "（已被操作 {act} 撤销）" | "(undone by act {act})";
    how_to_begin = "第一次使用：\n  baodao init --centre 机构名称 --region 140902   建立数据文件\n  baodao demo   先看看演示" | "To begin:\n  baodao init --centre NAME --region 140902   makes the data file\n  baodao demo   shows an invented centre";
    read_only(found: i32) = "数据文件由更新的版本写成（{found}），只能查看。请升级程序。" | "A newer version wrote this data file ({found}); it can be read only. Upgrade the program.";

    // What is wrong with a line.
    unknown_verb(typed: &str) = "没有命令“{typed}”。" | "There is no verb \"{typed}\".";
    unknown_option(typed: &str) = "没有选项 {typed}。" | "There is no option {typed}.";
    did_you_mean(word: &str) = "是不是 {word}？" | " Did you mean {word}?";
    see_help = "用 baodao --help 查看。" | " See baodao --help.";
    not_here(option: &str, verb: &str) = "选项 --{option} 不用于 {verb}。" | "{verb} does not take --{option}.";
    no_value(option: &str) = "选项 --{option} 后面要写值。" | "--{option} needs a value.";
    needless_value(option: &str) = "选项 --{option} 后面不写值。" | "--{option} takes no value.";
    twice(option: &str) = "选项 --{option} 写了两次。" | "--{option} stands twice.";
    missing_option(option: &str, verb: &str) = "{verb} 需要 {option}。" | "{verb} needs {option}.";
    missing_operand(operand: &str, verb: &str) = "{verb} 后面要写 {operand}。" | "{verb} needs {operand}.";
    too_many(typed: &str, verb: &str) = "{verb} 不需要“{typed}”。有空格的词请加引号。" | "{verb} has no use for \"{typed}\". Put words with spaces in quotes.";
    not_text(option: &str) = "--{option} 的值不是文字（UTF-8）。" | "The value of --{option} is not text (UTF-8).";
    operand_not_text = "这个词不是文字（UTF-8）。" | "This word is not text (UTF-8).";
    not_a_day(option: &str) = "--{option}：日期写法如 2026-09-07。" | "--{option}: write a date like 2026-09-07.";
    not_a_number(option: &str, most: u32) = "--{option}：0 到 {most} 的整数。" | "--{option}: a whole number from 0 to {most}.";
    not_a_choice(option: &str, choices: &str) = "--{option} 只能是：{choices}。" | "--{option} is one of {choices}.";
    not_weekdays = "--days：写法如 mon-fri 或 1,3,5。" | "--days: write mon-fri or 1,3,5.";
    not_a_slot(typed: &str) = "--slot：看不懂“{typed}”，写法如 08:30-12:00。" | "--slot: \"{typed}\" cannot be read; write 08:30-12:00.";
    not_days_apart(option: &str) = "--{option}：写 1 到 366 的整数；by-days 提前写负数。" | "--{option}: a whole number from 1 to 366; by-days takes a minus to bring forward.";
    not_slots(typed: &str) = "--slots：看不懂“{typed}”，写法如 08:30-12:00,14:00-17:30。" | "--slots: \"{typed}\" cannot be read; write 08:30-12:00,14:00-17:30.";
    either_or(a: &str, b: &str) = "--{a} 和 --{b} 要写一个，只写一个。" | "Give either --{a} or --{b}, one of them.";
    only_with(a: &str, b: &str) = "--{a} 只能与 --{b} 一起用。" | "--{a} goes with --{b} only.";
    alone(option: &str) = "--{option} 要有命令才能用。" | "--{option} needs a verb.";
    json_screen = "--json 要有命令才能用；不写命令打开的是界面。" | "--json needs a verb; without one the screen opens.";
    no_such_file(path: &str) = "没有这个文件：{path}" | "There is no file {path}";
    damaged_copy = "这份备份有损坏，已拒绝，没有改动。请换一份。" | "This copy is damaged; refused, nothing was changed. Take another one.";
    no_home = "系统没有说明程序数据放在哪里。请写 --data 文件夹。" | "The system does not say where data belongs. Give --data DIR.";
    no_terminal = "界面需要在终端里打开。脚本请用命令，见 baodao --help；demo 可写 --data 文件夹。" | "The screen needs a terminal. Scripts use verbs, see baodao --help; demo takes --data DIR.";
    terminal_trouble(why: &str) = "终端出了问题（{why}），界面打不开。" | "The terminal failed ({why}); the screen cannot be shown.";
}

pub const fn day_kind(lang: Lang, kind: DayKind) -> &'static str {
    match kind {
        DayKind::Holiday => day_off(lang),
        DayKind::Workday => day_worked(lang),
    }
}
