//! What a page's own style sheets hide: `.hidden{display:none}`. Selectors of one element by its name, classes and id are
//! followed; those that ask what stands around it are not.

use super::tag::Tag;
use super::tag::hides;

/// Rules that are kept of a page.
const MOST_RULES: usize = 100;

/// The rules of a page that hide elements or show them.
#[derive(Default)]
pub(super) struct Styles(Vec<Rule>);

struct Rule {
    /// `tr`, `.hidden`, `#note`: all of them must fit.
    parts: Vec<String>,
    /// Which of two rules counts.
    weight: usize,
    hides: bool,
}

impl Styles {
    /// Takes a style sheet.
    pub(super) fn add(&mut self, sheet: &str) {
        let mut plain = String::new();
        let mut rest = sheet;
        while let Some((before, after)) = rest.split_once("/*") {
            plain.push_str(before);
            rest = after.split_once("*/").map_or("", |(_, after)| after);
        }
        plain.push_str(rest);
        self.rules(&plain.to_ascii_lowercase(), false);
    }

    /// Takes rules; what holds for some screens alone may show, but not hide.
    fn rules(&mut self, mut rest: &str, only_shows: bool) {
        while let Some((selectors, after)) = rest.split_once('{') {
            let selectors =
                selectors.rsplit([';', '}']).next().unwrap_or_default().trim().trim_start_matches("<!--").trim();
            if selectors.starts_with('@') {
                let (mut depth, mut end) = (1_usize, after.len());
                for (at, byte) in after.bytes().enumerate() {
                    depth = depth + usize::from(byte == b'{') - usize::from(byte == b'}');
                    if depth == 0 {
                        end = at;
                        break;
                    }
                }
                // What stands deeper is passed over: a sheet of a million levels must not be followed down.
                if !only_shows && selectors.starts_with("@media") && !selectors.contains("print") {
                    self.rules(&after[..end], true);
                }
                rest = &after[end..];
                continue;
            }
            let (declared, after) = after.split_once('}').unwrap_or((after, ""));
            rest = after;
            let declared: String = declared.chars().filter(|letter| !letter.is_whitespace()).collect();
            let hides = hides(&declared);
            let says = hides || declared.contains("display:") || declared.contains("visibility:");
            if says && !(hides && only_shows) {
                let important = usize::from(declared.contains("!important"));
                selectors.split(',').for_each(|selector| self.rule(selector.trim(), hides, important));
            }
        }
    }

    fn rule(&mut self, selector: &str, hides: bool, important: usize) {
        if selector.is_empty() || selector.contains([' ', '>', '+', '~', ':', '[', '*']) || self.0.len() == MOST_RULES {
            return;
        }
        let (mut parts, mut weight) = (vec![String::new()], important * 10_000);
        for letter in selector.chars() {
            if matches!(letter, '.' | '#') {
                parts.push(String::new());
                weight += if letter == '#' { 1000 } else { 10 };
            }
            if let Some(part) = parts.last_mut() {
                part.push(letter);
            }
        }
        weight += usize::from(!parts[0].is_empty());
        parts.retain(|part| !part.is_empty());
        self.0.push(Rule { parts, weight, hides });
    }

    /// Whether the rules hide an element.
    pub(super) fn hide(&self, tag: &Tag) -> bool {
        if tag.closes || self.0.is_empty() {
            return false;
        }
        let [class, id] = ["class", "id"].map(|name| tag.get(name).unwrap_or_default().to_ascii_lowercase());
        let fits = |part: &String| match part.strip_prefix('.') {
            Some(name) => class.split_ascii_whitespace().any(|own| own == name),
            None => part.strip_prefix('#').map_or(*part == tag.name, |name| *name == id),
        };
        let mut decided: Option<&Rule> = None;
        for rule in self.0.iter().filter(|rule| rule.parts.iter().all(fits)) {
            if decided.is_none_or(|decided| rule.weight >= decided.weight) {
                decided = Some(rule);
            }
        }
        decided.is_some_and(|rule| rule.hides)
    }
}
