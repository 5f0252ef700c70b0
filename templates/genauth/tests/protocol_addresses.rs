//! The addresses where users sign in and out.

#![cfg(feature = "oidc")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod protocol_support;

use std::collections::HashSet;

use genauth::protocol::pkce::{CodeChallengeMethod, code_challenge};
use genauth::protocol::{AuthorizeUrl, AuthorizeUrlOptions, LogoutUrlOptions, Pkce, Protocol};
use genauth::{AuthenticationClient, Error};
use protocol_support::{application, unconnected};

const HOST: &str = "https://example.genauth.ai";
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

fn fixed() -> AuthorizeUrlOptions {
    AuthorizeUrlOptions::new().with_state("ST").with_nonce("NO").with_pkce(Pkce::Off)
}

#[track_caller]
fn url(client: &AuthenticationClient, options: AuthorizeUrlOptions) -> String {
    client.build_authorize_url(options).unwrap().url
}

#[track_caller]
fn refused_setting(result: Result<AuthorizeUrl, Error>) -> String {
    match result {
        Err(Error::Configuration(error)) => error.setting().to_owned(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn openid_connect_asks_for_a_code_with_everything_escaped() {
    let client = unconnected(Protocol::Oidc);
    let options = fixed().with_redirect_uri("https://a.com/cb?x=1&y=2").with_scope("openid offline_access");
    let options = options.with_tenant_id("T T").with_parameter("ext_idp_conn_id", "c&d");
    assert_eq!(
        url(&client, options),
        "https://example.genauth.ai/oidc/auth?redirect_uri=https%3A%2F%2Fa.com%2Fcb%3Fx%3D1%26y%3D2&response_mode=query\
         &response_type=code&client_id=APP&scope=openid%20offline_access&state=ST&nonce=NO&tenant_id=T%20T\
         &prompt=consent&ext_idp_conn_id=c%26d"
    );
}

#[test]
fn oauth_asks_for_a_code_without_a_nonce() {
    let client = unconnected(Protocol::Oauth);
    let made = client.build_authorize_url(fixed()).unwrap();
    assert_eq!(made.nonce, None);
    assert_eq!(
        made.url,
        "https://example.genauth.ai/oauth/auth?redirect_uri=https%3A%2F%2Fa.example%2Fcallback%3Fx%3D1\
         &response_type=code&client_id=APP&scope=user&state=ST"
    );
}

#[test]
fn the_client_settings_count_where_the_call_says_nothing() {
    let client = application(HOST).scope("openid email").tenant_id("TENANT").build().unwrap();
    let ours = url(&client, fixed());
    assert!(ours.contains("&scope=openid%20email&"), "{ours}");
    assert!(ours.ends_with("&tenant_id=TENANT"), "{ours}");
    let theirs = url(&client, fixed().with_tenant_id("OTHER"));
    assert!(theirs.ends_with("&tenant_id=OTHER"), "{theirs}");
}

#[test]
fn a_fresh_sign_in_has_its_own_state_nonce_and_proof_key() {
    let client = unconnected(Protocol::Oidc);
    let mut seen = HashSet::new();
    for _ in 0..100 {
        let made = client.build_authorize_url(AuthorizeUrlOptions::new()).unwrap();
        let (state, nonce, verifier) = (made.state.unwrap(), made.nonce.unwrap(), made.code_verifier.unwrap());
        assert!(made.url.contains(&format!("&state={state}&nonce={nonce}&")), "{}", made.url);
        let challenge = code_challenge(verifier.expose());
        assert!(made.url.ends_with(&format!("&code_challenge={challenge}&code_challenge_method=S256")), "{}", made.url);
        assert!(!made.url.contains(verifier.expose()));
        for text in [state, nonce, verifier.expose().to_owned()] {
            assert!(seen.insert(text), "nothing comes twice");
        }
    }
}

#[test]
fn the_proof_key_can_be_given() {
    let client = unconnected(Protocol::Oauth);
    let made = client.build_authorize_url(fixed().with_pkce(Pkce::Verifier(VERIFIER.into()))).unwrap();
    assert!(made.url.contains("&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&"), "{}", made.url);
    assert_eq!(made.code_verifier.unwrap().expose(), VERIFIER);
    assert_eq!(client.get_code_challenge_digest(VERIFIER, CodeChallengeMethod::Plain), VERIFIER);
    assert_eq!(client.get_code_challenge_digest(VERIFIER, CodeChallengeMethod::S256), code_challenge(VERIFIER));
    assert_eq!(client.generate_code_challenge().unwrap().expose().len(), 43);
}

#[test]
fn a_response_without_a_code_has_no_proof_key_and_no_query() {
    let client = unconnected(Protocol::Oidc);
    let options = AuthorizeUrlOptions::new().with_response_type("id_token token").with_response_mode("form_post");
    let made = client.build_authorize_url(options).unwrap();
    assert!(made.code_verifier.is_none());
    assert!(made.url.contains("response_mode=form_post&response_type=id_token%20token&"), "{}", made.url);
    assert!(!made.url.contains("code_challenge"), "{}", made.url);
    let made = client.build_authorize_url(AuthorizeUrlOptions::new().with_response_type("code id_token")).unwrap();
    assert!(made.code_verifier.is_some());
    assert!(!made.url.contains("response_mode"), "{}", made.url);
}

#[test]
fn the_user_is_asked_what_the_call_needs() {
    let client = unconnected(Protocol::Oidc);
    let offline = || fixed().with_scope("openid offline_access");
    let cases = [
        (fixed().with_forced(true), "&prompt=login"),
        (offline(), "&prompt=consent"),
        (offline().with_forced(true), "&prompt=login%20consent"),
        (offline().with_prompt("none"), "&prompt=none"),
        (fixed(), "&nonce=NO"),
    ];
    for (options, end) in cases {
        let url = url(&client, options);
        assert!(url.ends_with(end), "{url}");
    }
}

#[test]
fn what_cannot_work_is_refused() {
    let client = unconnected(Protocol::Oidc);
    assert_eq!(refused_setting(client.build_authorize_url(fixed().with_scope("profile openidx"))), "scope");
    assert_eq!(refused_setting(client.build_authorize_url(fixed().with_parameter("scope", "x"))), "parameter");
    let bare = AuthenticationClient::builder().app_id("APP").app_secret("S").app_host(HOST);
    assert_eq!(refused_setting(bare.clone().build().unwrap().build_authorize_url(fixed())), "redirect_uri");
    let oauth = bare.protocol(Protocol::Oauth).build().unwrap();
    assert!(!url(&oauth, fixed()).contains("redirect_uri"));
}

#[test]
fn saml_and_cas_have_addresses_of_their_own() {
    let saml = unconnected(Protocol::Saml).build_authorize_url(AuthorizeUrlOptions::new()).unwrap();
    assert_eq!(saml.url, "https://example.genauth.ai/api/v2/saml-idp/APP");
    assert!(saml.state.is_none() && saml.nonce.is_none() && saml.code_verifier.is_none());
    let cas = unconnected(Protocol::Cas);
    assert_eq!(url(&cas, AuthorizeUrlOptions::new()), "https://example.genauth.ai/cas-idp/APP");
    assert_eq!(
        url(&cas, AuthorizeUrlOptions::new().with_service("https://svc?a=b&c=d")),
        "https://example.genauth.ai/cas-idp/APP?service=https%3A%2F%2Fsvc%3Fa%3Db%26c%3Dd"
    );
}

#[test]
fn users_sign_out_by_their_protocol() {
    let out = || LogoutUrlOptions::new().with_redirect_uri("https://a.com/out?x=1");
    let oidc = unconnected(Protocol::Oidc);
    assert_eq!(
        oidc.build_logout_url(out().with_state("S").with_id_token("ID")),
        "https://example.genauth.ai/oidc/session/end?post_logout_redirect_uri=https%3A%2F%2Fa.com%2Fout%3Fx%3D1&state=S&id_token_hint=ID"
    );
    assert_eq!(
        oidc.build_logout_url(LogoutUrlOptions::new().with_state("S")),
        "https://example.genauth.ai/oidc/session/end"
    );
    for protocol in [Protocol::Oauth, Protocol::Saml] {
        let client = unconnected(protocol);
        let host = "https://example.genauth.ai/login/profile/logout";
        assert_eq!(client.build_logout_url(LogoutUrlOptions::new()), host);
        assert_eq!(client.build_logout_url(out()), format!("{host}?redirect_uri=https%3A%2F%2Fa.com%2Fout%3Fx%3D1"));
    }
    let cas = unconnected(Protocol::Cas);
    assert_eq!(cas.build_logout_url(LogoutUrlOptions::new()), "https://example.genauth.ai/cas-idp/logout");
    assert_eq!(
        cas.build_logout_url(out()),
        "https://example.genauth.ai/cas-idp/logout?url=https%3A%2F%2Fa.com%2Fout%3Fx%3D1"
    );
    let client = application(HOST).logout_redirect_uri("https://a.com/").build().unwrap();
    assert_eq!(
        client.build_logout_url(LogoutUrlOptions::new()),
        "https://example.genauth.ai/oidc/session/end?post_logout_redirect_uri=https%3A%2F%2Fa.com%2F"
    );
}
