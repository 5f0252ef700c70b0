//! Where circles of uses are opened: at the first of the types on each, in their order.
//!
//! To open them one after another and look for the rest each time would take a look at all types for each circle. So time is
//! turned round: types come one by one, the last one first, and a use is on a circle from the moment when its two ends are in
//! one component. All these moments are found at once, by halving the time.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use super::super::components::components;

/// A use of a type by another, or by itself.
#[derive(Clone, Copy)]
pub(super) struct Use {
    pub(super) from: usize,
    pub(super) to: usize,
}

/// For each use, whether it is on a circle when all circles of the types before it have been opened. What is not `opened` stays
/// on its circles.
pub(super) fn closing(count: usize, uses: &[Use], opened: impl Fn(usize) -> bool) -> Vec<bool> {
    let since = |ty: usize| if opened(ty) { count - ty } else { 0 };
    let ends = |index: usize, Use { from, to }: Use| Timed { index, from, to, since: since(from).max(since(to)) };
    let uses_in_time = uses.iter().enumerate().map(|(index, it)| ends(index, *it)).collect();
    // Few uses are on any circle.
    let (on_circles, _) = split(uses_in_time);
    let mut moments = vec![usize::MAX; uses.len()];
    join(on_circles, 0..=count, &mut moments);
    moments.into_iter().zip(uses).map(|(moment, it)| moment <= count - it.from).collect()
}

/// A use, whose ends may stand for all types that were found to be in one component with them.
struct Timed {
    index: usize,
    from: usize,
    to: usize,
    /// When it is there.
    since: usize,
}

/// Notes the moment at which the two ends of each use come together; all do in this time, and none before.
fn join(uses: Vec<Timed>, time: RangeInclusive<usize>, moments: &mut [usize]) {
    let (start, end) = time.into_inner();
    if start == end || uses.is_empty() {
        uses.iter().for_each(|it| moments[it.index] = start);
        return;
    }
    let middle = start.midpoint(end);
    let (early, mut late): (Vec<Timed>, Vec<Timed>) = uses.into_iter().partition(|it| it.since <= middle);
    let (joined, apart) = split(early);
    late.extend(apart.uses);
    for it in &mut late {
        it.from = apart.ends.get(&it.from).copied().unwrap_or(it.from);
        it.to = apart.ends.get(&it.to).copied().unwrap_or(it.to);
    }
    join(joined, start..=middle, moments);
    join(late, middle + 1..=end, moments);
}

/// The uses between components.
struct Apart {
    uses: Vec<Timed>,
    /// For each type one type that stands for its component.
    ends: HashMap<usize, usize>,
}

/// The uses within components, and those between them.
fn split(uses: Vec<Timed>) -> (Vec<Timed>, Apart) {
    // Types are numbered anew, so that no more is looked at than what the uses name.
    let mut types: Vec<usize> = uses.iter().flat_map(|it| [it.from, it.to]).collect();
    types.sort_unstable();
    types.dedup();
    let numbers: HashMap<usize, usize> = types.iter().enumerate().map(|(number, ty)| (*ty, number)).collect();
    let mut graph = vec![Vec::new(); types.len()];
    uses.iter().for_each(|it| graph[numbers[&it.from]].push(numbers[&it.to]));
    let components = components(&graph);
    let component = |ty: usize| components[numbers[&ty]];
    let (within, between) = uses.into_iter().partition(|it| component(it.from) == component(it.to));
    let mut first: HashMap<usize, usize> = HashMap::new();
    let ends = types.iter().map(|ty| (*ty, *first.entry(component(*ty)).or_insert(*ty))).collect();
    (within, Apart { uses: between, ends })
}

#[cfg(test)]
mod tests {
    use super::{Use, closing, components};

    /// One type after another, with a look at all types for each.
    fn one_by_one(count: usize, uses: &[Use], opened: impl Fn(usize) -> bool) -> Vec<bool> {
        let mut graph = vec![Vec::new(); count];
        uses.iter().for_each(|it| graph[it.from].push(it.to));
        let mut closing = vec![false; uses.len()];
        for ty in 0..count {
            let found = components(&graph);
            let is_on_circle = |to: usize| found[to] == found[ty];
            for (index, it) in uses.iter().enumerate().filter(|(_, it)| it.from == ty) {
                closing[index] = is_on_circle(it.to);
            }
            if opened(ty) {
                graph[ty].retain(|to| !is_on_circle(*to));
            }
        }
        closing
    }

    #[test]
    fn the_same_circles_are_opened_as_one_by_one() {
        let mut state = 1_u64;
        let mut random = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap_or_default() % below
        };
        let mut found = 0;
        for _ in 0..3000 {
            let count = 1 + random(9);
            let uses: Vec<Use> = (0..random(20)).map(|_| Use { from: random(count), to: random(count) }).collect();
            let aliases = random(1 << count);
            let opened = |ty: usize| aliases >> ty & 1 == 0;
            let closing = closing(count, &uses, opened);
            assert_eq!(closing, one_by_one(count, &uses, opened));
            found += closing.iter().filter(|it| **it).count();
        }
        assert!(found > 3000, "{found}");
    }

    /// Each box leaves all the circles of the types after it.
    #[test]
    fn fifty_thousand_types_that_use_their_neighbours_are_opened() {
        let count = 50_000;
        let forth = (1..count).map(|ty| Use { from: ty - 1, to: ty });
        let back = (1..count).map(|ty| Use { from: ty, to: ty - 1 });
        let uses: Vec<Use> = forth.chain(back).collect();
        let closing = closing(count, &uses, |_| true);
        assert_eq!(closing.iter().filter(|it| **it).count(), count - 1);
    }
}
