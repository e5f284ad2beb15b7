//! The choice of the caisse.

use tests::{Outcome, Stage};

#[tokio::test]
async fn a1_finds_the_caisse_by_postal_code() -> Outcome {
    let stage = Stage::new().await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.see("Trouver votre caisse").await?;
            person.fill("Code postal", "310").await?;
            person.press("button", "Sélectionner").await?;
            person.see("Un code postal compte 5 chiffres.").await?;

            person.fill("Code postal", "31000").await?;
            person.press("button", "Sélectionner").await?;
            person.see("CPAM de la Haute-Garonne").await?;
            person.see("Toulouse").await?;
            person.press("button", "Ce n'est pas ma caisse").await?;

            person.fill("Code postal", "97400").await?;
            person.press("button", "Sélectionner").await?;
            person.see("CGSS de La Réunion").await?;
            person.press("button", "Confirmer").await?;
            person.see("Se connecter").await?;
            person.see("CGSS de La Réunion").await
        })
        .await?;
    app.close().await?;

    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.see("Se connecter").await?;
            person.see("CGSS de La Réunion").await?;
            person.press("button", "Changer de caisse").await?;
            person.see("Trouver votre caisse").await
        })
        .await?;
    Ok(app.close().await?)
}

#[tokio::test]
async fn a1_offers_each_caisse_of_a_department_that_has_several() -> Outcome {
    let stage = Stage::new().await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.fill("Code postal", "59300").await?;
            person.press("button", "Sélectionner").await?;
            person.see("Choisissez votre caisse").await?;
            person.press("radio", "CPAM du Hainaut").await?;
            person.press("button", "Confirmer").await?;
            person.see("Se connecter").await?;
            person.see("CPAM du Hainaut").await
        })
        .await
}
