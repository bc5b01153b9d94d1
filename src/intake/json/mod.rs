//! Answers of portals' interfaces, pasted or saved as JSON → a table: one row an object of the list that looks most like a
//! table of the field, its keys as headers. A list of metrics within each object stands under the metrics' names.

mod dated;
mod found;
mod keyed;
mod part;
mod table;
mod together;
mod tree;

use super::Beside;
use super::IntakeError;
use super::Row;
use super::grid::Budget;
use found::Found;
use together::Columns;
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

/// What an answer gives.
pub(super) struct Answer {
    pub(super) rows: Vec<Row>,
    /// How many lists it holds.
    pub(super) lists: usize,
    /// Which of them were read together, which were not read, and whether more is said to be elsewhere.
    pub(super) beside: Beside,
}

/// Tells how many known headers a row holds.
type Weighs<'weighs> = &'weighs dyn Fn(&[String]) -> usize;

/// The rows of the list that looks most like a table of the field, and of those that are one with it.
pub(super) fn read(text: &str, header_weight: Weighs<'_>) -> Result<Answer, IntakeError> {
    let budget = Budget::new();
    let mut roots = tree::parse(text, &budget)?;
    if let [Node::Fields(fields)] = roots.as_slice() {
        own(fields)?;
    }
    if roots.len() <= JUDGED {
        roots = roots.into_iter().map(|root| keyed::listed(root, header_weight)).collect();
    }
    // Values that stand one after another are a list.
    let root = if roots.len() == 1 { roots.remove(0) } else { Node::List(roots) };
    let found = found::all(&root);
    let lists = found.iter().filter(|found| found.rows.len() > 1).count().max(1);
    let best = best(&found, header_weight)?;
    let pages = found::at(&root, &found[best].trail);
    let mut beside = Beside::default();
    let kin = together::kin(&found, best, &pages, header_weight, &mut beside);
    let joined = together::joined(kin, &found[best], &mut beside)?;
    let columns = Columns::of(&joined);
    columns.fit(&joined, &budget)?;
    let mut rows = [found[best].titles.clone(), columns.header.clone()].concat();
    let mut counts = Vec::new();
    for one in &joined {
        let before = rows.len();
        for cells in columns.rows(one) {
            let letters = cells.iter().map(String::len).sum();
            budget.take(0, letters).map_err(|_| IntakeError::SheetTooLarge { limit: Budget::CELLS })?;
            rows.push(cells);
        }
        counts.push(rows.len() - before);
    }
    beside.list_part = together::lacking(&joined, &counts, &rows);
    Ok(Answer { rows: (1..).zip(rows).map(|(number, cells)| Row { number, cells }).collect(), lists, beside })
}

/// The place of what looks most like a table of the field.
fn best(found: &[Found<'_>], header_weight: Weighs<'_>) -> Result<usize, IntakeError> {
    let weights: Vec<usize> = found.iter().map(|found| found.weight(header_weight)).collect();
    // A list of units has fewer names than an object around it that takes them for its metrics.
    let rank = |at: &usize| {
        let (weight, rows) = (weights[*at], found[*at].rows.len());
        (rows > 1 && weight > 0, weight, rows)
    };
    // Of lists that look alike the first is taken: `max_by_key` would take the last.
    let mut best = (0..found.len()).rev().max_by_key(rank).ok_or(IntakeError::JsonNoTable)?;
    // One object without a known key is a message.
    if found[best].rows.len() == 1 && weights[best] == 0 {
        return Err(IntakeError::JsonNoTable);
    }
    // Units stand above their own parts, which may be more.
    for around in (0..best).rev() {
        let is_list = found[around].end > best && found[around].rows.len() > 1 && weights[around] > 0;
        if is_list && found[around].rows.are_like(&found[best].rows) {
            best = around;
        }
    }
    Ok(best)
}

/// Keys that every report of ours has.
pub const OWN_REPORT: [&str; 3] = ["units", "missing_units", "notices"];

/// Refuses what this tool has written itself and takes elsewhere.
fn own(fields: &[(String, Node)]) -> Result<(), IntakeError> {
    let has = |keys: &[&str]| keys.iter().all(|key| fields.iter().any(|(own, _)| own == key));
    if has(&OWN_REPORT) {
        Err(IntakeError::OwnReport)
    } else if has(&["compare", "thresholds"]) {
        Err(IntakeError::OwnSettings)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows by lines, cells by bars; the weight is the number of cells that hold “TEN”, “name” or “numerator”.
    fn weight(cells: &[String]) -> usize {
        let known = |cell: &&String| matches!(cell.as_str(), "TEN" | "name" | "numerator" | "agency name");
        cells.iter().filter(known).count()
    }

    fn read(text: &str) -> Result<String, IntakeError> {
        let rows = super::read(text, &weight)?.rows;
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
    fn what_is_each_objects_own_makes_no_header() {
        let text = r#"[
            {"name":"Bảo Yên","numerator":1,"tepDinhKem":[{"ten":"don-Nguyen-Van-A.pdf","loai":"pdf"},{"ten":"cccd.pdf","loai":"pdf"}]},
            {"name":"Bắc Hà","numerator":2,"tepDinhKem":[{"ten":"don-Tran-Thi-B.pdf","loai":"pdf"}]},
            {"name":"Sa Pa","numerator":3,"nguoi":[{"ten":"Lê Văn C","so":"012"}]}]"#;
        assert_eq!(read(text).unwrap(), "name|numerator\nBảo Yên|1\nBắc Hà|2\nSa Pa|3");
        // A metric that one unit alone lacks stays one.
        let text = r#"[
            {"name":"Bảo Yên","metrics":[{"code":"A","score":1},{"code":"B","score":2}]},
            {"name":"Bắc Hà","metrics":[{"code":"A","score":3},{"code":"B","score":4}]},
            {"name":"Sa Pa","metrics":[{"code":"C","score":5},{"code":"B","score":6}]}]"#;
        assert_eq!(read(text).unwrap(), "name|A score|B score|C score\nBảo Yên|1|2|\nBắc Hà|3|4|\nSa Pa||6|5");
    }

    #[test]
    fn an_object_alone_is_a_row_and_objects_within_are_joined() {
        let text = r#"{"agency":{"name":"Bảo Yên","code":"H38.5"},"score":12.7}"#;
        assert_eq!(read(text).unwrap(), "agency name|agency code|score\nBảo Yên|H38.5|12.7");
        let text = r#"{"period":{"fromDate":"2026-01-01","toDate":"2026-03-31T00:00"},"data":[{"name":"a"}]}"#;
        assert_eq!(read(text).unwrap(), "Từ ngày 01/01/2026 đến ngày 31/3/2026\nname\na");
        assert_eq!(read("{\"TEN\":\"a\"}\n{\"TEN\":\"b\"}").unwrap(), "TEN\na\nb");
    }

    /// The rows, which lists were read together, which were not, and what is said to be elsewhere.
    #[track_caller]
    fn case(text: &str, rows: &str, joined: &[&str], alike: &[&str], part: Option<&str>) {
        let Answer { beside, .. } = super::read(text, &weight).unwrap();
        assert_eq!(read(text).unwrap(), rows, "{text}");
        assert_eq!((beside.tables_joined, beside.tables_alike), (owned(joined), owned(alike)), "{text}");
        assert_eq!(beside.list_part.as_deref(), part, "{text}");
    }

    fn owned(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn lists_of_one_kind_are_one_table() {
        let rows = "TEN|score\nBảo Yên|1\nBắc Hà|2\nSa Pa|3";
        let [a, b, c] = ["Bảo Yên", "Bắc Hà", "Sa Pa"].map(|name| format!(r#"{{"TEN":"{name}","score":"#));
        let pages = format!(r#"{{"content":[{a}1}},{b}2}}]}}{{"content":[{c}3}}]}}"#);
        case(&pages, rows, &["content thứ 2"], &[], None);
        case(&format!("[{}]", pages.replace("}{", "},{")), rows, &["content thứ 2"], &[], None);
        case(&format!("[{a}1}},{b}2}}]\n[{c}3}}]"), rows, &["danh sách thứ 2"], &[], None);
        case(&format!(r#"{{"so":[{a}1}}],"huyen":[{b}2}},{c}3}}]}}"#), rows, &["so"], &[], None);
        // The province around its districts.
        case(&format!(r#"{{"TEN":"Bảo Yên","score":1,"of":[{b}2}},{c}3}}]}}"#), rows, &["phần ngoài cùng"], &[], None);
        // The same page twice.
        let twice = format!("[{a}1}},{b}2}}]\n[{a}1}},{b}2}}]");
        case(&twice, &format!("{}\nBảo Yên|1\nBắc Hà|2", &rows[..rows.len() - 8]), &["danh sách thứ 2"], &[], None);
        // Rows that each count a part of a unit.
        let part = |of: &str, at: u8| {
            format!(r#"{{"TEN":"Bảo Yên","of":"{of}","y":{at}}},{{"TEN":"Bắc Hà","of":"{of}","y":{at}}}"#)
        };
        let parts = format!("[{},{}][{}]", part("a", 1), part("b", 2), part("c", 3));
        case(
            &parts,
            "TEN|of|y\nBảo Yên|a|1\nBắc Hà|a|1\nBảo Yên|b|2\nBắc Hà|b|2\nBảo Yên|c|3\nBắc Hà|c|3",
            &["danh sách thứ 2"],
            &[],
            None,
        );
        let same = format!("[{},{}][{}]", part("a", 1), part("b", 2), part("a", 3));
        assert_eq!(super::read(&same, &weight).unwrap().beside.tables_alike, ["danh sách thứ 2"]);
        // A hundred pages of one row.
        let hundred: Vec<String> =
            (0..100).map(|at| format!(r#"{{"data":[{{"TEN":"x{at}","score":{at}}}]}}"#)).collect();
        assert_eq!(read(&format!("[{}]", hundred.join(","))).unwrap().lines().count(), 101);
    }

    #[test]
    fn lists_that_say_otherwise_or_something_else_are_told() {
        let [a, b] = ["Bảo Yên", "Bắc Hà"].map(|name| format!(r#"{{"TEN":"{name}","numerator":"#));
        let own = "TEN|numerator\nBảo Yên|1\nBắc Hà|2";
        let months = format!(r#"{{"may":[{a}1}},{b}2}}],"june":[{a}3}},{b}4}}]}}"#);
        case(&months, own, &[], &["june"], None);
        let dated =
            format!(r#"[{{"nam":2023,"x":[{a}1}},{b}2}}]}},{{"nam":2024,"x":[{{"TEN":"Sa Pa","numerator":3}}]}}]"#);
        case(&dated, &format!("Năm 2023\n{own}"), &[], &["x thứ 2"], None);
        let other = format!(r#"{{"data":[{a}1}},{b}2}}],"more":[{{"name":"x","y":1}},{{"name":"z","y":2}}]}}"#);
        case(&other, own, &[], &[], None);
        let other = other.replace("\"y\"", "\"numerator\"");
        case(&other, own, &[], &["more"], None);
        // Parts of the units are more than these, and are not they.
        let parts = |name: &str| {
            format!(
                r#"{{"agency name":"{name}","numerator":1,"of":[{{"agency name":"{name} 1","numerator":1}},{{"agency name":"{name} 2","numerator":1}},{{"agency name":"{name} 3","numerator":1}}]}}"#
            )
        };
        let tree = format!("[{},{}]", parts("Bảo Yên"), parts("Bắc Hà"));
        case(&tree, "agency name|numerator\nBảo Yên|1\nBắc Hà|1", &[], &["of (bên trong từng dòng)"], None);
    }

    #[test]
    fn what_an_answer_says_of_other_pages_is_told() {
        let list = r#"[{"TEN":"Bảo Yên","numerator":1200},{"TEN":"Bắc Hà","numerator":90}]"#;
        for (around, part) in [
            (r#""totalElements":2"#, None),
            (r#""totalElements":1290"#, Some("totalElements: 1290; trong tệp: 2")),
            (r#""page":{"size":2,"total":3}"#, Some("total: 3; trong tệp: 2")),
            (r#""recordsTotal":3,"recordsFiltered":2"#, None),
            (r#""total":"3""#, Some("total: 3; trong tệp: 2")),
            (r#""total":1290"#, None), // their sum
            (r#""total":1290,"limit":2"#, Some("total: 1290; trong tệp: 2")),
            (r#""sum":{"total":1300}"#, None),
            (r#""totalPages":2"#, Some("totalPages: 2; trong tệp: 2")),
            (r#""totalPages":1"#, None),
            (r#""hasNext":true"#, Some("hasNext: true; trong tệp: 2")),
            (r#""last":true"#, None),
            (r#""count":3,"next":"http://a/?page=2""#, Some("count: 3; trong tệp: 2")),
        ] {
            case(&format!(r#"{{"rows":{list},{around}}}"#), "TEN|numerator\nBảo Yên|1200\nBắc Hà|90", &[], &[], part);
        }
    }

    #[test]
    fn rows_below_keys_and_columns_below_names_are_lists() {
        for (text, expected) in [
            (
                r#"{"a":{"TEN":"Bảo Yên","numerator":1},"b":{"TEN":"Bắc Hà","x":2}}"#,
                "|TEN|numerator|x\na|Bảo Yên|1|\nb|Bắc Hà||2",
            ),
            (r#"{"nam":2023,"a":{"TEN":"x"},"b":{"TEN":"y"}}"#, "Năm 2023\n|TEN\na|x\nb|y"),
            (r#"{"TEN":["x","y"],"numerator":[1,null]}"#, "TEN|numerator\nx|1\ny|"),
            (r#"{"TEN":{"0":"x","1":"y"},"numerator":{"0":1,"1":2}}"#, "TEN|numerator\nx|1\ny|2"),
            (
                r#"{"numerator":{"Bảo Yên":1,"Bắc Hà":2},"z":{"Bảo Yên":3,"Bắc Hà":4}}"#,
                "|numerator|z\nBảo Yên|1|3\nBắc Hà|2|4",
            ),
            // Of other lengths, of other rows: no columns.
            (r#"{"numerator":["a"],"z":[1,2],"data":[{"TEN":"x"}]}"#, "TEN\nx"),
            // What is known of one unit.
            (r#"{"TEN":"x","MDSH":{"p":1,"q":2},"CKMB":{"p":3,"q":4}}"#, "TEN|MDSH p|MDSH q|CKMB p|CKMB q\nx|1|2|3|4"),
        ] {
            assert_eq!(read(text).unwrap(), expected, "{text}");
        }
        let twice = r#"[{"TEN":"x","numerator":1,"numerator":2,"y":3,"TEN":"z","y":null}]"#;
        assert_eq!(read(twice).unwrap(), "TEN|numerator|y\nz|1|\nz|2|");
    }

    #[test]
    fn lists_of_cells_are_rows() {
        let rows = "TEN|numerator\nBảo Yên|1.5\nBắc Hà|";
        let cells = r#"["Bảo Yên",1.5],["Bắc Hà",null]"#;
        case(&format!(r#"[["TEN","numerator"],{cells}]"#), rows, &[], &[], None);
        for header in [r#""columns":["TEN","numerator"]"#, r#""aoColumns":[{"sTitle":"TEN"},{"title":"numerator"}]"#] {
            case(&format!(r#"{{{header},"index":[0,1],"recordsTotal":2,"data":[{cells}]}}"#), rows, &[], &[], None);
        }
        // Headers of another width are not theirs.
        case(&format!(r#"{{"columns":["TEN"],"data":[{cells}]}}"#), &rows[14..], &[], &[], None);
        let pages = r#"[["TEN","numerator"],["Bảo Yên",1.5]][["TEN","numerator"],["Bắc Hà",null]]"#;
        case(pages, rows, &["danh sách thứ 2"], &[], None);
    }

    #[test]
    fn objects_that_only_hold_others_give_their_keys_alone() {
        let row = |inner: &str| format!(r#"[{{"TEN":"Bảo Yên",{inner}}}]"#);
        for (inner, expected) in [
            (r#""groupScores":{"CKMB":1,"MDSH":2}"#, "TEN|CKMB|MDSH\nBảo Yên|1|2"),
            (r#""MDSH":1,"groupScores":{"MDSH":2}"#, "TEN|MDSH|groupScores MDSH\nBảo Yên|1|2"),
            (r#""scores":{"MDSH":1},"attributes":{"MDSH":2}"#, "TEN|scores MDSH|attributes MDSH\nBảo Yên|1|2"),
            (r#""targets":{"MDSH":1}"#, "TEN|targets MDSH\nBảo Yên|1"),
            (
                r#""componentIndicators":{"MDSH_SoHoaHoSo":{"score":1,"ratio":2,"metrics":[{"code":"A","score":3}]},"TOTAL_SCORE":{"x":4}}"#,
                "TEN|MDSH So Hoa Ho So score|MDSH So Hoa Ho So tỷ lệ|A score|TOTAL_SCORE x\nBảo Yên|1|2|3|4",
            ),
        ] {
            assert_eq!(read(&row(inner)).unwrap(), expected, "{inner}");
        }
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
