//! The client that is ready to be used with a mock.

use super::Mock;
use crate::Client;

impl Mock {
    /// A client that talks to this mock. It sends each request once, so that a test says exactly what comes back; a call
    /// with [`retry`](crate::Call::retry) goes by other rules.
    ///
    /// ```
    #[doc = concat!("use ", env!("CARGO_CRATE_NAME"), "::testing::Mock;")]
    /// use http::Method;
    /// use serde_json::{Value, json};
    ///
    #[doc = concat!("# fn main() -> Result<(), ", env!("CARGO_CRATE_NAME"), "::Error> {")]
    /// # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
    /// let mock = Mock::start().await;
    /// let status = mock.on(Method::GET, "/status/{part}").returns(json!({ "up": true })).times(1);
    ///
    /// let answer: Value = mock.client().request(Method::GET, "/status/disk").call().await?;
    ///
    /// assert_eq!(answer["up"], true);
    /// assert_eq!(status.requests()[0].path("part"), Some("disk"));
    /// mock.verify();
    /// # Ok(())
    /// # })
    /// # }
    /// ```
    ///
    /// # Panics
    ///
    /// Never, unless the crate itself is at fault.
    pub fn client(&self) -> Client {
        let builder = Client::builder().base_url("https://api.mock").retry(crate::Retry::off());
        super::ready(builder.transport(self.transport()).build())
    }
}
