//! Words of the classes page.

texts! {
    title = "班次" | "Classes";
    about = "全部班次" | "All classes";
}
