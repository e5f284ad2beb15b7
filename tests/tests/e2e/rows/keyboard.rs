//! The keyboard alone: Tab, Shift and Tab, Enter, Space, arrows, Escape.

use serde_json::json;
use tests::{App, Keyboard, Member, Outcome, Stage, key};

use super::CAMILLE;

const CODE: &str = "730519284615";
const EMAIL: &str = "manon.delcourt@exemple.fr";
/// The window comes to the front.
const RETURN: &str = "window.dispatchEvent(new Event('focus'));";

#[tokio::test]
async fn x3_opens_an_account_with_the_keyboard_alone() -> Outcome {
    let stage = Stage::new().await?;
    let manon = stage.service.newcomer("tout est là").await?;
    stage
        .with_app(async |app| {
            let (person, keys) = (app.person(), app.keyboard());
            keys.is_on("Code postal").await?;
            keys.press("310").await?;
            keys.press(key::ENTER).await?;
            person.see("Un code postal compte 5 chiffres.").await?;
            keys.is_on("Code postal").await?;
            keys.press("00").await?;
            keys.press(key::ENTER).await?;
            keys.is_on("Votre caisse").await?;
            keys.enter("Confirmer").await?;
            keys.is_on("Numéro de sécurité sociale").await?;
            keys.enter("Je crée mon compte").await?;

            keys.is_on("Créer mon compte").await?;
            // A letter chooses what begins with it.
            keys.fill("Votre régime d’assurance maladie", "r").await?;
            keys.to("Continuer avec FranceConnect").await?;
            keys.press(key::TAB).await?;
            keys.enter("Continuer").await?;
            keys.is_on("Qui êtes-vous ?").await?;
            keys.enter("Continuer").await?;
            keys.is_on("4 saisies sont à corriger").await?;
            keys.enter("Saisissez votre nom de naissance.").await?;
            keys.is_on("Nom de naissance").await?;
            keys.press(&manon.birth_name).await?;
            keys.fill("Numéro de sécurité sociale", &manon.nir).await?;
            keys.fill("Date de naissance", &manon.birth_date.strftime("%d/%m/%Y").to_string()).await?;
            keys.fill("Code postal", &manon.postal_code).await?;
            keys.press(key::ENTER).await?;

            keys.is_on("Prouvez que c’est vous").await?;
            keys.to("Où trouver mon IBAN ?").await?;
            keys.press(key::SPACE).await?;
            person.see("les sept derniers chiffres du long numéro qui commence par FR").await?;
            keys.back_to("7 derniers chiffres de votre IBAN").await?;
            keys.press(&manon.iban_end).await?;
            keys.fill("11 derniers chiffres du numéro de série", manon.serial_end.as_deref().unwrap_or_default())
                .await?;
            keys.press(key::ENTER).await?;
            keys.is_on("Conditions d’utilisation").await?;
            keys.to("Oui, j’accepte").await?;
            keys.press(key::SPACE).await?;
            keys.press(key::DOWN).await?;
            anyhow::ensure!(person.is_on("radio", "Non, je refuse").await?, "arrows do not lead among the answers");
            keys.press(key::UP).await?;
            keys.enter("Continuer").await?;
            keys.is_on("Choisissez votre code").await?;
            keys.fill("Votre code personnel", CODE).await?;
            person.see("Sûr").await?;
            keys.fill("Le même code, une seconde fois", CODE).await?;
            keys.press(key::ENTER).await?;
            keys.is_on("Vos coordonnées").await?;
            keys.fill("Adresse e-mail", EMAIL).await?;
            keys.fill("La même adresse, une seconde fois", EMAIL).await?;
            keys.enter("Créer mon compte").await?;
            keys.is_on("Confirmez votre adresse").await?;

            // The link is followed in the browser; back in the window the account opens by itself.
            app.ask(RETURN).await?;
            person.not_see("L’adresse n’est pas encore confirmée").await?;
            let link = stage.service.mail(EMAIL, |mail| mail.link.is_some()).await?.link.unwrap_or_default();
            stage.service.press(&link, &[]).await?;
            app.ask(RETURN).await?;
            keys.is_on("Garder votre code sur cet appareil ?").await?;
            keys.enter("Oui, garder mon code").await?;
            person.wait_until_up_to_date().await?;
            person.see("Bonjour Manon").await
        })
        .await
}

/// Types number and code, and answers the question.
async fn sign_in(app: &App, member: &Member) -> anyhow::Result<()> {
    let keys = app.keyboard();
    keys.is_on("Numéro de sécurité sociale").await?;
    keys.press(&member.nir).await?;
    keys.fill("Votre code", &member.code).await?;
    keys.press(key::ENTER).await?;
    keys.is_on("Garder votre code sur cet appareil ?").await?;
    keys.enter("Non, ne pas le garder").await?;
    app.person().wait_until_up_to_date().await
}

/// Types a code on the pad: each key of it is a step further, or back.
async fn on_the_pad(keys: &Keyboard<'_>, code: &str) -> anyhow::Result<()> {
    let mut at = 1;
    keys.to("1").await?;
    for digit in code.chars().filter_map(|digit| digit.to_digit(10)) {
        // Below the nine stand « effacer tout », 0, and « effacer le dernier chiffre ».
        let there = if digit == 0 { 11 } else { digit };
        let step = if there > at { key::TAB } else { key::BACK_TAB };
        for _ in 0..there.abs_diff(at) {
            keys.press(step).await?;
        }
        keys.is_on(&digit.to_string()).await?;
        keys.press(key::SPACE).await?;
        at = there;
    }
    Ok(())
}

#[tokio::test]
async fn x3_reads_filters_and_saves_with_the_keyboard_alone() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let (person, keys) = (app.person(), app.keyboard());
            person.choose_caisse("31000").await?;
            sign_in(app, &camille).await?;
            keys.enter("Mes paiements").await?;
            keys.is_on("Mes paiements").await?;
            person.find("heading", "Novembre 2026").await?;
            keys.enter("Filtres").await?;
            keys.enter("Indemnités journalières").await?;
            person.not_see("Optique de la Rotonde").await?;
            keys.to("Dates précises").await?;
            keys.press(key::SPACE).await?;
            keys.fill("Du", "01/09/2026").await?;
            // The end key is the caret's in an entry, not the list's.
            keys.press("\u{e010}").await?;
            keys.is_on("Du").await?;
            keys.fill("Au", "30/09/2026").await?;
            keys.press(key::ENTER).await?;
            person.see("Reçu 429,48 €").await?;
            keys.back_to("Tout effacer").await?;
            keys.press(key::ENTER).await?;
            person.see("Optique de la Rotonde").await?;
            keys.is_on("Filtres").await?;

            keys.to("19 novembre 2026").await?;
            keys.press(key::DOWN).await?;
            keys.is_on("16 novembre 2026").await?;
            keys.press(key::UP).await?;
            keys.is_on("19 novembre 2026").await?;
            keys.press(key::ENTER).await?;
            keys.is_on("Paiement").await?;
            person.see("Pourquoi 15,00 € et non 19,00 € ?").await?;
            keys.press(key::ESCAPE).await?;
            keys.is_on("19 novembre 2026").await?;

            keys.back_to("Mes documents").await?;
            keys.press(key::ENTER).await?;
            keys.is_on("Mes documents").await?;
            keys.enter("Attestation de droits").await?;
            keys.is_on("Attestation de droits").await?;
            keys.to("Noé").await?;
            keys.press(key::SPACE).await?;
            keys.to("Indiquer l’exonération").await?;
            keys.press(key::SPACE).await?;
            keys.enter("Enregistrer").await?;
            person.see("Copie enregistrée").await?;
            keys.is_on("Enregistrer").await?;
            keys.press(key::ESCAPE).await?;
            keys.is_on("Attestation de droits").await?;
            keys.to("Attestation de droits Noé").await?;
            keys.press(key::ENTER).await?;
            keys.enter("Supprimer").await?;
            keys.is_on("Supprimer ce document ?").await?;
            keys.press(key::ESCAPE).await?;
            keys.is_on("Supprimer").await
        })
        .await
}

#[tokio::test]
async fn x3_changes_ends_and_switches_with_the_keyboard_alone() -> Outcome {
    let stage = Stage::new().await?;
    let (camille, lucas) = (stage.member(CAMILLE).await?, stage.member_with("Lucas Petit").await?);
    stage.service.sign_in_elsewhere(&camille).await?;
    stage
        .with_app(async |app| {
            let (person, keys) = (app.person(), app.keyboard());
            person.choose_caisse("31000").await?;
            keys.is_on("Numéro de sécurité sociale").await?;
            keys.enter("Code oublié ?").await?;
            keys.is_on("Numéro de sécurité sociale").await?;
            keys.press(&camille.nir).await?;
            keys.fill("Date de naissance", &camille.birth_date.strftime("%d/%m/%Y").to_string()).await?;
            keys.press(key::ENTER).await?;
            keys.is_on("C’est demandé").await?;
            keys.enter("Revenir à la connexion").await?;
            sign_in(app, &camille).await?;

            keys.enter("Mes informations").await?;
            keys.is_on("Mes informations").await?;
            keys.enter("Afficher : E-mail").await?;
            person.see(camille.email.as_deref().unwrap_or_default()).await?;
            keys.is_kept().await?;
            keys.enter("Modifier : E-mail").await?;
            keys.is_on("Changer d’adresse e-mail").await?;
            keys.fill("Nouvelle adresse e-mail", EMAIL).await?;
            keys.fill("La même adresse, une seconde fois", "manon").await?;
            keys.fill("Votre code actuel", &camille.code).await?;
            keys.press(key::ENTER).await?;
            person.see("Les deux adresses ne sont pas identiques.").await?;
            keys.is_on("La même adresse, une seconde fois").await?;
            keys.press(".delcourt@exemple.fr").await?;
            keys.enter("Enregistrer").await?;
            keys.is_on("Mes informations").await?;
            person.see("En attente de confirmation").await?;
            let link = stage.service.mail(EMAIL, |mail| mail.link.is_some()).await?.link.unwrap_or_default();
            stage.service.press(&link, &[]).await?;
            app.ask(RETURN).await?;
            person.not_see("En attente de confirmation").await?;

            keys.enter("Appareils et accès").await?;
            keys.is_on("Appareils et accès").await?;
            keys.enter("Déconnecter cet appareil").await?;
            keys.is_on("Déconnecter cet appareil ?").await?;
            keys.press(key::ESCAPE).await?;
            keys.is_on("Déconnecter cet appareil").await?;
            stage.service.order(json!({ "path": "/v1/devices/*", "fault": { "status": 503 } })).await?;
            keys.press(key::ENTER).await?;
            keys.enter("Déconnecter cet appareil").await?;
            person.see("Le service ne répond pas comme prévu.").await?;
            keys.is_on("Déconnecter cet appareil").await?;
            keys.press(key::ENTER).await?;
            person.see("Appareil déconnecté").await?;
            keys.is_on("Appareils").await?;

            keys.back_to("Déconnexion").await?;
            keys.press(key::ENTER).await?;
            keys.is_on("Se déconnecter ?").await?;
            keys.press(key::ESCAPE).await?;
            keys.is_on("Déconnexion").await?;
            keys.back_to("Réglages").await?;
            keys.press(key::ENTER).await?;
            keys.is_on("Réglages").await?;
            keys.enter("Fermer mon compte").await?;
            keys.is_on("Fermer mon compte").await?;
            keys.fill("Votre code personnel", "00000000").await?;
            keys.enter("Fermer mon compte définitivement").await?;
            person.see("Ce code n’ouvre pas ce compte.").await?;
            keys.is_on("Votre code personnel").await?;

            keys.back_to("Verrouiller").await?;
            keys.press(key::ENTER).await?;
            keys.is_on("Votre code").await?;
            keys.enter("Ajouter un utilisateur").await?;
            sign_in(app, &lucas).await?;
            person.see("Bonjour Lucas").await?;
            keys.enter("Verrouiller").await?;
            keys.is_on("Votre code").await?;
            keys.back_to("Changer de personne").await?;
            keys.press(key::ENTER).await?;
            keys.is_on("Choisissez votre compte").await?;
            keys.enter("Camille Morel").await?;
            keys.is_on("Votre code").await?;
            on_the_pad(&keys, &camille.code).await?;
            keys.enter("Déverrouiller").await?;
            person.find("navigation", "Rubriques").await
        })
        .await
}
