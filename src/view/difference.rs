//! What differs between two markups of one region, element by element: of a table whose limit moves, some cells. The page
//! writes these alone; it parses no other, compares no other, and lays out what they move.

use std::ops::Range;

use memchr::memchr;
use serde::Serialize;

use crate::domain::Map;

/// Elements without content, which have no end.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

/// What a person types or chooses in stands in no markup: a region with such elements is filled as a whole.
const CONTROLS: [&str; 3] = ["input", "select", "textarea"];

/// Những chỗ đổi: the elements of a region that differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// How many elements stood in the region. Where the page finds another number, somebody else has changed it, and it is
    /// filled as a whole.
    pub of: usize,
    /// The places of those that differ among them, and their markup now: together where they stand in elements of one name,
    /// so that they are parsed together.
    pub changed: Vec<(Vec<usize>, String)>,
}

impl Difference {
    /// What differs between markup as it was and as it is; `None` where so much does that the whole is as good.
    #[must_use]
    pub fn between(was: &str, is: &str) -> Option<Self> {
        let (was, is) = (Elements::of(was)?, Elements::of(is)?);
        let mut changed = Map::new();
        was.differ(None, &is, None, &mut changed)?;
        let changed: Vec<(Vec<usize>, String)> = changed.into_values().collect();
        let written: usize = changed.iter().map(|(_, html)| html.len()).sum();
        (2 * written < is.markup.len()).then_some(Self { of: was.all.len(), changed })
    }
}

/// The elements of a markup, in its order.
struct Elements<'markup> {
    markup: &'markup str,
    all: Vec<Element<'markup>>,
}

/// The elements that differ, by the name of what they stand in.
type Changed<'markup> = Map<&'markup str, (Vec<usize>, String)>;

/// Where an element stands in the markup.
struct Element<'markup> {
    /// The name of the element that it stands in; empty in the region itself.
    within: &'markup str,
    start: usize,
    /// What stands between its tags.
    content: Range<usize>,
    end: usize,
    /// The place behind its last descendant, among all elements.
    next: usize,
}

impl<'markup> Elements<'markup> {
    /// The elements of markup as this room writes it: every element ended, angle brackets in texts and values escaped.
    fn of(markup: &'markup str) -> Option<Self> {
        let mut all: Vec<Element> = Vec::new();
        let (mut open, mut at): (Vec<(usize, &str)>, usize) = (Vec::new(), 0);
        let bytes = markup.as_bytes();
        while let Some(start) = memchr(b'<', &bytes[at..]).map(|found| at + found) {
            let content = start + memchr(b'>', &bytes[start..])? + 1;
            at = content;
            if bytes[start + 1] == b'/' {
                let (element, _) = open.pop()?;
                let next = all.len();
                let element = all.get_mut(element)?;
                (element.content.end, element.end, element.next) = (start, content, next);
                continue;
            }
            let tag = &markup[start + 1..content - 1];
            let name = &tag[..tag.bytes().position(|byte| byte == b' ').unwrap_or(tag.len())];
            if CONTROLS.contains(&name) {
                return None;
            }
            let within = open.last().map_or("", |(_, name)| *name);
            if !VOID.contains(&name) {
                open.push((all.len(), name));
            }
            let next = all.len() + 1;
            all.push(Element { within, start, content: content..content, end: content, next });
        }
        open.is_empty().then_some(Self { markup, all })
    }

    /// The children of an element, or of the region.
    fn children(&self, of: Option<usize>) -> Vec<usize> {
        let (mut at, end) = of.map_or((0, self.all.len()), |of| (of + 1, self.all[of].next));
        let mut children = Vec::new();
        while at < end {
            children.push(at);
            at = self.all[at].next;
        }
        children
    }

    /// What stands in an element, or in the region, beside its children: its own tag and its texts.
    fn own<'own>(&'own self, of: Option<usize>, children: &'own [usize]) -> impl Iterator<Item = &'markup str> + 'own {
        let (start, end) = of.map_or((0, self.markup.len()), |of| (self.all[of].start, self.all[of].end));
        let starts = std::iter::once(start).chain(children.iter().map(|child| self.all[*child].end));
        let ends = children.iter().map(|child| self.all[*child].start).chain([end]);
        starts.zip(ends).map(|(start, end)| &self.markup[start..end])
    }

    fn whole(&self, of: usize) -> &'markup str {
        &self.markup[self.all[of].start..self.all[of].end]
    }

    /// Adds the elements that differ below one of each; `None` where the region itself does.
    fn differ(
        &self,
        one: Option<usize>,
        others: &Self,
        other: Option<usize>,
        changed: &mut Changed<'markup>,
    ) -> Option<()> {
        let (own, their) = (self.children(one), others.children(other));
        if own.len() != their.len() || !self.own(one, &own).eq(others.own(other, &their)) {
            let (places, html) = changed.or_default(self.all[one?].within);
            places.push(one?);
            html.push_str(others.whole(other?));
            return Some(());
        }
        for (one, other) in own.into_iter().zip(their) {
            if self.whole(one) != others.whole(other) {
                self.differ(Some(one), others, Some(other), changed);
            }
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Long enough for its changes to be few.
    const ROWS: &str =
        "<tr><td>Sa Pa</td><td>một đơn vị có tên dài</td></tr><tr><td>Bắc Hà</td><td>một đơn vị khác</td></tr>";

    fn between(was: &str, is: &str) -> Option<Difference> {
        let rows = |markup: &str| format!("<h2>Bảng</h2><table><tbody>{markup}{ROWS}</tbody></table>");
        Difference::between(&rows(was), &rows(is))
    }

    #[test]
    fn the_smallest_elements_that_differ_are_told_by_their_places() {
        // h2 is 0, table 1, tbody 2, the first row 3, its cells 4 and 5; behind them stand six elements.
        let was = "<tr data-unit=\"a\"><td>1</td><td></td></tr>";
        let case = |is: &str, changed: &[(&[usize], &str)]| {
            let changed = changed.iter().map(|(places, html)| (places.to_vec(), (*html).to_owned())).collect();
            assert_eq!(between(was, is), Some(Difference { of: 12, changed }), "{is}");
        };
        case(was, &[]);
        case("<tr data-unit=\"a\"><td>2</td><td></td></tr>", &[(&[4], "<td>2</td>")]);
        case("<tr data-unit=\"a\"><td>1</td><td><b>Thấp</b></td></tr>", &[(&[5], "<td><b>Thấp</b></td>")]);
        case("<tr data-unit=\"a\"><td>1</td><td class=\"n\"></td></tr>", &[(&[5], "<td class=\"n\"></td>")]);
        case("<tr data-unit=\"b\"><td>1</td><td></td></tr>", &[(&[3], "<tr data-unit=\"b\"><td>1</td><td></td></tr>")]);
        case("<tr data-unit=\"a\"><td>2</td><td>?</td></tr>", &[(&[4, 5], "<td>2</td><td>?</td>")]);
    }

    #[test]
    fn what_differs_as_a_whole_is_no_difference_of_parts() {
        assert_eq!(Difference::between("một", "hai"), None);
        assert_eq!(Difference::between("", "<p>hai</p>"), None);
        assert_eq!(Difference::between("<p>một</p>", "<p>hai</p>"), None, "as long as the whole");
        assert_eq!(between("<tr><td>1</td></tr>", ""), None, "all rows");
    }

    #[test]
    fn an_element_without_content_ends_where_it_begins() {
        let was = "<p>a<br>b</p><p>một đoạn dài không đổi gì cả</p>";
        let is = "<p>a<br>c</p><p>một đoạn dài không đổi gì cả</p>";
        let expected = Difference { of: 3, changed: vec![(vec![0], "<p>a<br>c</p>".to_owned())] };
        assert_eq!(Difference::between(was, is), Some(expected));
    }

    #[test]
    fn what_is_typed_in_a_region_is_left_to_the_page() {
        let long = "<p>một đoạn dài không đổi gì cả</p><p>một đoạn dài không đổi gì cả</p>";
        let filled = |value: &str| format!("<p><input value=\"1\">{value}</p>{long}");
        assert_eq!(Difference::between(&filled("a"), &filled("b")), None);
    }
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use proptest::prelude::*;

    use super::*;

    /// Markup as this room writes it.
    fn markup() -> impl Strategy<Value = String> {
        let leaf = prop_oneof![Just(String::new()), Just("Sa Pa".to_owned()), Just("<br>".to_owned())];
        leaf.prop_recursive(4, 40, 4, |inner| {
            let tag = prop::sample::select(vec!["<p>", "<p class=\"low\">", "<td>", "<tr data-unit=\"a\">"]);
            (tag, prop::collection::vec(inner, 0..4)).prop_map(|(tag, inside)| {
                let name = tag[1..].split([' ', '>']).next().unwrap_or_default();
                format!("{tag}{}</{name}>", inside.concat())
            })
        })
    }

    /// What a page shows that wrote the difference.
    fn written(was: &str, difference: &Difference) -> String {
        let elements = Elements::of(was).unwrap();
        assert_eq!(elements.all.len(), difference.of);
        let mut changed = Map::new();
        for (places, html) in &difference.changed {
            let fresh = Elements::of(html).unwrap();
            let children = fresh.children(None);
            assert_eq!(children.len(), places.len());
            changed.extend(places.iter().zip(children).map(|(at, child)| (*at, fresh.whole(child).to_owned())));
        }
        let (mut page, mut at) = (String::new(), 0);
        for (changed, html) in changed {
            let element = &elements.all[changed];
            page += &was[at..element.start];
            page += &html;
            at = element.end;
        }
        page + &was[at..]
    }

    proptest! {
        #[test]
        fn a_difference_that_is_written_gives_the_markup(
            rows in prop::collection::vec((markup(), prop::option::weighted(0.2, markup())), 1..12),
        ) {
            let was: String = rows.iter().map(|(was, _)| was.as_str()).collect();
            let is: String = rows.iter().map(|(was, is)| is.as_ref().unwrap_or(was).as_str()).collect();
            if let Some(difference) = Difference::between(&was, &is) {
                prop_assert_eq!(written(&was, &difference), is);
            }
        }
    }
}
