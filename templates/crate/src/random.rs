//! Random numbers from the operating system.

#![allow(dead_code, reason = "which kinds a crate needs depends on its credentials")]

use std::time::Duration;

/// A time from nothing up to `longest`, each as likely as the others. Without a source of randomness it is `longest`.
pub(crate) fn duration_up_to(longest: Duration) -> Duration {
    let fraction = getrandom::u32().map_or(1.0, |number| f64::from(number) / f64::from(u32::MAX));
    // Rounding could take the longest time of all beyond what there is.
    Duration::try_from_secs_f64(longest.as_secs_f64() * fraction).unwrap_or(longest)
}

/// So many random bytes, in hexadecimal.
pub(crate) fn hex<const BYTES: usize>() -> Result<String, getrandom::Error> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
