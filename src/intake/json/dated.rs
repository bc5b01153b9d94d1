//! The period that an object names, as the titles above a table: its days, or its year with a month, a quarter, a half.

use std::fmt::Write as _;

use super::Node;
use super::table::value;
use crate::domain::Day;
use crate::domain::Period;
use crate::text::Moment;
use crate::text::NO_MONTH;
use crate::text::fold;
use crate::text::garbled_period;
use crate::text::moment;
use crate::text::period_of_titles;

/// Longest text that is read as a day or a number of a period, in bytes.
const LONGEST: usize = 200;

/// Keys of parts of a year, without the `p` that systems put before them, with the word that titles have for them: those
/// whose value is a number of order, and those of texts.
const PARTS: [(&[&str], &str); 5] = [
    (&["thang", "month", "thangbaocao"], "Tháng"),
    (&["quy", "quarter", "quybaocao"], "Quý"),
    (&["6thang", "sauthang", "halfyear", "half"], "6 tháng"),
    (&["tuan", "week"], "Tuần"),
    (&["ky", "kybaocao", "kythongke", "period", "reportperiod", "dot", "tuquy", "denquy", "9thang", "chinthang"], ""),
];
/// Keys of two months.
const ENDS: [[&str; 2]; 2] = [["tuthang", "denthang"], ["frommonth", "tomonth"]];
/// Keys of titles, which may name no period.
const TITLES: [&str; 6] = ["title", "tieude", "reporttitle", "reportname", "tenbaocao", "tenbang"];

/// Rows above the table: the period that an object around it names, itself or in an object beside, in the words of an
/// office.
pub(super) fn titles(fields: &[(String, Node)]) -> Vec<Vec<String>> {
    let beside = fields.iter().filter_map(|(_, node)| if let Node::Fields(own) = node { Some(own) } else { None });
    let named = [said(fields)].into_iter().chain(beside.map(|own| said(own))).find(|titles| !titles.is_empty());
    named.unwrap_or_default().into_iter().map(|title| vec![title]).collect()
}

/// The titles that an object's own keys make.
fn said(fields: &[(String, Node)]) -> Vec<String> {
    let keyed: Vec<(String, &str, String)> =
        fields.iter().filter_map(|(key, node)| Some((fold(key).replace(' ', ""), key.as_str(), text(node)?))).collect();
    let of =
        |keys: &[&str]| keyed.iter().find(|(key, ..)| keys.contains(&key.as_str())).map(|(.., text)| text.as_str());
    let (from, to) = (of(&["tungay", "fromdate", "startdate", "from"]), of(&["denngay", "todate", "enddate", "to"]));
    if let (Some(from), Some(to)) = (from.and_then(day), to.and_then(day)) {
        return vec![format!("Từ ngày {} đến ngày {}", from.printed(), to.printed())];
    }
    let year = of(&["pnam", "nam", "year", "nambaocao"]).and_then(|text| {
        text.trim_matches(|letter: char| !letter.is_ascii_digit()).parse::<u16>().ok().filter(|year| *year > 0)
    });
    let mut titles: Vec<String> = of_parts(&keyed, year).into_iter().collect();
    for (_, _, text) in keyed.iter().filter(|(key, ..)| TITLES.contains(&key.as_str())) {
        let with = [titles.as_slice(), std::slice::from_ref(text)].concat();
        if period_of_titles(&with) != period_of_titles(&titles) || garbled_period(&with) != garbled_period(&titles) {
            titles = with;
        }
    }
    titles
}

/// The title that a year and its parts make. Parts that are not understood, or do not lie within each other, are told: they
/// are no whole year.
fn of_parts(keyed: &[(String, &str, String)], year: Option<u16>) -> Option<String> {
    let mut named: Vec<(String, Option<Period>)> = Vec::new();
    let mut quoted = String::new();
    for (key, own, text) in keyed {
        let is_one = |keys: &[&str]| keys.iter().any(|one| key == one || key.strip_prefix('p') == Some(one));
        let ends = ENDS.iter().find(|ends| is_one(&ends[..]));
        let of_part = PARTS.iter().find(|(keys, _)| is_one(keys));
        let Some(word) = of_part.map(|(_, word)| *word).or(ends.map(|_| "Từ")) else { continue };
        // Of what portals do not ask for they say 0 or “Tất cả”.
        let is_whole = matches!(fold(text).as_str(), "" | "false" | "all" | "tat ca" | "ca nam") || text == "-1";
        if is_whole || text.parse() == Ok(0_u16) {
            continue;
        }
        let _ = write!(quoted, "{own}: {text}, ");
        let alone = format!("Kỳ báo cáo: {text}");
        let title = year.map(|year| match (word, ends) {
            (_, Some(ends)) => {
                let of = |end: &str| keyed.iter().find(|(key, ..)| key == end).map_or("?", |(.., text)| text);
                format!("Từ tháng {} đến tháng {}/{year}", of(ends[0]), of(ends[1]))
            }
            ("6 tháng", _) if text == "1" => format!("6 tháng đầu năm {year}"),
            ("6 tháng", _) if text == "2" => format!("6 tháng cuối năm {year}"),
            // What the number of a “kỳ” means nobody knows.
            ("", _) if text.parse::<u16>().is_err() => format!("{alone}/{year}"),
            ("Tháng" | "Quý", _) => format!("{word} {text}/{year}"),
            _ => String::new(),
        });
        let read = |title: &String| period_of_titles(std::slice::from_ref(title));
        // “Loại kỳ: THÁNG” stands beside the month.
        let says_kind = word.is_empty() && !text.bytes().any(|byte| byte.is_ascii_digit());
        match title.filter(|title| read(title).is_some()).or_else(|| read(&alone).map(|_| alone.clone())) {
            Some(title) => named.push((title.clone(), read(&title))),
            None if says_kind => {}
            None => named.push((alone, None)),
        }
    }
    let Some(year) = year else {
        // A month may say its own year.
        let is_told = |title: &String| garbled_period(std::slice::from_ref(title)).is_some();
        return named.into_iter().find(|(title, found)| found.is_some() || is_told(title)).map(|(title, _)| title);
    };
    if quoted.is_empty() {
        return Some(format!("Năm {year}"));
    }
    let whole = Period::months(year, 1, 12);
    let shortest = named.iter().min_by_key(|(_, found)| found.map(Period::days));
    let (title, own) = shortest.map_or(("", None), |(title, found)| (title.as_str(), *found));
    let mut around = named.iter().map(|(_, found)| *found).chain([whole]);
    let is_within = |around: Option<Period>| {
        around.zip(own).is_some_and(|(around, own)| around.from <= own.from && own.to <= around.to)
    };
    Some(if around.all(is_within) { title.to_owned() } else { format!("{quoted}{NO_MONTH}{year}") })
}

/// What a key holds, a list's values one behind the other.
fn text(node: &Node) -> Option<String> {
    let text = match node {
        Node::List(nodes) => nodes.iter().map(value).collect::<Option<Vec<_>>>()?.join(", "),
        node => value(node)?.trim().to_owned(),
    };
    Some(text).filter(|text| text.len() < LONGEST)
}

/// A day, also as systems count it: in seconds or thousandths since 1970 at Greenwich.
fn day(text: &str) -> Option<Day> {
    if let Some(Moment::Day(day)) = moment(text) {
        return Some(day);
    }
    let stamp = text.parse::<u64>().ok()?;
    let seconds = match text.len() {
        10 => stamp,
        13 => stamp / 1000,
        _ => return None,
    };
    Day::from_serial(u32::try_from((seconds + 7 * 3600) / 86_400).ok()? + 25_569)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the titles of an object say: a period, or what is told of one.
    fn of(fields: &[(&str, &str)]) -> String {
        let node = |text: &str| Node::Text(text.to_owned());
        let node = |text: &str| match text.strip_prefix('[') {
            Some(list) => Node::List(list.split(' ').map(node).collect()),
            None => node(text),
        };
        let fields: Vec<(String, Node)> = fields.iter().map(|(key, text)| ((*key).to_owned(), node(text))).collect();
        let titles: Vec<String> = titles(&fields).concat();
        let told = || garbled_period(&titles).map(|(_, quoted)| format!("? {quoted}")).unwrap_or_default();
        period_of_titles(&titles).map_or_else(told, |period| format!("{}..{}", period.from, period.to))
    }

    #[test]
    fn parts_of_a_year_are_read_as_titles_are() {
        let (june, quarter) = ("2023-06-01..2023-06-30", "2023-04-01..2023-06-30");
        let (half, year) = ("2023-01-01..2023-06-30", "2023-01-01..2023-12-31");
        let nam = ("nam", "2023");
        for (said, expected) in [
            (("quy", "II"), quarter),
            (("quy", "Quý II"), quarter),
            (("p_quy", "II"), quarter),
            (("quy", "2"), quarter),
            (("thang", "[4 5 6"), quarter),
            (("thang", "Tháng 6"), june),
            (("thang", "06"), june),
            (("thang", "Tháng 6/2023"), june),
            (("thang", "sáu"), june),
            (("kyBaoCao", "Tháng 6"), june),
            (("kyBaoCao", "6 tháng đầu năm"), half),
            (("kyBaoCao", "Quý II/2023"), quarter),
            (("kyBaoCao", "Năm"), year),
            (("sauThang", "1"), half),
            (("p_6thang", "2"), "2023-07-01..2023-12-31"),
            (("p_thang", "0"), year),
            (("quy", "Tất cả"), year),
            (("title", "Báo cáo tháng 6"), june),
            (("title", "Kết quả số hóa"), year),
        ] {
            assert_eq!(of(&[nam, said]), expected, "{said:?}");
            assert_eq!(of(&[said, nam]), expected, "{said:?}");
        }
        assert_eq!(of(&[nam, ("tuThang", "4"), ("denThang", "6")]), quarter);
        assert_eq!(of(&[("nam", "Năm 2023"), ("quy", "II"), ("thang", "6"), ("kyBaoCao", "THÁNG")]), june);
        assert_eq!(of(&[("kyBaoCao", "Tháng 6/2023")]), june);
        assert_eq!(of(&[("title", "Báo cáo tháng 6/2023")]), june);
        assert_eq!(of(&[("period", "2023-06")]), june);
        assert_eq!(of(&[("fromDate", "1685552400000"), ("toDate", "1688144399000")]), june);
        assert_eq!(of(&[("fromDate", "1685552400"), ("toDate", "1688144399")]), june);
        assert_eq!(of(&[("nam", "2023"), ("kyBaoCao", "202306")]), june);
    }

    #[test]
    fn a_part_that_is_not_understood_is_told_and_never_the_year() {
        let nam = ("nam", "2023");
        for (said, quoted) in [
            (("thang", "June"), "thang: June"),
            (("month", "June"), "month: June"),
            (("thang", "13"), "thang: 13"),
            (("p_quy", "5"), "p_quy: 5"),
            (("tuan", "23"), "tuan: 23"),
            (("tuThang", "4"), "tuThang: 4"),
            (("sauThang", "3"), "sauThang: 3"),
            (("thang", "[4 7"), "thang: 4, 7"),
            (("ky", "6"), "ky: 6"),
            (("kyBaoCao", "Quý"), "kyBaoCao: Quý"),
            (("kyBaoCao", "202313"), "kyBaoCao: 202313"),
            (("thang", "Tháng 6/2022"), "thang: Tháng 6/2022"),
        ] {
            assert_eq!(of(&[nam, said]), format!("? {quoted}, tháng ?/2023"));
        }
        assert_eq!(of(&[nam, ("thang", "6"), ("quy", "3")]), "? thang: 6, quy: 3, tháng ?/2023");
        assert_eq!(of(&[nam, ("thang", "6"), ("tuan", "23")]), "? thang: 6, tuan: 23, tháng ?/2023");
        assert_eq!(of(&[nam, ("kyBaoCao", "202206")]), "? kyBaoCao: 202206, tháng ?/2023");
        assert_eq!(of(&[("kyBaoCao", "Tuần 23/2023")]), "? Kỳ báo cáo: Tuần 23/2023");
        assert_eq!(of(&[nam, ("thang", "5"), ("title", "Tháng 6/2023")]), "? Tháng 5/2023 / Tháng 6/2023");
    }
}
