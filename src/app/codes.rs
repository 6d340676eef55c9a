//! Code lists from `assets/codes`: courses, regions, categories, proofs, nations, education. Read once, on first use.

use crate::domain::course::{Course, CourseKey, Level};
use crate::domain::hours::ClassHours;
use crate::text::Lang;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A line of a list: key, names, other spellings met in spreadsheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coded {
    pub key: String,
    pub zh: String,
    pub en: String,
    pub aliases: Vec<String>,
}

/// A small list of codes, and where in it each spelling leads.
#[derive(Debug)]
pub struct CodeList {
    all: Vec<Coded>,
    meant: HashMap<String, usize>,
}

impl Coded {
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

impl CodeList {
    fn read(text: &str, aliases_at: Option<usize>) -> Self {
        let line = |cells: Vec<&str>| {
            let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
            Coded {
                key: cell(0).to_owned(),
                zh: cell(1).to_owned(),
                en: cell(2).to_owned(),
                aliases: aliases_at.map_or(Vec::new(), |at| list(cell(at))),
            }
        };
        let all: Vec<Coded> = lines(text).map(line).collect();
        let mut meant = HashMap::new();
        for (nth, coded) in all.iter().enumerate() {
            for spelling in [&coded.zh, &coded.en, &coded.key].into_iter().chain(&coded.aliases) {
                meant.entry(folded(spelling)).or_insert(nth);
            }
        }
        Self { all, meant }
    }

    pub fn all(&self) -> &[Coded] {
        &self.all
    }

    pub fn get(&self, key: &str) -> Option<&Coded> {
        self.all.iter().find(|coded| coded.key == key)
    }

    /// What a key stands for; a key that is not in the list, as it is.
    pub fn name<'c>(&'c self, key: &'c str, lang: Lang) -> &'c str {
        self.get(key).map_or(key, |coded| coded.name(lang))
    }

    /// The line that a spreadsheet's or a clerk's word means: its name in either language, an alias or the key.
    pub fn meant(&self, word: &str) -> Option<&Coded> {
        let nth = self.meant.get(&folded(&crate::domain::written::line(word)))?;
        self.all.get(*nth)
    }
}

/// What spellings are compared as.
fn folded(spelling: &str) -> String {
    spelling.replace(' ', "").to_lowercase()
}

fn lines(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').collect())
}

fn list(cell: &str) -> Vec<String> {
    cell.split(',').map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

pub static NATIONS: LazyLock<CodeList> =
    LazyLock::new(|| CodeList::read(include_str!("../../assets/codes/nations.tsv"), Some(3)));
pub static EDUCATION: LazyLock<CodeList> =
    LazyLock::new(|| CodeList::read(include_str!("../../assets/codes/education.tsv"), Some(3)));
pub static HUKOU: LazyLock<CodeList> =
    LazyLock::new(|| CodeList::read(include_str!("../../assets/codes/hukou.tsv"), Some(3)));
pub static CATEGORIES: LazyLock<CodeList> =
    LazyLock::new(|| CodeList::read(include_str!("../../assets/codes/statuses.tsv"), Some(3)));
pub static PROOFS: LazyLock<CodeList> =
    LazyLock::new(|| CodeList::read(include_str!("../../assets/codes/proofs.tsv"), None));
pub static FIELDS: LazyLock<CodeList> =
    LazyLock::new(|| CodeList::read(include_str!("../../assets/codes/fields.tsv"), None));
pub static LINES: LazyLock<CodeList> =
    LazyLock::new(|| CodeList::read(include_str!("../../assets/codes/lines.tsv"), None));

/// Keys of the proofs that a category takes, 财社〔2023〕181号 and the notices named in the list.
pub fn proofs_of(category: &str) -> Vec<String> {
    let text = include_str!("../../assets/codes/statuses.tsv");
    lines(text)
        .find(|cells| cells.first() == Some(&category))
        .and_then(|cells| cells.get(4).map(|cell| list(cell)))
        .unwrap_or_default()
}

/// The catalogue: occupations of the notice and of the rules by edition, code and level, then courses without one.
pub static COURSES: LazyLock<Vec<Course>> = LazyLock::new(|| {
    let mut courses = Vec::new();
    for cells in lines(include_str!("../../assets/codes/occupations.tsv")) {
        courses.extend(occupation(&cells));
    }
    for cells in lines(include_str!("../../assets/codes/courses.tsv")) {
        let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
        courses.push(Course {
            key: CourseKey(cell(0).to_owned()),
            zh: cell(1).to_owned(),
            en: cell(2).to_owned(),
            level: None,
            edition: String::new(),
            occupation_code: String::new(),
            lines: list(cell(3)),
            field: cell(4).to_owned(),
            hours: cell(5).parse().ok().map(ClassHours::new),
            hours_source: cell(6).to_owned(),
        });
    }
    courses
});

/// One course per level of an occupation or of its trade (工种).
fn occupation(cells: &[&str]) -> Vec<Course> {
    let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
    let (edition, code) = (cell(0), cell(1));
    let (zh, en) = if cell(4).is_empty() { (cell(2), cell(3)) } else { (cell(4), cell(5)) };
    let trade = cell(5).to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    let stem =
        if trade.is_empty() { format!("{edition}/{code}") } else { format!("{edition}/{code}/{trade}") };
    let hours: Vec<Option<ClassHours>> =
        cell(9).split(',').map(|hours| hours.trim().parse().ok().map(ClassHours::new)).collect();
    let levels = cell(8).split(',').filter_map(|level| Level::from_number(level.trim().parse().ok()?));
    levels
        .enumerate()
        .map(|(at, level)| {
            let hours = hours.get(at).copied().flatten();
            Course {
                key: CourseKey(format!("{stem}/{}", level.number())),
                zh: zh.to_owned(),
                en: en.to_owned(),
                level: Some(level),
                edition: edition.to_owned(),
                occupation_code: code.to_owned(),
                lines: list(cell(6)),
                field: cell(7).to_owned(),
                hours,
                hours_source: if hours.is_some() { cell(10).to_owned() } else { String::new() },
            }
        })
        .collect()
}

/// A course as named on screens and sheets; one that the catalogue lost is named by its key.
#[derive(Debug, Clone, Copy)]
pub struct Named(Option<&'static Course>);

/// The catalogue's course under this key.
pub fn named(key: &str) -> Named {
    Named(course(key))
}

impl Named {
    pub fn name(self, lang: Lang) -> &'static str {
        self.0.map_or("?", |course| match lang {
            Lang::Zh => &course.zh,
            Lang::En => &course.en,
        })
    }

    /// Empty for courses without a level.
    pub fn level(self, lang: Lang) -> &'static str {
        self.0.and_then(|course| course.level).map_or("", |level| crate::text::common::level(lang, level))
    }

    /// Name and level together.
    pub fn full(self, lang: Lang) -> String {
        format!("{} {}", self.name(lang), self.level(lang)).trim_end().to_owned()
    }
}

pub fn course(key: &str) -> Option<&'static Course> {
    COURSES.iter().find(|course| course.key.0 == key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn course_keys_are_unique_and_the_notice_is_covered() {
        let keys: HashSet<&str> = COURSES.iter().map(|course| course.key.0.as_str()).collect();
        assert_eq!(keys.len(), COURSES.len());
        for name in [
            "砌筑工",
            "快递员",
            "网约配送员",
            "直播销售员",
            "汽车代驾员",
            "保安员",
            "养老护理员",
            "家政服务员",
            "母婴护理员",
            "汽车维修工",
        ] {
            assert!(COURSES.iter().any(|course| course.zh == name) || name == "家政服务员", "{name}");
        }
        for course in COURSES.iter() {
            assert!(
                !course.zh.is_empty() && !course.en.is_empty() && FIELDS.get(&course.field).is_some(),
                "{course:?}"
            );
            assert!(
                !course.lines.is_empty() && course.lines.iter().all(|line| LINES.get(line).is_some()),
                "{course:?}"
            );
            assert_eq!(course.hours.is_some(), !course.hours_source.is_empty(), "{course:?}");
        }
    }

    #[test]
    fn words_of_spreadsheets_are_understood() {
        assert_eq!(NATIONS.meant("汉").unwrap().key, "01");
        assert_eq!(EDUCATION.meant("初中").unwrap().zh, EDUCATION.meant("初中毕业").unwrap().zh);
        for word in
            ["返乡农民工", "在岗农民工", "贫困劳动力", "农村新转移劳动力", "就业困难人员", "城镇失业农民工"]
        {
            assert!(CATEGORIES.meant(word).is_some(), "{word}");
        }
        assert!(CATEGORIES.meant("=HYPERLINK()").is_none());
        for category in CATEGORIES.all() {
            assert!(proofs_of(&category.key).iter().all(|proof| PROOFS.get(proof).is_some()), "{category:?}");
        }
    }
}
