//! Everything that the service holds, and the handle by which tests change it while it runs.

use std::sync::Arc;

use jiff::Timestamp;
use protocol::sync::Change;
use rusqlite::Transaction;
use serde::Serialize;

use crate::clock::Clock;
use crate::clock::in_paris;
use crate::codes::{Codes, NewCode};
use crate::error::Error;
use crate::faults::Queue;
use crate::franceconnect::{Identity, Provider};
use crate::households::{self, Account};
use crate::mail;
use crate::opening::PerMinute;
use crate::people::{Member, Newcomer};
use crate::settings::{FaultOrders, SecondFactor, Settings};
use crate::store::members::Origin;
use crate::store::{self, Store, access, changes, contents, members};

/// Why the service cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The store cannot be opened, read or written.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// A household is not well made.
    #[error(transparent)]
    Households(#[from] households::Error),
    /// The system has no randomness for the identity provider's keys.
    #[error("the system has no randomness")]
    Randomness(#[from] getrandom::Error),
    /// The file was made with another seed, or for another roster.
    #[error("the store was made with another seed or roster")]
    OtherOrigin,
}

/// Persons without an account have numbers of their own, so that members keep their places.
const FIRST_NEWCOMER: i64 = 1000;

/// The service's state; a clone is the same state.
#[derive(Clone)]
pub struct State(Arc<Inner>);

struct Inner {
    clock: Clock,
    store: Arc<Store>,
    codes: Codes,
    members: Vec<Member>,
    newcomers: Vec<Newcomer>,
    proofs: PerMinute,
    provider: Provider,
    identified: PerMinute,
    faults: Option<Queue>,
    address: String,
    second_factor: SecondFactor,
    mail_server: Option<mail::Server>,
}

impl State {
    /// Opens the store, and makes the members when it is new. Blocks for some tenths of a second.
    ///
    /// # Errors
    /// When the store cannot be opened or written, or was made with another seed.
    pub fn new(settings: Settings) -> Result<Self, StartError> {
        let store = Arc::new(Store::open(&settings.store)?);
        let today = in_paris(settings.now).date();
        let (accounts, newcomers) = match store.within(members::origin)? {
            Some(origin) if (origin.seed, origin.roster) != (settings.seed, settings.roster) => {
                return Err(StartError::OtherOrigin);
            }
            Some(origin) => {
                let accounts = households::accounts(origin.roster, origin.seed, origin.day)?;
                (accounts, households::newcomers(origin.seed, origin.day)?)
            }
            None => {
                let accounts = households::accounts(settings.roster, settings.seed, today)?;
                let newcomers = households::newcomers(settings.seed, today)?;
                store.within(|tx| {
                    members::set_origin(tx, &Origin { seed: settings.seed, roster: settings.roster, day: today })?;
                    let members = (0..).zip(&accounts).chain((FIRST_NEWCOMER..).zip(&newcomers));
                    members.into_iter().try_for_each(|(id, account)| settle(tx, id, account))
                })?;
                (accounts, newcomers)
            }
        };
        let provider = Provider::new(&accounts, &newcomers)?;
        let provisional: Vec<Option<i64>> = accounts.iter().map(|account| account.provisional_until).collect();
        let members: Vec<Member> = accounts.into_iter().map(|account| account.member).collect();
        let unhashed = store.within(members::without_code)?;
        let new = (0..).zip(&members).zip(&provisional).filter(|((id, _), _)| unhashed.contains(id));
        let new = new
            .map(|((id, member), until)| NewCode {
                member: id,
                code: protocol::Secret::new(member.code.as_str()),
                provisional_until: *until,
            })
            .collect();
        let codes = Codes::new(settings.argon2, Arc::clone(&store), new);
        let faults = (settings.faults == FaultOrders::Taken).then(Queue::default);
        Ok(Self(Arc::new(Inner {
            clock: Clock::starting_at(settings.now),
            store,
            codes,
            members,
            newcomers: households::needs(&newcomers),
            proofs: PerMinute::default(),
            provider,
            identified: PerMinute::default(),
            faults,
            address: settings.address,
            second_factor: settings.second_factor,
            mail_server: settings.smtp.as_ref().map(mail::Server::new),
        })))
    }

    /// The members, in the order of the start page. Their place in it names them below.
    pub fn members(&self) -> &[Member] {
        &self.0.members
    }

    /// The persons without an account when the service was new, in the order of the start page.
    pub fn newcomers(&self) -> &[Newcomer] {
        &self.0.newcomers
    }

    /// The persons whose identity the demonstration's own provider proves, in the order of its page.
    pub fn identities(&self) -> &[Identity] {
        self.0.provider.identities()
    }

    /// Adds a change as it stands: any kind, any version.
    ///
    /// # Errors
    /// When there is no such member, or the store cannot be written.
    pub fn append(&self, member: usize, change: &Change) -> Result<(), store::Error> {
        let id = self.id(member)?;
        self.0.store.within(|tx| changes::append(tx, id, change))
    }

    /// Adds a thing, or its next version.
    ///
    /// # Errors
    /// When there is no such member, or the store cannot be written.
    pub fn upsert(&self, member: usize, kind: &str, id: &str, body: &impl Serialize) -> Result<(), store::Error> {
        let (of, body) = (self.id(member)?, serde_json::value::to_raw_value(body)?);
        self.0.store.within(|tx| changes::renew(tx, of, kind, id, Some(body)))
    }

    /// Says that a thing is gone.
    ///
    /// # Errors
    /// When there is no such member, or the store cannot be written.
    pub fn tombstone(&self, member: usize, kind: &str, id: &str) -> Result<(), store::Error> {
        let of = self.id(member)?;
        self.0.store.within(|tx| changes::renew(tx, of, kind, id, None))
    }

    /// Adds bytes that this member may fetch by their hash, and answers it.
    ///
    /// # Errors
    /// When there is no such member, or the store cannot be written.
    pub fn add_content(&self, member: usize, bytes: &[u8]) -> Result<protocol::documents::Content, store::Error> {
        let (of, content) = (self.id(member)?, crate::contents::describe(bytes));
        self.0.store.within(|tx| contents::insert(tx, of, &content.sha256, bytes))?;
        Ok(content)
    }

    /// All that this member's account holds now, by kind and id: what a client must have in the end.
    ///
    /// # Errors
    /// When there is no such member, or the store cannot be read.
    pub fn truth(&self, member: usize) -> Result<Vec<Change>, store::Error> {
        let id = self.id(member)?;
        self.0.store.within(|tx| changes::truth(tx, id))
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.0.clock
    }

    pub(crate) fn codes(&self) -> &Codes {
        &self.0.codes
    }

    /// The address of a place of this service, for an e-mail.
    pub(crate) fn address_of(&self, path: &str) -> String {
        format!("{}{path}", self.0.address)
    }

    /// Whether a device that is not trusted is always asked for six digits.
    pub(crate) fn asks_everyone(&self) -> bool {
        self.0.second_factor == SecondFactor::Everyone
    }

    pub(crate) fn mail_server(&self) -> Option<&mail::Server> {
        self.0.mail_server.as_ref()
    }

    /// Counts the proofs that are looked at.
    pub(crate) fn proofs(&self) -> &PerMinute {
        &self.0.proofs
    }

    /// The identity provider.
    pub(crate) fn provider(&self) -> &Provider {
        &self.0.provider
    }

    /// Counts the proven identities that are looked at.
    pub(crate) fn identified(&self) -> &PerMinute {
        &self.0.identified
    }

    pub(crate) fn faults(&self) -> Option<&Queue> {
        self.0.faults.as_ref()
    }

    /// Does `work` in one transaction, beside the tasks that serve requests.
    pub(crate) async fn store<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, store::Error> + Send + 'static,
    ) -> Result<T, Error> {
        let store = Arc::clone(&self.0.store);
        Ok(tokio::task::spawn_blocking(move || store.within(work)).await??)
    }

    fn id(&self, member: usize) -> Result<i64, store::Error> {
        self.0.members.get(member).ok_or(store::Error::NoSuchMember)?;
        i64::try_from(member).map_err(|_| store::Error::NoSuchMember)
    }
}

/// Writes a new member's account down.
fn settle(tx: &Transaction<'_>, id: i64, account: &Account) -> Result<(), store::Error> {
    members::insert(tx, id, &account.member.nir, account.last_sign_in.map(Timestamp::as_second))?;
    access::insert(tx, id, &account.access)?;
    changes::begin(tx, id, account.changes()?)?;
    account.contents().try_for_each(|(sha256, bytes)| contents::insert(tx, id, sha256, bytes))
}
