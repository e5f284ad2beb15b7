//! Born in Corsica, overseas; insured by the local scheme of Alsace-Moselle.

use insurance::Rate;
use insurance::ald::AldKind;
use insurance::parameters::Scheme;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use protocol::profile::{Exemption, ExemptionReason};

use super::births::Births;
use super::documents;
use super::draft::Draft;
use super::files::Illness;
use super::prng::Prng;
use super::rhythm::Pace;
use super::{Account, Error};

/// Letizia, born in 2A, and her daughter, born in 2B.
pub(super) fn corsica(seed: u64, today: Date) -> Result<Account, Error> {
    let mut births = Births::new(seed, "santoni", today);
    let letizia = births.woman(("Letizia Maria", "Santoni"), date(1990, 11, 30), "2A004")?;
    let ghjulia = births.woman(("Ghjulia", "Santoni"), date(2019, 8, 17), "2B033")?;
    let address = ["8 rue du Vieux-Port", "20200 BASTIA"];
    let people = vec![letizia, ghjulia];
    let mut draft = Draft::new(Prng::new(seed, "letizia"), today, &address, "202", people)?.declares_doctor();
    draft.lives_30_months(Pace::Usual);
    draft.finish(9, "Née en Corse (2A), fille née en 2B")
}

/// Marie-Josèphe, born on Réunion, with a long-term illness.
pub(super) fn overseas(seed: u64, today: Date) -> Result<Account, Error> {
    let granted = today.saturating_sub(3.years()).saturating_add(40.days());
    let ends = granted.saturating_add(5.years()).saturating_sub(1.days());
    let marie = Births::new(seed, "hoarau", today)
        .woman(("Marie-Josèphe", "Hoarau"), date(1961, 6, 5), "97411")?
        .exempted(ExemptionReason::Ald, granted, Some(ends));
    let address = ["19 chemin des Letchis", "97400 SAINT-DENIS"];
    let mut draft = Draft::new(Prng::new(seed, "hoarau"), today, &address, "974", vec![marie])?.declares_doctor();
    draft.lives_30_months(Pace::Frequent);
    draft.sent.push(documents::decision(
        "Votre prise en charge à 100 %",
        granted,
        "Les soins en rapport avec votre affection de longue durée sont pris en charge à 100 % du tarif.",
    ));
    let (kind, name) = (AldKind::Listed, "Diabète de type 2");
    draft.illnesses.push(Illness { person: 0, kind, name, from: granted, until: ends });
    draft.finish(10, "Née à La Réunion ; affection de longue durée (ALD)")
}

/// Hélène, insured by the local scheme.
pub(super) fn alsace_moselle(seed: u64, today: Date) -> Result<Account, Error> {
    let mut births = Births::new(seed, "schmitt", today);
    let mut helene = births.woman(("Hélène Odile", "Schmitt"), date(1972, 1, 28), "67482")?;
    let since = date(2001, 9, 1);
    helene.exemption =
        Some(Exemption { reason: ExemptionReason::AlsaceMoselle, rate: Rate::percent(90), from: since, until: None });
    let address = ["5 quai des Bateliers", "67000 STRASBOURG"];
    let mut draft = Draft::new(Prng::new(seed, "helene"), today, &address, "671", vec![helene])?.declares_doctor();
    draft.scheme = Scheme::AlsaceMoselle;
    draft.scheme_name = ("01", "Régime local d’Alsace-Moselle");
    draft.lives_30_months(Pace::Usual);
    draft.finish(8, "Régime local d’Alsace-Moselle")
}
