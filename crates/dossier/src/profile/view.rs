//! « Mes informations », with every personal number masked.

use insurance::{Iban, Nir, Phone, VitaleSerial};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use protocol::ApiError;
use protocol::profile::{
    Beneficiary, Masked, PendingBankView, PendingEmailView, PersonView, Profile, ProfileView, Reveal,
};

use super::{full_name, initials};
use crate::dossier::Dossier;
use crate::store::{Reader, StoreError};

impl Dossier {
    /// « Mes informations ».
    ///
    /// # Errors
    /// `NotFound` until it was fetched.
    pub async fn profile(&self) -> Result<ProfileView, ApiError> {
        let clock = &self.inner.around.clock;
        let (now, zone) = (clock.now(), clock.zone());
        self.read(move |reader| view(reader, now, &zone)).await?.ok_or(ApiError::NotFound)
    }
}

fn view(reader: &Reader<'_>, now: Timestamp, zone: &TimeZone) -> Result<Option<ProfileView>, StoreError> {
    let Some(profile) = reader.profile()? else { return Ok(None) };
    let Some(member) = reader.person(&profile.beneficiary)? else { return Ok(None) };
    let mut people = reader.present_people()?;
    people.sort_by_key(|person| (person.id != profile.beneficiary, person.rank));
    Ok(Some(ProfileView {
        name: full_name(&member),
        initials: initials(&member),
        nir: person_nir(&member)
            .unwrap_or_else(|| Masked { shown: String::new(), reveal: Reveal::Nir { person: member.id.clone() } }),
        birth_date: member.birth_date,
        email: profile.email.as_deref().map(|text| masked(mask_email(text), Reveal::Email)),
        mobile: profile.mobile.as_deref().map(|text| masked(mask_phone(text), Reveal::Mobile)),
        landline: profile.landline.as_deref().map(|text| masked(mask_phone(text), Reveal::Landline)),
        iban: profile.iban.as_deref().map(|text| masked(mask_iban(text), Reveal::Iban)),
        caisse_triple: triple(&profile),
        people: people.iter().map(person_view).collect(),
        pending_email: profile.pending_email.map(|pending| PendingEmailView {
            email: masked(mask_email(&pending.email), Reveal::PendingEmail),
            until: zone.to_datetime(pending.until),
            is_over: pending.until <= now,
        }),
        pending_bank: profile.pending_bank.map(|pending| PendingBankView {
            iban: masked(mask_iban(&pending.iban), Reveal::PendingIban),
            bank: pending.bank,
            from: zone.to_datetime(pending.from),
        }),
        address: profile.address,
        consents: profile.consents,
        bank: profile.bank,
        scheme_name: profile.scheme_name,
        caisse: profile.caisse,
        complementary: profile.complementary,
        today: zone.to_datetime(now).date(),
    }))
}

/// « 01 311 0000 »: scheme, caisse, centre.
pub(crate) fn triple(profile: &Profile) -> String {
    format!("{} {} {}", profile.scheme, profile.caisse.code, profile.centre)
}

fn person_view(person: &Beneficiary) -> PersonView {
    PersonView {
        id: person.id.clone(),
        rank: person.rank,
        name: full_name(person),
        initials: initials(person),
        nir: person_nir(person),
        birth_date: person.birth_date,
        rights_from: person.rights_from,
        rights_until: person.rights_until,
        has_exemption: person.exemption.is_some(),
        attending_doctor: person.attending_doctor.clone(),
        ceam_until: person.ceam.as_ref().map(|card| card.until),
        vitale: person.vitale.as_ref().map(|card| {
            let shown =
                VitaleSerial::parse(&card.serial).map_or_else(|_| mask_all(&card.serial), |serial| serial.masked());
            masked(shown, Reveal::Vitale { person: person.id.clone() })
        }),
    }
}

fn person_nir(person: &Beneficiary) -> Option<Masked> {
    let text = person.nir.as_deref()?;
    let shown = Nir::parse(text).map_or_else(|_| mask_all(text), |nir| nir.masked());
    Some(masked(shown, Reveal::Nir { person: person.id.clone() }))
}

fn masked(shown: String, reveal: Reveal) -> Masked {
    Masked { shown, reveal }
}

fn mask_iban(text: &str) -> String {
    Iban::parse(text).map_or_else(|_| mask_all(text), |iban| iban.masked())
}

/// « c•••@exemple.fr ».
fn mask_email(text: &str) -> String {
    match (text.chars().next(), text.rsplit_once('@')) {
        (Some(first), Some((_, domain))) => format!("{first}•••@{domain}"),
        _ => mask_all(text),
    }
}

/// « •• •• •• •• 42 »: the last two digits only.
fn mask_phone(text: &str) -> String {
    if let Some(phone) = Phone::read(text) {
        return phone.masked();
    }
    let digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
    match digits.as_slice() {
        [.., before_last, last] if digits.len() >= 6 => format!("•• •• •• •• {before_last}{last}"),
        _ => mask_all(text),
    }
}

/// For a number whose form is unknown.
fn mask_all(text: &str) -> String {
    text.chars().map(|_| '•').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_show_no_more_than_they_say() {
        assert_eq!(mask_email("camille.morel@exemple.fr"), "c•••@exemple.fr");
        assert_eq!(mask_email("nonsense"), "••••••••");
        assert_eq!(mask_phone("06 12 34 56 42"), "•• •• •• •• 42");
        assert_eq!(mask_phone("42"), "••");
        assert_eq!(mask_iban("FR00"), "••••");
    }
}
