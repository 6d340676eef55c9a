//! `operator list`, `add`, `change`, `retire`: who works here. PINs come by the environment, never by the line.

use super::answer;
use super::call::Call;
use super::fault::{Failure, UseFault};
use super::print::{Printed, table};
use super::verb::{Does, Kind, Opt, Verb};
use crate::app::operators::{NewPin, OperatorDraft, OperatorFault};
use crate::app::words::sign_in;
use crate::app::{Desk, Trouble};
use crate::domain::operator::{Pin, Role};
use crate::store::rows::OperatorRow;
use crate::text::Lang;
use crate::text::cli as t;
use crate::text::operators as words;
use serde_json::{Value, json};

const ROLES: &[&str] = &["desk", "instructor", "head", "auditor"];
const PIN: Opt = Opt::new("pin", Kind::Flag, t::opt_pin);

pub(super) const VERBS: &[Verb] = &[
    Verb {
        words: &["operator", "list"],
        operands: &[],
        options: &[],
        does: Does::Looks,
        help: t::help_operator_list,
        run: list,
    },
    Verb {
        words: &["operator", "add"],
        operands: &["NAME"],
        options: &[Opt::needed("role", Kind::One(ROLES), t::opt_role), PIN],
        does: Does::Changes,
        help: t::help_operator_add,
        run: add,
    },
    Verb {
        words: &["operator", "change"],
        operands: &["NAME"],
        options: &[
            Opt::new("rename", Kind::Text("NAME"), t::opt_rename),
            Opt::new("role", Kind::One(ROLES), t::opt_role),
            PIN,
            Opt::new("no-pin", Kind::Flag, t::opt_no_pin),
        ],
        does: Does::Changes,
        help: t::help_operator_change,
        run: change,
    },
    Verb {
        words: &["operator", "retire"],
        operands: &["NAME"],
        options: &[Opt::new("back", Kind::Flag, t::opt_back)],
        does: Does::Changes,
        help: t::help_operator_retire,
        run: retire,
    },
];

fn list(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let desk = call.desk()?;
    let rows = desk.operators()?;
    let head = [t::head_person, t::head_role, t::head_pin, t::head_state].map(|word| word(lang).to_owned());
    let mut lines = vec![head.to_vec()];
    lines.extend(rows.iter().map(|row| line(lang, row)));
    let mut lines = table(&lines);
    let guarded = desk.guard().is_guarded;
    lines.push((if guarded { words::guarded_short(lang) } else { words::open_short(lang) }).to_owned());
    answer(json!({ "guarded": guarded, "operators": rows.iter().map(facts).collect::<Vec<_>>() }), lines)
}

fn facts(row: &OperatorRow) -> Value {
    let here = row.credential.as_ref();
    json!({
        "name": row.name,
        "role": here.map(|here| here.role.key()),
        "pin": here.is_some_and(|here| here.has_pin),
        "retired": here.is_some_and(|here| here.retired),
    })
}

fn line(lang: Lang, row: &OperatorRow) -> Vec<String> {
    let (role, pin, state) = match &row.credential {
        None => ("", "", words::state_name_only(lang)),
        Some(here) => (
            sign_in::role(lang, here.role),
            if here.has_pin { words::has_pin(lang) } else { words::without_pin(lang) },
            if here.retired { words::state_retired(lang) } else { words::state_active(lang) },
        ),
    };
    vec![words::called(lang, &row.name).to_owned(), role.to_owned(), pin.to_owned(), state.to_owned()]
}

fn add(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let pin = new_pin(call)?;
    let role = role(call).unwrap_or(Role::Desk);
    let name = call.operand_text(0)?;
    let mut desk = call.desk()?;
    desk.add_operator(&OperatorDraft { name: name.clone(), role, pin })?;
    done(&desk, &name, words::added(call.lang, &name))
}

fn change(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let pin = new_pin(call)?;
    let mut desk = call.desk()?;
    let row = desk.operator_named(&call.operand_text(0)?)?;
    let name = call.text("rename").unwrap_or(&row.name).to_owned();
    let before = row.credential.as_ref().map_or(Role::Desk, |here| here.role);
    let draft = OperatorDraft { name: name.clone(), role: role(call).unwrap_or(before), pin };
    desk.change_operator(row.id, row.version, &draft)?;
    done(&desk, &name, words::changed(call.lang, &name))
}

fn retire(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let mut desk = call.desk()?;
    let row = desk.operator_named(&call.operand_text(0)?)?;
    let retired = !call.flag("back");
    desk.retire_operator(row.id, row.version, retired)?;
    let said = if retired { words::retired } else { words::returned };
    done(&desk, &row.name, said(call.lang, &row.name))
}

fn done(desk: &Desk, name: &str, said: String) -> Result<Printed, Failure> {
    answer(facts(&desk.operator_named(name)?), vec![said])
}

fn role(call: &Call<'_>) -> Option<Role> {
    call.text("role").and_then(Role::from_key)
}

fn new_pin(call: &Call<'_>) -> Result<NewPin, Failure> {
    match (call.flag("pin"), call.flag("no-pin")) {
        (true, true) => Err(UseFault::EitherOr("pin", "no-pin").into()),
        (false, true) => Ok(NewPin::Drop),
        (false, false) => Ok(NewPin::Keep),
        (true, false) => {
            let text = call.env.new_pin.as_deref().ok_or(UseFault::NewPin)?;
            let pin = Pin::choose(text).map_err(|fault| Trouble::Operator(OperatorFault::Pin(fault)))?;
            Ok(NewPin::Set(pin))
        }
    }
}
