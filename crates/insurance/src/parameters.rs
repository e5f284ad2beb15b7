//! The amounts and rates that change by decree: one dated table, with the source of each row.

mod allowances;
mod amounts;
mod days;
mod rates;
mod waits;

use jiff::civil::Date;

use crate::{Cents, Rate};

/// A value from a day on, until the next row for the same thing.
#[derive(Clone, Copy, Debug)]
pub struct Row<Thing: 'static, Value: 'static> {
    /// What it is.
    pub thing: Thing,
    /// First day.
    pub valid_from: Date,
    /// The value.
    pub value: Value,
    /// Where it comes from.
    pub source: &'static str,
}

/// Amounts of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Amount {
    /// « Participation forfaitaire » for an act.
    FlatContribution,
    /// At most so much a day for one professional or laboratory.
    FlatContributionDailyCap,
    /// At most so much a person and calendar year.
    FlatContributionYearlyCap,
    /// « Franchise » for a box of medicine.
    FranchiseBox,
    /// « Franchise » for an act of an auxiliary.
    FranchiseParamedicalAct,
    /// « Franchise » for a transport.
    FranchiseTransport,
    /// At most so much a day for acts of auxiliaries.
    FranchiseParamedicalDailyCap,
    /// At most so much a day for transports.
    FranchiseTransportDailyCap,
    /// At most so much a person and calendar year.
    FranchiseYearlyCap,
    /// Consultation of a general practitioner, sector 1.
    GeneralPractitioner,
    /// Consultation of a specialist, sector 1, usual supplements included.
    Specialist,
    /// Consultation of a dentist.
    Dentist,
    /// One AMI of a nurse.
    NurseUnit,
    /// One AMS of a physiotherapist; a usual session is 7.5.
    PhysiotherapyUnit,
    /// A day's allowance for sickness is at most so much, by the first day of the leave.
    SicknessAllowanceCap,
}

/// Rates of daily allowances, and of what is levied on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AllowanceRate {
    /// Of the daily wage, for sickness.
    Sickness,
    /// Of the daily wage, for the first days after a work accident.
    WorkAccident,
    /// Of the daily wage, from [`Days::HigherAllowance`] of a work accident's leave on.
    WorkAccidentLater,
    /// The net daily gain as a part of the daily wage: no allowance for a work accident is above it.
    NetDailyGain,
    /// « Contribution sociale généralisée ».
    Csg,
    /// « Contribution pour le remboursement de la dette sociale ».
    Crds,
}

/// Numbers of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Days {
    /// First days of a leave for sickness without an allowance.
    Waiting,
    /// Allowances for sickness are paid for at most so many days in three years, outside ALD.
    MostPaid,
    /// Allowances are paid by so many days.
    Instalment,
    /// From this day of a work accident's leave on, more is paid.
    HigherAllowance,
    /// Clear days in which the employer may make reservations.
    Reservations,
    /// Clear days in which the caisse decides on an accident, or begins an investigation.
    AccidentDecision,
    /// Clear days to return the questionnaire about an accident.
    AccidentQuestionnaire,
    /// Clear days after which at the latest the file of an accident is open to read.
    AccidentReading,
    /// Clear days in which the caisse decides on an accident after an investigation.
    AccidentInvestigation,
    /// Clear days to comment on the file.
    Comments,
    /// Clear days to return the questionnaire about a disease.
    DiseaseQuestionnaire,
    /// Clear days after which at the latest the file of a disease is open to read.
    DiseaseReading,
    /// Clear days in which the caisse decides on a disease, or asks the regional committee.
    DiseaseDecision,
    /// Clear days to add to the file that the regional committee will read.
    CommitteeAdditions,
    /// Clear days in which that file is open to read and to comment on, additions included.
    CommitteeReading,
    /// Clear days in which the caisse decides once it has asked the regional committee.
    CommitteeDecision,
}

/// What has a rate of reimbursement of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rated {
    /// Doctors' consultations and acts.
    Doctor,
    /// Doctors outside the care pathway.
    DoctorOutsidePathway,
    /// Dentists.
    Dentist,
    /// Midwives.
    Midwife,
    /// Nurses, physiotherapists, speech therapists and other auxiliaries.
    Auxiliary,
    /// Biology.
    Biology,
    /// Irreplaceable and costly medicines.
    MedicineIrreplaceable,
    /// Medicines of major or important benefit (white label).
    MedicineImportant,
    /// Medicines of moderate benefit (blue label).
    MedicineModerate,
    /// Medicines of low benefit (orange label).
    MedicineLow,
    /// Glasses, hearing aids, other devices.
    Device,
    /// Stays in hospital.
    Hospital,
    /// Medical transport.
    Transport,
}

/// How long something takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wait {
    /// A refund by the card, at the earliest.
    CardShortest,
    /// A refund by the card, usually.
    CardLongest,
    /// A refund of a paper claim, at the earliest.
    PaperShortest,
    /// A refund of a paper claim, usually.
    PaperLongest,
    /// More than usual, before a refund is late.
    Grace,
}

/// Which scheme pays: the local one pays more than the general one alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// The general scheme.
    #[default]
    General,
    /// The general scheme with the local scheme of Bas-Rhin, Haut-Rhin and Moselle.
    AlsaceMoselle,
}

/// The amount on a day; none before its first row: it did not exist, or is not known here.
pub fn amount(thing: Amount, on: Date) -> Option<Cents> {
    latest(amounts::TABLE, thing, on)
}

/// The rate on a day; none before its first row. The local scheme falls back on the general one.
pub fn rate(thing: Rated, scheme: Scheme, on: Date) -> Option<Rate> {
    let general = latest(rates::GENERAL, thing, on);
    match scheme {
        Scheme::General => general,
        Scheme::AlsaceMoselle => latest(rates::ALSACE_MOSELLE, thing, on).or(general),
    }
}

/// Days that something takes; nothing before its first row.
pub fn wait(thing: Wait, on: Date) -> u8 {
    latest(waits::TABLE, thing, on).unwrap_or_default()
}

/// All rows of waits, by thing and day.
pub fn waits() -> &'static [Row<Wait, u8>] {
    waits::TABLE
}

/// The rate of an allowance or a levy on a day; none before its first row.
pub fn allowance_rate(thing: AllowanceRate, on: Date) -> Option<Rate> {
    latest(allowances::TABLE, thing, on)
}

/// The number of days on a day; none before its first row.
pub fn days(thing: Days, on: Date) -> Option<u16> {
    latest(days::TABLE, thing, on)
}

/// All rows of amounts, by thing and day.
pub fn amounts() -> &'static [Row<Amount, Cents>] {
    amounts::TABLE
}

/// All rows of rates of a scheme, by thing and day.
pub fn rates(scheme: Scheme) -> &'static [Row<Rated, Rate>] {
    match scheme {
        Scheme::General => rates::GENERAL,
        Scheme::AlsaceMoselle => rates::ALSACE_MOSELLE,
    }
}

fn latest<Thing: PartialEq, Value: Copy>(table: &[Row<Thing, Value>], thing: Thing, on: Date) -> Option<Value> {
    table
        .iter()
        .filter(|row| row.thing == thing && row.valid_from <= on)
        .max_by_key(|row| row.valid_from)
        .map(|row| row.value)
}
