//! Builds the interface: WebAssembly by cargo, divided where it says `wasm_split`, its JavaScript half by `wasm-bindgen`,
//! styles, fonts and words beside them.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::Options;

use crate::workspace::{self, root};
use crate::{optimiser, say, step, targets};

/// The module that the others are fetched from.
const FIRST: &str = "ui_bg.wasm";

/// Builds the interface into `ui/dist`. Files that did not change keep their date, so that the app is not built again.
pub(crate) fn build() -> Result<()> {
    let fresh = workspace::target_dir().join("ui-dist");
    match fs::remove_dir_all(&fresh) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => return Err(cause.into()),
        _ => fs::create_dir_all(&fresh)?,
    }
    bind(&divide(&compile()?, &fresh)?, &fresh)?;
    let modules: Vec<PathBuf> =
        files(&fresh)?.into_iter().filter(|file| is_module(file)).map(|file| fresh.join(file)).collect();
    for module in &modules {
        optimiser::shrink(module)?;
    }
    for page in ["index.html", "boot.js"] {
        copy(&root().join("ui").join(page), &fresh.join(page))?;
    }
    copy(&root().join("icons/icon.svg"), &fresh.join("icon.svg"))?;
    copy_all(&root().join("assets/styles"), &fresh.join("styles"), "css")?;
    copy_all(&root().join("assets/fonts"), &fresh.join("fonts"), "woff2")?;
    copy_all(&root().join("assets/messages"), &fresh.join("messages"), "txt")?;

    let first = fs::metadata(fresh.join(FIRST))?.len();
    let all = modules.iter().map(|module| Ok(fs::metadata(module)?.len())).sum::<Result<u64>>()?;
    say::line(&format!("  interface: {} KB of WebAssembly, {} KB of them at the start", all / 1000, first / 1000));
    mirror(&fresh, &root().join("ui/dist"))
}

fn compile() -> Result<PathBuf> {
    let mut command = workspace::cargo();
    command.args(["build", "--package", "ui", "--target", targets::WASM, "--profile", "wasm"]);
    let flags = [short_paths(), vec!["-Clink-args=--emit-relocs".to_owned()]].concat();
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
    step::run("building the interface", &mut command)?;
    Ok(workspace::target_dir().join(targets::WASM).join("wasm/ui.wasm"))
}

/// Panics name files; those of libraries without the place where this machine keeps them.
fn short_paths() -> Vec<String> {
    let home = env::home_dir().map(|home| home.join(".cargo"));
    let Some(home) = env::var_os("CARGO_HOME").map(PathBuf::from).or(home) else { return Vec::new() };
    let registries = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    registries.map(|registry| format!("--remap-path-prefix={}/=", registry.path().display())).collect()
}

/// Puts the parts that are fetched later into files of their own; answers what stays.
fn divide(module: &Path, into: &Path) -> Result<PathBuf> {
    let first = workspace::target_dir().join("ui-first.wasm");
    let whole = fs::read(module)?;
    let mut options = Options::new(&whole);
    options.output_dir = into;
    options.main_out_path = &first;
    options.main_module = "./ui.js";
    wasm_split_cli_support::transform(options).map_err(|cause| anyhow::anyhow!("dividing the interface: {cause:#}"))?;
    Ok(first)
}

fn is_module(file: &Path) -> bool {
    file.extension().is_some_and(|found| found == "wasm")
}

fn bind(module: &Path, into: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(module)
        .web(true)?
        .out_name("ui")
        .keep_lld_exports(true)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(into)
        .context("wasm-bindgen")
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("copying {}", from.display()))?;
    Ok(())
}

fn copy_all(from: &Path, into: &Path, extension: &str) -> Result<()> {
    fs::create_dir_all(into)?;
    for file in files(from)? {
        if file.extension().is_some_and(|found| found == extension) {
            copy(&from.join(&file), &into.join(&file))?;
        }
    }
    Ok(())
}

/// Makes `to` the same as `from`, touching only what differs.
fn mirror(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for file in files(from)? {
        let (source, place) = (from.join(&file), to.join(&file));
        if source.is_dir() {
            mirror(&source, &place)?;
        } else if fs::read(&source)? != fs::read(&place).unwrap_or_default() {
            copy(&source, &place)?;
        }
    }
    for file in files(to)?.into_iter().filter(|file| !from.join(file).exists()) {
        let old = to.join(file);
        if old.is_dir() { fs::remove_dir_all(old)? } else { fs::remove_file(old)? }
    }
    Ok(())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    entries.map(|entry| Ok(PathBuf::from(entry?.file_name()))).collect()
}
