//! Which department a request means.

use super::Department;
use crate::answer::Failure;
use crate::call::Call;
use crate::world::directory::not_found;
use crate::world::{World, given, organizations};

/// The department that a request names by `departmentId` and `departmentIdType`, or by `departmentCode`.
///
/// # Errors
///
/// Status 404 when there is none, 400 when the request does not name one.
pub(super) fn find<'a>(world: &'a World, call: &Call<'_>) -> Result<&'a Department, Failure> {
    match given::optional(call, "departmentCode") {
        Some(code) if given::value(call, "departmentId").is_none() => named(world, call, code, "code"),
        _ => named(world, call, given::text(call, "departmentId")?, kind(call)),
    }
}

/// The department that a request names as the one above another.
///
/// # Errors
///
/// The same.
pub(super) fn parent<'a>(world: &'a World, call: &Call<'_>) -> Result<&'a Department, Failure> {
    named(world, call, given::text(call, "parentDepartmentId")?, kind(call))
}

/// All departments of the organization that a request names; of all organizations if it names none.
///
/// # Errors
///
/// Status 404 when there is no such organization.
pub(super) fn of_organization<'a>(
    world: &'a World,
    call: &Call<'_>,
) -> Result<impl Iterator<Item = &'a Department> + use<'a>, Failure> {
    let code = given::optional(call, "organizationCode");
    let root = code.map(|code| organizations::root_of(world, code)).transpose()?;
    Ok(world.departments.iter().filter(move |department| root.as_ref().is_none_or(|root| department.root == *root)))
}

fn kind<'a>(call: &'a Call<'_>) -> &'a str {
    given::optional(call, "departmentIdType").unwrap_or("department_id")
}

fn named<'a>(world: &'a World, call: &Call<'_>, identifier: &str, kind: &str) -> Result<&'a Department, Failure> {
    let mut departments = of_organization(world, call)?;
    let is_in_one = given::value(call, "organizationCode").is_some();
    let found = departments.find(|department| match kind {
        "department_id" if identifier == "root" => is_in_one && department.parent.is_none(),
        "department_id" => department.id == identifier,
        "open_department_id" if identifier == "root" => is_in_one && department.parent.is_none(),
        "open_department_id" => department.text("openDepartmentId") == Some(identifier),
        "code" => department.text("code") == Some(identifier),
        // Nothing here was ever synchronized, and departments have no custom fields that are unique.
        _ => false,
    });
    found.ok_or_else(|| not_found("department", identifier))
}
