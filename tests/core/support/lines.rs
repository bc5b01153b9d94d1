//! The JSON of a report as short lines, one a thing, that a person can work out by hand and compare.

use serde_json::Value;
use sohoa::analysis::Report;
use sohoa::columns::Question;
use sohoa::domain::Component;

/// Longest quote shown, in characters.
const QUOTE: usize = 68;

/// `1 bao-yen 72.3 - 366 Quá thấp`: rank, unit, percentage, its note, copies, their note; `-` where there is none.
pub(crate) fn units(report: &Value) -> Vec<String> {
    let fields = ["rank", "id", "percent", "percent_note", "certified_copies", "copies_note"];
    list(&report["units"], |unit| fields.map(|field| plain(&unit[field])).join(" "))
}

/// `bao-yen 200 160 180 162 - 50`: dossiers received, digitised, completed, with an electronic result, with both, used
/// again; a line a unit that has any.
pub(crate) fn figures(report: &Value) -> Vec<String> {
    let counts = ["received", "received_digitised", "completed", "completed_e_result", "both", "reused"];
    let line = |unit: &Value| {
        let counts: Vec<String> = counts.iter().map(|count| plain(&unit["figures"][count])).collect();
        format!("{} {}", plain(&unit["id"]), counts.join(" "))
    };
    let has_any = |line: &String| line.split(' ').skip(1).any(|count| count != "-");
    list(&report["units"], line).into_iter().filter(has_any).collect()
}

/// `bao-yen A 752/1000 75.2 4.51, B 243/1000 24.3 0.97`: numerator, denominator, percentage and points of each component
/// that has any of its own; a line a unit that has one. What counts of dossiers come close to is left out.
pub(crate) fn components(report: &Value) -> Vec<String> {
    let letter = |code: &str| {
        let at = Component::ALL.iter().position(|component| component.code() == code).expect("a component's code");
        ["A", "B", "C", "D", "E", "F", "G"][at]
    };
    let component = |component: &Value| {
        let [numerator, denominator, percent, points] =
            ["numerator", "denominator", "percent", "points"].map(|key| plain(&component[key]));
        format!("{} {numerator}/{denominator} {percent} {points}", letter(&plain(&component["code"])))
    };
    let own = |component: &&Value| component["basis"] != "dossiers";
    let of_unit = |unit: &Value| -> Vec<String> {
        unit["components"].as_array().expect("a list").iter().filter(own).map(component).collect()
    };
    let unit = |unit: &Value| (plain(&unit["id"]), of_unit(unit).join(", "));
    let units = report["units"].as_array().expect("a list").iter().map(unit);
    units
        .filter(|(_, components)| !components.is_empty())
        .map(|(id, components)| format!("{id} {components}"))
        .collect()
}

/// `van-ban 1 0.22 220 322`: percentage points, points, dossiers in both A and B, copies missing to leave the notes; a line
/// a unit that lacks any.
pub(crate) fn shortfall(report: &Value) -> Vec<String> {
    let fields = ["percent_points", "points", "dossiers_both", "copies"];
    let lacks = |unit: &&Value| fields.iter().any(|field| !unit["shortfall"][field].is_null());
    let line = |unit: &Value| {
        format!("{} {}", plain(&unit["id"]), fields.map(|field| plain(&unit["shortfall"][field])).join(" "))
    };
    report["units"].as_array().expect("a list").iter().filter(lacks).map(line).collect()
}

/// What only an officer can tell: `column group_percent «Số hóa hồ sơ»`, `numbers certified_copies «1.343»`,
/// `status «Chờ ký số» 2 5` (dossiers, first row).
pub(crate) fn questions(report: &Report) -> Vec<String> {
    let question = |question: &Question| match question {
        Question::Column { field, candidates } => {
            let headers: Vec<String> = candidates.iter().map(|(header, _)| format!("«{}»", header.text)).collect();
            format!("column {} {}", field.code(), headers.join(" "))
        }
        Question::Numbers { field, example, .. } => format!("numbers {} «{example}»", field.code()),
        Question::Status { text, dossiers, row } => format!("status «{text}» {dossiers} {row}"),
    };
    report.tables().flat_map(|file| &file.table.questions).map(question).collect()
}

/// `percent-sign-repeated 1 phu-luc.txt 6:3 «53,9%%»`: code, count, first place, what stood there.
pub(crate) fn notices(report: &Value) -> Vec<String> {
    list(&report["notices"], |notice| {
        let place = &notice["places"][0];
        let found: String = plain(&place["found"]).chars().take(QUOTE).collect();
        let [code, count, file, row, column] =
            [&notice["code"], &notice["count"], &place["file"], &place["row"], &place["column"]].map(plain);
        format!("{code} {count} {file} {row}:{column} «{found}»")
    })
}

/// Whether a notice says what a table in a test lacks, by its code or line: units, or components of the group.
pub(crate) fn is_lack(line: &str) -> bool {
    line.starts_with("unit-missing") || line.starts_with("formula-lacks")
}

/// The codes of what was noticed, but for what the table lacks.
pub(crate) fn codes(report: &Value) -> Vec<String> {
    list(&report["notices"], |notice| plain(&notice["code"])).into_iter().filter(|code| !is_lack(code)).collect()
}

/// `phu-luc.txt utf-8 TAB appendix header 1 data 9 skipped 0`.
pub(crate) fn files(report: &Value) -> Vec<String> {
    list(&report["files"], |file| {
        let [name, encoding, delimiter, shape, header, data, skipped] =
            ["name", "encoding", "delimiter", "shape", "header_row", "data_rows", "skipped_rows"]
                .map(|field| plain(&file[field]));
        let delimiter = delimiter.replace('\t', "TAB");
        format!("{name} {encoding} {delimiter} {shape} header {header} data {data} skipped {skipped}")
    })
}

/// `ordinal unit group_percent`: the meaning of each column of a file.
pub(crate) fn columns(report: &Value) -> Vec<String> {
    list(&report["files"], |file| list(&file["columns"], |column| plain(&column["meaning"])).join(" "))
}

/// `a.csv 12 Lào Cai -> tp-lao-cai`.
pub(crate) fn unmatched(report: &Value) -> Vec<String> {
    list(&report["unmatched"], |row| {
        let [file, at, name] = ["file", "row", "name"].map(|field| plain(&row[field]));
        format!("{file} {at} {name} -> {}", list(&row["suggestions"], plain).join(" ")).trim_end().to_owned()
    })
}

/// The ids of the units that no file names.
pub(crate) fn missing(report: &Value) -> Vec<String> {
    list(&report["missing_units"], plain)
}

/// `2020-01-01..2023-06-05`, or nothing.
pub(crate) fn period(period: &Value) -> String {
    if period["from"].is_null() {
        String::new()
    } else {
        format!("{}..{}", plain(&period["from"]), plain(&period["to"]))
    }
}

/// A value without quotes, `-` for none.
pub(crate) fn plain(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn list(value: &Value, line: impl Fn(&Value) -> String) -> Vec<String> {
    value.as_array().expect("a list").iter().map(line).collect()
}

/// What a file says of Bảo Yên: percentage, certified copies, then received, digitised, completed, with a result, both,
/// reused.
pub(crate) fn bao_yen(report: &Value) -> String {
    let unit = units(report).into_iter().find(|line| line.contains(" bao-yen ")).unwrap_or_default();
    let cells: Vec<&str> = unit.split(' ').collect();
    let counts = figures(report).into_iter().find_map(|line| Some(line.strip_prefix("bao-yen ")?.to_owned()));
    match cells[..] {
        [_, _, percent, ..] => {
            let copies = report["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "bao-yen").unwrap();
            format!(
                "{percent} {} {}",
                plain(&copies["certified_copies"]),
                counts.unwrap_or_else(|| "- - - - - -".to_owned())
            )
        }
        _ => String::new(),
    }
}
