//! Where JavaScript and Rust read or write JSON differently.

use super::*;
use crate::signing::{SigningError, parameters};

#[test]
fn names_are_sorted_by_utf_16_code_unit() {
    // U+1F600 is D83D DE00 in UTF-16, which is less than FF21; as code points it is the other way round.
    assert_eq!(signed_body(r#"{"Ａ":1,"😀":2,"é":3,"z":4}"#), "?z=4&é=3&😀=2&Ａ=1");
}

#[test]
fn numbers_are_written_as_javascript_does() {
    for (sent, signed) in [
        ("1e21", "1e+21"),
        ("1e20", "100000000000000000000"),
        ("123456789012345680000", "123456789012345680000"),
        ("9007199254740993", "9007199254740992"),
        ("18446744073709551615", "18446744073709552000"),
        ("-9223372036854775808", "-9223372036854776000"),
        ("-0", "0"),
        ("-0.0", "0"),
        ("1.0", "1"),
        ("0.000001", "0.000001"),
        ("1E-7", "1e-7"),
        ("5e-324", "5e-324"),
        ("1.7976931348623157e308", "1.7976931348623157e+308"),
    ] {
        assert_eq!(signed_body(&format!(r#"{{"n":{sent}}}"#)), format!("?n={signed}"));
        assert_eq!(signed_body(&format!(r#"{{"n":[{sent}]}}"#)), format!("?n=[{signed}]"));
    }
}

#[test]
fn only_control_characters_quotes_and_backslashes_are_escaped() {
    let sent = r#"{"o":["\u0000\u0008\u000b\u000c\u001f\u007f\u2028\u2029\ud83d\ude00\/<é"]}"#;
    let signed = "?o=[\"\\u0000\\b\\u000b\\f\\u001f\u{7f}\u{2028}\u{2029}😀/<é\"]";
    assert_eq!(signed_body(sent), signed);
}

#[test]
fn a_text_at_the_top_is_signed_as_it_is() {
    assert_eq!(signed_body(r#"{"a":"\u0001\n\"\u2028","b":""}"#), "?a=\u{1}\n\"\u{2028}&b=");
}

#[test]
fn nested_names_keep_their_order_behind_indices() {
    let sent = r#"{"o":{"b":0,"4294967295":1,"01":2,"4294967294":3,"-1":4,"+7":5,"7":6,"0":7,"1.0":8,"a":9}}"#;
    let signed = r#"?o={"0":7,"7":6,"4294967294":3,"b":0,"4294967295":1,"01":2,"-1":4,"+7":5,"1.0":8,"a":9}"#;
    assert_eq!(signed_body(sent), signed);
}

#[test]
fn of_members_with_one_name_the_last_wins_in_the_place_of_the_first() {
    assert_eq!(signed_body(r#"{"a":1,"o":{"x":1,"y":2,"x":3},"a":[2]}"#), r#"?a=[2]&o={"x":3,"y":2}"#);
}

#[test]
fn bodies_that_are_no_object_sign_the_path_alone() {
    for body in ["[1,2]", "\"text\"", "7", "null", "{}"] {
        assert_eq!(signed_body(body), "");
    }
}

#[test]
fn nesting_that_no_reader_bears_is_an_error() {
    let deep = |levels: usize| format!("{{\"a\":{}{}}}", "[".repeat(levels), "]".repeat(levels));
    assert_eq!(signed_body(&deep(100)).len(), "?a=".len() + 200);
    for levels in [128, 100_000] {
        let error = parameters(&request(Method::POST, "/x", &deep(levels))).unwrap_err();
        assert!(matches!(error, SigningError::Body(_)), "{error:?}");
    }
}

#[test]
fn a_json_body_that_cannot_be_read_is_an_error_that_does_not_show_it() {
    let unpaired = br#"{"password":"hunter2\ud800"}"#.to_vec();
    for body in [b"{\"password\":\"hunter2\xff\"}".to_vec(), b"{\"password\":\"hunter2\"".to_vec(), unpaired] {
        let mut request = request(Method::POST, "/x", "{}");
        *request.body_mut() = body.into();
        let error = signer("GenAuth", "x-genauth-").sign(&mut request, "", now(), NONCE).unwrap_err();
        assert!(matches!(error, SigningError::Body(_)), "{error:?}");
        assert!(!format!("{error} {error:?}").contains("hunter2"), "{error:?}");
        assert!(!request.headers().contains_key("authorization"));
    }
}

#[test]
fn a_query_is_decoded_before_it_is_signed() {
    let signed = |query: &str| {
        let request = request(Method::GET, &format!("https://api.example.com/x?{query}"), "");
        parameters(&request).map(|found| string_to_sign("GET", "/x", Vec::new(), found))
    };
    for (sent, expected) in [
        ("q=a%20b+c%2Bd%26%3D%E5%BC%A0", "q=a b+c+d&=张"),
        ("ids[]=a%22", r#"ids=["a\""]"#),
        ("ids=a&ids=b", r#"ids=["a","b"]"#),
        ("n=1&empty=&flag&&n2=null", "empty=&flag=&n=1&n2=null"),
    ] {
        let expected = expected.replace("b+c", "b c");
        assert_eq!(signed(sent).unwrap(), format!("GET\n/x?{expected}"));
    }
    assert!(matches!(signed("q=%FF"), Err(SigningError::Query)));
}
