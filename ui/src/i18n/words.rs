//! How to say a message, an amount or a date in the language of the moment.

use dioxus::prelude::*;
use insurance::dates::{english, french};
use insurance::{Cents, Rate};
use jiff::civil::{Date, DateTime, Time};
use protocol::settings::Language;

use super::catalogue::catalogue;

/// The language on the screen.
pub(crate) static LANGUAGE: GlobalSignal<Language> = Signal::global(|| Language::French);

/// Words in the language of the moment; the component is drawn again when it changes.
pub(crate) fn use_words() -> Words {
    Words(*LANGUAGE.read())
}

/// Words in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Words(pub(crate) Language);

impl Words {
    /// A message without placeholders.
    pub(crate) fn say(self, key: &'static str) -> &'static str {
        catalogue(self.0).text(key)
    }

    /// A message with its placeholders filled.
    pub(crate) fn fill(self, key: &'static str, values: &[(&str, &str)]) -> String {
        filled(self.say(key), values)
    }

    /// The form of a message for a count, which fills `{count}`.
    pub(crate) fn count(self, key: &'static str, count: u64) -> String {
        self.count_and_fill(key, count, &[])
    }

    /// The form of a message for a count, with other placeholders filled as well.
    pub(crate) fn count_and_fill(self, key: &'static str, count: u64, values: &[(&str, &str)]) -> String {
        let form = match (self.0, count) {
            (Language::French, 0 | 1) | (Language::English, 1) => "one",
            _ => "other",
        };
        let number = count.to_string();
        let mut all = vec![("count", number.as_str())];
        all.extend_from_slice(values);
        filled(catalogue(self.0).form(key, form), &all)
    }

    /// « 1 234,56 € ».
    pub(crate) fn money(self, amount: Cents) -> String {
        match self.0 {
            Language::French => amount.french(),
            Language::English => amount.english(),
        }
    }

    /// « 70 % ».
    pub(crate) fn rate(self, rate: Rate) -> String {
        match self.0 {
            Language::French => rate.french(),
            Language::English => rate.english(),
        }
    }

    /// « 44 % », of a whole.
    pub(crate) fn percent(self, percent: u8) -> String {
        self.rate(Rate::percent(percent))
    }

    /// « 1er février 2026 ».
    pub(crate) fn long_date(self, date: Date) -> String {
        match self.0 {
            Language::French => french::long(date),
            Language::English => english::long(date),
        }
    }

    /// « 28 nov. 2026 ».
    pub(crate) fn short_date(self, date: Date) -> String {
        match self.0 {
            Language::French => french::short(date),
            Language::English => english::short(date),
        }
    }

    /// « Novembre 2026 », as a heading.
    pub(crate) fn month_year(self, year: i16, month: i8) -> String {
        capitalised(&self.month_year_within(year, month))
    }

    /// The same, within a sentence: « novembre 2026 ».
    pub(crate) fn month_year_within(self, year: i16, month: i8) -> String {
        match self.0 {
            Language::French => french::month_year(year, month),
            Language::English => english::month_year(year, month),
        }
    }

    /// « nov. ».
    pub(crate) fn short_month(self, month: i8) -> &'static str {
        match self.0 {
            Language::French => french::short_month(month),
            Language::English => english::short_month(month),
        }
    }

    /// « 9 h 12 ».
    pub(crate) fn time(self, time: Time) -> String {
        match self.0 {
            Language::French => french::time(time),
            Language::English => english::time(time),
        }
    }

    /// « 18 nov. à 9 h 12 ».
    pub(crate) fn moment(self, moment: DateTime) -> String {
        match self.0 {
            Language::French => format!("{} à {}", french::day_month(moment.date()), french::time(moment.time())),
            Language::English => format!("{} at {}", english::day_month(moment.date()), english::time(moment.time())),
        }
    }
}

fn filled(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
