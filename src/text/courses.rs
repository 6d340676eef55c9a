//! Words of the courses page.

texts! {
    title = "培训项目" | "Courses";
    about = "全部工种与等级；开新班从这里" | "Occupations; a new class begins here";
    filter = "筛选" | "Filter";
    filter_about = "名称、拼音、代码、领域都可以" | "A name, a code or a field";
    counted(shown: usize, all: usize) = "{shown} / {all} 项" | "{shown} of {all}";
    nothing = "没有符合的培训项目，请改短筛选词。" | "No course fits; shorten the filter.";
    name = "名称" | "Name";
    level = "等级" | "Level";
    code = "职业代码" | "Occupation code";
    coded(code: &str, edition: &str) = "{code}（{edition}版）" | "{code} ({edition})";
    field = "领域" | "Field";
    lines = "培训方式" | "Training line";
    hours = "学时" | "Hours";
    source = "学时依据" | "Hours from";
    no_hours = "目录没有学时，开班时填写" | "not in the catalogue; typed with the class";
    no_level = "不分级" | "no level";
    open = "开新班" | "New class";
    open_about = "用这个培训项目开一个新班" | "Plan a class of this course";
    none_chosen = "没有选中的培训项目" | "no course is chosen";
}
