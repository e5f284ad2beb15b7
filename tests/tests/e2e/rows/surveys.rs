//! Each screen looked over: names, headings, sizes for a finger, contrast, what is cut or covered; on a phone at night,
//! on a phone with text of 200 %, on a laptop by day. The tour takes pictures of the same screens.

use tests::{App, Light, Outcome, Size, Stage, screens};

use super::CAMILLE;

/// What was found on the screens so far.
#[derive(Default)]
pub(super) struct Survey(Vec<String>);

impl Survey {
    pub(super) async fn look(&mut self, app: &App, screen: &str) -> anyhow::Result<()> {
        app.resize(Size::PHONE).await?;
        app.light(Light::Night).await?;
        self.note(app, screen, "a phone at night").await?;
        app.light(Light::Day).await?;
        app.enlarge(200).await?;
        self.note(app, screen, "a phone with large text").await?;
        app.enlarge(100).await?;
        app.resize(Size::LAPTOP).await?;
        self.note(app, screen, "a laptop").await
    }

    async fn note(&mut self, app: &App, screen: &str, on: &str) -> anyhow::Result<()> {
        let found = app.survey().await?;
        self.0.extend(found.into_iter().map(|what| format!("{screen}, {on}: {what}")));
        Ok(())
    }

    pub(super) fn found_nothing(self) -> anyhow::Result<()> {
        let Self(found) = self;
        anyhow::ensure!(found.is_empty(), "{} findings:\n  {}", found.len(), found.join("\n  "));
        Ok(())
    }
}

#[tokio::test]
async fn x3_keeps_nobody_out_before_the_account() -> Outcome {
    let mut stage = Stage::new().await?;
    let mut survey = Survey::default();
    let app = stage.open().await?;
    stage
        .act(&app, async |app| screens::opening(&stage, app, &mut async |app, name| survey.look(app, name).await).await)
        .await?;
    let walked = screens::entering(&mut stage, &app, &mut async |app, name| survey.look(app, name).await).await;
    stage.act(&app, async move |_| walked).await?;
    app.close().await?;
    Ok(survey.found_nothing()?)
}

#[tokio::test]
async fn x3_keeps_nobody_out_of_any_screen_of_the_account() -> Outcome {
    let mut stage = Stage::new().await?;
    let (camille, long) = (stage.member(CAMILLE).await?, stage.member_with("Onze bénéficiaires").await?);
    let mut survey = Survey::default();
    let app = stage.open().await?;
    stage.act(&app, async |app| app.person().choose_caisse("31000").await).await?;
    let walked =
        screens::account(&mut stage, &app, &camille, &mut async |app, name| survey.look(app, name).await).await;
    stage.act(&app, async move |_| walked).await?;
    let mut look = async |app: &App, name: &str| survey.look(app, name).await;
    stage.act(&app, async |app| screens::ways_out(app, &camille, &long, &mut look).await).await?;
    app.close().await?;
    Ok(survey.found_nothing()?)
}

#[tokio::test]
async fn x3_keeps_nobody_out_of_what_is_owed() -> Outcome {
    let stage = Stage::new().await?;
    let solene = stage.member_with("une créance à payer").await?;
    let mut survey = Survey::default();
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            app.person().choose_caisse("29200").await?;
            screens::owing(&stage, app, &solene, &mut async |app, name| survey.look(app, name).await).await
        })
        .await?;
    app.close().await?;
    Ok(survey.found_nothing()?)
}

#[tokio::test]
async fn x3_keeps_nobody_out_of_leaves_files_and_illnesses() -> Outcome {
    let stage = Stage::new().await?;
    let (thierry, marie) = (stage.member_with("à l’enquête").await?, stage.member_with("(ALD)").await?);
    let camille = stage.member(CAMILLE).await?;
    let mut survey = Survey::default();
    let mut look = async |app: &App, name: &str| survey.look(app, name).await;
    let app = stage.open().await?;
    stage.act(&app, async |app| screens::dossiers(app, [&camille, &thierry, &marie], &mut look).await).await?;
    app.close().await?;
    Ok(survey.found_nothing()?)
}

#[tokio::test]
async fn x3_keeps_nobody_out_of_the_pages_behind_links() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let mut survey = Survey::default();
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            app.person().choose_caisse("31000").await?;
            screens::pages_of_links(&stage, app, &camille, &mut async |app, name| survey.look(app, name).await).await
        })
        .await?;
    app.close().await?;
    Ok(survey.found_nothing()?)
}
