//! Enrolment of a factor: a request gives a token, and the token with a proof gives the factor.

use serde_json::{Value, json};

use super::factors::Factor;
use super::otp::Otp;
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::World;
use crate::world::accounts::{Address, caller, done, refusal};
use crate::world::passcodes::{prove, required, send};

/// A factor that is about to be enrolled.
#[derive(Clone, Debug)]
pub(crate) struct Enrolment {
    user_id: String,
    kind: String,
    profile: Value,
    proof: Proof,
}

/// What its user has to show.
#[derive(Clone, Debug)]
enum Proof {
    /// A passcode that was sent.
    Passcode { to: Address, channel: &'static str },
    /// A code of the authenticator app.
    Otp(Otp),
    /// A picture of the face.
    Photo,
}

/// Starts an enrolment.
pub(super) fn begin(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user = caller(world, call)?;
    let user_id = user.id().to_owned();
    let account = user.text("email").or_else(|| user.text("username")).unwrap_or(&user_id).to_owned();
    let kind = required(call, "/factorType")?;
    let profile = call.body.get("profile").cloned().unwrap_or_else(|| json!({}));
    let mut answer = json!({});
    let proof = match kind {
        "SMS" => {
            let number = required(call, "/profile/phoneNumber")?;
            let to = Address::phone(number, call.body_text("/profile/phoneCountryCode"));
            Proof::Passcode { to, channel: "CHANNEL_BIND_MFA" }
        }
        // Emails have no channel for the enrolment of factors.
        "EMAIL" => {
            let to = Address::email(required(call, "/profile/email")?);
            Proof::Passcode { to, channel: "CHANNEL_VERIFY_MFA" }
        }
        "OTP" => {
            let otp = Otp::new(world.accounts.random.secret(), &account)?;
            answer["otpData"] = otp.answer(&world.accounts.random.token())?;
            Proof::Otp(otp)
        }
        "FACE" => Proof::Photo,
        _ => return Ok(Reply::Sample),
    };
    if let Proof::Passcode { to, channel } = &proof {
        send(world, to.clone(), channel);
    }
    let enrolment = Enrolment { user_id, kind: kind.to_owned(), profile, proof };
    let accounts = &mut world.accounts;
    let token = accounts.enrolments.issue(enrolment, &mut accounts.random, accounts.clock.now());
    answer["enrollmentToken"] = token.into();
    Ok(Reply::Data(answer))
}

/// Ends it. A wrong proof leaves the token good for another try.
pub(super) fn finish(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user_id = caller(world, call)?.id().to_owned();
    let (token, kind) = (required(call, "/enrollmentToken")?, required(call, "/factorType")?);
    let now = world.accounts.clock.now();
    let fits = |enrolment: &Enrolment| enrolment.user_id == user_id && enrolment.kind == kind;
    let enrolment = world.accounts.enrolments.look(token, now).filter(|it| fits(it)).cloned();
    let enrolment = enrolment.ok_or_else(|| refusal::wrong_token("enrollmentToken"))?;
    let otp = match enrolment.proof {
        Proof::Passcode { to, channel } => {
            prove(world, &to, &[channel], required(call, "/enrollmentData/passCode")?)?;
            None
        }
        Proof::Otp(otp) => {
            if !otp.is_right(required(call, "/enrollmentData/passCode")?, now) {
                return Err(refusal::wrong_passcode());
            }
            Some(otp)
        }
        Proof::Photo => {
            // Whose face it is stays unknown: the mock recognises nobody.
            required(call, "/enrollmentData/photo")?;
            None
        }
    };
    world.accounts.enrolments.redeem(token, now, |_| true);
    let factor = Factor { id: world.next_id(), user_id, kind: enrolment.kind, profile: enrolment.profile, otp };
    world.accounts.factors.enrol(factor);
    Ok(done())
}
