//! Texts as they are read from disk: as long as the generator takes them.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::sync::Arc;

use generator::diagnostic::Diagnostic;
use generator::source::{LARGEST, Size, Source};

/// The text of a file that messages call `name`. Of a file that is too long no more is read than tells that it is.
pub(super) fn read(path: &Path, name: &str, size: Size) -> Result<Arc<Source>, Box<Diagnostic>> {
    let most = match size {
        Size::Limited => LARGEST,
        Size::Trusted => usize::MAX - 1,
    };
    let bytes = bytes(path, most).map_err(|error| Diagnostic::unreadable(name, &error))?;
    if bytes.len() > most {
        return Err(Diagnostic::too_long(name).into());
    }
    let text = String::from_utf8(bytes).map_err(|_| Diagnostic::unreadable(name, &ErrorKind::InvalidData.into()))?;
    Ok(Source::sized(name, text, size))
}

fn bytes(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let length = file.metadata().map_or(0, |metadata| metadata.len());
    let mut bytes = Vec::new();
    // One more than there are, so that the end is found without more room.
    bytes.try_reserve(usize::try_from(length).unwrap_or(most).min(most) + 1)?;
    file.take(most as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
