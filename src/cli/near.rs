//! What somebody meant who typed a word that nobody knows.

/// The nearest of the known words: one that begins as typed, or is at most two slips away.
pub(super) fn nearest<'w>(typed: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let most = if typed.chars().count() < 4 { 1 } else { 2 };
    let far = |word: &str| {
        if typed.len() >= 3 && word.starts_with(typed) { 0 } else { slips(typed, word) }
    };
    known
        .map(|word| (far(word), word))
        .filter(|(far, _)| *far <= most)
        .min_by_key(|(far, _)| *far)
        .map(|(_, w)| w)
}

/// Letters added, left out, wrong, or two neighbours swapped.
fn slips(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(40).collect(), b.chars().collect());
    let mut rows = vec![(0..=b.len()).collect::<Vec<usize>>()];
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut least = (rows[i][j] + usize::from(x != y)).min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                least = least.min(rows[i - 1][j - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows.last().and_then(|row| row.last()).copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_finger_are_understood() {
        let known = ["import roster", "mark", "hours", "verify"];
        let near = |typed| nearest(typed, known.iter().copied());
        assert_eq!(near("amrk"), Some("mark"));
        assert_eq!(near("hour"), Some("hours"));
        assert_eq!(near("verfy"), Some("verify"));
        assert_eq!(near("figures"), None);
    }
}
