//! FranceConnect, with the real provider, the real service and the real core: every answer that may come, and what is
//! open afterwards.

use std::sync::Arc;

use anyhow::{Context, Result};
use dossier::{MemoryVault, OpenBrowser, Vault};
use protocol::franceconnect::{Distrust, FranceConnectAnswer as Answer};
use protocol::opening::{
    ContinueOpening, OpeningAnswer, OpeningDraft, OpeningEntries, OpeningStep, OpeningWay, TermsAnswer, TypedCode,
};
use protocol::sign_in::Phase;
use protocol::{ApiError, Field, Problem, Secret};
use serde_json::json;
use tempfile::TempDir;
use tests::{AtProvider, Core, InProcess, Outcome, decide, failed, require, until};
use tokio::sync::Mutex;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

const CODE: &str = "730519284615";

/// A device with its browser.
struct Device {
    folder: TempDir,
    vault: MemoryVault,
    service: InProcess,
    browser: OpenBrowser,
    shown: Mutex<UnboundedReceiver<String>>,
}

impl Device {
    async fn new() -> Result<Self> {
        let (sender, shown) = unbounded_channel();
        let browser: OpenBrowser =
            Arc::new(move |address| sender.send(address.to_string()).map_err(std::io::Error::other));
        let (folder, vault, service) = (tempfile::tempdir()?, MemoryVault::default(), InProcess::start().await?);
        Ok(Self { folder, vault, service, browser, shown: Mutex::new(shown) })
    }

    /// The app, started, past the choice of the caisse.
    async fn start(&self) -> Result<Core> {
        let (vault, browser) = (Vault::Memory(self.vault.clone()), Arc::clone(&self.browser));
        let core = Core::start(self.folder.path(), vault, "test", self.service.url()?, browser)?;
        core.dossier.choose_caisse("311".to_owned()).await.map_err(failed)?;
        Ok(core)
    }

    async fn shown(&self) -> Result<String> {
        self.shown.lock().await.recv().await.context("nothing is shown in the browser")
    }

    /// FranceConnect, and what the person does there.
    async fn identify(&self, core: &Core, decision: AtProvider<'_>) -> Result<Result<Answer, ApiError>> {
        let there = async {
            let page = decide(&self.shown().await?, decision).await?;
            require(page.contains("Revenez à l’application"), || format!("another page: {page}"))
        };
        let (answer, there) = tokio::join!(core.dossier.franceconnect(), there);
        there?;
        Ok(answer)
    }

    /// Signed in by FranceConnect, with a code for this device.
    async fn enter(&self, core: &Core) -> Result<()> {
        require(self.identify(core, AtProvider::Choose("Camille Morel")).await? == Ok(Answer::Entered), || {
            "Camille does not come in".to_owned()
        })?;
        core.dossier.choose_device_code(Secret::new(CODE)).await.map_err(failed)
    }
}

async fn phase(core: &Core) -> Result<Phase> {
    Ok(core.dossier.session().await.map_err(failed)?.phase)
}

async fn is_in_sync(core: &Core) -> Result<()> {
    let done = until(async || core.is_up_to_date().await.ok()?.then_some(())).await;
    done.context("nothing is fetched")
}

#[tokio::test]
async fn a_member_comes_in_without_a_code_and_chooses_one_for_this_device() -> Outcome {
    let device = Device::new().await?;
    let core = device.start().await?;
    let answer = device.identify(&core, AtProvider::Choose("Camille Morel")).await?;
    require(answer == Ok(Answer::Entered), || format!("{answer:?}"))?;
    require(phase(&core).await? == Phase::DeviceCode, || "the file opens without a code".to_owned())?;
    let nir = &device.service.member(0)?.nir;
    for (code, problem) in [
        ("", Problem::Empty),
        ("1234567", Problem::TooShort),
        ("12345678", Problem::Sequence),
        (&nir[..8], Problem::OwnNumber),
    ] {
        let refused = core.dossier.choose_device_code(Secret::new(code)).await;
        require(refused == Err(ApiError::Invalid { field: Field::NewCode, problem }), || format!("{refused:?}"))?;
    }
    core.dossier.choose_device_code(Secret::new(CODE)).await.map_err(failed)?;
    let session = core.dossier.session().await.map_err(failed)?;
    require(session.phase == Phase::Open && session.device_code && !session.ask_to_keep_code, || {
        format!("{:?}", session.phase)
    })?;
    is_in_sync(&core).await?;
    drop(core);

    // The code opens the file at the next start, the account's own code does not, and the service sees neither.
    let core = device.start().await?;
    require(phase(&core).await? == Phase::Locked, || "not locked after a start".to_owned())?;
    let other = core.dossier.unlock(Secret::new(device.service.member(0)?.code.as_str())).await;
    require(other == Err(ApiError::WrongCode { retry_in: 0 }), || format!("{other:?}"))?;
    core.dossier.unlock(Secret::new(CODE)).await.map_err(failed)?;
    core.dossier.keep_code(true).await.map_err(failed)?;
    let session = core.dossier.session().await.map_err(failed)?;
    Ok(require(!session.settings.keep_code, || "a code that signs nobody in is kept".to_owned())?)
}

#[tokio::test]
async fn whoever_turns_back_before_choosing_a_code_is_not_signed_in() -> Outcome {
    let device = Device::new().await?;
    let core = device.start().await?;
    require(device.identify(&core, AtProvider::Choose("Camille")).await?.is_ok(), || "no answer".to_owned())?;
    core.dossier.leave_entrance().await.map_err(failed)?;
    require(phase(&core).await? == Phase::SignIn, || "not at sign-in".to_owned())?;
    let late = core.dossier.choose_device_code(Secret::new(CODE)).await;
    Ok(require(late == Err(ApiError::EntranceEnded), || format!("{late:?}"))?)
}

#[tokio::test]
async fn the_same_device_stays_the_same_device_at_the_service() -> Outcome {
    let device = Device::new().await?;
    let core = device.start().await?;
    device.enter(&core).await?;
    is_in_sync(&core).await?;
    // While the account is open, the code that opened it goes on serving.
    let again = device.identify(&core, AtProvider::Choose("Camille")).await?;
    require(again == Ok(Answer::Entered) && phase(&core).await? == Phase::Open, || format!("{again:?}"))?;
    core.dossier.lock().await.map_err(failed)?;
    core.dossier.unlock(Secret::new(CODE)).await.map_err(failed)?;
    // From the locked screen it is a way back in for whoever has forgotten the code of the device.
    core.dossier.lock().await.map_err(failed)?;
    let locked = device.identify(&core, AtProvider::Choose("Camille")).await?;
    require(locked == Ok(Answer::Entered) && phase(&core).await? == Phase::DeviceCode, || format!("{locked:?}"))?;
    core.dossier.choose_device_code(Secret::new("918273645546")).await.map_err(failed)?;
    core.dossier.sync_now().await.map_err(failed)?;
    let three = until(async || {
        let log = core.dossier.access_log().await.ok()?;
        let entries = serde_json::to_value(&log).ok()?.to_string().matches("\"signed_in\"").count();
        (entries == 3 && log.devices.len() == 1).then_some(())
    });
    Ok(three.await.context("not three connections of one device")?)
}

#[tokio::test]
async fn an_answer_that_cannot_be_trusted_opens_nothing() -> Outcome {
    let device = Device::new().await?;
    let core = device.start().await?;
    for (path, forgery, because) in [
        ("/identity/token", "signature", Distrust::Signature),
        ("/identity/token", "nonce", Distrust::Nonce),
        ("/identity/token", "audience", Distrust::Audience),
        ("/identity/token", "expired", Distrust::Expired),
        ("/identity/authorize", "state", Distrust::State),
    ] {
        device.service.order(json!({ "path": path, "method": "POST", "fault": { "forge": forgery } })).await?;
        let answer = device.identify(&core, AtProvider::Choose("Camille")).await?;
        require(answer == Ok(Answer::Distrusted { because }), || format!("{forgery}: {answer:?}"))?;
        require(phase(&core).await? == Phase::SignIn, || format!("{forgery}: something is open"))?;
    }
    Ok(())
}

#[tokio::test]
async fn refusals_strangers_and_other_birth_data_are_told_apart_and_open_nothing() -> Outcome {
    let device = Device::new().await?;
    let core = device.start().await?;
    for (decision, expected) in [
        (AtProvider::Refuse, Answer::Refused),
        (AtProvider::Choose("Né un autre jour"), Answer::NotMatched),
        (AtProvider::Choose("Inconnue de la caisse"), Answer::NotMatched),
    ] {
        let answer = device.identify(&core, decision).await?;
        require(answer == Ok(expected), || format!("{decision:?}: {answer:?}"))?;
        require(phase(&core).await? == Phase::SignIn, || format!("{decision:?}: something is open"))?;
    }
    Ok(())
}

#[tokio::test]
async fn a_flow_that_is_left_or_replaced_listens_no_more() -> Outcome {
    let device = Device::new().await?;
    let core = device.start().await?;
    let left = async {
        let address = device.shown().await?;
        core.dossier.open_franceconnect_again().await.map_err(failed)?;
        require(device.shown().await? == address, || "another page is shown".to_owned())?;
        core.dossier.leave_franceconnect().await.map_err(failed)?;
        Ok::<_, anyhow::Error>(address)
    };
    let (answer, address) = tokio::join!(core.dossier.franceconnect(), left);
    require(answer == Ok(Answer::Left), || format!("{answer:?}"))?;
    require(decide(&address?, AtProvider::Choose("Camille")).await.is_err(), || "somebody listens".to_owned())?;

    let second = async {
        let first = device.shown().await?;
        let answer = device.identify(&core, AtProvider::Choose("Camille")).await?;
        require(decide(&first, AtProvider::Choose("Camille")).await.is_err(), || "the first listens".to_owned())?;
        Ok::<_, anyhow::Error>(answer)
    };
    let (first, second) = tokio::join!(core.dossier.franceconnect(), second);
    require(first == Ok(Answer::Left), || format!("{first:?}"))?;
    let second = second?;
    Ok(require(second == Ok(Answer::Entered), || format!("{second:?}"))?)
}

#[tokio::test]
async fn turning_back_while_the_service_takes_its_time_opens_nothing() -> Outcome {
    let device = Device::new().await?;
    let core = device.start().await?;
    device.service.order(json!({ "path": "/v1/franceconnect", "fault": { "delay_ms": 500 } })).await?;
    let turning_back = async {
        decide(&device.shown().await?, AtProvider::Choose("Camille")).await?;
        core.dossier.leave_franceconnect().await.map_err(failed)
    };
    let (answer, turned_back) = tokio::join!(core.dossier.franceconnect(), turning_back);
    turned_back?;
    require(answer == Ok(Answer::Left), || format!("{answer:?}"))?;
    Ok(require(phase(&core).await? == Phase::SignIn, || "something is open".to_owned())?)
}

#[tokio::test]
async fn a_lost_answer_is_asked_for_again_and_then_said() -> Outcome {
    let device = Device::new().await?;
    let core = device.start().await?;
    for path in ["/v1/franceconnect", "/v1/franceconnect/sign-in"] {
        device.service.order(json!({ "path": path, "times": 2, "fault": { "cut": 5 } })).await?;
        let lost = device.identify(&core, AtProvider::Choose("Camille")).await?;
        require(lost == Err(ApiError::ServiceUnavailable), || format!("{path}: {lost:?}"))?;
        require(phase(&core).await? == Phase::SignIn, || format!("{path}: something is open"))?;
    }
    for path in ["/v1/franceconnect", "/v1/franceconnect/sign-in"] {
        device.service.order(json!({ "path": path, "fault": { "cut": 5 } })).await?;
    }
    let answer = device.identify(&core, AtProvider::Choose("Camille")).await?;
    require(answer == Ok(Answer::Entered), || format!("{answer:?}"))?;
    // The provider itself fails, before and after the browser.
    for path in ["/identity/keys", "/identity/.well-known/openid-configuration"] {
        device.service.order(json!({ "path": path, "fault": { "status": 503 } })).await?;
        let failed = core.dossier.franceconnect().await;
        require(failed == Err(ApiError::ServiceUnavailable), || format!("{path}: {failed:?}"))?;
    }
    device.service.order(json!({ "path": "/identity/token", "fault": { "status": 503 } })).await?;
    let failed = device.identify(&core, AtProvider::Choose("Camille")).await?;
    Ok(require(failed == Err(ApiError::ServiceUnavailable), || format!("{failed:?}"))?)
}

fn draft(step: OpeningStep) -> OpeningDraft {
    let entries = OpeningEntries {
        scheme: "general".to_owned(),
        terms: TermsAnswer::Accepted,
        email: "manon.delcourt@exemple.fr".to_owned(),
        email_again: "manon.delcourt@exemple.fr".to_owned(),
        ..OpeningEntries::default()
    };
    OpeningDraft { step, entries, way: OpeningWay::FranceConnect }
}

async fn go_on(core: &Core, step: OpeningStep, code: Option<&str>) -> Result<OpeningAnswer> {
    let code = code.map(|code| TypedCode { code: Secret::new(code), again: Secret::new(code) });
    core.dossier.continue_opening(ContinueOpening { draft: draft(step), code }).await.map_err(failed)
}

#[tokio::test]
async fn a_person_without_an_account_opens_it_without_another_proof() -> Outcome {
    let device = Device::new().await?;
    let core = device.start().await?;
    let answer = device.identify(&core, AtProvider::Choose("Manon")).await?;
    require(answer == Ok(Answer::NoAccount { name: "Manon Delcourt".to_owned() }), || format!("{answer:?}"))?;
    let opening = core.dossier.opening().await.map_err(failed)?.context("no opening")?;
    require(opening.draft.way == OpeningWay::FranceConnect && opening.proven.is_some(), || "not proven".to_owned())?;
    let on = |step| OpeningAnswer::Continue { step };
    require(go_on(&core, OpeningStep::Scheme, None).await? == on(OpeningStep::Terms), || "scheme".to_owned())?;
    require(go_on(&core, OpeningStep::Terms, None).await? == on(OpeningStep::Code), || "terms".to_owned())?;
    let born = go_on(&core, OpeningStep::Code, Some("14031998")).await?;
    require(matches!(born, OpeningAnswer::Correct { .. }), || format!("{born:?}"))?;
    require(go_on(&core, OpeningStep::Code, Some(CODE)).await? == on(OpeningStep::Contact), || "code".to_owned())?;
    drop(core);

    // After a new start the code is asked again, and so is FranceConnect; what was typed is there.
    let core = device.start().await?;
    require(go_on(&core, OpeningStep::Contact, None).await? == on(OpeningStep::Code), || "no code".to_owned())?;
    require(go_on(&core, OpeningStep::Code, Some(CODE)).await? == on(OpeningStep::Contact), || "code".to_owned())?;
    let again = go_on(&core, OpeningStep::Contact, None).await?;
    require(again == OpeningAnswer::ProveAgain, || format!("{again:?}"))?;
    require(device.identify(&core, AtProvider::Choose("Manon")).await?.is_ok(), || "no answer".to_owned())?;
    let kept = core.dossier.opening().await.map_err(failed)?.context("no opening")?;
    require(kept.draft.entries.email == "manon.delcourt@exemple.fr", || "what was typed is gone".to_owned())?;
    let opened = go_on(&core, OpeningStep::Contact, None).await?;
    require(opened == OpeningAnswer::Opened, || format!("{opened:?}"))?;
    Ok(require(phase(&core).await? == Phase::Entering, || "the address is not to be confirmed".to_owned())?)
}

#[tokio::test]
async fn another_persons_draft_is_not_gone_on_with() -> Outcome {
    let device = Device::new().await?;
    let core = device.start().await?;
    require(device.identify(&core, AtProvider::Choose("Manon")).await?.is_ok(), || "no answer".to_owned())?;
    go_on(&core, OpeningStep::Scheme, None).await?;
    require(device.identify(&core, AtProvider::Choose("Solène")).await?.is_ok(), || "no answer".to_owned())?;
    let opening = core.dossier.opening().await.map_err(failed)?.context("no opening")?;
    require(opening.proven.as_deref() == Some("Solène Abadie"), || format!("{:?}", opening.proven))?;
    Ok(require(opening.draft.entries == OpeningEntries::default(), || "what Manon typed is there".to_owned())?)
}
