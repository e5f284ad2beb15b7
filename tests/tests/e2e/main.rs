//! The real app, end to end: real window, real keyring, real encrypted file, real service. One module a feature; each
//! test begins with its row of the list of features.

mod scratch;
