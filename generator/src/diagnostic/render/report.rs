//! One diagnostic in the terms of `annotate-snippets`.

use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Snippet};

use super::super::{Diagnostic, Kind, Place, Severity};
use super::line::one_line;
use crate::source::{Source, Span};

/// Title, excerpts, and below them where it is and what to do.
pub(super) fn of(diagnostic: &Diagnostic) -> Group<'_> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(one_line(&diagnostic.message)).id(diagnostic.rule.code());
    let group = title.elements(excerpts(diagnostic));
    let notes = notes(diagnostic).into_iter().map(|note| Level::NOTE.message(one_line(&note)));
    let help = diagnostic.help.iter().map(|help| Level::HELP.message(one_line(help)));
    group.elements(notes).elements(help)
}

fn notes(diagnostic: &Diagnostic) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(pointer) = diagnostic.at.pointer().map(ToString::to_string).filter(|pointer| !pointer.is_empty()) {
        notes.push(format!("at {pointer}"));
    }
    if diagnostic.rule.kind() == Kind::UnsupportedFeature {
        notes.push(format!("unsupported feature: {}", diagnostic.rule.name()));
    }
    notes
}

/// A text without line breaks, as a machine writes it: an excerpt would show little, and take long to find.
const LONG: usize = 16 * 1024;

/// Places of one text that are close together share an excerpt.
const CLOSE: usize = 8;

fn excerpts(diagnostic: &Diagnostic) -> Vec<Element<'_>> {
    let places = std::iter::once(Mark::of(&diagnostic.at, diagnostic.label.as_deref(), AnnotationKind::Primary))
        .chain(diagnostic.related.iter().map(|(place, label)| Mark::of(place, Some(label), AnnotationKind::Context)));
    let mut marks: Vec<Vec<Mark<'_>>> = Vec::new();
    let mut elements = Vec::new();
    for mark in places {
        match mark {
            Err(name) => elements.push(Element::from(Origin::path(one_line(name)))),
            Ok(mark) => match marks.iter_mut().find(|group| group.first().is_some_and(|first| first.is_close(&mark))) {
                Some(group) => group.push(mark),
                None => marks.push(vec![mark]),
            },
        }
    }
    elements.extend(marks.into_iter().filter_map(|group| excerpt(&group)));
    elements
}

/// A place that has been looked up.
struct Mark<'a> {
    source: &'a Arc<Source>,
    span: Span,
    label: Option<&'a str>,
    kind: AnnotationKind,
}

impl<'a> Mark<'a> {
    /// The name of the file, when there is no text to show.
    fn of(place: &'a Place, label: Option<&'a str>, kind: AnnotationKind) -> Result<Self, &'a str> {
        let source = place.source().ok_or_else(|| place.name())?;
        let span = place.locate().ok_or_else(|| place.name())?;
        Ok(Self { source, span, label, kind })
    }

    fn is_close(&self, other: &Self) -> bool {
        Arc::ptr_eq(self.source, other.source) && self.span.line.abs_diff(other.span.line) <= CLOSE
    }
}

/// The lines around the marks only: the library would split the whole text into lines for every excerpt.
fn excerpt<'a>(marks: &[Mark<'a>]) -> Option<Element<'a>> {
    let source = marks.first()?.source;
    let first = marks.iter().map(|mark| mark.span).min_by_key(|span| span.start)?;
    let last = marks.iter().map(|mark| mark.span.end).max()?;
    let lines = whole_lines(source.text(), first.start..last);
    if lines.len() > LONG {
        let mark = marks.first()?;
        return Some(Origin::path(one_line(source.name())).line(mark.span.line).char_column(mark.span.column).into());
    }
    let annotations = marks.iter().map(|mark| {
        let range = mark.span.start.saturating_sub(lines.start)..mark.span.end.saturating_sub(lines.start);
        annotation(mark.kind, range, mark.label)
    });
    let snippet =
        Snippet::source(source.text().get(lines.clone())?).path(one_line(source.name())).line_start(first.line);
    Some(snippet.annotations(annotations).into())
}

fn annotation<'a>(kind: AnnotationKind, range: Range<usize>, label: Option<&'a str>) -> Annotation<'a> {
    kind.span(range).label(label.map(one_line))
}

fn whole_lines(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.get(..range.start).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
    let end =
        text.get(range.end..).and_then(|after| after.find('\n')).map_or(text.len(), |newline| range.end + newline);
    start..end
}
