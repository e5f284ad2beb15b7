//! Describes the application to Tauri: its commands get permissions, and the one capability names each of them.

use tauri_build::{AppManifest, Attributes};

const COMMANDS: &[&str] = &[
    "session",
    "find_caisses",
    "choose_caisse",
    "opening",
    "keep_opening",
    "continue_opening",
    "opening_letter",
    "leave_opening",
    "close_account",
    "sign_in",
    "go_on",
    "leave_entrance",
    "forgotten_code",
    "franceconnect",
    "open_franceconnect_again",
    "leave_franceconnect",
    "choose_device_code",
    "keep_code",
    "unlock",
    "lock",
    "sign_out",
    "leave_signed_out",
    "show_members",
    "switch_member",
    "remove_member",
    "settings",
    "touch",
    "sync_now",
    "sync_status",
    "home",
    "payments",
    "payment",
    "deductions",
    "forwarding",
    "mark_forwarded",
    "debts",
    "pay_debts",
    "follow_debt_payment",
    "leaves",
    "files",
    "delays",
    "ald",
    "profile",
    "reveal",
    "change_profile",
    "documents",
    "preview_attestation",
    "make_attestation",
    "statements",
    "preview_statement",
    "make_statement",
    "view_document",
    "save_document",
    "share_document",
    "remove_document",
    "access_log",
    "end_device",
    "note_printed",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // `tauri-build` watches the folder only when it is there; the interface is embedded from it.
    println!("cargo:rerun-if-changed=ui/dist");
    let attributes = Attributes::new()
        .app_manifest(AppManifest::new().commands(COMMANDS))
        .capabilities_path_pattern("./src-tauri/capabilities/*.json");
    Ok(tauri_build::try_build(attributes)?)
}
