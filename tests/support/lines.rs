//! The JSON of a report as short lines, one a thing, that a person can work out by hand and compare.

use serde_json::Value;

/// Longest quote shown, in characters.
const QUOTE: usize = 68;

/// `1 bao-yen 72.3 - 366 Quá thấp`: rank, unit, percentage, its note, copies, their note; `-` where there is none.
pub(crate) fn units(report: &Value) -> Vec<String> {
    let fields = ["rank", "id", "percent", "percent_note", "certified_copies", "copies_note"];
    list(&report["units"], |unit| fields.map(|field| plain(&unit[field])).join(" "))
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
