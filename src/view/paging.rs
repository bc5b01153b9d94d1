//! Long tables by pages. A page holds so many rows that those of a province never turn any; paper and files hold all.

use std::ops::Range;

use maud::Markup;
use maud::html;

use super::Action;
use crate::text::numbers::print_count;

/// Rows of a page: the 99 communes and the departments of a province stay on one.
pub(super) const ROWS: usize = 200;

/// Trang đang xem: which rows of how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    from: usize,
    to: usize,
    of: usize,
}

impl Part {
    /// The rows of a page, counted from 0; beyond the last page those of the last one.
    pub(super) fn of(rows: usize, page: usize) -> Self {
        let from = page.min(rows.saturating_sub(1) / ROWS) * ROWS;
        Self { from, to: rows.min(from + ROWS), of: rows }
    }

    /// All rows.
    pub(super) const fn all(rows: usize) -> Self {
        Self { from: 0, to: rows, of: rows }
    }

    pub(super) const fn range(&self) -> Range<usize> {
        self.from..self.to
    }

    pub(super) const fn len(&self) -> usize {
        self.to - self.from
    }

    pub(super) const fn is_all(&self) -> bool {
        self.len() == self.of
    }

    const fn page(&self) -> usize {
        self.from / ROWS
    }

    const fn last(&self) -> usize {
        self.of.saturating_sub(1) / ROWS
    }

    /// Which they are: `201–400 trên 10.000`.
    pub(super) fn words(&self) -> String {
        let count = |count: usize| print_count(count as u64);
        format!("{}–{} trên {}", count(self.from + 1), count(self.to), count(self.of))
    }
}

/// The page that is looked at, and the way to others; nothing where there is but one. Below the table they lead back to its
/// top, so that a page is read from its beginning.
pub(super) fn pages(part: &Part, below: bool) -> Markup {
    if part.is_all() {
        return html! {};
    }
    let (page, last) = (part.page(), part.last());
    let place = if below { "-below" } else { "" };
    let turn = |id: &str, label: &str, to: usize| {
        html! {
            // Not disabled: who has just turned to the last page would lose his place.
            button.quiet type="button" id={ "page-" (id) (place) } aria-disabled=[(to == page).then_some("true")]
                data-event=(Action::PageTurned { page: to, top: below }.to_json()) { (label) }
            " "
        }
    };
    html! {
        nav.pages aria-label=(if below { "Trang của bảng, dưới bảng" } else { "Trang của bảng" }) {
            @if !below {
                p.on-paper {
                    "Bản in này chỉ có đơn vị " (part.words()) " của bảng. Để in đủ, bấm nút «In bảng kết quả (A4)» trên trang."
                }
            }
            p id=[(!below).then_some("pages-now")] tabindex=[(!below).then_some("-1")] { "Đơn vị " (part.words()) ", trang " (page + 1) "/" (last + 1) }
            p {
                (turn("first", "Trang đầu", 0))
                (turn("before", "Trang trước", page.saturating_sub(1)))
                (turn("after", "Trang sau", last.min(page + 1)))
                (turn("last", "Trang cuối", last))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_holds_two_hundred_rows_and_the_last_one_what_is_left() {
        #[track_caller]
        fn case(rows: usize, page: usize, expected: Range<usize>, all: bool) {
            let part = Part::of(rows, page);
            assert_eq!((part.range(), part.is_all()), (expected, all));
        }
        case(0, 0, 0..0, true);
        case(99, 0, 0..99, true);
        case(200, 0, 0..200, true);
        case(201, 0, 0..200, false);
        case(201, 1, 200..201, false);
        case(10_000, 49, 9_800..10_000, false);
        // A filter left fewer than there were when the page was turned.
        case(450, 49, 400..450, false);
        case(99, 3, 0..99, true);
    }

    #[test]
    fn a_page_says_which_units_it_holds() {
        assert_eq!(Part::of(10_000, 49).words(), "9.801–10.000 trên 10.000");
    }
}
