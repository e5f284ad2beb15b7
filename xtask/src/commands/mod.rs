//! One file a command.

mod bench;
mod build_ui;
mod run;
mod setup;
mod test;
mod tour;

use std::process::ExitCode;

use anyhow::Result;

use crate::say;
use crate::workspace::Profile;

const USAGE: &str = "\
cargo xtask run [--release]      build everything, start the invented service, open the app
cargo xtask tour [FOLDER]        the same app without a display: leaves pictures of every screen; PART and VIEW may follow
cargo xtask test [PART] [NAME]   everything CI runs, or one part: fmt lint doc unit e2e targets licences
cargo xtask bench [FIGURE]       measures, as ratios against their limits
cargo xtask build-ui             only the interface, into ui/dist
cargo xtask setup                only what the system lacks for all of these";

/// Carries out what was typed after `cargo xtask`.
pub(crate) fn carry_out(arguments: &[String]) -> Result<ExitCode> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = |result: Result<()>| result.map(|()| ExitCode::SUCCESS);
    match words.as_slice() {
        ["run"] => done(run::run(Profile::Dev)),
        ["run", "--release"] => done(run::run(Profile::Release)),
        ["tour"] => done(tour::tour("tour", &[])),
        ["tour", folder, of @ ..] => done(tour::tour(folder, of)),
        ["test", parts @ ..] => test::test(parts),
        ["bench", figures @ ..] => done(bench::bench(figures)),
        ["build-ui"] => done(build_ui::build_ui()),
        ["setup"] => done(setup::setup()),
        _ => {
            say::line(USAGE);
            Ok(if words.is_empty() || words == ["--help"] { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
    }
}
