//! Laying a document out on A4 pages: blocks flow down, and on to the next page.

mod draw;
mod flow;
mod footer;
mod row;
mod table;

use printpdf::Op;

use crate::Fonts;
use crate::block::Document;
use crate::structure::Structure;

pub(crate) const WIDTH: f32 = 595.28;
pub(crate) const HEIGHT: f32 = 841.89;
const MARGIN: f32 = 56.0;
const TOP: f32 = HEIGHT - 52.0;
const BOTTOM: f32 = 96.0;
const INNER_WIDTH: f32 = WIDTH - 2.0 * MARGIN;

/// Pages that are drawn, and what is on them.
pub(crate) struct Paper {
    pub(crate) pages: Vec<Page>,
    pub(crate) structure: Structure,
}

/// One page.
#[derive(Default)]
pub(crate) struct Page {
    pub(crate) ops: Vec<Op>,
    /// Marked pieces so far: the next one's number.
    pub(crate) marks: usize,
}

/// Lays out a document.
pub(crate) fn lay_out(document: &Document, fonts: &Fonts) -> Paper {
    let mut flow = flow::Flow::new(fonts, document);
    for block in &document.blocks {
        flow.block(block);
    }
    let mut paper = flow.finish();
    footer::add(&mut paper, fonts);
    paper
}
