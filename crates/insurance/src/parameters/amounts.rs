//! Amounts, by thing and day. A new decree is a new row; rows are never edited.

use jiff::civil::date;

use super::{Amount, Row};
use crate::Cents;

const LAW_2004: &str = "loi 2004-810, art. 20; CSS L. 160-13 II";
const DECREE_2005: &str = "décret 2004-1490; CSS D. 160-6";
const DECREE_2007: &str = "décret 2007-1937; CSS D. 160-9 to D. 160-12";
const ORDER_2024_05: &str = "décret 2024-113; CSS D. 160-6; leaflet 302 of the CPAM of Côte-d’Or";
const DECREE_2024_03: &str = "décret 2024-114; CSS D. 160-9 to D. 160-12";
const AGREEMENT_2016: &str = "convention médicale of 25 August 2016";
const ARBITRATION_2023: &str = "règlement arbitral of 28 April 2023";
const AGREEMENT_2024: &str = "convention médicale of 4 June 2024";

pub(super) const TABLE: &[Row<Amount, Cents>] = &[
    row(Amount::FlatContribution, (2005, 1, 1), 100, LAW_2004),
    row(Amount::FlatContribution, (2024, 5, 15), 200, ORDER_2024_05),
    // Public sources give 4 € and 8 € since 2024; the leaflet of the caisse is followed.
    row(Amount::FlatContributionDailyCap, (2005, 1, 1), 400, DECREE_2005),
    row(Amount::FlatContributionDailyCap, (2024, 5, 15), 400, ORDER_2024_05),
    row(Amount::FlatContributionYearlyCap, (2005, 1, 1), 5000, DECREE_2005),
    row(Amount::FranchiseBox, (2008, 1, 1), 50, DECREE_2007),
    row(Amount::FranchiseBox, (2024, 3, 31), 100, DECREE_2024_03),
    row(Amount::FranchiseParamedicalAct, (2008, 1, 1), 50, DECREE_2007),
    row(Amount::FranchiseParamedicalAct, (2024, 3, 31), 100, DECREE_2024_03),
    row(Amount::FranchiseTransport, (2008, 1, 1), 200, DECREE_2007),
    row(Amount::FranchiseTransport, (2024, 3, 31), 400, DECREE_2024_03),
    row(Amount::FranchiseParamedicalDailyCap, (2008, 1, 1), 200, DECREE_2007),
    row(Amount::FranchiseParamedicalDailyCap, (2024, 3, 31), 400, DECREE_2024_03),
    row(Amount::FranchiseTransportDailyCap, (2008, 1, 1), 400, DECREE_2007),
    row(Amount::FranchiseTransportDailyCap, (2024, 3, 31), 800, DECREE_2024_03),
    row(Amount::FranchiseYearlyCap, (2008, 1, 1), 5000, DECREE_2007),
    row(Amount::GeneralPractitioner, (2002, 7, 1), 2000, "avenant of June 2002 to the agreement of doctors"),
    row(Amount::GeneralPractitioner, (2006, 8, 1), 2100, "avenant 12 to the agreement of 2005"),
    row(Amount::GeneralPractitioner, (2007, 7, 1), 2200, "avenant 23 to the agreement of 2005"),
    row(Amount::GeneralPractitioner, (2011, 1, 1), 2300, "règlement arbitral of 2010"),
    row(Amount::GeneralPractitioner, (2017, 5, 1), 2500, AGREEMENT_2016),
    row(Amount::GeneralPractitioner, (2023, 11, 1), 2650, ARBITRATION_2023),
    row(Amount::GeneralPractitioner, (2024, 12, 22), 3000, AGREEMENT_2024),
    row(Amount::Specialist, (2011, 1, 1), 2800, "convention médicale of 2011: CS 23, MPC 2, MCS 3"),
    row(Amount::Specialist, (2017, 7, 1), 3000, AGREEMENT_2016),
    row(Amount::Specialist, (2023, 11, 1), 3150, ARBITRATION_2023),
    row(Amount::Dentist, (2013, 1, 1), 2300, "convention of dentists, consultation C"),
    row(Amount::NurseUnit, (2012, 5, 27), 315, "avenant 3 to the agreement of nurses"),
    row(Amount::PhysiotherapyUnit, (2012, 7, 15), 215, "avenant 3 to the agreement of physiotherapists"),
    row(Amount::PhysiotherapyUnit, (2024, 2, 22), 221, "avenant 7 to the agreement of physiotherapists"),
    // 1.8 times the minimum wage, then 1.4 times.
    row(Amount::SicknessAllowanceCap, (2024, 11, 1), 5331, "CSS R. 323-9; décret 2024-951, minimum wage of 1 801.80 €"),
    row(Amount::SicknessAllowanceCap, (2025, 4, 1), 4147, "décret 2025-160; CSS R. 323-4"),
    row(Amount::SicknessAllowanceCap, (2026, 2, 1), 4195, "CSS R. 323-4; minimum wage of 2026"),
];

const fn row(thing: Amount, (year, month, day): (i16, i8, i8), cents: i64, source: &'static str) -> Row<Amount, Cents> {
    Row { thing, valid_from: date(year, month, day), value: Cents::new(cents), source }
}
