//! Spreadsheets in and out: a file becomes plain rows with their addresses, a layout and rows become a file.
//! Knows nothing of people or classes; what a column means is data in `assets/sheets`.

pub mod cell;
pub mod fault;
pub mod head;
mod hidden;
pub mod layout;
pub mod preflight;
pub mod read;
pub mod value;
pub mod words;
pub mod write;

mod face;
mod part;
mod print;

pub use cell::{Cell, Row, Table};
pub use fault::{SheetFault, Spot, What};
pub use head::{Concept, Head, Synonyms, find_head};
pub use layout::{Fact, Layout};
pub use read::read_xlsx;
pub use value::{Book, Page, Value};
pub use write::{Target, write};
