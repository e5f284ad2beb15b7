//! `cargo xtask tour`: the app without a display, with pictures.

use std::process::Command;

use anyhow::Result;

use super::build_ui::build_ui;
use crate::packages::{self, Purpose};
use crate::workspace::{self, Profile, root};
use crate::{native, say, step};

/// Walks the main job and every screen in the real app on a screen in memory, and leaves pictures in `folder`; `of` may name
/// one part of the walk, and one view such as « phone-light-fr ».
pub(crate) fn tour(folder: &str, of: &[&str]) -> Result<()> {
    packages::install(Purpose::Watch)?;
    build_ui()?;
    native::build_all()?;
    let folder = root().join(folder);
    let mut command = Command::new(workspace::program("tour", Profile::Dev));
    command.arg(&folder).args(of);
    step::run("walking through the app", &mut command)?;
    say::line(&format!("pictures: {}", folder.display()));
    Ok(())
}
