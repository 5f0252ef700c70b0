//! The built program, run in a temporary folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// A temporary folder that the program is run in.
pub(crate) struct Folder(TempDir);

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) status: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Folder {
    /// A folder with files in it.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(TempDir::new().expect("a temporary folder"));
        for (path, text) in files {
            folder.put(path, text);
        }
        folder
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    pub(crate) fn put(&self, path: &str, text: impl AsRef<[u8]>) {
        let file = self.path(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("the folder is made");
        fs::write(file, text).expect("the file is written");
    }

    /// The names of what is in the folder itself.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).expect("the folder");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// All files below a folder, by path, with what is in them.
    pub(crate) fn files(&self, path: &str) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.path(path)];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(self.0.path()).expect("a path below").to_string_lossy().into_owned();
                    found.insert(name, fs::read(path).expect("a file"));
                }
            }
        }
        found
    }

    /// Runs `xtask codegen` with arguments that are separated by spaces.
    pub(crate) fn codegen(&self, arguments: &str) -> Ran {
        self.run("codegen", arguments)
    }

    /// Runs `xtask docs`, likewise.
    pub(crate) fn docs(&self, arguments: &str) -> Ran {
        self.run("docs", arguments)
    }

    /// Runs `codegen` of a copy of the program, which leaves what it leaves beside itself in this folder.
    pub(crate) fn codegen_by(&self, program: &str, arguments: &str) -> Ran {
        self.run_by(&self.path(program), "codegen", arguments)
    }

    /// Starts `xtask codegen`, and does not wait for its end.
    pub(crate) fn start_codegen(&self, arguments: &str) -> Child {
        Command::new(env!("CARGO_BIN_EXE_xtask"))
            .arg("codegen")
            .args(arguments.split_whitespace())
            .current_dir(self.0.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs")
    }

    /// Runs `xtask` with any of its commands, likewise.
    pub(crate) fn run(&self, command: &str, arguments: &str) -> Ran {
        self.run_by(Path::new(env!("CARGO_BIN_EXE_xtask")), command, arguments)
    }

    fn run_by(&self, program: &Path, command: &str, arguments: &str) -> Ran {
        let output = Command::new(program)
            .arg(command)
            .args(arguments.split_whitespace())
            .current_dir(self.0.path())
            .output()
            .expect("the program runs");
        Ran {
            status: output.status.code(),
            stdout: String::from_utf8(output.stdout).expect("a text"),
            stderr: String::from_utf8(output.stderr).expect("a text"),
        }
    }
}
