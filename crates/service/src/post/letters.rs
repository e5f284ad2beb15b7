//! What the letters say. Letters are in French: the post goes to addresses in France.

use super::print::Letter;

/// Why a provisional code is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Provisional {
    /// The code is forgotten.
    Forgotten,
    /// There was none yet.
    First,
}

impl Letter {
    /// The code of an account was replaced.
    pub(crate) fn code_replaced() -> Self {
        Self {
            subject: "Le code de votre compte a été remplacé",
            paragraphs: vec![
                "Un nouveau code a été choisi pour votre compte.".to_owned(),
                "Si ce n’était pas vous, prévenez votre caisse sans attendre : elle vous remettra un autre code \
                 provisoire."
                    .to_owned(),
            ],
        }
    }

    /// A provisional code; `why`: in place of a forgotten one, or to open the account.
    pub(crate) fn provisional_code(code: &str, why: Provisional) -> Self {
        let (asked, otherwise) = match why {
            Provisional::Forgotten => (
                "Vous avez indiqué avoir oublié le code de votre compte.",
                "Si vous n’avez rien demandé, détruisez cette lettre : votre code reste le même.",
            ),
            Provisional::First => (
                "Vous avez demandé un code pour ouvrir votre compte.",
                "Si vous n’avez rien demandé, détruisez cette lettre : rien ne sera ouvert.",
            ),
        };
        Self {
            subject: "Votre code provisoire",
            paragraphs: vec![
                asked.to_owned(),
                format!("Voici un code provisoire : {code}"),
                "Saisissez-le dans l’application, avec votre numéro de sécurité sociale. Il est valable 30 jours. Il \
                 vous sera demandé de le remplacer aussitôt par un code personnel de 8 à 13 chiffres."
                    .to_owned(),
                otherwise.to_owned(),
            ],
        }
    }
}
