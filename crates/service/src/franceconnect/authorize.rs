//! The provider's page: who is it, and is the application to know? It is the demonstration's own, and says so.

use axum::Extension;
use axum::extract;
use axum::http::header::{CACHE_CONTROL, LOCATION, REFERRER_POLICY};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use protocol::franceconnect::{ACR, CALLBACK_PATH, CLIENT_ID};
use serde::Deserialize;
use url::form_urlencoded;
use utoipa::{IntoParams, ToSchema};

use super::grants::Grant;
use crate::extract::{Form, Query};
use crate::faults::Forgery;
use crate::pages::{Text, page_leading_to};
use crate::random::{fingerprint, token};
use crate::{Error, State};

/// What an application asks for, as OpenID Connect says.
#[derive(Deserialize, IntoParams, ToSchema)]
#[into_params(parameter_in = Query)]
#[serde(default)]
#[derive(Default)]
pub(crate) struct Authorization {
    /// `code`.
    response_type: String,
    /// The application.
    client_id: String,
    /// A port of this device.
    redirect_uri: String,
    /// `openid` among others.
    scope: String,
    /// Comes back as it is.
    state: String,
    /// Comes back in the ID token.
    nonce: String,
    /// The SHA-256 of what only the application knows, in base64url.
    code_challenge: String,
    /// `S256`.
    code_challenge_method: String,
    /// `eidas1`.
    acr_values: String,
}

/// The same, with the person's decision.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Decision {
    #[serde(flatten)]
    asked: Authorization,
    /// Who it is; none when they refuse.
    #[serde(default)]
    identity: Option<String>,
}

/// Asks who it is.
#[utoipa::path(get, path = "/identity/authorize", tag = "identity", params(Authorization), responses(
    (status = 200, description = "A page", content_type = "text/html", body = String),
    (status = 303, description = "Back to the application, which asks for something else than it may"),
    (status = 400, description = "A page: an unknown application, or an address that is not its own", content_type = "text/html", body = String),
))]
pub(crate) async fn ask(
    extract::State(state): extract::State<State>,
    Query(asked): Query<Authorization>,
) -> Result<Response, Error> {
    Ok(match asked.problem() {
        Some(Problem::NotTheApplication) => not_the_application(),
        Some(Problem::Request(error)) => back(&asked.redirect_uri, &[("error", error), ("state", &asked.state)]),
        None => form(&state, &asked),
    })
}

/// Sends the browser back: with a code, or with a refusal.
#[utoipa::path(post, path = "/identity/authorize", tag = "identity",
    request_body(content = Decision, content_type = "application/x-www-form-urlencoded"), responses(
    (status = 303, description = "Back to the application"),
    (status = 400, description = "A page: an unknown application, or an address that is not its own", content_type = "text/html", body = String),
))]
pub(crate) async fn decide(
    extract::State(state): extract::State<State>,
    forgery: Option<Extension<Forgery>>,
    Form(Decision { asked, identity }): Form<Decision>,
) -> Result<Response, Error> {
    match asked.problem() {
        Some(Problem::NotTheApplication) => return Ok(not_the_application()),
        Some(Problem::Request(error)) => {
            return Ok(back(&asked.redirect_uri, &[("error", error), ("state", &asked.state)]));
        }
        None => {}
    }
    let returned = match forgery {
        Some(Extension(Forgery::State)) => "another-request",
        _ => &asked.state,
    };
    let provider = state.provider();
    let chosen = provider.identities.iter().position(|known| identity.as_ref() == Some(&known.id));
    let Some(chosen) = chosen else {
        return Ok(back(&asked.redirect_uri, &[("error", "access_denied"), ("state", returned)]));
    };
    let code = token()?;
    let grant = Grant {
        identity: chosen,
        redirect_uri: asked.redirect_uri.clone(),
        nonce: asked.nonce.clone(),
        challenge: asked.code_challenge.clone(),
    };
    provider.grants.add_code(fingerprint(code.expose()), grant, state.clock().seconds());
    Ok(back(&asked.redirect_uri, &[("code", code.expose()), ("state", returned)]))
}

/// Why an application does not get what it asks for.
enum Problem {
    /// The browser must not be sent to an address that is not known to be the application's.
    NotTheApplication,
    /// The application hears of it, by this word of OAuth 2.0.
    Request(&'static str),
}

impl Authorization {
    fn problem(&self) -> Option<Problem> {
        if self.client_id != CLIENT_ID || !is_on_this_device(&self.redirect_uri) {
            return Some(Problem::NotTheApplication);
        }
        if self.response_type != "code" {
            return Some(Problem::Request("unsupported_response_type"));
        }
        if !self.scope.split(' ').any(|scope| scope == "openid") {
            return Some(Problem::Request("invalid_scope"));
        }
        // The SHA-256 of anything has 43 characters in base64url.
        let complete = self.code_challenge_method == "S256"
            && self.code_challenge.len() == 43
            && !self.state.is_empty()
            && !self.nonce.is_empty()
            && self.acr_values == ACR;
        (!complete).then_some(Problem::Request("invalid_request"))
    }

    fn entries(&self) -> [(&'static str, &str); 9] {
        [
            ("response_type", &self.response_type),
            ("client_id", &self.client_id),
            ("redirect_uri", &self.redirect_uri),
            ("scope", &self.scope),
            ("state", &self.state),
            ("nonce", &self.nonce),
            ("code_challenge", &self.code_challenge),
            ("code_challenge_method", &self.code_challenge_method),
            ("acr_values", &self.acr_values),
        ]
    }
}

/// `http://127.0.0.1:PORT/callback`: never a name, which could lead elsewhere.
fn is_on_this_device(redirect_uri: &str) -> bool {
    let port = redirect_uri.strip_prefix("http://127.0.0.1:").and_then(|rest| rest.strip_suffix(CALLBACK_PATH));
    port.is_some_and(|port| {
        port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
    })
}

fn back(redirect_uri: &str, entries: &[(&str, &str)]) -> Response {
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(entries).finish();
    match HeaderValue::from_str(&format!("{redirect_uri}?{query}")) {
        Ok(location) => {
            let headers = [
                (LOCATION, location),
                (CACHE_CONTROL, HeaderValue::from_static("no-store")),
                (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
            ];
            (StatusCode::SEE_OTHER, headers).into_response()
        }
        Err(_) => not_the_application(),
    }
}

fn not_the_application() -> Response {
    let body =
        "<h1>Application inconnue</h1>\n<p>Cette demande ne vient pas de l’application. Fermez cette page.</p>\n";
    (StatusCode::BAD_REQUEST, page_leading_to("fr", "Application inconnue", body, "'none'")).into_response()
}

fn form(state: &State, asked: &Authorization) -> Response {
    let kept: String = asked
        .entries()
        .iter()
        .map(|(name, value)| format!("<input type=\"hidden\" name=\"{name}\" value=\"{}\">", Text(value)))
        .collect();
    let people: String = state
        .provider()
        .identities
        .iter()
        .map(|identity| {
            format!(
                "<p><button name=\"identity\" value=\"{}\"><strong>{}</strong><br>{}</button></p>\n",
                Text(&identity.id),
                Text(&identity.name),
                Text(&identity.about)
            )
        })
        .collect();
    let body = format!(
        "<h1>Prouver mon identité</h1>\n\
         <p class=\"demonstration\">Fournisseur d’identité de démonstration : ce n’est pas FranceConnect, et ces personnes \
         sont inventées.</p>\n\
         <p>L’application Compte assuré demande à connaître : vos prénoms, votre nom de naissance, votre date, votre commune \
         et votre pays de naissance, et votre sexe. En choisissant une identité, vous acceptez qu’ils lui soient transmis, \
         cette fois-ci.</p>\n\
         <form method=\"post\" action=\"/identity/authorize\">{kept}\n\
         <h2>Qui êtes-vous ?</h2>\n<div class=\"people\">{people}</div>\
         <h2>Ou bien</h2>\n<p><button>Je refuse</button></p></form>\n"
    );
    page_leading_to("fr", "Prouver mon identité (démonstration)", &body, "'self' http://127.0.0.1:*")
}
