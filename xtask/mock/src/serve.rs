//! From options to a server that runs until it is told to stop.

use std::io::{self, Write};
use std::sync::Arc;

use anyhow::Result;
use mock::document::Document;
use mock::{Mock, Settings};

use crate::cli::Options;

/// Serves until an interrupt (SIGINT) or a request to terminate (SIGTERM).
pub(crate) async fn serve(options: &Options, documents: Vec<Arc<Document>>) -> Result<()> {
    let settings = Settings { seed: options.seed, ..Settings::default() };
    let mut builder =
        Mock::builder().settings(settings).port(options.port).latency(options.latency).faults(options.faults);
    if options.lenient {
        builder = builder.lenient();
    }
    let operations: usize = documents.iter().map(|document| document.operations.len()).sum();
    for document in documents {
        builder = builder.document(document);
    }
    let mock = builder.log(log).start().await?;
    // Somebody waits for this line; whatever else is said goes to the error stream.
    writeln!(io::stdout(), "ready: {}", mock.url())?;
    io::stdout().flush()?;
    introduce(&mock, operations, options);
    stop_requested().await;
    log("stopping");
    // Who holds a connection open must not hold the mock as well.
    tokio::select! {
        () = mock.stop() => {}
        () = stop_requested() => log("stopping at once"),
    }
    Ok(())
}

fn introduce(mock: &Mock, operations: usize, options: &Options) {
    let settings = mock.settings();
    let manner = if options.lenient { "lenient" } else { "strict" };
    log(&format!("{operations} operations, {manner}; {}/__mock/ lists what else can be asked", mock.url()));
    log(&format!("application {} with secret {}", settings.app_id, settings.app_secret));
    log(&format!("access key {} with secret {}", settings.access_key_id, settings.access_key_secret));
    log(&format!("user pool {}", settings.user_pool_id));
}

/// A stream that nobody reads any more is no reason to fail.
fn log(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
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
    // Without a handler there is nothing to wait for.
    let _ = tokio::signal::ctrl_c().await;
}
