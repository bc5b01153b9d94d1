//! What the law calls things on a day: the rules on the one-stop mechanism, the desks, the local bodies.

use crate::analysis::Report;
use crate::domain::Day;

/// What is in force from a day on.
#[derive(Debug)]
pub(super) struct Law {
    /// The first day: year, month, day.
    from: (u16, u8, u8),
    /// The rules on dossiers that are received outside a one-stop desk.
    pub(super) one_stop: &'static str,
    /// Where dossiers are received.
    pub(super) desk: &'static str,
    /// The local bodies a letter is sent to.
    pub(super) local_bodies: &'static str,
}

const DISTRICTS: &str = "UBND các huyện, thị xã, thành phố";
const ONE_STOP_DESK: &str = "Bộ phận một cửa/Bộ phận tiếp nhận hồ sơ";

/// Newest first. Nghị định 61/2018 is replaced by Nghị định 118/2025, which names no case like point 5 of article 14: its
/// article is left to the officer.
const ALL: [Law; 3] = [
    Law {
        from: (2025, 7, 1),
        one_stop: "Nghị định số 118/2025/NĐ-CP",
        desk: "Trung tâm Phục vụ hành chính công/Bộ phận tiếp nhận hồ sơ",
        local_bodies: "UBND các xã, phường",
    },
    Law {
        from: (2021, 12, 6),
        one_stop: "khoản 5 Điều 14 Nghị định số 61/2018/NĐ-CP, được sửa đổi, bổ sung bởi Nghị định số 107/2021/NĐ-CP",
        desk: ONE_STOP_DESK,
        local_bodies: DISTRICTS,
    },
    Law {
        from: (1900, 1, 1),
        one_stop: "khoản 5 Điều 14 Nghị định số 61/2018/NĐ-CP",
        desk: ONE_STOP_DESK,
        local_bodies: DISTRICTS,
    },
];

/// What is in force when a document about a report is issued: on its day, else on the last day of its periods, else in the
/// time of its catalogue.
pub(super) fn law(report: &Report) -> &'static Law {
    let issued = report.settings.wording.issued();
    let set = issued.year.map(|year| (year, issued.month.unwrap_or(1), issued.day.unwrap_or(1)));
    // A year alone does not tell on which side of its middle a document was issued.
    let set = set.filter(|(year, ..)| issued.month.is_some() || *year != 2025);
    let date = |day: Day| (day.year(), day.month(), day.day());
    let of_data = || report.period.or(report.copies_period).map(|period| date(period.to));
    let of_catalogue = || if report.catalogue.id == "laocai-2025" { (2025, 7, 1) } else { (2023, 6, 1) };
    let on = set.or_else(of_data).unwrap_or_else(of_catalogue);
    ALL.iter().find(|law| law.from <= on).unwrap_or(&ALL[2])
}
