//! How long refunds take, in days, by thing and day. A change is a new row; rows are never edited.

use jiff::civil::date;

use super::{Row, Wait};

const LEAFLET: &str = "ameli.fr, delays of reimbursement: about 7 days with the card, 2 to 4 weeks with a paper claim";
const OURS: &str = "our own: a week more than usual before a refund is called late";

pub(super) const TABLE: &[Row<Wait, u8>] = &[
    row(Wait::CardShortest, 5, LEAFLET),
    row(Wait::CardLongest, 7, LEAFLET),
    row(Wait::PaperShortest, 14, LEAFLET),
    row(Wait::PaperLongest, 28, LEAFLET),
    row(Wait::Grace, 7, OURS),
];

const fn row(thing: Wait, days: u8, source: &'static str) -> Row<Wait, u8> {
    Row { thing, valid_from: date(1998, 1, 1), value: days, source }
}
