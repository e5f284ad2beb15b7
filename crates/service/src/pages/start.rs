//! The invented members with their codes, as a page and as JSON.

use std::fmt::Write;

use axum::response::Response;
use axum::{Json, extract};
use insurance::{Nir, dates};

use super::html::{Text, page};
use crate::people::{CodeState, ListedMember, Newcomer};
use crate::store::first_codes;
use crate::{Error, State};

/// Shows the invented members, with the numbers and codes to sign in as one.
#[utoipa::path(get, path = "/", tag = "service", responses((status = 200, description = "A page", content_type = "text/html", body = String)))]
pub(crate) async fn start(extract::State(state): extract::State<State>) -> Result<Response, Error> {
    let mut rows = String::new();
    for member in listed(&state).await? {
        let ListedMember { name, nir, key, code, code_state, birth_date, about, .. } = member;
        let code = match code_state {
            CodeState::Serves => code.unwrap_or_default(),
            CodeState::Changed => "remplacé".to_owned(),
            CodeState::Closed => "compte fermé".to_owned(),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(
            rows,
            "<tr><th scope=\"row\">{}</th><td class=\"number\">{}</td><td class=\"number\">{}</td>\
             <td class=\"number\">{}</td><td>{}</td></tr>",
            Text(&name),
            Text(&printed(&nir, &key)),
            Text(&code),
            dates::numeric(birth_date),
            Text(&about),
        );
    }
    let without = without_account(state.newcomers());
    let identities: String = state
        .identities()
        .iter()
        .map(|identity| format!("<li><strong>{}</strong> : {}</li>", Text(&identity.name), Text(&identity.about)))
        .collect();
    Ok(page(
        "fr",
        "Compte assuré : service de démonstration",
        &format!(
            "<h1>Compte assuré : service de démonstration</h1>\n\
             <p class=\"demonstration\">Document de démonstration. Ces personnes sont inventées.</p>\n\
             <p>Pour s’identifier dans l’application : un numéro de sécurité sociale et son code.</p>\n\
             <div class=\"scroll\"><table><thead><tr><th scope=\"col\">Personne</th><th scope=\"col\">Numéro de sécurité sociale</th>\
             <th scope=\"col\">Code</th>\
             <th scope=\"col\">Date de naissance</th><th scope=\"col\">Situation</th></tr></thead><tbody>\n{rows}</tbody></table></div>\n\
             <h2>Personnes sans compte</h2>\n\
             <p>Pour en ouvrir un dans l’application, par « Je crée mon compte ».</p>\n\
             <div class=\"scroll\"><table><thead><tr><th scope=\"col\">Personne</th><th scope=\"col\">Nom de naissance</th>\
             <th scope=\"col\">Numéro de sécurité sociale</th><th scope=\"col\">Née ou né le</th><th scope=\"col\">Code postal</th>\
             <th scope=\"col\">Fin de l’IBAN</th><th scope=\"col\">Fin du numéro de série</th><th scope=\"col\">Situation</th>\
             </tr></thead><tbody>\n{without}</tbody></table></div>\n\
             <h2>FranceConnect</h2>\n\
             <p>Le service a son propre fournisseur d’identité de démonstration, qui s’ouvre depuis l’application par \
             « S’identifier avec FranceConnect ».</p>\n<ul>{identities}</ul>\n\
             <p><a href=\"/mailbox\">Messages envoyés</a> · <a href=\"/post\">Courrier</a></p>\n\
             <p><a href=\"/docs\">Routes du service</a> · <a href=\"/openapi.json\">OpenAPI</a> · <a href=\"/members.json\">Personnes (JSON)</a> · <a href=\"/newcomers.json\">Personnes sans compte (JSON)</a></p>\n"
        ),
    ))
}

/// Lists the invented members, with the numbers and codes to sign in as one; a code that was replaced is not shown.
#[utoipa::path(get, path = "/members.json", tag = "service", responses((status = 200, description = "The members", body = Vec<ListedMember>)))]
pub(crate) async fn members(extract::State(state): extract::State<State>) -> Result<Json<Vec<ListedMember>>, Error> {
    listed(&state).await.map(Json)
}

/// The members, each with what became of the code that they began with.
async fn listed(state: &State) -> Result<Vec<ListedMember>, Error> {
    let states = state.store(first_codes::all).await?;
    let members = (0..).zip(state.members());
    // A code that is not hashed yet serves as soon as it is.
    let of = |(id, member)| ListedMember::of(member, states.get(&id).copied().unwrap_or(CodeState::Serves));
    Ok(members.map(of).collect())
}

/// Lists the invented persons without an account, with what each needs to open one.
#[utoipa::path(get, path = "/newcomers.json", tag = "service", responses((status = 200, description = "The persons", body = Vec<Newcomer>)))]
pub(crate) async fn newcomers(extract::State(state): extract::State<State>) -> Json<Vec<Newcomer>> {
    Json(state.newcomers().to_vec())
}

fn without_account(newcomers: &[Newcomer]) -> String {
    newcomers.iter().fold(String::new(), |mut rows, person| {
        // Writing to a string cannot fail.
        let _ = writeln!(
            rows,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td>\
             <td class=\"number\">{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td><td>{}</td></tr>",
            Text(&person.name),
            Text(&person.birth_name),
            Text(&printed(&person.nir, &person.key)),
            person.birth_date.strftime("%d/%m/%Y"),
            Text(&person.postal_code),
            Text(&person.iban_end),
            Text(person.serial_end.as_deref().unwrap_or("pas de carte")),
            Text(&person.about),
        );
        rows
    })
}

/// As it is printed, with its key.
fn printed(nir: &str, key: &str) -> String {
    Nir::parse(&format!("{nir}{key}")).map(|nir| nir.grouped()).unwrap_or_default()
}
