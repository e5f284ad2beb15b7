//! The real app, end to end: real window, real keyring, real encrypted file, real service. The programs must have been
//! built: `cargo xtask test e2e` does it.

mod rows;
