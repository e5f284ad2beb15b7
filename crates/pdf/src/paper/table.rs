//! Tables: a header that is read once and shown on every page, rows that stay whole where they can.

use super::draw::Placed;
use super::flow::Flow;
use super::row::Cell;
use super::{INNER_WIDTH, MARGIN, WIDTH};
use crate::block::{Align, Row, Table};
use crate::structure::{Kind, NodeId, Structure};
use crate::style::{self, Style};

const CELL_PADDING: f32 = 5.0;
/// A text, and across how many columns it stands.
type Spanning<'a> = (&'a str, usize);

/// What the cells of a row are, from the number of their columns, and how they look.
struct Look {
    kind: fn(usize) -> Kind,
    style: Style,
    /// How far in the second one stands.
    indent: f32,
}

/// How far in stands what is taken away.
const INDENT: f32 = 12.0;

impl Flow<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let node = self.paper.structure.add(Structure::ROOT, Kind::Table);
        let titles: Vec<_> = table.columns.iter().map(|column| (column.title, 1)).collect();
        let look = Look { kind: |_| Kind::HeaderCell, style: style::CELL_HEADER, indent: 0.0 };
        let header = self.cells(table, node, look, &titles);
        let header_height = height(&header);
        if self.left() < header_height + 3.0 * style::CELL.leading && !self.at_top() {
            self.next_page();
        }
        self.row(header, &mut |_| {});
        self.below_row(1.0, style::GREEN);
        for row in &table.rows {
            self.table_row(table, node, row);
        }
    }

    fn table_row<'a>(&mut self, table: &Table, node: NodeId, row: &'a Row) {
        let all = table.columns.len();
        let each = |texts: &'a [String]| -> Vec<Spanning<'a>> { texts.iter().map(|text| (text.as_str(), 1)).collect() };
        let (spans, style, indent) = match row {
            Row::Cells(texts) => (each(texts), style::CELL, 0.0),
            Row::Total(texts) => (each(texts), style::CELL_SUM, 0.0),
            Row::Taken([first, text, last]) => (
                vec![(first.as_str(), 1), (text.as_str(), all.saturating_sub(2)), (last.as_str(), 1)],
                style::CELL_TAKEN,
                INDENT,
            ),
            Row::Sum([text, last]) => {
                (vec![(text.as_str(), all.saturating_sub(1)), (last.as_str(), 1)], style::CELL_SUM, 0.0)
            }
            Row::Group(title) => (vec![(title.as_str(), all)], style::CELL_GROUP, 0.0),
        };
        let (look, kept_below) = match row {
            Row::Group(_) => {
                (Look { kind: |columns| Kind::GroupCell { columns }, style, indent }, height_below_group())
            }
            _ => (Look { kind: |columns| Kind::Cell { columns }, style, indent }, 0.0),
        };
        let cells = self.cells(table, node, look, &spans);
        if height(&cells) + kept_below > self.left() {
            self.next_page();
            self.repeat_header(table);
        }
        self.y -= CELL_PADDING;
        self.row(cells, &mut |flow| {
            flow.repeat_header(table);
            flow.y -= CELL_PADDING;
        });
        let (thickness, ink) = match row {
            Row::Sum(_) | Row::Total(_) => (1.0, style::QUIET),
            _ => (0.5, style::HAIRLINE),
        };
        self.below_row(thickness, ink);
    }

    /// A row of the table, each text across so many columns.
    fn cells(
        &mut self,
        table: &Table,
        parent: NodeId,
        Look { kind, style, indent }: Look,
        texts: &[Spanning<'_>],
    ) -> Vec<Cell> {
        let row = self.paper.structure.add(parent, Kind::Row);
        let mut x = MARGIN;
        let mut columns = table.columns.iter();
        let mut cells = Vec::new();
        for (at, (text, span)) in texts.iter().enumerate() {
            let spanned: Vec<_> = columns.by_ref().take(*span).collect();
            let width = spanned.iter().map(|column| column.share).sum::<f32>() * INNER_WIDTH;
            let align = spanned.first().map_or(Align::Left, |column| column.align);
            let indent = if at == 1 { indent } else { 0.0 };
            let node = self.paper.structure.add(row, kind(*span));
            let mut cell = Cell::new(x + indent);
            self.fill_aligned(&mut cell, node, style, (width - 2.0 * CELL_PADDING - indent, align), text);
            cells.push(cell);
            x += width;
        }
        cells
    }

    /// The header was read once: on further pages it only shows.
    fn repeat_header(&mut self, table: &Table) {
        let mut x = MARGIN;
        let mut placed = Vec::new();
        let y = self.y - style::CELL_HEADER.leading;
        let font = self.fonts.face(style::CELL_HEADER.face);
        for column in &table.columns {
            let width = column.share * INNER_WIDTH;
            let before = match column.align {
                Align::Left => 0.0,
                Align::Right => width - 2.0 * CELL_PADDING - font.width(column.title, style::CELL_HEADER.size),
            };
            let text = column.title.to_owned();
            placed.push(Placed { x: x + before, y: y + 4.0, style: style::CELL_HEADER, text });
            x += width;
        }
        let fonts = self.fonts;
        self.paper.artifact(self.page, |page| page.texts(&placed, fonts));
        self.y = y;
        self.below_row(1.0, style::GREEN);
    }

    fn below_row(&mut self, thickness: f32, ink: style::Colour) {
        self.y -= CELL_PADDING;
        let y = self.y;
        self.paper.artifact(self.page, |page| page.line(MARGIN, WIDTH - MARGIN, y, thickness, ink));
    }
}

/// A row of two lines, kept with the title of its group.
fn height_below_group() -> f32 {
    2.0 * style::CELL.leading + 2.0 * CELL_PADDING
}

fn height(cells: &[Cell]) -> f32 {
    cells.iter().map(Cell::height).fold(0.0, f32::max) + 2.0 * CELL_PADDING
}
