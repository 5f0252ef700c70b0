//! How large a program becomes that deletes an account and does nothing else.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::Section;
use crate::Failure;
use crate::contender::Contender;
use crate::meter::Meter;
use crate::place::Place;
use crate::program::{Program, on_path};
use crate::table::{Best, Column, Row, Side, Table};
use crate::trial::Trial;

/// Builds the same program with our crates and with progenitor's. The operation is one of the vendor's authentication document, so
/// without that there is no such section.
///
/// # Errors
///
/// The folder of the crates cannot be written.
pub fn run(contenders: &[Contender], area: &str, place: &Place, meter: &Meter) -> Result<Option<Section>> {
    let document = place.root.join("../shared/upstream/authentication-openapi.json");
    if !document.is_file() {
        return Ok(None);
    }
    place.prepare_crates()?;
    let mut rows = Vec::new();
    for contender in contenders {
        let (program, features): (_, &[&str]) = match contender.name {
            "ours" => (OURS, &["api"]),
            "progenitor" => (PROGENITOR, &[]),
            _ => continue,
        };
        let trial = Trial::new(contender, &document, place);
        let measured = trial.generate(meter).and_then(|_| {
            let dependencies = on_path(&trial.package, &trial.out, features) + program.1 + TOKIO;
            let program = Program { name: program.0, main: program.2, dependencies };
            sizes(&program, &trial.out.join("src"), place, meter)
        });
        rows.push(trial.row(measured.map(|figures| vec![figures])));
    }
    rows.insert(rows.len().min(1), genauth(area, place, meter));
    let columns = vec![
        Column { title: "stripped, kB", digits: 0, best: Best::Least },
        Column { title: "unstripped, kB", digits: 0, best: Best::Least },
        Column { title: "lines of the program", digits: 0, best: Best::Least },
        Column { title: "lines of the crate", digits: 0, best: Best::Least },
    ];
    Ok(Some(Section {
        title: "Size".to_owned(),
        note: "A program that calls `delete_account` of the vendor's authentication document and prints the result: release profile \
               as cargo sets it, TLS by rustls in all of them. Lines are counted with comments and without empty ones."
            .to_owned(),
        table: Table { columns, rows },
    }))
}

/// This project's own crate with the one area that the program needs.
fn genauth(area: &str, place: &Place, meter: &Meter) -> Row {
    let folder = place.root.join("generated/genauth");
    let dependencies = on_path("genauth", &folder, &[area]) + TOKIO;
    let program = Program { name: GENAUTH.0, main: GENAUTH.1, dependencies };
    let measured = sizes(&program, &folder.join("src"), place, meter);
    Row {
        name: format!("ours, genauth's `{area}` alone"),
        side: Side::Ours,
        rounds: measured.map(|figures| vec![figures]).map_err(|failure| failure.to_string()),
    }
}

fn sizes(program: &Program, sources: &Path, place: &Place, meter: &Meter) -> Result<Vec<f64>, Failure> {
    let unusable = |error: std::io::Error| Failure::Unusable(error.to_string());
    let path = program.build(place, meter)?;
    let stripped = path.with_extension("stripped");
    meter.measure("strip", Command::new("strip").arg("-o").arg(&stripped).arg(&path))?;
    let kilobytes = |path: &Path| fs::metadata(path).map(|metadata| whole(metadata.len()) / 1000.0);
    Ok(vec![
        kilobytes(&stripped).map_err(unusable)?,
        kilobytes(&path).map_err(unusable)?,
        whole(lines(program.main)),
        whole(lines_below(sources).map_err(unusable)?),
    ])
}

fn lines_below(folder: &Path) -> std::io::Result<u64> {
    let mut sum = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sum += lines_below(&path)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            sum += lines(&fs::read_to_string(path)?);
        }
    }
    Ok(sum)
}

fn lines(text: &str) -> u64 {
    text.lines().filter(|line| !line.trim().is_empty()).count() as u64
}

#[allow(clippy::cast_precision_loss, reason = "no file has 2^52 bytes")]
fn whole(number: u64) -> f64 {
    number as f64
}

/// Names, dependencies besides the crate, and programs.
const OURS: (&str, &str, &str) = ("calls-ours", "", include_str!("../../programs/delete_account_ours.rs"));
const PROGENITOR: (&str, &str, &str) = (
    "calls-progenitor",
    "reqwest = { version = \"0.13\", default-features = false, features = [\"rustls\"] }\n",
    include_str!("../../programs/delete_account_progenitor.rs"),
);
const GENAUTH: (&str, &str) = ("calls-genauth", include_str!("../../programs/delete_account_genauth.rs"));

const TOKIO: &str = "tokio = { version = \"1\", default-features = false, features = [\"macros\", \"rt\"] }\n";

#[cfg(test)]
mod tests {
    #[test]
    fn empty_lines_are_no_code() {
        assert_eq!(super::lines("fn main() {\n\n    run();\n   \n}\n"), 3);
    }
}
