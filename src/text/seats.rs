//! Words of seats: how much room there is, who waits, how somebody left, what moving to another class leads to.

use super::Lang;
use crate::domain::departure::{DepartureFault, DepartureKind};
use crate::domain::room::Room;

texts! {
    left_one = "剩 1 个名额" | "1 seat left";
    left_some(seats: u32) = "剩 {seats} 个名额" | "seats left: {seats}";
    full = "已满" | "full";
    over(people: u32) = "超 {people} 人" | "{people} over";
    waiting(people: u32) = "候补 {people} 人" | "{people} waiting";
    both(seats: &str, waiting: &str) = "{seats}，{waiting}" | "{seats}, {waiting}";
    waits_at(code: &str, place: u32) = "候补 {code} 第 {place} 位" | "waiting for {code}, place {place}";

    // Why somebody has no seat, is not found, is there already.
    is_full(taken: u32, capacity: u32, waiting: u32) = "班次已满：{taken}/{capacity} 人，候补 {waiting} 人。没有写入。"
        | "The class is full: {taken}/{capacity}, {waiting} waiting. Nothing was written.";
    before_you(free: u32, ahead: u32) = "空着 {free} 个名额，前面还有 {ahead} 人候补。没有写入。"
        | "Free seats: {free}, waiting before: {ahead}. Nothing was written.";
    nobody_named = "档案里没有这个人。可写身份证号、学员编号或姓名。" | "Nobody on file is called so. Give an ID number, a trainee number or a name.";
    namesakes(count: usize) = "档案里有 {count} 个同名的人。请改写身份证号或学员编号。" | "{count} people on file have this name. Give an ID number or a trainee number.";
    not_waiting = "此人不在这个班的候补名单上。" | "This person is not on the waiting list of the class.";
    taken_waiting = "此人已在这个班的候补名单上。" | "This person is on the waiting list of the class already.";

    // How an enrolment ended.
    kind_left = "离班" | "left";
    kind_withdrawn = "退学" | "withdrew";
    kind_transferred = "转班" | "moved";
    ended(day: &str, how: &str) = "{day} {how}" | "{how} {day}";
    moved_to(code: &str, seat: u32) = "转入 {code} {seat} 号" | "to {code}, seat {seat}";
    came_from(code: &str, seat: u32) = "由 {code} {seat} 号转入" | "came from {code}, seat {seat}";
    reason_needed = "退学、补记以前的日期，都要写明原因。" | "Withdrawing, or a day before today, needs a reason.";
    not_yet = "离班日期不能晚于今天。" | "The last day cannot be after today.";
    never_came(day: &str) = "离班日期太早；没有来过的写 {day}。" | "The last day is too early; for somebody who never came write {day}.";
    has_marks(day: &str) = "离班日期之后还有考勤，最后一次在 {day}。" | "Marks stand after the last day; the newest is of {day}.";
    joins_too_soon = "转入日期要晚于离班日期。" | "The first day in the other class must be after the last one here.";
    has_ended = "此人已经离班。" | "This person has left already.";
    same_class = "此人就在这个班里。" | "The person sits in this very class.";

    // What moving leads to.
    other_course = "培训项目不同，学时不能互认。" | "Another course: its class hours are none of this one.";
    missed(hours: u32) = "转入日期之前新班已排 {hours} 学时，这些学时得不到。" | "{hours} h of the class lie before the first day there and cannot be earned.";
    meanwhile(code: &str, start: &str, end: &str) = "同期还在 {code}（{start} 至 {end}）。" | "Sits in {code} at the same time ({start} to {end}).";
    hours_stay(hours: u32, code: &str) = "已得的 {hours} 学时留在 {code}，不随人转走（政策包另有规定的除外）。"
        | "The {hours} h earned stay with {code} and do not move along, unless a rule pack says otherwise.";
    hours_apart(seat: u32, how: &str, hours: u32) = "曾在本班 {seat} 号，{how}，得 {hours} 学时；再入班用新座号，两段学时分开算。"
        | "Was in this class on seat {seat}, {how}, {hours} h; joins again on a new seat, and the two are counted apart.";
    next_is(name: &str) = "空出名额，下一位候补：{name}" | "A seat is free; next on the waiting list: {name}";
    waits_before(people: u32) = "前面还有 {people} 人候补。" | "Waiting before: {people}.";
}

/// How much room a class has; nothing for a class without a limit for which nobody waits.
pub fn room(lang: Lang, room: Room) -> String {
    let seats = match (room.free(), room.over()) {
        (None, _) => String::new(),
        (Some(_), people @ 1..) => over(lang, people),
        (Some(0), _) => full(lang).to_owned(),
        (Some(1), _) => left_one(lang).to_owned(),
        (Some(free), _) => left_some(lang, free),
    };
    match (seats.is_empty(), room.waiting) {
        (_, 0) => seats,
        (true, people) => waiting(lang, people),
        (false, people) => both(lang, &seats, &waiting(lang, people)),
    }
}

/// Why somebody before whom so many wait gets no seat.
pub fn no_seat(lang: Lang, room: Room, ahead: u32) -> String {
    match room.free() {
        Some(free @ 1..) => before_you(lang, free, ahead),
        _ => is_full(lang, room.taken, room.capacity.unwrap_or(room.taken), room.waiting),
    }
}

pub const fn kind(lang: Lang, kind: DepartureKind) -> &'static str {
    match kind {
        DepartureKind::Left => kind_left(lang),
        DepartureKind::Withdrawn => kind_withdrawn(lang),
        DepartureKind::Transferred => kind_transferred(lang),
    }
}

pub fn fault(lang: Lang, fault: DepartureFault) -> String {
    match fault {
        DepartureFault::ReasonNeeded => reason_needed(lang).to_owned(),
        DepartureFault::NotYet => not_yet(lang).to_owned(),
        DepartureFault::NeverCame(day) => never_came(lang, &day.to_string()),
        DepartureFault::HasMarks(day) => has_marks(lang, &day.to_string()),
        DepartureFault::JoinsTooSoon => joins_too_soon(lang).to_owned(),
        DepartureFault::Ended => has_ended(lang).to_owned(),
        DepartureFault::SameClass => same_class(lang).to_owned(),
    }
}
