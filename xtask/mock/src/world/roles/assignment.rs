//! Who has a role, and for how long.

use serde_json::Value;

use crate::answer::Failure;
use crate::world::World;
use crate::world::outcome::required;

/// A role that somebody has.
#[derive(Clone, Debug)]
pub(super) struct Assignment {
    pub(super) target: Target,
    /// When it begins, in milliseconds since 1970; at once when there is none.
    pub(super) enable_time: Option<i64>,
    /// When it ends, in milliseconds since 1970; never when there is none.
    pub(super) end_time: Option<i64>,
    /// When it was made.
    pub(super) created_at: String,
    /// When it was last made anew.
    pub(super) updated_at: String,
}

/// Who can have a role (`TargetDto`).
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Target {
    /// `USER`, `ROLE`, `GROUP` or `DEPARTMENT`.
    pub(crate) kind: String,
    /// The id of a user or department, the code of a role or group.
    pub(crate) id: String,
}

impl Assignment {
    /// Whether it holds at a time in milliseconds since 1970.
    pub(super) fn holds_at(&self, now: i64) -> bool {
        self.enable_time.is_none_or(|begin| begin <= now) && self.end_time.is_none_or(|end| now < end)
    }
}

impl Target {
    /// Reads `{targetType, targetIdentifier}`.
    pub(super) fn read(item: &Value) -> Result<Self, Failure> {
        let text = |name: &str| required(item[name].as_str(), name).map(str::to_owned);
        Ok(Target { kind: text("targetType")?, id: text("targetIdentifier")? })
    }

    pub(super) fn is(&self, kind: &str, id: &str) -> bool {
        self.kind == kind && self.id == id
    }

    /// Refuses users and groups that do not exist. Departments are no matter of this part.
    pub(super) fn refuse_unknown(&self, world: &World) -> Result<(), Failure> {
        match self.kind.as_str() {
            "USER" => world.users.identified(&self.id, None).map(drop),
            "GROUP" => world.groups.get(&self.id).map(drop),
            _ => Ok(()),
        }
    }

    /// The ids of the users that it stands for: a user, or those of a group or a department.
    pub(crate) fn users(&self, world: &World) -> Vec<String> {
        match self.kind.as_str() {
            "USER" => vec![self.id.clone()],
            "GROUP" => world.groups.members(&self.id).to_vec(),
            "DEPARTMENT" => world.departments.users_below(&world.users, &self.id),
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assignment(enable_time: Option<i64>, end_time: Option<i64>) -> Assignment {
        let target = Target { kind: "USER".to_owned(), id: "u".to_owned() };
        Assignment { target, enable_time, end_time, created_at: String::new(), updated_at: String::new() }
    }

    #[test]
    fn an_assignment_holds_from_its_beginning_until_its_end() {
        assert!(assignment(None, None).holds_at(0));
        let limited = assignment(Some(10), Some(20));
        assert_eq!([9, 10, 19, 20].map(|now| limited.holds_at(now)), [false, true, true, false]);
    }
}
