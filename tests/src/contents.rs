//! Everything that a core holds, as one value to compare.

use anyhow::{Result, anyhow};
use dossier::Dossier;
use protocol::ApiError;
use protocol::payments::{Filter, Payment, Period};
use serde_json::{Value, json};

/// Longer than anyone was ever paid.
const ALL_MONTHS: u16 = 900;

/// All payments as they were received, by identifier.
///
/// # Errors
/// When the core is not open.
pub async fn payments(core: &Dossier) -> Result<Vec<Payment>> {
    let filter = Filter { period: Period::LastMonths { months: ALL_MONTHS }, ..Filter::default() };
    let page = core.payments(filter).await.map_err(failed)?;
    let mut found = Vec::new();
    for row in page.months.into_iter().flat_map(|month| month.rows) {
        found.push(core.payment(row.id).await.map_err(failed)?.payment);
    }
    found.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(found)
}

/// Everything that screens can ask for, but for what the moment makes of it.
///
/// # Errors
/// When the core is not open.
pub async fn everything(core: &Dossier) -> Result<Value> {
    let filter = Filter { period: Period::LastMonths { months: ALL_MONTHS }, ..Filter::default() };
    let profile = match core.profile().await {
        Ok(profile) => Some(profile),
        Err(ApiError::NotFound) => None,
        Err(error) => return Err(failed(error)),
    };
    let mut profile = json!(profile);
    if let Some(profile) = profile.as_object_mut() {
        // Each sign-in changes it.
        profile.remove("last_connection");
    }
    Ok(json!({
        "list": core.payments(filter).await.map_err(failed)?,
        "payments": payments(core).await?,
        "profile": profile,
        "documents": core.documents().await.map_err(failed)?,
    }))
}

/// A refusal of the core, as an error of a test.
#[must_use]
pub fn failed(error: ApiError) -> anyhow::Error {
    anyhow!("the core answers {error:?}")
}
