//! What people type, and what they mean by it: each query against every payment of forty years, looked at one by one.

mod queries;
mod truth;

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use dossier::MemoryVault;
use protocol::PaymentId;
use protocol::search::{Found, SearchRequest};
use serde_json::json;
use tests::{Core, InProcess, failed, until};

use queries::{Also, Row, queries};
use truth::{Has, Truth};

#[tokio::test]
async fn finds_in_forty_years_what_people_mean() -> Result<()> {
    let service = InProcess::with(service::Roster::Everyone).await?;
    let place = service.state.members().iter().position(|member| member.about.contains("Quarante ans"));
    let place = place.context("nobody with forty years of payments")?;
    let folder = tempfile::tempdir()?;
    let member = serde_json::from_value(json!(service.member(place)?))?;
    let core = Core::in_memory(folder.path(), &MemoryVault::default(), service.url()?, &member).await?;
    until(async || core.is_up_to_date().await.ok()?.then_some(())).await.context("the synchronisation does not end")?;
    let profile = core.dossier.profile().await.map_err(failed)?;
    let names = profile.people.into_iter().map(|person| (person.id, person.name)).collect();
    let truth = Truth { payments: service.payments(place)?, names };

    let rows: Vec<Row> = queries(&truth)?;
    assert!(rows.len() >= 60, "{} queries", rows.len());
    let mut wrong = Vec::new();
    for row in rows {
        let request = SearchRequest { text: row.typed.clone(), payments: 500 };
        let found = core.dossier.search(request).await.map_err(failed)?;
        let wanted: BTreeSet<&PaymentId> = truth
            .payments
            .iter()
            .filter(|payment| truth.has_all(payment, &row.payments))
            .map(|payment| &payment.id)
            .collect();
        let strangers = found.payments.iter().filter(|shown| !wanted.contains(&shown.id)).count();
        let nothing_meant = row.payments.iter().any(|has| matches!(has, Has::Nothing));
        if usize::try_from(found.payments_in_all)? != wanted.len() || strangers > 0 {
            wrong.push(format!(
                "« {} »: {} payments, {} meant, {strangers} others",
                row.typed,
                found.payments_in_all,
                wanted.len()
            ));
        }
        if wanted.is_empty() && !nothing_meant {
            wrong.push(format!("« {} »: the household has none such", row.typed));
        }
        if found.payments.len() != wanted.len().min(500) || !found.payments.is_sorted_by(|a, b| a.paid_on >= b.paid_on)
        {
            wrong.push(format!("« {} »: {} payments shown, or not the newest first", row.typed, found.payments.len()));
        }
        wrong.extend(
            row.also.iter().filter(|also| !holds(&found, also)).map(|also| format!("« {} »: not {also:?}", row.typed)),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

fn holds(found: &Found, also: &Also) -> bool {
    match also {
        Also::Place(place) => found.places.first() == Some(place),
        Also::Document(title) => found.documents.iter().any(|paper| paper.title.as_deref() == Some(title)),
        Also::Person(name) => found.people.iter().any(|person| person.short_name == *name),
        Also::Provider(name) => found.providers.iter().any(|provider| provider.name == *name && provider.payments > 0),
        Also::Act(act) => found.acts.iter().any(|found| found.act == *act && found.payments > 0),
        Also::Corrected(word) => found.corrected == [*word],
    }
}
