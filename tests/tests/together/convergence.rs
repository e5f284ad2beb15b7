//! Whatever happens between service and core, in the end the core holds what a fresh fetch brings.

use anyhow::Result;
use dossier::MemoryVault;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use protocol::payments::Payment;
use protocol::sync::{Change, kind};
use protocol::{CareId, PaymentId};
use serde_json::{Value, json};
use tests::{Core, InProcess, everything, payments, require, until};

const MEMBER: usize = 0;

/// One thing that happens.
#[derive(Clone, Debug)]
enum Event {
    /// A payment gets another day.
    Move(usize, i64),
    /// A payment that was not there before.
    Add(usize),
    /// A payment is taken back.
    Remove(usize),
    /// A kind that this core does not know.
    Unknown,
    /// The service misbehaves at one of the next requests.
    Disturb { after: u32, fault: Value },
    /// The member asks for an update.
    Ask,
    /// Some time passes: synchronisation gets so far.
    Pass(u64),
    /// The app is closed and opened again.
    Restart,
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let fault = prop_oneof![
        Just(json!("html")),
        Just(json!("repeat_page")),
        Just(json!("wrong_hash")),
        (0_u64..3_000).prop_map(|after| json!({ "cut": after })),
        (0_u64..40).prop_map(|delay| json!({ "delay_ms": delay })),
        prop::sample::select(vec![401_u16, 429, 500, 503]).prop_map(|status| json!({ "status": status })),
    ];
    let event = prop_oneof![
        3 => (any::<usize>(), -40_i64..40).prop_map(|(at, days)| Event::Move(at, days)),
        2 => any::<usize>().prop_map(Event::Add),
        2 => any::<usize>().prop_map(Event::Remove),
        1 => Just(Event::Unknown),
        4 => (0_u32..3, fault).prop_map(|(after, fault)| Event::Disturb { after, fault }),
        4 => Just(Event::Ask),
        3 => (0_u64..60).prop_map(Event::Pass),
        1 => Just(Event::Restart),
    ];
    prop::collection::vec(event, 1..25)
}

#[test]
fn random_changes_faults_and_restarts_end_as_a_fresh_fetch() {
    let config = Config { cases: 16, max_shrink_iters: 40, failure_persistence: None, ..Config::default() };
    let outcome = TestRunner::new(config).run(&events(), |events| {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        let runtime = runtime.map_err(|cause| TestCaseError::fail(cause.to_string()))?;
        runtime.block_on(play(events)).map_err(|cause| TestCaseError::fail(format!("{cause:#}")))
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

async fn play(events: Vec<Event>) -> Result<()> {
    let service = InProcess::start().await?;
    let member = service.member(MEMBER)?.clone();
    let member = serde_json::from_value(json!(member))?;
    let folder = tempfile::tempdir()?;
    let vault = MemoryVault::default();
    let mut core = Core::in_memory(folder.path(), &vault, service.url()?, &member).await?;
    for (at, event) in events.into_iter().enumerate() {
        match event {
            Event::Restart => {
                drop(core);
                core = Core::in_memory(folder.path(), &vault, service.url()?, &member).await?;
            }
            Event::Ask => core.nudge().await?,
            Event::Pass(milliseconds) => tokio::time::sleep(std::time::Duration::from_millis(milliseconds)).await,
            Event::Disturb { after, fault } => {
                service.order(json!({ "path": "/v1/c*", "skip": after, "fault": fault })).await?;
            }
            change => make(&service, at, &change)?,
        }
    }
    service.heal().await?;

    let truth = service.payments(MEMBER)?;
    let converged = until(async || {
        core.nudge().await.ok()?;
        let same = core.is_up_to_date().await.ok()? && payments(&core.dossier).await.ok()? == truth;
        same.then_some(())
    });
    let converged = converged.await.is_some();
    require(converged, || "the core does not come to hold the service's payments".to_owned())?;

    let other = tempfile::tempdir()?;
    let fresh = Core::in_memory(other.path(), &MemoryVault::default(), service.url()?, &member).await?;
    let same = until(async || {
        core.nudge().await.ok()?;
        fresh.nudge_when_failed().await.ok()?;
        let both = core.is_up_to_date().await.ok()? && fresh.is_up_to_date().await.ok()?;
        (both && everything(&core.dossier).await.ok()? == everything(&fresh.dossier).await.ok()?).then_some(())
    });
    let same = same.await.is_some();
    require(same, || "the core holds something else than a fresh fetch".to_owned())
}

/// Changes what the service holds.
fn make(service: &InProcess, at: usize, event: &Event) -> Result<()> {
    let payments = service.payments(MEMBER)?;
    let pick = |place: usize| payments.get(place.checked_rem(payments.len()).unwrap_or(0)).cloned();
    let put = |payment: &Payment| service.state.upsert(MEMBER, kind::PAYMENT, payment.id.as_str(), payment);
    match event {
        Event::Move(place, days) => {
            if let Some(mut payment) = pick(*place) {
                payment.paid_on = payment.paid_on.saturating_add(jiff::Span::new().days(*days));
                put(&payment)?;
            }
        }
        Event::Add(place) => {
            if let Some(mut payment) = pick(*place) {
                payment.id = PaymentId::new(format!("added-{at}"));
                let lines = payment.beneficiaries.iter_mut().flat_map(|person| &mut person.lines);
                (0..).zip(lines).for_each(|(line, care): (u32, _)| care.id = CareId::new(format!("care-{at}-{line}")));
                put(&payment)?;
            }
        }
        Event::Remove(place) => {
            if let Some(payment) = pick(*place) {
                service.state.tombstone(MEMBER, kind::PAYMENT, payment.id.as_str())?;
            }
        }
        Event::Unknown => {
            let body = Some(serde_json::value::to_raw_value(&json!({ "new": at }))?);
            let change = Change { kind: "horoscope".to_owned(), id: format!("h-{at}"), version: 1, body };
            service.state.append(MEMBER, &change)?;
        }
        Event::Disturb { .. } | Event::Ask | Event::Pass(_) | Event::Restart => {}
    }
    Ok(())
}
