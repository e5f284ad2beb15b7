//! Retired people: one who goes to the doctor often, and one with forty years of payments.

use insurance::{ActKind, Cents};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::births::Births;
use super::care::{Claim, Line};
use super::catalogue::{self, Usual};
use super::draft::Draft;
use super::pensions::Pension;
use super::prng::Prng;
use super::rhythm::Pace;
use super::{Account, Error, tariffs};

/// Jean, whose flat contributions reach the cap of the year, and who has an annuity.
pub(super) fn often_ill(seed: u64, today: Date) -> Result<Account, Error> {
    let jean = Births::new(seed, "lefevre", today).man(("Jean Marcel", "Lefèvre"), date(1946, 12, 24), "76540")?;
    let address = ["Résidence Les Hortensias", "Escalier 2", "15 rue de la Gare", "78000 VERSAILLES"];
    let mut draft = Draft::new(Prng::new(seed, "jean"), today, &address, "781", vec![jean])?.declares_doctor();
    let from = today.saturating_sub(30.months()).first_of_month();
    draft.lives(from, today, Pace::Usual);
    let mut day = from;
    while day < today {
        for kind in [Usual::Doctor, Usual::Laboratory, Usual::Specialist] {
            draft.claims.push(catalogue::claim(kind, 0, day, &draft.near, &mut draft.prng));
            day = day.saturating_add(8.days());
        }
    }
    turn_of_the_year(&mut draft);
    let annuity =
        Pension {
            act: ActKind::Annuity, label: "Rente d’accident du travail", amount: Cents::new(46_318), months: 3
        };
    draft.claims.extend(annuity.claims(today.saturating_sub(3.years()).first_of_year(), today));
    draft.finish(8, "Retraité ; participations au plafond annuel ; paiements du 31 décembre et du 1er janvier")
}

/// Payments, and care, of 31 December and 1 January.
fn turn_of_the_year(draft: &mut Draft) {
    let near = draft.near.clone();
    let new_year = draft.today.first_of_year();
    let eve = new_year.saturating_sub(1.days());
    let consultation =
        |on: Date| Line::care(0, ActKind::Consultation, "Consultation", &near.doctor, on, tariffs::doctor(on));
    draft.claims.push(Claim::repaid(7, vec![consultation(eve.saturating_sub(9.days()))]).on(eve));
    draft.claims.push(Claim::repaid(7, vec![consultation(eve)]).on(new_year));
    draft.claims.push(Claim::repaid(7, vec![consultation(new_year)]));
}

/// Georges and Monique, for scale.
pub(super) fn forty_years(seed: u64, today: Date) -> Result<Account, Error> {
    let mut births = Births::new(seed, "blanchard", today);
    let georges = births.man(("Georges", "Blanchard"), date(1948, 2, 17), "38185")?;
    let monique = births.woman(("Monique", "Perrin"), date(1951, 6, 9), "38185")?.called("Blanchard");
    let address = ["4 chemin du Vercors", "38100 GRENOBLE"];
    let people = vec![georges, monique];
    let mut draft = Draft::new(Prng::new(seed, "georges"), today, &address, "381", people)?.declares_doctor();
    draft.lives(today.saturating_sub(40.years()).first_of_month(), today, Pace::Constant);
    draft.finish(9, "Quarante ans de paiements")
}
