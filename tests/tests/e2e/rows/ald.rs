//! A long-term illness: hidden until asked for, and hidden again.

use tests::{App, KeepCode, Outcome, Stage};

const SECRETS: [&str; 2] = ["Diabète", "ALD 30"];

#[tokio::test]
async fn p13_hides_a_long_term_illness_until_asked_for_and_again_after_leaving_or_locking() -> Outcome {
    let stage = Stage::new().await?;
    let marie = stage.member_with("(ALD)").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&marie, KeepCode::Yes).await?;
            open(app).await?;
            is_hidden(app).await?;

            person.press("button", "Afficher").await?;
            person.see("Diabète de type 2").await?;
            person.see("ALD 30 : sur la liste").await?;
            person.see("du 30 décembre 2023 au 29 décembre 2028").await?;
            person.see("À demander par votre médecin traitant à partir du 29 septembre 2028").await?;
            person.see("remboursés à 100 % du tarif").await?;
            person.see("la participation forfaitaire : 2,00 €").await?;
            person.see("les dépassements d’honoraires").await?;
            person.press("button", "Masquer").await?;
            is_hidden(app).await?;

            person.press("button", "Afficher").await?;
            person.see("Diabète de type 2").await?;
            person.go_to("Mes informations").await?;
            is_hidden(app).await?;
            open(app).await?;
            is_hidden(app).await?;

            person.press("button", "Afficher").await?;
            person.see("Diabète de type 2").await?;
            person.press("button", "Verrouiller").await?;
            person.find("button", "Déverrouiller").await?;
            is_hidden(app).await?;
            person.unlock(&marie.code).await?;
            is_hidden(app).await
        })
        .await
}

#[tokio::test]
async fn p13_shows_the_same_screen_to_whoever_has_none() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(super::CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            open(app).await?;
            person.press("button", "Afficher").await?;
            person.see("Aucune affection de longue durée").await
        })
        .await
}

async fn open(app: &App) -> anyhow::Result<()> {
    let person = app.person();
    person.go_to("Mes informations").await?;
    person.press("link", "Affection de longue durée (ALD)").await?;
    person.see("Ces informations sont confidentielles").await
}

/// Nothing of it is in the page, seen or unseen.
async fn is_hidden(app: &App) -> anyhow::Result<()> {
    for secret in SECRETS {
        app.person().not_see(secret).await?;
    }
    let everything = app.ask("return document.documentElement.outerHTML;").await?.to_string();
    anyhow::ensure!(SECRETS.iter().all(|secret| !everything.contains(secret)), "it is in the page, unasked");
    Ok(())
}
