//! Encrypted passwords: the owner of the key can read them, and other programs do it the same way.

#![cfg(feature = "password-encryption")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

#[cfg(all(feature = "authentication-sign-in", feature = "authentication-system-information"))]
mod loopback;
mod vectors;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use genauth::password::{PasswordError, RsaKey, Sm2Key};
use rsa::pkcs8::DecodePrivateKey;
use rsa::{Pkcs1v15Encrypt, RsaPrivateKey};
use sm2::pke::{DecryptingKey, Mode};
use vectors::{PASSWORD, RSA_ENCRYPTED, RSA_PRIVATE, RSA_PUBLIC, SM2_ENCRYPTED, SM2_PRIVATE, SM2_PUBLIC};

#[test]
fn the_owner_of_an_rsa_key_reads_the_password() {
    let key = RsaKey::from_pem(RSA_PUBLIC).unwrap();
    for password in ["p", PASSWORD, &"x".repeat(117)] {
        let encrypted = key.encrypt(password).unwrap();
        assert_eq!(encrypted.len(), 172, "128 bytes in base64");
        assert_eq!(rsa_decrypt(&encrypted), password);
    }
}

#[test]
fn the_owner_of_an_sm2_key_reads_the_password() {
    let key = Sm2Key::from_hex(SM2_PUBLIC).unwrap();
    for password in ["p", PASSWORD, &"x".repeat(1000)] {
        let encrypted = key.encrypt(password).unwrap();
        assert_eq!(encrypted.len(), 2 * (64 + 32 + password.len()), "C1 without its tag, C3, C2");
        assert_eq!(sm2_decrypt(&encrypted), password);
    }
}

#[test]
fn passwords_that_openssl_and_sm_crypto_encrypted_are_read_in_the_same_way() {
    assert_eq!(rsa_decrypt(RSA_ENCRYPTED), PASSWORD);
    assert_eq!(sm2_decrypt(SM2_ENCRYPTED), PASSWORD);
}

#[test]
fn a_password_is_encrypted_differently_each_time() {
    let rsa = RsaKey::from_pem(RSA_PUBLIC).unwrap();
    assert_ne!(rsa.encrypt(PASSWORD), rsa.encrypt(PASSWORD));
    let sm2 = Sm2Key::from_hex(SM2_PUBLIC).unwrap();
    assert_ne!(sm2.encrypt(PASSWORD), sm2.encrypt(PASSWORD));
}

#[test]
fn keys_may_come_in_other_spellings() {
    let rsa = RsaKey::from_pem(RSA_PUBLIC).unwrap();
    for pem in [RSA_PUBLIC.trim().to_owned(), format!("\n {RSA_PUBLIC}\n\n"), RSA_PUBLIC.replace('\n', "\r\n")] {
        assert_eq!(RsaKey::from_pem(&pem), Ok(rsa.clone()));
    }
    let sm2 = Sm2Key::from_hex(SM2_PUBLIC).unwrap();
    for hex in [SM2_PUBLIC[2..].to_owned(), SM2_PUBLIC.to_uppercase(), format!(" {SM2_PUBLIC}\n")] {
        assert_eq!(Sm2Key::from_hex(&hex), Ok(sm2.clone()));
    }
}

#[test]
fn what_is_no_key_is_an_error() {
    for pem in ["", "xxxxxxxxxxxxxxxxxxxxxx", RSA_PRIVATE, SM2_PUBLIC, &RSA_PUBLIC.replace("MIGf", "MIGg")] {
        assert_eq!(RsaKey::from_pem(pem), Err(PasswordError::RsaKey));
    }
    // The last is no point of the curve, the one before it no point at all.
    let off_the_curve = SM2_PUBLIC.replace("546e", "546f");
    for hex in
        ["", "00", "xxxxxxxxxxxxxxxxxxxxxx", &"密".repeat(43), &SM2_PUBLIC[..129], &"f".repeat(128), &off_the_curve]
    {
        assert_eq!(Sm2Key::from_hex(hex), Err(PasswordError::Sm2Key));
    }
}

#[test]
fn a_password_that_a_key_cannot_take_is_an_error_that_does_not_show_it() {
    let rsa = RsaKey::from_pem(RSA_PUBLIC).unwrap();
    let error = rsa.encrypt(&"hunter2".repeat(20)).unwrap_err();
    assert_eq!(error, PasswordError::TooLong { limit: 117 });
    assert!(!format!("{error} {error:?}").contains("hunter2"));
    assert_eq!(rsa.encrypt(""), Err(PasswordError::Empty));
    assert_eq!(Sm2Key::from_hex(SM2_PUBLIC).unwrap().encrypt(""), Err(PasswordError::Empty));
}

#[cfg(all(feature = "authentication-sign-in", feature = "authentication-system-information"))]
#[tokio::test]
async fn a_user_signs_in_with_a_password_for_the_services_own_key() {
    use genauth::models::{
        SignInByPasswordPayloadDto, SignInOptionsDto, SignInOptionsDtoPasswordEncryptType, SigninByCredentialsDto,
        SigninByCredentialsDtoConnection,
    };

    let info = serde_json::json!({
        "rsa": { "publicKey": RSA_PUBLIC },
        "sm2": { "publicKey": SM2_PUBLIC },
        "version": { "server": "2.0.0", "console": "2.0.0", "login": "2.0.0" },
        "publicIps": [],
    });
    let signed_in = r#"{"statusCode":200,"message":"","data":{"token_type":"bearer","expire_in":7200}}"#;
    let server = loopback::Server::json(&[&info.to_string(), signed_in, signed_in]).await;
    let client = server.client();

    let info = client.get_system_info().await.unwrap();
    let rsa = RsaKey::try_from(&info.rsa).unwrap().encrypt(PASSWORD).unwrap();
    let sm2 = Sm2Key::try_from(&info.sm2).unwrap().encrypt(PASSWORD).unwrap();
    let kinds = [(rsa, SignInOptionsDtoPasswordEncryptType::Rsa), (sm2, SignInOptionsDtoPasswordEncryptType::Sm2)];
    for (encrypted, kind) in kinds {
        let payload = SignInByPasswordPayloadDto::new(encrypted).with_email("a@example.com");
        let credentials = SigninByCredentialsDto::new(SigninByCredentialsDtoConnection::Password)
            .with_password_payload(payload)
            .with_options(SignInOptionsDto::new().with_password_encrypt_type(kind));
        client.sign_in_by_credentials(credentials).await.unwrap();
    }

    let bodies: Vec<serde_json::Value> =
        server.requests()[1..].iter().map(|request| serde_json::from_str(request.body()).unwrap()).collect();
    let password = |body: &serde_json::Value| body["passwordPayload"]["password"].as_str().unwrap().to_owned();
    assert_eq!(bodies[0]["options"]["passwordEncryptType"], "rsa");
    assert_eq!(rsa_decrypt(&password(&bodies[0])), PASSWORD);
    assert_eq!(bodies[1]["options"]["passwordEncryptType"], "sm2");
    assert_eq!(sm2_decrypt(&password(&bodies[1])), PASSWORD);
}

fn rsa_decrypt(encrypted: &str) -> String {
    let key = RsaPrivateKey::from_pkcs8_pem(RSA_PRIVATE).unwrap();
    let password = key.decrypt(Pkcs1v15Encrypt, &BASE64.decode(encrypted).unwrap()).unwrap();
    String::from_utf8(password).unwrap()
}

fn sm2_decrypt(encrypted: &str) -> String {
    let key = DecryptingKey::from_slice(&bytes(SM2_PRIVATE)).unwrap();
    let key = DecryptingKey::new_with_mode(*key.as_nonzero_scalar(), Mode::C1C3C2);
    String::from_utf8(key.decrypt(&bytes(&format!("04{encrypted}"))).unwrap()).unwrap()
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}
