//! Parameters of operations.

use generator::model::{Encoding, Location, Parameter};

use super::comparison::{Comparison, Located};
use super::relation::{Relation, relation};
use super::spot::Spot;
use super::values::{self, Rules, Types, Value};
use super::wording::spelled;
use crate::level::Side;
use crate::rules::parameters as rules;

const RULES: Rules = Rules {
    became_required: &rules::BECAME_REQUIRED,
    became_optional: &rules::BECAME_OPTIONAL,
    // A parameter has no null: its value is text.
    nullable: None,
    types: Types { changed: &rules::TYPE_CHANGED, widened: &rules::TYPE_WIDENED, narrowed: &rules::TYPE_NARROWED },
};

/// Compares the parameters of an operation, and follows their types.
pub(super) fn compare(comparison: &mut Comparison<'_>, old: Located<'_>, new: Located<'_>) {
    let mut both = Vec::new();
    let mut removed: Vec<&Parameter> = others(old).collect();
    let mut added: Vec<&Parameter> = others(new).collect();
    take(&mut removed, &mut added, &mut both, |old, new| {
        (old.location, &old.wire_name) == (new.location, &new.wire_name)
    });
    take(&mut removed, &mut added, &mut both, |old, new| old.wire_name == new.wire_name);
    let types = (&comparison.old.types, &comparison.new.types);
    let is_alike = |old: &Parameter, new: &Parameter| {
        old.location == new.location
            && old.presence == new.presence
            && relation((types.0, &old.ty), (types.1, &new.ty)) == Relation::Same
            && (values::text(&old.docs).is_some() && old.docs == new.docs)
    };
    take(&mut removed, &mut added, &mut both, is_alike);
    // Variables of paths have an order, and no name that the service knows.
    both.extend(old.operation.path_parameters.iter().zip(&new.operation.path_parameters));

    for parameter in removed {
        let spot = spot(old, parameter);
        let before = spelled(&comparison.old.types, &parameter.ty);
        comparison.tell(&spot, &rules::REMOVED, format!("{} is gone", what(&spot)), [Some(before), None]);
    }
    for parameter in added {
        let spot = spot(new, parameter);
        let after = Some(spelled(&comparison.new.types, &parameter.ty));
        let (rule, message) = match parameter.presence.is_required() {
            true => (&rules::ADDED_REQUIRED, format!("{} is new and required", what(&spot))),
            false => (&rules::ADDED_OPTIONAL, format!("{} is new", what(&spot))),
        };
        comparison.tell(&spot, rule, message, [None, after]);
    }
    for (before, after) in both {
        one(comparison, &spot(new, after), before, after);
        let apis = (comparison.old, comparison.new);
        comparison.pairs.follow(apis, new, Side::Request, &before.ty, &after.ty);
    }
}

fn others(located: Located<'_>) -> impl Iterator<Item = &Parameter> {
    located.operation.parameters.iter().flat_map(|set| &set.parameters)
}

/// Moves each removed parameter that is the same as an added one to `both`.
fn take<'a>(
    removed: &mut Vec<&'a Parameter>,
    added: &mut Vec<&'a Parameter>,
    both: &mut Vec<(&'a Parameter, &'a Parameter)>,
    is_same: impl Fn(&Parameter, &Parameter) -> bool,
) {
    removed.retain(|old| {
        let Some(index) = added.iter().position(|new| is_same(old, new)) else { return true };
        both.push((old, added.remove(index)));
        false
    });
}

fn one(comparison: &mut Comparison<'_>, spot: &Spot, old: &Parameter, new: &Parameter) {
    let what = what(spot);
    if old.wire_name != new.wire_name {
        let message = format!("{what} was called `{}`", old.wire_name);
        let is_variable = new.location == Location::Path;
        let rule = if is_variable { &rules::VARIABLE_RENAMED } else { &rules::RENAMED };
        comparison.tell(spot, rule, message, [Some(old.wire_name.clone()), Some(new.wire_name.clone())]);
    }
    if old.location != new.location {
        let change = [Some(place(old.location).to_owned()), Some(place(new.location).to_owned())];
        comparison.tell(spot, &rules::MOVED, format!("{what} was in the {}", place(old.location)), change);
    } else if old.encoding != new.encoding {
        let change = [Some(encoded(old.encoding).to_owned()), Some(encoded(new.encoding).to_owned())];
        comparison.tell(spot, &rules::ENCODING_CHANGED, format!("{what} is written in another way"), change);
    }
    values::compare(comparison, spot, &what, Value::from(old), Value::from(new), &RULES);
}

fn spot(located: Located<'_>, parameter: &Parameter) -> Spot {
    let whole = located.spot().on(Side::Request);
    let item = match &located.operation.parameters {
        Some(set) if parameter.location != Location::Path && whole.item.is_some() => {
            Some(format!("{}::{}::{}", located.client.module, set.name, parameter.name.plain()))
        }
        _ => whole.item.clone(),
    };
    let part = format!(" {}.{}", place(parameter.location), parameter.wire_name);
    whole.at(&part).with_item(item)
}

fn what(spot: &Spot) -> String {
    format!("`{}`", spot.path)
}

fn place(location: Location) -> &'static str {
    match location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
    }
}

fn encoded(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Simple => "a,b",
        Encoding::Form => "name=a,b",
        Encoding::FormExplode => "name=a&name=b",
        Encoding::Brackets => "name[]=a&name[]=b",
        Encoding::Space => "name=a%20b",
        Encoding::Pipe => "name=a|b",
        Encoding::DeepObject => "name[key]=value",
        Encoding::Json => "JSON",
    }
}
