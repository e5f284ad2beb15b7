//! Disturbs requests and answers as ordered. Outermost, so that it meets the bytes as they travel.

use std::io;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{self, Request};
use axum::http::header::{CONTENT_LENGTH, TRANSFER_ENCODING};
use axum::http::{StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use axum::{BoxError, Json};
use futures_util::{StreamExt, stream};

use super::Fault;
use crate::State;
use crate::error::Said;

/// Lets a request pass, or does to it what was ordered.
pub(crate) async fn disturb(
    extract::State(state): extract::State<State>,
    mut request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    let fault = state.faults().filter(|_| path != "/faults").and_then(|queue| queue.next(request.method(), path));
    let Some(fault) = fault else { return next.run(request).await };
    tracing::info!(?fault, "a fault, as ordered");
    match fault {
        Fault::DelayMs(delay) => {
            tokio::time::sleep(Duration::from_millis(delay)).await;
            next.run(request).await
        }
        Fault::Status(status) => failed(status),
        Fault::Html => Html(MAINTENANCE).into_response(),
        Fault::Cut(after) => cut(next.run(request).await, after).await,
        Fault::RepeatPage => next.run(one_page_back(request)).await,
        Fault::WrongHash => other_bytes(next.run(request).await).await,
        Fault::ClockShift(seconds) => {
            state.clock().shift_by(seconds);
            next.run(request).await
        }
        Fault::Hang => std::future::pending().await,
        Fault::Forge(forgery) => {
            request.extensions_mut().insert(forgery);
            next.run(request).await
        }
    }
}

const MAINTENANCE: &str = "<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\"><title>Maintenance</title>\
    <p>Le service est en maintenance. Merci de revenir plus tard.</p></html>";

fn failed(status: u16) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, Json(Said { error: "a fault, as ordered".to_owned() })).into_response()
}

async fn cut(response: Response, after: u64) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else { return failed(500) };
    let kept = bytes.slice(..bytes.len().min(usize::try_from(after).unwrap_or(usize::MAX)));
    parts.headers.remove(TRANSFER_ENCODING);
    parts.headers.insert(CONTENT_LENGTH, bytes.len().into());
    let broken = stream::once(async {
        // The pause lets the server send what it has before it learns that no more will come.
        tokio::time::sleep(Duration::from_millis(20)).await;
        Err::<Bytes, BoxError>(io::Error::other("cut, as ordered").into())
    });
    Response::from_parts(parts, Body::from_stream(stream::iter([Ok(kept)]).chain(broken)))
}

async fn other_bytes(response: Response) -> Response {
    let (parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else { return failed(500) };
    Response::from_parts(parts, Body::from(bytes.iter().map(|byte| !byte).collect::<Vec<_>>()))
}

/// The request for the page that ends where the asked one begins.
fn one_page_back(mut request: Request) -> Request {
    let query = request.uri().query().unwrap_or_default();
    let number = |name: &str, usual: u64| {
        let value = query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
        value.and_then(|value| value.parse().ok()).unwrap_or(usual)
    };
    let (after, limit) = (number("after", 0), number("limit", 500));
    let before = after.saturating_sub(limit);
    let back = if after == 0 { limit } else { after - before };
    if let Ok(uri) = Uri::try_from(format!("{}?after={before}&limit={back}", request.uri().path())) {
        *request.uri_mut() = uri;
    }
    request
}
