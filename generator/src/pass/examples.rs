//! A request and an answer for each operation, as they may look: made from the examples, defaults and enumerations of the
//! document, and of plain values where it has none.

mod fallback;

use crate::literal;
use crate::model::{
    Access, Api, Argument, Constraints, Content, Envelope, Example, Field, Item, Json, Literal, Object, Operation,
    Success, Tagging, TypeId, TypeKind, TypeRef, TypeTable, Union,
};

/// How many members of a request are shown at least, where there are examples for them: what must be given may not say much.
const FEWEST: usize = 3;

/// How many values of named types an example has at most, and how many may stand in each other.
const MOST: usize = 300;
const DEEPEST: usize = 24;

/// Writes an example to every operation.
pub(super) fn make(api: &mut Api) {
    let envelope = api.envelope.clone();
    for client in &mut api.clients {
        for operation in client.areas.iter_mut().flat_map(|area| &mut area.operations) {
            operation.page.example = example(&api.types, envelope.as_ref(), operation);
        }
    }
}

fn example(types: &TypeTable, envelope: Option<&Envelope>, operation: &Operation) -> Example {
    let request = || Maker::new(types, Part::Request);
    let mut answer = Maker::new(types, Part::Answer);
    Example {
        parameters: arguments(operation, request()),
        body: operation.body.as_ref().and_then(|body| {
            let Content { ty, example, .. } = &body.content;
            let stated = request().stated(ty, &[example], &Constraints::default());
            stated.or_else(|| request().value(ty))
        }),
        answer: match &operation.responses.success {
            Success::Json { ty, .. } => answer.value(ty).map(|json| settled(json, envelope)),
            Success::Empty | Success::Text | Success::Bytes => None,
        },
    }
}

/// The parameters that must be given, and some that may be.
fn arguments(operation: &Operation, mut maker: Maker<'_>) -> Vec<Argument> {
    let others: Vec<_> = operation.parameters.iter().flat_map(|set| &set.parameters).collect();
    let is_shown =
        shown(others.iter().map(|it| (it.presence.is_required(), it.example.is_some() && it.deprecation.is_none())));
    let mut others: Vec<_> =
        others.into_iter().zip(is_shown).filter(|(_, is_shown)| *is_shown).map(|(it, _)| it).collect();
    others.sort_by_key(|parameter| parameter.position);
    let mut arguments = Vec::new();
    for parameter in operation.path_parameters.iter().chain(others) {
        let stated = [&parameter.example, &parameter.default];
        let value = maker.stated(&parameter.ty, &stated, &parameter.constraints);
        let value = value.or_else(|| maker.made(&parameter.ty, &parameter.constraints, &parameter.wire_name));
        let argument = |value| Argument { location: parameter.location, wire_name: parameter.wire_name.clone(), value };
        arguments.extend(value.map(argument));
    }
    arguments
}

/// Which members of a request are shown, from whether each is required and whether there is something to show for it.
///
/// They are given in the order of the model, which a shuffled document does not change: sample code must not either.
fn shown(members: impl Iterator<Item = (bool, bool)> + Clone) -> Vec<bool> {
    let mut left = FEWEST.saturating_sub(members.clone().filter(|(required, _)| *required).count());
    let mut is_shown = |(required, has_example): (bool, bool)| {
        let extra = !required && has_example && left > 0;
        left -= usize::from(extra);
        required || extra
    };
    members.map(&mut is_shown).collect()
}

/// An answer that says success, without what only failures have.
fn settled(json: Json, envelope: Option<&Envelope>) -> Json {
    let (Json::Object(properties), Some(envelope)) = (&json, envelope) else { return json };
    if json.get(&envelope.status).is_none() {
        return json;
    }
    let success = envelope.success.first().map_or(Json::Null, |status| Json::Number(status.to_string()));
    let kept = properties.iter().filter(|(name, _)| *name != envelope.code && *name != envelope.request_id);
    let settled = kept.map(|(name, value)| {
        let value = if *name == envelope.status { success.clone() } else { value.clone() };
        (name.clone(), value)
    });
    Json::Object(settled.collect())
}

/// Which way a value travels.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Request,
    Answer,
}

/// Makes values of types.
struct Maker<'a> {
    types: &'a TypeTable,
    part: Part,
    /// The types that the value stands in, so that one that contains itself comes to an end.
    open: Vec<TypeId>,
    /// How many values of named types may still be made. Types that lead to each other in many ways have examples without end.
    left: usize,
}

impl<'a> Maker<'a> {
    fn new(types: &'a TypeTable, part: Part) -> Self {
        Self { types, part, open: Vec::new(), left: MOST }
    }

    /// A value of a type; nothing where it would contain itself without end.
    fn value(&mut self, ty: &TypeRef) -> Option<Json> {
        self.made(ty, &Constraints::default(), "")
    }

    /// What the document states, the first that fits.
    fn stated(&self, ty: &TypeRef, stated: &[&Option<Literal>], limits: &Constraints) -> Option<Json> {
        let values = stated.iter().filter_map(|stated| stated.as_ref()).filter_map(literal::value);
        values.filter(|json| *json != Json::Null).find(|json| self.types.admits(ty, json) && limits.admit(json))
    }

    fn made(&mut self, ty: &TypeRef, limits: &Constraints, wire_name: &str) -> Option<Json> {
        match ty {
            TypeRef::Named(id) | TypeRef::Boxed(id) => self.named(*id),
            // Nobody knows what the elements of such a list are.
            TypeRef::List(item) if item.ty == TypeRef::Json => Some(Json::List(Vec::new())),
            TypeRef::List(item) => {
                let element = self.item(item, wire_name);
                Some(Json::List(element.into_iter().collect()))
            }
            TypeRef::Map(item) => {
                let value = self.item(item, wire_name);
                Some(Json::Object(value.map(|value| ("key".to_owned(), value)).into_iter().collect()))
            }
            plain => Some(fallback::of(plain, limits)),
        }
    }

    fn item(&mut self, item: &Item, wire_name: &str) -> Option<Json> {
        self.made(&item.ty, &Constraints::default(), wire_name)
    }

    fn named(&mut self, id: TypeId) -> Option<Json> {
        if self.open.contains(&id) || self.open.len() >= DEEPEST || self.left == 0 {
            return None;
        }
        self.left -= 1;
        let def = self.types.get(id);
        self.open.push(id);
        let made = match &def.kind {
            TypeKind::Object(object) => Some(self.object(object)),
            TypeKind::Enum(listed) => listed.variants.first().map(|variant| fallback::of_variant(listed, variant)),
            TypeKind::Union(union) => self.union(union),
            TypeKind::Alias(target) => self.value(target),
        };
        self.open.pop();
        made
    }

    fn object(&mut self, object: &Object) -> Json {
        let wrong_way = if self.part == Part::Request { Access::ReadOnly } else { Access::WriteOnly };
        let fields: Vec<&Field> = object.fields.iter().filter(|field| field.access != wrong_way).collect();
        let is_shown = match self.part {
            Part::Answer => vec![true; fields.len()],
            Part::Request => shown(
                fields.iter().map(|it| (it.presence.is_required(), it.example.is_some() && it.deprecation.is_none())),
            ),
        };
        let mut fields: Vec<_> =
            fields.into_iter().zip(is_shown).filter(|(_, is_shown)| *is_shown).map(|(it, _)| it).collect();
        fields.sort_by_key(|field| field.position);
        let mut properties = Vec::new();
        for field in fields {
            let value = self.stated(&field.ty, &[&field.example, &field.default], &field.constraints);
            let value = value.or_else(|| self.made(&field.ty, &field.constraints, &field.wire_name));
            properties.extend(value.map(|value| (field.wire_name.clone(), value)));
        }
        if let (Some(values), true) = (&object.rest.values, properties.is_empty()) {
            properties.extend(self.item(values, "").map(|value| ("key".to_owned(), value)));
        }
        Json::Object(properties)
    }

    fn union(&mut self, union: &Union) -> Option<Json> {
        union.variants.iter().find_map(|variant| {
            let mut value = self.value(&variant.ty)?;
            if let (Tagging::Tagged { property }, Json::Object(properties), Some(tag)) =
                (&union.tagging, &mut value, variant.tags.first())
            {
                let tag = Json::Text(tag.clone());
                match properties.iter_mut().find(|(name, _)| name == property) {
                    Some((_, value)) => *value = tag,
                    None => properties.insert(0, (property.clone(), tag)),
                }
            }
            Some(value)
        })
    }
}
