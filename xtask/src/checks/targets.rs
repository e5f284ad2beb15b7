//! App and core also type-check for Android and Windows, so that a part for one platform cannot break another.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::runner::Count;
use crate::workspace::{self, which};
use crate::{native, say, step, targets};

const ANDROID: &str = "aarch64-linux-android";
const WINDOWS: &str = "x86_64-pc-windows-gnu";
const ZIG: &str = "0.17.1";

/// Fetches the compilers and targets.
pub(crate) fn prepare() -> Result<()> {
    targets::add(ANDROID)?;
    targets::add(WINDOWS)?;
    zig().map(drop)
}

/// Checks both. Where a tool is missing the check is skipped with a word; never in CI.
pub(crate) fn check() -> Result<Count> {
    let android = one(ANDROID, |command| {
        let zig = zig()?;
        let folder = workspace::cache().join("android-compiler");
        fs::create_dir_all(&folder)?;
        let cc =
            script(&folder.join("cc"), &format!("exec \"{}\" cc -target aarch64-linux-musl \"$@\"", zig.display()))?;
        let ar = script(&folder.join("ar"), &format!("exec \"{}\" ar \"$@\"", zig.display()))?;
        command.env("CC_aarch64_linux_android", cc).env("AR_aarch64_linux_android", ar);
        Ok(())
    })?;
    let windows = one(WINDOWS, |_| match which("x86_64-w64-mingw32-gcc") {
        Some(_) => Ok(()),
        None => bail!("x86_64-w64-mingw32-gcc is not here"),
    })?;
    Ok(android.and(windows))
}

fn one(target: &str, compiler: impl FnOnce(&mut Command) -> Result<()>) -> Result<Count> {
    let mut command = workspace::cargo();
    command.args(["check", "--package", native::APP, "--package", "dossier", "--target", target]);
    let tools = targets::add(target).and_then(|()| compiler(&mut command)).and_then(|()| openssl_headers());
    match tools {
        Ok(headers) => {
            command.env("OPENSSL_INCLUDE_DIR", &headers).env("OPENSSL_LIB_DIR", &headers);
            Ok(Count::of(step::run(&format!("type-checking for {target}"), &mut command)))
        }
        Err(cause) if env::var_os("CI").is_some() => {
            say::error(&format!("{target}: {cause:#}"));
            Ok(Count::FAILED)
        }
        Err(cause) => {
            say::line(&format!("  {target} skipped: {cause:#}"));
            Ok(Count::SKIPPED)
        }
    }
}

/// Zig's C compiler, which needs no other system's headers; Python's package index has it for every machine.
fn zig() -> Result<PathBuf> {
    if let Some(zig) = which("zig") {
        return Ok(zig);
    }
    let folder = workspace::cache().join(format!("zig-{ZIG}"));
    let zig = folder.join("ziglang/zig");
    if !zig.exists() {
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target"]).arg(&folder);
        pip.arg(format!("ziglang=={ZIG}"));
        step::run("fetching a C compiler for Android", &mut pip)?;
    }
    Ok(zig)
}

/// A folder with nothing in it but the `openssl` headers: the rest of `/usr/include` belongs to this system.
fn openssl_headers() -> Result<PathBuf> {
    let found = step::output(Command::new("pkg-config").args(["--variable=includedir", "openssl"]))?;
    let folder = workspace::cache().join("openssl-headers");
    let own = folder.join("openssl");
    fs::create_dir_all(&own)?;
    let architecture = Path::new(&found).join(format!("{}-linux-gnu", env::consts::ARCH));
    for place in [PathBuf::from(&found).join("openssl"), architecture.join("openssl")] {
        for entry in fs::read_dir(&place).into_iter().flatten() {
            let file = entry?.path();
            fs::copy(&file, own.join(file.file_name().unwrap_or_default()))?;
        }
    }
    if !own.join("crypto.h").exists() {
        bail!("the headers of OpenSSL are not here");
    }
    Ok(folder)
}

/// Writes a shell script that passes its arguments on, without the `--target=` of another compiler.
fn script(path: &Path, last: &str) -> Result<PathBuf> {
    use std::os::unix::fs::PermissionsExt;

    let text = format!(
        "#!/bin/sh\nfor word do\n  shift\n  case $word in --target=*) ;; *) set -- \"$@\" \"$word\" ;; esac\ndone\n{last}\n"
    );
    if fs::read_to_string(path).unwrap_or_default() != text {
        fs::write(path, text).with_context(|| format!("writing {}", path.display()))?;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755))?;
    }
    Ok(path.to_owned())
}
