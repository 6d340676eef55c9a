//! Words of the class page.

texts! {
    title = "班次" | "Class";
    about = "课程表与名单" | "Timetable and roster of a class";
}
