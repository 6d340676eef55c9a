//! Words of the audit page.

texts! {
    title = "记录" | "Audit";
    about = "谁在何时做了什么" | "Who did what when";
}
