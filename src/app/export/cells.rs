//! What stands in one cell: a fact about a person of the class, or the mark of a session.

use super::facts::Facts;
use crate::app::codes::{self, CodeList};
use crate::app::ledger::LedgerRow;
use crate::domain::hours::ClassHours;
use crate::domain::ids::{EnrolmentId, SessionId};
use crate::domain::mark::{LeaveKind, Mark, MarkKind};
use crate::domain::person::Sex;
use crate::domain::phone::Phone;
use crate::sheet::{Fact, Value};
use crate::store::rows::{MarkLine, SessionRow};
use crate::text::Lang;

impl Facts {
    pub(super) fn session_cell(&self, session: &SessionRow, row: &LedgerRow) -> Value<'static> {
        let key = match self.mark(session.id, row.enrolment.id) {
            None | Some(Mark::Cleared) => return Value::Empty,
            Some(Mark::Present { late, early }) => match (late.is_none(), early.is_none()) {
                (true, true) => "present",
                (false, true) => "late",
                (true, false) => "early",
                (false, false) => "late-early",
            },
            Some(Mark::Leave(LeaveKind::Sick)) => "sick",
            Some(Mark::Leave(LeaveKind::Personal)) => "personal",
            Some(Mark::Absent) => "absent",
        };
        Value::text(key)
    }

    pub(super) fn line(&self, session: SessionId, enrolment: EnrolmentId) -> Option<&MarkLine> {
        self.marks.get(&(session, enrolment))
    }

    fn mark(&self, session: SessionId, enrolment: EnrolmentId) -> Option<Mark> {
        self.line(session, enrolment).map(|line| line.mark)
    }

    /// What is so of a person whatever the page; `sessions` are those of the page, for the counts.
    pub(super) fn value<'f>(
        &'f self,
        fact: Fact,
        row: &'f LedgerRow,
        sessions: &[SessionRow],
        lang: Lang,
    ) -> Value<'f> {
        let Some(person) = self.people.get(&row.enrolment.trainee) else { return Value::Empty };
        let class = &self.class;
        let totals = &row.totals;
        let hours = |hours: ClassHours| Value::int(hours.get());
        let text = |text: &'f str| if text.is_empty() { Value::Empty } else { Value::text(text) };
        let coded = |list: &'static CodeList, key: &'f str| text(list.name(key, lang));
        let count = |kinds: &[MarkKind]| self.count(row, sessions, kinds);
        match fact {
            Fact::Seat => Value::int(row.enrolment.seat),
            Fact::Name => Value::text(person.name.as_str()),
            Fact::IdNumber => text(person.document.number()),
            Fact::IdTail4 => {
                let number = person.document.number();
                Value::text(number.chars().skip(number.chars().count().saturating_sub(4)).collect::<String>())
            }
            Fact::Sex => Value::text(match person.sex {
                Sex::Male => "male",
                Sex::Female => "female",
            }),
            Fact::Age => Value::int(crate::domain::id_number::age(person.birth, class.start)),
            Fact::Birth => Value::Date(person.birth),
            Fact::Nation => coded(&codes::NATIONS, &person.nation),
            Fact::Education => coded(&codes::EDUCATION, &person.education),
            Fact::Phone => text(person.phone.as_ref().map_or("", Phone::as_str)),
            Fact::Address => text(&person.address),
            Fact::HukouKind => coded(&codes::HUKOU, &person.hukou),
            Fact::HukouPlace
            | Fact::CertificateKind
            | Fact::CertificateNumber
            | Fact::PriorLevel
            | Fact::PromisedEmployer
            | Fact::Blank
            | Fact::Number
            | Fact::Sessions => Value::Empty,
            Fact::Category => coded(&codes::CATEGORIES, &row.enrolment.category),
            Fact::Employer => text(&person.employer),
            Fact::Course => Value::text(self.course.name(lang)),
            Fact::Level => Value::text(self.course.level(lang)),
            Fact::Start => Value::Date(class.start),
            Fact::End => Value::Date(class.end),
            Fact::Planned => hours(totals.planned),
            Fact::Delivered => hours(totals.delivered),
            Fact::Credited => hours(totals.credited),
            Fact::Required => hours(totals.required),
            Fact::Missing => hours(totals.missing()),
            Fact::CanMiss => hours(totals.can_miss()),
            Fact::Ratio => Value::text(format!("{}/{}", totals.ratio()[0], totals.ratio()[1])),
            Fact::Percent => crate::app::words::percent(totals).map_or(Value::Empty, Value::text),
            Fact::CameCount => count(&[MarkKind::Present, MarkKind::Late, MarkKind::Early]),
            Fact::PresentCount => count(&[MarkKind::Present]),
            Fact::LateCount => count(&[MarkKind::Late]),
            Fact::EarlyCount => count(&[MarkKind::Early]),
            Fact::LeaveCount => count(&[MarkKind::Leave]),
            Fact::AbsentCount => count(&[MarkKind::Absent]),
            Fact::BankHolder => text(&person.bank_holder),
            Fact::Bank => text(&person.bank),
            Fact::BankAccount => text(person.account.as_ref().map_or("", |account| account.as_str())),
            Fact::Remarks => text(&person.remarks),
        }
    }

    fn count(&self, row: &LedgerRow, sessions: &[SessionRow], kinds: &[MarkKind]) -> Value<'static> {
        let of_kind = |session: &&SessionRow| {
            self.mark(session.id, row.enrolment.id).is_some_and(|mark| kinds.contains(&mark.kind()))
        };
        let count = sessions.iter().filter(of_kind).count();
        Value::int(i64::try_from(count).unwrap_or(i64::MAX))
    }
}
