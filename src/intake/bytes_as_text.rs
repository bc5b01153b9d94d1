//! Bytes on their way between two workers: a letter each, where a list of numbers would take forty times their room.

use serde::Deserialize;
use serde::Deserializer;
use serde::Serializer;
use serde::de::Error;

pub(super) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&bytes.iter().copied().map(char::from).collect::<String>())
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    let letters = String::deserialize(deserializer)?;
    letters.chars().map(u8::try_from).collect::<Result<_, _>>().map_err(D::Error::custom)
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::*;

    #[derive(Deserialize, Serialize)]
    struct Carried(#[serde(with = "super")] Vec<u8>);

    #[test]
    fn every_byte_arrives() {
        let bytes: Vec<u8> = (0..=255).collect();
        let text = serde_json::to_string(&Carried(bytes.clone())).unwrap();
        assert_eq!(serde_json::from_str::<Carried>(&text).unwrap().0, bytes);
        assert!(serde_json::from_str::<Carried>("\"ế\"").is_err());
    }
}
