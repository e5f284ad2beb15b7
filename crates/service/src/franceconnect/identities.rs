//! The invented people who can prove who they are: members, persons without an account, and some who show what else
//! may happen.

use axum::{Json, extract};
use insurance::Nir;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::BirthPlace;
use crate::State;
use crate::households::Account;
use crate::random;

/// Born in France.
pub(super) const FRANCE: &str = "99100";

/// Someone whom the provider knows.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Identity {
    /// For the provider's page: a place in its list.
    pub id: String,
    /// First and last name.
    pub name: String,
    /// What this identity is there to show, in French.
    pub about: String,
    #[serde(skip)]
    pub(super) claims: Claims,
}

/// What the provider says of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Claims {
    /// Random: tells nothing of the person.
    pub(super) sub: String,
    pub(super) given_name: String,
    /// Name at birth.
    pub(super) family_name: String,
    pub(super) birth_date: Date,
    /// « female », « male ».
    pub(super) gender: String,
    pub(super) place: BirthPlace,
}

impl Default for BirthPlace {
    fn default() -> Self {
        Self { birthplace: String::new(), birthcountry: FRANCE.to_owned() }
    }
}

/// Members who have something of their own to show here, by a part of their description.
const MEMBERS: [(&str, &str); 5] = [
    ("Famille avec jumeaux", "Un compte existe"),
    ("Né à l’étranger", "Un compte existe ; né à l’étranger"),
    ("Conditions d’utilisation", "Un compte existe ; conditions d’utilisation à accepter"),
    ("Code à usage unique", "Un compte existe ; un code par e-mail est demandé en plus"),
    ("à la MSA", "Le compte est fermé : un autre régime"),
];

/// The identities, in the order of the page.
pub(super) fn invented(accounts: &[Account], newcomers: &[Account]) -> Result<Vec<Identity>, getrandom::Error> {
    let mut found: Vec<(String, String, Claims)> = Vec::new();
    for (member, about) in MEMBERS {
        let account = accounts.iter().find(|account| account.member.about.contains(member));
        found.extend(account.and_then(claims).map(|(name, claims)| (name, about.to_owned(), claims)));
    }
    for account in newcomers {
        let about = "Sans compte : l’identité est prouvée, le compte peut être ouvert".to_owned();
        found.extend(claims(account).map(|(name, claims)| (name, about, claims)));
    }
    let other_day = accounts.iter().find(|account| account.member.about.starts_with("Personne seule")).and_then(claims);
    if let Some((name, claims)) = other_day {
        let claims = Claims { birth_date: claims.birth_date.saturating_add(1.day()), ..claims };
        found.push((name, "Né un autre jour que celui que connaît la caisse".to_owned(), claims));
    }
    let unknown = Claims {
        given_name: "Farah".to_owned(),
        family_name: "Ziani".to_owned(),
        birth_date: date(1989, 4, 5),
        gender: "female".to_owned(),
        place: BirthPlace { birthplace: String::new(), birthcountry: "99352".to_owned() },
        ..Claims::default()
    };
    found.push(("Farah Ziani".to_owned(), "Inconnue de la caisse".to_owned(), unknown));
    let numbered = (1..).zip(found);
    numbered
        .map(|(id, (name, about, claims)): (u32, _)| {
            Ok(Identity { id: id.to_string(), name, about, claims: Claims { sub: random::opaque()?, ..claims } })
        })
        .collect()
}

fn claims(account: &Account) -> Option<(String, Claims)> {
    let person = account.beneficiaries.first()?;
    let nir = Nir::parse(&account.member.nir).ok()?;
    let place = nir.birth_place();
    let abroad = place.starts_with("99");
    let claims = Claims {
        sub: String::new(),
        given_name: person.first_name.clone(),
        family_name: person.birth_name.clone(),
        birth_date: person.birth_date,
        gender: if nir.body().starts_with('1') { "male" } else { "female" }.to_owned(),
        place: BirthPlace {
            birthplace: if abroad { String::new() } else { place.to_owned() },
            birthcountry: if abroad { place } else { FRANCE }.to_owned(),
        },
    };
    Some((account.member.name.clone(), claims))
}

/// Lists the invented identities.
#[utoipa::path(get, path = "/identities.json", tag = "identity", responses((status = 200, description = "The identities", body = Vec<Identity>)))]
pub(crate) async fn list(extract::State(state): extract::State<State>) -> Json<Vec<Identity>> {
    Json(state.provider().identities().to_vec())
}
