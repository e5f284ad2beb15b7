//! Invented families, and the programs that read a document.

use std::path::PathBuf;
use std::process::Command;

use insurance::Rate;
use jiff::civil::date;
use pdf::attestation::{AttendingDoctor, Beneficiary, Content, Exemption};
use pdf::party::{Caisse, Holder};
use tempfile::TempDir;

/// A file, gone when dropped.
pub(crate) struct File {
    _folder: TempDir,
    path: PathBuf,
}

impl File {
    pub(crate) fn new(bytes: &[u8]) -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("document.pdf");
        std::fs::write(&path, bytes).unwrap();
        Self { _folder: folder, path }
    }

    /// What a program says about the file; it must succeed and complain of nothing.
    pub(crate) fn ask(&self, program: &str, options: &[&str], after: &[&str]) -> String {
        let output = Command::new(program).args(options).arg(&self.path).args(after).output().unwrap();
        let complaints = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && complaints.is_empty(), "{program}: {complaints}");
        String::from_utf8(output.stdout).unwrap()
    }
}

/// Camille Morel, alone.
pub(crate) fn single() -> Content {
    Content {
        made_on: date(2026, 11, 18),
        known_at: Some(date(2026, 11, 18).at(9, 12, 0, 0)),
        caisse: Caisse {
            name: "CPAM de la Haute-Garonne".into(),
            scheme: "01".into(),
            code: "311".into(),
            centre: "0000".into(),
        },
        holder: Holder {
            name: "Camille Morel".into(),
            nir: "1 84 07 31 555 012 34".into(),
            address: vec!["12 rue des Tanneurs".into(), "31000 TOULOUSE".into()],
        },
        beneficiaries: vec![person(1, "Camille Morel", 1984)],
        exemptions: None,
    }
}

/// Four, one of them with an exemption.
pub(crate) fn family() -> Content {
    let names = ["Camille Morel", "Inès Lefèvre-Morel", "Louise Morel", "Noé Morel"];
    let beneficiaries: Vec<_> = names
        .iter()
        .zip(1..)
        .zip([1984, 1986, 2014, 2014])
        .map(|((name, rank), year)| person(rank, name, year))
        .collect();
    Content {
        exemptions: Some(vec![Exemption {
            beneficiary: names[1].into(),
            reason: "Affection de longue durée".into(),
            rate: Rate::FULL,
            from: date(2024, 5, 1),
            until: Some(date(2029, 4, 30)),
        }]),
        beneficiaries,
        ..single()
    }
}

/// A name of 60 characters, eleven beneficiaries, an address of six lines.
pub(crate) fn extreme() -> Content {
    let name = "Marie-Antoinette de La Rochefoucauld-Montmorency d’Aiguillon";
    assert_eq!(name.chars().count(), 60);
    Content {
        holder: Holder {
            name: name.into(),
            nir: "2 85 05 2A 123 456 80".into(),
            address: [
                "Chez Monsieur et Madame Bartholoméo de Saint-Exupéry",
                "Résidence Les Jardins de l’Hôtel-de-Ville, bâtiment C",
                "Escalier 4, appartement 1207, étage 12, porte gauche",
                "1458 bis avenue du Maréchal-de-Lattre-de-Tassigny",
                "Lieu-dit Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
                "20167 ALATA",
            ]
            .map(String::from)
            .to_vec(),
        },
        beneficiaries: (1..=11).map(|rank| person(rank, name, 1980 + i16::from(rank))).collect(),
        exemptions: Some(
            (0..11)
                .map(|at| Exemption {
                    beneficiary: name.into(),
                    reason: "Accident du travail ou maladie professionnelle".into(),
                    rate: Rate::FULL,
                    from: date(2020, 1, 1 + at),
                    until: None,
                })
                .collect(),
        ),
        ..single()
    }
}

pub(crate) fn person(rank: u8, name: &str, year: i16) -> Beneficiary {
    Beneficiary {
        rank,
        name: name.into(),
        birth_date: date(year, 5, 3),
        attending_doctor: if year < 2000 { AttendingDoctor::Declared } else { AttendingDoctor::NotDeclared },
        rights_from: date(2026, 1, 1),
        rights_until: (rank != 2).then(|| date(2026, 12, 31)),
    }
}
