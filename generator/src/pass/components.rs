//! Strongly connected components of a graph: nodes that lead to each other (Tarjan's algorithm, without recursion).

/// For each node a number; two nodes have the same one if each leads to the other. What a component leads to has smaller numbers
/// than itself.
pub(super) fn components(graph: &[Vec<usize>]) -> Vec<usize> {
    let mut search = Search {
        graph,
        order: vec![OPEN; graph.len()],
        lowest: vec![0; graph.len()],
        found: vec![OPEN; graph.len()],
        open: Vec::new(),
        met: 0,
        count: 0,
    };
    (0..graph.len()).for_each(|node| search.from(node));
    search.found
}

/// What is not known yet.
const OPEN: usize = usize::MAX;

struct Search<'a> {
    graph: &'a [Vec<usize>],
    /// When a node was met.
    order: Vec<usize>,
    /// The earliest node that it leads to, of those whose component is open.
    lowest: Vec<usize>,
    /// The component of each node, once all of it is known.
    found: Vec<usize>,
    /// The nodes whose component is open.
    open: Vec<usize>,
    met: usize,
    count: usize,
}

impl Search<'_> {
    fn from(&mut self, start: usize) {
        if self.order[start] != OPEN {
            return;
        }
        // Each node on the way, with the number of those after it that were looked at.
        let mut way = vec![self.meet(start)];
        while let Some((node, looked_at)) = way.last_mut() {
            let node = *node;
            let next = self.graph[node].get(*looked_at).copied();
            *looked_at += 1;
            match next {
                Some(next) if self.order[next] == OPEN => way.push(self.meet(next)),
                Some(next) if self.found[next] == OPEN => {
                    self.lowest[node] = self.lowest[node].min(self.order[next]);
                }
                Some(_) => {}
                None => {
                    way.pop();
                    self.leave(node);
                    if let Some((above, _)) = way.last() {
                        self.lowest[*above] = self.lowest[*above].min(self.lowest[node]);
                    }
                }
            }
        }
    }

    fn meet(&mut self, node: usize) -> (usize, usize) {
        self.order[node] = self.met;
        self.lowest[node] = self.met;
        self.met += 1;
        self.open.push(node);
        (node, 0)
    }

    /// Closes the component that a node was the first of.
    fn leave(&mut self, node: usize) {
        if self.order[node] != self.lowest[node] {
            return;
        }
        while let Some(member) = self.open.pop() {
            self.found[member] = self.count;
            if member == node {
                break;
            }
        }
        self.count += 1;
    }
}
