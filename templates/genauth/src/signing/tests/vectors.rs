//! What the vendor's two Node.js SDKs sign, 13 texts for each brand.

use super::*;

struct Vector {
    name: &'static str,
    method: &'static str,
    path: &'static str,
    /// A header beside those that every request has.
    header: Option<(&'static str, &'static str)>,
    /// What the caller gave, as a JSON object.
    parameters: &'static str,
    /// The names of parameters that the caller gave as `undefined`.
    undefined: &'static [&'static str],
    /// What is signed after the headers.
    resource: &'static str,
    authing: &'static str,
    genauth: &'static str,
    wire: Wire,
}

/// The request in which the parameters travel.
enum Wire {
    Query(&'static str),
    Body,
    /// No request has these parameters.
    Never,
}

const VECTORS: [Vector; 13] = [
    Vector {
        name: "V1, no parameters",
        method: "GET",
        path: "/api/v3/get-system-role-list",
        header: None,
        parameters: "{}",
        undefined: &[],
        resource: "/api/v3/get-system-role-list",
        authing: "b9l/NZa8BPAZxibX+0vUtNSTPP0=",
        genauth: "R3eM8bXtHmBcvldB0kClEs94aiI=",
        wire: Wire::Query(""),
    },
    Vector {
        name: "V2, a list, booleans and a number in a query",
        method: "GET",
        path: "/api/v3/get-user-batch",
        header: None,
        parameters: r#"{"userIds":["u2","u1"],"userIdType":"user_id","withCustomData":false,"withIdentities":true,"page":1}"#,
        undefined: &["skip"],
        resource: r#"/api/v3/get-user-batch?page=1&userIdType=user_id&userIds=["u2","u1"]&withCustomData=false&withIdentities=true"#,
        authing: "c3CPYvNLKNo/KsRa3jPbqm81lLM=",
        genauth: "yupmtMp0eErl7Mk2c/jBIP2ODz4=",
        wire: Wire::Query(
            "?userIds[]=u2&userIds%5B%5D=u1&userIdType=user%5Fid&withCustomData=false&withIdentities=true&page=1",
        ),
    },
    Vector {
        name: "V3, objects and lists in a body",
        method: "POST",
        path: "/api/v3/list-users",
        header: None,
        parameters: r#"{"keywords":"zhang san","options":{"pagination":{"page":1,"limit":10},"sort":[{"field":"createdAt","order":"DESC"}],"fuzzySearchOn":["phone","email"]},"advancedFilter":[{"field":"status","operator":"EQUAL","value":"Activated"}]}"#,
        undefined: &[],
        resource: r#"/api/v3/list-users?advancedFilter=[{"field":"status","operator":"EQUAL","value":"Activated"}]&keywords=zhang san&options={"pagination":{"page":1,"limit":10},"sort":[{"field":"createdAt","order":"DESC"}],"fuzzySearchOn":["phone","email"]}"#,
        authing: "KMoeRVwHiSI2IWq/nNToT4JWRBo=",
        genauth: "YEptlzKNXaiUKpGkdhkrBf2BmwU=",
        wire: Wire::Body,
    },
    Vector {
        name: "V4, characters beyond ASCII, line feeds and empty values",
        method: "POST",
        path: "/api/v3/create-user",
        header: None,
        parameters: r#"{"name":"张三","nickname":"a b&c=d\neé😀","customData":{"school":"北京大学"},"emptyStr":"","zero":0,"nullField":null,"flag":false,"list":[],"obj":{}}"#,
        undefined: &["undef"],
        resource: "/api/v3/create-user?customData={\"school\":\"北京大学\"}&emptyStr=&flag=false&list=[]&name=张三&nickname=a b&c=d\neé😀&nullField=null&obj={}&zero=0",
        authing: "tFdThccrY1+BAqeTNr/i/ZS8t6A=",
        genauth: "427bd7+cjm8odVyaJTNIohwckKk=",
        wire: Wire::Body,
    },
    Vector {
        name: "V5, one more custom header",
        method: "POST",
        path: "/api/v3/create-user",
        header: Some(("app-id", "tenant-1")),
        parameters: r#"{"username":"bob"}"#,
        undefined: &[],
        resource: "/api/v3/create-user?username=bob",
        authing: "XIpP9BCZHb1qi15dUGQ66ktKaEU=",
        genauth: "FDu7MnqnRlRo36yeCFGU+P6HQ+U=",
        wire: Wire::Body,
    },
    Vector {
        name: "V6, a DELETE signs no query",
        method: "DELETE",
        path: "/api/v3/batch-applications-auth",
        header: None,
        parameters: "{}",
        undefined: &[],
        resource: "/api/v3/batch-applications-auth",
        authing: "JHhl4N3712m//Hj4xoV00Iazs5s=",
        genauth: "NDBMeYj4gPzUOjt+RzU1LAu60AU=",
        wire: Wire::Query("?authIds[]=a&authIds[]=b"),
    },
    Vector {
        name: "V7, parameters without values only",
        method: "GET",
        path: "/api/v3/list-webhooks",
        header: None,
        parameters: "{}",
        undefined: &["page"],
        resource: "/api/v3/list-webhooks?",
        authing: "psSM2XbMzJD7Bio0g3vE+EmkIrk=",
        genauth: "28g1p9L/TSIYMjhvXwOi4JvNgvg=",
        wire: Wire::Never,
    },
    Vector {
        name: "V8, an event socket",
        method: "websocket",
        path: "",
        header: None,
        parameters: "{}",
        undefined: &[],
        resource: "",
        authing: "wtB0pbY7t7ptBBz7SCbyLt83LdA=",
        genauth: "wtB0pbY7t7ptBBz7SCbyLt83LdA=",
        wire: Wire::Never,
    },
    Vector {
        name: "V9, the order of names",
        method: "POST",
        path: "/api/v3/x",
        header: None,
        parameters: r#"{"b":1,"B":2,"a":3,"A1":4,"_z":5,"a_b":6,"aB":7}"#,
        undefined: &[],
        resource: "/api/v3/x?A1=4&B=2&_z=5&a=3&aB=7&a_b=6&b=1",
        authing: "8Dp1BpEE2wfso6NmbcJQComGItE=",
        genauth: "xoMKZd1wKEHawj60t/JTJbnvNSw=",
        wire: Wire::Body,
    },
    Vector {
        name: "V10, white space in a header",
        method: "GET",
        path: "/api/v3/x",
        header: Some(("request-from", "\ta\tb c ")),
        parameters: "{}",
        undefined: &[],
        resource: "/api/v3/x",
        authing: "RH6jWh8SqP1AgNoxk9mYWhnK3Ko=",
        genauth: "E2RhjuUZ+riVvWVzTD/vs7rr1rI=",
        wire: Wire::Query(""),
    },
    Vector {
        name: "V11, escapes and numbers",
        method: "POST",
        path: "/api/v3/x",
        header: None,
        parameters: r#"{"o":{"s":"\u0001\u007f\u2028/\"\\\n\t","f":1.5,"one":1.0,"big":1e21,"small":0.0000001,"negz":-0.0,"n":null,"arr":[null,null,true,1.5]},"top":1.0,"bigtop":1e21}"#,
        undefined: &[],
        resource: "/api/v3/x?bigtop=1e+21&o={\"s\":\"\\u0001\u{7f}\u{2028}/\\\"\\\\\\n\\t\",\"f\":1.5,\"one\":1,\"big\":1e+21,\"small\":1e-7,\"negz\":0,\"n\":null,\"arr\":[null,null,true,1.5]}&top=1",
        authing: "33Ti0oOGbJOg/vKapMUIdEde4eo=",
        genauth: "FH+1RYd0bcsMN2qUZgu065TD5OA=",
        wire: Wire::Body,
    },
    Vector {
        name: "V12, names that JavaScript takes for indices",
        method: "POST",
        path: "/api/v3/x",
        header: None,
        parameters: r#"{"o":{"b":1,"10":2,"2":3}}"#,
        undefined: &[],
        resource: r#"/api/v3/x?o={"2":3,"10":2,"b":1}"#,
        authing: "RB0nZ+nvGzkySx0CVBM38ZWRYOE=",
        genauth: "8zsw6XOrTyJ4JgVXi+OWdVyqLPs=",
        wire: Wire::Body,
    },
    Vector {
        name: "V13, a PUT",
        method: "PUT",
        path: "/api/v3/approval-process",
        header: None,
        parameters: r#"{"approvalId":12,"result":"PASS"}"#,
        undefined: &[],
        resource: "/api/v3/approval-process?approvalId=12&result=PASS",
        authing: "WxzFr4hVJfknRY2BkTiI/5Zp4XM=",
        genauth: "zUp/isvQQ/U6Hz9EMV9Ijqgxkco=",
        wire: Wire::Body,
    },
];

/// Scheme word, header prefix, the SDK's version, and where its signatures are.
type Sdk = (&'static str, &'static str, &'static str, fn(&Vector) -> &'static str);

const SDKS: [Sdk; 2] = [
    ("authing", "x-authing-", "authing-node-sdk:4.0.2", |vector| vector.authing),
    ("GenAuth", "x-genauth-", "gen-auth-node-sdk:1.0.0", |vector| vector.genauth),
];

/// The headers that are signed, those of the signature included.
fn headers(vector: &Vector, prefix: &str, version: &str) -> Vec<(String, String)> {
    if vector.method == "websocket" {
        return Vec::new();
    }
    let own = [
        ("signature-nonce", NONCE),
        ("signature-method", "HMAC-SHA1"),
        ("signature-version", "1.0"),
        ("sdk-version", version),
        ("lang", "zh-CN"),
    ];
    let custom =
        own.into_iter().chain(vector.header).map(|(name, value)| (format!("{prefix}{name}"), value.to_owned()));
    custom.chain([("date".to_owned(), DATE.to_owned())]).collect()
}

#[test]
fn the_text_and_the_signature_are_those_of_the_vendors_sdks() {
    for (scheme, prefix, version, expected) in SDKS {
        for vector in &VECTORS {
            let Value::Object(given) = serde_json::from_str(vector.parameters).unwrap() else { panic!() };
            let given = given.into_iter().map(|(name, value)| (name, Some(value)));
            let undefined = vector.undefined.iter().map(|name| ((*name).to_owned(), None));
            let headers = headers(vector, prefix, version);
            let text = string_to_sign(vector.method, vector.path, headers, given.chain(undefined).collect());
            assert!(text.ends_with(&format!("\n{}", vector.resource)), "{}: {text}", vector.name);

            let authorization = signer(scheme, prefix).authorization(&text).unwrap();
            let expected = format!("{scheme} {ACCESS_KEY_ID}:{}", expected(vector));
            assert_eq!(authorization, expected, "{}, {scheme}", vector.name);
        }
    }
}

#[test]
fn requests_get_the_signatures_of_the_vendors_sdks() {
    let mut driven = 0;
    for (scheme, prefix, version, expected) in SDKS {
        for vector in &VECTORS {
            let (query, body) = match vector.wire {
                Wire::Query(query) => (query, ""),
                Wire::Body => ("", vector.parameters),
                Wire::Never => continue,
            };
            let uri = format!("https://api.example.com/base{}{query}", vector.path);
            let mut request = request(Method::from_bytes(vector.method.as_bytes()).unwrap(), &uri, body);
            let headers = headers(vector, prefix, version);
            for (name, value) in headers.iter().filter(|(name, _)| !name.contains("signature") && name != "date") {
                let name = ::http::HeaderName::try_from(name).unwrap();
                request.headers_mut().insert(name, value.parse().unwrap());
            }
            signer(scheme, prefix).sign(&mut request, "/base", now(), NONCE).unwrap();

            let expected = format!("{scheme} {ACCESS_KEY_ID}:{}", expected(vector));
            assert_eq!(signature(&request), expected, "{}, {scheme}", vector.name);
            driven += 1;
        }
    }
    assert_eq!(driven, 22);
}

#[cfg(feature = "events")]
#[test]
fn a_socket_gets_the_signature_of_the_vendors_sdks() {
    for (scheme, prefix, _, _) in SDKS {
        let authorization = signer(scheme, prefix).websocket_authorization().unwrap();
        assert_eq!(authorization, format!("{scheme} {ACCESS_KEY_ID}:wtB0pbY7t7ptBBz7SCbyLt83LdA="));
        assert!(authorization.is_sensitive());
    }
}
