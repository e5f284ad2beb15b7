//! Each screen looked over: names, headings, sizes for a finger, contrast; in both colours, and with text of 200 %.

use tests::{App, KeepCode, Outcome, Person, Size, Stage};

use super::CAMILLE;

async fn survey(app: &App, place: &str, found: &mut Vec<String>) -> anyhow::Result<()> {
    app.person().text().await?;
    let here = app.ask(include_str!("survey.js")).await?;
    let here: Vec<String> = serde_json::from_value(here)?;
    found.extend(here.into_iter().map(|what| format!("{place}: {what}")));
    Ok(())
}

async fn survey_account(app: &App, person: &Person<'_>, with: &str, found: &mut Vec<String>) -> anyhow::Result<()> {
    person.inside("navigation", "Rubriques").press("link", "Accueil").await?;
    person.see("Mes derniers paiements").await?;
    survey(app, &format!("home, {with}"), found).await?;
    for place in ["Mes informations", "Mes documents", "Mes paiements"] {
        person.go_to(place).await?;
        survey(app, &format!("{place}, {with}"), found).await?;
    }
    person.go_to("Mes informations").await?;
    for (what, heading) in [("E-mail", "Changer d’adresse e-mail"), ("Code personnel", "Changer de code")] {
        person.press("link", &format!("Modifier : {what}")).await?;
        person.find("heading", heading).await?;
        survey(app, &format!("{heading}, {with}"), found).await?;
        person.go_to("Mes informations").await?;
    }
    person.go_to("Mes paiements").await?;
    person.press("link", "19 novembre 2026, Consultation, Dr Lenoir").await?;
    person.see("Pourquoi 15,00 € et non 19,00 € ?").await?;
    person.press("button", "Pourquoi 15,00 € et non 19,00 € ?").await?;
    person.see("21,00 € − 2,00 € − 4,00 €").await?;
    survey(app, &format!("a payment, {with}"), found).await?;
    for (from, link, seen) in [
        ("Mes paiements", "Participations forfaitaires et franchises", "Camille Morel, soins de"),
        ("Mes documents", "Relevés mensuels", "Relevés annuels"),
    ] {
        person.go_to(from).await?;
        person.press("link", link).await?;
        person.see(seen).await?;
        survey(app, &format!("{link}, {with}"), found).await?;
    }
    app.resize(Size::LAPTOP).await?;
    person.go_to("Réglages").await?;
    survey(app, &format!("settings, {with}"), found).await
}

#[tokio::test]
async fn x3_has_names_headings_sizes_and_contrast_on_every_screen() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            let mut found = Vec::new();
            person.see("Trouver votre caisse").await?;
            survey(app, "choice of caisse", &mut found).await?;
            person.choose_caisse("31000").await?;
            person.see("Se connecter").await?;
            survey(app, "sign-in", &mut found).await?;
            person.try_to_sign_in(&camille.nir, &camille.code).await?;
            person.see("Garder votre code sur cet appareil ?").await?;
            survey(app, "keep the code", &mut found).await?;
            person.answer(KeepCode::Yes).await?;
            person.wait_until_up_to_date().await?;
            survey_account(app, &person, "laptop, light", &mut found).await?;
            app.resize(Size::PHONE).await?;
            survey_account(app, &person, "phone, light", &mut found).await?;
            person.press("radio", "Sombre").await?;
            survey_account(app, &person, "laptop, dark", &mut found).await?;
            person.press("button", "Verrouiller").await?;
            person.find("button", "Déverrouiller").await?;
            survey(app, "locked, dark", &mut found).await?;
            anyhow::ensure!(found.is_empty(), "{} findings:\n  {}", found.len(), found.join("\n  "));
            Ok(())
        })
        .await
}

/// Who is there for a step before the account opens, what its screen says, and its way back.
const STEPS: [(&str, &str, &str); 7] = [
    ("4 chiffres", "Choisir votre code", "Retour"),
    ("Conditions d’utilisation", "Oui, j'accepte", "Non, je refuse"),
    ("services encore fermés", "Confirmez votre adresse", "Retour"),
    ("Coordonnées à confirmer", "Vos coordonnées", "Retour"),
    ("Code à usage unique", "Un code par e-mail", "Retour"),
    ("n’est plus valable", "Code provisoire trop ancien", "Revenir à la connexion"),
    ("MSA", "Vous avez changé de régime", "Revenir à la connexion"),
];

#[tokio::test]
async fn x3_has_names_headings_sizes_and_contrast_at_every_step_before_the_account() -> Outcome {
    let stage = Stage::new().await?;
    let members = stage.service.members().await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            let mut found = Vec::new();
            person.choose_caisse("33000").await?;
            app.resize(Size::PHONE).await?;
            for (about, title, back) in STEPS {
                let member = members.iter().find(|member| member.about.contains(about));
                let member = member.ok_or_else(|| anyhow::anyhow!("no member « {about} »"))?;
                person.try_to_sign_in(&member.nir, &member.code).await?;
                person.see(title).await?;
                survey(app, title, &mut found).await?;
                app.ask("document.documentElement.style.fontSize = '200%';").await?;
                person.text().await?;
                let wide = app.ask("return document.documentElement.scrollWidth - innerWidth;").await?;
                anyhow::ensure!(wide.as_i64().is_some_and(|wide| wide <= 0), "« {title} » is {wide} px too wide");
                app.ask("document.documentElement.style.fontSize = '';").await?;
                person.press("button", back).await?;
                person.see("Se connecter").await?;
            }
            person.press("button", "Code oublié ?").await?;
            person.see("Date de naissance").await?;
            survey(app, "a forgotten code", &mut found).await?;
            anyhow::ensure!(found.is_empty(), "{} findings:\n  {}", found.len(), found.join("\n  "));
            Ok(())
        })
        .await
}

#[tokio::test]
async fn x3_holds_together_with_text_of_two_hundred_per_cent() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            app.resize(Size::PHONE).await?;
            app.ask("document.documentElement.style.fontSize = '200%';").await?;
            for place in ["Mes paiements", "Mes documents", "Mes informations"] {
                person.go_to(place).await?;
                person.text().await?;
                let wide = app.ask("return document.documentElement.scrollWidth - innerWidth;").await?;
                anyhow::ensure!(wide.as_i64().is_some_and(|wide| wide <= 0), "{place} is {wide} px too wide");
            }
            Ok(())
        })
        .await
}
