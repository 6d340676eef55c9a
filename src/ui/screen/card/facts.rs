//! What the card says of the person, line by line. Only looks.

use super::History;
use crate::app::{card_words as say, codes, words};
use crate::domain::id_number::age;
use crate::domain::phone::Phone;
use crate::text::{Lang, card as t, common};
use crate::ui::theme::Ink;
use crate::ui::widget::facts::{Fact, block};

impl History {
    /// Name, sex, age, birth: what is read out to make sure.
    pub(super) fn who(&self, lang: Lang) -> String {
        let trainee = &self.card.person.row.trainee;
        let years = common::years(lang, age(trainee.birth, self.today));
        let nation = codes::NATIONS.get(&trainee.nation).map_or("", |coded| coded.name(lang));
        let education = codes::EDUCATION.get(&trainee.education).map_or("", |coded| coded.name(lang));
        let birth = trainee.birth.to_string();
        let parts = [common::sex(lang, trainee.sex), &years, &birth, nation, education];
        words::joined(parts)
    }

    /// The most asked for first; empty fields of the record are left out.
    pub(super) fn facts(&self, lang: Lang) -> Vec<Fact> {
        let mut facts = self.numbers(lang);
        facts.extend(self.due(lang));
        facts.extend(self.categories(lang));
        facts.extend(block(
            t::this_year(lang),
            [(Ink::Text, t::classes_this_year(lang, self.card.this_year))],
        ));
        let waited = self.card.waited.iter().map(|row| {
            let ink = if row.place.is_some() { Ink::Text } else { Ink::Dim };
            (ink, say::waited(lang, row))
        });
        facts.extend(block(t::waiting(lang), waited));
        facts
    }

    /// What only a wide screen has room for.
    pub(super) fn more_facts(&self, lang: Lang) -> Vec<Fact> {
        let trainee = &self.card.person.row.trainee;
        let bank = trainee.account.as_ref().map_or_else(String::new, |account| {
            let number = if self.shown { account.as_str().to_owned() } else { account.masked() };
            format!("{} {number}", trainee.bank).trim().to_owned()
        });
        let facts = [
            (t::address(lang), &trainee.address),
            (t::account(lang), &bank),
            (t::employer(lang), &trainee.employer),
            (t::remarks(lang), &trainee.remarks),
        ];
        let filled = facts.into_iter().filter(|(_, words)| !words.is_empty());
        filled.flat_map(|(head, words)| block(head, [(Ink::Text, words.clone())])).collect()
    }

    fn numbers(&self, lang: Lang) -> Vec<Fact> {
        let trainee = &self.card.person.row.trainee;
        let document = &trainee.document;
        let id = if self.shown { document.number().to_owned() } else { document.masked() };
        let phone = trainee
            .phone
            .as_ref()
            .map(|phone: &Phone| if self.shown { phone.as_str().to_owned() } else { phone.masked() });
        let phone = phone.unwrap_or_else(|| t::none(lang).to_owned());
        block(t::id(lang), [(Ink::Text, format!("{id}  {} {phone}", t::phone(lang)))])
    }

    fn due(&self, lang: Lang) -> Vec<Fact> {
        let due = &self.card.due;
        if due.is_empty() {
            return block(t::due(lang), [(Ink::Dim, t::nothing_due(lang).to_owned())]);
        }
        block(t::due(lang), due.iter().map(|due| (Ink::Warning, format!("! {}", say::due(lang, due)))))
    }

    fn categories(&self, lang: Lang) -> Vec<Fact> {
        let statuses = &self.card.person.statuses;
        if statuses.is_empty() {
            return block(t::categories(lang), [(Ink::Dim, t::no_category(lang).to_owned())]);
        }
        let line = statuses.iter().map(|row| {
            let status = &row.status;
            let standing = words::standing(lang, status.standing_on(self.today));
            let number = if self.shown { status.proof_number.clone() } else { status.proof_masked() };
            let proof = say::proof(lang, status, &number);
            let words = [say::category(lang, &status.category), &standing, &proof].join("  ");
            (Ink::Text, words.trim_end().to_owned())
        });
        block(t::categories(lang), line)
    }
}
