//! Changes that no description leads to, because the settings make them.

use diff::api;
use generator::model::Envelope;

use crate::fixtures::base;

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
