//! The phone's menu, the lock, several members, logging out.

use anyhow::Result;

use crate::app::App;
use crate::screen::Size;
use crate::service::Member;

/// From an open account that is up to date, or can be: out of it, past whoever else is on this device. Ends at the
/// sign-in.
///
/// # Errors
/// When a step cannot be done, or `look` fails.
pub async fn ways_out(
    app: &App,
    member: &Member,
    other: &Member,
    look: &mut impl AsyncFnMut(&App, &str) -> Result<()>,
) -> Result<()> {
    let person = app.person();
    person.inside("navigation", "Rubriques").press("link", "Accueil").await?;
    app.resize(Size::PHONE).await?;
    person.press("button", "Mon compte").await?;
    person.see("Ajouter un utilisateur").await?;
    look(app, "menu").await?;
    person.press("button", "Fermer").await?;
    person.press("button", "Verrouiller").await?;
    person.find("button", "Déverrouiller").await?;
    look(app, "locked").await?;
    person.try_to_unlock("00000000").await?;
    person.see("Ce code n’ouvre pas ce compte.").await?;
    look(app, "locked-wrong").await?;
    person.press("button", "Ajouter un utilisateur").await?;
    person.see("Retour aux comptes de cet appareil").await?;
    look(app, "members-add").await?;
    super::long_names(app, other, look).await?;
    person.press("button", "Changer de personne").await?;
    person.find("heading", "Choisissez votre compte").await?;
    look(app, "members").await?;
    person.press("button", "Retirer de cet appareil : Marie-Antoinette").await?;
    person.see("Retirer Marie-Antoinette").await?;
    look(app, "members-remove").await?;
    person.press("button", "Annuler").await?;
    person.press("button", &format!("{} 1", member.name)).await?;
    person.unlock(&member.code).await?;
    person.press("button", "Déconnexion").await?;
    person.press("button", "Se déconnecter").await?;
    person.see("Vous êtes déconnecté de votre compte").await?;
    look(app, "signed-out").await?;
    person.press("button", "J’accède à mon compte").await
}
