//! One operation for each kind of argument and answer.

use super::Client;
use crate::call::Call;
use crate::json;
use crate::models::{IsSuccessDto, IsSuccessRespDto, Level, Sample, SampleRespDto};

impl Client {
    /// Answers with an enveloped DTO.
    ///
    /// `deleteAccount`: `POST /api/v3/delete-account`
    pub fn delete_account(&self, body: IsSuccessDto) -> Call<IsSuccessRespDto> {
        self.http.post("/api/v3/delete-account").json(&body).call("deleteAccount")
    }

    /// Answers with one of each type.
    pub fn sample(&self) -> Call<SampleRespDto> {
        self.http.get("/sample").call("sample")
    }

    /// Answers without an envelope.
    pub fn bare(&self) -> Call<IsSuccessDto> {
        self.http.get("/bare").call_bare("bare")
    }

    /// Answers with a list.
    pub fn bare_list(&self) -> Call<Vec<IsSuccessDto>> {
        self.http.get("/bare-list").call_bare("bareList")
    }

    /// Answers with a value, or with nothing at all.
    pub fn maybe(&self) -> Call<Option<IsSuccessRespDto>> {
        self.http.get("/maybe").call("maybe")
    }

    /// Answers with nothing.
    pub fn empty(&self) -> Call<()> {
        self.http.delete("/empty").call_empty("empty")
    }

    /// Takes and answers text.
    pub fn text(&self, body: String) -> Call<String> {
        self.http.post("/text").text(body).call_text("text")
    }

    /// Takes and answers bytes.
    pub fn bytes(&self, body: Vec<u8>) -> Call<Vec<u8>> {
        self.http.put("/bytes").bytes("image/png", body).call_bytes("bytes")
    }

    /// Takes a body that may be left out.
    pub fn optional_body(&self, body: Option<IsSuccessDto>) -> Call<()> {
        self.http.patch("/optional-body").json(&body).call_empty("optionalBody")
    }

    /// Takes a body with a value of every type.
    pub fn send(&self, body: Sample) -> Call<()> {
        self.http.put("/send").json(&body).call_empty("send")
    }

    /// Takes a form.
    pub fn form(&self, body: Sample) -> Call<()> {
        self.http.post("/form").form(&body).call_empty("form")
    }

    /// Takes a path parameter of each type.
    pub fn item(&self, id: &str, level: Level, page: i64) -> Call<()> {
        self.http
            .get("/items/{id}/{level}/{page}")
            .path("id", &id)
            .path("level", &level)
            .path("page", &page)
            .call_empty("item")
    }

    /// Takes parameters, none of which has to be set.
    pub fn search(&self) -> Call<(), SearchParams> {
        self.http.get("/search").call_empty("search")
    }
}

/// Parameters of [`Client::search`].
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct SearchParams {
    /// `form`
    pub form: Option<Vec<String>>,
    /// `explode`
    pub explode: Option<Vec<String>>,
    /// `brackets`
    pub brackets: Option<Vec<String>>,
    /// `space`
    pub space: Option<Vec<String>>,
    /// `pipe`
    pub pipe: Option<Vec<String>>,
    /// `deep`
    pub deep: Option<IsSuccessDto>,
    /// `flat`
    pub flat: Option<IsSuccessDto>,
    /// `json`
    pub json: Option<IsSuccessDto>,
    /// `level`
    pub level: Option<Level>,
    /// `flag`
    pub flag: Option<bool>,
    /// `access_token`
    pub token: Option<String>,
    /// `X-Trace`
    pub trace: Option<Vec<i64>>,
    /// `session`
    pub session: Option<String>,
}

json::params! {
    SearchParams {
        form: query "form" form,
        explode: query "explode" form_explode,
        brackets: query "brackets" brackets,
        space: query "space" space,
        pipe: query "pipe" pipe,
        deep: query "deep" deep_object,
        flat: query "flat" form,
        json: query "json" json,
        level: query "level" form,
        flag: query "flag" form,
        token: query "access_token" form secret,
        trace: header "X-Trace" simple,
        session: cookie "session" form,
    }
}
