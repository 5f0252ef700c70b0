//! The test kit's list of operations: which areas are behind which features.

use askama::Template;

use super::super::area;
use crate::model::Api;

/// `src/testing/operations.rs`.
#[derive(Template)]
#[template(path = "crate/src/testing/operations.rs.j2")]
pub(super) struct Operations<'a> {
    clients: Vec<ClientOperations<'a>>,
}

struct ClientOperations<'a> {
    module: &'a str,
    areas: Vec<AreaOperations<'a>>,
}

struct AreaOperations<'a> {
    module: &'a str,
    feature: &'a str,
}

impl<'a> Operations<'a> {
    pub(super) fn of(api: &'a Api) -> Self {
        let clients = api.clients.iter().map(|client| {
            let areas = client.areas.iter().filter(|area| area::is_visible(area));
            let areas = areas.map(|area| AreaOperations { module: area.module.as_str(), feature: &area.feature });
            ClientOperations { module: client.module.as_str(), areas: areas.collect() }
        });
        Self { clients: clients.collect() }
    }
}
