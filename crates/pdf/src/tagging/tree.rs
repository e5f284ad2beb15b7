//! The structure tree as objects of the document (ISO 32000-1, 14.7).

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::Error;
use crate::structure::{Child, Kind, Node, Structure};

/// Adds the tree, and the way from each marked piece back to its element. `marks` counts the pieces of each page.
pub(super) fn add(document: &mut Document, structure: &Structure, marks: &[usize]) -> Result<(), Error> {
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = structure.nodes().iter().map(|_| document.new_object_id()).collect();
    let mut owners: Vec<Vec<Object>> = marks.iter().map(|count| vec![Object::Null; *count]).collect();
    for (node, id) in structure.nodes().iter().zip(&ids) {
        for child in &node.children {
            if let Child::Content(piece) = child
                && let Some(owner) = owners.get_mut(piece.page).and_then(|page| page.get_mut(piece.mark))
            {
                *owner = Object::Reference(*id);
            }
        }
        document.set_object(*id, element(node, root, &ids, &pages));
    }
    let mut numbers = Vec::new();
    for (at, (owners, page)) in owners.into_iter().zip(&pages).enumerate() {
        let key = i64::try_from(at).unwrap_or(i64::MAX);
        numbers.push(Object::Integer(key));
        numbers.push(Object::Reference(document.add_object(owners)));
        let page = document.get_object_mut(*page)?.as_dict_mut()?;
        page.set("StructParents", key);
        page.set("Tabs", "S");
    }
    let next_key = i64::try_from(pages.len()).unwrap_or(i64::MAX);
    let parents = document.add_object(Dictionary::from_iter([("Nums", Object::Array(numbers))]));
    let first = ids.first().copied().ok_or(Error::Incomplete("structure"))?;
    let tree = Dictionary::from_iter([
        ("Type", Object::from("StructTreeRoot")),
        ("K", Object::Array(vec![Object::Reference(first)])),
        ("ParentTree", Object::Reference(parents)),
        ("ParentTreeNextKey", Object::Integer(next_key)),
    ]);
    document.set_object(root, tree);
    document.catalog_mut()?.set("StructTreeRoot", Object::Reference(root));
    Ok(())
}

fn element(node: &Node, root: ObjectId, ids: &[ObjectId], pages: &[ObjectId]) -> Dictionary {
    let parent = node.parent.and_then(|parent| ids.get(parent.index())).unwrap_or(&root);
    let children = node.children.iter().filter_map(|child| match child {
        Child::Node(id) => ids.get(id.index()).map(|id| Object::Reference(*id)),
        Child::Content(piece) => pages.get(piece.page).map(|page| {
            Object::Dictionary(Dictionary::from_iter([
                ("Type", Object::from("MCR")),
                ("Pg", Object::Reference(*page)),
                ("MCID", Object::Integer(i64::try_from(piece.mark).unwrap_or(i64::MAX))),
            ]))
        }),
    });
    let mut element = Dictionary::from_iter([
        ("Type", Object::from("StructElem")),
        ("S", Object::from(node.kind.tag())),
        ("P", Object::Reference(*parent)),
        ("K", Object::Array(children.collect())),
    ]);
    match node.kind {
        Kind::HeaderCell => element.set("A", attributes("Table", [("Scope", Object::from("Column"))])),
        Kind::GroupCell { columns } => {
            element.set("A", attributes("Table", [("Scope", Object::from("Column")), ("ColSpan", span(columns))]));
        }
        Kind::Cell { columns } if columns > 1 => {
            element.set("A", attributes("Table", [("ColSpan", span(columns))]));
        }
        Kind::Figure { alternative, bounds } => {
            element.set("Alt", lopdf::text_string(alternative));
            let bounds = bounds.map(|bound| Object::Real((bound * 100.0).round() / 100.0)).to_vec();
            let layout = [("BBox", Object::Array(bounds)), ("Placement", Object::from("Block"))];
            element.set("A", attributes("Layout", layout));
        }
        _ => {}
    }
    element
}

fn span(columns: usize) -> Object {
    Object::Integer(i64::try_from(columns).unwrap_or(i64::MAX))
}

fn attributes<const N: usize>(owner: &str, attributes: [(&str, Object); N]) -> Dictionary {
    Dictionary::from_iter([("O", Object::from(owner))].into_iter().chain(attributes))
}
