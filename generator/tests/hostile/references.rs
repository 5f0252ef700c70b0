//! References that loop, and chains of them.

use generator::diagnostic::Rule;

use super::run::{Ran, components, files, run};

const LONG: usize = 10_000;

/// Schemas `A0`, `A1`, ... of which each is made from a reference to the next, and the last from one to `end`.
fn chain(length: usize, end: &str, schema: impl Fn(&str) -> String) -> Ran {
    let name = |index: usize| if index == length { end.to_owned() } else { format!("A{index}") };
    let reference = |index: usize| format!("{{\"$ref\": \"#/components/schemas/{}\"}}", name(index + 1));
    let schemas: Vec<String> =
        (0..length).map(|index| format!("\"A{index}\": {}", schema(&reference(index)))).collect();
    run(components(&format!("{{\"schemas\": {{{}, \"End\": {{\"type\": \"string\"}}}}}}", schemas.join(","))))
}

#[test]
fn a_long_chain_of_references_is_refused() {
    let ran = chain(LONG, "End", str::to_owned);
    assert!(!ran.errors.is_empty() && ran.errors.iter().all(|rule| *rule == Rule::TooDeep), "{}", ran.said);
    insta::assert_snapshot!(ran.said);
    assert!(chain(100, "End", str::to_owned).errors.is_empty());
}

#[test]
fn a_long_circle_of_references_is_refused() {
    let ran = chain(LONG, "A0", str::to_owned);
    assert_eq!(ran.errors.first(), Some(&Rule::ReferenceCycle), "{}", ran.said);
    insta::assert_snapshot!(ran.said);
}

#[test]
fn a_long_chain_of_lists_and_of_single_parts_is_refused() {
    for end in ["End", "A0"] {
        let lists = chain(LONG, end, |next| format!("{{\"type\": \"array\", \"items\": {next}}}"));
        assert_eq!(lists.errors, [Rule::TooDeep], "{}", lists.said);
        let parts = chain(LONG, end, |next| format!("{{\"allOf\": [{next}]}}"));
        assert_eq!(parts.errors, [Rule::TooDeep], "{}", parts.said);
        let choices = chain(LONG, end, |next| format!("{{\"oneOf\": [{next}]}}"));
        assert_eq!(choices.errors, [Rule::TooDeep], "{}", choices.said);
    }
}

#[test]
fn a_long_chain_of_parents_is_refused() {
    let ran = chain(LONG, "End", |next| format!("{{\"allOf\": [{next}, {{\"properties\": {{\"a\": {{}}}}}}]}}"));
    assert_eq!(ran.errors, [Rule::TooDeep], "{}", ran.said);
    insta::assert_snapshot!(ran.said);
    let circle = chain(50, "A0", |next| format!("{{\"allOf\": [{next}, {{\"properties\": {{\"a\": {{}}}}}}]}}"));
    assert!(circle.errors.is_empty(), "{}", circle.said);
}

#[test]
fn a_long_chain_and_a_long_circle_of_objects_are_generated() {
    for end in ["End", "A0"] {
        for required in ["", ", \"required\": [\"next\"]"] {
            let ran = chain(LONG, end, |next| {
                format!("{{\"type\": \"object\", \"properties\": {{\"next\": {next}}}{required}}}")
            });
            assert!(ran.errors.is_empty(), "{}", ran.said);
        }
    }
    let unions = chain(1000, "A0", |next| format!("{{\"oneOf\": [{{\"type\": \"boolean\"}}, {next}]}}"));
    assert!(unions.errors.is_empty(), "{}", unions.said);
}

#[test]
fn every_kind_of_component_may_loop() {
    let sections = [
        "schemas",
        "parameters",
        "responses",
        "requestBodies",
        "headers",
        "examples",
        "links",
        "callbacks",
        "securitySchemes",
    ];
    for section in sections {
        let looped = |from: &str, to: &str| format!("\"{from}\": {{\"$ref\": \"#/components/{section}/{to}\"}}");
        let ran = run(components(&format!(
            "{{\"{section}\": {{{}, {}, {}}}}}",
            looped("A", "B"),
            looped("B", "C"),
            looped("C", "B")
        )));
        assert_eq!(ran.errors, [Rule::ReferenceCycle], "{section}: {}", ran.said);
        assert!(ran.said.contains("`B` -> `C` -> `B`"), "{}", ran.said);
    }
}

#[test]
fn path_items_that_refer_to_each_other_are_left_out() {
    let text = "{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"t\", \"version\": \"1\"}, \"paths\": {
        \"/a\": {\"$ref\": \"#/paths/~1b\"}, \"/b\": {\"$ref\": \"#/paths/~1a\"}, \"/c\": {\"$ref\": \"#\"}}}";
    files(text);
}

#[test]
fn operations_that_use_what_loops_are_refused() {
    let text = "
openapi: 3.0.3
info: {title: t, version: '1'}
paths:
  /a:
    post:
      operationId: a
      parameters: [{$ref: '#/components/parameters/P'}]
      requestBody: {$ref: '#/components/requestBodies/B'}
      responses: {'200': {$ref: '#/components/responses/R'}}
components:
  parameters: {P: {$ref: '#/components/parameters/P'}}
  requestBodies: {B: {$ref: '#/components/requestBodies/B'}}
  responses: {R: {$ref: '#/components/responses/R'}}
";
    assert_eq!(run(text).errors, [Rule::ReferenceCycle; 3]);
}
