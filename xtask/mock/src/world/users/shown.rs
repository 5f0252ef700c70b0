//! A user as answers show one (`UserDto`).

use serde_json::{Map, Value, json};

use super::User;

/// Properties that an answer shows only when an option asks for them.
const ON_REQUEST: [(&str, &str); 3] =
    [("withIdentities", "identities"), ("withDepartmentIds", "departmentIds"), ("withPost", "postIdList")];

/// The user with what the options ask for; they are query parameters, or the request's `options`.
pub(crate) fn shown(user: &User, options: Option<&Map<String, Value>>) -> Value {
    let is_wanted = |option: &str| options.and_then(|it| it.get(option)) == Some(&Value::Bool(true));
    let mut shown = user.profile.clone();
    for (option, property) in ON_REQUEST {
        if !is_wanted(option) {
            shown.remove(property);
        } else if !shown.contains_key(property) {
            shown.insert(property.to_owned(), json!([]));
        }
    }
    // Custom data has one level here, so `flatCustomData` changes nothing.
    if is_wanted("withCustomData") || is_wanted("flatCustomData") {
        shown.insert("customData".to_owned(), user.custom_data.clone().into());
    }
    shown.into()
}

/// The user with everything that is known, for answers whose requests have no such options.
pub(crate) fn whole(user: &User) -> Value {
    let mut shown = user.profile.clone();
    if !user.custom_data.is_empty() {
        shown.insert("customData".to_owned(), user.custom_data.clone().into());
    }
    shown.into()
}
