//! Every answer of the service as the core sees it: those that are described, and those that are none.

mod broken;
mod described;

use jiff::civil::date;
use protocol::entrance::{Act, ForgottenCodeForm};
use protocol::opening::{
    ContinueOpening, OpeningAnswer, OpeningDraft, OpeningEntries, OpeningStep, TermsAnswer, TypedCode,
};
use protocol::profile::ProfileChange;
use protocol::sign_in::{FileOnSignOut, Phase};
use protocol::sync::{SyncState, kind};
use protocol::{ApiError, DeviceId, Secret};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::Dossier;
use crate::sign_in::tests::{Device, code, phase, signed_in, synchronise};
use crate::surroundings::hex;
use crate::testing::{CODE, FakeService, NIR, Reply, change, form, person, profile};

const NEW_CODE: &str = "271828182845";
const PDF: &[u8] = b"%PDF-1.7 a content";

/// What the core asks of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    SignIn,
    Entrance,
    Forgotten,
    Proof,
    Finish,
    Refresh,
    EndSession,
    EndDevice,
    Close,
    Change,
    Changes,
    Content,
}

/// What the interface gets to see of the answer.
#[derive(Clone, Debug, PartialEq)]
enum Seen {
    /// The screen of this phase.
    Phase(Phase),
    /// It is done; the screen stays.
    Done,
    Opening(OpeningAnswer),
    Sync(SyncState),
}

type Told = Result<Seen, ApiError>;

impl Asked {
    const ALL: [Self; 12] = [
        Self::SignIn,
        Self::Entrance,
        Self::Forgotten,
        Self::Proof,
        Self::Finish,
        Self::Refresh,
        Self::EndSession,
        Self::EndDevice,
        Self::Close,
        Self::Change,
        Self::Changes,
        Self::Content,
    ];

    /// How its request begins.
    fn line(self) -> &'static str {
        match self {
            Self::SignIn => "POST /v1/sign-in",
            Self::Entrance => "POST /v1/entrance",
            Self::Forgotten => "POST /v1/code/forgotten",
            Self::Proof => "POST /v1/opening/proof",
            Self::Finish => "POST /v1/opening/finish",
            Self::Refresh => "POST /v1/session/refresh",
            Self::EndSession => "POST /v1/session/end",
            Self::EndDevice => "POST /v1/devices/",
            Self::Close => "POST /v1/account/close",
            Self::Change => "POST /v1/profile/changes",
            Self::Changes => "GET /v1/changes",
            Self::Content => "GET /v1/contents/",
        }
    }

    /// The usual answer.
    fn usual(self) -> Reply {
        let outcome = |outcome: &str| Reply::Json(200, json!({ "outcome": outcome }).to_string());
        match self {
            Self::SignIn => Reply::Json(200, signed_in()),
            Self::Entrance => entering("accept_terms"),
            Self::Forgotten => Reply::Json(202, String::new()),
            Self::Proof => recognised(),
            Self::Finish => outcome("opened"),
            Self::Refresh => Reply::Json(200, tokens()),
            Self::EndSession | Self::EndDevice => Reply::Json(204, String::new()),
            Self::Close => outcome("closed"),
            Self::Change => outcome("done"),
            Self::Changes => Reply::Json(200, page()),
            Self::Content => content(200, PDF),
        }
    }

    /// Asks it as the interface does.
    async fn ask(self, dossier: &Dossier) -> Told {
        match self {
            Self::SignIn => dossier.sign_in(form()).await?,
            Self::Entrance => dossier.go_on(Act::AcceptTerms).await?,
            Self::Forgotten => {
                let form = ForgottenCodeForm { nir: Secret::new(NIR), birth_date: "14/12/2006".to_owned() };
                return dossier.forgotten_code(form).await.map(|()| Seen::Done);
            }
            Self::Proof => return go_on(dossier, OpeningStep::Proof).await,
            Self::Finish => return go_on(dossier, OpeningStep::Contact).await,
            Self::Refresh | Self::Changes | Self::Content => return Ok(Seen::Sync(synchronise(dossier).await)),
            Self::EndSession => dossier.sign_out(FileOnSignOut::Keep).await?,
            Self::EndDevice => return dossier.end_device(DeviceId::new("phone")).await.map(|()| Seen::Done),
            Self::Close => dossier.close_account(code(CODE)).await?,
            Self::Change => {
                let change = ProfileChange::Code { present: Secret::new(CODE), new: Secret::new(NEW_CODE) };
                return dossier.change_profile(change).await.map(|()| Seen::Done);
            }
        }
        Ok(Seen::Phase(phase(dossier).await))
    }

    /// Brings the core to where it asks.
    async fn prepare(self, dossier: &Dossier) {
        dossier.choose_caisse("311".to_owned()).await.unwrap();
        match self {
            Self::SignIn | Self::Forgotten | Self::Proof => {}
            Self::Finish => {
                go_on(dossier, OpeningStep::Code).await.unwrap();
            }
            Self::Refresh => {
                dossier.sign_in(form()).await.unwrap();
                dossier.lock().await.unwrap();
                dossier.unlock(code(CODE)).await.unwrap();
            }
            _ => dossier.sign_in(form()).await.unwrap(),
        }
    }
}

/// A service that answers one thing as the test says, and everything else as usual.
async fn service(asked: Asked, answer: impl Fn() -> Reply + Send + Sync + 'static) -> FakeService {
    FakeService::answering(move |line, _| {
        if line.starts_with(asked.line()) {
            return answer();
        }
        match Asked::ALL.into_iter().find(|other| line.starts_with(other.line())) {
            Some(Asked::SignIn) if asked == Asked::Entrance => entering("accept_terms"),
            Some(other) => other.usual(),
            None => panic!("{line}"),
        }
    })
    .await
}

async fn go_on(dossier: &Dossier, step: OpeningStep) -> Told {
    let entries = OpeningEntries {
        scheme: "general".to_owned(),
        birth_name: "Delcourt".to_owned(),
        nir: NIR.to_owned(),
        birth_date: "14/12/2006".to_owned(),
        postal_code: "31000".to_owned(),
        iban_end: "1234567".to_owned(),
        serial_end: "12345678901".to_owned(),
        terms: TermsAnswer::Accepted,
        email: "manon@exemple.fr".to_owned(),
        email_again: "manon@exemple.fr".to_owned(),
        ..OpeningEntries::default()
    };
    let typed = TypedCode { code: Secret::new(NEW_CODE), again: Secret::new(NEW_CODE) };
    let code = (step == OpeningStep::Code).then_some(typed);
    dossier
        .continue_opening(ContinueOpening { draft: OpeningDraft { step, entries, ..OpeningDraft::default() }, code })
        .await
        .map(Seen::Opening)
}

fn tokens() -> String {
    json!({ "access": "good", "refresh": "next", "expires_in": 600 }).to_string()
}

fn recognised() -> Reply {
    Reply::Json(200, json!({ "outcome": "recognised", "opening": "token", "expires_in": 1800 }).to_string())
}

fn entering(step: &str) -> Reply {
    let body = json!({ "outcome": "entering", "entrance": "e", "expires_in": 1800, "step": { "step": step } });
    Reply::Json(200, body.to_string())
}

fn page() -> String {
    let content = json!({ "sha256": hex(&Sha256::digest(PDF)), "bytes": PDF.len() });
    let letter =
        json!({ "id": "d", "kind": "letter", "title": "Courrier", "issued_on": "2026-01-02", "content": content });
    let changes = [
        change(kind::BENEFICIARY, "member", 1, &person("member", 1, "Camille", date(2006, 12, 14))),
        change(kind::PROFILE, "me", 1, &profile()),
        change(kind::DOCUMENT, "d", 1, &letter),
    ];
    json!({ "changes": changes, "cursor": 3, "remaining": 0 }).to_string()
}

fn content(status: u16, bytes: &[u8]) -> Reply {
    let head = format!("HTTP/1.1 {status} X\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", bytes.len());
    Reply::Raw([head.as_bytes(), bytes].concat())
}
