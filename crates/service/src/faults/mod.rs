//! Faults to order, for tests: `POST /faults` with a list of [`Rule`]s, `DELETE /faults` to be well again.
//!
//! ```json
//! [
//!   { "path": "/v1/changes", "skip": 2, "times": 1, "fault": { "cut": 700 } },
//!   { "path": "/v1/contents/*", "fault": "wrong_hash" },
//!   { "path": "/v1/sign-in", "method": "POST", "times": 3, "fault": { "status": 503 } }
//! ]
//! ```
//!
//! Of the rules that fit a request the first one counts: it lets `skip` requests pass, disturbs `times`, and is gone.

mod disturb;
mod queue;

use axum::extract;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub(crate) use disturb::disturb;
pub(crate) use queue::Queue;

use crate::State;
use crate::extract::Body;

/// Which requests are to be disturbed, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The path, or its beginning and `*`.
    pub path: String,
    /// Such as `GET`; none for all.
    #[serde(default)]
    pub method: Option<String>,
    /// So many fitting requests pass first.
    #[serde(default)]
    pub skip: u32,
    /// So many are then disturbed.
    #[serde(default = "once")]
    pub times: u32,
    /// How.
    pub fault: Fault,
}

fn once() -> u32 {
    1
}

/// What happens to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// It waits so many milliseconds, then all is well.
    DelayMs(u64),
    /// It is answered with this status and nothing is done.
    Status(u16),
    /// It is answered with status 200 and a page in HTML, « en maintenance ».
    Html,
    /// Its answer promises its whole length; the connection is closed after so many bytes.
    Cut(u64),
    /// A request for changes gets the page before the one that it asked for.
    RepeatPage,
    /// Its answer has other bytes than it should.
    WrongHash,
    /// The service's clock is set forward, or back, by so many seconds, and stays so.
    ClockShift(i64),
    /// It is never answered.
    Hang,
    /// The identity provider's answer to it is wrong.
    Forge(Forgery),
}

/// What is wrong with an answer of the identity provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Forgery {
    /// At `/identity/authorize`: the browser brings another request's state back.
    State,
    /// At `/identity/token`: another key signed.
    Signature,
    /// At `/identity/token`: another request's nonce.
    Nonce,
    /// At `/identity/token`: for another application.
    Audience,
    /// At `/identity/token`: too old.
    Expired,
}

/// Orders faults, after those already ordered.
#[utoipa::path(
    post, path = "/faults", tag = "faults", request_body = Vec<Rule>,
    responses((status = 204, description = "Ordered"), (status = 422, description = "Not rules", body = crate::error::Said))
)]
pub(crate) async fn order(extract::State(state): extract::State<State>, Body(rules): Body<Vec<Rule>>) -> StatusCode {
    if let Some(queue) = state.faults() {
        queue.order(rules);
    }
    StatusCode::NO_CONTENT
}

/// Forgets all faults, and sets the clock right.
#[utoipa::path(delete, path = "/faults", tag = "faults", responses((status = 204, description = "All is well")))]
pub(crate) async fn clear(extract::State(state): extract::State<State>) -> StatusCode {
    if let Some(queue) = state.faults() {
        queue.clear();
    }
    state.clock().unshift();
    StatusCode::NO_CONTENT
}
