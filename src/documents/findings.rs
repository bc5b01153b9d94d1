//! Lưu ý: what was noticed in the data, to be sent to the unit that has to mend it. What was seen, what it means and what to
//! do stand once for each kind, above a table of its places: two thousand rows that repeat three sentences are not read.

use super::forms;
use super::look::Align;
use super::look::Role;
use super::method::method_beside_notices;
use super::names;
use super::value::Block;
use super::value::Document;
use super::value::Page;
use super::value::Paragraph;
use super::value::Run;
use super::value::Table;
use super::value::TableColumn;
use crate::analysis::Report;
use crate::notices::Notice;
use crate::notices::Seen;
use crate::text::numbers::print_count;

/// What was noticed, gravest first, and on a page of its own how the report was made.
#[must_use]
pub fn findings(report: &Report) -> Document {
    let mut blocks = Vec::new();
    blocks.extend(forms::draft(report));
    blocks.push(Block::new(Role::AppendixTitle, "LƯU Ý VỀ SỐ LIỆU"));
    let files: Vec<&str> = report.files.iter().map(|file| file.name.as_str()).collect();
    let period = report.period.map(|period| format!("Số liệu {}. ", names::of_period(period))).unwrap_or_default();
    blocks.push(Block::new(Role::AppendixReference, format!("({period}Tệp: {})", files.join(", "))));
    blocks.push(Block::new(Role::Line(50), ""));
    let notices = report.notices.sorted();
    if notices.is_empty() {
        blocks.push(Block::new(Role::Body, "Không có lưu ý nào: mọi dòng, mọi ô đều đọc được nguyên vẹn."));
    }
    for (number, notice) in (1..).zip(notices) {
        blocks.extend(of_kind(report, number, notice));
    }
    Document {
        title: "Lưu ý về số liệu".into(),
        name: "luu-y-so-lieu".into(),
        pages: vec![Page { lying: false, blocks }, method_beside_notices(report)],
    }
}

/// The three sentences of a kind, and its places.
fn of_kind(report: &Report, number: usize, notice: &Notice) -> Vec<Block> {
    let code = notice.code;
    let heading = format!("{number}. {}: {}", code.severity().label(), code.seen());
    let times = format!("{} chỗ. ", print_count(notice.count));
    let what = vec![plain(times), bold("Với kết quả: "), plain(format!("{} ", code.effect()))];
    let to_do = [bold("Nên làm: "), plain(code.remedy().to_owned())];
    let runs = what.into_iter().chain(to_do).collect();
    vec![
        Block::new(Role::Heading, heading.clone()),
        Paragraph { role: Role::Note, runs }.into(),
        Block::Table(places(report, notice, heading)),
    ]
}

fn plain(text: String) -> Run {
    Run { text, bold: false }
}

fn bold(text: &str) -> Run {
    Run { text: text.to_owned(), bold: true }
}

/// A row for each place kept, and one that counts those beyond. Together the columns fill an upright page.
fn places(report: &Report, notice: &Notice, caption: String) -> Table {
    let column = |header: &str, width, align| TableColumn { header: header.into(), width, align };
    let row = |(number, seen): (usize, &Seen)| {
        let place = &seen.place;
        let within = place.within_file();
        let within = if within.is_empty() { "cả tệp".to_owned() } else { within };
        vec![number.to_string(), place.file.clone(), within, report.found(notice.code, seen)]
    };
    let mut rows: Vec<Vec<String>> = (1..).zip(&notice.seen).map(row).collect();
    let beyond = notice.count.saturating_sub(notice.seen.len() as u64);
    if beyond > 0 {
        let told = format!("… và {} chỗ nữa", print_count(beyond));
        rows.push(vec![String::new(), String::new(), String::new(), told]);
    }
    Table {
        caption,
        columns: vec![
            column("STT", 14, Align::Center),
            column("Tệp", 46, Align::Left),
            column("Vị trí", 42, Align::Left),
            column("Nội dung tại chỗ", 58, Align::Left),
        ],
        rows,
    }
}
