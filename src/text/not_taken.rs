//! Words of the list of rolls not taken.

texts! {
    title = "未点名" | "Not taken";
    about = "各班已开始、还没点完的课" | "Sessions begun, not all people taken";
    counted(n: usize) = "{n} 节课" | "sessions: {n}";
    order(since: &str) = "{since} 起已开始、还有人未点的课，拖得最久的在前" | "Begun since {since}, with people not taken, the longest overdue first";
    day = "日期" | "Date";
    slot = "时段" | "Time";
    class = "班次" | "Class";
    course = "培训项目" | "Course";
    instructor = "教师" | "By";
    left = "未点" | "Left";
    since = "开课已过" | "Ago";
    one_day = "1 天" | "1 day";
    days(n: i64) = "{n} 天" | "{n} d";
    hours(hours: u16, minutes: u16) = "{hours} 时 {minutes} 分" | "{hours} h {minutes} min";
    minutes(n: u16) = "{n} 分" | "{n} min";
    open = "点名" | "Roll";
    open_about = "打开这节课的点名" | "Opens the roll of this session";
    to_class = "班次" | "Class";
    to_class_about = "到这个班的班次页" | "To the page of the class";
    none = "没有未点的课" | "there is none";
    all_taken(since: &str) = "都点完了：{since} 起已开始的课，没有一个人未点。" | "All rolls are taken: nobody is left in any session begun since {since}.";
    more(n: usize) = "只列最近的 {n} 节，更早的还有" | "Only the newest {n} are listed; there are older ones";
}
