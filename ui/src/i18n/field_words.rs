//! Where the words for the field's kinds stand.

use insurance::ActKind;
use protocol::documents::DocumentKind;
use protocol::payments::Nature;
use protocol::profile::ExemptionReason;

/// A kind of care.
pub(crate) fn act_key(act: ActKind) -> &'static str {
    match act {
        ActKind::Consultation => "act.consultation",
        ActKind::SpecialistConsultation => "act.specialist_consultation",
        ActKind::TechnicalAct => "act.technical_act",
        ActKind::Dental => "act.dental",
        ActKind::Midwife => "act.midwife",
        ActKind::Nursing => "act.nursing",
        ActKind::Physiotherapy => "act.physiotherapy",
        ActKind::OtherParamedical => "act.other_paramedical",
        ActKind::Medicine => "act.medicine",
        ActKind::Biology => "act.biology",
        ActKind::Radiology => "act.radiology",
        ActKind::Optics => "act.optics",
        ActKind::Hearing => "act.hearing",
        ActKind::Equipment => "act.equipment",
        ActKind::Hospital => "act.hospital",
        ActKind::Transport => "act.transport",
        ActKind::SicknessAllowance => "act.sickness_allowance",
        ActKind::MaternityAllowance => "act.maternity_allowance",
        ActKind::WorkAccidentAllowance => "act.work_accident_allowance",
        ActKind::InvalidityPension => "act.invalidity_pension",
        ActKind::Annuity => "act.annuity",
        ActKind::StatementEntry => "act.statement_entry",
    }
}

/// A payment's nature, of one payment.
pub(crate) fn nature_key(nature: Nature) -> &'static str {
    match nature {
        Nature::Care => "payments.one.care",
        Nature::ThirdParty => "payments.one.third_party",
        Nature::DailyAllowance => "payments.one.daily_allowance",
        Nature::InvalidityPension => "payments.one.invalidity_pension",
        Nature::Annuity => "payments.one.annuity",
        Nature::StatementEntry => "payments.one.statement_entry",
    }
}

/// A payment's nature, as a choice among payments.
pub(crate) fn nature_plural_key(nature: Nature) -> &'static str {
    match nature {
        Nature::Care => "payments.nature.care",
        Nature::ThirdParty => "payments.nature.third_party",
        Nature::DailyAllowance => "payments.nature.daily_allowance",
        Nature::InvalidityPension => "payments.nature.invalidity_pension",
        Nature::Annuity => "payments.nature.annuity",
        Nature::StatementEntry => "payments.nature.statement_entry",
    }
}

/// Why somebody is exempt.
pub(crate) fn exemption_key(reason: ExemptionReason) -> &'static str {
    match reason {
        ExemptionReason::Ald => "profile.exemption.ald",
        ExemptionReason::Maternity => "profile.exemption.maternity",
        ExemptionReason::WorkAccident => "profile.exemption.work_accident",
        ExemptionReason::Invalidity => "profile.exemption.invalidity",
        ExemptionReason::C2s => "profile.exemption.c2s",
        ExemptionReason::AlsaceMoselle => "profile.exemption.alsace_moselle",
    }
}

/// What a document is.
pub(crate) fn document_key(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Letter => "documents.kind.letter",
        DocumentKind::Decision => "documents.kind.decision",
        DocumentKind::Receipt => "documents.kind.receipt",
        DocumentKind::RightsAttestation => "documents.kind.rights_attestation",
        DocumentKind::MonthlyStatement => "documents.kind.monthly_statement",
        DocumentKind::AnnualStatement => "documents.kind.annual_statement",
    }
}
