//! Words of the frame around every screen: bar, help, palette, dialogs.

texts! {
    program = "报到" | "Baodao";

    help = "帮助" | "Help";
    help_about = "本页的按键和说明" | "Keys and words of this page";
    search = "查找" | "Search";
    search_about = "到今日页的查找框" | "Go to the search box of the first page";
    more = "更多" | "More";
    more_about = "所有命令和页面，可按拼音查找" | "All commands and pages, found by name";
    at_work = "正在处理，请稍候…" | "At work, one moment...";
    refresh = "刷新" | "Refresh";
    refresh_about = "重新读取数据" | "Read the data again";
    undo = "撤销" | "Undo";
    undo_about = "先撤销栏里打的字；没打字时撤销上一步操作" | "Takes back typing first, else the last act";
    redo = "重做" | "Redo";
    redo_about = "重打刚才在这一栏里撤销的字" | "Types again what was taken back in a field";
    repaint = "重画屏幕" | "Repaint";
    repaint_about = "屏幕显示错乱时用" | "When the screen looks wrong";
    mouse = "关闭鼠标" | "Mouse off";
    mouse_about = "之后可以拖选文字，再选一次打开（开着时按住 Shift 拖选）" | "Dragging then selects text; once more: on";
    mouse_is_off = "鼠标已关闭，可以拖选文字；再到 F9 选一次打开" | "The mouse is off, dragging selects text; once more under F9 turns it on";
    mouse_is_on = "鼠标已打开" | "The mouse is on";
    back = "返回" | "Back";
    back_about = "返回上一页" | "Go back to the page before";
    quit = "退出" | "Quit";
    quit_about = "退出程序，有未保存的内容会先问" | "Leave the program; asks first if something is not saved";
    copy = "复制" | "Copy";
    copy_about = "用终端的 Ctrl+Shift+C；Ctrl+C 不会退出" | "Ctrl+Shift+C of the terminal; Ctrl+C never quits";
    paste = "粘贴" | "Paste";
    paste_about = "用终端的 Ctrl+Shift+V" | "Ctrl+Shift+V of the terminal";
    go_to = "页面" | "page";

    copy_note = "复制请用终端的 Ctrl+Shift+C；退出请按 Ctrl+Q" | "Copy with the terminal's Ctrl+Shift+C; Ctrl+Q quits";
    paste_note = "粘贴请用 Ctrl+Shift+V" | "Paste with Ctrl+Shift+V";
    unused(key: &str) = "{key} 在这里没有用处，F1 看帮助" | "{key} does nothing here, F1 for help";
    unused_text = "这里不接收文字，F3 查找，F1 帮助" | "No text is taken here; F3 searches, F1 helps";
    is_blocked(name: &str, why: &str) = "现在不能{name}：{why}" | "{name} is not possible now: {why}";
    nothing_to_undo = "没有可以撤销的" | "Nothing to undo";
    nothing_to_redo = "Ctrl+Y 只重做刚撤销的打字；撤销了的操作请重新做" | "Ctrl+Y only redoes typing; do an undone act anew";
    refreshed = "已刷新" | "Refreshed";
    at_the_root = "这是第一页，退出请按 Ctrl+Q" | "This is the first page; Ctrl+Q quits";
    already_here = "已在这一页" | "Already on this page";

    too_small = "窗口太小" | "The window is too small";
    too_small_need(cols: u16, rows: u16) = "需要 {cols} 列 {rows} 行" | "needs {cols} columns, {rows} rows";
    too_small_have(cols: u16, rows: u16) = "现在 {cols} 列 {rows} 行" | "now {cols} columns, {rows} rows";
    too_small_safe = "数据都在，请放大窗口" | "Nothing is lost; enlarge it";

    help_title(page: &str) = "帮助：{page}" | "Help: {page}";
    help_field = "当前一栏" | "This field";
    help_here = "本页" | "This page";
    help_everywhere = "到处可用" | "Everywhere";
    help_moving = "上下键翻看，Esc 关闭" | "Up and Down to read on, Esc closes";
    rows_below(rows: u16) = "下面还有 {rows} 行" | "more lines below: {rows}";
    help_guide = "再按一次 F1：使用说明，想做的事一步一步怎么做" | "F1 once more: what you may want to do, step by step";
    help_aliases = "按键被终端占用时：F8=Ctrl+S，F3=Ctrl+F 或 /，F4=F7，F9=Ctrl+P 或 :，Ctrl+Z=F12，Ctrl+Q=F10，F1=?" | "If the terminal keeps a key: F8=Ctrl+S, F3=Ctrl+F or /, F4=F7, F9=Ctrl+P or :, Ctrl+Z=F12, Ctrl+Q=F10, F1=?";

    palette = "命令" | "Commands";
    palette_hint = "打字筛选，上下选择，回车执行，Esc 关闭" | "Type to filter, Up and Down choose, Enter runs, Esc closes";
    no_match = "没有符合的" | "Nothing matches";

    cancel = "取消" | "Cancel";
    confirm_hint = "左右选择，回车确定，F8 直接执行，Esc 取消" | "Left/Right choose, Enter takes it, F8 does it, Esc cancels";
    pick_hint = "打字筛选，上下选择，回车选定，Esc 取消" | "Type to filter, arrows choose, Enter takes, Esc cancels";
    place_hint = "打字查找，方向键选择，回车选定，Esc 取消" | "Type to find, arrows choose, Enter takes, Esc cancels";
    place_ways = "拼音、首字母、汉字、六位代码都行，如 gzpy" | "Pinyin, initials, hanzi or six digits, like gzpy";
    proposed(place: &str) = "{place}（按右箭头采用）" | "{place} (Right takes it)";
    retired(year: &str) = "停用 {year}" | "retired {year}";
    retired_once = "停用" | "retired";
    retired_now(retired: &str, place: &str) = "{retired}，今 {place}" | "{retired}, now {place}";
    not_in_table = "区划表里没有，可以照用" | "not in the table; it may be used";
    minutes_wrong(most: u16) = "分钟数是 1 到 {most} 的整数" | "Minutes are a whole number from 1 to {most}";
    reason_wrong = "请写原因；不做按 Esc" | "Write why; Esc leaves it undone";
    prompt_hint = "回车确定，Esc 取消" | "Enter takes it, Esc cancels";

    more_lines(count: usize) = "还有 {count} 行，放大窗口可见" | "more lines in a larger window: {count}";
    unsaved = "有未保存的内容：F8 保存，再按 Esc 放弃，其他键继续" | "Not saved: F8 saves, Esc again discards, any other key goes on";
    unsaved_quit = "还没保存：F8 保存，再按 Ctrl+Q 退出，其他键继续" | "Not saved: F8 saves, Ctrl+Q again quits, other keys go on";
    no_previous = "没有上一条可以照抄" | "No record before this one to copy from";

    broken_off = "程序出了错，已停下。数据文件没有损坏，请重新打开。" | "The program met a fault and stopped. The data file is safe; please start again.";

    keys_page = "按键测试" | "Key test";
    keys_page_about = "看看终端送来了哪些键" | "See which keys the terminal lets through";
    keys_intro = "每键按一下，也扫一次码。没到的键用右边的代替，Esc 返回。" | "Press each key once, and scan; beside each stands what to use instead.";
    keys_came = "已到" | "came";
    keys_mouse = "鼠标" | "mouse";
    about_terminal = "关于终端" | "This terminal";
    about_signs = "字符宽度" | "Columns of signs";
    about_trust = "显示" | "Shown as";
    about_lines = "线条" | "Lines";
    about_colours = "外观" | "Colours";
    not_asked = "没有测量" | "not measured";
    silent = "终端没有回答" | "the terminal gave no answer";
    lines_box = "画线" | "line signs";
    lines_ascii = "用 + - |" | "+ - |";
    lines_none = "不画线" | "none";
    signs_replaced = "宽度不定的字符换成别的" | "signs of uncertain width are replaced";
    signs_as_they_are = "所有字符照原样" | "all signs as they are";
    palette_dark = "深色" | "dark";
    palette_light = "浅色" | "light";
    palette_contrast = "高对比" | "high contrast";
    palette_mono = "单色" | "mono";
    no_colour_set = "系统设了 NO_COLOR" | "NO_COLOR is set";
    about_change = "显示错位或看不清，到设置页改外观和线条" | "If it looks broken or faint, change colours and lines under Settings";
    keys_text(text: &str) = "文字 {text}" | "text {text}";
}
