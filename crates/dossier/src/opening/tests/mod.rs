//! An opening in the core, with a service of a few lines.

mod asked;
mod kept;
mod steps;

use std::sync::Mutex;

use protocol::opening::{
    ContinueOpening, OpeningAnswer, OpeningDraft, OpeningEntries, OpeningStep, TermsAnswer, TypedCode,
};
use protocol::{ApiError, Secret};
use serde_json::json;

use crate::testing::{FakeService, NIR, Reply, SetClock, start};
use crate::{Dossier, MemoryVault};

const CODE: &str = "271828182845";

struct Device {
    folder: tempfile::TempDir,
    vault: MemoryVault,
    clock: SetClock,
}

impl Device {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            vault: MemoryVault::default(),
            clock: SetClock::at("2026-11-26T09:00:00Z"),
        }
    }

    fn start(&self, service: &FakeService) -> Dossier {
        start(self.folder.path(), &self.vault, &self.clock, service)
    }

    /// Every file's name and bytes.
    fn files(&self) -> Vec<(String, Vec<u8>)> {
        let entries = std::fs::read_dir(self.folder.path().join("data")).unwrap().map(|entry| entry.unwrap().path());
        entries
            .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(path).unwrap()))
            .filter(|(name, _)| !name.starts_with("settings"))
            .collect()
    }
}

fn entries() -> OpeningEntries {
    OpeningEntries {
        scheme: "general".to_owned(),
        birth_name: "Delcourt".to_owned(),
        nir: NIR.to_owned(),
        birth_date: "14/12/2006".to_owned(),
        postal_code: "31000".to_owned(),
        iban_end: "12 345 67".to_owned(),
        serial_end: "123 4567 8901".to_owned(),
        terms: TermsAnswer::Accepted,
        email: "manon@exemple.fr".to_owned(),
        email_again: "Manon@exemple.fr".to_owned(),
        ..OpeningEntries::default()
    }
}

fn draft(step: OpeningStep, change: impl FnOnce(&mut OpeningEntries)) -> OpeningDraft {
    let mut entries = entries();
    change(&mut entries);
    OpeningDraft { step, entries, ..OpeningDraft::default() }
}

fn typed(code: &str, again: &str) -> Option<TypedCode> {
    Some(TypedCode { code: Secret::new(code), again: Secret::new(again) })
}

async fn go_on(dossier: &Dossier, draft: OpeningDraft, code: Option<TypedCode>) -> Result<OpeningAnswer, ApiError> {
    dossier.continue_opening(ContinueOpening { draft, code }).await
}

fn on_to(step: OpeningStep) -> Result<OpeningAnswer, ApiError> {
    Ok(OpeningAnswer::Continue { step })
}

fn recognised() -> Reply {
    Reply::Json(200, json!({ "outcome": "recognised", "opening": "token", "expires_in": 1800 }).to_string())
}

/// Recognises every proof, and lets the first openings fail as told.
async fn service(first_finishes: Vec<Reply>) -> FakeService {
    let first = Mutex::new(first_finishes);
    FakeService::answering(move |line, _| match line {
        "POST /v1/opening/proof" => recognised(),
        "POST /v1/opening/finish" => match first.lock().unwrap().pop() {
            Some(reply) => reply,
            None => Reply::Json(200, json!({ "outcome": "opened" }).to_string()),
        },
        "POST /v1/sign-in" => Reply::Json(401, json!({ "outcome": "wrong_credentials" }).to_string()),
        _ => Reply::Json(202, String::new()),
    })
    .await
}
