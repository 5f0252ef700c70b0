//! Figures side by side, as a Markdown table.

use std::fmt::Write;

/// A table: a row for each program, a column for each thing that was measured.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What was measured.
    pub columns: Vec<Column>,
    /// Who was measured, in the order they are shown.
    pub rows: Vec<Row>,
}

/// One thing that was measured.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// What it is, with its unit.
    pub title: &'static str,
    /// Digits after the point.
    pub digits: usize,
    /// Which figure is the best.
    pub best: Best,
}

/// Which figure of a column is the best.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Best {
    /// The smallest, as of times.
    Least,
    /// The largest, as of calls in a second.
    Most,
}

/// What was measured of one program.
#[derive(Clone, Debug)]
pub struct Row {
    /// The program's name and version.
    pub name: String,
    /// Whether ratios are taken to it.
    pub side: Side,
    /// A figure for each column from each round, or why there is none.
    pub rounds: Result<Vec<Vec<f64>>, String>,
}

/// Whose program it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Side {
    /// This project's.
    Ours,
    /// Someone else's; ratios are taken to the best of these.
    Rival,
}

/// A figure of several rounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Half of the rounds had no more.
    pub median: f64,
    /// The smallest.
    pub min: f64,
    /// The largest.
    pub max: f64,
}

impl Spread {
    /// The spread of some figures; `None` of no figure.
    pub fn of(figures: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut sorted: Vec<f64> = figures.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        let (min, max) = (*sorted.first()?, *sorted.last()?);
        let middle = sorted.len() / 2;
        let upper = *sorted.get(middle)?;
        let lower = if sorted.len() % 2 == 1 { upper } else { *sorted.get(middle - 1)? };
        Some(Self { median: f64::midpoint(lower, upper), min, max })
    }
}

impl Row {
    fn spread(&self, column: usize) -> Option<Spread> {
        let rounds = self.rounds.as_ref().ok()?;
        Spread::of(rounds.iter().filter_map(|round| round.get(column).copied()))
    }
}

impl Table {
    /// The table in Markdown, and below it the errors of those that have no figures.
    pub fn render(&self) -> String {
        let mut text = String::from("| |");
        for column in &self.columns {
            let _ = write!(text, " {} | ratio |", column.title);
        }
        text.push_str("\n| --- |");
        text.push_str(&" ---: | ---: |".repeat(self.columns.len()));
        text.push('\n');
        for row in &self.rows {
            let _ = write!(text, "| {} |", row.name);
            match &row.rounds {
                Ok(_) => (0..self.columns.len()).for_each(|column| self.cell(row, column, &mut text)),
                Err(_) => {
                    text.push_str(" failed | |");
                    text.push_str(&" | |".repeat(self.columns.len().saturating_sub(1)));
                }
            }
            text.push('\n');
        }
        for row in &self.rows {
            if let Err(error) = &row.rounds {
                let _ = write!(text, "\n{}:\n\n```text\n{error}\n```\n", row.name);
            }
        }
        text
    }

    /// Median, spread, and the ratio of the median to that of the best rival.
    fn cell(&self, row: &Row, column: usize, text: &mut String) {
        let (Some(spread), Some(shown)) = (row.spread(column), self.columns.get(column)) else {
            text.push_str(" - | |");
            return;
        };
        let digits = shown.digits;
        let _ = write!(text, " {:.digits$}", spread.median);
        if spread.min < spread.max {
            let _ = write!(text, " ({:.digits$}-{:.digits$})", spread.min, spread.max);
        }
        match self.best_rival(column) {
            Some(best) if best > 0.0 => {
                let _ = write!(text, " | {:.2} |", spread.median / best);
            }
            _ => text.push_str(" | |"),
        }
    }

    fn best_rival(&self, column: usize) -> Option<f64> {
        let rivals = self.rows.iter().filter(|row| row.side == Side::Rival);
        let medians = rivals.filter_map(|row| row.spread(column)).map(|spread| spread.median);
        match self.columns.get(column)?.best {
            Best::Least => medians.min_by(f64::total_cmp),
            Best::Most => medians.max_by(f64::total_cmp),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, side: Side, rounds: Result<Vec<Vec<f64>>, String>) -> Row {
        Row { name: name.to_owned(), side, rounds }
    }

    #[test]
    fn the_median_of_an_even_number_lies_between_the_middle_two() {
        assert_eq!(Spread::of([4.0, 1.0, 2.0, 3.0]), Some(Spread { median: 2.5, min: 1.0, max: 4.0 }));
        assert_eq!(Spread::of([3.0, 1.0, 2.0]), Some(Spread { median: 2.0, min: 1.0, max: 3.0 }));
        assert_eq!(Spread::of([]), None);
    }

    #[test]
    fn ratios_are_taken_to_the_best_rival() {
        let table = Table {
            columns: vec![
                Column { title: "wall, s", digits: 2, best: Best::Least },
                Column { title: "calls/s", digits: 0, best: Best::Most },
            ],
            rows: vec![
                row("ours", Side::Ours, Ok(vec![vec![0.25, 900.0], vec![0.2, 1000.0], vec![0.3, 800.0]])),
                row("quick 1.0", Side::Rival, Ok(vec![vec![0.5, 300.0]])),
                row("slow 2.0", Side::Rival, Ok(vec![vec![1.0, 100.0]])),
                row("broken 3.0", Side::Rival, Err("error: no such thing\n --> line 3".to_owned())),
            ],
        };
        insta::assert_snapshot!(table.render(), @r"
        | | wall, s | ratio | calls/s | ratio |
        | --- | ---: | ---: | ---: | ---: |
        | ours | 0.25 (0.20-0.30) | 0.50 | 900 (800-1000) | 3.00 |
        | quick 1.0 | 0.50 | 1.00 | 300 | 1.00 |
        | slow 2.0 | 1.00 | 2.00 | 100 | 0.33 |
        | broken 3.0 | failed | | | |

        broken 3.0:

        ```text
        error: no such thing
         --> line 3
        ```
        ");
    }

    #[test]
    fn without_a_rival_there_is_no_ratio() {
        let columns = vec![Column { title: "wall, s", digits: 1, best: Best::Least }];
        let table = Table { columns, rows: vec![row("ours", Side::Ours, Ok(vec![vec![2.0]]))] };
        assert!(table.render().ends_with("| ours | 2.0 | |\n"));
    }
}
