//! What was read is written back unchanged, and nothing is sent that was not set.

use genauth::models::{Cat, Choice, Counts, Dog, IsSuccessDto, Level, Method, Pet, Sample, SampleRespDto};
use genauth::values::Nullable;
use serde_json::{Value, json};

fn assert_same<T: serde::de::DeserializeOwned + serde::Serialize>(value: Value) {
    let read: T = serde_json::from_value(value.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), value);
}

#[test]
fn every_type_comes_back() {
    assert_same::<Sample>(json!({
        "id": i64::MIN,
        "small": -1,
        "big": u64::MAX,
        "ratio": 0.1,
        "flag": false,
        "name": "",
        "type": "A_NEW_METHOD",
        "level": 99,
        "password": "p",
        "phone": null,
        "managerId": null,
        "next": {"id": 2, "type": "PASSWORD", "managerId": "m", "gaps": [], "table": {}},
        "tags": [],
        "gaps": [1, null],
        "table": {"": {"success": true, "why": null}},
        "anything": {"deep": [1, 2.5, "x", null, true, {}]},
        "choice": [{"success": true}],
        "pet": {"petType": "kitten", "lives": 9},
        "at": "not a date at all",
        "newer": [{"x": 1}],
    }));
}

#[test]
fn a_rest_with_a_type_comes_back() {
    assert_same::<Counts>(json!({"total": 1, "a": 2, "b": -3}));
}

/// Null is a value of free JSON; of any other optional property it is the lack of one.
#[test]
fn null_in_free_json_comes_back() {
    assert_same::<Sample>(json!({
        "id": 0, "type": "", "managerId": null, "gaps": [], "table": {}, "anything": null,
    }));
}

#[test]
fn floats_keep_every_digit() {
    for text in ["0.1", "123456789.12345679", "2.2250738585072014e-308", "1.7976931348623157e308"] {
        let text = format!(r#"{{"id":1,"ratio":{text},"type":"","managerId":null,"gaps":[],"table":{{}}}}"#);
        let sample: Sample = serde_json::from_str(&text).unwrap();
        let back: Sample = serde_json::from_str(&serde_json::to_string(&sample).unwrap()).unwrap();
        assert_eq!(sample, back);
    }
}

#[test]
fn only_what_was_set_is_sent() {
    let mut sample = Sample::new(0, Method::Password);
    let bare = json!({"id": 0, "type": "PASSWORD", "managerId": null, "gaps": [], "table": {}});
    assert_eq!(serde_json::to_value(&sample).unwrap(), bare);

    sample.flag = Some(false);
    sample.small = Some(0);
    sample.name = Some(String::new());
    sample.tags = Some(Vec::new());
    sample.phone = Nullable::Null;
    sample.anything = Some(Value::Null);
    let sent = serde_json::to_value(&sample).unwrap();
    for (name, value) in [
        ("flag", json!(false)),
        ("small", json!(0)),
        ("name", json!("")),
        ("tags", json!([])),
        ("phone", Value::Null),
        ("anything", Value::Null),
    ] {
        assert_eq!(sent.get(name), Some(&value), "{name}");
    }
}

#[test]
fn a_described_property_wins_over_the_rest() {
    let mut value = IsSuccessDto::new(true);
    value.extra.insert("success".to_owned(), json!("other"));
    assert_eq!(serde_json::to_string(&value).unwrap(), r#"{"success":true}"#);
}

#[test]
fn the_last_of_two_equal_names_counts() {
    let read: IsSuccessDto = serde_json::from_str(r#"{"success":false,"x":[1],"success":true,"x":[2]}"#).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), json!({"success": true, "x": [2]}));
}

#[test]
fn enums_know_their_values_and_keep_the_others() {
    assert_eq!(Method::from("PASSWORD"), Method::Password);
    assert_eq!(Method::from("NEW".to_owned()).as_str(), "NEW");
    assert_eq!(Method::Password.to_string(), "PASSWORD");
    assert_eq!(Method::Password.as_ref(), "PASSWORD");
    assert_eq!(format!("{:?}", Method::from("NEW")), r#"Unknown("NEW")"#);
    assert_eq!(Level::from(-1), Level::Minus1);
    assert_eq!(Level::from(7).value(), 7);
    assert_eq!(serde_json::to_string(&[Level::Level1, Level::Unknown(5)]).unwrap(), "[1,5]");
}

fn choice(value: Value) -> Choice {
    let choice: Choice = serde_json::from_value(value.clone()).unwrap();
    assert_eq!(serde_json::to_value(&choice).unwrap(), value);
    choice
}

#[test]
fn a_union_is_told_by_its_shape() {
    assert!(matches!(choice(json!("a")), Choice::Text(_)));
    assert!(matches!(choice(json!(["a"])), Choice::TextList(_)));
    assert!(matches!(choice(json!([{"success": true}])), Choice::List(_)));
    assert!(matches!(choice(json!({"petType": "x", "lives": 1})), Choice::Cat(_)));
    assert!(matches!(choice(json!({"name": "x"})), Choice::Dog(_)));
    // Suits both: the one that knows more of it wins.
    assert!(matches!(choice(json!({"petType": "x", "name": "y", "lives": 9})), Choice::Cat(_)));
    assert!(matches!(choice(json!({"neither": 1})), Choice::Unknown(_)));
    assert!(matches!(choice(json!(5)), Choice::Unknown(_)));
    assert!(matches!(choice(json!(null)), Choice::Unknown(_)));
}

fn pet(value: Value) -> Pet {
    let pet: Pet = serde_json::from_value(value.clone()).unwrap();
    assert_eq!(serde_json::to_value(&pet).unwrap(), value);
    pet
}

#[test]
fn a_tagged_union_keeps_its_tag() {
    assert!(matches!(pet(json!({"petType": "cat"})), Pet::Cat(_)));
    assert!(matches!(pet(json!({"petType": "kitten"})), Pet::Cat(_)));
    assert!(matches!(pet(json!({"petType": "fish", "a": 1})), Pet::Unknown(_)));
    assert!(matches!(pet(json!({})), Pet::Unknown(_)));
    let Pet::Dog(dog) = pet(json!({"petType": "dog", "name": "Rex"})) else { panic!() };
    assert_eq!(dog, genauth::models::Dog::new("Rex"));
}

#[test]
fn a_tagged_union_sends_the_right_tag_whatever_its_object_says() {
    let cat = Pet::Cat(Box::new(genauth::models::Cat::new("dog")));
    assert_eq!(serde_json::to_value(&cat).unwrap(), json!({"petType": "cat"}));
    let dog = Pet::Dog(genauth::models::Dog::new("Rex"));
    assert_eq!(serde_json::to_value(&dog).unwrap(), json!({"petType": "dog", "name": "Rex"}));
}

/// `Debug` tells variants apart that look the same in JSON.
#[test]
fn a_copy_is_as_the_original() {
    let mut sample: Sample = serde_json::from_value(json!({
        "id": i64::MAX,
        "small": -1,
        "big": u64::MAX,
        "ratio": 0.1,
        "flag": false,
        "name": "",
        "type": "A_NEW_METHOD",
        "level": 99,
        "phone": null,
        "managerId": null,
        "next": {"id": 2, "type": "PASSWORD", "managerId": "m", "gaps": [], "table": {}, "newer": {}},
        "tags": [],
        "gaps": [1, null],
        "table": {"": {"success": true, "why": null}},
        "anything": {"deep": [1, 2.5, "x", null, true, {}]},
        "pet": {"petType": "kitten", "lives": 9},
        "at": "not a date at all",
        "newer": [{"x": 1}],
    }))
    .unwrap();
    let choices = [
        Choice::List(Vec::new()),
        Choice::TextList(Vec::new()),
        Choice::Text("null".to_owned()),
        Choice::Cat(Cat::new("dog")),
        Choice::Dog(Dog::new("Rex")),
        Choice::Unknown(json!({"name": "Rex"})),
    ];
    for choice in choices {
        sample.choice = Some(choice);
        let copy = sample.clone();
        assert_eq!(copy, sample);
        assert_eq!(format!("{copy:?}"), format!("{sample:?}"));
    }
    let counts: Counts = serde_json::from_value(json!({"total": 1, "a": 2, "b": -3})).unwrap();
    assert_eq!(format!("{:?}", counts.clone()), format!("{counts:?}"));
}

#[test]
fn numbers_that_json_has_not_are_copied_too() {
    let mut sample = Sample::new(1, Method::Password);
    sample.ratio = Some(f64::NEG_INFINITY);
    assert_eq!(sample.clone().ratio, Some(f64::NEG_INFINITY));
}

/// What of two properties of one name counts is open in JSON; readers mostly take the last. Nothing of the first may stay in it.
#[test]
fn of_two_properties_of_one_name_the_last_counts_alone() {
    const NEEDED: &str = r#""type": "PASSWORD", "managerId": null, "gaps": []"#;
    let first = format!(
        r#"{{"id": 1, {NEEDED}, "name": "first", "level": 1, "old": true, "table": {{"a": {{"success": true}}}}}}"#
    );
    let last = format!(r#"{{"id": 2, {NEEDED}, "table": {{}}, "new": {{}}}}"#);
    let twice = format!(r#"{{"statusCode": 200, "data": {first}, "data": {last}}}"#);
    let once = format!(r#"{{"statusCode": 200, "data": {last}}}"#);
    let [twice, once] = [twice, once].map(|text| serde_json::from_str::<SampleRespDto>(&text).unwrap());
    assert_eq!(twice, once);

    let twice = format!(
        r#"{{"id": 1, {NEEDED}, "table": {{"a": {{"success": true, "old": true}}, "a": {{"success": false}}}}}}"#
    );
    let once = format!(r#"{{"id": 1, {NEEDED}, "table": {{"a": {{"success": false}}}}}}"#);
    let [twice, once] = [twice, once].map(|text| serde_json::from_str::<Sample>(&text).unwrap());
    assert_eq!(twice, once);
}
