//! A person who has a keyboard and nothing else. Wherever it leads can be seen, and it is never lost.

use std::time::{Duration, Instant};

use anyhow::Result;
use serde::Deserialize;

use crate::app::App;
use crate::page::plain;
use crate::wait::{INTERVAL, until};

/// Keys that are not letters.
pub mod key {
    /// To the next thing.
    pub const TAB: &str = "\u{e004}";
    /// To the thing before: Shift and Tab, then Shift let go.
    pub const BACK_TAB: &str = "\u{e008}\u{e004}";
    /// Presses, or sends a form.
    pub const ENTER: &str = "\u{e007}";
    /// Presses, ticks.
    pub const SPACE: &str = " ";
    /// Closes what stands over the page.
    pub const ESCAPE: &str = "\u{e00c}";
    /// Along a list, or among radio buttons.
    pub const DOWN: &str = "\u{e015}";
    /// Back along a list.
    pub const UP: &str = "\u{e013}";
}

/// So many steps lead to anything on a screen.
const STEPS: usize = 70;

/// A page has scrolled to what the keyboard is on after so long.
const SCROLLED: Duration = Duration::from_secs(2);

/// What the keyboard is on.
const HELD: &str = "
    const held = document.activeElement;
    const drawn = held.closest('.code-box') ?? held;
    const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
    const box = drawn.getBoundingClientRect();
    const [x, y] = [box.left + Math.min(box.width, 40) / 2, box.top + Math.min(box.height, 40) / 2];
    const there = document.elementFromPoint(x, y);
    return {
        name: page.name(held) || (held === document.body ? '' : page.plain(held.innerText).slice(0, 80)), role: page.role(held), lost: held === document.body,
        ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        seen: !!there && (drawn.contains(there) || there.contains(drawn) || !!held.labels?.[0]?.contains(there)),
    };";

/// What the keyboard is on.
#[derive(Debug, Deserialize)]
struct Held {
    name: String,
    role: String,
    /// On nothing at all.
    lost: bool,
    /// A ring is drawn around it.
    ring: bool,
    /// Nothing lies over it.
    seen: bool,
}

/// The keyboard of an app.
pub struct Keyboard<'a> {
    app: &'a App,
}

impl App {
    /// Its keyboard.
    pub fn keyboard(&self) -> Keyboard<'_> {
        Keyboard { app: self }
    }
}

impl Keyboard<'_> {
    /// Presses keys, or types.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn press(&self, keys: &str) -> Result<()> {
        self.app.person().keys(keys).await
    }

    /// Waits until it is on the thing of this name: a screen, a dialog or an error put it there.
    ///
    /// # Errors
    /// When it is elsewhere.
    pub async fn is_on(&self, name: &str) -> Result<()> {
        let wanted = plain(name);
        let mut last = String::new();
        let on = until(async || {
            last = self.held().await.ok()?.name;
            last.contains(&wanted).then_some(())
        });
        on.await.ok_or_else(|| anyhow::anyhow!("the keyboard is not on « {name} » but on « {last} »"))
    }

    /// Tabs on to the thing of this name. Everything on the way is drawn with a ring, and covered by nothing.
    ///
    /// # Errors
    /// When the way does not lead there, or something on it cannot be seen.
    pub async fn to(&self, name: &str) -> Result<()> {
        self.walk(name, key::TAB).await
    }

    /// The same, backwards.
    ///
    /// # Errors
    /// When the way does not lead there, or something on it cannot be seen.
    pub async fn back_to(&self, name: &str) -> Result<()> {
        self.walk(name, key::BACK_TAB).await
    }

    /// Tabs to a button or link and presses Enter on it.
    ///
    /// # Errors
    /// When it cannot be reached or seen.
    pub async fn enter(&self, name: &str) -> Result<()> {
        self.to(name).await?;
        self.press(key::ENTER).await
    }

    /// Tabs to an entry and types.
    ///
    /// # Errors
    /// When it cannot be reached or seen.
    pub async fn fill(&self, name: &str, text: &str) -> Result<()> {
        self.to(name).await?;
        self.press(text).await
    }

    /// The keyboard is on something.
    ///
    /// # Errors
    /// When it is on nothing.
    pub async fn is_kept(&self) -> Result<()> {
        self.app.person().rest().await?;
        anyhow::ensure!(!self.held().await?.lost, "the keyboard is on nothing any more");
        Ok(())
    }

    async fn walk(&self, name: &str, step: &str) -> Result<()> {
        let wanted = plain(name);
        let mut way = Vec::new();
        for _ in 0..STEPS {
            let held = self.held().await?;
            if held.name.contains(&wanted) && held.role != "heading" {
                return Ok(());
            }
            self.press(step).await?;
            let held = self.settled().await?;
            anyhow::ensure!(held.lost || held.ring, "no ring around {} « {} »", held.role, held.name);
            anyhow::ensure!(held.lost || held.seen, "something lies over {} « {} »", held.role, held.name);
            way.push(held.name.chars().take(20).collect::<String>());
        }
        anyhow::bail!("the keyboard does not come to « {name} »: {}", way.join(" · "))
    }

    /// What it is on, once the page has scrolled there.
    async fn settled(&self) -> Result<Held> {
        let start = Instant::now();
        loop {
            let held = self.held().await?;
            if held.lost || held.ring && held.seen || start.elapsed() > SCROLLED {
                return Ok(held);
            }
            tokio::time::sleep(INTERVAL).await;
        }
    }

    async fn held(&self) -> Result<Held> {
        Ok(serde_json::from_value(self.app.ask(HELD).await?)?)
    }
}
