//! The first screen.

use tests::{KeepCode, Outcome, Stage};

use super::CAMILLE;

#[tokio::test]
async fn h1_shows_the_last_five_payments() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            let last = person.inside("region", "Mes derniers paiements");
            last.see("Consultation, Dr Lenoir").await?;
            // Five rows, and « Tout voir ».
            let links = last.count("link", "").await?;
            anyhow::ensure!(links == 6, "{links} links");
            last.press("link", "19 novembre 2026, Consultation, Dr Lenoir").await?;
            person.see("Pourquoi 15,00 € et non 19,00 € ?").await
        })
        .await
}

#[tokio::test]
async fn h1_says_so_when_nothing_was_ever_paid() -> Outcome {
    let stage = Stage::new().await?;
    let nobody = stage.member_with("Aucun paiement").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&nobody, KeepCode::Yes).await?;
            person.see("Aucun paiement pour le moment").await?;
            person.go_to("Mes paiements").await?;
            person.see("Aucun paiement n'a encore été versé.").await
        })
        .await
}

#[tokio::test]
async fn h5_says_who_is_signed_in_and_leads_everywhere() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            person.see("Bonjour Camille").await?;
            person.see("Camille Morel").await?;
            person.see("Dernière connexion le").await?;
            for place in ["Mes paiements", "Mes documents", "Mes informations"] {
                person.go_to(place).await?;
            }
            person.inside("navigation", "Rubriques").press("link", "Accueil").await?;
            let shortcuts = person.inside("region", "Mes démarches en 2 clics");
            shortcuts.press("link", "Attestation de droits").await?;
            person.see("Pour qui ?").await
        })
        .await
}
