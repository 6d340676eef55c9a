//! Words that every part shares: days, levels, marks, units.

use super::Lang;
use crate::domain::calendar::Half;
use crate::domain::course::Level;
use crate::domain::mark::{LeaveKind, Mark, MarkKind};
use crate::domain::person::Sex;
use chrono::Weekday;

texts! {
    class_title(course: &str, level: &str) = "{course}{level}培训班" | "{course} {level} class";
    monday = "周一" | "Mon";
    tuesday = "周二" | "Tue";
    wednesday = "周三" | "Wed";
    thursday = "周四" | "Thu";
    friday = "周五" | "Fri";
    saturday = "周六" | "Sat";
    sunday = "周日" | "Sun";
    morning = "上午" | "a.m.";
    afternoon = "下午" | "p.m.";
    evening = "晚上" | "evening";
    level_5 = "五级" | "level 5";
    level_4 = "四级" | "level 4";
    level_3 = "三级" | "level 3";
    level_2 = "二级" | "level 2";
    level_1 = "一级" | "level 1";
    male = "男" | "M";
    female = "女" | "F";
    years(age: u32) = "{age}岁" | "{age} y";
    present = "到" | "present";
    late = "迟" | "late";
    early = "早" | "early";
    leave = "假" | "leave";
    absent = "缺" | "absent";
    not_taken = "未点" | "not taken";
    late_minutes(minutes: u16) = "迟 {minutes}分" | "late {minutes} min";
    early_minutes(minutes: u16) = "早 {minutes}分" | "early {minutes} min";
    both_minutes(late: u16, early: u16) = "迟{late} 早{early}分" | "late {late} early {early}";
    sick = "假 病" | "leave, sick";
    personal = "假 事" | "leave, pers.";
    hours(n: u32) = "{n}学时" | "{n} h";
    none = "无" | "none";
    yes = "是" | "yes";
    no = "否" | "no";
    // What a field takes, where nothing of what was typed went into it.
    takes_digits = "这一栏只收数字" | "digits only";
    takes_id = "这一栏只收数字和字母" | "digits and letters only";
    takes_date = "这一栏写日期，如 2026-09-07" | "a date, like 2026-09-07";
    takes_time = "这一栏写时段，如 08:30-12:00" | "a time, like 08:30-12:00";
    clause = "；" | "; ";
    separator = "、" | ", ";
}

pub const fn weekday(lang: Lang, day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => monday(lang),
        Weekday::Tue => tuesday(lang),
        Weekday::Wed => wednesday(lang),
        Weekday::Thu => thursday(lang),
        Weekday::Fri => friday(lang),
        Weekday::Sat => saturday(lang),
        Weekday::Sun => sunday(lang),
    }
}

pub const fn half(lang: Lang, half: Half) -> &'static str {
    match half {
        Half::Morning => morning(lang),
        Half::Afternoon => afternoon(lang),
        Half::Evening => evening(lang),
    }
}

pub const fn level(lang: Lang, level: Level) -> &'static str {
    match level {
        Level::L5 => level_5(lang),
        Level::L4 => level_4(lang),
        Level::L3 => level_3(lang),
        Level::L2 => level_2(lang),
        Level::L1 => level_1(lang),
    }
}

pub const fn sex(lang: Lang, sex: Sex) -> &'static str {
    match sex {
        Sex::Male => male(lang),
        Sex::Female => female(lang),
    }
}

/// The one word of a kind, for headers and narrow cells.
pub const fn mark_kind(lang: Lang, kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Present => present(lang),
        MarkKind::Late => late(lang),
        MarkKind::Early => early(lang),
        MarkKind::Leave => leave(lang),
        MarkKind::Absent => absent(lang),
        MarkKind::NotTaken => not_taken(lang),
    }
}

/// A mark with its minutes or kind of leave.
pub fn mark(lang: Lang, mark: Mark) -> String {
    match mark {
        Mark::Present { late, early } => match (late.get(), early.get()) {
            (0, 0) => present(lang).to_owned(),
            (late, 0) => late_minutes(lang, late),
            (0, early) => early_minutes(lang, early),
            (late, early) => both_minutes(lang, late, early),
        },
        Mark::Leave(LeaveKind::Sick) => sick(lang).to_owned(),
        Mark::Leave(LeaveKind::Personal) => personal(lang).to_owned(),
        Mark::Absent => absent(lang).to_owned(),
        Mark::Cleared => not_taken(lang).to_owned(),
    }
}
