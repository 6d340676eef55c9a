//! Taking an act back is an act that names it. Refused when a later act touched the same rows or leans on them.

use super::Result;
use super::act::{Hand, Writer};
use super::error::{StoreError, UndoRefused, at};
use super::kind::Kind;
use super::marks::{NewMark, Said, latest};
use super::open::Store;
use super::rows::ActRow;
use super::value;
use super::verb::Verb;
use crate::domain::calendar::Stamp;
use crate::domain::ids::{ActId, EnrolmentId, MarkId, OperatorId, SessionId, Uid};
use crate::domain::mark::{Layer, Mark, Source};
use rusqlite::{OptionalExtension, ToSql, params};

impl Store {
    /// The newest act of this operator since `since_ms`, `until` at the latest, that can still be taken back.
    pub fn undoable(&self, operator: &str, since_ms: i64, until: ActId) -> Result<Option<ActRow>> {
        let keys: Vec<String> =
            Verb::ALL.iter().filter(|verb| verb.undoable()).map(|verb| format!("'{}'", verb.key())).collect();
        let newest: Option<i64> = self
            .conn
            .prepare_cached(&format!(
                "SELECT a.seq FROM act a WHERE a.wall_ms >= ?1 AND a.seq <= ?3 AND a.verb IN ({})
                    AND a.operator = (SELECT uid FROM operator WHERE name = ?2)
                    AND NOT EXISTS (SELECT 1 FROM act u WHERE u.undoes = a.seq) ORDER BY a.seq DESC LIMIT 1",
                keys.join(", ")
            ))
            .and_then(|mut newest| {
                newest.query_row(params![since_ms, operator, until.0], |row| row.get(0)).optional()
            })
            .map_err(at("looking for an act to take back"))?;
        newest.map_or(Ok(None), |seq| self.act_row(ActId(seq)))
    }

    /// Takes an act back; both stay in the audit.
    pub fn undo(&mut self, act: ActId, hand: &mut Hand<'_>) -> Result<()> {
        self.act(Verb::Undo, hand, |writer| writer.take_back(act))
    }
}

impl Writer<'_> {
    /// Takes an act back, in an act of its own.
    pub fn take_back(&mut self, act: ActId) -> Result<()> {
        let verb: Option<String> = self
            .tx
            .query_row("SELECT verb FROM act WHERE seq = ?1", [act.0], |row| row.get(0))
            .optional()
            .map_err(at("reading the act to take back"))?;
        let verb = verb.ok_or(UndoRefused::Nothing)?;
        if !Verb::from_key(&verb).is_some_and(Verb::undoable) {
            return Err(UndoRefused::Kind.into());
        }
        let undone = self.tx.query_row("SELECT 1 FROM act WHERE undoes = ?1", [act.0], |_| Ok(())).optional();
        if undone.map_err(at("reading the act to take back"))?.is_some() {
            return Err(UndoRefused::Already(act.0).into());
        }
        self.undoes = Some(act);
        self.restore_rows(act)?;
        self.restore_marks(act)
    }

    fn restore_rows(&mut self, act: ActId) -> Result<()> {
        type Revised = (String, [u8; 16], Option<String>, bool);
        let revised: Vec<Revised> = self
            .tx
            .prepare("SELECT kind, uid, before, after IS NULL AND before IS NULL FROM revision WHERE act = ?1 ORDER BY n DESC")
            .and_then(|mut rows| {
                rows.query_map([act.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?.collect()
            })
            .map_err(at("reading what an act wrote"))?;
        for (kind, uid, before, erased) in revised {
            let kind = Kind::from_table(&kind).ok_or(StoreError::Damaged("a revision's kind"))?;
            // An operator who acted stays on file, and erased values cannot come back.
            if kind == Kind::Operator {
                continue;
            }
            if erased {
                return Err(UndoRefused::Kind.into());
            }
            self.restore_row(kind, Uid(uid), before.as_deref(), act)?;
        }
        Ok(())
    }

    fn restore_row(&mut self, kind: Kind, uid: Uid, before: Option<&str>, act: ActId) -> Result<()> {
        let table = kind.table();
        let (id, last): (i64, i64) = self
            .tx
            .query_row(&format!("SELECT id, act FROM {table} WHERE uid = ?1"), [uid.0], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .map_err(at("reading a row to restore"))?;
        if last != act.0 {
            return Err(UndoRefused::Later { act: act.0, later: last }.into());
        }
        let later = match before {
            None => self.leaning_on(kind, id, act)?,
            Some(before) => self.in_the_way(kind, id, act, before)?,
        };
        if let Some(later) = later {
            return Err(UndoRefused::Later { act: act.0, later }.into());
        }
        if kind == Kind::Trainee {
            self.unindex_name(id)?;
        }
        let was = self.snapshot(kind, id)?;
        let restored = match before {
            None => self
                .tx
                .execute(&format!("UPDATE {table} SET void = ?1, act = ?1 WHERE id = ?2"), [self.seq.0, id]),
            Some(before) => {
                let columns: Vec<String> =
                    kind.columns().iter().map(|column| format!("{column} = ?1 ->> '{column}'")).collect();
                let update = format!("UPDATE {table} SET {}, act = ?2 WHERE id = ?3", columns.join(", "));
                self.tx.execute(&update, params![before, self.version_before(uid, act)?, id])
            }
        };
        restored.map_err(at("restoring a row"))?;
        match kind {
            Kind::Trainee => self.index_name(id)?,
            Kind::Session => self.must_overlap_nothing(SessionId(id))?,
            _ => {}
        }
        self.revise(kind, uid, Some(&was), before)
    }

    /// The newest act other than `act` that wrote a row which needs this one.
    fn leaning_on(&self, kind: Kind, id: i64, act: ActId) -> Result<Option<i64>> {
        let leaning: &[&str] = match kind {
            Kind::Trainee => &[
                "SELECT act FROM enrolment WHERE trainee = ?1 AND void IS NULL AND made <> ?2",
                "SELECT act FROM status WHERE trainee = ?1 AND void IS NULL AND made <> ?2",
                "SELECT act FROM waiting WHERE trainee = ?1 AND void IS NULL AND made <> ?2",
            ],
            Kind::Class => &[
                "SELECT act FROM enrolment WHERE class = ?1 AND void IS NULL AND made <> ?2",
                "SELECT act FROM session WHERE class = ?1 AND void IS NULL AND made <> ?2",
                "SELECT act FROM waiting WHERE class = ?1 AND void IS NULL AND made <> ?2",
                "SELECT act FROM change_line WHERE class = ?1 AND void IS NULL AND made <> ?2",
            ],
            Kind::Session => &[
                "SELECT act FROM mark WHERE session = ?1 AND kind <> 'cleared' AND act <> ?2 AND NOT EXISTS
                    (SELECT 1 FROM mark n WHERE n.session = mark.session AND n.enrolment = mark.enrolment AND n.id > mark.id)",
                "SELECT act FROM roll_line WHERE session = ?1 AND void IS NULL AND made <> ?2",
                "SELECT act FROM makeup WHERE (session = ?1 OR replaces = ?1) AND void IS NULL AND made <> ?2",
                "SELECT act FROM change_line WHERE session = ?1 AND void IS NULL AND made <> ?2",
            ],
            Kind::Enrolment => &[
                "SELECT act FROM mark WHERE enrolment = ?1 AND kind <> 'cleared' AND act <> ?2 AND NOT EXISTS
                    (SELECT 1 FROM mark n WHERE n.session = mark.session AND n.enrolment = mark.enrolment AND n.id > mark.id)",
                "SELECT act FROM departure WHERE (enrolment = ?1 OR moved_to = ?1) AND void IS NULL AND made <> ?2",
                "SELECT act FROM waiting WHERE enrolment = ?1 AND void IS NULL AND made <> ?2",
            ],
            Kind::Operator
            | Kind::Setting
            | Kind::Status
            | Kind::Credential
            | Kind::Waiting
            | Kind::Departure
            | Kind::RollLine
            | Kind::Makeup
            | Kind::ChangeLine => &[],
        };
        self.newest_of(leaning, params![id, act.0])
    }

    /// The newest act other than `act` that wrote a row in the place which this one would get back: whoever left has
    /// joined or asked again since, or their seat in a full class was given away, whoever no longer waited sits there or
    /// waits again, a cancelled session was made up for, lessons were planned outside the days that a class had.
    fn in_the_way(&self, kind: Kind, id: i64, act: ActId, before: &str) -> Result<Option<i64>> {
        let sql: &[&str] = match kind {
            Kind::Enrolment => &[
                "SELECT n.act FROM enrolment e JOIN enrolment n ON n.class = e.class AND n.trainee = e.trainee AND n.id <> e.id
                 WHERE e.id = ?1 AND n.made <> ?2 AND ?3 ->> 'left_on' IS NULL AND n.left_on IS NULL AND n.void IS NULL",
                "SELECT w.act FROM enrolment e JOIN waiting w ON w.class = e.class AND w.trainee = e.trainee
                 WHERE e.id = ?1 AND w.made <> ?2 AND ?3 ->> 'left_on' IS NULL AND w.ended IS NULL AND w.void IS NULL",
                "SELECT max(n.act) AS act FROM enrolment e JOIN class c ON c.id = e.class JOIN enrolment n ON n.class = c.id
                 WHERE e.id = ?1 AND ?3 ->> 'left_on' IS NULL AND e.left_on IS NOT NULL AND n.left_on IS NULL AND n.void IS NULL
                 GROUP BY c.id HAVING count(*) >= c.capacity AND max(n.made) > ?2",
            ],
            Kind::Waiting => &[
                "SELECT n.act FROM waiting w JOIN waiting n ON n.class = w.class AND n.trainee = w.trainee AND n.id <> w.id
                 WHERE w.id = ?1 AND n.made <> ?2 AND ?3 ->> 'ended' IS NULL AND n.ended IS NULL AND n.void IS NULL",
                "SELECT e.act FROM waiting w JOIN enrolment e ON e.class = w.class AND e.trainee = w.trainee
                 WHERE w.id = ?1 AND e.made <> ?2 AND ?3 ->> 'ended' IS NULL AND e.left_on IS NULL AND e.void IS NULL",
            ],
            Kind::Session => &[
                "SELECT act FROM makeup WHERE replaces = ?1 AND void IS NULL AND made > ?2 AND ?3 IS NOT NULL",
            ],
            Kind::Class => &[
                "SELECT act FROM session WHERE class = ?1 AND act > ?2 AND void IS NULL AND cancelled IS NULL
                    AND day NOT BETWEEN ?3 ->> 'start_on' AND ?3 ->> 'end_on'",
            ],
            _ => &[],
        };
        self.newest_of(sql, params![id, act.0, before])
    }

    fn newest_of(&self, queries: &[&str], params: &[&dyn ToSql]) -> Result<Option<i64>> {
        for sql in queries {
            let later: Option<i64> = self
                .tx
                .query_row(&format!("SELECT max(act) FROM ({sql})"), params, |row| row.get(0))
                .map_err(at("looking for later rows"))?;
            if later.is_some() {
                return Ok(later);
            }
        }
        Ok(None)
    }

    fn restore_marks(&mut self, act: ActId) -> Result<()> {
        type Cell = (MarkId, SessionId, EnrolmentId, Option<i64>, Layer);
        let cells: Vec<Cell> = self
            .tx
            .prepare("SELECT id, session, enrolment, replaces, layer FROM mark WHERE act = ?1 ORDER BY id")
            .and_then(|mut rows| {
                rows.query_map([act.0], |row| {
                    Ok((
                        MarkId(row.get(0)?),
                        SessionId(row.get(1)?),
                        EnrolmentId(row.get(2)?),
                        row.get(3)?,
                        value::layer(row)?,
                    ))
                })?
                .collect()
            })
            .map_err(at("reading the marks of an act"))?;
        for (id, session, enrolment, replaced, layer) in cells {
            if self.standing_line(session, enrolment)? != Some(id) {
                let later = self.act_of_latest(session, enrolment)?;
                return Err(UndoRefused::Later { act: act.0, later }.into());
            }
            // The line that comes back keeps how it arose: whose word it is, source, layer and reason are evidence.
            let by_us = Said { operator: self.operator, at: self.stamp };
            let (mark, source, layer, reason, said) = match replaced {
                None => (Mark::Cleared, Source::Hand, layer, String::new(), by_us),
                Some(before) => self
                    .tx
                    .query_row(
                        "SELECT kind, late, early, source, file, line, layer, reason, operator, at_ms, at_n
                         FROM mark WHERE id = ?1",
                        [before],
                        |row| {
                            Ok((
                                value::mark(row)?,
                                value::source(row)?,
                                value::layer(row)?,
                                row.get("reason")?,
                                Said {
                                    operator: OperatorId(row.get("operator")?),
                                    at: Stamp { ms: row.get("at_ms")?, n: row.get("at_n")? },
                                },
                            ))
                        },
                    )
                    .map_err(at("reading a replaced mark"))?,
            };
            self.add_line(
                session,
                enrolment,
                NewMark { mark, source: &source, layer, reason: &reason },
                said,
            )?;
        }
        Ok(())
    }

    /// The act that wrote the values a row gets back: they are that version again, so that the act before can be
    /// taken back too.
    fn version_before(&self, uid: Uid, act: ActId) -> Result<i64> {
        self.tx
            .query_row(
                "SELECT max(r.act) FROM revision r JOIN act a ON a.seq = r.act WHERE r.uid = ?1 AND r.act < ?2
                    AND a.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM act u WHERE u.undoes = a.seq)",
                params![uid.0, act.0],
                |row| row.get(0),
            )
            .map_err(at("finding the version before an act"))
    }

    /// The line whose words stand in a cell: a line that an undo added stands for the one it brought back.
    fn standing_line(&self, session: SessionId, enrolment: EnrolmentId) -> Result<Option<MarkId>> {
        let mut standing = latest(self.tx, session, enrolment)?.map(|(id, _)| id);
        while let Some(id) = standing {
            let brought_back: Option<Option<i64>> = self
                .tx
                .query_row(
                    "SELECT taken.replaces FROM mark m JOIN act a ON a.seq = m.act
                     JOIN mark taken ON taken.act = a.undoes AND taken.session = m.session AND taken.enrolment = m.enrolment
                     WHERE m.id = ?1",
                    [id.0],
                    |row| row.get(0),
                )
                .optional()
                .map_err(at("reading what an undo brought back"))?;
            match brought_back {
                None => break,
                Some(before) => standing = before.map(MarkId),
            }
        }
        Ok(standing)
    }

    fn act_of_latest(&self, session: SessionId, enrolment: EnrolmentId) -> Result<i64> {
        self.tx
            .query_row(
                "SELECT act FROM mark WHERE session = ?1 AND enrolment = ?2 ORDER BY id DESC LIMIT 1",
                [session.0, enrolment.0],
                |row| row.get(0),
            )
            .map_err(at("reading the latest mark"))
    }
}
