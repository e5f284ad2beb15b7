//! The flow of blocks down a page and on to the next.

use super::row::Cell;
use super::{BOTTOM, HEIGHT, INNER_WIDTH, MARGIN, Page, Paper, TOP, WIDTH};
use crate::Fonts;
use crate::block::{Block, Document, Role, Text};
use crate::paper::draw::Placed;
use crate::structure::{Kind, Structure};
use crate::style::{self, Style};

const FRAME_SIDE: f32 = 85.0;
const GUTTER: f32 = 18.0;
/// A heading does not stay alone at the foot of a page.
const KEPT_WITH_HEADING: f32 = 120.0;

/// Where the next block goes.
pub(super) struct Flow<'a> {
    pub(super) paper: Paper,
    pub(super) fonts: &'a Fonts,
    pub(super) page: usize,
    /// Top of what comes next, from the bottom of the page.
    pub(super) y: f32,
    top: f32,
    title: &'static str,
    /// Bottom of the reserved frame, as long as blocks may stand beside it.
    beside: Option<f32>,
}

impl<'a> Flow<'a> {
    pub(super) fn new(fonts: &'a Fonts, document: &Document) -> Self {
        let paper = Paper { pages: vec![Page::default()], structure: Structure::new() };
        let is_reserved = document.blocks.iter().any(|block| matches!(block, Block::Reserved(_)));
        let beside = is_reserved.then_some(TOP - FRAME_SIDE);
        Self { paper, fonts, page: 0, y: TOP, top: TOP, title: document.title, beside }
    }

    pub(super) fn finish(self) -> Paper {
        self.paper
    }

    pub(super) fn block(&mut self, block: &Block) {
        match block {
            Block::Text(text) => {
                if text.role == Role::Heading && self.left() < KEPT_WITH_HEADING && !self.at_top() {
                    self.next_page();
                }
                self.columns(&[(1.0, std::slice::from_ref(text))]);
            }
            Block::Columns(columns) => {
                self.columns(&columns.iter().map(|(share, texts)| (*share, texts.as_slice())).collect::<Vec<_>>())
            }
            Block::Table(table) => self.table(table),
            Block::Reserved(label) => self.reserved(label),
            Block::Rule => self.rule(),
            Block::Space(_) if self.at_top() => {}
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

    fn columns(&mut self, columns: &[(f32, &[Text])]) {
        let beside = if self.beside.is_some() { FRAME_SIDE + GUTTER } else { 0.0 };
        let mut x = MARGIN;
        let mut cells = Vec::new();
        for (at, (share, texts)) in columns.iter().enumerate() {
            let gutter = if at + 1 < columns.len() { GUTTER } else { 0.0 };
            let width = share * (INNER_WIDTH - beside);
            let mut cell = Cell::new(x);
            for text in *texts {
                self.text(&mut cell, width - gutter, text);
            }
            cells.push(cell);
            x += width;
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

    fn reserved(&mut self, label: &'static str) {
        let right = WIDTH - MARGIN;
        let bounds = [right - FRAME_SIDE, TOP - FRAME_SIDE, right, TOP];
        let node = self.paper.structure.add(Structure::ROOT, Kind::Figure { alternative: label, bounds });
        let mut cell = Cell::new(right - FRAME_SIDE + 8.0);
        self.fill(&mut cell, node, style::FRAME, FRAME_SIDE - 16.0, label);
        self.paper.artifact(0, |page| page.frame(bounds, style::QUIET));
        let page = std::mem::replace(&mut self.page, 0);
        self.draw_lines(cell.x, TOP - (FRAME_SIDE - cell.height()) / 2.0, &cell.lines);
        self.page = page;
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
