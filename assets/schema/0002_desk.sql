-- What a desk lives with all day: who may do what, who waits for a seat, how somebody left, what was said of a whole
-- roll, which session makes up for which, and dated changes of a class. Each is a line of its own beside the rows of
-- step 1, so that what older acts recorded of those rows still says what stands in them.

-- What an operator may do, and the PIN they sign in with (argon2id, as a PHC string); NULL signs in without one.
CREATE TABLE credential (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  operator INTEGER NOT NULL REFERENCES operator (id),
  role TEXT NOT NULL CHECK (role IN ('desk', 'instructor', 'head', 'auditor', 'system')),
  pin TEXT CHECK (pin LIKE '$argon2id$%'),
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
  made INTEGER NOT NULL CHECK (made > 0),
  act INTEGER NOT NULL CHECK (act >= made),
  void INTEGER CHECK (void > made)
) STRICT;
CREATE UNIQUE INDEX credential_operator ON credential (operator) WHERE void IS NULL;

-- Somebody who wants a seat in a full class, in the order of asking.
CREATE TABLE waiting (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  class INTEGER NOT NULL REFERENCES class (id),
  trainee INTEGER NOT NULL REFERENCES trainee (id),
  category TEXT NOT NULL,
  asked_on TEXT NOT NULL CHECK (asked_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  ended TEXT CHECK (ended IN ('seated', 'withdrawn')),
  enrolment INTEGER REFERENCES enrolment (id),
  made INTEGER NOT NULL CHECK (made > 0),
  act INTEGER NOT NULL CHECK (act >= made),
  void INTEGER CHECK (void > made),
  CHECK ((ended IS 'seated') = (enrolment IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX waiting_once ON waiting (class, trainee) WHERE ended IS NULL AND void IS NULL;
CREATE INDEX waiting_class ON waiting (class);
CREATE INDEX waiting_trainee ON waiting (trainee);
CREATE INDEX waiting_enrolment ON waiting (enrolment) WHERE enrolment IS NOT NULL;

-- How an enrolment ended; the day stands in the enrolment.
CREATE TABLE departure (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  enrolment INTEGER NOT NULL REFERENCES enrolment (id),
  kind TEXT NOT NULL CHECK (kind IN ('left', 'withdrawn', 'transferred')),
  reason TEXT NOT NULL,
  moved_to INTEGER REFERENCES enrolment (id),
  made INTEGER NOT NULL CHECK (made > 0),
  act INTEGER NOT NULL CHECK (act >= made),
  void INTEGER CHECK (void > made),
  CHECK ((kind = 'transferred') = (moved_to IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX departure_once ON departure (enrolment) WHERE void IS NULL;
CREATE INDEX departure_moved ON departure (moved_to) WHERE moved_to IS NOT NULL;

-- What was said of a whole roll: it is complete; it was entered after the day, with the reason and the paper sheet;
-- it was compared with the signed sheet, with what came of that.
CREATE TABLE roll_line (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  session INTEGER NOT NULL REFERENCES session (id),
  kind TEXT NOT NULL CHECK (kind IN ('completed', 'back-entry', 'paper')),
  sheet TEXT NOT NULL,
  note TEXT NOT NULL,
  made INTEGER NOT NULL CHECK (made > 0),
  act INTEGER NOT NULL CHECK (act >= made),
  void INTEGER CHECK (void > made),
  CHECK (kind <> 'back-entry' OR (sheet <> '' AND note <> ''))
) STRICT;
CREATE INDEX roll_line_session ON roll_line (session);

-- A session that makes up for a cancelled one.
CREATE TABLE makeup (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  session INTEGER NOT NULL REFERENCES session (id),
  replaces INTEGER NOT NULL REFERENCES session (id),
  made INTEGER NOT NULL CHECK (made > 0),
  act INTEGER NOT NULL CHECK (act >= made),
  void INTEGER CHECK (void > made),
  CHECK (session <> replaces)
) STRICT;
CREATE UNIQUE INDEX makeup_session ON makeup (session) WHERE void IS NULL;
CREATE INDEX makeup_replaces ON makeup (replaces);

-- A dated change of a class or of one of its sessions, with its reason; the day is that of the act.
CREATE TABLE change_line (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  class INTEGER NOT NULL REFERENCES class (id),
  session INTEGER REFERENCES session (id),
  what TEXT NOT NULL CHECK (what IN ('start', 'end', 'hours', 'capacity', 'instructor', 'place', 'moved')),
  was TEXT NOT NULL,
  becomes TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  made INTEGER NOT NULL CHECK (made > 0),
  act INTEGER NOT NULL CHECK (act >= made),
  void INTEGER CHECK (void > made),
  CHECK ((what = 'moved') = (session IS NOT NULL))
) STRICT;
CREATE INDEX change_line_class ON change_line (class);
CREATE INDEX change_line_session ON change_line (session) WHERE session IS NOT NULL;

-- Who or what is asked for twice at one time: without these every session of the days would be looked through.
CREATE INDEX session_room ON session (room, day) WHERE cancelled IS NULL AND void IS NULL;
CREATE INDEX session_instructor ON session (instructor, day) WHERE cancelled IS NULL AND void IS NULL;

CREATE TRIGGER credential_is_kept BEFORE DELETE ON credential BEGIN SELECT RAISE(ABORT, 'credentials are never deleted'); END;
CREATE TRIGGER waiting_is_kept BEFORE DELETE ON waiting BEGIN SELECT RAISE(ABORT, 'waiting lines are never deleted'); END;
CREATE TRIGGER departure_is_kept BEFORE DELETE ON departure BEGIN SELECT RAISE(ABORT, 'departures are never deleted'); END;
CREATE TRIGGER roll_line_is_kept BEFORE DELETE ON roll_line BEGIN SELECT RAISE(ABORT, 'lines of a roll are never deleted'); END;
CREATE TRIGGER makeup_is_kept BEFORE DELETE ON makeup BEGIN SELECT RAISE(ABORT, 'make-up links are never deleted'); END;
CREATE TRIGGER change_line_is_kept BEFORE DELETE ON change_line BEGIN SELECT RAISE(ABORT, 'changes are never deleted'); END;
