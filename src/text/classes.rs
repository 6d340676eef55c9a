//! Words of the classes page and of the form of a class.

texts! {
    title = "班次" | "Classes";
    about = "全部班次：排课、调课、停课、补课、转班、退学、候补" | "Timetables, moving, transfer, waiting";
    filter = "筛选" | "Filter";
    filter_about = "班次代码、培训项目或拼音" | "A class code or a course";
    counted(shown: usize, all: usize) = "{shown} / {all} 个班" | "{shown} of {all}";
    empty = "还没有班次。按 F6 开第一个班；也可以先在“培训项目”里挑一项。"
        | "There is no class yet. F6 plans the first one, or choose a course on the Courses page.";
    nothing = "没有符合的班次，请改短筛选词。" | "No class fits; shorten the filter.";
    only_first(most: u32) = "只列出 {most} 个班，更早的请用筛选之外的办法查找。" | "Only {most} classes are listed.";
    code = "班次" | "Class";
    course = "培训项目" | "Course";
    dates = "开班 - 结业" | "Start - end";
    phase = "状态" | "State";
    seats = "人数" | "Seats";
    room = "名额" | "Room";
    hours = "学时" | "Hours";
    open = "打开" | "Open";
    open_about = "课程表与名单" | "Timetable and roster";
    add = "开新班" | "New class";
    add_about = "新建一个班次" | "Plan a class";
    edit = "修改" | "Edit";
    edit_about = "改这个班的日期、学时、名额等" | "Change dates, hours, seats and so on";
    none_chosen = "没有选中的班次" | "no class is chosen";

    new_title = "新班次" | "New class";
    edit_title(code: &str) = "班次 > {code} > 修改" | "Class > {code} > edit";
    save_about = "保存这个班次；回车只是到下一栏" | "Keep this class; Enter only goes to the next field";
    saved_next(code: &str, next: &str) = "已保存班次 {code}；空出名额，下一位候补 {next}" | "Class {code} is saved; a seat is free, next on the waiting list is {next}";
    saved(code: &str) = "已保存班次 {code}" | "Class {code} is saved";
    followed(count: usize) = "，未上的 {count} 次课随之更改" | ", and so are its {count} coming sessions";
    merged(count: usize) = "这个班刚被别人改过，已取来新值；您改的 {count} 处还在，请核对后再按 F8。"
        | "Somebody else has just changed this class. Their values are here, your {count} changes too; check and press F8 again.";
    theirs(value: &str) = "别人刚改为：{value}" | "changed by somebody to: {value}";

    f_code = "班次代码" | "Class code";
    f_course = "培训项目" | "Course";
    f_start = "开班日期" | "Start";
    f_end = "结业日期" | "End";
    f_hours = "学时" | "Class hours";
    f_capacity = "名额" | "Seats";
    f_place = "地点" | "Place";
    f_instructor = "教师" | "Instructor";
    h_code = "1 到 30 个字符，如 QZ-01；以后也用它找这个班" | "1 to 30 characters, like QZ-01; the class is found by it";
    h_course = "按 F4 或直接打字、拼音，从目录里选" | "F4 or just type to choose from the catalogue";
    h_start = "如 9月7日、9-7 或 2026-09-07；不写年份是离今天最近的那天" | "Like 9-7 or 2026-09-07; without a year, the day nearest to today";
    h_end = "最后一天，含当天" | "The last day, included";
    h_hours = "要求的学时；空着就用目录的" | "Required class hours; left empty, the catalogue's count";
    h_capacity = "可以空着；报满后只提醒，不拒绝" | "May stay empty; more people are a warning, never refused";
    h_place = "课程表会带上它" | "The timetable takes it over";
    h_instructor = "课程表会带上他" | "The timetable takes it over";
    by_catalogue(hours: u32, source: &str) = "目录 {hours} 学时，学时空着就用它；来源：{source}" | "Catalogue: {hours} h, taken where the hours stay empty; source: {source}";
    no_catalogue = "目录没有这一项的学时，请填写" | "The catalogue has no hours for this course; type them";
    previous = "Ctrl+D 照抄上一个班" | "Ctrl+D copies from the last class";
}
