//! Making a document: rendered on a thread that may take its time, looked at, or kept encrypted.

use std::sync::OnceLock;

use insurance::Nir;
use jiff::civil::DateTime;
use pdf::party::{Caisse, Holder};
use pdf::{Fonts, annual, attestation, statement};
use protocol::access::Access;
use protocol::documents::{DocumentKind, DocumentView};
use protocol::profile::{Beneficiary, Profile};
use protocol::sync::Tag;
use protocol::{ApiError, BeneficiaryId, DocumentId};
use sha2::{Digest as _, Sha256};

use crate::access;
use crate::dossier::Dossier;
use crate::failure::Failure;
use crate::profile::full_name;
use crate::store::{MadeDocument, StoreError};
use crate::surroundings::hex;

/// What is to be printed.
pub(crate) enum Paper {
    Attestation(attestation::Content),
    Month(statement::Content),
    Year(annual::Content),
}

/// How it is to be kept.
pub(crate) struct Making {
    pub(crate) kind: DocumentKind,
    pub(crate) title: Option<String>,
    pub(crate) people: Vec<BeneficiaryId>,
    pub(crate) made_at: DateTime,
}

impl Paper {
    fn render(&self) -> Result<Vec<u8>, pdf::Error> {
        let fonts = fonts()?;
        match self {
            Self::Attestation(content) => attestation::render(content, fonts),
            Self::Month(content) => statement::render(content, fonts),
            Self::Year(content) => annual::render(content, fonts),
        }
    }

    fn text(&self) -> Vec<String> {
        match self {
            Self::Attestation(content) => attestation::text(content),
            Self::Month(content) => statement::text(content),
            Self::Year(content) => annual::text(content),
        }
    }
}

impl Dossier {
    /// The pages, in pictures and in words. Nothing is kept.
    pub(crate) async fn preview(&self, paper: Paper) -> Result<DocumentView, ApiError> {
        let text = paper.text();
        let bytes = self.rendered(paper).await?;
        Ok(DocumentView { text, ..self.shown(bytes).await? })
    }

    /// Keeps the document, encrypted, among the documents. A statement that was made before with the same bytes is that
    /// one.
    pub(crate) async fn make(&self, paper: Paper, making: Making) -> Result<DocumentId, ApiError> {
        let Making { kind, title, people, made_at } = making;
        let bytes = self.rendered(paper).await?;
        let id = self.inner.around.entropy.hex(16).map_err(|error| self.inner.answer_for(error))?;
        let sha256 = hex(&Sha256::digest(&bytes));
        let document = MadeDocument { id: DocumentId::new(id), kind, title, people, made_at, sha256, content: bytes };
        let now = self.inner.around.clock.now();
        let made = self.write(move |writer| {
            let known = match kind {
                DocumentKind::MonthlyStatement | DocumentKind::AnnualStatement => {
                    writer.made_before(kind, &document.sha256)?
                }
                _ => None,
            };
            if let Some(id) = known {
                return Ok(id);
            }
            writer.put_made_document(&document)?;
            access::note(writer, Access::DocumentMade, 1, now)?;
            Ok(document.id.clone())
        });
        let id = made.await?;
        self.inner.notices.tell(&[Tag::Documents, Tag::Access]);
        Ok(id)
    }

    async fn rendered(&self, paper: Paper) -> Result<Vec<u8>, ApiError> {
        match tokio::task::spawn_blocking(move || paper.render()).await {
            Ok(Ok(bytes)) => Ok(bytes),
            Ok(Err(_)) => Err(self.inner.answer_for(Failure::Document("the document cannot be written"))),
            Err(_) => Err(self.inner.answer_for(StoreError::Ending)),
        }
    }
}

/// Read once, kept for the next document.
fn fonts() -> Result<&'static Fonts, pdf::Error> {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    if let Some(fonts) = FONTS.get() {
        return Ok(fonts);
    }
    let fonts = Fonts::embedded()?;
    Ok(FONTS.get_or_init(|| fonts))
}

/// Who the documents of an account are about.
pub(crate) fn parties(profile: &Profile, member: &Beneficiary) -> (Caisse, Holder) {
    let nir = member.nir.as_deref().and_then(|text| Nir::parse(text).ok());
    let name = full_name(member);
    // Some addresses begin with the name, which the paper prints above them.
    let address = profile.address.iter().skip_while(|line| **line == name).cloned().collect();
    let caisse = Caisse {
        name: profile.caisse.name.clone(),
        scheme: profile.scheme.clone(),
        code: profile.caisse.code.clone(),
        centre: profile.centre.clone(),
    };
    (caisse, Holder { nir: nir.map(|nir| nir.grouped()).unwrap_or_default(), address, name })
}
