//! Half-typed forms: kept while typing, offered again after a crash, gone when saved.

use super::{Desk, Outcome};
use std::collections::BTreeMap;

/// The fields of a half-typed form by name, and when they were kept (UTC milliseconds).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub fields: BTreeMap<String, String>,
    pub at_ms: i64,
}

impl Desk {
    pub fn keep_draft(&self, form: &str, fields: &BTreeMap<String, String>) -> Outcome<()> {
        let body = serde_json::to_string(fields).unwrap_or_default();
        Ok(self.store.keep_draft(&self.draft_key(form), &body, self.clock.now_ms())?)
    }

    /// A draft that does not read is of no use to anybody and is passed over.
    pub fn draft(&self, form: &str) -> Outcome<Option<Draft>> {
        let kept = self.store.draft(&self.draft_key(form))?;
        Ok(kept.and_then(|(body, at_ms)| Some(Draft { fields: serde_json::from_str(&body).ok()?, at_ms })))
    }

    pub fn drop_draft(&self, form: &str) -> Outcome<()> {
        Ok(self.store.drop_draft(&self.draft_key(form))?)
    }

    /// Each of two drafts takes the place of the other; neither is lost on the way.
    pub fn swap_drafts(&self, one: &str, other: &str) -> Outcome<()> {
        Ok(self.store.swap_drafts(&self.draft_key(one), &self.draft_key(other))?)
    }

    /// One draft a form for each operator: two clerks on one file do not write over each other.
    fn draft_key(&self, form: &str) -> String {
        format!("{form} {}", self.operator)
    }
}
