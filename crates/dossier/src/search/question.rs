//! What is typed, in parts: words, amounts (whole or begun), days, months and years.

use insurance::dates::{english, french};
use jiff::civil::Date;

use super::words::words;

/// One thing that what is found has to have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    /// As a word.
    pub(super) word: Option<String>,
    /// As an amount.
    pub(super) amount: Option<Amount>,
    /// As a day, or more than one.
    pub(super) days: Option<Days>,
}

/// « 429 », « 429,4 », « 429,48 ».
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    euros: String,
    cents: Option<String>,
}

/// Days that have this year, one of these months (any when none is named), this day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) year: Option<i16>,
    pub(super) months: Vec<i8>,
    pub(super) day: Option<i8>,
}

impl Amount {
    /// How its term begins in the index.
    pub(super) fn term(&self) -> String {
        format!("e{}c{}", self.euros, self.cents.as_deref().unwrap_or_default())
    }
}

impl Days {
    /// How their terms begin in the index.
    pub(super) fn terms(&self) -> Vec<String> {
        let start = self.year.map_or_else(|| "m".to_owned(), |year| format!("d{year:04}"));
        let day = self.day.map(|day| format!("{day:02}")).unwrap_or_default();
        match self.months.as_slice() {
            [] => vec![start],
            months => months.iter().map(|month| format!("{start}{month:02}{day}")).collect(),
        }
    }

    /// Whether a day is one of them.
    pub(super) fn hold(&self, date: Date) -> bool {
        self.year.is_none_or(|year| date.year() == year)
            && (self.months.is_empty() || self.months.contains(&date.month()))
            && self.day.is_none_or(|day| date.day() == day)
    }
}

/// The parts of a text, without the words that say nothing.
pub(super) fn read(text: &str, says_nothing: impl Fn(&str) -> bool) -> Vec<Part> {
    let text = text.replace(['€', '$'], " ");
    let chunks: Vec<&str> = text.split_whitespace().collect();
    let mut parts = Vec::new();
    let mut rest = chunks.as_slice();
    while let Some(chunk) = rest.first() {
        let (part, taken) = dated(rest).or_else(|| amount(rest)).unwrap_or_default();
        if taken > 0 {
            parts.push(part);
        } else {
            parts.extend(words(chunk).filter(|word| !says_nothing(word)).map(of_word));
        }
        rest = rest.get(taken.max(1)..).unwrap_or_default();
    }
    parts
}

/// A word that may be a month as well.
fn of_word(word: String) -> Part {
    let months = months_named(&word);
    let days = (!months.is_empty()).then(|| Days { months, ..Days::default() });
    Part { word: Some(word), amount: None, days }
}

/// A date at the beginning, and how many chunks it takes.
fn dated(chunks: &[&str]) -> Option<(Part, usize)> {
    let month = |at: usize| chunks.get(at).map(|chunk| months_of(chunk)).filter(|months| !months.is_empty());
    let year = |at: usize| chunks.get(at).and_then(|chunk| year_of(chunk));
    let number = |at: usize, most| chunks.get(at).and_then(|chunk| small(chunk, most));
    let first = *chunks.first()?;
    let only = |days: Days, taken| Some((Part { days: Some(days), ..Part::default() }, taken));
    if let Some(days) = slashed(first) {
        return only(days, 1);
    }
    if let (Some(day), Some(months)) = (number(0, 31), month(1)) {
        let day = Some(day);
        return match year(2) {
            Some(year) => only(Days { year: Some(year), months, day }, 3),
            None => only(Days { year: None, months, day }, 2),
        };
    }
    if let (Some(months), Some(year)) = (month(0), year(1)) {
        return only(Days { year: Some(year), months, day: None }, 2);
    }
    if let (Some(year), Some(months)) = (year(0), month(1)) {
        return only(Days { year: Some(year), months, day: None }, 2);
    }
    if let (Some(month), Some(year)) = (number(0, 12), year(1)) {
        return only(Days { year: Some(year), months: vec![month], day: None }, 2);
    }
    let year = year(0)?;
    let days = Days { year: Some(year), ..Days::default() };
    Some((Part { days: Some(days), amount: amount_of(first), word: None }, 1))
}

/// « 12/03/2024 », « 03/2024 », « 12/03 ».
fn slashed(chunk: &str) -> Option<Days> {
    let parts: Vec<&str> = chunk.split(['/', '.', '-']).collect();
    let numbers = |at: usize, most| parts.get(at).and_then(|part| small(part, most));
    let year = |at: usize| parts.get(at).and_then(|part| year_of(part));
    match parts.len() {
        3 => Some(Days { year: Some(year(2)?), months: vec![numbers(1, 12)?], day: Some(numbers(0, 31)?) }),
        2 if year(1).is_some() => Some(Days { year: year(1), months: vec![numbers(0, 12)?], day: None }),
        // « 21.10 » is an amount.
        2 if chunk.contains('/') => {
            Some(Days { year: None, months: vec![numbers(1, 12)?], day: Some(numbers(0, 31)?) })
        }
        _ => None,
    }
}

/// An amount at the beginning, its thousands apart or not, and how many chunks it takes.
fn amount(chunks: &[&str]) -> Option<(Part, usize)> {
    let first = *chunks.first()?;
    let begins = are_digits(first) && first.len() <= 3;
    let follows = |chunk: &&&str| {
        let whole = chunk.split([',', '.']).next().unwrap_or_default();
        whole.len() == 3 && are_digits(whole)
    };
    let mut taken = 1;
    let mut joined = first.to_owned();
    while begins && are_digits(&joined) {
        let Some(chunk) = chunks.get(taken).filter(|chunk| follows(chunk)) else { break };
        joined.push_str(chunk);
        taken += 1;
    }
    Some((Part { amount: Some(amount_of(&joined)?), ..Part::default() }, taken))
}

fn amount_of(text: &str) -> Option<Amount> {
    let text = text.trim_start_matches(['-', '\u{2212}', '+']);
    let (euros, cents) = text.split_once([',', '.']).map_or((text, None), |(euros, cents)| (euros, Some(cents)));
    let cents = cents.filter(|cents| !cents.is_empty());
    let is_one =
        are_digits(euros) && euros.len() <= 9 && cents.is_none_or(|cents| are_digits(cents) && cents.len() < 3);
    let euros = euros.trim_start_matches('0');
    let euros = if euros.is_empty() { "0" } else { euros };
    is_one.then(|| Amount { euros: euros.to_owned(), cents: cents.map(str::to_owned) })
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit())
}

fn small(text: &str, most: i8) -> Option<i8> {
    let text = text.strip_suffix("er").unwrap_or(text);
    if !are_digits(text) || text.len() > 2 {
        return None;
    }
    text.parse().ok().filter(|number| (1..=most).contains(number))
}

fn year_of(text: &str) -> Option<i16> {
    let year = text.parse().ok().filter(|_| are_digits(text) && text.len() == 4)?;
    (1930..2100).contains(&year).then_some(year)
}

/// The months that one word stands for: « oct. », « octobre », « jui » (two of them).
fn months_of(chunk: &str) -> Vec<i8> {
    let mut inside = words(chunk);
    match (inside.next(), inside.next()) {
        (Some(word), None) => months_named(&word),
        _ => Vec::new(),
    }
}

fn months_named(word: &str) -> Vec<i8> {
    if word.len() < 3 {
        return Vec::new();
    }
    let begins = |name: &str| words(name).next().is_some_and(|name| name.starts_with(word));
    (1..=12).filter(|month| begins(french::month(*month)) || begins(english::month(*month))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<String> {
        let say = |part: &Part| {
            let days = part.days.iter().flat_map(Days::terms);
            let all = part.word.clone().into_iter().chain(part.amount.iter().map(Amount::term)).chain(days);
            all.collect::<Vec<_>>().join("|")
        };
        read(text, |word| matches!(word, "de" | "du")).iter().map(say).collect()
    }

    #[test]
    fn reads_amounts_whole_or_begun() {
        assert_eq!(terms("21"), ["e21c"]);
        assert_eq!(terms("429,48"), ["e429c48"]);
        assert_eq!(terms("429.4"), ["e429c4"]);
        assert_eq!(terms("1 234"), ["e1234c"]);
        assert_eq!(terms("1\u{202f}234,56 €"), ["e1234c56"]);
        assert_eq!(terms("-2,00€"), ["e2c00"]);
        assert_eq!(terms("0,50"), ["e0c50"]);
    }

    #[test]
    fn reads_days_months_and_years() {
        assert_eq!(terms("octobre"), ["octobre|m10"]);
        assert_eq!(terms("oct. 2026"), ["d202610"]);
        assert_eq!(terms("2024 mars"), ["d202403"]);
        assert_eq!(terms("12 mars 2024"), ["d20240312"]);
        assert_eq!(terms("1er juin"), ["m0601"]);
        assert_eq!(terms("12/03/2024"), ["d20240312"]);
        assert_eq!(terms("03/2024"), ["d202403"]);
        assert_eq!(terms("2025"), ["e2025c|d2025"]);
        assert_eq!(terms("jui 2025"), ["d202506|d202507"]);
    }

    #[test]
    fn reads_what_is_combined() {
        assert_eq!(terms("noé lunettes"), ["noe", "lunettes"]);
        assert_eq!(terms("kiné 2025"), ["kine", "e2025c|d2025"]);
        assert_eq!(terms("attestation de droits"), ["attestation", "droits"]);
        assert_eq!(terms("  "), Vec::<String>::new());
    }
}
