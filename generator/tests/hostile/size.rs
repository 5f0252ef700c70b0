//! Much of something.

use std::fmt::Write;

use generator::diagnostic::{Diagnostics, Rule};
use generator::source::{LARGEST, Size, Source};
use generator::spec::Document;

use super::run::{Ran, components, files, run};

#[test]
fn a_text_that_is_too_long_is_refused_before_it_is_read() {
    let ran = run(" ".repeat(LARGEST + 1));
    assert_eq!(ran.errors, [Rule::TooLarge]);
    insta::assert_snapshot!(ran.said);
}

#[test]
fn a_text_with_too_many_values_is_refused_before_it_is_read() {
    let ran = run(format!("x-a: [{}1]", "1,".repeat(5_000_000)));
    assert_eq!(ran.errors, [Rule::TooLarge]);
    insta::assert_snapshot!(ran.said);
}

/// Commas in a text count too, so this one has few values and may not be read unless somebody trusts it.
#[test]
fn a_text_of_any_size_is_read_if_that_is_trusted_and_none_that_is_too_deep() {
    let read = |text: &str, size: Size| {
        let mut diagnostics = Diagnostics::default();
        let document = Document::load(Source::sized("document.json", text, size), &mut diagnostics);
        assert_eq!(document.is_none(), diagnostics.has_errors());
        diagnostics.iter().map(|it| it.rule).collect::<Vec<_>>()
    };
    let commas = components(&format!("{{\"x-a\": \"{}\"}}", ",".repeat(LARGEST + 1)));
    assert_eq!(read(&commas, Size::Limited), [Rule::TooLarge]);
    assert_eq!(read(&commas, Size::Trusted), []);
    let deep = components(&format!("{{\"x-a\": {}{}}}", "[".repeat(1000), "]".repeat(1000)));
    assert_eq!(read(&deep, Size::Trusted), [Rule::TooDeep]);
}

#[test]
fn too_many_paths_are_refused() {
    let paths: Vec<String> = (0..50_001).map(|index| format!("\"/{index}\": {{}}")).collect();
    let text = components("{}").replace("\"paths\": {}", &format!("\"paths\": {{{}}}", paths.join(",")));
    let ran = run(text);
    assert_eq!(ran.errors, [Rule::TooLarge]);
    insta::assert_snapshot!(ran.said);
}

/// Ten thousand million laughs in 600 bytes.
#[test]
fn aliases_of_aliases_are_refused() {
    let mut text = "openapi: 3.0.3\nl0: &l0 lol\n".to_owned();
    for level in 1..=10 {
        let _ = writeln!(text, "l{level}: &l{level} [{}]", vec![format!("*l{}", level - 1); 10].join(", "));
    }
    let ran = run(text);
    assert_eq!(ran.errors, [Rule::TooLarge]);
    insta::assert_snapshot!(ran.said);
}

/// No alias holds another, and there are fewer than the parser's own limit; but what they stand for is long.
#[test]
fn many_aliases_of_one_long_text_are_refused() {
    let ran = run(format!("a: &a {}\nb: [{}]", "text ".repeat(20_000), "*a, ".repeat(20_000)));
    assert_eq!(ran.errors, [Rule::TooLarge], "{}", ran.said);
}

#[test]
fn an_alias_inside_of_its_own_anchor_is_refused() {
    let ran = run("openapi: 3.0.3\nx-a: &a [1, *a]\n");
    assert_eq!(ran.errors, [Rule::ReferenceCycle]);
    insta::assert_snapshot!(ran.said);
}

#[test]
fn a_million_values_of_an_enum_are_refused() {
    let ran = enumeration(1_000_000);
    assert_eq!(ran.errors, [Rule::TooLarge], "{}", ran.said);
}

#[test]
fn many_values_of_an_enum_are_generated() {
    // All of them have one name but for the number.
    let values: String = (0..3000).map(|index| format!(",\"{}\"", "!".repeat(index + 1))).collect();
    files(components(&format!("{{\"schemas\": {{\"A\": {{\"type\": \"string\", \"enum\": [\"a\"{values}]}}}}}}")));
    assert!(enumeration(3000).errors.is_empty());
}

fn enumeration(count: usize) -> Ran {
    let values: Vec<String> = (0..count).map(|index| format!("\"v{index}\"")).collect();
    let values = values.join(",");
    run(components(&format!("{{\"schemas\": {{\"A\": {{\"type\": \"string\", \"enum\": [{values}]}}}}}}")))
}

/// Each of 2000 schemas takes over the properties of all others.
#[test]
fn schemas_that_multiply_by_all_of_are_refused() {
    let parts: Vec<String> =
        (0..2000).map(|index| format!("{{\"$ref\": \"#/components/schemas/P{index}\"}}")).collect();
    let parts = parts.join(",");
    let mut schemas: String =
        (0..2000).map(|index| format!("\"P{index}\": {{\"properties\": {{\"p{index}\": {{}}}}}},")).collect();
    for index in 0..40 {
        let _ = write!(schemas, "\"A{index}\": {{\"allOf\": [{{\"$ref\": \"#/components/schemas/All\"}}, {{}}]}},");
    }
    for index in 0..300 {
        let _ = write!(
            schemas,
            "\"B{index}\": {{\"allOf\": [{{\"$ref\": \"#/components/schemas/All\"}}, {{\"properties\": {{\"b\": {{}}}}}}]}},"
        );
    }
    let ran = run(components(&format!("{{\"schemas\": {{{schemas} \"All\": {{\"allOf\": [{parts}]}}}}}}")));
    assert_eq!(ran.errors, [Rule::TooLarge], "{}", ran.said);
}

/// Variables of a server that hold others, ten times each.
#[test]
fn variables_of_variables_do_not_multiply() {
    let mut variables = String::new();
    for level in 0..12 {
        let _ = write!(variables, "v{level}: {{default: '{}'}}, ", format!("{{v{}}}", level + 1).repeat(10));
    }
    let text = format!(
        "openapi: 3.0.3\ninfo: {{title: t, version: '1'}}\nservers: [{{url: 'https://{{v0}}/', variables: {{{variables}}}}}]\npaths: {{}}\n"
    );
    let files = files(text);
    let metadata = files.get("src/metadata.rs").expect("there is metadata");
    assert!(metadata.contains(&format!("https://{}", "{v1}".repeat(10))), "{metadata}");
}
