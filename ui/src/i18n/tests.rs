//! Both languages say the same things, and every key is one of theirs.

use std::collections::BTreeSet;
use std::path::Path;

use protocol::settings::Language;
use protocol::{ApiError, Field, Problem};

use super::catalogue::catalogue;
use super::{Words, problem_words};

#[test]
fn both_languages_have_the_same_keys_and_placeholders() {
    let shape = |language| -> Vec<(&str, BTreeSet<&str>)> {
        catalogue(language).messages().iter().map(|(key, text)| (*key, placeholders(text))).collect()
    };
    assert_eq!(shape(Language::French), shape(Language::English));
}

#[test]
fn no_key_is_said_twice_and_no_text_is_empty() {
    for language in [Language::French, Language::English] {
        let messages = catalogue(language).messages();
        for pair in messages.windows(2) {
            assert_ne!(pair[0].0, pair[1].0);
        }
        assert!(messages.iter().all(|(_, text)| !text.is_empty()));
    }
}

#[test]
fn the_code_uses_every_key_and_no_other() {
    let mut used = BTreeSet::new();
    keys_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut used);
    let known: BTreeSet<String> = catalogue(Language::French).messages().iter().map(|(key, _)| base(key)).collect();
    let missing: Vec<_> = used.difference(&known).filter(|key| looks_like_a_key(key, &known)).collect();
    let unused: Vec<_> = known.difference(&used).collect();
    assert!(missing.is_empty(), "no text for {missing:?}");
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

#[test]
fn french_counts_nothing_in_the_singular_and_english_in_the_plural() {
    assert_eq!(Words(Language::French).count("payments.acts", 0), "0 soin");
    assert_eq!(Words(Language::French).count("payments.acts", 2), "2 soins");
    assert_eq!(Words(Language::English).count("payments.acts", 0), "0 acts");
    assert_eq!(Words(Language::English).count("payments.acts", 1), "1 act");
}

#[test]
fn every_error_of_an_entry_is_a_sentence_in_both_languages() {
    let fields = [
        Field::Nir,
        Field::Code,
        Field::PostalCode,
        Field::Period,
        Field::Person,
        Field::Caisse,
        Field::Email,
        Field::EmailAgain,
        Field::Mobile,
        Field::Landline,
        Field::NewCode,
        Field::NewCodeAgain,
        Field::Street,
        Field::Complement,
        Field::Town,
        Field::Iban,
        Field::EmailCode,
        Field::BirthDate,
        Field::Scheme,
        Field::BirthName,
        Field::IbanEnd,
        Field::SerialEnd,
        Field::Terms,
        Field::Act,
        Field::CareDate,
        Field::Paid,
        Field::Base,
        Field::Quantity,
        Field::Receipt,
        Field::Wage,
    ];
    let problems = [
        Problem::Empty,
        Problem::TooShort,
        Problem::TooLong,
        Problem::NotDigits,
        Problem::KeyMismatch,
        Problem::Impossible,
        Problem::Unknown,
        Problem::Different,
        Problem::Same,
        Problem::OtherCountry,
        Problem::OtherKind,
        Problem::Repeated,
        Problem::Sequence,
        Problem::BirthDate,
        Problem::OwnNumber,
        Problem::NotKnown,
    ];
    for language in [Language::French, Language::English] {
        for field in fields {
            for problem in problems {
                assert!(problem_words(Words(language), &ApiError::Invalid { field, problem }).ends_with('.'));
            }
        }
    }
}

#[test]
fn a_moment_is_said_as_people_say_it() {
    let moment = jiff::civil::date(2026, 11, 18).at(9, 12, 0, 0);
    assert_eq!(Words(Language::French).moment(moment), "18 nov. à 9\u{a0}h\u{a0}12");
    assert_eq!(Words(Language::English).moment(moment), "18 Nov at 9:12");
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

fn base(key: &str) -> String {
    key.strip_suffix(".one").or_else(|| key.strip_suffix(".other")).unwrap_or(key).to_owned()
}

fn keys_in(folder: &Path, keys: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            keys_in(&path, keys);
        } else if path.file_name().is_some_and(|name| name != "tests.rs") {
            let source = std::fs::read_to_string(path).unwrap();
            keys.extend(source.split('"').skip(1).step_by(2).filter(|text| is_dotted(text)).map(base));
        }
    }
}

fn is_dotted(text: &str) -> bool {
    text.contains('.')
        && text.split('.').all(|part| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit())
        })
        && text.starts_with(|c: char| c.is_ascii_lowercase())
}

fn looks_like_a_key(text: &str, known: &BTreeSet<String>) -> bool {
    let first = text.split('.').next();
    known.iter().any(|key| key.split('.').next() == first)
}
