//! People come in: who is like the one being typed, and the one act that puts a person on file and into a class,
//! or on its waiting list.

use super::clashes::Clash;
use super::codes::{self, CodeList};
use super::limits::EnrolWarning;
use super::waiting::{WaitsFor, seat};
use super::{Desk, Outcome, Trouble, pinyin};
use crate::domain::id_number::{IdFault, IdNumber};
use crate::domain::ids::{ActId, ClassId, EnrolmentId, TraineeId, Uid};
use crate::domain::name::PersonName;
use crate::domain::person::{Parsed, Trainee, TraineeDoubt, TraineeDraft, TraineeField};
use crate::domain::phone::Phone;
use crate::domain::room::Seating;
use crate::domain::status::Status;
use crate::domain::who;
use crate::store::rows::{ClassRow, PastClass, StatusRow, TraineeRow};
use crate::store::{NewTrainee, Verb, Writer};
use chrono::NaiveDate;

/// A person with all that the desk knows.
#[derive(Debug, Clone)]
pub struct Person {
    pub row: TraineeRow,
    pub statuses: Vec<StatusRow>,
    pub classes: Vec<PastClass>,
    /// Classes for which the person waits.
    pub waiting: Vec<WaitsFor>,
}

/// Why somebody on file may be the one being typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    SameId,
    /// The ID number differs by one character or by two neighbours swapped.
    NearId,
    SameNameAndBirth,
    SamePhone,
    /// While nothing but a name was typed: whoever is on file is found before they are typed a second time.
    SameName,
}

#[derive(Debug, Clone)]
pub struct Alike {
    pub likeness: Likeness,
    pub row: TraineeRow,
}

/// What is known of a half-typed person.
#[derive(Debug, Clone)]
pub struct Checked {
    pub parsed: Parsed,
    /// The most alike first.
    pub alike: Vec<Alike>,
}

/// Who is enrolled.
#[derive(Debug, Clone)]
pub enum Who {
    New(TraineeDraft),
    /// On file at `version`; the draft holds all fields, changed or not.
    Known {
        id: TraineeId,
        version: ActId,
        draft: TraineeDraft,
    },
}

/// One registration at the desk: the person, what was proven today, and the class, if any.
#[derive(Debug, Clone)]
pub struct Registration {
    pub who: Who,
    /// Statuses to add.
    pub statuses: Vec<Status>,
    pub class: Option<ClassId>,
    /// `None`: the later of today and the class's first day.
    pub joined: Option<NaiveDate>,
    /// Key of the category under which the person enrols; may be empty.
    pub category: String,
}

/// Where a person is put in the class they want.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Seat(Seating),
    /// At the end of the waiting list.
    Waiting,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    pub trainee: TraineeId,
    /// Enrolment and seat.
    pub seat: Option<(EnrolmentId, u32)>,
    /// Place on the waiting list.
    pub waiting: Option<u32>,
    pub doubts: Vec<(TraineeField, TraineeDoubt)>,
    pub warnings: Vec<EnrolWarning>,
}

/// What a person's other classes mean for one more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Elsewhere {
    /// Sessions that the person could not attend.
    pub clashes: Vec<Clash>,
    /// Classes at the same time whose sessions do not meet those of this one.
    pub meanwhile: Vec<PastClass>,
}

impl Desk {
    pub fn person(&self, id: TraineeId) -> Outcome<Person> {
        Ok(Person {
            row: self.store.trainee(id)?,
            statuses: self.store.statuses(id)?,
            classes: self.store.classes_of(id)?,
            waiting: self.store.waited_by(id)?.into_iter().filter_map(WaitsFor::of).collect(),
        })
    }

    /// Whom a draft is about, if they are on file: by the one name that holds after a copy was put back, for then row
    /// numbers are given anew.
    pub fn trainee_of(&self, uid: Uid) -> Outcome<Option<TraineeId>> {
        Ok(self.store.trainee_by_uid(uid)?.map(|row| row.id))
    }

    /// Parses what is typed and looks for people like it; `except` is the person being edited.
    pub fn check_person(&self, draft: &TraineeDraft, except: Option<TraineeId>) -> Outcome<Checked> {
        let mut alike: Vec<Alike> = Vec::new();
        let mut add = |likeness, row: TraineeRow| {
            if Some(row.id) != except && !alike.iter().any(|known| known.row.id == row.id) {
                alike.push(Alike { likeness, row });
            }
        };
        let id = IdNumber::parse(&draft.id_number);
        let namesakes =
            PersonName::parse(&draft.name).map_or(Ok(Vec::new()), |name| self.namesakes(&name))?;
        match &id {
            Ok(id) => {
                if let Some(row) = self.store.trainee_by_id_number(id)? {
                    add(Likeness::SameId, row);
                }
                namesakes
                    .iter()
                    .filter(|row| is_near(row, id))
                    .for_each(|row| add(Likeness::NearId, row.clone()));
            }
            Err(IdFault::CheckDigit { .. } | IdFault::BirthDate) => {
                self.known_near(&draft.id_number)?.into_iter().for_each(|row| add(Likeness::NearId, row));
            }
            Err(_) => {}
        }
        let birth = id.map(|id| id.birth()).ok().or_else(|| crate::domain::calendar::parse_day(&draft.birth));
        for row in namesakes.iter().filter(|row| Some(row.trainee.birth) == birth) {
            add(Likeness::SameNameAndBirth, row.clone());
        }
        if let Some(phone) = Phone::read(&draft.phone).filter(|phone| phone.doubt().is_none()) {
            for row in self.store.trainees_by_phone(&phone, 3)? {
                add(Likeness::SamePhone, row);
            }
        }
        if draft.id_number.is_empty() && birth.is_none() {
            namesakes.into_iter().for_each(|row| add(Likeness::SameName, row));
        }
        alike.truncate(6);
        Ok(Checked { parsed: coded(draft).parse(self.today()), alike })
    }

    /// People of the same bare name, at most fifty.
    fn namesakes(&self, name: &PersonName) -> Outcome<Vec<TraineeRow>> {
        Ok(self.store.trainees_by_name(&name.bare().to_lowercase(), 50)?)
    }

    /// Namesakes whose right number is one slip away from another right one. Two right numbers differ by a digit only
    /// together with the check digit; looked for by name, because strangers born a day apart are no likeness and long
    /// lists must stay quick.
    pub(super) fn near_namesakes(&self, trainee: &Trainee) -> Outcome<Vec<TraineeRow>> {
        let Some(id) = trainee.document.id() else { return Ok(Vec::new()) };
        let mut namesakes = self.namesakes(&trainee.name)?;
        namesakes.retain(|row| is_near(row, &id));
        Ok(namesakes)
    }

    /// People whose number is one slip away from `text`.
    pub fn known_near(&self, text: &str) -> Outcome<Vec<TraineeRow>> {
        let mut known = Vec::new();
        for id in IdNumber::near(text) {
            known.extend(self.store.trainee_by_id_number(&id)?);
        }
        Ok(known)
    }

    /// The person on file that a trainee number, an ID number or a name means. A seat means nobody outside a class.
    pub fn person_named(&self, text: &str) -> Outcome<TraineeId> {
        let mut found: Vec<TraineeId> = match who::Who::parse(text) {
            None | Some(who::Who::Seat(_)) => Vec::new(),
            Some(who::Who::Id(id)) => {
                self.store.trainee_by_id_number(&id)?.into_iter().map(|row| row.id).collect()
            }
            Some(who::Who::Number(number)) => {
                self.store.find_number(number, 2)?.into_iter().map(|row| row.id).collect()
            }
            Some(who::Who::Name(name)) => {
                let rows = self.store.trainees_by_name(&name.to_lowercase(), MOST_NAMESAKES)?;
                rows.into_iter().map(|row| row.id).collect()
            }
        };
        match found.len() {
            0 | 1 => found.pop().ok_or(Trouble::NobodyNamed),
            count => Err(Trouble::Namesakes(count)),
        }
    }

    /// Puts a person on file, or changes one, adds what was proven, and seats them, full class or not: one act.
    pub fn register(&mut self, registration: &Registration) -> Outcome<Registered> {
        self.register_as(registration, Place::Seat(Seating::Always))
    }

    /// The same with a seat only where there is one, or with a place on the waiting list.
    pub fn register_as(&mut self, registration: &Registration, place: Place) -> Outcome<Registered> {
        let (draft, known) = match &registration.who {
            Who::New(draft) => (draft, None),
            Who::Known { id, version, draft } => (draft, Some((*id, *version))),
        };
        let (trainee, doubts) = coded(draft).parse(self.today()).map_err(Trouble::Trainee)?;
        let class = registration.class.map(|class| self.store.class(class)).transpose()?;
        let (mut warnings, mut seated) = (Vec::new(), None);
        if let Some(class) = class {
            let known = known.map(|(id, _)| id);
            let joined = registration.joined.map_or_else(|| self.joining_day(&class, known), Ok)?;
            warnings = self.enrol_warnings(&class, known, trainee.birth, joined)?;
            seated = Some((class.id, joined));
        }
        if place == Place::Waiting {
            warnings.retain(|warning| matches!(warning, EnrolWarning::TooYoung { .. }));
        }
        let class = seated;
        let keys = pinyin::keys(&trainee.name);
        let verb = match (class, place, known) {
            (Some(_), Place::Seat(_), _) => Verb::Enrol,
            (Some(_), Place::Waiting, _) => Verb::Wait,
            (None, _, None) => Verb::AddTrainee,
            (None, _, Some(_)) => Verb::ChangeTrainee,
        };
        let today = self.today();
        let statuses = registration.statuses.clone();
        let category = registration.category.clone();
        let (id, seat, waiting) = self.act(verb, |writer| -> Outcome<_> {
            let new = NewTrainee { trainee: &trainee, keys: &keys };
            let id = put_on_file(writer, known, new)?;
            for status in &statuses {
                writer.add_status(id, status)?;
            }
            let Some((class, joined)) = class else { return Ok((id, None, None)) };
            Ok(match place {
                Place::Seat(seating) => {
                    (id, Some(seat(writer, class, id, joined, &category, seating)?), None)
                }
                Place::Waiting => (id, None, Some(writer.wait(class, id, today, &category)?)),
            })
        })?;
        Ok(Registered { trainee: id, seat, waiting, doubts, warnings })
    }

    /// The day somebody joins when nobody says another: the class's first day or today, and the day after they left
    /// this class before, because on that day they still sit on the old seat.
    pub fn joining_day(&self, class: &ClassRow, known: Option<TraineeId>) -> Outcome<NaiveDate> {
        let day = class.start.max(self.today().min(class.end));
        let Some(id) = known else { return Ok(day) };
        let left = self
            .store
            .classes_of(id)?
            .into_iter()
            .filter(|past| past.class == class.id)
            .filter_map(|past| past.left)
            .max();
        Ok(left.and_then(|left| left.succ_opt()).map_or(day, |next| day.max(next)))
    }

    /// The other classes that a person sits in while this one runs, from the day they join if it is said; `but` is one
    /// they are about to leave.
    pub fn elsewhere(
        &self,
        trainee: TraineeId,
        class: &ClassRow,
        joined: Option<NaiveDate>,
        but: Option<ClassId>,
    ) -> Outcome<Elsewhere> {
        let mut clashes = self.clashes_of_trainee(trainee, class.id, joined)?;
        clashes.retain(|clash| Some(clash.class) != but);
        let mut meanwhile = self.store.classes_of(trainee)?;
        meanwhile.retain(|past| {
            let counts = past.left.is_none() && past.class != class.id && Some(past.class) != but;
            let meets = clashes.iter().any(|clash| clash.class == past.class);
            counts && !meets && past.start <= class.end && class.start <= past.end
        });
        Ok(Elsewhere { clashes, meanwhile })
    }
}

/// Namesakes counted before saying that a name is not enough.
const MOST_NAMESAKES: u32 = 1000;

fn is_near(row: &TraineeRow, id: &IdNumber) -> bool {
    row.trainee.document.id().is_some_and(|known| known.is_near(id))
}

fn put_on_file(
    writer: &mut Writer<'_>,
    known: Option<(TraineeId, ActId)>,
    new: NewTrainee<'_>,
) -> Outcome<TraineeId> {
    match known {
        None => Ok(writer.add_trainee(new)?),
        Some((id, version)) => {
            writer.change_trainee(id, version, new)?;
            Ok(id)
        }
    }
}

/// The draft with the words of code lists turned into their keys; unknown words stay as typed.
pub fn coded(draft: &TraineeDraft) -> TraineeDraft {
    let key = |list: &CodeList, word: &str| {
        list.meant(word).map_or_else(|| word.to_owned(), |coded| coded.key.clone())
    };
    TraineeDraft {
        nation: key(&codes::NATIONS, &draft.nation),
        education: key(&codes::EDUCATION, &draft.education),
        hukou: key(&codes::HUKOU, &draft.hukou),
        ..draft.clone()
    }
}

/// All fields of a person as words, to be edited; code keys as they are.
pub fn draft_of(trainee: &Trainee) -> TraineeDraft {
    let (id_number, other_reason) = match &trainee.document {
        crate::domain::person::Document::Id(id) => (id.to_string(), String::new()),
        crate::domain::person::Document::Other { number, reason } => (number.clone(), reason.clone()),
    };
    TraineeDraft {
        id_number,
        other_reason,
        name: trainee.name.to_string(),
        sex: match trainee.sex {
            crate::domain::person::Sex::Male => "m".to_owned(),
            crate::domain::person::Sex::Female => "f".to_owned(),
        },
        birth: trainee.birth.to_string(),
        nation: trainee.nation.clone(),
        education: trainee.education.clone(),
        hukou: trainee.hukou.clone(),
        address: trainee.address.clone(),
        phone: trainee.phone.as_ref().map_or(String::new(), |phone| phone.as_str().to_owned()),
        bank_holder: trainee.bank_holder.clone(),
        bank: trainee.bank.clone(),
        account: trainee.account.as_ref().map_or(String::new(), |account| account.as_str().to_owned()),
        employer: trainee.employer.clone(),
        remarks: trainee.remarks.clone(),
    }
}
