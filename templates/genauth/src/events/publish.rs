//! Publishing events of one's own.

use serde::Serialize;

use crate::call::Call;
use crate::error::{Error, RequestError};
use crate::models;

/// Which software publishes, in the form that the vendor's SDKs use.
const SOURCE: &str = concat!(env!("CARGO_PKG_NAME"), ": ", env!("CARGO_PKG_VERSION"));

#[cfg(feature = "management-events")]
impl crate::ManagementClient {
    /// Publishes a custom event, such as `custom_shop.order`, with any data that serde can write as JSON.
    ///
    /// The service takes the data as a JSON text inside of the body, which is made here. It publishes custom events
    /// only, and has to know of them: see [`define_event`](Self::define_event).
    ///
    /// # Errors
    ///
    /// [`Error::Request`] at once when the data cannot be written as JSON, such as a map whose keys are no texts. What
    /// becomes of the call is told when it is awaited.
    ///
    /// ```no_run
    /// # async fn run(client: genauth::ManagementClient) -> Result<(), genauth::Error> {
    /// client.publish_custom_event("custom_shop.order", &[("amount", 3)])?.await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn publish_custom_event<T: Serialize + ?Sized>(
        &self,
        event: &str,
        data: &T,
    ) -> Result<Call<models::PubEventRespDto>, Error> {
        let mut body = models::PubEventDto::new(text(data)?.into(), event);
        body.extra.insert("source".to_owned(), SOURCE.into());
        Ok(self.publish_event(body))
    }
}

#[cfg(feature = "authentication-events")]
impl crate::AuthenticationClient {
    /// Publishes a custom event for the signed-in user, with any data that serde can write as JSON.
    ///
    /// # Errors
    ///
    /// [`Error::Request`] at once when the data cannot be written as JSON, such as a map whose keys are no texts. What
    /// becomes of the call is told when it is awaited.
    pub fn publish_custom_event<T: Serialize + ?Sized>(
        &self,
        event: &str,
        data: &T,
    ) -> Result<Call<models::CommonResponseDto>, Error> {
        Ok(self.publish_event(models::PublishEventBody::new(text(data)?, event).with_source(SOURCE)))
    }
}

fn text<T: Serialize + ?Sized>(data: &T) -> Result<String, Error> {
    let text = serde_json::to_string(data);
    text.map_err(|error| RequestError::new("publish_custom_event", error.to_string()).into())
}
