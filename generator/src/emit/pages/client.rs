//! A client's module: its areas and what they export.

use askama::Template;

use super::super::{area, docs};
use crate::model::Client;

/// `src/authentication.rs`.
#[derive(Template)]
#[template(path = "crate/src/client.rs.j2")]
pub(super) struct ClientModule<'a> {
    docs: String,
    name: &'a str,
    areas: Vec<AreaModule<'a>>,
}

struct AreaModule<'a> {
    module: &'a str,
    feature: &'a str,
    exports: Option<String>,
}

impl<'a> ClientModule<'a> {
    pub(super) fn of(client: &'a Client) -> Self {
        let said = [&client.docs.summary, &client.docs.description];
        let said: Vec<String> = said.into_iter().flatten().map(|text| docs::markdown(text)).collect();
        let title = format!("[`{}`] and the parameters of its methods.", client.name);
        let visible = || client.areas.iter().filter(|area| area::is_visible(area));
        let rows = visible().map(|area| {
            let title = docs::line(&area.wire_name).replace('|', "\\|");
            format!("\n| {title} | `{}` |", area.feature)
        });
        let table = format!("| Methods | The feature that they need |\n| --- | --- |{}", rows.collect::<String>());
        let areas = visible().map(|area| {
            let names: Vec<&str> = area::exported(area).collect();
            let exports = match names.as_slice() {
                [] => None,
                [name] => Some((*name).to_owned()),
                names => Some(format!("{{{}}}", names.join(", "))),
            };
            AreaModule { module: area.module.as_str(), feature: &area.feature, exports }
        });
        Self {
            docs: docs::module_lines(&[vec![title], said, vec![table]].concat()),
            name: client.name.as_str(),
            areas: areas.collect(),
        }
    }
}
