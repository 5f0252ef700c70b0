//! The order in which the properties of a type came last.

use super::Schema;

/// Objects of one type mostly come with their properties in one order, which need not be that of the table. So the place
/// of a property in the table is first looked for where it was found last, and only then by its name.
#[derive(Default)]
pub(crate) struct Order {
    places: Vec<u16>,
}

/// Stands for a property that the table does not have.
const NOWHERE: u16 = u16::MAX;

impl Order {
    /// The index in the table of the property that came as the `position`th of its object.
    #[inline]
    pub(crate) fn find(&mut self, schema: &Schema, position: usize, wire_name: &str) -> Option<usize> {
        if let Some(place) = self.places.get(position).map(|place| usize::from(*place))
            && schema.fields.get(place).is_some_and(|field| *field == wire_name)
        {
            return Some(place);
        }
        self.learn(schema, position, wire_name)
    }

    fn learn(&mut self, schema: &Schema, position: usize, wire_name: &str) -> Option<usize> {
        let found = schema.index(wire_name);
        // An object of very many unknown properties is not worth remembering.
        if position < 2 * schema.fields.len() {
            if self.places.len() <= position {
                self.places.resize(schema.fields.len().max(position + 1), NOWHERE);
            }
            if let Some(place) = self.places.get_mut(position) {
                *place = found.and_then(|found| u16::try_from(found).ok()).unwrap_or(NOWHERE);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::Order;
    use crate::json::Schema;

    const SCHEMA: Schema =
        Schema { name: "T", fields: &["a", "b", "c"], required: 0, secret: &[], names: "a, b, c, extra" };

    #[test]
    fn properties_are_found_in_any_order_and_after_a_change_of_order() {
        let mut order = Order::default();
        let mut find = |names: [&str; 4]| {
            let found = names.iter().enumerate().map(|(position, name)| order.find(&SCHEMA, position, name));
            found.collect::<Vec<_>>()
        };
        assert_eq!(find(["c", "x", "a", "b"]), [Some(2), None, Some(0), Some(1)]);
        assert_eq!(find(["c", "x", "a", "b"]), [Some(2), None, Some(0), Some(1)]);
        assert_eq!(find(["b", "a", "x", "c"]), [Some(1), Some(0), None, Some(2)]);
    }
}
