//! The identity provider, as a client of OpenID Connect meets it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use protocol::Secret;
use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::support::{Server, client};

const REDIRECT: &str = "http://127.0.0.1:51234/callback";
const VERIFIER: &str = "0123456789abcdef0123456789abcdef0123456789abcdef";
pub(crate) const NONCE: &str = "what only the application knows";

pub(crate) fn hashed(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(text))
}

/// A right request, by its entries.
fn asked() -> Vec<(&'static str, String)> {
    vec![
        ("response_type", "code".to_owned()),
        ("client_id", "compte-assure".to_owned()),
        ("redirect_uri", REDIRECT.to_owned()),
        ("scope", "openid given_name family_name birthdate".to_owned()),
        ("state", "a state & more".to_owned()),
        ("nonce", hashed(NONCE)),
        ("code_challenge", hashed(VERIFIER)),
        ("code_challenge_method", "S256".to_owned()),
        ("acr_values", "eidas1".to_owned()),
    ]
}

/// The same, with another value.
fn asked_with(name: &str, value: &str) -> Vec<(&'static str, String)> {
    let entries = asked().into_iter();
    entries.map(|(own, before)| if own == name { (own, value.to_owned()) } else { (own, before) }).collect()
}

/// A client that does not follow where it is sent.
fn staying() -> Client {
    drop(client());
    Client::builder().redirect(Policy::none()).build().unwrap()
}

fn encoded(entries: &[(&str, String)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(entries).finish()
}

async fn post(server: &Server, path: &str, entries: &[(&str, String)]) -> Response {
    let request = staying().post(format!("{}{path}", server.url));
    let request = request.header("content-type", "application/x-www-form-urlencoded").body(encoded(entries));
    request.send().await.unwrap()
}

/// Where the browser is sent: the entries behind the address.
fn sent_back(response: &Response) -> Vec<(String, String)> {
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let location = response.headers()["location"].to_str().unwrap();
    let query = location.strip_prefix(&format!("{REDIRECT}?")).unwrap();
    url::form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}

fn entry(entries: &[(String, String)], name: &str) -> Option<String> {
    entries.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone())
}

async fn decided(server: &Server, who: &str) -> Vec<(String, String)> {
    let found = server.state.identities().iter().find(|one| one.name.contains(who) || one.about.contains(who));
    let mut entries = asked();
    entries.push(("identity", found.unwrap().id.clone()));
    sent_back(&post(server, "/identity/authorize", &entries).await)
}

async fn code(server: &Server, who: &str) -> String {
    entry(&decided(server, who).await, "code").unwrap()
}

fn exchange(code: &str) -> Vec<(&'static str, String)> {
    vec![
        ("grant_type", "authorization_code".to_owned()),
        ("code", code.to_owned()),
        ("redirect_uri", REDIRECT.to_owned()),
        ("client_id", "compte-assure".to_owned()),
        ("code_verifier", VERIFIER.to_owned()),
    ]
}

async fn tokens(server: &Server, who: &str) -> Value {
    let answer = post(server, "/identity/token", &exchange(&code(server, who).await)).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(answer.headers()["cache-control"], "no-store");
    answer.json().await.unwrap()
}

pub(crate) async fn id_token(server: &Server, who: &str) -> Secret {
    Secret::new(tokens(server, who).await["id_token"].as_str().unwrap())
}

#[tokio::test]
async fn the_provider_describes_itself_and_signs_with_the_key_that_it_shows() {
    let server = Server::start().await;
    let about: Value =
        server.get("/identity/.well-known/openid-configuration").send().await.unwrap().json().await.unwrap();
    assert_eq!(about["issuer"], format!("{}/identity", server.url));
    assert_eq!(about["code_challenge_methods_supported"], json!(["S256"]));
    for door in ["authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"] {
        assert!(about[door].as_str().unwrap().starts_with(&format!("{}/identity/", server.url)), "{door}");
    }
    let keys: Value = server.get("/identity/keys").send().await.unwrap().json().await.unwrap();
    let key = &keys["keys"][0];
    assert_eq!((key["kty"].as_str(), key["crv"].as_str()), (Some("EC"), Some("P-256")));
    assert!(key.get("d").is_none(), "the private key is shown");
    let token = id_token(&server, "Camille").await;
    let mut parts = token.expose().split('.').map(|part| URL_SAFE_NO_PAD.decode(part).unwrap());
    let header: Value = serde_json::from_slice(&parts.next().unwrap()).unwrap();
    let claims: Value = serde_json::from_slice(&parts.next().unwrap()).unwrap();
    assert_eq!((header["alg"].as_str(), &header["kid"]), (Some("ES256"), &key["kid"]));
    assert_eq!((claims["acr"].as_str(), claims["nonce"].as_str()), (Some("eidas1"), Some(hashed(NONCE).as_str())));
    assert_eq!(parts.next().unwrap().len(), 64);
}

#[tokio::test]
async fn the_page_names_each_identity_says_that_it_is_a_demonstration_and_has_a_way_to_refuse() {
    let server = Server::everyone().await;
    let page = server.get(&format!("/identity/authorize?{}", encoded(&asked()))).send().await.unwrap();
    assert_eq!(page.status(), StatusCode::OK);
    let policy = page.headers()["content-security-policy"].to_str().unwrap().to_owned();
    assert!(policy.starts_with("default-src 'none'") && policy.contains("form-action 'self' http://127.0.0.1:*;"));
    let page = page.text().await.unwrap();
    assert!(page.contains("de démonstration") && page.contains("Je refuse") && !page.contains("<script"));
    assert!(page.contains("a state &amp; more"));
    assert_eq!(server.state.identities().len(), 11);
    for identity in server.state.identities() {
        assert!(page.contains(&identity.name) && page.contains(&identity.about), "{}", identity.name);
    }
}

#[tokio::test]
async fn the_browser_is_sent_to_no_address_but_a_port_of_this_device() {
    let server = Server::start().await;
    for elsewhere in [
        "http://localhost:51234/callback",
        "https://127.0.0.1:51234/callback",
        "http://127.0.0.1/callback",
        "http://127.0.0.1:0/callback",
        "http://127.0.0.1:99999/callback",
        "http://127.0.0.1:51234/callback/more",
        "http://127.0.0.1:51234/",
        "http://127.0.0.1:51234@elsewhere.example/callback",
        "http://127.0.0.1.elsewhere.example:51234/callback",
        "",
    ] {
        let entries = asked_with("redirect_uri", elsewhere);
        let shown = staying().get(format!("{}/identity/authorize?{}", server.url, encoded(&entries)));
        let decided = post(&server, "/identity/authorize", &entries).await;
        for answer in [shown.send().await.unwrap(), decided] {
            assert_eq!(answer.status(), StatusCode::BAD_REQUEST, "{elsewhere}");
            assert!(!answer.headers().contains_key("location"), "{elsewhere}");
        }
    }
    let other = post(&server, "/identity/authorize", &asked_with("client_id", "another")).await;
    assert_eq!(other.status(), StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_request_without_its_safeguards_comes_back_and_a_refusal_as_well() {
    let server = Server::start().await;
    for (name, value, error) in [
        ("response_type", "token", "unsupported_response_type"),
        ("scope", "given_name", "invalid_scope"),
        ("state", "", "invalid_request"),
        ("nonce", "", "invalid_request"),
        ("code_challenge", "", "invalid_request"),
        ("code_challenge_method", "plain", "invalid_request"),
        ("acr_values", "", "invalid_request"),
    ] {
        let entries = asked_with(name, value);
        let shown = staying().get(format!("{}/identity/authorize?{}", server.url, encoded(&entries)));
        for answer in [shown.send().await.unwrap(), post(&server, "/identity/authorize", &entries).await] {
            assert_eq!(entry(&sent_back(&answer), "error").as_deref(), Some(error), "{name}");
        }
    }
    let refused = sent_back(&post(&server, "/identity/authorize", &asked()).await);
    assert_eq!(entry(&refused, "error").as_deref(), Some("access_denied"));
    assert_eq!(entry(&refused, "state").as_deref(), Some("a state & more"));
}

#[tokio::test]
async fn a_code_serves_once_for_a_minute_and_only_the_application_that_asked() {
    let server = Server::start().await;
    for (name, value, error) in [
        ("grant_type", "password", "unsupported_grant_type"),
        ("client_id", "another", "invalid_client"),
        ("redirect_uri", "http://127.0.0.1:51235/callback", "invalid_grant"),
        ("code_verifier", "another verifier, long enough to be one of those", "invalid_grant"),
        ("code", "made up", "invalid_grant"),
    ] {
        let mut entries = exchange(&code(&server, "Camille").await);
        entries.iter_mut().filter(|(own, _)| *own == name).for_each(|(_, own)| value.clone_into(own));
        let answer = post(&server, "/identity/token", &entries).await;
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST, "{name}");
        assert_eq!(answer.json::<Value>().await.unwrap()["error"], error, "{name}");
    }
    let once = exchange(&code(&server, "Camille").await);
    assert_eq!(post(&server, "/identity/token", &once).await.status(), StatusCode::OK);
    assert_eq!(post(&server, "/identity/token", &once).await.status(), StatusCode::BAD_REQUEST);
    // A wrong verifier spends the code.
    let spent = code(&server, "Camille").await;
    let mut wrong = exchange(&spent);
    wrong.last_mut().unwrap().1.push('x');
    post(&server, "/identity/token", &wrong).await;
    assert_eq!(post(&server, "/identity/token", &exchange(&spent)).await.status(), StatusCode::BAD_REQUEST);
    let late = exchange(&code(&server, "Camille").await);
    server.later(61).await;
    assert_eq!(post(&server, "/identity/token", &late).await.status(), StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_access_token_says_who_it_is_for_a_minute_and_the_subject_says_nothing() {
    let (server, other) = (Server::start().await, Server::start().await);
    let tokens = tokens(&server, "Solène").await;
    let ask = || server.get("/identity/userinfo").bearer_auth(tokens["access_token"].as_str().unwrap()).send();
    let person: Value = ask().await.unwrap().json().await.unwrap();
    assert_eq!(
        (&person["family_name"], &person["birthdate"], &person["gender"]),
        (&json!("Le Goff"), &json!("1986-12-02"), &json!("female"))
    );
    assert_eq!((&person["birthplace"], &person["birthcountry"]), (&json!("29019"), &json!("99100")));
    let elsewhere = self::tokens(&other, "Solène").await;
    let elsewhere = other.get("/identity/userinfo").bearer_auth(elsewhere["access_token"].as_str().unwrap());
    let elsewhere: Value = elsewhere.send().await.unwrap().json().await.unwrap();
    assert_ne!(person["sub"], elsewhere["sub"]);
    server.later(61).await;
    assert_eq!(ask().await.unwrap().status(), StatusCode::UNAUTHORIZED);
    assert_eq!(server.get("/identity/userinfo").send().await.unwrap().status(), StatusCode::UNAUTHORIZED);
}
