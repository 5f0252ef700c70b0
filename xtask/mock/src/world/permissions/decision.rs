//! What a user may do at a place: what a policy allows, unless another denies it.

use super::{DataResource, Permission, Place, Policy};
use crate::world::{World, subjects};

/// The action that stands for all.
pub(super) const EVERY: &str = "*";

/// Policies with their ids.
pub(super) type Policies<'a> = Vec<(&'a String, &'a Policy)>;

/// The policies that hold for a user: those granted to a subject that stands for the user.
pub(super) fn policies<'a>(world: &'a World, user_id: &str) -> Policies<'a> {
    let holds = |policy: &Policy| {
        let mut members = policy.targets.iter().flat_map(|it| subjects::members_of(world, &it.kind, &it.identifier));
        members.any(|member| member == user_id)
    };
    world.permissions.policies.iter().filter(|(_, policy)| holds(policy)).collect()
}

/// Whether these policies let somebody do an action at a place. A denial outweighs every permission, and what no policy
/// mentions is not allowed. A permission is for the place that it names, not for what is below that.
pub(super) fn allow(policies: &Policies<'_>, place: &Place, action: &str) -> bool {
    let is_meant = |it: &Permission| it.place == *place && (it.action == action || it.action == EVERY);
    let mentioned = policies.iter().flat_map(|(_, policy)| &policy.statements);
    let mut is_allowed = false;
    for statement in mentioned.filter(|statement| statement.permissions.iter().any(is_meant)) {
        if statement.is_denial {
            return false;
        }
        is_allowed = true;
    }
    is_allowed
}

/// The actions of a resource that these policies let somebody do at a place in it.
pub(super) fn actions(policies: &Policies<'_>, resource: &DataResource, place: &Place) -> Vec<String> {
    let allowed = resource.actions().into_iter().filter(|action| allow(policies, place, action));
    allowed.map(str::to_owned).collect()
}
