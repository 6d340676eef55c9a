//! Facts of the desk as sentences. The words stand in `text`; here is which fact takes which.

mod acts;
mod document;
mod person;
mod seats;
pub mod sign_in;
pub mod timetable;

pub use acts::{about, act};
pub use document::document;
pub use person::{
    id_fault, likeness, name_fault, reject, trainee_doubt, trainee_fault, trainee_field, warning,
};
pub use seats::{elsewhere, enrol_warning, meanwhile, move_warning};

use super::Trouble;
use super::classes::Phase;
use crate::domain::class::{ClassFault, ClassField, FillFault};
use crate::domain::ledger::{Because, Totals};
use crate::domain::mark::{Layer, MarkFault, Source};
use crate::domain::rules::RulePack;
use crate::domain::status::Standing;
use crate::sheet::layout::RowsPer;
use crate::store::rows::{MarkLine, Why};
use crate::store::{Fault, StoreError, Taken, UndoRefused};
use crate::text::{Lang, common, desk as t, operators, roll, seats as seat, sheet, system};

pub fn trouble(lang: Lang, trouble: &Trouble) -> String {
    match trouble {
        Trouble::Store(error) => store(lang, error),
        Trouble::Sheet(fault) => crate::sheet::words::fault(lang, fault),
        Trouble::NoSuchClass(code) => t::no_class(lang, &shown(code)),
        Trouble::NoSuchSession(text) => t::no_session(lang, &shown(text)),
        Trouble::SessionCancelled(session) => timetable::session_cancelled(lang, session),
        Trouble::NoSuchTrainee => t::no_trainee(lang).to_owned(),
        Trouble::Ambiguous(count) => t::ambiguous(lang, *count),
        Trouble::NobodyNamed => seat::nobody_named(lang).to_owned(),
        Trouble::Namesakes(count) => seat::namesakes(lang, *count),
        Trouble::NotWaiting => seat::not_waiting(lang).to_owned(),
        Trouble::NoSeat { room, ahead } => seat::no_seat(lang, *room, *ahead),
        Trouble::Departure(faults) => {
            faults.iter().map(|fault| seat::fault(lang, *fault)).collect::<Vec<_>>().join(" ")
        }
        Trouble::NoSuchLayout { key, refused } => {
            let refused = refused
                .iter()
                .map(|one| crate::text::export::not_used(lang, &one.name(), &one.faults(lang).join(" ")));
            std::iter::once(t::no_layout(lang, &shown(key))).chain(refused).collect::<Vec<_>>().join(" ")
        }
        Trouble::Class(faults) => faults
            .iter()
            .map(|(field, fault)| class_fault(lang, *field, *fault))
            .collect::<Vec<_>>()
            .join(" "),
        Trouble::Trainee(faults) => {
            faults.iter().map(|(_, fault)| trainee_fault(lang, fault)).collect::<Vec<_>>().join(" ")
        }
        Trouble::Mark(fault) => mark_fault(lang, *fault).to_owned(),
        Trouble::Fill(fault) => fill_fault(lang, *fault),
        Trouble::NotAllTaken(left) => t::not_all_taken(lang, *left),
        Trouble::NotOnRoll => t::not_on_roll(lang).to_owned(),
        Trouble::OfficeSpoke(line) => office_spoke(lang, line),
        Trouble::InstructorSpoke(line) => instructor_spoke(lang, line),
        Trouble::Span => t::span_backwards(lang).to_owned(),
        Trouble::NoSessionAhead => t::no_session_ahead(lang).to_owned(),
        Trouble::SheetNeeded => t::sheet_needed(lang).to_owned(),
        Trouble::NotPast => t::not_past(lang).to_owned(),
        Trouble::Overlap => t::overlap(lang).to_owned(),
        Trouble::HasMarks => t::has_marks(lang).to_owned(),
        Trouble::BeforeStart(start) => t::before_start(lang, &start.to_string()),
        Trouble::LosesMarks(loss) => timetable::loss(lang, *loss),
        Trouble::NoHour => t::no_hour(lang).to_owned(),
        Trouble::ReasonNeeded => t::give_reason(lang).to_owned(),
        Trouble::NotCancelled => t::not_cancelled(lang).to_owned(),
        Trouble::MadeUp => t::made_up(lang).to_owned(),
        Trouble::NothingMoves => t::nothing_moves(lang).to_owned(),
        Trouble::NoTeachingDay => t::no_teaching_day(lang).to_owned(),
        Trouble::EmptySetting => t::empty_setting(lang).to_owned(),
        Trouble::Region => t::not_a_region(lang).to_owned(),
        Trouble::SignIn => operators::sign_in_first(lang).to_owned(),
        Trouble::NotAllowed { role, right } => sign_in::not_allowed(lang, *role, *right),
        Trouble::NotOwnClass(who) if who.is_empty() => operators::not_own_class_nobody(lang).to_owned(),
        Trouble::NotOwnClass(who) => operators::not_own_class(lang, who),
        Trouble::CorrectInstead(act) => t::correct_instead(lang, act.0),
        Trouble::NotOwnAct => operators::not_own_act(lang).to_owned(),
        Trouble::Operator(fault) => sign_in::operator_fault(lang, fault),
        Trouble::Refused(why) => sign_in::refusal(lang, *why),
        Trouble::LockMinutes => operators::lock_fault(lang).to_owned(),
        Trouble::Stopped => t::stopped(lang).to_owned(),
    }
}

/// What was typed, fit to be printed.
fn shown(text: &str) -> String {
    crate::domain::written::line(text).chars().take(60).collect()
}

fn store(lang: Lang, error: &StoreError) -> String {
    let path = |path: &std::path::Path| path.display().to_string();
    match error {
        StoreError::Missing(at) => t::no_file(lang, &path(at.parent().unwrap_or(at))),
        StoreError::Exists(at) => t::file_exists(lang, &path(at)),
        StoreError::NotOurFile(at) => t::not_ours(lang, &path(at)),
        StoreError::Network { path: at, kind } => t::network(lang, &path(at), kind),
        StoreError::Newer { found, ours } => t::newer(lang, *found, *ours),
        StoreError::Setting { name, got, .. } => t::setting_refused(lang, name, got),
        StoreError::Busy(waited) => t::busy(lang, waited.as_secs()),
        StoreError::InUse => t::in_use(lang).to_owned(),
        StoreError::Stale => t::stale(lang).to_owned(),
        StoreError::Taken(Taken::IdNumber) => t::taken_id(lang).to_owned(),
        StoreError::Taken(Taken::ClassCode) => t::taken_class(lang).to_owned(),
        StoreError::Taken(Taken::Enrolment) => t::taken_enrolment(lang).to_owned(),
        StoreError::Taken(Taken::Session) => t::taken_session(lang).to_owned(),
        StoreError::Taken(Taken::Operator) => operators::taken(lang).to_owned(),
        StoreError::Taken(Taken::Waiting) => seat::taken_waiting(lang).to_owned(),
        StoreError::Gone => t::gone(lang).to_owned(),
        StoreError::Damaged(what) => t::damaged(lang, what),
        StoreError::Undo(UndoRefused::Nothing) => t::undo_nothing(lang).to_owned(),
        StoreError::Undo(UndoRefused::Already(act)) => t::undo_already(lang, *act),
        StoreError::Undo(UndoRefused::Later { act, later }) => t::undo_later(lang, *act, *later),
        StoreError::Undo(UndoRefused::Kind) => t::undo_kind(lang).to_owned(),
        StoreError::DiskFull => t::disk_full(lang).to_owned(),
        StoreError::File { path: at, source, .. } => {
            t::file_trouble(lang, &path(at), system::why(lang, source.kind()))
        }
        StoreError::Sqlite { .. } => t::sqlite_trouble(lang, error.sqlite_code().unwrap_or(0)),
    }
}

pub fn class_fault(lang: Lang, field: ClassField, fault: ClassFault) -> String {
    let text = match (fault, field) {
        (ClassFault::MarkedBefore { sessions, first }, _) => {
            return t::marked_before(lang, sessions, &first.to_string());
        }
        (ClassFault::Code, _) => t::class_code_fault(lang),
        (ClassFault::CodeTaken, _) => t::taken_class(lang),
        (ClassFault::UnknownCourse, _) => t::unknown_course(lang),
        (ClassFault::Day, ClassField::End) => t::end_fault(lang),
        (ClassFault::Day, _) => t::start_fault(lang),
        (ClassFault::EndBeforeStart, _) => t::end_before_start(lang),
        (ClassFault::HoursMissing, _) => t::hours_missing(lang),
        (ClassFault::Hours, _) => t::hours_fault(lang),
        (ClassFault::Capacity, _) => t::capacity_fault(lang),
    };
    text.to_owned()
}

pub fn fill_fault(lang: Lang, fault: FillFault) -> String {
    match fault {
        FillFault::Overlap(a, b) => t::fill_overlap(lang, &a.to_string(), &b.to_string()),
        FillFault::NoHour(slot) => t::fill_short(lang, &slot.to_string()),
        FillFault::NoSlot => t::fill_no_slot(lang).to_owned(),
        FillFault::NoDay => t::fill_no_day(lang).to_owned(),
    }
}

pub fn mark_fault(lang: Lang, fault: MarkFault) -> &'static str {
    match fault {
        MarkFault::NotBegun => t::not_begun(lang),
        MarkFault::ReasonNeeded => t::reason_needed(lang),
        MarkFault::Cancelled => t::session_cancelled(lang),
        MarkFault::Minutes => t::minutes_fault(lang),
    }
}

/// Who corrected the cell, to what and why; and what may be done.
fn office_spoke(lang: Lang, line: &MarkLine) -> String {
    let (mark, at) = (roll::said(lang, line.mark), said_at(line));
    t::office_spoke(lang, &mark, operators::called(lang, &line.operator), &at, &line.reason)
}

fn instructor_spoke(lang: Lang, line: &MarkLine) -> String {
    let (mark, at) = (roll::said(lang, line.mark), said_at(line));
    t::instructor_spoke(lang, &mark, operators::called(lang, &line.operator), &at)
}

fn said_at(line: &MarkLine) -> String {
    super::clock::local(line.wall_ms).format("%m-%d %H:%M").to_string()
}

pub fn standing(lang: Lang, standing: Standing) -> String {
    match standing {
        Standing::Proven => t::proven(lang).to_owned(),
        Standing::Unproven => t::unproven(lang).to_owned(),
        Standing::Expired(day) => t::expired(lang, &day.to_string()),
        Standing::NotYet(day) => t::not_yet(lang, &day.to_string()),
    }
}

/// Why a session earned what it earned; the rule pack's own words and source are beside it.
pub fn because(lang: Lang, because: Because, rules: &RulePack) -> String {
    match because {
        Because::NotBegun => t::because_not_begun(lang).to_owned(),
        Because::NotTaken => t::because_not_taken(lang).to_owned(),
        Because::NotExpected => t::because_not_expected(lang).to_owned(),
        Because::Full => t::because_full(lang).to_owned(),
        Because::WithinGrace { .. } => t::because_grace(lang, rules.grace_minutes.value),
        Because::Lost { late_cost, early_cost, .. } => t::because_lost(lang, (late_cost + early_cost).get()),
        Because::Leave => t::because_leave(lang).to_owned(),
        Because::Absent => t::because_absent(lang).to_owned(),
    }
}

/// The rule behind a reason: the pack's number with its source, or that what is not presence earns nothing.
pub fn rule(lang: Lang, because: Because, rules: &RulePack) -> String {
    let sourced = match because {
        Because::WithinGrace { .. } => &rules.grace_minutes,
        Because::Lost { .. } => &rules.minutes_per_lost_hour,
        Because::Full => &rules.minutes_per_hour,
        Because::NotBegun | Because::NotTaken | Because::NotExpected | Because::Leave | Because::Absent => {
            return t::rule_from(lang, t::rule_earns_none(lang), pack(lang, rules));
        }
    };
    let note = match lang {
        Lang::Zh => &sourced.zh,
        Lang::En => &sourced.en,
    };
    let from = [pack(lang, rules), &document(lang, &sourced.source)].join(common::clause(lang));
    t::rule_from(lang, note, &from)
}

pub fn source(lang: Lang, source: &Source) -> String {
    match source {
        Source::Hand => t::source_hand(lang).to_owned(),
        Source::AllAtOnce => t::source_all(lang).to_owned(),
        Source::Device { line, .. } => t::source_device(lang, *line),
        Source::Paper => t::source_paper(lang).to_owned(),
    }
}

pub fn layer(lang: Lang, layer: Layer) -> &'static str {
    match layer {
        Layer::Instructor => t::layer_instructor(lang),
        Layer::Office => t::layer_office(lang),
    }
}

pub fn why(lang: Lang, why: Why) -> &'static str {
    match why {
        Why::Name => t::why_name(lang),
        Why::Pinyin => t::why_pinyin(lang),
        Why::Within => t::why_within(lang),
        Why::SameSound => t::why_same_sound(lang),
        Why::Misheard => t::why_misheard(lang),
        Why::OneSyllable => t::why_one_syllable(lang),
        Why::IdNumber => t::why_id(lang),
        Why::IdTail => t::why_id_tail(lang),
        Why::Phone => t::why_phone(lang),
        Why::PhoneTail => t::why_phone_tail(lang),
        Why::Number => t::why_number(lang),
    }
}

/// What a page of a sheet is for; nothing where the sheet lists people and no days.
pub fn rows_per(lang: Lang, rows_per: RowsPer) -> &'static str {
    match rows_per {
        RowsPer::Person => "",
        RowsPer::Day => sheet::per_day(lang),
        RowsPer::HalfDay => sheet::per_half_day(lang),
        RowsPer::Month => sheet::per_month(lang),
    }
}

pub fn phase(lang: Lang, phase: Phase) -> &'static str {
    match phase {
        Phase::Planned => t::phase_planned(lang),
        Phase::Running => t::phase_running(lang),
        Phase::Ended => t::phase_ended(lang),
    }
}

pub fn fault(lang: Lang, fault: Fault) -> String {
    match fault {
        Fault::Pages => t::fault_pages(lang).to_owned(),
        Fault::References => t::fault_references(lang).to_owned(),
        Fault::Gap(act) => t::fault_gap(lang, act),
        Fault::Chain(act) => t::fault_chain(lang, act),
        Fault::Commitment(act) => t::fault_commitment(lang, act),
        Fault::Cell(mark) => t::fault_cell(lang, mark),
        Fault::Schema => t::fault_schema(lang).to_owned(),
        Fault::Rows(table, rows) => t::fault_rows(lang, table, rows),
        Fault::Erased(table, rows) => t::fault_erased(lang, table, rows),
        Fault::Ledger(class) => t::fault_ledger(lang, class),
        Fault::NameKeys => t::fault_keys(lang).to_owned(),
    }
}

/// What there is to say of something, side by side: whatever is empty leaves no gap.
pub fn joined<S: AsRef<str>>(parts: impl IntoIterator<Item = S>) -> String {
    let mut line = String::new();
    for part in parts {
        let part = part.as_ref();
        if !line.is_empty() && !part.is_empty() {
            line.push_str("  ");
        }
        line.push_str(part);
    }
    line
}

/// A rule pack by name.
pub const fn pack(lang: Lang, rules: &RulePack) -> &str {
    match lang {
        Lang::Zh => rules.zh.as_str(),
        Lang::En => rules.en.as_str(),
    }
}

/// Attendance in percent with one decimal, cut off and never rounded up: 79.96 % reads 79.9 %.
pub fn percent(totals: &Totals) -> Option<String> {
    let [have, of] = totals.ratio();
    let tenths = (u64::from(have) * 1000).checked_div(u64::from(of))?;
    Some(format!("{}.{}%", tenths / 10, tenths % 10))
}
