//! What the generator leaves out or takes otherwise than described: named, counted and placed, never silent.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use generator::diagnostic::{Diagnostics, Rule, Style, feature};
use generator::model::Api;
use generator::overlay::Overlays;
use generator::settings::Settings;
use generator::source::Source;

/// The unsupported features of a document with their lines, and the model.
fn lowered(rest: &str) -> (Vec<(&'static str, usize)>, Api) {
    let text = format!("openapi: 3.0.3\ninfo: {{title: t, version: '1'}}\n{rest}");
    let settings = Settings::for_document("one", "document.yaml");
    let mut diagnostics = Diagnostics::default();
    let sources = [Source::new("document.yaml", text)];
    let api = generator::model_of(&settings, &sources, &Overlays::default(), &mut diagnostics);
    let reported = diagnostics.sorted().into_iter().filter_map(|diagnostic| match diagnostic.rule {
        Rule::Unsupported(feature) => Some((feature, diagnostic.at.locate()?.line)),
        _ => None,
    });
    (reported.collect(), api.expect("there are only warnings"))
}

fn operations(api: &Api) -> usize {
    api.clients.iter().flat_map(|client| &client.areas).map(|area| area.operations.len()).sum()
}

#[test]
fn the_operations_of_a_path_that_is_a_reference_are_left_out_with_a_word() {
    let (reported, api) = lowered(
        "paths:
  /here: {get: {operationId: here, responses: {}}}
  /component: {$ref: '#/components/pathItems/Elsewhere'}
  /file: {$ref: 'file.yaml'}
  /path:
    $ref: '#/paths/~1here'
    post: {operationId: beside, responses: {}}
components:
  pathItems: {Elsewhere: {get: {operationId: elsewhere, responses: {}}}}
",
    );
    assert_eq!(
        reported,
        [(feature::PATH_ITEM_REFERENCE, 5), (feature::EXTERNAL_REFERENCE, 6), (feature::PATH_ITEM_REFERENCE, 8)]
    );
    assert_eq!(operations(&api), 1);
}

#[test]
fn a_path_item_that_leads_to_nothing_is_an_error() {
    let text =
        "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n  /a: {$ref: '#/components/pathItems/Absent'}\n";
    let mut diagnostics = Diagnostics::default();
    generator::spec::Document::load(Source::new("document.yaml", text), &mut diagnostics);
    assert_eq!(diagnostics.iter().map(|diagnostic| diagnostic.rule).collect::<Vec<_>>(), [Rule::DanglingReference]);
}

#[test]
fn a_parameter_of_a_media_type_that_is_not_json() {
    let (reported, _) = lowered(
        "paths:
  /a:
    get:
      operationId: a
      parameters:
        - {name: json, in: query, content: {application/json: {schema: {type: object}}}}
        - {name: xml, in: query, content: {application/xml: {schema: {type: object}}}}
      responses: {}
",
    );
    assert_eq!(reported, [(feature::PARAMETER_CONTENT, 9)]);
}

#[test]
fn a_form_with_styles_of_its_own() {
    let form = |encoding: &str| {
        let properties = "{a: {type: string}, b: {type: array, items: {type: string}}, c: {type: object}, d: {type: string, enum: [e]}}";
        let schema = format!("{{type: object, properties: {properties}}}");
        let content = format!("{{application/x-www-form-urlencoded: {{schema: {schema}, encoding: {encoding}}}}}");
        lowered(&format!(
            "paths:\n  /a:\n    post:\n      operationId: a\n      requestBody: {{content: {content}}}\n      responses: {{}}\n"
        ))
    };
    assert_eq!(form("{a: {style: deepObject, explode: true}}").0, [(feature::FORM_ENCODING, 7)]);
    assert_eq!(form("{a: {style: form}, b: {contentType: text/plain}}").0, []);
    for apart in ["{b: {explode: false}}", "{c: {style: form, explode: false}}", "{unknown: {explode: false}}"] {
        assert_eq!(form(apart).0, [(feature::FORM_ENCODING, 7)], "{apart}");
    }
    // One value is written alike.
    assert_eq!(form("{a: {explode: false}, b: {explode: true}, d: {style: form, explode: false}}").0, []);
}

#[test]
fn a_query_parameter_that_is_not_to_be_escaped() {
    let parameters = "[{name: a, in: query, allowReserved: true, schema: {type: string}}]";
    let (reported, _) =
        lowered(&format!("paths:\n  /a: {{get: {{operationId: a, parameters: {parameters}, responses: {{}}}}}}\n"));
    assert_eq!(reported, [(feature::ALLOW_RESERVED, 4)]);
}

#[test]
fn a_discriminator_whose_alternatives_are_not_listed() {
    let (reported, _) = lowered(
        "paths: {}
components:
  schemas:
    Pet:
      type: object
      properties: {kind: {type: string}}
      discriminator: {propertyName: kind}
    Cat:
      allOf:
        - $ref: '#/components/schemas/Pet'
        - {type: object, properties: {lives: {type: integer}}}
",
    );
    assert_eq!(reported, [(feature::DISCRIMINATOR_ALONE, 9)]);
}

#[test]
fn a_security_scheme_that_is_a_reference_is_the_one_that_it_leads_to() {
    let (reported, api) = lowered(
        "paths:
  /a: {get: {operationId: a, security: [{alias: []}], responses: {}}}
components:
  securitySchemes:
    alias: {$ref: '#/components/securitySchemes/token'}
    token: {type: http, scheme: bearer}
",
    );
    assert_eq!(reported, []);
    let schemes: Vec<&str> = api.clients[0].security.iter().map(|scheme| scheme.wire_name.as_str()).collect();
    assert_eq!(schemes, ["alias", "token"]);
}

#[test]
fn two_documents_of_one_client_cannot_share_an_operation_id() {
    let settings = "package: {name: two}\nclients: [{name: A, module: a, documents: [one.yaml, two.yaml]}]\n";
    let mut diagnostics = Diagnostics::default();
    let settings = Settings::parse(Source::new("settings.yaml", settings), &mut diagnostics).expect("settings");
    let document = |name: &str| -> Arc<Source> {
        let text =
            "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {/a: {get: {operationId: a, responses: {}}}}\n";
        Source::new(name, text)
    };
    let sources = [document("one.yaml"), document("two.yaml")];
    let api = generator::model_of(&settings, &sources, &Overlays::default(), &mut diagnostics);
    assert!(api.is_none(), "one of them would have no method");
    insta::assert_snapshot!(diagnostics.render(Style::Plain));
}

#[test]
fn every_feature_that_has_a_name_is_reported_by_something() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let names = fs::read_to_string(source.join("diagnostic/feature.rs")).expect("the names");
    let code = text_below(&source);
    let names = names.lines().filter_map(|line| line.strip_prefix("pub const ")?.split(':').next());
    let idle: Vec<&str> = names.filter(|name| !code.contains(&format!("feature::{name}"))).collect();
    assert!(idle.is_empty(), "{idle:?}");
}

fn text_below(folder: &Path) -> String {
    let entries = fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path());
    entries
        .map(|path| if path.is_dir() { text_below(&path) } else { fs::read_to_string(path).expect("a text") })
        .collect()
}
