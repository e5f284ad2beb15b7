//! Changing one's own information (R13).

use serde_json::json;
use tests::{App, KeepCode, Outcome, Person, Stage};

use super::CAMILLE;

const NEW_CODE: &str = "904716253847";
const NEW_EMAIL: &str = "camille.nouvelle@exemple.fr";
const IBAN: &str = "FR76 3000 6000 0112 3456 7890 189";

/// From the open account to the form of one thing.
async fn change(person: &Person<'_>, what: &str, heading: &str) -> anyhow::Result<()> {
    person.press("link", &format!("Modifier : {what}")).await?;
    person.find("heading", heading).await
}

async fn to_my_information(app: &App, member: &tests::Member) -> anyhow::Result<()> {
    let person = app.person();
    person.enter(member, KeepCode::Yes).await?;
    person.go_to("Mes informations").await
}

#[tokio::test]
async fn r13_changes_the_e_mail_address_by_a_link_and_tells_the_old_one() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let old = camille.email.clone().unwrap_or_default();
    stage
        .with_app(async |app| {
            let person = app.person();
            to_my_information(app, &camille).await?;
            change(&person, "E-mail", "Changer d’adresse e-mail").await?;
            person.fill("Nouvelle adresse e-mail", NEW_EMAIL).await?;
            person.fill("La même adresse, une seconde fois", "camille@exemple.fr").await?;
            person.fill("Votre code actuel", &camille.code).await?;
            person.press("button", "Enregistrer").await?;
            person.see("Les deux adresses ne sont pas identiques.").await?;
            person.fill("La même adresse, une seconde fois", NEW_EMAIL).await?;
            person.press("button", "Enregistrer").await?;
            person.find("heading", "Mes informations").await?;
            person.see("En attente de confirmation").await?;
            person.see("avant le 27 nov.").await?;
            person.press("button", "Afficher : Nouvelle adresse e-mail").await?;
            person.see(NEW_EMAIL).await?;
            let told = stage.service.mail(&old, |mail| mail.subject.contains("Une autre adresse")).await?;
            anyhow::ensure!(told.link.is_none(), "the old address gets a link");

            // Given up, the link does not serve any more; asked for again, another one does.
            let first = stage.service.mail(NEW_EMAIL, |mail| mail.link.is_some()).await?.link.unwrap_or_default();
            person.press("button", "Renoncer").await?;
            person.not_see("En attente de confirmation").await?;
            let page = stage.service.press(&first, &[]).await?;
            anyhow::ensure!(page.contains("Ce lien ne sert plus"), "a link that was given up still serves");
            change(&person, "E-mail", "Changer d’adresse e-mail").await?;
            person.fill("Nouvelle adresse e-mail", NEW_EMAIL).await?;
            person.fill("La même adresse, une seconde fois", NEW_EMAIL).await?;
            person.fill("Votre code actuel", &camille.code).await?;
            person.press("button", "Enregistrer").await?;
            person.see("En attente de confirmation").await?;
            stage.service.later(31).await?;
            person.press("button", "Renvoyer le lien").await?;
            person.see("Un nouveau lien est parti.").await?;
            let link = stage.service.mail(NEW_EMAIL, |mail| mail.link.is_some()).await?.link.unwrap_or_default();
            anyhow::ensure!(stage.service.follow(&link).await?.contains(NEW_EMAIL), "the page names no address");
            let page = stage.service.press(&link, &[]).await?;
            anyhow::ensure!(page.contains("Votre adresse est confirmée"), "the link confirms nothing");
            person.press_until_gone("button", "Mettre à jour", "En attente de confirmation").await?;
            person.press("button", "Afficher : E-mail").await?;
            person.see(NEW_EMAIL).await?;
            stage.service.mail(&old, |mail| mail.subject.contains("a changé")).await.map(drop)
        })
        .await
}

#[tokio::test]
async fn r13_changes_telephones_consents_and_postal_address() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            to_my_information(app, &camille).await?;
            change(&person, "Téléphone portable", "Changer de téléphone portable").await?;
            person.fill("Nouveau numéro", "05 36 49 00 11").await?;
            person.press("button", "Enregistrer").await?;
            person.see("Ce numéro est celui d’une ligne fixe.").await?;
            person.choose("Pays", "Belgique (+32)").await?;
            person.fill("Nouveau numéro", "0470 12 34 56").await?;
            person.press("button", "Enregistrer").await?;
            person.see("+32 •• •• •• 56").await?;
            person.press("button", "Afficher : Téléphone portable").await?;
            person.see("+32 470 12 34 56").await?;

            change(&person, "Autorisations de contact", "Autorisations de contact").await?;
            for channel in ["Par e-mail", "Par téléphone", "Par SMS"] {
                if !person.is_on("checkbox", channel).await? {
                    person.press("checkbox", channel).await?;
                }
            }
            person.press("button", "Enregistrer").await?;
            person.see("Messages promotionnels : par e-mail, par téléphone, par SMS").await?;

            change(&person, "Adresse postale", "Changer d’adresse postale").await?;
            person.fill("Numéro et voie", "3 rue du Puits").await?;
            person.fill("Code postal", "35000").await?;
            person.fill("Commune", "Rennes").await?;
            person.fill("Votre code actuel", "00000000").await?;
            person.press("button", "Enregistrer").await?;
            person.see("Ce code n’ouvre pas ce compte.").await?;
            person.fill("Votre code actuel", &camille.code).await?;
            person.press("button", "Enregistrer").await?;
            person.see("35000 RENNES").await?;
            let to = camille.email.clone().unwrap_or_default();
            stage.service.mail(&to, |mail| mail.subject.contains("adresse postale")).await.map(drop)
        })
        .await
}

#[tokio::test]
async fn r13_changes_the_bank_account_after_two_days_in_which_it_can_be_given_up() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            to_my_information(app, &camille).await?;
            let ask = async || {
                change(&person, "Coordonnées bancaires", "Changer de compte bancaire").await?;
                person.fill("Nouvel IBAN", IBAN).await?;
                person.fill("Votre code actuel", &camille.code).await?;
                person.press("button", "Enregistrer").await?;
                person.see("Pris en compte le 22 nov.").await
            };
            ask().await?;
            person.see("FR•• •••• … 4471").await?;
            person.see("FR•• •••• … 0189").await?;
            person.press("button", "Renoncer").await?;
            person.not_see("FR•• •••• … 0189").await?;
            ask().await?;
            let to = camille.email.clone().unwrap_or_default();
            stage.service.mail(&to, |mail| mail.text.contains("22 novembre 2026")).await?;
            stage.service.later(48 * 3600 + 60).await?;
            person.press_until_gone("button", "Mettre à jour", "FR•• •••• … 4471").await?;
            person.see("FR•• •••• … 0189").await?;
            person.not_see("Pris en compte le").await
        })
        .await
}

#[tokio::test]
async fn r13_changes_the_code_which_then_unlocks_without_the_network() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            to_my_information(app, &camille).await?;
            change(&person, "Code personnel", "Changer de code").await?;
            person.fill("Votre code actuel", &camille.code).await?;
            person.fill("Nouveau code", "12345678").await?;
            person.fill("Nouveau code, une seconde fois", "12345678").await?;
            person.press("button", "Enregistrer").await?;
            person.see("suit l’ordre des chiffres").await?;
            person.fill("Nouveau code", NEW_CODE).await?;
            person.fill("Nouveau code, une seconde fois", NEW_CODE).await?;
            // The answer is lost after the change was made: made again, it is the same request.
            stage.service.order(json!({ "path": "/v1/profile/changes", "fault": { "cut": 3 } })).await?;
            person.press("button", "Enregistrer").await?;
            person.see("Rien n’a été perdu").await?;
            person.press("button", "Enregistrer").await?;
            person.find("heading", "Mes informations").await?;
            let to = camille.email.clone().unwrap_or_default();
            stage.service.mail(&to, |mail| mail.subject.contains("code")).await.map(drop)
        })
        .await?;
    app.close().await?;
    stage.service.stop();
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.try_to_unlock(&camille.code).await?;
            person.see("Ce code n’ouvre pas ce compte.").await?;
            person.unlock(NEW_CODE).await
        })
        .await?;
    Ok(app.close().await?)
}

#[tokio::test]
async fn r13_offline_says_so_and_keeps_what_was_typed_also_over_a_lock() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let app = stage.open().await?;
    stage.act(&app, async |app| to_my_information(app, &camille).await).await?;
    stage.service.stop();
    stage
        .act(&app, async |app| {
            let person = app.person();
            change(&person, "Téléphone fixe", "Changer de téléphone fixe").await?;
            person.fill("Nouveau numéro", "05 36 49 00 11").await?;
            person.press("button", "Enregistrer").await?;
            person.see("Le service est injoignable.").await?;
            person.see("Rien n’a été perdu").await?;
            person.press("button", "Verrouiller").await?;
            person.unlock(&camille.code).await?;
            person.find("heading", "Changer de téléphone fixe").await?;
            person.see("Ce changement a besoin du réseau").await
        })
        .await?;
    stage.service.resume()?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.press("button", "Enregistrer").await?;
            person.see("•• •• •• •• 11").await
        })
        .await?;
    Ok(app.close().await?)
}
