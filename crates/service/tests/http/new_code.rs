//! A new code, wherever it was chosen, ends all that was got by the one before.

use protocol::Secret;
use protocol::entrance::{Act, Step};
use reqwest::StatusCode;
use serde_json::json;
use service::Member;

use crate::support::Server;
use crate::walk::{Came, Device, Walk, six_digits};

const NEW: &str = "904716253847";

/// A device on which six digits were entered.
async fn trusted(server: &Server, member: &Member) -> Device {
    server.later(3600).await;
    let walk = Device::default().sign_in(server, &member.nir, &member.code).await.step();
    walk.act(Act::SendEmailCode).await.step();
    let mails = server.mails(member.email.as_deref().unwrap()).await;
    walk.act(Act::EnterEmailCode { digits: six_digits(&mails[0].text) }).await.inside()
}

fn access(device: &Device) -> &Secret {
    &device.tokens.as_ref().unwrap().access
}

/// Neither session, nor way in, nor trust is left.
async fn is_out(server: &Server, member: &Member, device: &Device, begun: &Walk<'_>) {
    assert_eq!(server.changes(access(device), "").await.status(), StatusCode::UNAUTHORIZED);
    let refresh = &device.tokens.as_ref().unwrap().refresh;
    assert_eq!(server.refresh(refresh).await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(begun.act(Act::Look).await.status(), StatusCode::GONE);
    let again = device.sign_in(server, &member.nir, NEW).await.step();
    assert!(matches!(again.step, Step::EmailCode { .. }), "{:?}", again.step);
}

#[tokio::test]
async fn chosen_in_a_session_it_ends_everything_but_that_session_and_its_device() {
    let server = Server::everyone().await;
    let yanis = server.member_with("Code à usage unique");
    let (other, own) = (trusted(&server, &yanis).await, trusted(&server, &yanis).await);
    let begun = Device::default().sign_in(&server, &yanis.nir, &yanis.code).await.step();
    // The first access is over by now.
    let tokens = server.refresh(&other.tokens.as_ref().unwrap().refresh).await.json().await.unwrap();
    let other = Device { tokens: Some(tokens), ..other };
    let change = json!({ "what": "code", "present": yanis.code, "new": NEW });
    let request = server.post("/v1/profile/changes").bearer_auth(access(&own).expose());
    let changed = request.json(&json!({ "key": "k", "change": change })).send().await.unwrap();
    assert_eq!(changed.status(), StatusCode::OK);

    is_out(&server, &yanis, &other, &begun).await;
    assert_eq!(server.changes(access(&own), "").await.status(), StatusCode::OK);
    own.sign_in(&server, &yanis.nir, NEW).await.inside();
}

#[tokio::test]
async fn chosen_on_the_page_of_a_link_it_ends_everything() {
    let server = Server::everyone().await;
    let yanis = server.member_with("Code à usage unique");
    let device = trusted(&server, &yanis).await;
    let begun = Device::default().sign_in(&server, &yanis.nir, &yanis.code).await.step();
    let forgotten = json!({ "nir": yanis.nir, "birth_date": yanis.birth_date });
    server.post("/v1/code/forgotten").json(&forgotten).send().await.unwrap();
    let link = loop {
        let mails = server.mails(yanis.email.as_deref().unwrap()).await;
        if let Some(link) = mails.into_iter().find_map(|mail| mail.link) {
            break link;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    };
    let token = link.split_once("token=").unwrap().1;
    server.press("/code/renewal", &[("token", token), ("code", NEW), ("again", NEW), ("lang", "fr")]).await;
    is_out(&server, &yanis, &device, &begun).await;
}

#[tokio::test]
async fn chosen_on_the_way_in_it_ends_every_other_way_in_and_leaves_that_one() {
    let server = Server::everyone().await;
    let maud = server.member_with("a trop servi");
    let sign_in = async || Device::default().sign_in(&server, &maud.nir, &maud.code).await.step();
    let (other, own) = (sign_in().await, sign_in().await);
    assert!(matches!(own.act(Act::ChooseCode { code: Secret::new(NEW) }).await, Came::In(_)));
    assert_eq!(other.act(Act::Look).await.status(), StatusCode::GONE);
}
