//! People come in: duplicates, near misses, warnings, versions, drafts.

use crate::desk::{class, desk_at, leaves, opened, person, seated};
use baodao::app::enrol::{Likeness, Registration, Who, draft_of};
use baodao::app::limits::EnrolWarning;
use baodao::app::settings::Settings;
use baodao::app::{Chance, Desk, Opened, Trouble};
use baodao::domain::class::ClassDraft;
use baodao::domain::id_number::IdNumber;
use baodao::domain::ids::ClassId;
use baodao::domain::person::TraineeDraft;
use baodao::domain::status::{Category, Status};
use std::collections::BTreeMap;

fn new(draft: TraineeDraft, class: Option<ClassId>) -> Registration {
    Registration { who: Who::New(draft), statuses: Vec::new(), class, joined: None, category: String::new() }
}

#[test]
fn one_act_puts_a_person_on_file_proves_and_seats_them() {
    let (mut desk, _folder) = desk_at("2026-09-07 08:26");
    let class = class(&mut desk, "QZ-01");
    let proof = Status {
        category: Category("returnee".into()),
        proof_kind: "village-certificate".into(),
        proof_number: "忻村证 12".into(),
        obtained: None,
        expires: None,
    };
    let registration = Registration {
        statuses: vec![proof.clone()],
        category: "returnee".into(),
        ..new(person(0), Some(class))
    };
    let before = desk.acts(None, 100).unwrap().len();
    let registered = desk.register(&registration).unwrap();
    assert_eq!(desk.acts(None, 100).unwrap().len(), before + 1);
    assert_eq!(registered.seat.map(|(_, seat)| seat), Some(1));
    let known = desk.person(registered.trainee).unwrap();
    assert_eq!((known.statuses[0].status.clone(), known.classes.len()), (proof, 1));
    desk.undo_last().unwrap();
    assert!(desk.person(registered.trainee).is_err(), "one undo takes all of it back");
}

#[test]
fn look_alikes_are_named_while_typing() {
    let (mut desk, _folder) = desk_at("2026-09-07 08:26");
    desk.register(&new(person(0), None)).unwrap();
    let known = person(0);
    let likeness = |draft: &TraineeDraft| {
        desk.check_person(draft, None)
            .unwrap()
            .alike
            .into_iter()
            .map(|alike| alike.likeness)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        likeness(&TraineeDraft { id_number: known.id_number.clone(), ..TraineeDraft::default() }),
        [Likeness::SameId]
    );
    let slip = known.id_number.replacen("1985", "1958", 1);
    assert_eq!(likeness(&TraineeDraft { id_number: slip, ..TraineeDraft::default() }), [Likeness::NearId]);
    let same_day =
        TraineeDraft { name: known.name.clone(), birth: "1985-06-12".into(), ..TraineeDraft::default() };
    assert_eq!(likeness(&same_day), [Likeness::SameNameAndBirth]);
    assert_eq!(
        likeness(&TraineeDraft { phone: known.phone.clone(), ..TraineeDraft::default() }),
        [Likeness::SamePhone]
    );
    assert_eq!(likeness(&person(1)), []);
}

#[test]
fn limits_warn_and_never_refuse() {
    let (mut desk, _folder) = desk_at("2026-09-07 08:26");
    let id = class(&mut desk, "QZ-01");
    let body = "14099920110902001";
    let number = "0123456789X"
        .chars()
        .map(|check| format!("{body}{check}"))
        .find(|id| IdNumber::parse(id).is_ok())
        .unwrap();
    let young = TraineeDraft { id_number: number, ..person(0) };
    let registered = desk.register(&new(young, Some(id))).unwrap();
    assert_eq!(registered.warnings, [EnrolWarning::TooYoung { age: 15, least: 16 }]);
    assert!(registered.seat.is_some());
}

#[test]
fn a_form_read_before_somebody_elses_change_is_stale() {
    let (mut desk, _folder) = desk_at("2026-09-07 08:26");
    let registered = desk.register(&new(person(0), None)).unwrap();
    let row = desk.person(registered.trainee).unwrap().row;
    let changed = |remarks: &str| Registration {
        who: Who::Known {
            id: row.id,
            version: row.version,
            draft: TraineeDraft { remarks: remarks.into(), ..draft_of(&row.trainee) },
        },
        ..new(person(0), None)
    };
    desk.register(&changed("一")).unwrap();
    let refused = desk.register(&changed("二")).unwrap_err();
    assert!(matches!(refused, Trouble::Store(baodao::store::StoreError::Stale)));
}

#[test]
fn a_draft_is_kept_until_it_is_dropped() {
    let (desk, _folder) = desk_at("2026-09-07 08:26");
    let fields = BTreeMap::from([("name".to_owned(), "王建".to_owned())]);
    desk.keep_draft("enrol", &fields).unwrap();
    assert_eq!(desk.draft("enrol").unwrap().unwrap().fields, fields);
    desk.drop_draft("enrol").unwrap();
    assert_eq!(desk.draft("enrol").unwrap(), None);
}

#[test]
fn seats_count_up_in_the_order_of_joining() {
    let (mut desk, _folder) = desk_at("2026-09-07 08:26");
    let id = class(&mut desk, "QZ-01");
    seated(&mut desk, id, 5);
    let seats: Vec<u32> =
        desk.class_view(id).unwrap().enrolments.iter().map(|enrolment| enrolment.seat).collect();
    assert_eq!(seats, [1, 2, 3, 4, 5]);
}

#[test]
fn who_withdraws_before_the_first_day_is_expected_nowhere() {
    let (mut desk, _folder) = desk_at("2026-09-04 16:00");
    let id = class(&mut desk, "QZ-01");
    seated(&mut desk, id, 2);
    let view = desk.class_view(id).unwrap();
    assert_eq!(view.enrolments[0].joined, view.class.start);
    leaves(&mut desk, &view.enrolments[0]);
    assert_eq!(desk.roll(view.sessions[0].id).unwrap().seats.len(), 1);
}

#[test]
fn whoever_joined_on_the_first_day_moves_with_it() {
    let (mut desk, _folder) = desk_at("2026-09-04 16:00");
    let id = class(&mut desk, "QZ-01");
    seated(&mut desk, id, 2);
    let old = desk.class(id).unwrap();
    let draft = ClassDraft {
        code: old.code.to_string(),
        course: old.course.0.clone(),
        start: "2026-09-05".into(),
        end: old.end.to_string(),
        hours: "80".into(),
        ..ClassDraft::default()
    };
    desk.change_class(id, old.version, &draft, "").unwrap();
    let joined: Vec<String> =
        desk.class_view(id).unwrap().enrolments.iter().map(|e| e.joined.to_string()).collect();
    assert_eq!(joined, ["2026-09-05", "2026-09-05"]);
    desk.undo_last().unwrap();
    assert_eq!(desk.class_view(id).unwrap().enrolments[0].joined, old.start, "one step back");
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn undo_takes_back_ones_own_acts_only() {
    let (mut desk, folder) = desk_at("2026-09-07 08:26");
    let mine = desk.register(&new(person(0), None)).unwrap().trainee;
    let on_file = |desk: &Desk| desk.today_page().unwrap().trainees;
    let mut other = Desk::open(
        &folder.path().join("data"),
        Opened { chance: Chance::Seeded(99), ..opened("2026-09-07 08:27") },
    )
    .unwrap();
    let theirs = other.register(&new(person(1), None)).unwrap().trainee;
    assert_eq!(on_file(&desk), 2);
    desk.undo_last().unwrap();
    assert_eq!(on_file(&desk), 1);
    assert!(desk.person(mine).is_err() && desk.person(theirs).is_ok());
    assert!(desk.undo_last().is_err(), "what another desk of the same operator did stays");
    let mut later = Desk::open(&folder.path().join("data"), opened("2026-09-07 09:00")).unwrap();
    assert!(later.undo_last().is_err());
    assert!(later.undo_named().is_ok(), "after a restart only by name");
}

#[test]
fn leaving_and_joining_again_on_one_day_counts_once() {
    let (mut desk, _folder) = desk_at("2026-09-07 08:26");
    let id = class(&mut desk, "QZ-01");
    seated(&mut desk, id, 3);
    let view = desk.class_view(id).unwrap();
    leaves(&mut desk, &view.enrolments[2]);
    let row = desk.person(view.enrolments[2].trainee).unwrap().row;
    let who = Who::Known { id: row.id, version: row.version, draft: draft_of(&row.trainee) };
    desk.register(&Registration { who, ..new(person(2), Some(id)) }).unwrap();
    for session in [0, 2] {
        assert_eq!(desk.roll(view.sessions[session].id).unwrap().seats.len(), 3);
    }
    assert_eq!(desk.today_page().unwrap().sessions[0].expected, 3);
}

#[test]
fn a_setting_taken_back_can_be_made_again() {
    let (mut desk, _folder) = desk_at("2026-09-07 08:26");
    for lang in ["en", "zh"] {
        let settings = desk.settings().unwrap();
        desk.change_settings(&Settings { lang: lang.into(), ..settings }).unwrap();
        assert_eq!(desk.settings().unwrap().lang, lang);
        assert_eq!(desk.verify().unwrap().faults, []);
        if lang == "en" {
            desk.undo_last().unwrap();
            assert_eq!(desk.settings().unwrap().lang, "");
        }
    }
    desk.undo_last().unwrap();
    assert_eq!((desk.settings().unwrap().lang.as_str(), desk.verify().unwrap().faults), ("", vec![]));
}
