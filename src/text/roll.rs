//! Words of the roll page.

texts! {
    title = "点名" | "Attendance";
    about = "一节课的考勤" | "The roll of one session";
}
