//! Signing in, locking and unlocking, logging out.

use tests::{KeepCode, Keyring, Outcome, Stage, StageOptions, require};

use super::CAMILLE;

#[tokio::test]
async fn a10_signs_in_with_number_and_code() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.choose_caisse("31000").await?;
            let wrong_key = format!("{} 04", camille.nir);
            person.try_to_sign_in(&wrong_key, &camille.code).await?;
            person.see("La clé ne correspond pas : un chiffre est mal saisi.").await?;
            person.try_to_sign_in(&camille.nir, "123").await?;
            person.see("Il manque des chiffres : votre code en compte de 8 à 13").await?;
            person.try_to_sign_in(&camille.nir, "00000000").await?;
            person.see("Numéro de sécurité sociale ou code incorrect.").await?;

            let spaced = format!("1 84 07 31 555 960 {}", camille.key);
            person.try_to_sign_in(&spaced, &camille.code).await?;
            person.answer(KeepCode::Yes).await?;
            person.wait_until_up_to_date().await?;
            person.see("Bonjour Camille").await?;
            person.go_to("Réglages").await?;
            let keeps = person.is_on("checkbox", "Garder mon code dans le trousseau").await?;
            anyhow::ensure!(keeps, "the settings say that the code is not kept");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a10_gives_one_answer_for_an_unknown_number_and_a_wrong_code() -> Outcome {
    let stage = Stage::new().await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.choose_caisse("31000").await?;
            person.try_to_sign_in("2061275111005", "12345678").await?;
            person.see("Numéro de sécurité sociale ou code incorrect.").await
        })
        .await
}

#[tokio::test]
async fn a10_types_the_code_on_the_pad_and_may_refuse_to_keep_it() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.choose_caisse("31000").await?;
            person.fill("Numéro de sécurité sociale", &camille.nir).await?;
            let pad = person.inside("group", "Pavé numérique");
            pad.press("button", "9").await?;
            pad.press("button", "Effacer le dernier chiffre").await?;
            for digit in camille.code.chars() {
                pad.press("button", &digit.to_string()).await?;
            }
            person.press("button", "Se connecter").await?;
            person.answer(KeepCode::No).await?;
            person.wait_until_up_to_date().await?;
            person.go_to("Réglages").await?;
            let keeps = person.is_on("checkbox", "Garder mon code dans le trousseau").await?;
            anyhow::ensure!(!keeps, "the settings say that the code is kept");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a10_says_so_when_the_device_has_no_keyring_and_keeps_nothing() -> Outcome {
    let stage = Stage::with(StageOptions { keyring: Keyring::Absent, ..StageOptions::default() }).await?;
    let camille = stage.member(CAMILLE).await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.choose_caisse("31000").await?;
            person.see("Cet appareil n'a pas de trousseau protégé").await?;
            person.try_to_sign_in(&camille.nir, &camille.code).await?;
            person.wait_until_up_to_date().await?;
            person.see("rien ne sera gardé quand l'application se fermera").await?;
            person.go_to("Mes paiements").await?;
            person.see("Consultation, Dr Lenoir").await?;
            // Locking keeps the session's data; the code opens it again.
            person.press("button", "Verrouiller").await?;
            person.unlock(&camille.code).await?;
            person.go_to("Mes paiements").await?;
            person.see("Consultation, Dr Lenoir").await
        })
        .await?;
    app.close().await?;

    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            app.person().see("Se connecter").await?;
            app.person().not_see("Camille").await
        })
        .await?;
    app.close().await?;
    let kept = tests::Device::files(&stage.device.data());
    let files: Vec<_> = kept.iter().filter(|file| !file.ends_with("settings.json")).collect();
    Ok(require(files.is_empty(), || format!("kept without a keyring: {files:?}"))?)
}

#[tokio::test]
async fn a15_logs_out_and_stays_out() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            person.press("button", "Déconnexion").await?;
            person.see("Votre code et votre session seront oubliés.").await?;
            person.press("button", "Se déconnecter").await?;
            person.see("Vous êtes déconnecté de votre compte").await?;
            person.not_see("Camille").await
        })
        .await?;
    app.close().await?;

    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.see("Se connecter").await?;
            person.not_see("Camille").await?;
            person.try_to_sign_in(&camille.nir, "99999999").await?;
            person.see("Numéro de sécurité sociale ou code incorrect.").await?;
            person.try_to_sign_in(&camille.nir, &camille.code).await?;
            // Trust was forgotten: the question is asked again.
            person.answer(KeepCode::Yes).await?;
            person.wait_until_up_to_date().await?;
            person.see("Bonjour Camille").await
        })
        .await?;
    Ok(app.close().await?)
}

#[tokio::test]
async fn a15_removes_the_file_when_asked_to() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let app = stage.open().await?;
    let files = || tests::Device::files(&stage.device.data());
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            anyhow::ensure!(files().len() > 1, "there is no file to remove: {:?}", files());
            person.press("button", "Déconnexion").await?;
            person.press("radio", "Les supprimer de cet appareil").await?;
            person.press("button", "Se déconnecter").await?;
            person.see("Vous êtes déconnecté de votre compte").await?;
            person.press("button", "J'accède à mon compte").await?;
            person.see("Se connecter").await
        })
        .await?;
    app.close().await?;
    let left: Vec<_> = files().into_iter().filter(|file| !file.ends_with("settings.json")).collect();
    Ok(require(left.is_empty(), || format!("left behind: {left:?}"))?)
}

#[tokio::test]
async fn a16_locks_and_unlocks_without_the_network() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let app = stage.open().await?;
    stage.act(&app, async |app| app.person().enter(&camille, KeepCode::No).await).await?;
    stage.service.stop();
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.press("button", "Verrouiller").await?;
            person.see("1 84 07 •• ••• ••• ••").await?;
            person.not_see("Dr Lenoir").await?;
            person.try_to_unlock("00000000").await?;
            person.see("Ce code n'ouvre pas ce compte.").await?;
            person.unlock(&camille.code).await?;
            person.go_to("Mes paiements").await?;
            person.see("Consultation, Dr Lenoir").await
        })
        .await?;
    Ok(app.close().await?)
}

#[tokio::test]
async fn a16_slows_down_six_wrong_codes_and_a_restart_does_not_help() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            person.press("button", "Verrouiller").await?;
            for _ in 0..2 {
                person.try_to_unlock("00000000").await?;
                person.see("Ce code n'ouvre pas ce compte. Vérifiez-le, puis réessayez.").await?;
            }
            person.try_to_unlock("00000000").await?;
            person.see("Ce code n'ouvre pas ce compte. Attendez avant de réessayer.").await?;
            person.see("Nouvel essai possible dans").await
        })
        .await?;
    app.close().await?;

    // The app's clock starts at the same instant again: the wait is not over, even for the right code.
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            app.person().try_to_unlock(&camille.code).await?;
            app.person().see("Trop d'essais.").await
        })
        .await?;
    app.close().await?;

    // Each further wrong code, after its wait is over, costs twice as much.
    for later in ["2026-11-20T09:20:00Z", "2026-11-20T09:40:00Z", "2026-11-20T10:00:00Z"] {
        stage.set_now(later);
        let app = stage.open().await?;
        stage
            .act(&app, async |app| {
                app.person().try_to_unlock("00000000").await?;
                app.person().see("Attendez avant de réessayer.").await
            })
            .await?;
        app.close().await?;
    }
    stage.set_now("2026-11-20T10:03:00Z");
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            app.person().try_to_unlock(&camille.code).await?;
            app.person().see("Trop d'essais.").await
        })
        .await?;
    app.close().await?;

    stage.set_now("2026-11-20T10:30:00Z");
    let app = stage.open().await?;
    stage.act(&app, async |app| app.person().unlock(&camille.code).await).await?;
    Ok(app.close().await?)
}

#[tokio::test]
async fn a16_locks_by_itself_after_the_chosen_time() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            person.go_to("Réglages").await?;
            person.press("radio", "1 minute").await?;
            person.see("Réglages enregistrés.").await?;
            person.find_patiently("button", "Déverrouiller", std::time::Duration::from_secs(180)).await?;
            person.unlock(&camille.code).await
        })
        .await
}
