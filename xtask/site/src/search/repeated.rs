//! What pages say in the same words.

use std::collections::{HashMap, HashSet};

use super::page::Page;

/// Takes away each piece of text that more than a quarter of the pages have. An answer's status and the errors of any
/// operation stand on nearly all of them: to look for such words would find every page, and to keep them would make half
/// of the index.
pub(crate) fn leave_out(pages: &mut [Page]) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for page in pages.iter() {
        let pieces: HashSet<&String> = page.front.iter().chain(&page.body).collect();
        for piece in pieces {
            *counts.entry(piece.clone()).or_default() += 1;
        }
    }
    let most = pages.len() / 4;
    counts.retain(|_, count| *count > most.max(1));
    for page in pages {
        page.front.retain(|piece| !counts.contains_key(piece));
        page.body.retain(|piece| !counts.contains_key(piece));
    }
}
