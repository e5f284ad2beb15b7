//! Camille Morel, whom the README and the pictures follow: two children who are twins, and a partner with an account
//! of her own that shares them. « Pourquoi 15 € et non 19 € ? » is asked here.

use insurance::reimbursement::MedicineClass;
use insurance::{ActKind, Cents};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::allowances::{Certificate, Leave, Subrogation, each_month};
use super::births::Births;
use super::care::{Claim, Line, working_day};
use super::draft::Draft;
use super::person::Person;
use super::prng::Prng;
use super::rhythm::Pace;
use super::{Account, Error, documents, tariffs};

const ADDRESS: &[&str] = &["12 rue des Tanneurs", "31000 TOULOUSE"];

/// Camille's account, then Inès’s.
pub(super) fn couple_with_twins(seed: u64, today: Date) -> Result<[Account; 2], Error> {
    let mut births = Births::new(seed, "morel", today);
    let camille = births.man(("Camille Antoine", "Morel"), date(1984, 7, 14), "31555")?;
    let ines = births.woman(("Inès", "Garnier"), date(1986, 2, 3), "64445")?;
    let born = date(2014, 5, 3);
    let louise = births.woman(("Louise Marie", "Morel"), born, "31555")?;
    let mut noe = births.man(("Noé", "Morel"), born, "31555")?.second_of_twins();
    noe.ceam = Some(today.saturating_add(3.weeks()));
    let children = [louise, noe];
    Ok([camille_account(seed, today, camille, &children)?, ines_account(seed, today, ines, &children)?])
}

fn camille_account(seed: u64, today: Date, camille: Person, children: &[Person]) -> Result<Account, Error> {
    let people = [camille].into_iter().chain(children.iter().cloned()).collect();
    let mut draft =
        Draft::new(Prng::new(seed, "camille"), today, ADDRESS, "311", people)?.account_ending("44", "71")?;
    draft.near.doctor = "Dr Lenoir".to_owned();
    draft.near.pharmacy = "Pharmacie des Tilleuls".to_owned();
    draft.near.laboratory = "Laboratoire Saint-Roch".to_owned();
    draft.near.radiology = "Centre d’imagerie du Canal".to_owned();
    let mut draft = draft.declares_doctor();
    draft.lives(today.saturating_sub(30.months()).first_of_month(), today.saturating_sub(100.days()), Pace::Usual);
    recent(&mut draft);
    draft.finish(8, "Famille avec jumeaux ; arrêt maladie ; « Pourquoi 15 € et non 19 € ? »")
}

/// The last hundred days, act by act. Nothing waits when they begin: a repayment large enough comes before.
fn recent(draft: &mut Draft) {
    let (camille, louise, noe, near, today) = (0, 1, 2, draft.near.clone(), draft.today);
    let ago = |days: i64| working_day(today.saturating_sub(days.days()));
    let crown = Line::care(camille, ActKind::Dental, "Couronne dentaire", &near.dentist, ago(86), Cents::new(12_000));
    draft.claims.push(Claim::repaid(7, vec![crown.paid(Cents::new(49_000))]).on(ago(78)));

    let leave = Leave {
        person: camille,
        from: today.saturating_sub(72.days()),
        until: today.saturating_sub(56.days()),
        wages: each_month(Cents::new(200_000)),
        employer: "Imprimerie des Minimes",
        subrogation: Subrogation::None,
        certificate: Certificate::Sent,
    };
    // Another one, for which the employer has sent nothing yet.
    let (from, until) = (today.saturating_sub(6.days()), today.saturating_add(8.days()));
    let present = Leave { from, until, certificate: Certificate::Awaited, ..leave.clone() };
    draft.is_on_leave(leave);
    draft.is_on_leave(present);

    let sessions = [31, 28, 24].map(|days| {
        let price = tariffs::physiotherapy(ago(days));
        Line::care(camille, ActKind::Physiotherapy, "Séance de kinésithérapie", &near.physiotherapist, ago(days), price)
    });
    draft.claims.push(Claim::repaid(7, sessions.to_vec()).on(ago(15)));

    // Both were sent on paper, and reached the caisse late.
    let image = Line::care(camille, ActKind::Radiology, "Radiographie", &near.radiology, ago(91), Cents::new(5320));
    draft.claims.push(Claim::third_party(8, vec![image]).on(ago(11)));
    let analyses =
        Line::care(camille, ActKind::Biology, "Analyses médicales", &near.laboratory, ago(73), Cents::new(5273));
    draft.claims.push(Claim::third_party(8, vec![analyses]).on(ago(8)));

    let syrup = Line::care(
        louise,
        ActKind::Medicine,
        "Médicaments, vignette blanche",
        &near.pharmacy,
        ago(7),
        Cents::new(1942),
    );
    draft.claims.push(Claim::third_party(3, vec![syrup.boxes(2, MedicineClass::Important)]).on(ago(4)));
    let glasses =
        Line::care(noe, ActKind::Optics, "Lunettes, monture et verres", &near.optician, ago(66), Cents::new(7400));
    draft.claims.push(Claim::third_party(5, vec![glasses.paid(Cents::new(21_000))]).on(ago(60)));

    let seen =
        Line::care(camille, ActKind::Consultation, "Consultation", &near.doctor, ago(8), tariffs::doctor(ago(8)));
    draft.claims.push(Claim::repaid(7, vec![seen]).on(ago(1)));
    draft.sent.push(documents::decision(
        "Votre arrêt de travail : indemnités journalières",
        today.saturating_sub(60.days()),
        "Votre arrêt de travail ouvre droit à des indemnités journalières, versées tous les 14 jours après 3 jours de carence.",
    ));
}

fn ines_account(seed: u64, today: Date, ines: Person, children: &[Person]) -> Result<Account, Error> {
    let people = [ines].into_iter().chain(children.iter().cloned()).collect();
    let mut draft = Draft::new(Prng::new(seed, "ines"), today, ADDRESS, "311", people)?.declares_doctor();
    draft.lives_30_months(Pace::Usual);
    let leave = Leave {
        person: 0,
        from: today.saturating_sub(130.days()),
        until: today.saturating_sub(90.days()),
        wages: each_month(Cents::new(285_000)),
        employer: "Ateliers du Canal",
        subrogation: Subrogation::Agreed,
        certificate: Certificate::Sent,
    };
    draft.is_on_leave(leave);
    draft.finish(10, "Partage les jumeaux avec Camille ; arrêt maladie avec subrogation")
}
