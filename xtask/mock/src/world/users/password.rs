//! Passwords that administrators give.

use serde_json::Value;

use crate::answer::Failure;
use crate::world::World;

/// The password of a creation or an update, if it gives one or asks for one.
pub(super) fn chosen(world: &mut World, request: &Value, options: &Value) -> Result<Option<String>, Failure> {
    let given = request["password"].as_str();
    let encryption = options["passwordEncryptType"].as_str().unwrap_or("none");
    if given.is_some() && encryption != "none" {
        let message = format!("the mock has no key to decrypt a password with {encryption}; send it with `none`");
        return Err(Failure::plain(422, message));
    }
    let is_generated = options["autoGeneratePassword"] == true;
    Ok(given.map(str::to_owned).or_else(|| is_generated.then(|| world.next_id())))
}
