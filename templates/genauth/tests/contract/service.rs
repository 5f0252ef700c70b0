//! The mock server with the crate's own documents, and clients of it.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use genauth::{AuthenticationClient, ManagementClient, Retry};
use mock::Mock;
use mock::document::Document;

/// A strict mock of both APIs.
pub(crate) struct Service {
    pub(crate) mock: Mock,
    pub(crate) authentication: Arc<Document>,
    pub(crate) management: Arc<Document>,
}

impl Service {
    pub(crate) async fn start() -> Self {
        let [authentication, management] = DOCUMENTS.clone();
        let builder = Mock::builder().document(Arc::clone(&authentication)).document(Arc::clone(&management));
        Service { mock: builder.start().await.expect("a free port"), authentication, management }
    }

    /// A client of the application, for the first user.
    pub(crate) fn user(&self) -> AuthenticationClient {
        let settings = self.mock.settings();
        let builder = AuthenticationClient::builder().app_id(&settings.app_id).app_secret(&settings.app_secret);
        let builder = builder.app_host(self.mock.url()).retry(Retry::off());
        let token = self.mock.user_token().expect("the mock has a user");
        builder.build().expect("a client").with_access_token(token)
    }

    /// A client of the user pool that signs its requests.
    pub(crate) fn owner(&self) -> ManagementClient {
        let settings = self.mock.settings();
        let builder = ManagementClient::builder().access_key_id(&settings.access_key_id);
        let builder = builder.access_key_secret(&settings.access_key_secret).host(self.mock.url());
        builder.retry(Retry::off()).build().expect("a client")
    }
}

/// Reading a document takes longer than most tests.
pub(crate) static DOCUMENTS: LazyLock<[Arc<Document>; 2]> =
    LazyLock::new(|| ["authentication", "management"].map(document));

fn document(name: &str) -> Arc<Document> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs").join(name).with_extension("yaml");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Arc::new(Document::parse(name, &text).expect("the document is right"))
}
