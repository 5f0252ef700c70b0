//! The order in which the properties of a type came last.

use std::cell::RefCell;
use std::mem;

use super::Schema;

/// A type, by the place in memory of its properties' names. Types that share one have the same properties.
type Table = *const &'static str;

thread_local! {
    /// The orders of the types that this thread has read, sorted by their tables.
    static ORDERS: RefCell<Vec<(Table, Order)>> = const { RefCell::new(Vec::new()) };
}

/// Objects of one type mostly come with their properties in one order, which need not be that of the table. So the place
/// of a property in the table is first looked for where it was found last, and only then by its name.
///
/// A thread keeps the orders that it has seen, two bytes for each property: a service answers the next call as it did the last.
#[derive(Default)]
pub(crate) struct Order {
    places: Vec<u16>,
}

/// Stands for a property that the table does not have.
const NOWHERE: u16 = u16::MAX;

impl Order {
    /// The order in which this thread saw a type last. It is lent: who asks for it meanwhile learns anew.
    pub(crate) fn lend(schema: Schema) -> Self {
        let lent = Order::kept(schema, |orders, found| Some(mem::take(&mut orders.get_mut(found.ok()?)?.1)));
        lent.flatten().unwrap_or_default()
    }

    /// Gives an order back.
    pub(crate) fn keep(mut self, schema: Schema) {
        Order::kept(schema, |orders, found| match found {
            Ok(place) => orders.get_mut(place).into_iter().for_each(|order| order.1 = mem::take(&mut self)),
            Err(place) => orders.insert(place, (schema.fields.as_ptr(), mem::take(&mut self))),
        });
    }

    /// A thread that comes to its end keeps nothing any more.
    fn kept<T>(schema: Schema, look: impl FnOnce(&mut Vec<(Table, Order)>, Result<usize, usize>) -> T) -> Option<T> {
        let look = |orders: &mut Vec<(Table, Order)>| {
            let found = orders.binary_search_by_key(&schema.fields.as_ptr(), |(table, _)| *table);
            look(orders, found)
        };
        ORDERS.try_with(|orders| orders.try_borrow_mut().ok().map(|mut orders| look(&mut orders))).ok().flatten()
    }

    /// The index in the table of the property that came as the `position`th of its object.
    #[inline]
    pub(crate) fn find(&mut self, schema: Schema, position: usize, wire_name: &str) -> Option<usize> {
        if let Some(place) = self.places.get(position).map(|place| usize::from(*place))
            && schema.fields.get(place).is_some_and(|field| *field == wire_name)
        {
            return Some(place);
        }
        self.learn(schema, position, wire_name)
    }

    fn learn(&mut self, schema: Schema, position: usize, wire_name: &str) -> Option<usize> {
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
    use super::{NOWHERE, Order};
    use crate::json::Schema;

    const SCHEMA: Schema = Schema { fields: &["a", "b", "c"], required: 0, names: "T, a, b, c, extra" };

    #[test]
    fn properties_are_found_in_any_order_and_after_a_change_of_order() {
        let mut order = Order::default();
        let mut find = |names: [&str; 4]| {
            let found = names.iter().enumerate().map(|(position, name)| order.find(SCHEMA, position, name));
            found.collect::<Vec<_>>()
        };
        assert_eq!(find(["c", "x", "a", "b"]), [Some(2), None, Some(0), Some(1)]);
        assert_eq!(find(["c", "x", "a", "b"]), [Some(2), None, Some(0), Some(1)]);
        assert_eq!(find(["b", "a", "x", "c"]), [Some(1), Some(0), None, Some(2)]);
    }

    #[test]
    fn a_thread_lends_the_order_that_it_was_given_back() {
        let mut order = Order::lend(SCHEMA);
        order.find(SCHEMA, 0, "c");
        order.keep(SCHEMA);
        let learned = [2, NOWHERE, NOWHERE];
        assert_eq!(Order::lend(SCHEMA).places, learned);
        assert!(Order::lend(SCHEMA).places.is_empty(), "it is lent already");
    }
}
