//! What stands around the tables of a page: the lines above them, which are titles, elements that nobody sees, and the
//! pages of a frame.

use std::collections::VecDeque;

use super::said::Said;
use super::tag::Tag;

/// Lines that are kept, the last ones.
const KEPT: usize = 200;
/// Bytes of a line that are kept; no title is longer.
const LINE: usize = 2000;
/// Pages of a frame that are named.
const PAGES: usize = 20;

/// Elements that part no line.
const WITHIN_LINES: [&str; 20] = [
    "b", "i", "u", "span", "font", "strong", "em", "sup", "sub", "small", "big", "o:p", "s", "del", "strike", "ins",
    "mark", "label", "img", "wbr",
];
/// Elements whose letters are no title: ways to other pages, what a form offers, what a tab of the browser says.
const NO_TITLE: [&str; 10] =
    ["a", "nav", "button", "select", "textarea", "title", "footer", "aside", "frameset", "object"];

/// An element that is open, and how many of its name.
pub(super) struct Within {
    name: String,
    depth: usize,
}

impl Within {
    /// Goes into an element where that is wanted, and out of it.
    pub(super) fn follow(within: &mut Option<Self>, tag: &Tag, enters: bool) {
        match within {
            Some(open) if open.name == tag.name => {
                open.depth = if tag.closes { open.depth - 1 } else { open.depth + 1 };
                if open.depth == 0 {
                    *within = None;
                }
            }
            None if enters && !tag.closes => *within = Some(Self { name: tag.name.clone(), depth: 1 }),
            _ => {}
        }
    }
}

/// What is known of a page beside its tables.
#[derive(Default)]
pub(super) struct Around {
    lines: VecDeque<String>,
    /// Lines that have been let go.
    dropped: usize,
    line: Said,
    hidden: Option<Within>,
    /// Whether nobody sees the line in hand.
    hides_line: bool,
    no_title: Option<Within>,
    /// Where the parts of a page in frames stand.
    pub(super) pages: Vec<String>,
}

impl Around {
    /// Takes letters between two tables.
    pub(super) fn letters(&mut self, letters: &str) {
        let is_seen = self.hidden.is_none() && !self.hides_line;
        if is_seen && self.no_title.is_none() && self.line.len() < LINE {
            self.line.letters(letters, false, false);
        }
    }

    /// Takes a tag between two tables.
    pub(super) fn tag(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        // Where the end of an element may be left out it hides its line alone.
        let may_stay_open = matches!(
            name,
            "p" | "li" | "dd" | "dt" | "option" | "tr" | "td" | "th" | "br" | "input" | "img" | "hr" | "meta" | "link"
        );
        let hides = matches!(name, "template" | "noscript") || (!may_stay_open && tag.is_hidden());
        Within::follow(&mut self.hidden, tag, hides);
        Within::follow(&mut self.no_title, tag, NO_TITLE.contains(&name));
        if !WITHIN_LINES.contains(&name) {
            self.end_line();
            // Lists lead to other pages as well.
            self.hides_line = may_stay_open && !tag.closes && (name == "li" || tag.is_hidden());
        }
        let page = match name {
            "frame" | "iframe" => tag.get("src"),
            // Excel's list of its sheets.
            "link" if tag.get("id").is_some_and(|id| id.eq_ignore_ascii_case("shLink")) => tag.get("href"),
            _ => None,
        };
        let page = page.filter(|page| !page.is_empty() && !page.contains("tabstrip") && self.pages.len() < PAGES);
        if let Some(page) = page.map(plain).filter(|page| !self.pages.contains(page)) {
            self.pages.push(page);
        }
    }

    /// Whether a browser shows nothing of what stands here.
    pub(super) fn is_hidden(&self) -> bool {
        self.hidden.is_some()
    }

    /// Ends the line in hand.
    pub(super) fn end_line(&mut self) {
        if self.line.len() > 0 {
            let line = std::mem::take(&mut self.line).finish();
            self.add(line);
        }
    }

    /// Takes a line as a whole.
    pub(super) fn add(&mut self, mut line: String) {
        let mut end = line.len().min(LINE);
        while !line.is_char_boundary(end) {
            end -= 1;
        }
        line.truncate(end);
        if line.trim().is_empty() {
            return;
        }
        if self.lines.len() == KEPT {
            self.lines.pop_front();
            self.dropped += 1;
        }
        self.lines.push_back(line);
    }

    /// How many lines have come.
    pub(super) fn count(&self) -> usize {
        self.dropped + self.lines.len()
    }

    /// The lines from one place to another, as far as they are kept.
    pub(super) fn between(&self, from: usize, until: usize) -> impl Iterator<Item = &String> {
        let at = |count: usize| count.saturating_sub(self.dropped);
        self.lines.iter().take(at(until)).skip(at(from))
    }
}

/// The name of a file as it is written in an address.
fn plain(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((first, more)) = rest.split_first() {
        let code = more.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        let byte = code.and_then(|code| u8::from_str_radix(code, 16).ok()).filter(|_| *first == b'%');
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &more[2..] } else { more };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_its_file() {
        assert_eq!(plain("S%E1%BB%91%20h%C3%B3a_files/sheet001.htm"), "Số hóa_files/sheet001.htm");
        assert_eq!(plain("50%_files/a%"), "50%_files/a%");
    }

    #[test]
    fn the_last_lines_are_kept() {
        let mut around = Around::default();
        for number in 0..KEPT + 5 {
            around.add(format!("dòng {number}"));
        }
        let lines: Vec<&String> = around.between(3, KEPT + 5).collect();
        assert_eq!((lines.len(), lines[0].as_str(), around.count()), (KEPT, "dòng 5", KEPT + 5));
        assert_eq!(around.between(6, 7).collect::<Vec<_>>(), ["dòng 6"]);
    }
}
