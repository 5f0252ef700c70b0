//! The book: three whole pages of the real one, every obstacle on a page of its own, and what is reported.

#[path = "support/genauth.rs"]
mod genauth;
#[path = "support/generation.rs"]
mod generation;
#[path = "support/templates.rs"]
mod templates;

use std::sync::LazyLock;

use generator::diagnostic::{Diagnostics, Severity, Style};
use generator::overlay::Overlays;
use generator::source::Source;
use generator::{Book, Coverage, Input, Templates};

static GENAUTH: LazyLock<Book> = LazyLock::new(|| book(&Input { templates: templates::read(), ..genauth::input() }));

/// A golden page; a change of it should be meant.
#[test]
fn delete_account() {
    golden("delete_account", page(&GENAUTH, "authentication/profile-and-account/delete-account.md"));
}

/// Arrays, nesting, enumerations and `oneOf`.
#[test]
fn create_data_resource() {
    golden("create_data_resource", page(&GENAUTH, "management/data-resources/create-data-resource.md"));
}

/// A list in pages, by GET.
#[test]
fn list_groups() {
    golden("list_groups", page(&GENAUTH, "management/groups/list-groups.md"));
}

#[test]
fn every_operation_has_a_page_in_the_contents() {
    let contents = page(&GENAUTH, "SUMMARY.md");
    let operations = GENAUTH.api.clients.iter().flat_map(|client| &client.areas).flat_map(|area| &area.operations);
    let mut count = 0;
    for operation in operations {
        count += 1;
        let path = &operation.page.path;
        assert!(page(&GENAUTH, path).contains(&format!("{} {}", operation.method.as_str(), operation.path.text)));
        assert_eq!(contents.matches(&format!("]({path})")).count(), 1, "{path}");
    }
    assert_eq!(count, 654);
}

/// What the crate compiles as a test is what the pages show.
#[test]
fn the_crate_compiles_every_sample_in_rust() {
    let (krate, _) = generation::generate(&genauth::input());
    let mut count = 0;
    for client in &GENAUTH.api.clients {
        for area in &client.areas {
            let path = format!("tests/samples/{}/{}.rs", client.module.plain(), area.module.plain());
            for operation in &area.operations {
                for block in page(&GENAUTH, &operation.page.path).split("\n```rust ").skip(1) {
                    count += 1;
                    let code =
                        block.split_once('\n').and_then(|(_, code)| code.split_once("\n```")).expect("a block").0;
                    let indent = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") };
                    let code: String = code.lines().map(indent).collect();
                    assert!(krate.files.get(&path).is_some_and(|file| file.contains(&code)), "{path} lacks:\n{code}");
                }
            }
        }
    }
    assert!(count > 622, "{count} samples");
}

#[test]
fn everything_is_described() {
    let coverage = Coverage::of(&GENAUTH.api);
    assert!(coverage.is_complete(), "{:#?}", coverage.missing);
}

#[test]
fn obstacles() {
    golden("obstacles", page(&obstacle_book(), "api/things-more/change-thing.md"));
}

#[test]
fn a_hidden_operation_has_a_page_without_a_method() {
    golden("hidden", page(&obstacle_book(), "api/things-more/things-get.md"));
}

#[test]
fn what_is_missing_is_named() {
    let coverage = Coverage::of(&obstacle_book().api);
    let missing: Vec<String> =
        coverage.missing.iter().map(|it| format!("{} {} ({})", it.name, it.problem, it.at.pointer)).collect();
    insta::assert_snapshot!(missing.join("\n"), @r"
    listThings has no description (/paths/~1things/get)
    changeThing, parameter tags has no description (/paths/~1things~1{id}/post)
    Change.node has no description (/components/schemas/Change)
    ");
}

#[test]
fn a_related_operation_that_is_not_there_is_an_error() {
    let mut input = obstacles_input();
    let text = input.documents[0].text().replace("[GET /things]", "[GET /things, POST /none]");
    input.documents = vec![Source::new("document.yaml", text)];
    insta::assert_snapshot!(reported(&input), @r"
    error[GA0023]: `x-related-operations` names `POST /none`, an operation that no document has
      --> document.yaml:18:43
       |
    18 |       x-related-operations: [GET /things, POST /none]
       |                                           ^^^^^^^^^^
       |
       = note: at /paths/~1things~1{id}/post/x-related-operations/1
       = help: write the method in capitals and the path as it stands under `paths`: `POST /api/v3/signin`

    1 error
    ");
}

#[test]
fn a_related_operation_that_is_nearly_there_is_offered() {
    for written in ["get /things", "GET /thing"] {
        let mut input = obstacles_input();
        let text = input.documents[0].text().replace("[GET /things]", &format!("[{written}]"));
        input.documents = vec![Source::new("document.yaml", text)];
        let said = reported(&input);
        assert!(said.contains("= help: did you mean `GET /things`?"), "{said}");
    }
}

#[test]
fn settings_that_fit_nothing_are_errors() {
    let mut input = obstacles_input();
    let settings = include_str!("book/settings.yaml").replace("members: [id]", "members: [nothing]")
        + "documentation: { templates: book, guides: [guides/none.md] }\n";
    input.settings = generation::settings("settings.yaml", &settings);
    insta::assert_snapshot!(reported(&input), @r"
    error[GA0018]: the conditions of this failure fit no operation
     --> settings.yaml:8:5
      |
    8 |   - { status: 404, members: [nothing], text: No such thing. }
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: at /failures/1
      = help: correct the names that it states, or remove the entry

    error[GA0018]: the folder `book` of the templates has no page `guides/none.md`
      --> settings.yaml:10:44
       |
    10 | documentation: { templates: book, guides: [guides/none.md] }
       |                                            ^^^^^^^^^^^^^^
       |
       = note: at /documentation/guides/0
       = help: correct the name, or remove the entry

    2 errors
    ");
}

/// Forty types that lead to each other have more examples than any memory holds.
#[test]
fn an_example_of_types_that_lead_everywhere_ends() {
    let names: Vec<String> = (0..40).map(|number| format!("T{number}")).collect();
    let property = |name: &String| format!("        p{name}: {{ $ref: '#/components/schemas/{name}' }}\n");
    let properties: String = names.iter().map(property).collect();
    let schema = |name: &String| format!("    {name}:\n      type: object\n      properties:\n{properties}");
    let schemas: String = names.iter().map(schema).collect();
    let answer = "{ description: '', content: { application/json: { schema: { $ref: '#/components/schemas/T0' } } } }";
    let document = format!(
        "openapi: 3.0.3\ninfo: {{ title: t, version: '1' }}\npaths:\n  /things:\n    get:\n      operationId: things\n      \
         responses: {{ '200': {answer} }}\ncomponents:\n  schemas:\n{schemas}"
    );
    let settings = "package: { name: t }\nclients: [{ name: Client, module: api, documents: [document.yaml] }]\n";
    let input = Input {
        settings: generation::settings("settings.yaml", settings),
        documents: vec![Source::new("document.yaml", document)],
        ..obstacles_input()
    };
    let book = book(&input);
    let example = page(&book, "api/operations/things.md").split_once("```json").expect("it has an example").1;
    assert!(example.len() < 200_000, "{} bytes", example.len());
}

fn obstacle_book() -> Book {
    book(&obstacles_input())
}

fn obstacles_input() -> Input {
    Input {
        settings: generation::settings("settings.yaml", include_str!("book/settings.yaml")),
        documents: vec![Source::new("document.yaml", include_str!("book/document.yaml"))],
        overlays: Overlays::default(),
        templates: Templates::default(),
        command: "cargo test".to_owned(),
    }
}

fn book(input: &Input) -> Book {
    let mut diagnostics = Diagnostics::default();
    let book = generator::document(input, &mut diagnostics);
    assert!(book.is_some(), "{}", diagnostics.render(Style::Plain));
    book.expect("it is there")
}

/// The errors: that some examples fit nothing is what the document is for.
fn reported(input: &Input) -> String {
    let mut diagnostics = Diagnostics::default();
    assert!(generator::document(input, &mut diagnostics).is_none());
    let mut errors = Diagnostics::default();
    errors.extend(diagnostics.into_iter().filter(|diagnostic| diagnostic.severity == Severity::Error));
    errors.render(Style::Plain)
}

fn page<'a>(book: &'a Book, path: &str) -> &'a str {
    book.files.get(&format!("src/{path}")).expect("the page is there")
}

fn golden(name: &str, page: &str) {
    insta::with_settings!({ snapshot_path => "book", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, page);
    });
}
