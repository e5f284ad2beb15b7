//! « Attestation de droits », made here from the rights last fetched, without the network.

use jiff::civil::{Date, DateTime};
use pdf::attestation::{self, AttendingDoctor, Content};
use protocol::documents::{AttestationRequest, DocumentKind, DocumentView};
use protocol::profile::{Beneficiary, Exemption, ExemptionReason, Profile};
use protocol::{ApiError, DocumentId, Field, Problem};

use super::made::{Making, Paper};
use super::parties;
use crate::dossier::Dossier;
use crate::profile::full_name;
use crate::store::{Reader, StoreError};

impl Dossier {
    /// The attestation as pages to look at. Nothing is kept.
    ///
    /// # Errors
    /// `NotFound` until the rights were fetched; [`ApiError::Invalid`] for a person who is not in the account.
    pub async fn preview_attestation(&self, request: AttestationRequest) -> Result<DocumentView, ApiError> {
        let (_, content) = self.attestation_content(request).await?;
        self.preview(Paper::Attestation(content)).await
    }

    /// Makes the attestation and keeps it, encrypted, among the documents.
    ///
    /// # Errors
    /// As [`Dossier::preview_attestation`]; `NoSpace`.
    pub async fn make_attestation(&self, request: AttestationRequest) -> Result<DocumentId, ApiError> {
        let people = request.person.iter().cloned().collect();
        let (made_at, content) = self.attestation_content(request).await?;
        let making = Making { kind: DocumentKind::RightsAttestation, title: None, people, made_at };
        self.make(Paper::Attestation(content), making).await
    }

    async fn attestation_content(&self, request: AttestationRequest) -> Result<(DateTime, Content), ApiError> {
        let now = self.inner.around.clock.local();
        let rights = self.read(Rights::read).await?.ok_or(ApiError::NotFound)?;
        let known = request.person.as_ref().is_none_or(|id| rights.people.iter().any(|person| person.id == *id));
        if !known {
            return Err(ApiError::Invalid { field: Field::Person, problem: Problem::Unknown });
        }
        Ok((now, rights.content(&request, now.date())))
    }
}

/// What the device knows of the rights.
struct Rights {
    profile: Profile,
    member: Beneficiary,
    people: Vec<Beneficiary>,
    known_at: Option<DateTime>,
}

impl Rights {
    fn read(reader: &Reader<'_>) -> Result<Option<Self>, StoreError> {
        let Some(profile) = reader.profile()? else { return Ok(None) };
        let Some(member) = reader.person(&profile.beneficiary)? else { return Ok(None) };
        Ok(Some(Self { profile, member, people: reader.present_people()?, known_at: reader.complete_at()? }))
    }

    fn content(self, request: &AttestationRequest, today: Date) -> Content {
        let (caisse, holder) = parties(&self.profile, &self.member);
        let attested: Vec<Beneficiary> = match &request.person {
            None => self.people,
            Some(id) => self.people.into_iter().filter(|person| person.id == *id).collect(),
        };
        let in_force = |person: &Beneficiary| {
            let exemption = person.exemption.clone()?;
            exemption.until.is_none_or(|until| until >= today).then(|| exempt(person, &exemption))
        };
        Content {
            made_on: today,
            known_at: self.known_at,
            caisse,
            holder,
            exemptions: request.exemption.then(|| attested.iter().filter_map(in_force).collect()),
            beneficiaries: attested.iter().map(beneficiary).collect(),
        }
    }
}

fn beneficiary(person: &Beneficiary) -> attestation::Beneficiary {
    attestation::Beneficiary {
        rank: person.rank,
        name: full_name(person),
        birth_date: person.birth_date,
        attending_doctor: match person.attending_doctor {
            Some(_) => AttendingDoctor::Declared,
            None => AttendingDoctor::NotDeclared,
        },
        rights_from: person.rights_from,
        rights_until: person.rights_until,
    }
}

fn exempt(person: &Beneficiary, exemption: &Exemption) -> attestation::Exemption {
    attestation::Exemption {
        beneficiary: full_name(person),
        reason: reason(exemption.reason).to_owned(),
        rate: exemption.rate,
        from: exemption.from,
        until: exemption.until,
    }
}

/// As French documents print it; a document has one language.
fn reason(reason: ExemptionReason) -> &'static str {
    match reason {
        ExemptionReason::Ald => "Affection de longue durée",
        ExemptionReason::Maternity => "Maternité",
        ExemptionReason::WorkAccident => "Accident du travail ou maladie professionnelle",
        ExemptionReason::Invalidity => "Invalidité",
        ExemptionReason::C2s => "Complémentaire santé solidaire",
        ExemptionReason::AlsaceMoselle => "Régime local d’Alsace-Moselle",
    }
}
