use super::*;

#[test]
fn every_place_is_found_again_under_its_address() {
    let places = [
        Route::Home,
        Route::Payments,
        Route::Payment(PaymentId::new("p-1")),
        Route::Deductions,
        Route::Charts(None),
        Route::Charts(Some(ActKind::Physiotherapy)),
        Route::Expected,
        Route::NoteCare,
        Route::ExpectedCare(NotedId::new("n-1")),
        Route::Search,
        Route::Forwarding,
        Route::Debts,
        Route::Leaves,
        Route::Leave(LeaveId::new("l-1")),
        Route::Simulator,
        Route::Files,
        Route::File(FileId::new("f-1")),
        Route::Delays,
        Route::Ald,
        Route::Documents,
        Route::Attestation,
        Route::Statements,
        Route::Statement(StatementPeriod::Month { year: 2026, month: 11 }),
        Route::Statement(StatementPeriod::Year { year: 2025 }),
        Route::Document(DocumentId::new("d-1")),
        Route::Profile,
        Route::ProfileChange(Topic::Email),
        Route::ProfileChange(Topic::Code),
        Route::Access,
        Route::Settings,
        Route::Close,
    ];
    for place in places {
        assert_eq!(Route::parse(&place.path()), place);
    }
}

#[test]
fn an_unknown_address_leads_home() {
    assert_eq!(Route::parse("/index.html"), Route::Home);
    assert_eq!(Route::parse(""), Route::Home);
}

#[test]
fn a_detail_leads_back_to_its_list() {
    assert_eq!(Route::Payment(PaymentId::new("p-1")).list(), Route::Payments);
    assert_eq!(Route::Attestation.list(), Route::Documents);
    assert_eq!(Route::ExpectedCare(NotedId::new("n-1")).list(), Route::Expected);
}
