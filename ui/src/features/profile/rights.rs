//! Rights and cards in words, as of a day.

use jiff::civil::Date;

use crate::components::Tone;
use crate::i18n::Words;

/// « ouverts du 1er janvier 2026 au 31 décembre 2026 ».
pub(super) fn rights_words(words: Words, from: Date, until: Option<Date>, today: Date) -> (Tone, String) {
    match until {
        None => (Tone::Good, words.fill("profile.rights.open", &[("from", &words.long_date(from))])),
        Some(until) if until < today => {
            (Tone::Due, words.fill("profile.rights.ended", &[("until", &words.long_date(until))]))
        }
        Some(until) => {
            let (from, until) = (words.long_date(from), words.long_date(until));
            (Tone::Good, words.fill("profile.rights.until", &[("from", &from), ("until", &until)]))
        }
    }
}

/// « Valable jusqu’au 3 mai 2027 », « Expirée le … », « Aucune carte en cours de validité ».
pub(super) fn ceam_words(words: Words, until: Option<Date>, today: Date) -> String {
    match until {
        None => words.say("profile.ceam.none").to_owned(),
        Some(until) => {
            let key = if until < today { "profile.ceam.expired" } else { "profile.ceam.until" };
            words.fill(key, &[("until", &words.long_date(until))])
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use protocol::settings::Language;

    use super::*;

    const FRENCH: Words = Words(Language::French);

    #[test]
    fn rights_that_are_over_say_so() {
        let (tone, text) = rights_words(FRENCH, date(2025, 1, 1), Some(date(2025, 12, 31)), date(2026, 11, 20));
        assert_eq!((tone, text.as_str()), (Tone::Due, "terminés le 31 décembre 2025"));
    }

    #[test]
    fn a_card_is_valid_on_its_last_day() {
        let last = date(2026, 11, 20);
        assert!(ceam_words(FRENCH, Some(last), last).starts_with("Valable"));
        assert!(ceam_words(FRENCH, Some(last), date(2026, 11, 21)).starts_with("Expirée"));
    }
}
