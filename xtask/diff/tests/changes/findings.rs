//! What is found of each change, as people read it.

use diff::render::{self, Names};

use crate::fixtures::CHANGES;

#[test]
fn each_change_is_found() {
    for (name, changes) in CHANGES.iter() {
        assert!(changes.iter().next().is_some(), "{name} changes something");
        let text = render::human(changes, Names { old: "base", new: name });
        insta::assert_snapshot!(name.as_str(), text);
    }
}
