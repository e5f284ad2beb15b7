//! Schemes of compulsory health insurance: which have accounts here, and whose service the others are.
//!
//! Source: the conditions of the member account, as `assets/reference/schemes.tsv` lists them. The table names services;
//! it holds no addresses, which change.

const TABLE: &str = include_str!("../../../assets/reference/schemes.tsv");

/// A scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// A word of ours for it, such as `camieg`.
    pub key: &'static str,
    /// Its name, « CAMIEG ».
    pub name: &'static str,
    /// Who belongs to it, in French.
    pub people: &'static str,
    /// Where its members have their account.
    pub account: Account,
}

/// Where the members of a scheme have their account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Account {
    /// Here.
    Here,
    /// At their own scheme: the name of its service, in French, with its article.
    Elsewhere(&'static str),
}

/// Every scheme: the general one first, its partners, then those with a service of their own.
pub fn schemes() -> impl Iterator<Item = Scheme> {
    TABLE.lines().skip(1).filter_map(read)
}

/// The scheme with this key.
pub fn scheme(key: &str) -> Option<Scheme> {
    schemes().find(|scheme| scheme.key == key)
}

fn read(line: &'static str) -> Option<Scheme> {
    let mut columns = line.split('\t');
    let (key, name, people) = (columns.next()?, columns.next()?, columns.next()?);
    let account = match (columns.next()?, columns.next()?) {
        ("here", _) => Account::Here,
        (_, service) => Account::Elsewhere(service),
    };
    Some(Scheme { key, name, people, account })
}
