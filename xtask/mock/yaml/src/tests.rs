use serde_json::{Value, json};

use super::{Error, quick, read, slow};

#[test]
fn both_ways_read_the_real_documents_alike() {
    for name in ["authentication", "management"] {
        let path = format!("{}/../../../specs/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("the document is there");
        assert_eq!(quick(&text).expect("it is plain"), slow(&text).expect("it is YAML"));
    }
}

#[test]
fn both_ways_read_scalars_alike() {
    let scalars = [
        "1",
        "0",
        "-1",
        "+1",
        "012",
        "0x1F",
        "0o17",
        "0b11",
        "1_000",
        "1e3",
        "1.0",
        ".5",
        "1.",
        "-0",
        ".inf",
        "-.INF",
        ".nan",
        "2020-01-01",
        "2020-01-01T00:00:00Z",
        "1.2.3",
        "12345678901234567890",
        "99999999999999999",
        "yes",
        "no",
        "Null",
        "nULL",
        "~",
        "True",
        "tRUE",
        "text",
        "'1'",
        "\"a\\nb\"",
        "'it''s'",
        "- ",
        "---x",
        "-",
        "--",
        "a: b",
        "[1, a, {b: c}]",
        "|\n  two\n  lines\n",
        ">-\n  two\n  lines\n",
        "two\n  lines",
        "https://example.com/#x",
        "a#b",
        "a # b",
        "-1:2",
        "1#2",
        "..",
        "...",
        "---",
        "!x y",
        "&a 1",
    ];
    for scalar in scalars {
        let text = format!("a: {scalar}\n");
        if let Some(value) = quick(&text) {
            assert_eq!(Some(value), slow(&text).ok(), "{scalar}");
        }
    }
}

#[test]
fn what_is_unusual_is_left_to_the_slow_way() {
    let unusual = [
        "a: &x 1\n",
        "a: 1\na: 2\n",
        "a:\n  <<: {b: 1}\n",
        "a: !!str 1\n",
        "? [a]\n: 1\n",
        "a: 1\n---\nb: 2\n",
        "a: [",
        "a:\tb\n",
    ];
    for text in unusual {
        assert_eq!(quick(text), None, "{text}");
    }
}

#[test]
fn merge_keys_are_applied_and_duplicates_refused() {
    let merged: Value = read("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n").expect("it is YAML");
    assert_eq!(merged, json!({"a": {"b": 1, "c": 2}, "d": {"b": 1, "c": 3}}));
    assert!(read("a: 1\na: 2\n").is_err());
    assert!(read("a: !foo 1\n").is_err());
    assert!(read(&"[".repeat(100_000)).is_err());
}

#[test]
fn what_is_too_much_is_refused() {
    let deep = format!("a: {}", "[".repeat(100_000));
    assert!(matches!(read(&deep), Err(Error::TooDeep { line: 1 })));
    let long = format!("a: &a {}\nb:\n- [{}*a]\n", "text ".repeat(20_000), "*a, ".repeat(20_000));
    assert!(matches!(read(&long), Err(Error::Aliases { line: 3 })));
    let mut laughs = "l0: &l0 lol\n".to_owned();
    for level in 1..=10 {
        laughs.push_str(&format!("l{level}: &l{level} [{}]\n", vec![format!("*l{}", level - 1); 10].join(", ")));
    }
    assert!(matches!(read(&laughs), Err(Error::Aliases { .. })));
    assert!(matches!(read("a: &a [1, *a]\n"), Err(Error::Endless { line: 1 })));
    assert!(matches!(read(&" ".repeat(super::LARGEST + 1)), Err(Error::TooLong)));
    let fine = "a: &a [1, {b: 2}]\nc: [*a, *a]\n";
    assert_eq!(read(fine).expect("it is little"), json!({"a": [1, {"b": 2}], "c": [[1, {"b": 2}], [1, {"b": 2}]]}));
}
