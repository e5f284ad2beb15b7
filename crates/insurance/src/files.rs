//! Files of work accidents and occupational diseases declared from 1 December 2019 on: their steps, by when each is to be
//! done and by whom, and how they end. Silence of the caisse is recognition. Sources: CSS L. 441-1, L. 441-2, R. 441-2
//! to R. 441-8, R. 461-9, R. 461-10, R. 142-1.

mod steps;
mod timeline;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use timeline::timeline;

/// What a file is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// « Accident du travail ».
    WorkAccident,
    /// « Maladie professionnelle ».
    OccupationalDisease,
}

/// What happened in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The employer declared the accident, or the member the disease.
    Declared,
    /// The employer made reservations.
    Reservations,
    /// The caisse has the declaration and the medical certificate: its time begins.
    Complete,
    /// The caisse began an investigation.
    Investigation,
    /// The member received the questionnaire.
    QuestionnaireReceived,
    /// The caisse has the member's answers.
    QuestionnaireReturned,
    /// The file is open to read.
    ReadingOpened,
    /// The member commented on it.
    Commented,
    /// The caisse asked the regional committee.
    CommitteeAsked,
    /// Recognised.
    Recognised,
    /// Refused.
    Refused,
}

/// An event with its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Dated {
    /// The day.
    pub on: Date,
    /// What happened.
    pub what: Event,
}

/// Something to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// The member tells the employer, within 24 hours.
    TellEmployer,
    /// The accident is declared, within 48 hours without Sundays and holidays; or the member declares the disease.
    Declare,
    /// The employer may make reservations.
    Reservations,
    /// The caisse receives declaration and certificate.
    Complete,
    /// The caisse decides, or begins an investigation.
    FirstDecision,
    /// The member returns the questionnaire.
    Questionnaire,
    /// The caisse opens the file to read.
    Reading,
    /// The member may comment on it.
    Comments,
    /// The member may add to the file for the regional committee.
    CommitteeAdditions,
    /// The member may comment on that file.
    CommitteeComments,
    /// The caisse decides.
    Decision,
    /// The member may contest a refusal, within two months.
    Contest,
}

/// Who has to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The insured person.
    Member,
    /// The employer.
    Employer,
    /// The caisse.
    Caisse,
}

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Standing {
    /// Done.
    Done {
        /// On this day; none when only what came later is known.
        on: Option<Date>,
    },
    /// It can be done now.
    Now,
    /// The time for it passed, and nothing is known of it.
    Passed,
    /// It comes later.
    Ahead,
}

/// A step of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What is to be done.
    pub what: StepKind,
    /// By whom.
    pub by: Actor,
    /// The last day for it: for member and employer the last whole day, for the caisse the day on which its time is up. None
    /// where there is none, or where it depends on a day to come.
    pub due: Option<Date>,
    /// Where it stands.
    pub standing: Standing,
}

/// How a file ends, or where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Outcome {
    /// Nothing is decided.
    Open {
        /// Without a decision up to this day it is recognised; none before the file is complete.
        decision_by: Option<Date>,
    },
    /// Recognised by a decision.
    Recognised {
        /// The day.
        on: Date,
    },
    /// The caisse said nothing in time.
    RecognisedBySilence {
        /// The first day afterwards.
        since: Date,
    },
    /// Refused.
    Refused {
        /// The day.
        on: Date,
    },
}

/// A file on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    /// In the order in which they come.
    pub steps: Vec<Step>,
    /// Where it stands.
    pub outcome: Outcome,
}

impl Timeline {
    /// What the member has to do now, or may: the first of it.
    pub fn to_do(&self) -> Option<&Step> {
        self.steps.iter().find(|step| step.by == Actor::Member && step.standing == Standing::Now)
    }
}
