//! # Baodao 报到
//!
//! The front desk of a vocational training centre: one terminal program, one file of data, no network. It enrols
//! people who come home (返乡农民工), runs their classes, marks attendance, counts class hours (学时), and hands in
//! rosters for training subsidies.
//!
//! ## The map
//!
//! An arrow points at what is used. A test (`tests/architecture.rs`) reads every `use` and refuses an upward one.
//!
//! ```text
//! domain  ◄──  store  ◄──  app  ◄──  ui   ◄──  main
//! domain  ◄──  text   ◄──  sheet, app, ui, cli
//! domain, text  ◄──  sheet  ◄──  app
//! everything below  ◄──  cli  ◄──  main
//! ```
//!
//! | folder | is | alone may name |
//! |---|---|---|
//! | [`domain`] | what a training centre is: people, classes, marks, class hours; no files, no clock, no sentences | – |
//! | [`text`] | every sentence, Chinese and English on one line; a missing one does not compile | hanzi in literals |
//! | [`store`] | the SQLite file: reads for anyone, changes only inside one act | rusqlite |
//! | [`sheet`] | spreadsheets to rows and rows to spreadsheets, within limits | calamine, quick-xml, rust_xlsxwriter, zip |
//! | [`app`] | what the desk can do, as use cases of [`app::Desk`] | the wall clock, chance, pinyin, serde |
//! | [`ui`] | everything the terminal shows: input, paint, shell, widgets, one folder a screen | ratatui, crossterm |
//! | [`cli`] | the command line, one table of verbs | lexopt |
//!
//! `assets` holds what a province or a centre may change: `schema` (steps of the file, never edited after release),
//! `rules` (dated rule packs), `sheets` (layouts and header synonyms), `codes` (courses, regions, categories and where
//! each comes from), `demo` (an invented centre).
//!
//! ## Invariants
//!
//! - **No change without an act.** [`store::Store::act`] is the only way to write: one user action, one transaction,
//!   one line of the audit. The line holds no personal data; values live in revisions named by salted hashes, so
//!   that a lawful erasure can blank them while the chain stays whole.
//! - **Marks are lines, only ever added.** The latest line of a cell (session + enrolment) counts; clearing and
//!   correcting are lines that name the line they replace. Triggers refuse UPDATE and DELETE.
//! - **Facts are stored, figures are computed.** No table holds a sum of class hours; [`domain::ledger`] folds them
//!   from marks under the rule pack that the class remembers. Integers only.
//! - **A row's `act` is its version**: what a form saves against, what an undo compares, what the audit explains.
//!   Nothing is deleted; a row taken back is `void`.
//! - **The moment, the operator and chance are arguments.** Only [`app::clock`], [`app::chance`] and the loop in
//!   [`ui`] read the outside world; a lint forbids the rest.
//! - **Text becomes a type at the edge, by one parser, with all faults at once.** The form and the spreadsheet end in
//!   the same [`domain::person::TraineeDraft::parse`]. Drafts are never changed by parsing.
//! - **A verb is declared once.** A screen's table of commands feeds dispatch, the bottom bar, help (F1), the palette
//!   (F9) and the README; no command needs a letter key, because an input method swallows letters.
//! - **One thread owns the state.** One loop, one channel, no tick: it sleeps until something happens.
//! - **Numbers of a province are data.** Rates, limits and hours live in rule packs with their source.
//!
//! ## A new screen costs three places
//!
//! A folder in `ui/screen`, a file in `text`, and in `ui/screen/mod.rs` a `Route` with its arm in `open` (plus a menu
//! line if it has a place of its own). The compiler names what is forgotten. A page that is one form implements
//! `FormPage` (`ui/screen/form_page.rs`) instead of `Screen`, a page that finds and marks people also `Seeker`.
//!
//! ## Glossary
//!
//! | English | 中文 | is |
//! |---|---|---|
//! | trainee | 学员 | a person, one record for life |
//! | status | 人员类别 | a dated category with its proof: why public money may pay |
//! | course | 培训项目 | an occupation (by edition and code) at a level |
//! | class | 班次 | one run of a course |
//! | session | 课次 | one lesson block of the timetable |
//! | enrolment | 报名 | a trainee in a class, on a seat that nobody else gets |
//! | roll | 点名 | marking one session |
//! | mark | 考勤 | one line about one cell: present, late, early, leave, absent, cleared |
//! | class hour | 学时 | the unit that counts; 45 minutes unless the rule pack says otherwise |
//! | ledger | 学时台账 | where each class hour comes from; derived, never typed |
//! | rule pack | 政策包 | dated local numbers with their sources |
//! | roster | 花名册 | the list of a class as the bureau wants it |
//! | act | 操作记录 | who did what when; append-only |
//! | operator | 操作员 | who works at the desk |
//! | layout | 版式 | a sheet as data: title, columns, footer |

pub mod domain;
#[macro_use]
pub mod text;
pub mod app;
pub mod cli;
pub mod sheet;
pub mod store;
pub mod ui;
