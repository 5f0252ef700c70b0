//! Texts of the document as Rust documentation that rustdoc takes without a warning and never runs as a test.

mod hazard;
mod spans;
mod wrap;

use super::fence::Fences;
use spans::Runs;
pub(super) use wrap::wrap;

/// The documentation comment for paragraphs; empty paragraphs are left out.
///
/// ```text
/// /// Deletes the account of the signed-in user.
/// ///
/// /// `deleteAccount`: `POST /api/v3/delete-account`
/// ```
pub(super) fn comment(indent: &str, paragraphs: &[String]) -> String {
    let mut text = String::new();
    for line in lines(paragraphs) {
        let space = if line.is_empty() { "" } else { " " };
        text.extend([indent, "///", space, line.trim_end_matches(' '), "\n"]);
    }
    text
}

/// The same as lines of `//!` documentation for the top of a file.
pub(super) fn module_lines(paragraphs: &[String]) -> String {
    lines(paragraphs).iter().map(|line| format!("//! {line}").trim_end().to_owned() + "\n").collect()
}

fn lines(paragraphs: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.trim().is_empty()) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        // A line of code that were broken might end its block.
        let mut fences = Fences::default();
        for line in paragraph.lines() {
            if fences.hold(line) { lines.push(line.to_owned()) } else { lines.extend(wrap(line)) }
        }
    }
    lines
}

/// Markdown of a document, made safe: no HTML, no links to items that do not exist, no code that would be a test.
pub(super) fn markdown(text: &str) -> String {
    let mut safe = Vec::new();
    let mut block: Option<Block> = None;
    for line in text.lines() {
        let line: String = line.chars().filter(|c| !is_invisible(*c)).collect::<String>().replace('\t', "  ");
        let trimmed = line.trim_start();
        match &mut block {
            Some(open) if trimmed.starts_with(open.mark) => {
                safe.extend(block.take().map(Block::text));
            }
            Some(open) => open.lines.push(line.trim_end().to_owned()),
            None => match Block::open(trimmed) {
                Some(opened) => block = Some(opened),
                None => safe.push(plain(trimmed, line.len() - trimmed.len())),
            },
        }
    }
    safe.extend(block.map(Block::text));
    let safe = safe.join("\n").trim().to_owned();
    if hazard::is_in(&safe) { literal(text) } else { safe }
}

/// A text as it was written, whatever Markdown would make of it. The last resort, so it may look odd.
fn literal(text: &str) -> String {
    let line = |line: &str| -> String {
        let shown = line.trim().chars().filter(|c| !is_invisible(*c));
        shown.flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c])).collect()
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// The same of a text that becomes a heading, a cell or a part of a sentence.
pub(super) fn line(text: &str) -> String {
    markdown(&text.split_whitespace().collect::<Vec<_>>().join(" ")).replace('\n', " ")
}

/// A block of code.
struct Block {
    /// What opens and closes it in the document.
    mark: &'static str,
    language: String,
    lines: Vec<String>,
}

impl Block {
    fn open(line: &str) -> Option<Self> {
        let mark = ["```", "~~~"].into_iter().find(|mark| line.starts_with(mark))?;
        Some(Self { mark, language: language(&line[mark.len()..]).to_owned(), lines: Vec::new() })
    }

    /// The block between backticks, more than any of its lines begins with.
    fn text(self) -> String {
        let ticks = |line: &String| line.trim_start().len() - line.trim_start().trim_start_matches('`').len();
        let fence = "`".repeat(self.lines.iter().map(ticks).max().unwrap_or(0).max(2) + 1);
        let opened = format!("{fence}{}", self.language);
        std::iter::once(opened).chain(self.lines).chain([fence]).collect::<Vec<_>>().join("\n")
    }
}

/// One line as it stands in a table or a sentence. What nobody could see is written as an escape: a comment may not hold it.
pub(super) fn code(text: &str) -> String {
    if text.is_empty() {
        return "`\"\"`".to_owned();
    }
    if text.contains(is_invisible) {
        let shown = |c: char| if is_invisible(c) { c.escape_unicode().to_string() } else { c.to_string() };
        return code(&text.chars().map(shown).collect::<String>());
    }
    match longest_run(text) {
        0 => format!("`{text}`"),
        run => {
            let fence = "`".repeat(run + 1);
            format!("{fence} {text} {fence}")
        }
    }
}

/// The most backticks that follow each other: what encloses a text needs more.
pub(super) fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// A block without a language, or with a word of rustdoc's own such as `edition2021`, would be taken for a Rust test.
fn language(info: &str) -> &str {
    LANGUAGES.iter().find(|known| info.trim().eq_ignore_ascii_case(known)).unwrap_or(&"text")
}

/// The languages that a block of a document may be in.
const LANGUAGES: [&str; 32] = [
    "bash",
    "c",
    "console",
    "cpp",
    "cs",
    "csharp",
    "css",
    "curl",
    "diff",
    "go",
    "graphql",
    "html",
    "http",
    "ini",
    "java",
    "javascript",
    "js",
    "json",
    "kotlin",
    "php",
    "powershell",
    "python",
    "ruby",
    "sh",
    "shell",
    "sql",
    "swift",
    "toml",
    "ts",
    "typescript",
    "xml",
    "yaml",
];

/// Four spaces would make a code block of the line; as few as keep a list in shape are left.
fn plain(line: &str, indent: usize) -> String {
    let is_list = line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ");
    let indent = if is_list { indent.min(2) } else { 0 };
    format!("{}{}", " ".repeat(indent), escape(line.trim_end()))
}

fn escape(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    // mdBook takes what stands in braces at the end of a heading for attributes of HTML.
    let has_attributes = line.starts_with('#') || line.trim_end_matches(['#', ' ']).ends_with('}');
    let runs = Runs::of(line);
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let after = &rest[first.len_utf8()..];
        if first == '`' {
            rest = span(rest, &runs, &mut escaped);
            continue;
        }
        if let Some(url) = url(rest) {
            let linked = escaped.ends_with("](") || escaped.ends_with('<');
            if linked {
                escaped.push_str(url)
            } else {
                escaped.push_str(&format!("<{url}>"))
            }
            rest = &rest[url.len()..];
            continue;
        }
        match first {
            // What is escaped already stays so, and is not escaped again.
            '\\' if after.starts_with(|next: char| next.is_ascii_punctuation()) => {
                escaped.push('\\');
                escaped.push_str(&after[..1]);
                rest = &after[1..];
                continue;
            }
            '<' if !starts_with_url(after) => escaped.push_str("\\<"),
            // An image would be fetched from wherever the document says, by everyone who reads it.
            '!' if after.starts_with('[') => escaped.push_str("\\!"),
            '&' if is_entity(after) => escaped.push_str("\\&"),
            '}' if has_attributes => escaped.push_str("\\}"),
            // And two braces for a command.
            '{' if after.starts_with('{') => escaped.push_str("\\{"),
            // Wherever a long line is broken, no block of code begins.
            '~' if after.starts_with("~~") || escaped.ends_with("\\~") => escaped.push_str("\\~"),
            '[' | ']' => {
                // A link with a target stays one; any other bracket would be a link to an item.
                let keeps = if first == '[' {
                    has_target(rest)
                } else {
                    after.starts_with('(') && starts_with_url(&after[1..])
                };
                if !keeps {
                    escaped.push('\\');
                }
                escaped.push(first);
            }
            other => escaped.push(other),
        }
        rest = after;
    }
    escaped
}

/// Copies the code at the beginning of a text, and gives what is left. Backticks that open nothing become quotes.
fn span<'a>(text: &'a str, runs: &Runs, escaped: &mut String) -> &'a str {
    let (run, end) = runs.code_at(text);
    let Some(end) = end else {
        escaped.push_str(&"'".repeat(run));
        return &text[run..];
    };
    escaped.push_str(&text[..end]);
    &text[end..]
}

fn has_target(text: &str) -> bool {
    // No further than to the next bracket: a text may have many.
    let after = text[1..].find(['[', ']']).and_then(|end| text[1 + end..].strip_prefix("]("));
    after.is_some_and(starts_with_url)
}

fn starts_with_url(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

fn url(text: &str) -> Option<&str> {
    if !starts_with_url(text) {
        return None;
    }
    let end = text.find(|c: char| !c.is_ascii_graphic() || "<>\"'`|)]}\\^{".contains(c)).unwrap_or(text.len());
    let url = text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?']);
    (url.len() > "https://".len()).then_some(url)
}

/// Whether what follows a `&` makes it stand for another sign, which may be one that nobody sees. What merely keeps a sign from
/// being Markdown may stay.
fn is_entity(after: &str) -> bool {
    // No name is as long as this.
    let end = after.bytes().take(64).position(|byte| byte == b';');
    let name = end.map_or("", |end| &after[..end]);
    let is_name = name.starts_with('#') || (!name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric()));
    is_name && !matches!(name, "amp" | "lt" | "gt" | "quot" | "apos")
}

/// Characters without a shape, which the compiler refuses in comments or a reader cannot see.
pub(super) fn is_invisible(c: char) -> bool {
    (c.is_control() && c != '\t')
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::{code, markdown};

    #[test]
    fn no_block_begins_or_ends_where_a_line_is_broken() {
        let text = format!("{} ```` rust {} ````", "a ".repeat(50), "let b; ".repeat(50));
        let lines = super::comment("", &[markdown(&text)]);
        assert!(!lines.contains("/// ```` rust\n") && lines.lines().count() <= 4, "{lines}");
        let code = format!("```text\n{} ```\n<b>\n```", "a ".repeat(100));
        assert_eq!(super::comment("", &[markdown(&code)]).lines().count(), 4);
    }

    #[test]
    fn code_shows_what_a_comment_may_not_hold() {
        assert_eq!(code("a\rb\u{202e}"), r"`a\u{d}b\u{202e}`");
    }

    #[test]
    fn code_outgrows_its_backticks() {
        assert_eq!(code("a`b"), "`` a`b ``");
        assert_eq!(code("``<u>``"), "``` ``<u>`` ```");
    }

    #[test]
    fn hazards_are_defused() {
        let table = [
            ("see https://a.example/x.", "see <https://a.example/x>."),
            ("[docs](https://a.example)", "[docs](https://a.example)"),
            ("an [item] and <b>html</b>", "an \\[item\\] and \\<b>html\\</b>"),
            ("`a[0] <x>` stays", "`a[0] <x>` stays"),
            ("    let x = 1;", "let x = 1;"),
            ("```\nlet x\n```", "```text\nlet x\n```"),
            ("```json\n{}", "```json\n{}\n```"),
            ("odd ` tick", "odd ' tick"),
            ("`a[0] <x>` and ` tick", "`a[0] <x>` and ' tick"),
            ("``a ` <b>`` and ``` <b> `", "``a ` <b>`` and ''' \\<b> '"),
            ("\\<img> and \\[x\\] and \\` <i> `", "\\<img> and \\[x\\] and \\` \\<i> '"),
            ("zero\u{200b}width", "zerowidth"),
            ("![x](https://a.example/x.png)", "\\![x](https://a.example/x.png)"),
            ("a &#x202e;b &lrm; &lt;c&gt; d & e", "a \\&#x202e;b \\&lrm; &lt;c&gt; d & e"),
            ("```edition2021\nrun()\n```", "```text\nrun()\n```"),
            // What would be run as a test is shown as it was written.
            ("~~~\nrun()\n~~~", "```text\nrun()\n```"),
            ("-      run()", "\\-      run\\(\\)"),
            ("1.      run()", "1\\.      run\\(\\)"),
            (">      run()", "\\>      run\\(\\)"),
            ("- a\n\n      run()", "- a\n\nrun()"),
            ("~~~rust\n```\n<b>\n~~~\n<b>", "````text\n```\n<b>\n````\n\\<b>"),
            ("````\n```\n<b>", "```text\n```\n\\<b>"),
            ("a ~~~ rust, ~~struck~~", "a \\~\\~\\~ rust, ~~struck~~"),
            ("# a {onclick=alert(1)} #", "# a {onclick=alert(1)\\} #"),
            ("a {b} {c}", "a {b\\} {c\\}"),
            ("{{#include /etc/passwd}} and so on", "\\{{#include /etc/passwd}} and so on"),
        ];
        for (text, expected) in table {
            assert_eq!(markdown(text), expected);
        }
    }
}
