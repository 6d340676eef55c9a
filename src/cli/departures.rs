//! `leave-class`, `withdraw`, `transfer`: an enrolment ends, with its day and why.

use super::answer;
use super::call::Call;
use super::code;
use super::enrol::{Told, as_json, lines};
use super::fault::Failure;
use super::print::Printed;
use super::verb::{CLASS, Does, Kind, Opt, Verb};
use crate::app::departures::{Departure, Move, MoveWarning, Way};
use crate::app::words;
use crate::domain::room::Seating;
use crate::store::rows::ClassRow;
use crate::text::cli as t;
use crate::text::seats;
use serde_json::json;

const WHO: Opt = Opt::needed("trainee", Kind::Text("T"), t::opt_trainee);
const DAY: Opt = Opt::new("day", Kind::Day, t::opt_last_day);
const REASON: Opt = Opt::new("reason", Kind::Text("TEXT"), t::opt_why_left);
const KNOWN: Opt = Opt::new("despite-marks", Kind::Flag, t::opt_despite_marks);

pub(super) const VERBS: &[Verb] = &[
    Verb {
        words: &["leave-class"],
        operands: &[],
        options: &[CLASS, WHO, DAY, REASON, KNOWN],
        does: Does::Changes,
        help: t::help_leave_class,
        run: |call| run(call, Way::Left, None),
    },
    Verb {
        words: &["withdraw"],
        operands: &[],
        options: &[CLASS, WHO, DAY, REASON, KNOWN],
        does: Does::Changes,
        help: t::help_withdraw,
        run: |call| run(call, Way::Withdrawn, None),
    },
    Verb {
        words: &["transfer"],
        operands: &[],
        options: &[
            CLASS,
            WHO,
            Opt::needed("into", Kind::Text("CODE"), t::opt_into),
            DAY,
            Opt::new("joined", Kind::Day, t::opt_joins),
            REASON,
            KNOWN,
        ],
        does: Does::Changes,
        help: t::help_transfer,
        run: transfer,
    },
];

fn transfer(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let to = call.desk()?.class_named(&call.words("into"))?;
    // limits warn on the command line
    let there = Move { to: to.id, joined: call.day("joined"), seating: Seating::Always };
    run(call, Way::Moved(there), Some(to))
}

fn run(call: &mut Call<'_>, way: Way, to: Option<ClassRow>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let mut desk = call.desk()?;
    let class = call.class(&desk)?;
    let who = desk.enrolment_named(&class, &call.words("trainee"))?;
    let departure = Departure {
        way,
        day: call.day("day").unwrap_or_else(|| desk.today()),
        reason: call.words("reason"),
        knows_marks: call.flag("despite-marks"),
    };
    let hours = desk.person_ledger(&class, who.id)?.totals.credited.get();
    let departed = desk.depart(&who, &departure)?;
    let (code, day) = (class.code.as_str(), departure.day.to_string());
    let how = seats::kind(lang, way.kind());
    let mut json = json!({
        "class": code,
        "seat": who.seat,
        "name": who.name,
        "number": who.number.to_string(),
        "how": code::departure(way.kind()),
        "left": day,
        "credited": hours,
        "next": departed.next.as_ref().map(|next| next.name.as_str()),
        "warnings": [],
    });
    let mut told = vec![t::departed(lang, code, who.seat, &who.name, &seats::ended(lang, &day, how))];
    if let Some((moved, to)) = departed.moved.zip(to) {
        let warning = |warning: &MoveWarning| -> Told {
            (code::move_warning(warning), words::move_warning(lang, warning))
        };
        let warnings: Vec<Told> = moved.warnings.iter().map(warning).collect();
        json["moved_to"] = json!({
            "class": to.code.as_str(),
            "seat": moved.seat,
            "joined": moved.joined.to_string(),
        });
        json["warnings"] = as_json(&warnings);
        let done = t::enrolled(lang, to.code.as_str(), moved.seat, &who.name);
        told.extend(lines(lang, done, &warnings));
    }
    told.push(seats::hours_stay(lang, hours, code));
    told.extend(departed.next.map(|next| seats::next_is(lang, &next.name)));
    answer(json, told)
}
