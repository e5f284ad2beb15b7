//! Daily allowances (« indemnités journalières »): what a day is worth, from which day on, in which instalments, and what
//! is levied. A leave is seen by itself: earlier ones, other employers and collective agreements are not known here.
//!
//! Rounding: half up, on the final daily amount, then on each levy of each part.

mod course;
mod daily;

pub use course::{Course, CourseError, Instalment, LONGEST, Part, course};
pub use daily::{Daily, Levies, Wages, daily, levies};
