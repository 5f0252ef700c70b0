//! The SDK's fuzz targets compile the tables of all operations, which are turned on by features.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn the_fuzz_targets_turn_on_every_feature_that_the_tables_of_operations_ask_for() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace is around it");
    let mut asked = BTreeSet::new();
    conditions(&root.join("generated/genauth/tests/contract/operations"), &mut asked);
    let manifest = fs::read_to_string(root.join("xtask/fuzz/Cargo.toml")).expect("it is there");
    let turned_on: BTreeSet<String> = manifest
        .lines()
        .filter_map(|line| Some(line.strip_prefix("    \"")?.strip_suffix("\",")?.to_owned()))
        .collect();
    assert!(!asked.is_empty());
    assert_eq!(turned_on, asked, "write these under `default` in xtask/fuzz/Cargo.toml");
    for feature in asked {
        assert!(manifest.contains(&format!("\n{feature} = [\"genauth/{feature}\"]\n")), "declare `{feature}` there");
    }
}

/// The features that the files below a folder name.
fn conditions(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("it is a folder") {
        let path = entry.expect("it can be read").path();
        if path.is_dir() {
            conditions(&path, found);
            continue;
        }
        let text = fs::read_to_string(path).expect("it is a text");
        let features = text.split("#[cfg(feature = \"").skip(1).filter_map(|rest| rest.split('"').next());
        found.extend(features.map(str::to_owned));
    }
}
