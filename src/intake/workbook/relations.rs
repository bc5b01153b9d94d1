//! What the parts of an Office file say of each other.

use super::Trouble;
use super::archive::Archive;
use crate::domain::Map;
use crate::intake::xml::Piece;
use crate::intake::xml::Pieces;

/// The part of a kind that another one names.
pub(super) fn target_of(
    archive: &mut Archive,
    folder: &str,
    part: &str,
    kind: &str,
) -> Result<Option<String>, Trouble> {
    let text = archive.text(part)?.unwrap_or_default();
    Ok(targets(&text, folder).into_values().find(|(found, _)| found.ends_with(kind)).map(|(_, target)| target))
}

/// What a part names, by id: kind and name of the other part.
pub(super) fn relations(archive: &mut Archive, of: &str) -> Result<Map<String, (String, String)>, Trouble> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let part = beside_in(folder, &format!("_rels/{name}.rels"));
    Ok(targets(&archive.text(&part)?.unwrap_or_default(), folder))
}

/// A name within a folder, which may be the root.
pub(super) fn beside_in(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

fn targets(text: &str, folder: &str) -> Map<String, (String, String)> {
    let tags = Pieces::of(text).filter_map(|piece| match piece {
        Piece::Open(tag) if tag.name == "Relationship" => Some(tag),
        _ => None,
    });
    tags.filter_map(|tag| {
        let target = tag.get("Target")?;
        let kind = tag.get("Type")?.into_owned();
        Some((tag.get("Id")?.into_owned(), (kind, resolved(folder, &target))))
    })
    .collect()
}

/// A name seen from a folder, as a name seen from the root.
fn resolved(folder: &str, target: &str) -> String {
    let from = if target.starts_with('/') { "" } else { folder };
    let mut steps = Vec::new();
    for step in from.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_parts_are_seen_from_the_root() {
        assert_eq!(resolved("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl", "/xl/a.xml"), "xl/a.xml");
        assert_eq!(resolved("xl/worksheets", "../a.xml"), "xl/a.xml");
        assert_eq!(resolved("", "../../a.xml"), "a.xml");
    }
}
