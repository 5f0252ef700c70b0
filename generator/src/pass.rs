//! Passes over the model: model in, model out, one concern each, in the order of [`run`].

mod alias_cycles;
mod components;
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
mod releases;
mod removals;
mod same_values;
mod usage;

use crate::diagnostic::Diagnostics;
use crate::model::Api;
use crate::settings::Settings;
use crate::spec::Document;
use crate::timings::Timings;

/// Runs every pass.
pub(crate) fn run(
    api: &mut Api,
    documents: &[Document],
    settings: &Settings,
    timings: &Timings,
    diagnostics: &mut Diagnostics,
) {
    let mut pass = |name, work: &mut dyn FnMut(&mut Api)| {
        let clock = timings.start();
        work(api);
        clock.stop(name, || size(api));
    };
    pass("pass alias_cycles", &mut |api| alias_cycles::break_cycles(&mut api.types, documents, diagnostics));
    pass("pass directions", &mut directions::relax);
    pass("pass same_values", &mut |api| same_values::share(&mut api.types));
    pass("pass recursion", &mut |api| recursion::box_cycles(&mut api.types));
    pass("pass envelope", &mut envelope::fold);
    pass("pass removals", &mut |api| removals::mark(api, documents, settings, diagnostics));
    pass("pass mocks", &mut mocks::name);
    pass("pass pagination", &mut |api| pagination::find(api, documents, settings, diagnostics));
    pass("pass features", &mut |api| {
        features::assign(api, documents, diagnostics);
        settings.check_features(api, diagnostics);
    });
    pass("pass usage", &mut usage::collect);
    pass("pass pages", &mut pages::place);
    pass("pass releases", &mut |api| releases::tell(api, &settings.release.releases));
    pass("pass failures", &mut |api| failures::find(api, settings, diagnostics));
    pass("pass examples", &mut examples::make);
}

/// How much there is to work on, such as `622 operations, 1654 types`.
pub(crate) fn size(api: &Api) -> String {
    let areas = api.clients.iter().flat_map(|client| &client.areas);
    format!("{} operations, {} types", areas.map(|area| area.operations.len()).sum::<usize>(), api.types.len())
}
