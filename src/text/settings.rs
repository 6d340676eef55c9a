//! Words of the settings page.

texts! {
    title = "设置" | "Settings";
    about = "机构、操作员、语言、外观、备份" | "Centre, operator, language, looks, backups";
    f_centre = "机构名称" | "Centre";
    f_region = "行政区划" | "Region";
    f_operator = "操作员" | "Operator";
    f_language = "语言" | "Language";
    system = "随系统" | "System";
    f_theme = "外观" | "Colours";
    f_lines = "线条" | "Lines";
    h_centre = "与办学许可证一致，会印在表上" | "As on the licence; it is printed on sheets";
    h_region = "键入拼音、汉字或六位代码，F4 逐级选" | "Type pinyin, hanzi or six digits; F4 goes down from the province";
    h_operator = "以后的操作记在谁名下" | "Who acts from now on";
    h_language = "按 F4 选择，保存后马上生效" | "F4 lists; takes effect when saved";
    f_lock = "闲置锁屏" | "Lock after";
    h_lock = "几分钟不按键就盖住页面，0 为不锁；设了口令才有用" | "Minutes without a key until the page is covered, 0 never; only where PINs are set";
    h_theme = "按 F4 选择，保存后马上生效；系统设了 NO_COLOR 时总是单色" | "F4 lists; takes effect when saved; always mono where NO_COLOR is set";
    h_lines = "线条显示错位、表格对不齐时，改用 + - |；自动则在启动时测量终端" | "Where lines or columns look broken, take + - |; automatic measures the terminal at the start";
    looks_only = "语言、外观、线条谁都可以改；其他由负责人改" | "Language, colours and lines are for everybody; the rest is for the head of centre";
    lines_auto = "自动" | "automatic";
    lines_broken = "线条显示错位？F4 换一种" | "Do lines look broken? F4 offers others";
    save = "保存" | "Save";
    save_about = "保存设置" | "Keep the settings";
    saved = "设置已保存    Ctrl+Z 撤销" | "The settings are saved    Ctrl+Z takes it back";
    saved_for = "设置已保存，以后的操作记在新操作员名下" | "The settings are saved; the new operator acts from now on";
    next_start = "设置已保存；语言下次启动时随系统" | "The settings are saved; the system's language counts from the next start";
    backup = "备份" | "Back up";
    backup_about = "现在复制一份数据，并打开核对" | "Copy the data now and check the copy";
    backed_up(name: &str, acts: i64, people: u32) = "已备份 {name}：{acts} 条记录，{people} 人，已核对"
        | "Backed up {name}: acts {acts}, people {people}, checked";
    verify = "校验" | "Verify";
    verify_about = "核对整个数据文件：页面、引用、记录链、考勤" | "Check the whole file: pages, references, chain of acts, roll";
    sound(acts: i64, revisions: i64, marks: i64) = "数据完好：{acts} 条操作、{revisions} 处改动、{marks} 条考勤，逐条核对无误"
        | "The data is sound; checked one by one: acts {acts}, changes {revisions}, marks {marks}";
    unsound(faults: &str) = "数据有问题：{faults}。请停止录入，用 baodao restore 恢复最近的备份。"
        | "The data is damaged: {faults}. Stop working and restore the newest backup with baodao restore.";
    data = "数据" | "Data";
    folder = "位置" | "Folder";
    acts = "记录" | "Record";
    acts_are(acts: i64) = "{acts} 条操作，只增不改" | "acts on file: {acts}, only ever added to";
    read_only(version: i32) = "! 只读：由更新的版本（{version}）写成" | "! read only: written by a newer version ({version})";
    backups(count: usize) = "备份 {count} 份    Ctrl+R 恢复其中一份" | "Backups: {count}    Ctrl+R restores one";
    no_backups = "还没有备份。按 F6 现在备份。" | "No backup yet. F6 makes one now.";
    made = "时间" | "Made";
    size = "大小" | "Size";
    file = "文件" | "File";
    kb(n: u64) = "{n} KB" | "{n} KB";
    mb(n: u64) = "{n} MB" | "{n} MB";
}

// Both languages at once: whoever cannot read this screen must find their own.
pub const CHINESE: &str = "中文 Chinese";
pub const ENGLISH: &str = "English 英文";
