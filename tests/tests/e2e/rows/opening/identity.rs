//! Identity; and what is typed outlives the app.

use tests::{Newcomer, Outcome, Stage};

use super::{CODE, code, confirm, email, go_on, identity, is_inside, scheme, start, to_contact};

#[tokio::test]
async fn a3_names_each_entry_to_correct_and_takes_the_number_with_its_key() -> Outcome {
    let stage = Stage::new().await?;
    let manon = stage.service.newcomer("tout est là").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            start(&person).await?;
            scheme(&person).await?;
            person.press("button", "Continuer").await?;
            person.see("4 saisies sont à corriger").await?;
            person.see("Saisissez votre nom de naissance.").await?;
            person.fill("Numéro de sécurité sociale", "1 84 07").await?;
            person.fill("Date de naissance", "juillet").await?;
            person.fill("Code postal", "310").await?;
            person.press("button", "Continuer").await?;
            person.see("Il manque des chiffres : le numéro en compte 13").await?;
            person.see("Écrivez la date ainsi : jour/mois/année").await?;
            person.see("Un code postal compte 5 chiffres.").await?;
            // The summary leads to the entry.
            person.press("link", "Un code postal compte 5 chiffres.").await?;
            let focused = app.ask("return page.name(document.activeElement);").await?;
            anyhow::ensure!(focused.as_str().is_some_and(|name| name.contains("Code postal")), "{focused}");
            let with_key = Newcomer { nir: format!("{} {}", manon.nir, manon.key), ..manon.clone() };
            identity(&person, &with_key).await
        })
        .await
}

#[tokio::test]
async fn a3_keeps_what_is_typed_when_the_app_is_killed_and_asks_for_the_code_again() -> Outcome {
    let stage = Stage::new().await?;
    let manon = stage.service.newcomer("tout est là").await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            start(&person).await?;
            to_contact(&person, &manon).await?;
            email(&person, "manon@exemple.fr").await?;
            // Leads back, and to what was typed.
            person.press("button", "Retour").await?;
            person.see("Votre code est choisi : 12 chiffres.").await?;
            for step in ["Étape 4 sur 6", "Étape 3 sur 6", "Étape 2 sur 6"] {
                person.press("button", "Retour").await?;
                person.see(step).await?;
            }
            let held = app.ask("return document.querySelector('#opening-birth-name').value;").await?;
            anyhow::ensure!(held == manon.birth_name.as_str(), "the name is not there any more");
            for step in ["Étape 3 sur 6", "Étape 4 sur 6", "Étape 5 sur 6", "Étape 6 sur 6"] {
                go_on(&person, step).await?;
            }
            let held = app.ask("return document.querySelector('#opening-email-again').value;").await?;
            anyhow::ensure!(held == "manon@exemple.fr", "the address is not there any more");
            Ok(())
        })
        .await?;
    app.kill().await?;

    for file in tests::Device::files(&stage.device.data()) {
        let bytes = std::fs::read(&file)?;
        for secret in [manon.nir.as_str(), "manon@exemple.fr", CODE, manon.iban_end.as_str()] {
            let found = bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
            tests::require(!found, || format!("{} holds something personal", file.display()))?;
        }
    }
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.press("button", "Reprendre l'ouverture de mon compte").await?;
            person.see("Étape 6 sur 6").await?;
            let held = app.ask("return document.querySelector('#opening-email').value;").await?;
            anyhow::ensure!(held == "manon@exemple.fr", "the address was not kept");
            person.press("button", "Créer mon compte").await?;
            person.see("Étape 5 sur 6").await?;
            code(&person).await?;
            person.press("button", "Créer mon compte").await?;
            person.see("Confirmez votre adresse").await?;
            confirm(&stage, &person, "manon@exemple.fr").await?;
            is_inside(app, "Manon").await
        })
        .await?;
    Ok(app.close().await?)
}
