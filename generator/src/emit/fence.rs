//! Blocks of code in Markdown: which lines stand in one.

/// Reads a text line by line, as CommonMark does (section 4.5).
#[derive(Default)]
pub(super) struct Fences {
    /// What opened the block that is open: the character, and how often.
    open: Option<(char, usize)>,
}

impl Fences {
    /// Whether a line opens or closes a block, or stands in one.
    pub(super) fn hold(&mut self, line: &str) -> bool {
        let line = line.trim();
        let Some(open) = self.open else {
            self.open = opening(line);
            return self.open.is_some();
        };
        let (mark, length) = run(line);
        if Some(mark) == Some(open.0) && length >= open.1 && length == line.len() {
            self.open = None;
        }
        true
    }

    /// Whether a block is open after the last line.
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }
}

/// What a line opens a block with, if it does. What follows backticks has none itself, or they would be code within the line.
fn opening(line: &str) -> Option<(char, usize)> {
    let (mark, length) = run(line);
    let is_fence = length >= 3 && !(mark == '`' && line.get(length..).is_some_and(|info| info.contains('`')));
    is_fence.then_some((mark, length))
}

/// The first character of a line if it may open a block, and how often it stands there.
fn run(line: &str) -> (char, usize) {
    let mark = line.chars().next().filter(|first| matches!(first, '`' | '~')).unwrap_or('`');
    (mark, line.len() - line.trim_start_matches(mark).len())
}

#[cfg(test)]
mod tests {
    use super::Fences;

    #[test]
    fn a_block_ends_with_as_many_of_the_same() {
        let held = |text: &str| {
            let mut fences = Fences::default();
            text.lines().map(|line| if fences.hold(line) { '1' } else { '0' }).collect::<String>()
        };
        assert_eq!(held("a\n```\nb\n```\nc"), "01110");
        assert_eq!(held("````\n```\n````\nc"), "1110");
        assert_eq!(held("~~~ x\n```\n~~~\nc"), "1110");
        assert_eq!(held("``` a ```\n```x\n``` y\n```"), "0111");
    }
}
