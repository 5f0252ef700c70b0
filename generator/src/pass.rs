//! Passes over the model: model in, model out, one concern each, in the order of [`run`].

mod alias_cycles;
mod directions;
mod envelope;
mod examples;
mod failures;
mod features;
mod mocks;
mod pages;
mod pagination;
pub(crate) mod reach;
mod recursion;
mod usage;

use crate::diagnostic::Diagnostics;
use crate::model::Api;
use crate::settings::Settings;
use crate::spec::Document;

/// Runs every pass.
pub(crate) fn run(api: &mut Api, documents: &[Document], settings: &Settings, diagnostics: &mut Diagnostics) {
    alias_cycles::break_cycles(&mut api.types, documents, diagnostics);
    directions::relax(api);
    recursion::box_cycles(&mut api.types);
    envelope::fold(api);
    mocks::name(api);
    pagination::find(api, documents, settings, diagnostics);
    features::assign(api);
    usage::collect(api);
    pages::place(api);
    failures::find(api, settings, diagnostics);
    examples::make(api);
}
