//! The further files that a document is split over, read from its folder: never from elsewhere, and not without an end.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use generator::diagnostic::{Diagnostic, Place, Rule, nearest};
use generator::source::{LARGEST, Part, Size, Source, Unread};
use generator::spec::gather;

use super::text;

/// How many files a document may have. The largest that are published have two thousand.
const MOST_FILES: usize = 5000;

/// The document at `path` with all files that its references lead to.
pub(super) fn read(path: &Path, source: Arc<Source>, size: Size) -> Arc<Source> {
    let path = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned();
    let name = source.name().rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let mut folder = Folder { path, name, listings: HashMap::new(), size, files: 0, bytes: source.text().len() };
    gather(source, &mut |file| match folder.read(file) {
        Ok(source) => Part::Text(source),
        Err(problem) => Part::Unread(Unread {
            rule: problem.rule,
            message: problem.message,
            help: problem.help.unwrap_or_default(),
        }),
    })
}

/// The folder of a document.
struct Folder {
    path: PathBuf,
    /// What messages put before the paths of its files.
    name: String,
    /// What is in the folders that have been looked at.
    listings: HashMap<PathBuf, BTreeSet<String>>,
    /// Whether they may be of any size and number.
    size: Size,
    /// How many files have been asked for.
    files: usize,
    /// How long all that were read are together.
    bytes: usize,
}

impl Folder {
    /// A file by its path from the folder.
    fn read(&mut self, file: &str) -> Result<Arc<Source>, Box<Diagnostic>> {
        let name = format!("{}{file}", self.name);
        self.files += 1;
        if self.size == Size::Limited && self.files > MOST_FILES {
            let message = format!("the document has more than the {MOST_FILES} files that are read");
            return Err(problem(Rule::TooLarge, message, &name, "put several parts into one file"));
        }
        self.spelling(file, &name)?;
        let path = self.path.join(file);
        let unreadable = |error| Diagnostic::unreadable(name.as_str(), &error);
        let real = fs::canonicalize(&path).map_err(unreadable)?;
        if !fs::canonicalize(&self.path).is_ok_and(|folder| real.starts_with(folder)) {
            let message = format!("the file `{name}` is a link that leads out of the folder of the document");
            return Err(problem(Rule::OutsideReference, message, &name, "put the file itself into the folder"));
        }
        // A pipe would be waited for, and a device may have no end.
        let kind = fs::metadata(&real).map_err(unreadable)?.file_type();
        if kind.is_dir() {
            return Err(Box::new(unreadable(ErrorKind::IsADirectory.into())));
        }
        if !kind.is_file() {
            let message = format!("`{name}` is no file, but a device or a pipe");
            return Err(problem(Rule::UnreadableFile, message, &name, "put a file in its place"));
        }
        let source = text::read(&real, &name, self.size)?;
        self.bytes += source.text().len();
        if self.size == Size::Limited && self.bytes > LARGEST {
            let most = LARGEST / (1024 * 1024);
            let message = format!("with `{name}` the document is longer than the {most} MiB that are read");
            return Err(problem(Rule::TooLarge, message, &name, "leave out what the client does not need"));
        }
        Ok(source)
    }

    /// Whether each step of a path is written as it is on the disk. Where case does not count on one machine, it does on others.
    fn spelling(&mut self, file: &str, name: &str) -> Result<(), Box<Diagnostic>> {
        let mut folder = self.path.clone();
        for step in file.split('/') {
            let listed = self.listings.entry(folder.clone()).or_insert_with(|| list(&folder));
            if !listed.contains(step) {
                let message = format!("the file `{name}` does not exist");
                let lower = step.to_lowercase();
                let help = match listed.iter().find(|other| other.to_lowercase() == lower) {
                    Some(other) => format!("write `{other}` for `{step}`: upper and lower case are different"),
                    None => match nearest(step, listed.iter().map(String::as_str)) {
                        Some(near) => format!("did you mean `{near}` for `{step}`?"),
                        None => {
                            "check the path, which goes from the file that it stands in; or create the file".to_owned()
                        }
                    },
                };
                return Err(problem(Rule::UnreadableFile, message, name, &help));
            }
            folder.push(step);
        }
        Ok(())
    }
}

/// The names in a folder; none where it cannot be read.
fn list(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

fn problem(rule: Rule, message: String, name: &str, help: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(rule, message, Place::file(name)).help(help))
}
