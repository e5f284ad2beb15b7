//! The flow of blocks down a page and on to the next.

use super::row::Cell;
use super::{BOTTOM, HEIGHT, INNER_WIDTH, MARGIN, Page, Paper, TOP, WIDTH};
use crate::Fonts;
use crate::block::{Block, Role, Table, Text};
use crate::paper::draw::Placed;
use crate::structure::{Kind, NodeId, Structure};
use crate::style::{self, Style};

const FRAME_SIDE: f32 = 85.0;
const GUTTER: f32 = 18.0;
const CELL_PADDING: f32 = 5.0;

/// Where the next block goes.
pub(super) struct Flow<'a> {
    pub(super) paper: Paper,
    pub(super) fonts: &'a Fonts,
    pub(super) page: usize,
    /// Top of what comes next, from the bottom of the page.
    pub(super) y: f32,
    top: f32,
    title: &'static str,
    /// Bottom of the reserved frame, while blocks stand beside it.
    beside: Option<f32>,
}

impl<'a> Flow<'a> {
    pub(super) fn new(fonts: &'a Fonts, title: &'static str) -> Self {
        let paper = Paper { pages: vec![Page::default()], structure: Structure::new() };
        Self { paper, fonts, page: 0, y: TOP, top: TOP, title, beside: None }
    }

    pub(super) fn finish(self) -> Paper {
        self.paper
    }

    pub(super) fn block(&mut self, block: &Block) {
        match block {
            Block::Text(text) => self.columns(std::slice::from_ref(&std::slice::from_ref(text))),
            Block::Columns(columns) => self.columns(&columns.iter().map(Vec::as_slice).collect::<Vec<_>>()),
            Block::Table(table) => self.table(table),
            Block::Reserved(label) => self.reserved(label),
            Block::Rule => self.rule(),
            Block::Space(height) if self.at_top() => drop(height),
            Block::Space(height) => self.y -= height,
        }
    }

    pub(super) fn at_top(&self) -> bool {
        self.y >= self.top
    }

    pub(super) fn left(&self) -> f32 {
        self.y - BOTTOM
    }

    /// Starts a further page, with the document's title in small at its top.
    pub(super) fn next_page(&mut self) {
        self.paper.pages.push(Page::default());
        self.page += 1;
        self.beside = None;
        let text = format!("{} (suite)", self.title);
        let placed = Placed { x: MARGIN, y: HEIGHT - 46.0, style: style::NOTE, text };
        let fonts = self.fonts;
        self.paper.artifact(self.page, |page| {
            page.texts(&[placed], fonts);
            page.line(MARGIN, WIDTH - MARGIN, HEIGHT - 54.0, 0.75, style::GREEN);
        });
        self.top = HEIGHT - 72.0;
        self.y = self.top;
    }

    fn columns(&mut self, columns: &[&[Text]]) {
        let beside = if self.beside.is_some() { FRAME_SIDE + GUTTER } else { 0.0 };
        let count = u16::try_from(columns.len().max(1)).unwrap_or(u16::MAX);
        let width = (INNER_WIDTH - beside - GUTTER * f32::from(count - 1)) / f32::from(count);
        let mut x = MARGIN;
        let mut cells = Vec::new();
        for column in columns {
            let mut cell = Cell::new(x);
            for text in *column {
                self.text(&mut cell, width, text);
            }
            cells.push(cell);
            x += width + GUTTER;
        }
        self.row(cells, &mut |_| {});
    }

    fn text(&mut self, cell: &mut Cell, width: f32, text: &Text) {
        let (kind, first, others) = look(text.role);
        let node = self.paper.structure.add(Structure::ROOT, kind);
        if let Some(label) = text.label {
            self.fill(cell, node, style::LABEL, width, label);
        }
        for (at, line) in text.lines.iter().enumerate() {
            self.fill(cell, node, if at == 0 { first } else { others }, width, line);
        }
    }

    fn table(&mut self, table: &Table) {
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
            self.row(cells, &mut |flow| flow.repeat_header(table));
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
        self.y -= CELL_PADDING;
    }

    fn below_row(&mut self, thickness: f32, ink: style::Colour) {
        self.y -= CELL_PADDING;
        let y = self.y;
        self.paper.artifact(self.page, |page| page.line(MARGIN, WIDTH - MARGIN, y, thickness, ink));
    }

    fn reserved(&mut self, label: &'static str) {
        let (right, top) = (WIDTH - MARGIN, self.y);
        let bounds = [right - FRAME_SIDE, top - FRAME_SIDE, right, top];
        let node = self.paper.structure.add(Structure::ROOT, Kind::Figure { alternative: label, bounds });
        let mut cell = Cell::new(right - FRAME_SIDE + 8.0);
        self.fill(&mut cell, node, style::FRAME, FRAME_SIDE - 16.0, label);
        self.paper.artifact(self.page, |page| page.frame(bounds, style::QUIET));
        self.y = top - (FRAME_SIDE - cell.height()) / 2.0;
        self.row(vec![cell], &mut |_| {});
        self.y = top;
        self.beside = Some(top - FRAME_SIDE);
    }

    fn rule(&mut self) {
        self.y = self.beside.take().map_or(self.y, |frame| self.y.min(frame)) - 14.0;
        let y = self.y;
        self.paper.artifact(self.page, |page| page.line(MARGIN, WIDTH - MARGIN, y, 2.5, style::GREEN));
    }
}

/// What a text is in the structure, and how its first and its other lines look.
fn look(role: Role) -> (Kind, Style, Style) {
    match role {
        Role::Sender => (Kind::Paragraph, style::SENDER, style::NOTE),
        Role::Title => (Kind::Title, style::TITLE, style::TITLE),
        Role::Subject => (Kind::Title, style::SUBJECT, style::SUBJECT),
        Role::Heading => (Kind::Heading, style::HEADING, style::HEADING),
        Role::Body => (Kind::Paragraph, style::BODY, style::BODY),
        Role::Strong => (Kind::Paragraph, style::STRONG, style::BODY),
        Role::Note => (Kind::Paragraph, style::NOTE, style::NOTE),
    }
}
