use protocol::Secret;
use protocol::entrance::Act;
use reqwest::StatusCode;
use serde_json::{Value, json};
use service::Member;

use crate::support::Server;
use crate::walk::Device;

#[test]
fn the_description_lists_every_route() {
    let description: Value = serde_json::to_value(service::description()).unwrap();
    let paths = description["paths"].as_object().unwrap().iter();
    let routes: Vec<_> = paths
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().unwrap().iter();
            methods.map(move |(method, route)| {
                let answers: Vec<_> = route["responses"].as_object().unwrap().keys().cloned().collect();
                format!("{} {path} -> {}", method.to_uppercase(), answers.join(" "))
            })
        })
        .collect();
    insta::assert_snapshot!(routes.join("\n"));
}

#[test]
fn the_shape_of_the_wire_does_not_change_unseen() {
    let mut description: Value = serde_json::to_value(service::description()).unwrap();
    let schemas = &mut description["components"]["schemas"];
    forget_words(schemas);
    insta::assert_json_snapshot!(schemas);
}

/// Words may change: only the shape counts.
fn forget_words(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            fields.retain(|name, value| name != "description" || !value.is_string());
            fields.values_mut().for_each(forget_words);
        }
        Value::Array(items) => items.iter_mut().for_each(forget_words),
        _ => {}
    }
}

#[tokio::test]
async fn the_start_page_lists_members_and_codes_and_says_what_it_is() {
    let server = Server::start().await;
    let page = server.get("/").send().await.unwrap().text().await.unwrap();
    let listed: Vec<Member> = server.get("/members.json").send().await.unwrap().json().await.unwrap();
    assert_eq!(listed, server.state.members());
    for member in &listed {
        assert!(page.contains(&member.name) && page.contains(&member.code), "{}", member.name);
    }
    for identity in server.state.identities() {
        assert!(page.contains(&format!("<strong>{}</strong>", identity.name)), "{}", identity.name);
    }
    assert!(page.contains("démonstration") && page.contains("/docs"));
    assert!(!page.contains("<script"));
}

#[tokio::test]
async fn a_code_that_serves_no_more_is_not_listed_and_the_page_says_so() {
    let server = Server::start().await;
    let (changed, closed) = (server.member(0), server.member(1));
    let change = json!({ "what": "code", "present": changed.code, "new": "904716253847" });
    let tokens = server.sign_in(0).await;
    let request = server.post("/v1/profile/changes").bearer_auth(tokens.access.expose());
    let answer = request.json(&json!({ "key": "k", "change": change })).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let tokens = server.sign_in(1).await;
    let request = server.post("/v1/account/close").bearer_auth(tokens.access.expose());
    assert_eq!(request.json(&json!({ "code": closed.code })).send().await.unwrap().status(), StatusCode::OK);

    let listed: Vec<Value> = server.get("/members.json").send().await.unwrap().json().await.unwrap();
    let states: Vec<_> = listed.iter().map(|member| member["code_state"].as_str().unwrap()).collect();
    assert_eq!(states, ["changed", "closed", "serves", "serves", "serves"]);
    for (member, state) in listed.iter().zip(states) {
        assert_eq!(member.get("code").is_some(), state == "serves", "{member}");
    }
    let page = server.get("/").send().await.unwrap().text().await.unwrap();
    assert!(!page.contains(&changed.code) && !page.contains(&closed.code));
    assert_eq!((page.matches(">remplacé<").count(), page.matches(">compte fermé<").count()), (1, 1));
}

#[tokio::test]
async fn a_provisional_code_that_was_replaced_on_the_way_in_is_not_listed() {
    let server = Server::everyone().await;
    let member = server.member_with("4 chiffres");
    let state = async || {
        let listed: Vec<Value> = server.get("/members.json").send().await.unwrap().json().await.unwrap();
        let own = listed.into_iter().find(|listed| listed["nir"] == member.nir.as_str()).unwrap();
        own["code_state"].as_str().unwrap().to_owned()
    };
    let walk = Device::default().sign_in(&server, &member.nir, &member.code).await.step();
    assert_eq!(state().await, "serves");
    walk.act(Act::ChooseCode { code: Secret::new("904716253847") }).await.step();
    assert_eq!(state().await, "changed");
}

#[tokio::test]
async fn the_pages_of_the_description_are_served_without_script() {
    let server = Server::start().await;
    let description: Value = server.get("/openapi.json").send().await.unwrap().json().await.unwrap();
    assert_eq!(description["openapi"], "3.1.0");
    let page = server.get("/docs").send().await.unwrap();
    assert!(page.headers()["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'"));
    let page = page.text().await.unwrap();
    assert!(page.contains("/v1/changes") && page.contains("id=\"Payment\""));
    assert!(!page.contains("<script") && !page.contains("https://"));
}

#[tokio::test]
async fn unknown_paths_and_methods_are_answered_in_json() {
    let server = Server::start().await;
    for (request, status) in [
        (server.get("/nothing"), StatusCode::NOT_FOUND),
        (server.get("/v1/sign-in"), StatusCode::METHOD_NOT_ALLOWED),
        (server.delete("/v1/changes"), StatusCode::METHOD_NOT_ALLOWED),
    ] {
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), status);
        assert!(response.json::<Value>().await.unwrap()["error"].is_string());
    }
}

#[tokio::test]
async fn the_readme_lists_the_members_as_they_are() {
    let server = Server::everyone().await;
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../README.md")).unwrap();
    for Member { name, nir, code, about, .. } in server.state.members() {
        let row = format!("| {name} | `{nir}` | `{code}` | {about} |");
        assert!(readme.contains(&row), "{row}");
    }
}
