//! What words mean: those by which people look for kinds of care and places of the app, the names of the account, and
//! the words of its payments and documents.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use insurance::ActKind;
use protocol::BeneficiaryId;
use protocol::documents::DocumentKind;
use protocol::payments::Nature;
use protocol::search::Place;
use serde::de::DeserializeOwned;

use super::words::{distance, stem, words};
use crate::store::from_word;

const TABLE: &str = include_str!("../../../../assets/reference/search.tsv");

/// What a word may mean.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Meaning {
    Act(ActKind),
    Nature(Nature),
    Document(DocumentKind),
    Place(Place),
    Person(BeneficiaryId),
    /// A word of payments.
    Payments,
    /// A word of a document's title.
    Title,
}

/// All words, with what each means.
pub(super) struct Lexicon {
    words: BTreeMap<String, BTreeSet<Meaning>>,
}

/// What a typed word comes to.
#[derive(Debug, Default)]
pub(super) struct Understood {
    /// The words that it stands for, as far as they are known.
    pub(super) words: Vec<String>,
    /// All that these mean.
    pub(super) meanings: BTreeSet<Meaning>,
    /// It was mistyped.
    pub(super) corrected: bool,
}

impl Lexicon {
    /// What is always known, with the names of persons, the words of payments, and those of titles.
    pub(super) fn with(
        people: impl IntoIterator<Item = (BeneficiaryId, String)>,
        payments: impl IntoIterator<Item = String>,
        titles: impl IntoIterator<Item = String>,
    ) -> Self {
        let mut all = known().clone();
        let mut add = |word: String, meaning| {
            all.entry(word).or_default().insert(meaning);
        };
        for (person, name) in people {
            words(&name).for_each(|word| add(word, Meaning::Person(person.clone())));
        }
        payments.into_iter().for_each(|word| add(word, Meaning::Payments));
        titles.into_iter().for_each(|title| words(&title).for_each(|word| add(word, Meaning::Title)));
        Self { words: all }
    }

    /// The words that begin as this one does; failing that, those nearest to it.
    pub(super) fn understand(&self, typed: &str) -> Understood {
        let stem = stem(typed);
        let short = stem.chars().count() < 3;
        let begin = self.words.range(stem.to_owned()..).take_while(|(word, _)| word.starts_with(stem));
        let found = Understood::of(begin.filter(|(word, _)| !short || word.as_str() == typed));
        if !found.words.is_empty() {
            return found;
        }
        let far = |word: &String| distance(typed, word).or_else(|| distance(stem, word));
        let near: Vec<_> = self.words.iter().filter_map(|known| Some((far(known.0)?, known))).collect();
        let least = near.iter().map(|(distance, _)| *distance).min();
        let nearest = near.into_iter().filter(|(distance, _)| Some(*distance) == least).map(|(_, known)| known);
        let understood = Understood::of(nearest);
        Understood { corrected: !understood.words.is_empty(), ..understood }
    }
}

impl Understood {
    fn of<'a>(known: impl Iterator<Item = (&'a String, &'a BTreeSet<Meaning>)>) -> Self {
        let mut understood = Self::default();
        for (word, meanings) in known {
            understood.words.push(word.clone());
            understood.meanings.extend(meanings.iter().cloned());
        }
        understood
    }
}

/// Whether a word is left out of what is looked for.
pub(super) fn says_nothing(word: &str) -> bool {
    static WORDS: OnceLock<BTreeSet<String>> = OnceLock::new();
    let read = || rows().find(|(what, _)| *what == "nothing").map(|(_, all)| words(all).collect()).unwrap_or_default();
    WORDS.get_or_init(read).contains(word)
}

fn known() -> &'static BTreeMap<String, BTreeSet<Meaning>> {
    static KNOWN: OnceLock<BTreeMap<String, BTreeSet<Meaning>>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut all: BTreeMap<String, BTreeSet<Meaning>> = BTreeMap::new();
        for (what, said) in rows() {
            let Some(meaning) = meaning(what) else { continue };
            for word in words(said) {
                all.entry(word).or_default().insert(meaning.clone());
            }
        }
        all
    })
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.lines().skip(1).filter_map(|line| line.split_once('\t'))
}

fn meaning(what: &str) -> Option<Meaning> {
    fn read<T: DeserializeOwned>(name: &str) -> Option<T> {
        from_word(name).ok()
    }
    let (of, name) = what.split_once('.')?;
    match of {
        "act" => read(name).map(Meaning::Act),
        "nature" => read(name).map(Meaning::Nature),
        "document" => read(name).map(Meaning::Document),
        "place" => read(name).map(Meaning::Place),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_means_something_and_every_kind_of_care_has_words() {
        let unread: Vec<_> = rows().filter(|(what, _)| *what != "nothing" && meaning(what).is_none()).collect();
        assert_eq!(unread, []);
        let known: BTreeSet<Meaning> = known().values().flatten().cloned().collect();
        let silent: Vec<_> = ActKind::ALL.into_iter().filter(|act| !known.contains(&Meaning::Act(*act))).collect();
        assert_eq!(silent, []);
    }

    #[test]
    fn understands_a_beginning_before_it_looks_for_a_mistake() {
        let lexicon = Lexicon::with([], ["tilleul".to_owned()], ["Bienvenue".to_owned()]);
        let understood = lexicon.understand("dentistes");
        assert!(understood.meanings.contains(&Meaning::Act(ActKind::Dental)) && !understood.corrected);
        let mistyped = lexicon.understand("dentsite");
        assert_eq!((mistyped.words, mistyped.corrected), (vec!["dentiste".to_owned()], true));
        assert!(lexicon.understand("xyzzy").words.is_empty());
    }
}
