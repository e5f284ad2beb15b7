//! How long the caisse takes, and estimates for what is open.

use tests::{KeepCode, Outcome, Stage};

use super::CAMILLE;

#[tokio::test]
async fn p12_estimates_a_day_for_each_open_leave_and_file_and_says_so() -> Outcome {
    let mut stage = Stage::new().await?;
    let kevin = stage.member_with("tout récent").await?;
    stage
        .without_network(&kevin, async |app| {
            let person = app.person();
            person.inside("navigation", "Rubriques").press("link", "Accueil").await?;
            person.press("link", "Délais de traitement").await?;
            let mine = person.inside("region", "Mes dossiers en cours");
            mine.see("Accident du travail, Kevin Estimation : vers le").await?;
            mine.see("Dossier complet depuis le 19 novembre 2026").await?;
            mine.see("Arrêt du 17 novembre 2026, Kevin Estimation : vers le").await?;
            mine.see("Si l’attestation de salaire arrivait aujourd’hui").await?;
            mine.see("Ces dates sont des estimations").await?;
            mine.press("link", "Accident du travail, Kevin").await?;
            person.inside("region", "Dossier").see("Votre caisse décide au plus tard le 20 décembre 2026.").await
        })
        .await
}

#[tokio::test]
async fn p12_shows_the_times_of_the_members_caisse_by_kind() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            person.go_beside_payments("Arrêts de travail").await?;
            person.press("link", "Délais de traitement").await?;
            let times = person.inside("region", "CPAM de la Haute-Garonne");
            times.see("Délais indiqués au 16 novembre 2026").await?;
            for kind in [
                "Remboursement d’une feuille de soins papier Environ",
                "Carte Vitale Environ",
                "Changement de situation Environ",
            ] {
                times.see(kind).await?;
            }
            person.inside("region", "Mes dossiers en cours").see("Arrêt du 14 novembre 2026, Camille").await
        })
        .await
}
