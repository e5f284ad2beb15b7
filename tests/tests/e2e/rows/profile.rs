//! « Mes informations ».

use tests::{KeepCode, Outcome, Stage};

use super::CAMILLE;

#[tokio::test]
async fn i1_shows_rights_caisse_cards_and_beneficiaries() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            person.go_to("Mes informations").await?;
            for text in [
                "CPAM de la Haute-Garonne",
                "01 311 0000",
                "Régime général",
                "Mutuelle des Tilleuls",
                "Transmission automatique activée",
                "31000 TOULOUSE",
                "Dr Lenoir",
                "Louise Morel",
                "Noé Morel",
                "ouverts du 1er janvier 2026 au 31 décembre 2026",
            ] {
                person.see(text).await?;
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn i2_masks_personal_numbers_until_asked_for() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            person.go_to("Mes informations").await?;
            let everything = app.ask("return document.documentElement.outerHTML;").await?;
            let everything: String = everything.to_string().chars().filter(|c| !c.is_whitespace()).collect();
            anyhow::ensure!(!everything.contains(&camille.nir), "the whole number is in the page, unasked");

            person.see("1 84 07 •• ••• ••• ••").await?;
            person.press("button", "Afficher : Numéro de sécurité sociale").await?;
            person.see("1 84 07 31 555 960 03").await?;
            // One at a time.
            person.press("button", "Afficher : Coordonnées bancaires").await?;
            person.not_see("1 84 07 31 555 960 03").await?;
            person.press("button", "Masquer : Coordonnées bancaires").await?;
            person.see("FR•• •••• … 4471").await
        })
        .await
}
