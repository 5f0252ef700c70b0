//! Pages of lists: `page` counts from 1, `limit` is 10 unless the request says otherwise.

use serde_json::{Map, Value, json};

use super::given;
use super::list::Page;
use crate::answer::Failure;
use crate::call::Call;

/// The page that a request asks for, with the number of all elements: `{totalCount, list}`. Past the end it is empty.
///
/// # Errors
///
/// Status 400 for a page before the first, and for a limit that is not from 1 to 50.
pub(crate) fn paged(list: Vec<Value>, call: &Call<'_>) -> Result<Value, Failure> {
    let stated = ["page", "limit"].into_iter().filter_map(|name| Some((name, given::value(call, name)?)));
    let stated: Map<String, Value> = stated.map(|(name, value)| (name.to_owned(), value.clone())).collect();
    Ok(Page::read(Some(&stated))?.of(&list, Value::clone))
}

/// The page that a request asks for, alone.
///
/// # Errors
///
/// The same.
pub(crate) fn cut(list: Vec<Value>, call: &Call<'_>) -> Result<Value, Failure> {
    Ok(paged(list, call)?["list"].take())
}

/// A whole list in the shape of a page, for operations that have no pages.
pub(crate) fn whole(list: Vec<Value>) -> Value {
    json!({"totalCount": list.len(), "list": list})
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use super::*;
    use crate::world::directory::tests::{asked, call, document};

    fn cut_of_five(query: &Value) -> Result<Value, Failure> {
        let document = document("management");
        let list = (1..=5).map(Value::from).collect();
        paged(list, &call(asked(&document, "list-organizations"), query, Value::Null))
    }

    #[test]
    fn a_page_counts_all_and_holds_its_own() {
        assert_eq!(cut_of_five(&json!({})).unwrap(), json!({"totalCount": 5, "list": [1, 2, 3, 4, 5]}));
        let last = cut_of_five(&json!({"page": 3, "limit": 2}));
        assert_eq!(last.unwrap(), json!({"totalCount": 5, "list": [5]}));
        let past = cut_of_five(&json!({"page": u64::MAX, "limit": 50}));
        assert_eq!(past.unwrap(), json!({"totalCount": 5, "list": []}));
    }

    #[test]
    fn what_is_no_page_is_refused() {
        for query in [json!({"page": 0}), json!({"limit": 0}), json!({"limit": 51}), json!({"page": "first"})] {
            assert_eq!(cut_of_five(&query).unwrap_err().status, 400, "{query}");
        }
    }
}
