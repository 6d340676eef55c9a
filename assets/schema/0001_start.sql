-- The first shape of the data file. `at_ms, at_n` orders acts and only grows; `wall_ms` is what the clock said. Released steps are never edited; a test pins their hashes.
-- Rows that people create carry a UUIDv7 `uid`; integer ids never leave this file.
-- `made` is the act that created a row, `act` the one that last wrote it: version, audit link and undo check in one.
-- `void` is the undo act that took a row back. Nothing is deleted. These three are no foreign keys: the act's line is
-- written last, and SQLite would look through every table for rows that wait for it; `verify` checks them instead.

CREATE TABLE file (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  desk BLOB NOT NULL CHECK (length(desk) = 16),
  epoch BLOB NOT NULL CHECK (length(epoch) = 16),
  trainees INTEGER NOT NULL DEFAULT 0 CHECK (trainees BETWEEN 0 AND 99999999)
) STRICT;

CREATE TABLE act (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  at_ms INTEGER NOT NULL,
  at_n INTEGER NOT NULL CHECK (at_n >= 0),
  wall_ms INTEGER NOT NULL,
  operator BLOB NOT NULL CHECK (length(operator) = 16),
  desk BLOB NOT NULL CHECK (length(desk) = 16),
  verb TEXT NOT NULL CHECK (length(verb) BETWEEN 1 AND 40),
  subject TEXT NOT NULL,
  subject_uid BLOB CHECK (subject_uid IS NULL OR length(subject_uid) = 16),
  rows INTEGER NOT NULL CHECK (rows >= 0),
  undoes INTEGER UNIQUE REFERENCES act (seq),
  shape INTEGER NOT NULL CHECK (shape > 0),
  commitment BLOB NOT NULL CHECK (length(commitment) = 32),
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  CHECK (undoes IS NULL OR undoes < seq)
) STRICT;
CREATE INDEX act_wall ON act (wall_ms);
CREATE INDEX act_subject ON act (subject_uid) WHERE subject_uid IS NOT NULL;

-- What an act wrote: old and new values as JSON. The act's line holds only a hash over these hashes, so that a lawful
-- erasure can blank values and salt while the chain stays whole.
CREATE TABLE revision (
  act INTEGER NOT NULL REFERENCES act (seq) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL CHECK (n > 0),
  kind TEXT NOT NULL,
  uid BLOB NOT NULL CHECK (length(uid) = 16),
  before TEXT,
  after TEXT,
  salt BLOB CHECK (salt IS NULL OR length(salt) = 16),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (act, n)
) STRICT;
CREATE INDEX revision_row ON revision (uid);

CREATE TABLE operator (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 50),
  made INTEGER NOT NULL CHECK (made > 0),
  act INTEGER NOT NULL CHECK (act >= made),
  void INTEGER CHECK (void > made)
) STRICT;

CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  made INTEGER NOT NULL CHECK (made > 0),
  act INTEGER NOT NULL CHECK (act >= made),
  void INTEGER CHECK (void > made)
) STRICT;
CREATE UNIQUE INDEX setting_name ON setting (name) WHERE void IS NULL;

CREATE TABLE trainee (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  desk BLOB NOT NULL CHECK (length(desk) = 16),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99999999),
  id_kind TEXT NOT NULL CHECK (id_kind IN ('resident', 'permit', 'foreign', 'other')),
  id_number TEXT NOT NULL CHECK (id_kind = 'other' OR (length(id_number) = 18 AND id_number NOT GLOB '*[^0-9X]*')),
  other_reason TEXT NOT NULL CHECK ((id_kind = 'other') = (other_reason <> '')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 50),
  sex TEXT NOT NULL CHECK (sex IN ('m', 'f')),
  birth TEXT NOT NULL CHECK (birth GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  nation TEXT NOT NULL,
  education TEXT NOT NULL,
  hukou TEXT NOT NULL,
  address TEXT NOT NULL,
  phone TEXT CHECK (phone IS NULL OR length(phone) BETWEEN 1 AND 20),
  bank_holder TEXT NOT NULL,
  bank TEXT NOT NULL,
  account TEXT CHECK (account IS NULL OR length(account) BETWEEN 1 AND 32),
  employer TEXT NOT NULL,
  remarks TEXT NOT NULL,
  keys TEXT NOT NULL,
  made INTEGER NOT NULL CHECK (made > 0),
  act INTEGER NOT NULL CHECK (act >= made),
  void INTEGER CHECK (void > made)
) STRICT;
CREATE UNIQUE INDEX trainee_number ON trainee (number, desk);
CREATE UNIQUE INDEX trainee_id ON trainee (id_number) WHERE id_kind <> 'other' AND void IS NULL;
CREATE INDEX trainee_id_tail ON trainee (substr(id_number, -4));
CREATE INDEX trainee_phone ON trainee (phone) WHERE phone IS NOT NULL;
CREATE INDEX trainee_phone_tail ON trainee (substr(phone, -4)) WHERE phone IS NOT NULL;

-- Hanzi, pinyin initials and full pinyin of names, every reading: what the search box looks in first.
CREATE TABLE name_key (
  key TEXT NOT NULL,
  trainee INTEGER NOT NULL REFERENCES trainee (id),
  PRIMARY KEY (key, trainee DESC)
) STRICT, WITHOUT ROWID;

CREATE TABLE status (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  trainee INTEGER NOT NULL REFERENCES trainee (id),
  category TEXT NOT NULL CHECK (category <> ''),
  proof_kind TEXT NOT NULL,
  proof_number TEXT NOT NULL,
  obtained TEXT CHECK (obtained GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  expires TEXT CHECK (expires GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  made INTEGER NOT NULL CHECK (made > 0),
  act INTEGER NOT NULL CHECK (act >= made),
  void INTEGER CHECK (void > made),
  CHECK (obtained IS NULL OR expires IS NULL OR obtained <= expires)
) STRICT;
CREATE INDEX status_trainee ON status (trainee);

CREATE TABLE class (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  code TEXT NOT NULL COLLATE NOCASE CHECK (length(code) BETWEEN 1 AND 30),
  course TEXT NOT NULL CHECK (course <> ''),
  hours INTEGER NOT NULL CHECK (hours BETWEEN 1 AND 2000),
  start_on TEXT NOT NULL CHECK (start_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  end_on TEXT NOT NULL CHECK (end_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  capacity INTEGER CHECK (capacity BETWEEN 1 AND 1000),
  place TEXT NOT NULL,
  instructor TEXT NOT NULL,
  pack_id TEXT NOT NULL CHECK (pack_id <> ''),
  pack_hash TEXT NOT NULL CHECK (length(pack_hash) = 64 AND pack_hash NOT GLOB '*[^0-9a-f]*'),
  made INTEGER NOT NULL CHECK (made > 0),
  act INTEGER NOT NULL CHECK (act >= made),
  void INTEGER CHECK (void > made),
  CHECK (start_on <= end_on)
) STRICT;
CREATE UNIQUE INDEX class_code ON class (code) WHERE void IS NULL;
CREATE INDEX class_days ON class (end_on, start_on);

CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  class INTEGER NOT NULL REFERENCES class (id),
  day TEXT NOT NULL CHECK (day GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  from_min INTEGER NOT NULL CHECK (from_min BETWEEN 0 AND 1439),
  to_min INTEGER NOT NULL CHECK (to_min BETWEEN 1 AND 1440),
  hours INTEGER NOT NULL CHECK (hours BETWEEN 1 AND 32),
  kind TEXT NOT NULL CHECK (kind IN ('theory', 'practice', 'online', 'mixed')),
  instructor TEXT NOT NULL,
  room TEXT NOT NULL,
  topic TEXT NOT NULL,
  cancelled TEXT CHECK (cancelled <> ''),
  made INTEGER NOT NULL CHECK (made > 0),
  act INTEGER NOT NULL CHECK (act >= made),
  void INTEGER CHECK (void > made),
  CHECK (from_min < to_min)
) STRICT;
CREATE UNIQUE INDEX session_cell ON session (class, day, from_min) WHERE cancelled IS NULL AND void IS NULL;
CREATE INDEX session_class ON session (class, day, from_min);
CREATE INDEX session_day ON session (day);

CREATE TABLE enrolment (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  class INTEGER NOT NULL REFERENCES class (id),
  trainee INTEGER NOT NULL REFERENCES trainee (id),
  seat INTEGER NOT NULL CHECK (seat > 0),
  joined_on TEXT NOT NULL CHECK (joined_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  -- Before `joined_on` for somebody who withdrew before the first day: never expected anywhere.
  left_on TEXT CHECK (left_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  category TEXT NOT NULL,
  made INTEGER NOT NULL CHECK (made > 0),
  act INTEGER NOT NULL CHECK (act >= made),
  void INTEGER CHECK (void > made)
) STRICT;
CREATE UNIQUE INDEX enrolment_once ON enrolment (class, trainee) WHERE left_on IS NULL AND void IS NULL;
CREATE UNIQUE INDEX enrolment_seat ON enrolment (class, seat) WHERE void IS NULL;
CREATE INDEX enrolment_trainee ON enrolment (trainee);

CREATE TABLE mark (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  session INTEGER NOT NULL REFERENCES session (id),
  enrolment INTEGER NOT NULL REFERENCES enrolment (id),
  kind TEXT NOT NULL CHECK (kind IN ('present', 'sick', 'personal', 'absent', 'cleared')),
  late INTEGER NOT NULL CHECK (late BETWEEN 0 AND 1440),
  early INTEGER NOT NULL CHECK (early BETWEEN 0 AND 1440),
  source TEXT NOT NULL CHECK (source IN ('hand', 'all', 'device', 'paper')),
  file BLOB CHECK (file IS NULL OR length(file) = 32),
  line INTEGER CHECK (line > 0),
  layer TEXT NOT NULL CHECK (layer IN ('instructor', 'office')),
  operator INTEGER NOT NULL REFERENCES operator (id),
  desk BLOB NOT NULL CHECK (length(desk) = 16),
  at_ms INTEGER NOT NULL,
  at_n INTEGER NOT NULL,
  reason TEXT NOT NULL,
  replaces INTEGER REFERENCES mark (id),
  act INTEGER NOT NULL REFERENCES act (seq) DEFERRABLE INITIALLY DEFERRED,
  CHECK (kind = 'present' OR (late = 0 AND early = 0)),
  CHECK ((source = 'device') = (file IS NOT NULL)),
  CHECK ((source = 'device') = (line IS NOT NULL)),
  CHECK (replaces IS NULL OR replaces < id)
) STRICT;
CREATE INDEX mark_cell ON mark (session, enrolment, id);
CREATE INDEX mark_enrolment ON mark (enrolment);
CREATE INDEX mark_act ON mark (act);

CREATE TABLE draft (
  key TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER act_is_kept BEFORE DELETE ON act BEGIN SELECT RAISE(ABORT, 'acts are never deleted'); END;
CREATE TRIGGER act_is_fixed BEFORE UPDATE ON act BEGIN SELECT RAISE(ABORT, 'acts are never changed'); END;
CREATE TRIGGER mark_is_kept BEFORE DELETE ON mark BEGIN SELECT RAISE(ABORT, 'marks are never deleted'); END;
CREATE TRIGGER mark_is_fixed BEFORE UPDATE ON mark BEGIN SELECT RAISE(ABORT, 'marks are never changed'); END;
CREATE TRIGGER act_is_new BEFORE INSERT ON act WHEN EXISTS (SELECT 1 FROM act WHERE seq = new.seq)
BEGIN SELECT RAISE(ABORT, 'acts are never replaced'); END;
CREATE TRIGGER mark_is_new BEFORE INSERT ON mark WHEN EXISTS (SELECT 1 FROM mark WHERE id = new.id OR uid = new.uid)
BEGIN SELECT RAISE(ABORT, 'marks are never replaced'); END;
CREATE TRIGGER revision_is_new BEFORE INSERT ON revision
WHEN EXISTS (SELECT 1 FROM revision WHERE act = new.act AND n = new.n)
BEGIN SELECT RAISE(ABORT, 'revisions are never replaced'); END;
CREATE TRIGGER revision_is_kept BEFORE DELETE ON revision BEGIN SELECT RAISE(ABORT, 'revisions are never deleted'); END;
CREATE TRIGGER revision_is_fixed BEFORE UPDATE ON revision
WHEN new.before IS NOT NULL OR new.after IS NOT NULL OR new.salt IS NOT NULL OR new.hash IS NOT old.hash
  OR new.act IS NOT old.act OR new.n IS NOT old.n OR new.kind IS NOT old.kind OR new.uid IS NOT old.uid
BEGIN SELECT RAISE(ABORT, 'revisions are never changed, only erased'); END;
CREATE TRIGGER trainee_is_kept BEFORE DELETE ON trainee BEGIN SELECT RAISE(ABORT, 'trainees are never deleted'); END;
CREATE TRIGGER class_is_kept BEFORE DELETE ON class BEGIN SELECT RAISE(ABORT, 'classes are never deleted'); END;
CREATE TRIGGER session_is_kept BEFORE DELETE ON session BEGIN SELECT RAISE(ABORT, 'sessions are never deleted'); END;
CREATE TRIGGER enrolment_is_kept BEFORE DELETE ON enrolment BEGIN SELECT RAISE(ABORT, 'enrolments are never deleted'); END;
CREATE TRIGGER status_is_kept BEFORE DELETE ON status BEGIN SELECT RAISE(ABORT, 'statuses are never deleted'); END;
