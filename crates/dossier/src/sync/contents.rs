//! Contents of documents: fetched by their hash, in pieces that outlive an interruption, checked before they are kept.

use std::sync::Arc;

use protocol::Secret;
use protocol::sync::Tag;
use sha2::{Digest as _, Sha256};

use super::ClientError;
use super::engine::failed;
use super::tokens::NoAccess;
use crate::account_open::Account;
use crate::dossier::Dossier;
use crate::store::{Missing, Store};
use crate::surroundings::hex;

/// Pieces are written in batches of at least so many bytes.
const BATCH: usize = 256 * 1024;
const LARGEST: u64 = 64 * 1024 * 1024;

impl Dossier {
    /// Fetches what is missing. One content that is not as it should be does not stop the others.
    pub(super) async fn fetch_contents(&self, account: &Arc<Account>) -> Result<(), NoAccess> {
        let store = account.store();
        let missing = store.read(|reader| reader.missing_contents()).await.map_err(failed)?;
        let mut refused = false;
        for content in missing.into_iter().filter(|content| content.bytes <= LARGEST) {
            match self.fetch_content(account, &store, &content).await {
                Ok(()) => self.inner.notices.tell_soon(&[Tag::Documents]),
                Err(NoAccess::Failed(crate::failure::Failure::Client(ClientError::Service))) => refused = true,
                Err(error) => return Err(error),
            }
        }
        self.inner.notices.tell(&[]);
        if refused { Err(NoAccess::Failed(ClientError::Service.into())) } else { Ok(()) }
    }

    async fn fetch_content(
        &self,
        account: &Arc<Account>,
        store: &Arc<Store>,
        content: &Missing,
    ) -> Result<(), NoAccess> {
        let from = if content.arrived <= content.bytes { content.arrived } else { 0 };
        if from == 0 || from < content.bytes {
            self.fetch_pieces(account, store, content, from).await?;
        }
        let sha256 = content.sha256.clone();
        let good = store.write(move |writer| {
            let bytes = writer.reader().arrived_bytes(&sha256)?;
            let good = bytes.starts_with(b"%PDF-") && hex(&Sha256::digest(&bytes)) == sha256;
            if good {
                writer.put_content(&sha256, &bytes)?
            } else {
                writer.forget_arrived(&sha256)?
            }
            Ok(good)
        });
        match good.await {
            Ok(true) => Ok(()),
            Ok(false) => {
                tracing::warn!("a content is not what its hash says: dropped, fetched again next time");
                Err(NoAccess::Failed(ClientError::Service.into()))
            }
            Err(error) => Err(failed(error)),
        }
    }

    async fn fetch_pieces(
        &self,
        account: &Arc<Account>,
        store: &Arc<Store>,
        content: &Missing,
        from: u64,
    ) -> Result<(), NoAccess> {
        let (client, sha256) = (&self.inner.client, content.sha256.as_str());
        let ask = |access: Secret| async move { client.content(&access, sha256, from).await };
        let mut pieces = self.with_session(account, ask).await?;
        let mut at = pieces.start;
        if at == 0 {
            let sha256 = content.sha256.clone();
            store.write(move |writer| writer.forget_arrived(&sha256)).await.map_err(failed)?;
        }
        let mut batch = Vec::new();
        loop {
            let piece = pieces.next().await;
            let ended = !matches!(piece, Ok(Some(_)));
            if let Ok(Some(piece)) = &piece {
                batch.extend_from_slice(piece);
            }
            if !batch.is_empty() && (ended || batch.len() >= BATCH) {
                let (sha256, start, bytes) = (content.sha256.clone(), at, std::mem::take(&mut batch));
                at += bytes.len() as u64;
                store.write(move |writer| writer.put_piece(&sha256, start, &bytes)).await.map_err(failed)?;
            }
            if at > content.bytes.max(LARGEST) {
                return Err(NoAccess::Failed(ClientError::Service.into()));
            }
            match piece {
                Ok(Some(_)) => {}
                Ok(None) => return Ok(()),
                Err(error) => return Err(NoAccess::Failed(error.into())),
            }
        }
    }
}
