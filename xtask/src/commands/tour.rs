//! `cargo xtask tour`: the app without a display, with pictures.

use std::process::Command;

use anyhow::Result;

use super::build_ui::build_ui;
use crate::packages::{self, Purpose};
use crate::workspace::{self, Profile, root};
use crate::{native, say, step};

/// Walks the main job in the real app on a screen in memory, and leaves pictures in `folder`.
pub(crate) fn tour(folder: &str) -> Result<()> {
    packages::install(Purpose::Watch)?;
    build_ui()?;
    native::build_all()?;
    let folder = root().join(folder);
    let mut command = Command::new(workspace::program("tour", Profile::Dev));
    command.arg(&folder);
    step::run("walking through the app", &mut command)?;
    say::line(&format!("pictures: {}", folder.display()));
    Ok(())
}
