//! Measures ways of doing the same in turns, so that what else the machine does falls on all of them alike.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// A way with its name. It says what one repetition took, so that it can prepare what it does not want to measure.
pub type Way<'a> = (&'a str, &'a mut dyn FnMut() -> Duration);

/// What one way took.
#[derive(Debug)]
pub struct Taken {
    /// The name of the way.
    pub name: String,
    /// The median of the time of one repetition.
    pub time: Duration,
    /// The median, over the rounds, of its time by that of the last way in the same round.
    pub ratio: f64,
    /// The quartiles of that ratio.
    pub quartiles: (f64, f64),
}

/// Goes through all ways `rounds` times. The last one is what the others are compared with.
pub fn take_turns(rounds: usize, ways: &mut [Way<'_>]) -> Vec<Taken> {
    for (_, way) in &mut *ways {
        way();
    }
    let rounds: Vec<Vec<f64>> =
        (0..rounds).map(|_| ways.iter_mut().map(|(_, way)| way().as_secs_f64()).collect()).collect();
    let of = |row: &[f64], index: usize| row.get(index).copied().unwrap_or_default();
    ways.iter()
        .enumerate()
        .map(|(index, (name, _))| {
            let times = sorted(rounds.iter().map(|row| of(row, index)));
            let ratios = sorted(rounds.iter().map(|row| of(row, index) / row.last().copied().unwrap_or_default()));
            Taken {
                name: (*name).to_owned(),
                time: Duration::from_secs_f64(quantile(&times, 2)),
                ratio: quantile(&ratios, 2),
                quartiles: (quantile(&ratios, 1), quantile(&ratios, 3)),
            }
        })
        .collect()
}

/// A clock that only goes forward.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// The processor time of the calling thread: a server on another thread does not count, nor does waiting.
    Processor,
    /// The time that passes for everyone.
    Wall,
}

impl Clock {
    /// What one of so many repetitions takes.
    pub fn time(self, repetitions: u32, mut work: impl FnMut()) -> Duration {
        let begin = self.now();
        for _ in 0..repetitions {
            work();
        }
        (self.now() - begin) / repetitions.max(1)
    }

    fn now(self) -> Duration {
        let time = clock_gettime(match self {
            Clock::Processor => ClockId::ThreadCPUTime,
            Clock::Wall => ClockId::Monotonic,
        });
        Duration::new(time.tv_sec.try_into().unwrap_or_default(), time.tv_nsec.try_into().unwrap_or_default())
    }
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values
}

/// The value below which so many quarters of the others lie.
fn quantile(sorted: &[f64], quarters: usize) -> f64 {
    sorted.get(sorted.len().saturating_sub(1) * quarters / 4).copied().unwrap_or_default()
}
