//! Timetables: filling around holidays, and what is said of years nobody knows.

use crate::desk::desk_at;
use baodao::app::Desk;
use baodao::domain::calendar::{Slot, Weekdays};
use baodao::domain::class::ClassDraft;
use baodao::domain::holiday::{OnHolidays, TeachingDays};
use baodao::domain::ids::ClassId;

fn planned(desk: &mut Desk, start: &str, end: &str) -> ClassId {
    let draft = ClassDraft {
        code: "JY-01".into(),
        course: "2022/6-29-01-01/5".into(),
        start: start.into(),
        end: end.into(),
        hours: "40".into(),
        ..ClassDraft::default()
    };
    desk.add_class(&draft).unwrap()
}

fn days(on_holidays: OnHolidays) -> TeachingDays {
    TeachingDays { weekdays: Weekdays::parse("mon-fri").unwrap(), on_holidays }
}

fn morning() -> [Slot; 1] {
    [Slot::parse("08:30-12:00").unwrap()]
}

#[test]
fn holidays_are_left_out_by_name_and_working_weekends_wait_to_be_asked() {
    let (mut desk, _folder) = desk_at("2026-09-01 08:00");
    let id = planned(&mut desk, "2026-09-14", "2026-10-11");
    let plan = |desk: &Desk, rule| desk.plan_timetable(id, days(rule), &morning()).unwrap();
    assert_eq!(plan(&desk, OnHolidays::Teach).new.len(), 20);
    let rest = plan(&desk, OnHolidays::Rest);
    let left_out: Vec<String> = rest.left_out.iter().map(|special| special.day.to_string()).collect();
    assert_eq!(
        left_out,
        ["2026-09-25", "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"]
    );
    assert_eq!((rest.new.len(), rest.brought_in.len()), (14, 0));
    let work = plan(&desk, OnHolidays::RestAndWork);
    assert_eq!((work.new.len(), work.brought_in.len()), (16, 2), "09-20 and 10-10");
    let filled = desk.fill_timetable(id, days(OnHolidays::RestAndWork), &morning()).unwrap();
    assert_eq!(filled, work, "done as it was shown");
    assert_eq!(desk.sessions(id).unwrap().len(), 16);
    assert!(filled.unknown_years.is_empty());
}

#[test]
fn a_year_nobody_put_on_file_is_said_and_a_table_of_ones_own_counts() {
    let (mut desk, folder) = desk_at("2026-12-20 08:00");
    let id = planned(&mut desk, "2026-12-28", "2027-01-08");
    let rest = desk.plan_timetable(id, days(OnHolidays::Rest), &morning()).unwrap();
    assert_eq!((rest.new.len(), rest.unknown_years), (10, vec![2027]));
    assert_eq!(desk.years_without_holidays().unwrap(), [2027]);
    let own = folder.path().join("data/holidays");
    std::fs::create_dir(&own).unwrap();
    std::fs::write(own.join("2027.tsv"), "2027-01-01\tholiday\t元旦\tNew Year\n").unwrap();
    let rest = desk.plan_timetable(id, days(OnHolidays::Rest), &morning()).unwrap();
    assert_eq!((rest.new.len(), rest.unknown_years), (9, Vec::new()));
    assert!(desk.years_without_holidays().unwrap().is_empty());
}
