//! Lists as the API gives them: pages, keywords, conditions and order.

mod condition;
mod order;

pub(crate) use condition::Condition;
pub(crate) use order::sort;

use serde_json::{Map, Value, json};

use crate::answer::Failure;

/// Which part of a list is wanted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Page {
    /// From 1.
    number: usize,
    /// How many entries it has, up to 50.
    limit: usize,
}

impl Page {
    /// The page that query parameters or a `pagination` object name: `page` from 1, `limit` from 1 to 50, 10 if not said.
    pub(crate) fn read(pagination: Option<&Map<String, Value>>) -> Result<Page, Failure> {
        let stated = |name: &str, default: usize, most: usize| {
            let value = pagination.and_then(|it| it.get(name)).filter(|value| !value.is_null());
            let Some(value) = value else { return Ok(default) };
            let number = value.as_u64().and_then(|number| usize::try_from(number).ok());
            number
                .filter(|number| (1..=most).contains(number))
                .ok_or_else(|| Failure::plain(400, format!("{name} is a number from 1 to {most}")))
        };
        Ok(Page { number: stated("page", 1, usize::MAX)?, limit: stated("limit", 10, 50)? })
    }

    /// `{totalCount, list}` with this page of `all`; a page past the end is empty.
    pub(crate) fn of<T>(self, all: &[T], show: impl Fn(&T) -> Value) -> Value {
        let before = (self.number - 1).saturating_mul(self.limit);
        let list: Vec<Value> = all.iter().skip(before).take(self.limit).map(show).collect();
        json!({"totalCount": all.len(), "list": list})
    }
}

/// Whether one of these texts holds the keywords; case does not matter.
pub(crate) fn mentions<'a>(texts: impl IntoIterator<Item = Option<&'a str>>, keywords: &str) -> bool {
    let keywords = keywords.to_lowercase();
    texts.into_iter().flatten().any(|text| text.to_lowercase().contains(&keywords))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use super::*;

    fn page(pagination: Value) -> Result<Page, Failure> {
        Page::read(pagination.as_object())
    }

    #[test]
    fn a_page_has_ten_entries_unless_the_caller_says_otherwise() {
        assert_eq!(page(json!({})).unwrap(), Page { number: 1, limit: 10 });
        assert_eq!(page(json!({"page": 3, "limit": 50})).unwrap(), Page { number: 3, limit: 50 });
    }

    #[test]
    fn page_and_limit_outside_of_their_range_are_refused() {
        for pagination in [json!({"page": 0}), json!({"limit": 0}), json!({"limit": 51}), json!({"page": "x"})] {
            assert_eq!(page(pagination).unwrap_err().status, 400);
        }
    }

    #[test]
    fn the_total_counts_every_entry_and_a_page_past_the_end_is_empty() {
        let all: Vec<u32> = (1..=5).collect();
        let third = page(json!({"page": 3, "limit": 2})).unwrap().of(&all, |it| json!(it));
        assert_eq!(third, json!({"totalCount": 5, "list": [5]}));
        let last = page(json!({"page": u64::MAX, "limit": 50})).unwrap().of(&all, |it| json!(it));
        assert_eq!(last, json!({"totalCount": 5, "list": []}));
    }

    #[test]
    fn keywords_are_found_whatever_their_case() {
        assert!(mentions([None, Some("Ada Lovelace")], "LOVE"));
        assert!(!mentions([None, Some("Ada")], "grace"));
    }
}
