//! The shell: one window, its permissions, and the way of the core's events to it. No logic.

/// x
pub fn run() -> std::process::ExitCode {
    let _ = tauri::Builder::default().run(tauri::generate_context!());
    std::process::ExitCode::SUCCESS
}
