//! The commands of the shell, one function each; `docs/ARCHITECTURE.md` has the table. Those about money are beside.

use protocol::access::AccessLog;
use protocol::account::CaisseSearch;
use protocol::documents::{AttestationRequest, DocumentRow, DocumentView, SavedCopy};
use protocol::entrance::{Act, ForgottenCodeForm};
use protocol::franceconnect::FranceConnectAnswer;
use protocol::home::Home;
use protocol::opening::{ContinueOpening, Opening, OpeningAnswer, OpeningDraft};
use protocol::profile::{Exemption, ProfileChange, ProfileView, Reveal};
use protocol::settings::Settings;
use protocol::sign_in::{FileOnSignOut, Session, SignInForm};
use protocol::statements::{StatementPeriod, StatementsPage};
use protocol::sync::SyncStatus;
use protocol::{ApiError, DeviceId, DocumentId, ProfileId, Secret};

use super::tauri::{ask, call, read_text};

pub(super) type Answer<T> = Result<T, ApiError>;

/// Where the app stands.
pub(crate) async fn session() -> Answer<Session> {
    ask("session").await
}

/// What a postal code leads to.
pub(crate) async fn find_caisses(postal_code: String) -> Answer<CaisseSearch> {
    call("find_caisses", &postal_code).await
}

/// Takes this caisse, by its code.
pub(crate) async fn choose_caisse(code: String) -> Answer<()> {
    call("choose_caisse", &code).await
}

/// The opening that is not finished.
pub(crate) async fn opening() -> Answer<Option<Opening>> {
    ask("opening").await
}

/// Keeps what is typed on the way to an account.
pub(crate) async fn keep_opening(draft: OpeningDraft) -> Answer<()> {
    call("keep_opening", &draft).await
}

/// « Continuer », on the way to an account.
pub(crate) async fn continue_opening(request: ContinueOpening) -> Answer<OpeningAnswer> {
    call("continue_opening", &request).await
}

/// A provisional code by post, in place of a proof.
pub(crate) async fn opening_letter() -> Answer<()> {
    ask("opening_letter").await
}

/// Leaves the way to an account: nothing of it stays.
pub(crate) async fn leave_opening() -> Answer<()> {
    ask("leave_opening").await
}

/// Closes the account for good.
pub(crate) async fn close_account(code: Secret) -> Answer<()> {
    call("close_account", &code).await
}

/// Opens a session at the service.
pub(crate) async fn sign_in(form: SignInForm) -> Answer<()> {
    call("sign_in", &form).await
}

/// Does what a step of the way in asks for.
pub(crate) async fn go_on(act: Act) -> Answer<()> {
    call("go_on", &act).await
}

/// Says that the code is forgotten.
pub(crate) async fn forgotten_code(form: ForgottenCodeForm) -> Answer<()> {
    call("forgotten_code", &form).await
}

/// Proves in the browser who it is, and signs in, or says what else comes of it.
pub(crate) async fn franceconnect() -> Answer<FranceConnectAnswer> {
    ask("franceconnect").await
}

/// Shows the provider's page in the browser once more.
pub(crate) async fn open_franceconnect_again() -> Answer<()> {
    ask("open_franceconnect_again").await
}

/// Waits for the browser no longer.
pub(crate) async fn leave_franceconnect() -> Answer<()> {
    ask("leave_franceconnect").await
}

/// Takes a code for this device alone.
pub(crate) async fn choose_device_code(code: Secret) -> Answer<()> {
    call("choose_device_code", &code).await
}

/// Turns back on the way in.
pub(crate) async fn leave_entrance() -> Answer<()> {
    ask("leave_entrance").await
}

/// Whether the keyring keeps the code.
pub(crate) async fn keep_code(keep: bool) -> Answer<()> {
    call("keep_code", &keep).await
}

/// Opens the file on the device.
pub(crate) async fn unlock(code: Secret) -> Answer<()> {
    call("unlock", &code).await
}

/// Closes the file on the device; the session stays.
pub(crate) async fn lock() -> Answer<()> {
    ask("lock").await
}

/// Forgets code, tokens and trust.
pub(crate) async fn sign_out(file: FileOnSignOut) -> Answer<()> {
    call("sign_out", &file).await
}

/// From the page that says « déconnecté » to sign-in.
pub(crate) async fn leave_signed_out() -> Answer<()> {
    ask("leave_signed_out").await
}

/// Locks, and shows who is known on this device.
pub(crate) async fn show_members() -> Answer<()> {
    ask("show_members").await
}

/// Shows this member's locked screen.
pub(crate) async fn switch_member(id: ProfileId) -> Answer<()> {
    call("switch_member", &id).await
}

/// Leaves nothing of this member on the device.
pub(crate) async fn remove_member(id: ProfileId) -> Answer<()> {
    call("remove_member", &id).await
}

/// Keeps the choices for this device.
pub(crate) async fn settings(settings: Settings) -> Answer<()> {
    call("settings", &settings).await
}

/// The member is there.
pub(crate) async fn touch() -> Answer<()> {
    ask("touch").await
}

/// Asks for an update.
pub(crate) async fn sync_now() -> Answer<()> {
    ask("sync_now").await
}

/// How the update goes.
pub(crate) async fn sync_status() -> Answer<SyncStatus> {
    ask("sync_status").await
}

/// The first screen.
pub(crate) async fn home() -> Answer<Home> {
    ask("home").await
}

/// The member's information, masked.
pub(crate) async fn profile() -> Answer<ProfileView> {
    ask("profile").await
}

/// One number, whole.
pub(crate) async fn reveal(what: Reveal) -> Answer<String> {
    call("reveal", &what).await
}

/// Changes one thing about the member, at the service.
pub(crate) async fn change_profile(change: ProfileChange) -> Answer<()> {
    call("change_profile", &change).await
}

/// What [`reveal`] answers about an exemption.
pub(crate) fn read_exemption(text: &str) -> Answer<Exemption> {
    read_text(text)
}

/// Documents received and made.
pub(crate) async fn documents() -> Answer<Vec<DocumentRow>> {
    ask("documents").await
}

/// The pages that an attestation would have.
pub(crate) async fn preview_attestation(request: AttestationRequest) -> Answer<DocumentView> {
    call("preview_attestation", &request).await
}

/// Makes an attestation and keeps it, encrypted.
pub(crate) async fn make_attestation(request: AttestationRequest) -> Answer<DocumentId> {
    call("make_attestation", &request).await
}

/// The statements of so many months.
pub(crate) async fn statements(months: u16) -> Answer<StatementsPage> {
    call("statements", &months).await
}

/// The pages that a statement would have.
pub(crate) async fn preview_statement(period: StatementPeriod) -> Answer<DocumentView> {
    call("preview_statement", &period).await
}

/// Makes a statement and keeps it, encrypted.
pub(crate) async fn make_statement(period: StatementPeriod) -> Answer<DocumentId> {
    call("make_statement", &period).await
}

/// A document's pages.
pub(crate) async fn view_document(id: DocumentId) -> Answer<DocumentView> {
    call("view_document", &id).await
}

/// A copy in the Downloads folder.
pub(crate) async fn save_document(id: DocumentId) -> Answer<SavedCopy> {
    call("save_document", &id).await
}

/// A copy, shown in the file manager.
pub(crate) async fn share_document(id: DocumentId) -> Answer<SavedCopy> {
    call("share_document", &id).await
}

/// Devices, and who was in the account.
pub(crate) async fn access_log() -> Answer<AccessLog> {
    ask("access_log").await
}

/// Signs another device out.
pub(crate) async fn end_device(id: DeviceId) -> Answer<()> {
    call("end_device", &id).await
}

/// The document on the screen goes to the printer.
pub(crate) async fn note_printed() -> Answer<()> {
    ask("note_printed").await
}

/// Erases a document made here.
pub(crate) async fn remove_document(id: DocumentId) -> Answer<()> {
    call("remove_document", &id).await
}
