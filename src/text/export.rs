//! Words of the export page.

texts! {
    title = "导出" | "Export";
    about = "把班次写成表格" | "Write a class into a spreadsheet";
}
