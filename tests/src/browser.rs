//! The system's browser in the hands of a test: it goes to the page of the identity provider or of the bank, and presses
//! what a person would.

use anyhow::{Context, Result};
use service::Identity;
use url::Url;

use crate::service::client;

/// What a person does on the provider's page.
#[derive(Clone, Copy, Debug)]
pub enum AtProvider<'a> {
    /// Chooses the first identity whose name, or whose description, holds the text.
    Choose(&'a str),
    /// « Je refuse ».
    Refuse,
}

/// Opens the page that the app asked the browser to show, and decides: the text of the page at which the browser ends.
///
/// # Errors
/// When a page does not come, or there is no such identity.
pub async fn decide(address: &str, decision: AtProvider<'_>) -> Result<String> {
    let (client, page) = (client()?, Url::parse(address)?);
    let shown = client.get(page.clone()).send().await?.error_for_status()?.text().await?;
    anyhow::ensure!(shown.contains("Fournisseur d’identité de démonstration"), "another page: {shown}");
    let mut entries: Vec<(String, String)> = page.query_pairs().into_owned().collect();
    if let AtProvider::Choose(who) = decision {
        let known = client.get(page.join("/identities.json")?).send().await?.error_for_status()?;
        let known: Vec<Identity> = known.json().await?;
        let chosen = known.into_iter().find(|known| known.name.contains(who) || known.about.contains(who));
        entries.push(("identity".to_owned(), chosen.with_context(|| format!("no identity « {who} »"))?.id));
    }
    let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(entries).finish();
    let mut target = page;
    target.set_query(None);
    let request = client.post(target).header("content-type", "application/x-www-form-urlencoded").body(form);
    Ok(request.send().await?.error_for_status()?.text().await?)
}

/// What a person does on the page that asks for a card.
#[derive(Clone, Copy, Debug)]
pub enum AtBank {
    /// The card is taken.
    Pay,
    /// The card is taken, and the connection breaks.
    PayAndLose,
    /// The bank says no.
    Refuse,
    /// « Abandonner ».
    Abandon,
}

/// Opens the page that the app asked the browser to show, and decides: the text of the page that answers.
///
/// # Errors
/// When a page does not come.
pub async fn at_bank(address: &str, decision: AtBank) -> Result<String> {
    let decision = match decision {
        AtBank::Pay => "pay",
        AtBank::PayAndLose => "pay_and_lose",
        AtBank::Refuse => "refuse",
        AtBank::Abandon => "abandon",
    };
    let address = Url::parse(address)?;
    get(address.clone()).await?;
    let form = format!("decision={decision}");
    let request = client()?.post(address).header("content-type", "application/x-www-form-urlencoded").body(form);
    Ok(request.send().await?.error_for_status()?.text().await?)
}

/// The text of a page.
///
/// # Errors
/// When it does not come.
pub async fn get(address: Url) -> Result<String> {
    Ok(client()?.get(address).send().await?.error_for_status()?.text().await?)
}
