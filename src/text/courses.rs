//! Words of the courses page.

texts! {
    title = "培训项目" | "Courses";
    about = "全部工种与等级" | "All occupations and levels";
}
