//! Learns a reader's format from a card scanned two or three times: what separates the fields, what each holds, how
//! hanzi are written, what comes at the end, how fast the keys are. Proposes; the clerk has the last word.

use super::{CardField, Escape, FIELDS, Pace, Profile, Suffix, unescaped};
use crate::domain::calendar::parse_day;
use crate::domain::id_number::IdNumber;
use crate::domain::person::parse_sex;
use crate::domain::written::{code, is_hanzi, line};

/// What arrived in one go: every character, Tab and Enter included, with the milliseconds before it.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Heard {
    pub keys: Vec<(char, u16)>,
}

/// It holds whatever stood on somebody's card.
impl std::fmt::Debug for Heard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Heard({} keys)", self.keys.len())
    }
}

impl Heard {
    /// Without the Enter or Tab at the end.
    pub fn text(&self) -> String {
        let text: String = self.keys.iter().map(|(c, _)| *c).collect();
        text.trim_end_matches(['\r', '\n', '\t']).to_owned()
    }

    pub fn suffix(&self) -> Suffix {
        match self.keys.last() {
            Some(('\r' | '\n', _)) => Suffix::Enter,
            Some(('\t', _)) => Suffix::Tab,
            _ => Suffix::None,
        }
    }

    /// The longest pause between two keys, in milliseconds.
    pub fn longest_gap(&self) -> u16 {
        self.keys.iter().skip(1).map(|(_, gap)| *gap).max().unwrap_or(0)
    }
}

/// What a reader seems to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Learned {
    pub pace: Pace,
    pub suffix: Suffix,
    pub escape: Escape,
    /// Between the fields; none where the number comes alone.
    pub separator: Option<char>,
    pub fields: Vec<CardField>,
}

impl Learned {
    /// The profile, if there is more than a number.
    pub fn profile(&self) -> Option<Profile> {
        Profile::new(self.separator?, self.fields.clone(), self.escape, self.suffix)
    }
}

/// Signs that readers put between fields, the likeliest first.
const SEPARATORS: [char; 13] = ['\t', '\n', '|', ',', ';', '#', '^', '$', '&', '~', '/', '*', ' '];

/// What the samples have in common. `is_nation` knows the names and codes of the peoples.
pub fn learn(samples: &[Heard], is_nation: impl Fn(&str) -> bool) -> Option<Learned> {
    let last = samples.last()?;
    let texts: Vec<String> = samples.iter().map(Heard::text).collect();
    let newest = texts.last()?;
    let is_escaped = has_escape(newest);
    let escape = if is_escaped { Escape::Unicode } else { Escape::Plain };
    let separator = SEPARATORS.into_iter().find(|separator| separates(*separator, &texts));
    let fields = separator.map_or_else(Vec::new, |separator| {
        let values: Vec<String> =
            newest.split(separator).map(|value| line(&unescaped(value, escape))).collect();
        fields_of(&values, is_nation)
    });
    // an Enter that parts the fields does not end the record: silence does
    let suffix = match (last.suffix(), separator) {
        (Suffix::Enter, Some('\n')) | (Suffix::Tab, Some('\t')) => Suffix::None,
        (suffix, _) => suffix,
    };
    Some(Learned { pace: pace_of(samples), suffix, escape, separator, fields })
}

/// The number stands between two of them, and every sample has as many fields.
fn separates(separator: char, texts: &[String]) -> bool {
    let count = |text: &String| text.split(separator).count();
    let number = |text: &String| text.split(separator).any(|value| IdNumber::parse(&code(value)).is_ok());
    let first = texts.first().map_or(0, count);
    (2..=FIELDS).contains(&first) && texts.iter().all(|text| count(text) == first && number(text))
}

/// Half as much again as the slowest key needed, in steps of ten.
fn pace_of(samples: &[Heard]) -> Pace {
    let slowest = samples.iter().map(Heard::longest_gap).max().unwrap_or(0);
    let wanted = (u32::from(slowest) * 3 / 2).div_ceil(10) * 10;
    let wanted = wanted.max(Pace::default().ms().into()).min(Pace::MOST.into());
    u16::try_from(wanted).ok().and_then(Pace::new).unwrap_or_default()
}

fn has_escape(text: &str) -> bool {
    unescaped(text, Escape::Unicode) != text
}

fn fields_of(values: &[String], is_nation: impl Fn(&str) -> bool) -> Vec<CardField> {
    let id = values.iter().find_map(|value| IdNumber::parse(&code(value)).ok());
    let mut found: Vec<CardField> = Vec::new();
    for value in values {
        let guess = guess(value, id, &found, &is_nation);
        // a second one of a kind is something else
        let is_new = !found.contains(&guess);
        found.push(if is_new { guess } else { CardField::Other });
    }
    found
}

fn guess(
    value: &str,
    id: Option<IdNumber>,
    before: &[CardField],
    is_nation: impl Fn(&str) -> bool,
) -> CardField {
    let plain = code(value);
    if id.is_some_and(|id| plain == id.as_str()) {
        return CardField::Id;
    }
    if parse_sex(value).is_some() {
        return CardField::Sex;
    }
    if let Some(day) = parse_day(value) {
        return match id {
            Some(id) if id.birth() == day => CardField::Birth,
            _ if before.contains(&CardField::ValidFrom) => CardField::ValidUntil,
            _ => CardField::ValidFrom,
        };
    }
    if is_forever(value) {
        return CardField::ValidUntil;
    }
    if is_span(value) {
        return CardField::Validity;
    }
    let hanzi = value.chars().filter(|c| is_hanzi(*c)).count();
    match value.chars().count() {
        _ if value.contains(POLICE) => CardField::Issuer,
        // the name of a people may be that of a person, who then stands first
        _ if is_nation(value) && (before.contains(&CardField::Name) || !value.chars().any(is_hanzi)) => {
            CardField::Nation
        }
        2..=20 if hanzi >= 2 && !before.contains(&CardField::Name) && !has_digits(value) => CardField::Name,
        6.. if hanzi >= 4 => CardField::Address,
        _ => CardField::Other,
    }
}

/// 公安, in the name of every office that issues cards.
const POLICE: &str = "\u{516c}\u{5b89}";
/// 长期, on the cards of old people.
const FOREVER: &str = "\u{957f}\u{671f}";

fn is_forever(value: &str) -> bool {
    value == FOREVER
}

/// `2015.03.04-2035.03.04`, or without an end.
fn is_span(value: &str) -> bool {
    value.split_once(['-', '~']).is_some_and(|(from, until)| {
        parse_day(from).is_some() && (parse_day(until).is_some() || is_forever(until))
    }) || (code(value).len() == 16 && value.bytes().all(|byte| byte.is_ascii_digit()))
}

fn has_digits(value: &str) -> bool {
    value.chars().any(|c| c.is_ascii_digit())
}
