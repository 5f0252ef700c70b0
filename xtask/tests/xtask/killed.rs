//! A run that is killed, at many moments of its writing.

use std::collections::BTreeMap;
use std::hint;
use std::time::{Duration, Instant};

use super::{Folder, large};

const MAKE: &str = "--spec things.yaml --out out";
const CHECK: &str = "--spec things.yaml --out out --check";
const KILLS: u32 = 40;

type Files = BTreeMap<String, Vec<u8>>;

/// A folder in which the old output can become the new one.
struct Place {
    folder: Folder,
    old: Files,
    new: Files,
}

impl Place {
    /// With files of somebody's own in the output.
    fn with(own: &[(&str, &str)]) -> Self {
        let folder = Folder::with(own);
        let [new, old] = ["new", "old"].map(|word| {
            folder.put("things.yaml", large(word));
            let ran = folder.codegen(MAKE);
            assert_eq!(ran.status, Some(0), "{}", ran.stderr);
            folder.files("out")
        });
        assert!(old.keys().ne(new.keys()));
        Self { folder, old, new }
    }

    /// Makes the output the old one, and starts to make it the new one; kills that a while after it has begun to write.
    fn kill(&self, after: Duration) {
        self.folder.put("things.yaml", large("old"));
        assert_eq!(self.folder.codegen(MAKE).status, Some(0));
        assert!(self.folder.files("out") == self.old);
        self.folder.put("things.yaml", large("new"));
        let mut run = self.folder.start_codegen(MAKE);
        let staging = self.folder.path(".out.staging");
        while !staging.exists() && run.try_wait().expect("a status").is_none() {
            hint::spin_loop();
        }
        let begun = Instant::now();
        while begun.elapsed() < after {
            hint::spin_loop();
        }
        run.kill().expect("it is killed");
        run.wait().expect("it is gone");
    }

    fn is_whole(&self) -> bool {
        let files = self.folder.files("out");
        files == self.old || files == self.new
    }
}

/// Moments from the first file that is written to beyond the last.
fn moments() -> impl Iterator<Item = Duration> {
    (0..KILLS).map(|kill| Duration::from_micros(u64::from(kill) * 250))
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
#[test]
fn the_output_is_the_old_or_the_new_one_at_every_moment() {
    let place = Place::with(&[]);
    for after in moments() {
        place.kill(after);
        assert!(place.is_whole(), "killed {after:?} after it began to write");
    }
}

#[test]
fn beside_files_of_somebody_else_the_next_run_finds_the_old_or_the_new_output() {
    let own = [("out/notes.txt", "own\n"), ("out/src/own.rs", "fn own() {}\n")];
    let place = Place::with(&own);
    for after in moments() {
        place.kill(after);
        let left = place.folder.files("out");
        assert!(own.iter().all(|(path, text)| left.get(*path).is_some_and(|found| found == text.as_bytes())));
        let check = place.folder.codegen(CHECK);
        assert!(place.is_whole(), "killed {after:?} after it began to write: {}", check.stderr);
        assert_eq!(place.folder.names(), ["out", "things.yaml"]);
    }
}
