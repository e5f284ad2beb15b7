//! Someone who never advances anything: what their care bears finds no payment, and the caisse claims it.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::births::Births;
use super::care::{Claim, To};
use super::catalogue::{self, Usual};
use super::draft::Draft;
use super::prng::Prng;
use super::{Account, Error, documents};

/// Solène, whose pharmacy and laboratory are paid directly.
pub(super) fn third_party_only(seed: u64, today: Date) -> Result<Account, Error> {
    let solene = Births::new(seed, "legoff", today).woman(("Solène", "Le Goff"), date(1979, 9, 3), "29019")?;
    let address = ["Porte bleue", "18 quai de la Douane", "29200 BREST"];
    let mut draft = Draft::new(Prng::new(seed, "solene"), today, &address, "291", vec![solene])?.declares_doctor();
    let mut day = today.saturating_sub(30.months()).first_of_month();
    while day < today {
        for kind in [Usual::Pharmacy, Usual::Laboratory] {
            let claim = catalogue::claim(kind, 0, day, &draft.near, &mut draft.prng);
            let provider = claim.lines.first().and_then(|line| line.provider.clone()).unwrap_or_default();
            draft.claims.push(Claim { payee: To::Provider(provider), ..claim });
            day = day.saturating_add(24.days());
        }
    }
    let [earlier, last] = [400, 38].map(|days: i64| today.saturating_sub(days.days()));
    draft.claimed_on = vec![earlier, last];
    for on in [earlier, last] {
        draft.sent.push(documents::decision(
            "Participations et franchises à régler",
            on,
            "Aucun versement n’a permis de retenir vos participations forfaitaires et franchises. Vous pouvez régler \
             cette somme par carte, depuis votre compte, rubrique « Payer mes créances ».",
        ));
    }
    draft.finish(9, "Tout en tiers payant ; une créance à payer")
}
