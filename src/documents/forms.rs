//! What official documents have in common: their head and their foot, after Nghị định 30/2020/NĐ-CP.

use super::fill::Known;
use super::fill::fill;
use super::fill::fill_plain;
use super::look::Role;
use super::value::Block;
use super::value::Pair;
use super::value::Paragraph;
use super::value::Run;
use crate::analysis::Issued;
use crate::analysis::Report;
use crate::analysis::Wording;

/// Width of the left column in the head and in the foot, in millimetres.
const LEFT: u16 = 62;
const LEFT_OF_FOOT: u16 = 72;

/// The motto, and what it is on paper in millimetres: the line below it is as long.
const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
const MOTTO_WIDTH: u16 = 58;

/// Who writes, the number, what it is about; the nation, the place and the day.
pub(super) fn head(report: &Report, subject: &str, number: &str, known: &Known) -> Vec<Block> {
    let wording = &report.settings.wording;
    let mut bodies = Vec::new();
    if !wording.superior.is_empty() {
        bodies.push(Paragraph::new(Role::Superior, &wording.superior));
    }
    bodies.push(Paragraph::new(Role::Issuer, &wording.issuer));
    bodies.push(Paragraph::new(Role::Line(line_below(&wording.issuer)), ""));
    let nation = vec![
        Paragraph::new(Role::Nation, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        Paragraph::new(Role::Motto, MOTTO),
        Paragraph::new(Role::Line(MOTTO_WIDTH), ""),
    ];
    // Room for the clerk's number.
    let number = if number.is_empty() { "        " } else { number };
    let number = vec![
        Paragraph::new(Role::Number, format!("Số: {}", number_and_symbol(number, &wording.symbol))),
        Paragraph::new(Role::Subject, fill_plain(subject, known)),
    ];
    let place = vec![Paragraph::new(Role::PlaceAndDay, format!("{}, {}", wording.place, day(wording.issued())))];
    let mut head = vec![Block::Pair(Pair { left: LEFT, rows: vec![[bodies, nation], [number, place]] })];
    head.extend(draft(report));
    head
}

/// The number of a document before its symbol. A single digit gets a 0, as Nghị định 30/2020 has it; a number that was typed
/// with its symbol keeps the one it was typed with.
pub(super) fn number_and_symbol(number: &str, symbol: &str) -> String {
    match number.trim().as_bytes() {
        [digit] if digit.is_ascii_digit() => format!("0{}/{symbol}", number.trim()),
        typed if typed.contains(&b'/') => number.trim().to_owned(),
        _ => format!("{number}/{symbol}"),
    }
}

/// The mark of a draft, and of figures of a period that had not ended when they were taken.
pub(super) fn draft(report: &Report) -> Option<Block> {
    let mark = match (report.settings.wording.draft, report.is_provisional()) {
        (true, true) => "DỰ THẢO – SỐ LIỆU TẠM THỜI",
        (true, false) => "DỰ THẢO",
        (false, true) => "SỐ LIỆU TẠM THỜI",
        (false, false) => return None,
    };
    Some(Block::new(Role::Draft, mark))
}

/// To whom: one on the same line, several on lines of their own.
pub(super) fn to(addressees: &[String], known: &Known) -> Vec<Block> {
    let addressees: Vec<String> = addressees.iter().map(|line| unmarked(&fill_plain(line, known))).collect();
    match addressees.as_slice() {
        [] => Vec::new(),
        [one] => vec![Block::new(Role::To, format!("Kính gửi: {one}."))],
        several => {
            let mut blocks = vec![Block::new(Role::To, "Kính gửi:")];
            blocks.extend(listed(several, Role::Addressee).into_iter().map(Block::from));
            blocks
        }
    }
}

/// The text; paragraphs that are left out altogether leave no line.
pub(super) fn body(paragraphs: &[String], known: &Known) -> Vec<Block> {
    let runs = paragraphs.iter().map(|text| fill(text, known)).filter(|runs| !runs.is_empty());
    let role = |runs: &[Run]| {
        if runs.iter().any(|run| run.text.contains("://")) { Role::BodyWithAddress } else { Role::Body }
    };
    runs.map(|runs| Paragraph { role: role(&runs), runs }.into()).collect()
}

/// Who gets it and who signs it.
pub(super) fn foot(wording: &Wording, known: &Known) -> Block {
    let recipients: Vec<String> = wording.recipients.iter().map(|line| unmarked(&fill_plain(line, known))).collect();
    let mut left = vec![Paragraph::new(Role::RecipientsTitle, "Nơi nhận:")];
    left.extend(listed(&recipients, Role::Recipient));
    let role = |at| if at == 0 { Role::Authority } else { Role::Capacity };
    let mut right: Vec<Paragraph> =
        wording.signature.iter().enumerate().map(|(at, line)| Paragraph::new(role(at), line)).collect();
    right.push(Paragraph::new(Role::Signer, &wording.signer));
    Block::Pair(Pair { left: LEFT_OF_FOOT, rows: vec![[left, right]] })
}

/// A line without the marks that the list puts around it, which whoever copies it from a letter brings along.
fn unmarked(line: &str) -> String {
    line.trim().trim_start_matches("- ").trim_end_matches([';', '.', ',', ' ']).to_owned()
}

/// Lines of a list: all but the last end with a semicolon.
fn listed(lines: &[String], role: Role) -> Vec<Paragraph> {
    let end = |at: usize| if at + 1 == lines.len() { '.' } else { ';' };
    lines.iter().enumerate().map(|(at, line)| Paragraph::new(role, format!("- {line}{}", end(at)))).collect()
}

/// The day in words, with a leading zero for days below 10 and for January and February only.
fn day(issued: Issued) -> String {
    let day = issued.day.map_or_else(|| "      ".to_owned(), |day| format!("{day:02}"));
    let month = match issued.month {
        None => "      ".to_owned(),
        Some(month @ 1..=2) => format!("{month:02}"),
        Some(month) => month.to_string(),
    };
    let year = issued.year.map_or_else(|| "        ".to_owned(), |year| year.to_string());
    format!("ngày {day} tháng {month} năm {year}")
}

/// The line below the issuer is between a third and a half of its words, in millimetres: a capital of 13 points takes a
/// little more than three.
fn line_below(issuer: &str) -> u16 {
    let letters = u16::try_from(issuer.chars().count()).unwrap_or(u16::MAX);
    (letters.saturating_mul(13) / 10).clamp(8, LEFT - 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_written_as_the_decree_writes_it() {
        let issued = |text: &str| Wording { date: text.into(), ..Wording::default() }.issued();
        assert_eq!(day(issued("05/6/2023")), "ngày 05 tháng 6 năm 2023");
        assert_eq!(day(issued("7/2/2023")), "ngày 07 tháng 02 năm 2023");
        assert_eq!(day(issued("12/2023")), "ngày        tháng 12 năm 2023");
        assert_eq!(day(issued("")), "ngày        tháng        năm         ");
    }
}
