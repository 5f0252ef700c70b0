//! The changes that oasdiff knows: `OASDIFF.md` says where each of them stands, and must be true of the rules.

use std::collections::BTreeSet;

use diff::rules;

/// A row of the table: oasdiff's id, where it stands, our rule, and why.
struct Row<'a> {
    id: &'a str,
    standing: &'a str,
    rule: Option<&'a str>,
    why: &'a str,
}

const TABLE: &str = include_str!("../../OASDIFF.md");

fn rows() -> Vec<Row<'static>> {
    let lines = TABLE.lines().skip_while(|line| !line.starts_with("| oasdiff")).skip(2);
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let [_, id, standing, rule, why, _] = <[&str; 6]>::try_from(cells).expect("a row has four cells");
            let code = |cell: &'static str| cell.trim_matches('`');
            Row { id: code(id), standing, rule: Some(code(rule)).filter(|rule| !rule.is_empty()), why }
        })
        .collect()
}

#[test]
fn each_rule_of_the_table_is_there() {
    let mut ids = BTreeSet::new();
    for Row { id, standing, rule, why } in rows() {
        assert!(ids.insert(id), "{id} stands there once");
        match standing {
            "same" | "otherwise" => {
                assert!(rule.and_then(rules::find).is_some(), "{id}: there is no rule {rule:?}");
            }
            _ => {
                assert_eq!(standing, "not", "{id} has a standing");
                assert!(rule.is_none() && !why.is_empty(), "{id} says why, and names no rule");
            }
        }
        for named in why.split('`').skip(1).step_by(2).filter(|code| code.starts_with("api-")) {
            assert!(rules::find(named).is_some(), "{id}: there is no rule {named}");
        }
    }
}

#[test]
fn the_counts_of_the_table_are_right() {
    let rows = rows();
    for standing in ["same", "otherwise", "not"] {
        let count = rows.iter().filter(|row| row.standing == standing).count();
        assert!(TABLE.contains(&format!("| `{standing}` | {count} |")), "{standing}: {count}");
    }
    assert!(TABLE.contains(&format!("| | {} | |", rows.len())), "all: {}", rows.len());
}
