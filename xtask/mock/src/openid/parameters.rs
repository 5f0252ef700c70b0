//! The parameters of a protocol endpoint, from a query or a form.

use http::header::CONTENT_TYPE;
use indexmap::IndexMap;

use super::refusal::Refusal;
use crate::call::Call;

/// Parameters by name. One without a value counts as omitted (RFC 6749, section 3.1).
#[derive(Default)]
pub(super) struct Parameters {
    by_name: IndexMap<String, String>,
    repeated: Option<String>,
}

impl Parameters {
    /// The parameters of the query.
    pub(super) fn of_query(call: &Call<'_>) -> Self {
        Parameters::parse(call.presented.query.unwrap_or_default().as_bytes())
    }

    /// The parameters of a body that says it is a form; of another body none.
    pub(super) fn of_form(call: &Call<'_>) -> Self {
        let media_type = call.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let essence = media_type.split(';').next().unwrap_or_default().trim();
        if essence.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            Parameters::parse(call.presented.body)
        } else {
            Parameters::default()
        }
    }

    fn parse(encoded: &[u8]) -> Self {
        let mut parameters = Parameters::default();
        for (name, value) in form_urlencoded::parse(encoded) {
            if parameters.by_name.insert(name.clone().into_owned(), value.into_owned()).is_some() {
                parameters.repeated = Some(name.into_owned());
            }
        }
        parameters
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.by_name.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// A parameter that must be there.
    pub(super) fn required(&self, name: &str) -> Result<&str, Refusal> {
        self.get(name).ok_or_else(|| Refusal::bad("invalid_request", format!("{name} is missing")))
    }

    /// Refuses parameters that come more than once.
    pub(super) fn once(&self) -> Result<(), Refusal> {
        match &self.repeated {
            Some(name) => Err(Refusal::bad("invalid_request", format!("{name} comes more than once"))),
            None => Ok(()),
        }
    }

    /// The words of a parameter that lists them with spaces between, such as `scope`.
    pub(super) fn words(&self, name: &str) -> impl Iterator<Item = &str> {
        self.get(name).unwrap_or_default().split_ascii_whitespace()
    }
}
