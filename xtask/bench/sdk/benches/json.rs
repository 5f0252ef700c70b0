//! A page of 1,000 users read and written, and a request with as many, beside serde's derive on equal types.
//!
//! A page that is written has been read just before, so that each lies in memory as the others do. All are written to the same
//! memory: what the operating system takes for new memory would hide the difference.
#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark")]

use std::cell::RefCell;
use std::hint::black_box;
use std::time::Duration;

use bench_sdk::derived::{NewUsers, keeping, plain};
use bench_sdk::in_memory::InMemory;
use bench_sdk::turns::{Clock, Way, take_turns};
use bench_sdk::{answers, clients};
use genauth::models::{ListUsersRequestDto, UserPaginatedRespDto};
use serde::Serialize;
use serde::de::DeserializeOwned;

fn main() {
    let text = answers::page(1000);
    println!("a page of {} bytes", text.len());
    let client = clients::management(InMemory::answering(text.clone())).unwrap();
    let runtime = clients::one_thread().unwrap();
    let list = || runtime.block_on(async { client.list_users(ListUsersRequestDto::new()).await.unwrap() });
    let text = text.as_bytes();
    turns(
        "read",
        &mut [
            ("emitted, by a call", &mut || Clock::Processor.time(1, || drop(black_box(list())))),
            ("emitted", &mut || read::<UserPaginatedRespDto>(text)),
            ("derive with flatten", &mut || read::<keeping::Page>(text)),
            ("derive", &mut || read::<plain::Page>(text)),
        ],
    );
    let out = &RefCell::new(Vec::with_capacity(2 * text.len()));
    turns(
        "write",
        &mut [
            ("emitted", &mut || write::<UserPaginatedRespDto>(text, &mut out.borrow_mut())),
            ("derive with flatten", &mut || write::<keeping::Page>(text, &mut out.borrow_mut())),
            ("derive", &mut || write::<plain::Page>(text, &mut out.borrow_mut())),
        ],
    );
    let text = answers::new_users(1000);
    println!("a request of {} bytes", text.len());
    // A call takes the users, so both ways end with their memory given back.
    turns(
        "send",
        &mut [
            ("emitted, by a call", &mut || send(&text, |users| client.create_users_batch(users))),
            ("derive", &mut || send(&text, |users: NewUsers| serde_json::to_vec(&users).unwrap())),
        ],
    );
}

fn send<T: DeserializeOwned, R>(text: &str, write: impl Fn(T) -> R) -> Duration {
    let mut body = Some(serde_json::from_str(text).unwrap());
    Clock::Processor.time(1, || drop(black_box(body.take().map(&write))))
}

fn read<T: DeserializeOwned>(text: &[u8]) -> Duration {
    Clock::Processor.time(1, || drop(black_box(serde_json::from_slice::<T>(text).unwrap())))
}

fn write<T: DeserializeOwned + Serialize>(text: &[u8], out: &mut Vec<u8>) -> Duration {
    let page: T = serde_json::from_slice(text).unwrap();
    out.clear();
    Clock::Processor.time(1, || serde_json::to_writer(black_box(&mut *out), &page).unwrap())
}

fn turns(what: &str, ways: &mut [Way<'_>]) {
    for taken in take_turns(101, ways) {
        let (low, high) = taken.quartiles;
        println!("{what:<6} {:<20} {:>9.3?} x {:.3} ({low:.3} to {high:.3})", taken.name, taken.time, taken.ratio);
    }
}
