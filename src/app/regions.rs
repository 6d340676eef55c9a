//! Regions as people ask for them: by pinyin or hanzi of any part of "province city county", by code, or going down
//! from province to county. Retired codes are found too, because living people's cards carry them.

use super::pinyin;
use crate::domain::region::RegionCode;
use crate::domain::written::is_hanzi;
use crate::text::Lang;
use std::sync::LazyLock;

/// A region of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub code: RegionCode,
    /// Its own name, without what it lies in.
    pub zh: &'static str,
    pub en: &'static str,
    /// The year in which the code went out of use, or `yes` where no year is known; empty for current codes.
    pub retired: &'static str,
}

/// Administrative divisions, retired ones included, by code.
static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| {
    let lines = include_str!("../../assets/codes/regions.tsv").lines();
    let place = |line: &'static str| {
        let mut cells = line.split('\t');
        let code = RegionCode::parse(cells.next()?)?;
        Some(Place { code, zh: cells.next()?, en: cells.next()?, retired: cells.next().unwrap_or_default() })
    };
    let mut places: Vec<Place> = lines.filter_map(place).collect();
    places.sort_by_key(|place| place.code);
    places
});

/// What the places are found by, in their order; made when somebody first looks for one.
static NAMES: LazyLock<Vec<Name>> = LazyLock::new(|| PLACES.iter().map(Name::of).collect());

struct Name {
    /// Where in the list stands what it lies in, the province first.
    above: Vec<usize>,
    letters: Vec<Letter>,
    /// In one word, for customary names that no pinyin spells.
    en: String,
}

/// A character of a name with its readings.
struct Letter {
    hanzi: char,
    readings: Vec<String>,
}

impl Name {
    fn of(place: &Place) -> Self {
        let letter = |(hanzi, readings)| Letter { hanzi, readings };
        let letters = place.zh.chars().zip(pinyin::place_readings(place.zh, place.en)).map(letter);
        Self { above: above(place.code).collect(), letters: letters.collect(), en: pinyin::typed(place.en) }
    }
}

/// Where a code stands in the list.
fn nth(code: RegionCode) -> Option<usize> {
    PLACES.binary_search_by_key(&code, |place| place.code).ok()
}

fn above(code: RegionCode) -> impl Iterator<Item = usize> {
    let (province, prefecture) = (code.province(), code.prefecture());
    let middle = Some(prefecture).filter(|middle| *middle != province);
    [Some(province), middle].into_iter().flatten().filter(move |upper| *upper != code).filter_map(nth)
}

/// What a place lies in, the province first, itself last; empty for an unknown code.
pub fn chain(code: RegionCode) -> Vec<Place> {
    let Some(own) = nth(code) else { return Vec::new() };
    above(code).chain([own]).filter_map(|nth| PLACES.get(nth)).copied().collect()
}

impl Place {
    /// `None` for a code that no table has: said, never a reason to refuse.
    pub fn of(code: RegionCode) -> Option<Self> {
        nth(code).and_then(|nth| PLACES.get(nth)).copied()
    }

    /// The whole path, as on forms: the province first in Chinese, last in English.
    pub fn path(&self, lang: Lang) -> String {
        let chain = chain(self.code);
        match lang {
            Lang::Zh => chain.iter().map(|place| place.zh).collect(),
            Lang::En => chain.iter().rev().map(|place| place.en).collect::<Vec<_>>().join(", "),
        }
    }

    pub const fn is_retired(&self) -> bool {
        !self.retired.is_empty()
    }

    /// The one current place of the same province that bears the name of a retired one.
    pub fn today(&self) -> Option<Self> {
        let stem = stem(self.zh).filter(|_| self.is_retired())?;
        let here = |place: &Place| !place.is_retired() && place.code.province() == self.code.province();
        let bears = |place: &&Place| here(place) && self::stem(place.zh) == Some(stem);
        let mut same: Vec<Self> = PLACES.iter().filter(bears).copied().collect();
        if same.len() > 1 {
            same.retain(|place| place.level() == 2);
        }
        if same.len() == 1 { same.pop() } else { None }
    }

    /// 0 for a province, 1 for a prefecture, 2 for a county.
    fn level(&self) -> u8 {
        if self.code == self.code.province() {
            return 0;
        }
        if self.code == self.code.prefecture() { 1 } else { 2 }
    }

    /// Nothing lies below it that could be named instead.
    pub fn is_last(&self) -> bool {
        below(Some(self.code)).is_empty()
    }

    /// How far it is from home: the same county, the same prefecture, the same province, elsewhere.
    fn distance(&self, home: Option<RegionCode>) -> u8 {
        let Some(home) = home else { return 3 };
        if self.code == home {
            return 0;
        }
        if self.code.prefecture() == home.prefecture() {
            return 1;
        }
        if self.code.province() == home.province() { 2 } else { 3 }
    }
}

/// A name without its last character, which says what sort of place it is.
fn stem(name: &str) -> Option<&str> {
    let (at, _) = name.char_indices().next_back()?;
    name.get(..at).filter(|stem| stem.chars().count() > 1)
}

/// More characters than the longest path has nobody means.
const MOST_TYPED: usize = 48;

/// How well a place fits what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Its own name to the end, but for the character that says what sort of place it is.
    Whole,
    /// The beginning of its name.
    Begun,
    /// Something inside its name.
    Inside,
}

/// Places that fit what was typed, at most `limit`: retired ones last, those of the home prefecture first, whole names
/// before begun ones, near before far, larger before smaller.
pub fn find(typed: &str, home: Option<RegionCode>, limit: usize) -> Vec<Place> {
    let query: Vec<char> = pinyin::typed(typed).chars().take(MOST_TYPED).collect();
    if query.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(Fit, &Place)> = if query.iter().all(char::is_ascii_digit) {
        let digits: String = query.iter().collect();
        let fits = |place: &&Place| place.code.as_str().starts_with(&digits);
        PLACES.iter().filter(fits).map(|place| (Fit::Begun, place)).collect()
    } else {
        let fits = |(place, name): (_, &Name)| Some((fit(name, &query)?, place));
        PLACES.iter().zip(NAMES.iter()).filter_map(fits).collect()
    };
    found.retain(|(_, place)| place.code.as_str() != PERMIT);
    found.sort_by_key(|(fit, place)| {
        let far = place.distance(home);
        (place.is_retired(), *fit == Fit::Inside, far > 1, *fit, far, place.level(), place.code)
    });
    found.into_iter().map(|(_, place)| *place).take(limit).collect()
}

fn fit(name: &Name, query: &[char]) -> Option<Fit> {
    let mut parts: [&[Letter]; 3] = [&[]; 3];
    let above = name.above.iter().filter_map(|nth| NAMES.get(*nth));
    let mut deep = 0;
    for (part, name) in parts.iter_mut().zip(above.chain([name])) {
        *part = &name.letters;
        deep += 1;
    }
    let names = parts.get(..deep)?;
    let begun = (0..deep).filter_map(|from| walk(names.get(from..)?, 0, query)).min();
    let begun = begun.or_else(|| is_english(name, query).then_some(Fit::Begun));
    if begun.is_some() || !query.first().is_some_and(|c| is_hanzi(*c)) {
        return begun;
    }
    let inside = |from: usize| walk(&[name.letters.get(from..)?], 0, query);
    (1..name.letters.len()).find_map(inside).map(|_| Fit::Inside)
}

fn is_english(name: &Name, query: &[char]) -> bool {
    let mut letters = name.en.chars();
    query.iter().all(|typed| letters.next() == Some(*typed))
}

/// Whether the query can be read off the names from here on, ending in the last: each character by itself, by its first
/// letter or by its whole reading; the rest of a name, and whole names after one that was begun, may be left out.
fn walk(names: &[&[Letter]], at: usize, query: &[char]) -> Option<Fit> {
    let (name, later) = names.split_first()?;
    let Some((first, rest)) = query.split_first() else {
        let ends = later.is_empty() && at > 0;
        return ends.then(|| if at + 1 >= name.len() { Fit::Whole } else { Fit::Begun });
    };
    let mut best = None;
    if let Some(letter) = name.get(at) {
        if letter.hanzi == *first {
            best = walk(names, at + 1, rest);
        }
        for reading in letter.readings.iter().filter(|reading| reading.starts_with(*first)) {
            let common = reading.chars().zip(query).take_while(|(a, b)| a == *b).count();
            if common == reading.len() {
                best = better(best, walk(names, at + 1, query.get(common..).unwrap_or_default()));
            } else if common == query.len() && later.is_empty() {
                best = better(best, Some(Fit::Begun));
            }
            best = better(best, walk(names, at + 1, rest));
        }
    }
    let next = |nth: usize| walk(later.get(nth..)?, 0, query);
    if at == 0 { best } else { (0..later.len()).map(next).fold(best, better) }
}

fn better(one: Option<Fit>, other: Option<Fit>) -> Option<Fit> {
    one.into_iter().chain(other).min()
}

/// Begins the numbers of residence permits of people from Taiwan, whose division is 710000.
const PERMIT: &str = "830000";

/// Current places right below another, or the provinces; by code.
pub fn below(upper: Option<RegionCode>) -> Vec<Place> {
    let direct =
        |place: &Place| above(place.code).last().and_then(|nth| PLACES.get(nth)).map(|upper| upper.code);
    let is_division = |place: &&Place| !place.is_retired() && place.code.as_str() != PERMIT;
    let near = |place: &&Place| upper.is_none_or(|upper| upper.province() == place.code.province());
    let direct = |place: &&Place| direct(place) == upper;
    PLACES.iter().filter(near).filter(is_division).filter(direct).copied().collect()
}

/// The county of today that the first six digits of an ID number name: where somebody may live, no more.
pub fn county_of(area: &str) -> Option<Place> {
    let named = Place::of(RegionCode::parse(area)?)?;
    let today = if named.is_retired() { named.today()? } else { named };
    (today.code.as_str() != PERMIT && today.is_last()).then_some(today)
}

/// The place whose whole Chinese path an address begins with, the deepest there is, and the rest; of codes that share a
/// path the current one. Without such a path all of it is rest.
pub fn split(address: &str) -> (Option<Place>, &str) {
    let Some(province) = PLACES.iter().find(|place| place.level() == 0 && address.starts_with(place.zh))
    else {
        return (None, address);
    };
    let inside = PLACES.iter().filter(|place| place.code.province() == province.code);
    let found = inside.filter_map(|place| Some((rest_after(address, place.code)?, place)));
    let deepest = found.min_by_key(|(rest, place)| (rest.len(), place.is_retired()));
    deepest.map_or((None, address), |(rest, place)| (Some(*place), rest))
}

fn rest_after(address: &str, code: RegionCode) -> Option<&str> {
    let mut chain = above(code).chain(nth(code)).filter_map(|nth| PLACES.get(nth));
    chain.try_fold(address, |rest, place| rest.strip_prefix(place.zh))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(typed: &str) -> Vec<String> {
        let home = RegionCode::parse("140902");
        find(typed, home, 8).iter().map(|place| place.path(Lang::Zh)).collect()
    }

    fn place(code: &str) -> Place {
        Place::of(RegionCode::parse(code).unwrap()).unwrap()
    }

    #[test]
    fn every_way_of_typing_finds_the_county() {
        for typed in [
            "gzpy",
            "gdgzpy",
            "guangzhoupanyu",
            "panyu",
            "gdpy",
            "gzpanyu",
            "番禺",
            "广州番禺",
            "广东番禺区",
            "广州py",
            "440113",
        ] {
            assert!(found(typed).contains(&"广东省广州市番禺区".to_owned()), "{typed}: {:?}", found(typed));
        }
        assert_eq!(found("gzpy").first().map(String::as_str), Some("广东省广州市番禺区"));
        assert_eq!(found("nmg").first().map(String::as_str), Some("内蒙古自治区"));
        assert_eq!(
            found("xian").first().map(String::as_str),
            Some("陕西省西安市"),
            "a whole name before begun ones"
        );
        for (typed, path) in [
            ("shaanxi", "陕西省"),
            ("inner mongolia", "内蒙古自治区"),
            ("tibet", "西藏自治区"),
            ("Hong Kong", "香港特别行政区"),
            ("harbin", "黑龙江省哈尔滨市"),
            ("Xi'an", "陕西省西安市"),
        ] {
            assert!(found(typed).contains(&path.to_owned()), "{typed}: {:?}", found(typed));
        }
        assert!(found("土家").iter().any(|path| path.contains("土家族")), "any part by its hanzi");
        assert!(found("").is_empty() && found("qqq").is_empty() && found("999999").is_empty());
    }

    #[test]
    fn what_is_near_comes_first() {
        assert_eq!(found("xf").first().map(String::as_str), Some("山西省忻州市忻府区"));
        assert_eq!(found("xz").first().map(String::as_str), Some("山西省忻州市"));
        let elsewhere = find("xf", RegionCode::parse("422801"), 8);
        assert_eq!(elsewhere.first(), Some(&place("422826")), "its own prefecture first");
    }

    #[test]
    fn retired_codes_are_found_last_and_say_who_bears_the_name_today() {
        let all = find("panyu", None, 20);
        let retired = all.iter().position(Place::is_retired).unwrap();
        assert!(all.iter().take(retired).all(|place| !place.is_retired()) && retired > 0);
        assert_eq!((place("440126").retired, place("440126").today()), ("1992", Some(place("440113"))));
        assert_eq!(
            place("142201").today().map(|place| place.code.as_str().to_owned()),
            Some("140900".to_owned())
        );
        assert_eq!(place("440113").today(), None, "it is itself of today");
        assert_eq!(find("142201", None, 3).first(), Some(&place("142201")));
    }

    #[test]
    fn the_country_can_be_gone_down() {
        let provinces = below(None);
        assert_eq!(provinces.len(), 34);
        let prefectures = below(RegionCode::parse("440000"));
        assert!(prefectures.contains(&place("440100")) && prefectures.contains(&place("441900")));
        assert!(below(RegionCode::parse("440100")).contains(&place("440113")));
        assert!(below(RegionCode::parse("441900")).is_empty(), "a city without counties");
        assert!(below(RegionCode::parse("110000")).contains(&place("110101")), "districts right below");
        for place in PLACES.iter().filter(|place| !place.is_retired() && place.code.as_str() != PERMIT) {
            let chain = chain(place.code);
            let upper = chain.len().checked_sub(2).and_then(|at| chain.get(at)).map(|upper| upper.code);
            assert!(below(upper).contains(place), "{place:?} is not reached from above");
        }
    }

    #[test]
    fn regions_read_from_the_province_down_and_keep_retired_codes() {
        assert_eq!(place("140902").path(Lang::Zh), "山西省忻州市忻府区");
        assert_eq!(place("140902").path(Lang::En), "Xinfu District, Xinzhou City, Shanxi Province");
        let known = |code: &str| Place::of(RegionCode::parse(code).unwrap());
        assert!(known("142201").is_some(), "a retired code still on living persons' cards");
        assert_eq!(known("140999"), None);
    }

    #[test]
    fn an_address_knows_its_county() {
        assert_eq!(split("山西省忻州市忻府区播明镇村"), (Some(place("140902")), "播明镇村"));
        assert_eq!(split("山西省忻州市忻府区"), (Some(place("140902")), ""));
        assert_eq!(split("山西省兰村"), (Some(place("140000")), "兰村"));
        for none in ["忻府区播明镇", "播明镇", ""] {
            assert_eq!(split(none), (None, none));
        }
        for place in PLACES.iter().step_by(7) {
            let path = place.path(Lang::Zh);
            let (found, rest) = split(&path);
            assert_eq!(
                (found.map(|found| found.path(Lang::Zh)), rest),
                (Some(path.clone()), ""),
                "{place:?}"
            );
        }
    }

    #[test]
    fn a_card_names_a_county_of_today_or_none() {
        assert_eq!(county_of("140902"), Some(place("140902")));
        assert_eq!(county_of("440126"), Some(place("440113")), "by the name it bears today");
        for none in ["140900", "140999", "830000", "14", ""] {
            assert_eq!(county_of(none), None, "{none}");
        }
    }

    /// Any place of the table.
    fn any() -> impl Strategy<Value = Place> {
        (0..PLACES.len()).prop_map(|nth| PLACES[nth])
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]

        #[test]
        fn whoever_types_a_place_finds_it(place in any().prop_filter("a division", |place| place.code.as_str() != PERMIT)) {
            let letters = |of: fn(&str) -> &str| -> String {
                let parts = chain(place.code).into_iter().flat_map(|part| pinyin::place_readings(part.zh, part.en));
                parts.filter_map(|readings| readings.first().map(|reading| of(reading).to_owned())).collect()
            };
            let initials = letters(|reading| reading.get(..1).unwrap_or_default());
            let path = place.path(Lang::Zh);
            for typed in [path.as_str(), place.zh, place.code.as_str(), &initials, &letters(|reading| reading)] {
                prop_assert!(find(typed, None, usize::MAX).contains(&place), "{typed} does not find {path}");
            }
        }

        #[test]
        fn what_is_found_is_in_order_and_once(typed in "[a-z]{1,12}|[一-龥]{1,3}|[0-9]{1,6}|\\PC{0,8}", home in any()) {
            let all = find(&typed, Some(home.code), usize::MAX);
            prop_assert!(all.is_sorted_by_key(Place::is_retired));
            let codes: std::collections::BTreeSet<RegionCode> = all.iter().map(|place| place.code).collect();
            prop_assert_eq!(codes.len(), all.len());
            prop_assert_eq!(find(&typed, Some(home.code), 5), all.get(..5).unwrap_or(&all));
        }

        #[test]
        fn an_address_is_the_sum_of_its_parts(place in any(), street in "[一-龥0-9 ]{0,12}|\\PC{0,12}") {
            let path = place.path(Lang::Zh);
            let address = format!("{path}{street}");
            let whole = |(place, rest): (Option<Place>, &str)| {
                place.map_or_else(String::new, |place| place.path(Lang::Zh)) + rest
            };
            let found = split(&address);
            prop_assert_eq!(whole(found), address.as_str());
            prop_assert!(found.0.is_some_and(|found| found.path(Lang::Zh).starts_with(&path)));
            prop_assert_eq!(whole(split(&street)), street.as_str());
        }
    }
}
