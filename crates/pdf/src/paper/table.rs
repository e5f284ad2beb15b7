//! Tables: a header that is read once and shown on every page, rows that stay whole where they can.

use super::draw::Placed;
use super::flow::Flow;
use super::row::Cell;
use super::{INNER_WIDTH, MARGIN, WIDTH};
use crate::block::Table;
use crate::structure::{Kind, NodeId, Structure};
use crate::style::{self, Style};

const CELL_PADDING: f32 = 5.0;

impl Flow<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let node = self.paper.structure.add(Structure::ROOT, Kind::Table);
        let titles: Vec<&str> = table.columns.iter().map(|column| column.title).collect();
        let header = self.cells(table, node, Kind::HeaderCell, style::CELL_HEADER, &titles);
        let header_height = header.iter().map(Cell::height).fold(0.0, f32::max) + 2.0 * CELL_PADDING;
        if self.left() < header_height + 3.0 * style::CELL.leading && !self.at_top() {
            self.next_page();
        }
        self.row(header, &mut |_| {});
        self.below_row(1.0, style::GREEN);
        for row in &table.rows {
            let texts: Vec<&str> = row.iter().map(String::as_str).collect();
            let cells = self.cells(table, node, Kind::Cell, style::CELL, &texts);
            if cells.iter().map(Cell::height).fold(0.0, f32::max) + 2.0 * CELL_PADDING > self.left() {
                self.next_page();
                self.repeat_header(table);
            }
            self.y -= CELL_PADDING;
            self.row(cells, &mut |flow| {
                flow.repeat_header(table);
                flow.y -= CELL_PADDING;
            });
            self.below_row(0.5, style::HAIRLINE);
        }
    }

    fn cells(&mut self, table: &Table, parent: NodeId, kind: Kind, style: Style, texts: &[&str]) -> Vec<Cell> {
        let row = self.paper.structure.add(parent, Kind::Row);
        let mut x = MARGIN;
        let mut cells = Vec::new();
        for (column, text) in table.columns.iter().zip(texts) {
            let node = self.paper.structure.add(row, kind);
            let mut cell = Cell::new(x);
            self.fill(&mut cell, node, style, column.share * INNER_WIDTH - 2.0 * CELL_PADDING, text);
            cells.push(cell);
            x += column.share * INNER_WIDTH;
        }
        cells
    }

    /// The header was read once: on further pages it only shows.
    fn repeat_header(&mut self, table: &Table) {
        let mut x = MARGIN;
        let mut placed = Vec::new();
        let y = self.y - style::CELL_HEADER.leading;
        for column in &table.columns {
            placed.push(Placed { x, y: y + 4.0, style: style::CELL_HEADER, text: column.title.to_owned() });
            x += column.share * INNER_WIDTH;
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
