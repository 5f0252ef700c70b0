//! Small programs that use a crate, built as a user would release them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Failure;
use crate::meter::Meter;
use crate::place::Place;

/// A program of one file.
#[derive(Clone, Debug)]
pub struct Program {
    /// The package's name.
    pub name: &'static str,
    /// `src/main.rs`.
    pub main: &'static str,
    /// The lines below `[dependencies]`.
    pub dependencies: String,
}

impl Program {
    /// Writes and builds the program, and returns the path of what came out.
    ///
    /// # Errors
    ///
    /// It does not compile.
    pub fn build(&self, place: &Place, meter: &Meter) -> Result<PathBuf, Failure> {
        self.write(&place.crates().join(self.name)).map_err(|error| Failure::Unusable(error.to_string()))?;
        let mut cargo = place.cargo(&place.crates(), "build");
        cargo.args(["--release", "--package", self.name]);
        meter.measure("cargo build --release", &cargo)?;
        Ok(place.target().join("release").join(format!("{}{}", self.name, std::env::consts::EXE_SUFFIX)))
    }

    fn write(&self, folder: &Path) -> std::io::Result<()> {
        fs::create_dir_all(folder.join("src"))?;
        let package = format!("[package]\nname = \"{}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n", self.name);
        fs::write(folder.join("Cargo.toml"), format!("{package}[dependencies]\n{}", self.dependencies))?;
        fs::write(folder.join("src/main.rs"), self.main)
    }
}

/// The dependency on a crate by its folder, without its default features.
pub fn on_path(package: &str, folder: &Path, features: &[&str]) -> String {
    let path = folder.to_string_lossy().replace('\\', "/");
    format!("{package} = {{ path = \"{path}\", default-features = false, features = {features:?} }}\n")
}
