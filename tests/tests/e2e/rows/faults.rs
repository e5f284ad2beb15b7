//! A service that does not answer as it should.

use serde_json::json;
use tests::{KeepCode, Outcome, Stage};

use super::CAMILLE;

#[tokio::test]
async fn x2_says_that_the_service_answers_a_web_page_and_recovers() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.choose_caisse("31000").await?;
            stage.service.order(json!({ "path": "/v1/sign-in", "fault": "html" })).await?;
            person.try_to_sign_in(&camille.nir, &camille.code).await?;
            person.see("Le service ne répond pas comme prévu. Réessayez dans quelques minutes.").await?;

            stage.service.order(json!({ "path": "/v1/changes", "times": 1000, "fault": "html" })).await?;
            person.try_to_sign_in(&camille.nir, &camille.code).await?;
            person.answer(KeepCode::Yes).await?;
            person.see("Le service ne répond pas comme prévu. Rien n’a encore été reçu sur cet appareil.").await?;
            stage.service.heal().await?;
            person.press_until_seen("button", "Réessayer", "À jour").await?;
            person.see("Bonjour Camille").await
        })
        .await
}

#[tokio::test]
async fn x2_survives_an_answer_cut_in_the_middle_of_a_page() -> Outcome {
    let stage = Stage::new().await?;
    let georges = stage.member_with("Quarante ans").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.choose_caisse("31000").await?;
            let cut = json!({ "path": "/v1/changes", "skip": 1, "times": 1000, "fault": { "cut": 700 } });
            stage.service.order(cut).await?;
            person.try_to_sign_in(&georges.nir, &georges.code).await?;
            person.answer(KeepCode::Yes).await?;
            person.find("button", "Réessayer").await?;
            stage.service.heal().await?;
            person.press_until_seen("button", "Réessayer", "À jour").await?;
            person.go_to("Mes paiements").await?;
            person.see("paiements plus anciens").await
        })
        .await
}

#[tokio::test]
async fn x2_says_at_sign_in_that_it_needs_the_network() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage.service.stop();
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.choose_caisse("31000").await?;
            person.try_to_sign_in(&camille.nir, &camille.code).await?;
            person.see("Le service est injoignable. Vérifiez votre connexion, puis réessayez.").await
        })
        .await?;
    stage.service.resume()?;
    stage
        .act(&app, async |app| {
            // What could not be sent is still typed.
            app.person().press("button", "Se connecter").await?;
            app.person().answer(KeepCode::Yes).await?;
            app.person().wait_until_up_to_date().await
        })
        .await?;
    Ok(app.close().await?)
}
