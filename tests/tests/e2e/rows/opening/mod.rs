//! Opening an account, from « Je crée mon compte » to the first payments: the steps, and a module a row.

mod code;
mod confirmation;
mod contact;
mod identity;
mod proof;
mod scheme;
mod terms;

use tests::{App, KeepCode, Newcomer, Person, Stage};

const CODE: &str = "730519284615";
const GENERAL: &str = "Régime général (salariés et indépendants, CPAM ou CGSS)";

/// From the first start to the first step.
async fn start(person: &Person<'_>) -> anyhow::Result<()> {
    person.choose_caisse("31000").await?;
    person.press("button", "Je crée mon compte").await?;
    person.see("Étape 1 sur 6").await
}

async fn scheme(person: &Person<'_>) -> anyhow::Result<()> {
    person.choose("Votre régime d'assurance maladie", GENERAL).await?;
    go_on(person, "Étape 2 sur 6").await
}

async fn identity(person: &Person<'_>, of: &Newcomer) -> anyhow::Result<()> {
    person.fill("Nom de naissance", &of.birth_name).await?;
    person.fill("Numéro de sécurité sociale", &of.nir).await?;
    person.fill("Date de naissance", &of.birth_date.strftime("%d/%m/%Y").to_string()).await?;
    person.fill("Code postal", &of.postal_code).await?;
    go_on(person, "Étape 3 sur 6").await
}

async fn proof(person: &Person<'_>, of: &Newcomer) -> anyhow::Result<()> {
    person.fill("7 derniers chiffres de votre IBAN", &of.iban_end).await?;
    person.fill("11 derniers chiffres du numéro de série", of.serial_end.as_deref().unwrap_or_default()).await?;
    go_on(person, "Étape 4 sur 6").await
}

async fn terms(person: &Person<'_>) -> anyhow::Result<()> {
    person.press("radio", "Oui, j'accepte").await?;
    go_on(person, "Étape 5 sur 6").await
}

async fn code(person: &Person<'_>) -> anyhow::Result<()> {
    person.fill("Votre code personnel", CODE).await?;
    person.fill("Le même code, une seconde fois", CODE).await?;
    go_on(person, "Étape 6 sur 6").await
}

/// From the first step to the proof.
async fn to_proof(person: &Person<'_>, of: &Newcomer) -> anyhow::Result<()> {
    scheme(person).await?;
    identity(person, of).await
}

/// From the first step to the terms.
async fn to_terms(person: &Person<'_>, of: &Newcomer) -> anyhow::Result<()> {
    to_proof(person, of).await?;
    proof(person, of).await
}

/// From the first step to the choice of a code.
async fn to_code(person: &Person<'_>, of: &Newcomer) -> anyhow::Result<()> {
    to_terms(person, of).await?;
    terms(person).await
}

/// From the first step to the last.
async fn to_contact(person: &Person<'_>, of: &Newcomer) -> anyhow::Result<()> {
    to_code(person, of).await?;
    code(person).await
}

async fn email(person: &Person<'_>, address: &str) -> anyhow::Result<()> {
    person.fill("Adresse e-mail", address).await?;
    person.fill("La même adresse, une seconde fois", address).await
}

async fn go_on(person: &Person<'_>, next: &str) -> anyhow::Result<()> {
    person.press("button", "Continuer").await?;
    person.see(next).await
}

/// Follows the link of the newest e-mail, and comes back to the app.
async fn confirm(stage: &Stage, person: &Person<'_>, address: &str) -> anyhow::Result<()> {
    let mail = stage.service.mail(address, |mail| mail.link.is_some()).await?;
    let page = stage.service.press(&mail.link.unwrap_or_default(), &[]).await?;
    anyhow::ensure!(page.contains("Votre adresse est confirmée"), "{page}");
    person.press("button", "J'ai suivi le lien, continuer").await
}

async fn is_inside(app: &App, first_name: &str) -> anyhow::Result<()> {
    app.person().answer(KeepCode::Yes).await?;
    app.person().wait_until_up_to_date().await?;
    app.person().see(&format!("Bonjour {first_name}")).await
}
