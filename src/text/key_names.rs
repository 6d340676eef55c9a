//! What a key is called, in both languages. Keys printed alike in both (F8, Ctrl+D) have no line here.

texts! {
    enter = "回车" | "Enter";
    tab = "Tab" | "Tab";
    back_tab = "Shift+Tab" | "Shift+Tab";
    space = "空格" | "Space";
    up = "上" | "Up";
    down = "下" | "Down";
    left = "左" | "Left";
    right = "右" | "Right";
    backspace = "退格" | "Backspace";
}
