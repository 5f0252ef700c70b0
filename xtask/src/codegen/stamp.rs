//! What the last run was given, left and said, so that a run that would be the same has nothing to do.
//!
//! The stamp lies beside the program, where `cargo clean` takes it away. It hides nothing: the same input gives the same crate and
//! the same problems, which are said again, and an output that anybody has touched is made anew.

use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

use generator::Input;

use crate::output::Output;

/// The stamp of one input and one output folder.
pub(super) struct Stamp<'a> {
    output: &'a Output,
    file: PathBuf,
    given: u64,
}

/// What a run said.
pub(super) struct Said {
    /// The problems, as they were written.
    pub(super) problems: String,
    /// The result, without the time it took.
    pub(super) summary: String,
}

impl<'a> Stamp<'a> {
    /// `None` where it cannot be told what program this is. `form` is all that decides how a run says what it says.
    pub(super) fn of(input: &Input, output: &'a Output, form: &impl Hash) -> Option<Self> {
        let program = env::current_exe().ok()?;
        let built = program.metadata().ok()?;
        let given = digest(&(input, output.root(), form, built.modified().ok()?, built.len()));
        Some(Self { output, file: program.with_file_name("xtask-codegen.stamp"), given })
    }

    /// What the last run said, if it was given the same, and its output is still as it left it.
    pub(super) fn said(&self) -> Option<Said> {
        let kept = fs::read_to_string(&self.file).ok()?;
        // Who was given something else need not look at the output, which takes the longest.
        let (seal, said) = kept.strip_prefix(&self.beginning())?.split_once('\n')?;
        let (summary, problems) = said.split_once('\n')?;
        let said = Said { problems: problems.to_owned(), summary: summary.to_owned() };
        (seal == self.seal(&said)?).then_some(said)
    }

    /// Keeps what this run said. A stamp that cannot be written is no reason to fail: the next run does the work again.
    pub(super) fn keep(&self, said: &Said) {
        if let Some(seal) = self.seal(said) {
            let _ = fs::write(&self.file, format!("{}{seal}\n{}\n{}", self.beginning(), said.summary, said.problems));
        }
    }

    /// What a run of the same input begins its stamp with.
    fn beginning(&self) -> String {
        format!("{:016x}\n", self.given)
    }

    /// A number that only the same input, output and words have.
    fn seal(&self, said: &Said) -> Option<String> {
        Some(format!("{:016x}", digest(&(self.given, self.output.digest().ok()??, &said.summary, &said.problems))))
    }
}

fn digest(of: &impl Hash) -> u64 {
    let mut digest = DefaultHasher::new();
    of.hash(&mut digest);
    digest.finish()
}
