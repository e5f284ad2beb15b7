//! A forgotten code.

use tests::{KeepCode, Outcome, Person, Stage};

use super::CAMILLE;

async fn forget(person: &Person<'_>, nir: &str, birth_date: &str) -> anyhow::Result<()> {
    person.press("button", "Code oublié ?").await?;
    person.fill("Numéro de sécurité sociale", nir).await?;
    person.fill("Date de naissance", birth_date).await?;
    person.press("button", "Recevoir de quoi choisir un autre code").await?;
    person.see("C'est demandé").await
}

#[tokio::test]
async fn a12_renews_a_forgotten_code_by_a_link_and_keeps_the_file() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let email = camille.email.clone().unwrap_or_default();
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::No).await?;
            person.press("button", "Déconnexion").await?;
            person.press("button", "Se déconnecter").await?;
            person.press("button", "J'accède à mon compte").await?;
            person.press("button", "Code oublié ?").await?;
            person.fill("Numéro de sécurité sociale", &camille.nir).await?;
            person.press("button", "Recevoir de quoi choisir un autre code").await?;
            person.see("Saisissez votre date de naissance.").await?;
            person.press("button", "Revenir à la connexion").await?;
            // The answer is the same for a birth date that does not fit.
            forget(&person, &camille.nir, "01/01/1990").await?;
            person.press("button", "Revenir à la connexion").await?;
            let born = camille.birth_date.strftime("%d/%m/%Y").to_string();
            forget(&person, &camille.nir, &born).await?;
            let mail = stage.service.mail(&email, |mail| mail.link.is_some()).await?;
            let link = mail.link.unwrap_or_default();
            let page = stage.service.follow(&link).await?;
            anyhow::ensure!(page.contains("Choisir un nouveau code"), "{page}");
            let entries = |code| [("code", code), ("again", code), ("lang", "fr")];
            let page = stage.service.press(&link, &entries("87654321")).await?;
            anyhow::ensure!(page.contains("Ses chiffres se suivent"), "{page}");
            let page = stage.service.press(&link, &entries("730519284615")).await?;
            anyhow::ensure!(page.contains("Votre code est remplacé"), "{page}");
            let page = stage.service.press(&link, &entries("730519284616")).await?;
            anyhow::ensure!(page.contains("Ce lien ne sert plus"), "{page}");
            stage.service.mail(&email, |mail| mail.subject.contains("a été remplacé")).await?;

            person.press("button", "Revenir à la connexion").await?;
            person.try_to_sign_in(&camille.nir, &camille.code).await?;
            person.see("Numéro de sécurité sociale ou code incorrect.").await?;
            person.try_to_sign_in(&camille.nir, "730519284615").await?;
            person.answer(KeepCode::Yes).await?;
            person.wait_until_up_to_date().await?;
            person.press("button", "Verrouiller").await?;
            person.unlock("730519284615").await?;
            person.go_to("Mes paiements").await?;
            person.see("Consultation, Dr Lenoir").await
        })
        .await
}

#[tokio::test]
async fn a12_sends_a_provisional_code_by_post_to_those_without_a_confirmed_address() -> Outcome {
    let stage = Stage::new().await?;
    let anais = stage.member_with("services encore fermés").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.choose_caisse("33000").await?;
            let born = anais.birth_date.strftime("%d/%m/%Y").to_string();
            forget(&person, &anais.nir, &born).await?;
            let letter = stage.service.letter("Anaïs Simon").await?;
            let code = letter.text.split_once("code provisoire : ").map(|(_, rest)| rest[..4].to_owned());
            let code = code.ok_or_else(|| anyhow::anyhow!("no code in the letter"))?;
            person.press("button", "Revenir à la connexion").await?;
            person.try_to_sign_in(&anais.nir, &code).await?;
            person.see("Choisir votre code").await?;
            person.fill("Nouveau code", "730519284615").await?;
            person.fill("Le même code, une seconde fois", "730519284615").await?;
            person.press("button", "Continuer").await?;
            person.see("Confirmez votre adresse").await
        })
        .await
}
