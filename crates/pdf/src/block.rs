//! What a document says, in reading order: the one source of the page and of the text for screen readers.

/// A document before it is laid out.
pub(crate) struct Document {
    /// For the window's title; nothing personal.
    pub(crate) title: &'static str,
    /// In reading order.
    pub(crate) blocks: Vec<Block>,
}

/// A part of a document.
pub(crate) enum Block {
    /// A text across the page.
    Text(Text),
    /// Texts side by side, each column with its share of the width, read one column after the other.
    Columns(Vec<(f32, Vec<Text>)>),
    /// Persons, or amounts, in rows.
    Table(Table),
    /// A frame kept free at the top right of the first page. One at most; the blocks before [`Block::Rule`] leave it room.
    Reserved(&'static str),
    /// A green line across the page, below the reserved frame.
    Rule,
    /// Free height in points; nothing at the top of a page.
    Space(f32),
}

/// A text and what it is.
pub(crate) struct Text {
    pub(crate) role: Role,
    /// A quiet line before the text, and part of it.
    pub(crate) label: Option<&'static str>,
    /// One text, or lines of an address.
    pub(crate) lines: Vec<String>,
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Who writes.
    Sender,
    /// The one title.
    Title,
    /// The title of a letter.
    Subject,
    /// A part's title.
    Heading,
    /// Running text.
    Body,
    /// A name, a number: what is looked for.
    Strong,
    /// Smaller.
    Note,
}

/// A table: a title and a width for each column, and as many cells in each ordinary row.
pub(crate) struct Table {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
}

/// A column of a table.
pub(crate) struct Column {
    pub(crate) title: &'static str,
    /// Share of the page's width.
    pub(crate) share: f32,
    pub(crate) align: Align,
}

/// On which side of its column a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    /// Words.
    Left,
    /// Amounts.
    Right,
}

/// A row of a table.
pub(crate) enum Row {
    /// A cell for each column.
    Cells(Vec<String>),
    /// The same, and what the rows above come to.
    Total(Vec<String>),
    /// What is taken away from the row above: its first cell, a text that stands further in, and its last cell.
    Taken([String; 3]),
    /// What the rows above come to: a text across all columns but the last, and the last cell.
    Sum([String; 2]),
    /// What the rows below are about, across all columns. It does not stay alone at the foot of a page.
    Group(String),
}

impl Text {
    pub(crate) fn new(role: Role, text: impl Into<String>) -> Self {
        Self { role, label: None, lines: vec![text.into()] }
    }

    pub(crate) fn labelled(role: Role, label: &'static str, lines: Vec<String>) -> Self {
        Self { role, label: Some(label), lines }
    }

    fn spoken(&self) -> String {
        let lines = self.lines.join(", ");
        self.label.map_or(lines.clone(), |label| format!("{label}\u{a0}: {lines}"))
    }
}

impl Document {
    /// All that it says, a line for each text and each row of a table.
    pub(crate) fn text(&self) -> Vec<String> {
        self.blocks.iter().flat_map(Block::text).chain(NOTICE.map(str::to_owned)).collect()
    }
}

impl Block {
    fn text(&self) -> Vec<String> {
        match self {
            Self::Text(text) => vec![text.spoken()],
            Self::Columns(columns) => columns.iter().flat_map(|(_, texts)| texts).map(Text::spoken).collect(),
            Self::Table(table) => table.rows.iter().map(|row| table.spoken(row)).collect(),
            Self::Reserved(label) => vec![(*label).to_owned()],
            Self::Rule | Self::Space(_) => Vec::new(),
        }
    }
}

impl Column {
    /// For words.
    pub(crate) fn words(title: &'static str, share: f32) -> Self {
        Self { title, share, align: Align::Left }
    }

    /// For amounts.
    pub(crate) fn amounts(title: &'static str, share: f32) -> Self {
        Self { title, share, align: Align::Right }
    }
}

impl Table {
    fn spoken(&self, row: &Row) -> String {
        let titles = || self.columns.iter().map(|column| column.title);
        match row {
            Row::Cells(cells) | Row::Total(cells) => said(titles().zip(cells)),
            Row::Taken(cells) => said(titles().take(2).chain(titles().next_back()).zip(cells)),
            Row::Sum([text, amount]) => format!("{text}\u{a0}: {amount}"),
            Row::Group(title) => title.clone(),
        }
    }
}

fn said<'a>(cells: impl Iterator<Item = (&'static str, &'a String)>) -> String {
    let cells = cells.filter(|(_, cell)| !cell.is_empty()).map(|(title, cell)| format!("{title}\u{a0}: {cell}"));
    cells.collect::<Vec<_>>().join(", ")
}

/// On every page of every document.
pub(crate) const NOTICE: [&str; 2] = [
    "DOCUMENT DE DÉMONSTRATION",
    "Il ne prouve aucun droit\u{a0}: il vient d’une application de démonstration, avec des personnes inventées.",
];
