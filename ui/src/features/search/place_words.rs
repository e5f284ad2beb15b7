//! The places of the app that can be found: where each is, its sign and its words.

use protocol::search::Place;

use crate::components::Icon;
use crate::route::{Route, Topic};

pub(super) fn route(place: Place) -> Route {
    match place {
        Place::Payments => Route::Payments,
        Place::Deductions => Route::Deductions,
        Place::Debts => Route::Debts,
        Place::Forwarding => Route::Forwarding,
        Place::Leaves => Route::Leaves,
        Place::Simulator => Route::Simulator,
        Place::Files => Route::Files,
        Place::Delays => Route::Delays,
        Place::Ald => Route::Ald,
        Place::Charts => Route::Charts(None),
        Place::Expected => Route::Expected,
        Place::Documents => Route::Documents,
        Place::Attestation => Route::Attestation,
        Place::Statements => Route::Statements,
        Place::Profile => Route::Profile,
        Place::Email => Route::ProfileChange(Topic::Email),
        Place::Phone => Route::ProfileChange(Topic::Mobile),
        Place::Address => Route::ProfileChange(Topic::Address),
        Place::Bank => Route::ProfileChange(Topic::Bank),
        Place::Code => Route::ProfileChange(Topic::Code),
        Place::Access => Route::Access,
        Place::Settings => Route::Settings,
        Place::Close => Route::Close,
    }
}

/// Its name, and what is there.
pub(super) fn place_keys(place: Place) -> (&'static str, &'static str) {
    match place {
        Place::Payments => ("payments.title", "search.place.payments"),
        Place::Deductions => ("deductions.title", "deductions.link"),
        Place::Debts => ("debts.title", "debts.link"),
        Place::Forwarding => ("forwarding.title", "forwarding.link"),
        Place::Leaves => ("allowances.title", "allowances.link"),
        Place::Simulator => ("allowances.simulator", "allowances.simulator.link"),
        Place::Files => ("files.title", "files.link"),
        Place::Delays => ("delays.title", "delays.link"),
        Place::Ald => ("ald.title", "profile.title"),
        Place::Charts => ("charts.title", "charts.link"),
        Place::Expected => ("expected.title", "expected.link"),
        Place::Documents => ("documents.title", "search.place.documents"),
        Place::Attestation => ("documents.make", "documents.make.text"),
        Place::Statements => ("statements.title", "statements.link"),
        Place::Profile => ("profile.title", "home.profile.text"),
        Place::Email => ("profile.change.email", "profile.title"),
        Place::Phone => ("profile.change.mobile", "profile.title"),
        Place::Address => ("profile.change.address", "profile.title"),
        Place::Bank => ("profile.change.bank", "profile.title"),
        Place::Code => ("profile.change.code", "profile.title"),
        Place::Access => ("access.title", "search.place.access"),
        Place::Settings => ("settings.title", "search.place.settings"),
        Place::Close => ("close.title", "settings.title"),
    }
}

pub(super) fn icon(place: Place) -> Icon {
    match place {
        Place::Payments | Place::Bank | Place::Debts => Icon::Payments,
        Place::Forwarding => Icon::Share,
        Place::Leaves => Icon::Leaves,
        Place::Simulator => Icon::Sum,
        Place::Files => Icon::Files,
        Place::Delays => Icon::Clock,
        Place::Ald => Icon::Person,
        Place::Deductions => Icon::Info,
        Place::Charts => Icon::Chart,
        Place::Expected => Icon::Add,
        Place::Documents | Place::Attestation | Place::Statements => Icon::Documents,
        Place::Profile => Icon::Person,
        Place::Email | Place::Address => Icon::Letter,
        Place::Phone | Place::Access => Icon::Device,
        Place::Code => Icon::Lock,
        Place::Settings => Icon::Settings,
        Place::Close => Icon::Remove,
    }
}
