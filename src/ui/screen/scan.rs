//! What a scan does on a page that makes nothing of it: the person's record opens, or the form for a new one.

use super::{EnrolWanted, Route};
use crate::app::Trouble;
use crate::domain::scan::Scanned;
use crate::text::scan as t;
use crate::ui::command::{Ctx, Flow};

pub fn scanned(scanned: &Scanned, ctx: &mut Ctx<'_>) -> Flow {
    let number = match scanned {
        Scanned::Trainee(number) => number.to_string(),
        other => match other.id() {
            Some(id) => id.to_string(),
            None => return Flow::Unused,
        },
    };
    let card = match scanned {
        Scanned::Card(card) => Some(card.as_ref().clone()),
        _ => None,
    };
    let wanted = EnrolWanted { card, ..EnrolWanted::default() };
    match ctx.desk.person_named(&number) {
        Ok(person) => Flow::Go(Route::Enrol(EnrolWanted { person: Some(person), ..wanted })),
        Err(Trouble::NobodyNamed) if matches!(scanned, Scanned::Trainee(_)) => {
            ctx.note.warn(t::no_trainee(ctx.lang));
            Flow::Stay
        }
        Err(Trouble::NobodyNamed) => Flow::Go(Route::Enrol(EnrolWanted { typed: number, ..wanted })),
        Err(trouble) => {
            ctx.fail(&trouble);
            Flow::Stay
        }
    }
}
