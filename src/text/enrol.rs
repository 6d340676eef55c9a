//! Words of the enrol page.

texts! {
    title = "报名" | "Enrol";
    about = "登记学员并排进班次" | "Put a person on file and into a class";
}
