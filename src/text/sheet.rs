//! Words of spreadsheets in and out: what is wrong with a file and where.

texts! {
    sheet = "工作表" | "sheet";
}
