//! What cargo-semver-checks says of the same pairs of crates.
