//! FranceConnect, in the system's browser: signing in, opening an account, and what else may come of it.

use serde_json::json;
use tests::{AtProvider, KeepCode, Outcome, Person, Stage, decide, screens};

use super::surveys::Survey;

const CODE: &str = "730519284615";
const SIGN_IN: &str = "S'identifier avec FranceConnect";
const GENERAL: &str = "Régime général (salariés et indépendants, CPAM ou CGSS)";

/// What the person does in the browser, which shows its `count`-th page.
async fn there(stage: &Stage, person: &Person<'_>, count: usize, decision: AtProvider<'_>) -> anyhow::Result<()> {
    person.see("Continuez dans votre navigateur").await?;
    let page = decide(&stage.shown_in_browser(count).await?, decision).await?;
    anyhow::ensure!(page.contains("Revenez à l’application"), "{page}");
    Ok(())
}

async fn choose_code(person: &Person<'_>) -> anyhow::Result<()> {
    person.see("Choisissez un code pour cet appareil").await?;
    person.fill("Nouveau code", CODE).await?;
    person.fill("Le même code, une seconde fois", CODE).await?;
    person.press("button", "Continuer").await
}

#[tokio::test]
async fn a9_signs_in_with_franceconnect() -> Outcome {
    let stage = Stage::new().await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.choose_caisse("31000").await?;
            person.press("button", SIGN_IN).await?;
            there(&stage, &person, 1, AtProvider::Choose("Camille Morel")).await?;
            choose_code(&person).await?;
            person.wait_until_up_to_date().await?;
            person.see("Bonjour Camille").await?;
            // The code of this device is no code to keep, and opens the file without the network.
            person.go_to("Réglages").await?;
            person.see("Ce compte s'ouvre ici avec un code propre à cet appareil.").await?;
            anyhow::ensure!(person.count("checkbox", "Garder mon code").await? == 0, "it can be kept");
            person.press("button", "Verrouiller").await?;
            person.try_to_unlock("00000000").await?;
            person.see("Ce code n'ouvre pas ce compte.").await?;
            person.unlock(CODE).await?;
            // From the locked screen, for whoever has forgotten it.
            person.go_to("Réglages").await?;
            person.press("button", "Verrouiller").await?;
            person.press("button", SIGN_IN).await?;
            there(&stage, &person, 2, AtProvider::Choose("Camille Morel")).await?;
            choose_code(&person).await?;
            person.wait_until_up_to_date().await
        })
        .await
}

#[tokio::test]
async fn a9_asks_for_six_digits_after_franceconnect_as_after_a_code() -> Outcome {
    let stage = Stage::new().await?;
    let yanis = stage.member_with("Code à usage unique").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.choose_caisse("33000").await?;
            person.press("button", SIGN_IN).await?;
            there(&stage, &person, 1, AtProvider::Choose("Yanis")).await?;
            person.see("Un code par e-mail").await?;
            let mail = stage.service.mail(yanis.email.as_deref().unwrap_or_default(), |_| true).await?;
            let digits = mail.text.split_whitespace().find(|word| word.len() == 6 && word.parse::<u32>().is_ok());
            person.fill("Code reçu par e-mail", digits.unwrap_or_default()).await?;
            person.press("button", "Continuer").await?;
            choose_code(&person).await?;
            person.wait_until_up_to_date().await
        })
        .await
}

#[tokio::test]
async fn a9_opens_an_account_with_franceconnect() -> Outcome {
    let stage = Stage::new().await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.choose_caisse("31000").await?;
            person.press("button", "Je crée mon compte").await?;
            person.see("Étape 1 sur 6").await?;
            person.press("button", "Continuer avec FranceConnect").await?;
            there(&stage, &person, 1, AtProvider::Choose("Manon Delcourt")).await?;
            person.see("Identité prouvée par FranceConnect : Manon Delcourt").await?;
            person.see("Étape 1 sur 4").await?;
            person.choose("Votre régime d'assurance maladie", GENERAL).await?;
            person.press("button", "Continuer").await?;
            person.see("Étape 2 sur 4").await?;
            person.press("radio", "Oui, j'accepte").await?;
            person.press("button", "Continuer").await?;
            person.see("Étape 3 sur 4").await?;
            person.fill("Votre code personnel", "14031998").await?;
            person.fill("Le même code, une seconde fois", "14031998").await?;
            person.press("button", "Continuer").await?;
            person.see("Ce code contient votre date de naissance").await?;
            person.fill("Votre code personnel", CODE).await?;
            person.fill("Le même code, une seconde fois", CODE).await?;
            person.press("button", "Continuer").await?;
            person.see("Étape 4 sur 4").await?;
            person.fill("Adresse e-mail", "manon.delcourt@exemple.fr").await?;
            person.fill("La même adresse, une seconde fois", "manon.delcourt@exemple.fr").await?;
            person.press("button", "Créer mon compte").await?;
            person.see("Confirmez votre adresse").await?;
            let mail = stage.service.mail("manon.delcourt@exemple.fr", |mail| mail.link.is_some()).await?;
            stage.service.press(&mail.link.unwrap_or_default(), &[]).await?;
            person.press("button", "J'ai suivi le lien, continuer").await?;
            person.answer(KeepCode::Yes).await?;
            person.wait_until_up_to_date().await?;
            person.see("Bonjour Manon").await
        })
        .await
}

#[tokio::test]
async fn a9_opens_an_account_without_a_card_and_from_the_screen_of_signing_in() -> Outcome {
    let stage = Stage::new().await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.choose_caisse("31000").await?;
            person.press("button", SIGN_IN).await?;
            there(&stage, &person, 1, AtProvider::Choose("Hugo Barbier")).await?;
            person.see("Vous n'avez pas encore de compte").await?;
            person.press("button", "Ouvrir mon compte").await?;
            person.see("Identité prouvée par FranceConnect : Hugo Barbier").await?;
            person.press("button", "Revenir à la connexion").await?;
            person.find("button", "Reprendre l'ouverture de mon compte").await
        })
        .await
}

/// What the provider is told to do wrong, and where.
type Fault = Option<(&'static str, &'static str)>;

/// What comes of FranceConnect when nothing is opened: a fault, what the person does there, and what is said.
const NOTHING_OPENED: [(Fault, AtProvider<'_>, &str); 6] = [
    (None, AtProvider::Refuse, "Vous avez refusé"),
    (None, AtProvider::Choose("Né un autre jour"), "Votre caisse ne vous retrouve pas"),
    (None, AtProvider::Choose("un autre régime"), "Vous ne dépendez plus de ce régime"),
    (Some(("token", "signature")), AtProvider::Choose("Camille"), "n'est pas signée par FranceConnect"),
    (Some(("token", "expired")), AtProvider::Choose("Camille"), "Vérifiez la date et l'heure de cet appareil"),
    (Some(("authorize", "state")), AtProvider::Choose("Camille"), "n'est pas celle de votre demande"),
];

#[tokio::test]
async fn a9_says_what_came_of_franceconnect_when_nothing_is_opened() -> Outcome {
    let stage = Stage::new().await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.choose_caisse("31000").await?;
            for (at, (fault, decision, said)) in NOTHING_OPENED.into_iter().enumerate() {
                if let Some((door, forgery)) = fault {
                    let path = format!("/identity/{door}");
                    stage
                        .service
                        .order(json!({ "path": path, "method": "POST", "fault": { "forge": forgery } }))
                        .await?;
                }
                person.press("button", SIGN_IN).await?;
                there(&stage, &person, at + 1, decision).await?;
                person.see(said).await?;
                person.press("button", "Retour").await?;
                person.see("Se connecter").await?;
            }
            person.press("button", SIGN_IN).await?;
            person.press("button", "Ouvrir la page à nouveau").await?;
            let count = NOTHING_OPENED.len() + 1;
            let first = stage.shown_in_browser(count).await?;
            anyhow::ensure!(stage.shown_in_browser(count + 1).await? == first, "another page");
            person.press("button", "Annuler").await?;
            person.see("Se connecter").await?;
            anyhow::ensure!(decide(&first, AtProvider::Refuse).await.is_err(), "somebody listens");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn x3_keeps_nobody_out_of_franceconnect() -> Outcome {
    let stage = Stage::new().await?;
    stage
        .with_app(async |app| {
            app.person().choose_caisse("31000").await?;
            let mut survey = Survey::default();
            screens::franceconnect(&stage, app, &mut async |app, name| survey.look(app, name).await).await?;
            survey.found_nothing()
        })
        .await
}
