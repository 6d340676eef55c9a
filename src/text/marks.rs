//! Punctuation that typesetting and input must know: what may not start or end a line,
//! and what is drawn instead of a character whose width is uncertain. No sentences.

/// May not stand at the start of a line.
pub const CLOSING: &str = "，。、；：！？）】》〉」』〕〗”’…—·％,.;:!?)]}%";

/// May not stand at the end of a line.
pub const OPENING: &str = "（【《〈「『〔〖“‘([{";

/// Drawn one column wide by some terminals and two by others; the right side is certain everywhere.
pub const CERTAIN: &[(&str, &str)] = &[
    ("·", "・"),
    ("…", "..."),
    ("—", "--"),
    ("–", "-"),
    ("“", "\""),
    ("”", "\""),
    ("‘", "'"),
    ("’", "'"),
    ("×", "x"),
    ("÷", "/"),
    ("±", "+-"),
    ("°", "度"),
    ("§", "S"),
    ("→", "->"),
    ("←", "<-"),
    ("↑", "^"),
    ("↓", "v"),
    ("─", "-"),
    ("│", "|"),
    ("½", "1/2"),
    ("■", "#"),
    ("□", "[]"),
    ("●", "*"),
    ("○", "o"),
    ("★", "*"),
    ("☆", "*"),
    ("※", "*"),
    ("№", "No"),
    ("①", "(1)"),
    ("②", "(2)"),
    ("③", "(3)"),
    ("④", "(4)"),
    ("⑤", "(5)"),
    ("⑥", "(6)"),
    ("⑦", "(7)"),
    ("⑧", "(8)"),
    ("⑨", "(9)"),
    ("⑩", "(10)"),
    ("Ⅰ", "I"),
    ("Ⅱ", "II"),
    ("Ⅲ", "III"),
    ("Ⅳ", "IV"),
    ("Ⅴ", "V"),
];

/// What a terminal is measured with: level line, upright line, ellipsis, dot, block, quote, and a hanzi as control.
pub const MEASURED: [&str; 7] = ["─", "│", "…", "·", "■", "“", "中"];

/// Stands for a picture character that no two terminals draw alike.
pub const NO_PICTURE: &str = "□";

/// Stands for a character that a terminal may draw one or two columns wide and that has no plainer form.
pub const NO_SIGN: &str = "?";

/// Where one clause of a short hint ends.
pub const CLAUSE_ENDS: &[char] = &['，', '；', '：', '。', ',', ';', ':'];

/// Every dot that people type between the parts of a name; the first is the one we keep.
pub const NAME_DOTS: &[char] = &['·', '•', '‧', '・', '･', '．', '.', '⋅'];

/// Full-width signs with no half-width twin of their own, and the key or digit sign they stand for.
pub const TWINS: &[(char, char)] = &[
    ('、', '/'),
    ('。', '.'),
    ('【', '['),
    ('】', ']'),
    ('　', ' '),
    ('￥', '$'),
    ('“', '"'),
    ('”', '"'),
    ('‘', '\''),
    ('’', '\''),
    ('—', '-'),
];

/// Typed between the parts of a date.
pub const DATE_UNITS: &[(char, char)] = &[('年', '-'), ('月', '-'), ('日', ' '), ('。', '-'), ('、', '-')];
