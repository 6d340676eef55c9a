//! Words of the page that shows a pasted column of marks before it is written.

texts! {
    place(roll: &str) = "{roll} > 粘贴" | "{roll} > Paste";

    how_copy = "在 WPS 或 Excel 里复制考勤那一列，从第一个人到最后一个人，和名单一样多；或者连姓名一起复制两列，人数、顺序不限。"
        | "In WPS or Excel copy the column of marks, from the first person to the last, as many as on the roll; or two columns, names and marks, in any number and order.";
    how_paste = "回到这里粘贴：Ctrl+Shift+V，或鼠标右键。" | "Come back here and paste: Ctrl+Shift+V, or the right mouse button.";
    how_words = "认得：到 出勤 √ 1，迟到15 早退20（分钟），病假 事假，缺 旷课 ×；空格子不动。"
        | "Understood: present, 1, late 15, early 20 (minutes), sick, personal, absent, x; empty cells change nothing.";
    how_safe = "先看每一行要写成什么，按 F8 才写入，一步就能撤销。" | "You see first what each line would set; F8 writes it, one undo takes it all back.";
    misfit(lines: usize, people: usize) = "贴进来 {lines} 行，名单上 {people} 人，对不上号，没有写入。请连姓名一起复制两列。"
        | "{lines} lines were pasted and {people} people are on the roll: nobody can tell whose is whose. Copy the names as well, two columns.";

    // Headers and what stands below them.
    line = "行" | "Line";
    pasted = "贴来的" | "Pasted";
    person = "对到的人" | "For";
    stands = "现在" | "Now";
    becomes = "写成" | "Becomes";
    by_place(lines: usize) = "{lines} 行，按名单顺序" | "{lines} lines, in the order of the roll";
    by_name(lines: usize) = "{lines} 行，按姓名" | "{lines} lines, by name";
    will_write(n: usize) = "写入 {n}" | "to write {n}";
    faults(n: usize) = "! 不写 {n}" | "! not understood {n}";
    leave(n: usize) = "原有请假 {n}" | "against leave {n}";
    mend = "看不懂的行不写：回车改写法，或写完再到点名页标。F8 写入其余各行" | "Lines with ! are not written: Enter mends one. F8 writes the others";
    fine = "F8 写入，空格让一行不写" | "F8 writes, Space leaves a line out";
    blank = "空格子，不动" | "empty: stays";
    same = "一样，不动" | "the same: stays";
    keeps_leave(mark: &str) = "{mark}？原有请假，不写" | "{mark}? on leave: stays";
    against_leave(mark: &str) = "{mark}，换掉请假" | "{mark} instead of leave";
    left_out(mark: &str) = "{mark}，不写" | "{mark}, left out";
    not_understood = "看不懂" | "not understood";
    no_minutes = "没写几分钟" | "minutes are missing";
    nobody = "名单上没有" | "nobody on the roll";
    namesakes(n: usize) = "有 {n} 人同名" | "{n} people of this name";
    twice(line: usize) = "和第 {line} 行同一人" | "same person as line {line}";

    // Verbs.
    write = "写入" | "Write";
    write_about = "把看得懂的行一次写入；一步撤销" | "The lines understood, all at once; one undo";
    retype = "改写法" | "Mend";
    retype_about = "把这一行的考勤重新打一遍" | "Types the mark of this line anew";
    retype_title(line: usize, name: &str) = "第 {line} 行  {name}" | "Line {line}  {name}";
    turn = "写/不写" | "In or out";
    turn_about = "这一行写还是不写" | "Whether this line is written";
    nothing_to_write = "没有要写入的行" | "there is nothing to write";
    no_line = "没有选中的行" | "no line is chosen";
    nobodys_line = "这一行没对到人，请到点名页标" | "this line is nobody's: mark on the page of the roll";
    sets_nothing = "这一行本来就不写" | "this line sets nothing";
    not_written = "贴进来的没有写入" | "Nothing of what was pasted was written";
}
