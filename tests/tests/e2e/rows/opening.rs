//! Opening an account, from « Je crée mon compte » to the first payments.

use tests::{App, KeepCode, Newcomer, Outcome, Person, Size, Stage};

const CODE: &str = "730519284615";
const GENERAL: &str = "Régime général (salariés et indépendants, CPAM ou CGSS)";

/// From the first start to the first step.
async fn start(person: &Person<'_>) -> anyhow::Result<()> {
    person.choose_caisse("31000").await?;
    person.press("button", "Je crée mon compte").await?;
    person.see("Étape 1 sur 6").await
}

async fn scheme(person: &Person<'_>) -> anyhow::Result<()> {
    person.choose("Votre régime d'assurance maladie", GENERAL).await?;
    go_on(person, "Étape 2 sur 6").await
}

async fn identity(person: &Person<'_>, of: &Newcomer) -> anyhow::Result<()> {
    person.fill("Nom de naissance", &of.birth_name).await?;
    person.fill("Numéro de sécurité sociale", &of.nir).await?;
    person.fill("Date de naissance", &of.birth_date.strftime("%d/%m/%Y").to_string()).await?;
    person.fill("Code postal", &of.postal_code).await?;
    go_on(person, "Étape 3 sur 6").await
}

async fn proof(person: &Person<'_>, of: &Newcomer) -> anyhow::Result<()> {
    person.fill("7 derniers chiffres de votre IBAN", &of.iban_end).await?;
    person.fill("11 derniers chiffres du numéro de série", of.serial_end.as_deref().unwrap_or_default()).await?;
    go_on(person, "Étape 4 sur 6").await
}

async fn terms(person: &Person<'_>) -> anyhow::Result<()> {
    person.press("radio", "Oui, j'accepte").await?;
    go_on(person, "Étape 5 sur 6").await
}

async fn code(person: &Person<'_>) -> anyhow::Result<()> {
    person.fill("Votre code personnel", CODE).await?;
    person.fill("Le même code, une seconde fois", CODE).await?;
    go_on(person, "Étape 6 sur 6").await
}

async fn email(person: &Person<'_>, address: &str) -> anyhow::Result<()> {
    person.fill("Adresse e-mail", address).await?;
    person.fill("La même adresse, une seconde fois", address).await
}

async fn go_on(person: &Person<'_>, next: &str) -> anyhow::Result<()> {
    person.press("button", "Continuer").await?;
    person.see(next).await
}

/// Follows the link of the newest e-mail, and comes back to the app.
async fn confirm(stage: &Stage, person: &Person<'_>, address: &str) -> anyhow::Result<()> {
    let mail = stage.service.mail(address, |mail| mail.link.is_some()).await?;
    let page = stage.service.press(&mail.link.unwrap_or_default(), &[]).await?;
    anyhow::ensure!(page.contains("Votre adresse est confirmée"), "{page}");
    person.press("button", "J'ai suivi le lien, continuer").await
}

async fn is_inside(app: &App, first_name: &str) -> anyhow::Result<()> {
    app.person().answer(KeepCode::Yes).await?;
    app.person().wait_until_up_to_date().await?;
    app.person().see(&format!("Bonjour {first_name}")).await
}

#[tokio::test]
async fn a2_opens_to_partner_schemes_and_names_the_service_of_others() -> Outcome {
    let stage = Stage::new().await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            start(&person).await?;
            person.press("button", "Continuer").await?;
            person.see("Une saisie est à corriger").await?;
            person.see("Choisissez votre régime d'assurance maladie.").await?;
            let label = "Votre régime d'assurance maladie";
            for (scheme, service) in [
                ("MSA (agriculture)", "« Mon espace privé » de la MSA"),
                ("MGEN (enseignement, recherche, culture)", "l'espace personnel de la MGEN"),
            ] {
                person.choose(label, scheme).await?;
                person.press("button", "Continuer").await?;
                person.see("Votre régime a son propre service").await?;
                person.see(service).await?;
                person.see("Étape 1 sur 6").await?;
            }
            person.choose(label, "CAMIEG (industries électriques et gazières)").await?;
            go_on(&person, "Étape 2 sur 6").await?;
            person.press("button", "Abandonner et tout effacer").await?;
            person.see("Se connecter").await?;
            person.find("button", "Je crée mon compte").await
        })
        .await
}

#[tokio::test]
async fn a3_names_each_entry_to_correct_and_takes_the_number_with_its_key() -> Outcome {
    let stage = Stage::new().await?;
    let manon = stage.service.newcomer("tout est là").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            start(&person).await?;
            scheme(&person).await?;
            person.press("button", "Continuer").await?;
            person.see("4 saisies sont à corriger").await?;
            person.see("Saisissez votre nom de naissance.").await?;
            person.fill("Numéro de sécurité sociale", "1 84 07").await?;
            person.fill("Date de naissance", "juillet").await?;
            person.fill("Code postal", "310").await?;
            person.press("button", "Continuer").await?;
            person.see("Il manque des chiffres : le numéro en compte 13").await?;
            person.see("Écrivez la date ainsi : jour/mois/année").await?;
            person.see("Un code postal compte 5 chiffres.").await?;
            // The summary leads to the entry.
            person.press("link", "Un code postal compte 5 chiffres.").await?;
            let focused = app.ask("return page.name(document.activeElement);").await?;
            anyhow::ensure!(focused.as_str().is_some_and(|name| name.contains("Code postal")), "{focused}");
            let with_key = Newcomer { nir: format!("{} {}", manon.nir, manon.key), ..manon.clone() };
            identity(&person, &with_key).await
        })
        .await
}

#[tokio::test]
async fn a3_keeps_what_is_typed_when_the_app_is_killed_and_asks_for_the_code_again() -> Outcome {
    let stage = Stage::new().await?;
    let manon = stage.service.newcomer("tout est là").await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            start(&person).await?;
            scheme(&person).await?;
            identity(&person, &manon).await?;
            proof(&person, &manon).await?;
            terms(&person).await?;
            code(&person).await?;
            email(&person, "manon@exemple.fr").await?;
            // Leads back, and to what was typed.
            person.press("button", "Retour").await?;
            person.see("Votre code est choisi : 12 chiffres.").await?;
            for step in ["Étape 4 sur 6", "Étape 3 sur 6", "Étape 2 sur 6"] {
                person.press("button", "Retour").await?;
                person.see(step).await?;
            }
            let held = app.ask("return document.querySelector('#opening-birth-name').value;").await?;
            anyhow::ensure!(held == manon.birth_name.as_str(), "the name is not there any more");
            for step in ["Étape 3 sur 6", "Étape 4 sur 6", "Étape 5 sur 6", "Étape 6 sur 6"] {
                go_on(&person, step).await?;
            }
            let held = app.ask("return document.querySelector('#opening-email-again').value;").await?;
            anyhow::ensure!(held == "manon@exemple.fr", "the address is not there any more");
            Ok(())
        })
        .await?;
    app.kill().await?;

    for file in tests::Device::files(&stage.device.data()) {
        let bytes = std::fs::read(&file)?;
        for secret in [manon.nir.as_str(), "manon@exemple.fr", CODE, manon.iban_end.as_str()] {
            let found = bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
            tests::require(!found, || format!("{} holds something personal", file.display()))?;
        }
    }
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.press("button", "Reprendre l'ouverture de mon compte").await?;
            person.see("Étape 6 sur 6").await?;
            let held = app.ask("return document.querySelector('#opening-email').value;").await?;
            anyhow::ensure!(held == "manon@exemple.fr", "the address was not kept");
            person.press("button", "Créer mon compte").await?;
            person.see("Étape 5 sur 6").await?;
            code(&person).await?;
            person.press("button", "Créer mon compte").await?;
            person.see("Confirmez votre adresse").await?;
            confirm(&stage, &person, "manon@exemple.fr").await?;
            is_inside(app, "Manon").await
        })
        .await?;
    Ok(app.close().await?)
}

#[tokio::test]
async fn a4_gives_one_answer_to_every_wrong_proof_and_helps_to_find_the_numbers() -> Outcome {
    let stage = Stage::new().await?;
    let manon = stage.service.newcomer("tout est là").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            start(&person).await?;
            scheme(&person).await?;
            identity(&person, &manon).await?;
            person.press("button", "Où trouver mon IBAN ?").await?;
            person.see("les sept derniers chiffres du long numéro qui commence par FR").await?;
            person.press("button", "Où trouver le numéro de série ?").await?;
            person.see("Ce n'est pas votre numéro de sécurité sociale.").await?;
            person.fill("7 derniers chiffres de votre IBAN", "12").await?;
            person.press("button", "Continuer").await?;
            person.see("Il faut les 7 derniers chiffres de l'IBAN").await?;
            person.see("Saisissez les 11 derniers chiffres du numéro de série").await?;
            let serial = manon.serial_end.clone().unwrap_or_default();
            for (iban, serial) in [("0000000", serial.as_str()), (&manon.iban_end, "00000000000")] {
                person.fill("7 derniers chiffres de votre IBAN", iban).await?;
                person.fill("11 derniers chiffres du numéro de série", serial).await?;
                person.press("button", "Continuer").await?;
                person.see("Ces informations ne permettent pas de vous reconnaître").await?;
                person.see("votre nom de naissance, et non votre nom d'usage").await?;
            }
            // A service that cannot be reached is said, and nothing typed is lost.
            proof(&person, &manon).await
        })
        .await
}

#[tokio::test]
async fn a4_sends_a_provisional_code_by_post_to_those_without_a_serial_number() -> Outcome {
    let stage = Stage::new().await?;
    let hugo = stage.service.newcomer("ni carte Vitale").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            start(&person).await?;
            scheme(&person).await?;
            identity(&person, &hugo).await?;
            person.press("button", "Je ne dispose pas du numéro de série").await?;
            person.see("à l'adresse que connaît votre caisse").await?;
            person.press("button", "Recevoir un code provisoire").await?;
            person.see("C'est demandé").await?;
            person.press("button", "Revenir à la connexion").await?;
            let letter = stage.service.letter(&hugo.name).await?;
            let line = letter.text.lines().find(|line| line.contains("Voici un code provisoire")).unwrap_or_default();
            let code = line.split_whitespace().next_back().unwrap_or_default();
            person.try_to_sign_in(&hugo.nir, code).await?;
            person.see("Choisir votre code").await
        })
        .await
}

#[tokio::test]
async fn a5_says_what_accepting_and_refusing_mean_and_creates_nothing_when_refused() -> Outcome {
    let stage = Stage::new().await?;
    let manon = stage.service.newcomer("tout est là").await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            start(&person).await?;
            scheme(&person).await?;
            identity(&person, &manon).await?;
            proof(&person, &manon).await?;
            person.see("Vos relevés ne viendront plus par courrier").await?;
            person.see("rien n'est créé, et vos relevés viennent toujours par courrier").await?;
            person.press("button", "Continuer").await?;
            person.see("Répondez par « Oui, j'accepte » ou « Non, je refuse ».").await?;
            person.press("radio", "Non, je refuse").await?;
            person.press("button", "Continuer").await?;
            person.see("Rien n'a été créé").await?;
            person.press("button", "Revenir à la connexion").await?;
            person.find("button", "Je crée mon compte").await?;
            person.try_to_sign_in(&manon.nir, CODE).await?;
            person.see("Numéro de sécurité sociale ou code incorrect.").await
        })
        .await?;
    let left = tests::Device::files(&stage.device.data());
    tests::require(!left.iter().any(|file| file.extension().is_some_and(|end| end == "opening")), || {
        "the draft is still there".to_owned()
    })?;
    Ok(app.close().await?)
}

#[tokio::test]
async fn a6_says_how_strong_a_code_is_and_wants_it_twice() -> Outcome {
    let stage = Stage::new().await?;
    let manon = stage.service.newcomer("tout est là").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            start(&person).await?;
            scheme(&person).await?;
            identity(&person, &manon).await?;
            proof(&person, &manon).await?;
            terms(&person).await?;
            let born = manon.birth_date.strftime("%d%m%Y").to_string();
            for (typed, said) in [
                ("7305", "Encore 4 chiffres au moins."),
                ("12345678", "Ses chiffres se suivent."),
                ("90909090", "Il répète toujours les mêmes chiffres."),
                (born.as_str(), "Il contient votre date de naissance."),
                (manon.nir.get(1..9).unwrap_or_default(), "Il reprend votre numéro de sécurité sociale."),
                ("73051928", "Avec 12 chiffres ou plus, il serait plus sûr."),
                (CODE, "Sûr"),
            ] {
                person.fill("Votre code personnel", typed).await?;
                person.see(said).await?;
            }
            person.fill("Votre code personnel", "12345678").await?;
            person.fill("Le même code, une seconde fois", "12345678").await?;
            person.press("button", "Continuer").await?;
            person.see("Ce code suit l'ordre des chiffres").await?;
            person.fill("Votre code personnel", CODE).await?;
            person.press("button", "Continuer").await?;
            person.see("Les deux saisies ne sont pas identiques.").await?;
            code(&person).await?;
            person.press("button", "Retour").await?;
            person.see("Votre code est choisi : 12 chiffres.").await?;
            person.press("button", "Choisir un autre code").await?;
            code(&person).await
        })
        .await
}

#[tokio::test]
async fn a7_takes_addresses_telephones_by_country_and_consents_that_are_off() -> Outcome {
    let mut stage = Stage::new().await?;
    let solene = stage.service.newcomer("nom d’usage").await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            start(&person).await?;
            scheme(&person).await?;
            identity(&person, &solene).await?;
            proof(&person, &solene).await?;
            terms(&person).await?;
            code(&person).await?;
            for consent in ["par e-mail", "par téléphone", "par SMS"] {
                anyhow::ensure!(!person.is_on("checkbox", consent).await?, "« {consent} » is on");
            }
            person.fill("Adresse e-mail", "solene").await?;
            person.fill("Téléphone portable", "05 36 49 12 34").await?;
            person.press("button", "Créer mon compte").await?;
            person.see("3 saisies sont à corriger").await?;
            person.see("Ce numéro est celui d'une ligne fixe.").await?;
            person.fill("Adresse e-mail", "solene.abadie@exemple.fr").await?;
            person.fill("La même adresse, une seconde fois", "solene.badie@exemple.fr").await?;
            person.choose("Pays du portable", "Belgique (+32)").await?;
            person.fill("Téléphone portable", "0470 12 34 56").await?;
            person.press("button", "Créer mon compte").await?;
            person.see("Les deux adresses ne sont pas identiques.").await?;
            email(&person, "solene.abadie@exemple.fr").await?;
            person.press("checkbox", "par SMS").await
        })
        .await?;
    stage.service.stop();
    stage
        .act(&app, async |app| {
            app.person().press("button", "Créer mon compte").await?;
            app.person().see("Le service est injoignable.").await
        })
        .await?;
    stage.service.resume()?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.press("button", "Créer mon compte").await?;
            person.see("Confirmez votre adresse").await?;
            confirm(&stage, &person, "solene.abadie@exemple.fr").await?;
            is_inside(app, "Solène").await?;
            person.go_to("Mes informations").await?;
            person.see("s•••").await
        })
        .await?;
    Ok(app.close().await?)
}

#[tokio::test]
async fn a8_keeps_services_closed_until_the_link_is_followed_and_is_no_dead_end() -> Outcome {
    let stage = Stage::new().await?;
    let manon = stage.service.newcomer("tout est là").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            app.resize(Size::PHONE).await?;
            start(&person).await?;
            scheme(&person).await?;
            identity(&person, &manon).await?;
            proof(&person, &manon).await?;
            terms(&person).await?;
            code(&person).await?;
            email(&person, "manon.delcour@exemple.fr").await?;
            person.press("button", "Créer mon compte").await?;
            person.see("les services de votre compte restent fermés").await?;
            person.see("7 jours").await?;
            person.press("button", "J'ai suivi le lien, continuer").await?;
            person.see("L'adresse n'est pas encore confirmée").await?;
            // The proof is given again: as long as nothing is confirmed, the last opening counts.
            person.press("button", "Retour").await?;
            person.press("button", "Je crée mon compte").await?;
            scheme(&person).await?;
            identity(&person, &manon).await?;
            proof(&person, &manon).await?;
            terms(&person).await?;
            code(&person).await?;
            email(&person, "manon.delcourt@exemple.fr").await?;
            person.press("button", "Créer mon compte").await?;
            person.see("Confirmez votre adresse").await?;
            confirm(&stage, &person, "manon.delcourt@exemple.fr").await?;
            is_inside(app, "Manon").await?;
            // Whoever opens it a second time learns that it is there.
            app.resize(Size::LAPTOP).await?;
            person.press("button", "Déconnexion").await?;
            person.press("button", "Se déconnecter").await?;
            person.press("button", "J'accède à mon compte").await?;
            person.press("button", "Je crée mon compte").await?;
            scheme(&person).await?;
            identity(&person, &manon).await?;
            person.fill("7 derniers chiffres de votre IBAN", &manon.iban_end).await?;
            let serial = manon.serial_end.clone().unwrap_or_default();
            person.fill("11 derniers chiffres du numéro de série", &serial).await?;
            person.press("button", "Continuer").await?;
            person.see("Vous avez déjà un compte").await?;
            person.press("button", "Me connecter").await?;
            person.try_to_sign_in(&manon.nir, CODE).await?;
            is_inside(app, "Manon").await
        })
        .await
}
