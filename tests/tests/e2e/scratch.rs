use tests::*;
#[tokio::test]
async fn scratch() -> Outcome {
    let stage = Stage::new().await?;
    let t = std::time::Instant::now();
    let member = stage.member(0).await?;
    let app = stage.open().await?;
    eprintln!("{:?}", t.elapsed());
    stage.act(&app, async |app| {
        let person = app.person();
        person.enter(&member, KeepCode::Yes).await?;
    eprintln!("{:?}", t.elapsed());
        app.picture("/tmp/harness/home.png".as_ref()).await?;
        for (i, place) in ["Mes paiements","Mes documents","Mes informations"].iter().enumerate() {
            person.go_to(place).await?;
            app.picture(format!("/tmp/harness/{i}.png").as_ref()).await?;
            eprintln!("{:?} {}", t.elapsed(), person.text().await?);
        }
        app.resize(Size::PHONE).await?;
        app.picture("/tmp/harness/phone.png".as_ref()).await?;
        Ok(())
    }).await?;
    app.close().await?;
    eprintln!("{:?}", t.elapsed());
    Ok(())
}
