use protocol::sign_in::{FileOnSignOut, OpensBy, Phase, SignInForm};
use protocol::{ApiError, ProfileId, Secret};

use super::tests::{Device, code, phase, service, synchronise};
use crate::testing::{CODE, FakeService, form};
use crate::{Dossier, Fault};

fn other() -> SignInForm {
    SignInForm { nir: Secret::new("1 88 11 34 170 052"), code: code(CODE) }
}

/// Both have signed in; the second one's account is open.
async fn two_members(dossier: &Dossier) -> [ProfileId; 2] {
    dossier.sign_in(form()).await.unwrap();
    synchronise(dossier).await;
    dossier.sign_in(other()).await.unwrap();
    let members = dossier.session().await.unwrap().members;
    assert_eq!(members.len(), 2);
    [members[0].id.clone(), members[1].id.clone()]
}

#[tokio::test]
async fn each_member_has_a_locked_screen_and_a_count_of_wrong_codes_of_their_own() {
    let (device, service) = (Device::new(), service().await);
    let dossier = device.start(&service);
    let [first, second] = two_members(&dossier).await;
    dossier.switch_member(second.clone()).await.unwrap();
    assert_eq!(phase(&dossier).await, Phase::Open, "it is theirs that is open");
    dossier.show_members().await.unwrap();
    assert_eq!(phase(&dossier).await, Phase::Members);
    assert_eq!(dossier.home().await.err(), Some(ApiError::SignedOut));
    dossier.switch_member(first.clone()).await.unwrap();
    let session = dossier.session().await.unwrap();
    assert_eq!((session.phase, session.member.unwrap().masked_nir.as_str()), (Phase::Locked, "2 06 12 •• ••• ••• ••"));
    for _ in 0..3 {
        assert!(matches!(dossier.unlock(code("99999999")).await, Err(ApiError::WrongCode { .. })));
    }
    assert!(matches!(dossier.unlock(code(CODE)).await, Err(ApiError::TooManyAttempts { .. })));
    dossier.switch_member(second).await.unwrap();
    dossier.unlock(code(CODE)).await.unwrap();
    assert!(!dossier.home().await.unwrap().fetched, "their own file");
    dossier.switch_member(first).await.unwrap();
    assert!(matches!(dossier.unlock(code(CODE)).await, Err(ApiError::TooManyAttempts { .. })));
}

#[tokio::test]
async fn the_next_start_shows_whoever_was_shown_last_without_the_network() {
    let (device, service) = (Device::new(), service().await);
    let dossier = device.start(&service);
    let [first, second] = two_members(&dossier).await;
    dossier.switch_member(first.clone()).await.unwrap();
    drop(dossier);
    let dossier = device.start(&FakeService::unreachable().await);
    let session = dossier.session().await.unwrap();
    assert_eq!((session.phase, session.members.len()), (Phase::Locked, 2));
    assert_eq!(session.member.unwrap(), session.members[0].card);
    dossier.unlock(code(CODE)).await.unwrap();
    assert!(dossier.home().await.unwrap().fetched);
    dossier.switch_member(second).await.unwrap();
    dossier.unlock(code(CODE)).await.unwrap();
    assert!(!dossier.home().await.unwrap().fetched);
}

#[tokio::test]
async fn removing_a_member_leaves_nothing_of_them_and_all_of_the_other() {
    let (device, service) = (Device::new(), service().await);
    let dossier = device.start(&service);
    dossier.sign_in(form()).await.unwrap();
    synchronise(&dossier).await;
    let (files, entries) = (device.files(), device.vault.count());
    dossier.lock().await.unwrap();
    dossier.sign_in(other()).await.unwrap();
    let members = dossier.session().await.unwrap().members;
    dossier.remove_member(members[1].id.clone()).await.unwrap();
    assert_eq!(device.vault.count(), entries);
    assert!(device.files().iter().all(|file| files.contains(file)), "{:?}", device.files());
    assert_eq!(service.count("POST /v1/session/end"), 1);
    let session = dossier.session().await.unwrap();
    assert_eq!((session.phase, session.member), (Phase::Members, None));
    assert_eq!(session.members, [members[0].clone()]);
    assert_eq!(dossier.switch_member(members[1].id.clone()).await, Err(ApiError::NotFound));
    assert_eq!(dossier.remove_member(members[1].id.clone()).await, Err(ApiError::NotFound));
    dossier.switch_member(members[0].id.clone()).await.unwrap();
    dossier.unlock(code(CODE)).await.unwrap();
    assert!(dossier.home().await.unwrap().fetched);
}

#[tokio::test]
async fn a_member_is_removed_without_the_service_and_the_last_one_leaves_the_first_screen() {
    let (device, service) = (Device::new(), service().await);
    let dossier = device.start(&service);
    dossier.choose_caisse("311".to_owned()).await.unwrap();
    let [first, second] = two_members(&dossier).await;
    drop(dossier);
    let dossier = device.start(&FakeService::unreachable().await);
    assert_eq!(phase(&dossier).await, Phase::Locked);
    dossier.remove_member(first).await.unwrap();
    assert_eq!(phase(&dossier).await, Phase::Locked, "the other one stays where they are");
    dossier.remove_member(second).await.unwrap();
    assert_eq!(phase(&dossier).await, Phase::SignIn);
    assert!(device.files().is_empty());
}

#[tokio::test]
async fn without_a_keyring_switching_keeps_what_each_session_fetched() {
    let (device, service) = (Device::new(), service().await);
    device.vault.set_fault(Some(Fault::Missing));
    let dossier = device.start(&service);
    let [first, second] = two_members(&dossier).await;
    dossier.switch_member(first.clone()).await.unwrap();
    dossier.unlock(code(CODE)).await.unwrap();
    assert!(dossier.home().await.unwrap().fetched);
    dossier.remove_member(first).await.unwrap();
    dossier.switch_member(second).await.unwrap();
    dossier.unlock(code(CODE)).await.unwrap();
    dossier.sign_in(form()).await.unwrap();
    assert!(!dossier.home().await.unwrap().fetched, "what was removed is gone from memory too");
    assert!(device.files().is_empty());
}

#[tokio::test]
async fn logging_out_hides_one_member_and_keeping_the_code_is_each_ones_own_choice() {
    let (device, service) = (Device::new(), service().await);
    let dossier = device.start(&service);
    let [first, _] = two_members(&dossier).await;
    assert!(dossier.session().await.unwrap().ask_to_keep_code);
    dossier.keep_code(false).await.unwrap();
    assert!(!dossier.session().await.unwrap().settings.keep_code);
    dossier.switch_member(first).await.unwrap();
    dossier.unlock(code(CODE)).await.unwrap();
    dossier.keep_code(true).await.unwrap();
    dossier.sign_in(other()).await.unwrap();
    let session = dossier.session().await.unwrap();
    assert!(!session.settings.keep_code && !session.ask_to_keep_code);
    dossier.sign_out(FileOnSignOut::Keep).await.unwrap();
    dossier.leave_signed_out().await.unwrap();
    let session = dossier.session().await.unwrap();
    let opens_by: Vec<_> = session.members.iter().map(|member| member.opens_by).collect();
    assert_eq!((session.phase, opens_by), (Phase::Members, vec![OpensBy::Code, OpensBy::SignIn]));
}

#[tokio::test]
async fn who_logged_out_and_let_the_file_stay_is_shown_and_signs_in_to_find_it_again() {
    let (device, service) = (Device::new(), service().await);
    let dossier = device.start(&service);
    dossier.choose_caisse("311".to_owned()).await.unwrap();
    let [first, second] = two_members(&dossier).await;
    dossier.switch_member(first.clone()).await.unwrap();
    dossier.sign_out(FileOnSignOut::Keep).await.unwrap();
    drop(dossier);

    let dossier = device.start(&service);
    dossier.show_members().await.unwrap();
    let members = dossier.session().await.unwrap().members;
    assert_eq!(members.iter().map(|member| &member.id).collect::<Vec<_>>(), [&first, &second]);
    assert_eq!((members[0].card.name.as_str(), members[0].opens_by), ("Camille Morel", OpensBy::SignIn));
    dossier.switch_member(first.clone()).await.unwrap();
    let session = dossier.session().await.unwrap();
    let card = session.member.unwrap();
    assert_eq!((session.phase, card.masked_nir.as_str()), (Phase::SignIn, "2 06 12 •• ••• ••• ••"));
    assert_eq!(dossier.unlock(code(CODE)).await, Err(ApiError::SignedOut));
    assert_eq!(dossier.home().await.err(), Some(ApiError::SignedOut));
    dossier.show_members().await.unwrap();
    assert_eq!(phase(&dossier).await, Phase::Members);
    dossier.switch_member(first).await.unwrap();
    dossier.sign_in(form()).await.unwrap();
    assert!(dossier.home().await.unwrap().fetched, "the file is the same");
    let session = dossier.session().await.unwrap();
    assert_eq!(session.member.unwrap().name, "Camille Morel", "known before anything is fetched");
    assert!(session.members.iter().all(|member| member.opens_by == OpensBy::Code));
}

#[tokio::test]
async fn where_everyone_logged_out_signing_in_comes_first_and_each_file_can_still_be_removed() {
    let (device, service) = (Device::new(), service().await);
    let dossier = device.start(&service);
    dossier.choose_caisse("311".to_owned()).await.unwrap();
    dossier.sign_in(form()).await.unwrap();
    synchronise(&dossier).await;
    dossier.sign_out(FileOnSignOut::Keep).await.unwrap();
    dossier.leave_signed_out().await.unwrap();
    assert_eq!(phase(&dossier).await, Phase::SignIn);
    dossier.show_members().await.unwrap();
    let session = dossier.session().await.unwrap();
    assert_eq!((session.phase, session.members.len()), (Phase::Members, 1));
    let id = session.members[0].id.clone();
    dossier.switch_member(id.clone()).await.unwrap();
    dossier.remove_member(id).await.unwrap();
    let session = dossier.session().await.unwrap();
    assert_eq!((session.phase, session.member), (Phase::SignIn, None));
    assert!(session.members.is_empty() && device.files().is_empty());
    assert_eq!(device.vault.count(), 1, "the empty list");
}

#[tokio::test]
async fn nothing_of_a_number_or_a_code_outlives_logging_out() {
    let (device, service) = (Device::new(), service().await);
    let dossier = device.start(&service);
    dossier.sign_in(form()).await.unwrap();
    dossier.keep_code(true).await.unwrap();
    assert!(device.vault.holds(CODE) && device.vault.holds("2061275111005"));
    dossier.sign_out(FileOnSignOut::Keep).await.unwrap();
    assert!(!device.vault.holds(CODE) && !device.vault.holds("2061275111005"));
    assert!(device.vault.holds("2 06 12 •• ••• ••• ••"));
}
