//! Invented households, made from a seed and a day, always the same for both. Nobody in them exists.
//!
//! A household says who its people are and what happened to them; the caisse makes payments of it, by the rules of
//! `insurance`.

mod account;
mod allowances;
mod births;
mod caisse;
mod care;
mod catalogue;
mod documents;
mod draft;
mod entrances;
mod files;
mod home;
mod homonyms;
mod morel;
mod neighbourhood;
mod newcomers;
mod owing;
mod parents;
mod pensions;
mod person;
mod prng;
mod regions;
mod retired;
mod rhythm;
mod single;
mod solidarity;
mod tariffs;
mod work;

#[cfg(test)]
mod tests;

use jiff::civil::Date;

pub(crate) use account::Account;
pub(crate) use documents::{fonts, town};
pub(crate) use home::bank_name;

use protocol::profile::Profile;

use crate::people::Newcomer;

/// A mistake in a household.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A number that cannot exist.
    #[error("a number cannot exist: {0}")]
    Nir(#[from] insurance::NirError),
    /// An account that cannot exist.
    #[error("an account cannot exist: {0}")]
    Iban(#[from] insurance::IbanError),
    /// A card that cannot exist.
    #[error("a card cannot exist: {0}")]
    Vitale(#[from] insurance::VitaleSerialError),
    /// The reference table does not have it.
    #[error("no such caisse")]
    NoSuchCaisse,
    /// The reference table does not have it.
    #[error("no such bank")]
    NoSuchBank,
    /// The fonts of letters cannot be read.
    #[error("the fonts of letters cannot be read")]
    Fonts,
    /// A letter that cannot be printed.
    #[error("a letter cannot be printed: {0}")]
    Letter(#[from] pdf::Error),
    /// An account without a person.
    #[error("an account without a member")]
    NoMember,
}

/// How many of the households.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Roster {
    /// All of them.
    Everyone,
    /// The first five accounts: enough for most tests, and made in a moment.
    Few,
}

impl Roster {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Everyone => "everyone",
            Self::Few => "few",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::Everyone, Self::Few].into_iter().find(|roster| roster.name() == name)
    }
}

/// The members, in the order of the start page.
///
/// # Errors
/// When a household is not well made.
pub(crate) fn accounts(roster: Roster, seed: u64, today: Date) -> Result<Vec<Account>, Error> {
    let mut accounts = Vec::new();
    accounts.extend(morel::couple_with_twins(seed, today)?);
    accounts.push(single::alone(seed, today)?);
    accounts.push(regions::corsica(seed, today)?);
    accounts.push(owing::third_party_only(seed, today)?);
    if roster == Roster::Few {
        return Ok(accounts);
    }
    accounts.push(regions::overseas(seed, today)?);
    accounts.push(work::accident(seed, today)?);
    accounts.extend(parents::apart(seed, today)?);
    accounts.extend(homonyms::same_name(seed, today)?);
    accounts.push(parents::expecting(seed, today)?);
    accounts.push(retired::often_ill(seed, today)?);
    accounts.push(work::independent(seed, today)?);
    accounts.push(work::partner_scheme(seed, today)?);
    accounts.push(regions::alsace_moselle(seed, today)?);
    accounts.push(solidarity::solidarity_cover(seed, today)?);
    accounts.push(work::invalidity(seed, today)?);
    accounts.push(single::without_payment(seed, today)?);
    accounts.push(solidarity::large_family(seed, today)?);
    accounts.push(retired::forty_years(seed, today)?);
    accounts.extend(entrances::each_outcome(seed, today)?);
    Ok(accounts)
}

/// Persons without an account, apart from the members: what the caisse keeps of them.
///
/// # Errors
/// When a household is not well made.
pub(crate) fn newcomers(seed: u64, today: Date) -> Result<Vec<Account>, Error> {
    newcomers::without_account(seed, today)
}

/// What each of them needs to open an account.
pub(crate) fn needs(accounts: &[Account]) -> Vec<Newcomer> {
    accounts.iter().filter_map(newcomers::needs).collect()
}

/// The postal code of an address: the five digits with which its last line begins.
pub(crate) fn postal_code(profile: &Profile) -> Option<&str> {
    profile.address.last().and_then(|line| line.get(..5))
}

/// The last characters of a number.
pub(crate) fn end(number: &str, count: usize) -> &str {
    number.get(number.len().saturating_sub(count)..).unwrap_or(number)
}
