//! From what system a request comes, as the app says in its user agent: « compte-assure/0.1.0 (linux) ».

use axum::extract::Request;
use axum::http::header::USER_AGENT;
use axum::middleware::Next;
use axum::response::Response;
use protocol::access::System;

tokio::task_local! {
    static CALLER: System;
}

/// Keeps the system at hand while the request is answered.
pub(crate) async fn note(request: Request, next: Next) -> Response {
    let agent = request.headers().get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let named = agent.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(name, _)| name);
    CALLER.scope(named.map_or(System::Other, System::named), next.run(request)).await
}

/// The system of the request that is being answered.
pub(crate) fn system() -> System {
    CALLER.try_with(|system| *system).unwrap_or_default()
}
