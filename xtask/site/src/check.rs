//! Finds links of a site that lead nowhere.

mod page;
mod target;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::thread;

use anyhow::{Context, Result};
use walkdir::WalkDir;

use page::Page;
use target::Target;

/// What a check found.
#[derive(Debug)]
#[non_exhaustive]
pub struct Checked {
    /// The pages that were read.
    pub pages: usize,
    /// The links that were followed; those to other hosts are not.
    pub links: usize,
    /// The links that lead nowhere, by page.
    pub broken: Vec<BrokenLink>,
}

/// A link that leads nowhere.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BrokenLink {
    /// The path of the page that has the link, from the root of the site.
    pub page: String,
    /// The link as it is written.
    pub link: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The site has no such file.
    File,
    /// The page is there, and has no such anchor.
    Anchor,
}

/// Follows the links of every page in the folder `site`: to pages, to anchors, to scripts, styles and images.
///
/// # Errors
///
/// If a file cannot be read.
pub fn check(site: &Path) -> Result<Checked> {
    let mut paths = Vec::new();
    for entry in WalkDir::new(site).sort_by_file_name() {
        let entry = entry.with_context(|| format!("cannot read {}", site.display()))?;
        if entry.file_type().is_file() {
            paths.push(target::path_in(site, entry.path()));
        }
    }
    let files = read(site, &paths)?;
    let pages: Vec<_> = files.iter().filter_map(|(path, page)| page.as_ref().map(|page| (path, page))).collect();

    let mut broken = Vec::new();
    for (path, page) in &pages {
        let faults = page.links.iter().filter_map(|link| Some((link, fault(&files, path, page, link)?)));
        broken.extend(faults.map(|(link, fault)| BrokenLink { page: (*path).clone(), link: link.clone(), fault }));
    }
    let links = pages.iter().map(|(_, page)| page.links.len()).sum();
    Ok(Checked { pages: pages.len(), links, broken })
}

/// Every file of the site; those that are pages with what they link to.
type Files = BTreeMap<String, Option<Page>>;

/// Parsing is nearly all of the work, so it is shared out.
fn read(site: &Path, paths: &[String]) -> Result<Files> {
    let share = paths.len().div_ceil(thread::available_parallelism().map_or(1, usize::from)).max(1);
    let read_one = |path: &String| -> Result<_> {
        let is_page = path.ends_with(".html");
        let html = is_page.then(|| fs::read_to_string(site.join(path))).transpose();
        let html = html.with_context(|| format!("cannot read {path}"))?;
        Ok((path.clone(), html.as_deref().map(Page::parse)))
    };
    thread::scope(|scope| {
        let shares: Vec<_> = paths
            .chunks(share)
            .map(|share| scope.spawn(move || share.iter().map(read_one).collect::<Result<Vec<_>>>()))
            .collect();
        let mut files = Files::new();
        for share in shares {
            files.extend(share.join().map_err(|_| anyhow::anyhow!("a page could not be parsed"))??);
        }
        Ok(files)
    })
}

fn fault(files: &Files, path: &str, page: &Page, link: &str) -> Option<Fault> {
    // A page that says what its links are relative to means the root: it may be shown at any depth.
    let base = if page.has_base { "" } else { path };
    let target = Target::parse(base, link)?;
    let Some(found) = files.get(&target.file).or_else(|| files.get(&target.index())) else {
        return Some(Fault::File);
    };
    let anchors = &found.as_ref()?.anchors;
    let anchor = target.anchor.filter(|anchor| !anchor.is_empty() && anchor != "top")?;
    (!anchors.contains(&anchor)).then_some(Fault::Anchor)
}
