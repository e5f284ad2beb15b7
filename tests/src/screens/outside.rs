//! The service's own pages, behind the links of e-mails.

use anyhow::{Context, Result};

use crate::app::App;
use crate::service::Member;
use crate::stage::Stage;

/// The page that confirms an address and the one that renews a code, each before, after, and with a link that does not
/// serve any more. The app's window shows nothing else afterwards.
///
/// # Errors
/// When a page does not come, or `look` fails.
pub async fn pages_of_links(
    stage: &Stage,
    app: &App,
    member: &Member,
    look: &mut impl AsyncFnMut(&App, &str) -> Result<()>,
) -> Result<()> {
    let person = app.person();
    let anais = stage.member_with("services encore fermés").await?;
    person.try_to_sign_in(&anais.nir, &anais.code).await?;
    person.press("button", "Envoyer le lien à nouveau").await?;
    let email = anais.email.unwrap_or_default();
    let confirm = stage.service.mail(&email, |mail| mail.link.is_some()).await?.link.context("no link")?;
    person.press("button", "Retour").await?;
    person.press("button", "Code oublié ?").await?;
    person.fill("Numéro de sécurité sociale", &member.nir).await?;
    person.fill("Date de naissance", &member.birth_date.strftime("%d/%m/%Y").to_string()).await?;
    person.press("button", "Recevoir de quoi choisir un autre code").await?;
    person.see("C’est demandé").await?;
    let email = member.email.clone().unwrap_or_default();
    let renew = |mail: &service::Mailed| mail.link.as_ref().is_some_and(|link| link.contains("/code/renewal"));
    let renew = stage.service.mail(&email, renew).await?.link.context("no link")?;

    app.visit(&confirm).await?;
    person.see("Confirmer votre adresse e-mail").await?;
    look(app, "link-confirm").await?;
    person.press_until_seen("button", "C’est mon adresse", "Votre adresse est confirmée").await?;
    look(app, "link-confirmed").await?;
    app.visit(&confirm).await?;
    person.see("Ce lien ne sert plus").await?;
    look(app, "link-over").await?;
    app.visit(&renew).await?;
    person.see("Choisir un nouveau code").await?;
    look(app, "link-renew").await?;
    person.fill("Nouveau code", "12345678").await?;
    person.fill("Le même code, une seconde fois", "12345679").await?;
    person.press_until_seen("button", "Remplacer mon code", "Ce code ne convient pas encore").await?;
    look(app, "link-renew-wrong").await?;
    person.fill("Nouveau code", "730519284615").await?;
    person.fill("Le même code, une seconde fois", "730519284615").await?;
    person.press_until_seen("button", "Remplacer mon code", "Votre code est remplacé").await?;
    look(app, "link-renewed").await
}
