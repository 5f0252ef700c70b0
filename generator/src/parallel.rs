//! Work on all cores, with the results in the order of the items.

use std::cmp::Reverse;

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

/// Applies a function to every item; what comes out does not depend on how many cores there are.
pub fn map<T: Sync, R: Send>(items: &[T], each: impl Fn(&T) -> R + Send + Sync) -> Vec<R> {
    items.par_iter().map(each).collect()
}

/// The same for items that the function uses up.
pub fn consume<T: Send, R: Send>(items: Vec<T>, each: impl Fn(T) -> R + Send + Sync) -> Vec<R> {
    items.into_par_iter().map(each).collect()
}

/// The same for a few items of which some take much longer than others, by `length`: who ends up with the last one should not have
/// much to do.
pub fn longest_first<T: Send, R: Send>(
    items: Vec<T>,
    length: impl Fn(&T) -> usize,
    each: impl Fn(T) -> R + Send + Sync,
) -> Vec<R> {
    let mut numbered: Vec<(usize, T)> = items.into_iter().enumerate().collect();
    numbered.sort_by_key(|(_, item)| Reverse(length(item)));
    let mut results: Vec<(usize, R)> =
        numbered.into_par_iter().with_max_len(1).map(|(number, item)| (number, each(item))).collect();
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}

/// Does a thing while something else is done on another core.
pub fn beside<A>(one: impl FnOnce() -> A, other: impl FnOnce() + Send) -> A {
    rayon::in_place_scope(|scope| {
        scope.spawn(|_| other());
        one()
    })
}

/// Frees what a value holds while others go on: for a tree of many parts, that takes as long as making it.
pub fn give_back<T: Send + 'static>(value: T) {
    rayon::spawn(move || drop(value));
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_keep_their_order() {
        let items: Vec<usize> = (0..1000).collect();
        assert_eq!(super::map(&items, |item| item * 2), items.iter().map(|item| item * 2).collect::<Vec<_>>());
        assert!(super::map(&[] as &[usize], |item| *item).is_empty());
        assert_eq!(super::consume(items.clone(), |item| item), items);
        assert_eq!(super::longest_first(items.clone(), |item| item % 7, |item| item), items);
    }

    #[test]
    fn two_things_are_done() {
        let mut other = 0;
        assert_eq!(super::beside(|| 1, || other = 2), 1);
        assert_eq!(other, 2);
    }
}
