//! Words of calling names, one after the other.

texts! {
    place(roll: &str) = "{roll} > 逐个" | "{roll} > Call";
    position(nth: usize, of: usize) = "第 {nth} / {of} 人" | "{nth} of {of}";
    next = "下一个" | "Next";
    next_about = "不标记，到下一个未点的人" | "To the next one not taken, without a mark";
    previous = "上一个" | "Back";
    previous_about = "回到刚才叫的人，可以改" | "To whom was called before";
    complete_about = "说明这节课点完了，记下谁、几点" | "The roll is complete: by whom and when";
    first = "这是第一个人" | "this is the first one";
    back_for_personal = "  退格 回到此人再按 4 改事假" | "  Backspace goes back, then 4: personal";
    nobody_called = "已经到末尾，没有标记；退格回到上一个" | "The end of the roll: nothing was marked; Backspace goes back";
    end = "都点到了" | "Everybody was taken";
    end_left(left: usize) = "点到末尾，还有 {left} 人未点" | "The end of the roll; {left} not taken yet";
    end_complete = "F8 记下点名完成    退格 上一个    Esc 回到表格" | "F8 says it is complete    Backspace goes back    Esc: the page";
    end_back = "退格 上一个    Esc 回到表格" | "Backspace goes back    Esc: the page";
    end_again = "空格 从第一个未点的人再叫    Esc 回到表格" | "Space calls those left once more    Esc: the page";
}
