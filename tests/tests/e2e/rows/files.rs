//! Files of work accidents and occupational diseases: steps, deadlines, and silence.

use tests::{App, KeepCode, Outcome, Person, Stage};

#[tokio::test]
async fn p10_says_what_the_member_has_to_do_and_by_when_without_a_network() -> Outcome {
    let mut stage = Stage::new().await?;
    let thierry = stage.member_with("à l’enquête").await?;
    stage
        .without_network(&thierry, async |app| {
            let person = app.person();
            open_files(app).await?;
            let list = person.inside("region", "Liste des dossiers");
            list.see("Maladie professionnelle Thierry · constatée le 21 septembre 2026 À vous d’agir").await?;
            list.press("link", "Maladie professionnelle").await?;
            let file = person.inside("region", "Dossier");
            file.see("Répondre au questionnaire, au plus tard le 7 décembre 2026").await?;
            file.see("Sans votre réponse, elle décide avec ce qu’elle a").await?;
            file.see("Votre caisse décide au plus tard le 30 janvier 2027.").await?;
            file.see("Si elle ne dit rien jusque-là, le caractère professionnel est reconnu.").await?;
            file.see("Déclarer la maladie Vous · le 24 septembre 2026").await?;
            file.see("Ouvrir le dossier à la lecture La caisse · au plus tard le 10 janvier 2027").await?;
            file.see("Lire le dossier et le commenter Vous · à venir").await
        })
        .await
}

#[tokio::test]
async fn p10_shows_a_recognised_accident_with_its_steps() -> Outcome {
    let stage = Stage::new().await?;
    let ibrahim = stage.member_with("Ibrahim").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&ibrahim, KeepCode::Yes).await?;
            open_files(app).await?;
            let file = open_accident(app).await?;
            file.see("Reconnu").await?;
            file.see("Le caractère professionnel est reconnu depuis le 4 octobre 2026.").await?;
            file.see("Décider, ou ouvrir une enquête La caisse · le 4 octobre 2026").await?;
            file.not_see("au plus tard").await
        })
        .await
}

#[tokio::test]
async fn p10_silence_of_the_caisse_is_recognition() -> Outcome {
    let mut stage = Stage::new().await?;
    let kevin = stage.member_with("tout récent").await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.enter(&kevin, KeepCode::Yes).await?;
            let file = open_accident(app).await?;
            file.see("Votre caisse décide au plus tard le 20 décembre 2026.").await
        })
        .await?;
    app.close().await?;

    // Nobody hears anything until then: the device counts by itself.
    stage.service.stop();
    stage.set_now("2026-12-21T09:00:00Z");
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.unlock(&kevin.code).await?;
            let file = open_accident(app).await?;
            file.see("Reconnu, sans réponse de la caisse").await?;
            file.see("depuis le 21 décembre 2026, le caractère professionnel est reconnu de plein droit").await
        })
        .await?;
    Ok(app.close().await?)
}

async fn open_files(app: &App) -> anyhow::Result<()> {
    let person = app.person();
    person.go_beside_payments("Arrêts de travail").await?;
    person.press("link", "Accidents et maladies du travail").await
}

/// Opens the member's accident; the person then looks at it only.
async fn open_accident(app: &App) -> anyhow::Result<Person<'_>> {
    open_files(app).await?;
    let person = app.person();
    person.inside("region", "Liste des dossiers").press("link", "Accident du travail").await?;
    Ok(person.inside("region", "Dossier"))
}
