//! The fields of a reader's format, and how form and `Reader` become each other.

use crate::domain::reader::{CardField, Escape, Learned, Pace, Profile, Reader, Suffix};
use crate::text::{Lang, Words, common, reader as t};
use crate::ui::widget::form::{Choice, Form, Spec};
use crate::ui::widget::kind::Kind;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::screen) enum F {
    Pace,
    Bell,
    Separator,
    Escape,
    Suffix,
    /// The nth field of a record.
    Part(usize),
}

/// Fields of a record that can be told apart here; no reader is known to send more.
pub(super) const PARTS: usize = 12;

const fn part(nth: usize, label: Words) -> Spec<F> {
    Spec::free(F::Part(nth), label, Kind::Choice, 16, t::part_help)
}

pub(super) const SPECS: &[Spec<F>] = &[
    Spec::needed(F::Pace, t::pace, Kind::Number, 6, t::pace_help),
    Spec::free(F::Bell, t::bell, Kind::Choice, 8, t::bell_help),
    Spec::free(F::Separator, t::separator, Kind::Choice, 22, t::separator_help),
    Spec::free(F::Escape, t::escape, Kind::Choice, 22, t::escape_help),
    Spec::free(F::Suffix, t::suffix, Kind::Choice, 22, t::suffix_help),
    part(0, t::part_1),
    part(1, t::part_2),
    part(2, t::part_3),
    part(3, t::part_4),
    part(4, t::part_5),
    part(5, t::part_6),
    part(6, t::part_7),
    part(7, t::part_8),
    part(8, t::part_9),
    part(9, t::part_10),
    part(10, t::part_11),
    part(11, t::part_12),
];

/// Between the fields: a sign, or none where the number comes alone.
const SEPARATORS: [char; 13] = ['\t', '\n', ' ', '|', ',', ';', '#', '^', '$', '&', '~', '/', '*'];
const ALONE: &str = "alone";
const ON: &str = "on";
const OFF: &str = "off";

/// What stands in the form and cannot be kept.
pub(super) enum Fault {
    Pace,
    Profile,
}

pub(super) fn set_lists(form: &mut Form<F>, lang: Lang) {
    form.set_choices(F::Bell, vec![Choice::new(ON, t::on(lang)), Choice::new(OFF, t::off(lang))]);
    let mut separators = vec![Choice::new(ALONE, t::alone(lang))];
    separators.extend(SEPARATORS.map(|sign| Choice::new(sign, sign_words(lang, sign))));
    form.set_choices(F::Separator, separators);
    let escapes = [(Escape::Plain, t::plain(lang)), (Escape::Unicode, t::unicode(lang))];
    form.set_choices(F::Escape, escapes.map(|(escape, label)| Choice::new(escape.key(), label)).into());
    let suffixes =
        [(Suffix::Enter, t::enter(lang)), (Suffix::Tab, t::tab(lang)), (Suffix::None, t::silence(lang))];
    form.set_choices(F::Suffix, suffixes.map(|(suffix, label)| Choice::new(suffix.key(), label)).into());
    for nth in 0..PARTS {
        let fields = CardField::ALL.map(|field| Choice::new(field.key(), field_words(lang, field)));
        form.set_choices(F::Part(nth), fields.into());
    }
}

pub(super) fn put(form: &mut Form<F>, reader: &Reader) {
    form.set(F::Pace, &reader.pace.ms().to_string());
    form.set(F::Bell, if reader.bell { ON } else { OFF });
    match &reader.profile {
        Some(profile) => {
            put_format(form, Some(profile.separator()), profile.escape, profile.suffix, profile.fields());
        }
        None => put_format(form, None, Escape::Plain, Suffix::Enter, &[]),
    }
}

/// What was learned, for the clerk to look over; the bell is nothing a device tells.
pub(super) fn propose(form: &mut Form<F>, learned: &Learned) {
    form.set(F::Pace, &learned.pace.ms().to_string());
    put_format(form, learned.separator, learned.escape, learned.suffix, &learned.fields);
}

fn put_format(
    form: &mut Form<F>,
    separator: Option<char>,
    escape: Escape,
    suffix: Suffix,
    fields: &[CardField],
) {
    let separator = separator.map_or_else(|| ALONE.to_owned(), |sign| sign.to_string());
    form.set(F::Separator, &separator);
    form.set(F::Escape, escape.key());
    form.set(F::Suffix, suffix.key());
    for nth in 0..PARTS {
        form.set(F::Part(nth), fields.get(nth).map_or("", |field| field.key()));
    }
}

pub(super) fn separator(form: &Form<F>) -> Option<char> {
    let key = form.get(F::Separator);
    key.chars().next().filter(|_| key != ALONE)
}

pub(super) fn escape(form: &Form<F>) -> Escape {
    Escape::ALL.into_iter().find(|known| known.key() == form.get(F::Escape)).unwrap_or(Escape::Plain)
}

pub(super) fn reader(form: &Form<F>) -> Result<Reader, Fault> {
    let pace = form.get(F::Pace).parse().ok().and_then(Pace::new).ok_or(Fault::Pace)?;
    let bell = form.get(F::Bell) != OFF;
    let Some(separator) = separator(form) else {
        return Ok(Reader { pace, bell, profile: None });
    };
    let keys = (0..PARTS).map(|nth| form.get(F::Part(nth))).take_while(|key| !key.is_empty());
    let fields = keys.filter_map(CardField::from_key).collect();
    let suffix =
        Suffix::ALL.into_iter().find(|known| known.key() == form.get(F::Suffix)).unwrap_or(Suffix::Enter);
    let profile = Profile::new(separator, fields, escape(form), suffix).ok_or(Fault::Profile)?;
    Ok(Reader { pace, bell, profile: Some(profile) })
}

/// Fields without a meaning now: parts where the number comes alone, and those behind the last.
pub(super) fn hide(form: &mut Form<F>, samples: usize) {
    let alone = separator(form).is_none();
    form.hide(F::Escape, alone);
    form.hide(F::Suffix, alone);
    let filled = (0..PARTS).take_while(|nth| !form.get(F::Part(*nth)).is_empty()).count();
    for nth in 0..PARTS {
        form.hide(F::Part(nth), alone || nth > filled.max(samples.saturating_sub(1)));
    }
}

fn sign_words(lang: Lang, sign: char) -> String {
    match sign {
        '\t' => t::tab(lang).to_owned(),
        '\n' => t::enter(lang).to_owned(),
        ' ' => t::space(lang).to_owned(),
        sign => sign.to_string(),
    }
}

pub(super) const fn field_words(lang: Lang, field: CardField) -> &'static str {
    match field {
        CardField::Name => t::f_name(lang),
        CardField::Sex => t::f_sex(lang),
        CardField::Nation => t::f_nation(lang),
        CardField::Birth => t::f_birth(lang),
        CardField::Address => t::f_address(lang),
        CardField::Id => t::f_id(lang),
        CardField::Issuer => t::f_issuer(lang),
        CardField::Validity => t::f_validity(lang),
        CardField::ValidFrom => t::f_from(lang),
        CardField::ValidUntil => t::f_until(lang),
        CardField::Other => common::none(lang),
    }
}
