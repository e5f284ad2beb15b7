//! What handlers take from a request, refused in the service's own words: a body, a query, the member who asks.

use axum::Json;
use axum::extract::rejection::{FormRejection, JsonRejection, QueryRejection};
use axum::extract::{self, FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::random::fingerprint;
use crate::store::sessions;
use crate::{Error, State};

/// A JSON body. The rejection never repeats what was sent.
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<State> for Body<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &State) -> Result<Self, Error> {
        match Json::from_request(request, state).await {
            Ok(Json(body)) => Ok(Self(body)),
            Err(JsonRejection::BytesRejection(refused)) => {
                Err(Error::Unreadable(refused.status(), "the body is too large or was cut"))
            }
            Err(refused) => Err(Error::Unreadable(refused.status(), "the body is not the JSON expected here")),
        }
    }
}

/// The parameters after the question mark.
pub(crate) struct Query<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequestParts<State> for Query<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Error> {
        let found: Result<extract::Query<T>, QueryRejection> = extract::Query::from_request_parts(parts, state).await;
        found
            .map(|extract::Query(query)| Self(query))
            .map_err(|_| Error::Unreadable(StatusCode::BAD_REQUEST, "a parameter cannot be read"))
    }
}

/// The entries of a page's form. The rejection never repeats what was sent.
pub(crate) struct Form<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<State> for Form<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &State) -> Result<Self, Error> {
        let form: Result<axum::Form<T>, FormRejection> = axum::Form::from_request(request, state).await;
        form.map(|axum::Form(form)| Self(form))
            .map_err(|refused| Error::Unreadable(refused.status(), "the form cannot be read"))
    }
}

/// The session that the bearer token opens.
pub(crate) use sessions::Bearer;

impl FromRequestParts<State> for Bearer {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Error> {
        let header =
            parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()).ok_or(Error::Unauthorized)?;
        let token = header.strip_prefix("Bearer ").ok_or(Error::Unauthorized)?;
        let (hash, now) = (fingerprint(token), state.clock().seconds());
        state.store(move |tx| sessions::bearer(tx, &hash, now)).await?.ok_or(Error::Unauthorized)
    }
}
