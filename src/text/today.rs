//! Words of the today page.

texts! {
    title = "今日" | "Today";
    about = "今天的课、未点的名、学时不足的人" | "Sessions of today, rolls not taken, people short of hours";
}
