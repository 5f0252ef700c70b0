//! Names that Cargo takes for a package.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use anyhow::{Error, bail};

/// A name that Cargo takes for a package, and Rust for a crate.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct PackageName(String);

impl PackageName {
    /// The name of a package made from a document: `Pet Store.v1.yaml` gives `pet-store-v1`.
    pub(super) fn of_document(path: &Path) -> Self {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
        let words: Vec<&str> =
            stem.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let name = words.join("-");
        // A prefix mends what no name can begin with, and what Rust has taken.
        name.parse().unwrap_or_else(|_| Self(format!("api-{name}").trim_end_matches('-').to_owned()))
    }
}

impl FromStr for PackageName {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        if !name.starts_with(|c: char| c.is_ascii_lowercase()) {
            bail!("a package's name begins with a small letter, as in `pet-store`");
        }
        if let Some(c) = name.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-' | '_')) {
            bail!("a package's name has no `{c}`: take small letters, digits, `-` and `_`");
        }
        if TAKEN.split(' ').any(|taken| taken == name) {
            bail!("`{name}` means something else to Rust or Cargo: take another name, such as `{name}-api`");
        }
        Ok(Self(name.to_owned()))
    }
}

impl fmt::Display for PackageName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Keywords of Rust, its own crates, and names that Cargo uses for folders.
const TAKEN: &str = "abstract alloc as async await become box break build const continue core crate deps do dyn else \
    enum examples extern false final fn for gen if impl in incremental let loop macro match mod \
    move mut override priv proc_macro pub ref return self static std struct super test trait true \
    try type typeof unsafe unsized use virtual where while yield";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_gives_its_package_a_name() {
        let names = [
            ("specs/petstore.yaml", "petstore"),
            ("Pet Store.v1.openapi.JSON", "pet-store-v1-openapi"),
            ("3d_models.yaml", "api-3d-models"),
            ("type.yaml", "api-type"),
            ("宠物.yaml", "api"),
            ("..", "api"),
        ];
        for (path, name) in names {
            assert_eq!(PackageName::of_document(Path::new(path)).to_string(), name, "{path}");
        }
    }

    #[test]
    fn a_name_that_cargo_refuses_is_refused_here() {
        for name in ["", "Pets", "3d", "-x", "pet store", "pets!", "self", "core"] {
            assert!(name.parse::<PackageName>().is_err(), "{name}");
        }
        assert_eq!(
            "pet_store-2".parse::<PackageName>().map(|name| name.to_string()).ok().as_deref(),
            Some("pet_store-2")
        );
    }
}
