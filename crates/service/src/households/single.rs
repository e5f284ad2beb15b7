//! A person alone, and one to whom nothing was paid yet.

use insurance::Cents;
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::allowances::{Certificate, Leave, Subrogation, each_month};
use super::births::Births;
use super::documents;
use super::draft::Draft;
use super::prng::Prng;
use super::rhythm::Pace;
use super::{Account, Error};

/// Lucas, alone in Lille.
pub(super) fn alone(seed: u64, today: Date) -> Result<Account, Error> {
    let lucas = Births::new(seed, "petit", today).man(("Lucas Henri", "Petit"), date(1996, 4, 22), "59350")?;
    let address = ["Appartement 14", "3 rue du Béguinage", "59000 LILLE"];
    let mut draft = Draft::new(Prng::new(seed, "lucas"), today, &address, "592", vec![lucas])?.declares_doctor();
    draft.without_transmission();
    draft.lives_30_months(Pace::Light);
    // Computed; the first payment comes in some days.
    draft.is_on_leave(Leave {
        person: 0,
        from: today.saturating_sub(13.days()),
        until: today.saturating_add(1.days()),
        wages: each_month(Cents::new(231_000)),
        employer: "Brasserie du Beffroi",
        subrogation: Subrogation::None,
        certificate: Certificate::Sent,
    });
    draft.finish(8, "Personne seule ; arrêt maladie calculé, pas encore payé")
}

/// Élodie, insured since this month.
pub(super) fn without_payment(seed: u64, today: Date) -> Result<Account, Error> {
    let elodie = Births::new(seed, "roux", today).woman(("Élodie", "Roux"), date(2004, 10, 9), "38185")?;
    let address = ["27 cours des Alpes", "38000 GRENOBLE"];
    let mut draft = Draft::new(Prng::new(seed, "elodie"), today, &address, "381", vec![elodie])?;
    draft.complementary.clear();
    draft.sent =
        vec![documents::welcome(today.saturating_sub(9.days())), documents::invitation(today.saturating_sub(2.days()))];
    draft.finish(12, "Aucun paiement, pas de mutuelle, pas de médecin traitant")
}
