//! Texts as they are read from disk: as long as the generator takes them.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use generator::diagnostic::Diagnostic;
use generator::source::LARGEST;

/// The text of a file that messages call `name`. Of a longer file no more is read than tells that it is.
pub(super) fn read(path: &Path, name: &str) -> Result<String, Box<Diagnostic>> {
    let bytes = bytes(path).map_err(|error| Diagnostic::unreadable(name, &error))?;
    if bytes.len() > LARGEST {
        return Err(Diagnostic::too_long(name).into());
    }
    String::from_utf8(bytes).map_err(|_| Diagnostic::unreadable(name, &ErrorKind::InvalidData.into()).into())
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let length = file.metadata().map_or(0, |metadata| metadata.len());
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(LARGEST).min(LARGEST) + 1);
    file.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
