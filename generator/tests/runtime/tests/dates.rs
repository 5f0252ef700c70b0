//! Dates are kept as they came and convert to the two usual libraries.

use genauth::values::{Date, DateTime};

#[test]
fn the_text_is_kept() {
    for text in ["2024-02-29T08:00:00.000Z", "2024-02-29 08:00", "", "soon"] {
        assert_eq!(DateTime::new(text).as_str(), text);
        let read: DateTime = serde_json::from_value(text.into()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), text);
    }
    assert_eq!(Date::from("2024-02-29").to_string(), "2024-02-29");
}

#[cfg(feature = "jiff")]
#[test]
fn to_and_from_jiff() {
    let time = DateTime::new("2024-02-29T10:00:00.5+02:00").to_jiff().unwrap();
    assert_eq!(DateTime::from(time).as_str(), "2024-02-29T08:00:00.5Z");
    let day = Date::new("2024-02-29").to_jiff().unwrap();
    assert_eq!(Date::from(day).as_str(), "2024-02-29");
    assert!(DateTime::new("soon").to_jiff().is_err());
}

#[cfg(feature = "chrono")]
#[test]
fn to_and_from_chrono() {
    let time = DateTime::new("2024-02-29T10:00:00.5+02:00").to_chrono().unwrap();
    assert_eq!(DateTime::from(time).as_str(), "2024-02-29T08:00:00.500Z");
    let day = Date::new("2024-02-29").to_chrono().unwrap();
    assert_eq!(Date::from(day).as_str(), "2024-02-29");
    assert!(DateTime::new("soon").to_chrono().is_err());
}
