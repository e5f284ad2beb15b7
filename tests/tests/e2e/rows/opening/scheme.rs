//! Who may open an account here.

use tests::{Outcome, Stage};

use super::{go_on, start};

#[tokio::test]
async fn a2_opens_to_partner_schemes_and_names_the_service_of_others() -> Outcome {
    let stage = Stage::new().await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            start(&person).await?;
            person.press("button", "Continuer").await?;
            person.see("Une saisie est à corriger").await?;
            person.see("Choisissez votre régime d'assurance maladie.").await?;
            let label = "Votre régime d'assurance maladie";
            for (scheme, service) in [
                ("MSA (agriculture)", "« Mon espace privé » de la MSA"),
                ("MGEN (enseignement, recherche, culture)", "l'espace personnel de la MGEN"),
            ] {
                person.choose(label, scheme).await?;
                person.press("button", "Continuer").await?;
                person.see("Votre régime a son propre service").await?;
                person.see(service).await?;
                person.see("Étape 1 sur 6").await?;
            }
            person.choose(label, "CAMIEG (industries électriques et gazières)").await?;
            go_on(&person, "Étape 2 sur 6").await?;
            person.press("button", "Abandonner et tout effacer").await?;
            person.see("Se connecter").await?;
            person.find("button", "Je crée mon compte").await
        })
        .await
}
