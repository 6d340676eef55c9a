//! The command line, in process on a real file, and a few lines through the real program.

mod bench;
mod leaves;
mod life;
mod lines;
mod operators;
mod people;
mod program;
mod safety;
mod seats;
mod sessions;
