//! The structure tree: what each piece of the pages is, for assistive technology.

/// A place in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NodeId(usize);

/// The tree, nodes in the order in which they were added; the first is the document.
pub(crate) struct Structure {
    nodes: Vec<Node>,
}

/// An element.
pub(crate) struct Node {
    pub(crate) kind: Kind,
    pub(crate) parent: Option<NodeId>,
    pub(crate) children: Vec<Child>,
}

/// What is below an element.
#[derive(Clone, Copy)]
pub(crate) enum Child {
    Node(NodeId),
    Content(Piece),
}

/// A marked piece of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) page: usize,
    pub(crate) mark: usize,
}

/// What an element is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    Document,
    Title,
    Heading,
    Paragraph,
    Table,
    Row,
    HeaderCell,
    /// A cell across so many columns, mostly one.
    Cell {
        columns: usize,
    },
    /// A header across so many columns.
    GroupCell {
        columns: usize,
    },
    /// What it is for, and where it stands: left, bottom, right, top.
    Figure {
        alternative: &'static str,
        bounds: [f32; 4],
    },
}

impl Structure {
    pub(crate) const ROOT: NodeId = NodeId(0);

    pub(crate) fn new() -> Self {
        Self { nodes: vec![Node { kind: Kind::Document, parent: None, children: Vec::new() }] }
    }

    pub(crate) fn add(&mut self, parent: NodeId, kind: Kind) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node { kind, parent: Some(parent), children: Vec::new() });
        self.push(parent, Child::Node(id));
        id
    }

    pub(crate) fn mark(&mut self, node: NodeId, piece: Piece) {
        self.push(node, Child::Content(piece));
    }

    pub(crate) fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    fn push(&mut self, node: NodeId, child: Child) {
        if let Some(node) = self.nodes.get_mut(node.0) {
            node.children.push(child);
        }
    }
}

impl NodeId {
    /// Place in [`Structure::nodes`].
    pub(crate) fn index(self) -> usize {
        self.0
    }
}

impl Kind {
    /// The standard structure type, ISO 32000-1, 14.8.4.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Title => "H1",
            Self::Heading => "H2",
            Self::Paragraph => "P",
            Self::Table => "Table",
            Self::Row => "TR",
            Self::HeaderCell | Self::GroupCell { .. } => "TH",
            Self::Cell { .. } => "TD",
            Self::Figure { .. } => "Figure",
        }
    }
}
