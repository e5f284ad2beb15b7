//! Two women with the same name, in two accounts; and in one account a mother and a daughter with the same name.

use jiff::civil::{Date, date};

use super::births::Births;
use super::draft::Draft;
use super::prng::Prng;
use super::rhythm::Pace;
use super::{Account, Error};

/// Both are called Marie Martin.
pub(super) fn same_name(seed: u64, today: Date) -> Result<[Account; 2], Error> {
    let mut births = Births::new(seed, "martin", today);
    let mother = births.woman(("Marie Louise", "Martin"), date(1987, 3, 12), "69123")?;
    let daughter = births.woman(("Marie Jeanne", "Martin"), date(2016, 9, 1), "69123")?;
    let other = births.woman(("Marie", "Martin"), date(1958, 9, 30), "35238")?;

    let address = ["73 montée de la Grande-Côte", "69001 LYON"];
    let people = vec![mother, daughter];
    let mut first = Draft::new(Prng::new(seed, "marie 1"), today, &address, "691", people)?.declares_doctor();
    first.lives_30_months(Pace::Usual);

    let address = ["1 rue de la Vilaine", "35000 RENNES"];
    let mut second = Draft::new(Prng::new(seed, "marie 2"), today, &address, "351", vec![other])?.declares_doctor();
    second.lives_30_months(Pace::Usual);
    let first = first.finish(8, "Homonyme ; sa fille porte le même nom qu’elle")?;
    let mut second = second.finish(13, "Homonyme, à Rennes")?;
    // One address, one account.
    second.write_to(Some("marie.martin.rennes@exemple.fr"));
    Ok([first, second])
}
