//! Words of the plain mode: no screen, one line after the other.

texts! {
    intro = "纯文本模式。? 列出本页能做的事，输入编号就执行；=名称 执行那件事；=F8 或 =下 是按键；#3 选第 3 项；= 重读本页；\"2 把 2 当文字输入。" | "Plain mode. ? lists what can be done on this page, a number does it; =Name does what is called so; =F8 or =Down is a key; #3 chooses the third item; = reads the page again; \"2 types 2 as text.";
    intro_form = "表格里直接输入内容，空行保留原样并到下一栏；到最后一栏后用 =F8 保存。" | "In a form type the value; an empty line keeps it and goes on; after the last field =F8 saves.";
    what_next = "做什么" | "What next";
    required = "（必填）" | " (required)";
    who = "谁" | "Who";
    pin = "口令" | "PIN";
    unseen = "（输入时不显示）" | " (not shown while typed)";
    seen = "（这个终端会显示出来，请遮住屏幕）" | " (this terminal shows it: cover the screen)";
    empty_line_does(name: &str) = "空行：{name}" | "Empty line: {name}";
    many_rows(n: usize) = "有 {n} 行变了，= 重读本页" | "{n} rows changed; = reads the page again";
    more_to_do(n: usize) = "还有 {n} 项：到别的页面、处处可用的命令。?? 全部列出" | "{n} more: other pages, commands that work everywhere. ?? lists all";
    digits_are_keys(n: usize) = "这一页上一位数字就是按键。选第 {n} 项用 #{n}，做第 {n} 件事用 ={n}" | "On this page a single digit is a key. #{n} chooses item {n}, ={n} does what has that number";
    can_do = "能做的事：" | "What can be done:";
    blocked(name: &str) = "{name}（现在不能）" | "{name} (not now)";
    no_number(n: usize) = "没有编号 {n}，? 列出现在能做的事" | "There is no {n}; ? lists what can be done now";
    no_item(n: usize) = "没有第 {n} 项" | "There is no item {n}";
    no_name(name: &str) = "没有叫“{name}”的，? 列出现在能做的事" | "Nothing is called \"{name}\"; ? lists what can be done now";
    several(names: &str) = "有几个：{names}。请写全" | "There are several: {names}. Write more of it";
    answer_number = "请输入编号；空行取消" | "Answer with a number; an empty line cancels";
    pick_number = "输入编号选定，空行选带 > 的，打字筛选，=Esc 取消" | "A number takes it, an empty line the one with >, text filters, =Esc cancels";
    write_line = "输入一行；空行保留原样；=Esc 取消" | "Write a line; an empty one keeps what is there; =Esc cancels";
    answer_first = "先回答，或用 =Esc 取消" | "Answer first, or cancel with =Esc";
    sign_in_first = "先登录；=Ctrl+Q 退出程序" | "Sign in first; =Ctrl+Q quits";
    last_field = "这是最后一栏。=F8 保存，#1 回到第一栏" | "This is the last field. =F8 saves, #1 goes to the first";
    ended = "已结束。" | "Ended.";
    opt = "不用全屏：一行一行地读写，供读屏软件、坏终端和脚本使用" | "No full screen: line by line, for screen readers, broken terminals and scripts";
}
