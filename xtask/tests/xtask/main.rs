//! `cargo xtask` as people run it: what it says, what it leaves on disk, and its exit status.

mod bad_input;
mod check_spec;
mod diff;
mod docs;
mod explain;
mod full_disk;
mod fuzz_features;
#[cfg(unix)]
mod hostile;
mod in_the_way;
mod killed;
mod messages;
mod overlays;
mod release;
mod run;
mod spec_pull;
mod split;
mod stamp;
mod timings;
mod two_runs;
mod usage;
mod writing;

use run::{Folder, Ran};

/// A document that there is nothing to say against.
const PETS: &str = "\
openapi: 3.0.3
info:
  title: Pets
  version: 1.0.0
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses:
        '200':
          description: All pets.
          content:
            application/json:
              schema:
                type: array
                items:
                  $ref: '#/components/schemas/Pet'
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name:
          type: string
";

/// A document with a hundred operations and types. With another `word` the files of all types are others, and some have other names.
fn large(word: &str) -> String {
    let mut paths = String::new();
    let mut schemas = String::new();
    for number in 0..100 {
        let name = if number % 10 == 0 { format!("{word}{number}") } else { format!("Thing{number}") };
        paths.push_str(&format!(
            "  /things/{number}:
    get:
      operationId: getThing{number}
      tags: [things]
      responses:
        '200':
          description: A thing.
          content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/{name}' }} }} }}
"
        ));
        schemas.push_str(&format!(
            "    {name}:
      type: object
      description: What {word} means.
      properties: {{ name: {{ type: string }} }}
"
        ));
    }
    format!(
        "openapi: 3.0.3\ninfo: {{ title: Things, version: 1.0.0 }}\npaths:\n{paths}components:\n  schemas:\n{schemas}"
    )
}
