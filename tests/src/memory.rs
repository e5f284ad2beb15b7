//! How much memory a program takes, shared pages counted once over all programs.

use std::fs;

use crate::process::family;

/// The proportional set size, in kB, of this process and all that it started.
pub fn resident(process: u32) -> u64 {
    family(process).into_iter().map(of_one).sum()
}

fn of_one(id: u32) -> u64 {
    let rollup = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|figure| figure.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
