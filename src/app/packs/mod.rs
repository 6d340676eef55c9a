//! Data with a shape: sheet layouts and header synonyms, from assets and the user's folder, checked when read.

pub mod layouts;
pub mod synonyms;
