//! To whom a program is connected, as the kernel tells it.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::process::family;

/// Remote addresses, in the kernel's writing, of TCP and UDP sockets that this process or one that it started holds.
/// Loopback and sockets without a remote end are left out.
pub(crate) fn elsewhere(process: u32) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for id in family(process) {
        let held = sockets(id);
        for table in ["tcp", "tcp6", "udp", "udp6"] {
            let text = fs::read_to_string(format!("/proc/{id}/net/{table}")).unwrap_or_default();
            for line in text.lines().skip(1) {
                let fields: Vec<&str> = line.split_whitespace().collect();
                if let (Some(remote), Some(inode)) = (fields.get(2), fields.get(9))
                    && held.iter().any(|socket| socket == inode)
                    && !is_here(remote)
                {
                    found.push(format!("{table} {remote}"));
                }
            }
        }
    }
    Ok(found)
}

/// The inodes of the sockets that a process holds.
fn sockets(id: u32) -> Vec<String> {
    let entries = fs::read_dir(Path::new("/proc").join(id.to_string()).join("fd")).into_iter().flatten().flatten();
    let targets = entries.filter_map(|entry| fs::read_link(entry.path()).ok());
    targets
        .filter_map(|target| Some(target.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned()))
        .collect()
}

/// `0100007F:1F90` is 127.0.0.1; all zeros is no remote end; IPv6 has the loopback, and IPv4 within it.
fn is_here(remote: &str) -> bool {
    let address = remote.split(':').next().unwrap_or_default();
    address.chars().all(|digit| digit == '0')
        || (address.len() == 8 && address.ends_with("7F"))
        || address == "00000000000000000000000001000000"
        || (address.starts_with("0000000000000000FFFF0000") && address.ends_with("7F"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loopback_is_here_and_the_rest_is_not() {
        assert!(is_here("0100007F:1F90"));
        assert!(is_here("00000000:0000"));
        assert!(is_here("0000000000000000FFFF00000100007F:A1B2"));
        assert!(!is_here("08080808:0035"));
        assert!(!is_here("B80D0120000000000000000001000000:01BB"));
    }
}
