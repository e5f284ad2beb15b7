//! Care that the member notes, what it should bring, and the payment that it came with.

use tests::{App, KeepCode, Outcome, Person, Stage};

use super::CAMILLE;

/// Attaches a picture that the page draws itself, or a file that only claims to be one.
const ATTACH: &str = "
    const canvas = Object.assign(document.createElement('canvas'), { width: 300, height: 400 });
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, 300, 400);
    const text = atob(canvas.toDataURL('image/png').split(',')[1]);
    const bytes = KIND === 'picture' ? Uint8Array.from(text, (c) => c.charCodeAt(0)) : new TextEncoder().encode('%PDF-1.7');
    const files = new DataTransfer();
    files.items.add(new File([bytes], 'recu.png', { type: 'image/png' }));
    const input = document.querySelector('#care-receipt');
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));";

async fn attach(app: &App, kind: &str) -> anyhow::Result<()> {
    app.ask(&format!("const KIND = '{kind}';{ATTACH}")).await.map(drop)
}

async fn note(person: &Person<'_>, act: &str, date: &str, paid: &str) -> anyhow::Result<()> {
    person.go_beside_payments("Remboursements attendus").await?;
    person.press("link", "Noter un soin payé").await?;
    person.choose("Personne soignée", "Camille Morel").await?;
    person.choose("Type de soin", act).await?;
    person.fill("Jour du soin", date).await?;
    person.fill("Montant payé", paid).await?;
    person.press("button", "Noter ce soin").await
}

#[tokio::test]
async fn p17_says_what_refund_to_expect_and_keeps_it_with_its_receipt() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let app = stage.open().await?;
    stage.act(&app, async |app| app.person().enter(&camille, KeepCode::Yes).await).await?;
    stage.service.stop();
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.go_beside_payments("Remboursements attendus").await?;
            person.see("Aucun soin noté").await?;
            person.press("link", "Noter un soin payé").await?;

            // What is missing or wrong is said, and nothing typed is lost.
            person.press("button", "Noter ce soin").await?;
            person.see("Choisissez la personne soignée.").await?;
            person.choose("Personne soignée", "Camille Morel").await?;
            person.choose("Type de soin", "Consultation").await?;
            person.fill("Professionnel ou établissement", "Dr Lenoir").await?;
            person.fill("Jour du soin", "28/11/2026").await?;
            person.fill("Montant payé", "30").await?;
            person.press("button", "Noter ce soin").await?;
            person.see("Ce jour est à venir, ou trop ancien.").await?;
            person.fill("Jour du soin", "18/11/2026").await?;
            attach(app, "something else").await?;
            person.see("Photo jointe.").await?;
            person.press("button", "Noter ce soin").await?;
            person.see("Ce fichier n’est pas une photo lisible.").await?;
            attach(app, "picture").await?;
            person.press("button", "Verrouiller").await?;
            person.unlock(&camille.code).await?;
            person.go_beside_payments("Remboursements attendus").await?;
            person.press("link", "Noter un soin payé").await?;
            person.press("button", "Noter ce soin").await?;

            let detail = person.inside("region", "Remboursements attendus");
            detail.see("Pas encore attendu").await?;
            detail.see("D’habitude entre le 23 novembre 2026 et le 25 novembre 2026.").await?;
            detail.see("Remboursé à 70 % de 30,00 € 21,00 €").await?;
            detail.see("1 consultation, acte ou examen à 2,00 €").await?;
            detail.see("Attendu 19,00 €").await?;
            detail.find("img", "Le reçu que vous avez joint").await
        })
        .await?;
    app.close().await?;

    // Another start, still without a network.
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.unlock(&camille.code).await?;
            person.go_beside_payments("Remboursements attendus").await?;
            person.see("19,00 € attendus").await?;
            person.press("link", "Consultation, Dr Lenoir Camille").await?;
            person.find("img", "Le reçu que vous avez joint").await?;
            person.press("button", "Supprimer cette note").await?;
            person.press("button", "Supprimer").await?;
            person.see("Aucun soin noté").await
        })
        .await?;
    Ok(app.close().await?)
}

#[tokio::test]
async fn p17_finds_the_payment_and_lets_the_member_correct_it() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .without_network(&camille, async |app| {
            let person = app.person();
            note(&person, "Consultation", "12/11/2026", "30,00").await?;
            let detail = person.inside("region", "Remboursements attendus");
            detail.see("Versé le 19 novembre 2026").await?;
            detail.see("C’est ce qui était attendu.").await?;
            detail.see("Rapproché par l’application").await?;
            detail.press("button", "Ce n’est pas ce soin").await?;
            detail.see("Attendu ces jours-ci").await?;
            detail.see("Soin du 12 novembre 2026, versé le 19 novembre 2026").await?;
            detail.press("button", "C’est celui-ci").await?;
            detail.see("Rapproché par vous.").await?;
            // The payment itself came with less, and says why.
            detail.press("link", "Voir ce paiement").await?;
            person.inside("region", "Paiement").see("Pourquoi 15,00 € et non 19,00 € ?").await
        })
        .await
}

#[tokio::test]
async fn p17_says_when_it_is_late_and_what_to_do() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .without_network(&camille, async |app| {
            let person = app.person();
            note(&person, "Soins dentaires", "01/10/2026", "23").await?;
            let detail = person.inside("region", "Remboursements attendus");
            detail.see("En retard").await?;
            detail.see("Que faire ?").await?;
            detail.see("demandez-lui une feuille de soins").await?;
            detail.see("Le tarif de ce soin n’est pas connu ici").await?;
            detail.see("Attendu 13,80 €").await?;
            person.go_beside_payments("Remboursements attendus").await?;
            person.find("link", "Soins dentaires Camille · 1er oct. 2026 · 13,80 € attendus au plus en retard").await
        })
        .await
}
