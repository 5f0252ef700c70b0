//! Calls in a second and memory: this project's crate beside the vendor's SDK for Node.js.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::{Section, in_turn};
use crate::Failure;
use crate::install::NODE_PACKAGE;
use crate::machine::first_line;
use crate::meter::Meter;
use crate::place::Place;
use crate::program::{Program, on_path};
use crate::service;
use crate::table::{Best, Column, Row, Side, Table};

/// Lets both read the same profile over and over, one call after the other and 64 at once.
///
/// # Errors
///
/// The service cannot be started, or the folder of the crates cannot be written.
pub fn run(place: &Place, meter: &Meter, rounds: usize) -> Result<Section> {
    place.prepare_crates()?;
    let host = service::start(service::PROFILE)?;
    let subjects = [Side::Ours, Side::Rival].map(|side| {
        let prepared = if side == Side::Ours { rust(place, meter) } else { node(place) };
        // The warm-up shows whether the program does what it should.
        let outcome = prepared.as_ref().map_err(Clone::clone).and_then(|it| calls(it, &host, place, meter).map(drop));
        ((side, prepared.ok()), outcome)
    });
    let results = in_turn(subjects.into(), rounds, |(_, subject)| match subject {
        Some(subject) => calls(subject, &host, place, meter),
        None => Err(Failure::Missing),
    });
    let rows = results.into_iter().map(|((side, _), rounds)| Row {
        name: match side {
            Side::Ours => "ours, genauth".to_owned(),
            Side::Rival => node_name(),
        },
        side,
        rounds: rounds.map_err(|failure| failure.to_string()),
    });
    let columns = vec![
        Column { title: "calls/s, one by one", digits: 0, best: Best::Most },
        Column { title: "calls/s, 64 at once", digits: 0, best: Best::Most },
        Column { title: "user, s", digits: 2, best: Best::Least },
        Column { title: "peak, MiB", digits: 0, best: Best::Least },
    ];
    Ok(Section {
        title: "Calls".to_owned(),
        note: format!(
            "`get_profile` over loopback with a bearer token, answered by the same fixed profile: {ONE_BY_ONE} calls one by \
             one, then {AT_ONCE} with 64 at a time, each client one process with one thread, {rounds} rounds in turn after a warm-up."
        ),
        table: Table { columns, rows: rows.collect() },
    })
}

const ONE_BY_ONE: usize = 5000;
const AT_ONCE: usize = 20000;

/// A program and its first argument, if it is a script.
type Client = Vec<std::ffi::OsString>;

fn rust(place: &Place, meter: &Meter) -> Result<Client, Failure> {
    let genauth = on_path("genauth", &place.root.join("generated/genauth"), &["authentication-profile-and-account"]);
    let tokio = "tokio = { version = \"1\", default-features = false, features = [\"macros\", \"rt\"] }\n";
    let main = include_str!("../../programs/get_profile.rs");
    let program = Program { name: "calls-get-profile", main, dependencies: genauth + tokio };
    Ok(vec![program.build(place, meter)?.into()])
}

fn node(place: &Place) -> Result<Client, Failure> {
    if !place.node().join("node_modules/authing-node-sdk").is_dir() {
        return Err(Failure::Missing);
    }
    let script = place.node().join("get_profile.mjs");
    fs::write(&script, include_str!("../../programs/get_profile.mjs"))
        .map_err(|error| Failure::Unusable(error.to_string()))?;
    Ok(vec!["node".into(), script.into()])
}

fn node_name() -> String {
    let node = first_line("node", &["--version"]).unwrap_or_default();
    format!("{NODE_PACKAGE}, Node.js {node}").replace(" v", " ")
}

/// Runs a client, which writes seconds for each of its two tasks into the file that it is given.
fn calls(client: &Client, host: &str, place: &Place, meter: &Meter) -> Result<Vec<f64>, Failure> {
    let times = place.work.join("times");
    let Some((program, arguments)) = client.split_first() else { return Err(Failure::Missing) };
    let mut command = Command::new(program);
    command.args(arguments).arg(host).arg(ONE_BY_ONE.to_string()).arg(AT_ONCE.to_string()).arg(&times);
    let usage = meter.measure("the client", &command)?;
    let [one_by_one, at_once] = read(&times)?;
    #[allow(clippy::cast_precision_loss, reason = "the numbers are small")]
    let per_second = |calls: usize, seconds: f64| calls as f64 / seconds;
    Ok(vec![per_second(ONE_BY_ONE, one_by_one), per_second(AT_ONCE, at_once), usage.user, usage.peak])
}

fn read(times: &Path) -> Result<[f64; 2], Failure> {
    let text = fs::read_to_string(times).map_err(|error| Failure::Unusable(error.to_string()))?;
    parse(&text).ok_or_else(|| Failure::Unusable(format!("`{text}` is not two times")))
}

fn parse(text: &str) -> Option<[f64; 2]> {
    let (first, second) = text.trim().split_once(' ')?;
    Some([first.parse().ok()?, second.parse().ok()?])
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_client_writes_two_times() {
        assert_eq!(super::parse("1.5 0.25\n"), Some([1.5, 0.25]));
        assert_eq!(super::parse("1.5"), None);
        assert_eq!(super::parse(""), None);
    }
}
