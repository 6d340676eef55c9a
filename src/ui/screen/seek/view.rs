//! Who is being looked for, in one row: what was typed, and who fits. Only looks.

use super::jump::Jump;
use crate::domain::ids::EnrolmentId;
use crate::store::rows::EnrolmentRow;
use crate::text::roll as t;
use crate::ui::paint::{Click, Paint};
use crate::ui::theme::Ink;

impl Jump {
    /// Draws the row at `y`; `click` is what choosing the nth person of the list means to the page.
    pub(in crate::ui::screen) fn view(
        &self,
        paint: &mut Paint<'_>,
        y: u16,
        people: &[impl AsRef<EnrolmentRow>],
        click: impl Fn(usize) -> Click,
    ) {
        let lang = paint.lang;
        let mut x = 1 + paint.text(1, y, &t::finding(lang, self.typed()), Ink::Accent);
        paint.park(x, y);
        if self.is_seat() {
            return;
        }
        let hits = self.hits();
        if hits.is_empty() {
            paint.text(x + 3, y, t::nobody(lang), Ink::Warning);
            return;
        }
        let place = |who: &EnrolmentId| people.iter().position(|person| person.as_ref().id == *who);
        let places = |who: &EnrolmentId| {
            let at = place(who)?;
            Some((at, people.get(at)?.as_ref()))
        };
        // the chosen one is always among those shown
        let chosen = hits.iter().position(|who| self.chosen() == Some(*who)).unwrap_or(0);
        let skipped = chosen.saturating_sub(2);
        for (nth, (at, person)) in hits.iter().filter_map(places).enumerate().skip(skipped) {
            let words = person.called();
            let more = t::more_found(lang, hits.len() - nth);
            if x + paint.columns(&words) + paint.columns(&more) + 8 > paint.width() {
                paint.text(x + 3, y, &more, Ink::Dim);
                return;
            }
            let is_chosen = self.chosen() == Some(person.id);
            let (sign, ink) =
                if is_chosen { (paint.theme.marker(), Ink::Selected) } else { (" ", Ink::Text) };
            x += 2;
            let used = paint.text(x, y, &format!("{sign} {words} "), ink);
            paint.click(x, y, used, 1, click(at));
            x += used;
        }
    }
}
