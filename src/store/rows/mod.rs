//! Plain structs for lists, ledgers and logs: what the layers above see of the file.

mod acts;
mod classes;
mod people;

pub use acts::{ActRow, BackupRow, CredentialRow, OperatorRow, RevisionRow, RollWritten};
pub use classes::{
    ChangeRow, ClassRow, DayRow, MakeupRow, MarkLine, MeetingRow, RollRow, SessionRow, SharedRow,
};
pub use people::{
    DepartureRow, EnrolmentRow, FoundRow, PastClass, SeatIn, StatusRow, TraineeRow, WaitedRow, WaitingRow,
    Why,
};
