//! Words of the plain mode: no screen, one line after the other.

texts! {
    intro = "纯文本模式。? 列出现在能做的事；输入编号就执行；=F8 或 =下 是按键；=名称 执行那件事；#3 选第 3 项；\"2 把 2 当文字输入。" | "Plain mode. ? lists what can be done now; a number does it; =F8 or =Down is a key; =Name does what is called so; #3 chooses the third item; \"2 types 2 as text.";
    intro_form = "表格里直接输入内容，空行保留原样并到下一栏；到最后一栏后用 =F8 保存。" | "In a form type the value; an empty line keeps it and goes on; after the last field =F8 saves.";
    can_do = "现在能做：" | "What can be done now:";
    blocked(name: &str) = "{name}（现在不能）" | "{name} (not now)";
    no_number(n: usize) = "没有编号 {n}，? 列出现在能做的事" | "There is no {n}; ? lists what can be done now";
    no_item(n: usize) = "没有第 {n} 项" | "There is no item {n}";
    no_name(name: &str) = "没有叫“{name}”的，? 列出现在能做的事" | "Nothing is called \"{name}\"; ? lists what can be done now";
    several(names: &str) = "有几个：{names}。请写全" | "There are several: {names}. Write more of it";
    answer_number = "请输入编号；空行取消" | "Answer with a number; an empty line cancels";
    pick_number = "输入编号选定，空行选带 > 的，打字筛选，=Esc 取消" | "A number takes it, an empty line the one with >, text filters, =Esc cancels";
    write_line = "输入一行；空行保留原样；=Esc 取消" | "Write a line; an empty one keeps what is there; =Esc cancels";
    last_field = "这是最后一栏。=F8 保存，#1 回到第一栏" | "This is the last field. =F8 saves, #1 goes to the first";
    ended = "已结束。" | "Ended.";
    opt = "不用全屏：一行一行地读写，供读屏软件、坏终端和脚本使用" | "No full screen: line by line, for screen readers, broken terminals and scripts";
}
