//! Licences and banned crates, by `deny.toml`, from what cargo already knows: no network and no other program. Advisories
//! need cargo-deny and its database: `cargo deny check` reads the same file.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::spdx;
use crate::runner::Count;
use crate::workspace::{self, root};
use crate::{say, step};

/// Checks every crate of the lock file, for all platforms.
pub(crate) fn check() -> Result<Count> {
    say::step("licences and banned crates");
    Ok(Count::of(look()))
}

fn look() -> Result<()> {
    let policy = fs::read_to_string(root().join("deny.toml")).context("deny.toml")?;
    let allowed = list(&policy, "allow");
    let banned = list(&policy, "deny");
    let single = list(&policy, "multiple-versions-include");
    if allowed.is_empty() {
        bail!("deny.toml allows no licence");
    }
    let mut found = Vec::new();
    let mut versions: BTreeMap<String, u32> = BTreeMap::new();
    for package in packages()? {
        let text = |name: &str| package.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let (name, licence) = (text("name"), text("license"));
        if !spdx::allows(&licence, &allowed) {
            found.push(format!("{name} {}: licence « {licence} »", text("version")));
        }
        if banned.contains(&name) {
            found.push(format!("{name} is banned"));
        }
        *versions.entry(name).or_default() += 1;
    }
    found.extend(
        single.iter().filter(|name| versions.get(*name) > Some(&1)).map(|name| format!("{name} is there twice")),
    );
    if found.is_empty() {
        return Ok(());
    }
    bail!("{}", found.join("\n       "))
}

fn packages() -> Result<Vec<Value>> {
    let metadata = step::output(workspace::cargo().args(["metadata", "--format-version", "1", "--locked"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    metadata.get("packages").and_then(Value::as_array).cloned().context("cargo metadata names no package")
}

/// The texts between quotes of `name = [ … ]`. In a table (`{ crate = "…", reason = "…" }`) the first one.
fn list(policy: &str, name: &str) -> Vec<String> {
    let start = format!("{name} = [");
    let lines = policy.lines().skip_while(|line| !line.starts_with(&start)).take_while(|line| !line.starts_with(']'));
    lines.skip(1).filter_map(|line| line.split('"').nth(1)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_lists_of_deny_toml() {
        let policy = "[licenses]\nallow = [\n  \"MIT\",\n  \"ISC\",\n]\n[bans]\ndeny = [\n  { crate = \"a\", reason = \"b\" },\n]\n";
        assert_eq!(list(policy, "allow"), ["MIT", "ISC"]);
        assert_eq!(list(policy, "deny"), ["a"]);
        assert!(list(policy, "skip").is_empty());
    }
}
