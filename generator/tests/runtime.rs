//! The runtime in `templates/`, by itself: the small crate in `tests/runtime` stands for what would be emitted, and its
//! own tests drive real HTTP over loopback.

#[path = "support/workspace.rs"]
mod workspace;

use std::fs;
use std::path::Path;

#[test]
fn the_runtimes_own_tests_pass() {
    let folder = workspace::folder("runtime");
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/runtime");
    let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates");
    for part in ["crate", "generic"] {
        copy(&templates.join(part).join("src"), &folder.join("src"));
    }
    copy(&tests, &folder);
    let output = workspace::cargo(&folder, &["test", "--all-features"]);
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{err}\n{out}");
    let passed: usize = out.lines().filter_map(|line| line.strip_prefix("test result: ok. ")).filter_map(count).sum();
    assert!(passed >= 70, "only {passed} tests ran:\n{out}");
}

fn count(result: &str) -> Option<usize> {
    result.split(' ').next()?.parse().ok()
}

/// Copies a folder; templates that are rendered are none of this crate's.
fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("the folder is readable") {
        let path = entry.expect("the entry is readable").path();
        let target = to.join(path.file_name().expect("it has a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else if path.extension().is_none_or(|extension| extension != "j2") {
            workspace::write(&target, &fs::read_to_string(&path).expect("the file is text"));
        }
    }
}
