//! FranceConnect: while the browser is waited for, and what comes of it.

use anyhow::{Result, ensure};

use crate::app::App;
use crate::browser::{AtProvider, decide};
use crate::person::Person;
use crate::stage::Stage;

const SIGN_IN: &str = "S’identifier avec FranceConnect";

/// From the sign-in and back to it.
///
/// # Errors
/// When a step cannot be done, or `look` fails.
pub async fn franceconnect(
    stage: &Stage,
    app: &App,
    look: &mut impl AsyncFnMut(&App, &str) -> Result<()>,
) -> Result<()> {
    let person = app.person();
    person.press("button", SIGN_IN).await?;
    person.see("Continuez dans votre navigateur").await?;
    look(app, "franceconnect-waiting").await?;
    there(stage, &person, 1, AtProvider::Choose("Inconnue")).await?;
    person.see("Votre caisse ne vous retrouve pas").await?;
    look(app, "franceconnect-not-matched").await?;
    person.press("button", "Essayer à nouveau").await?;
    there(stage, &person, 2, AtProvider::Refuse).await?;
    person.see("Vous avez refusé").await?;
    look(app, "franceconnect-refused").await?;
    person.press("button", "Essayer à nouveau").await?;
    there(stage, &person, 3, AtProvider::Choose("Manon")).await?;
    person.see("Vous n’avez pas encore de compte").await?;
    look(app, "franceconnect-no-account").await?;
    person.press("button", "Ouvrir mon compte").await?;
    person.see("Étape 1 sur 4").await?;
    look(app, "franceconnect-opening").await?;
    person.press("button", "Revenir à la connexion").await?;
    person.press("button", SIGN_IN).await?;
    there(stage, &person, 4, AtProvider::Choose("Camille")).await?;
    person.see("Choisissez un code pour cet appareil").await?;
    look(app, "franceconnect-device-code").await?;
    person.press("button", "Retour").await
}

/// What the person does in the browser, which shows its `count`-th page.
async fn there(stage: &Stage, person: &Person<'_>, count: usize, decision: AtProvider<'_>) -> Result<()> {
    person.see("Continuez dans votre navigateur").await?;
    let page = decide(&stage.shown_in_browser(count).await?, decision).await?;
    ensure!(page.contains("Revenez à l’application"), "{page}");
    Ok(())
}
