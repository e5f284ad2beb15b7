//! Persons whom the caisse insures and who have no account yet: they are there to open one.

use insurance::Nir;
use jiff::civil::{Date, date};
use protocol::profile::Consents;

use super::births::Births;
use super::draft::Draft;
use super::person::Person;
use super::prng::Prng;
use super::rhythm::Pace;
use super::{Account, Error};
use crate::people::Newcomer;

/// The persons, in the order of the start page.
pub(super) fn without_account(seed: u64, today: Date) -> Result<Vec<Account>, Error> {
    let manon = Births::new(seed, "delcourt", today).woman(("Manon", "Delcourt"), date(1998, 3, 14), "31555")?;
    let solene =
        Births::new(seed, "le goff", today).woman(("Solène", "Le Goff"), date(1986, 12, 2), "29019")?.called("Abadie");
    let ange = Births::new(seed, "mariani", today).man(("Ange", "Mariani"), date(1975, 6, 21), "2B033")?;
    let mut hugo = Births::new(seed, "barbier", today).man(("Hugo", "Barbier"), date(2003, 1, 30), "59350")?;
    hugo.vitale = None;
    Ok(vec![
        alone(seed, today, ("manon", TOULOUSE, "311"), manon, "Sans compte : tout est là pour l’ouvrir")?,
        alone(
            seed,
            today,
            ("solene", RENNES, "351"),
            solene,
            "Sans compte : son nom de naissance n’est pas son nom d’usage",
        )?,
        alone(seed, today, ("ange", BASTIA, "202"), ange, "Sans compte, né en Haute-Corse (2B)")?,
        alone(
            seed,
            today,
            ("hugo", LILLE, "592"),
            hugo,
            "Sans compte ni carte Vitale : un code provisoire par courrier",
        )?,
    ])
}

/// What a person needs to open an account, as the start page shows it.
pub(super) fn needs(account: &Account) -> Option<Newcomer> {
    let person = account.beneficiaries.first()?;
    let nir = Nir::parse(&account.member.nir).ok()?;
    let iban = account.profile.iban.as_deref()?;
    Some(Newcomer {
        name: account.member.name.clone(),
        nir: nir.body().to_owned(),
        key: format!("{:02}", nir.key()),
        birth_name: person.birth_name.clone(),
        birth_date: person.birth_date,
        postal_code: super::postal_code(&account.profile)?.to_owned(),
        iban_end: super::end(iban, 7).to_owned(),
        serial_end: person.vitale.as_ref().map(|card| super::end(&card.serial, 11).to_owned()),
        about: account.member.about.clone(),
    })
}

const TOULOUSE: [&str; 2] = ["9 rue des Filatiers", "31000 TOULOUSE"];
const RENNES: [&str; 2] = ["17 rue Saint-Malo", "35000 RENNES"];
const BASTIA: [&str; 2] = ["2 rue du Castagno", "20200 BASTIA"];
const LILLE: [&str; 2] = ["30 rue de Wazemmes", "59000 LILLE"];

fn alone(
    seed: u64,
    today: Date,
    (name, address, caisse): (&str, [&str; 2], &str),
    person: Person,
    about: &str,
) -> Result<Account, Error> {
    let mut draft = Draft::new(Prng::new(seed, name), today, &address, caisse, vec![person])?.declares_doctor();
    draft.lives_30_months(Pace::Light);
    let mut account = draft.finish(8, about)?;
    account.write_to(None);
    account.access.terms_accepted = false;
    account.profile.mobile = None;
    account.profile.landline = None;
    account.profile.consents = Consents::default();
    account.profile.last_connection = None;
    account.last_sign_in = None;
    Ok(account)
}
