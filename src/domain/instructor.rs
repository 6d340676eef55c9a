//! Who teaches: the words of a class or a session, which several people may share.

use super::name::PersonName;
use super::written;

/// The people that the words of a class or a session name as instructors, each as written there.
pub fn named(words: &str) -> impl Iterator<Item = String> {
    let is_between =
        |c: char| matches!(c, ',' | ';' | '/' | '+' | '&' | '\u{3001}' | '\u{ff0c}' | '\u{ff1b}');
    words.split(is_between).map(written::line).filter(|name| !name.is_empty())
}

/// What an instructor is told from others by: the bare name, or the words themselves where they are no name.
pub fn key(name: &str) -> String {
    PersonName::parse(name).map_or_else(|_| written::line(name), |name| name.bare())
}

/// Whether the words of a class or a session name this operator as an instructor.
pub fn teaches(instructors: &str, operator: &str) -> bool {
    let operator = key(operator);
    named(instructors).any(|name| key(&name) == operator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_shared_by_two_are_of_both() {
        assert!(teaches("李师傅", "李师傅") && teaches(" 李 师傅 ", "李师傅"));
        assert!(teaches("李师傅、王师傅", "王师傅") && teaches("A. Smith / B. Jones", "B. Jones"));
        assert!(!teaches("李师傅", "李师") && !teaches("", "李师傅") && !teaches("", ""));
        assert!(!teaches("、\u{200b}、", "") && !teaches("·", ""));
    }

    #[test]
    fn names_are_split_and_kept_as_written() {
        assert_eq!(named(" 王师傅、李 师傅；外聘,,").collect::<Vec<_>>(), ["王师傅", "李 师傅", "外聘"]);
        assert_eq!((key("李 师傅"), key("03")), ("李师傅".into(), "03".into()));
    }
}
