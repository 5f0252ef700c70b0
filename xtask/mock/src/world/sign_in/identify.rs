//! Who it is that signs in, and what proves it.

use crate::answer::Failure;
use crate::call::Call;
use crate::world::World;
use crate::world::accounts::{Address, password, refusal};
use crate::world::passcodes::{prove, required};
use crate::world::sign_up::Applicant;
use crate::world::users::User;

/// The ways to sign in that the mock has users for.
pub(super) const CONNECTIONS: [&str; 4] = ["PASSWORD", "PASSCODE", "LDAP", "AD"];

/// The id of the user that a request claims to come from, if there is one.
pub(super) fn claimed(world: &World, call: &Call<'_>) -> Option<String> {
    let user = match call.body_text("/connection")? {
        "PASSCODE" => Address::in_body(call, "/passCodePayload")?.owner(&world.users),
        "LDAP" => world.users.find("username", call.body_text("/ldapPayload/sAMAccountName")?),
        "AD" => world.users.find("username", call.body_text("/adPayload/sAMAccountName")?),
        _ => by_name(world, call),
    };
    user.map(|user| user.id().to_owned())
}

fn by_name<'a>(world: &'a World, call: &Call<'_>) -> Option<&'a User> {
    let users = &world.users;
    if let Some(address) = Address::in_body(call, "/passwordPayload") {
        return address.owner(users);
    }
    if let Some(username) = call.body_text("/passwordPayload/username") {
        return users.find("username", username);
    }
    let account = call.body_text("/passwordPayload/account")?;
    users
        .find("username", account)
        .or_else(|| Address::email(account).owner(users))
        .or_else(|| Address::phone(account, None).owner(users))
}

/// The id of the user, who may be new, after the password or the passcode was found to be right.
pub(super) fn proven(world: &mut World, call: &Call<'_>, claimed: Option<&str>) -> Result<String, Failure> {
    match call.body_text("/connection") {
        Some("PASSCODE") => by_passcode(world, call, claimed),
        Some("LDAP") => in_directory(world, call, claimed, "/ldapPayload"),
        Some("AD") => in_directory(world, call, claimed, "/adPayload"),
        _ => by_password(world, call, claimed),
    }
}

fn by_password(world: &World, call: &Call<'_>, claimed: Option<&str>) -> Result<String, Failure> {
    let given = password(call, "/passwordPayload/password", "/options/passwordEncryptType")?;
    // An account may be any of three things, so the service does not say that it knows none of them.
    let is_account = call.body_text("/passwordPayload/account").is_some();
    let (unknown, wrong) = match is_account {
        true => (refusal::wrong_account_or_password(), refusal::wrong_account_or_password()),
        false => (refusal::unknown_user(), refusal::wrong_password()),
    };
    let user = claimed.and_then(|id| world.users.get(id)).ok_or(unknown)?;
    if user.password.as_deref() == Some(given) { Ok(user.id().to_owned()) } else { Err(wrong) }
}

fn by_passcode(world: &mut World, call: &Call<'_>, claimed: Option<&str>) -> Result<String, Failure> {
    let payload = "/passCodePayload";
    let address = Address::in_body(call, payload).ok_or_else(|| refusal::missing("/passCodePayload/email"))?;
    let registers = call.body.pointer("/options/autoRegister").is_some_and(|value| value == true);
    if claimed.is_none() && !registers {
        return Err(refusal::unknown_user());
    }
    prove(world, &address, &["CHANNEL_LOGIN"], required(call, "/passCodePayload/passCode")?)?;
    match claimed {
        Some(id) => Ok(id.to_owned()),
        None => Applicant { addresses: vec![(address, true)], ..Applicant::default() }.join(world),
    }
}

/// The mock has no directory of its own: a user of the pool stands for the entry of the same name.
fn in_directory(world: &World, call: &Call<'_>, claimed: Option<&str>, payload: &str) -> Result<String, Failure> {
    let given = password(call, &format!("{payload}/password"), "/options/passwordEncryptType")?;
    let user = claimed.and_then(|id| world.users.get(id)).filter(|user| user.password.as_deref() == Some(given));
    user.map(|user| user.id().to_owned()).ok_or_else(refusal::wrong_account_or_password)
}
