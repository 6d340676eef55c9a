//! Facts of the desk as sentences: what went wrong and what to do, why an hour counts, what an act did.

texts! {
    // The data file.
    no_file(folder: &str) = "这里还没有数据文件：{folder}。请先运行 baodao init 建立培训中心。" | "There is no data file in {folder}. Run baodao init first.";
    file_exists(path: &str) = "已有数据文件：{path}。不会覆盖它；请换一个文件夹。" | "A data file is already there: {path}. It is left alone; choose another folder.";
    not_ours(path: &str) = "这不是本程序的数据文件：{path}。没有改动它。" | "Not a data file of this program: {path}. Nothing was changed.";
    network(path: &str, kind: &str) = "数据文件夹在网络盘上（{kind}）：{path}。多机共用会损坏数据，已拒绝。请放在本机硬盘；多人使用请登录同一台电脑。" | "The data folder is on a network drive ({kind}): {path}. Sharing it damages data, so it is refused. Keep it on a local disk; several people can log in to that one machine.";
    newer(found: i32, ours: i32) = "数据文件由更新的版本写成（{found} 高于 {ours}），只能查看。请升级程序。" | "A newer version wrote this data file ({found}, ours is {ours}). It can be read only; upgrade the program.";
    setting_refused(name: &str, got: &str) = "数据文件的设置 {name} 未能生效（{got}），为保护数据不继续。请把数据放到本机硬盘。" | "The file setting {name} did not take ({got}); stopping to protect the data. Keep the data on a local disk.";
    busy(seconds: u64) = "数据文件正忙，等了 {seconds} 秒仍未轮到。刚才的操作没有写入，请再试一次。" | "The data file stayed busy for {seconds} s. Nothing was written; try again.";
    waiting(seconds: u64) = "数据文件正忙，等待另一处写完… {seconds} 秒" | "The data file is busy, waiting for the other one... {seconds} s";
    in_use = "另一个窗口正在使用这个数据文件。请先关闭它，再试一次。" | "Another window is using this data file. Close it and try again.";
    stale = "这条记录刚被别人改过。已重新读取，请核对后再保存。" | "Somebody else has just changed this record. It was read again; check it and save once more.";
    taken_id = "这个身份证号已有档案，不能重复建档。请打开已有档案。" | "This ID number is on file already. Open that record instead.";
    taken_class = "班次代码已有人用。请换一个代码。" | "This class code is taken. Choose another.";
    taken_enrolment = "此人已在这个班里。" | "This person is in the class already.";
    taken_session = "这个班在同一时间已有课次。" | "The class has a session at this time already.";
    gone = "这条记录已不在（可能刚被撤销）。请刷新。" | "This record is gone (perhaps just undone). Refresh.";
    damaged(what: &str) = "数据文件有损坏（{what}），已拒绝，没有改动。请用 baodao restore 恢复最近的备份。" | "The data file is damaged ({what}); refused, nothing was changed. Restore the newest backup with baodao restore.";
    disk_full = "磁盘已满，没有写入。请腾出空间再试；已有数据完好。" | "The disk is full; nothing was written. Free some space; the data is whole.";
    file_trouble(path: &str, why: &str) = "文件读写失败：{path}（{why}）。没有改动数据。" | "Cannot read or write {path} ({why}). No data was changed.";
    sqlite_trouble(code: i32) = "数据文件读写失败（代码 {code}），操作没有写入。" | "Cannot read or write the data file (code {code}); nothing was written.";

    // Undo.
    undo_nothing = "这次打开后没有可以撤销的操作；更早的在今日或记录里撤销。" | "Nothing recorded since the start can be undone; earlier acts are taken back on Today or in the audit.";
    undo_already(act: i64) = "操作 {act} 已经撤销过了。" | "Act {act} was undone before.";
    undo_later(act: i64, later: i64) = "不能撤销操作 {act}：之后的操作 {later} 又改了同一处。请直接更正。" | "Act {act} cannot be undone: act {later} touched the same place later. Correct it instead.";
    correct_instead(act: i64) = "操作 {act} 记的是以前的课，不能撤销：请打开那节课的点名更正，写明原因。" | "Act {act} is about a past day and cannot be undone: correct that roll, with the reason.";
    undo_kind = "这类操作不能撤销。" | "This kind of act cannot be undone.";
    undone(what: &str) = "已撤销：{what}" | "Undone: {what}";

    // What was asked for and is not there.
    no_class(code: &str) = "没有班次“{code}”。用 baodao class list 查看。" | "There is no class \"{code}\". See baodao class list.";
    no_session(text: &str) = "没有课次“{text}”。写法如 2026-09-07T08:30 或 2026-09-07/1（当天第几节）。" | "There is no session \"{text}\". Write 2026-09-07T08:30 or 2026-09-07/1 (first slot of the day).";
    no_trainee = "班里没有这个人。可写座号、身份证号、学员编号或姓名。" | "Nobody in the class is called so. Give a seat, an ID number, a trainee number or a name.";
    ambiguous(count: usize) = "班里有 {count} 个同名的人。请改写座号或身份证号。" | "{count} people in the class have this name. Give a seat or an ID number.";
    no_layout(key: &str) = "没有版式“{key}”。用 baodao layouts list 查看。" | "There is no layout \"{key}\". See baodao layouts list.";
    not_on_roll = "这个人当天不在名单上（还没报到，或已离班）。" | "This person is not on the roll that day (joined later, or left before).";
    not_all_taken(left: usize) = "还有 {left} 人未点，不能记下点名完成。" | "{left} not taken yet; the roll is not complete.";
    instructor_spoke(mark: &str, operator: &str, at: &str) = "教师已点为{mark}（{operator} {at}），要更正请按 F2 写原因。" | "The instructor marked it {mark} ({operator} {at}); F2 with a reason corrects it.";
    office_spoke(mark: &str, operator: &str, at: &str, why: &str) = "办公室已改为{mark}（{operator} {at} {why}），再改请按 F2 写原因。" | "The office made it {mark} ({operator} {at}: {why}); F2 with a reason corrects it.";
    span_backwards = "请假的结束早于开始。" | "The leave ends before it begins.";
    no_session_ahead = "这几天没有还可以登记请假的课。" | "No session of these days can still take announced leave.";
    sheet_needed = "请写明原因和签到表的编号或页码。" | "Give the reason and the number or page of the sign-in sheet.";
    not_past = "只有过去日期的课才补录；今天的课请直接点名。" | "Only past days are entered afterwards; take today's roll as usual.";
    overlap = "与本班已有课次时间重叠。请改时间。" | "It overlaps a session of the class. Change the time.";
    no_hour = "时段太短，不足一个学时。" | "The slot is too short for one class hour.";
    give_reason = "请写明原因。" | "Give the reason.";
    not_cancelled = "这次课没有停，不用补。" | "This session is not cancelled; there is nothing to make up.";
    made_up = "这次课已经补够了。" | "This session is made up already.";
    nothing_moves = "没有可以调的课次：时间和原来一样，或者都已有考勤。" | "Nothing moves: the time is the same, or all of them have marks.";
    no_teaching_day = "往后一年多里没有可以上课的日子，请改星期。" | "No day to teach on lies within a year and more; change the weekdays.";
    empty_setting = "名称不能为空。" | "A name cannot be empty.";
    not_a_region = "行政区划代码应为六位数字，如 140902。" | "A region code has six digits, like 140902.";
    stopped = "已停止，没有写入。" | "Stopped; nothing was written.";

    // Class faults.
    class_code_fault = "班次代码：1 到 30 个字符，不含空格和 / \\ : * ? \" < > |" | "Class code: 1 to 30 characters, without spaces and / \\ : * ? \" < > |";
    unknown_course = "培训项目：目录里没有这一项。按 F4 从目录里选；命令行用 baodao course list 查看代码。" | "Course: not in the catalogue. F4 chooses it; on the command line see baodao course list.";
    start_fault = "开班日期：看不懂，或没有这一天，写法如 2026年9月7日。" | "Start: not understood, or no such day; write 2026-09-07.";
    end_fault = "结业日期：看不懂，或没有这一天，写法如 2026年9月18日。" | "End: not understood, or no such day; write 2026-09-18.";
    end_before_start = "结业日期早于开班日期。" | "The end is before the start.";
    marked_before(sessions: usize, first: &str) = "这天之前有 {sessions} 次课已有考勤，最早一次在 {first}，开班日期不能晚于那天。" | "Sessions before that day that have marks: {sessions}, the first on {first}; the class cannot start after it.";
    hours_missing = "学时：目录没有这一项的学时，请填写。" | "Class hours: the catalogue has none for this course; type them.";
    hours_fault = "学时：1 到 2000 的整数。" | "Class hours: a whole number from 1 to 2000.";
    capacity_fault = "名额：1 到 1000 的整数。" | "Seats: a whole number from 1 to 1000.";

    // Timetable faults.
    fill_overlap(a: &str, b: &str) = "时段 {a} 与 {b} 重叠。" | "Slots {a} and {b} overlap.";
    fill_short(slot: &str) = "时段 {slot} 不足一个学时。" | "Slot {slot} is too short for one class hour.";
    fill_no_slot = "请至少写一个时段，如 08:30-12:00。" | "Give at least one slot, like 08:30-12:00.";
    fill_no_day = "开班到结业之间没有这些星期几。" | "None of these weekdays lies between start and end.";

    // Marks.
    not_begun = "课还没开始，只能登记请假。" | "The session has not begun; only leave can be announced.";
    reason_needed = "过去日期的考勤要写明原因。" | "A past day needs a reason.";
    session_cancelled = "这节课已取消。" | "This session is cancelled.";
    minutes_fault = "分钟数应为 1 到本节课的长度。" | "Minutes: from 1 to the length of the session.";

    // People.
    id_empty = "身份证号：请填写；没有身份证的，在“无证原因”里说明。" | "ID number: type it; without one, say why under \"No ID because\".";
    id_damaged = "身份证号：在表格里被存成了数字，末几位已丢失，无法还原。请按身份证重新录入。" | "ID number: the spreadsheet kept it as a number and lost its last digits. Type it again from the card.";
    id_first_generation = "身份证号：15 位的一代证已失效，请用 18 位号码。" | "ID number: 15 digits belong to the first generation, no longer valid. Use the 18-character number.";
    id_length(count: usize) = "身份证号：应为 18 位，现在是 {count} 位。" | "ID number: 18 characters are needed, there are {count}.";
    id_character(at: usize) = "身份证号：第 {at} 位不对，应为数字（末位可为 X）。" | "ID number: character {at} is wrong; digits only (the last may be X).";
    id_birth = "身份证号：第 7–14 位不是真实的日期。" | "ID number: characters 7 to 14 are not a real date.";
    id_future = "身份证号：出生日期在今天之后。" | "ID number: born after today.";
    id_check(expected: char) = "身份证号：校验位不符（应为 {expected}）：请逐位对照证件。" | "ID number: the check digit should be {expected}: compare every digit with the card.";
    name_empty = "姓名：请填写。" | "Name: type it.";
    name_long(count: usize) = "姓名：最多 50 个字，现在 {count} 个。" | "Name: at most 50 characters, there are {count}.";
    name_none = "姓名：没有文字。" | "Name: there is no letter in it.";
    sex_needed = "性别：没有身份证号时请填写。" | "Sex: needed without an ID number.";
    birth_needed = "出生日期：请写真实的日期，如 1985-06-12。" | "Birth date: a real date is needed, like 1985-06-12.";
    too_long(count: usize) = "文字太长：最多 200 个字，现在 {count} 个。" | "Too long: at most 200 characters, there are {count}.";
    phone_missing = "没有手机号，收下待补。" | "No phone; taken, to be added.";
    phone_length(count: usize) = "手机号 {count} 位，应为 11 位，收下待核。" | "The phone has {count} digits, not 11; taken, to be checked.";
    phone_form = "手机号不像手机号，收下待核。" | "The phone does not look like a mobile number; taken, to be checked.";
    account_form = "银行账号含有数字以外的字符，收下待核。" | "The account has other characters than digits; taken, to be checked.";
    account_length(count: usize) = "银行账号 {count} 位，借记卡为 16–19 位，收下待核。" | "The account has {count} digits, cards have 16 to 19; taken, to be checked.";
    account_luhn = "银行账号校验位不符，请核对；收下待核。" | "The account fails its check digit; taken, to be checked.";
    sex_differs = "性别与身份证号不符，以身份证号为准。" | "The sex differs from the ID number; the number counts.";
    birth_differs = "出生日期与身份证号不符，以身份证号为准。" | "The birth date differs from the ID number; the number counts.";
    name_unseen = "姓名里看不见的字符已去掉。" | "Unseen characters were taken out of the name.";
    name_radical = "姓名里的部首字符已换成同形汉字，请核对。" | "A radical in the name became the character that looks like it; check.";
    no_id_number = "没有身份证号，待核。" | "No ID number, to be checked.";
    duplicate_in_file(row: u32) = "与第 {row} 行身份证号相同。" | "The same ID number as in row {row}.";
    unknown_category(word: &str) = "人员类别“{word}”不在列表里，未登记类别。" | "The category \"{word}\" is not in the list; no category recorded.";
    unknown_nation(word: &str) = "民族“{word}”不在列表里，按原样保存。" | "The ethnic group \"{word}\" is not in the list; kept as written.";
    unknown_education(word: &str) = "文化程度“{word}”不在列表里，按原样保存。" | "The education \"{word}\" is not in the list; kept as written.";
    joined_outside(day: &str) = "入班日期 {day} 不在开班到结业之间，待核。" | "Joins on {day}, outside the days of the class; to be checked.";
    hidden_row = "这一行在表格里是隐藏的（比如被筛选掉），照样读了，请核对。" | "Hidden in the spreadsheet, by a filter perhaps, and read all the same; check.";
    left_class = "此人曾在本班、已离班；如要重新入班，请在前台办理。" | "This person was in the class and left; to join again, enrol at the desk.";
    damaged_account = "银行账号在表格里被存成了数字，末几位已丢失，未收；请按存折补录。" | "The spreadsheet kept the bank account as a number and lost its last digits; not taken, type it from the passbook.";
    has_marks = "这节课已有考勤，不能改日期和时间。请取消这节课，另加一节。" | "This session has marks; its day and time stay. Cancel it and add another.";
    before_start(start: &str) = "本班 {start} 开班，课次不能排在这天之前。" | "The class starts on {start}; no session goes before that day.";
    near_id(known: &str) = "与已有同名学员的身份证号（{known}）只差一处，请核对是否同一人。" | "Somebody of this name is on file with an ID number one slip away ({known}); check.";
    over_capacity(capacity: u32) = "超过本班名额 {capacity} 人。" | "More than the {capacity} seats of the class.";
    over_class_size(most: u32) = "超过政策包规定的每班 {most} 人。" | "More than the {most} people of the rule pack.";
    too_young(age: u32, least: u32) = "开班时 {age} 岁，不满 {least} 岁，待核。" | "{age} years old when the class starts, under {least}; to be checked.";
    same_id = "身份证号相同，已有档案" | "same ID number, on file";
    near_id_short = "身份证号只差一处" | "ID number one slip away";
    same_name = "同名" | "same name";
    same_name_birth = "姓名和出生日期相同" | "same name and birth date";
    same_phone = "手机号相同" | "same phone";

    // Statuses.
    proven = "有证明" | "proven";
    unproven = "待核：未见证明" | "to be checked: no proof seen";
    expired(day: &str) = "待核：证明 {day} 到期" | "to be checked: proof ended {day}";
    not_yet(day: &str) = "待核：证明 {day} 才取得" | "to be checked: proof from {day}";

    // Why an hour counts.
    because_not_begun = "未开始" | "not begun";
    because_not_taken = "未点名" | "not taken";
    because_not_expected = "当天不在班" | "not in the class that day";
    rule_from(rule: &str, from: &str) = "{rule}（{from}）" | "{rule} ({from})";
    usual_practice = "通行做法" | "usual practice";
    rule_earns_none = "只有出勤计学时：请假、缺勤、未点名不计" | "Only presence earns class hours: leave, absence and not taken earn none";
    because_full = "全学时" | "in full";
    because_grace(grace: u16) = "{grace}分内不扣" | "within {grace} min, nothing lost";
    because_lost(cost: u32) = "扣 {cost} 学时" | "{cost} h lost";
    because_leave = "请假不计学时" | "leave earns none";
    because_absent = "缺勤不计学时" | "absence earns none";
    source_hand = "手工" | "by hand";
    source_all = "全部到" | "all at once";
    source_device(line: u32) = "考勤机 第{line}行" | "device, line {line}";
    source_paper = "纸质签到" | "paper";
    layer_office = "办公室更正" | "office";
    layer_instructor = "教师" | "instructor";

    // Search.
    why_name = "姓名" | "name";
    why_pinyin = "拼音" | "pinyin";
    why_within = "姓名里有" | "within name";
    why_same_sound = "同音字" | "same sound";
    why_misheard = "近音" | "near sound";
    why_one_syllable = "差一个音" | "1 syllable";
    why_id = "身份证" | "ID number";
    why_id_tail = "身份证尾号" | "ID tail";
    why_phone = "手机" | "phone";
    why_phone_tail = "手机尾号" | "phone tail";
    why_number = "编号" | "number";

    // Phases.
    phase_planned = "未开班" | "planned";
    phase_running = "在训" | "running";
    phase_ended = "已结束" | "ended";

    // Acts.
    act_init = "建立数据文件" | "data file made";
    act_add_trainee = "建档" | "trainee added";
    act_change_trainee = "改资料" | "trainee changed";
    act_enrol = "报名" | "enrolment";
    act_import = "导入名单" | "roster imported";
    act_leave = "离班" | "left the class";
    act_withdraw = "退学" | "withdrew";
    act_transfer = "转班" | "moved to another class";
    act_wait = "登记候补" | "put on the waiting list";
    act_promote = "递补入班" | "seated from the waiting list";
    act_stop_waiting = "取消候补" | "taken off the waiting list";
    act_add_class = "新建班次" | "class added";
    act_change_class = "改班次" | "class changed";
    act_fill = "排课" | "timetable filled";
    act_add_session = "加课次" | "session added";
    act_change_session = "改课次" | "session changed";
    act_cancel_session = "取消课次" | "session cancelled";
    act_move_session = "调课" | "session moved";
    act_make_up = "补课" | "make-up session added";
    act_move_end = "结业日变更" | "planned end moved";
    act_mark = "点名" | "mark";
    act_mark_all = "给未点的人点名" | "the rest marked";
    act_mark_block = "区块点名" | "block marked";
    act_paste_marks = "粘贴考勤" | "marks pasted";
    act_announce_leave = "提前请假" | "leave announced";
    act_back_entry = "补录点名" | "roll entered afterwards";
    act_complete_roll = "点名完成" | "roll completed";
    act_compare_paper = "核对签到表" | "compared with the signed sheet";
    act_looks = "改显示" | "display changed";
    act_setting = "改设置" | "setting changed";
    act_add_operator = "增加操作员" | "operator added";
    act_change_operator = "改操作员" | "operator changed";
    act_sign_in = "登录" | "signed in";
    act_pin_failed = "口令输错" | "wrong PIN";
    act_reveal = "查看完整号码" | "whole numbers shown";
    act_export = "导出" | "export";
    act_restore = "恢复备份" | "backup restored";
    act_load = "载入演示数据" | "invented data loaded";
    act_undo(act: i64, what: &str) = "撤销操作 {act}：{what}" | "undo of act {act}: {what}";
    act_unknown = "其他操作" | "other act";
    act_of(what: &str, whom: &str) = "{what} {whom}" | "{what}: {whom}";
    act_people(people: u32) = "（{people} 人）" | " ({people} people)";
    act_cells(cells: u32) = "（{cells} 格）" | " ({cells} cells)";
    act_sessions(sessions: u32) = "（{sessions} 节）" | " (sessions: {sessions})";

    // What verify found.
    fault_pages = "数据页损坏" | "damaged pages";
    fault_references = "引用断裂" | "broken references";
    fault_gap(act: i64) = "缺少操作记录 {act}" | "act {act} is missing";
    fault_chain(act: i64) = "操作记录 {act} 被改动过" | "act {act} was altered";
    fault_commitment(act: i64) = "操作 {act} 写下的内容与记录不符" | "what act {act} wrote is not what is on file";
    fault_cell(mark: i64) = "考勤行 {mark} 的前后关系不对" | "line {mark} of the roll does not follow the one before";
    fault_schema = "表、索引或保护触发器与程序不符" | "tables, indexes or guards are not as the program made them";
    fault_rows(table: &str, rows: i64) = "{table} 有 {rows} 处绕过记录被改动" | "{rows} rows of {table} were written past the audit";
    fault_erased(table: &str, rows: i64) = "{table} 有 {rows} 条修改记录的内容被绕过程序抹去" | "{rows} records of changes to {table} were erased past the audit";
    fault_ledger(class: i64) = "班次 {class} 的学时对不上" | "the ledger of class {class} does not add up";
    clock_behind(minutes: u64) = "电脑时间比最近一次记录早 {minutes} 分钟，请核对日期和时间" | "the clock is {minutes} min behind the newest record; check date and time";
    pack_differs = "政策包与开班时不同" | "the rule pack is not the one the class began with";
    fault_keys = "查找索引与姓名不符" | "the search index does not fit the names";
}
