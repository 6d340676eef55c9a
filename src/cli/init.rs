//! `init`: the data file of a centre.

use super::answer;
use super::call::{Call, shown};
use super::fault::Failure;
use super::print::Printed;
use super::timetable::{Warning, told};
use super::verb::{Does, Kind, Opt, Verb};
use crate::app::Desk;
use crate::app::regions::Place;
use crate::domain::region::RegionCode;
use crate::text::cli as t;
use serde_json::json;

pub(super) const VERBS: &[Verb] = &[Verb {
    words: &["init"],
    operands: &[],
    options: &[
        Opt::needed("centre", Kind::Text("NAME"), t::opt_centre),
        Opt::needed("region", Kind::Text("CODE"), t::opt_region),
    ],
    does: Does::Changes,
    help: t::help_init,
    run,
}];

fn run(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let folder = call.folder()?;
    let desk = Desk::init(&folder, &call.words("centre"), &call.words("region"), call.opened())?;
    let settings = desk.settings()?;
    let is_known = RegionCode::parse(&settings.region).and_then(Place::of).is_some();
    let unknown = || ("unknown-region", t::unknown_region(call.lang, &settings.region));
    let warnings: Vec<Warning> = (!is_known).then(unknown).into_iter().collect();
    let json = json!({
        "data": shown(&folder), "centre": settings.centre, "region": settings.region, "warnings": told(&warnings),
    });
    let mut lines = vec![t::made(call.lang, &settings.centre, &shown(&folder))];
    lines.extend(warnings.into_iter().map(|(_, text)| text));
    answer(json, lines)
}
