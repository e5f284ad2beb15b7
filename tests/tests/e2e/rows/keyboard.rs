//! The keyboard alone.

use tests::{Outcome, Stage};

use super::CAMILLE;

const ENTER: &str = "\u{e007}";
const TAB: &str = "\u{e004}";

#[tokio::test]
async fn x3_needs_nothing_but_a_keyboard() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            let focused = async |wanted: &str| {
                let held = tests::until(async || {
                    let name = app.ask("return page.name(document.activeElement);").await.ok()?;
                    name.as_str().is_some_and(|name| name.contains(wanted)).then_some(())
                });
                held.await.ok_or_else(|| anyhow::anyhow!("the keyboard is not on « {wanted} »"))
            };
            let tab_to = async |wanted: &str| {
                for _ in 0..60 {
                    let name = app.ask("return page.name(document.activeElement);").await?;
                    if name.as_str().is_some_and(|name| name.contains(wanted)) {
                        return Ok(());
                    }
                    person.keys(TAB).await?;
                }
                anyhow::bail!("the tab key does not lead to « {wanted} »")
            };
            focused("Code postal").await?;
            person.keys("31000").await?;
            person.keys(ENTER).await?;
            person.see("CPAM de la Haute-Garonne").await?;
            tab_to("Confirmer").await?;
            person.keys(ENTER).await?;
            focused("Numéro de sécurité sociale").await?;
            person.keys(&camille.nir).await?;
            person.keys(TAB).await?;
            focused("Votre code").await?;
            person.keys(&camille.code).await?;
            person.keys(ENTER).await?;
            person.see("Garder votre code sur cet appareil ?").await?;
            tab_to("Oui, garder mon code").await?;
            person.keys(ENTER).await?;
            person.wait_until_up_to_date().await?;
            tab_to("Mes paiements").await?;
            person.keys(ENTER).await?;
            person.find("heading", "Novembre 2026").await?;
            tab_to("19 novembre 2026").await?;
            // Arrows lead along the list.
            person.keys("\u{e015}").await?;
            focused("16 novembre 2026").await?;
            person.keys("\u{e013}").await?;
            focused("19 novembre 2026").await?;
            person.keys(ENTER).await?;
            person.see("Pourquoi 15,00 € et non 19,00 € ?").await
        })
        .await
}
