//! An account that is closed on one device, as the others learn of it: the real service and two real cores.

use anyhow::Result;
use dossier::MemoryVault;
use protocol::Secret;
use protocol::sign_in::{Phase, SignedOutBy};
use tests::{Core, Device, InProcess, Outcome, failed, require, until};

const MEMBER: usize = 0;

/// Encrypted files in a folder.
fn dossiers(folder: &std::path::Path) -> usize {
    let files = Device::files(folder).into_iter();
    files.filter(|file| file.extension().is_some_and(|is| is == "dossier")).count()
}

async fn up_to_date(core: &Core) -> Result<()> {
    until(async || core.is_up_to_date().await.ok()?.then_some(()))
        .await
        .ok_or_else(|| anyhow::anyhow!("it is not brought up to date"))
}

#[tokio::test]
async fn closing_an_account_erases_it_from_every_device_that_asks_again() -> Outcome {
    let service = InProcess::start().await?;
    let member = service.member(MEMBER)?.clone();
    let member = tests::Member { nir: member.nir, code: member.code, ..tests::Member::default() };
    let (here, there) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let (vault_here, vault_there) = (MemoryVault::default(), MemoryVault::default());
    let closing = Core::in_memory(here.path(), &vault_here, service.url()?, &member).await?;
    let other = Core::in_memory(there.path(), &vault_there, service.url()?, &member).await?;
    up_to_date(&closing).await?;
    up_to_date(&other).await?;
    require(dossiers(here.path()) == 1 && dossiers(there.path()) == 1, || "no file each".to_owned())?;

    closing.dossier.close_account(Secret::new(member.code.as_str())).await.map_err(failed)?;
    require(dossiers(here.path()) == 0, || "something is left where it was closed".to_owned())?;
    require(dossiers(there.path()) == 1, || "erased before anything was asked".to_owned())?;

    other.dossier.sync_now().await.map_err(failed)?;
    let signed_out = until(async || {
        let session = other.dossier.session().await.ok()?;
        (session.phase == Phase::SignedOut && session.members.is_empty()).then_some(session.signed_out)
    });
    let by = signed_out.await.ok_or_else(|| anyhow::anyhow!("the other device goes on"))?;
    require(by == Some(SignedOutBy::ClosedElsewhere), || format!("signed out by {by:?}"))?;
    let gone = until(async || (dossiers(there.path()) == 0).then_some(()));
    gone.await.ok_or_else(|| anyhow::anyhow!("the other device keeps its file"))?;
    Ok(())
}
