//! `cargo xtask` as people run it: what it says, what it leaves on disk, and its exit status.

mod bad_input;
mod docs;
#[cfg(unix)]
mod hostile;
mod overlays;
mod run;
mod stamp;
mod timings;
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
