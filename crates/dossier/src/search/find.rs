//! What a question finds, group by group. Everything found has each of its parts.

use std::collections::BTreeSet;

use insurance::ActKind;
use jiff::civil::Date;
use protocol::BeneficiaryId;
use protocol::documents::DocumentRow;
use protocol::payments::Person;
use protocol::search::{Found, FoundAct, FoundProvider, Place};

use super::lexicon::{Lexicon, Meaning, Understood, says_nothing};
use super::question::{Part, read};
use super::terms::{act_term, nature_term, person_term, word_term};
use super::words::{stem, words};
use crate::documents;
use crate::payments::{self, Names};
use crate::profile::full_name;
use crate::store::{Reader, SearchTerm, StoreError};

/// Acts and professionals are named up to so many.
const NAMED: usize = 5;
/// Places of the app, likewise.
const PLACES: usize = 4;

/// A part of the question, and what its word comes to.
struct Asked {
    part: Part,
    understood: Understood,
}

/// What is found for a text, with at most so many payments.
pub(super) fn find(reader: &Reader<'_>, text: &str, most: u32, today: Date) -> Result<Found, StoreError> {
    let parts = read(text, says_nothing);
    if parts.is_empty() {
        return Ok(Found::default());
    }
    let everyone = reader.all_people()?;
    let names = Names::of(&everyone);
    let papers = documents::list(reader)?;
    let lexicon = Lexicon::with(
        everyone.iter().map(|person| (person.id.clone(), format!("{} {}", full_name(person), person.birth_name))),
        reader.search_words()?,
        papers.iter().filter_map(|paper| paper.title.clone()),
    );
    let asked: Vec<Asked> = parts
        .into_iter()
        .map(|part| Asked {
            understood: part.word.as_deref().map(|word| lexicon.understand(word)).unwrap_or_default(),
            part,
        })
        .collect();
    let terms = asked.iter().map(Asked::terms).collect::<Result<Vec<_>, _>>()?;
    let (rows, payments_in_all) = reader.found_payments(&terms, most)?;
    Ok(Found {
        asked: true,
        corrected: asked.iter().filter_map(|asked| asked.corrected(&names)).collect(),
        places: places(&asked),
        people: people(&asked, &names),
        acts: acts(reader, &asked)?,
        providers: providers(reader, &asked)?,
        documents: papers.into_iter().filter(|paper| asked.iter().all(|asked| asked.is_of_document(paper))).collect(),
        payments: rows.into_iter().map(|record| payments::row(record, &names, today)).collect(),
        payments_in_all,
    })
}

impl Asked {
    fn means(&self, meaning: &Meaning) -> bool {
        self.understood.meanings.contains(meaning)
    }

    /// The terms one of which a payment must have.
    fn terms(&self) -> Result<Vec<SearchTerm>, StoreError> {
        let mut terms = Vec::new();
        if let Some(word) = &self.part.word {
            if self.understood.corrected {
                terms.extend(self.understood.words.iter().map(|word| SearchTerm::Whole(word_term(word))));
            } else {
                terms.push(SearchTerm::Beginning(word_term(stem(word))));
            }
        }
        for meaning in &self.understood.meanings {
            match meaning {
                Meaning::Act(act) => terms.push(SearchTerm::Whole(act_term(*act)?)),
                Meaning::Nature(nature) => terms.push(SearchTerm::Whole(nature_term(*nature)?)),
                Meaning::Person(person) => terms.push(SearchTerm::Whole(person_term(person))),
                Meaning::Document(_) | Meaning::Place(_) | Meaning::Payments | Meaning::Title => {}
            }
        }
        terms.extend(self.part.days.iter().flat_map(|days| days.terms()).map(SearchTerm::Beginning));
        terms.extend(self.part.amount.iter().map(|amount| SearchTerm::Beginning(amount.term())));
        Ok(terms)
    }

    fn people(&self) -> impl Iterator<Item = &BeneficiaryId> {
        self.understood.meanings.iter().filter_map(|meaning| match meaning {
            Meaning::Person(person) => Some(person),
            _ => None,
        })
    }

    /// What is said of a correction: the person's name, or the word.
    fn corrected(&self, names: &Names) -> Option<String> {
        let word = self.understood.words.first().filter(|_| self.understood.corrected)?;
        let named: Vec<BeneficiaryId> = self.people().cloned().collect();
        Some(names.short(&named).into_iter().next().unwrap_or_else(|| word.clone()))
    }

    /// A name holds the word, or what it was corrected to.
    fn is_in(&self, name: &str) -> bool {
        let Some(word) = &self.part.word else { return false };
        let begins = |held: &str, wanted: &str| held.starts_with(stem(wanted));
        words(name).any(|held| match self.understood.corrected {
            true => self.understood.words.contains(&held),
            false if word.len() < 3 => held == *word,
            false => begins(&held, word),
        })
    }

    fn is_of_document(&self, paper: &DocumentRow) -> bool {
        self.part.days.as_ref().is_some_and(|days| days.hold(paper.date))
            || self.means(&Meaning::Document(paper.kind))
            || paper.title.as_deref().is_some_and(|title| self.is_in(title))
            || paper.people.iter().any(|name| self.is_in(name))
    }
}

/// The places that every word means.
fn places(asked: &[Asked]) -> Vec<Place> {
    let meant = |asked: &Asked| -> BTreeSet<Place> {
        let place = |meaning: &Meaning| match meaning {
            Meaning::Place(place) => Some(*place),
            _ => None,
        };
        asked.understood.meanings.iter().filter_map(place).collect()
    };
    let common = asked.iter().map(meant).reduce(|common, meant| common.intersection(&meant).copied().collect());
    common.unwrap_or_default().into_iter().take(PLACES).collect()
}

/// The persons that every word names.
fn people(asked: &[Asked], names: &Names) -> Vec<Person> {
    let named = |asked: &Asked| asked.people().cloned().collect::<BTreeSet<_>>();
    let common = asked.iter().map(named).reduce(|common, named| &common & &named);
    names.people(&common.unwrap_or_default())
}

/// The kinds of care that a word means; those that several mean first.
fn acts(reader: &Reader<'_>, asked: &[Asked]) -> Result<Vec<FoundAct>, StoreError> {
    let meant = |act: &ActKind| asked.iter().filter(|asked| asked.means(&Meaning::Act(*act))).count();
    let most = ActKind::ALL.iter().map(meant).max().unwrap_or_default();
    let mut found = Vec::new();
    for act in ActKind::ALL.into_iter().filter(|act| most > 0 && meant(act) == most) {
        let payments = reader.count_payments(&[vec![SearchTerm::Whole(act_term(act)?)]])?;
        if payments > 0 {
            found.push(FoundAct { act, payments });
        }
    }
    found.sort_by_key(|found| std::cmp::Reverse(found.payments));
    found.truncate(NAMED);
    Ok(found)
}

/// Whoever has a word in their name, where no other word says something else.
fn providers(reader: &Reader<'_>, asked: &[Asked]) -> Result<Vec<FoundProvider>, StoreError> {
    let other = |asked: &Asked| {
        asked.understood.meanings.iter().any(|meaning| matches!(meaning, Meaning::Person(_) | Meaning::Act(_)))
            || asked.part.word.is_none()
    };
    let mut found = Vec::new();
    for name in reader.providers()? {
        let fits = asked.iter().any(|asked| asked.is_in(&name))
            && asked.iter().all(|asked| asked.is_in(&name) || other(asked));
        if !fits {
            continue;
        }
        let named = words(&name).map(|word| vec![SearchTerm::Whole(word_term(word))]);
        let payments = reader.count_payments(&named.collect::<Vec<_>>())?;
        if payments > 0 {
            found.push(FoundProvider { name, payments });
        }
    }
    found.sort_by(|one, other| other.payments.cmp(&one.payments).then_with(|| one.name.cmp(&other.name)));
    found.truncate(NAMED);
    Ok(found)
}
