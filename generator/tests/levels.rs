//! Levels that the settings give to rules: for all places or for some, and always for a reason.

use generator::diagnostic::{Diagnostics, Style};
use generator::model_of;
use generator::overlay::Overlays;
use generator::settings::Settings;
use generator::source::Source;

const DOCUMENT: &str = "\
openapi: 3.0.3
info: {title: Pets, version: 1.0.0}
tags: [{name: pets}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pet]
      responses:
        '200': {description: The pets.}
    post:
      operationId: createPet
      tags: [stores]
      responses:
        '404': {description: No.}
components:
  schemas:
    Order: {type: object, properties: {limit: {type: integer, default: all}}}
";

/// What is reported with such entries, and whether there is a model.
fn report(rules: &str) -> (String, bool) {
    let settings = format!(
        "package: {{name: pets}}\nclients:\n  - {{name: Client, module: client, documents: [pets.yaml]}}\nrules:\n{rules}"
    );
    let mut diagnostics = Diagnostics::default();
    let settings = Settings::parse(Source::new("settings.yaml", settings), &mut diagnostics).expect("they are right");
    let documents = [Source::new("pets.yaml", DOCUMENT)];
    let model = model_of(&settings, &documents, &Overlays::default(), &mut diagnostics);
    (diagnostics.render(Style::Plain), model.is_some())
}

#[test]
fn a_rule_is_allowed_somewhere_or_an_error_everywhere() {
    let (said, is_made) = report(
        "  - {rule: undeclared-tag, level: allow, reason: Tags are described elsewhere.}
  - {rule: GA0025, level: warning, at: /paths/~1pets/post, reason: But not this one.}
  - {rule: default-misfit, level: error, document: pets.yaml, reason: Defaults are sent to our customers.}
  - {rule: no-success-response, level: allow, at: /paths, reason: It is a stub.}
",
    );
    assert!(!is_made);
    insta::assert_snapshot!(said);
}

#[test]
fn an_entry_that_cannot_be_followed_is_a_problem_itself() {
    let (said, is_made) = report(
        "  - {rule: undeclared-tags, level: allow, reason: A slip.}
  - {rule: dangling-reference, level: warning, reason: Nothing could be made.}
  - {rule: undeclared-tag, level: allow, reason: ' '}
  - {rule: no-success-response, level: allow, at: /components, reason: Nothing is there.}
",
    );
    assert!(!is_made);
    insta::assert_snapshot!(said);
}
