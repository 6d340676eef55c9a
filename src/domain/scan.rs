//! What a scanner or a card reader typed, judged by content alone (terminal.md ): timing is the input layer's
//! business. A number that somebody typed by hand and that checks is as good as a scanned one.

use super::id_number::{IdFault, IdNumber};
use super::ids::TraineeNumber;
use super::phone::Phone;
use super::reader::{Card, Profile};
use super::who::Who;
use super::written::{code, is_hanzi};
use chrono::Datelike;

#[derive(Clone, PartialEq, Eq)]
pub enum Scanned {
    /// Eighteen characters whose check digit and birth date are right, residence permits included.
    Id(IdNumber),
    /// Our own label.
    Trainee(TraineeNumber),
    /// All that a card reader told.
    Card(Box<Card>),
    /// Fills a telephone field and never does anything else.
    Phone(Phone),
    /// Seventeen digits of a number whose last character is X: an input method has swallowed it.
    LacksX(IdNumber),
    /// In the form of an ID number, as it was read, and what is wrong with it.
    Wrong(String, IdFault),
    /// Came as from a scanner and says nothing to us.
    Unknown(String),
}

/// Nobody alive was born before.
const OLDEST: i32 = 1900;
const ID: usize = 18;
const TRAINEE: usize = 9;
const MOBILE: usize = 11;

impl Scanned {
    /// Judges what arrived in one burst, without the Enter or Tab at its end.
    pub fn of(text: &str, profile: Option<&Profile>) -> Self {
        if let Some(card) = profile.and_then(|profile| profile.read(text)) {
            return Self::Card(Box::new(card));
        }
        let plain = code(text);
        let all_digits = plain.bytes().all(|byte| byte.is_ascii_digit());
        match plain.chars().count() {
            TRAINEE => TraineeNumber::parse(&plain).map(Self::Trainee),
            MOBILE if all_digits => {
                Phone::read(&plain).filter(|phone| phone.doubt().is_none()).map(Self::Phone)
            }
            17 if all_digits => lacking_x(&plain).map(Self::LacksX),
            ID => match IdNumber::parse(&plain) {
                Ok(id) if is_plausible(&id) => Some(Self::Id(id)),
                Ok(_) => Some(Self::Wrong(plain, IdFault::BirthDate)),
                Err(IdFault::Character(_)) => None,
                Err(fault) => Some(Self::Wrong(plain, fault)),
            },
            count if count > ID => id_within(text).map(Self::Id),
            _ => None,
        }
        .unwrap_or_else(|| Self::Unknown(text.to_owned()))
    }

    /// Whom it names, if it names somebody.
    pub fn who(&self) -> Option<Who> {
        match self {
            Self::Trainee(number) => Some(Who::Number(*number)),
            other => other.id().map(Who::Id),
        }
    }

    /// The person's own number, if this is one.
    pub fn id(&self) -> Option<IdNumber> {
        match self {
            Self::Id(id) | Self::LacksX(id) => Some(*id),
            Self::Card(card) => Some(card.id),
            _ => None,
        }
    }
}

/// Numbers of living people end in logs otherwise.
impl std::fmt::Debug for Scanned {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Id(id) => write!(f, "Id({id:?})"),
            Self::Trainee(number) => write!(f, "Trainee({number})"),
            Self::Card(card) => write!(f, "Card({:?})", card.id),
            Self::Phone(phone) => write!(f, "{phone:?}"),
            Self::LacksX(id) => write!(f, "LacksX({id:?})"),
            Self::Wrong(text, fault) => write!(f, "Wrong({} characters, {fault:?})", text.chars().count()),
            Self::Unknown(text) => write!(f, "Unknown({} characters)", text.chars().count()),
        }
    }
}

/// The number that seventeen digits begin, if its check character is X.
fn lacking_x(digits: &str) -> Option<IdNumber> {
    IdNumber::parse(&format!("{digits}X")).ok().filter(is_plausible)
}

fn is_plausible(id: &IdNumber) -> bool {
    id.birth().year() >= OLDEST
}

/// The one ID number inside a longer record whose format nobody taught us.
pub(super) fn id_within(text: &str) -> Option<IdNumber> {
    let words =
        text.split(|c: char| !c.is_alphanumeric() || is_hanzi(c)).map(code).filter(|word| word.len() == ID);
    let mut numbers = words.filter_map(|word| IdNumber::parse(&word).ok().filter(is_plausible));
    let first = numbers.next()?;
    numbers.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        for text in ["14099919920229002X", "１４０９９９１９９２０２２９００２ｘ", " 14099919920229002x "]
        {
            assert!(matches!(Scanned::of(text, None), Scanned::Id(_)), "{text}");
        }
        for text in ["810000198808080013", "820000198808080024", "830000198808080011", "914050199003070016"] {
            let scanned = Scanned::of(text, None);
            assert!(
                matches!(scanned, Scanned::Id(_) | Scanned::Wrong(_, IdFault::CheckDigit { .. })),
                "{text}"
            );
        }
        assert!(matches!(Scanned::of("810000198808080013", None), Scanned::Id(_)));
        assert!(matches!(Scanned::of("914050199003070016", None), Scanned::Id(_)));
        let number = TraineeNumber::of_count(4711).unwrap();
        assert_eq!(Scanned::of(&number.to_string(), None), Scanned::Trainee(number));
        assert!(matches!(Scanned::of("13800000000", None), Scanned::Phone(_)));
    }

    #[test]
    fn what_is_wrong_is_said_or_it_is_unknown() {
        let wrong = |text: &str| match Scanned::of(text, None) {
            Scanned::Wrong(_, fault) => Some(fault),
            _ => None,
        };
        assert_eq!(wrong("140999199202290021"), Some(IdFault::CheckDigit { expected: 'X' }));
        assert_eq!(wrong("140999199302290021"), Some(IdFault::BirthDate));
        // published as right, and nobody alive
        assert_eq!(wrong("440524188001010014"), Some(IdFault::BirthDate));
        for text in
            ["6901234567892", "12345678", "12800000000", "0040856634", "00623,27706", "14099919850612O017"]
        {
            assert!(matches!(Scanned::of(text, None), Scanned::Unknown(_)), "{text}");
        }
    }

    #[test]
    fn a_lost_x_is_computed_and_only_an_x() {
        let full = IdNumber::parse("14099919920229002X").unwrap();
        assert_eq!(Scanned::of("14099919920229002", None), Scanned::LacksX(full));
        assert!(matches!(Scanned::of("14099919850612001", None), Scanned::Unknown(_)));
    }

    #[test]
    fn a_number_is_found_in_an_unknown_record() {
        let id = IdNumber::parse("14099919920229002X").unwrap();
        assert_eq!(Scanned::of("14099919920229002X|WANG|1992", None), Scanned::Id(id));
        assert_eq!(Scanned::of("李秀兰14099919920229002X女", None), Scanned::Id(id));
        assert_eq!(Scanned::of("14099919920229002X,14099919920229002X", None), Scanned::Id(id));
        let two = "14099919920229002X,140999198506120017";
        assert!(matches!(Scanned::of(two, None), Scanned::Unknown(_)), "which of the two?");
    }

    #[test]
    fn nothing_personal_is_printed() {
        let text = format!(
            "{:?}",
            [
                Scanned::of("14099919920229002X", None),
                Scanned::of("140999199202290021", None),
                Scanned::of("13800000000", None),
                Scanned::of("6901234567892", None),
            ]
        );
        for part in ["19920229", "0000000", "6901234"] {
            assert!(!text.contains(part), "{text}");
        }
    }
}
