//! Members who are there for what stands between a right code and an open account.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

use super::births::Births;
use super::draft::Draft;
use super::prng::Prng;
use super::rhythm::Pace;
use super::{Account, Error};

/// One for each outcome of signing in.
pub(super) fn each_outcome(seed: u64, today: Date) -> Result<Vec<Account>, Error> {
    Ok(vec![
        provisional(seed, today, 4, "Code provisoire remis à l’accueil, 4 chiffres ; pas encore d’adresse e-mail")?,
        provisional(seed, today, 8, "Code provisoire de borne, 8 chiffres ; pas encore d’adresse e-mail")?,
        expired(seed, today)?,
        terms(seed, today)?,
        unconfirmed(seed, today)?,
        details(seed, today)?,
        elsewhere(seed, today)?,
        second_factor(seed, today)?,
        too_old(seed, today)?,
    ])
}

/// Their first code was given to them: the rest is theirs to choose.
fn provisional(seed: u64, today: Date, length: usize, about: &str) -> Result<Account, Error> {
    let mut account = match length {
        4 => {
            let mut births = Births::new(seed, "accueil", today);
            let person = births.man(("Rémi", "Fournier"), date(1979, 5, 3), "59350")?;
            let mut draft = Draft::new(Prng::new(seed, "accueil"), today, &LILLE, "592", vec![person])?;
            draft.lives_30_months(Pace::Light);
            draft.finish(length, about)?
        }
        _ => {
            let mut births = Births::new(seed, "borne", today);
            let person = births.woman(("Lina", "Chevalier"), date(1991, 8, 14), "69383")?;
            let mut draft = Draft::new(Prng::new(seed, "borne"), today, &LYON, "691", vec![person])?;
            draft.lives_30_months(Pace::Light);
            draft.finish(length, about)?
        }
    };
    let until = today.saturating_add(20.days()).to_zoned(TimeZone::UTC);
    account.provisional_until = Some(until.map(|until| until.timestamp().as_second()).unwrap_or_default());
    account.write_to(None);
    account.access.terms_accepted = false;
    Ok(account)
}

fn expired(seed: u64, today: Date) -> Result<Account, Error> {
    let person = Births::new(seed, "perez", today).woman(("Maud", "Perez"), date(1988, 3, 27), "33063")?;
    let mut account = alone(seed, "maud", today, person, "Son code a trop servi : en choisir un autre")?;
    account.access.code_expired = true;
    Ok(account)
}

fn terms(seed: u64, today: Date) -> Result<Account, Error> {
    let person = Births::new(seed, "leroux", today).man(("Paul", "Leroux"), date(1994, 11, 2), "33063")?;
    let mut account = alone(seed, "paul", today, person, "Conditions d’utilisation à accepter")?;
    account.access.terms_accepted = false;
    Ok(account)
}

fn unconfirmed(seed: u64, today: Date) -> Result<Account, Error> {
    let person = Births::new(seed, "simon", today).woman(("Anaïs", "Simon"), date(2001, 6, 18), "33063")?;
    let mut account = alone(seed, "anais", today, person, "Adresse e-mail à confirmer : services encore fermés")?;
    account.access.email_confirmed = false;
    Ok(account)
}

fn details(seed: u64, today: Date) -> Result<Account, Error> {
    let person = Births::new(seed, "noel", today).man(("Victor", "Noël"), date(1972, 12, 24), "33063")?;
    let mut account = alone(seed, "victor", today, person, "Coordonnées à confirmer, ou plus tard")?;
    account.access.details_due = true;
    Ok(account)
}

fn elsewhere(seed: u64, today: Date) -> Result<Account, Error> {
    let person = Births::new(seed, "gauthier", today).woman(("Agnès", "Gauthier"), date(1983, 9, 9), "33063")?;
    let mut account = alone(seed, "agnes", today, person, "Ne dépend plus du régime général : agricultrice, à la MSA")?;
    account.access.other_scheme = Some("MSA".to_owned());
    Ok(account)
}

fn second_factor(seed: u64, today: Date) -> Result<Account, Error> {
    let person = Births::new(seed, "carpentier", today).man(("Yanis", "Carpentier"), date(1990, 2, 11), "33063")?;
    let mut account = alone(seed, "yanis", today, person, "Code à usage unique par e-mail sur un nouvel appareil")?;
    account.access.second_factor = true;
    Ok(account)
}

fn too_old(seed: u64, today: Date) -> Result<Account, Error> {
    let person = Births::new(seed, "vidal", today).woman(("Rose", "Vidal"), date(1966, 7, 30), "33063")?;
    let mut account =
        alone(seed, "rose", today, person, "Code provisoire qui n’est plus valable : en demander un autre")?;
    let until = today.saturating_sub(2.days()).to_zoned(TimeZone::UTC);
    account.provisional_until = Some(until.map(|until| until.timestamp().as_second()).unwrap_or_default());
    Ok(account)
}

const LILLE: [&str; 2] = ["8 rue des Postes", "59000 LILLE"];
const LYON: [&str; 2] = ["21 cours Gambetta", "69003 LYON"];
const BORDEAUX: [&str; 2] = ["14 rue Sainte-Catherine", "33000 BORDEAUX"];

fn alone(seed: u64, name: &str, today: Date, person: super::person::Person, about: &str) -> Result<Account, Error> {
    let mut draft = Draft::new(Prng::new(seed, name), today, &BORDEAUX, "331", vec![person])?.declares_doctor();
    draft.lives_30_months(Pace::Light);
    draft.finish(8, about)
}
