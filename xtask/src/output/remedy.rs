//! What to do when the file system says no.

use std::io::{self, ErrorKind};

use anyhow::Error;

/// Adds a remedy to an error that has a known one, and none yet.
pub(crate) fn add(error: Error) -> Error {
    let text = format!("{error:#}");
    let kind = error.chain().find_map(|cause| cause.downcast_ref::<io::Error>()).map(io::Error::kind);
    let remedy = match kind {
        _ if text.contains("\n  help: ") => return error,
        Some(ErrorKind::StorageFull | ErrorKind::QuotaExceeded) => "make room on the disk, and run again",
        Some(ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) => {
            "let this user read and write there, or choose another folder by `--out`"
        }
        Some(ErrorKind::CrossesDevices | ErrorKind::ResourceBusy) => {
            "choose a folder by `--out` that is no file system of its own, such as one in it"
        }
        _ => return error,
    };
    Error::msg(format!("{text}\n  help: {remedy}"))
}
