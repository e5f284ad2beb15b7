//! The tables, as an append-only list of steps: `PRAGMA user_version` says how many were taken. A step may also fill what
//! it made from what the file holds already.

use rusqlite::{Connection, TransactionBehavior};

use super::{StoreError, Writer};

/// Never edit a step that was released; add one.
const STEPS: &[Step] = &[
    Step::of(include_str!("steps/1.sql")),
    Step::of(include_str!("steps/2.sql")),
    Step::of(include_str!("steps/3.sql")),
    Step { sql: include_str!("steps/4.sql"), fill: index_payments },
    Step::of(include_str!("steps/5.sql")),
    Step::of(include_str!("steps/6.sql")),
];

#[derive(Clone, Copy)]
struct Step {
    sql: &'static str,
    fill: fn(&Writer<'_>) -> Result<(), StoreError>,
}

impl Step {
    const fn of(sql: &'static str) -> Self {
        Self { sql, fill: |_| Ok(()) }
    }
}

/// Takes the steps that this file has not taken yet, each with its number in one transaction.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    take(connection, STEPS)
}

fn take(connection: &mut Connection, steps: &[Step]) -> Result<(), StoreError> {
    let taken: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let Ok(count) = usize::try_from(taken) else { return Err(StoreError::Newer(taken)) };
    if count > steps.len() {
        return Err(StoreError::Newer(taken));
    }
    for (number, step) in (1_i64..).zip(steps).skip(count) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(step.sql)?;
        (step.fill)(&Writer { transaction: &transaction })?;
        transaction.pragma_update(None, "user_version", number)?;
        transaction.commit()?;
    }
    Ok(())
}

/// Sums and index of the payments of a file that had neither.
fn index_payments(writer: &Writer<'_>) -> Result<(), StoreError> {
    writer.reader().each_payment(|key, payment| {
        writer.count_spending(payment)?;
        writer.index_payment(key, payment)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Reader, SearchTerm};

    #[test]
    fn takes_only_the_steps_that_are_missing() {
        let mut connection = Connection::open_in_memory().unwrap();
        take(&mut connection, &[Step::of("CREATE TABLE a (x INTEGER) STRICT;")]).unwrap();
        let more = ["not SQL, and already taken", "CREATE TABLE b (x INTEGER) STRICT;"].map(Step::of);
        take(&mut connection, &more).unwrap();
        let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        assert_eq!(version, 2);
    }

    #[test]
    fn a_step_that_fails_leaves_nothing_behind() {
        let mut connection = Connection::open_in_memory().unwrap();
        let twice = Step::of("CREATE TABLE a (x INTEGER) STRICT; CREATE TABLE a (x INTEGER);");
        assert!(take(&mut connection, &[twice]).is_err());
        take(&mut connection, &[Step::of("CREATE TABLE a (x INTEGER) STRICT;")]).unwrap();
    }

    #[test]
    fn refuses_a_file_of_a_later_version() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.pragma_update(None, "user_version", 99).unwrap();
        assert!(matches!(migrate(&mut connection), Err(StoreError::Newer(99))));
    }

    #[test]
    fn the_payments_of_a_file_without_an_index_are_found_after_the_step() {
        let mut connection = Connection::open_in_memory().unwrap();
        take(&mut connection, &STEPS[..3]).unwrap();
        let payment = crate::testing::payment("p", jiff::civil::date(2026, 11, 19), "member");
        let row = "INSERT INTO payment (id, paid_on, nature, amount, to_member, lines, people)
            VALUES ('p', '2026-11-19', 'care', 1900, 1, 1, '[]')";
        connection.execute(row, []).unwrap();
        let body = "INSERT INTO payment_body (payment, body) SELECT key, ?1 FROM payment";
        connection.execute(body, [serde_json::to_string(&payment).unwrap()]).unwrap();
        migrate(&mut connection).unwrap();
        let reader = Reader { connection: &connection };
        let found = |term: &str| reader.count_payments(&[vec![SearchTerm::Whole(term.to_owned())]]).unwrap();
        assert_eq!((found("wferrand"), found("e19c00"), found("wlenoir")), (1, 1, 0));
        let month = crate::payments::YearMonth { year: 2026, month: 11 };
        assert_eq!(reader.months_of_spending().unwrap(), Some((month, month)));
        assert_eq!(reader.providers().unwrap(), ["Dr Ferrand"]);
    }

    #[test]
    fn every_table_is_strict() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        let loose: i64 = connection
            .query_row(
                "SELECT count(*) FROM pragma_table_list
                 WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite%'",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(loose, 0);
    }
}
