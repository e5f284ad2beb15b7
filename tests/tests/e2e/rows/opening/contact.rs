//! Addresses, telephones, consents.

use tests::{Outcome, Stage};

use super::{confirm, email, is_inside, start, to_contact};

#[tokio::test]
async fn a7_takes_addresses_telephones_by_country_and_consents_that_are_off() -> Outcome {
    let mut stage = Stage::new().await?;
    let solene = stage.service.newcomer("nom d’usage").await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            start(&person).await?;
            to_contact(&person, &solene).await?;
            for consent in ["par e-mail", "par téléphone", "par SMS"] {
                anyhow::ensure!(!person.is_on("checkbox", consent).await?, "« {consent} » is on");
            }
            person.fill("Adresse e-mail", "solene").await?;
            person.fill("Téléphone portable", "05 36 49 12 34").await?;
            person.press("button", "Créer mon compte").await?;
            person.see("3 saisies sont à corriger").await?;
            person.see("Ce numéro est celui d'une ligne fixe.").await?;
            person.fill("Adresse e-mail", "solene.abadie@exemple.fr").await?;
            person.fill("La même adresse, une seconde fois", "solene.badie@exemple.fr").await?;
            person.choose("Pays du portable", "Belgique (+32)").await?;
            person.fill("Téléphone portable", "0470 12 34 56").await?;
            person.press("button", "Créer mon compte").await?;
            person.see("Les deux adresses ne sont pas identiques.").await?;
            email(&person, "solene.abadie@exemple.fr").await?;
            person.press("checkbox", "par SMS").await
        })
        .await?;
    stage.service.stop();
    stage
        .act(&app, async |app| {
            app.person().press("button", "Créer mon compte").await?;
            app.person().see("Le service est injoignable.").await
        })
        .await?;
    stage.service.resume()?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.press("button", "Créer mon compte").await?;
            person.see("Confirmez votre adresse").await?;
            confirm(&stage, &person, "solene.abadie@exemple.fr").await?;
            is_inside(app, "Solène").await?;
            person.go_to("Mes informations").await?;
            person.see("s•••").await
        })
        .await?;
    Ok(app.close().await?)
}
