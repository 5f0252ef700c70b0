//! The command line of the documentation site: `cargo xtask docs` runs it.

mod cli;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Parser;
use site::{Built, Event, Fault, Server};

use cli::{Command, Options};

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_writer(io::stderr)
        .with_max_level(tracing_subscriber::filter::LevelFilter::WARN)
        .without_time()
        .with_target(false)
        .init();
    let outcome = match Options::parse().command {
        Command::Build { book, out } => build(&book, &out),
        Command::Check { site } => check(&site),
        Command::Serve { folder, listen } => serve(&folder, listen),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            log(&format!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn build(book: &Path, out: &Path) -> Result<()> {
    log(&format!("building {}", book.display()));
    let built = site::build(book, out)?;
    log(&format!("{} in {}", describe(&built), out.display()));
    Ok(())
}

fn check(site: &Path) -> Result<()> {
    let checked = site::check(site)?;
    for broken in &checked.broken {
        let fault = match broken.fault {
            Fault::File => "no such file",
            Fault::Anchor => "no such anchor",
        };
        writeln!(io::stdout(), "{}: {}: {fault}", broken.page, broken.link)?;
    }
    let summary = format!("{} pages, {} links, {} broken", checked.pages, checked.links, checked.broken.len());
    if !checked.broken.is_empty() {
        bail!(summary);
    }
    log(&summary);
    Ok(())
}

#[tokio::main]
async fn serve(folder: &Path, listen: std::net::SocketAddr) -> Result<()> {
    let server = Server::bind(folder, listen).await?;
    let address = server.address()?;
    log(&format!("reading {}", folder.display()));
    let serving = server.run(move |event| match event {
        Event::Built(built) => log(&describe(&built)),
        Event::Failed(error) => log(&format!("error: {error:#}")),
        // Somebody may wait for this line; whatever else is said goes to the error stream.
        Event::Ready => drop(writeln!(io::stdout(), "ready: http://{address}")),
        _ => {}
    });
    tokio::select! {
        served = serving => served,
        () = stop_requested() => Ok(()),
    }
}

#[cfg(unix)]
async fn stop_requested() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        let _ = tokio::signal::ctrl_c().await;
        return;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

#[cfg(not(unix))]
async fn stop_requested() {
    let _ = tokio::signal::ctrl_c().await;
}

fn describe(built: &Built) -> String {
    format!("{} pages, a search index of {} kB", built.pages, built.index_bytes / 1000)
}

/// A stream that nobody reads any more is no reason to fail.
fn log(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}
