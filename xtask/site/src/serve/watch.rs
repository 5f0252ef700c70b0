//! Notices that a book has changed, by looking.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use walkdir::WalkDir;

/// How often to look. To ask for the times of a thousand files takes a few milliseconds.
const PAUSE: Duration = Duration::from_millis(500);

/// The changes of a folder.
pub(super) struct Changes {
    folder: PathBuf,
    known: State,
}

/// Each file with its size and when it was written.
type State = Vec<(PathBuf, u64, Option<SystemTime>)>;

impl Changes {
    /// The changes from now on.
    pub(super) fn of(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), known: state(folder) }
    }

    /// Waits for a change, and then until nobody writes any more.
    pub(super) async fn next(&mut self) {
        let mut last = self.known.clone();
        loop {
            tokio::time::sleep(PAUSE).await;
            let now = state(&self.folder);
            if now == last && now != self.known {
                self.known = now;
                return;
            }
            last = now;
        }
    }
}

fn state(folder: &Path) -> State {
    let files = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    files
        .filter_map(|file| {
            let metadata = file.metadata().ok()?;
            Some((file.into_path(), metadata.len(), metadata.modified().ok()))
        })
        .collect()
}
