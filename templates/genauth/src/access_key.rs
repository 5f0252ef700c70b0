//! The two ways in which a [`ManagementClient`](crate::ManagementClient) proves who it is with an access key: by signing
//! each request, or by a token that it fetches and renews.

mod signature;
mod token;

pub(crate) use self::signature::SignatureAuthorizer;
pub(crate) use self::token::TokenAuthorizer;
