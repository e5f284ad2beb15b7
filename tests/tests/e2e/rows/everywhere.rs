//! What holds on every screen: offline reading, two languages, nothing sent elsewhere.

use tests::{KeepCode, Outcome, Size, Stage};

use super::CAMILLE;

#[tokio::test]
async fn x2_reads_everything_again_offline_after_a_restart() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let app = stage.open().await?;
    stage.act(&app, async |app| app.person().enter(&camille, KeepCode::Yes).await).await?;
    app.close().await?;
    stage.service.stop();

    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.unlock(&camille.code).await?;
            person.see("Hors ligne.").await?;
            person.see("Données du 20 nov. à 10 h").await?;
            person.see("Bonjour Camille").await?;
            person.see("Consultation, Dr Lenoir").await?;
            person.go_to("Mes paiements").await?;
            person.press("link", "19 novembre 2026, Consultation, Dr Lenoir").await?;
            person.see("Pourquoi 15,00 € et non 19,00 € ?").await?;
            person.go_to("Mes documents").await?;
            person.see("Bienvenue dans votre compte").await?;
            person.go_to("Mes informations").await?;
            person.see("CPAM de la Haute-Garonne").await?;
            person.go_to("Réglages").await?;
            person.see("Hors ligne.").await
        })
        .await?;
    stage.service.resume()?;
    stage
        .act(&app, async |app| {
            // The app may have come back by itself meanwhile.
            app.person().press_until_seen("button", "Réessayer", "À jour").await?;
            app.person().not_see("Hors ligne.").await
        })
        .await?;
    Ok(app.close().await?)
}

#[tokio::test]
async fn x4_speaks_french_and_english() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            person.go_to("Réglages").await?;
            person.press("radio", "English").await?;
            person.inside("navigation", "Sections").press("link", "My payments").await?;
            person.see("Paid to others for you").await?;
            person.find("heading", "November 2026").await?;
            let language = app.ask("return document.documentElement.lang;").await?;
            anyhow::ensure!(language == "en", "the page says that it is in {language}");
            Ok(())
        })
        .await?;
    app.close().await?;

    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.find("button", "Unlock").await?;
            person.not_see("Déverrouiller").await
        })
        .await?;
    Ok(app.close().await?)
}

#[tokio::test]
async fn x1_is_one_interface_on_phone_tablet_and_laptop() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            for size in [Size::PHONE, Size::TABLET, Size::LAPTOP] {
                app.resize(size).await?;
                for place in ["Mes paiements", "Mes documents", "Mes informations"] {
                    person.go_to(place).await?;
                    let wide = app.ask("return document.documentElement.scrollWidth - innerWidth;").await?;
                    let wide = wide.as_i64().unwrap_or(i64::MAX);
                    anyhow::ensure!(wide <= 0, "{place} is {wide} px too wide on a {}", size.name);
                }
                let place = app
                    .ask("return page.find('navigation', 'Rubriques', document.body)[0].getBoundingClientRect().toJSON();")
                    .await?;
                let part = |name: &str| place.get(name).and_then(serde_json::Value::as_f64).unwrap_or(f64::NAN);
                let at_the_foot = part("top") > f64::from(size.height) * 0.8;
                let at_the_side = part("left") < 30.0 && part("width") < f64::from(size.width) * 0.35;
                match size {
                    Size::PHONE => anyhow::ensure!(at_the_foot, "no navigation at the foot of a phone: {place}"),
                    _ => anyhow::ensure!(at_the_side, "no navigation at the side of a {}: {place}", size.name),
                }
                person.go_to("Mes paiements").await?;
                person.press("link", "19 novembre 2026, Consultation, Dr Lenoir").await?;
                person.see("Pourquoi 15,00 € et non 19,00 € ?").await?;
                let list_beside = person.count("link", "16 novembre 2026").await? == 1;
                anyhow::ensure!(list_beside == (size != Size::PHONE), "list and detail on a {}", size.name);
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn x5_has_no_tracker_no_cookie_and_talks_to_its_service_only() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            for place in ["Mes paiements", "Mes documents", "Mes informations", "Réglages"] {
                person.go_to(place).await?;
            }
            let kept = app.ask("return [document.cookie, localStorage.length, sessionStorage.length];").await?;
            anyhow::ensure!(kept == serde_json::json!(["", 0, 0]), "the page keeps {kept}");
            let asked = app.ask("return performance.getEntriesByType('resource').map(entry => entry.name);").await?;
            for address in asked.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str) {
                let own = ["tauri://localhost/", "ipc://localhost/", "data:", "blob:"];
                anyhow::ensure!(own.iter().any(|start| address.starts_with(start)), "the page asks for {address}");
            }
            // The page itself may reach nobody, not even the service.
            let address = stage.service.address();
            app.ask(&format!("window.reached = null; fetch('{address}/health').then(() => (window.reached = true), () => (window.reached = false));")).await?;
            let reached = tests::until(async || {
                app.ask("return window.reached;").await.ok().filter(|reached| !reached.is_null())
            });
            anyhow::ensure!(reached.await == Some(false.into()), "the page reaches out by itself");
            let elsewhere = app.connections_elsewhere()?;
            anyhow::ensure!(elsewhere.is_empty(), "the app talks to {elsewhere:?}");
            Ok(())
        })
        .await
}
