//! Changes that no description leads to, because the settings make them.

use diff::api;
use generator::model::Envelope;
use generator::overlay::Overlays;
use generator::source::Source;

use crate::fixtures::{base, of, text};

#[test]
fn another_envelope_breaks_every_answer() {
    let old = base().api.expect("the base has a model");
    let mut new = old.clone();
    new.envelope = Some(Envelope {
        status: "status".to_owned(),
        success: vec![200],
        message: "message".to_owned(),
        code: "code".to_owned(),
        request_id: "requestId".to_owned(),
        payload: "data".to_owned(),
    });
    let found: Vec<&str> = api::compare(&old, &new).iter().map(|finding| finding.rule.id).collect();
    assert_eq!(found, ["api-envelope-changed"]);
}

#[test]
fn nothing_is_found_where_nothing_changed() {
    let version = base();
    let changes = diff::Changes::between(&version, &version);
    assert_eq!(changes.iter().count(), 0);
    assert_eq!(changes.verdict(), diff::Verdict::Nothing);
    assert_eq!(changes.worst(), None);
}

/// A text becomes a union of unions of unions, which can be compared in more ways than there is time for.
#[test]
fn a_comparison_of_unions_comes_to_an_end() {
    let document = |ty: &str| {
        let mut text = format!(
            "openapi: 3.0.3
info: {{ title: Shop, version: 1.0.0 }}
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '200':
          description: A pet.
          content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/Pet' }} }} }}
components:
  schemas:
    Pet: {{ type: object, properties: {{ name: {ty} }} }}
"
        );
        for level in 0..12 {
            for number in 0..6 {
                let alternatives: Vec<String> =
                    (0..6).map(|next| format!("{{ $ref: '#/components/schemas/L{}N{next}' }}", level + 1)).collect();
                text += &format!("    L{level}N{number}: {{ anyOf: [{}] }}\n", alternatives.join(", "));
            }
        }
        for number in 0..6 {
            text += &format!("    L12N{number}: {{ type: object, properties: {{ a{number}: {{ type: string }} }} }}\n");
        }
        text
    };
    let [old, new] = ["{ type: string }", "{ $ref: '#/components/schemas/L0N0' }"]
        .map(|ty| of("unions", &document(ty), Overlays::default()).api.expect("there is a model"));
    let found: Vec<&str> = api::compare(&old, &new).iter().map(|finding| finding.rule.id).collect();
    assert_eq!(found, ["api-property-type-changed"]);
}

/// What of a change depends on the way that a type travels.
#[test]
fn a_property_that_is_answered_only_breaks_requests_alone() {
    let levels = |schema: &str| -> Vec<(&str, &str)> {
        let overlay = format!(
            "overlay: 1.0.0
info: {{ title: Read-only, version: 1.0.0 }}
actions:
  - target: $.components.schemas.{schema}
    update: {{ readOnly: true }}
"
        );
        let mut overlays = Overlays::default();
        overlays.lay(&Source::new("read-only.yaml", overlay), "base.yaml");
        let (old, new) = (base(), of("read-only", &text("base.yaml"), overlays));
        let findings = api::compare(&old.api.expect("a model"), &new.api.expect("a model"));
        findings.iter().map(|finding| (finding.side.name(), finding.level.name())).collect()
    };
    assert_eq!(levels("Pet.properties.tag"), [("response", "cosmetic")]);
    assert_eq!(levels("NewPet.properties.tag"), [("request", "breaking")]);
    assert_eq!(levels("Order.properties.express"), [("request", "breaking")]);
}
