//! One number, whole, because the member asked for it. It is kept nowhere.

use insurance::{Iban, Nir, Phone};
use protocol::ApiError;
use protocol::profile::Reveal;

use crate::dossier::Dossier;
use crate::store::{Reader, StoreError};

impl Dossier {
    /// The number, in groups as people read it; for an exemption, the whole as JSON text.
    ///
    /// # Errors
    /// `NotFound` when it is not known.
    pub async fn reveal(&self, what: Reveal) -> Result<String, ApiError> {
        self.read(move |reader| reveal(reader, &what)).await?.ok_or(ApiError::NotFound)
    }
}

fn reveal(reader: &Reader<'_>, what: &Reveal) -> Result<Option<String>, StoreError> {
    let profile = reader.profile()?;
    Ok(match what {
        Reveal::Nir { person } => reader.person(person)?.and_then(|person| person.nir).map(|text| nir(&text)),
        Reveal::Vitale { person } => {
            reader.person(person)?.and_then(|person| person.vitale).map(|card| in_threes(&card.serial))
        }
        Reveal::Exemption { person } => match reader.person(person)?.and_then(|person| person.exemption) {
            Some(exemption) => Some(serde_json::to_string(&exemption).map_err(|_| StoreError::Form("exemption"))?),
            None => None,
        },
        Reveal::Iban => profile.and_then(|profile| profile.iban).map(|text| iban(&text)),
        Reveal::PendingEmail => profile.and_then(|profile| profile.pending_email).map(|pending| pending.email),
        Reveal::PendingIban => profile.and_then(|profile| profile.pending_bank).map(|pending| iban(&pending.iban)),
        Reveal::Email => profile.and_then(|profile| profile.email),
        Reveal::Mobile => profile.and_then(|profile| profile.mobile).map(|text| phone(&text)),
        Reveal::Landline => profile.and_then(|profile| profile.landline).map(|text| phone(&text)),
    })
}

fn nir(text: &str) -> String {
    Nir::parse(text).map_or_else(|_| text.to_owned(), |nir| nir.grouped())
}

fn iban(text: &str) -> String {
    Iban::parse(text).map_or_else(|_| text.to_owned(), |iban| iban.grouped())
}

/// « 06 12 34 56 42 »; as it is when it is no number that can be read.
fn phone(text: &str) -> String {
    Phone::read(text).map_or_else(|| text.to_owned(), |phone| phone.grouped())
}

/// « 802 500 003 12 ».
fn in_threes(text: &str) -> String {
    grouped(text, 3)
}

fn grouped(text: &str, size: usize) -> String {
    let characters: Vec<char> = text.chars().collect();
    let groups: Vec<String> = characters.chunks(size).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_people_read_them() {
        assert_eq!(nir("206127511100564"), "2 06 12 75 111 005 64");
        assert_eq!(phone("0612345642"), "06 12 34 56 42");
        assert_eq!(phone("+33 6"), "+33 6");
        assert_eq!(in_threes("80250000312"), "802 500 003 12");
    }
}
