//! Everything that a core holds, as one value to compare.

use anyhow::{Result, anyhow};
use dossier::Dossier;
use futures_util::{StreamExt, TryStreamExt, stream};
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
    // Each is opened with the ledger of its years: as many at a time as there are processors to read them.
    let rows = page.months.into_iter().flat_map(|month| month.rows);
    let opened =
        stream::iter(rows).map(async |row| Ok::<_, anyhow::Error>(core.payment(row.id).await.map_err(failed)?.payment));
    let mut found: Vec<Payment> = opened.buffer_unordered(2).try_collect().await?;
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
        "leaves": core.leaves().await.map_err(failed)?,
        "files": core.files().await.map_err(failed)?,
        "delays": core.delays().await.map_err(failed)?,
        "ald": core.ald().await.map_err(failed)?,
    }))
}

/// A refusal of the core, as an error of a test.
#[must_use]
pub fn failed(error: ApiError) -> anyhow::Error {
    anyhow!("the core answers {error:?}")
}
