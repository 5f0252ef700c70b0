//! Any frames of a websocket: a first byte of zero sends the rest as it is, another one sends its lines as messages that are
//! broken into frames of so many bytes.

#![no_main]

#[path = "../../../generated/genauth/tests/oracles/mod.rs"]
#[rustfmt::skip]
mod oracles;

use libfuzzer_sys::fuzz_target;
use oracles::frames::Frames;

thread_local! {
    static ORACLE: Frames = Frames::default();
}

/// What a subscription may hold at once, in bytes: buffers of a fixed size, and a few events of the largest size.
const LIMIT: u64 = 1024 * 1024;

fuzz_target!(|bytes: &[u8]| {
    let held = allocation_counter::measure(|| ORACLE.with(|oracle| send(oracle, bytes)));
    assert!(held.bytes_max < LIMIT, "{} bytes at once", held.bytes_max);
});

fn send(oracle: &Frames, bytes: &[u8]) {
    match bytes {
        [] => {}
        [0, frames @ ..] => oracle.check(frames),
        [frame_size, lines @ ..] => {
            let lines = String::from_utf8_lossy(lines);
            oracle.check_written(&lines.split('\n').collect::<Vec<_>>(), (*frame_size).into());
        }
    }
}
