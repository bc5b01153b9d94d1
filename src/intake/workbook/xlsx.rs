//! Excel since 2007 → sheets: one pass over each sheet's XML.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::SHEETS_LIMIT;
use super::Trouble;
use super::archive::Archive;
use super::shown::Shown;
use super::strings;
use crate::intake::grid::Area;
use crate::intake::grid::Budget;
use crate::intake::number::Number;
use crate::intake::sheet::Building;
use crate::intake::sheet::Sheet;
use crate::intake::xml::Piece;
use crate::intake::xml::Pieces;
use crate::intake::xml::Tag;

/// What all sheets of a workbook share.
struct Shared {
    strings: Vec<String>,
    formats: Vec<Shown>,
    since_1904: bool,
}

pub(super) fn read(archive: &mut Archive, budget: &Budget) -> Result<Vec<Sheet>, Trouble> {
    let main = target_of(archive, "", "_rels/.rels", "/officeDocument")?;
    let main = main.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let text = archive.text(&main)?.ok_or(Trouble::Damaged)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let relations = relations(archive, &main)?;
    let beside = |kind: &str, name: &str| {
        let found = relations.values().find(|(found, _)| found.ends_with(kind));
        found.map_or_else(|| format!("{folder}/{name}"), |(_, target)| target.clone())
    };
    let mut shared = Shared {
        strings: strings::of_xml(&archive.text(&beside("/sharedStrings", "sharedStrings.xml"))?.unwrap_or_default())?,
        formats: formats(&archive.text(&beside("/styles", "styles.xml"))?.unwrap_or_default()),
        since_1904: false,
    };
    let mut about = Vec::new();
    let mut whole = false;
    for piece in Pieces::of(&text) {
        match piece {
            Piece::Open(tag) if tag.name == "workbookPr" => shared.since_1904 = tag.yes("date1904"),
            Piece::Open(tag) if tag.name == "sheet" && about.len() < SHEETS_LIMIT => {
                let hidden = tag.get("state").is_some_and(|state| state != "visible");
                about.push((tag.get("name").unwrap_or_default(), hidden, tag.get("r:id").or_else(|| tag.get("id"))));
            }
            Piece::Close("workbook") => whole = true,
            _ => {}
        }
    }
    if !whole {
        return Err(Trouble::Damaged);
    }
    let (mut sheets, mut read) = (Vec::new(), BTreeSet::new());
    for (number, (name, hidden, id)) in (1..).zip(about) {
        let known = id.as_deref().and_then(|id| relations.get(id));
        // Sheets of charts alone have no cells.
        if known.is_some_and(|(kind, _)| !kind.ends_with("/worksheet")) {
            continue;
        }
        let part = known.map_or_else(|| format!("{folder}/worksheets/sheet{number}.xml"), |(_, part)| part.clone());
        // Two sheets that are one part are damage, and would take the time of two.
        if !read.insert(part.clone()) {
            return Err(Trouble::Damaged);
        }
        let text = archive.text(&part)?.ok_or(Trouble::Damaged)?;
        sheets.push(sheet(&text, &shared, Building::new(name.into_owned(), hidden, budget))?);
    }
    Ok(sheets)
}

/// The part of a kind that another one names.
fn target_of(archive: &mut Archive, folder: &str, part: &str, kind: &str) -> Result<Option<String>, Trouble> {
    let text = archive.text(part)?.unwrap_or_default();
    Ok(targets(&text, folder).into_values().find(|(found, _)| found.ends_with(kind)).map(|(_, target)| target))
}

/// What a part names, by id: kind and name of the other part.
pub(super) fn relations(archive: &mut Archive, of: &str) -> Result<BTreeMap<String, (String, String)>, Trouble> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let part = format!("{folder}/_rels/{name}.rels");
    Ok(targets(&archive.text(&part)?.unwrap_or_default(), folder))
}

fn targets(text: &str, folder: &str) -> BTreeMap<String, (String, String)> {
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

/// How each style of cells shows numbers.
fn formats(text: &str) -> Vec<Shown> {
    let mut codes = BTreeMap::new();
    let mut styles = Vec::new();
    let mut of_cells = false;
    for piece in Pieces::of(text) {
        match piece {
            Piece::Open(tag) => match tag.name {
                "numFmt" => {
                    if let (Some(number), Some(code)) = (tag.number("numFmtId"), tag.get("formatCode")) {
                        codes.insert(number, Shown::by_code(&code));
                    }
                }
                "cellXfs" => of_cells = true,
                "xf" if of_cells => {
                    let number = tag.number("numFmtId").unwrap_or(0);
                    let shown = codes.get(&number).copied().or_else(|| Shown::by_number(number));
                    styles.push(shown.unwrap_or_default());
                }
                _ => {}
            },
            Piece::Close("cellXfs") => of_cells = false,
            _ => {}
        }
    }
    styles
}

fn sheet(text: &str, shared: &Shared, mut building: Building) -> Result<Sheet, Trouble> {
    let mut pieces = Pieces::of(text);
    let (mut row, mut column) = (0_u32, 0_u32);
    let mut whole = false;
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Open(tag) => match tag.name {
                "col" if tag.yes("hidden") => {
                    let first = tag.number("min").unwrap_or(1).max(1) - 1;
                    building.hide_columns(first, tag.number("max").map_or(first, |last| last.saturating_sub(1)));
                }
                "row" => {
                    row = tag.number("r").map_or(row, |number| number.saturating_sub(1));
                    column = 0;
                    if tag.yes("hidden") {
                        building.hide_row(row);
                    }
                }
                "c" => {
                    (row, column) = tag.get("r").and_then(|place| cell_place(&place)).unwrap_or((row, column));
                    cell(&tag, &mut pieces, (row, column), shared, &mut building)?;
                    column = column.saturating_add(1);
                }
                "mergeCell" => {
                    if let Some(area) = tag.get("ref").and_then(|area| merged(&area)) {
                        building.merge(area);
                    }
                }
                _ => {}
            },
            Piece::Close("row") => row = row.saturating_add(1),
            Piece::Close("worksheet") => whole = true,
            _ => {}
        }
    }
    if whole { Ok(building.finish()?) } else { Err(Trouble::Damaged) }
}

/// Reads one cell to its end.
fn cell(
    tag: &Tag,
    pieces: &mut Pieces,
    (row, column): (u32, u32),
    shared: &Shared,
    building: &mut Building,
) -> Result<(), Trouble> {
    let kind = tag.get("t").unwrap_or_default();
    let (mut value, mut formula) = (String::new(), false);
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Close("c") => break,
            Piece::Open(inner) => match inner.name {
                "v" => pieces.text_until("v", &mut value),
                "is" => strings::runs(pieces, "is", &mut value),
                "f" => {
                    formula = true;
                    pieces.pass("f");
                }
                _ => {}
            },
            _ => {}
        }
    }
    if formula && value.trim().is_empty() && kind != "str" {
        return Ok(building.formula_without_value(row, column)?);
    }
    let text = match &*kind {
        "s" => value.trim().parse().ok().and_then(|at: usize| shared.strings.get(at)).cloned().unwrap_or_default(),
        "str" | "inlineStr" => strings::without_escapes(&value),
        "b" => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
        "e" => value,
        "d" => iso_day(&value),
        _ if value.trim().is_empty() => String::new(),
        _ => {
            let style = tag.number("s").unwrap_or(0) as usize;
            let shown = shared.formats.get(style).copied().unwrap_or_default();
            Number::written(&value).map_or(value, |number| shown.text(&number, shared.since_1904))
        }
    };
    Ok(building.put(row, column, text)?)
}

/// A day as ISO writes it, as Vietnam does; anything else as it is.
pub(super) fn iso_day(text: &str) -> String {
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts[..] else { return text.to_owned() };
    if [year, month, day].iter().any(|part| part.is_empty() || !part.bytes().all(|digit| digit.is_ascii_digit())) {
        return text.to_owned();
    }
    let time = time.trim_end_matches('Z');
    let time = time.split_once('.').map_or(time, |(time, _)| time);
    let time = time.strip_suffix(":00").filter(|time| time.len() == 5).unwrap_or(time);
    let midnight = time.bytes().all(|letter| matches!(letter, b'0' | b':'));
    if midnight { format!("{day}/{month}/{year}") } else { format!("{day}/{month}/{year} {time}") }
}

/// Row and column of a place such as `AB12`, counted from 0.
fn cell_place(place: &str) -> Option<(u32, u32)> {
    let place = place.trim();
    let end = place.find(|letter: char| !letter.is_ascii_alphabetic())?;
    let (letters, digits) = place.split_at(end);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let column =
        letters.bytes().fold(0, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column - 1))
}

fn merged(area: &str) -> Option<Area> {
    let (first, last) = area.split_once(':')?;
    let ((top, left), (bottom, right)) = (cell_place(first)?, cell_place(last)?);
    Some(Area { top, left, bottom, right })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_letters_and_digits() {
        assert_eq!(cell_place("A1"), Some((0, 0)));
        assert_eq!(cell_place("XFD1048576"), Some((1_048_575, 16_383)));
        assert_eq!(
            (cell_place("A0"), cell_place("1"), cell_place("AAAA1"), cell_place("Ä1")),
            (None, None, None, None)
        );
    }

    #[test]
    fn iso_days_are_written_as_vietnam_does() {
        for (iso, expected) in [
            ("2023-06-05", "05/06/2023"),
            ("2023-06-05T00:00:00", "05/06/2023"),
            ("2023-06-05T08:30:00.000Z", "05/06/2023 08:30"),
            ("2023-06-05T08:30:15", "05/06/2023 08:30:15"),
            ("H38-230605-0012", "H38-230605-0012"),
        ] {
            assert_eq!(iso_day(iso), expected);
        }
    }

    #[test]
    fn names_of_parts_are_seen_from_the_root() {
        assert_eq!(resolved("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl", "/xl/a.xml"), "xl/a.xml");
        assert_eq!(resolved("xl/worksheets", "../a.xml"), "xl/a.xml");
        assert_eq!(resolved("", "../../a.xml"), "a.xml");
    }
}
