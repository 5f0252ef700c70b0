//! Serves a book while it is written: what changes is built anew, and pages that are open load themselves again. A site
//! that is built already is served as it is.

mod reload;
mod watch;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::sync::watch::Sender;
use tower_http::services::ServeDir;

use crate::build::{Built, build_for};
use crate::configuration::Purpose;
use crate::staging::is_site;
use watch::Changes;

/// A server of one book, or of one site.
#[derive(Debug)]
pub struct Server {
    from: PathBuf,
    listener: TcpListener,
}

/// What a server has to say.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event {
    /// The site was built, for the first time or after a change.
    Built(Built),
    /// The book cannot be built as it is now; what was built before is still served.
    Failed(anyhow::Error),
    /// The pages can be read from now on. Told once.
    Ready,
}

impl Server {
    /// Listens on `address`; port 0 is any free one. The folder `from` is a book, or a site that
    /// [`build()`](crate::build()) made.
    ///
    /// # Errors
    ///
    /// If the address is taken.
    pub async fn bind(from: &Path, address: SocketAddr) -> Result<Self> {
        let listener = TcpListener::bind(address).await.with_context(|| format!("cannot listen on {address}"))?;
        Ok(Self { from: from.to_owned(), listener })
    }

    /// Where it listens.
    ///
    /// # Errors
    ///
    /// If the system does not say.
    pub fn address(&self) -> Result<SocketAddr> {
        Ok(self.listener.local_addr()?)
    }

    /// Serves until the future is dropped, and tells `tell` of every build.
    ///
    /// # Errors
    ///
    /// If the first build fails, there is no room for it, or the server cannot go on.
    pub async fn run(self, mut tell: impl FnMut(Event) + Send + 'static) -> Result<()> {
        if is_site(&self.from) {
            tell(Event::Ready);
            let pages = Router::new().fallback_service(ServeDir::new(&self.from));
            return Ok(axum::serve(self.listener, pages).await?);
        }
        let folder = tempfile::tempdir()?;
        let out = folder.path().join("site");
        let mut changes = Changes::of(&self.from);
        tell(Event::Built(rebuild(&self.from, &out).await?));
        tell(Event::Ready);

        let reload = Arc::new(Sender::new(()));
        let router = router(&out, &reload);
        let building = async {
            loop {
                changes.next().await;
                match rebuild(&self.from, &out).await {
                    Ok(built) => {
                        tell(Event::Built(built));
                        reload.send_replace(());
                    }
                    Err(error) => tell(Event::Failed(error)),
                }
            }
        };
        tokio::select! {
            served = axum::serve(self.listener, router) => Ok(served?),
            () = building => Ok(()),
        }
    }
}

fn router(out: &Path, reload: &Arc<Sender<()>>) -> Router {
    Router::new().route("/reload", get(reload::changes)).with_state(reload.clone()).fallback_service(ServeDir::new(out))
}

/// Pages are served while new ones are made.
async fn rebuild(book: &Path, out: &Path) -> Result<Built> {
    let (book, out) = (book.to_owned(), out.to_owned());
    tokio::task::spawn_blocking(move || build_for(&book, &out, Purpose::Writing)).await?
}
