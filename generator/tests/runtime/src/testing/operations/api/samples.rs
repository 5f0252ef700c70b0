//! One operation for each kind of argument and answer.

use crate::api::SearchParams;
use crate::models::{IsSuccessDto, IsSuccessRespDto, Sample};
use crate::testing::{Expectation, Mock, Operation};

impl Mock {
    /// Expects `POST /api/v3/delete-account`.
    pub fn delete_account(&self) -> Expectation<(), IsSuccessDto, IsSuccessRespDto> {
        self.expect(&OPERATIONS[0])
    }

    /// Expects `GET /bare-list`.
    pub fn bare_list(&self) -> Expectation<(), (), Vec<IsSuccessDto>> {
        self.expect(&OPERATIONS[1])
    }

    /// Expects `GET /maybe`.
    pub fn maybe(&self) -> Expectation<(), (), Option<IsSuccessRespDto>> {
        self.expect(&OPERATIONS[2])
    }

    /// Expects `DELETE /empty`.
    pub fn empty(&self) -> Expectation<(), (), ()> {
        self.expect(&OPERATIONS[3])
    }

    /// Expects `POST /text`.
    pub fn text(&self) -> Expectation<(), String, String> {
        self.expect(&OPERATIONS[4])
    }

    /// Expects `PUT /bytes`.
    pub fn bytes(&self) -> Expectation<(), Vec<u8>, Vec<u8>> {
        self.expect(&OPERATIONS[5])
    }

    /// Expects `PATCH /optional-body`.
    pub fn optional_body(&self) -> Expectation<(), Option<IsSuccessDto>, ()> {
        self.expect(&OPERATIONS[6])
    }

    /// Expects `POST /form`.
    pub fn form(&self) -> Expectation<(), Sample, ()> {
        self.expect(&OPERATIONS[7])
    }

    /// Expects `GET /items/{id}/{level}/{page}`.
    pub fn item(&self) -> Expectation<(), (), ()> {
        self.expect(&OPERATIONS[8])
    }

    /// Expects `GET /search`.
    pub fn search(&self) -> Expectation<Option<SearchParams>, (), ()> {
        self.expect(&OPERATIONS[9])
    }
}

pub(in crate::testing) static OPERATIONS: [Operation; 10] = [
    Operation::new("api", "delete_account", "POST", "/api/v3/delete-account"),
    Operation::new("api", "bare_list", "GET", "/bare-list"),
    Operation::new("api", "maybe", "GET", "/maybe"),
    Operation::new("api", "empty", "DELETE", "/empty"),
    Operation::new("api", "text", "POST", "/text").takes_text().answers_text(),
    Operation::new("api", "bytes", "PUT", "/bytes"),
    Operation::new("api", "optional_body", "PATCH", "/optional-body"),
    Operation::new("api", "form", "POST", "/form").takes_form(),
    Operation::new("api", "item", "GET", "/items/{id}/{level}/{page}"),
    Operation::new("api", "search", "GET", "/search"),
];
