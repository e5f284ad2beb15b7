//! What a person or a tool reads about the service: the members, and the description of its routes.

mod docs;
mod html;
mod start;

use axum::extract::{self, Request};
use axum::http::HeaderValue;
use axum::http::header::DATE;
use axum::middleware::Next;
use axum::response::Response;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};

pub(crate) use docs::{__path_docs, __path_openapi, docs, openapi};
pub(crate) use html::{Text, card, page, page_leading_to};
pub(crate) use start::{__path_members, __path_newcomers, __path_start, members, newcomers, start};

use crate::State;

/// What the description says besides the routes.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Compte assuré: reference service",
        description = "A demonstration service of the French health insurance, with invented members.",
    ),
    tags(
        (name = "session", description = "Signing in, and the life of a session"),
        (name = "opening", description = "Opening an account: a proof, then everything at once"),
        (name = "identity", description = "The demonstration’s own identity provider, in place of FranceConnect"),
        (name = "changes", description = "What is new, changed or gone, per member"),
        (name = "profile", description = "What members change about themselves"),
        (name = "contents", description = "Documents, by their hash"),
        (name = "mail", description = "E-mails and letters that the service wrote, in place of the members' own boxes"),
        (name = "service", description = "About the service itself"),
        (name = "faults", description = "Faults to order, when the service was started with --faults"),
    ),
    // What the body of a change holds, by its kind.
    components(schemas(
        protocol::profile::Profile,
        protocol::profile::Beneficiary,
        protocol::payments::Payment,
        protocol::documents::ReceivedDocument,
    )),
    modifiers(&Bearer)
)]
pub(crate) struct Description;

struct Bearer;

impl utoipa::Modify for Bearer {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let scheme = SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build());
        openapi.components.get_or_insert_default().add_security_scheme("bearer", scheme);
    }
}

/// Every answer carries the service's own time, which need not be the machine's.
pub(crate) async fn date(extract::State(state): extract::State<State>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let now = state.clock().now().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    if let Ok(now) = HeaderValue::from_str(&now) {
        response.headers_mut().insert(DATE, now);
    }
    response
}
