//! What a person sees: every look waits until it is true.

use std::time::{Duration, Instant};

use anyhow::Result;

use super::Person;
use crate::page::plain;
use crate::wait::{INTERVAL, PATIENCE, until};

impl Person<'_> {
    /// Waits until the text is on the page.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn see(&self, text: &str) -> Result<()> {
        self.story.step(format!("see « {text} »"));
        let wanted = plain(text);
        let seen = until(async || self.page.text(self.region).await.ok()?.contains(&wanted).then_some(()));
        seen.await.ok_or_else(|| anyhow::anyhow!("« {text} » is not seen"))
    }

    /// Waits until the text is not on the page, and the page at rest.
    ///
    /// # Errors
    /// When it stays.
    pub async fn not_see(&self, text: &str) -> Result<()> {
        self.story.step(format!("not see « {text} »"));
        let unwanted = plain(text);
        let gone = until(async || {
            let rests = self.page.rests().await.ok()?;
            (rests && !self.page.text(self.region).await.ok()?.contains(&unwanted)).then_some(())
        });
        gone.await.ok_or_else(|| anyhow::anyhow!("« {text} » is still seen"))
    }

    /// Waits until a thing of this role and name is there.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn find(&self, role: &str, name: &str) -> Result<()> {
        self.story.step(format!("find {role} « {name} »"));
        let found = until(async || self.page.find(role, name, self.region).await.ok()?.map(drop));
        found.await.ok_or_else(|| anyhow::anyhow!("there is no {role} « {name} »"))
    }

    /// Waits longer than usual until a thing is there: for what the app does by itself after a while.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn find_patiently(&self, role: &str, name: &str, patience: Duration) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() + PATIENCE < patience {
            if self.page.find(role, name, self.region).await.is_ok_and(|thing| thing.is_some()) {
                return Ok(());
            }
            tokio::time::sleep(10 * INTERVAL).await;
        }
        self.find(role, name).await
    }

    /// Whether a box, switch, tab or toggle is on, once it is there and at rest.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn is_on(&self, role: &str, name: &str) -> Result<bool> {
        self.story.step(format!("look at {role} « {name} »"));
        let found = until(async || self.at_rest(role, name).await.ok()).await;
        found.map(|thing| thing.checked).ok_or_else(|| anyhow::anyhow!("there is no {role} « {name} »"))
    }

    /// How many things of this role have a name that holds `name` (all, when it is empty), the page at rest.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn count(&self, role: &str, name: &str) -> Result<u64> {
        self.rest().await?;
        self.page.count(role, name, self.region).await
    }

    /// All text that can be read, once the page is at rest: on one line, spaces and apostrophes plain.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn text(&self) -> Result<String> {
        self.rest().await?;
        self.page.text(self.region).await
    }
}
