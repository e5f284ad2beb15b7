//! A child of two parents who live apart, attached to both; and a mother to be.

use insurance::deductions;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use protocol::profile::{Exemption, ExemptionReason};

use super::births::Births;
use super::catalogue::{self, Usual};
use super::documents;
use super::draft::Draft;
use super::person::Person;
use super::prng::Prng;
use super::rhythm::Pace;
use super::{Account, Error};

/// Claire and Julien, and Tom in both accounts.
pub(super) fn apart(seed: u64, today: Date) -> Result<[Account; 2], Error> {
    let mut births = Births::new(seed, "dubois", today);
    let claire = births.woman(("Claire", "Dubois"), date(1988, 5, 19), "44109")?.called("Dubois-Lacroix");
    let julien = births.man(("Julien", "Faure"), date(1985, 12, 2), "33063")?;
    let tom = births.man(("Tom", "Faure"), date(2017, 3, 14), "44109")?;
    let account = |name, address: &[&str], caisse, people, code, about| {
        let mut draft = Draft::new(Prng::new(seed, name), today, address, caisse, people)?.declares_doctor();
        draft.lives_30_months(Pace::Usual);
        draft.finish(code, about)
    };
    let address = ["41 rue du Moulin", "44000 NANTES"];
    let hers = account(
        "claire",
        &address,
        "441",
        vec![claire, tom.clone()],
        8,
        "Parent séparé : son fils Tom figure sur deux comptes",
    )?;
    let address = ["Bâtiment C", "6 allée des Chartrons", "33000 BORDEAUX"];
    let his = account("julien", &address, "331", vec![julien, tom], 9, "Parent séparé : le père de Tom")?;
    Ok([hers, his])
}

/// Nadia, in her seventh month.
pub(super) fn expecting(seed: u64, today: Date) -> Result<Account, Error> {
    let began = today.saturating_sub(6.months()).saturating_sub(12.days());
    let birth = began.saturating_add(273.days());
    let free = deductions::pregnancy(began, birth);
    let mut births = Births::new(seed, "belkacem", today);
    let mut nadia: Person = births.woman(("Nadia", "Belkacem"), date(1994, 2, 11), "13055")?;
    let exemption = Exemption {
        reason: ExemptionReason::Maternity,
        rate: insurance::Rate::FULL,
        from: free.from,
        until: free.until,
    };
    nadia.exemption = Some(exemption);
    nadia.exempt.push(free);
    let address = ["Résidence du Panier", "2 montée des Accoules", "13002 MARSEILLE"];
    let mut draft = Draft::new(Prng::new(seed, "nadia"), today, &address, "131", vec![nadia])?.declares_doctor();
    draft.lives_30_months(Pace::Light);
    for month in 2..7_i64 {
        let day = began.saturating_add((month * 30).days());
        for kind in [Usual::Midwife, Usual::Laboratory] {
            draft.claims.push(catalogue::claim(kind, 0, day, &draft.near, &mut draft.prng));
        }
    }
    draft.sent.push(documents::decision(
        "Votre grossesse : votre calendrier",
        began.saturating_add(3.months()),
        "Vos examens sont pris en charge à 100 % à partir du sixième mois, et jusqu’au douzième jour après la naissance.",
    ));
    draft.finish(11, "Grossesse, septième mois : exonération maternité")
}
