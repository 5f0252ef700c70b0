//! Where the reference page of each operation stands, and where its links lead.

use std::collections::HashMap;

use crate::model::{Api, Method, Operation, Visibility};
use crate::naming::{Case, ident, slug};

/// Gives every operation's page its path, and every related operation its title and page.
pub(super) fn place(api: &mut Api) {
    for client in &mut api.clients {
        for area in &mut client.areas {
            // The area's own page has these names, one here and one in the site.
            let mut taken = HashMap::from([("readme".to_owned(), 1), ("index".to_owned(), 1)]);
            for operation in &mut area.operations {
                operation.page.path = format!("{}/{}.md", area.folder, file(operation, &mut taken));
            }
        }
    }
    let index = Index::of(api);
    for (number, client) in api.clients.iter_mut().enumerate() {
        for operation in client.areas.iter_mut().flat_map(|area| &mut area.operations) {
            for related in &mut operation.page.related {
                if let Some(found) = index.find(number, related.method, &related.path) {
                    related.title.clone_from(&found.title);
                    related.page.clone_from(&found.page);
                }
            }
        }
    }
}

/// The file of a page: the method's name, or what the path says where there is no method. Two methods differ by more than
/// `_`, but a hidden operation may bear any name.
fn file(operation: &Operation, taken: &mut HashMap<String, usize>) -> String {
    let name = match operation.visibility {
        Visibility::Public => slug(operation.name.plain()),
        Visibility::Hidden => {
            let path = operation.path.text.trim_start_matches("/api/");
            slug(ident(&format!("{path} {}", operation.method.as_str()), Case::Module).plain())
        }
    };
    // How often a name was asked for: the smaller numbers need not be tried again.
    let Some(mut number) = taken.get(&name).copied() else {
        taken.insert(name.clone(), 1);
        return name;
    };
    loop {
        number += 1;
        let file = format!("{name}-{number}");
        if !taken.contains_key(&file) {
            taken.insert(name, number);
            taken.insert(file.clone(), 1);
            return file;
        }
    }
}

/// Title and page of every operation, by method and path.
struct Index {
    pages: HashMap<(Method, String), Vec<Entry>>,
}

struct Entry {
    client: usize,
    title: String,
    page: String,
}

impl Index {
    fn of(api: &Api) -> Self {
        let mut pages: HashMap<_, Vec<_>> = HashMap::new();
        for (client, operations) in api.clients.iter().enumerate() {
            for operation in operations.areas.iter().flat_map(|area| &area.operations) {
                let (title, page) = (operation.title().to_owned(), operation.page.path.clone());
                let key = (operation.method, operation.path.text.clone());
                pages.entry(key).or_default().push(Entry { client, title, page });
            }
        }
        Self { pages }
    }

    /// One path may stand in the documents of several clients; one's own comes first.
    fn find(&self, client: usize, method: Method, path: &str) -> Option<&Entry> {
        let found = self.pages.get(&(method, path.to_owned()))?;
        found.iter().find(|entry| entry.client == client).or_else(|| found.first())
    }
}
