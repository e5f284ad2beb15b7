//! Makes the persons of a household, one after the other.

use jiff::civil::Date;

use super::Error;
use super::person::{Person, Sex};
use super::prng::Prng;

/// Persons of one household.
pub(super) struct Births {
    prng: Prng,
    today: Date,
}

impl Births {
    pub(super) fn new(seed: u64, household: &str, today: Date) -> Self {
        Self { prng: Prng::new(seed, household), today }
    }

    /// Born at `place`: the five characters of a commune, or 99 and a country.
    pub(super) fn woman(
        &mut self,
        names: (&'static str, &'static str),
        born: Date,
        place: &str,
    ) -> Result<Person, Error> {
        Person::born(&mut self.prng, names, Sex::Female, born, place, self.today)
    }

    /// The same.
    pub(super) fn man(
        &mut self,
        names: (&'static str, &'static str),
        born: Date,
        place: &str,
    ) -> Result<Person, Error> {
        Person::born(&mut self.prng, names, Sex::Male, born, place, self.today)
    }
}
