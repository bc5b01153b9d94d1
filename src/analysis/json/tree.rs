//! A JSON text as a tree: what it says in its order, each value with its number, by which its line is found again.

use std::cell::Cell;
use std::fmt;

use serde::Serialize;
use serde::Serializer;
use serde::de::DeserializeSeed;
use serde::de::Deserializer;
use serde::de::Error;
use serde::de::MapAccess;
use serde::de::SeqAccess;
use serde::de::Visitor;

use super::to_json;
use crate::domain::Map;

/// A value of a JSON text.
#[derive(Debug)]
pub(in crate::analysis) struct Json {
    /// Which value of the text it is, counted from 1; a key has the number of what stands under it.
    pub(super) number: u32,
    pub(super) node: Node,
}

/// What a value is.
#[derive(Debug)]
pub(super) enum Node {
    Nothing,
    Truth(bool),
    Whole(u64),
    Negative(i64),
    Fraction(f64),
    Text(String),
    List(Vec<Json>),
    /// The keys are texts. One that stands twice is here twice.
    Fields(Vec<(Json, Json)>),
}

impl Json {
    /// Reads a text; else gives the line that cannot be understood, counted from 1.
    pub(in crate::analysis) fn read(text: &str) -> Result<Self, usize> {
        read(text, 0)
    }

    /// What a value is written as.
    pub(in crate::analysis) fn of<T: Serialize>(value: &T) -> Self {
        Self::read(&to_json(value)).unwrap_or(Self { number: 0, node: Node::Nothing })
    }

    /// The line where the value of this number begins.
    pub(super) fn line(text: &str, number: u32) -> usize {
        read(text, number).err().unwrap_or(1)
    }

    /// What stands under a key; of several the last, as others read it.
    pub(in crate::analysis) fn field(&self, key: &str) -> Option<&Self> {
        self.fields().filter(|(name, _)| *name == key).last().map(|(_, value)| value)
    }

    /// What stands under each key.
    pub(in crate::analysis) fn fields(&self) -> impl Iterator<Item = (&str, &Self)> {
        let fields = if let Node::Fields(fields) = &self.node { fields.as_slice() } else { &[] };
        fields.iter().filter_map(|(key, value)| Some((key.text()?, value)))
    }

    pub(in crate::analysis) fn text(&self) -> Option<&str> {
        if let Node::Text(text) = &self.node { Some(text) } else { None }
    }

    pub(in crate::analysis) const fn whole(&self) -> Option<u64> {
        if let Node::Whole(number) = self.node { Some(number) } else { None }
    }
}

/// In the order of the alphabet, so that the same content is the same text however it was written.
impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.node {
            Node::Nothing => serializer.serialize_unit(),
            Node::Truth(truth) => serializer.serialize_bool(*truth),
            Node::Whole(number) => serializer.serialize_u64(*number),
            Node::Negative(number) => serializer.serialize_i64(*number),
            Node::Fraction(number) => serializer.serialize_f64(*number),
            Node::Text(text) => serializer.serialize_str(text),
            Node::List(list) => serializer.collect_seq(list),
            Node::Fields(_) => serializer.collect_map(self.fields().collect::<Map<_, _>>()),
        }
    }
}

/// Reads a text up to the value of a number, at whose line it stops; 0 is none.
fn read(text: &str, stop: u32) -> Result<Json, usize> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let branch = Branch { last: &Cell::new(0), stop };
    let read = branch.deserialize(&mut reader).and_then(|read| reader.end().map(|()| read));
    read.map_err(|error| error.line().max(1))
}

/// A value on its way into the tree.
#[derive(Clone, Copy)]
struct Branch<'read> {
    /// The number of the last value that has begun.
    last: &'read Cell<u32>,
    stop: u32,
}

impl<'de> DeserializeSeed<'de> for Branch<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Json, D::Error> {
        let number = self.last.get().saturating_add(1);
        self.last.set(number);
        // Before anything of it is taken, so that the line is the one where it begins.
        if number == self.stop {
            return Err(D::Error::custom("here"));
        }
        reader.deserialize_any(self).map(|node| Json { number, node })
    }
}

impl<'de> Visitor<'de> for Branch<'_> {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Nothing)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Node, E> {
        Ok(Node::Truth(truth))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Whole(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Negative(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Node, E> {
        Ok(Node::Fraction(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = values.next_element_seed(self)? {
            list.push(value);
        }
        list.shrink_to_fit();
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut values: A) -> Result<Node, A::Error> {
        let mut fields = Vec::new();
        while let Some(key) = values.next_key::<String>()? {
            let value = values.next_value_seed(self)?;
            fields.push((Json { number: value.number, node: Node::Text(key) }, value));
        }
        fields.shrink_to_fit();
        Ok(Node::Fields(fields))
    }
}
