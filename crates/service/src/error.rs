//! What a handler can fail with, and how it is said: a status and `{"error": "..."}`.

use axum::Json;
use axum::http::header::{CONTENT_RANGE, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::store;

/// The body of an answer that is an error.
#[derive(Serialize, ToSchema)]
#[schema(as = Error)]
pub(crate) struct Said {
    /// What is wrong, for a person who develops against the service.
    pub(crate) error: String,
}

/// An answer other than the one asked for.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// 400, 413, 415 or 422: the request cannot be read.
    #[error("{1}")]
    Unreadable(StatusCode, &'static str),
    /// 401: no token, an unknown one, one that is over.
    #[error("the session is over, or there is none")]
    Unauthorized,
    /// 404: nothing here, or nothing that belongs to this member.
    #[error("there is nothing here")]
    NotFound,
    /// 405: the path exists, the method does not.
    #[error("this method is not served here")]
    MethodNotAllowed,
    /// 409: a request came before under the same key, and asked for something else.
    #[error("another request came under this key")]
    KeyUsed,
    /// 410: the cursor comes from another life of the service; start again from 0.
    #[error("this cursor is not of this service: start again from 0")]
    CursorGone,
    /// 416: the range begins after the end.
    #[error("the range begins after the end")]
    RangeNotSatisfiable {
        /// How many bytes there are.
        bytes: usize,
    },
    /// 500: the store failed.
    #[error("the store failed")]
    Store(#[from] store::Error),
    /// 500: the system has no randomness.
    #[error("the system has no randomness")]
    Randomness(#[from] getrandom::Error),
    /// 500: an e-mail cannot be written.
    #[error("an e-mail cannot be written")]
    Mail,
    /// 500: a letter cannot be printed.
    #[error("a letter cannot be printed")]
    Letter(#[from] pdf::Error),
    /// 500: an ID token cannot be made.
    #[error("an ID token cannot be made")]
    Identity,
    /// 500: a task ended early.
    #[error("a task ended early")]
    Task(#[from] tokio::task::JoinError),
}

impl Error {
    fn status(&self) -> StatusCode {
        match self {
            Self::Unreadable(status, _) => *status,
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::KeyUsed => StatusCode::CONFLICT,
            Self::CursorGone => StatusCode::GONE,
            Self::RangeNotSatisfiable { .. } => StatusCode::RANGE_NOT_SATISFIABLE,
            Self::Store(_) | Self::Randomness(_) | Self::Mail | Self::Letter(_) | Self::Identity | Self::Task(_) => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = self.status();
        if status.is_server_error() {
            let cause: &dyn std::error::Error = &self;
            tracing::error!(cause = cause.source().map(tracing::field::display), "{self}");
        }
        let mut response = (status, Json(Said { error: self.to_string() })).into_response();
        match self {
            Self::Unauthorized => {
                response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            Self::RangeNotSatisfiable { bytes } => {
                let range = HeaderValue::from_str(&format!("bytes */{bytes}"));
                response.headers_mut().extend(range.ok().map(|range| (CONTENT_RANGE, range)));
            }
            _ => {}
        }
        response
    }
}
