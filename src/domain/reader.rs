//! How the station's scanner or card reader types: the format of its records as a profile instead of a model
//! (terminal.md ), and the pace of its keys. One line of text holds all of it.

mod learn;

pub use learn::{Heard, Learned, learn};

use super::id_number::IdNumber;
use super::written::{code, line};
use std::fmt;
use std::time::Duration;

/// What stands in one field of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CardField {
    Name,
    Sex,
    Nation,
    Birth,
    Address,
    Id,
    Issuer,
    /// From and until in one field.
    Validity,
    ValidFrom,
    ValidUntil,
    /// Of no use to us.
    Other,
}

impl CardField {
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::Sex,
        Self::Nation,
        Self::Birth,
        Self::Address,
        Self::Id,
        Self::Issuer,
        Self::Validity,
        Self::ValidFrom,
        Self::ValidUntil,
        Self::Other,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Sex => "sex",
            Self::Nation => "nation",
            Self::Birth => "birth",
            Self::Address => "address",
            Self::Id => "id",
            Self::Issuer => "issuer",
            Self::Validity => "validity",
            Self::ValidFrom => "from",
            Self::ValidUntil => "until",
            Self::Other => "other",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }
}

/// How characters outside ASCII are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Escape {
    Plain,
    /// `\u738b`, the letter in either case.
    Unicode,
}

/// What the device types behind a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Suffix {
    Enter,
    Tab,
    /// Silence.
    None,
}

impl Escape {
    pub const ALL: [Self; 2] = [Self::Plain, Self::Unicode];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Unicode => "unicode",
        }
    }
}

impl Suffix {
    pub const ALL: [Self; 3] = [Self::Enter, Self::Tab, Self::None];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Enter => "enter",
            Self::Tab => "tab",
            Self::None => "none",
        }
    }
}

/// The format of a record of several fields, one of them the ID number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    separator: char,
    fields: Vec<CardField>,
    pub escape: Escape,
    pub suffix: Suffix,
}

/// Fields of a record at most.
const FIELDS: usize = 16;

impl Profile {
    /// Needs two to sixteen fields with the ID number among them, none but `Other` twice, and a separator that stands
    /// in no number and does not end the record too. Enter is written as a line feed.
    pub fn new(separator: char, fields: Vec<CardField>, escape: Escape, suffix: Suffix) -> Option<Self> {
        let twice = |field: &CardField| {
            *field != CardField::Other && fields.iter().filter(|other| *other == field).count() > 1
        };
        let sound = (2..=FIELDS).contains(&fields.len())
            && fields.contains(&CardField::Id)
            && !fields.iter().any(twice)
            && !separator.is_alphanumeric()
            && (matches!(separator, '\t' | '\n') || !separator.is_control())
            && !matches!((suffix, separator), (Suffix::Tab, '\t') | (Suffix::Enter, '\n'));
        sound.then_some(Self { separator, fields, escape, suffix })
    }

    pub const fn separator(&self) -> char {
        self.separator
    }

    pub fn fields(&self) -> &[CardField] {
        &self.fields
    }

    /// Whether a record may begin with this character: digits where the number comes first, else anything shown.
    pub fn may_begin(&self, c: char) -> bool {
        match (self.fields.first(), self.escape) {
            (Some(CardField::Id | CardField::Birth | CardField::ValidFrom | CardField::Validity), _) => {
                c.is_ascii_digit()
            }
            (
                Some(CardField::Name | CardField::Nation | CardField::Address | CardField::Issuer),
                Escape::Unicode,
            ) => c == '\\',
            _ => !c.is_control() && !c.is_whitespace(),
        }
    }

    /// The card, if the text is a record of this format with a sound ID number.
    pub fn read(&self, text: &str) -> Option<Card> {
        let text = text.trim_matches(['\r', '\n']);
        let mut values: Vec<&str> = text.split(self.separator).collect();
        // some readers end the last field as they end the others
        if values.len() == self.fields.len() + 1 && values.last().is_some_and(|last| last.trim().is_empty()) {
            values.pop();
        }
        if values.len() != self.fields.len() {
            return None;
        }
        let value = |field: CardField| {
            let at = self.fields.iter().position(|known| *known == field)?;
            values.get(at).map(|value| line(&unescaped(value, self.escape)))
        };
        let id = IdNumber::parse(&code(&value(CardField::Id)?)).ok()?;
        let text = |field| value(field).unwrap_or_default();
        let validity = match (text(CardField::ValidFrom), text(CardField::ValidUntil)) {
            (from, until) if from.is_empty() && until.is_empty() => text(CardField::Validity),
            (from, until) => format!("{from}-{until}"),
        };
        Some(Card {
            id,
            name: text(CardField::Name),
            nation: text(CardField::Nation),
            address: text(CardField::Address),
            issuer: text(CardField::Issuer),
            validity,
        })
    }
}

/// What a reader told of a card. Sex and birth are left out: the number tells them.
#[derive(Clone, PartialEq, Eq)]
pub struct Card {
    pub id: IdNumber,
    pub name: String,
    pub nation: String,
    pub address: String,
    pub issuer: String,
    pub validity: String,
}

/// Masked, because debug output ends in logs.
impl fmt::Debug for Card {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Card").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Turns `\u738b` into the character; what is no escape stays.
pub fn unescaped(text: &str, escape: Escape) -> String {
    if escape == Escape::Plain {
        return text.to_owned();
    }
    let mut units: Vec<u16> = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let escaped = rest
            .strip_prefix("\\u")
            .or_else(|| rest.strip_prefix("\\U"))
            .and_then(|tail| tail.get(..4).zip(tail.get(4..)))
            .and_then(|(digits, tail)| Some((u16::from_str_radix(digits, 16).ok()?, tail)));
        match escaped {
            // characters beyond the first plane come as two
            Some((unit, tail)) => {
                units.push(unit);
                rest = tail;
            }
            None => {
                units.extend(c.encode_utf16(&mut [0; 2]).iter());
                rest = rest.get(c.len_utf8()..).unwrap_or_default();
            }
        }
    }
    String::from_utf16_lossy(&units)
}

/// The longest pause between two keys of one scan, 20 to 200 ms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace(u16);

impl Pace {
    pub const LEAST: u16 = 20;
    pub const MOST: u16 = 200;
    /// What a busy machine adds to any pause (measured in terminal.md 3.1).
    const SLACK: u64 = 15;
    /// Fast hands need no longer from key to key: digits typed by them look like a scan to a pace like this.
    const FAST_HAND: u16 = 80;

    pub fn new(ms: u16) -> Option<Self> {
        (Self::LEAST..=Self::MOST).contains(&ms).then_some(Self(ms))
    }

    /// Whether fast typing comes at this pace too.
    pub const fn is_like_typing(self) -> bool {
        self.0 >= Self::FAST_HAND
    }

    pub const fn ms(self) -> u16 {
        self.0
    }

    /// With the slack.
    pub const fn patience(self) -> Duration {
        Duration::from_millis(self.0 as u64 + Self::SLACK)
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self(50)
    }
}

/// What is known of the device at this station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    pub pace: Pace,
    /// Ring the terminal's bell at a scan.
    pub bell: bool,
    /// None for devices that type the number alone.
    pub profile: Option<Profile>,
}

impl Default for Reader {
    fn default() -> Self {
        Self { pace: Pace::default(), bell: true, profile: None }
    }
}

impl Reader {
    /// Reads what `Display` wrote. Words it does not know are passed over, so that a newer file stays readable.
    pub fn parse(text: &str) -> Self {
        let value =
            |key: &str| text.split_whitespace().find_map(|word| word.strip_prefix(key)?.strip_prefix('='));
        let profile = value("fields").and_then(|fields| {
            let separator = value("separator").and_then(separator_of)?;
            let fields = fields.split(',').map(CardField::from_key).collect::<Option<Vec<_>>>()?;
            let escape = Escape::ALL.into_iter().find(|known| value("escape") == Some(known.key()))?;
            let suffix = Suffix::ALL.into_iter().find(|known| value("suffix") == Some(known.key()))?;
            Profile::new(separator, fields, escape, suffix)
        });
        let pace = value("pace").and_then(|ms| Pace::new(ms.parse().ok()?)).unwrap_or_default();
        Self { pace, bell: value("bell") != Some("off"), profile }
    }
}

/// The character's number in hexadecimal, because white space parts the words.
fn separator_of(text: &str) -> Option<char> {
    u32::from_str_radix(text, 16).ok().and_then(char::from_u32)
}

impl fmt::Display for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "pace={} bell={}", self.pace.ms(), if self.bell { "on" } else { "off" })?;
        let Some(profile) = &self.profile else { return Ok(()) };
        let fields: Vec<_> = profile.fields.iter().map(|field| field.key()).collect();
        write!(
            f,
            " separator={:x} fields={} escape={} suffix={}",
            u32::from(profile.separator),
            fields.join(","),
            profile.escape.key(),
            profile.suffix.key()
        )
    }
}

#[cfg(test)]
mod tests;
