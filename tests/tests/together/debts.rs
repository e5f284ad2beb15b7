//! Paying debts by card, with the real service and the real core: accepted, refused, abandoned, an answer lost anywhere on
//! the way. Never paid twice, and never said to be unpaid when it is.

use std::sync::Arc;

use anyhow::{Context, Result};
use dossier::{MemoryVault, OpenBrowser, Vault};
use protocol::debts::{CardPaymentState, DebtState, DebtsPage, Paying};
use protocol::documents::DocumentKind;
use protocol::{ApiError, DebtId};
use serde_json::json;
use tempfile::TempDir;
use tests::{AtBank, Core, InProcess, Member, Outcome, at_bank, failed, require, until};
use tokio::sync::Mutex;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// A member who owes something, and the browser.
struct Owing {
    folder: TempDir,
    vault: MemoryVault,
    service: InProcess,
    member: Member,
    browser: OpenBrowser,
    shown: Mutex<UnboundedReceiver<String>>,
}

impl Owing {
    async fn new() -> Result<Self> {
        let (sender, shown) = unbounded_channel();
        let browser: OpenBrowser =
            Arc::new(move |address| sender.send(address.to_string()).map_err(std::io::Error::other));
        let service = InProcess::start().await?;
        let found = (0..).map_while(|place| service.member(place).ok()).find(|one| one.about.contains("créance"));
        let found = found.context("nobody owes anything")?;
        let member = Member { nir: found.nir.clone(), code: found.code.clone(), ..Member::default() };
        let (folder, vault) = (tempfile::tempdir()?, MemoryVault::default());
        Ok(Self { folder, vault, service, member, browser, shown: Mutex::new(shown) })
    }

    /// The app, started and opened, with all that the service has.
    async fn start(&self) -> Result<Core> {
        let (vault, browser) = (Vault::Memory(self.vault.clone()), Arc::clone(&self.browser));
        let core = Core::start(self.folder.path(), vault, "test", self.service.url()?, browser)?;
        core.enter(&self.member).await?;
        let complete = until(async || core.is_up_to_date().await.ok()?.then_some(())).await;
        complete.context("it is not brought up to date")?;
        Ok(core)
    }

    async fn shown(&self) -> Result<String> {
        self.shown.lock().await.recv().await.context("nothing is shown in the browser")
    }

    /// Begins to pay, and goes to the page.
    async fn begin(&self, core: &Core) -> Result<String> {
        let paying = core.dossier.pay_debts(open(core).await?).await.map_err(failed)?;
        require(paying == Paying::Opened, || format!("{paying:?}"))?;
        self.shown().await
    }
}

async fn page(core: &Core) -> Result<DebtsPage> {
    core.dossier.debts().await.map_err(failed)
}

async fn open(core: &Core) -> Result<Vec<DebtId>> {
    Ok(page(core).await?.open.into_iter().map(|debt| debt.id).collect())
}

async fn receipts(core: &Core) -> Result<usize> {
    let documents = core.dossier.documents().await.map_err(failed)?;
    Ok(documents.iter().filter(|document| document.kind == DocumentKind::Receipt && document.available).count())
}

/// Paid once, and the receipt has come.
async fn paid_once(core: &Core, before: usize) -> Result<()> {
    let paid = until(async || {
        let page = page(core).await.ok()?;
        (page.open.is_empty() && page.under_way.is_none() && receipts(core).await.ok()? > 0).then_some(page)
    });
    let paid = paid.await.context("it is not known to be paid")?.paid;
    require(paid.len() == before + 1, || format!("{} are paid", paid.len()))?;
    require(paid.iter().all(|debt| matches!(debt.state, DebtState::Paid { .. })), || "one is not paid".to_owned())?;
    let count = receipts(core).await?;
    require(count == 1, || format!("{count} receipts"))
}

/// How the payment under way ended.
async fn follow(core: &Core) -> Result<Option<CardPaymentState>> {
    core.dossier.follow_debt_payment().await.map_err(failed)?;
    Ok(page(core).await?.ended)
}

#[tokio::test]
async fn a_debt_is_paid_once_and_its_receipt_comes() -> Outcome {
    let owing = Owing::new().await?;
    let core = owing.start().await?;
    let before = page(&core).await?;
    require(before.open.len() == 1 && !before.paid.is_empty(), || "another household".to_owned())?;
    let address = owing.begin(&core).await?;
    require(page(&core).await?.under_way.is_some(), || "nothing is under way".to_owned())?;
    // Pressed again, the same page is shown.
    core.dossier.pay_debts(open(&core).await?).await.map_err(failed)?;
    require(owing.shown().await? == address, || "another page".to_owned())?;
    let (ended, shown) = tokio::join!(follow(&core), at_bank(&address, AtBank::Pay));
    require(shown?.contains("Paiement accepté"), || "the page says something else".to_owned())?;
    require(ended? == Some(CardPaymentState::Accepted), || "not accepted".to_owned())?;
    // The page left open, and pressed once more.
    require(at_bank(&address, AtBank::Pay).await?.contains("Paiement accepté"), || "it forgot".to_owned())?;
    paid_once(&core, before.paid.len()).await?;
    require(follow(&core).await? == Some(CardPaymentState::Accepted), || "forgotten how it ended".to_owned())?;
    let again = core.dossier.pay_debts(before.open.into_iter().map(|debt| debt.id).collect()).await;
    require(again == Ok(Paying::NotOpen), || format!("{again:?}"))?;
    Ok(())
}

#[tokio::test]
async fn what_the_bank_refuses_or_the_person_gives_up_stays_to_be_paid() -> Outcome {
    let owing = Owing::new().await?;
    let core = owing.start().await?;
    let ends = [(AtBank::Refuse, CardPaymentState::Refused), (AtBank::Abandon, CardPaymentState::Abandoned)];
    for (decision, state) in ends {
        let address = owing.begin(&core).await?;
        at_bank(&address, decision).await?;
        require(follow(&core).await? == Some(state), || format!("not {state:?}"))?;
        // The old page pays nothing any more.
        require(!at_bank(&address, AtBank::Pay).await?.contains("accepté"), || "paid after all".to_owned())?;
        let page = page(&core).await?;
        require(page.open.len() == 1 && page.under_way.is_none(), || format!("after {state:?}: {page:?}"))?;
    }
    // Left alone, it is given up after a quarter of an hour.
    let address = owing.begin(&core).await?;
    owing.service.order(json!({ "path": "/health", "fault": { "clock_shift": 16 * 60 } })).await?;
    tests::get(owing.service.url()?.join("health")?).await?;
    require(follow(&core).await? == Some(CardPaymentState::Abandoned), || "it waits for ever".to_owned())?;
    require(at_bank(&address, AtBank::Pay).await?.contains("abandonné"), || "paid too late".to_owned())?;
    require(receipts(&core).await? == 0, || "a receipt for nothing".to_owned())?;
    Ok(())
}

#[tokio::test]
async fn an_answer_lost_anywhere_pays_nothing_twice() -> Outcome {
    let owing = Owing::new().await?;
    let core = owing.start().await?;
    let before = page(&core).await?;
    let debts = open(&core).await?;
    // The service begins, and its answer is lost.
    owing.service.order(json!({ "path": "/v1/debts/payments", "fault": { "cut": 20 } })).await?;
    let lost = core.dossier.pay_debts(debts.clone()).await;
    require(matches!(lost, Err(ApiError::Offline | ApiError::ServiceUnavailable)), || format!("{lost:?}"))?;
    require(page(&core).await?.under_way == Some(debts), || "it is forgotten".to_owned())?;
    // Killed, and started again.
    drop(core);
    let core = owing.start().await?;
    let address = owing.begin(&core).await?;
    // The bank takes the card, and its page breaks.
    let broken = at_bank(&address, AtBank::PayAndLose).await;
    require(broken.is_err(), || "the page arrives".to_owned())?;
    // The service cannot say how it ended; then it can.
    owing.service.order(json!({ "path": "/v1/debts/payments/*", "fault": "html" })).await?;
    let unknown = core.dossier.follow_debt_payment().await;
    require(unknown == Err(ApiError::ServiceUnavailable), || format!("{unknown:?}"))?;
    drop(core);
    let core = owing.start().await?;
    let ended = follow(&core).await?;
    require(ended == Some(CardPaymentState::Accepted), || format!("{ended:?}"))?;
    paid_once(&core, before.paid.len()).await?;
    Ok(())
}
