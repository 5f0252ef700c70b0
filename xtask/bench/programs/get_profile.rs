//! Reads a profile over and over: `get_profile HOST ONE_BY_ONE AT_ONCE FILE`.

use std::cell::Cell;
use std::env;
use std::error::Error;
use std::rc::Rc;
use std::time::Instant;

use genauth::AuthenticationClient;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().collect();
    let [_, host, one_by_one, at_once, file] = arguments.as_slice() else { return Err("four arguments".into()) };
    let client = AuthenticationClient::builder()
        .app_id("APP")
        .app_secret("SECRET")
        .app_host(host)
        .access_token("TOKEN")
        .build()?;

    let started = Instant::now();
    for _ in 0..one_by_one.parse::<usize>()? {
        call(&client).await?;
    }
    let first = started.elapsed().as_secs_f64();

    let started = Instant::now();
    let left = Rc::new(Cell::new(at_once.parse::<usize>()?));
    let tasks = tokio::task::LocalSet::new();
    for _ in 0..64 {
        let (client, left) = (client.clone(), Rc::clone(&left));
        tasks.spawn_local(async move {
            while left.get() > 0 {
                left.set(left.get() - 1);
                call(&client).await.expect("the service answers");
            }
        });
    }
    tasks.await;
    let second = started.elapsed().as_secs_f64();
    std::fs::write(file, format!("{first} {second}"))?;
    Ok(())
}

async fn call(client: &AuthenticationClient) -> Result<(), genauth::Error> {
    let answer = client.get_profile().await?;
    assert_eq!(answer.data.user_id, "6229ffaxxxxxxxxcade3e3d9");
    Ok(())
}
