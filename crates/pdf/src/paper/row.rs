//! Cells side by side: the one shape in which all text is laid out. A row that is too tall goes on, line by line, on
//! the next page.

use super::draw::Placed;
use super::flow::Flow;
use crate::block::Align;
use crate::structure::NodeId;
use crate::style::Style;
use crate::wrap::wrap;

/// Free height between two texts of a cell.
const BETWEEN: f32 = 7.0;

/// A column of lines in a row.
pub(super) struct Cell {
    pub(super) x: f32,
    pub(super) lines: Vec<Line>,
}

/// A line that fits its cell.
pub(super) struct Line {
    pub(super) node: NodeId,
    pub(super) style: Style,
    pub(super) text: String,
    /// Free height above it.
    pub(super) above: f32,
    /// Free width before it.
    pub(super) before: f32,
}

impl Line {
    fn height(&self) -> f32 {
        self.above + self.style.leading
    }
}

impl Cell {
    pub(super) fn new(x: f32) -> Self {
        Self { x, lines: Vec::new() }
    }

    pub(super) fn height(&self) -> f32 {
        self.lines.iter().map(Line::height).sum()
    }
}

impl Flow<'_> {
    /// Wraps a text into lines of a cell. The last line ends in a space when more of the same node follows.
    pub(super) fn fill(&self, cell: &mut Cell, node: NodeId, style: Style, width: f32, text: &str) {
        self.fill_aligned(cell, node, style, (width, Align::Left), text);
    }

    /// The same, with each line on one side of its width.
    pub(super) fn fill_aligned(
        &self,
        cell: &mut Cell,
        node: NodeId,
        style: Style,
        (width, align): (f32, Align),
        text: &str,
    ) {
        let font = self.fonts.face(style.face);
        let mut above = 0.0;
        if let Some(before) = cell.lines.last_mut() {
            if before.node == node {
                before.text.push(' ');
            } else {
                above = BETWEEN;
            }
        }
        for text in wrap(font, style.size, text, width) {
            let before = match align {
                Align::Left => 0.0,
                Align::Right => (width - font.width(text.trim_end_matches(' '), style.size)).max(0.0),
            };
            cell.lines.push(Line { node, style, text, above, before });
            above = 0.0;
        }
    }

    /// Draws cells beside one another from the flow's present height, and moves below them. `again` is called at the
    /// top of each further page.
    pub(super) fn row(&mut self, cells: Vec<Cell>, again: &mut dyn FnMut(&mut Self)) {
        let height = cells.iter().map(Cell::height).fold(0.0, f32::max);
        if height > self.left() && !self.at_top() {
            self.next_page();
            again(self);
        }
        let mut rest: Vec<_> = cells.into_iter().map(|cell| (cell.x, cell.lines.into_iter().peekable())).collect();
        loop {
            let top = self.y;
            let mut lowest = top;
            for (x, lines) in &mut rest {
                let mut y = top;
                let mut fitting: Vec<Line> = Vec::new();
                // A line that is taller than a whole page would never fit: none is, but none may loop for ever.
                while let Some(line) = lines.next_if(|line| y - line.height() >= super::BOTTOM) {
                    y -= line.height();
                    fitting.push(line);
                }
                self.draw_lines(*x, top, &fitting);
                lowest = lowest.min(y);
            }
            let nothing_fitted = lowest >= top;
            self.y = lowest;
            let is_done = rest.iter_mut().all(|(_, lines)| lines.peek().is_none());
            if is_done || (nothing_fitted && self.at_top()) {
                break;
            }
            self.next_page();
            again(self);
        }
    }

    pub(super) fn draw_lines(&mut self, x: f32, top: f32, lines: &[Line]) {
        let mut y = top;
        for group in lines.chunk_by(|one, other| one.node == other.node) {
            let placed: Vec<Placed> = group
                .iter()
                .map(|line| {
                    y -= line.height();
                    // Capitals are two thirds of the size tall: this centres them in their line.
                    let baseline = y + (line.style.leading - line.style.size * 0.668) / 2.0;
                    Placed { x: x + line.before, y: baseline, style: line.style, text: line.text.clone() }
                })
                .collect();
            if let Some(first) = group.first() {
                self.paper.content(self.page, first.node, &placed, self.fonts);
            }
        }
    }
}
