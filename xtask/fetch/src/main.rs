//! The program: fetches one text, and writes to the output stream what it is and then the text itself.
//!
//! `cargo xtask spec pull` runs it. It is a program of its own, so that who only generates does not wait for TLS to compile.

use std::io::{self, BufRead, Write};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context;
use clap::Parser;
use fetch::{Address, Error, Fetched, Known, Limits, NoAddress, Text, fetch};
use serde_json::json;

/// Fetch a text
///
/// The address is read from the input stream, a line, since it may hold what others should not see among the running programs.
#[derive(Debug, Parser)]
#[command(name = "fetch", term_width = 0, after_help = STATUSES)]
struct Options {
    /// The `ETag` of the text that is known
    #[arg(long)]
    etag: Option<String>,

    /// The `Last-Modified` of the text that is known
    #[arg(long, value_name = "DATE")]
    last_modified: Option<String>,

    /// How many seconds connecting may take, and how many nothing may come
    #[arg(long, value_name = "SECONDS")]
    timeout: Option<u64>,

    /// How many bytes the text may have
    #[arg(long, value_name = "BYTES")]
    max_bytes: Option<usize>,

    /// How often to try
    #[arg(long, value_name = "N")]
    attempts: Option<u32>,
}

const STATUSES: &str = "\
A proxy is taken from HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY.

Exit status:
  0  done: a line of JSON says `fetched`, and the text follows; or `unchanged` when the text is the one that is known
  1  the address is none, there is no such text, or it is too large or no text at all
  2  the command line is wrong
  3  the network or the server failed";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run(Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("error: {error:#}"));
            let is_of_the_source =
                error.is::<NoAddress>() || error.downcast_ref::<Error>().is_some_and(Error::is_of_the_source);
            ExitCode::from(if is_of_the_source { 1 } else { 3 })
        }
    }
}

async fn run(options: Options) -> anyhow::Result<()> {
    let mut limits = Limits::default();
    if let Some(seconds) = options.timeout {
        limits.connect = Duration::from_secs(seconds);
        limits.silence = Duration::from_secs(seconds);
    }
    limits.bytes = options.max_bytes.unwrap_or(limits.bytes);
    limits.attempts = options.attempts.unwrap_or(limits.attempts);
    let known = Known { etag: options.etag, last_modified: options.last_modified };
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line).context("cannot read the address")?;
    let address: Address = line.trim().parse()?;
    let fetched = fetch(&address, &known, &limits, &|text| say(&format!("note: {text}"))).await?;
    let mut output = io::stdout().lock();
    let written = match fetched {
        Fetched::Unchanged => writeln!(output, "{}", json!({ "status": "unchanged", "source": address.to_string() })),
        Fetched::Text(Text { text, known }) => {
            let line = json!({ "status": "fetched", "source": address.to_string(), "known": known });
            writeln!(output, "{line}").and_then(|()| output.write_all(text.as_bytes()))
        }
    };
    written.and_then(|()| output.flush()).context("cannot hand the text on")
}

#[expect(clippy::print_stderr, reason = "it is for people")]
fn say(line: &str) {
    eprintln!("{line}");
}
