//! An attestation of a family, warm.

use anyhow::{Result, anyhow};
use jiff::civil::date;
use pdf::Fonts;
use pdf::attestation::{AttendingDoctor, Beneficiary, Content, render};
use pdf::party::{Caisse, Holder};

use crate::report::{Report, median, ms, timed};

const RUNS: usize = 60;

/// Time and size.
pub(crate) fn measure(report: &mut Report) -> Result<()> {
    let fonts = Fonts::embedded().map_err(|cause| anyhow!("{cause}"))?;
    let content = content();
    let draw = || render(&content, &fonts).map_err(|cause| anyhow!("{cause}"));
    let bytes = draw()?.len();
    let times = (0..RUNS).map(|_| timed(draw)).collect::<Result<Vec<_>>>()?;
    report.at_most("attestation, warm", ms(median(times)), 8.0, "ms", "median of 60")?;
    report.at_most("attestation, tagged", bytes as f64 / 1000.0, 40.0, "KB", "three beneficiaries")
}

fn content() -> Content {
    let person = |rank, name: &str, year| Beneficiary {
        rank,
        name: name.to_owned(),
        birth_date: date(year, 5, 3),
        attending_doctor: AttendingDoctor::Declared,
        rights_from: date(2026, 1, 1),
        rights_until: Some(date(2026, 12, 31)),
    };
    Content {
        made_on: date(2026, 11, 20),
        known_at: Some(date(2026, 11, 20).at(10, 12, 0, 0)),
        caisse: Caisse {
            name: "CPAM de la Haute-Garonne".to_owned(),
            scheme: "01".to_owned(),
            code: "311".to_owned(),
            centre: "0000".to_owned(),
        },
        holder: Holder {
            name: "Camille Morel".to_owned(),
            nir: "1 84 07 31 555 960 03".to_owned(),
            address: vec!["12 rue des Tanneurs".to_owned(), "31000 TOULOUSE".to_owned()],
        },
        beneficiaries: vec![
            person(1, "Camille Morel", 1984),
            person(2, "Louise Morel", 2014),
            person(3, "Noé Morel", 2014),
        ],
        exemptions: None,
    }
}
