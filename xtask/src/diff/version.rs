//! From what somebody typed to a version: a revision, a document, a folder of settings or a crate.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use generator::Input;
use generator::diagnostic::{Diagnostic, Diagnostics, Severity};
use generator::model::Api;
use generator::source::Size;

use ::diff::{Surface, Version};

use super::options::Only;
use super::revision;
use crate::codegen::{self, Description};
use crate::messages::Messages;
use crate::outcome::refusal;
use crate::terminal::Terminal;
use crate::workspace;

/// Banners of crates that are only made to be compared.
const COMMAND: &str = "cargo xtask codegen";

/// Reads versions.
pub(crate) struct Reader<'a> {
    /// The settings of versions that are a document.
    pub(crate) settings: Option<&'a Path>,
    /// The overlays of versions that are a document.
    pub(crate) overlays: &'a [PathBuf],
    /// The one level that is asked for, if it is one.
    pub(crate) only: Option<Only>,
    /// Where problems are told.
    pub(crate) terminal: &'a Terminal,
}

impl Reader<'_> {
    /// The version that goes by a name; `None` if it has errors, which have been said.
    pub(crate) fn read(&self, name: &str) -> Result<Option<Version>> {
        self.terminal.progress(&format!("reading {name}"));
        let path = Path::new(name);
        if path.is_file() {
            return self.document(path, name);
        }
        if !path.is_dir() {
            return self.revision(name);
        }
        if path.join("settings.yaml").is_file() {
            return self.settings(path, name);
        }
        if path.join("Cargo.toml").is_file() && path.join("src/lib.rs").is_file() {
            let surface = Some(surface_of(path, name)?);
            return Ok(Some(Version { name: name.to_owned(), api: None, surface }));
        }
        Err(refusal(format!(
            "the folder `{name}` is no version: give one with a `settings.yaml`, or one of a crate with a `Cargo.toml` and a `src/lib.rs`"
        )))
    }

    fn document(&self, path: &Path, name: &str) -> Result<Option<Version>> {
        let mut diagnostics = Diagnostics::default();
        let options = codegen::Options {
            spec: Some(path.to_owned()),
            settings: self.settings.map(Path::to_owned),
            overlays: self.overlays.to_owned(),
            ..codegen::Options::default()
        };
        let input = codegen::read(&options, COMMAND, &mut diagnostics)?;
        self.made(input, name, diagnostics)
    }

    /// The version of a folder with a settings file in it, which messages call `name`.
    pub(super) fn settings(&self, folder: &Path, name: &str) -> Result<Option<Version>> {
        let mut diagnostics = Diagnostics::default();
        let settings = folder.join("settings.yaml");
        let description =
            Description::from_settings(&settings, &workspace::name_of(&settings), Size::Limited, &mut diagnostics);
        let templates = workspace::root().join("templates");
        let input = description.map(|it| it.with_templates(&templates, COMMAND)).transpose()?;
        self.made(input, name, diagnostics)
    }

    /// The specs of a revision, and the crate that it holds or that its templates make.
    fn revision(&self, name: &str) -> Result<Option<Version>> {
        let files = revision::check_out(name)?;
        let mut diagnostics = Diagnostics::default();
        let specs = files.path().join("specs/settings.yaml");
        let called = format!("{name}:specs/settings.yaml");
        let description = Description::from_settings(&specs, &called, Size::Limited, &mut diagnostics);
        let package = description.as_ref().map(|description| description.settings.package.name.clone());
        let committed = package.map(|package| files.path().join("generated").join(package));
        if let (Some(description), Some(committed)) = (&description, committed.filter(|it| it.is_dir())) {
            let Description { settings, documents, overlays } = description;
            let api = generator::model_of(settings, documents, overlays, &mut diagnostics);
            self.tell(&diagnostics);
            let Some(api) = api else { return Ok(None) };
            let surface = if self.only == Some(Only::Api) { None } else { Some(surface_of(&committed, name)?) };
            return Ok(Some(Version { name: name.to_owned(), api: self.kept(api), surface }));
        }
        let templates = files.path().join("templates");
        let input = description.map(|it| it.with_templates(&templates, COMMAND)).transpose()?;
        self.made(input, name, diagnostics)
    }

    fn made(&self, input: Option<Input>, name: &str, mut diagnostics: Diagnostics) -> Result<Option<Version>> {
        let (api, surface) = match input {
            None => (None, None),
            Some(Input { settings, documents, overlays, .. }) if self.only == Some(Only::Api) => {
                (generator::model_of(&settings, &documents, &overlays, &mut diagnostics), None)
            }
            Some(input) => match generator::generate(&input, &mut diagnostics) {
                None => (None, None),
                Some(krate) => {
                    let surface = Surface::read(krate.files.iter());
                    (Some(krate.api), Some(surface.with_context(|| format!("the crate of `{name}` cannot be read"))?))
                }
            },
        };
        self.tell(&diagnostics);
        let Some(api) = api.filter(|_| !diagnostics.has_errors()) else { return Ok(None) };
        Ok(Some(Version { name: name.to_owned(), api: self.kept(api), surface }))
    }

    fn kept(&self, api: Api) -> Option<Api> {
        (self.only != Some(Only::Crate)).then_some(api)
    }

    /// Only errors matter here: `check-spec` tells of the rest.
    fn tell(&self, diagnostics: &Diagnostics) {
        let mut errors = Diagnostics::default();
        let is_error = |diagnostic: &&Diagnostic| diagnostic.severity == Severity::Error;
        diagnostics.iter().filter(is_error).for_each(|error| errors.push(error.clone()));
        if errors.has_errors() {
            Messages::default().tell(&mut errors, self.terminal);
        }
    }
}

/// The surface of a crate on disk. A crate that cannot be read as one is the caller's to mend.
fn surface_of(folder: &Path, name: &str) -> Result<Surface> {
    let mut files = vec![("Cargo.toml".to_owned(), text_of(&folder.join("Cargo.toml"))?)];
    sources(&folder.join("src"), "src", &mut files)?;
    let files = files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    Surface::read(files).map_err(|error| refusal(format!("the surface of `{name}` cannot be read: {error}")))
}

fn sources(folder: &Path, prefix: &str, files: &mut Vec<(String, String)>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        let name = format!("{prefix}/{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            sources(&path, &name, files)?;
        } else if name.ends_with(".rs") {
            files.push((name, text_of(&path)?));
        }
    }
    Ok(())
}

fn text_of(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
