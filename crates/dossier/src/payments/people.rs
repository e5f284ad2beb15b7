//! Names of the family, short where that is enough.

use std::collections::BTreeMap;

use protocol::BeneficiaryId;
use protocol::payments::Person;
use protocol::profile::Beneficiary;

use crate::profile::{full_name, initials, usual_first_name};

/// Everyone known, by id.
pub(crate) struct Names {
    people: BTreeMap<BeneficiaryId, Person>,
}

impl Names {
    /// Of everyone ever known: who shares a first name gets the birth year as well.
    pub(crate) fn of(everyone: &[Beneficiary]) -> Self {
        let people = everyone.iter().map(|person| (person.id.clone(), named(person, everyone)));
        Self { people: people.collect() }
    }

    /// One of them.
    pub(crate) fn person(&self, person: &Beneficiary) -> Person {
        self.people.get(&person.id).cloned().unwrap_or_else(|| named(person, std::slice::from_ref(person)))
    }

    /// Short names, without those unknown.
    pub(crate) fn short(&self, ids: &[BeneficiaryId]) -> Vec<String> {
        ids.iter().filter_map(|id| Some(self.people.get(id)?.short_name.clone())).collect()
    }

    /// The persons with these ids, in their order, without those unknown.
    pub(crate) fn people<'a>(&self, ids: impl IntoIterator<Item = &'a BeneficiaryId>) -> Vec<Person> {
        ids.into_iter().filter_map(|id| self.people.get(id).cloned()).collect()
    }
}

fn named(person: &Beneficiary, everyone: &[Beneficiary]) -> Person {
    let first = usual_first_name(person);
    let shared = everyone.iter().filter(|other| usual_first_name(other) == first).count() > 1;
    let short_name = if shared { format!("{first} ({})", person.birth_date.year()) } else { first.to_owned() };
    Person { id: person.id.clone(), short_name, name: full_name(person), initials: initials(person) }
}
