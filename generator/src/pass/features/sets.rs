//! Which of many sources reach each node of a graph, without a list for each node: most nodes share theirs.

use std::collections::HashMap;

use super::super::components::components;

/// The most numbers that all lists together may have: each is a line of the emitted conditions.
pub(super) const MOST_NAMES: usize = 1_000_000;

/// The lists that occur, and for each node the place of its own.
pub(super) struct Sets {
    pub(super) lists: Vec<Vec<usize>>,
    pub(super) of: Vec<usize>,
}

/// For each node the numbers that are given to it or to what leads to it, sorted; `None` if all lists
/// together would have more than `most`.
pub(super) fn sets(graph: &[Vec<usize>], given: Vec<Vec<usize>>, most: usize) -> Option<Sets> {
    let components = components(graph);
    let count = components.iter().max().map_or(0, |last| last + 1);
    let mut members = vec![Vec::new(); count];
    components.iter().enumerate().for_each(|(node, component)| members[*component].push(node));

    let sources = given.iter().flatten().max().map_or(0, |last| last + 1);
    let mut known = Known { most, is_there: vec![false; sources], ..Known::default() };
    // For each component, the lists of those that lead to it.
    let mut before: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut of = vec![0; graph.len()];
    // What leads to a component has a greater number.
    for component in (0..count).rev() {
        let own = members[component].iter().flat_map(|node| &given[*node]).copied().collect();
        let set = known.union(own, std::mem::take(&mut before[component]))?;
        for &node in &members[component] {
            of[node] = set;
            let others = graph[node].iter().map(|next| components[*next]).filter(|next| *next != component);
            others.for_each(|next| before[next].push(set));
        }
    }
    Some(Sets { lists: known.lists, of })
}

/// The lists that have occurred.
#[derive(Default)]
struct Known {
    lists: Vec<Vec<usize>>,
    places: HashMap<Vec<usize>, usize>,
    names: usize,
    most: usize,
    /// For each number whether it is in the list that is being made.
    is_there: Vec<bool>,
}

impl Known {
    /// The place of the list of what is in `own` and in the lists at these places.
    fn union(&mut self, mut own: Vec<usize>, mut places: Vec<usize>) -> Option<usize> {
        places.sort_unstable();
        places.dedup();
        if let ([place], true) = (places.as_slice(), own.is_empty()) {
            return Some(*place);
        }
        // Sorting what comes many times over would take long.
        own.sort_unstable();
        own.dedup();
        own.iter().for_each(|number| self.is_there[*number] = true);
        for &number in places.iter().flat_map(|place| &self.lists[*place]) {
            if !std::mem::replace(&mut self.is_there[number], true) {
                own.push(number);
            }
        }
        own.iter().for_each(|number| self.is_there[*number] = false);
        own.sort_unstable();
        if let Some(place) = self.places.get(&own) {
            return Some(*place);
        }
        self.names += own.len();
        self.lists.push(own.clone());
        self.places.insert(own, self.lists.len() - 1);
        (self.names <= self.most).then_some(self.lists.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_NAMES, sets};

    #[test]
    fn nodes_have_what_leads_to_them() {
        // 0 -> 1 <-> 2 -> 3, and 4 -> 3.
        let graph = [vec![1], vec![2], vec![1, 3], vec![], vec![3], vec![]];
        let given = vec![vec![7], vec![], vec![2, 2], vec![], vec![3], vec![]];
        let sets = sets(&graph, given, 100).expect("there are few");
        let of = |node: usize| sets.lists[sets.of[node]].as_slice();
        let all: [&[usize]; 6] = [&[7], &[2, 7], &[2, 7], &[2, 3, 7], &[3], &[]];
        assert_eq!([0, 1, 2, 3, 4, 5].map(of), all);
    }

    #[test]
    fn nodes_share_their_lists() {
        let count = 100_000;
        let ring: Vec<Vec<usize>> = (0..count).map(|node| vec![(node + 1) % count]).collect();
        let sets = sets(&ring, (0..count).map(|node| vec![node]).collect(), MOST_NAMES).expect("there is one list");
        assert_eq!(sets.lists.iter().map(Vec::len).collect::<Vec<_>>(), [count]);
    }

    #[test]
    fn lists_that_multiply_are_refused() {
        let line = |count: usize| (0..count).map(|node| (node + 1..count).take(1).collect()).collect::<Vec<_>>();
        let numbers = |count: usize| (0..count).map(|node| vec![node]).collect();
        assert!(sets(&line(1400), numbers(1400), MOST_NAMES).is_some());
        assert!(MOST_NAMES < 1500 * 1500 / 2 && sets(&line(1500), numbers(1500), MOST_NAMES).is_none());
        assert!(sets(&line(100_000), numbers(100_000), MOST_NAMES).is_none());
    }
}
