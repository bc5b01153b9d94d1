//! A tree → the types of the rooms. Each kind of type is asked for the one form that JSON has for it, and what is wrong is
//! a number, not a sentence: the module of the page has the code of every type once, and little of it.

use std::fmt;
use std::slice;
use std::vec;

use serde::Deserializer;
use serde::de::DeserializeSeed;
use serde::de::EnumAccess;
use serde::de::MapAccess;
use serde::de::SeqAccess;
use serde::de::VariantAccess;
use serde::de::Visitor;
use serde::forward_to_deserialize_any;

use super::tree::Json;
use super::tree::Node;

/// The number of the value that means nothing where it stands; 0 where only who has asked for it knows which.
#[derive(Clone, Copy, Debug)]
pub(in crate::analysis) struct Fault(pub(super) u32);

impl Fault {
    /// This value is to blame where no value within it is.
    const fn or(self, number: u32) -> Self {
        if self.0 == 0 { Self(number) } else { self }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "value {}", self.0)
    }
}

impl std::error::Error for Fault {}

impl serde::de::Error for Fault {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self(0)
    }
}

type Read<T> = Result<T, Fault>;

/// Methods for types that a node of one kind gives.
macro_rules! leaves {
    ($($method:ident: $node:pat => $visit:ident($value:expr);)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
            match &self.node {
                $node => visitor.$visit($value).map_err(|fault: Fault| fault.or(self.number)),
                _ => Err(Fault(self.number)),
            }
        })*
    };
}

impl<'de> Deserializer<'de> for &'de Json {
    type Error = Fault;

    leaves! {
        deserialize_bool: Node::Truth(truth) => visit_bool(*truth);
        deserialize_u8: Node::Whole(number) => visit_u64(*number);
        deserialize_u16: Node::Whole(number) => visit_u64(*number);
        deserialize_u32: Node::Whole(number) => visit_u64(*number);
        deserialize_u64: Node::Whole(number) => visit_u64(*number);
        deserialize_char: Node::Text(text) => visit_borrowed_str(text);
        deserialize_str: Node::Text(text) => visit_borrowed_str(text);
        deserialize_string: Node::Text(text) => visit_borrowed_str(text);
        deserialize_identifier: Node::Text(text) => visit_borrowed_str(text);
    }

    forward_to_deserialize_any! { i8 i16 i32 i64 i128 u128 f32 f64 bytes byte_buf unit unit_struct }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match &self.node {
            Node::Nothing => visitor.visit_unit(),
            Node::Truth(truth) => visitor.visit_bool(*truth),
            Node::Whole(number) => visitor.visit_u64(*number),
            Node::Negative(number) => visitor.visit_i64(*number),
            Node::Fraction(number) => visitor.visit_f64(*number),
            Node::Text(text) => visitor.visit_borrowed_str(text),
            Node::List(_) => return self.deserialize_seq(visitor),
            Node::Fields(_) => return self.deserialize_map(visitor),
        }
        .map_err(|fault: Fault| fault.or(self.number))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        let Node::List(list) = &self.node else { return Err(Fault(self.number)) };
        let mut list = List { whole: self.number, now: self.number, rest: list.iter() };
        visitor.visit_seq(&mut list).map_err(|fault| fault.or(list.now))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        let Node::Fields(fields) = &self.node else { return Err(Fault(self.number)) };
        let mut fields = Fields { whole: self.number, now: self.number, rest: fields.iter(), value: None };
        visitor.visit_map(&mut fields).map_err(|fault| fault.or(fields.now))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_unit()
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        if matches!(self.node, Node::Nothing) { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Read<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Read<V::Value> {
        match &self.node {
            Node::List(list) if list.len() == length => self.deserialize_seq(visitor),
            _ => Err(Fault(self.number)),
        }
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(self, _: &'static str, length: usize, visitor: V) -> Read<V::Value> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        let mut record = Record::new(self, name, fields)?;
        visitor.visit_seq(&mut record).map_err(|fault| fault.or(record.now))
    }

    /// `"kept"`, or `{"edited": {…}}`.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        let variant = match &self.node {
            Node::Text(_) => Variant { name: self, content: None },
            Node::Fields(fields) if fields.len() == 1 => Variant { name: &fields[0].0, content: Some(&fields[0].1) },
            _ => return Err(Fault(self.number)),
        };
        visitor.visit_enum(variant).map_err(|fault| fault.or(self.number))
    }
}

struct List<'de> {
    whole: u32,
    /// The value that is being read; the list itself before the first and behind the last.
    now: u32,
    rest: slice::Iter<'de, Json>,
}

impl<'de> List<'de> {
    // Not in the code of every type.
    #[inline(never)]
    fn next(&mut self) -> Option<&'de Json> {
        let value = self.rest.next();
        self.now = value.map_or(self.whole, |value| value.number);
        value
    }
}

impl<'de> SeqAccess<'de> for List<'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Read<Option<T::Value>> {
        let Some(value) = self.next() else { return Ok(None) };
        seed.deserialize(value).map(Some)
    }
}

/// The fields of a record in the order of its type, wherever they stand: a list is half the code that a map needs to tell
/// the fields apart.
struct Record<'de> {
    whole: u32,
    /// As in a list.
    now: u32,
    /// What stands under each name.
    values: vec::IntoIter<&'de Json>,
}

/// What is read where nothing stands, with the number of no value: an optional field is empty then, and any other takes
/// its default or is missed.
static NOTHING: Json = Json { number: 0, node: Node::Nothing };

impl<'de> Record<'de> {
    /// A name that ends so is of a type that takes from foreign or later files what it knows; any other takes no field that
    /// it does not know.
    const OPEN: char = '…';

    fn new(json: &'de Json, name: &str, names: &[&str]) -> Read<Self> {
        let Node::Fields(given) = &json.node else { return Err(Fault(json.number)) };
        let mut values: Vec<&Json> = vec![&NOTHING; names.len()];
        for (key, value) in given {
            let place = names.iter().position(|name| key.text() == Some(name));
            let is_wrong = match place {
                Some(at) => std::mem::replace(&mut values[at], value).number != NOTHING.number,
                None => !name.ends_with(Self::OPEN),
            };
            if is_wrong {
                return Err(Fault(value.number));
            }
        }
        Ok(Self { whole: json.number, now: json.number, values: values.into_iter() })
    }

    // As in a list.
    #[inline(never)]
    fn next(&mut self) -> Option<&'de Json> {
        let value = self.values.next()?;
        self.now = if value.number == NOTHING.number { self.whole } else { value.number };
        Some(value)
    }
}

impl<'de> SeqAccess<'de> for Record<'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Read<Option<T::Value>> {
        let Some(value) = self.next() else { return Ok(None) };
        let read = seed.deserialize(value);
        if value.number == NOTHING.number { Ok(read.ok()) } else { read.map(Some) }
    }
}

struct Fields<'de> {
    whole: u32,
    /// As in a list.
    now: u32,
    rest: slice::Iter<'de, (Json, Json)>,
    value: Option<&'de Json>,
}

impl<'de> Fields<'de> {
    // As in a list.
    #[inline(never)]
    fn next(&mut self) -> Option<&'de Json> {
        let next = self.rest.next();
        self.value = next.map(|(_, value)| value);
        self.now = self.value.map_or(self.whole, |value| value.number);
        next.map(|(key, _)| key)
    }
}

impl<'de> MapAccess<'de> for Fields<'de> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Read<Option<K::Value>> {
        let Some(key) = self.next() else { return Ok(None) };
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Read<T::Value> {
        seed.deserialize(self.value.ok_or(Fault(0))?)
    }
}

struct Variant<'de> {
    name: &'de Json,
    content: Option<&'de Json>,
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Fault;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Read<(T::Value, Self)> {
        Ok((seed.deserialize(self.name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'de> {
    type Error = Fault;

    fn unit_variant(self) -> Read<()> {
        if self.content.is_none() { Ok(()) } else { Err(Fault(0)) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Read<T::Value> {
        seed.deserialize(self.content.ok_or(Fault(0))?)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Read<V::Value> {
        self.content.ok_or(Fault(0))?.deserialize_tuple(length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Read<V::Value> {
        self.content.ok_or(Fault(0))?.deserialize_struct("", fields, visitor)
    }
}
