//! The page on which a new code is chosen, behind the link of an e-mail; in French and in English.

use axum::extract;
use axum::response::Response;
use protocol::settings::Language;
use protocol::{Problem, Secret};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::confirmation::over;
use crate::extract::{Form, Query};
use crate::pages::{Text, card};
use crate::random::fingerprint;
use crate::store::access;
use crate::store::links::{self, Purpose};
use crate::store::new_code::{self, ChosenBy};
use crate::{Error, State};

const FRENCH: &str = include_str!("../../../../assets/mail/pages.fr.txt");
const ENGLISH: &str = include_str!("../../../../assets/mail/pages.en.txt");

/// What the link of an e-mail holds, and the language in which its page is wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Opened {
    /// It serves once.
    #[param(value_type = String)]
    token: Secret,
    /// `fr` or `en`; the member's own when none is named.
    lang: Option<String>,
}

/// A new code, typed twice.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Chosen {
    /// Of the link.
    #[schema(value_type = String)]
    token: Secret,
    /// 8 to 13 digits.
    #[schema(value_type = String)]
    code: Secret,
    /// The same.
    #[schema(value_type = String)]
    again: Secret,
    /// `fr` or `en`.
    lang: String,
}

/// Shows the page on which a new code is chosen.
#[utoipa::path(get, path = "/code/renewal", tag = "mail", params(Opened), responses((status = 200, description = "A page", content_type = "text/html", body = String)))]
pub(crate) async fn open(
    extract::State(state): extract::State<State>,
    Query(Opened { token, lang }): Query<Opened>,
) -> Result<Response, Error> {
    let named = lang.as_deref().and_then(Language::of_tag);
    let (hash, now) = (fingerprint(token.expose()), state.clock().seconds());
    let found = state.store(move |tx| links::find(tx, &hash, Purpose::RenewCode, now)).await?;
    let Some(link) = found else { return Ok(over(named.unwrap_or(Language::French))) };
    let language = match named {
        Some(language) => language,
        None => language_of(&state, link.member).await?,
    };
    Ok(form(language, &token, &[]))
}

/// Replaces the code.
#[utoipa::path(post, path = "/code/renewal", tag = "mail", request_body(content = Chosen, content_type = "application/x-www-form-urlencoded"), responses((status = 200, description = "A page: done, or what is wrong with the code", content_type = "text/html", body = String)))]
pub(crate) async fn choose(
    extract::State(state): extract::State<State>,
    Form(Chosen { token, code, again, lang }): Form<Chosen>,
) -> Result<Response, Error> {
    let language = Language::of_tag(&lang).unwrap_or(Language::French);
    let (hash, now) = (fingerprint(token.expose()), state.clock().seconds());
    let found = state.store(move |tx| links::find(tx, &hash, Purpose::RenewCode, now)).await?;
    let Some(link) = found else { return Ok(over(language)) };
    let code = Secret::new(code.expose().split_whitespace().collect::<String>());
    let again = Secret::new(again.expose().split_whitespace().collect::<String>());
    let member = link.member;
    let wrong = problems(&state, member, &code, &again).await?;
    if !wrong.is_empty() {
        return Ok(form(language, &token, &wrong));
    }
    let chosen = state.codes().hash(code).await?;
    let replaced = state.store(move |tx| {
        // Twice at once: the first one serves.
        if links::find(tx, &hash, Purpose::RenewCode, now)?.is_none() {
            return Ok(false);
        }
        links::end(tx, &hash)?;
        new_code::replace(tx, member, &chosen, ChosenBy::Page)?;
        Ok(true)
    });
    if !replaced.await? {
        return Ok(over(language));
    }
    state.tell_code_replaced(member).await?;
    let say = |key| words(language, key);
    let body = format!("<p>{}</p>\n", say("renewed.text"));
    Ok(card(language.tag(), say("renewed.title"), &body, say("demonstration")))
}

/// What is wrong with the entries; none when the code may be taken.
async fn problems(state: &State, member: i64, code: &Secret, again: &Secret) -> Result<Vec<&'static str>, Error> {
    let mut wrong = Vec::new();
    match state.problem_of(member, code).await? {
        Some(Problem::Empty) => return Ok(vec!["code.empty"]),
        Some(problem) => wrong.push(key(problem)),
        None => {}
    }
    if code.expose() != again.expose() {
        wrong.push("code.differ");
    }
    Ok(wrong)
}

fn key(problem: Problem) -> &'static str {
    match problem {
        Problem::NotDigits => "code.not_digits",
        Problem::Same => "code.same",
        Problem::Repeated => "code.repeated",
        Problem::Sequence => "code.sequence",
        Problem::BirthDate => "code.birth_date",
        Problem::OwnNumber => "code.own_number",
        _ => "code.length",
    }
}

/// The form, with what is wrong with the code that was typed. Neither entry is sent back.
fn form(language: Language, token: &Secret, wrong: &[&'static str]) -> Response {
    let say = |key| words(language, key);
    let other = match language {
        Language::French => Language::English,
        Language::English => Language::French,
    };
    let items: String = wrong.iter().map(|key| format!("<li>{}</li>", say(key))).collect();
    let wrong = match items.as_str() {
        "" => String::new(),
        items => format!(
            "<div class=\"wrong\" role=\"alert\" id=\"wrong\"><p>{}</p><ul>{items}</ul></div>\n",
            say("renew.wrong")
        ),
    };
    let described = if wrong.is_empty() { "" } else { " aria-invalid=\"true\" aria-describedby=\"wrong\"" };
    let entry = |name: &str, label: &'static str| {
        format!(
            "<div class=\"field\"><label for=\"{name}\">{}</label><input id=\"{name}\" name=\"{name}\" type=\"password\" \
             inputmode=\"numeric\" autocomplete=\"new-password\" maxlength=\"26\"{described}></div>\n",
            say(label)
        )
    };
    let (own, other, token) = (language.tag(), other.tag(), Text(token.expose()));
    let (code, again) = (entry("code", "renew.code"), entry("again", "renew.again"));
    let (text, button, switch) = (say("renew.text"), say("renew.button"), say("renew.other"));
    let body = format!(
        "<p>{text}</p>\n{wrong}<form method=\"post\" action=\"/code/renewal\">\n\
         <input type=\"hidden\" name=\"token\" value=\"{token}\"><input type=\"hidden\" name=\"lang\" value=\"{own}\">\n\
         {code}{again}<button>{button}</button></form>\n\
         <a class=\"switch\" lang=\"{other}\" hreflang=\"{other}\" href=\"/code/renewal?token={token}&amp;lang={other}\">{switch}</a>\n",
    );
    card(language.tag(), say("renew.title"), &body, say("demonstration"))
}

/// The member's own.
pub(super) async fn language_of(state: &State, member: i64) -> Result<Language, Error> {
    Ok(state.store(move |tx| access::of(tx, member)).await?.language)
}

/// The words of a page.
pub(super) fn words(language: Language, key: &'static str) -> &'static str {
    let source = match language {
        Language::French => FRENCH,
        Language::English => ENGLISH,
    };
    let lines = source.lines().filter_map(|line| line.split_once('='));
    lines.map(|(own, text)| (own.trim(), text.trim())).find(|(own, _)| *own == key).map_or(key, |(_, text)| text)
}
