//! The guides of the documentation, so that every Rust block in them is a test of this crate.
//!
//! Only `cargo test --doc` reads them.

#![cfg(all(
    doctest,
    feature = "authentication",
    feature = "blocking",
    feature = "events",
    feature = "management",
    feature = "oidc",
    feature = "testing"
))]

#[doc = include_str!("../docs/README.md")]
struct FrontPage;

#[doc = include_str!("../docs/guides/install.md")]
struct Install;

#[doc = include_str!("../docs/guides/clients.md")]
struct Clients;

#[doc = include_str!("../docs/guides/sign-in.md")]
struct SignIn;

#[doc = include_str!("../docs/guides/mfa.md")]
struct Mfa;

#[doc = include_str!("../docs/guides/oidc.md")]
struct Oidc;

#[doc = include_str!("../docs/guides/oauth.md")]
struct Oauth;

#[doc = include_str!("../docs/guides/saml.md")]
struct Saml;

#[doc = include_str!("../docs/guides/cas.md")]
struct Cas;

#[doc = include_str!("../docs/guides/tokens.md")]
struct Tokens;

#[doc = include_str!("../docs/guides/sign-out.md")]
struct SignOut;

#[doc = include_str!("../docs/guides/errors.md")]
struct Errors;

#[doc = include_str!("../docs/guides/paging.md")]
struct Paging;

#[doc = include_str!("../docs/guides/retries.md")]
struct Retries;

#[doc = include_str!("../docs/guides/events.md")]
struct Events;

#[doc = include_str!("../docs/guides/deployments.md")]
struct Deployments;

#[doc = include_str!("../docs/guides/testing.md")]
struct Testing;

#[doc = include_str!("../docs/guides/nodejs.md")]
struct Nodejs;
