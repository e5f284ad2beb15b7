//! The shell: one window, its permissions, and the way of the core's events to it. No logic.

mod commands;
mod state;

#[cfg_attr(target_os = "linux", path = "drawing/linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "drawing/system.rs")]
mod drawing;

#[cfg_attr(mobile, path = "mobile.rs")]
#[cfg_attr(not(mobile), path = "desktop.rs")]
mod platform;

use std::process::ExitCode;

use commands::{
    access, account, ald, allowances, delays, documents, expected, files, franceconnect, home, opening, payments,
    profile, search, settings, sign_in, sync,
};
use state::StartError;
use tauri::Manager;

/// Opens the window and runs until it is closed.
#[cfg_attr(mobile, tauri::mobile_entry_point)]
pub fn run() -> ExitCode {
    drawing::prepare();
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_max_level(tracing::Level::INFO).init();
    let built = platform::plugins(tauri::Builder::default())
        .invoke_handler(tauri::generate_handler![
            account::find_caisses,
            account::choose_caisse,
            opening::opening,
            opening::keep_opening,
            opening::continue_opening,
            opening::opening_letter,
            opening::leave_opening,
            account::close_account,
            sign_in::session,
            sign_in::sign_in,
            sign_in::go_on,
            sign_in::leave_entrance,
            sign_in::forgotten_code,
            franceconnect::franceconnect,
            franceconnect::open_franceconnect_again,
            franceconnect::leave_franceconnect,
            franceconnect::choose_device_code,
            sign_in::keep_code,
            sign_in::unlock,
            sign_in::lock,
            sign_in::sign_out,
            sign_in::leave_signed_out,
            sign_in::show_members,
            sign_in::switch_member,
            sign_in::remove_member,
            settings::settings,
            settings::touch,
            sync::sync_now,
            sync::sync_status,
            home::home,
            payments::payments,
            payments::payment,
            payments::deductions,
            payments::charts,
            search::search,
            expected::expected,
            expected::expected_care,
            expected::note_care,
            expected::forget_care,
            expected::tie_care,
            payments::forwarding,
            payments::mark_forwarded,
            payments::debts,
            payments::pay_debts,
            payments::follow_debt_payment,
            allowances::leaves,
            files::files,
            delays::delays,
            ald::ald,
            profile::profile,
            profile::reveal,
            profile::change_profile,
            documents::documents,
            documents::preview_attestation,
            documents::make_attestation,
            documents::statements,
            documents::preview_statement,
            documents::make_statement,
            documents::view_document,
            documents::save_document,
            documents::share_document,
            documents::remove_document,
            access::access_log,
            access::end_device,
            access::note_printed,
        ])
        .build(tauri::generate_context!());
    // The core is there before the first window asks it anything.
    match built.map_err(StartError::from).and_then(|app| Ok((state::open(app.handle())?, app))) {
        Ok((core, app)) => {
            app.manage(core.clone());
            tauri::async_runtime::spawn(async move { core.run().await });
            app.run(|_, _| {});
            ExitCode::SUCCESS
        }
        Err(cause) => {
            tracing::error!(%cause, "the application did not start");
            ExitCode::FAILURE
        }
    }
}
