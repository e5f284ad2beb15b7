//! The way in, step by step (A11, A13).

use protocol::entrance::{Act, ChooseBecause, Refusal, Step};
use protocol::sign_in::SignInOutcome;
use protocol::{Field, Problem, Secret};
use reqwest::StatusCode;
use serde_json::Value;
use service::{Posted, SecondFactor, Settings};

use crate::support::{Server, settings};
use crate::walk::{Came, Device, six_digits};

fn choose(code: &str) -> Act {
    Act::ChooseCode { code: Secret::new(code) }
}

fn give(email: &str) -> Act {
    Act::GiveEmail { email: email.to_owned() }
}

/// Follows the link of the newest e-mail to an address, and presses the button of its page.
async fn confirm(server: &Server, email: &str) -> String {
    let mail = server.mails(email).await.remove(0);
    let link = mail.link.unwrap();
    let path = link.strip_prefix(server.url.as_str()).unwrap();
    let page = server.get(path).send().await.unwrap().text().await.unwrap();
    assert!(page.contains("<button>"), "{page}");
    let token = path.split_once("token=").unwrap().1;
    server.press("/email/confirmation", &[("token", token)]).await
}

#[tokio::test]
async fn a_provisional_code_leads_through_everything_before_the_account() {
    let server = Server::everyone().await;
    let member = server.member_with("4 chiffres");
    let walk = Device::default().sign_in(&server, &member.nir, &member.code).await.step();
    assert_eq!(walk.step, Step::ChooseCode { because: ChooseBecause::Provisional });
    assert_eq!(walk.refused(Act::AcceptTerms).await, Refusal::OutOfPlace);
    for (code, problem) in [
        ("", Problem::Empty),
        ("7305192", Problem::TooShort),
        ("12345678", Problem::Sequence),
        ("77777777", Problem::Repeated),
        ("03051979", Problem::BirthDate),
    ] {
        assert_eq!(walk.refused(choose(code)).await, Refusal::Entry { field: Field::NewCode, problem }, "{code}");
    }
    let walk = walk.act(choose("730519284615")).await.step();
    assert_eq!(walk.step, Step::AcceptTerms);
    let walk = walk.act(Act::AcceptTerms).await.step();
    assert_eq!(walk.step, Step::GiveEmail);
    assert_eq!(
        walk.refused(give("remi.fournier")).await,
        Refusal::Entry { field: Field::Email, problem: Problem::Impossible }
    );
    // Mistyped at first: the address may be changed as long as it is not confirmed.
    let walk = walk.act(give("remi.fournir@exemple.fr")).await.step();
    let walk = walk.act(give("remi.fournier@exemple.fr")).await.step();
    assert!(matches!(&walk.step, Step::ConfirmEmail { to, .. } if to == "r•••@exemple.fr"));
    let walk = walk.act(Act::Look).await.step();
    assert!(confirm(&server, "remi.fournier@exemple.fr").await.contains("confirmée"));
    walk.act(Act::Look).await.inside();
    Device::default().sign_in(&server, &member.nir, "730519284615").await.inside();
    assert_eq!(Device::default().sign_in(&server, &member.nir, &member.code).await.status(), StatusCode::UNAUTHORIZED);
    // No address was known when the code was replaced: a letter tells it.
    let post: Vec<Posted> = server.get("/post.json").send().await.unwrap().json().await.unwrap();
    assert_eq!((post.len(), post[0].addressee.as_str()), (1, "Rémi Fournier"));
    let letter = server.get(&format!("/post/{}", post[0].id)).send().await.unwrap().bytes().await.unwrap();
    assert!(letter.starts_with(b"%PDF-"));
}

#[tokio::test]
async fn a_link_to_a_mistyped_address_confirms_nothing_after_it_was_changed() {
    let server = Server::everyone().await;
    let member = server.member_with("services encore fermés");
    let walk = Device::default().sign_in(&server, &member.nir, &member.code).await.step();
    let walk = walk.act(Act::SendLink).await.step();
    let walk = walk.act(give("anais@exemple.fr")).await.step();
    assert!(confirm(&server, "anais@exemple.fr").await.contains("confirmée"));
    walk.act(Act::Look).await.inside();
    let old = server.mails(member.email.as_deref().unwrap()).await.remove(0).link.unwrap();
    let page = server.get(old.strip_prefix(server.url.as_str()).unwrap()).send().await.unwrap().text().await.unwrap();
    assert!(page.contains("Ce lien ne sert plus"), "{page}");
}

#[tokio::test]
async fn an_address_of_another_account_is_told_to_its_owner_only() {
    let server = Server::everyone().await;
    let (member, camille) = (server.member_with("services encore fermés"), server.member(0));
    let walk = Device::default().sign_in(&server, &member.nir, &member.code).await.step();
    let walk = walk.act(give(&camille.email.clone().unwrap().to_uppercase())).await.step();
    assert!(matches!(walk.step, Step::ConfirmEmail { .. }));
    let told = server.mails("CAMILLE.MOREL@exemple.fr").await;
    assert_eq!((told.len(), told[0].link.as_ref()), (1, None));
    assert!(told[0].subject.contains("sert déjà"));
}

#[tokio::test]
async fn ten_wrong_guesses_make_a_provisional_code_void() {
    let server = Server::everyone().await;
    let member = server.member_with("4 chiffres");
    for _ in 0..2 {
        for _ in 0..5 {
            let wrong = if member.code == "0000" { "1111" } else { "0000" };
            assert_eq!(server.try_sign_in(&member.nir, wrong).await.status(), StatusCode::UNAUTHORIZED);
        }
        server.later(25 * 3600).await;
    }
    assert_eq!(server.try_sign_in(&member.nir, &member.code).await.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn the_expired_code_is_no_new_code_and_its_owner_hears_of_the_change() {
    let server = Server::everyone().await;
    let member = server.member_with("a trop servi");
    let walk = Device::default().sign_in(&server, &member.nir, &member.code).await.step();
    let same = Refusal::Entry { field: Field::NewCode, problem: Problem::Same };
    assert_eq!(walk.refused(choose(&member.code)).await, same);
    walk.act(choose("730519284615")).await.inside();
    let mails = server.mails(member.email.as_deref().unwrap()).await;
    assert!(mails[0].text.contains("20 novembre 2026"), "{}", mails[0].text);
    Device::default().sign_in(&server, &member.nir, "730519284615").await.inside();
}

#[tokio::test]
async fn details_may_wait_until_the_next_time() {
    let server = Server::everyone().await;
    let member = server.member_with("Coordonnées à confirmer");
    let sign_in = async || Device::default().sign_in(&server, &member.nir, &member.code).await;
    let Step::ConfirmDetails { details } = sign_in().await.step().step else { panic!("no details") };
    assert_eq!((details.email, details.address.len()), (member.email.clone(), 3));
    sign_in().await.step().act(Act::Later).await.inside();
    sign_in().await.step().act(Act::ConfirmDetails).await.inside();
    sign_in().await.inside();
}

#[tokio::test]
async fn six_digits_by_e_mail_make_a_device_trusted_for_half_a_year() {
    let server = Server::everyone().await;
    let member = server.member_with("Code à usage unique");
    let email = member.email.clone().unwrap();
    let walk = Device::default().sign_in(&server, &member.nir, &member.code).await.step();
    assert!(server.mails(&email).await.is_empty(), "nothing is sent before it is asked for");
    let walk = walk.act(Act::SendEmailCode).await.step();
    assert!(matches!(walk.step, Step::EmailCode { sent: true, again_in: 30, .. }), "{:?}", walk.step);
    let mail = server.mails(&email).await.remove(0);
    let right = six_digits(&mail.text);
    let wrong = || Act::EnterEmailCode { digits: Secret::new(if right.expose() == "000000" { "1" } else { "000000" }) };
    assert_eq!(walk.refused(wrong()).await, Refusal::WrongEmailCode { left: 4 });
    let device = walk.act(Act::EnterEmailCode { digits: right.clone() }).await.inside();
    let device = device.sign_in(&server, &member.nir, &member.code).await.inside();
    server.later(181 * 24 * 3600).await;
    let device = device.sign_in(&server, &member.nir, &member.code).await.inside();
    server.later(2 * 24 * 3600).await;
    assert!(matches!(device.sign_in(&server, &member.nir, &member.code).await, Came::To(_)));
}

#[tokio::test]
async fn an_old_copy_of_the_trust_asks_again_and_the_new_one_is_not_spent_by_looking() {
    let server = Server::everyone().await;
    let member = server.member_with("Code à usage unique");
    let email = member.email.clone().unwrap();
    let walk = Device::default().sign_in(&server, &member.nir, &member.code).await.step();
    walk.act(Act::SendEmailCode).await.step();
    let digits = six_digits(&server.mails(&email).await[0].text);
    let copied = walk.act(Act::EnterEmailCode { digits }).await.inside();
    let device = copied.sign_in(&server, &member.nir, &member.code).await.inside();
    // The copy gets no further than the e-mail, and spends nothing.
    copied.sign_in(&server, &member.nir, &member.code).await.step();
    device.sign_in(&server, &member.nir, &member.code).await.inside();
}

#[tokio::test]
async fn five_wrong_tries_make_the_digits_void_and_others_are_slowed_down() {
    let server = Server::everyone().await;
    let member = server.member_with("Code à usage unique");
    let email = member.email.clone().unwrap();
    let walk = Device::default().sign_in(&server, &member.nir, &member.code).await.step();
    let walk = walk.act(Act::SendEmailCode).await.step();
    assert_eq!(walk.refused(Act::SendEmailCode).await, Refusal::TooSoon { retry_in: 30 });
    let right = six_digits(&server.mails(&email).await[0].text);
    let wrong = if right.expose() == "000000" { "111111" } else { "000000" };
    for left in [4, 3, 2, 1, 0] {
        let refused = walk.refused(Act::EnterEmailCode { digits: Secret::new(wrong) }).await;
        assert_eq!(refused, Refusal::WrongEmailCode { left });
    }
    assert_eq!(walk.refused(Act::EnterEmailCode { digits: right }).await, Refusal::EmailCodeVoid);
    for _ in 0..4 {
        server.later(31).await;
        walk.act(Act::SendEmailCode).await.step();
    }
    server.later(31).await;
    let Refusal::TooSoon { retry_in } = walk.refused(Act::SendEmailCode).await else { panic!("not slowed down") };
    assert!(retry_in > 3000, "{retry_in}");
    // Another way in does not get around it.
    let other = Device::default().sign_in(&server, &member.nir, &member.code).await.step();
    assert!(matches!(other.refused(Act::SendEmailCode).await, Refusal::TooSoon { .. }));
}

#[tokio::test]
async fn six_digits_live_for_a_quarter_of_an_hour_and_serve_their_own_way_in() {
    let server = Server::everyone().await;
    let member = server.member_with("Code à usage unique");
    let email = member.email.clone().unwrap();
    let sign_in = async || Device::default().sign_in(&server, &member.nir, &member.code).await.step();
    let (first, second) = (sign_in().await, sign_in().await);
    first.act(Act::SendEmailCode).await.step();
    let digits = six_digits(&server.mails(&email).await[0].text);
    let entered = || Act::EnterEmailCode { digits: digits.clone() };
    assert_eq!(second.refused(entered()).await, Refusal::EmailCodeVoid);
    server.later(15 * 60).await;
    assert_eq!(first.refused(entered()).await, Refusal::EmailCodeVoid);
}

#[tokio::test]
async fn everyone_is_asked_when_the_service_is_started_so() {
    let server = Server::with(Settings { second_factor: SecondFactor::Everyone, ..settings() }).await;
    let member = server.member(2);
    let walk = Device::default().sign_in(&server, &member.nir, &member.code).await.step();
    assert!(matches!(walk.step, Step::EmailCode { .. }));
}

#[tokio::test]
async fn an_entrance_opens_nothing_else_and_ends_by_itself_and_when_left() {
    let server = Server::everyone().await;
    let member = server.member_with("Conditions d’utilisation");
    let sign_in = async || Device::default().sign_in(&server, &member.nir, &member.code).await.step();
    let walk = sign_in().await;
    assert_eq!(server.changes(&walk.entrance, "").await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(server.refresh(&walk.entrance).await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(walk.act(Act::Leave).await.status(), StatusCode::GONE);
    assert_eq!(walk.act(Act::AcceptTerms).await.status(), StatusCode::GONE);
    let walk = sign_in().await;
    server.later(30 * 60).await;
    let ended = walk.act(Act::AcceptTerms).await;
    assert!(matches!(ended, Came::Not(StatusCode::GONE, SignInOutcome::EntranceEnded)));
    let walk = sign_in().await;
    walk.act(Act::AcceptTerms).await.inside();
    assert_eq!(walk.act(Act::Look).await.status(), StatusCode::GONE, "it served");
}

#[tokio::test]
async fn failures_elsewhere_do_not_keep_a_trusted_device_out() {
    let server = Server::start().await;
    let member = server.member(0);
    let device = Device::default().sign_in(&server, &member.nir, &member.code).await.inside();
    for _ in 0..6 {
        server.try_sign_in(&member.nir, "00000000").await;
    }
    assert_eq!(server.try_sign_in(&member.nir, &member.code).await.status(), StatusCode::TOO_MANY_REQUESTS);
    device.sign_in(&server, &member.nir, &member.code).await.inside();
}

#[tokio::test]
async fn e_mails_speak_the_language_of_the_app() {
    let server = Server::everyone().await;
    let member = server.member_with("services encore fermés");
    let form = serde_json::json!({ "nir": member.nir, "code": member.code, "device": null });
    let request = server.post("/v1/sign-in").header("accept-language", "en-GB,en;q=0.9").json(&form);
    let answer: Value = request.send().await.unwrap().json().await.unwrap();
    let act = serde_json::json!({ "entrance": answer["entrance"], "act": { "act": "send_link" } });
    server.post("/v1/entrance").json(&act).send().await.unwrap();
    assert_eq!(server.mails(member.email.as_deref().unwrap()).await[0].subject, "Confirm your e-mail address");
}
