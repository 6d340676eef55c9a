//! `init`: the data file of a centre.

use super::answer;
use super::call::{Call, shown};
use super::fault::Failure;
use super::print::Printed;
use super::verb::{Kind, Opt, Verb};
use crate::app::Desk;
use crate::text::cli as t;
use serde_json::json;

pub(super) const VERBS: &[Verb] = &[Verb {
    words: &["init"],
    operands: &[],
    options: &[
        Opt::needed("centre", Kind::Text("NAME"), t::opt_centre),
        Opt::needed("region", Kind::Text("CODE"), t::opt_region),
    ],
    reads: false,
    help: t::help_init,
    run,
}];

fn run(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let folder = call.folder()?;
    let desk = Desk::init(&folder, &call.words("centre"), &call.words("region"), call.opened())?;
    let settings = desk.settings()?;
    let json = json!({ "data": shown(&folder), "centre": settings.centre, "region": settings.region });
    answer(json, vec![t::made(call.lang, &settings.centre, &shown(&folder))])
}
