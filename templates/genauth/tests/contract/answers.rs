//! Every operation's answers are read and written back without loss.

use mock::sample::Variant;
use serde_json::Value;

use crate::input::difference;
use crate::nulls::drop_nulls;
use crate::operation::{Answer, Operation};
use crate::operations::{authentication, management};
use crate::report::Report;
use crate::service::Service;
use crate::trial::Trial;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_with_every_property() {
    sweep(Variant::Full, true, is_the_same).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_with_required_properties_only() {
    sweep(Variant::Required, true, is_the_same).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_with_the_values_of_the_document() {
    sweep(Variant::Example, true, is_the_same).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_with_properties_that_the_document_does_not_know() {
    sweep(Variant::UnknownProperties, true, is_the_same).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_with_enum_values_that_the_document_does_not_know() {
    sweep(Variant::UnknownEnumValues, true, is_the_same).await;
}

/// Null where the document has none is read as nothing; everything else has to stay.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_with_nulls() {
    sweep(Variant::Nulls, false, is_the_same_but_for_nulls).await;
}

async fn sweep(variant: Variant, is_strict: bool, compare: fn(&Answer) -> Result<(), String>) {
    let service = Service::start().await;
    let mut report = Report::default();
    let (user, owner) = (service.user(), service.owner());
    let trial = |document, seed| Trial {
        mock: &service.mock,
        document,
        sent: (Variant::Required, 1),
        answered: (variant, seed),
        is_strict,
    };
    for seed in 1..=2 {
        for operation in authentication::AREAS.iter().copied().flatten() {
            let outcome = trial(&service.authentication, seed).call(&user, operation).await;
            note(&mut report, operation, variant, outcome, compare);
        }
        for operation in management::AREAS.iter().copied().flatten() {
            let outcome = trial(&service.management, seed).call(&owner, operation).await;
            note(&mut report, operation, variant, outcome, compare);
        }
    }
    report.conclude(&format!("answers: {variant:?}"), 2 * 622);
}

fn note<C>(
    report: &mut Report,
    operation: &Operation<C>,
    variant: Variant,
    outcome: Result<Answer, String>,
    compare: fn(&Answer) -> Result<(), String>,
) {
    report.add(operation.id, &format!("{variant:?}"), outcome.and_then(|answer| compare(&answer)));
}

fn is_the_same(answer: &Answer) -> Result<(), String> {
    let Some(sent) = sent(answer)? else { return Ok(()) };
    difference::between(&sent, &answer.value).map_or(Ok(()), |it| Err(it.to_string()))
}

fn is_the_same_but_for_nulls(answer: &Answer) -> Result<(), String> {
    let Some(mut sent) = sent(answer)? else { return Ok(()) };
    let mut read = answer.value.clone();
    drop_nulls(&mut sent, &mut read);
    difference::between(&sent, &read).map_or(Ok(()), |it| Err(it.to_string()))
}

/// What the mock answered; nothing when the description has no body.
fn sent(answer: &Answer) -> Result<Option<Value>, String> {
    if answer.raw.body().is_empty() {
        return if answer.value.is_null() { Ok(None) } else { Err("a value out of nothing".to_owned()) };
    }
    answer.raw.body_as().map(Some).map_err(|error| error.to_string())
}
