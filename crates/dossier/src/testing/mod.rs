//! What the tests of this crate share: a clock to set, a service of a few lines, and invented payments.

mod leaves;
mod payments;
mod service;

use std::path::Path;
use std::sync::{Arc, Mutex};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use protocol::Secret;
use protocol::sign_in::SignInForm;

pub(crate) use leaves::{allowance, leave};
pub(crate) use payments::{any_payment, change, deduction, gone, payment, person, profile};
pub(crate) use service::{FakeService, Reply};

use crate::{Clock, Dossier, MemoryVault, Surroundings, SystemEntropy, Vault};

/// A clock that stands until it is set.
#[derive(Clone)]
pub(crate) struct SetClock(Arc<Mutex<Timestamp>>);

impl SetClock {
    pub(crate) fn at(instant: &str) -> Self {
        Self(Arc::new(Mutex::new(instant.parse().unwrap())))
    }

    pub(crate) fn forward(&self, seconds: i64) {
        let mut now = self.0.lock().unwrap();
        *now += jiff::SignedDuration::from_secs(seconds);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::fixed(jiff::tz::offset(1))
    }
}

pub(crate) const NIR: &str = "2 06 12 75 111 005 64";
pub(crate) const CODE: &str = "12345678";

pub(crate) fn form() -> SignInForm {
    SignInForm { nir: Secret::new(NIR), code: Secret::new(CODE) }
}

/// A core on this folder and keyring, as after a start of the app.
pub(crate) fn start(folder: &Path, vault: &MemoryVault, clock: &SetClock, service: &FakeService) -> Dossier {
    Dossier::open(Surroundings {
        data_dir: folder.join("data"),
        downloads_dir: folder.join("downloads"),
        service: service.url(),
        clock: Arc::new(clock.clone()),
        entropy: Arc::new(SystemEntropy),
        vault: Vault::Memory(vault.clone()),
        keyring_service: "test".to_owned(),
        open_browser: Arc::new(|_| Ok(())),
        on_change: Arc::new(|_| {}),
    })
    .unwrap()
}
