//! Words that every form page has in common.

texts! {
    typed_first = "这张表还没保存；先保存或离开，再撤销上一步操作" | "This form is not saved; save or leave it, then take the last act back";
    save = "保存" | "Save";
    choose = "选择" | "Choose";
    no_list = "这一栏没有列表，直接打字" | "this field has no list: type";
    choose_about = "打开当前一栏的列表" | "Open the list of this field";
    unchanged = "没有改动" | "Nothing was changed";
    faults(count: usize) = "还有 {count} 处要改，已到第一处" | "To be mended: {count}; the first is in focus";
    day_fault = "没有看懂日期。写法如 9月7日 或 2026-09-07" | "Not a date; write it as 9-7 or 2026-09-07";
    required = "必填" | "Required";
}
