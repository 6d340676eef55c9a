//! Words of the page that learns how a scanner or card reader types.

texts! {
    title = "读卡设备" | "Card reader";
    about = "让程序认得扫描枪、身份证阅读器的格式和快慢" | "Teach the program the format and pace of a scanner or card reader";
    intro = "刷身份证两三次，格式自动填在下面；看一遍，不对的改掉，F8 保存。" | "Scan a card two or three times; the format fills in below. F8 saves it.";
    nothing_yet = "还没有收到读卡" | "Nothing heard yet";
    heard(count: usize, keys: usize, gap: u16, end: &str) = "收到 {count} 次，最近 {keys} 键，最长间隔 {gap} 毫秒，{end}结尾" | "Heard {count} times; the last had {keys} keys, the longest gap was {gap} ms, its end: {end}";

    pace = "按键间隔" | "Gap";
    pace_help = "一次读卡里两键之间最多隔多少毫秒，20 到 200；慢的设备要大一些" | "At most so many milliseconds between two keys of a scan: 20 to 200";
    bell = "提示音" | "Bell";
    bell_help = "扫到时终端响一声" | "The terminal rings at a scan";
    separator = "分隔" | "Separator";
    separator_help = "各段之间是什么；只送号码的设备选“只有号码”" | "What stands between the fields; a device that sends the number only has none";
    escape = "汉字写法" | "Hanzi as";
    escape_help = "阅读器送来的汉字是原样，还是反斜杠加四位代码" | "Whether the reader sends hanzi as they are, or as \\u and four digits";
    suffix = "结尾" | "End";
    suffix_help = "一条读完后设备送什么键" | "The key that the device sends after a record";
    part_help = "这一段是什么；用不着的选“无”。旁边是刚才读到的内容" | "What this field holds; \"none\" for what is of no use. Beside it stands what was read";
    part_1 = "第 1 段" | "Field 1";
    part_2 = "第 2 段" | "Field 2";
    part_3 = "第 3 段" | "Field 3";
    part_4 = "第 4 段" | "Field 4";
    part_5 = "第 5 段" | "Field 5";
    part_6 = "第 6 段" | "Field 6";
    part_7 = "第 7 段" | "Field 7";
    part_8 = "第 8 段" | "Field 8";
    part_9 = "第 9 段" | "Field 9";
    part_10 = "第 10 段" | "Field 10";
    part_11 = "第 11 段" | "Field 11";
    part_12 = "第 12 段" | "Field 12";

    on = "开" | "on";
    off = "关" | "off";
    alone = "只有号码" | "the number alone";
    tab = "制表键" | "Tab key";
    enter = "回车" | "Enter key";
    space = "空格" | "space";
    silence = "没有，停顿为止" | "nothing, silence";
    plain = "原样" | "as they are";
    unicode = "四位代码" | "\\u codes";
    f_name = "姓名" | "name";
    f_sex = "性别" | "sex";
    f_nation = "民族" | "ethnic group";
    f_birth = "出生日期" | "birth";
    f_address = "住址" | "address";
    f_id = "身份证号" | "ID number";
    f_issuer = "签发机关" | "issuer";
    f_validity = "有效期限" | "validity";
    f_from = "有效期起" | "valid from";
    f_until = "有效期止" | "valid until";

    save_about = "从现在起按这个格式认读卡" | "Records are read in this format from now on";
    test = "试读" | "Test";
    test_about = "用现在的格式读最近一次读卡；没有就粘贴一条" | "Reads the last record in the format as it stands; without one, paste one";
    forget = "重新来" | "Start over";
    forget_about = "忘掉刚才收到的，重新刷卡" | "Forgets what was heard; scan again";

    proposed = "格式已填出，看一遍再按 F8 保存" | "The format is filled in; look it over, then F8 saves";
    not_learned = "收到了，但里面没有有效的身份证号，再刷一次" | "Heard, but there is no valid ID number in it; scan again";
    number_only = "这台设备只送号码，不用设格式；按 F8 保存间隔" | "This device sends the number alone and needs no format; F8 saves the gap";
    saved = "已保存，现在起按这个格式认" | "Saved; records are read in this format now";
    unchanged = "和原来一样，没有改动" | "As it was; nothing to save";
    forgotten = "已清空，请重新刷卡" | "Forgotten; scan again";
    pace_fault = "20 到 200 的整数" | "a whole number from 20 to 200";
    profile_fault = "各段里要有一个身份证号，别的各不重复，分隔和结尾不能相同" | "One field must be the ID number, no other may stand twice, and separator and end must differ";
    keys_heard(keys: usize, gap: u16) = "设备连发 {keys} 键，最长间隔 {gap} 毫秒" | "A device sent {keys} keys, the longest gap was {gap} ms";
    paste_sample = "粘贴或键入一条读卡内容" | "Paste or type one record";
    read_as(name: &str, id: &str, more: &str) = "读出：{name} {id} {more}" | "Read: {name} {id} {more}";
    read_alone(id: &str) = "读出号码 {id}" | "Read the number {id}";
    slow(learned: &str, ms: u16) = "{learned}。这台设备慢（{ms} 毫秒），打字快时也像读卡" | "{learned}. The device is slow ({ms} ms): fast typing looks like a scan";
    read_number(id: &str) = "读出号码 {id}，其余按现在的格式读不出" | "Read the number {id}; the rest does not fit this format";
    not_read = "按现在的格式读不出，检查分隔和各段" | "Cannot be read in this format; look at the separator and the fields";
}
