//! Whether the service is there.

use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

/// What [`get`] answers.
#[derive(Serialize, ToSchema)]
pub(crate) struct Health {
    /// Always `ok`: a service that is not well does not answer.
    status: &'static str,
}

/// Says that the service is there.
#[utoipa::path(get, path = "/health", tag = "service", responses((status = 200, description = "The service is there", body = Health)))]
pub(crate) async fn get() -> Json<Health> {
    Json(Health { status: "ok" })
}
