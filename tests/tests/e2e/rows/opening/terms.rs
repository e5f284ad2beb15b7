//! The terms of use.

use tests::{Outcome, Stage};

use super::{CODE, start, to_terms};

#[tokio::test]
async fn a5_says_what_accepting_and_refusing_mean_and_creates_nothing_when_refused() -> Outcome {
    let stage = Stage::new().await?;
    let manon = stage.service.newcomer("tout est là").await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            start(&person).await?;
            to_terms(&person, &manon).await?;
            person.see("Vos relevés ne viendront plus par courrier").await?;
            person.see("rien n'est créé, et vos relevés viennent toujours par courrier").await?;
            person.press("button", "Continuer").await?;
            person.see("Répondez par « Oui, j'accepte » ou « Non, je refuse ».").await?;
            person.press("radio", "Non, je refuse").await?;
            person.press("button", "Continuer").await?;
            person.see("Rien n'a été créé").await?;
            person.press("button", "Revenir à la connexion").await?;
            person.find("button", "Je crée mon compte").await?;
            person.try_to_sign_in(&manon.nir, CODE).await?;
            person.see("Numéro de sécurité sociale ou code incorrect.").await
        })
        .await?;
    let left = tests::Device::files(&stage.device.data());
    tests::require(!left.iter().any(|file| file.extension().is_some_and(|end| end == "opening")), || {
        "the draft is still there".to_owned()
    })?;
    Ok(app.close().await?)
}
