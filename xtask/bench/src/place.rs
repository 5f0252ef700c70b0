//! Where things are: the checkout, and the folder that everything here is made in.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folders of a run.
#[derive(Clone, Debug)]
pub struct Place {
    /// The checkout.
    pub root: PathBuf,
    /// What is made on the way; nothing outside of it is written but the report.
    pub work: PathBuf,
    /// Where `cargo install` put the rivals: programs are in its `bin`.
    pub tools: PathBuf,
}

impl Place {
    /// The folders of the checkout that this program was compiled in.
    pub fn new(tools: Option<PathBuf>) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let root = root.canonicalize().unwrap_or(root);
        let work = root.join("target/bench");
        Self { tools: tools.unwrap_or_else(|| work.join("tools")), root, work }
    }

    /// The folder of the crates that are compiled. It is a workspace, so that dependencies are compiled once.
    pub fn crates(&self) -> PathBuf {
        self.work.join("crates")
    }

    /// The folder that the crates are compiled into.
    pub fn target(&self) -> PathBuf {
        self.work.join("target")
    }

    /// The folder with the interpreter that openapi-generator is installed for.
    pub fn python(&self) -> PathBuf {
        self.work.join("openapi-generator")
    }

    /// The folder with the packages of npm.
    pub fn node(&self) -> PathBuf {
        self.work.join("node")
    }

    /// Makes the workspace of the crates anew, with the versions of this project's lock file where those fit.
    ///
    /// # Errors
    ///
    /// A file cannot be written.
    pub fn prepare_crates(&self) -> io::Result<()> {
        let crates = self.crates();
        fs::create_dir_all(&crates)?;
        for entry in fs::read_dir(&crates)? {
            let path = entry?.path();
            // What is compiled already stays.
            if path.join("Cargo.toml").is_file() {
                fs::remove_dir_all(path)?;
            }
        }
        fs::write(crates.join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"*\"]\n")?;
        // Crates are measured as they come out; nothing above them may format them.
        fs::write(crates.join("rustfmt.toml"), "")?;
        fs::copy(self.root.join("Cargo.lock"), crates.join("Cargo.lock")).map(drop)
    }

    /// `cargo` as it compiles what is measured: no incremental compilation, no debuggers, one folder for all that is built.
    pub fn cargo(&self, folder: &Path, command: &str) -> Command {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args([command, "--quiet"]).current_dir(folder);
        cargo.env("CARGO_TARGET_DIR", self.target());
        cargo.env("CARGO_INCREMENTAL", "0").env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_TERM_COLOR", "never");
        // A flag would make all compile anew, and a wrapper would be measured too.
        cargo.env_remove("RUSTFLAGS").env_remove("RUSTC_WRAPPER");
        cargo
    }
}
