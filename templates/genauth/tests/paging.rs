//! Lists that come in pages: what is asked for, when, and where a list ends.

#![cfg(all(
    feature = "management-users",
    feature = "management-groups",
    feature = "management-data-rows",
    feature = "management-data-models"
))]

mod loopback;

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use futures_util::StreamExt;
use genauth::management::{ListGroupsParams, ListOperateParams};
use genauth::models::{GetAllRowVyScrollidDto, ListUsersOptionsDto, ListUsersRequestDto, PaginationDto};
use genauth::{Error, Items, ManagementClient, Pages};
use loopback::{Request, Server};

#[tokio::test]
async fn elements_come_across_pages_until_the_total_is_reached() {
    let server = Server::json(&[&users(3, &["a", "b"]), &users(3, &["c"])]).await;
    let request =
        ListUsersRequestDto::new().with_keywords("k").with_options(ListUsersOptionsDto::new().with_custom_data(true));
    let users = manager(&server).list_users_all(request).try_collect().await.unwrap();
    assert_eq!(users.iter().map(|user| user.user_id.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
    let requests = server.requests();
    assert!(requests.iter().all(|request| request.line() == "POST /api/v3/list-users"));
    assert_eq!(
        bodies(&requests),
        [
            r#"{"keywords":"k","options":{"pagination":{"page":1},"withCustomData":true}}"#,
            r#"{"keywords":"k","options":{"pagination":{"page":2},"withCustomData":true}}"#,
        ]
    );
}

#[tokio::test]
async fn a_short_page_is_no_end_and_an_empty_one_is() {
    let server = Server::json(&[&groups(&["a", "b"]), &groups(&["c"]), &groups(&["d", "e"]), &groups(&[])]).await;
    let mut pages = manager(&server).list_groups_pages(ListGroupsParams::new());
    let mut sizes = Vec::new();
    while let Some(page) = pages.next().await {
        sizes.push(page.unwrap().data.list.len());
    }
    assert_eq!(sizes, [2, 1, 2]);
    assert_eq!(lines(&server), ["1", "2", "3", "4"].map(|page| format!("GET /api/v3/list-groups?page={page}")));
    assert!(pages.next().await.is_none());
    assert_eq!(server.requests().len(), 4);
}

#[tokio::test]
async fn a_service_that_ignores_the_page_is_asked_twice() {
    let server = Server::json(&[&users(9, &["a", "b"]), &users(9, &["a", "b"])]).await;
    let users = manager(&server).list_users_all(ListUsersRequestDto::new()).try_collect().await.unwrap();
    assert_eq!(users.len(), 2);
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_stream_begins_with_the_callers_own_page() {
    let server = Server::json(&[&groups(&["a"]), &groups(&[]), &users(21, &["u"]), &users(21, &[])]).await;
    let client = manager(&server);
    let params = ListGroupsParams::new().with_page(7).with_limit(5).with_keywords("k");
    assert_eq!(client.list_groups_all(params).try_collect().await.unwrap().len(), 1);
    let pagination = PaginationDto::new().with_page(3).with_limit(10);
    let request = ListUsersRequestDto::new().with_options(ListUsersOptionsDto::new().with_pagination(pagination));
    assert_eq!(client.list_users_all(request).try_collect().await.unwrap().len(), 1);
    let requests = server.requests();
    assert_eq!(requests[0].line(), "GET /api/v3/list-groups?keywords=k&limit=5&page=7");
    assert_eq!(requests[1].line(), "GET /api/v3/list-groups?keywords=k&limit=5&page=8");
    assert_eq!(requests[2].body(), r#"{"options":{"pagination":{"limit":10,"page":3}}}"#);
    assert_eq!(requests[3].body(), r#"{"options":{"pagination":{"limit":10,"page":4}}}"#);
}

#[tokio::test]
async fn a_cursor_asks_for_the_next_rows_until_none_is_given() {
    let server = Server::json(&[&rows(Some("s1"), &["a", "b"]), &rows(Some("s2"), &["c"]), &rows(None, &["d"])]).await;
    let request = GetAllRowVyScrollidDto::new("m", 2);
    let rows = manager(&server).get_all_metadata_row_all(request).try_collect().await.unwrap();
    assert_eq!(rows, ["a", "b", "c", "d"]);
    assert_eq!(
        bodies(&server.requests()),
        [
            r#"{"modelId":"m","size":2}"#,
            r#"{"modelId":"m","size":2,"scrollId":"s1"}"#,
            r#"{"modelId":"m","size":2,"scrollId":"s2"}"#,
        ]
    );
}

#[tokio::test]
async fn a_cursor_that_leads_to_no_rows_ends_the_list() {
    let server = Server::json(&[&rows(Some("s1"), &["a"]), &rows(Some("s1"), &[])]).await;
    let request = GetAllRowVyScrollidDto::new("m", 1).with_scroll_id("s0");
    assert_eq!(manager(&server).get_all_metadata_row_all(request).try_collect().await.unwrap(), ["a"]);
    assert_eq!(server.requests()[0].body(), r#"{"modelId":"m","size":1,"scrollId":"s0"}"#);
}

#[tokio::test]
async fn an_error_comes_once_and_ends_the_stream() {
    let refused = r#"{"statusCode":403,"message":"no","apiCode":1}"#;
    let server = Server::json(&[&users(9, &["a"]), refused, &users(9, &["b"])]).await;
    let mut users = manager(&server).list_users_all(ListUsersRequestDto::new());
    assert_eq!(users.next().await.unwrap().unwrap().user_id, "a");
    let error = users.next().await.unwrap().unwrap_err();
    assert!(matches!(error, Error::Api(_)), "{error:?}");
    assert!(users.next().await.is_none());
    assert!(users.next().await.is_none());
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn collecting_gives_the_first_error() {
    let server = Server::json(&[&users(9, &["a"]), r#"{"statusCode":400,"message":"no"}"#]).await;
    let error = manager(&server).list_users_all(ListUsersRequestDto::new()).try_collect().await.unwrap_err();
    assert!(matches!(error, Error::Api(_)), "{error:?}");
}

#[tokio::test]
async fn a_page_is_asked_for_only_when_it_is_wanted() {
    let server = Server::json(&[&users(3, &["a", "b"]), &users(3, &["c"])]).await;
    let mut users = manager(&server).list_users_all(ListUsersRequestDto::new());
    assert_eq!(server.requests().len(), 0);
    users.next().await.unwrap().unwrap();
    users.next().await.unwrap().unwrap();
    assert_eq!(server.requests().len(), 1);
    users.next().await.unwrap().unwrap();
    assert_eq!(server.requests().len(), 2);
    assert!(users.next().await.is_none());
}

#[tokio::test]
async fn an_empty_list_is_one_page_without_elements() {
    let server = Server::json(&[&users(0, &[]), &users(0, &[])]).await;
    let mut pages = manager(&server).list_users_pages(ListUsersRequestDto::new());
    assert_eq!(pages.next().await.unwrap().unwrap().data.total_count, 0);
    assert!(pages.next().await.is_none());
    let users = manager(&server).list_users_all(ListUsersRequestDto::new()).try_collect().await.unwrap();
    assert!(users.is_empty());
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn pages_of_an_answer_without_a_described_list_end_when_they_repeat() {
    let page = |list: &str| format!(r#"{{"statusCode":200,"requestId":"{list}","data":{{"list":[{list}]}}}}"#);
    let server = Server::json(&[&page("1"), &page("2"), &page("2").replace("\"2\"", "\"3\"")]).await;
    let pages = manager(&server).list_operate_pages(ListOperateParams::new("m"));
    assert_eq!(pages.count().await, 2);
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn waiting_for_a_page_can_be_given_up_and_taken_up_again() {
    let server = Server::json(&[&users(1, &["a"])]).await;
    let mut users = manager(&server).list_users_all(ListUsersRequestDto::new());
    // One look and no more: a time to wait, however short, may be enough.
    {
        let mut waiting = pin!(users.next());
        assert!(poll_fn(|context| Poll::Ready(waiting.as_mut().poll(context).is_pending())).await);
    }
    assert_eq!(users.next().await.unwrap().unwrap().user_id, "a");
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn both_are_streams_that_other_tasks_can_take() {
    let server = Server::json(&[&users(2, &["a"]), &users(2, &["b"]), &users(2, &["a", "b"])]).await;
    let client = manager(&server);
    let pages: Pages<_> = client.list_users_pages(ListUsersRequestDto::new());
    let users: Items<_> = client.list_users_all(ListUsersRequestDto::new());
    drop(client);
    assert_eq!(tokio::spawn(pages.count()).await.unwrap(), 2);
    let mut users = tokio::spawn(async { users.map(|user| user.map(|user| user.user_id)) }).await.unwrap();
    assert_eq!(users.next().await.unwrap().unwrap(), "a");
}

#[cfg(feature = "blocking")]
#[test]
fn both_are_iterated_without_a_runtime() {
    let refused = r#"{"statusCode":403,"message":"no","apiCode":1}"#;
    let (first, second) = (users(4, &["a", "b"]), users(4, &["c"]));
    let answers = [first.as_str(), &second, refused, &users(2, &["a"]), &users(2, &["b"])];
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let server = runtime.block_on(Server::json(&answers));
    let client = manager(&server);

    let mut users = client.list_users_all(ListUsersRequestDto::new()).blocking();
    let ids: Vec<_> = users.by_ref().take(3).map(|user| user.unwrap().user_id).collect();
    assert_eq!(ids, ["a", "b", "c"]);
    assert_eq!(server.requests().len(), 2, "a page is asked for only when it is wanted");
    let error = users.next().unwrap().unwrap_err();
    assert!(matches!(error, Error::Api(_)), "{error:?}");
    assert!(users.next().is_none());

    // Inside of a runtime it works too, though it holds up the thread.
    let _inside = runtime.enter();
    let pages = client.list_users_pages(ListUsersRequestDto::new()).blocking();
    let counts: Result<Vec<_>, Error> = pages.map(|page| page.map(|page| page.data.list.len())).collect();
    assert_eq!(counts.unwrap(), [1, 1]);
}

fn manager(server: &Server) -> ManagementClient {
    ManagementClient::builder().access_token("TOKEN").host(server.address()).build().unwrap()
}

fn users(total: usize, ids: &[&str]) -> String {
    let list: Vec<String> = ids.iter().map(|id| format!(r#"{{"userId":"{id}"}}"#)).collect();
    answer(&format!(r#"{{"totalCount":{total},"list":[{}]}}"#, list.join(",")))
}

/// A page whose service does not count what there is in all.
fn groups(codes: &[&str]) -> String {
    let list: Vec<String> = codes.iter().map(|code| format!(r#"{{"code":"{code}"}}"#)).collect();
    answer(&format!(r#"{{"list":[{}]}}"#, list.join(",")))
}

fn rows(scroll_id: Option<&str>, rows: &[&str]) -> String {
    let scroll_id = scroll_id.map(|id| format!(r#""scrollId":"{id}","#)).unwrap_or_default();
    answer(&format!(r#"{{{scroll_id}"list":{rows:?}}}"#))
}

fn answer(payload: &str) -> String {
    format!(r#"{{"statusCode":200,"message":"ok","data":{payload}}}"#)
}

fn lines(server: &Server) -> Vec<String> {
    server.requests().iter().map(|request| request.line().to_owned()).collect()
}

fn bodies(requests: &[Request]) -> Vec<&str> {
    requests.iter().map(Request::body).collect()
}
