//! What differs between two markups of one region, element by element: of a table whose limit moves, some cells. The page
//! writes these alone; it parses no other, compares no other, and lays out what they move.

use std::cell::OnceCell;
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
    /// How many elements stood in the region. Where the page finds another number, somebody else has changed it, and it
    /// asks for the whole.
    pub of: usize,
    /// The places of those that differ among them, and their markup now: together where they stand in elements of one name,
    /// so that they are parsed together.
    pub changed: Vec<(Vec<usize>, String)>,
}

/// Nội dung đang hiện: the markup that a region shows.
#[derive(Debug)]
pub struct Shown {
    markup: String,
    /// Where its elements stand, once that was asked; `None` where they cannot be told apart.
    elements: OnceCell<Option<Vec<Element>>>,
}

/// Where an element stands in the markup.
#[derive(Debug)]
struct Element {
    /// The element that it stands in; `None` in the region itself.
    parent: Option<usize>,
    name: Range<usize>,
    start: usize,
    end: usize,
    /// The place behind its last descendant, among all elements.
    next: usize,
}

impl Shown {
    /// Markup as this room writes it: every element ended, angle brackets in texts and values escaped.
    #[must_use]
    pub fn new(markup: String) -> Self {
        Self { markup, elements: OnceCell::new() }
    }

    /// The markup.
    #[must_use]
    pub fn markup(&self) -> &str {
        &self.markup
    }

    /// What is different in newer markup; `None` where so much is that the whole is as good.
    #[must_use]
    pub fn difference(&self, newer: &Self) -> Option<Difference> {
        let (was, is) = (Elements::of(self)?, Elements::of(newer)?);
        let mut changed = Map::new();
        was.differ(None, is, None, &mut changed)?;
        let changed: Vec<(Vec<usize>, String)> = changed.into_values().collect();
        let written: usize = changed.iter().map(|(_, html)| html.len()).sum();
        (2 * written < newer.markup.len()).then_some(Difference { of: was.all.len(), changed })
    }
}

fn elements(markup: &str) -> Option<Vec<Element>> {
    let mut all: Vec<Element> = Vec::new();
    let (mut parent, mut at): (Option<usize>, usize) = (None, 0);
    let bytes = markup.as_bytes();
    while let Some(start) = memchr(b'<', &bytes[at..]).map(|found| at + found) {
        let end = start + memchr(b'>', &bytes[start..])? + 1;
        at = end;
        if bytes[start + 1] == b'/' {
            let next = all.len();
            let element = all.get_mut(parent?)?;
            (element.end, element.next) = (end, next);
            parent = element.parent;
            continue;
        }
        let tag = start + 1..end - 1;
        let name = tag.start..memchr(b' ', &bytes[tag.clone()]).map_or(tag.end, |length| tag.start + length);
        if CONTROLS.contains(&&markup[name.clone()]) {
            return None;
        }
        let holds = !VOID.contains(&&markup[name.clone()]);
        all.push(Element { parent, name, start, end, next: all.len() + 1 });
        if holds {
            parent = Some(all.len() - 1);
        }
    }
    parent.is_none().then_some(all)
}

/// The elements of a markup, in its order.
#[derive(Clone, Copy)]
struct Elements<'markup> {
    markup: &'markup str,
    all: &'markup [Element],
}

/// The elements that differ, by the name of what they stand in.
type Changed<'markup> = Map<&'markup str, (Vec<usize>, String)>;

impl<'markup> Elements<'markup> {
    fn of(shown: &'markup Shown) -> Option<Self> {
        let markup = &shown.markup;
        let all = shown.elements.get_or_init(|| elements(markup)).as_deref()?;
        Some(Self { markup, all })
    }

    /// The children of an element, or of the region, each with what stands before it; at last what stands behind them. The
    /// element's own tag stands before the first.
    fn parts(self, of: Option<usize>) -> impl Iterator<Item = (&'markup str, Option<usize>)> {
        let (mut child, behind) = of.map_or((0, self.all.len()), |of| (of + 1, self.all[of].next));
        let (mut at, end) = of.map_or((0, self.markup.len()), |of| (self.all[of].start, self.all[of].end));
        let mut ended = false;
        std::iter::from_fn(move || {
            if ended {
                return None;
            }
            ended = child >= behind;
            let until = if ended { end } else { self.all[child].start };
            let part = (&self.markup[at..until], (!ended).then_some(child));
            if !ended {
                (at, child) = (self.all[child].end, self.all[child].next);
            }
            Some(part)
        })
    }

    fn whole(self, of: usize) -> &'markup str {
        &self.markup[self.all[of].start..self.all[of].end]
    }

    /// Adds the elements that differ below one of each; `None` where the region itself does.
    fn differ(
        self,
        one: Option<usize>,
        others: Self,
        other: Option<usize>,
        changed: &mut Changed<'markup>,
    ) -> Option<()> {
        let texts = |elements: Self, of| elements.parts(of).map(|(text, child)| (text, child.is_some()));
        if !texts(self, one).eq(texts(others, other)) {
            let parent = self.all[one?].parent.map_or("", |parent| &self.markup[self.all[parent].name.clone()]);
            let (places, html) = changed.or_default(parent);
            places.push(one?);
            html.push_str(others.whole(other?));
            return Some(());
        }
        for ((_, one), (_, other)) in self.parts(one).zip(others.parts(other)) {
            if let (Some(one), Some(other)) = (one, other)
                && self.whole(one) != others.whole(other)
            {
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

    fn difference(was: &str, is: &str) -> Option<Difference> {
        Shown::new(was.to_owned()).difference(&Shown::new(is.to_owned()))
    }

    fn between(was: &str, is: &str) -> Option<Difference> {
        let rows = |markup: &str| format!("<h2>Bảng</h2><table><tbody>{markup}{ROWS}</tbody></table>");
        difference(&rows(was), &rows(is))
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
        assert_eq!(difference("một", "hai"), None);
        assert_eq!(difference("", "<p>hai</p>"), None);
        assert_eq!(difference("<p>một</p>", "<p>hai</p>"), None, "as long as the whole");
        assert_eq!(between("<tr><td>1</td></tr>", ""), None, "all rows");
    }

    #[test]
    fn an_element_without_content_ends_where_it_begins() {
        let was = "<p>a<br>b</p><p>một đoạn dài không đổi gì cả</p>";
        let is = "<p>a<br>c</p><p>một đoạn dài không đổi gì cả</p>";
        let expected = Difference { of: 3, changed: vec![(vec![0], "<p>a<br>c</p>".to_owned())] };
        assert_eq!(difference(was, is), Some(expected));
    }

    #[test]
    fn what_is_typed_in_a_region_is_left_to_the_page() {
        let long = "<p>một đoạn dài không đổi gì cả</p><p>một đoạn dài không đổi gì cả</p>";
        let filled = |value: &str| format!("<p><input value=\"1\">{value}</p>{long}");
        assert_eq!(difference(&filled("a"), &filled("b")), None);
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
        let was = Shown::new(was.to_owned());
        let elements = Elements::of(&was).unwrap();
        assert_eq!(elements.all.len(), difference.of);
        let mut changed = Map::new();
        for (places, html) in &difference.changed {
            let html = Shown::new(html.clone());
            let fresh = Elements::of(&html).unwrap();
            let children: Vec<&str> = fresh.parts(None).filter_map(|(_, child)| Some(fresh.whole(child?))).collect();
            assert_eq!(children.len(), places.len());
            changed.extend(places.iter().copied().zip(children.into_iter().map(str::to_owned)));
        }
        let (mut page, mut at) = (String::new(), 0);
        for (changed, html) in changed {
            let element = &elements.all[changed];
            page += &was.markup[at..element.start];
            page += &html;
            at = element.end;
        }
        page + &was.markup[at..]
    }

    proptest! {
        #[test]
        fn a_difference_that_is_written_gives_the_markup(
            rows in prop::collection::vec((markup(), prop::option::weighted(0.2, markup())), 1..12),
        ) {
            let was: String = rows.iter().map(|(was, _)| was.as_str()).collect();
            let is: String = rows.iter().map(|(was, is)| is.as_ref().unwrap_or(was).as_str()).collect();
            if let Some(difference) = Shown::new(was.clone()).difference(&Shown::new(is.clone())) {
                prop_assert_eq!(written(&was, &difference), is);
            }
        }
    }
}
