//! The report: when, with what and on what was measured, and the tables.

use std::fmt::Write;

use crate::suite::Section;

/// What stands above the tables.
#[derive(Clone, Debug)]
pub struct Header {
    /// The day, as `2026-11-23`.
    pub date: String,
    /// The document: its name, and what it has.
    pub document: String,
    /// One line each about the machine.
    pub machine: Vec<String>,
    /// The load when the run began.
    pub load: Option<f64>,
}

/// The report as Markdown.
pub fn render(header: &Header, sections: &[Section]) -> String {
    let mut text = format!(
        "# Benchmarks\n\nMeasured by `cargo xtask bench` on {}, document {}.\n\n",
        header.date, header.document
    );
    for line in &header.machine {
        let _ = writeln!(text, "- {line}");
    }
    if let Some(load) = header.load {
        let _ = writeln!(text, "- load when it began: {load:.1}{}", if load > BUSY { WARNING } else { "" });
    }
    text.push_str("\nA cell is the median of all rounds (least-most). A ratio is to the best rival's median.\n");
    for section in sections {
        let _ = write!(text, "\n## {}\n\n{}\n\n{}", section.title, section.note, section.table.render());
    }
    text
}

/// The load of a machine that does nothing else.
const BUSY: f64 = 0.5;
const WARNING: &str = " (**others were at work: trust the ratios of user time, not times on the clock**)";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Best, Column, Row, Side, Table};

    #[test]
    fn a_report_says_when_and_on_what() {
        let header = Header {
            date: "2026-11-23".to_owned(),
            document: "`pets.json`".to_owned(),
            machine: vec!["2 cores".to_owned(), "24 GiB of memory".to_owned()],
            load: Some(2.4),
        };
        let columns = vec![Column { title: "wall, s", digits: 1, best: Best::Least }];
        let row = |name: &str, side, wall| Row { name: name.to_owned(), side, rounds: Ok(vec![vec![wall]]) };
        let rows = vec![row("ours", Side::Ours, 1.0), row("other 1.2", Side::Rival, 2.0)];
        let note = "Two rounds.".to_owned();
        let sections = [Section { title: "Generation".to_owned(), note, table: Table { columns, rows } }];
        insta::assert_snapshot!(render(&header, &sections), @r"
        # Benchmarks

        Measured by `cargo xtask bench` on 2026-11-23, document `pets.json`.

        - 2 cores
        - 24 GiB of memory
        - load when it began: 2.4 (**others were at work: trust the ratios of user time, not times on the clock**)

        A cell is the median of all rounds (least-most). A ratio is to the best rival's median.

        ## Generation

        Two rounds.

        | | wall, s | ratio |
        | --- | ---: | ---: |
        | ours | 1.0 | 0.50 |
        | other 1.2 | 2.0 | 1.00 |
        ");
    }
}
