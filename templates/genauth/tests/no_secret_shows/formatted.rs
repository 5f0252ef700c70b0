//! `Debug` of everything public that holds a secret.

use genauth::models::{
    DeleteAccounDto, DeleteAccountByPasswordDto, SignInByPassCodePayloadDto, SignInByPasswordPayloadDto,
    SigninByCredentialsDto, SigninByCredentialsDtoConnection, VerifyDeleteAccountRequestDto,
    VerifyDeleteAccountRequestDtoVerifyMethod,
};
use genauth::password::{RsaKey, Sm2Key};
use genauth::protocol::pkce::generate_code_verifier;
use genauth::protocol::{
    AuthorizationCode, AuthorizeUrlOptions, CasUser, Introspection, LogoutUrlOptions, Pkce, TokenSet, TokenToValidate,
    UserInfo,
};
use genauth::values::Secret;
use genauth::{AuthenticationClient, AuthenticationClientBuilder, ManagementClient, ReqwestTransport};
use http::Method;
use serde_json::{Value, json};

use crate::secrets::*;
use crate::service::{ISSUER, Service, id_token};
use crate::vectors;

fn application(host: &str) -> AuthenticationClientBuilder {
    AuthenticationClient::builder()
        .app_id("APP")
        .app_secret(APP_SECRET)
        .app_host(host)
        .access_token(ACCESS_TOKEN)
        .redirect_uri("https://a.example/callback")
        .issuer(ISSUER)
        .id_token_hs256(true)
        .socket_uri("ws://localhost")
        .transport(transport())
}

/// A proxy with a password, and a client certificate with its private key.
fn transport() -> ReqwestTransport {
    let own = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let identity = format!("{}{}", own.cert.pem(), own.signing_key.serialize_pem());
    let builder = ReqwestTransport::builder().proxy("http://user:hush-proxy@localhost:1");
    let builder = builder.client_certificate_pem(identity.as_bytes());
    let transport = builder.no_proxy().proxy("http://user:hush-proxy@localhost:1");
    let key = own.signing_key.serialize_pem();
    let line = key.lines().nth(1).unwrap();
    assert_hidden(&shown(&transport), [line]);
    let transport = transport.build().unwrap();
    assert_hidden(&shown(&transport), [line]);
    transport
}

#[test]
fn clients_and_their_builders_show_no_secret() {
    let user = application("localhost");
    assert_hidden(&shown(&user), []);
    let user = user.build().unwrap();
    assert_hidden(&shown(&user), []);
    let mut user = user.with_access_token(ACCESS_TOKEN);
    user.set_access_token(ACCESS_TOKEN);
    assert_hidden(&shown(&user), []);
    assert!(format!("{user:?}").contains("localhost"), "what is no secret does show");

    for token_mode in [false, true] {
        let builder = ManagementClient::builder().access_key_id("AK").access_key_secret(ACCESS_KEY_SECRET);
        let builder = builder.access_token(MANAGEMENT_TOKEN).token_mode(token_mode).transport(transport());
        assert_hidden(&shown(&builder), []);
        // A token and token mode do not go together, and the error is no place for either secret.
        match builder.build() {
            Ok(client) => assert_hidden(&shown(&client.with_access_token(ACCESS_TOKEN)), []),
            Err(error) => assert_hidden(&format!("{error} {}", shown(&error)), []),
        }
    }

    let mut headers = http::HeaderMap::new();
    headers.insert("x-api-key", "hush-header".parse().unwrap());
    let own = reqwest::Client::builder().default_headers(headers).build().unwrap();
    assert_hidden(&shown(&ReqwestTransport::from(own)), []);
}

#[test]
fn secrets_and_tokens_show_nothing() {
    let secret = Secret::from(PASSWORD);
    assert_hidden(&shown(&secret), []);
    let verifier = generate_code_verifier().unwrap();
    assert_hidden(&shown(&verifier), [verifier.expose()]);
    let tokens: TokenSet = serde_json::from_value(json!({
        "access_token": ACCESS_TOKEN, "id_token": ID_TOKEN, "refresh_token": REFRESH_TOKEN, "token_type": "Bearer",
        "device_secret": PERSONAL,
    }))
    .unwrap();
    assert_hidden(&shown(&tokens), []);
    assert!(format!("{tokens:?}").contains("device_secret"), "the names of unknown members do show");
    let introspection: Introspection = serde_json::from_value(json!({"active": true, "x": PERSONAL})).unwrap();
    assert_hidden(&shown(&introspection), []);
    let user: UserInfo = serde_json::from_value(json!({"sub": "U", "name": PERSONAL})).unwrap();
    assert_hidden(&shown(&user), []);
    let mut cas = CasUser::default();
    cas.proxy_granting_ticket = Some(TICKET.into());
    cas.attributes.insert("name".to_owned(), PERSONAL.into());
    assert_hidden(&shown(&cas), []);
    for token in [TokenToValidate::AccessToken(ACCESS_TOKEN.into()), TokenToValidate::IdToken(ID_TOKEN.into())] {
        assert_hidden(&shown(&token), []);
    }
}

#[tokio::test]
async fn a_sign_in_shows_no_secret() {
    let service = Service::plain();
    let transport = ReqwestTransport::builder().no_proxy().build().unwrap();
    let client = application(&service.host).transport(transport).build().unwrap();
    let options = || AuthorizeUrlOptions::new().with_nonce(NONCE).with_pkce(Pkce::Verifier(VERIFIER.into()));
    assert_hidden(&shown(&AuthorizeUrlOptions::new().with_pkce(Pkce::Verifier(VERIFIER.into()))), []);
    let url = client.build_authorize_url(options().with_nonce("N").with_state("S")).unwrap();
    assert_hidden(&shown(&url), []);

    let login = client.login_with_redirect(options().with_state("S")).unwrap();
    let cookie = login.set_cookie.expose().split(';').next().unwrap();
    assert_hidden(&shown(&login).replace(NONCE, ""), [cookie]);
    let signed_in = client.handle_redirect_callback("?code=hush-code&state=S", Some(cookie)).await.unwrap();
    let id_token = id_token();
    assert_hidden(&shown(&signed_in), [id_token.as_str()]);

    let options = LogoutUrlOptions::new().with_id_token(id_token.as_str());
    assert_hidden(&shown(&options), [id_token.as_str()]);
    assert_hidden(&shown(&client.logout_with_redirect(options)), [id_token.as_str()]);
    assert_hidden(&shown(&AuthorizationCode::new(CODE).with_code_verifier(VERIFIER)), []);
}

#[tokio::test]
async fn requests_and_answers_show_no_secret() {
    let service = Service::plain();
    let transport = ReqwestTransport::builder().no_proxy().build().unwrap();
    let client = application(&service.host).transport(transport).build().unwrap();

    let password = SignInByPasswordPayloadDto::new(PASSWORD).with_email("e@example.com");
    let credentials = SigninByCredentialsDto::new(SigninByCredentialsDtoConnection::Password)
        .with_password_payload(password)
        .with_pass_code_payload(SignInByPassCodePayloadDto::new(PASS_CODE))
        .with_client_secret(APP_SECRET);
    assert_hidden(&shown(&credentials), []);
    assert!(format!("{credentials:?}").contains("e@example.com"), "what is no secret does show");
    assert_hidden(&shown(&DeleteAccounDto::new(DELETE_TOKEN)), []);
    let proof = VerifyDeleteAccountRequestDto::new(VerifyDeleteAccountRequestDtoVerifyMethod::Password)
        .with_password_payload(DeleteAccountByPasswordDto::new(PASSWORD));
    assert_hidden(&shown(&proof), []);

    let call = client.sign_in_by_credentials(credentials).access_token(ACCESS_TOKEN).header("x-secret", PERSONAL).raw();
    assert_hidden(&shown(&call), []);
    let under_way = call.into_future();
    assert_hidden(&shown(&under_way), []);
    let answer = under_way.await.unwrap();
    assert_hidden(&shown(&answer), []);
    assert_hidden(&shown(answer.as_raw()), []);
    let custom = client.request(Method::GET, "/x").query("token", ACCESS_TOKEN).call::<Value>();
    assert_hidden(&shown(&custom), []);
    let error = custom.no_retry().await.unwrap_err();
    assert_hidden(&shown(error.response().unwrap()), []);
}

#[tokio::test]
async fn events_and_passwords_show_no_secret() {
    let user = application("localhost").build().unwrap();
    assert_hidden(&shown(&user.subscribe_event("a")), []);
    let administrator = ManagementClient::builder().access_key_id("AK").access_key_secret(ACCESS_KEY_SECRET);
    assert_hidden(&shown(&administrator.build().unwrap().subscribe_event("a")), []);
    let (rsa, sm2) = (RsaKey::from_pem(vectors::RSA_PUBLIC).unwrap(), Sm2Key::from_hex(vectors::SM2_PUBLIC).unwrap());
    assert_hidden(&format!("{}{}", shown(&rsa), shown(&sm2)), []);
    let error = rsa.encrypt(&PASSWORD.repeat(20)).unwrap_err();
    assert_hidden(&format!("{error} {}", shown(&error)), []);
}
