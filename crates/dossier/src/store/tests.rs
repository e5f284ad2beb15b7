use jiff::civil::date;
use protocol::PaymentId;

use super::*;
use crate::testing;

fn key(byte: u8) -> Key {
    Key::from_hex(&format!("{byte:02x}").repeat(32)).unwrap()
}

fn put(store: &Store, id: &str) {
    let payment = testing::payment(id, date(2026, 11, 3), "member");
    let body = serde_json::to_string(&payment).unwrap();
    store.write_now(|writer| crate::payments::take_payment(writer, id, Some(&body))).unwrap();
}

fn count(store: &Store) -> usize {
    store.read_now(|reader| reader.last_payments(100)).unwrap().len()
}

#[test]
fn what_was_written_is_there_after_reopening() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dossier");
    let store = Store::open(path.clone(), key(1)).unwrap();
    put(&store, "p1");
    store.close();
    let store = Store::open(path, key(1)).unwrap();
    let payment = store.read_now(|reader| reader.payment(&PaymentId::new("p1"))).unwrap();
    assert_eq!(payment, Some(testing::payment("p1", date(2026, 11, 3), "member")));
    store.check().unwrap();
}

#[test]
fn the_file_holds_nothing_in_clear_and_does_not_open_with_another_key() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dossier");
    let store = Store::open(path.clone(), key(1)).unwrap();
    put(&store, "p1");
    store.close();
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(!bytes.windows(10).any(|part| part == b"Dr Ferrand" || part == b"SQLite for"));
    }
    assert!(matches!(Store::open(path, key(2)), Err(StoreError::Damaged)));
}

#[test]
fn a_change_that_fails_leaves_nothing_behind() {
    let store = Store::in_memory().unwrap();
    let failed: Result<(), StoreError> = store.write_now(|writer| {
        let payment = testing::payment("p1", date(2026, 11, 3), "member");
        crate::payments::take_payment(writer, "p1", Some(&serde_json::to_string(&payment).unwrap()))?;
        Err(StoreError::Form("anything"))
    });
    assert!(failed.is_err());
    assert_eq!(count(&store), 0);
}

#[test]
fn reading_connections_refuse_to_write() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path().join("a.dossier"), key(1)).unwrap();
    let written = store.read_now(|reader| Ok(reader.connection.execute("DELETE FROM payment", [])?));
    assert!(written.is_err());
}

#[test]
fn a_full_disk_is_said_and_loses_nothing() {
    let store = Store::in_memory().unwrap();
    put(&store, "p1");
    let full = store.write_now(|writer| {
        writer.transaction.execute_batch("PRAGMA max_page_count = 1")?;
        writer.put_content("hash", &vec![1; 1_000_000])
    });
    assert!(matches!(full, Err(StoreError::NoSpace)), "{:?}", full.err());
    assert_eq!(count(&store), 1);
}

#[test]
fn a_closed_store_refuses_everything() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path().join("a.dossier"), key(1)).unwrap();
    store.close();
    assert!(matches!(store.read_now(|reader| reader.last_payments(1)), Err(StoreError::Closed)));
    assert!(matches!(store.write_now(|_| Ok(())), Err(StoreError::Closed)));
}

/// Damages the middle of a file of many pages.
fn damage(path: &std::path::Path) {
    let mut bytes = std::fs::read(path).unwrap();
    let middle = bytes.len() / 2;
    bytes[4096..middle + 4096].iter_mut().for_each(|byte| *byte ^= 0x5a);
    std::fs::write(path, bytes).unwrap();
}

#[test]
fn damage_inside_the_file_is_found_by_reading_and_by_the_check() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dossier");
    let store = Store::open(path.clone(), key(1)).unwrap();
    (0..200).for_each(|number| put(&store, &format!("p{number}")));
    store.close();
    damage(&path);
    let opened = Store::open(path, key(1));
    let found = match &opened {
        Err(error) => matches!(error, StoreError::Damaged),
        Ok(store) => {
            let read = store.read_now(|reader| reader.last_payments(200));
            assert!(matches!(read, Err(StoreError::Damaged)), "{:?}", read.err());
            matches!(store.check(), Err(StoreError::Damaged))
        }
    };
    assert!(found, "{:?}", opened.err());
}

#[test]
fn a_file_cut_short_is_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dossier");
    let store = Store::open(path.clone(), key(1)).unwrap();
    (0..200).for_each(|number| put(&store, &format!("p{number}")));
    store.close();
    let length = std::fs::metadata(&path).unwrap().len();
    std::fs::File::options().write(true).open(&path).unwrap().set_len(length / 2 + 17).unwrap();
    let damaged = Store::open(path, key(1)).and_then(|store| store.check());
    assert!(matches!(damaged, Err(StoreError::Damaged)), "{damaged:?}");
}

#[test]
fn damaged_files_are_numbered_and_none_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dossier");
    for number in 1..=2 {
        std::fs::write(&path, format!("damaged {number}")).unwrap();
        set_aside(&path).unwrap();
    }
    assert_eq!(std::fs::read_to_string(folder.path().join("a.damaged-1")).unwrap(), "damaged 1");
    assert_eq!(std::fs::read_to_string(folder.path().join("a.damaged-2")).unwrap(), "damaged 2");
    std::fs::write(folder.path().join("ab.dossier"), "another member's").unwrap();
    remove_files(&path).unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
