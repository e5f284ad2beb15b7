//! The index of payments for the search: terms by payment (FTS5, without texts or places), and who gave the care. It is
//! written by the change that writes the payment.

use protocol::payments::Payment;
use rusqlite::params;

use super::payments::{COLUMNS, PaymentRecord};
use super::{Reader, StoreError, Writer};
use crate::search;

/// A term of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SearchTerm {
    /// This one.
    Whole(String),
    /// Every one that begins so.
    Beginning(String),
}

impl Reader<'_> {
    /// Payments that have one term of each group, newest first, up to so many; and how many there are in all.
    pub(crate) fn found_payments(
        &self,
        groups: &[Vec<SearchTerm>],
        most: u32,
    ) -> Result<(Vec<PaymentRecord>, u32), StoreError> {
        let Some(wanted) = expression(groups) else { return Ok((Vec::new(), 0)) };
        let sql = format!(
            "SELECT {COLUMNS} FROM payment_terms t JOIN payment p ON p.key = t.rowid
             WHERE payment_terms MATCH ?1 ORDER BY p.paid_on DESC, p.id LIMIT ?2"
        );
        Ok((self.records(&sql, &[&wanted, &most])?, self.count_payments(groups)?))
    }

    /// How many payments have one term of each group.
    pub(crate) fn count_payments(&self, groups: &[Vec<SearchTerm>]) -> Result<u32, StoreError> {
        let Some(wanted) = expression(groups) else { return Ok(0) };
        let mut statement =
            self.connection.prepare_cached("SELECT count(*) FROM payment_terms WHERE payment_terms MATCH ?1")?;
        Ok(statement.query_row([wanted], |row| row.get(0))?)
    }

    /// Every word of labels and names, folded.
    pub(crate) fn search_words(&self) -> Result<Vec<String>, StoreError> {
        let next = char::from_u32(u32::from(search::WORD) + 1).unwrap_or(search::WORD);
        let mut statement =
            self.connection.prepare_cached("SELECT term FROM payment_term WHERE term >= ?1 AND term < ?2")?;
        let terms = statement.query_map([search::WORD.to_string(), next.to_string()], |row| row.get::<_, String>(0))?;
        terms.map(|term| Ok(term?.split_off(search::WORD.len_utf8()))).collect()
    }

    /// Everyone ever named as having given care, or having been paid.
    pub(crate) fn providers(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT name FROM provider ORDER BY name")?;
        let names = statement.query_map([], |row| row.get(0))?;
        names.map(|name| Ok(name?)).collect()
    }
}

impl Writer<'_> {
    /// Puts a payment into the index, where it is not yet.
    pub(super) fn index_payment(&self, key: i64, payment: &Payment) -> Result<(), StoreError> {
        self.transaction
            .prepare_cached("INSERT INTO payment_terms (rowid, terms) VALUES (?1, ?2)")?
            .execute(params![key, search::terms(payment)?])?;
        for name in search::providers(payment) {
            self.transaction
                .prepare_cached("INSERT INTO provider (name) VALUES (?1) ON CONFLICT DO NOTHING")?
                .execute([name])?;
        }
        Ok(())
    }

    /// Takes a payment out of the index.
    pub(super) fn forget_terms(&self, id: &str) -> Result<(), StoreError> {
        self.transaction
            .prepare_cached("DELETE FROM payment_terms WHERE rowid = (SELECT key FROM payment WHERE id = ?1)")?
            .execute([id])?;
        Ok(())
    }
}

/// What FTS5 is asked; none when a group is empty, since nothing can have one of its terms.
fn expression(groups: &[Vec<SearchTerm>]) -> Option<String> {
    if groups.is_empty() || groups.iter().any(Vec::is_empty) {
        return None;
    }
    let quoted = |term: &SearchTerm| match term {
        SearchTerm::Whole(term) => format!("\"{}\"", term.replace('"', "")),
        SearchTerm::Beginning(term) => format!("\"{}\"*", term.replace('"', "")),
    };
    let group = |terms: &Vec<SearchTerm>| format!("({})", terms.iter().map(quoted).collect::<Vec<_>>().join(" OR "));
    Some(groups.iter().map(group).collect::<Vec<_>>().join(" AND "))
}
