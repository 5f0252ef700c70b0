//! One call over the loopback interface, beside the same call by hand: by the processor time of its thread, and by the time
//! that its caller waits.
#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark")]

use bench_sdk::by_hand::ByHand;
use bench_sdk::turns::{Clock, Way, take_turns};
use bench_sdk::{clients, service};
use genauth::models::DeleteAccounDto;

const REPETITIONS: u32 = 50;

fn main() {
    let host = service::serve().unwrap();
    let runtime = clients::one_thread().unwrap();
    let emitted = clients::over_network(&host).unwrap();
    let by_hand = ByHand::new(&host).unwrap();
    let delete = || {
        let answer = runtime.block_on(async { emitted.delete_account(DeleteAccounDto::new("TOKEN")).await });
        assert!(answer.unwrap().data.success);
    };
    let delete_by_hand = || assert!(runtime.block_on(by_hand.delete_account("TOKEN")).unwrap());
    let profile = || drop(runtime.block_on(async { emitted.get_profile().await }).unwrap());
    let profile_by_hand = || drop(runtime.block_on(by_hand.get_profile()).unwrap());
    for clock in [Clock::Processor, Clock::Wall] {
        turns(
            "delete-account",
            clock,
            &mut [
                ("emitted", &mut || clock.time(REPETITIONS, delete)),
                ("by hand", &mut || clock.time(REPETITIONS, delete_by_hand)),
            ],
        );
        turns(
            "get-profile",
            clock,
            &mut [
                ("emitted", &mut || clock.time(REPETITIONS, profile)),
                ("by hand", &mut || clock.time(REPETITIONS, profile_by_hand)),
            ],
        );
    }
}

fn turns(what: &str, clock: Clock, ways: &mut [Way<'_>]) {
    for taken in take_turns(81, ways) {
        let (low, high) = taken.quartiles;
        let clock = format!("{clock:?}");
        println!(
            "{what:<15} {clock:<9} {:<8} {:>9.3?} x {:.3} ({low:.3} to {high:.3})",
            taken.name, taken.time, taken.ratio
        );
    }
}
