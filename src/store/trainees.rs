//! People: one record for life.

use super::Result;
use super::act::Writer;
use super::error::{StoreError, at};
use super::kind::Kind;
use super::open::Store;
use super::rows::TraineeRow;
use super::value::{self, damaged, day_text, sex_text};
use crate::domain::bank::BankAccount;
use crate::domain::id_number::{IdKind, IdNumber};
use crate::domain::ids::{ActId, TraineeId, TraineeNumber, Uid};
use crate::domain::name::PersonName;
use crate::domain::person::{Document, Trainee};
use crate::domain::phone::Phone;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params, params_from_iter};

/// A person to put on file, with the search keys of the name, separated by spaces.
#[derive(Debug, Clone, Copy)]
pub struct NewTrainee<'a> {
    pub trainee: &'a Trainee,
    pub keys: &'a str,
}

/// What people new in an act still owe the file: the last number given, and their search keys, which are written in
/// their order, because a long list would otherwise jump through the whole index.
#[derive(Default)]
pub(super) struct Arrivals {
    last_number: Option<u32>,
    keys: Vec<(String, i64)>,
}

const COLUMNS: &str = "id, uid, number, act, id_kind, id_number, other_reason, name, sex, birth, nation, education, hukou, address,
    phone, bank_holder, bank, account, employer, remarks";

fn kind_text(document: &Document) -> &'static str {
    match document.kind() {
        None => "other",
        Some(IdKind::Resident) => "resident",
        Some(IdKind::ResidencePermit) => "permit",
        Some(IdKind::ForeignPermanent) => "foreign",
    }
}

pub(super) fn trainee_row(row: &Row<'_>) -> rusqlite::Result<TraineeRow> {
    let number: String = row.get("id_number")?;
    let reason: String = row.get("other_reason")?;
    let document = if reason.is_empty() {
        Document::Id(IdNumber::parse(&number).map_err(|_| damaged("an ID number"))?)
    } else {
        Document::Other { number, reason }
    };
    let name: String = row.get("name")?;
    let trainee = Trainee {
        document,
        name: PersonName::parse(&name).map_err(|_| damaged("a name"))?,
        sex: value::sex(row)?,
        birth: value::day(row, "birth")?,
        nation: row.get("nation")?,
        education: row.get("education")?,
        hukou: row.get("hukou")?,
        address: row.get("address")?,
        phone: row.get::<_, Option<String>>("phone")?.as_deref().and_then(Phone::read),
        bank_holder: row.get("bank_holder")?,
        bank: row.get("bank")?,
        account: row.get::<_, Option<String>>("account")?.as_deref().and_then(BankAccount::read),
        employer: row.get("employer")?,
        remarks: row.get("remarks")?,
    };
    Ok(TraineeRow {
        id: TraineeId(row.get("id")?),
        uid: value::uid(row, "uid")?,
        number: number_of(row)?,
        version: ActId(row.get("act")?),
        trainee,
    })
}

pub(super) fn number_of(row: &Row<'_>) -> rusqlite::Result<TraineeNumber> {
    TraineeNumber::of_count(row.get("number")?).ok_or_else(|| damaged("a trainee number"))
}

/// People who were put on file and taken back. The order is ours: SQLite would walk through every revision.
pub(super) const TAKEN_BACK: &str = "SELECT count(*) FROM act a CROSS JOIN revision r ON r.act = a.seq
    WHERE a.undoes IS NOT NULL AND r.kind = 'trainee' AND r.after IS NULL";

impl Store {
    pub fn trainee(&self, id: TraineeId) -> Result<TraineeRow> {
        self.one_trainee("id = ?1", id.0)?.ok_or(StoreError::Gone)
    }

    pub fn trainee_by_uid(&self, uid: Uid) -> Result<Option<TraineeRow>> {
        self.one_trainee("uid = ?1", uid.0)
    }

    pub fn trainee_by_id_number(&self, number: &IdNumber) -> Result<Option<TraineeRow>> {
        self.one_trainee("id_number = ?1 AND id_kind <> 'other'", number.as_str())
    }

    fn one_trainee(&self, condition: &'static str, key: impl rusqlite::ToSql) -> Result<Option<TraineeRow>> {
        self.conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM trainee WHERE {condition} AND void IS NULL"))
            .and_then(|mut row| row.query_row([key], trainee_row).optional())
            .map_err(at("reading a trainee"))
    }

    /// People with this phone, at most `limit`.
    pub fn trainees_by_phone(&self, phone: &Phone, limit: u32) -> Result<Vec<TraineeRow>> {
        self.conn
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM trainee WHERE phone = ?1 AND void IS NULL ORDER BY id DESC LIMIT ?2"
            ))
            .and_then(|mut rows| rows.query_map(params![phone.as_str(), limit], trainee_row)?.collect())
            .map_err(at("reading trainees by phone"))
    }

    /// People of this bare name (no dots, no spaces), at most `limit`.
    pub fn trainees_by_name(&self, bare: &str, limit: u32) -> Result<Vec<TraineeRow>> {
        self.conn
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM trainee WHERE id IN (SELECT trainee FROM name_key WHERE key = ?1 LIMIT ?2) AND void IS NULL"
            ))
            .and_then(|mut rows| rows.query_map(params![bare, limit], trainee_row)?.collect())
            .map_err(at("reading trainees by name"))
    }

    /// How many people are on file: numbers given, less those that were taken back. A scan of a million rows would
    /// be seen on the first page.
    pub fn count_trainees(&self) -> Result<u32> {
        self.conn
            .query_row(&format!("SELECT trainees - ({TAKEN_BACK}) FROM file"), [], |row| row.get(0))
            .map_err(at("counting trainees"))
    }
}

impl Store {
    /// Writes the search keys of everybody anew, in their order.
    pub(super) fn index_all_names(&self) -> Result<()> {
        self.conn
            .execute_batch(
                "BEGIN IMMEDIATE;
                 DELETE FROM name_key;
                 INSERT INTO name_key (key, trainee)
                    SELECT DISTINCT value, t.id FROM trainee t, json_each('[\"' || replace(t.keys, ' ', '\",\"') || '\"]')
                    WHERE t.void IS NULL AND t.keys <> '' ORDER BY value, t.id DESC;
                 COMMIT",
            )
            .map_err(at("indexing names"))
    }
}

impl Writer<'_> {
    /// Puts a person on file under the desk's next number.
    pub fn add_trainee(&mut self, new: NewTrainee<'_>) -> Result<TraineeId> {
        let number = self.next_number()?;
        let uid = self.new_uid();
        let own =
            [uid.0.to_vec().into(), self.desk.to_vec().into(), i64::from(number).into(), self.seq.0.into()];
        self.tx
            .prepare_cached(
                "INSERT INTO trainee (id_kind, id_number, other_reason, name, sex, birth, nation, education, hukou, address, phone,
                    bank_holder, bank, account, employer, remarks, keys, uid, desk, number, made, act)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?21)",
            )
            .and_then(|mut insert| insert.execute(params_from_iter(values(new).into_iter().chain(own))))
            .map_err(at("adding a trainee"))?;
        let id = self.tx.last_insert_rowid();
        self.index_later(id, new.keys);
        self.inserted(Kind::Trainee, id, uid)?;
        Ok(TraineeId(id))
    }

    fn next_number(&mut self) -> Result<u32> {
        let last = match self.arrivals.last_number {
            Some(last) => last,
            None => self
                .tx
                .query_row("SELECT trainees FROM file", [], |row| row.get(0))
                .map_err(at("numbering a trainee"))?,
        };
        self.arrivals.last_number = Some(last + 1);
        Ok(last + 1)
    }

    /// Writes what the arrivals owe; called once more at the end of each act.
    pub(super) fn settle_arrivals(&mut self) -> Result<()> {
        let Arrivals { last_number, mut keys } = std::mem::take(&mut self.arrivals);
        if let Some(last) = last_number {
            self.tx.execute("UPDATE file SET trainees = ?1", [last]).map_err(at("numbering trainees"))?;
        }
        keys.sort_unstable();
        for (key, id) in keys {
            self.index_key(&key, id)?;
        }
        Ok(())
    }

    /// Changes a person who must still be at `version`.
    pub fn change_trainee(&mut self, id: TraineeId, version: ActId, new: NewTrainee<'_>) -> Result<()> {
        self.unindex_name(id.0)?;
        self.change(Kind::Trainee, id.0, Some(version), |tx| {
            tx.execute(
                "UPDATE trainee SET id_kind = ?1, id_number = ?2, other_reason = ?3, name = ?4, sex = ?5, birth = ?6, nation = ?7,
                    education = ?8, hukou = ?9, address = ?10, phone = ?11, bank_holder = ?12, bank = ?13, account = ?14,
                    employer = ?15, remarks = ?16, keys = ?17 WHERE id = ?18",
                params_from_iter(values(new).into_iter().chain([id.0.into()])),
            )
        })?;
        self.index_name(id.0)
    }

    /// Names a person as whom the act is about, for acts that write no row of their own.
    pub fn about_trainee(&mut self, uid: Uid) {
        self.about(Kind::Trainee.table(), uid);
    }

    /// Takes the search keys of a row out, before the row changes.
    pub(super) fn unindex_name(&mut self, id: i64) -> Result<()> {
        self.settle_arrivals()?;
        for key in split(&self.name_keys(id)?) {
            self.tx
                .prepare_cached("DELETE FROM name_key WHERE key = ?1 AND trainee = ?2")
                .and_then(|mut delete| delete.execute(params![key, id]))
                .map_err(at("taking a name out of the index"))?;
        }
        Ok(())
    }

    /// Puts the search keys of a row in; a row taken back has none.
    pub(super) fn index_name(&mut self, id: i64) -> Result<()> {
        let keys = self.name_keys(id)?;
        self.index_later(id, &keys);
        self.settle_arrivals()
    }

    fn index_later(&mut self, id: i64, keys: &str) {
        if !self.bulk {
            self.arrivals.keys.extend(split(keys).map(|key| (key.to_owned(), id)));
        }
    }

    fn index_key(&mut self, key: &str, id: i64) -> Result<()> {
        self.tx
            .prepare_cached("INSERT OR IGNORE INTO name_key (key, trainee) VALUES (?1, ?2)")
            .and_then(|mut insert| insert.execute(params![key, id]))
            .map_err(at("indexing a name"))?;
        Ok(())
    }

    fn name_keys(&self, id: i64) -> Result<String> {
        self.tx
            .prepare_cached("SELECT keys FROM trainee WHERE id = ?1 AND void IS NULL")
            .and_then(|mut keys| keys.query_row([id], |row| row.get(0)).optional())
            .map(Option::unwrap_or_default)
            .map_err(at("reading the keys of a name"))
    }
}

fn split(keys: &str) -> impl Iterator<Item = &str> {
    keys.split(' ').filter(|key| !key.is_empty())
}

fn reason(document: &Document) -> &str {
    match document {
        Document::Id(_) => "",
        Document::Other { reason, .. } => reason,
    }
}

/// What is written of a person, in the order that both statements above name the columns.
fn values(new: NewTrainee<'_>) -> [Value; 17] {
    let t = new.trainee;
    let text = |text: &str| Value::from(text.to_owned());
    [
        text(kind_text(&t.document)),
        text(t.document.number()),
        text(reason(&t.document)),
        text(t.name.as_str()),
        text(sex_text(t.sex)),
        text(&day_text(t.birth)),
        text(&t.nation),
        text(&t.education),
        text(&t.hukou),
        text(&t.address),
        t.phone.as_ref().map_or(Value::Null, |phone| text(phone.as_str())),
        text(&t.bank_holder),
        text(&t.bank),
        t.account.as_ref().map_or(Value::Null, |account| text(account.as_str())),
        text(&t.employer),
        text(&t.remarks),
        text(new.keys),
    ]
}
