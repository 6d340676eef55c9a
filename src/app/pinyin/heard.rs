//! A name as somebody heard it, against the names on file: which keys to look under, and how near a name comes.

use super::sounds;
use super::{readings, typed};

/// Keys looked under for names that sound alike, the nearest first.
const MOST_ALIKE: usize = 256;
/// Keys looked under for names with one other syllable: three syllables have some 1,200.
const MOST_OTHERS: usize = 1600;
/// Ways of reading what was typed.
const MOST_WAYS: usize = 8;

/// One syllable of what was typed, and its hanzi where one was typed.
#[derive(Debug, Clone)]
struct Slot {
    hanzi: Option<char>,
    syllable: String,
}

/// What was typed, in every way of reading it; hanzi and pinyin may be mixed.
#[derive(Debug, Clone)]
pub struct Spoken(Vec<Vec<Slot>>);

/// How near a name comes to what was heard. The order is the rank; names that go on longer stand behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// Other hanzi of the same pinyin.
    SameSound { longer: bool },
    /// Only sounds differ that are confused by ear; how many.
    Misheard { longer: bool, slips: u8 },
    /// One syllable is quite another.
    OneSyllable { distance: u8 },
}

impl Spoken {
    /// `None` for what nobody says: initials, numbers, a half syllable.
    pub fn read(text: &str) -> Option<Self> {
        let text = typed(text);
        if text.is_empty() || text.chars().any(|c| c.is_ascii_digit()) {
            return None;
        }
        let chars: Vec<char> = text.chars().collect();
        let mut ways: Vec<Vec<Slot>> = vec![Vec::new()];
        for run in chars.chunk_by(|a, b| a.is_ascii() == b.is_ascii()) {
            let ends = said(run);
            let longer = |way: &Vec<Slot>, end: &Vec<Slot>| [way.as_slice(), end].concat();
            ways = ways.iter().flat_map(|way| ends.iter().map(move |end| longer(way, end))).collect();
            ways.truncate(MOST_WAYS);
        }
        (!ways.is_empty()).then_some(Self(ways))
    }

    /// The full pinyin of hanzi; nothing for what was typed as pinyin, because that is looked up as it stands.
    pub fn same_keys(&self) -> Vec<String> {
        let hanzi = self.0.iter().filter(|way| way.iter().any(|slot| slot.hanzi.is_some()));
        hanzi.map(|way| way.iter().map(|slot| slot.syllable.as_str()).collect()).collect()
    }

    /// Full pinyin of what it may have been misheard from, the fewest confusions first.
    pub fn alike_keys(&self) -> Vec<String> {
        let mut keys: Vec<(u8, String)> = self.0.iter().flat_map(|way| alike(way)).collect();
        keys.sort_by_key(|(slips, _)| *slips);
        keys.truncate(MOST_ALIKE);
        keys.into_iter().map(|(_, key)| key).collect()
    }

    /// Full pinyin with one syllable replaced by a rhyme, then by one that begins alike. None for a single syllable,
    /// which would be anybody.
    pub fn near_keys(&self) -> Vec<String> {
        self.other_keys(&[sounds::RHYMES, sounds::BEGINS_ALIKE])
    }

    /// The same with any other syllable: a last resort, because it fits half the town.
    pub fn far_keys(&self) -> Vec<String> {
        self.other_keys(&[sounds::FAR])
    }

    fn other_keys(&self, distances: &[u8]) -> Vec<String> {
        let mut keys = Vec::new();
        for way in self.0.iter().filter(|way| way.len() > 1) {
            for (at, slot) in way.iter().enumerate() {
                let join =
                    |slots: &[Slot]| slots.iter().map(|slot| slot.syllable.as_str()).collect::<String>();
                let (before, after) = (join(&way[..at]), join(&way[at + 1..]));
                let others = sounds::others(&slot.syllable)
                    .map(|other| (sounds::distance(&slot.syllable, other), other));
                let wanted = others.filter(|(distance, _)| distances.contains(distance));
                keys.extend(wanted.map(|(distance, other)| (distance, format!("{before}{other}{after}"))));
            }
        }
        keys.sort_by_key(|(distance, _)| *distance);
        keys.truncate(MOST_OTHERS);
        keys.into_iter().map(|(_, key)| key).collect()
    }

    /// How near a name comes, and the name with what differs in brackets; `None` for a name that is not meant.
    pub fn compare(&self, name: &str) -> Option<(Nearness, String)> {
        let whole: Vec<(usize, char)> = name.chars().enumerate().filter(|(_, c)| !is_dot(*c)).collect();
        let chars: Vec<(usize, char)> = name.chars().enumerate().collect();
        let parts = chars.split(|(_, c)| is_dot(*c)).map(<[_]>::to_vec);
        let mut best: Option<(Nearness, Vec<usize>)> = None;
        for part in std::iter::once(whole.clone()).chain(parts.filter(|part| *part != whole)) {
            let text: String = part.iter().map(|(_, c)| *c).collect();
            for reading in readings(&text) {
                for way in &self.0 {
                    let Some(near) = nearness(way, &reading) else { continue };
                    let found = (near, differing(way, &reading, &part));
                    let nearer =
                        |old: &(Nearness, Vec<usize>)| (found.0, found.1.len()) < (old.0, old.1.len());
                    if best.as_ref().is_none_or(nearer) {
                        best = Some(found);
                    }
                }
            }
        }
        best.map(|(near, differs)| (near, bracketed(name, &differs)))
    }
}

const fn is_dot(c: char) -> bool {
    matches!(c, '\u{b7}' | ' ')
}

/// The ways to read hanzi, or to cut letters.
fn said(run: &[char]) -> Vec<Vec<Slot>> {
    let text: String = run.iter().collect();
    if text.is_ascii() {
        let slot = |syllable: &str| Slot { hanzi: None, syllable: syllable.to_owned() };
        return sounds::cuts(&text).into_iter().map(|way| way.into_iter().map(slot).collect()).collect();
    }
    let slots = |reading: Vec<String>| {
        let slot = |(syllable, hanzi): (String, &char)| Slot { hanzi: Some(*hanzi), syllable };
        reading.into_iter().zip(run).map(slot).collect()
    };
    readings(&text).into_iter().map(slots).collect()
}

/// Everything that a way of reading is taken for, with its confusions; not the reading itself.
fn alike(way: &[Slot]) -> Vec<(u8, String)> {
    let mut keys = vec![(0, String::new())];
    for slot in way {
        let ends = sounds::alike(&slot.syllable);
        let longer = |(n, key): &(u8, String)| {
            let key = key.clone();
            ends.iter().map(move |(m, end)| (n + m, format!("{key}{end}"))).collect::<Vec<_>>()
        };
        keys = keys.iter().flat_map(longer).collect();
        keys.sort_by_key(|(slips, _)| *slips);
        keys.truncate(MOST_ALIKE);
    }
    keys.retain(|(slips, _)| *slips > 0);
    keys
}

fn nearness(way: &[Slot], reading: &[String]) -> Option<Nearness> {
    if way.len() > reading.len() {
        return None;
    }
    let longer = way.len() < reading.len();
    let (mut slips, mut others, mut distance) = (0, 0, 0);
    for (slot, syllable) in way.iter().zip(reading) {
        match sounds::slips(&slot.syllable, syllable) {
            Some(more) => slips += more,
            None => {
                others += 1;
                distance = sounds::distance(&slot.syllable, syllable);
            }
        }
    }
    match (others, slips) {
        (0, 0) => Some(Nearness::SameSound { longer }),
        (0, slips) => Some(Nearness::Misheard { longer, slips }),
        (1, 0) if !longer && way.len() > 1 => Some(Nearness::OneSyllable { distance }),
        _ => None,
    }
}

/// Which characters of the name are not what was typed.
fn differing(way: &[Slot], reading: &[String], part: &[(usize, char)]) -> Vec<usize> {
    let differs = |((slot, syllable), (_, c)): &((&Slot, &String), &(usize, char))| match slot.hanzi {
        Some(hanzi) => hanzi != *c,
        None => slot.syllable != **syllable,
    };
    way.iter().zip(reading).zip(part).filter(differs).map(|(_, (at, _))| *at).collect()
}

fn bracketed(name: &str, differs: &[usize]) -> String {
    let mut text = String::new();
    for (at, c) in name.chars().enumerate() {
        let here = differs.contains(&at);
        if here && (at == 0 || !differs.contains(&(at - 1))) {
            text.push('[');
        }
        text.push(c);
        if here && !differs.contains(&(at + 1)) {
            text.push(']');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn compared(typed: &str, name: &str) -> Option<(Nearness, String)> {
        Spoken::read(typed)?.compare(name)
    }

    #[test]
    fn names_are_near_by_their_sounds() {
        let same = Nearness::SameSound { longer: false };
        let misheard = |slips| Nearness::Misheard { longer: false, slips };
        for (typed, name, near, marked) in [
            ("章伟", "张伟", same, "[张]伟"),
            ("黎秀兰", "李秀兰", same, "[李]秀兰"),
            ("刘芳", "牛芳", misheard(1), "[牛]芳"),
            ("niufang", "刘芳", misheard(1), "[刘]芳"),
            ("陈军", "程军", misheard(1), "[程]军"),
            ("林强", "凌强", misheard(1), "[凌]强"),
            ("hujun", "付军", misheard(1), "[付]军"),
            ("张伟", "臧玮", misheard(1), "[臧玮]"),
            ("zhangwei", "詹伟", misheard(1), "[詹]伟"),
            ("zhanwei", "臧伟", misheard(2), "[臧]伟"),
            // any reading of either side
            ("层英", "曾英", same, "[曾]英"),
            ("山英", "单英", same, "[单]英"),
            ("尉迟名", "尉迟明", same, "尉迟[明]"),
            ("张wei", "张玮", same, "张玮"),
            ("爱力", "买买提·艾力", same, "买买提·[艾]力"),
        ] {
            assert_eq!(compared(typed, name), Some((near, marked.to_owned())), "{typed} {name}");
        }
    }

    #[test]
    fn only_listed_sounds_are_taken_for_one_another() {
        let one = |distance| Some(Nearness::OneSyllable { distance });
        let near = |typed, name| compared(typed, name).map(|(near, _)| near);
        assert_eq!(near("王伟", "黄伟"), one(2), "w and hu are not in the list");
        assert_eq!(near("王伟", "方伟"), one(0), "they rhyme");
        assert_eq!(near("王伟", "黄强"), None);
        assert_eq!(near("王", "黄"), None, "a single syllable that differs is anybody");
        assert_eq!(near("王伟", "王"), None);
    }

    #[test]
    fn a_beginning_is_near_to_the_whole() {
        assert_eq!(compared("章", "张伟").map(|(near, _)| near), Some(Nearness::SameSound { longer: true }));
        let misheard = Nearness::Misheard { longer: true, slips: 1 };
        assert_eq!(compared("牛改", "刘改变"), Some((misheard, "[刘]改变".to_owned())));
    }

    #[test]
    fn initials_and_numbers_are_not_spoken() {
        for typed in ["zw", "z", "1380", "", "·", "张3"] {
            assert!(Spoken::read(typed).is_none(), "{typed}");
        }
    }

    #[test]
    fn the_nearest_keys_come_first_and_are_few() {
        let spoken = Spoken::read("章伟").unwrap();
        assert_eq!(spoken.same_keys(), ["zhangwei"]);
        assert_eq!(spoken.alike_keys().first().map(String::as_str), Some("zhanwei"));
        assert!(Spoken::read("zhangwei").unwrap().same_keys().is_empty());
        let long = Spoken::read("买买提阿不都热合曼").unwrap();
        assert!(long.alike_keys().len() <= MOST_ALIKE && long.far_keys().len() <= MOST_OTHERS);
    }

    proptest! {
        #[test]
        fn a_name_is_nearest_to_itself(name in "[张章李黎王黄刘牛陈程林凌胡付曾单查][伟玮芳秀兰军强英明]{1,2}") {
            let (near, marked) = compared(&name, &name).unwrap();
            prop_assert_eq!(near, Nearness::SameSound { longer: false });
            prop_assert_eq!(marked, name);
        }

        #[test]
        fn being_misheard_goes_both_ways(one in "[张臧詹刘牛陈程林凌胡付][伟芳军强]", other in "[张臧詹刘牛陈程林凌胡付][伟芳军强]") {
            prop_assert_eq!(compared(&one, &other).map(|(near, _)| near), compared(&other, &one).map(|(near, _)| near));
        }
    }
}
