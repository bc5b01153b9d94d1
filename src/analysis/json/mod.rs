//! What is kept, handed on or asked for as JSON: settings, sessions, corrections, what a click does. Read by way of one tree,
//! written by way of one text: each type has its code once in the page's module, where every way to read or write adds to it.

mod given;
mod tree;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub(super) use given::Fault;
pub(super) use tree::Json;

/// Reads a JSON text; else gives the line that cannot be understood, counted from 1.
pub fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, usize> {
    let json = Json::read(text)?;
    T::deserialize(&json).map_err(|Fault(number)| Json::line(text, number))
}

/// Reads two things that one text says, each with the keys it knows.
pub(super) fn both_from_json<One: DeserializeOwned, Other: DeserializeOwned>(
    text: &str,
) -> Result<(One, Other), usize> {
    let json = Json::read(text)?;
    let line = |Fault(number)| Json::line(text, number);
    Ok((One::deserialize(&json).map_err(line)?, Other::deserialize(&json).map_err(line)?))
}

/// Writes JSON in one line.
///
/// # Panics
/// Where a key is no text; the rooms have no such type.
#[must_use]
pub fn to_json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("what is written has texts for keys")
}

/// JSON in one line, its keys in the order of the alphabet; nothing where it is none.
#[must_use]
pub fn in_one_line(json: &str) -> Option<String> {
    Json::read(json).ok().map(|json| to_json(&json))
}

/// Writes JSON to be read by people: a line each key and each value of a list.
///
/// # Panics
/// Where a key is no text; the rooms have no such type.
#[must_use]
pub fn to_json_in_lines<T: Serialize>(value: &T) -> String {
    in_lines(&to_json(value))
}

/// JSON of one line → the same in lines.
fn in_lines(json: &str) -> String {
    let mut lines = String::with_capacity(json.len() * 2);
    let mut depth = 0;
    let mut rest = json;
    while let Some(at) = rest.find(['"', '{', '}', '[', ']', ',', ':']) {
        let (before, sign) = rest.split_at(at);
        lines.push_str(before);
        let end = match sign.as_bytes() {
            [b'"', ..] => end_of_text(sign),
            [b'{', b'}', ..] | [b'[', b']', ..] => 2,
            _ => 1,
        };
        let (sign, behind) = sign.split_at(end);
        if sign == "}" || sign == "]" {
            depth -= 1;
            new_line(&mut lines, depth);
        }
        lines.push_str(sign);
        match sign {
            "{" | "[" => {
                depth += 1;
                new_line(&mut lines, depth);
            }
            "," => new_line(&mut lines, depth),
            ":" => lines.push(' '),
            _ => {}
        }
        rest = behind;
    }
    lines.push_str(rest);
    lines
}

fn new_line(lines: &mut String, depth: usize) {
    lines.push('\n');
    (0..depth).for_each(|_| lines.push_str("  "));
}

/// Where the text ends that begins here with its quote.
fn end_of_text(json: &str) -> usize {
    let mut escaped = true;
    let closing = json.bytes().position(|byte| {
        let closes = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    });
    closing.map_or(json.len(), |at| at + 1)
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::domain::Map;

    #[derive(Debug, PartialEq, Deserialize, Serialize)]
    #[serde(deny_unknown_fields, rename_all = "kebab-case")]
    enum Shape {
        Dot,
        Round { radius: u8 },
        Named(String),
        Between((i32, bool), Option<f64>),
    }

    #[derive(Debug, PartialEq, Deserialize, Serialize)]
    #[serde(deny_unknown_fields)]
    struct Page {
        shapes: Vec<Shape>,
        #[serde(default)]
        notes: Map<String, Option<char>>,
    }

    const PAGE: &str = r#"{
  "shapes": [
    "dot",
    {
      "round": {
        "radius": 255
      }
    },
    {
      "named": "a\"{,}\\"
    },
    {
      "between": [
        [
          -7,
          true
        ],
        0.5
      ]
    }
  ],
  "notes": {
    "none": null,
    "some": "ế"
  }
}"#;

    fn page() -> Page {
        let named = Shape::Named("a\"{,}\\".to_owned());
        let shapes = vec![Shape::Dot, Shape::Round { radius: 255 }, named, Shape::Between((-7, true), Some(0.5))];
        Page { shapes, notes: [("none".to_owned(), None), ("some".to_owned(), Some('ế'))].into() }
    }

    #[test]
    fn what_is_read_is_written_again() {
        let read: Page = from_json(PAGE).unwrap();
        assert_eq!(read, page());
        assert_eq!(to_json_in_lines(&read), PAGE);
        assert_eq!(from_json(&to_json(&read)), Ok(read));
        assert_eq!(
            to_json_in_lines(&Page { shapes: Vec::new(), notes: Map::new() }),
            "{\n  \"shapes\": [],\n  \"notes\": {}\n}"
        );
    }

    #[test]
    fn what_cannot_be_read_is_told_by_its_line() {
        #[track_caller]
        fn case(text: &str, line: usize) {
            assert_eq!(from_json::<Page>(text), Err(line), "{text}");
        }
        case("", 1);
        case("{\n\"shapes\": [],\n", 3);
        case("{\"shapes\": []}\n x", 2);
        case("[\n]", 1);
        case("{\n\n\"notes\": {}}", 1);
        case("{\"shapes\": [],\n\"shapes\": []}", 2);
        case("{\"shapes\": [],\n\"notes\": {\n\"a\": \"b\",\n\"c\": \"de\"}}", 4);
        case("{\"shapes\": [],\n\"more\": 1}", 2);
        for (shape, line) in [
            ("\"dash\"", 3),
            ("\"round\"", 3),
            ("{\"round\":\n{\"radius\": 1,\n\"width\": 2}}", 5),
            ("{\"round\":\n{\"radius\":\n256}}", 5),
            ("{\"round\":\n{\"radius\": -1}}", 4),
            ("{\"round\":\n{\"radius\": 1.0}}", 4),
            ("{\"round\":\n{}}", 4),
            ("{\"dot\":\nnull}", 3),
            ("{\"named\": \"a\",\n\"dot\": null}", 3),
            ("{\"between\":\n[[1, true], null, 2]}", 4),
            ("{\"between\":\n[[1, true]]}", 4),
            ("{\"between\":\n[[1,\n1], null]}", 5),
        ] {
            case(&format!("{{\"shapes\": [\n\"dot\",\n{shape}]}}"), line);
        }
    }

    #[test]
    fn the_same_content_is_the_same_text_however_it_was_written() {
        let expected = r#"{"a":[{"x":-1,"y":1.5}],"b":18446744073709551615,"c":"\u0001ế"}"#;
        assert_eq!(in_one_line(expected).as_deref(), Some(expected));
        let other = r#"
            { "c": "\u0001\u1ebf", "b": 18446744073709551615, "a": [{ "y": 1.50, "x": 0, "x": -1 }] }"#;
        assert_eq!(in_one_line(other).as_deref(), Some(expected));
        assert_eq!(in_one_line("{"), None);
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename = "Part…")]
    struct Part {
        name: String,
        rank: Option<u32>,
        #[serde(default)]
        notes: Vec<String>,
    }

    #[test]
    fn a_part_of_a_foreign_record_is_taken_and_what_may_be_missing_is() {
        let part = |rank| Ok(Part { name: "a".to_owned(), rank, notes: Vec::new() });
        assert_eq!(from_json(r#"{"later": 1, "later": [2], "name": "a"}"#), part(None));
        assert_eq!(from_json(r#"{"rank": 3, "name": "a"}"#), part(Some(3)));
        assert_eq!(from_json::<Part>("{\n\"name\": \"a\",\n\"name\": \"b\"}"), Err(3));
        assert_eq!(from_json::<Part>("{\n\"rank\": 3}"), Err(1));
        assert_eq!(from_json::<Part>("{\"name\": \"a\",\n\"rank\": \"x\"}"), Err(2));
    }
}
