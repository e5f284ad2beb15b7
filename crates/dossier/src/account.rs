//! Opening an account: from a postal code to the caisse. The lists are part of the app.

use std::sync::OnceLock;

use insurance::{PostalCode, PostalCodeError};
use protocol::account::{Caisse, CaisseSearch};
use protocol::sync::Tag;
use protocol::{ApiError, Field, Problem};

use crate::dossier::Dossier;
use crate::failure::Failure;
use crate::store::StoreError;

const COMMUNES: &str = include_str!("../../../assets/reference/communes.tsv");
const DEPARTMENTS: &str = include_str!("../../../assets/reference/departments.tsv");
const CAISSES: &str = include_str!("../../../assets/reference/caisses.tsv");

/// Communes named in an answer.
const NAMED: usize = 4;

impl Dossier {
    /// The communes and caisses that a postal code leads to.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] when it is no postal code, or leads nowhere.
    pub async fn find_caisses(&self, postal_code: String) -> Result<CaisseSearch, ApiError> {
        let searched = tokio::task::spawn_blocking(move || search(&postal_code)).await;
        let searched = searched.map_err(|_| self.inner.answer_for(StoreError::Ending))?;
        searched.map_err(|problem| ApiError::Invalid { field: Field::PostalCode, problem })
    }

    /// Keeps the caisse chosen at first start.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] when there is no such caisse; `NoSpace` when the disk refuses.
    pub async fn choose_caisse(&self, code: String) -> Result<(), ApiError> {
        if caisse(&code).is_none() {
            return Err(ApiError::Invalid { field: Field::Caisse, problem: Problem::Unknown });
        }
        let chosen = self.inner.choose(|chosen| chosen.caisse = Some(code));
        chosen.map_err(|error| self.inner.answer_for(Failure::System(error)))?;
        self.inner.notices.tell(&[Tag::Session]);
        Ok(())
    }
}

/// The caisse with this code.
pub(crate) fn caisse(code: &str) -> Option<Caisse> {
    caisses().iter().find(|caisse| caisse.code == code).cloned()
}

fn search(typed: &str) -> Result<CaisseSearch, Problem> {
    let postal_code = PostalCode::parse(typed).map_err(|error| match error {
        PostalCodeError::Empty => Problem::Empty,
        PostalCodeError::TooShort => Problem::TooShort,
        PostalCodeError::TooLong => Problem::TooLong,
        PostalCodeError::NotDigits => Problem::NotDigits,
        PostalCodeError::Impossible => Problem::Impossible,
    })?;
    let mut communes: Vec<Commune> = rows(COMMUNES)
        .filter_map(Commune::of)
        .filter(|commune| commune.postal_codes.split(',').any(|code| code == postal_code.as_str()))
        .collect();
    communes.sort_by_key(|commune| std::cmp::Reverse(commune.population));
    // A code of its own (a large firm, a town's second one) names no commune, but still a department.
    let departments: Vec<&str> = match communes.as_slice() {
        [] => postal_code.departments(),
        known => known.iter().map(|commune| commune.department).collect(),
    };
    let mut found: Vec<Caisse> = Vec::new();
    for department in departments {
        let here = caisses().iter().filter(|caisse| caisse.department == department);
        found.extend(here.filter(|caisse| !found.contains(caisse)).cloned().collect::<Vec<_>>());
    }
    if found.is_empty() {
        return Err(Problem::Unknown);
    }
    let communes = communes.into_iter().take(NAMED).map(|commune| commune.name.to_owned()).collect();
    Ok(CaisseSearch { postal_code: postal_code.as_str().to_owned(), communes, caisses: found })
}

struct Commune<'a> {
    name: &'a str,
    department: &'a str,
    postal_codes: &'a str,
    population: u32,
}

impl<'a> Commune<'a> {
    fn of(row: &'a str) -> Option<Self> {
        let mut columns = row.split('\t').skip(1);
        Some(Self {
            name: columns.next()?,
            department: columns.next()?,
            postal_codes: columns.next()?,
            population: columns.next()?.parse().ok()?,
        })
    }
}

fn caisses() -> &'static [Caisse] {
    static READ: OnceLock<Vec<Caisse>> = OnceLock::new();
    READ.get_or_init(|| {
        let read = |row: &str| {
            let mut columns = row.split('\t');
            let (code, name, department) = (columns.next()?, columns.next()?, columns.next()?);
            let department_name = rows(DEPARTMENTS).find_map(|row| row.strip_prefix(department)?.strip_prefix('\t'))?;
            Some(Caisse {
                code: code.to_owned(),
                name: name.to_owned(),
                department: department.to_owned(),
                department_name: department_name.to_owned(),
            })
        };
        rows(CAISSES).filter_map(read).collect()
    })
}

/// The rows of a tab-separated list, without the line of column names.
fn rows(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().skip(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(typed: &str) -> Vec<String> {
        search(typed).unwrap().caisses.into_iter().map(|caisse| caisse.code).collect()
    }

    #[test]
    fn a_postal_code_leads_to_its_caisse_and_names_its_communes() {
        let found = search("31 000").unwrap();
        assert_eq!((found.postal_code.as_str(), found.communes.as_slice()), ("31000", &["Toulouse".to_owned()][..]));
        assert_eq!(found.caisses.len(), 1);
        assert_eq!(
            (found.caisses[0].code.as_str(), found.caisses[0].department_name.as_str()),
            ("311", "Haute-Garonne")
        );
    }

    #[test]
    fn some_departments_have_several_caisses_and_corsica_has_letters() {
        assert!(codes("59000").len() > 1);
        assert_eq!(codes("20000"), ["201"]);
        assert_eq!(codes("97400"), codes("97410"));
    }

    #[test]
    fn a_code_without_a_commune_still_leads_to_its_department() {
        let found = search("31999").unwrap();
        assert!(found.communes.is_empty());
        assert_eq!(found.caisses[0].code, "311");
    }

    #[test]
    fn what_is_no_postal_code_is_said() {
        assert_eq!(search(""), Err(Problem::Empty));
        assert_eq!(search("310"), Err(Problem::TooShort));
        assert_eq!(search("310000"), Err(Problem::TooLong));
        assert_eq!(search("3100O"), Err(Problem::NotDigits));
        assert_eq!(search("00000"), Err(Problem::Impossible));
        assert_eq!(search("98800"), Err(Problem::Unknown));
    }

    #[test]
    fn every_caisse_has_a_department_and_every_row_is_read() {
        assert_eq!(caisses().len(), rows(CAISSES).count());
        assert_eq!(rows(COMMUNES).filter_map(Commune::of).count(), rows(COMMUNES).count());
    }
}
