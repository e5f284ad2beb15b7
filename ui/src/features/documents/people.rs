//! Short names for a choice among the persons of an account.

use protocol::profile::PersonView;

/// First names; with the birth year where two share one.
pub(super) fn short_names(people: &[PersonView]) -> Vec<String> {
    let first = |person: &PersonView| person.name.split(' ').next().unwrap_or_default().to_owned();
    let all: Vec<String> = people.iter().map(first).collect();
    let is_shared = |name: &String| all.iter().filter(|other| *other == name).count() > 1;
    people
        .iter()
        .zip(&all)
        .map(
            |(person, name)| {
                if is_shared(name) { format!("{name} ({})", person.birth_date.year()) } else { name.clone() }
            },
        )
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use protocol::BeneficiaryId;

    use super::*;

    fn person(name: &str, year: i16) -> PersonView {
        PersonView {
            id: BeneficiaryId::new(name),
            rank: 1,
            name: name.into(),
            initials: String::new(),
            nir: None,
            birth_date: date(year, 5, 3),
            rights_from: date(2026, 1, 1),
            rights_until: None,
            has_exemption: false,
            attending_doctor: None,
            ceam_until: None,
            vitale: None,
        }
    }

    #[test]
    fn tells_homonyms_apart_by_their_year() {
        let people = [person("Camille Morel", 1984), person("Camille Morel", 2014), person("Noé Morel", 2014)];
        assert_eq!(short_names(&people), ["Camille (1984)", "Camille (2014)", "Noé"]);
    }
}
