//! What git knows of releases: tags, and what is not committed.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use semver::Version;

use crate::outcome::refusal;

/// The tag of the highest version that the current commit has, such as `v0.1.0`.
pub(super) fn last_release(root: &Path) -> Result<Option<String>> {
    // Without a commit there is no tag on one.
    if git(root, &["rev-parse", "--verify", "--quiet", "HEAD"])?.is_none() {
        return Ok(None);
    }
    let tags = git(root, &["tag", "--list", "v[0-9]*", "--merged", "HEAD"])?.unwrap_or_default();
    let versions = tags.lines().filter_map(|tag| Some((Version::parse(tag.strip_prefix('v')?).ok()?, tag)));
    Ok(versions.max().map(|(_, tag)| tag.to_owned()))
}

/// The files that are changed or new and not committed, by path from the root.
pub(super) fn uncommitted(root: &Path) -> Result<Vec<String>> {
    let listed = git(root, &["status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", "."])?;
    let Some(listed) = listed else {
        return Err(refusal(format!(
            "`{}` is in no repository of git, which knows what was released\n  help: run the command in a clone of the repository",
            root.display()
        )));
    };
    let prefix = git(root, &["rev-parse", "--show-prefix"])?.unwrap_or_default();
    let path = |entry: &str| entry.get(3..).map(|path| path.strip_prefix(prefix.trim()).unwrap_or(path).to_owned());
    Ok(listed.split('\0').filter_map(path).collect())
}

/// A file as it was committed last.
pub(super) fn committed(root: &Path, file: &str) -> Result<Option<String>> {
    git(root, &["show", &format!("HEAD:./{file}")])
}

/// What git says; `None` if it cannot.
fn git(root: &Path, arguments: &[&str]) -> Result<Option<String>> {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args(arguments).stdin(Stdio::null());
    let output = command.output().context("cannot run `git`, which knows what was released")?;
    Ok(output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned()))
}
