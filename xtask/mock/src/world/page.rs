//! Pages of lists: `page` counts from 1, `limit` is 10 unless the request says otherwise.

use serde_json::{Value, json};

use super::given;
use crate::answer::Failure;
use crate::call::Call;

/// The most elements of a page.
const LONGEST: u64 = 50;

/// The page that a request asks for, with the number of all elements: `{totalCount, list}`.
///
/// # Errors
///
/// Status 400 for a page before the first, and for a limit that is not from 1 to 50.
pub(crate) fn paged(list: Vec<Value>, call: &Call<'_>) -> Result<Value, Failure> {
    let total = list.len();
    Ok(json!({"totalCount": total, "list": cut(list, call)?}))
}

/// The page that a request asks for, alone. Past the end it is empty.
///
/// # Errors
///
/// The same.
pub(crate) fn cut(list: Vec<Value>, call: &Call<'_>) -> Result<Vec<Value>, Failure> {
    let page = number(call, "page", 1, u64::MAX)?;
    let limit = number(call, "limit", 10, LONGEST)?;
    let skipped = usize::try_from((page - 1).saturating_mul(limit)).unwrap_or(usize::MAX);
    Ok(list.into_iter().skip(skipped).take(usize::try_from(limit).unwrap_or(usize::MAX)).collect())
}

/// A whole list in the shape of a page, for operations that have no pages.
pub(crate) fn whole(list: Vec<Value>) -> Value {
    json!({"totalCount": list.len(), "list": list})
}

fn number(call: &Call<'_>, name: &str, default: u64, most: u64) -> Result<u64, Failure> {
    let Some(value) = given::value(call, name) else { return Ok(default) };
    let refused = || Failure::plain(400, format!("{name} must be a whole number from 1 to {most}"));
    value.as_u64().filter(|number| (1..=most).contains(number)).ok_or_else(refused)
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
