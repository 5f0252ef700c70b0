//! Where circles of uses are opened: at the first of the types on each, in their order.
//!
//! To open them one after another and look for the rest each time would take a look at all types for each circle. So time is
//! turned round: types come one by one, the last one first, and a use is on a circle from the moment when its two ends are in
//! one component. All these moments are found at once, by halving the time.

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
    let timed =
        |(index, &Use { from, to }): (usize, &Use)| Timed { index, from, to, since: since(from).max(since(to)) };
    let mut search = Search { moments: vec![usize::MAX; uses.len()], numbers: Numbers::of(count) };
    // Few uses are on any circle.
    let (on_circles, _) = search.split(uses.iter().enumerate().map(timed).collect());
    search.join(on_circles, 0..=count);
    search.moments.into_iter().zip(uses).map(|(moment, it)| moment <= count - it.from).collect()
}

/// A use, whose ends may stand for all types that were found to be in one component with them.
struct Timed {
    index: usize,
    from: usize,
    to: usize,
    /// When it is there.
    since: usize,
}

struct Search {
    /// For each use, when its two ends come together.
    moments: Vec<usize>,
    /// The types of the last split.
    numbers: Numbers,
}

impl Search {
    /// Notes the moments of uses whose ends all come together in this time, and none before.
    fn join(&mut self, uses: Vec<Timed>, time: RangeInclusive<usize>) {
        let (start, end) = time.into_inner();
        if start == end || uses.is_empty() {
            uses.iter().for_each(|it| self.moments[it.index] = start);
            return;
        }
        let middle = start.midpoint(end);
        let (early, mut late): (Vec<Timed>, Vec<Timed>) = uses.into_iter().partition(|it| it.since <= middle);
        let (joined, apart) = self.split(early);
        late.extend(apart);
        for it in &mut late {
            it.from = self.numbers.standing_for(it.from);
            it.to = self.numbers.standing_for(it.to);
        }
        self.join(joined, start..=middle);
        self.join(late, middle + 1..=end);
    }

    /// The uses within components, and those between them.
    fn split(&mut self, uses: Vec<Timed>) -> (Vec<Timed>, Vec<Timed>) {
        // Types are numbered anew, so that no more is looked at than what the uses name.
        self.numbers.types.clear();
        let ends: Vec<(usize, usize)> =
            uses.iter().map(|it| (self.numbers.insert(it.from), self.numbers.insert(it.to))).collect();
        let mut graph = vec![Vec::new(); self.numbers.types.len()];
        ends.iter().for_each(|(from, to)| graph[*from].push(*to));
        let components = components(&graph);
        let is_within = |&(from, to): &(usize, usize)| components[from] == components[to];
        let (mut within, mut between) = (Vec::new(), Vec::new());
        for (it, ends) in uses.into_iter().zip(&ends) {
            if is_within(ends) { within.push(it) } else { between.push(it) }
        }
        self.numbers.components = components;
        self.numbers.note_standing();
        (within, between)
    }
}

/// Some of all types, with numbers of their own.
struct Numbers {
    /// The number of each type; of a type that has none, any.
    of: Vec<usize>,
    types: Vec<usize>,
    /// The component of each number.
    components: Vec<usize>,
    /// For each component, one of its types.
    standing: Vec<usize>,
}

impl Numbers {
    fn of(count: usize) -> Self {
        Self { of: vec![0; count], types: Vec::new(), components: Vec::new(), standing: Vec::new() }
    }

    fn insert(&mut self, ty: usize) -> usize {
        self.find(ty).unwrap_or_else(|| {
            self.of[ty] = self.types.len();
            self.types.push(ty);
            self.of[ty]
        })
    }

    fn find(&self, ty: usize) -> Option<usize> {
        Some(self.of[ty]).filter(|number| self.types.get(*number) == Some(&ty))
    }

    fn note_standing(&mut self) {
        self.standing = vec![0; self.types.len()];
        self.components.iter().zip(&self.types).for_each(|(component, ty)| self.standing[*component] = *ty);
    }

    /// A type that stands for the component of this one.
    fn standing_for(&self, ty: usize) -> usize {
        self.find(ty).map_or(ty, |number| self.standing[self.components[number]])
    }
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
