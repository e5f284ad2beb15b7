//! What stands between a right code and an open account: each outcome has its screen and its next step.

use serde_json::json;
use tests::{App, KeepCode, Member, Outcome, Person, Stage};

/// The six digits of an e-mail.
fn six_digits(text: &str) -> anyhow::Result<String> {
    let digits = text.split_whitespace().find(|word| word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit()));
    digits.map(str::to_owned).ok_or_else(|| anyhow::anyhow!("no six digits in the e-mail"))
}

/// From the first start to the first step.
async fn sign_in(person: &Person<'_>, member: &Member) -> anyhow::Result<()> {
    person.choose_caisse("33000").await?;
    person.try_to_sign_in(&member.nir, &member.code).await
}

async fn is_inside(app: &App, name: &str) -> anyhow::Result<()> {
    app.person().answer(KeepCode::Yes).await?;
    app.person().wait_until_up_to_date().await?;
    app.person().see(&format!("Bonjour {name}")).await
}

#[tokio::test]
async fn a11_leads_from_a_provisional_code_to_the_open_account() -> Outcome {
    let stage = Stage::new().await?;
    let remi = stage.member_with("4 chiffres").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            sign_in(&person, &remi).await?;
            person.see("Choisir votre code").await?;
            person.fill("Nouveau code", "12345678").await?;
            person.fill("Le même code, une seconde fois", "12345678").await?;
            person.press("button", "Continuer").await?;
            person.see("Ce code suit l'ordre des chiffres").await?;
            person.fill("Nouveau code", "730519284615").await?;
            person.press("button", "Continuer").await?;
            person.see("Les deux saisies ne sont pas identiques").await?;
            person.fill("Le même code, une seconde fois", "730519284615").await?;
            person.press("button", "Continuer").await?;

            person.see("Conditions d'utilisation").await?;
            person.see("Vos relevés ne viennent plus par courrier").await?;
            person.press("button", "Oui, j'accepte").await?;

            person.see("Votre adresse e-mail").await?;
            person.fill("Adresse e-mail", "remi@exemple").await?;
            person.fill("La même adresse, une seconde fois", "remi@exemple").await?;
            person.press("button", "Continuer").await?;
            person.see("Cette adresse n'est pas complète").await?;
            person.fill("Adresse e-mail", "remi.fournir@exemple.fr").await?;
            person.fill("La même adresse, une seconde fois", "remi.fournir@exemple.fr").await?;
            person.press("button", "Continuer").await?;
            person.see("Confirmez votre adresse").await?;
            // Mistyped, and seen too late: it can still be corrected.
            person.press("button", "Corriger l'adresse").await?;
            person.fill("Adresse e-mail", "remi.fournier@exemple.fr").await?;
            person.fill("La même adresse, une seconde fois", "remi.fournier@exemple.fr").await?;
            person.press("button", "Continuer").await?;
            person.see("Confirmez votre adresse").await?;
            person.press("button", "J'ai suivi le lien, continuer").await?;
            person.see("L'adresse n'est pas encore confirmée").await?;
            let mail = stage.service.mail("remi.fournier@exemple.fr", |_| true).await?;
            let page = stage.service.press(&mail.link.unwrap_or_default(), &[]).await?;
            anyhow::ensure!(page.contains("Votre adresse est confirmée"), "{page}");
            person.press("button", "J'ai suivi le lien, continuer").await?;
            is_inside(app, "Rémi").await?;
            person.press("button", "Verrouiller").await?;
            person.unlock("730519284615").await
        })
        .await
}

#[tokio::test]
async fn a11_ends_when_the_terms_are_refused_and_says_when_a_provisional_code_is_too_old() -> Outcome {
    let stage = Stage::new().await?;
    let paul = stage.member_with("Conditions d’utilisation").await?;
    let rose = stage.member_with("n’est plus valable").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            sign_in(&person, &paul).await?;
            person.see("Conditions d'utilisation").await?;
            person.press("button", "Non, je refuse").await?;
            person.see("Se connecter").await?;
            person.try_to_sign_in(&rose.nir, &rose.code).await?;
            person.see("Code provisoire trop ancien").await?;
            person.press("button", "Demander un autre code").await?;
            person.see("Code oublié").await?;
            person.press("button", "Revenir à la connexion").await?;
            person.try_to_sign_in(&paul.nir, &paul.code).await?;
            person.press("button", "Oui, j'accepte").await?;
            is_inside(app, "Paul").await
        })
        .await
}

#[tokio::test]
async fn a13_asks_a_new_device_for_six_digits_and_then_trusts_it() -> Outcome {
    let stage = Stage::new().await?;
    let yanis = stage.member_with("Code à usage unique").await?;
    let email = yanis.email.clone().unwrap_or_default();
    stage
        .with_app(async |app| {
            let person = app.person();
            sign_in(&person, &yanis).await?;
            person.see("Un code par e-mail").await?;
            person.see("y•••@exemple.fr").await?;
            let mail = stage.service.mail(&email, |_| true).await?;
            let right = six_digits(&mail.text)?;
            person.fill("Code reçu par e-mail", "12").await?;
            person.press("button", "Continuer").await?;
            person.see("Le code reçu par e-mail compte 6 chiffres.").await?;
            person.fill("Code reçu par e-mail", if right == "000000" { "111111" } else { "000000" }).await?;
            person.press("button", "Continuer").await?;
            person.see("il vous reste 4 essais").await?;
            person.press("button", "Recevoir un autre code").await?;
            person.see("Trop de demandes.").await?;
            person.fill("Code reçu par e-mail", &right).await?;
            person.press("button", "Continuer").await?;
            is_inside(app, "Yanis").await?;
            // Logging out forgets the trust: the digits are asked for again, and turning back ends the way in.
            person.press("button", "Déconnexion").await?;
            person.press("button", "Se déconnecter").await?;
            person.press("button", "J'accède à mon compte").await?;
            stage.service.later(60).await?;
            person.try_to_sign_in(&yanis.nir, &yanis.code).await?;
            person.see("Un code par e-mail").await?;
            person.press("button", "Retour").await?;
            person.see("Se connecter").await
        })
        .await
}

#[tokio::test]
async fn a13_slows_down_too_many_codes_and_ends_a_way_in_that_took_too_long() -> Outcome {
    let stage = Stage::new().await?;
    let yanis = stage.member_with("Code à usage unique").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            sign_in(&person, &yanis).await?;
            for _ in 0..4 {
                person.see("Un code par e-mail").await?;
                person.press("button", "Retour").await?;
                stage.service.later(31).await?;
                person.try_to_sign_in(&yanis.nir, &yanis.code).await?;
            }
            person.see("Un code par e-mail").await?;
            person.press("button", "Retour").await?;
            stage.service.later(31).await?;
            person.try_to_sign_in(&yanis.nir, &yanis.code).await?;
            person.see("Trop de codes demandés").await?;
            stage.service.later(3600).await?;
            person.press("button", "Recevoir un autre code").await?;
            person.see("Trop de temps a passé").await?;
            person.press("button", "Revenir à la connexion").await?;
            person.see("Se connecter").await
        })
        .await
}

#[tokio::test]
async fn a10_keeps_services_closed_until_the_address_is_confirmed() -> Outcome {
    let stage = Stage::new().await?;
    let anais = stage.member_with("services encore fermés").await?;
    let email = anais.email.clone().unwrap_or_default();
    stage
        .with_app(async |app| {
            let person = app.person();
            sign_in(&person, &anais).await?;
            person.see("les services de votre compte restent fermés").await?;
            person.press("button", "Envoyer le lien à nouveau").await?;
            let mail = stage.service.mail(&email, |_| true).await?;
            let link = mail.link.unwrap_or_default();
            // Looking at the link confirms nothing; its button does.
            stage.service.follow(&link).await?;
            person.press("button", "J'ai suivi le lien, continuer").await?;
            person.see("L'adresse n'est pas encore confirmée").await?;
            stage.service.press(&link, &[]).await?;
            person.press("button", "J'ai suivi le lien, continuer").await?;
            is_inside(app, "Anaïs").await
        })
        .await
}

#[tokio::test]
async fn a10_asks_to_confirm_details_or_later_and_renews_an_expired_code() -> Outcome {
    let stage = Stage::new().await?;
    let victor = stage.member_with("Coordonnées à confirmer").await?;
    let maud = stage.member_with("a trop servi").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            sign_in(&person, &victor).await?;
            person.see("Vos coordonnées").await?;
            person.see("33000 BORDEAUX").await?;
            person.press("button", "Plus tard").await?;
            is_inside(app, "Victor").await?;
            person.press("button", "Déconnexion").await?;
            person.press("button", "Se déconnecter").await?;
            person.press("button", "J'accède à mon compte").await?;
            person.try_to_sign_in(&maud.nir, &maud.code).await?;
            person.see("Renouveler votre code").await?;
            person.fill("Nouveau code", &maud.code).await?;
            person.fill("Le même code, une seconde fois", &maud.code).await?;
            person.press("button", "Continuer").await?;
            person.see("C'est déjà votre code").await?;
            person.fill("Nouveau code", "730519284615").await?;
            person.fill("Le même code, une seconde fois", "730519284615").await?;
            person.press("button", "Continuer").await?;
            is_inside(app, "Maud").await?;
            let told = |mail: &service::Mailed| mail.subject.contains("a été remplacé");
            stage.service.mail(maud.email.as_deref().unwrap_or_default(), told).await?;
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a10_says_which_scheme_it_is_now_and_when_a_number_is_locked() -> Outcome {
    let stage = Stage::new().await?;
    let agnes = stage.member_with("MSA").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            sign_in(&person, &agnes).await?;
            person.see("Vous avez changé de régime").await?;
            person.see("MSA").await?;
            person.press("button", "Revenir à la connexion").await?;
            for _ in 0..5 {
                person.try_to_sign_in(&agnes.nir, "00000000").await?;
                person.see("Numéro de sécurité sociale ou code incorrect.").await?;
            }
            person.try_to_sign_in(&agnes.nir, "00000000").await?;
            person.see("Trop d'essais").await?;
            person.see("Nouvel essai possible dans").await
        })
        .await
}

#[tokio::test]
async fn a10_loses_nothing_of_a_step_when_the_service_does_not_answer() -> Outcome {
    let stage = Stage::new().await?;
    let maud = stage.member_with("a trop servi").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            sign_in(&person, &maud).await?;
            person.fill("Nouveau code", "730519284615").await?;
            person.fill("Le même code, une seconde fois", "730519284615").await?;
            stage.service.order(json!({ "path": "/v1/entrance", "fault": { "status": 503 } })).await?;
            person.press("button", "Continuer").await?;
            person.see("Le service ne répond pas comme prévu.").await?;
            person.press("button", "Continuer").await?;
            is_inside(app, "Maud").await
        })
        .await
}
