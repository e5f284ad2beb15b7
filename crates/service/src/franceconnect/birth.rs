//! From birth data to the person whom the caisse insures. The provider knows no social security number.

use insurance::Nir;
use insurance::name::folded;
use jiff::civil::Date;
use protocol::profile::Beneficiary;
use rusqlite::Transaction;

use crate::opening::record;
use crate::store::{self, access};

/// What identifies a person in the civil register.
pub(super) struct Birth {
    /// All first names, in their order.
    pub(super) given_name: String,
    /// Name at birth.
    pub(super) family_name: String,
    pub(super) date: Date,
    /// As a number begins: 1 or 2.
    pub(super) sex: char,
    /// Five characters: the commune, or the country of who was born abroad.
    pub(super) place: String,
}

/// A person whom the caisse insures.
pub(super) struct Insured {
    pub(super) member: i64,
    pub(super) person: Beneficiary,
    pub(super) nir: Nir,
}

/// The one insured person with these birth data. Two of them are as good as none: nobody is taken for another.
pub(super) fn insured(tx: &Transaction<'_>, birth: &Birth) -> Result<Option<Insured>, store::Error> {
    let mut found = Vec::new();
    for member in access::born_on(tx, birth.date)? {
        let (_, person) = record(tx, member)?;
        let nir = person.nir.as_deref().and_then(|nir| Nir::parse(nir).ok());
        if let Some(nir) = nir.filter(|nir| agrees(birth, &person, nir)) {
            found.push(Insured { member, person, nir });
        }
    }
    let one = found.pop();
    Ok(one.filter(|_| found.is_empty()))
}

fn agrees(birth: &Birth, person: &Beneficiary, nir: &Nir) -> bool {
    folded(&birth.family_name) == folded(&person.birth_name)
        && first(&birth.given_name) == first(&person.first_name)
        && birth.date == person.birth_date
        && nir.body().starts_with(birth.sex)
        && nir.birth_place() == birth.place
}

/// The first of several names.
fn first(names: &str) -> String {
    names.split_whitespace().next().map(folded).unwrap_or_default()
}
