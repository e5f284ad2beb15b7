//! Which act of care of which payment a noted care is: same person, about the same day, the same kind, about the same
//! price; each act once. What the member ties or unties by hand stands.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{ActKind, Cents};

/// Days by which a claim may be dated otherwise.
const DAYS: i32 = 3;

/// Care as the member noted it.
#[derive(Clone, Copy, Debug)]
pub struct Noted<'a> {
    /// Names it.
    pub id: &'a str,
    /// Whose.
    pub person: &'a str,
    /// What kind.
    pub act: ActKind,
    /// The day of care.
    pub date: Date,
    /// What was paid for it.
    pub paid: Cents,
}

/// An act of care that a payment repays.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// Names it.
    pub id: &'a str,
    /// Whose.
    pub person: &'a str,
    /// What kind.
    pub act: ActKind,
    /// The day of care.
    pub date: Date,
    /// What was paid for it.
    pub paid: Cents,
}

/// What the member decided about a noted care and an act.
#[derive(Clone, Copy, Debug)]
pub struct Tie<'a> {
    /// The noted care.
    pub noted: &'a str,
    /// The act.
    pub given: &'a str,
    /// What was decided.
    pub kind: TieKind,
}

/// See [`Tie`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieKind {
    /// It is this act.
    Is,
    /// It is not.
    IsNot,
}

/// Each noted care that has come, with its act, in the order of the noted. Neither stands in two pairs. The order in which
/// acts and ties are given changes nothing.
pub fn matches<'a>(noted: &[Noted<'a>], given: &[Given<'a>], ties: &[Tie<'_>]) -> Vec<(&'a str, &'a str)> {
    let decided = |one: &Noted<'_>, act: &Given<'_>, kind| {
        ties.iter().any(|tie| tie.kind == kind && tie.noted == one.id && tie.given == act.id)
    };
    let mut pairs: Vec<_> = noted
        .iter()
        .flat_map(|one| given.iter().map(move |act| (one, act)))
        .filter_map(|(one, act)| {
            if decided(one, act, TieKind::Is) {
                return Some((None, one.date, one, act));
            }
            let near = nearness(one, act).filter(|_| !decided(one, act, TieKind::IsNot))?;
            Some((Some(near), one.date, one, act))
        })
        .collect();
    // What was decided first, then the nearest; of equals the earlier care with the earlier act.
    pairs.sort_by_key(|(near, date, one, act)| (*near, *date, one.id, act.date, act.id));
    let (mut come, mut taken, mut found) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for (_, _, one, act) in pairs {
        if !come.contains(one.id) && !taken.contains(act.id) {
            come.insert(one.id);
            taken.insert(act.id);
            found.push((one.id, act.id));
        }
    }
    let place = |id: &str| noted.iter().position(|one| one.id == id);
    found.sort_by_key(|(id, _)| place(id));
    found
}

/// How far an act is from what was noted, the least first; none when it is another one. Of another day or kind it must
/// have the same price; of the same day and kind its price may differ, as for a claim that was corrected or paid in part.
fn nearness(noted: &Noted<'_>, given: &Given<'_>) -> Option<(i32, bool, i64)> {
    let days = noted.date.until(given.date).ok()?.get_days().abs();
    let same_act = noted.act == given.act;
    let price = (noted.paid - given.paid).get().abs();
    let fits = noted.person == given.person
        && days <= DAYS
        && (same_act || are_alike(noted.act, given.act))
        && (price == 0 || days == 0 && same_act);
    fits.then_some((days, !same_act, price))
}

/// Kinds that a person may take for one another.
fn are_alike(one: ActKind, other: ActKind) -> bool {
    let family = |act| match act {
        ActKind::Consultation | ActKind::SpecialistConsultation | ActKind::TechnicalAct => Some(1),
        ActKind::Biology | ActKind::Radiology => Some(2),
        ActKind::Nursing | ActKind::Physiotherapy | ActKind::OtherParamedical => Some(3),
        ActKind::Optics | ActKind::Hearing | ActKind::Equipment => Some(4),
        _ => None,
    };
    family(one).is_some() && family(one) == family(other)
}
