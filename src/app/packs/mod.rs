//! Data with a shape: rule packs, sheet layouts and header synonyms, from assets and the user's folder, checked when
//! read.

pub mod layouts;
pub mod rules;
pub mod synonyms;
