//! What stands between a sign-in and the open account, and how signing in may end.

use anyhow::{Context, Result};

use crate::app::App;
use crate::service::Member;
use crate::stage::Stage;

/// Who is there for a step, what the screen says, its way back, and its name.
const STEPS: [(&str, &str, &str, &str); 7] = [
    ("4 chiffres", "Choisir votre code", "Retour", "new-code"),
    ("Conditions d’utilisation", "Oui, j’accepte", "Non, je refuse", "terms"),
    ("services encore fermés", "Confirmez votre adresse", "Retour", "confirm-email-again"),
    ("Coordonnées à confirmer", "Vos coordonnées", "Retour", "details"),
    ("n’est plus valable", "Code provisoire trop ancien", "Revenir à la connexion", "provisional-expired"),
    ("MSA", "Vous avez changé de régime", "Revenir à la connexion", "other-scheme"),
    ("a trop servi", "Renouveler votre code", "Retour", "expired-code"),
];

/// Every step before an open account, the forgotten code, and each end of a sign-in. The sign-in is on the screen.
///
/// # Errors
/// When a step cannot be done, or `look` fails.
pub async fn entering(
    stage: &mut Stage,
    app: &App,
    look: &mut impl AsyncFnMut(&App, &str) -> Result<()>,
) -> Result<()> {
    let members = stage.service.members().await?;
    let there = |about: &str| -> Result<Member> {
        let found = members.iter().find(|member| member.about.contains(about));
        found.cloned().with_context(|| format!("no member « {about} »"))
    };
    let person = app.person();
    for (about, title, back, screen) in STEPS {
        let member = there(about)?;
        person.try_to_sign_in(&member.nir, &member.code).await?;
        person.see(title).await?;
        look(app, screen).await?;
        person.press("button", back).await?;
        person.see("Se connecter").await?;
    }
    person.press("button", "Code oublié ?").await?;
    person.see("Date de naissance").await?;
    look(app, "forgotten").await?;
    person.fill("Numéro de sécurité sociale", "2990199999999").await?;
    person.fill("Date de naissance", "01/01/1999").await?;
    person.press("button", "Recevoir de quoi choisir un autre code").await?;
    person.see("C’est demandé").await?;
    look(app, "forgotten-sent").await?;
    person.press("button", "Revenir à la connexion").await?;

    let yanis = there("Code à usage unique")?;
    person.try_to_sign_in(&yanis.nir, &yanis.code).await?;
    person.see("Un code par e-mail").await?;
    look(app, "email-code").await?;
    for _ in 0..4 {
        person.press("button", "Retour").await?;
        stage.service.later(31).await?;
        person.try_to_sign_in(&yanis.nir, &yanis.code).await?;
        person.see("Un code par e-mail").await?;
    }
    person.press("button", "Retour").await?;
    stage.service.later(31).await?;
    person.try_to_sign_in(&yanis.nir, &yanis.code).await?;
    person.see("Trop de codes demandés").await?;
    look(app, "too-many-codes").await?;
    stage.service.later(3600).await?;
    person.press("button", "Recevoir un autre code").await?;
    person.see("Trop de temps a passé").await?;
    look(app, "entrance-ended").await?;
    // Another language asks the core for the session anew, and there is none: the sign-in is there already.
    if person.count("button", "Revenir à la connexion").await? > 0 {
        person.press("button", "Revenir à la connexion").await?;
    }

    let wrong = "Numéro de sécurité sociale ou code incorrect.";
    for _ in 0..5 {
        person.try_to_sign_in(&yanis.nir, "00000000").await?;
        person.see(wrong).await?;
    }
    look(app, "sign-in-refused").await?;
    person.try_to_sign_in(&yanis.nir, "00000000").await?;
    person.see("Trop d’essais").await?;
    look(app, "locked-out").await?;
    person.press("button", "Code oublié ?").await?;
    person.press("button", "Revenir à la connexion").await?;

    stage.service.stop();
    let camille = members.first().context("no members")?;
    person.try_to_sign_in(&camille.nir, &camille.code).await?;
    person.see("Le service est injoignable.").await?;
    look(app, "sign-in-offline").await?;
    stage.service.resume()
}
