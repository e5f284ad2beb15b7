//! The parts of the interface that are fetched when they are first needed: an account opens on its home, and only the
//! code for that is in the first module.

use dioxus::prelude::*;
use protocol::ApiError;
use protocol::entrance::Step;
use protocol::sign_in::Phase;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::Waiting;
use crate::components::{ErrorState, Skeleton};
use crate::features::{
    access, account, ald, allowances, delays, documents, files, franceconnect, opening, payments, profile, search,
    settings, sign_in,
};
use crate::route::Route;

/// Draws what a part is asked for.
type Draw<T> = fn(T) -> Element;
/// Whether a part is here.
type Here<T> = Option<Result<Draw<T>, SplitLoaderError>>;

static BEFORE: GlobalSignal<Here<Screen>> = Signal::global(|| None);
static BEYOND: GlobalSignal<Here<Route>> = Signal::global(|| None);

/// The screens before an account is open, without the one of a locked account.
#[derive(Clone, PartialEq)]
pub(super) enum Screen {
    ChooseCaisse,
    OpenAccount,
    Members,
    SignIn,
    SignInAgain,
    Entering(Option<Step>),
    ForgottenCode { locked: bool },
    SignedOut,
    DeviceCode,
    FranceConnect { phase: Phase, opening: bool },
}

/// A screen before an account is open.
#[component]
pub(super) fn Before(screen: Screen) -> Element {
    use_future(load_before);
    match &*BEFORE.read() {
        Some(Ok(draw)) => draw(screen),
        Some(Err(_)) => rsx! { Missing { onretry: move |()| { spawn(load_before()); } } },
        // Stands over an open account, which is to be seen meanwhile.
        None if screen == Screen::SignInAgain => rsx! {},
        None => rsx! { Waiting {} },
    }
}

/// A screen of an open account beyond its home.
#[component]
pub(super) fn Beyond(route: Route) -> Element {
    use_future(load_beyond);
    match &*BEYOND.read() {
        Some(Ok(draw)) => draw(route),
        Some(Err(_)) => rsx! { Missing { onretry: move |()| { spawn(load_beyond()); } } },
        None => rsx! { Skeleton {} },
    }
}

/// Fetches the screens beyond home, so that none is waited for.
pub(super) async fn load_beyond() {
    fetch(&BEYOND, beyond()).await;
}

async fn load_before() {
    fetch(&BEFORE, before()).await;
}

/// Nothing is asked for once it is here.
async fn fetch<T: 'static>(
    here: &'static GlobalSignal<Here<T>>,
    part: impl Future<Output = Result<Draw<T>, SplitLoaderError>>,
) {
    if !matches!(*here.peek(), Some(Ok(_))) {
        let part = part.await;
        *here.write() = Some(part);
    }
}

#[component]
fn Missing(onretry: EventHandler<()>) -> Element {
    // The module is in the program itself: only a damaged program gets here.
    rsx! { ErrorState { error: ApiError::Internal { reference: "PART".to_owned() }, onretry } }
}

#[wasm_split(before, fallible)]
fn before() -> Result<Draw<Screen>, SplitLoaderError> {
    Ok(|screen| match screen {
        Screen::ChooseCaisse => rsx! { account::ChooseCaisse {} },
        Screen::OpenAccount => rsx! { opening::OpenAccount {} },
        Screen::Members => rsx! { sign_in::Members {} },
        Screen::SignIn => rsx! { sign_in::SignIn {} },
        Screen::SignInAgain => rsx! { sign_in::SignInAgain {} },
        Screen::Entering(step) => rsx! { sign_in::Entering { step } },
        Screen::ForgottenCode { locked } => rsx! { sign_in::ForgottenCode { locked } },
        Screen::SignedOut => rsx! { sign_in::SignedOut {} },
        Screen::DeviceCode => rsx! { sign_in::DeviceCode {} },
        Screen::FranceConnect { phase, opening } => rsx! { franceconnect::FranceConnect { phase, opening } },
    })
}

#[wasm_split(beyond, fallible)]
fn beyond() -> Result<Draw<Route>, SplitLoaderError> {
    Ok(|route| match route {
        Route::Home => rsx! {},
        Route::Payments => rsx! { payments::PaymentsScreen { open: None } },
        Route::Payment(id) => rsx! { payments::PaymentsScreen { open: Some(payments::Opened::Payment(id)) } },
        Route::Deductions => rsx! { payments::PaymentsScreen { open: Some(payments::Opened::Deductions) } },
        Route::Charts(act) => rsx! { payments::PaymentsScreen { open: Some(payments::Opened::Charts(act)) } },
        Route::Expected => rsx! { payments::PaymentsScreen { open: Some(payments::Opened::Expected) } },
        Route::NoteCare => rsx! { payments::PaymentsScreen { open: Some(payments::Opened::NoteCare) } },
        Route::ExpectedCare(id) => {
            rsx! { payments::PaymentsScreen { open: Some(payments::Opened::ExpectedCare(id)) } }
        }
        Route::Search => rsx! { search::SearchScreen {} },
        Route::Forwarding => rsx! { payments::PaymentsScreen { open: Some(payments::Opened::Forwarding) } },
        Route::Debts => rsx! { payments::PaymentsScreen { open: Some(payments::Opened::Debts) } },
        Route::Leaves => rsx! { allowances::AllowancesScreen { open: None } },
        Route::Leave(id) => rsx! { allowances::AllowancesScreen { open: Some(allowances::Opened::Leave(id)) } },
        Route::Simulator => rsx! { allowances::AllowancesScreen { open: Some(allowances::Opened::Simulator) } },
        Route::Files => rsx! { files::FilesScreen { open: None } },
        Route::File(id) => rsx! { files::FilesScreen { open: Some(id) } },
        Route::Delays => rsx! { delays::DelaysScreen {} },
        Route::Ald => rsx! { ald::AldScreen {} },
        Route::Documents => rsx! { documents::DocumentsScreen { open: None } },
        Route::Attestation => rsx! { documents::DocumentsScreen { open: Some(documents::Opened::Attestation) } },
        Route::Statements => rsx! { documents::DocumentsScreen { open: Some(documents::Opened::Statements) } },
        Route::Statement(period) => {
            rsx! { documents::DocumentsScreen { open: Some(documents::Opened::Statement(period)) } }
        }
        Route::Document(id) => rsx! { documents::DocumentsScreen { open: Some(documents::Opened::Document(id)) } },
        Route::Profile => rsx! { profile::ProfileScreen {} },
        Route::ProfileChange(topic) => rsx! { profile::ChangeScreen { key: "{topic:?}", topic } },
        Route::Access => rsx! { access::AccessScreen {} },
        Route::Close => rsx! { account::CloseAccount {} },
        Route::Settings => rsx! { settings::SettingsScreen {} },
    })
}
