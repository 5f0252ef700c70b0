//! What the part of a reference before its `#` means: an address on the net, a file, or nothing that may be read.

use std::borrow::Cow;

use super::super::reference::decode;

/// Where a reference leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// To the net.
    Net,
    /// To a file by its path from the folder of the document.
    File(String),
    /// To what is not in that folder, or not sure to be.
    Outside(Outside),
}

/// Why a path is not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outside {
    /// It begins at the root of the disk, or has a scheme such as `file:`.
    Absolute,
    /// It goes up too far.
    Above,
    /// It has a backslash or a character that no file should have.
    Strange,
}

impl Address {
    /// Reads the address of a reference that is written in the file `from`.
    pub(super) fn parse(address: &str, from: &str) -> Self {
        if address.is_empty() {
            return Self::File(from.to_owned());
        }
        if let Some(scheme) = scheme(address) {
            let is_net = ["http", "https"].iter().any(|net| scheme.eq_ignore_ascii_case(net));
            return if is_net { Self::Net } else { Self::Outside(Outside::Absolute) };
        }
        if address.starts_with("//") {
            return Self::Net;
        }
        let path: Cow<'_, str> = decode(address);
        if path.starts_with('/') || scheme(&path).is_some() {
            return Self::Outside(Outside::Absolute);
        }
        if path.contains('\\') || path.chars().any(char::is_control) {
            return Self::Outside(Outside::Strange);
        }
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
        for step in path.split('/') {
            match step {
                "" | "." => {}
                ".." if steps.pop().is_none() => return Self::Outside(Outside::Above),
                ".." => {}
                step => steps.push(step),
            }
        }
        Self::File(steps.join("/"))
    }
}

/// Such as `http`, or the `C` of a disk.
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme.then_some(scheme)
}

#[cfg(test)]
mod tests {
    use super::{Address, Outside};

    #[test]
    fn paths_go_from_the_file_that_they_stand_in() {
        let file = |address, from| match Address::parse(address, from) {
            Address::File(path) => path,
            other => format!("{other:?}"),
        };
        assert_eq!(file("./schemas/user.yaml", "openapi.yaml"), "schemas/user.yaml");
        assert_eq!(file("pet.yaml", "schemas/user.yaml"), "schemas/pet.yaml");
        assert_eq!(file("../openapi.yaml", "schemas/user.yaml"), "openapi.yaml");
        assert_eq!(file("", "schemas/user.yaml"), "schemas/user.yaml");
        assert_eq!(file("my%20types/caf%C3%A9.yaml", "openapi.yaml"), "my types/café.yaml");
    }

    #[test]
    fn what_leads_out_is_no_file() {
        let outside = |address| Address::parse(address, "schemas/user.yaml");
        for address in ["/etc/passwd", "file:///etc/passwd", "C:/a.yaml", "c%3A/a.yaml", "%2Fetc%2Fpasswd", "urn:a"] {
            assert_eq!(outside(address), Address::Outside(Outside::Absolute), "{address}");
        }
        for address in ["../../a.yaml", "%2e%2e/%2E%2E/a.yaml", "a/../../..%2Fa.yaml"] {
            assert_eq!(outside(address), Address::Outside(Outside::Above), "{address}");
        }
        for address in ["..\\..\\a.yaml", "a%00.yaml", "a%5Cb.yaml"] {
            assert_eq!(outside(address), Address::Outside(Outside::Strange), "{address}");
        }
        for address in ["http://localhost/a.yaml", "HTTPS://localhost", "//localhost/a.yaml"] {
            assert_eq!(outside(address), Address::Net, "{address}");
        }
    }
}
