//! Each trait that the households promise.

mod dossiers;
mod ledger;
mod money;
mod people;

use std::sync::LazyLock;

use jiff::civil::{Date, date};
use protocol::payments::Payment;

use super::{Account, Roster, accounts};

const TODAY: Date = date(2026, 11, 20);

static ACCOUNTS: LazyLock<Vec<Account>> = LazyLock::new(|| accounts(Roster::Everyone, 1, TODAY).unwrap());

fn account(about: &str) -> &'static Account {
    ACCOUNTS.iter().find(|account| account.member.about.contains(about)).unwrap()
}

fn payments() -> impl Iterator<Item = &'static Payment> {
    ACCOUNTS.iter().flat_map(|account| &account.payments)
}
