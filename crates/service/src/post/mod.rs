//! The outgoing post: letters that the service printed as PDF, for those without a confirmed e-mail address.

mod letters;
mod print;

use std::fmt::Write;

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::{Json, extract};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub(crate) use letters::Provisional;
pub(crate) use print::{Letter, content, print};

use crate::pages::{Text, page};
use crate::store::letters::{self as kept, Kept};
use crate::{Error, State};

/// A letter that the service printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Posted {
    /// Its place in the outgoing post.
    pub id: i64,
    /// When it was written, by the service's clock.
    #[schema(value_type = String)]
    pub at: Timestamp,
    /// To whom.
    pub addressee: String,
    /// Without « Objet ».
    pub subject: String,
    /// Line by line, in reading order.
    pub text: String,
}

/// Lists the letters that the service printed, newest first, as a page.
#[utoipa::path(get, path = "/post", tag = "mail", responses((status = 200, description = "A page", content_type = "text/html", body = String)))]
pub(crate) async fn list(extract::State(state): extract::State<State>) -> Result<Response, Error> {
    let letters = state.store(kept::list).await?;
    let mut rows = String::new();
    for letter in &letters {
        // Writing to a string cannot fail.
        let _ = writeln!(
            rows,
            "<tr><td class=\"number\">{}</td><td>{}</td><th scope=\"row\"><a href=\"/post/{}\">{}</a></th></tr>",
            at(letter).strftime("%d/%m/%Y %H:%M"),
            Text(&letter.addressee),
            letter.id,
            Text(&letter.subject),
        );
    }
    let table = match letters.as_slice() {
        [] => "<p>Aucune lettre pour le moment.</p>\n".to_owned(),
        _ => format!(
            "<div class=\"scroll\"><table><thead><tr><th scope=\"col\">Le</th><th scope=\"col\">À</th>\
             <th scope=\"col\">Objet (PDF)</th></tr></thead><tbody>\n{rows}</tbody></table></div>\n"
        ),
    };
    Ok(page(
        "fr",
        "Courrier envoyé",
        &format!(
            "<h1>Courrier envoyé</h1>\n<p class=\"demonstration\">Service de démonstration. Ces personnes sont inventées.</p>\n\
             <p>Chaque lettre imprimée par le service, comme si elle arrivait dans la boîte aux lettres.</p>\n{table}\
             <p><a href=\"/\">Personnes</a> · <a href=\"/mailbox\">Messages envoyés</a></p>\n"
        ),
    ))
}

/// Lists the letters that the service printed, newest first, for tests.
#[utoipa::path(get, path = "/post.json", tag = "mail", responses((status = 200, description = "The letters", body = Vec<Posted>)))]
pub(crate) async fn list_json(extract::State(state): extract::State<State>) -> Result<Json<Vec<Posted>>, Error> {
    let letters = state.store(kept::list).await?;
    Ok(Json(letters.into_iter().map(Posted::from).collect()))
}

/// Sends one letter.
#[utoipa::path(
    get, path = "/post/{id}", tag = "mail", params(("id" = i64, Path, description = "Its place in the outgoing post")),
    responses(
        (status = 200, description = "The letter", content_type = "application/pdf", body = [u8]),
        (status = 404, description = "There is none", body = crate::error::Said),
    )
)]
pub(crate) async fn letter(
    extract::State(state): extract::State<State>,
    extract::Path(id): extract::Path<i64>,
) -> Result<Response, Error> {
    let bytes = state.store(move |tx| kept::pdf(tx, id)).await?.ok_or(Error::NotFound)?;
    Ok(([(CONTENT_TYPE, "application/pdf"), (CACHE_CONTROL, "no-store")], bytes).into_response())
}

impl From<Kept> for Posted {
    fn from(letter: Kept) -> Self {
        Self { id: letter.id, at: at(&letter), addressee: letter.addressee, subject: letter.subject, text: letter.text }
    }
}

fn at(letter: &Kept) -> Timestamp {
    Timestamp::from_second(letter.written_at).unwrap_or_default()
}
