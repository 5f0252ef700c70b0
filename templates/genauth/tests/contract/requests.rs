//! Every operation is called against the strict mock, and what was sent is what has arrived.

use mock::sample::Variant;
use proptest::prelude::any;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestError, TestRunner};
use tokio::runtime::Handle;

use crate::operation::Operation;
use crate::operations::{authentication, management};
use crate::report::Report;
use crate::service::Service;
use crate::trial::Trial;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn operations_with_required_values_only() {
    sweep(Variant::Required).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn operations_with_every_value_set() {
    sweep(Variant::Full).await;
}

/// The document's own examples, where they fit.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn operations_with_the_values_of_the_document() {
    sweep(Variant::Example).await;
}

/// `PROPTEST_CASES` tells how many values are tried for each operation, `PROPTEST_RNG_SEED` where they start from.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn operations_with_any_values() {
    let mut service = Service::start().await;
    let mut report = Report::default();
    tokio::task::block_in_place(|| {
        any_values(&mut service, &mut report);
    });
    report.conclude("any values", 622);
}

async fn sweep(variant: Variant) {
    let service = Service::start().await;
    let mut report = Report::default();
    let trial = |document| Trial {
        mock: &service.mock,
        document,
        sent: (variant, 1),
        answered: (Variant::Required, 1),
        is_strict: true,
    };
    let (user, owner) = (service.user(), service.owner());
    for operation in authentication::AREAS.iter().copied().flatten() {
        let outcome = trial(&service.authentication).call(&user, operation).await;
        report.add(operation.id, &format!("{variant:?}"), outcome.map(drop));
    }
    for operation in management::AREAS.iter().copied().flatten() {
        let outcome = trial(&service.management).call(&owner, operation).await;
        report.add(operation.id, &format!("{variant:?}"), outcome.map(drop));
    }
    report.conclude(&format!("{variant:?}"), 622);
}

fn any_values(service: &mut Service, report: &mut Report) {
    let service = &*service;
    let trial = |document, seed| Trial {
        mock: &service.mock,
        document,
        sent: (Variant::Random, seed),
        answered: (Variant::Random, seed),
        is_strict: true,
    };
    let (user, owner) = (service.user(), service.owner());
    for operation in authentication::AREAS.iter().copied().flatten() {
        each_seed(report, operation, |seed| {
            Handle::current().block_on(trial(&service.authentication, seed).call(&user, operation)).map(drop)
        });
    }
    for operation in management::AREAS.iter().copied().flatten() {
        each_seed(report, operation, |seed| {
            Handle::current().block_on(trial(&service.management, seed).call(&owner, operation)).map(drop)
        });
    }
}

/// Tries seeds until one fails. A seed stands for a whole request and its answer, so there is nothing to shrink.
fn each_seed<C>(report: &mut Report, operation: &Operation<C>, call: impl Fn(u64) -> Result<(), String>) {
    let fixed = Config { cases: 3, rng_seed: RngSeed::Fixed(1), ..Config::default() };
    // What the environment says wins over what a run of CI has time for.
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { Config::default().cases } else { fixed.cases };
    let rng_seed =
        if std::env::var_os("PROPTEST_RNG_SEED").is_some() { Config::default().rng_seed } else { fixed.rng_seed };
    let config = Config { cases, rng_seed, max_shrink_iters: 0, failure_persistence: None, ..Config::default() };
    let calls = std::cell::Cell::new(0);
    let outcome = TestRunner::new(config).run(&any::<u64>(), |seed| {
        calls.set(calls.get() + 1);
        call(seed).map_err(TestCaseError::fail)
    });
    let failed = usize::from(outcome.is_err());
    for _ in failed..calls.get() {
        report.add(operation.id, "any", Ok(()));
    }
    match outcome {
        Ok(()) => {}
        Err(TestError::Fail(reason, seed)) => {
            report.add(operation.id, &format!("seed {seed}"), Err(reason.to_string()))
        }
        Err(TestError::Abort(reason)) => report.add(operation.id, "aborted", Err(reason.to_string())),
    }
}
