//! The proof.

use tests::{Outcome, Stage};

use super::{proof, start, to_proof};

#[tokio::test]
async fn a4_gives_one_answer_to_every_wrong_proof_and_helps_to_find_the_numbers() -> Outcome {
    let stage = Stage::new().await?;
    let manon = stage.service.newcomer("tout est là").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            start(&person).await?;
            to_proof(&person, &manon).await?;
            person.press("button", "Où trouver mon IBAN ?").await?;
            person.see("les sept derniers chiffres du long numéro qui commence par FR").await?;
            person.press("button", "Où trouver le numéro de série ?").await?;
            person.see("Ce n'est pas votre numéro de sécurité sociale.").await?;
            person.fill("7 derniers chiffres de votre IBAN", "12").await?;
            person.press("button", "Continuer").await?;
            person.see("Il faut les 7 derniers chiffres de l'IBAN").await?;
            person.see("Saisissez les 11 derniers chiffres du numéro de série").await?;
            let serial = manon.serial_end.clone().unwrap_or_default();
            for (iban, serial) in [("0000000", serial.as_str()), (&manon.iban_end, "00000000000")] {
                person.fill("7 derniers chiffres de votre IBAN", iban).await?;
                person.fill("11 derniers chiffres du numéro de série", serial).await?;
                person.press("button", "Continuer").await?;
                person.see("Ces informations ne permettent pas de vous reconnaître").await?;
                person.see("votre nom de naissance, et non votre nom d'usage").await?;
            }
            // The right one is recognised after all.
            proof(&person, &manon).await
        })
        .await
}

#[tokio::test]
async fn a4_sends_a_provisional_code_by_post_to_those_without_a_serial_number() -> Outcome {
    let stage = Stage::new().await?;
    let hugo = stage.service.newcomer("ni carte Vitale").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            start(&person).await?;
            to_proof(&person, &hugo).await?;
            person.press("button", "Je ne dispose pas du numéro de série").await?;
            person.see("à l'adresse que connaît votre caisse").await?;
            person.press("button", "Recevoir un code provisoire").await?;
            person.see("C'est demandé").await?;
            person.press("button", "Revenir à la connexion").await?;
            let letter = stage.service.letter(&hugo.name).await?;
            let line = letter.text.lines().find(|line| line.contains("Voici un code provisoire")).unwrap_or_default();
            let code = line.split_whitespace().next_back().unwrap_or_default();
            person.try_to_sign_in(&hugo.nir, code).await?;
            person.see("Choisir votre code").await
        })
        .await
}
