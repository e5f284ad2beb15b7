//! Signing in, locking, logging out.

use protocol::entrance::{Act, ForgottenCodeForm};
use protocol::sign_in::{FileOnSignOut, Session, SignInForm};
use protocol::{ProfileId, Secret};

use super::{Answer, Core};

#[tauri::command]
pub(crate) async fn session(core: Core<'_>) -> Answer<Session> {
    core.session().await
}

#[tauri::command]
pub(crate) async fn sign_in(core: Core<'_>, request: SignInForm) -> Answer<()> {
    core.sign_in(request).await
}

#[tauri::command]
pub(crate) async fn go_on(core: Core<'_>, request: Act) -> Answer<()> {
    core.go_on(request).await
}

#[tauri::command]
pub(crate) async fn leave_entrance(core: Core<'_>) -> Answer<()> {
    core.leave_entrance().await
}

#[tauri::command]
pub(crate) async fn forgotten_code(core: Core<'_>, request: ForgottenCodeForm) -> Answer<()> {
    core.forgotten_code(request).await
}

#[tauri::command]
pub(crate) async fn keep_code(core: Core<'_>, request: bool) -> Answer<()> {
    core.keep_code(request).await
}

#[tauri::command]
pub(crate) async fn unlock(core: Core<'_>, request: Secret) -> Answer<()> {
    core.unlock(request).await
}

#[tauri::command]
pub(crate) async fn lock(core: Core<'_>) -> Answer<()> {
    core.lock().await
}

#[tauri::command]
pub(crate) async fn sign_out(core: Core<'_>, request: FileOnSignOut) -> Answer<()> {
    core.sign_out(request).await
}

#[tauri::command]
pub(crate) async fn leave_signed_out(core: Core<'_>) -> Answer<()> {
    core.leave_signed_out().await
}

#[tauri::command]
pub(crate) async fn show_members(core: Core<'_>) -> Answer<()> {
    core.show_members().await
}

#[tauri::command]
pub(crate) async fn switch_member(core: Core<'_>, request: ProfileId) -> Answer<()> {
    core.switch_member(request).await
}

#[tauri::command]
pub(crate) async fn remove_member(core: Core<'_>, request: ProfileId) -> Answer<()> {
    core.remove_member(request).await
}
