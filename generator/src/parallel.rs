//! Work on all cores, with the results in the order of the items.

use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

/// Applies a function to every item; what comes out does not depend on how many cores there are.
pub fn map<T: Sync, R: Send>(items: &[T], each: impl Fn(&T) -> R + Send + Sync) -> Vec<R> {
    items.par_iter().map(each).collect()
}

/// The same for items that the function uses up.
pub fn consume<T: Send, R: Send>(items: Vec<T>, each: impl Fn(T) -> R + Send + Sync) -> Vec<R> {
    items.into_par_iter().map(each).collect()
}

/// Does a thing while something else is done on another core.
pub fn beside<A>(one: impl FnOnce() -> A, other: impl FnOnce() + Send) -> A {
    rayon::in_place_scope(|scope| {
        scope.spawn(|_| other());
        one()
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_keep_their_order() {
        let items: Vec<usize> = (0..1000).collect();
        assert_eq!(super::map(&items, |item| item * 2), items.iter().map(|item| item * 2).collect::<Vec<_>>());
        assert!(super::map(&[] as &[usize], |item| *item).is_empty());
        assert_eq!(super::consume(items.clone(), |item| item), items);
    }

    #[test]
    fn two_things_are_done() {
        let mut other = 0;
        assert_eq!(super::beside(|| 1, || other = 2), 1);
        assert_eq!(other, 2);
    }
}
