//! Prints what the emitted crate allocates: a line `name count bytes` for each measurement. Each is exact and the same in
//! every run, so a check can hold on to it.
#![expect(clippy::print_stdout, reason = "a program that prints its result")]

use allocation_counter::{AllocationInfo, measure};
use bench_sdk::by_hand::Failure;
use bench_sdk::in_memory::InMemory;
use bench_sdk::{answers, clients};
use genauth::models::{DeleteAccounDto, UserPaginatedRespDto};

/// Enough for what happens once to vanish in the mean.
const CALLS: u64 = 100;

const HOST: &str = "http://service.example";

fn main() -> Result<(), Failure> {
    let page = answers::page(1000);
    let mut users = None;
    show("decode-user", 1000, measure(|| users = serde_json::from_str::<UserPaginatedRespDto>(&page).ok()));
    let users = users.ok_or("the page is not what it should be")?;
    show("encode-user", 1000, measure(|| drop(serde_json::to_vec(&users))));

    let runtime = clients::one_thread()?;
    let client = clients::over(HOST, InMemory::answering(answers::DONE))?;
    let delete = || runtime.block_on(async { client.delete_account(DeleteAccounDto::new("TOKEN")).await.map(drop) });
    delete()?;
    show("call-delete-account", CALLS, measure(|| (0..CALLS).for_each(|_| drop(delete()))));

    let client = clients::over(HOST, InMemory::answering(answers::profile()))?;
    let profile = || runtime.block_on(async { client.get_profile().await.map(drop) });
    profile()?;
    show("call-get-profile", CALLS, measure(|| (0..CALLS).for_each(|_| drop(profile()))));
    Ok(())
}

/// The mean over so many repetitions.
fn show(name: &str, repetitions: u64, info: AllocationInfo) {
    println!("{name} {} {}", info.count_total / repetitions, info.bytes_total / repetitions);
}
