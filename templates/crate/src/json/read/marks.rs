//! Which properties of an object were seen.

/// A set of small numbers. Up to 64 of them, which is what nearly all objects have, need no memory of their own.
#[derive(Default)]
pub(super) struct Marks {
    first: u64,
    more: Vec<u64>,
}

impl Marks {
    #[inline]
    pub(super) fn set(&mut self, index: usize) {
        match index.checked_sub(64) {
            None => self.first |= 1 << index,
            Some(beyond) => self.set_beyond(beyond),
        }
    }

    #[cold]
    fn set_beyond(&mut self, index: usize) {
        let word = index / 64;
        if self.more.len() <= word {
            self.more.resize(word + 1, 0);
        }
        self.more.iter_mut().skip(word).take(1).for_each(|word| *word |= 1 << (index % 64));
    }

    pub(super) fn has(&self, index: usize) -> bool {
        let word = match index.checked_sub(64) {
            None => self.first,
            Some(beyond) => self.more.get(beyond / 64).copied().unwrap_or_default(),
        };
        word & (1 << (index % 64)) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::Marks;

    #[test]
    fn marks_keep_what_was_set_on_both_sides_of_a_word() {
        let mut marks = Marks::default();
        let set = [0, 5, 63, 64, 130];
        set.iter().for_each(|index| marks.set(*index));
        let found: Vec<usize> = (0..200).filter(|index| marks.has(*index)).collect();
        assert_eq!(found, set);
    }
}
