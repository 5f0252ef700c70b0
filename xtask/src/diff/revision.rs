//! The files of a git revision, by way of the program `git`.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::outcome::refusal;

/// What a version is made from, as git's patterns, in which a star stands for folders too; the rest of a revision is left
/// where it is.
const FILES: [&str; 4] = ["specs", "templates", "generated/*.rs", "generated/*/Cargo.toml"];

/// Puts the files of a revision into a folder of their own, which is gone with what is returned. Neither the working tree nor
/// git's index is touched.
pub(super) fn check_out(root: &Path, revision: &str) -> Result<TempDir> {
    let commit = commit(root, revision)?;
    let folder = tempfile::tempdir().context("cannot make a folder for the revision's files")?;
    let index = folder.path().join("index");
    git(root, &["read-tree", &commit], &index, b"")?;
    let listed = [&["ls-files", "-z", "--"][..], &FILES].concat();
    let paths = git(root, &listed, &index, b"")?.stdout;
    let prefix = format!("--prefix={}/", folder.path().display());
    git(root, &["checkout-index", "--quiet", "-z", "--stdin", &prefix], &index, &paths)?;
    if !folder.path().join("specs/settings.yaml").is_file() {
        return Err(refusal(format!("the revision `{revision}` has no `specs/settings.yaml`")));
    }
    Ok(folder)
}

/// The commit that a name stands for.
fn commit(root: &Path, revision: &str) -> Result<String> {
    let name = format!("{revision}^{{commit}}");
    let output = run(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &name], None, b"")?;
    if !output.status.success() {
        return Err(refusal(format!(
            "`{revision}` is neither a file, nor a folder, nor a revision of git: give one of these, such as `HEAD~1`"
        )));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn git(root: &Path, arguments: &[&str], index: &Path, input: &[u8]) -> Result<Output> {
    let output = run(root, arguments, Some(index), input)?;
    if !output.status.success() {
        bail!("`git {}` failed: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(output)
}

fn run(root: &Path, arguments: &[&str], index: Option<&Path>, input: &[u8]) -> Result<Output> {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    if let Some(index) = index {
        command.env("GIT_INDEX_FILE", index);
    }
    let mut child = command.spawn().context("cannot run `git`, which reads revisions")?;
    // These commands read all of their input before they write anything.
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input).context("`git` does not take the list of files")?;
    }
    child.wait_with_output().context("`git` did not come to its end")
}
