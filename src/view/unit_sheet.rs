//! Phiếu đơn vị: why a unit stands where it stands, what it lacks, and where every figure was read. Opened from the
//! ranking, closed back to it; each on a sheet of its own in print.

use maud::Markup;
use maud::html;

use super::Action;
use super::Opened;
use super::Supposing;
use super::ViewOptions;
use super::formula::named;
use super::seen::Seen;
use super::sheet_parts::components;
use super::sheet_parts::figures;
use super::sheet_parts::heading;
use super::sheet_parts::notes;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::analysis::UnitSheet;
use crate::analysis::Way;
use crate::analysis::unit_sheet;
use crate::domain::Component;
use crate::text::numbers::print_count;
use crate::text::numbers::print_decimal;
use crate::text::numbers::print_exact_percent;
use crate::text::numbers::print_missing;

pub(super) fn region(report: &Report, options: &ViewOptions) -> Markup {
    let seen = || Seen::of(report, options);
    match &options.looking.sheet {
        None => html! {},
        Some(Opened::All) if report.tables().next().is_none() => html! {},
        Some(Opened::All) => all(report, &Seen::in_order(report, options), options),
        Some(Opened::One(id)) => {
            let unit = report.units.iter().find(|unit| unit.id == *id);
            html! { @if let Some(unit) = unit { (one(report, &seen(), unit)) } }
        }
    }
}

fn one(report: &Report, seen: &Seen, unit: &UnitResult) -> Markup {
    let at = seen.units.iter().position(|(own, _)| own.id == unit.id);
    let before = at.and_then(|at| seen.units.get(at.checked_sub(1)?)).map(|(own, _)| *own);
    let after = at.and_then(|at| seen.units.get(at + 1)).map(|(own, _)| *own);
    html! {
        h2 id="sheet-heading" tabindex="-1" { "Phiếu đơn vị: " (unit.name) }
        p.actions {
            button type="button" id="sheet-close" data-event=(Action::SheetClosed.to_json()) { "Đóng phiếu" }
            " " button.quiet type="button" id="sheet-print" data-print="unit-sheet" { "In phiếu này" }
            @if let Some(before) = before { " " (turn("sheet-before", "Đơn vị trước", before)) }
            @if let Some(after) = after { " " (turn("sheet-after", "Đơn vị sau", after)) }
        }
        (article(report, unit, 3))
    }
}

fn turn(id: &str, label: &str, unit: &UnitResult) -> Markup {
    let opens = Action::SheetOpened { unit: unit.id.as_str().to_owned() };
    html! { button.quiet type="button" id=(id) data-event=(opens.to_json()) { (label) ": " (unit.short) } }
}

fn all(report: &Report, seen: &Seen, options: &ViewOptions) -> Markup {
    let part = seen.part(options);
    html! {
        h2 id="sheet-heading" tabindex="-1" {
            "Phiếu của " (part.len()) " đơn vị trong bảng" @if !part.is_all() { " (" (part.words()) ")" }
        }
        p.actions {
            button type="button" id="sheet-close" data-event=(Action::SheetClosed.to_json()) { "Đóng các phiếu" }
            " " button.quiet type="button" id="sheet-print" data-print="unit-sheet" { "In các phiếu, mỗi đơn vị một tờ" }
        }
        @for (unit, _) in &seen.units[part.range()] { (article(report, unit, 4)) }
    }
}

/// One sheet; `level` is that of its headings.
fn article(report: &Report, unit: &UnitResult, level: u8) -> Markup {
    let Some(sheet) = unit_sheet(report, &unit.id) else { return html! {} };
    html! {
        article.sheet data-sheet=(unit.id.as_str()) {
            // Of several sheets, each has its name; on paper, which has no heading of the region, every one.
            @if level > 3 { h3 { (unit.name) } } @else { p.on-paper { strong { "Phiếu đơn vị: " (unit.name) } } }
            p.lead { (sheet.sentence) }
            (period(report))
            (heading(level, "Còn thiếu bao nhiêu"))
            (lacking(unit, &sheet))
            (heading(level, "Ghi chú và căn cứ"))
            (notes(&sheet))
            (heading(level, "Tỷ lệ của nhóm, cho sẵn và tính lại"))
            (total(unit))
            (heading(level, "Mất điểm ở thành phần nào"))
            (components(unit, &sheet))
            (heading(level, "Số liệu và chỗ đọc"))
            (figures(unit, &sheet))
        }
    }
}

fn period(report: &Report) -> Markup {
    html! {
        @if report.period.is_some() || report.copies_period.is_some() {
            p.period {
                @if let Some(period) = report.period { "Kỳ của tỷ lệ: " (period.printed()) ". " }
                @if let Some(period) = report.copies_period { "Kỳ của số chứng thực điện tử: " (period.printed()) "." }
            }
        }
    }
}

fn lacking(unit: &UnitResult, sheet: &UnitSheet) -> Markup {
    // What the sheet names can be tried at once.
    let shortfall = unit.shortfall();
    let both = shortfall.percent.as_ref().and_then(|lack| lack.both.as_ref().ok().copied());
    let points = shortfall.percent.as_ref().map(|lack| lack.percent_points).filter(|_| both.is_none());
    let tries = [
        both.map(|count| (Way::Both, format!("{} hồ sơ ở cả A và B", print_count(count)))),
        points.map(|points| (Way::PercentPoints, format!("{} điểm phần trăm", print_missing(points)))),
        shortfall.copies.map(|count| (Way::Copies, format!("{} hồ sơ chứng thực", print_count(count)))),
    ];
    html! {
        @if sheet.lacking.is_empty() {
            p {
                @if unit.percent.is_none() && unit.copies.is_none() { "Chưa có tỷ lệ và số chứng thực, nên chưa nói được còn thiếu bao nhiêu." }
                @else if sheet.notes.is_empty() { "Không có ghi chú nào, nên không thiếu gì." }
                @else { "Chưa nói được còn thiếu bao nhiêu." }
            }
        } @else {
            ul.lacking { @for line in &sheet.lacking { li { (line) } } }
            p.actions {
                @for (way, words) in tries.into_iter().flatten() {
                    @let what = Supposing::Lacking { unit: unit.id.as_str().to_owned(), way };
                    button.quiet type="button" data-event=(Action::Suppose { what, value: String::new() }.to_json()) {
                        "Thử «nếu thêm " (words) "»"
                    }
                    " "
                }
            }
        }
    }
}

fn total(unit: &UnitResult) -> Markup {
    let total = &unit.total;
    html! {
        dl.facts {
            dt { "Đang dùng" }
            dd {
                @match (&total.percent, total.preset, &total.version) {
                    (Some(percent), Some(preset), Some(version)) => {
                        (print_exact_percent(percent.value)) " – cách tính: " (named(preset, version)) "; " (preset.card().formula)
                    }
                    _ => "chưa có tỷ lệ, nên không xếp hạng",
                }
            }
            @if let Some(given) = &total.given { dt { "Cho sẵn" } dd { (print_exact_percent(given.value)) } }
            @if let Some(points) = &total.given_points { dt { "Điểm cho sẵn" } dd { (print_decimal(points.value)) " trên 22" } }
            @if let Some(computed) = total.computed {
                dt { "Tính lại" }
                dd {
                    (print_exact_percent(computed))
                    @if let (Some(points), Some(max)) = (total.computed_points, total.computed_max) {
                        " (" (print_decimal(points)) " trên " (print_decimal(max)) " điểm)"
                    }
                }
            }
            @if let Some(difference) = total.difference {
                dt { "Chênh lệch" }
                dd {
                    (print_decimal(difference)) " điểm phần trăm"
                    @match total.agrees {
                        Some(true) => ", trong mức cho phép.",
                        Some(false) => ", quá mức cho phép: đối chiếu lại với cổng trước khi ban hành. Số cho sẵn vẫn được dùng.",
                        None => ".",
                    }
                }
            }
            @if total.computed.is_none() && !total.lacking.is_empty() {
                dt { "Tính lại" }
                dd { (uncomputed(unit)) }
            }
        }
    }
}

/// Why the group's percentage cannot be computed. Counts of dossiers come close to some components, and are taken for them
/// where an officer says so.
fn uncomputed(unit: &UnitResult) -> String {
    let is_close = |own: &&Component| {
        unit.scores.iter().any(|score| score.card.component == **own && score.of_dossiers && score.points().is_some())
    };
    let (close, lacking): (Vec<&Component>, Vec<&Component>) = unit.total.lacking.iter().partition(is_close);
    let letters = |components: &[&Component]| {
        components.iter().map(|own| own.letter().to_string()).collect::<Vec<_>>().join(", ")
    };
    let lack = (!lacking.is_empty()).then(|| format!("thiếu thành phần {}", letters(&lacking)));
    let near = (!close.is_empty()).then(|| {
        let close = letters(&close);
        format!("thành phần {close} mới tính gần đúng từ số đếm hồ sơ, chỉ dùng khi chọn cách tính")
    });
    let reasons: Vec<String> = lack.into_iter().chain(near).collect();
    format!("chưa tính được: {}", reasons.join("; "))
}
