//! The code.

use tests::{Outcome, Stage};

use super::{CODE, code, start, to_code};

#[tokio::test]
async fn a6_says_how_strong_a_code_is_and_wants_it_twice() -> Outcome {
    let stage = Stage::new().await?;
    let manon = stage.service.newcomer("tout est là").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            start(&person).await?;
            to_code(&person, &manon).await?;
            let born = manon.birth_date.strftime("%d%m%Y").to_string();
            for (typed, said) in [
                ("7305", "Encore 4 chiffres au moins."),
                ("12345678", "Ses chiffres se suivent."),
                ("90909090", "Il répète toujours les mêmes chiffres."),
                (born.as_str(), "Il contient votre date de naissance."),
                (manon.nir.get(1..9).unwrap_or_default(), "Il reprend votre numéro de sécurité sociale."),
                ("73051928", "Avec 12 chiffres ou plus, il serait plus sûr."),
                (CODE, "Sûr"),
            ] {
                person.fill("Votre code personnel", typed).await?;
                person.see(said).await?;
            }
            person.fill("Votre code personnel", "12345678").await?;
            person.fill("Le même code, une seconde fois", "12345678").await?;
            person.press("button", "Continuer").await?;
            person.see("Ce code suit l'ordre des chiffres").await?;
            person.fill("Votre code personnel", CODE).await?;
            person.press("button", "Continuer").await?;
            person.see("Les deux saisies ne sont pas identiques.").await?;
            code(&person).await?;
            person.press("button", "Retour").await?;
            person.see("Votre code est choisi : 12 chiffres.").await?;
            person.press("button", "Choisir un autre code").await?;
            code(&person).await
        })
        .await
}
