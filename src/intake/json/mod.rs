//! Answers of portals' interfaces, pasted or saved as JSON → a table: one row an object of the list that looks most like a
//! table of the field, its keys as headers. A list of metrics within each object stands under the metrics' names.

mod table;
mod tree;

use super::HEAD_ROWS;
use super::IntakeError;
use super::Row;
use super::grid::Budget;
use table::Table;
use tree::Node;

/// Objects that are looked through for a table's keys before it is chosen.
const JUDGED: usize = 50;

/// Whether a text begins as JSON does. Text with separators may begin with a bracket, but not with one of these pairs.
pub(super) fn may_be(text: &str) -> bool {
    let mut letters = text.chars().filter(|letter| !letter.is_whitespace());
    match (letters.next(), letters.next()) {
        (Some('{'), next) => matches!(next, Some('"' | '}') | None),
        (Some('['), next) => matches!(next, Some('{' | '[' | ']') | None),
        _ => false,
    }
}

/// The rows of the list that looks most like a table of the field, and how many lists of objects there are.
pub(super) fn rows(text: &str, header_weight: &dyn Fn(&[String]) -> usize) -> Result<(Vec<Row>, usize), IntakeError> {
    let budget = Budget::new();
    let roots = tree::parse(text, &budget)?;
    if let [Node::Fields(fields)] = roots.as_slice() {
        own(fields)?;
    }
    let mut found = Vec::new();
    // Values that stand one after another are a list.
    if roots.len() > 1 {
        found.push(Found { objects: objects(&roots), titles: Vec::new() });
    }
    for root in &roots {
        search(root, &[], &mut found);
    }
    let lists = found.iter().filter(|found| found.objects.len() > 1).count().max(1);
    let weight = |found: &Found<'_>| {
        let head = Table::of(&found.objects[..found.objects.len().min(JUDGED)]).headers();
        let weight = head.iter().take(HEAD_ROWS).map(|cells| header_weight(cells)).max().unwrap_or(0);
        (weight, found.objects.len())
    };
    // A list of units has fewer names than an object around it that takes them for its metrics.
    let rank = |found: &&Found<'_>| {
        let weight = weight(found);
        (found.objects.len() > 1 && weight.0 > 0, weight)
    };
    // Of lists that look alike the first is taken: `max_by_key` would take the last.
    let best = found.iter().rev().max_by_key(rank).ok_or(IntakeError::JsonNoTable)?;
    // One object without a known key is a message.
    if best.objects.len() == 1 && weight(best).0 == 0 {
        return Err(IntakeError::JsonNoTable);
    }
    let table = Table::of(&best.objects);
    let mut rows: Vec<Vec<String>> = best.titles.clone();
    rows.extend(table.headers());
    for object in &best.objects {
        let cells = table.cells(object);
        budget
            .take(cells.len(), cells.iter().map(String::len).sum())
            .map_err(|_| IntakeError::SheetTooLarge { limit: Budget::CELLS })?;
        rows.push(cells);
    }
    Ok(((1..).zip(rows).map(|(number, cells)| Row { number, cells }).collect(), lists))
}

/// Refuses what this tool has written itself and takes elsewhere.
fn own(fields: &[(String, Node)]) -> Result<(), IntakeError> {
    let has = |keys: &[&str]| keys.iter().all(|key| fields.iter().any(|(own, _)| own == key));
    if has(&["units", "missing_units", "notices"]) {
        Err(IntakeError::OwnReport)
    } else if has(&["compare", "thresholds"]) {
        Err(IntakeError::OwnSettings)
    } else {
        Ok(())
    }
}

/// Objects that may be the rows of a table.
struct Found<'tree> {
    objects: Vec<&'tree [(String, Node)]>,
    /// What the objects around them say of themselves: a period, a message.
    titles: Vec<Vec<String>>,
}

/// Finds lists of objects, and objects that hold values of their own.
fn search<'tree>(node: &'tree Node, around: &[Vec<String>], found: &mut Vec<Found<'tree>>) {
    match node {
        Node::List(nodes) => {
            let rows = objects(nodes);
            if !rows.is_empty() {
                found.push(Found { objects: rows, titles: around.to_vec() });
            }
            // What stands within the rows is a table of its own only where there are few: else it is part of them.
            for node in nodes.iter().take(JUDGED) {
                let Node::Fields(inner) = node else { continue };
                for (_, node) in inner {
                    search(node, around, found);
                }
            }
        }
        Node::Fields(fields) => {
            found.push(Found { objects: vec![fields], titles: around.to_vec() });
            let mut around = around.to_vec();
            around.extend(table::titles(fields));
            for (_, node) in fields {
                search(node, &around, found);
            }
        }
        Node::Nothing | Node::Text(_) => {}
    }
}

fn objects(nodes: &[Node]) -> Vec<&[(String, Node)]> {
    nodes
        .iter()
        .filter_map(|node| if let Node::Fields(fields) = node { Some(fields.as_slice()) } else { None })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows by lines, cells by bars; the weight is the number of cells that hold “TEN”, “name” or “numerator”.
    fn read(text: &str) -> Result<String, IntakeError> {
        let known = |cell: &&String| matches!(cell.as_str(), "TEN" | "name" | "numerator" | "agency name");
        let rows = rows(text, &|cells| cells.iter().filter(known).count())?.0;
        Ok(rows.iter().map(|row| row.cells.join("|")).collect::<Vec<_>>().join("\n"))
    }

    #[test]
    fn units_in_a_list_are_no_metrics_of_the_object_around_it() {
        for wrapper in ["data", "result", "items"] {
            let text = format!(
                r#"{{"{wrapper}":[{{"name":"Bảo Yên","numerator":1}},{{"name":"Bắc Hà","numerator":2}}],"code":"200"}}"#
            );
            assert_eq!(read(&text).unwrap(), "name|numerator\nBảo Yên|1\nBắc Hà|2", "{wrapper}");
        }
    }

    #[test]
    fn rows_of_one_service_are_a_table_by_their_keys() {
        let text = r#"{"code":"200","p_nam":"2023","data":[{"TEN":"Bảo Yên","MDSH":"13.7"},{"MDSH":null,"TEN":"Bắc Hà","X":1.5}]}"#;
        assert_eq!(read(text).unwrap(), "Năm 2023\nTEN|MDSH|X\nBảo Yên|13.7|\nBắc Hà||1.5");
    }

    #[test]
    fn metrics_stand_under_their_names() {
        let text = r#"[
            {"name":"Bảo Yên","metrics":[{"code":"A","name":"Cấp kết quả","numerator":7,"score":4.5},{"code":"C","score":2}]},
            {"name":"Bắc Hà","metrics":[{"code":"C","score":2,"numerator":null},{"code":"A","score":4.1}]}]"#;
        let expected = "name|Cấp kết quả (A)||C|\n|numerator|score|score|numerator\nBảo Yên|7|4.5|2|\nBắc Hà||4.1|2|";
        assert_eq!(read(text).unwrap(), expected);
    }

    #[test]
    fn an_object_alone_is_a_row_and_objects_within_are_joined() {
        let text = r#"{"agency":{"name":"Bảo Yên","code":"H38.5"},"score":12.7}"#;
        assert_eq!(read(text).unwrap(), "agency name|agency code|score\nBảo Yên|H38.5|12.7");
        let text = r#"{"period":{"fromDate":"2026-01-01","toDate":"2026-03-31T00:00"},"data":[{"name":"a"}]}"#;
        assert_eq!(read(text).unwrap(), "Từ ngày 01/01/2026 đến ngày 31/3/2026\nname\na");
        assert_eq!(read("{\"TEN\":\"a\"}\n{\"TEN\":\"b\"}").unwrap(), "TEN\na\nb");
    }

    #[test]
    fn a_text_without_objects_holds_no_table() {
        assert_eq!(read(r#"{"error":"Unauthorized","status":401}"#), Err(IntakeError::JsonNoTable));
        assert_eq!(read("[[1,2],[3]]"), Err(IntakeError::JsonNoTable));
        assert_eq!(read("[]"), Err(IntakeError::JsonNoTable));
    }

    #[test]
    fn json_is_told_from_text_with_separators() {
        for (text, expected) in [
            (" \n{\"a\":1}", true),
            ("[{\"a\":1}]", true),
            ("[", true),
            ("{STT;Đơn vị}", false),
            ("[1];[2]", false),
            ("STT;Đơn vị", false),
            ("\"STT\",\"Đơn vị\"", false),
        ] {
            assert_eq!(may_be(text), expected, "{text}");
        }
    }
}
