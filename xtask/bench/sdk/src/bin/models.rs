//! Reads and writes a page of users: what the compiler makes of it is counted by `.ci/llvm-lines`.
#![expect(clippy::print_stdout, reason = "a program that prints its result")]

use bench_sdk::answers;
use genauth::models::UserPaginatedRespDto;

fn main() -> Result<(), serde_json::Error> {
    let page: UserPaginatedRespDto = serde_json::from_str(&answers::page(1))?;
    println!("{}", serde_json::to_string(&page)?);
    Ok(())
}
