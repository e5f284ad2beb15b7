//! What a person does and sees. Every act waits until its target is there, usable and at rest, and is tried again when
//! the page changed under it; every look waits until it is true.

mod look;

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};

use crate::page::{Page, Region, Thing, plain, within};
use crate::report::Story;
use crate::wait::{INTERVAL, PATIENCE, until};

/// After so long a page that never rests (progress that counts) is acted on all the same.
const RESTLESS: Duration = Duration::from_secs(4);

/// WebDriver's character for the key.
const SHIFT: char = '\u{e008}';

/// A click that reached the page is heard within this time.
const HEARD: Duration = Duration::from_secs(2);

/// A person in front of a window; [`Person::inside`] looks at one part of it only.
#[derive(Clone)]
pub struct Person<'a> {
    pub(crate) page: Page,
    pub(crate) story: &'a Story,
    pub(crate) region: Region<'a>,
}

impl<'a> Person<'a> {
    /// The same person, looking only inside the thing of this role and name.
    pub fn inside(&self, role: &'a str, name: &'a str) -> Person<'a> {
        Person { region: Some((role, name)), ..self.clone() }
    }

    /// Presses the thing of this role and name, once.
    ///
    /// # Errors
    /// When it does not come, or cannot be pressed.
    pub async fn press(&self, role: &str, name: &str) -> Result<()> {
        self.story.step(format!("press {role} « {name} »"));
        let start = Instant::now();
        let mut last = String::from("it is not there");
        while start.elapsed() < PATIENCE {
            match self.try_press(role, name).await {
                Ok(()) => return Ok(()),
                Err(cause) => last = format!("{cause:#}"),
            }
            tokio::time::sleep(INTERVAL).await;
        }
        bail!("cannot press {role} « {name} »: {last}")
    }

    /// Presses a thing that can be pressed again without harm, until `text` is seen.
    ///
    /// # Errors
    /// When the text does not come.
    pub async fn press_until_seen(&self, role: &str, name: &str, text: &str) -> Result<()> {
        self.story.step(format!("press {role} « {name} » until « {text} » is seen"));
        let wanted = plain(text);
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            let pressed = self.try_press(role, name).await;
            let look = Instant::now();
            while look.elapsed() < if pressed.is_ok() { 2 * HEARD } else { INTERVAL } {
                if self.page.text(None).await.is_ok_and(|text| text.contains(&wanted)) {
                    return Ok(());
                }
                tokio::time::sleep(INTERVAL).await;
            }
        }
        bail!("{role} « {name} » does not lead to « {text} »")
    }

    /// Presses a thing that can be pressed again without harm, until `text` is not seen any more.
    ///
    /// # Errors
    /// When the text stays.
    pub async fn press_until_gone(&self, role: &str, name: &str, text: &str) -> Result<()> {
        self.story.step(format!("press {role} « {name} » until « {text} » is gone"));
        let unwanted = plain(text);
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            let pressed = self.try_press(role, name).await;
            let look = Instant::now();
            while look.elapsed() < if pressed.is_ok() { 2 * HEARD } else { INTERVAL } {
                if self.page.text(None).await.is_ok_and(|text| !text.contains(&unwanted)) {
                    return Ok(());
                }
                tokio::time::sleep(INTERVAL).await;
            }
        }
        bail!("{role} « {name} » does not take « {text} » away")
    }

    /// Types `text` into the empty or emptied entry of this label, and sees it there. Spaces that the entry adds by
    /// itself do not matter.
    ///
    /// # Errors
    /// When the entry does not come, or does not take the text.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        self.story.step(format!("fill « {label} »"));
        let wanted = compact(text);
        let mut held = 0;
        let filled = until(async || {
            let thing = self.entry(label).await.ok()??;
            held = thing.value.chars().count();
            if compact(&thing.value) == wanted {
                return Some(());
            }
            self.rest().await.ok()?;
            // Everything selected and taken away; then each character when the one before it has been taken in, since
            // an entry that puts spaces between digits writes its whole text anew.
            within(thing.element.send_keys("\u{e009}a\u{e000}\u{e003}")).await.ok()?;
            self.holds(label, "").await?;
            let mut typed = String::new();
            for character in text.chars() {
                typed.push(character);
                within(self.entry(label).await.ok()??.element.send_keys(&character.to_string())).await.ok()?;
                self.holds(label, &typed).await?;
            }
            Some(())
        });
        match filled.await {
            Some(()) => Ok(()),
            None => bail!("« {label} » does not take the text (characters in it: {held})"),
        }
    }

    /// Chooses an option of the list of this label.
    ///
    /// # Errors
    /// When the list or the option does not come.
    pub async fn choose(&self, label: &str, option: &str) -> Result<()> {
        self.story.step(format!("choose « {option} » in « {label} »"));
        let chosen = until(async || {
            let list = self.at_rest("combobox", label).await.ok()?;
            within(list.element.select_by_label(option)).await.ok()
        });
        match chosen.await {
            Some(()) => Ok(()),
            None => bail!("« {option} » cannot be chosen in « {label} »"),
        }
    }

    /// Presses keys where the keyboard is: text, or one of WebDriver's key characters. Shift is held for what follows it.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn keys(&self, keys: &str) -> Result<()> {
        self.story.step(format!("press {} keys", keys.chars().count()));
        self.rest().await?;
        let strokes = keys.chars().fold(KeyActions::new("keyboard".to_owned()), |actions, value| {
            let pressed = actions.then(KeyAction::Down { value });
            if value == SHIFT { pressed } else { pressed.then(KeyAction::Up { value }) }
        });
        let strokes = if keys.contains(SHIFT) { strokes.then(KeyAction::Up { value: SHIFT }) } else { strokes };
        within(self.page.client.perform_actions(strokes)).await
    }

    /// Waits until the page has not changed for a moment.
    pub(crate) async fn rest(&self) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < RESTLESS && !self.page.rests().await.unwrap_or(false) {
            tokio::time::sleep(INTERVAL).await;
        }
        Ok(())
    }

    /// Waits for a moment until the entry holds the text.
    async fn holds(&self, label: &str, text: &str) -> Option<()> {
        let wanted = compact(text);
        let start = Instant::now();
        while start.elapsed() < HEARD {
            if compact(&self.entry(label).await.ok()??.value) == wanted {
                return Some(());
            }
            tokio::time::sleep(INTERVAL / 10).await;
        }
        None
    }

    async fn entry(&self, label: &str) -> Result<Option<Thing>> {
        for role in ["textbox", "searchbox", "spinbutton"] {
            if let Some(thing) = self.page.find(role, label, self.region).await?
                && thing.usable
            {
                return Ok(Some(thing));
            }
        }
        Ok(None)
    }

    /// The thing, usable, on a page at rest, in the same place twice.
    async fn at_rest(&self, role: &str, name: &str) -> Result<Thing> {
        let look = async || match self.page.find(role, name, self.region).await? {
            Some(thing) if thing.usable => Ok(thing),
            Some(_) => bail!("it is not to be used"),
            None => bail!("it is not there"),
        };
        let before = look().await?;
        self.rest().await?;
        tokio::time::sleep(INTERVAL).await;
        let after = look().await?;
        anyhow::ensure!(before.place == after.place, "it moves");
        Ok(after)
    }

    /// One press. It counts when the page heard a click; a click that fell beside a moved thing does not.
    async fn try_press(&self, role: &str, name: &str) -> Result<()> {
        self.page.bring_into_sight(role, name, self.region).await?;
        let thing = self.at_rest(role, name).await?;
        let before = self.page.clicks().await?;
        let pressed = within(thing.touched.click()).await;
        let start = Instant::now();
        while start.elapsed() < HEARD {
            // Another count than before, smaller when a new page has been loaded, means that the press arrived.
            if self.page.clicks().await? != before {
                return Ok(());
            }
            if let Err(cause) = pressed {
                return Err(cause);
            }
            tokio::time::sleep(INTERVAL).await;
        }
        bail!("the page hears no click")
    }
}

fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
