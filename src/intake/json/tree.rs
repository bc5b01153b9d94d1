//! The text of a JSON file → a tree of little weight: keys in the order of the file, numbers as spreadsheets' are written.

use std::cell::Cell;
use std::fmt;

use serde::de::DeserializeSeed;
use serde::de::Deserializer;
use serde::de::Error;
use serde::de::MapAccess;
use serde::de::SeqAccess;
use serde::de::Visitor;

use crate::intake::IntakeError;
use crate::intake::grid::Budget;
use crate::intake::number::Number;

/// Lists and objects within each other that are followed; no answer of a portal has ten.
const DEEPEST: usize = 40;

/// A value of a JSON text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// `null`: not known.
    Nothing,
    /// A text, a number or yes-or-no, as a cell holds it.
    Text(String),
    /// `[…]`
    List(Vec<Node>),
    /// `{…}`, its keys in order.
    Fields(Vec<(String, Node)>),
}

/// Reads all values of a text: one, or one after another.
pub(super) fn parse(text: &str, budget: &Budget) -> Result<Vec<Node>, IntakeError> {
    let refused = Cell::new(None);
    let mut roots = Vec::new();
    let mut rest = text.trim_start();
    let mut above = lines(&text[..text.len() - rest.len()]);
    while !rest.is_empty() {
        if !rest.starts_with(['{', '[']) {
            return Err(IntakeError::JsonDamaged { line: above + 1, column: 1 });
        }
        let mut reader = serde_json::Deserializer::from_str(rest);
        let branch = Branch { budget, refused: &refused, depth: 0 };
        let root = branch
            .deserialize(&mut reader)
            .map_err(|error| refused.take().map_or_else(|| damage(&error, above), Refused::error))?;
        roots.push(root);
        // What was read ends where the next value begins; some systems write one value a line.
        let read = end_of_value(rest);
        let next = rest[read..].trim_start().trim_start_matches(',').trim_start();
        above += lines(&rest[..rest.len() - next.len()]);
        rest = next;
    }
    Ok(roots)
}

fn lines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

/// Why a well-written text is not read on.
#[derive(Clone, Copy)]
enum Refused {
    TooDeep,
    TooLarge,
}

impl Refused {
    fn error(self) -> IntakeError {
        match self {
            Self::TooDeep => IntakeError::JsonTooDeep { limit: DEEPEST },
            Self::TooLarge => IntakeError::SheetTooLarge { limit: Budget::CELLS },
        }
    }
}

fn damage(error: &serde_json::Error, lines_above: usize) -> IntakeError {
    let (line, column) = (error.line() + lines_above, error.column());
    if error.is_eof() { IntakeError::JsonCut { line } } else { IntakeError::JsonDamaged { line, column } }
}

/// Bytes of the value that a text begins with, which is known to be whole.
fn end_of_value(text: &str) -> usize {
    let mut open = 0_usize;
    let (mut quoted, mut escaped) = (false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => open += 1,
            b'}' | b']' if !quoted => open = open.saturating_sub(1),
            _ => continue,
        }
        if open == 0 && !quoted && matches!(byte, b'}' | b']') {
            return at + 1;
        }
    }
    text.len()
}

/// A value on its way into the tree.
#[derive(Clone, Copy)]
struct Branch<'read> {
    budget: &'read Budget,
    refused: &'read Cell<Option<Refused>>,
    depth: usize,
}

impl Branch<'_> {
    fn take<E: Error>(self, letters: usize) -> Result<(), E> {
        self.budget.take(1, letters).map_err(|_| self.refuse(Refused::TooLarge))
    }

    fn refuse<E: Error>(self, why: Refused) -> E {
        self.refused.set(Some(why));
        E::custom("refused")
    }

    fn deeper<E: Error>(self) -> Result<Self, E> {
        if self.depth == DEEPEST {
            Err(self.refuse(Refused::TooDeep))
        } else {
            Ok(Self { depth: self.depth + 1, ..self })
        }
    }
}

impl<'de> DeserializeSeed<'de> for Branch<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Node, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Branch<'_> {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        self.take(0)?;
        Ok(Node::Nothing)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        self.visit_string(value.to_string())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        self.visit_string(value.to_string())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        self.visit_string(value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        // The point of a JSON number parts decimals, and never thousands.
        self.visit_string(Number::of(value).map(|number| number.text()).unwrap_or_default())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Node, E> {
        self.visit_string(value.to_owned())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Node, E> {
        self.take(value.len())?;
        Ok(Node::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Node, A::Error> {
        let deeper = self.deeper()?;
        self.take(0)?;
        let mut list = Vec::new();
        while let Some(value) = values.next_element_seed(deeper)? {
            list.push(value);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Node, A::Error> {
        let deeper = self.deeper()?;
        self.take(0)?;
        let mut list: Vec<(String, Node)> = Vec::new();
        while let Some(key) = fields.next_key::<String>()? {
            self.take(key.len())?;
            list.push((key, fields.next_value_seed(deeper)?));
        }
        list.shrink_to_fit();
        Ok(Node::Fields(list))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Node>, IntakeError> {
        parse(text, &Budget::new())
    }

    #[test]
    fn numbers_are_written_so_that_their_point_parts_decimals() {
        let text = |text: &str| Node::Text(text.to_owned());
        let list = vec![text("1.3430"), text("1343"), text("72.3"), text("1.343"), Node::Nothing, text("true")];
        assert_eq!(read(r#"[1.343, 1343, 72.30, "1.343", null, true]"#), Ok(vec![Node::List(list)]));
    }

    #[test]
    fn values_may_stand_one_after_another() {
        let fields = |value: &str| Node::Fields(vec![("a".to_owned(), Node::Text(value.to_owned()))]);
        assert_eq!(read("{\"a\":\"}\"}\n{\"a\":\"\\\"2\"}\n"), Ok(vec![fields("}"), fields("\"2")]));
    }

    #[test]
    fn what_is_cut_broken_or_bottomless_is_told_apart() {
        assert_eq!(read("[{\"a\": 1},\n{\"a\": "), Err(IntakeError::JsonCut { line: 2 }));
        assert_eq!(read("[1,\n 2 3]"), Err(IntakeError::JsonDamaged { line: 2, column: 4 }));
        assert_eq!(read("{\"a\":1}\n\n{\"a\" 1}"), Err(IntakeError::JsonDamaged { line: 3, column: 6 }));
        let deep = "[".repeat(DEEPEST + 1);
        assert_eq!(read(&deep), Err(IntakeError::JsonTooDeep { limit: DEEPEST }));
        let wide = format!("[{}0]", "0,".repeat(Budget::CELLS));
        assert_eq!(read(&wide), Err(IntakeError::SheetTooLarge { limit: Budget::CELLS }));
    }
}
