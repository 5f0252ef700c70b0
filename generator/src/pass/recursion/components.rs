//! Strongly connected components: types that lead to each other (Tarjan's algorithm, without recursion).

use crate::model::{TypeId, TypeKind, TypeTable};

/// For each type a number; two types have the same one if each leads to the other.
pub(super) fn components(types: &TypeTable, parts: fn(&TypeKind) -> Vec<TypeId>) -> Vec<usize> {
    let mut search = Search { order: vec![None; types.len()], lowest: vec![0; types.len()], ..Search::default() };
    search.found = vec![usize::MAX; types.len()];
    for (id, _) in types.iter() {
        search.from(id, &|id| parts(&types.get(id).kind));
    }
    search.found
}

#[derive(Default)]
struct Search {
    /// When a type was met.
    order: Vec<Option<usize>>,
    /// The earliest type that it leads to, of those whose component is open.
    lowest: Vec<usize>,
    /// The component of each type, once all of it is known.
    found: Vec<usize>,
    /// The types whose component is open.
    open: Vec<TypeId>,
    met: usize,
    count: usize,
}

impl Search {
    fn from(&mut self, start: TypeId, parts: &dyn Fn(TypeId) -> Vec<TypeId>) {
        // Each type on the way, with those of its parts that are still to be looked at.
        let mut way: Vec<(TypeId, Vec<TypeId>)> = Vec::new();
        if self.order[start.0].is_none() {
            way.push((start, self.meet(start, parts)));
        }
        while let Some((id, left)) = way.last_mut() {
            let id = *id;
            match left.pop() {
                Some(next) if self.order[next.0].is_none() => {
                    let parts = self.meet(next, parts);
                    way.push((next, parts));
                }
                Some(next) if self.found[next.0] == usize::MAX => {
                    self.lowest[id.0] = self.lowest[id.0].min(self.order[next.0].unwrap_or(0));
                }
                Some(_) => {}
                None => {
                    way.pop();
                    self.leave(id);
                    if let Some((above, _)) = way.last() {
                        self.lowest[above.0] = self.lowest[above.0].min(self.lowest[id.0]);
                    }
                }
            }
        }
    }

    fn meet(&mut self, id: TypeId, parts: &dyn Fn(TypeId) -> Vec<TypeId>) -> Vec<TypeId> {
        self.order[id.0] = Some(self.met);
        self.lowest[id.0] = self.met;
        self.met += 1;
        self.open.push(id);
        parts(id)
    }

    /// Closes the component that a type was the first of.
    fn leave(&mut self, id: TypeId) {
        if self.order[id.0] != Some(self.lowest[id.0]) {
            return;
        }
        while let Some(member) = self.open.pop() {
            self.found[member.0] = self.count;
            if member == id {
                break;
            }
        }
        self.count += 1;
    }
}
