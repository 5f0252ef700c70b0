use serde_json::{Value, json};

use super::{ask, brief, judge, judge_at};

/// What a query parameter of this kind makes of a query: its value and the violations.
fn query(parameter: Value, query: &str) -> (Value, Vec<String>) {
    let mut parameter = parameter;
    parameter["name"] = json!("a");
    parameter["in"] = json!("query");
    let judge = judge(json!({"parameters": [parameter]}), json!({}));
    let judgement = ask(&judge, &format!("/things?{query}"), &[], b"");
    (judgement.query.get("a").cloned().unwrap_or_default(), brief(&judgement))
}

#[test]
fn a_text_is_read_as_the_described_type() {
    let cases = [
        ("integer", "a=5", json!(5), None),
        ("integer", "a=-5", json!(-5), None),
        ("integer", "a=abc", json!("abc"), Some("type")),
        ("integer", "a=1.5", json!(1.5), Some("type")),
        ("integer", "a=05", json!("05"), Some("type")),
        ("integer", "a=", json!(""), Some("type")),
        ("number", "a=1.5", json!(1.5), None),
        ("boolean", "a=true", json!(true), None),
        ("boolean", "a=True", json!("True"), Some("type")),
        ("string", "a=5", json!("5"), None),
        ("string", "a=x+y%20z%2B%26%3d", json!("x y z+&="), None),
        ("string", "a=%E5%8C%97", json!("北"), None),
        ("string", "a", json!(""), None),
    ];
    for (name, text, value, rule) in cases {
        let expected: Vec<String> = rule.map(|rule| format!("query/a {rule}")).into_iter().collect();
        assert_eq!(query(json!({"schema": {"type": name}}), text), (value, expected), "{name} {text}");
    }
}

#[test]
fn lists_are_read_in_every_style() {
    let list = json!({"type": "array", "items": {"type": "integer"}});
    let cases = [
        (json!({}), "a=1&a=2"),
        (json!({}), "a[]=1&a[]=2"),
        (json!({}), "a%5B%5D=1&a%5B%5D=2"),
        (json!({}), "a[1]=2&a[0]=1"),
        (json!({"style": "form"}), "a=1&a=2"),
        (json!({"style": "form", "explode": false}), "a=1,2"),
        (json!({"style": "spaceDelimited"}), "a=1%202"),
        (json!({"style": "spaceDelimited"}), "a=1+2"),
        (json!({"style": "spaceDelimited", "explode": true}), "a=1&a=2"),
        (json!({"style": "pipeDelimited"}), "a=1|2"),
        (json!({"style": "pipeDelimited"}), "a=1%7C2"),
        (json!({"style": "deepObject"}), "a[]=1&a[]=2"),
    ];
    for (mut parameter, text) in cases {
        parameter["schema"] = list.clone();
        assert_eq!(query(parameter, text), (json!([1, 2]), vec![]), "{text}");
    }
    let stated = query(json!({"style": "form", "explode": true, "schema": list}), "a[]=1");
    assert_eq!(stated, (Value::Null, vec!["query/a[] unknown-parameter".to_owned()]));
    let comma = json!({"explode": false, "schema": {"type": "array", "items": {"type": "string"}}});
    assert_eq!(query(comma, "a=x%2Cy,z").0, json!(["x,y", "z"]));
}

#[test]
fn objects_are_read_in_every_style() {
    let object = json!({"type": "object", "properties": {"x": {"type": "integer"}, "y": {"type": "string"}}});
    let cases = [
        (json!({}), "x=1&y=b"),
        (json!({}), "a[x]=1&a[y]=b"),
        (json!({"explode": false}), "a=x,1,y,b"),
        (json!({"style": "pipeDelimited"}), "a=x|1|y|b"),
        (json!({"style": "deepObject", "explode": true}), "a[x]=1&a[y]=b"),
        (json!({"content": {"application/json": {}}}), "a=%7B%22x%22:1,%22y%22:%22b%22%7D"),
    ];
    for (mut parameter, text) in cases {
        match parameter.pointer_mut("/content/application~1json") {
            Some(media_type) => media_type["schema"] = object.clone(),
            None => parameter["schema"] = object.clone(),
        }
        assert_eq!(query(parameter, text), (json!({"x": 1, "y": "b"}), vec![]), "{text}");
    }
    let deep = json!({"style": "deepObject", "schema": {"type": "object", "properties": {
        "list": {"type": "array", "items": {"type": "integer"}}, "inner": {"type": "object", "properties": {"z": {"type": "boolean"}}}}}});
    let (value, violations) = query(deep, "a[list][]=1&a[list][]=2&a[inner][z]=true&a[inner][w]=1");
    assert_eq!(value, json!({"list": [1, 2], "inner": {"z": true, "w": "1"}}));
    assert_eq!(violations, ["query/a/inner/w unknown-property"]);
}

#[test]
fn limits_and_presence_of_parameters_are_judged() {
    let cases = [
        (json!({"required": true, "schema": {"type": "string"}}), "", "query/a required"),
        (json!({"schema": {"type": "integer", "maximum": 50}}), "a=51", "query/a maximum"),
        (json!({"schema": {"type": "string", "enum": ["x", "y"]}}), "a=z", "query/a enum"),
        (json!({"schema": {"type": "string", "minLength": 2}}), "a=z", "query/a minlength"),
        (json!({"schema": {"type": "string"}}), "a=1&a=2", "query/a repeated"),
        (json!({"schema": {"type": "string"}}), "a=1&b=2", "query/b unknown-parameter"),
        (json!({"schema": {"type": "string"}}), "a=%FF", "query/a encoding"),
        (json!({"content": {"application/json": {}}}), "a={", "query/a syntax"),
        (json!({"schema": {"type": "array", "items": {"type": "integer"}}}), "a=1&a=x", "query/a/1 type"),
        (
            json!({"schema": {"type": "array", "items": {"type": "integer"}, "maxItems": 1}}),
            "a=1&a=2",
            "query/a maxitems",
        ),
    ];
    for (parameter, text, expected) in cases {
        assert_eq!(query(parameter, text).1, [expected], "{text}");
    }
}

#[test]
fn an_unknown_parameter_comes_with_a_guess() {
    let judge =
        judge(json!({"parameters": [{"name": "userId", "in": "query", "schema": {"type": "string"}}]}), json!({}));
    let judgement = ask(&judge, "/things?userid=1", &[], b"");
    assert_eq!(judgement.violations[0].message, "`userid` is no parameter of this operation; did you mean `userId`?");
    assert_eq!(judgement.violations[0].stated_at, "/paths/~1things/post/parameters");
}

#[test]
fn path_variables_are_read_in_every_style() {
    let (list, object) = (
        json!({"type": "array", "items": {"type": "integer"}}),
        json!({"type": "object", "properties": {"r": {"type": "integer"}, "g": {"type": "integer"}}}),
    );
    let (numbers, colour) = (json!([3, 4]), json!({"r": 1, "g": 2}));
    let cases = [
        ("simple", false, &list, "3,4", &numbers),
        ("simple", true, &list, "3,4", &numbers),
        ("label", false, &list, ".3,4", &numbers),
        ("label", true, &list, ".3.4", &numbers),
        ("matrix", false, &list, ";a=3,4", &numbers),
        ("matrix", true, &list, ";a=3;a=4", &numbers),
        ("simple", false, &object, "r,1,g,2", &colour),
        ("simple", true, &object, "r=1,g=2", &colour),
        ("label", false, &object, ".r,1,g,2", &colour),
        ("label", true, &object, ".r=1.g=2", &colour),
        ("matrix", false, &object, ";a=r,1,g,2", &colour),
        ("matrix", true, &object, ";r=1;g=2", &colour),
        ("simple", false, &json!({"type": "integer"}), "5", &json!(5)),
        ("matrix", false, &json!({"type": "integer"}), ";a=5", &json!(5)),
    ];
    for (style, explode, schema, text, value) in cases {
        let parameter =
            json!({"name": "a", "in": "path", "required": true, "style": style, "explode": explode, "schema": schema});
        let judge = judge_at("/things/{a}", json!({"parameters": [parameter]}), json!({}));
        let judgement = ask(&judge, &format!("/things/{text}"), &[], b"");
        assert_eq!((&judgement.path["a"], brief(&judgement)), (value, vec![]), "{style} {explode} {text}");
    }
    let parameter = json!({"name": "a", "in": "path", "required": true, "schema": {"type": "integer"}});
    let judge = judge_at("/things/{a}", json!({"parameters": [parameter]}), json!({}));
    assert_eq!(brief(&ask(&judge, "/things/x", &[], b"")), ["path/a type"]);
}

#[test]
fn headers_and_cookies_are_judged() {
    let parameters = json!([
        {"name": "X-Count", "in": "header", "required": true, "schema": {"type": "integer"}},
        {"name": "X-List", "in": "header", "schema": {"type": "array", "items": {"type": "integer"}}},
        {"name": "Authorization", "in": "header", "schema": {"type": "string", "maxLength": 1}},
        {"name": "theme", "in": "cookie", "required": true, "schema": {"type": "string", "enum": ["dark"]}}
    ]);
    let judge = judge(json!({"parameters": parameters}), json!({}));
    let good = [
        ("x-count", "5"),
        ("x-list", "1, 2"),
        ("x-list", "3"),
        ("authorization", "Bearer x"),
        ("cookie", "theme=dark; other=1"),
    ];
    let judgement = ask(&judge, "/things", &good, b"");
    assert_eq!(brief(&judgement), Vec::<String>::new());
    assert_eq!(Value::Object(judgement.headers), json!({"X-Count": 5, "X-List": [1, 2, 3]}));
    assert_eq!(Value::Object(judgement.cookies), json!({"theme": "dark"}));
    let bad = ask(&judge, "/things", &[("x-count", "x"), ("cookie", "theme=light")], b"");
    assert_eq!(brief(&bad), ["header/x-count type", "cookie/theme enum"]);
    assert_eq!(brief(&ask(&judge, "/things", &[], b"")), ["header/x-count required", "cookie/theme required"]);
    let twice = ask(&judge, "/things", &[("x-count", "1"), ("x-count", "2"), ("cookie", "theme=dark")], b"");
    assert_eq!(brief(&twice), ["header/x-count repeated"]);
}

#[test]
fn violations_are_bounded_and_never_panic() {
    let judge = judge(
        json!({"parameters": [{"name": "a", "in": "query", "style": "deepObject", "schema": {"type": "object"}}]}),
        json!({}),
    );
    let many: Vec<String> = (0..500).map(|number| format!("n{number}=1")).collect();
    assert_eq!(ask(&judge, &format!("/things?{}", many.join("&")), &[], b"").violations.len(), 50);
    let deep = format!("/things?a{}=1&a[=2&a]=3&a[[]]=4&=5&%=6&a[x]=%zz", "[b]".repeat(5_000));
    assert!(!ask(&judge, &deep, &[], b"").violations.is_empty());
}
