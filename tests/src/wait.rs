//! Waiting for conditions. A test never sleeps for a fixed time: it looks again until what it waits for is there.

use std::time::{Duration, Instant};

/// How long a condition is waited for before the test fails. Only a failing test takes that long.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// How often a condition is looked at.
pub(crate) const INTERVAL: Duration = Duration::from_millis(30);

/// Looks until the condition holds; `None` when it did not within [`PATIENCE`].
pub async fn until<T>(mut condition: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    loop {
        if let Some(found) = condition().await {
            return Some(found);
        }
        if start.elapsed() > PATIENCE {
            return None;
        }
        tokio::time::sleep(INTERVAL).await;
    }
}
