//! Data with a shape: rule packs, holidays, sheet layouts and header synonyms, from assets and the user's folder,
//! checked when read.

pub mod holidays;
pub mod layouts;
pub mod rules;
pub mod synonyms;
