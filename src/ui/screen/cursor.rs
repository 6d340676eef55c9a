//! Who or what is chosen on a list that is read again and again: held as itself, looked up as a place only when it is
//! used or drawn. Whoever joins or leaves the list moves nobody else under the next key.

/// The chosen one of a list whose entries are told apart by `K`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cursor<K> {
    key: Option<K>,
    /// Where it stood when the list was last read: from there one walks on when the chosen one is gone.
    near: usize,
}

impl<K> Default for Cursor<K> {
    fn default() -> Self {
        Self { key: None, near: 0 }
    }
}

impl<K: Copy + PartialEq> Cursor<K> {
    /// The nth of a list, or its last.
    pub(super) fn on(nth: usize, list: &[K]) -> Self {
        let near = nth.min(list.len().saturating_sub(1));
        Self { key: list.get(near).copied(), near }
    }

    /// Where the chosen one stands; nowhere once it is gone, until another one is chosen.
    pub(super) fn place(self, list: &[K]) -> Option<usize> {
        self.key.and_then(|key| list.iter().position(|there| *there == key))
    }

    /// What has to be in sight: the chosen one, or where it stood.
    pub(super) fn in_sight(self, list: &[K]) -> usize {
        self.place(list).unwrap_or(self.near.min(list.len().saturating_sub(1)))
    }

    pub(super) const fn choose(&mut self, key: K) {
        self.key = Some(key);
    }

    /// So many places on; from one who is gone, first back to where that one stood.
    pub(super) fn step(&mut self, by: isize, list: &[K]) {
        let to = self.place(list).map(|place| place.saturating_add_signed(by));
        *self = Self::on(to.unwrap_or_else(|| self.in_sight(list)), list);
    }

    /// The list was read: on one that was empty its first is chosen now.
    pub(super) fn settle(&mut self, list: &[K]) {
        match self.key {
            None => *self = Self::on(0, list),
            Some(_) => self.near = self.in_sight(list),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_follows_its_own_and_nobody_takes_the_place_of_one_who_is_gone() {
        let mut cursor = Cursor::on(2, &[10, 11, 12, 13]);
        cursor.settle(&[10, 12, 13]);
        assert_eq!(cursor.place(&[10, 12, 13]), Some(1));
        assert_eq!((cursor.place(&[10, 13]), cursor.in_sight(&[10, 13])), (None, 1));
        cursor.step(1, &[10, 13]);
        assert_eq!(cursor.place(&[10, 13]), Some(1), "the first step only brings it back");
        cursor.step(isize::MAX, &[10, 13]);
        assert_eq!(cursor.place(&[10, 13]), Some(1));
    }

    #[test]
    fn an_empty_list_that_fills_has_its_first_chosen() {
        let mut cursor = Cursor::default();
        cursor.step(1, &[]);
        cursor.settle(&[]);
        assert_eq!((cursor.place(&[]), cursor.in_sight(&[])), (None, 0));
        cursor.settle(&[7, 8]);
        assert_eq!(cursor.place(&[7, 8]), Some(0));
    }
}
