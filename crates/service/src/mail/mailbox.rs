//! The mailbox: every e-mail that the service wrote, to read as a page or as JSON. It stands for the members' own.

use std::fmt::Write;

use axum::response::Response;
use axum::{Json, extract};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::extract::Query;
use crate::pages::{Text, page};
use crate::store::mails::{self, HandOver, Kept};
use crate::{Error, State};

/// Whose e-mails.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Of {
    /// Only those to this address.
    to: Option<String>,
}

/// An e-mail that the service wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Mailed {
    /// Its place in the mailbox.
    pub id: i64,
    /// When it was written, by the service's clock.
    #[schema(value_type = String)]
    pub at: Timestamp,
    /// The address.
    pub to: String,
    /// `fr` or `en`.
    pub language: String,
    /// Its subject.
    pub subject: String,
    /// Its plain text.
    pub text: String,
    /// The first link in it.
    pub link: Option<String>,
    /// `no_server`, `waiting`, `done` or `failed`: what became of it.
    pub hand_over: String,
}

/// Lists the e-mails that the service wrote, newest first, as a page.
#[utoipa::path(get, path = "/mailbox", tag = "mail", params(Of), responses((status = 200, description = "A page", content_type = "text/html", body = String)))]
pub(crate) async fn mailbox(
    extract::State(state): extract::State<State>,
    Query(of): Query<Of>,
) -> Result<Response, Error> {
    let mails = state.store(move |tx| mails::list(tx, of.to.as_deref())).await?;
    let mut rows = String::new();
    for mail in &mails {
        // Writing to a string cannot fail.
        let _ = writeln!(
            rows,
            "<tr><td class=\"number\">{}</td><td>{}</td><th scope=\"row\"><a href=\"/mailbox/{}\">{}</a></th><td>{}</td></tr>",
            at(mail).strftime("%d/%m/%Y %H:%M"),
            Text(&mail.recipient),
            mail.id,
            Text(&mail.subject),
            words(mail.hand_over),
        );
    }
    let table = match mails.as_slice() {
        [] => "<p>Aucun message pour le moment.</p>\n".to_owned(),
        _ => format!(
            "<div class=\"scroll\"><table><thead><tr><th scope=\"col\">Le</th><th scope=\"col\">À</th><th scope=\"col\">Objet</th>\
             <th scope=\"col\">Remise</th></tr></thead><tbody>\n{rows}</tbody></table></div>\n"
        ),
    };
    Ok(page(
        "fr",
        "Messages envoyés",
        &format!(
            "<h1>Messages envoyés</h1>\n<p class=\"demonstration\">Service de démonstration. Ces personnes sont inventées.</p>\n\
             <p>Chaque e-mail écrit par le service, comme si vous ouvriez la messagerie de la personne.</p>\n{table}\
             <p><a href=\"/\">Personnes</a> · <a href=\"/post\">Courrier</a></p>\n"
        ),
    ))
}

/// Shows one e-mail.
#[utoipa::path(
    get, path = "/mailbox/{id}", tag = "mail", params(("id" = i64, Path, description = "Its place in the mailbox")),
    responses(
        (status = 200, description = "A page", content_type = "text/html", body = String),
        (status = 404, description = "There is none", body = crate::error::Said),
    )
)]
pub(crate) async fn message(
    extract::State(state): extract::State<State>,
    extract::Path(id): extract::Path<i64>,
) -> Result<Response, Error> {
    let mail = state.store(move |tx| mails::one(tx, id)).await?.ok_or(Error::NotFound)?;
    // The message's own body, without its frame.
    let body = mail.html.split_once("<body").and_then(|(_, rest)| rest.split_once('>')).map_or("", |(_, body)| body);
    let body = body.split("</body>").next().unwrap_or_default();
    Ok(page(
        &mail.language,
        "Message",
        &format!(
            "<p><a href=\"/mailbox\">Messages envoyés</a></p>\n<h1>{}</h1>\n<p>À {}, le {}</p>\n<hr>\n{body}",
            Text(&mail.subject),
            Text(&mail.recipient),
            at(&mail).strftime("%d/%m/%Y %H:%M"),
        ),
    ))
}

/// Lists the e-mails that the service wrote, newest first, for tests.
#[utoipa::path(get, path = "/mailbox.json", tag = "mail", params(Of), responses((status = 200, description = "The e-mails", body = Vec<Mailed>)))]
pub(crate) async fn mailbox_json(
    extract::State(state): extract::State<State>,
    Query(of): Query<Of>,
) -> Result<Json<Vec<Mailed>>, Error> {
    let mails = state.store(move |tx| mails::list(tx, of.to.as_deref())).await?;
    Ok(Json(mails.into_iter().map(Mailed::from).collect()))
}

impl From<Kept> for Mailed {
    fn from(mail: Kept) -> Self {
        let link = mail.text.split_whitespace().find(|word| word.starts_with("http")).map(str::to_owned);
        Self {
            id: mail.id,
            at: at(&mail),
            to: mail.recipient,
            language: mail.language,
            subject: mail.subject,
            text: mail.text,
            link,
            hand_over: mail.hand_over.name().to_owned(),
        }
    }
}

fn at(mail: &Kept) -> Timestamp {
    Timestamp::from_second(mail.written_at).unwrap_or_default()
}

fn words(state: HandOver) -> &'static str {
    match state {
        HandOver::NoServer => "gardé ici : aucun serveur de messagerie",
        HandOver::Waiting => "en cours",
        HandOver::Done => "remis au serveur de messagerie",
        HandOver::Failed => "refusé par le serveur de messagerie",
    }
}
