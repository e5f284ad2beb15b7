//! Walks the main job in the real app, without a display, and leaves pictures: `tour FOLDER`.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tests::{App, Failure, KeepCode, Light, Member, Person, Size, Stage, StageOptions};

const SIZES: [Size; 3] = [Size::PHONE, Size::TABLET, Size::LAPTOP];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let folder = PathBuf::from(std::env::args().nth(1).context("tour FOLDER")?);
    for (light, name) in [(Light::Day, "light"), (Light::Night, "dark")] {
        picture_steps(light, &folder, name).await?;
    }
    let mut stage = Stage::new().await?;
    let member = stage.member(0).await?;
    walk(&mut stage, &member, &folder).await?;
    for (light, name) in [(Light::Day, "light"), (Light::Night, "dark")] {
        stage.set_light(light);
        let app = stage.open().await?;
        stage.act(&app, async |app| picture_everything(app, &member.code, &folder, name).await).await?;
        app.close().await?;
    }
    Ok(())
}

/// What stands before an open account: who is there for it, what the screen says, and its way back.
const STEPS: [(&str, &str, &str, &str); 8] = [
    ("4 chiffres", "Choisir votre code", "Retour", "new-code"),
    ("Conditions d’utilisation", "Oui, j’accepte", "Non, je refuse", "terms"),
    ("services encore fermés", "Confirmez votre adresse", "Retour", "confirm-email"),
    ("Coordonnées à confirmer", "Vos coordonnées", "Retour", "details"),
    ("Code à usage unique", "Un code par e-mail", "Retour", "email-code"),
    ("n’est plus valable", "Code provisoire trop ancien", "Revenir à la connexion", "provisional-expired"),
    ("MSA", "Vous avez changé de régime", "Revenir à la connexion", "other-scheme"),
    ("a trop servi", "Renouveler votre code", "Retour", "expired-code"),
];

/// Every step before an open account, and the forgotten code, at every size.
async fn picture_steps(light: Light, folder: &Path, name: &str) -> Result<(), Failure> {
    say(&format!("the steps before an account, {name}"))?;
    let stage = Stage::with(StageOptions { light, ..StageOptions::default() }).await?;
    let members = stage.service.members().await?;
    let app = stage.open().await?;
    let sizes = async |app: &App, screen: &str| {
        for size in SIZES {
            app.resize(size).await?;
            take(app, folder, &format!("{}-{name}-{screen}", size.name)).await?;
        }
        anyhow::Ok(())
    };
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.choose_caisse("33000").await?;
            for (about, title, back, screen) in STEPS {
                let member = members.iter().find(|member| member.about.contains(about)).context("no such member")?;
                person.try_to_sign_in(&member.nir, &member.code).await?;
                person.see(title).await?;
                sizes(app, screen).await?;
                person.press("button", back).await?;
            }
            person.press("button", "Code oublié ?").await?;
            person.see("Date de naissance").await?;
            sizes(app, "forgotten").await?;
            person.fill("Numéro de sécurité sociale", "2990199999999").await?;
            person.fill("Date de naissance", "01/01/1999").await?;
            person.press("button", "Recevoir de quoi choisir un autre code").await?;
            person.see("C’est demandé").await?;
            sizes(app, "forgotten-sent").await
        })
        .await?;
    Ok(app.close().await?)
}

/// The job: sign in, read, filter, open one, lose the network, start again, read again, save an attestation.
async fn walk(stage: &mut Stage, member: &Member, folder: &Path) -> Result<(), Failure> {
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            say("the choice of the caisse")?;
            person.see("Trouver votre caisse").await?;
            take(app, folder, "01-caisse").await?;
            person.choose_caisse("31000").await?;
            say("signing in")?;
            person.see("Se connecter").await?;
            take(app, folder, "02-sign-in").await?;
            person.try_to_sign_in(&member.nir, &member.code).await?;
            person.see("Garder votre code sur cet appareil ?").await?;
            take(app, folder, "03-keep-the-code").await?;
            person.answer(KeepCode::Yes).await?;
            person.wait_until_up_to_date().await?;
            take(app, folder, "04-home").await?;
            say("payments, filtered")?;
            person.go_to("Mes paiements").await?;
            person.press("button", "Noé").await?;
            person.see("Optique de la Rotonde").await?;
            take(app, folder, "05-payments-of-one-person").await?;
            person.press("button", "Toute la famille").await?;
            open_payment(&person).await?;
            take(app, folder, "06-a-payment").await
        })
        .await?;
    app.close().await?;
    say("the service stops, the app starts again")?;
    stage.service.stop();
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.see("Camille").await?;
            take(app, folder, "07-locked").await?;
            person.unlock(&member.code).await?;
            person.see("Hors ligne.").await?;
            person.go_to("Mes paiements").await?;
            open_payment(&person).await?;
            take(app, folder, "08-offline").await?;
            say("an attestation, made offline")?;
            person.go_to("Mes documents").await?;
            person.press("link", "Attestation de droits").await?;
            person.find("img", "").await?;
            person.press("button", "Enregistrer").await?;
            person.see("Copie enregistrée").await?;
            take(app, folder, "09-attestation-saved").await
        })
        .await?;
    app.close().await?;
    stage.service.resume()?;
    Ok(())
}

/// Every screen at every size.
async fn picture_everything(app: &App, code: &str, folder: &Path, light: &str) -> Result<()> {
    say(&format!("every screen, {light}"))?;
    let person = app.person();
    person.unlock(code).await?;
    person.wait_until_up_to_date().await?;
    for size in SIZES {
        let name = |screen: &str| format!("{}-{light}-{screen}", size.name);
        app.resize(Size::LAPTOP).await?;
        person.go_to("Réglages").await?;
        app.resize(size).await?;
        take(app, folder, &name("settings")).await?;
        person.inside("navigation", "Rubriques").press("link", "Accueil").await?;
        person.see("Mes derniers paiements").await?;
        take(app, folder, &name("home")).await?;
        person.go_to("Mes informations").await?;
        take(app, folder, &name("profile")).await?;
        person.go_to("Mes paiements").await?;
        take(app, folder, &name("payments")).await?;
        open_payment(&person).await?;
        take(app, folder, &name("payment")).await?;
        person.go_to("Mes paiements").await?;
        person.press("link", "Participations forfaitaires et franchises").await?;
        person.see("Camille Morel, soins de").await?;
        take(app, folder, &name("deductions")).await?;
        person.inside("navigation", "Rubriques").press("link", "Mes documents").await?;
        person.see("Reçus de votre caisse").await?;
        person.inside("main", "").press("link", "Attestation de droits Pour").await?;
        person.find("img", "").await?;
        take(app, folder, &name("attestation")).await?;
    }
    Ok(())
}

async fn open_payment(person: &Person<'_>) -> Result<()> {
    person.press("link", "19 novembre 2026, Consultation, Dr Lenoir").await?;
    person.see("Pourquoi 15,00 € et non 19,00 € ?").await
}

async fn take(app: &App, folder: &Path, name: &str) -> Result<()> {
    app.picture(&folder.join(format!("{name}.png"))).await.map(drop)
}

fn say(what: &str) -> Result<()> {
    Ok(writeln!(std::io::stdout(), "  {what}")?)
}
