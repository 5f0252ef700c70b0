//! Settings files that are too much.

use std::fmt::Write;

use generator::diagnostic::{Diagnostics, Rule};
use generator::settings::Settings;
use generator::source::{LARGEST, Source};

fn refusals(text: String) -> Vec<Rule> {
    let mut diagnostics = Diagnostics::default();
    assert!(Settings::parse(Source::new("settings.yaml", text), &mut diagnostics).is_none());
    diagnostics.iter().map(|it| it.rule).collect()
}

#[test]
fn settings_have_the_limits_that_documents_have() {
    assert_eq!(refusals(" ".repeat(LARGEST + 1)), [Rule::TooLarge]);
    assert_eq!(refusals(format!("secrets: [{}a]", "a,".repeat(5_000_000))), [Rule::TooLarge]);
    assert_eq!(refusals(format!("secrets: {}", "[".repeat(100_000))), [Rule::TooDeep]);
    let mut laughs = "l0: &l0 lol\n".to_owned();
    for level in 1..=10 {
        let _ = writeln!(laughs, "l{level}: &l{level} [{}]", vec![format!("*l{}", level - 1); 10].join(", "));
    }
    assert_eq!(refusals(laughs), [Rule::TooLarge]);
    let long = format!("secrets: [&a {}{}]", "text ".repeat(20_000), ", *a".repeat(20_000));
    assert_eq!(refusals(long), [Rule::TooLarge]);
    assert_eq!(refusals("secrets: &a [*a]".to_owned()), [Rule::ReferenceCycle]);
}
