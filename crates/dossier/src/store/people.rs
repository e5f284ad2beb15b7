//! The member's own information and the persons of the account. Who left keeps their name, for old payments.

use protocol::BeneficiaryId;
use protocol::profile::{Beneficiary, Profile};
use rusqlite::{OptionalExtension, params};

use super::{Reader, StoreError, Writer};

impl Reader<'_> {
    /// The member's own information, once fetched.
    pub(crate) fn profile(&self) -> Result<Option<Profile>, StoreError> {
        let body: Option<String> =
            self.connection.prepare_cached("SELECT body FROM profile")?.query_row([], |row| row.get(0)).optional()?;
        body.map(|body| serde_json::from_str(&body).map_err(|_| StoreError::Form("profile"))).transpose()
    }

    /// Persons with rights in the account now, by rank.
    pub(crate) fn present_people(&self) -> Result<Vec<Beneficiary>, StoreError> {
        self.people("SELECT body FROM person WHERE gone = 0 ORDER BY rank, id")
    }

    /// Everyone with rights now or with a payment, by rank.
    pub(crate) fn people_of_payments(&self) -> Result<Vec<Beneficiary>, StoreError> {
        self.people(
            "SELECT body FROM person WHERE gone = 0
                OR EXISTS (SELECT 1 FROM payment_person WHERE beneficiary = person.id)
             ORDER BY rank, id",
        )
    }

    /// Everyone ever known, by rank.
    pub(crate) fn all_people(&self) -> Result<Vec<Beneficiary>, StoreError> {
        self.people("SELECT body FROM person ORDER BY rank, id")
    }

    /// One person, present or not.
    pub(crate) fn person(&self, id: &BeneficiaryId) -> Result<Option<Beneficiary>, StoreError> {
        let body: Option<String> = self
            .connection
            .prepare_cached("SELECT body FROM person WHERE id = ?1")?
            .query_row([id.as_str()], |row| row.get(0))
            .optional()?;
        body.as_deref().map(parse).transpose()
    }

    fn people(&self, sql: &str) -> Result<Vec<Beneficiary>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let bodies = statement.query_map([], |row| row.get::<_, String>(0))?;
        bodies.map(|body| parse(&body?)).collect()
    }
}

fn parse(body: &str) -> Result<Beneficiary, StoreError> {
    serde_json::from_str(body).map_err(|_| StoreError::Form("person"))
}

impl Writer<'_> {
    /// Keeps the member's own information; `None` when the service takes it back.
    pub(crate) fn put_profile(&self, body: Option<&str>) -> Result<(), StoreError> {
        match body {
            Some(body) => self
                .transaction
                .prepare_cached("INSERT INTO profile (one, body) VALUES (1, ?1) ON CONFLICT (one) DO UPDATE SET body = excluded.body")?
                .execute([body])?,
            None => self.transaction.prepare_cached("DELETE FROM profile")?.execute([])?,
        };
        Ok(())
    }

    /// Keeps a person as received.
    pub(crate) fn put_person(&self, id: &str, rank: u8, body: &str) -> Result<(), StoreError> {
        self.transaction
            .prepare_cached(
                "INSERT INTO person (id, rank, body) VALUES (?1, ?2, ?3)
                 ON CONFLICT (id) DO UPDATE SET rank = excluded.rank, gone = 0, body = excluded.body",
            )?
            .execute(params![id, rank, body])?;
        Ok(())
    }

    /// The person left the account; their name stays.
    pub(crate) fn person_left(&self, id: &str) -> Result<(), StoreError> {
        self.transaction.prepare_cached("UPDATE person SET gone = 1 WHERE id = ?1")?.execute([id])?;
        Ok(())
    }
}
