//! What is measured, one file each.

pub mod compile;
pub mod generation;
pub mod growth;
pub mod runtime;
pub mod size;

use crate::Failure;
use crate::meter::Usage;
use crate::table::{Best, Column, Table};

/// A part of the report.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// How it was measured.
    pub note: String,
    /// The figures.
    pub table: Table,
}

/// The columns of what a run of a program costs.
const USAGE: [Column; 3] = [
    Column { title: "wall, s", digits: 2, best: Best::Least },
    Column { title: "user, s", digits: 2, best: Best::Least },
    Column { title: "peak, MiB", digits: 0, best: Best::Least },
];

/// The figures of each round, or why there are none.
type Rounds = Result<Vec<Vec<f64>>, Failure>;

fn figures(usage: Usage) -> Vec<f64> {
    vec![usage.wall, usage.user, usage.peak]
}

/// Measures each subject in turn, round after round, so that what else the machine does hits all alike.
///
/// A subject that came without success is not measured; one that fails later loses its figures.
fn in_turn<T>(
    subjects: Vec<(T, Result<(), Failure>)>,
    rounds: usize,
    mut measure: impl FnMut(&T) -> Result<Vec<f64>, Failure>,
) -> Vec<(T, Rounds)> {
    let mut results: Vec<_> =
        subjects.into_iter().map(|(subject, first)| (subject, first.map(|()| Vec::new()))).collect();
    for _ in 0..rounds {
        for (subject, result) in &mut results {
            let Ok(measured) = result else { continue };
            match measure(subject) {
                Ok(figures) => measured.push(figures),
                Err(failure) => *result = Err(failure),
            }
        }
    }
    results
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_go_round_all_that_work() {
        let subjects = vec![("a", Ok(())), ("b", Err(Failure::Missing)), ("c", Ok(()))];
        let mut order = String::new();
        let results = in_turn(subjects, 2, |subject| {
            order.push_str(subject);
            Ok(vec![1.0])
        });
        assert_eq!(order, "acac");
        assert_eq!(results[0].1, Ok(vec![vec![1.0], vec![1.0]]));
        assert_eq!(results[1].1, Err(Failure::Missing));
    }

    #[test]
    fn who_fails_in_a_later_round_has_no_figures() {
        let mut round = 0;
        let results = in_turn(vec![((), Ok(()))], 3, |()| {
            round += 1;
            if round == 2 { Err(Failure::of("it", "error: no", "")) } else { Ok(vec![1.0]) }
        });
        assert_eq!(results[0].1, Err(Failure::of("it", "error: no", "")));
        assert_eq!(round, 2);
    }
}
