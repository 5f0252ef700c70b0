//! What the first file of the sources states: nothing here touches the world, and each file has one concern.

use std::fs;
use std::path::Path;

/// What a library that only computes has no use for.
const EFFECTS: &[&str] =
    &["std::fs", "std::env", "std::process", "std::net", "println!", "print!", "eprintln!", "eprint!", "dbg!"];

#[test]
fn nothing_reads_writes_or_prints() {
    let has_effect = |line: &&str| EFFECTS.iter().any(|effect| line.contains(effect));
    let strays: Vec<String> = sources()
        .iter()
        .flat_map(|(path, text)| text.lines().filter(has_effect).map(move |line| format!("{path}: {line}")))
        .collect();
    assert!(strays.is_empty(), "{}", strays.join("\n"));
}

/// The model is compared by one half, the code by the other.
#[test]
fn only_the_surface_reads_code_and_only_the_api_reads_the_model() {
    for (path, text) in sources() {
        let names = |name: &str| text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(name));
        assert!(path.contains("surface") || !(names("syn::") || names("proc_macro2::")), "{path}");
        assert!(!path.contains("surface") || !names("generator::"), "{path}");
    }
}

#[test]
fn each_file_says_what_it_is_for_and_is_short() {
    for (path, text) in sources() {
        assert!(text.starts_with("//! "), "{path}");
        assert!(text.lines().count() <= 400, "{path}");
    }
}

/// The path and text of each source.
fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("the folder is readable") {
            let path = entry.expect("the entry is readable").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let text = fs::read_to_string(&path).expect("sources are UTF-8");
                found.push((path.to_string_lossy().replace('\\', "/"), text));
            }
        }
    }
    assert!(found.len() > 40, "the sources are there");
    found
}
