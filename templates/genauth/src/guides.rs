//! The guides of the documentation, so that every Rust block in them is a test of this crate.
//!
//! They lie beside the crate in the repository, and are no part of a published one: only `cargo test --doc` reads them.

#![cfg(all(
    doctest,
    feature = "authentication",
    feature = "blocking",
    feature = "events",
    feature = "management",
    feature = "oidc",
    feature = "testing"
))]

#[doc = include_str!("../../docs/src/README.md")]
struct FrontPage;

#[doc = include_str!("../../docs/src/guides/install.md")]
struct Install;

#[doc = include_str!("../../docs/src/guides/clients.md")]
struct Clients;

#[doc = include_str!("../../docs/src/guides/sign-in.md")]
struct SignIn;

#[doc = include_str!("../../docs/src/guides/mfa.md")]
struct Mfa;

#[doc = include_str!("../../docs/src/guides/oidc.md")]
struct Oidc;

#[doc = include_str!("../../docs/src/guides/oauth.md")]
struct Oauth;

#[doc = include_str!("../../docs/src/guides/saml.md")]
struct Saml;

#[doc = include_str!("../../docs/src/guides/cas.md")]
struct Cas;

#[doc = include_str!("../../docs/src/guides/tokens.md")]
struct Tokens;

#[doc = include_str!("../../docs/src/guides/sign-out.md")]
struct SignOut;

#[doc = include_str!("../../docs/src/guides/errors.md")]
struct Errors;

#[doc = include_str!("../../docs/src/guides/paging.md")]
struct Paging;

#[doc = include_str!("../../docs/src/guides/retries.md")]
struct Retries;

#[doc = include_str!("../../docs/src/guides/events.md")]
struct Events;

#[doc = include_str!("../../docs/src/guides/deployments.md")]
struct Deployments;

#[doc = include_str!("../../docs/src/guides/testing.md")]
struct Testing;

#[doc = include_str!("../../docs/src/guides/nodejs.md")]
struct Nodejs;
