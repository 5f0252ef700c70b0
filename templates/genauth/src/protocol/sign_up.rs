//! Signing up on a page of one's own: what `sign_up` does, with less to write.

use crate::AuthenticationClient;
use crate::call::Call;
use crate::models::{
    SignUpByPassCodeDto, SignUpByPasswordDto, SignUpDto, SignUpDtoConnection, SignUpOptionsDto, SignUpProfileDto,
    UserSingleRespDto,
};

impl AuthenticationClient {
    /// Makes an account with an email address and a password.
    ///
    /// `signUpByEmailPassword`: `POST /api/v3/signup`
    pub fn sign_up_by_email_password(
        &self,
        email: impl Into<String>,
        password: impl Into<String>,
        profile: Option<SignUpProfileDto>,
        options: Option<SignUpOptionsDto>,
    ) -> Call<UserSingleRespDto> {
        self.sign_up_by_password(SignUpByPasswordDto::new(password).with_email(email), profile, options)
    }

    /// Makes an account with a user name and a password.
    ///
    /// `signUpByUsernamePassword`: `POST /api/v3/signup`
    pub fn sign_up_by_username_password(
        &self,
        username: impl Into<String>,
        password: impl Into<String>,
        profile: Option<SignUpProfileDto>,
        options: Option<SignUpOptionsDto>,
    ) -> Call<UserSingleRespDto> {
        self.sign_up_by_password(SignUpByPasswordDto::new(password).with_username(username), profile, options)
    }

    /// Makes an account with an email address and the passcode that was sent there.
    ///
    /// `signUpByEmailCode`: `POST /api/v3/signup`
    pub fn sign_up_by_email_pass_code(
        &self,
        email: impl Into<String>,
        pass_code: impl Into<String>,
        profile: Option<SignUpProfileDto>,
        options: Option<SignUpOptionsDto>,
    ) -> Call<UserSingleRespDto> {
        self.sign_up_by_pass_code(SignUpByPassCodeDto::new(pass_code).with_email(email), profile, options)
    }

    /// Makes an account with a phone number and the passcode that was sent there. `phone_country_code` is such as `+86`,
    /// and mainland China's when there is none.
    ///
    /// `signUpByPhoneCode`: `POST /api/v3/signup`
    pub fn sign_up_by_phone_pass_code(
        &self,
        phone: impl Into<String>,
        pass_code: impl Into<String>,
        phone_country_code: Option<&str>,
        profile: Option<SignUpProfileDto>,
        options: Option<SignUpOptionsDto>,
    ) -> Call<UserSingleRespDto> {
        let mut payload = SignUpByPassCodeDto::new(pass_code).with_phone(phone);
        payload.phone_country_code = phone_country_code.map(str::to_owned);
        self.sign_up_by_pass_code(payload, profile, options)
    }

    fn sign_up_by_password(
        &self,
        payload: SignUpByPasswordDto,
        profile: Option<SignUpProfileDto>,
        options: Option<SignUpOptionsDto>,
    ) -> Call<UserSingleRespDto> {
        let account = SignUpDto::new(SignUpDtoConnection::Password).with_password_payload(payload);
        self.sign_up(SignUpDto { profile, options, ..account })
    }

    fn sign_up_by_pass_code(
        &self,
        payload: SignUpByPassCodeDto,
        profile: Option<SignUpProfileDto>,
        options: Option<SignUpOptionsDto>,
    ) -> Call<UserSingleRespDto> {
        let account = SignUpDto::new(SignUpDtoConnection::Passcode).with_pass_code_payload(payload);
        self.sign_up(SignUpDto { profile, options, ..account })
    }
}
