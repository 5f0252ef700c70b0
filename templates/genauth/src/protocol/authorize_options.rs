//! What a sign-in asks for.

use crate::values::Secret;

/// What the address of a sign-in says beside the client's own settings. Nothing has to be set.
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct AuthorizeUrlOptions {
    pub(super) redirect_uri: Option<String>,
    pub(super) scope: Option<String>,
    pub(super) state: Option<String>,
    pub(super) nonce: Option<String>,
    pub(super) response_type: Option<String>,
    pub(super) response_mode: Option<String>,
    pub(super) prompt: Option<String>,
    pub(super) is_forced: bool,
    pub(super) tenant_id: Option<String>,
    pub(super) pkce: Pkce,
    pub(super) service: Option<String>,
    pub(super) parameters: Vec<(String, String)>,
}

/// Whether the code of a sign-in is bound to a proof key (PKCE, RFC 7636), always by the method `S256`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub enum Pkce {
    /// To a fresh one, which is in [`AuthorizeUrl::code_verifier`](super::AuthorizeUrl::code_verifier).
    #[default]
    Fresh,
    /// To this code verifier.
    Verifier(Secret),
    /// To none. Anybody who gets hold of the code can use it.
    Off,
}

impl AuthorizeUrlOptions {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Where the user comes back to, instead of the client's `redirect_uri`.
    pub fn with_redirect_uri(mut self, uri: impl Into<String>) -> Self {
        self.redirect_uri = Some(uri.into());
        self
    }

    /// What to ask for, instead of the client's `scope`. For a refresh token it has the word `offline_access`.
    pub fn with_scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = Some(scope.into());
        self
    }

    /// What comes back unchanged with the user. Random unless set.
    pub fn with_state(mut self, state: impl Into<String>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// What the ID token has to repeat. Random unless set.
    pub fn with_nonce(mut self, nonce: impl Into<String>) -> Self {
        self.nonce = Some(nonce.into());
        self
    }

    /// What comes back, such as `code id_token`; `code` unless set.
    pub fn with_response_type(mut self, response_type: impl Into<String>) -> Self {
        self.response_type = Some(response_type.into());
        self
    }

    /// How it comes back: `query`, `fragment`, `form_post` or `web_message`.
    pub fn with_response_mode(mut self, response_mode: impl Into<String>) -> Self {
        self.response_mode = Some(response_mode.into());
        self
    }

    /// What the user is asked: words such as `none`, `login` and `consent` (OpenID Connect Core 3.1.2.1).
    ///
    /// Unless set it is what [`with_forced`](Self::with_forced) and the scope ask for: the service gives refresh tokens,
    /// the scope `offline_access`, only with consent.
    pub fn with_prompt(mut self, prompt: impl Into<String>) -> Self {
        self.prompt = Some(prompt.into());
        self
    }

    /// Has the user sign in even if they are signed in already.
    pub fn with_forced(mut self, is_forced: bool) -> Self {
        self.is_forced = is_forced;
        self
    }

    /// The tenant to sign in to, instead of the client's `tenant_id`.
    pub fn with_tenant_id(mut self, tenant_id: impl Into<String>) -> Self {
        self.tenant_id = Some(tenant_id.into());
        self
    }

    /// The proof key; a fresh one unless set.
    pub fn with_pkce(mut self, pkce: Pkce) -> Self {
        self.pkce = pkce;
        self
    }

    /// With CAS, the address of the application that the ticket is for.
    pub fn with_service(mut self, service: impl Into<String>) -> Self {
        self.service = Some(service.into());
        self
    }

    /// Adds a parameter that there is no method for, such as `ext_idp_conn_id` or `login_page_context`.
    pub fn with_parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.parameters.push((name.into(), value.into()));
        self
    }
}
