//! Signing in on a page of one's own: what `sign_in_by_credentials` does, with less to write.
//!
//! The application's id and secret go along the way that its token endpoint wants them.

use super::ClientAuthentication;
use crate::AuthenticationClient;
use crate::call::Call;
use crate::models::{
    LoginTokenRespDto, SignInByAdPayloadDto, SignInByLdapPayloadDto, SignInByPassCodePayloadDto,
    SignInByPasswordPayloadDto, SignInOptionsDto, SigninByCredentialsDto, SigninByCredentialsDtoConnection,
};
use crate::values::Secret;

impl AuthenticationClient {
    /// Signs a user in by email address and password.
    ///
    /// `signInByEmailPassword`: `POST /api/v3/signin`
    pub fn sign_in_by_email_password(
        &self,
        email: impl Into<String>,
        password: impl Into<String>,
        options: Option<SignInOptionsDto>,
    ) -> Call<LoginTokenRespDto> {
        self.sign_in_by_password(SignInByPasswordPayloadDto::new(password).with_email(email), options)
    }

    /// Signs a user in by phone number and password.
    ///
    /// `signInByPhonePassword`: `POST /api/v3/signin`
    pub fn sign_in_by_phone_password(
        &self,
        phone: impl Into<String>,
        password: impl Into<String>,
        options: Option<SignInOptionsDto>,
    ) -> Call<LoginTokenRespDto> {
        self.sign_in_by_password(SignInByPasswordPayloadDto::new(password).with_phone(phone), options)
    }

    /// Signs a user in by user name and password.
    ///
    /// `signInByUsernamePassword`: `POST /api/v3/signin`
    pub fn sign_in_by_username_password(
        &self,
        username: impl Into<String>,
        password: impl Into<String>,
        options: Option<SignInOptionsDto>,
    ) -> Call<LoginTokenRespDto> {
        self.sign_in_by_password(SignInByPasswordPayloadDto::new(password).with_username(username), options)
    }

    /// Signs a user in by whatever they know of email address, phone number and user name, and password.
    ///
    /// `signInByAccountPassword`: `POST /api/v3/signin`
    pub fn sign_in_by_account_password(
        &self,
        account: impl Into<String>,
        password: impl Into<String>,
        options: Option<SignInOptionsDto>,
    ) -> Call<LoginTokenRespDto> {
        self.sign_in_by_password(SignInByPasswordPayloadDto::new(password).with_account(account), options)
    }

    /// Signs a user in by email address and the passcode that was sent there.
    ///
    /// `signInByEmailPassCode`: `POST /api/v3/signin`
    pub fn sign_in_by_email_pass_code(
        &self,
        email: impl Into<String>,
        pass_code: impl Into<String>,
        options: Option<SignInOptionsDto>,
    ) -> Call<LoginTokenRespDto> {
        self.sign_in_by_pass_code(SignInByPassCodePayloadDto::new(pass_code).with_email(email), options)
    }

    /// Signs a user in by phone number and the passcode that was sent there. `phone_country_code` is such as `+86`, and
    /// mainland China's when there is none.
    ///
    /// `signInByPhonePassCode`: `POST /api/v3/signin`
    pub fn sign_in_by_phone_pass_code(
        &self,
        phone: impl Into<String>,
        pass_code: impl Into<String>,
        phone_country_code: Option<&str>,
        options: Option<SignInOptionsDto>,
    ) -> Call<LoginTokenRespDto> {
        let mut payload = SignInByPassCodePayloadDto::new(pass_code).with_phone(phone);
        payload.phone_country_code = phone_country_code.map(str::to_owned);
        self.sign_in_by_pass_code(payload, options)
    }

    /// Signs a user in by their account in an Active Directory (`sAMAccountName`).
    ///
    /// `signInByAD`: `POST /api/v3/signin`
    pub fn sign_in_by_ad(
        &self,
        sam_account_name: impl Into<String>,
        password: impl Into<String>,
        options: Option<SignInOptionsDto>,
    ) -> Call<LoginTokenRespDto> {
        let credentials = SigninByCredentialsDto::new(SigninByCredentialsDtoConnection::Ad);
        let payload = SignInByAdPayloadDto::new(password, sam_account_name);
        self.sign_in_with_application(credentials.with_ad_payload(payload), options)
    }

    /// Signs a user in by their account in an LDAP directory (`sAMAccountName`).
    ///
    /// `signInByLDAP`: `POST /api/v3/signin`
    pub fn sign_in_by_ldap(
        &self,
        sam_account_name: impl Into<String>,
        password: impl Into<String>,
        options: Option<SignInOptionsDto>,
    ) -> Call<LoginTokenRespDto> {
        let credentials = SigninByCredentialsDto::new(SigninByCredentialsDtoConnection::Ldap);
        let payload = SignInByLdapPayloadDto::new(password, sam_account_name);
        self.sign_in_with_application(credentials.with_ldap_payload(payload), options)
    }

    fn sign_in_by_password(
        &self,
        payload: SignInByPasswordPayloadDto,
        options: Option<SignInOptionsDto>,
    ) -> Call<LoginTokenRespDto> {
        let credentials = SigninByCredentialsDto::new(SigninByCredentialsDtoConnection::Password);
        self.sign_in_with_application(credentials.with_password_payload(payload), options)
    }

    fn sign_in_by_pass_code(
        &self,
        payload: SignInByPassCodePayloadDto,
        options: Option<SignInOptionsDto>,
    ) -> Call<LoginTokenRespDto> {
        let credentials = SigninByCredentialsDto::new(SigninByCredentialsDtoConnection::Passcode);
        self.sign_in_with_application(credentials.with_pass_code_payload(payload), options)
    }

    /// Adds the application's own credentials to the body; those of the header are the authorizer's affair.
    fn sign_in_with_application(
        &self,
        mut credentials: SigninByCredentialsDto,
        options: Option<SignInOptionsDto>,
    ) -> Call<LoginTokenRespDto> {
        credentials.options = options;
        let settings = &self.settings;
        if let (ClientAuthentication::Post, Some(secret)) = (settings.token_endpoint_auth, &settings.app_secret) {
            credentials.client_id = Some(settings.app_id.clone());
            credentials.client_secret = Some(Secret::expose(secret).to_owned());
        }
        self.sign_in_by_credentials(credentials)
    }
}
