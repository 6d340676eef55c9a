//! Every sentence of the program, both languages side by side, and how a language is chosen.
//! The only place with hanzi in string literals. Facts come from `domain`; words are found here.

/// The language of screen and command line. Chinese comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    #[default]
    Zh,
    En,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// `zh` or `en`, as written on the command line and in the settings.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.key() == key)
    }
}

/// An entry of a table, before a language is chosen.
pub type Words = fn(Lang) -> &'static str;

/// A line is `name = "中文" | "English";` or `name(arg: Type) = "中文{arg}" | "English {arg}";`.
/// Each becomes a function of the language, so a missing translation does not compile.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident $(($($arg:ident : $kind:ty),+ $(,)?))? = $zh:literal | $en:literal;)+) => {
        $(texts!(@one $(#[$doc])* $name $(($($arg : $kind),+))? = $zh | $en);)+

        /// Name, Chinese and English of every entry here, for the test that compares their placeholders.
        #[doc(hidden)]
        pub const ALL: &[(&str, &str, &str)] = &[$((stringify!($name), $zh, $en)),+];
    };
    (@one $(#[$doc:meta])* $name:ident = $zh:literal | $en:literal) => {
        $(#[$doc])*
        pub const fn $name(lang: $crate::text::Lang) -> &'static str {
            match lang {
                $crate::text::Lang::Zh => $zh,
                $crate::text::Lang::En => $en,
            }
        }
    };
    (@one $(#[$doc:meta])* $name:ident ($($arg:ident : $kind:ty),+) = $zh:literal | $en:literal) => {
        $(#[$doc])*
        pub fn $name(lang: $crate::text::Lang, $($arg: $kind),+) -> String {
            match lang {
                $crate::text::Lang::Zh => format!($zh),
                $crate::text::Lang::En => format!($en),
            }
        }
    };
}

pub mod arrivals;
pub mod audit;
pub mod call;
pub mod card;
pub mod class;
pub mod classes;
pub mod cli;
pub mod common;
pub mod courses;
pub mod depart;
pub mod desk;
pub mod enrol;
pub mod export;
pub mod form;
pub mod guide;
pub mod import;
pub mod key_names;
pub mod leave;
pub mod ledger;
pub mod mark_words;
pub mod marks;
pub mod not_taken;
pub mod operators;
pub mod paper;
pub mod pasted;
pub mod plain;
pub mod reader;
pub mod restore;
pub mod roll;
pub mod roster;
pub mod scan;
pub mod search;
pub mod seats;
pub mod settings;
pub mod sheet;
pub mod shell;
pub mod system;
pub mod timetable;
pub mod today;
pub mod week;

/// A table's name and its entries: name, Chinese, English.
pub type Table = (&'static str, &'static [(&'static str, &'static str, &'static str)]);

/// Every table, for the test that compares the two languages.
pub const TABLES: &[Table] = &[
    ("arrivals", arrivals::ALL),
    ("audit", audit::ALL),
    ("call", call::ALL),
    ("card", card::ALL),
    ("class", class::ALL),
    ("classes", classes::ALL),
    ("cli", cli::ALL),
    ("common", common::ALL),
    ("courses", courses::ALL),
    ("depart", depart::ALL),
    ("desk", desk::ALL),
    ("enrol", enrol::ALL),
    ("export", export::ALL),
    ("import", import::ALL),
    ("form", form::ALL),
    ("guide", guide::ALL),
    ("key_names", key_names::ALL),
    ("leave", leave::ALL),
    ("ledger", ledger::ALL),
    ("not_taken", not_taken::ALL),
    ("operators", operators::ALL),
    ("paper", paper::ALL),
    ("pasted", pasted::ALL),
    ("plain", plain::ALL),
    ("reader", reader::ALL),
    ("restore", restore::ALL),
    ("roll", roll::ALL),
    ("roster", roster::ALL),
    ("scan", scan::ALL),
    ("search", search::ALL),
    ("seats", seats::ALL),
    ("settings", settings::ALL),
    ("sheet", sheet::ALL),
    ("shell", shell::ALL),
    ("system", system::ALL),
    ("timetable", timetable::ALL),
    ("today", today::ALL),
    ("week", week::ALL),
];
