//! The generators that are compared: how each is called, and what it cannot do without help.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::place::Place;
use crate::table::Side;

/// A generator.
#[derive(Clone, Debug)]
pub struct Contender {
    /// Its name, which its crate is named after.
    pub name: &'static str,
    /// Its version.
    pub version: String,
    /// Whose it is.
    pub side: Side,
    /// The program.
    pub program: PathBuf,
    /// What it is told. `{document}`, `{out}` and `{name}` stand for the document's path, the folder and the package's name.
    pub arguments: Vec<&'static str>,
    /// The crate around what it writes.
    pub result: Emitted,
    /// What lets it do its work after it failed.
    pub repair: Option<Repair>,
}

/// What a generator writes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Emitted {
    /// A crate.
    Crate,
    /// The module `src/generated` without a crate around it, and the dependencies that its manifest has to name.
    Module,
}

/// A small change without which a generator fails.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Repair {
    /// The document without defaults that do not fit their schema.
    WithoutWrongDefaults,
    /// Another argument.
    Argument(&'static str),
}

impl Repair {
    /// What was done, for the table.
    pub fn name(self) -> String {
        match self {
            Self::WithoutWrongDefaults => "without the document's wrong `default: false`".to_owned(),
            Self::Argument(argument) => format!("with `{argument}`"),
        }
    }
}

impl Contender {
    /// The call that writes a crate.
    pub fn command(&self, document: &Path, out: &Path, package: &str, repair: Option<Repair>) -> Command {
        let mut command = Command::new(&self.program);
        let fill = |argument: &&str| match *argument {
            "{document}" => document.as_os_str().to_owned(),
            "{out}" => out.as_os_str().to_owned(),
            "{out}/src/generated" => out.join("src/generated").into_os_string(),
            "{name}" => package.into(),
            other => other.into(),
        };
        command.args(self.arguments.iter().map(fill));
        if let Some(Repair::Argument(argument)) = repair {
            command.arg(argument);
        }
        command
    }
}

/// Ours and the rivals, in the order they are shown. `ours` is the path of `xtask`.
pub fn all(place: &Place, ours: PathBuf) -> Vec<Contender> {
    let bin = place.tools.join("bin");
    let rival = |name, version: &str, program: &str, arguments: &[&'static str]| Contender {
        name,
        version: version.to_owned(),
        side: Side::Rival,
        program: bin.join(program),
        arguments: arguments.to_vec(),
        result: Emitted::Crate,
        repair: Some(Repair::WithoutWrongDefaults),
    };
    let ours = Contender {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        side: Side::Ours,
        program: ours,
        repair: None,
        ..rival(
            "ours",
            "",
            "",
            &["codegen", "--spec", "{document}", "--out", "{out}", "--name", "{name}", "--trust-size"],
        )
    };
    let progenitor =
        ["progenitor", "--input", "{document}", "--output", "{out}", "--name", "{name}", "--version", "0.1.0"];
    let openapi_to_rust = Contender {
        result: Emitted::Module,
        ..rival(
            "openapi-to-rust",
            "0.23.0",
            "openapi-to-rust",
            &["generate", "{document}", "--output-dir", "{out}/src/generated"],
        )
    };
    let openapi_generator = Contender {
        program: place.python().join("bin/openapi-generator-cli"),
        repair: Some(Repair::Argument("--skip-validate-spec")),
        ..rival(
            "openapi-generator",
            "7.26.0",
            "",
            &["generate", "-g", "rust", "-i", "{document}", "-o", "{out}", "--package-name", "{name}"],
        )
    };
    vec![
        ours,
        rival(
            "oas3-gen",
            "0.29.0",
            "oas3-gen",
            &["generate", "client-mod", "--workspace", "-i", "{document}", "-o", "{out}"],
        ),
        openapi_to_rust,
        rival("ploidy", "0.15.0", "ploidy", &["generate", "rust", "{document}", "-o", "{out}", "--name", "{name}"]),
        rival("progenitor", "0.15.1", "cargo-progenitor", &progenitor),
        openapi_generator,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_take_the_place_of_their_names() {
        let place = Place::new(Some("tools".into()));
        let contenders = all(&place, "xtask".into());
        let command = contenders[0].command(Path::new("pets.json"), Path::new("out"), "pets", None);
        let expected = r#""xtask" "codegen" "--spec" "pets.json" "--out" "out" "--name" "pets" "--trust-size""#;
        assert_eq!(format!("{command:?}"), expected);
        for contender in &contenders {
            let command = contender.command(Path::new("pets.json"), Path::new("out"), "pets", contender.repair);
            assert!(!format!("{command:?}").contains('{'), "{command:?}");
        }
    }
}
