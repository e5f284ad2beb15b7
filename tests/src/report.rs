//! What a failed test has to say: its last steps, the page, the logs, a picture.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::page::{Page, within};

/// What was done so far, in words; nothing that was typed.
#[derive(Default)]
pub(crate) struct Story {
    steps: RefCell<Vec<String>>,
}

impl Story {
    pub(crate) fn step(&self, words: String) {
        self.steps.borrow_mut().push(words);
    }

    fn last(&self, count: usize) -> Vec<String> {
        let steps = self.steps.borrow();
        steps.iter().skip(steps.len().saturating_sub(count)).cloned().collect()
    }
}

/// All of it as one text, with a picture beside it in the folder of reports.
pub(crate) async fn of(story: &Story, page: &Page, logs: &[(&str, PathBuf)], name: &str) -> String {
    let mut text = format!("the last steps of {name}:\n");
    story.last(12).iter().for_each(|step| text += &format!("  {step}\n"));
    text += &match page.text(None).await {
        Ok(shown) => format!("the page shows:\n  {shown}\n"),
        Err(cause) => format!("the page does not answer: {cause:#}\n"),
    };
    if let Ok(errors) = page.errors().await
        && !errors.is_empty()
    {
        text += &format!("its console says:\n  {}\n", errors.join("\n  "));
    }
    for (whose, log) in logs {
        let log = std::fs::read_to_string(log).unwrap_or_default();
        let lines: Vec<&str> = log.lines().rev().take(15).collect();
        text += &format!("the end of the {whose}'s log:\n");
        lines.iter().rev().for_each(|line| text += &format!("  {line}\n"));
    }
    match picture(page, &folder().join(format!("{name}.png"))).await {
        Ok(path) => text += &format!("picture: {}\n", path.display()),
        Err(cause) => text += &format!("no picture: {cause:#}\n"),
    }
    text
}

/// Saves a picture of the window's content.
pub(crate) async fn picture(page: &Page, path: &Path) -> Result<PathBuf> {
    // The first picture after a change may still be the one before it.
    within(page.client.screenshot()).await?;
    let bytes = within(page.client.screenshot()).await?;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, bytes)?;
    Ok(path.to_owned())
}

fn folder() -> PathBuf {
    let own = std::env::current_exe().unwrap_or_default();
    let target = own.ancestors().find(|folder| folder.ends_with("debug") || folder.ends_with("release"));
    target.map_or_else(std::env::temp_dir, Path::to_owned).join("e2e-reports")
}
