//! Light and dark.

use tests::{KeepCode, Light, Outcome, Stage, StageOptions};

use super::CAMILLE;

/// How bright the page's ground is, from 0 to 255.
const BRIGHTNESS: &str = "
    const ground = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).slice(0, 3).map(Number);
    return ground.reduce((sum, part) => sum + part, 0) / 3;";

#[tokio::test]
async fn x3_follows_the_system_at_night_and_the_member_at_any_time() -> Outcome {
    let stage = Stage::with(StageOptions { light: Light::Night, ..StageOptions::default() }).await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            let becomes = async |dark: bool| {
                let so = tests::until(async || {
                    let brightness = app.ask(BRIGHTNESS).await.ok()?.as_f64()?;
                    ((brightness < 100.0) == dark).then_some(())
                });
                so.await
                    .ok_or_else(|| anyhow::anyhow!("the page does not become {}", if dark { "dark" } else { "light" }))
            };
            person.see("Trouver votre caisse").await?;
            becomes(true).await?;
            person.enter(&camille, KeepCode::Yes).await?;
            person.go_to("Réglages").await?;
            person.press("radio", "Claire").await?;
            becomes(false).await?;
            person.press("radio", "Sombre").await?;
            becomes(true).await
        })
        .await
}
