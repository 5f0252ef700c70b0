//! What can be typed after `site`.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Builds, checks and serves the documentation site.
#[derive(Debug, Parser)]
#[command(name = "site")]
pub(crate) struct Options {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Builds the site; a folder that is there already is replaced, once the new one is complete.
    Build {
        /// The folder with `book.toml`.
        book: PathBuf,
        /// The folder to make: one that is empty, not there yet, or a site.
        out: PathBuf,
    },
    /// Follows every link of a built site but those to other hosts, and ends with status 1 if one leads nowhere.
    Check {
        /// The folder that `build` made.
        site: PathBuf,
    },
    /// Builds and serves the site, and does both again when the book changes.
    ///
    /// The first line on the output stream is `ready: ` with the address.
    Serve {
        /// The folder with `book.toml`; or one that `build` made, which is served as it is.
        folder: PathBuf,
        /// Where to listen; port 0 takes a free one.
        #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:3000")]
        listen: SocketAddr,
    },
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Options::command().debug_assert();
    }
}
