//! What the caisse knows of an insured person, and whether a proof agrees with it.

use insurance::name::folded;
use protocol::opening::Proof;
use protocol::profile::{Beneficiary, Profile};
use protocol::sync::kind;
use rusqlite::Transaction;

use crate::households::{end, postal_code};
use crate::random::fingerprint;
use crate::store::{self, access, changes};

/// Someone whose record is read in place of one that is not there.
const STAND_IN: i64 = 0;

/// The member with this number, and whether all of the proof is right. For an unknown number the same work is done with
/// the record of another person, and comes to nothing.
pub(super) fn recognise(tx: &Transaction<'_>, proof: &Proof) -> Result<Option<i64>, store::Error> {
    let known = access::hashes(tx, proof.nir.expose())?.map(|hashes| hashes.member);
    let (profile, person) = record(tx, known.unwrap_or(STAND_IN))?;
    let is_right = agrees(proof, &profile, &person);
    Ok(known.filter(|_| is_right))
}

/// The record of one person.
pub(crate) fn record(tx: &Transaction<'_>, member: i64) -> Result<(Profile, Beneficiary), store::Error> {
    let body = |kind, id: &str| changes::body(tx, member, kind, id)?.ok_or(store::Error::Damaged);
    let profile: Profile = serde_json::from_str(&body(kind::PROFILE, "me")?)?;
    let person: Beneficiary = serde_json::from_str(&body(kind::BENEFICIARY, profile.beneficiary.as_str())?)?;
    Ok((profile, person))
}

/// Every entry is compared, whatever the others say, and as hashes: the time tells nothing of what is right.
fn agrees(proof: &Proof, profile: &Profile, person: &Beneficiary) -> bool {
    let serial = person.vitale.as_ref().map_or("", |card| end(&card.serial, 11));
    let iban = profile.iban.as_deref().map_or("", |iban| end(iban, 7));
    let pairs = [
        (folded(proof.birth_name.expose()), folded(&person.birth_name)),
        (proof.birth_date.to_string(), person.birth_date.to_string()),
        (proof.postal_code.clone(), postal_code(profile).unwrap_or_default().to_owned()),
        (proof.iban_end.expose().to_owned(), iban.to_owned()),
        (proof.serial_end.expose().to_owned(), serial.to_owned()),
    ];
    // An entry that is not there cannot be proven.
    pairs
        .iter()
        .fold(true, |right, (typed, known)| right & (fingerprint(typed) == fingerprint(known)) & !known.is_empty())
}
